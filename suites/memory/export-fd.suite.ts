import {
  allocations,
  asWritten,
  contentsPass,
  destroyExporter,
  differenceFrom,
  exportableMemory,
  exporterParts,
  exportWithoutDescriptors,
  freshPattern,
  genuineDmaBufs,
  lateClose,
  passToMappersAndBack,
  sharable,
  suite,
  usableTypes,
} from '../../harness/cases';

const exporting = suite('memory.export-fd', 'The descriptors that memory is exported as');

const handleTypes = ['OPAQUE_FD', 'DMA_BUF'] as const;

exporting
  .case('fresh', 'Each export gives a descriptor of its own, on which the others do not depend')
  .proves('memory.export-fd.fresh-descriptor')
  .over({ handleType: handleTypes, allocation: allocations, count: [2, 32] })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, device, descriptors, handleType, allocation, count, expect, control } = context;
    const written = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(written);
    const before = descriptors();
    const handles = [];
    for (let made = 0; made < count; made += 1) handles.push(await source.export());
    for (const handle of handles) {
      expect('whether the number was in use before the export', before.hasNumberOf(handle)).toBe(false);
      expect('whether it is open behind all the exports', handle.isOpen()).toBe(true);
      control('whether its number is in use now', descriptors().hasNumberOf(handle)).toBe(true);
    }
    expect('how many descriptors appeared', before.changes().appeared.length).toBe(count);
    const last = handles.pop();
    for (const handle of handles) handle.close();
    expect('whether the last one is open behind the closing of the others', last?.isOpen()).toBe(true);
    if (last === undefined) return;
    const target = await source.import(exporter, last);
    expect('what it imports', differenceFrom(written, await target.read())).toBe(asWritten);
    await contentsPass(context, source, target, 'from the exporter to the import of the last');
  });

exporting
  .case('application-owns', 'An exported descriptor stays open when what it was exported from is destroyed')
  .proves('memory.export-fd.app-owns')
  .over({ handleType: handleTypes, allocation: allocations, destroyed: exporterParts })
  .needs(sharable('exportable'))
  .run(
    async ({ exporter, fresh, device, descriptors, handleType, allocation, destroyed, expect, control }) => {
      const endpoint = destroyed === 'memory' ? exporter : await fresh();
      const source = await exportableMemory(endpoint, device, { handleType, allocation });
      const before = descriptors();
      const handle = await source.export();
      const identity = handle.identity();
      control('whether the number was open before the export', before.hasNumberOf(handle)).toBe(false);
      await destroyExporter(source, destroyed);
      await lateClose();
      expect('whether the descriptor is open', handle.isOpen()).toBe(true);
      expect('what it refers to', handle.identity()).toBe(identity);
    },
  );

exporting
  .case('close-on-exec', 'An exported descriptor is closed in a program that the process executes')
  .proves('memory.export-fd.close-on-exec')
  .over({ handleType: handleTypes, allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, handleType, allocation, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    const handle = await source.export();
    const inherited = handle.duplicate('dup');
    control('FD_CLOEXEC of a duplicate made by dup', inherited.closeOnExec()).toBe(false);
    control('whether an executed program finds that duplicate open', inherited.seenAfterExec()).toBe(true);
    expect('FD_CLOEXEC', handle.closeOnExec()).toBe(true);
    expect('whether an executed program finds the descriptor open', handle.seenAfterExec()).toBe(false);
  });

exporting
  .case(
    'never-negative',
    'A successful export gives an open descriptor, in every memory type and however small',
  )
  .proves('memory.export-fd.never-negative')
  .over({ handleType: handleTypes, allocation: allocations, bytes: [1, 4096, 65_537] })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, descriptors, handleType, allocation, bytes, expect, control }) => {
    const buffer = await exporter.buffer({ size: bytes, external: [handleType] });
    const { size, memoryTypeBits } = await buffer.requirements();
    for (const { index } of usableTypes(device, memoryTypeBits)) {
      const memory = await exporter.memory({
        memoryTypeIndex: index,
        exportAs: [handleType],
        ...(allocation === 'dedicated' ? { size, dedicatedTo: buffer } : { size: BigInt(bytes) }),
      });
      const before = descriptors();
      const handle = await memory.export(handleType);
      expect(`whether memory type ${index} exports as -1`, handle.isMinusOne).toBe(false);
      expect('whether the descriptor is open', handle.isOpen()).toBe(true);
      control('whether its number was open before', before.hasNumberOf(handle)).toBe(false);
    }
  });

