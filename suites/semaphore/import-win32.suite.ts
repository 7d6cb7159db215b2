import {
  exportable,
  exportedOnce,
  genericAll,
  importable,
  lateClose,
  mayTravel,
  operation,
  permanences,
  reaches,
  type Semaphore,
  semaphoreOfType,
  semaphoreTypes,
  sharedResourceAccess,
  signalThrough,
  suite,
  toleratedHandles,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const importing = suite(
  'semaphore.import-win32',
  'What an import does with the Windows handle or the name that it is given',
);

/** What all rights are for handles of that type. */
const fullAccess = { OPAQUE_WIN32: sharedResourceAccess, D3D12_FENCE: genericAll } as const;

importing
  .case(
    'no-ownership',
    'An import leaves an NT handle with the application, open and as it was; closing it does nothing to the semaphore',
  )
  .proves('semaphore.import-win32.no-ownership')
  .over({
    handleType: ['OPAQUE_WIN32', 'D3D12_FENCE'],
    type: semaphoreTypes,
    permanence: permanences,
    closed: ['behind-import', 'behind-use'],
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, endpoint, handleType, type, permanence, closed, expect, control }) => {
    const importer = await endpoint('instance');
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const handle = await source.export(handleType);
    const kept = handle.duplicate();
    const before = handle.identity();
    const target = await importer.semaphore({ type });
    await target.import(handle, handleType, permanence);
    const looks = async (when: string): Promise<void> => {
      await lateClose();
      expect(`whether the handle is open ${when}`, handle.isOpen()).toBe(true);
      expect(`what it refers to ${when}`, handle.identity()).toBe(before);
      expect(`whether it refers to something else ${when}`, handle.refersToSameAs(kept)).toDifferFrom(
        'different',
      );
    };
    await looks('behind the import');
    if (closed === 'behind-import') handle.close();
    const renew = async () => {
      if (permanence === 'temporary') await target.import(kept, handleType, permanence);
    };
    const waited = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
      renew,
    });
    control('wait on the import while the signal is held', waited.held).toBe('VK_TIMEOUT');
    expect('wait on the import behind the signal', waited.released).toBe('VK_SUCCESS');
    if (closed === 'behind-use') await looks('behind the wait');
    await target.destroy();
    if (closed === 'behind-use') {
      await looks('behind the destruction of the semaphore');
      handle.close();
      expect('whether a duplicate is open behind its close', kept.isOpen()).toBe(true);
    }
    const own = { ...operation(type, source, 2n), through: exporter };
    const last = await waitAcrossHold({ signal: own, wait: own });
    expect('wait on the source behind all that', last.released).toBe('VK_SUCCESS');
  });

importing
  .case(
    'handles-not-left',
    'What a driver opens for an import it closes when the semaphore is gone, another import in between or not',
  )
  .proves('semaphore.import-win32.no-ownership')
  .over({
    handleType: ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT', 'D3D12_FENCE'],
    type: semaphoreTypes,
    permanence: permanences,
    imports: [1, 2],
    count: [100],
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async (context) => {
    const { exporter, device, handleType, type, permanence, imports, count } = context;
    const { handleCount, ownHandles, expect, control } = context;
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const own = { ...operation(type, source, 1n), through: exporter };
    const first = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the source while its signal is held', first.held).toBe('VK_TIMEOUT');
    const handle = await source.export(handleType);
    let value = 1n;
    const round = async (): Promise<void> => {
      value += 1n;
      await signalThrough(exporter, operation(type, source, value));
      const target = await exporter.semaphore({ type });
      for (let made = 0; made < imports; made += 1) await target.import(handle, handleType, permanence);
      expect(`wait on import ${value}`, await waitThrough(exporter, operation(type, target, value))).toBe(
        'VK_SUCCESS',
      );
      await target.destroy();
    };
    await round();
    const tolerated = toleratedHandles(device, count, 0);
    const before = handleCount();
    const opened = ownHandles(2 * tolerated);
    control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
    for (const one of opened) one.close();
    for (let done = 0; done < count; done += 1) await round();
    expect('handles more behind all imports', handleCount() - before).toBeAtMost(tolerated);
  });

importing
  .case(
    'multiple-imports',
    'One payload can be imported over and over, by its handle or by its name, each time into a semaphore of its own',
  )
  .proves('semaphore.import-win32.multiple-imports')
  .over({
    handleType: ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT', 'D3D12_FENCE'],
    type: semaphoreTypes,
    permanence: permanences,
    by: ['handle', 'name'],
    reach: reaches,
    count: [2, 50],
  })
  .where(
    (parameters) =>
      mayTravel(parameters) && (parameters.by === 'handle' || exportedOnce(parameters.handleType)),
  )
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(
    async ({ exporter, importer, handleType, type, permanence, by, count, uniqueName, expect, control }) => {
      const name = uniqueName('semaphore');
      const source = await exporter.semaphore({
        type,
        exportAs: [handleType],
        ...(by === 'name' && handleType !== 'OPAQUE_WIN32_KMT'
          ? { win32: { access: fullAccess[handleType], name } }
          : {}),
      });
      const own = { ...operation(type, source, 1n), through: exporter };
      const alone = await waitAcrossHold({ signal: own, wait: own });
      control('wait on the source while its signal is held', alone.held).toBe('VK_TIMEOUT');
      const handle = await source.export(handleType);
      const targets: Semaphore[] = [];
      for (let made = 0; made < count; made += 1) {
        const target = await importer.semaphore({ type });
        await target.import(by === 'name' ? { name } : handle, handleType, permanence);
        targets.push(target);
      }
      let value = 1n;
      for (const [index, target] of targets.entries()) {
        value += 1n;
        await signalThrough(exporter, operation(type, source, value));
        expect(`wait on import ${index}`, await waitThrough(importer, operation(type, target, value))).toBe(
          'VK_SUCCESS',
        );
        if (index % 2 === 0) await target.destroy();
      }
      const [, kept] = targets as [Semaphore, Semaphore];
      if (permanence === 'temporary') {
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
    },
  );
