import {
  exportable,
  fenceReferenceTypes,
  importable,
  milliseconds,
  patience,
  permanences,
  reaches,
  resultsInRace,
  sharersIdle,
  sharingPair,
  showSharing,
  submitCommand,
  submitCommands,
  suite,
} from '../../harness/cases';

const shared = suite('fence.shared', 'What becomes of a payload whose sharers do not wait for each other');

shared
  .case(
    'double-submit',
    'A payload that was submitted through two sharers, the one while the other was pending, is signaled once both are complete',
  )
  .proves('fence.shared.double-submit')
  .over({
    handleType: fenceReferenceTypes,
    permanence: permanences,
    reach: reaches,
    pendingOn: ['source', 'target'],
    command: submitCommands,
  })
  .needs(exportable('fence'), importable('fence'), submitCommand)
  .mayLoseDevice()
  .run(async ({ exporter, importer, handleType, permanence, pendingOn, command, expect, control, note }) => {
    const pair = await sharingPair(exporter, importer, handleType, permanence);
    const [pending, other] = pendingOn === 'source' ? pair : [pair[1], pair[0]];
    const held = await (await pending.endpoint.queue()).hold({ fence: pending.fence, command });
    control('whether the first submission is pending', await held.isHeld()).toBe(true);
    control('status before the second submission', await other.fence.status()).toBe('VK_NOT_READY');
    const second = await (await other.endpoint.queue()).trySubmit({ fence: other.fence, command });
    expect('result of the second submission', second).toBeOneOf(resultsInRace);
    await held.release();
    await sharersIdle(pair);
    if (second !== 'VK_SUCCESS') {
      note(`the second submission gave ${second}, as the specification permits`);
      return;
    }
    for (const { name, fence } of pair)
      expect(`wait on the ${name} behind both submissions`, await fence.wait(patience)).toBe('VK_SUCCESS');
    await showSharing({ expect }, pair);
  });

shared
  .case(
    'reset-while-pending',
    'A reset through one sharer makes the payload unsignaled while another one is pending, and its completion does no harm',
  )
  .proves('fence.shared.reset-while-pending')
  .over({
    handleType: fenceReferenceTypes,
    permanence: permanences,
    reach: reaches,
    pendingOn: ['source', 'target'],
    before: ['unsignaled', 'signaled'],
  })
  // A reset of the target would end its temporary import; a second signal needs a queue of its own.
  .where(({ permanence, pendingOn }) => permanence === 'permanent' || pendingOn === 'target')
  .where(({ reach, before }) => reach !== 'device' || before === 'unsignaled')
  .needs(exportable('fence'), importable('fence'))
  .mayLoseDevice()
  .run(async ({ exporter, importer, handleType, permanence, pendingOn, before, expect, control, note }) => {
    const pair = await sharingPair(exporter, importer, handleType, permanence);
    const [pending, other] = pendingOn === 'source' ? pair : [pair[1], pair[0]];
    const held = await (await pending.endpoint.queue()).hold({ fence: pending.fence });
    if (before === 'signaled') {
      const queue = await other.endpoint.queue();
      const result = await queue.trySubmit({ fence: other.fence });
      expect('result of a submission through the other sharer', result).toBeOneOf(resultsInRace);
      await queue.waitIdle();
      const status = await other.fence.status();
      if (status !== 'VK_SUCCESS')
        note(`that submission left the payload ${status}, as the specification permits`);
    } else control('status before the reset', await other.fence.status()).toBe('VK_NOT_READY');
    const reset = await other.endpoint.resetFences([other.fence]);
    expect('result of the reset', reset).toBeOneOf(resultsInRace);
    control('whether the submission is pending behind the reset', await held.isHeld()).toBe(true);
    if (reset === 'VK_SUCCESS') {
      for (const { name, fence } of pair) {
        expect(`status of the ${name} behind the reset`, await fence.status()).toBe('VK_NOT_READY');
        expect(`wait on the ${name} behind the reset`, await fence.wait(milliseconds(20))).toBe('VK_TIMEOUT');
      }
    } else note(`the reset gave ${reset}, as the specification permits`);
    await held.release();
    await sharersIdle(pair);
    const states = [];
    for (const { fence } of pair) states.push(await fence.status());
    expect('whether both are in one state behind the completion', states[0]).toBe(
      states[1] as (typeof states)[0],
    );
    await showSharing({ expect }, pair);
  });
