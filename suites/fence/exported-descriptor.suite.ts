import {
  descriptorFrom,
  exportable,
  exportedHandleStays,
  fenceIn,
  fenceStates,
  handleTrials,
  owesDescriptor,
  patience,
  statusIn,
  suite,
  transferenceOf,
} from '../../harness/cases';

const exported = suite('fence.exported-descriptor', 'What a descriptor is that a fence exports, and whose');

exported
  .case(
    'fresh-descriptor',
    'Every export gives a descriptor that was not open before and that no other export gave',
  )
  .proves('fence.export-fd.fresh-descriptor')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], state: fenceStates })
  .where(({ handleType, state }) => owesDescriptor(handleType, state))
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, descriptors, should, expect, control }) => {
    const source = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of the fence before the export', await source.fence.status()).toBe(statusIn[state]);
    const before = descriptors();
    const first = await descriptorFrom(source, handleType, should);
    if (first === null) return;
    expect('whether the number was open before the first export', before.hasNumberOf(first)).toBe(false);
    control('whether the number is seen open behind it', descriptors().hasNumberOf(first)).toBe(true);
    const copies = transferenceOf(handleType) === 'copy';
    await source.held?.release();
    await (await exporter.queue()).waitIdle();
    const again = copies ? await fenceIn(exporter, state, { exportAs: [handleType] }) : source;
    const second = await descriptorFrom(again, handleType, should);
    if (second === null) return;
    first.close();
    expect('whether the second is open behind the close of the first', second.isOpen()).toBe(true);
    await again.held?.release();
    if (copies) {
      expect('state of the second', await second.poll(Number(patience) / 1e6)).toBe('ready');
      return;
    }
    if (state === 'unsignaled') await (await exporter.queue()).submit({ fence: source.fence });
    const target = await exporter.fence();
    await target.import(second, handleType, 'permanent');
    expect('wait on a fence that imported the second', await target.wait(patience)).toBe('VK_SUCCESS');
  });

exported
  .case(
    'app-owns',
    'An exported descriptor stays open and refers to the same object behind a reset of the fence and the destruction of fence, device and instance',
  )
  .proves('fence.export-fd.app-owns')
  .over({
    handleType: ['OPAQUE_FD', 'SYNC_FD'],
    state: fenceStates,
    behind: handleTrials,
  })
  .where(({ handleType, state }) => owesDescriptor(handleType, state))
  .needs(exportable('fence'))
  .run(async (context) => {
    await exportedHandleStays(context);
  });

exported
  .case(
    'close-on-exec',
    'An exported descriptor is set to close at exec, and a program that is executed does not see it',
  )
  .proves('fence.export-fd.close-on-exec')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], state: fenceStates })
  .where(({ handleType, state }) => owesDescriptor(handleType, state))
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, should, expect, control }) => {
    if (transferenceOf(handleType) === 'copy') {
      const signaled = await fenceIn(exporter, 'signaled', { exportAs: [handleType] });
      const handle = await signaled.fence.export(handleType);
      if (!handle.isMinusOne)
        expect('close-on-exec flag of what a signaled fence exported', handle.closeOnExec()).toBe(true);
    }
    const source = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of the fence before the export', await source.fence.status()).toBe(statusIn[state]);
    const handle = await descriptorFrom(source, handleType, should);
    if (handle === null) return;
    const inheritable = handle.duplicate('dup');
    control('whether an executed program sees a duplicate made by dup', inheritable.seenAfterExec()).toBe(
      true,
    );
    expect('close-on-exec flag of the descriptor', handle.closeOnExec()).toBe(true);
    expect('whether an executed program sees the descriptor', handle.seenAfterExec()).toBe(false);
  });
