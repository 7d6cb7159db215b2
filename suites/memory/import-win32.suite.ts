import {
  accesses,
  allocations,
  asWritten,
  contentsPass,
  differenceFrom,
  exportableMemory,
  exporterParts,
  freshPattern,
  freshPatterns,
  importKeepsMemory,
  lateClose,
  reaches,
  type SharedMemory,
  sharable,
  sharedResourceAccess,
  suite,
  toleratedHandles,
} from '../../harness/cases';

const importing = suite(
  'memory.import-win32',
  'What imports of Windows handles and names make, and what they leave',
);

const handleTypes = ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'] as const;
const ntHandles = ['OPAQUE_WIN32'] as const;
/** Far more than what the process opens for itself meanwhile. */
const importsCounted = 100;

importing
  .case(
    'leaves-handle',
    'An import leaves the handle open, and good for others; so does the freeing of what it imported',
  )
  .proves('memory.import-win32.no-ownership')
  .over({ handleType: ntHandles, allocation: allocations, reach: reaches, count: [1, 8] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, allocation, count, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const handle = await source.memory.export(handleType);
    const duplicate = handle.duplicate();
    const imported: SharedMemory[] = [];
    for (let made = 0; made < count; made += 1) {
      imported.push(await source.import(importer, handle, { handleKept: true }));
      expect('whether the handle is open behind an import', handle.isOpen()).toBe(true);
    }
    for (const target of imported) {
      control('contents before the last write', differenceFrom(second, await target.read())).toDifferFrom(
        asWritten,
      );
      await target.free();
    }
    await lateClose();
    expect('whether the handle is open behind the freeing', handle.isOpen()).toBe(true);
    expect('whether it refers to what it referred to', handle.refersToSameAs(duplicate)).toBe('same');
    await source.write(second);
    const last = await source.import(importer, handle);
    expect('what it imports once more', differenceFrom(second, await last.read())).toBe(asWritten);
  });

importing
  .case('no-handle-left', 'Imports that are freed leave no handle in the process that was not there before')
  .proves('memory.import-win32.no-ownership')
  .over({
    handleType: handleTypes,
    allocation: allocations,
    reach: ['device', 'instance'],
    by: ['handle', 'name'],
  })
  .where(({ handleType, by }) => by === 'handle' || handleType === 'OPAQUE_WIN32')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleCount, ownHandles, uniqueName } = context;
    const { handleType, allocation, by, expect, control } = context;
    const name = uniqueName('memory');
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation,
      ...(by === 'name' ? { win32: { name, access: sharedResourceAccess } } : {}),
    });
    const handle = await source.memory.export(handleType);
    const from = by === 'name' ? { name } : handle;
    await (await source.import(importer, from, { handleKept: true })).free();
    const tolerated = toleratedHandles(device, importsCounted, 0);
    const before = handleCount();
    const own = ownHandles(2 * tolerated);
    control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
    for (const opened of own) opened.close();
    for (let made = 0; made < importsCounted; made += 1)
      await (await source.import(importer, from, { handleKept: true })).free();
    expect(`handles more behind ${importsCounted} imports`, handleCount() - before).toBeAtMost(tolerated);
  });

importing
  .case(
    'holds-reference',
    'Imported memory keeps the payload when every handle is closed and the exporter is gone',
  )
  .proves('memory.import-win32.no-ownership')
  .over({
    handleType: ntHandles,
    destroyed: exporterParts,
    access: accesses,
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(importKeepsMemory);

importing
  .case(
    'repeated',
    'A payload is imported again and again by handle or by name: each import shares its contents, and goes alone',
  )
  .proves('memory.import-win32.multiple-and-named')
  .over({
    handleType: handleTypes,
    by: ['handle', 'name'],
    allocation: allocations,
    count: [2, 16],
    reach: reaches,
  })
  .where(({ handleType, by }) => by === 'handle' || handleType === 'OPAQUE_WIN32')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, uniqueName } = context;
    const { handleType, by, allocation, count, expect, control } = context;
    const name = uniqueName('memory');
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation,
      ...(by === 'name' ? { win32: { name, access: sharedResourceAccess } } : {}),
    });
    await source.write(first);
    const handle = await source.memory.export(handleType);
    const from = by === 'name' ? { name } : handle;
    const imported: SharedMemory[] = [];
    for (let made = 0; made < count; made += 1)
      imported.push(await source.import(importer, from, { handleKept: true }));
    for (const [made, target] of imported.entries()) {
      const seen = await target.read();
      control('contents before the last write', differenceFrom(second, seen)).toDifferFrom(asWritten);
      expect(`contents through import ${made}`, differenceFrom(first, seen)).toBe(asWritten);
    }
    await (imported[0] as SharedMemory).write(second);
    for (const [made, target] of imported.entries()) {
      expect(`contents through import ${made}`, differenceFrom(second, await target.read())).toBe(asWritten);
      await target.free();
    }
    expect('contents through the exporter', differenceFrom(second, await source.read())).toBe(asWritten);
    const last = await source.import(importer, from, { handleKept: true });
    await contentsPass(context, source, last, 'from the exporter to one more import');
  });

importing
  .case(
    'everywhere',
    'A payload is imported by one handle or one name into its device, another instance and another process',
  )
  .proves('memory.import-win32.multiple-and-named')
  .over({
    handleType: handleTypes,
    by: ['handle', 'name'],
    resource: ['buffer', 'optimal-image'],
    allocation: allocations,
  })
  .where(({ handleType, by }) => by === 'handle' || handleType === 'OPAQUE_WIN32')
  .needs(sharable('exportable', 'importable'))
  .withPeer()
  .run(async (context) => {
    const { exporter, endpoint, device, uniqueName } = context;
    const { handleType, by, resource, allocation } = context;
    const name = uniqueName('memory');
    const source = await exportableMemory(exporter, device, {
      handleType,
      resource,
      allocation,
      access: resource === 'buffer' ? 'host' : 'device',
      ...(by === 'name' ? { win32: { name, access: sharedResourceAccess } } : {}),
    });
    const handle = await source.memory.export(handleType);
    const from = by === 'name' ? { name } : handle;
    const sharers = [source];
    for (const reach of reaches) {
      // Two images of one device have no owner to pass.
      if (reach === 'device' && resource !== 'buffer') continue;
      const there = reach === 'device' ? exporter : await endpoint(reach);
      sharers.push(await source.import(there, from, { handleKept: true }));
    }
    for (const [number, writer] of sharers.entries()) {
      const reader = sharers[(number + 1) % sharers.length] as SharedMemory;
      await source.write(freshPattern());
      await contentsPass(context, writer, reader, `from sharer ${number} to the next`);
    }
  });
