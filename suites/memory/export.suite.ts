import {
  accesses,
  allocations,
  asWritten,
  bind,
  contentSize,
  contentsPass,
  differenceFrom,
  exportableMemory,
  exportableTogether,
  filledWith,
  freshPattern,
  freshPatterns,
  memoryReferenceTypes,
  memoryTypesExportedAgain,
  pickType,
  reaches,
  reexportable,
  resourceKindNames,
  sharable,
  suballocatable,
  suite,
  usableTypes,
  when,
} from '../../harness/cases';

const exporting = suite('memory.export', 'What an export is of, and what it leaves as it was');

exporting
  .case('contents-unchanged', 'Exporting, once or often, leaves contents, mappings and bindings as they were')
  .proves('memory.export.no-content-change')
  .over({ handleType: memoryReferenceTypes, allocation: allocations, access: accesses })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, handleType, allocation, access, expect, control }) => {
    const [first, second, third] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    await source.write(third);
    control('contents before the write', differenceFrom(first, await source.read())).toDifferFrom(asWritten);
    await source.write(first);
    for (let made = 0; made < 16; made += 1) await source.export();
    expect('contents behind 16 exports', differenceFrom(first, await source.read())).toBe(asWritten);
    await source.write(second);
    expect('contents behind a later write', differenceFrom(second, await source.read())).toBe(asWritten);
    if (access === 'device') return;
    expect(
      'what a queue reads of a write through the mapping that is older than the exports',
      differenceFrom(second, await source.read('device')),
    ).toBe(asWritten);
    await source.write(third, 'device');
    expect('what that mapping shows of a write by a queue', differenceFrom(third, await source.read())).toBe(
      asWritten,
    );
  });

exporting
  .case('one-payload', 'All exports of a memory object refer to one payload')
  .proves('memory.export-fd.repeat-same-payload')
  .over({ handleType: ['OPAQUE_FD', 'DMA_BUF'], reach: reaches, access: accesses })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, access, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, access });
    await source.write(second);
    const one = await source.import(importer, await source.export());
    const other = await source.import(importer, await source.export());
    control(
      'what the import of the second export holds before the write',
      differenceFrom(first, await other.read()),
    ).toDifferFrom(asWritten);
    await one.write(first);
    expect(
      'what a write through the import of the first export gives the import of the second',
      differenceFrom(first, await other.read()),
    ).toBe(asWritten);
    expect('what it gives the exporter', differenceFrom(first, await source.read())).toBe(asWritten);
  });

exporting
  .case(
    'no-handle-type',
    'An export structure that names no handle type leaves the allocation an ordinary one',
  )
  .proves('memory.export.zero-mask')
  .over({ structure: ['absent', 'zero'] })
  .run(async ({ exporter, device, structure, expect, control }) => {
    const buffer = await exporter.buffer({ size: contentSize });
    const { size, memoryTypeBits } = await buffer.requirements();
    const memory = await exporter.memory({
      size,
      memoryTypeIndex: pickType(device, memoryTypeBits, 'host'),
      ...(structure === 'zero' ? { exportAs: [] } : {}),
    });
    await bind(buffer, memory, 0n);
    const first = freshPattern();
    await memory.write(0, first.bytes);
    control('what the host wrote', differenceFrom(first, await memory.read(0, contentSize))).toBe(asWritten);
    const queue = await exporter.queue();
    await queue.submit({ work: [{ do: 'fill', buffer, value: 0x5a5a5a5a }] });
    await queue.waitIdle();
    expect(
      'what the queue filled it with',
      differenceFrom(filledWith(0x5a), await memory.read(0, contentSize)),
    ).toBe(asWritten);
  });

