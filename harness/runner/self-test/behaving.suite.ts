import { LoadTooShort, suite } from '../../cases';

const behaving = suite('self-test.behaving', 'A second file, so that there are two suites to put in order');

behaving
  .case('created-signaled', 'A fence created signaled is signaled')
  .proves('fence.create.exportable-initial-state')
  .over({ turn: [1, 2, 3] })
  .run(async ({ exporter, expect, control }) => {
    control('status of an unsignaled fence', await (await exporter.fence()).status()).toBe('VK_NOT_READY');
    expect('status of a signaled fence', await (await exporter.fence({ signaled: true })).status()).toBe(
      'VK_SUCCESS',
    );
  });

behaving
  .case('needs-much', 'Needs what the double does not offer')
  .proves('fence.create.exportable-initial-state')
  .needs(() => 'the double does not offer it')
  .run(async ({ expect }) => {
    expect('anything', true).toBe(false);
  });

behaving
  .case('damages', 'Passes, and damages its host for the case behind it')
  .proves('fence.import.failure-preserves-target')
  .withoutControl('the double is no driver')
  .run(async ({ expect }) => {
    process.env.VKEXTERN_DAMAGED = 'yes';
    expect('anything', true).toBe(true);
  });

behaving
  .case('suffers', 'Would fail in the host that the case before damaged')
  .proves('fence.import.failure-preserves-target')
  .withoutControl('the double is no driver')
  .run(async ({ expect }) => {
    expect('damage', process.env.VKEXTERN_DAMAGED).toBe(undefined);
  });

/** Attempts at a case so far, in this host. */
const attempts = { enough: 0, never: 0 };

behaving
  .case('load-too-short', 'Finds work done that a load held, twice or for ever')
  .proves('fence.create.exportable-initial-state')
  .over({ how: ['enough', 'never'] })
  .run(async ({ how, behindMoreLoad, expect, control }) => {
    attempts[how] += 1;
    control('attempts', attempts[how]).toBeAtLeast(1);
    if (how === 'never') throw new LoadTooShort('it');
    if (attempts[how] < 3) behindMoreLoad('it');
    expect('attempts behind which there was enough load', attempts[how]).toBe(3);
  });
