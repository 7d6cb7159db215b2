import {
  allocations,
  asWritten,
  bind,
  contentSize,
  contentsPass,
  differenceFrom,
  exportableMemory,
  filledWith,
  freshPattern,
  makeResource,
  overlaid,
  sharable,
  suballocatable,
  suite,
  usableTypes,
} from '../../harness/cases';

const properties = suite(
  'memory.fd-properties',
  'What vkGetMemoryFdPropertiesKHR says of a dma-buf, and dma-buf imports',
);

properties
  .case('existing-types', 'The memory types named for an exported dma-buf exist')
  .proves('memory.fd-properties.bits-in-range')
  .over({ handleType: ['DMA_BUF'], allocation: allocations, access: ['host', 'device'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, handleType, allocation, access, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    const { result, memoryTypeBits = 0 } = await exporter.tryMemoryHandleProperties(
      handleType,
      await source.export(),
    );
    expect('result of the query', result).toBe('VK_SUCCESS');
    control('memory types named', memoryTypeBits).toDifferFrom(0);
    const existing = 2 ** device.memoryTypes.length - 1;
    expect('memory types named that the device does not have', (memoryTypeBits & ~existing) >>> 0).toBe(0);
  });

properties
  .case('every-type-imports', 'Each memory type named imports the dma-buf, with its contents')
  .proves('memory.fd-properties.every-bit-importable')
  .over({ handleType: ['DMA_BUF'], resource: ['buffer', 'storage-buffer'], allocation: allocations })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, endpoint, device, handleType, resource, allocation, expect } = context;
    const importer = await endpoint('instance');
    const source = await exportableMemory(exporter, device, {
      handleType,
      resource,
      allocation,
      access: 'device',
    });
    let written = freshPattern();
    await source.write(written);
    const handle = await source.export();
    const { memoryTypeBits = 0 } = await importer.tryMemoryHandleProperties(handleType, handle);
    const bindable = (await (await makeResource(importer, resource, [handleType])).requirements())
      .memoryTypeBits;
    for (const { index } of usableTypes(device, memoryTypeBits)) {
      if ((bindable & (1 << index)) === 0) {
        const { result } = await importer.tryMemory({
          size: source.memory.size,
          memoryTypeIndex: index,
          import: { handle: handle.duplicate(), handleType },
        });
        expect(`result of importing into memory type ${index}`, result).toBe('VK_SUCCESS');
        continue;
      }
      const target = await source.import(importer, handle.duplicate(), { memoryTypeIndex: index });
      expect(`contents in memory type ${index}`, differenceFrom(written, await target.read())).toBe(
        asWritten,
      );
      written = await contentsPass(context, source, target, `to the importer in memory type ${index}`);
      await target.release();
    }
  });

properties
  .case('no-side-effect', 'The query leaves the descriptor as it is, and says the same when asked again')
  .proves('memory.fd-properties.no-side-effect')
  .over({ handleType: ['DMA_BUF'], count: [2, 200] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, descriptors, handleType, count, expect, control }) => {
    const written = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(written);
    const handle = await source.export();
    const identity = handle.identity();
    const before = descriptors();
    control('whether the descriptor is open', before.hasNumberOf(handle)).toBe(true);
    const answer = await exporter.tryMemoryHandleProperties(handleType, handle);
    for (let asked = 1; asked < count; asked += 1)
      expect(
        'the answer when asked again',
        await exporter.tryMemoryHandleProperties(handleType, handle),
      ).toBe(answer);
    expect('whether the descriptor is open', handle.isOpen()).toBe(true);
    expect('what it refers to', handle.identity()).toBe(identity);
    expect('descriptors that appeared or went', before.changes()).toBe({
      appeared: [],
      vanished: [],
      replaced: [],
    });
    const target = await source.import(exporter, handle);
    expect('what it imports', differenceFrom(written, await target.read())).toBe(asWritten);
  });

properties
  .case('dedication-not-inherited', 'A dma-buf is imported dedicated or not, whatever it was exported from')
  .proves('memory.dma-buf.dedicated-not-inherited')
  .over({ handleType: ['DMA_BUF'], from: allocations, to: allocations, reach: ['instance', 'process'] })
  .where(({ from, to }) => from !== to)
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, from, to, expect } = context;
    const written = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation: from });
    await source.write(written);
    const target = await source.import(importer, await source.export(), { allocation: to });
    expect(`contents through a ${to} import`, differenceFrom(written, await target.read())).toBe(asWritten);
    await contentsPass(context, source, target, `from the exporter to a ${to} import`);
  });

properties
  .case(
    'larger-buffer',
    'A buffer bound to imported memory of a larger dma-buf names its bytes at the offset it has',
  )
  .proves('memory.import.suballocated-offsets')
  .over({ handleType: ['DMA_BUF'], reach: ['device', 'instance', 'process'] })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .run(async ({ exporter, importer, device, handleType, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, spare: BigInt(4 * contentSize) });
    const whole = Number(source.memory.size);
    const written = freshPattern(whole);
    await source.memory.write(0, written.bytes);
    const target = await source.import(importer, await source.export());
    const buffer = await makeResource(importer, 'buffer', [handleType]);
    const { alignment } = await buffer.requirements();
    await bind(buffer, target.memory, alignment);
    const queue = await importer.queue();
    control('contents before the write', differenceFrom(written, await target.memory.read(0, whole))).toBe(
      asWritten,
    );
    await queue.submit({ work: [{ do: 'fill', buffer, value: 0x5a5a5a5a }] });
    await queue.waitIdle();
    const expected = overlaid(written, filledWith(0x5a, contentSize), Number(alignment));
    expect('what the exporter maps', differenceFrom(expected, await source.memory.read(0, whole))).toBe(
      asWritten,
    );
  });
