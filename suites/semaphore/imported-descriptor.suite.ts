import {
  deadlineOfHundreds,
  exportable,
  importable,
  mayTravel,
  operation,
  ReusedNumbers,
  reaches,
  repeatedly,
  type Semaphore,
  semaphoreImports,
  semaphoreOfType,
  settledCopy,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const importing = suite(
  'semaphore.imported-descriptor',
  'What an import does with the descriptor that it is given',
);

importing
  .case(
    'takes-ownership',
    'An imported descriptor is not left open when the semaphore that took it is gone, another import in between or not',
  )
  .proves('semaphore.import-fd.takes-ownership')
  .over({ ...semaphoreImports, imports: [1, 2], count: [100] })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .deadline(deadlineOfHundreds)
  .run(async (context) => {
    const { exporter, handleType, type, permanence, imports, count, descriptors, ownHandles } = context;
    const { minusOne, expect, control } = context;
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const own = { ...operation(type, source, 1n), through: exporter };
    const first = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the source while its signal is held', first.held).toBe('VK_TIMEOUT');
    const copy = handleType === 'SYNC_FD' ? await settledCopy(exporter, context) : null;
    const exported = async () => {
      if (copy === null) return source.export(handleType);
      return copy.isMinusOne ? minusOne() : copy.duplicate();
    };
    let value = 1n;
    const round = async () => {
      value += 1n;
      if (copy === null) await signalThrough(exporter, operation(type, source, value));
      const target = await exporter.semaphore({ type });
      for (let made = 0; made < imports; made += 1)
        await target.import(await exported(), handleType, permanence);
      const wait = await waitThrough(exporter, operation(type, target, value));
      expect(`wait on import ${value}`, wait).toBe('VK_SUCCESS');
      await target.destroy();
    };
    await round();
    const before = descriptors().count;
    ownHandles(1);
    control('open descriptors with one more', descriptors().count).toBe(before + 1);
    for (let done = 0; done < count; done += 1) await round();
    expect('open descriptors behind all imports', descriptors().count).toBeAtMost(before + 1 + count / 10);
  });

importing
  .case(
    'closes-exactly-once',
    'A file of the application that got the number of an imported descriptor is not closed by a wait, another import or the destruction of the semaphore',
  )
  .proves('semaphore.import-fd.closes-exactly-once')
  .over({ ...semaphoreImports, endedBy: ['wait', 'import', 'destroy'] })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(
    async ({
      exporter,
      handleType,
      type,
      permanence,
      endedBy,
      descriptors,
      ownHandles,
      expect,
      control,
      should,
      behindMoreLoad,
    }) => {
      const source = await exporter.semaphore({ type, exportAs: [handleType] });
      const own = { ...operation(type, source, 1n), through: exporter };
      const first = await waitAcrossHold({ signal: own, wait: own });
      control('wait on the source while its signal is held', first.held).toBe('VK_TIMEOUT');
      await signalThrough(exporter, operation(type, source, 2n));
      const target = await exporter.semaphore({ type });
      const copied = handleType === 'SYNC_FD';
      const handle = copied
        ? await settledCopy(exporter, { should, behindMoreLoad })
        : await source.export(handleType);
      if (handle.isMinusOne) return;
      const passed = handle.duplicate();
      const numbers = new ReusedNumbers({ descriptors, ownHandles, should, expect }, passed);
      await target.import(passed, handleType, permanence);
      numbers.take();
      if (endedBy === 'import') await target.import(handle.duplicate(), handleType, permanence);
      numbers.take();
      if (endedBy === 'wait')
        expect('wait on the import', await waitThrough(exporter, operation(type, target, 2n))).toBe(
          'VK_SUCCESS',
        );
      numbers.take();
      await target.destroy();
      numbers.take();
      await source.destroy();
      numbers.take();
      await numbers.judge();
      expect('whether the exported descriptor that was not imported is open', handle.isOpen()).toBe(true);
    },
  );

importing
  .case(
    'multiple-imports',
    'One payload can be imported over and over, each time into a semaphore of its own',
  )
  .proves('semaphore.import-fd.multiple-imports')
  .over({ ...semaphoreImports, reach: reaches, count: [2, 200] })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, importer, handleType, type, permanence, count, minusOne, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const own = { ...operation(type, source, 1n), through: exporter };
    const alone = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the source while its signal is held', alone.held).toBe('VK_TIMEOUT');
    const copied = handleType === 'SYNC_FD';
    if (copied) await signalThrough(exporter, { semaphore: source });
    const handle = await source.export(handleType);
    const targets: Semaphore[] = [];
    for (let made = 0; made < count; made += 1) {
      const target = await importer.semaphore({ type });
      await target.import(handle.isMinusOne ? minusOne() : handle.duplicate(), handleType, permanence);
      targets.push(target);
    }
    let value = 1n;
    for (const [index, target] of targets.entries()) {
      value += 1n;
      if (!copied) await signalThrough(exporter, operation(type, source, value));
      expect(`wait on import ${index}`, await waitThrough(importer, operation(type, target, value))).toBe(
        'VK_SUCCESS',
      );
      if (index % 2 === 0) await target.destroy();
    }
    const [, kept] = targets as [Semaphore, Semaphore];
    if (copied || permanence === 'temporary') {
      const restored = { semaphore: kept, through: importer };
      const again = await waitAcrossHold({ signal: restored, wait: restored });
      expect('wait on an import that was used up, behind a signal of its own', again.released).toBe(
        'VK_SUCCESS',
      );
      return;
    }
    const last = await waitAcrossHold({
      signal: { ...operation(type, kept, value + 1n), through: importer },
      wait: { ...operation(type, source, value + 1n), through: exporter },
    });
    control('wait on the source while a signal through an import is held', last.held).toBe('VK_TIMEOUT');
    expect('wait on the source behind a signal through an import that is left', last.released).toBe(
      'VK_SUCCESS',
    );
  });

importing
  .case(
    'thousands',
    'A semaphore takes one payload after the other thousands of times, each exported for it, and goes by the last one',
  )
  .proves('semaphore.import-fd.multiple-imports')
  .over({ ...semaphoreImports, reach: ['device', 'instance'], count: [4096] })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, importer, handleType, type, permanence, count, expect, control, note }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await importer.semaphore({ type });
    const own = { ...operation(type, target, 1n), through: importer };
    const alone = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the importing semaphore while its own signal is held', alone.held).toBe('VK_TIMEOUT');
    const queue = await exporter.queue();
    await repeatedly({ note }, 'imports', count, async () => {
      // A copy needs a signal, which the export takes.
      if (handleType === 'SYNC_FD') await queue.submit({ signal: [{ semaphore: source }] });
      await target.import(await source.export(handleType), handleType, permanence);
    });
    if (handleType !== 'SYNC_FD') await signalThrough(exporter, operation(type, source, 2n));
    expect('wait behind the last import', await waitThrough(importer, operation(type, target, 2n))).toBe(
      'VK_SUCCESS',
    );
    await queue.waitIdle();
  });
