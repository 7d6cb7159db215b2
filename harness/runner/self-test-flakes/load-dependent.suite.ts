import { misbehaviours } from '../../../fixtures/misbehaving-driver/misbehaviours';
import { suite } from '../../cases';

const dependent = suite('self-test.load-dependent', 'Cases whose outcome another attempt may change');

dependent
  .case('steady', 'Passes, however often')
  .proves('fence.create.exportable-initial-state')
  .over({ turn: [1, 2] })
  .run(async ({ exporter, expect, control }) => {
    control('status of an unsignaled fence', await (await exporter.fence()).status()).toBe('VK_NOT_READY');
    const signaled = await exporter.fence({ signaled: true });
    expect('status of a signaled fence', await signaled.status()).toBe('VK_SUCCESS');
  });

dependent
  .case('deviates', 'Fails, however often')
  .proves('fence.create.exportable-initial-state')
  .run(async ({ exporter, expect, control }) => {
    const fence = await exporter.fence({ signaled: true });
    control('status of the fence', await fence.status()).toBe('VK_SUCCESS');
    expect('status of a signaled fence', await fence.status()).toBe('VK_NOT_READY');
  });

dependent
  .case('alternates', 'Fails every other time')
  .proves('capabilities.fence.query-stable')
  .withoutControl('the double is no driver')
  .run(async ({ exporter, expect }) => {
    const { features } = await exporter.queries.fence(misbehaviours['every-other-time']);
    expect('features', features).toBe(0);
  });

/** How often a case ran in this host. */
let cases = 0;

dependent
  .case('second-in-its-host', 'Fails where its host ran a case before: passes once it has a fresh one')
  .proves('fence.create.exportable-initial-state')
  .withoutControl('the double is no driver')
  .over({ turn: [1, 2] })
  .run(async ({ expect }) => {
    cases += 1;
    expect('cases in this host', cases).toBe(1);
  });
