import {
  exportable,
  handlesOf,
  importable,
  mayTravel,
  operation,
  reaches,
  semaphoreOfType,
  semaphoreReferenceTypes,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const permanent = suite(
  'semaphore.permanent-import',
  'What a permanent import replaces, and how long it stays',
);

const axes = { handleType: semaphoreReferenceTypes, type: semaphoreTypes, reach: reaches } as const;

permanent
  .case(
    'permanent-replaces',
    'A permanent import puts the imported payload in the place of the one before, and its signal',
  )
  .proves('semaphore.import.permanent-replaces')
  .over({ ...axes, before: ['own-signaled', 'own-unsignaled', 'imported'] })
  .where(mayTravel)
  .withoutControl('each wait is expected both to wait and to end, which no driver that does nothing does')
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, before, expect }) => {
    const target = await importer.semaphore({ type });
    if (before === 'own-signaled') await signalThrough(importer, operation(type, target, 50n));
    if (before === 'imported') {
      const former = await exporter.semaphore({ type, exportAs: [handleType] });
      await target.import(await former.export(handleType), handleType, 'permanent');
      await signalThrough(exporter, operation(type, former, 50n));
    }
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    await target.import(await source.export(handleType), handleType, 'permanent');
    for (let round = 1n; round <= 3n; round += 1n) {
      const wait = await waitAcrossHold({
        signal: { ...operation(type, source, round), through: exporter },
        wait: { ...operation(type, target, round), through: importer },
      });
      expect(`wait ${round} on the import while its signal is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`wait ${round} on the import behind its signal`, wait.released).toBe('VK_SUCCESS');
    }
  });

permanent
  .case(
    'permanent-leaves-old-set',
    'A semaphore that imported another payload signals its former sharers no more',
  )
  .proves('semaphore.import.permanent-leaves-old-set')
  .over(axes)
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, expect, control }) => {
    const former = await exporter.semaphore({ type, exportAs: [handleType] });
    const handles = handlesOf(former, handleType);
    const sharer = await importer.semaphore({ type });
    await sharer.import(await handles(), handleType, 'permanent');
    const target = await importer.semaphore({ type });
    await target.import(await handles(), handleType, 'permanent');
    await signalThrough(importer, operation(type, target, 1n));
    control(
      'wait on a sharer behind a signal of the semaphore, while it shares',
      await waitThrough(importer, operation(type, sharer, 1n)),
    ).toBe('VK_SUCCESS');
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    await target.import(await source.export(handleType), handleType, 'permanent');
    await signalThrough(importer, operation(type, target, 2n));
    const wait = await waitAcrossHold({
      signal: { ...operation(type, former, 2n), through: exporter },
      wait: { ...operation(type, sharer, 2n), through: importer },
    });
    expect('wait on a former sharer, its own signal held, behind a signal of the semaphore', wait.held).toBe(
      'VK_TIMEOUT',
    );
    expect('wait on a former sharer behind its own signal', wait.released).toBe('VK_SUCCESS');
    expect(
      'wait on the source behind the signal of the semaphore',
      await waitThrough(exporter, operation(type, source, 2n)),
    ).toBe('VK_SUCCESS');
  });

permanent
  .case('permanent-survives-wait', 'Waits leave a permanent import in place')
  .proves('semaphore.import.permanent-survives-wait')
  .over({ ...axes, count: [100] })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, count, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await importer.semaphore({ type });
    await target.import(await source.export(handleType), handleType, 'permanent');
    let value = 0n;
    for (let round = 1; round <= count; round += 1) {
      value += 1n;
      await signalThrough(exporter, operation(type, source, value));
      expect(`wait ${round}`, await waitThrough(importer, operation(type, target, value))).toBe('VK_SUCCESS');
    }
    const wait = await waitAcrossHold({
      signal: { ...operation(type, source, value + 1n), through: exporter },
      wait: { ...operation(type, target, value + 1n), through: importer },
    });
    control('wait behind all these while the next signal is held', wait.held).toBe('VK_TIMEOUT');
    expect('wait behind the next signal', wait.released).toBe('VK_SUCCESS');
  });
