import {
  asWritten,
  bind,
  type CaseContext,
  contentSize,
  differenceFrom,
  dmaBufProducer,
  dmaBufProducers,
  freshPatterns,
  hostVisibleBuffer,
  makeResource,
  memoryFor,
  type Resource,
  type Result,
  suballocatable,
  suite,
  usableTypes,
} from '../../harness/cases';

const foreign = suite('memory.foreign-dma-buf', 'Dma-bufs that no Vulkan driver made');

const handleType = 'DMA_BUF';
const bytes = 65_536;

foreign
  .case(
    'buffer',
    'A dma-buf made outside Vulkan is imported with every memory type that the query gives, and shared with whoever maps it',
  )
  .proves('memory.dma-buf.foreign-import')
  .over({ producer: dmaBufProducers, offset: [0, 1] })
  .needs(dmaBufProducer)
  .needs(
    (device) => memoryFor('buffer', 'importable')(device, { handleType }),
    (device) => suballocatable('buffer')(device, { handleType }),
  )
  .run(async (context) => {
    const { exporter, device, foreignDmaBuf, producer, offset, expect, control, note } = context;
    const probe = foreignDmaBuf(producer, bytes);
    const { result, memoryTypeBits = 0 } = await exporter.tryMemoryHandleProperties(handleType, probe);
    control('kind of the handle', probe.kind()).toBe(producer === 'memfd' ? 'memfd' : 'dma-buf');
    expect<Result>('result of vkGetMemoryFdPropertiesKHR', result).toBeOneOf([
      'VK_SUCCESS',
      'VK_ERROR_INVALID_EXTERNAL_HANDLE',
    ]);
    const like = await makeResource(exporter, 'buffer', [handleType]);
    const required = await like.requirements();
    const types = usableTypes(device, memoryTypeBits & required.memoryTypeBits);
    if (types.length === 0) note('the device offers no memory type for this dma-buf and a buffer');
    for (const { index } of types) {
      const [first, second] = freshPatterns();
      const kept = foreignDmaBuf(producer, bytes);
      const mapping = kept.mapped();
      const at = offset * Number(required.alignment);
      const memory = await exporter.memory({
        size: BigInt(bytes),
        memoryTypeIndex: index,
        import: { handle: kept.duplicate(), handleType },
      });
      const buffer = await makeResource(exporter, 'buffer', [handleType]);
      await bind(buffer, memory, BigInt(at));
      if (mapping === null) {
        note('the dma-buf can not be mapped: only the queue uses it');
        continue;
      }
      mapping.write(at, first.bytes);
      const seen = await through(context, buffer);
      control(
        `contents by memory type ${index} before they are written`,
        differenceFrom(second, seen),
      ).toDifferFrom(asWritten);
      expect(`what a queue reads by memory type ${index}`, differenceFrom(first, seen)).toBe(asWritten);
      await through(context, buffer, second.bytes);
      expect(
        `what lies in the dma-buf that a queue wrote by memory type ${index}`,
        differenceFrom(second, mapping.read(at, contentSize)),
      ).toBe(asWritten);
    }
  });

/** Takes the buffer over from whoever is foreign, reads or writes it, and gives it back. */
async function through(
  { exporter, device }: CaseContext,
  buffer: Resource,
  written?: Uint8Array,
): Promise<Uint8Array> {
  const other = device.deviceExtensions.includes('VK_EXT_queue_family_foreign') ? 'foreign' : 'external';
  const staging = await hostVisibleBuffer(exporter, device);
  await staging.memory.write(0, written ?? new Uint8Array(contentSize));
  const [from, to] = written === undefined ? [buffer, staging.buffer] : [staging.buffer, buffer];
  const queue = await exporter.queue();
  await queue.submit({
    work: [
      { do: 'acquire', buffer, other },
      { do: 'copy', from, to, size: contentSize },
      { do: 'release', buffer, other },
    ],
  });
  await queue.waitIdle();
  return staging.memory.read(0, contentSize);
}
