import {
  type ExternalHandle,
  exportable,
  exportWhilePending,
  gaveDescriptor,
  handlesOf,
  importable,
  mayBePaired,
  mayTravel,
  type Need,
  operation,
  pendingExport,
  pendingSignal,
  permanences,
  reaches,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const exporting = suite(
  'semaphore.export-imported',
  'What a semaphore exports while it holds an imported payload, and behind a temporary one',
);

const either = ['OPAQUE_FD', 'SYNC_FD'] as const;

/** Milliseconds that a sync file gets to follow the work that it stands for. */
const patienceMs = 3000;

/** What the axis `from` names can be exported and imported, and then exported as what the axis `to` names. */
const reexportable: Need<{
  readonly type: string;
  readonly from: SemaphoreHandleType;
  readonly to: SemaphoreHandleType;
}> = (device, { type, from, to }) => {
  for (const handleType of [from, to]) {
    for (const need of [exportable, importable]) {
      const reason = semaphoreOfType(need)(device, { type, handleType });
      if (reason !== undefined) return reason;
    }
  }
  const kind = type === 'timeline' ? device.timelineSemaphore : device.binarySemaphore;
  if (!kind[to]?.exportFromImported.includes(from))
    return `the device does not report ${to} exportable from an imported ${from}`;
  if (from === to || kind[from]?.compatible.includes(to)) return undefined;
  return `the device does not report ${from} and ${to} compatible`;
};

exporting
  .case(
    'from-imported-advertised',
    'A semaphore exports its imported payload as every handle type that the device reports for that',
  )
  .proves('semaphore.export.from-imported-advertised')
  .over({
    from: semaphoreHandleTypes,
    to: semaphoreHandleTypes,
    type: semaphoreTypes,
    permanence: permanences,
    state: ['signaled', 'pending'],
    reach: ['instance', 'process'],
  })
  .where(
    ({ from, to, type, permanence }) =>
      (from === to || mayBePaired(from, to)) &&
      mayTravel({ type, handleType: from, permanence }) &&
      mayTravel({ type, handleType: to }),
  )
  .needs(reexportable)
  .run(async (context) => {
    const { exporter, importer, from, to, type, permanence, state, expect, control, behindMoreLoad } =
      context;
    const source = await exporter.semaphore({ type, exportAs: [...new Set([from, to])] });
    const middle = await importer.semaphore({ type, exportAs: [to] });
    const target = await exporter.semaphore({ type });
    const own = { ...operation(type, target, 1n), through: exporter };
    const before = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the target while its own signal is held', before.held).toBe('VK_TIMEOUT');

    const sources = handlesOf(source, from);
    if (from !== 'SYNC_FD') await middle.import(await sources(), from, permanence);
    let held = state === 'pending' || from === 'SYNC_FD' ? await pendingSignal(exporter, type, source) : null;
    if (held === null) await signalThrough(exporter, operation(type, source, 1n));
    else if (from === 'SYNC_FD') {
      const { handle: copy } = await exportWhilePending(source, from, held);
      // A payload that stands for none of Vulkan's signals may not be exported again.
      if (!gaveDescriptor(copy, context)) return;
      await middle.import(copy, from, permanence);
      if (state === 'signaled') {
        await held.release();
        held = null;
      }
    }
    let handle: ExternalHandle;
    if (held === null) {
      const exported = await middle.tryExport(to);
      expect('result of the export from the importing semaphore', exported.result).toBe('VK_SUCCESS');
      handle = exported.handle as ExternalHandle;
    } else {
      const exported = await exportWhilePending(middle, to, held);
      handle = exported.handle;
      const pollable = to === 'SYNC_FD' && !handle.isMinusOne;
      const state = pollable ? await handle.poll(0) : 'ready';
      const pending = exported.stillPending && (await held.isHeld());
      if (to === 'SYNC_FD' && !pending) behindMoreLoad(pendingExport, 'driver');
      if (to === 'SYNC_FD' && pending)
        expect('state of what was exported while the signal is pending', state).toBe('not-ready');
      await held.release();
      if (pollable)
        expect('state of the sync file behind the signal', await handle.poll(patienceMs)).toBe('ready');
    }
    await target.import(handle, to, to === 'SYNC_FD' ? 'temporary' : 'permanent');
    expect(
      'wait on the signal through what was exported',
      await waitThrough(exporter, operation(type, target, 1n)),
    ).toBe('VK_SUCCESS');
    if (from === 'SYNC_FD' || to === 'SYNC_FD') return;
    const next = await waitAcrossHold({
      signal: { ...operation(type, target, 2n), through: exporter },
      wait: { ...operation(type, middle, 2n), through: importer },
      renew: async () => {
        if (permanence === 'temporary') await middle.import(await sources(), from, permanence);
      },
    });
    expect('wait on the importing semaphore while the next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on it behind a signal through what was exported', next.released).toBe('VK_SUCCESS');
  });

exporting
  .case(
    'types-after-restore',
    'Behind a temporary payload a semaphore exports its own payload again, as what it was created for',
  )
  .proves('semaphore.export.types-after-restore')
  .over({ handleType: either, temporary: either, reach: reaches })
  .needs(
    exportable('binary semaphore'),
    importable('binary semaphore'),
    (device, { temporary }) =>
      exportable('binary semaphore')(device, { handleType: temporary }) ??
      importable('binary semaphore')(device, { handleType: temporary }),
  )
  .run(async ({ exporter, importer, handleType, temporary, expect, control, behindMoreLoad }) => {
    const semaphore = await importer.semaphore({ exportAs: [handleType] });
    const source = await exporter.semaphore({ exportAs: [temporary] });
    await signalThrough(exporter, { semaphore: source });
    await semaphore.import(await source.export(temporary), temporary, 'temporary');
    expect('wait on the temporary payload', await waitThrough(importer, { semaphore })).toBe('VK_SUCCESS');

    const target = await exporter.semaphore();
    const own = { semaphore: target, through: exporter };
    const before = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the target while its own signal is held', before.held).toBe('VK_TIMEOUT');
    if (handleType === 'SYNC_FD') {
      const held = await pendingSignal(importer, 'binary', semaphore);
      const { handle, stillPending } = await exportWhilePending(semaphore, handleType, held);
      const polled = handle.isMinusOne ? 'ready' : await handle.poll(0);
      const pending = stillPending && (await held.isHeld());
      if (!pending) behindMoreLoad(pendingExport, 'driver');
      if (pending) expect('state of what was exported while the signal is pending', polled).toBe('not-ready');
      await held.release();
      await target.import(handle, handleType, 'temporary');
      expect('wait on what was exported', await waitThrough(exporter, { semaphore: target })).toBe(
        'VK_SUCCESS',
      );
      return;
    }
    const exported = await semaphore.tryExport(handleType);
    expect('result of the export', exported.result).toBe('VK_SUCCESS');
    await target.import(exported.handle as ExternalHandle, handleType, 'permanent');
    const next = await waitAcrossHold({
      signal: { semaphore, through: importer },
      wait: { semaphore: target, through: exporter },
    });
    expect('wait on what was exported while the next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on what was exported behind that signal', next.released).toBe('VK_SUCCESS');
  });
