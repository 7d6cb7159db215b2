import {
  asWritten,
  bind,
  contentSize,
  differenceFrom,
  featuredKinds,
  freshPatterns,
  hostVisibleBuffer,
  memoryFor,
  memoryReferenceTypes,
  type Resource,
  sparseFamily,
  suballocatable,
  suite,
  usableTypes,
} from '../../harness/cases';

const sparse = suite('memory.sparse', 'Sparse resources in shared memory');

const kind = 'sparse-buffer';
const { usage, flags } = featuredKinds[kind];

sparse
  .case(
    'buffer',
    'A range of a sparse buffer that is backed with exported or imported memory shows what other sharers have there',
  )
  .proves('memory.sparse.external-backing')
  .over({ handleType: memoryReferenceTypes, backing: ['exported', 'imported'], range: [0, 1] })
  .needs(
    (device) =>
      sparseFamily(device) === undefined ? 'the device has no queue for vkQueueBindSparse' : undefined,
    memoryFor(kind, 'exportable', 'importable'),
    memoryFor('buffer', 'exportable', 'importable'),
    suballocatable(kind),
    suballocatable('buffer'),
  )
  .run(async ({ exporter, device, handleType, backing, range, expect, control, note }) => {
    const external = [handleType];
    const granularity = (
      await (await exporter.buffer({ size: contentSize, usage, flags, external })).requirements()
    ).alignment;
    const size = granularity > BigInt(contentSize) ? granularity : BigInt(contentSize);
    const scattered = await exporter.buffer({ size: Number(size) * 2, usage, flags, external });
    const plain = await exporter.buffer({ size: contentSize, usage, external });
    const bits = (await scattered.requirements()).memoryTypeBits;
    expect('memory types for a sparse buffer', usableTypes(device, bits).length).toBeAtLeast(1);
    const [type] = usableTypes(device, bits & (await plain.requirements()).memoryTypeBits);
    if (type === undefined) {
      note('no memory type is for sparse buffers and for others, which differ in their flags');
      control('memory types that the device has', device.memoryTypes.length).toBeAtLeast(1);
      return;
    }
    const memoryTypeIndex = type.index;
    const source = await exporter.memory({ size: size * 2n, memoryTypeIndex, exportAs: external });
    const target = await exporter.memory({
      size: size * 2n,
      memoryTypeIndex,
      import: { handle: await source.export(handleType), handleType },
    });
    const [behind, beside] = backing === 'exported' ? [source, target] : [target, source];
    // The range of the buffer and that of the memory differ, so that one taken for the other is seen.
    const offset = BigInt(range) * size;
    const memoryOffset = size - offset;
    await bind(plain, beside, memoryOffset);
    const sparseQueue = await exporter.queue(sparseFamily(device));
    await sparseQueue.bindSparse({ buffer: scattered, offset, size, memory: behind, memoryOffset });
    // All of a buffer that is sparse and not resident in parts is bound before it is used.
    await sparseQueue.bindSparse({
      buffer: scattered,
      offset: memoryOffset,
      size,
      memory: behind,
      memoryOffset: offset,
    });
    const queue = await exporter.queue();
    const staging = await hostVisibleBuffer(exporter, device);
    const result = await hostVisibleBuffer(exporter, device);
    const at = Number(offset);
    const ways: readonly (readonly [Resource, number, Resource, number, string])[] = [
      [plain, 0, scattered, at, 'what the sparse buffer shows of a write through another'],
      [scattered, at, plain, 0, 'what another buffer shows of a write through the sparse one'],
    ];
    for (const [to, toOffset, from, fromOffset, what] of ways) {
      const [before, written] = freshPatterns();
      for (const { bytes } of [before, written]) {
        await staging.memory.write(0, bytes);
        await queue.submit({
          work: [
            { do: 'copy', from: staging.buffer, to, toOffset, size: contentSize },
            { do: 'copy', from, fromOffset, to: result.buffer, size: contentSize },
          ],
        });
        await queue.waitIdle();
        const seen = await result.memory.read(0, contentSize);
        if (bytes === before.bytes)
          control('contents before the write', differenceFrom(written, seen)).toDifferFrom(asWritten);
        else expect(what, differenceFrom(written, seen)).toBe(asWritten);
      }
    }
  });
