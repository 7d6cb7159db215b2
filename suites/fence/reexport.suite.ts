import {
  exportable,
  type FenceHandleType,
  fenceHandleTypes,
  fenceStates,
  importable,
  importInto,
  mayBePaired,
  mayImport,
  passedOn,
  patience,
  permanences,
  reaches,
  statusIn,
  suite,
  transferenceOf,
  when,
  whileHeld,
} from '../../harness/cases';

const passing = suite(
  'fence.reexport',
  'What a fence exports while it has an imported payload, and once that is gone',
);

const patienceMs = Number(patience) / 1e6;

/** What a fence is created for whose payload is imported as one type and exported as another. */
const typesOf = (from: FenceHandleType, to: FenceHandleType): readonly FenceHandleType[] =>
  from === to ? [to] : [from, to];

passing
  .case(
    'types-follow-payload',
    'A fence that imported a payload exports it again, although it was not created to be exported',
  )
  .proves('fence.export.types-follow-payload')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences, reach: reaches })
  .where(mayImport)
  .needs((device, { handleType }) => passedOn('fence')(device, { from: handleType, to: handleType }))
  .run(async (context) => {
    const { exporter, importer, handleType, permanence, expect, control } = context;
    const middle = await importer.fence({ signaled: true });
    control('status of the importing fence before the import', await middle.status()).toBe('VK_SUCCESS');
    const payload = await importInto(middle, context, 'pending', {
      handleType,
      permanence,
      exportAs: [handleType],
    });
    if (payload?.held === undefined) return;
    const { value: exported } = await whileHeld(payload.held, () => middle.tryExport(handleType));
    expect('result of the export from the importing fence', exported.result).toBe('VK_SUCCESS');
    if (exported.handle === undefined) return;
    const last = await exporter.fence({ signaled: true });
    await last.import(exported.handle, handleType, permanence);
    if (await payload.held.isHeld())
      control('status of the last fence while the work is held', await last.status()).toBe('VK_NOT_READY');
    await payload.held.release();
    expect('wait on the last fence behind the release', await last.wait(patience)).toBe('VK_SUCCESS');
    if (transferenceOf(handleType) === 'copy') return;
    expect('wait on the fence between', await middle.wait(patience)).toBe('VK_SUCCESS');
    await payload.source.reset();
    expect('status of the last fence behind a reset of the first', await last.status()).toBe('VK_NOT_READY');
  });

passing
  .case(
    'from-imported-advertised',
    'What is reported exportable from an imported handle type is exported from it, and is what its type says',
  )
  .proves('fence.export.from-imported-advertised')
  .over({
    from: fenceHandleTypes,
    to: fenceHandleTypes,
    permanence: permanences,
    state: fenceStates,
  })
  .where(({ from, to }) => from === to || mayBePaired(from, to))
  .where(
    ({ from, to, permanence, state }) =>
      mayImport({ handleType: from, permanence }) &&
      (state !== 'unsignaled' ||
        (transferenceOf(from) === 'reference' && transferenceOf(to) === 'reference')),
  )
  .needs(
    passedOn('fence'),
    when(
      ({ to }) => transferenceOf(to) === 'reference',
      (device, { to }) => importable('fence')(device, { handleType: to }),
    ),
  )
  .run(async (context) => {
    const { exporter, from, to, permanence, state, expect, control } = context;
    const middle = await exporter.fence({ exportAs: [to], signaled: state !== 'signaled' });
    control('status of the fence before the import', await middle.status()).toDifferFrom(statusIn[state]);
    const exportAs = typesOf(from, to);
    const payload = await importInto(middle, context, state, { handleType: from, permanence, exportAs });
    if (payload === null) return;
    const { source, held } = payload;
    control('status of the fence behind the import', await middle.status()).toBe(statusIn[state]);
    const attempt = () => middle.tryExport(to);
    const { value: exported, neededRelease } =
      held === undefined ? { value: await attempt(), neededRelease: false } : await whileHeld(held, attempt);
    expect('result of the export', exported.result).toBe('VK_SUCCESS');
    if (exported.handle === undefined) return;
    if (transferenceOf(to) === 'copy') {
      const pending = state === 'pending' && !neededRelease;
      expect('state of the copy', await exported.handle.poll(0)).toBe(pending ? 'not-ready' : 'ready');
      await held?.release();
      expect('state of the copy behind the signal', await exported.handle.poll(patienceMs)).toBe('ready');
      return;
    }
    const last = await exporter.fence({ signaled: state !== 'signaled' });
    control('status of another fence before it imports', await last.status()).toDifferFrom(statusIn[state]);
    await last.import(exported.handle, to, 'permanent');
    if (!neededRelease) expect('status of that fence', await last.status()).toBe(statusIn[state]);
    await held?.release();
    if (state === 'unsignaled') await (await exporter.queue()).submit({ fence: source });
    expect('wait on that fence behind the signal', await last.wait(patience)).toBe('VK_SUCCESS');
    expect('wait on the fence that was exported', await middle.wait(patience)).toBe('VK_SUCCESS');
  });

