import {
  bind,
  deviceExtension,
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
    const pages = await exporter.hostAllocation(alignment * multiple, alignment);
    const { result, memoryTypeBits = 0 } = await exporter.tryHostPointerProperties(pages);
    expect('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
    const buffer = await exporter.buffer({ size: usedBufferSize, external: [handleType] });
    const needed = await buffer.requirements();
    const memory = await exporter.memory({
      size: BigInt(pages.size),
      memoryTypeIndex: pickType(device, memoryTypeBits & needed.memoryTypeBits, 'device'),
      importHostPointer: pages,
    });
    const fits = needed.size <= BigInt(pages.size);
    if (!fits) return;
    await bind(buffer, memory, 0n);
    await useBuffer(context, exporter, buffer);
  });
