import {
  allocations,
  asWritten,
  contentsPass,
  differenceFrom,
  exportableMemory,
  exportedOnce,
  freshPattern,
  makeResource,
  sharable,
  suite,
  toleratedHandles,
  usableTypes,
} from '../../harness/cases';

const properties = suite(
  'memory.win32-properties',
  'What vkGetMemoryWin32HandlePropertiesKHR says of handles whose memory type an import may choose',
);

/** The types of Direct3D: of opaque ones the query may not be asked. */
const handleTypes = ['D3D11_TEXTURE', 'D3D11_TEXTURE_KMT', 'D3D12_HEAP', 'D3D12_RESOURCE'] as const;
const bound = ['buffer', 'optimal-image'] as const;
const access = 'device';

properties
  .case('every-type-imports', 'Each memory type named exists and imports the handle, with its contents')
  .proves('memory.win32-properties.bits-importable')
  .over({ handleType: handleTypes, resource: bound, allocation: allocations })
  .where(({ handleType, resource }) => !handleType.startsWith('D3D11') || resource === 'optimal-image')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, endpoint, device, handleType, resource, allocation, expect } = context;
    const importer = await endpoint('instance');
    const source = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    let written = freshPattern();
    await source.write(written);
    const handle = await source.memory.export(handleType);
    const { result, memoryTypeBits = 0 } = await importer.tryMemoryHandleProperties(handleType, handle);
    expect('result of the query', result).toBe('VK_SUCCESS');
    const existing = 2 ** device.memoryTypes.length - 1;
    expect('memory types named that the device does not have', (memoryTypeBits & ~existing) >>> 0).toBe(0);
    const bindable = (await (await makeResource(importer, resource, [handleType])).requirements())
      .memoryTypeBits;
    const named = usableTypes(device, memoryTypeBits & bindable);
    expect('memory types named that the resource may use', named.length).toBeAtLeast(1);
    for (const { index } of named) {
      const target = await source.import(importer, handle, { memoryTypeIndex: index, handleKept: true });
      expect(`contents in memory type ${index}`, differenceFrom(written, await target.read())).toBe(
        asWritten,
      );
      written = await contentsPass(context, source, target, `to the importer in memory type ${index}`);
      await target.release();
      await target.free();
    }
  });

properties
  .case('no-side-effect', 'The query leaves the handle as it is, and says the same when asked again')
  .proves('memory.win32-properties.bits-importable')
  .over({ handleType: handleTypes, resource: bound, count: [2, 200] })
  .where(({ handleType, resource }) => !handleType.startsWith('D3D11') || resource === 'optimal-image')
  .needs(sharable('exportable', 'importable'))
  .run(
    async ({
      exporter,
      endpoint,
      device,
      handleCount,
      ownHandles,
      handleType,
      resource,
      count,
      expect,
      control,
    }) => {
      const importer = await endpoint('instance');
      const source = await exportableMemory(exporter, device, { handleType, resource, access });
      const written = freshPattern();
      await source.write(written);
      const handle = await source.memory.export(handleType);
      const answer = await importer.tryMemoryHandleProperties(handleType, handle);
      const tolerated = toleratedHandles(device, count, 0);
      const before = handleCount();
      const own = ownHandles(2 * tolerated);
      control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
      for (const opened of own) opened.close();
      for (let asked = 1; asked < count; asked += 1)
        expect(
          'the answer when asked again',
          await importer.tryMemoryHandleProperties(handleType, handle),
        ).toBe(answer);
      if (exportedOnce(handleType)) expect('whether the handle is open', handle.isOpen()).toBe(true);
      expect('handles more behind the queries', handleCount() - before).toBeAtMost(tolerated);
      const target = await source.import(importer, handle);
      expect('what it imports', differenceFrom(written, await target.read())).toBe(asWritten);
    },
  );