exporting
  .case('two-handle-types', 'Two handle types of one allocation denote one payload')
  .proves('memory.export.several-types')
  .over({ reach: reaches })
  .needs(exportableTogether('buffer', 'OPAQUE_FD', 'DMA_BUF'))
  .run(async (context) => {
    const { exporter, importer, device } = context;
    const source = await exportableMemory(exporter, device, {
      handleType: 'OPAQUE_FD',
      exportAs: ['OPAQUE_FD', 'DMA_BUF'],
    });
    await source.write(freshPattern());
    const opaque = await source.import(importer, await source.memory.export('OPAQUE_FD'), {
      resourceFor: ['OPAQUE_FD', 'DMA_BUF'],
    });
    const dmaBuf = await source.import(importer, await source.memory.export('DMA_BUF'), {
      handleType: 'DMA_BUF',
      resourceFor: ['OPAQUE_FD', 'DMA_BUF'],
    });
    await contentsPass(context, opaque, dmaBuf, 'from the OPAQUE_FD import to the DMA_BUF import');
    await contentsPass(context, dmaBuf, opaque, 'from the DMA_BUF import to the OPAQUE_FD import');
  });

exporting
  .case('from-imported', 'Imported memory that may be exported again denotes the payload that was imported')
  .proves('memory.export.from-imported-advertised')
  .over({ from: ['OPAQUE_FD', 'DMA_BUF'], to: ['OPAQUE_FD', 'DMA_BUF'], reach: reaches, access: accesses })
  .needs(
    reexportable('buffer'),
    when(
      ({ from, to }) => from !== to,
      (device, { from }) => suballocatable('buffer')(device, { handleType: from }),
    ),
  )
  .run(async (context) => {
    const { exporter, importer, endpoint, device, from, to, access, expect } = context;
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType: from, access });
    await source.write(first);
    const middle = await source.import(importer, await source.export(), { exportAs: [to] });
    const last = await middle.import(await endpoint('instance'), await middle.memory.export(to), {
      handleType: to,
    });
    expect('what the import of the second export holds', differenceFrom(first, await last.read())).toBe(
      asWritten,
    );
    await contentsPass(context, last, source, 'from the import of the second export to the first exporter');
  });

exporting
  .case(
    'every-memory-type',
    'Each memory type that a resource with that handle type may use can be allocated, exported, imported and used',
  )
  .proves(
    'memory.export.advertised-exportable',
    'memory.import.advertised-importable',
    'memory.requirements.external-types-usable',
  )
  .over({ handleType: memoryReferenceTypes, resource: resourceKindNames, allocation: allocations })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, endpoint, device, handleType, resource, allocation } = context;
    const access = 'device';
    const importer = await endpoint('instance');
    const options = { handleType, resource, allocation, access } as const;
    const { memoryTypeBits } = await (
      await exportableMemory(exporter, device, options)
    ).resource.requirements();
    for (const { index } of usableTypes(device, memoryTypeBits)) {
      const source = await exportableMemory(exporter, device, { ...options, memoryTypeIndex: index });
      const target = await source.import(importer, await source.export());
      await source.write(freshPattern());
      await contentsPass(context, source, target, `to the importer in memory type ${index}`);
    }
  });

exporting
  .case(
    'concurrent',
    'Exports of one memory object on several threads at once all succeed, and all refer to its payload',
  )
  .proves('memory.export.concurrent')
  .over({ handleType: memoryTypesExportedAgain, threads: [2, 16], allocation: allocations })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, handleType, threads, allocation, expect, control }) => {
    for (let round = 0; round < 8; round += 1) {
      const [first, second] = freshPatterns();
      const source = await exportableMemory(exporter, device, { handleType, allocation });
      await source.write(first);
      const handles = await Promise.all(
        Array.from({ length: threads }, () => source.memory.export(handleType, 'worker')),
      );
      // Whether anything is behind a global handle, only an import can tell.
      if (handleType !== 'OPAQUE_WIN32_KMT')
        for (const handle of handles)
          expect('whether a handle is open behind all the exports', handle.isOpen()).toBe(true);
      const sharers = [];
      for (const handle of handles) sharers.push(await source.import(exporter, handle));
      for (const sharer of sharers)
        control('contents before the last write', differenceFrom(second, await sharer.read())).toDifferFrom(
          asWritten,
        );
      await source.write(second);
      for (const [number, sharer] of sharers.entries())
        expect(
          `contents through the import of export ${number}`,
          differenceFrom(second, await sharer.read()),
        ).toBe(asWritten);
      for (const sharer of [...sharers, source]) await sharer.free();
    }
  });
