import {
  exportable,
  exportedOnce,
  exportFrom,
  fenceHandleTypes,
  fenceIn,
  fenceReferenceTypes,
  fenceStates,
  importable,
  patience,
  permanences,
  reaches,
  statusIn,
  suite,
  transferenceOf,
  whileHeld,
  wholeGraceMs,
} from '../../harness/cases';

const exporting = suite('fence.export', 'In which states a fence exports, and what the export leaves behind');

exporting
  .case(
    'advertised-exportable',
    'A handle type that is reported exportable can be requested at creation and exported in every state that it allows',
  )
  .proves('fence.create.advertised-exportable')
  .over({ handleType: fenceHandleTypes, state: fenceStates })
  .where(({ handleType, state }) => transferenceOf(handleType) === 'reference' || state !== 'unsignaled')
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, expect, control }) => {
    const { fence, held } = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of the fence before the export', await fence.status()).toBe(statusIn[state]);
    const attempt = () => fence.tryExport(handleType);
    const { result } = held === undefined ? await attempt() : (await whileHeld(held, attempt)).value;
    expect('result of the export', result).toBe('VK_SUCCESS');
    await held?.release();
    if (state === 'signaled') await fence.reset();
    if (state !== 'pending') await (await exporter.queue()).submit({ fence });
    else if (transferenceOf(handleType) === 'copy') return;
    expect('wait on the fence behind the export', await fence.wait(patience)).toBe('VK_SUCCESS');
  });

exporting
  .case(
    'opaque-valid-in-any-state',
    'A fence exports by reference whether it is signaled, unsignaled or pending, without waiting for its signal, and the handle carries its state',
  )
  .proves('fence.export-fd.opaque-valid-in-any-state')
  .over({ handleType: ['OPAQUE_FD'], state: fenceStates, permanence: permanences, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, state, permanence, expect, control }) => {
    const { fence, held } = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of the fence before the export', await fence.status()).toBe(statusIn[state]);
    const { value: handle, neededRelease } =
      held === undefined
        ? { value: await fence.export(handleType), neededRelease: false }
        : await whileHeld(held, () => fence.export(handleType), wholeGraceMs);
    expect('whether the export waited for the signal', neededRelease).toBe(false);
    expect('whether the export gave an open descriptor', handle.isOpen()).toBe(true);
    const target = await importer.fence({ signaled: state !== 'signaled' });
    control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
    await target.import(handle, handleType, permanence);
    expect('status of the target behind the import', await target.status()).toBe(statusIn[state]);
    await held?.release();
    if (state === 'pending')
      expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

exporting
  .case('reference-never-minus-one', 'An export by reference gives a descriptor in every state, never -1')
  .proves('fence.export-fd.sync-minus-one-scope')
  .over({ handleType: ['OPAQUE_FD'], state: fenceStates })
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, expect, control }) => {
    const source = await fenceIn(exporter, state, { exportAs: [handleType] });
    control('status of the fence before the export', await source.fence.status()).toBe(statusIn[state]);
    const handle = await exportFrom(source, handleType);
    expect('whether the export gave -1', handle.isMinusOne).toBe(false);
    expect('whether what it gave is open', handle.isOpen()).toBe(true);
  });

exporting
  .case('reference-no-side-effect', 'An export by reference leaves the state of the fence as it was')
  .proves('fence.export.reference-no-side-effect')
  .over({ handleType: fenceReferenceTypes, state: fenceStates, count: [1, 4] })
  .where(({ handleType, count }) => count === 1 || !exportedOnce(handleType))
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, count, expect, control }) => {
    const { fence, held } = await fenceIn(exporter, state, { exportAs: [handleType] });
    for (let made = 0; made < count; made += 1) {
      control('status of the fence before the export', await fence.status()).toBe(statusIn[state]);
      const attempt = () => fence.export(handleType);
      if (held === undefined) await attempt();
      else if ((await whileHeld(held, attempt)).neededRelease) break;
      expect('status of the fence behind the export', await fence.status()).toBe(statusIn[state]);
    }
    await held?.release();
    if (state === 'unsignaled') await (await exporter.queue()).submit({ fence });
    expect('wait on the fence behind the exports', await fence.wait(patience)).toBe('VK_SUCCESS');
  });
