import {
  exportable,
  exportedOnce,
  exportWhilePending,
  importable,
  mayTravel,
  operation,
  reaches,
  type Semaphore,
  semaphoreIn,
  semaphoreOfType,
  semaphoreReferenceTypes,
  semaphoreStates,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const exporting = suite('semaphore.export', 'What an export by reference hands out, and leaves as it was');

exporting
  .case(
    'reference-no-side-effect',
    'An export by reference leaves the signal, the pending signal or the counter as it was',
  )
  .proves('semaphore.export.reference-no-side-effect')
  .over({ handleType: semaphoreReferenceTypes, type: semaphoreTypes, state: semaphoreStates })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, endpoint, handleType, type, state, expect, control }) => {
    const importer = await endpoint('instance');
    const { semaphore, held } = await semaphoreIn(exporter, state, { handleType, type });
    const counter = type === 'timeline' ? await semaphore.counter() : null;
    const target = await importer.semaphore({ type });
    const exports = exportedOnce(handleType) ? 1 : 3;
    for (let count = 1; count <= exports; count += 1) {
      const handle =
        held === undefined
          ? await semaphore.export(handleType)
          : (await exportWhilePending(semaphore, handleType, held)).handle;
      if (count === 1) await target.import(handle, handleType, 'permanent');
    }
    if (counter !== null && held === undefined)
      expect('counter behind the exports', await semaphore.counter()).toBe(counter);
    await held?.release();
    if (state !== 'unsignaled') {
      expect(
        'wait on the source behind the exports',
        await waitThrough(exporter, operation(type, semaphore)),
      ).toBe('VK_SUCCESS');
    }
    const next = await waitAcrossHold({
      signal: { ...operation(type, semaphore, 2n), through: exporter },
      wait: { ...operation(type, target, 2n), through: importer },
    });
    control('wait on the payload while its next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on the payload behind its next signal', next.released).toBe('VK_SUCCESS');
  });

exporting
  .case('repeat-reference-same-payload', 'Every export by reference of a semaphore names the same payload')
  .proves('semaphore.export.repeat-reference-same-payload')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, reach: reaches, count: [2, 100] })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, count, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const targets: Semaphore[] = [];
    for (let made = 0; made < count; made += 1) {
      const target = await importer.semaphore({ type });
      await target.import(await source.export(handleType), handleType, 'permanent');
      targets.push(target);
    }
    const [first, last] = [targets[0], targets.at(-1)] as [Semaphore, Semaphore];
    const ends = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, last, 1n), through: importer },
    });
    control('wait on the last import while the signal is held', ends.held).toBe('VK_TIMEOUT');
    expect('wait on the last import behind a signal of the source', ends.released).toBe('VK_SUCCESS');
    let value = 1n;
    let before = first;
    for (const [index, target] of targets.entries()) {
      value += 1n;
      await signalThrough(importer, operation(type, before, value));
      expect(
        `wait on import ${index} behind a signal through the one before`,
        await waitThrough(importer, operation(type, target, value)),
      ).toBe('VK_SUCCESS');
      before = target;
    }
  });

exporting
  .case(
    'types-follow-payload',
    'A semaphore that imported a payload exports it again, although it was not created to be exported',
  )
  .proves('semaphore.export.types-follow-payload')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, reach: reaches })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable), (device, { handleType, type }) =>
    (type === 'timeline' ? device.timelineSemaphore : device.binarySemaphore)[
      handleType
    ]?.exportFromImported.includes(handleType)
      ? undefined
      : `the device does not report ${handleType} exportable from an imported one`,
  )
  .run(async ({ exporter, importer, handleType, type, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const middle = await importer.semaphore({ type });
    await middle.import(await source.export(handleType), handleType, 'permanent');
    const exported = await middle.tryExport(handleType);
    expect('result of the export from the importing semaphore', exported.result).toBe('VK_SUCCESS');
    if (exported.handle === undefined) return;
    const target = await exporter.semaphore({ type });
    await target.import(exported.handle, handleType, 'permanent');
    const wait = await waitAcrossHold({
      signal: { ...operation(type, target, 1n), through: exporter },
      wait: { ...operation(type, middle, 1n), through: importer },
    });
    control('wait on the middle one while the signal is held', wait.held).toBe('VK_TIMEOUT');
    expect('wait on the middle one behind a signal through the last', wait.released).toBe('VK_SUCCESS');
    await signalThrough(exporter, operation(type, source, 2n));
    expect(
      'wait on the last behind a signal of the source',
      await waitThrough(exporter, operation(type, target, 2n)),
    ).toBe('VK_SUCCESS');
  });

exporting
  .case('concurrent', 'Exports of one semaphore by several threads at once all name its payload')
  .proves('semaphore.export.concurrent')
  .over({ handleType: semaphoreReferenceTypes, type: semaphoreTypes, threads: [2, 16], count: [10] })
  .where((parameters) => mayTravel(parameters) && !exportedOnce(parameters.handleType))
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, handleType, type, threads, count, expect, control }) => {
    for (let round = 1; round <= count; round += 1) {
      const source = await exporter.semaphore({ type, exportAs: [handleType] });
      const exports = Array.from({ length: threads }, () => source.export(handleType));
      if (type === 'timeline') {
        for (let looked = 0; looked < threads; looked += 1)
          expect('counter while threads export', await source.counter()).toBe(0n);
      }
      const targets: Semaphore[] = [];
      for (const handle of await Promise.all(exports)) {
        const target = await exporter.semaphore({ type });
        await target.import(handle, handleType, 'permanent');
        targets.push(target);
      }
      if (round === 1) {
        const wait = await waitAcrossHold({
          signal: { ...operation(type, source, 1n), through: exporter },
          wait: { ...operation(type, targets[0] as Semaphore, 1n), through: exporter },
        });
        control('wait on the first import while the signal is held', wait.held).toBe('VK_TIMEOUT');
        expect('wait on the first import behind the signal', wait.released).toBe('VK_SUCCESS');
      }
      let value = 1n;
      for (const [index, target] of targets.entries()) {
        value += 1n;
        await signalThrough(exporter, operation(type, source, value));
        expect(
          `round ${round}: wait on what thread ${index} exported behind a signal of the source`,
          await waitThrough(exporter, operation(type, target, value)),
        ).toBe('VK_SUCCESS');
      }
      for (const semaphore of [source, ...targets]) await semaphore.destroy();
    }
  });
