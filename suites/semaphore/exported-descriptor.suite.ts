import {
  type CaseContext,
  type ExternalHandle,
  exportable,
  exportInState,
  exportWhilePending,
  gaveDescriptor,
  importable,
  lateClose,
  mayTravel,
  operation,
  patience,
  pendingExport,
  semaphoreIn,
  semaphoreOfType,
  semaphoreStates,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const exporting = suite('semaphore.exported-descriptor', 'The descriptors that a semaphore is exported as');

const axes = {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  type: semaphoreTypes,
  state: ['signaled', 'pending'],
} as const;

/** Milliseconds that an export has before the host signals what it may be waiting for. */
const hostSignalMs = Number(patience) / 1e6;

/** Shows that a descriptor which is no longer open is seen. */
function seesClosing({
  ownHandles,
  descriptors,
  control,
}: Pick<CaseContext, 'ownHandles' | 'descriptors' | 'control'>): void {
  const [own] = ownHandles(1) as [ExternalHandle];
  control('whether a descriptor of the application is open', descriptors().hasNumberOf(own)).toBe(true);
  own.close();
  control('whether it is open behind its close', descriptors().hasNumberOf(own)).toBe(false);
}

/** A copy of a signaled payload may be -1: what is asked of a descriptor is asked of pending ones. */
function givesDescriptor(parameters: {
  readonly handleType: 'OPAQUE_FD' | 'SYNC_FD';
  readonly type: string;
  readonly state: string;
}): boolean {
  return mayTravel(parameters) && (parameters.handleType === 'OPAQUE_FD' || parameters.state === 'pending');
}

exporting
  .case('fresh-descriptor', 'Each export gives a descriptor of its own, at a number that was free')
  .proves('semaphore.export-fd.fresh-descriptor')
  .over(axes)
  .where(givesDescriptor)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async (context) => {
    const { exporter, handleType, type, state, descriptors, expect, control } = context;
    const permanence = handleType === 'SYNC_FD' ? 'temporary' : 'permanent';
    seesClosing(context);
    const source = await semaphoreIn(exporter, state, { handleType, type });
    const export1 = await exportInState(source, handleType);
    if (!export1.isMinusOne) {
      const before = descriptors();
      control(
        'whether the number of an export that is still open counts as taken',
        before.hasNumberOf(export1),
      ).toBe(true);
      const again =
        handleType === 'SYNC_FD' ? await semaphoreIn(exporter, state, { handleType, type }) : source;
      const export2 = await exportInState(again, handleType);
      expect('whether the number of the second export was taken', before.hasNumberOf(export2)).toBe(false);
      export2.close();
      expect('the first descriptor behind the close of the second', export1.isOpen()).toBe(true);
      await again.held?.release();
    } else {
      gaveDescriptor(export1, context);
    }
    await source.held?.release();
    const target = await exporter.semaphore({ type });
    await target.import(export1, handleType, permanence);
    expect(
      'wait on an import of the first export',
      await waitThrough(exporter, operation(type, target)),
    ).toBe('VK_SUCCESS');
  });

exporting
  .case('app-owns', 'An exported descriptor stays open when what it was exported from is destroyed')
  .proves('semaphore.export-fd.app-owns')
  .over({ ...axes, destroyed: ['object', 'device', 'instance'] })
  .where(givesDescriptor)
  .needs(semaphoreOfType(exportable))
  .run(async (context) => {
    const { fresh, handleType, type, state, destroyed, expect, control, should, behindMoreLoad } = context;
    seesClosing(context);
    const origin = await fresh();
    const source = await semaphoreIn(origin, state, { handleType, type });
    const handle = await exportInState(source, handleType);
    const before = handle.identity();
    await source.held?.release();
    await (await origin.queue()).waitIdle();
    if (destroyed === 'object') await source.semaphore.destroy();
    else if (destroyed === 'device') await origin.destroyDevice();
    else await origin.destroyInstance();
    if (handle.isMinusOne) {
      gaveDescriptor(handle, { should, behindMoreLoad });
      return;
    }
    control('what the descriptor referred to', before).toDifferFrom('no handle');
    await lateClose();
    expect('the descriptor behind the destruction', handle.isOpen()).toBe(true);
    expect('what the descriptor refers to', handle.identity()).toBe(before);
  });

exporting
  .case(
    'close-on-exec',
    'An exported descriptor is flagged to close on exec, and a program started by exec does not have it',
  )
  .proves('semaphore.export-fd.close-on-exec')
  .over(axes)
  .where(givesDescriptor)
  .needs(semaphoreOfType(exportable))
  .run(async ({ exporter, handleType, type, state, ownHandles, expect, control, should, behindMoreLoad }) => {
    const [own] = ownHandles(1) as [ExternalHandle];
    const inherited = own.duplicate('dup');
    control('flag of a descriptor made by dup', inherited.closeOnExec()).toBe(false);
    control('whether a program started by exec has it', inherited.seenAfterExec()).toBe(true);
    const source = await semaphoreIn(exporter, state, { handleType, type });
    const handle = await exportInState(source, handleType);
    if (handle.isMinusOne) {
      gaveDescriptor(handle, { should, behindMoreLoad });
      return;
    }
    expect('close-on-exec flag of the exported descriptor', handle.closeOnExec()).toBe(true);
    expect('whether a program started by exec has it', handle.seenAfterExec()).toBe(false);
  });

exporting
  .case(
    'opaque-valid-in-any-state',
    'An export by reference gives a descriptor whatever the state of the payload',
  )
  .proves('semaphore.export-fd.opaque-valid-in-any-state')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, state: semaphoreStates })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, endpoint, handleType, type, state, expect, control, should, behindMoreLoad }) => {
    const importer = await endpoint('instance');
    const { semaphore, held } = await semaphoreIn(exporter, state, { handleType, type });
    let handle: ExternalHandle;
    if (held === undefined) {
      handle = await semaphore.export(handleType);
    } else {
      const byHost = type === 'timeline';
      const made = await exportWhilePending(semaphore, handleType, held, byHost ? hostSignalMs : undefined);
      handle = made.handle;
      // Behind a signal of the host, which may come from the thread that exports, there is nothing to wait for.
      if (!byHost && !made.stillPending) behindMoreLoad(pendingExport, 'driver');
      const judge = byHost ? expect : should;
      judge('whether the signal is pending behind the export', made.stillPending).toBe(true);
    }
    expect('whether the export gave -1', handle.isMinusOne).toBe(false);
    expect('whether the descriptor is open', handle.isOpen()).toBe(true);
    const target = await importer.semaphore({ type });
    await target.import(handle, handleType, 'permanent');
    await held?.release();
    if (state === 'unsignaled') await signalThrough(exporter, operation(type, semaphore));
    expect('wait on an import of the export', await waitThrough(importer, operation(type, target))).toBe(
      'VK_SUCCESS',
    );
    const next = await waitAcrossHold({
      signal: { ...operation(type, semaphore, 2n), through: exporter },
      wait: { ...operation(type, target, 2n), through: importer },
    });
    control('wait on the import while the next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on the import behind the next signal', next.released).toBe('VK_SUCCESS');
  });