exporting
  .case(
    'exhaustion',
    'Where the process may open no more descriptors, the export gives an error and the memory stays as it was',
  )
  .proves('memory.export-fd.exhaustion-error')
  .over({ handleType: handleTypes })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, withoutDescriptors, handleType, expect, control, should }) => {
    const written = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(written);
    const before = await source.memory.tryExport(handleType);
    control('result of the export while there are descriptors', before.result).toBe('VK_SUCCESS');
    before.handle?.close();
    const { result, handle } = await exportWithoutDescriptors(
      { withoutDescriptors },
      async () => ({}),
      () => source.memory.tryExport(handleType),
    );
    const accepted = ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'] as const;
    const given = handle === undefined ? '' : `, which gave ${handle.isMinusOne ? '-1' : handle.describe()}`;
    expect(`result of the export without descriptors${given}`, result).toBeOneOf([
      ...accepted,
      'VK_ERROR_UNKNOWN',
    ]);
    should('result of the export without descriptors', result).toBeOneOf(accepted);
    const target = await source.import(exporter, await source.export());
    expect('what a later export imports', differenceFrom(written, await target.read())).toBe(asWritten);
  });

exporting
  .case('dma-buf-size', 'The dma-buf of an allocation is at least as large as the allocation')
  .proves('memory.export-fd.dma-buf-size')
  .over({ handleType: ['DMA_BUF'], allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, foreign, handleType, allocation, expect, control }) => {
    const plain = await exportableMemory(exporter, device, { handleType, allocation });
    const size = (await plain.export()).size();
    expect('size of the dma-buf', size ?? -1).toBeAtLeast(Number(plain.memory.size));
    const spares = allocation === 'dedicated' ? [] : [1n, 4097n, 65_535n];
    for (const spare of spares) {
      const source = await exportableMemory(exporter, device, { handleType, allocation, spare });
      const larger = (await source.export()).size();
      expect(`size of the dma-buf of ${source.memory.size} bytes`, larger ?? -1).toBeAtLeast(
        Number(source.memory.size),
      );
    }
    control('size of a memory file of 64 KiB', foreign('memory-file').size()).toBe(65_536);
  });

exporting
  .case('is-dma-buf', 'A DMA_BUF export is a dma-buf of the kernel, which its interfaces take')
  .proves('memory.export-fd.is-dma-buf')
  .over({ handleType: ['DMA_BUF'], allocation: allocations, access: ['host', 'device'] })
  .needs(sharable('exportable'), genuineDmaBufs)
  .run(async ({ exporter, device, foreign, handleType, allocation, access, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    const handle = await source.export();
    const memoryFile = foreign('memory-file');
    control('kind of a memory file', memoryFile.kind()).toBe('memfd');
    expect('kind of the exported descriptor', handle.kind()).toBe('dma-buf');
    control('what announcing an access to a memory file gives', memoryFile.accessAnnouncement()).toDifferFrom(
      'accepted',
    );
    expect('what announcing an access gives', handle.accessAnnouncement()).toBe('accepted');
    expect('what polling it gives while nothing uses it', await handle.poll(3000)).toBe('ready');
    expect('its size by lseek', handle.size() ?? -1).toBeAtLeast(Number(source.memory.size));
  });

exporting
  .case(
    'mapped',
    'Who maps the dma-buf of a DMA_BUF export through the kernel shares the contents of the memory, once they are passed on',
  )
  .proves('memory.export-fd.is-dma-buf')
  .over({ handleType: ['DMA_BUF'], allocation: allocations, access: ['host', 'device'] })
  .needs(sharable('exportable'), genuineDmaBufs)
  .run(async (context) => {
    const { exporter, device, foreign, handleType, allocation, access, expect, should, control } = context;
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    const handle = await source.export();
    control('kind of a memory file', foreign('memory-file').kind()).toBe('memfd');
    expect('kind of the exported descriptor', handle.kind()).toBe('dma-buf');
    const mapping = handle.mapped();
    if (mapping === null)
      return should('whether the dma-buf can be mapped, which no rule demands', false).toBe(true);
    await passToMappersAndBack(context, source, 'the exported memory', {
      write: (bytes) => mapping.write(source.start, bytes),
      read: (size) => mapping.read(source.start, size),
    });
  });
