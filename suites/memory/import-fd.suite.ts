import {
  allocations,
  asWritten,
  bind,
  contentSize,
  differenceFrom,
  exportableMemory,
  exporterParts,
  freshPattern,
  freshPatterns,
  importKeepsMemory,
  pickType,
  sharable,
  suite,
} from '../../harness/cases';

const importing = suite('memory.import-fd', 'Whose a descriptor is before, during and behind its import');

const handleTypes = ['OPAQUE_FD', 'DMA_BUF'] as const;

importing
  .case('takes-ownership', 'Imports take their descriptors, and none is left when the memory is freed')
  .proves('memory.import-fd.takes-ownership')
  .over({
    handleType: handleTypes,
    allocation: allocations,
    reach: ['device', 'instance'],
    freed: ['at-once', 'later'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(
    async ({ exporter, importer, device, descriptors, handleType, allocation, freed, expect, control }) => {
      const count = 100;
      const source = await exportableMemory(exporter, device, { handleType, allocation });
      await (await source.import(importer, await source.export())).free();
      const spare = await source.export();
      const before = descriptors();
      const another = spare.duplicate();
      control('descriptors that appeared by one duplication', before.changes().appeared.length).toBe(1);
      another.close();
      const imported = [];
      for (let made = 0; made < count; made += 1) {
        const target = await source.import(importer, spare.duplicate());
        if (freed === 'at-once') await target.free();
        else imported.push(target);
      }
      for (const target of imported) await target.free();
      const { appeared, vanished, replaced } = before.changes();
      expect(`descriptors left open behind ${count} imports`, appeared.length).toBe(0);
      expect('descriptors closed that were not imported', [...vanished, ...replaced]).toBe([]);
    },
  );

importing
  .case(
    'closes-once',
    'A number that went with an import and was given out again is not closed when the memory is freed',
  )
  .proves('memory.import-fd.closes-exactly-once')
  .over({ handleType: handleTypes, allocation: allocations, reach: ['device', 'instance'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, descriptors, handleType, allocation, expect, control }) => {
    const written = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(written);
    const kept = await source.export();
    const imported = [];
    for (let made = 0; made < 8; made += 1) imported.push(await source.import(importer, kept.duplicate()));
    // The kernel gives out the lowest numbers that are free: these are among them where the driver closed its own.
    const reused = Array.from({ length: 32 }, () => kept.duplicate());
    const before = descriptors();
    for (const target of imported) {
      expect('what an import holds', differenceFrom(written, await target.read())).toBe(asWritten);
      await target.free();
    }
    for (const handle of reused)
      expect('whether a descriptor of the application is open', handle.isOpen()).toBe(true);
    const again = Array.from({ length: 32 }, () => kept.duplicate());
    await (await source.import(importer, kept.duplicate())).free();
    await source.free();
    for (const handle of [kept, ...reused, ...again])
      expect('whether a descriptor of the application is open', handle.isOpen()).toBe(true);
    for (const handle of [...reused, ...again]) {
      expect('what a descriptor of the application refers to', handle.identity()).toBe(kept.identity());
      control('whether the number is in use', descriptors().hasNumberOf(handle)).toBe(true);
    }
    expect('numbers that the application had and were given out again', before.changes().replaced).toBe([]);
  });

importing
  .case(
    'holds-reference',
    'Imported memory keeps the payload when every descriptor and the exporter are gone',
  )
  .proves('memory.import-fd.holds-reference')
  .over({
    handleType: handleTypes,
    destroyed: exporterParts,
    access: ['host', 'device'],
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(importKeepsMemory);

importing
  .case(
    'failure-keeps-descriptor',
    'An import that fails for want of host memory leaves the descriptor to the application, and a later one succeeds',
  )
  .proves('memory.import-fd.failure-keeps-ownership')
  .over({ handleType: handleTypes, allocation: allocations, reach: ['device', 'instance'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, descriptors, note, handleType, allocation, expect, control }) => {
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const handle = await source.export();
    const kept = handle.duplicate();
    const before = descriptors();
    control('whether the descriptor is open before the import', before.hasNumberOf(handle)).toBe(true);
    const { result, shared } = await source.tryImport(importer, handle, { allocator: 'failing' });
    expect('result of the import while every allocation fails', result).toBeOneOf([
      'VK_ERROR_OUT_OF_HOST_MEMORY',
      'VK_SUCCESS',
    ]);
    if (shared !== undefined) {
      note('the driver allocates no host memory for an import, so nothing failed');
      expect('what it imports', differenceFrom(first, await shared.read())).toBe(asWritten);
      await shared.free();
      expect('descriptors of the application that are gone', before.changes().replaced).toBe([]);
      return;
    }
    expect('whether the descriptor is open behind the failure', handle.isOpen()).toBe(true);
    expect('what it refers to', handle.identity()).toBe(kept.identity());
    expect('descriptors that appeared or went', before.changes()).toBe({
      appeared: [],
      vanished: [],
      replaced: [],
    });
    const target = await source.import(importer, handle);
    expect('what a later import gives', differenceFrom(first, await target.read())).toBe(asWritten);
  });

importing
  .case(
    'no-handle-type',
    'An import structure with handle type zero imports nothing and leaves the descriptor alone',
  )
  .proves('memory.import.handle-type-zero')
  .over({ descriptor: ['open', 'minus-one'] })
  .needs((device) => sharable('exportable')(device, { handleType: 'OPAQUE_FD' }))
  .run(async ({ exporter, device, descriptors, minusOne, descriptor, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType: 'OPAQUE_FD' });
    await source.write(first);
    const exported = await source.export();
    const identity = exported.identity();
    const buffer = await exporter.buffer({ size: contentSize });
    const { size, memoryTypeBits } = await buffer.requirements();
    const before = descriptors();
    control('whether the descriptor is open', before.hasNumberOf(exported)).toBe(true);
    const memory = await exporter.memory({
      size,
      memoryTypeIndex: pickType(device, memoryTypeBits, 'host'),
      import: { handle: descriptor === 'open' ? exported : minusOne(), handleType: null },
    });
    await bind(buffer, memory, 0n);
    await memory.write(0, second.bytes);
    expect('what the allocation holds', differenceFrom(second, await memory.read(0, contentSize))).toBe(
      asWritten,
    );
    expect('what the payload of the descriptor holds', differenceFrom(first, await source.read())).toBe(
      asWritten,
    );
    await buffer.destroy();
    await memory.free();
    expect('whether the descriptor is open', exported.isOpen()).toBe(true);
    expect('what it refers to', exported.identity()).toBe(identity);
    const target = await source.import(exporter, exported);
    expect('what the descriptor imports later', differenceFrom(first, await target.read())).toBe(asWritten);
  });
