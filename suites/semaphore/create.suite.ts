import {
  exportable,
  exportInState,
  exportWhilePending,
  importable,
  mayTravel,
  operation,
  pendingExport,
  pendingSignal,
  reaches,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
  semaphoreIn,
  semaphoreOfType,
  semaphoreTypes,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  transferableAsBoth,
  waitAcrossHold,
  waitThrough,
  when,
} from '../../harness/cases';

const creating = suite('semaphore.create', 'What a semaphore is that was created to be exported');

creating
  .case(
    'exportable-initial-state',
    'A semaphore that can be exported starts unsignaled, or at its initial value',
  )
  .proves('semaphore.create.exportable-initial-state')
  .over({ handleType: semaphoreHandleTypes, type: semaphoreTypes, initialValue: [0, 7, 2 ** 40] })
  .where(
    ({ type, handleType, initialValue }) =>
      mayTravel({ type, handleType }) && (type === 'timeline' || initialValue === 0),
  )
  .needs(
    semaphoreOfType(exportable),
    when(
      ({ type, handleType }: { readonly type: string; readonly handleType: string }) =>
        type === 'binary' && handleType !== 'SYNC_FD',
      importable('binary semaphore'),
    ),
  )
  .run(async ({ exporter, endpoint, handleType, type, initialValue, expect, control, behindMoreLoad }) => {
    const start = BigInt(initialValue);
    const semaphore = await exporter.semaphore({ type, exportAs: [handleType], initialValue: start });
    if (type === 'timeline') expect('counter of the new semaphore', await semaphore.counter()).toBe(start);
    const wait = await waitAcrossHold({
      signal: { ...operation(type, semaphore, start + 1n), through: exporter },
      wait: { ...operation(type, semaphore, start + 1n), through: exporter },
    });
    control('wait on the new semaphore while its first signal is held', wait.held).toBe('VK_TIMEOUT');
    expect('wait on the new semaphore behind its first signal', wait.released).toBe('VK_SUCCESS');
    if (type === 'timeline') {
      expect('counter behind the signal', await semaphore.counter()).toBe(start + 1n);
      return;
    }
    // The queue that signals may keep its own order: whether a semaphore starts unsignaled is seen from outside of it.
    const another = await exporter.semaphore({ exportAs: [handleType] });
    if (handleType === 'SYNC_FD') {
      const held = await pendingSignal(exporter, type, another);
      const { handle, stillPending } = await exportWhilePending(another, handleType, held);
      const state = handle.isMinusOne ? 'ready' : await handle.poll(0);
      const pending = stillPending && (await held.isHeld());
      if (!pending) behindMoreLoad(pendingExport, 'driver');
      if (pending)
        expect('state of what a new semaphore exports while its first signal is pending', state).toBe(
          'not-ready',
        );
      await held.release();
      return;
    }
    const importer = await endpoint('instance');
    const sharer = await importer.semaphore();
    await sharer.import(await another.export(handleType), handleType, 'permanent');
    const seen = await waitAcrossHold({
      signal: { semaphore: another, through: exporter },
      wait: { semaphore: sharer, through: importer },
    });
    expect('wait of a sharer while the first signal of a new semaphore is held', seen.held).toBe(
      'VK_TIMEOUT',
    );
    expect('wait of a sharer behind that signal', seen.released).toBe('VK_SUCCESS');
  });

creating
  .case('zero-export-mask', 'An export structure that names no handle type changes nothing')
  .proves('semaphore.create.zero-export-mask')
  .over({ type: semaphoreTypes, command: submitCommands })
  .needs(submitCommand, (device, { type }) =>
    type === 'timeline' && !device.features.timelineSemaphore
      ? 'the device has no timelineSemaphore feature'
      : undefined,
  )
  .run(async ({ exporter, type, command, expect, control }) => {
    const semaphore = await exporter.semaphore({ type, exportAs: [] });
    for (let round = 1n; round <= 3n; round += 1n) {
      const side = { ...operation(type, semaphore, round), through: exporter };
      const wait = await waitAcrossHold({ signal: side, wait: side, command });
      control(`round ${round}: wait while the signal is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`round ${round}: wait behind the signal`, wait.released).toBe('VK_SUCCESS');
    }
  });

creating
  .case(
    'advertised-exportable',
    'A handle type that is reported exportable can be asked for at creation and exported',
  )
  .proves('semaphore.create.advertised-exportable')
  .over({ handleType: semaphoreHandleTypes, type: semaphoreTypes, command: submitCommands })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), submitCommand)
  .run(async ({ exporter, handleType, type, command, expect, control }) => {
    const semaphore = await exporter.semaphore({ type, exportAs: [handleType] });
    const side = { ...operation(type, semaphore, 1n), through: exporter };
    const wait = await waitAcrossHold({ signal: side, wait: side, command });
    control('wait on the semaphore while its signal is held', wait.held).toBe('VK_TIMEOUT');
    await signalThrough(exporter, operation(type, semaphore, 2n), command);
    const exported = await semaphore.tryExport(handleType);
    expect('result of the export', exported.result).toBe('VK_SUCCESS');
    const consumed = handleType === 'SYNC_FD' || type === 'timeline';
    if (consumed) await signalThrough(exporter, operation(type, semaphore, 3n), command);
    expect(
      'wait on the semaphore behind the export',
      await waitThrough(exporter, operation(type, semaphore, 3n), command),
    ).toBe('VK_SUCCESS');
  });

creating
  .case(
    'several-export-types',
    'A semaphore created to be exported as two handle types gives a working handle of each, in either order',
  )
  .proves('semaphore.create.several-export-types')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], state: ['signaled', 'pending'], reach: reaches })
  .needs(transferableAsBoth('binary semaphore', 'OPAQUE_FD', 'SYNC_FD'))
  .run(async ({ exporter, importer, handleType, state, expect, control }) => {
    const source = await semaphoreIn(exporter, state, { handleType: ['OPAQUE_FD', 'SYNC_FD'] });
    const { semaphore } = source;
    const sharer = await importer.semaphore();
    const copy = await importer.semaphore();
    const exportAs = async (type: SemaphoreHandleType): Promise<void> => {
      const handle = await exportInState(source, type);
      if (type === 'SYNC_FD') await copy.import(handle, type, 'temporary');
      else await sharer.import(handle, type, 'permanent');
    };
    await exportAs(handleType);
    await exportAs(handleType === 'OPAQUE_FD' ? 'SYNC_FD' : 'OPAQUE_FD');
    await source.held?.release();
    expect('wait on the copy', await waitThrough(importer, { semaphore: copy })).toBe('VK_SUCCESS');
    const next = await waitAcrossHold({
      signal: { semaphore, through: exporter },
      wait: { semaphore: sharer, through: importer },
    });
    control('wait on the sharer while the next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on the sharer behind the next signal', next.released).toBe('VK_SUCCESS');
    await signalThrough(importer, { semaphore: sharer });
    expect(
      'wait on the source behind a signal of the sharer',
      await waitThrough(exporter, { semaphore }),
    ).toBe('VK_SUCCESS');
  });
