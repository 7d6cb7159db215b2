import {
  bind,
  deviceExtension,
  type Memory,
  memoryFor,
  pickType,
  suite,
  useBuffer,
  usedBufferSize,
} from '../../harness/cases';

const host = suite('capabilities.host', 'What a device asks of host pointers that it imports');

host
  .case(
    'alignment-limit',
    'minImportedHostPointerAlignment is a power of two, at most 65536, and pages aligned and sized by just that are imported',
  )
  .proves('capabilities.host.alignment-limit')
  .over({ handleType: ['HOST_ALLOCATION'], multiple: [1, 2, 3, 5] })
  .needs(deviceExtension('VK_EXT_external_memory_host'), memoryFor('buffer', 'importable'))
  .run(async (context) => {
    const { exporter, device, handleType, multiple, expect } = context;
    const alignment = Number(await exporter.queries.minImportedHostPointerAlignment());
    expect('minImportedHostPointerAlignment', alignment).toBeAtLeast(1);
    expect('minImportedHostPointerAlignment', alignment).toBeAtMost(65536);
    expect('bits beside the highest in minImportedHostPointerAlignment', alignment & (alignment - 1)).toBe(0);
    const buffer = await exporter.buffer({ size: usedBufferSize, external: [handleType] });
    const needed = await buffer.requirements();
    const imported = async (count: number): Promise<Memory> => {
      const pages = await exporter.hostAllocation(alignment * count, alignment);
      const { result, memoryTypeBits = 0 } = await exporter.tryHostPointerProperties(pages);
      expect('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
      return exporter.memory({
        size: BigInt(pages.size),
        // Contents of a host import into memory that is not host-visible are undefined.
        memoryTypeIndex: pickType(device, memoryTypeBits & needed.memoryTypeBits, 'host'),
        importHostPointer: pages,
      });
    };
    const memory = await imported(multiple);
    const fitting = Math.ceil(Number(needed.size) / alignment);
    await bind(buffer, fitting <= multiple ? memory : await imported(fitting + multiple - 1), 0n);
    await useBuffer(context, exporter, buffer);
  });
