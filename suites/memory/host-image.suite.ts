import {
  asWritten,
  bind,
  type Content,
  contentSize,
  contentSizeOf,
  differenceFrom,
  freshContentOf,
  freshPattern,
  type HostAllocation,
  headOf,
  hostVisibleBuffer,
  makeResource,
  mayBeWritten,
  type Resource,
  readingWork,
  sharable,
  suite,
  usableTypes,
  writings,
  writingWork,
} from '../../harness/cases';

const host = suite('memory.host-image', 'Images in memory imported from pages of the process');

const imaged = {
  handleType: ['HOST_ALLOCATION'],
  resource: ['linear-image', 'optimal-image', 'r8ui', 'rgba16ui', 'rgba32f', 'levels-and-layers'],
  written: writings,
  offset: [0, 1],
} as const;

host
  .case(
    'shares-content',
    'Images in host pages, at their start or behind it, hold what a queue writes there, and linear ones what the host does; the pages in front of them stay as they are',
  )
  .proves('memory.host.import-shares-content')
  .over(imaged)
  .where(mayBeWritten)
  .needs((device, { handleType, resource }) =>
    sharable('importable')(device, { handleType, resource, allocation: 'suballocated' }),
  )
  .run(async (context) => {
    const { exporter, device, handleType, resource: kind, written, offset, expect, control, note } = context;
    const image = await makeResource(exporter, kind, [handleType]);
    const { size, alignment, memoryTypeBits: suitable } = await image.requirements();
    const start = offset * Number(alignment);
    const unit = device.minImportedHostPointerAlignment ?? 4096;
    const pages = await exporter.hostAllocation(Math.ceil((Number(size) + start) / unit) * unit, unit);
    const around = freshPattern(pages.size);
    const front = headOf(around, start);
    control(
      'what the pages hold before the host writes them',
      differenceFrom(around, await pages.read(0, pages.size)),
    ).toDifferFrom(asWritten);
    await pages.write(0, around.bytes);
    const { result, memoryTypeBits = 0 } = await exporter.tryHostPointerProperties(pages);
    expect('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
    const common = memoryTypeBits & suitable;
    const type = usableTypes(device, common).find(({ hostVisible }) => hostVisible);
    if (type === undefined) {
      note('no host-visible memory type suits both the pages and the image');
      return;
    }
    const memory = await exporter.memory({
      size: BigInt(pages.size),
      memoryTypeIndex: type.index,
      importHostPointer: pages,
    });
    await bind(image, memory, BigInt(start));
    const staging = await hostVisibleBuffer(exporter, device, contentSizeOf(kind));
    const queue = await exporter.queue();
    const read = async (): Promise<Uint8Array> => {
      await staging.memory.write(0, new Uint8Array(contentSizeOf(kind)));
      await queue.submit({ work: readingWork(kind, image, staging.buffer) });
      await queue.waitIdle();
      return staging.memory.read(0, contentSizeOf(kind));
    };
    for (const time of ['first', 'second']) {
      const content = freshContentOf(kind, written);
      if (written === 'copy') await staging.memory.write(0, content.bytes);
      await queue.submit({
        work: [writingWork(kind, written, image, staging.buffer, content), { do: 'to-general', image }],
      });
      await queue.waitIdle();
      if (kind === 'linear-image')
        expect(
          `what the pages hold of the ${time} write of a queue`,
          differenceFrom(content, await texelsIn(pages, start, image)),
        ).toBe(asWritten);
      expect(`what a queue reads of the ${time} write`, differenceFrom(content, await read())).toBe(
        asWritten,
      );
    }
    if (kind === 'linear-image') {
      const content = freshContentOf(kind, 'copy');
      await queue.submit({ work: [{ do: 'to-general', image }] });
      await queue.waitIdle();
      await putTexels(pages, start, image, content);
      expect('what a queue reads of what the host writes', differenceFrom(content, await read())).toBe(
        asWritten,
      );
    }
    expect(
      'what the pages hold in front of the image',
      differenceFrom(front, await pages.read(0, start)),
    ).toBe(asWritten);
  });

/** Texels of a row, and rows, of the linear image. */
const side = 64;
const rowBytes = side * 4;

/** The texels of a linear image of `contentSize` bytes, row by row, as the host finds them. */
async function texelsIn(pages: HostAllocation, start: number, image: Resource): Promise<Uint8Array> {
  const { offset, rowPitch } = await image.planeLayout();
  const texels = new Uint8Array(contentSize);
  for (let row = 0; row < side; row += 1)
    texels.set(await pages.read(start + Number(offset) + row * Number(rowPitch), rowBytes), row * rowBytes);
  return texels;
}

/** Writes the texels of a linear image. */
async function putTexels(
  pages: HostAllocation,
  start: number,
  image: Resource,
  { bytes }: Content,
): Promise<void> {
  const { offset, rowPitch } = await image.planeLayout();
  for (let row = 0; row < side; row += 1)
    await pages.write(
      start + Number(offset) + row * Number(rowPitch),
      bytes.subarray(row * rowBytes, (row + 1) * rowBytes),
    );
}