passing
  .case(
    'types-after-restore',
    'A fence whose temporary payload is gone exports its own again, as the types that it was created for',
  )
  .proves('fence.export.types-after-restore')
  .over({
    handleType: ['OPAQUE_FD', 'SYNC_FD'],
    imported: ['OPAQUE_FD', 'SYNC_FD'],
    restoredBy: ['reset', 'copy-export'],
  })
  .needs(
    exportable('fence'),
    (device, { handleType }) =>
      transferenceOf(handleType) === 'reference' ? importable('fence')(device, { handleType }) : undefined,
    (device, { imported, restoredBy }) =>
      restoredBy === 'copy-export'
        ? passedOn('fence')(device, { from: imported, to: 'SYNC_FD' })
        : (exportable('fence')(device, { handleType: imported }) ??
          importable('fence')(device, { handleType: imported })),
  )
  .run(async (context) => {
    const { exporter, handleType, imported, restoredBy, expect, control } = context;
    const fence = await exporter.fence({ exportAs: [handleType] });
    control('status of the fence with its own payload', await fence.status()).toBe('VK_NOT_READY');
    if (restoredBy === 'reset') {
      const source = await exporter.fence({ exportAs: [imported], signaled: true });
      await fence.import(await source.export(imported), imported, 'temporary');
      control('wait on the fence with the temporary payload', await fence.wait(patience)).toBe('VK_SUCCESS');
      await fence.reset();
    } else {
      const payload = await importInto(fence, context, 'signaled', {
        handleType: imported,
        permanence: 'temporary',
        exportAs: typesOf(imported, 'SYNC_FD'),
      });
      if (payload === null) return;
      control('wait on the fence with the temporary payload', await fence.wait(patience)).toBe('VK_SUCCESS');
      await fence.export('SYNC_FD');
    }
    control('status of the fence with its own payload back', await fence.status()).toBe('VK_NOT_READY');
    const held = await (await exporter.queue()).hold({ fence });
    const { value: exported, neededRelease } = await whileHeld(held, () => fence.tryExport(handleType));
    expect('result of the export of its own payload', exported.result).toBe('VK_SUCCESS');
    if (exported.handle === undefined) return;
    if (transferenceOf(handleType) === 'copy') {
      if (!neededRelease)
        expect('state of the copy while the work is held', await exported.handle.poll(0)).toBe('not-ready');
      await held.release();
      expect('state of the copy behind the release', await exported.handle.poll(patienceMs)).toBe('ready');
      return;
    }
    const sharer = await exporter.fence({ signaled: true });
    await sharer.import(exported.handle, handleType, 'permanent');
    if (!neededRelease)
      expect('status of a sharer while the work is held', await sharer.status()).toBe('VK_NOT_READY');
    await held.release();
    expect('wait on the sharer behind the release', await sharer.wait(patience)).toBe('VK_SUCCESS');
    await sharer.reset();
    expect('status of the fence behind a reset of the sharer', await fence.status()).toBe('VK_NOT_READY');
  });
