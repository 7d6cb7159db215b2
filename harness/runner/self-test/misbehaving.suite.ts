import { misbehaviourNames, misbehaviours } from '../../../fixtures/misbehaving-driver/misbehaviours';
import { type CaseContext, suite } from '../../cases';

const misbehaving = suite(
  'self-test.misbehaving',
  'Cases for the double: each misbehaviour costs its own case alone',
);

/** Until the host of a hang is killed: its own, so that no other case has to be so quick on a busy machine. */
const hangSeconds = 2;

misbehaving
  .case('before', 'Passes, before any misbehaviour')
  .proves('fence.create.exportable-initial-state')
  .over({ signaled: [false, true] })
  .run(async ({ exporter, signaled, expect, control }) => {
    control(
      'status of a fence created the other way',
      await (await exporter.fence({ signaled: !signaled })).status(),
    ).toBe(signaled ? 'VK_NOT_READY' : 'VK_SUCCESS');
    const fence = await exporter.fence({ signaled });
    expect('status of the fence', await fence.status()).toBe(signaled ? 'VK_SUCCESS' : 'VK_NOT_READY');
  });

misbehaving
  .case('misbehaves', 'Asks the double to misbehave')
  .proves('capabilities.fence.query-stable')
  .over({ how: misbehaviourNames })
  .where(({ how }) => how !== 'lose-device' && how !== 'every-other-time')
  .deadline(hangSeconds)
  .withoutControl('the double is no driver')
  .run(async ({ exporter, how, expect }) => {
    await exporter.fence();
    expect('features', (await exporter.queries.fence(misbehaviours[how])).features).toBe(0);
  });

misbehaving
  .case('deviates', 'Fails, with a pass on either side of it')
  .proves('fence.create.exportable-initial-state')
  .run(async ({ exporter, expect, control }) => {
    const fence = await exporter.fence({ signaled: true });
    control('status of the fence', await fence.status()).toBe('VK_SUCCESS');
    expect('status of a signaled fence', await fence.status()).toBe('VK_NOT_READY');
  });

/** Has the double lose its device, and submits. */
async function loseDevice({ exporter, expect }: CaseContext): Promise<void> {
  await exporter.queries.fence(misbehaviours['lose-device']);
  const result = await (await exporter.queue()).trySubmit({});
  expect('result of a submission', result).toBe('VK_SUCCESS');
}

misbehaving
  .case('loses-device', 'Loses the device')
  .proves('fence.shared.no-crash')
  .withoutControl('the double is no driver')
  .run(loseDevice);

misbehaving
  .case('may-lose-device', 'Loses the device where that is permitted')
  .proves('fence.shared.no-crash')
  .mayLoseDevice()
  .withoutControl('the double is no driver')
  .run(loseDevice);

misbehaving
  .case('is-empty', 'Ends without having looked at anything')
  .proves('fence.create.exportable-initial-state')
  .run(async ({ exporter }) => {
    await exporter.fence();
  });

misbehaving
  .case('has-no-control', 'Ends without having shown that it can fail')
  .proves('fence.create.exportable-initial-state')
  .run(async ({ exporter, expect }) => {
    expect('status of a fence', await (await exporter.fence()).status()).toBe('VK_NOT_READY');
  });

misbehaving
  .case('after', 'Passes, behind every misbehaviour')
  .proves('fence.create.exportable-initial-state')
  .over({ turn: [1, 2, 3, 4] })
  .run(async ({ exporter, expect, control }) => {
    const fence = await exporter.fence();
    control('status of the fence', await fence.status()).toBe('VK_NOT_READY');
    const queue = await exporter.queue();
    await queue.submit({ fence });
    expect('status of the fence behind a submit', await fence.status()).toBe('VK_SUCCESS');
  });
