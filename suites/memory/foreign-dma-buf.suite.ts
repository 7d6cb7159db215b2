import {
  allocations,
  asWritten,
  type CaseContext,
  contentSize,
  contentsPass,
  deviceExtension,
  differenceFrom,
  dmaBufProducer,
  dmaBufProducers,
  foreignBytes,
  foreignDmaBufOf,
  foreignMemory,
  foreignTypes,
  freshPattern,
  freshPatterns,
  LinearRows,
  makeResource,
  type Need,
  otherOwners,
  overlaid,
  pairwise,
  reaches,
  type SharedMemory,
  sharable,
  suite,
  when,
} from '../../harness/cases';

const foreign = suite('memory.foreign-dma-buf', 'Dma-bufs that no Vulkan driver made');

const handleType = 'DMA_BUF';
const ownedBy = when<{ readonly other: string }>(
  ({ other }) => other === 'foreign',
  deviceExtension('VK_EXT_queue_family_foreign'),
);
const modifierExtension = 'VK_EXT_image_drm_format_modifier';
const linearImported: Need<object> = (device) =>
  device.dmaBufModifiers.includes('0x0')
    ? undefined
    : 'the device imports no dma-buf into an image of DRM_FORMAT_MOD_LINEAR';
const unmapped = 'the dma-buf can not be mapped: only queues use it';

const bufferAxes = {
  handleType: [handleType],
  producer: dmaBufProducers,
  allocation: allocations,
  offset: [0, 1],
  other: otherOwners,
} as const;

foreign
  .case(
    'buffer',
    'A dma-buf made outside Vulkan is imported with every memory type that the query gives, and shared with whoever maps it',
  )
  .proves('memory.dma-buf.foreign-import')
  .over(bufferAxes)
  .where(
    pairwise(
      bufferAxes,
      ['producer', 'allocation'],
      ({ allocation, offset }) => allocation === 'suballocated' || offset === 0,
    ),
  )
  .needs(dmaBufProducer, sharable('importable'), ownedBy)
  .run(async (context) => {
    const { exporter, producer, allocation, offset, other } = context;
    const { handle: probe } = foreignDmaBufOf(context, producer);
    const like = await makeResource(exporter, 'buffer', [handleType]);
    for (const memoryTypeIndex of await foreignTypes(context, exporter, probe, like)) {
      const { handle, mapping } = foreignDmaBufOf(context, producer);
      const shared = await foreignMemory(
        context,
        exporter,
        handle.duplicate(),
        await makeResource(exporter, 'buffer', [handleType]),
        { memoryTypeIndex, allocation, offset: BigInt(offset), transfer: { other } },
      );
      if (mapping === null) context.note(unmapped);
      else
        await bothWays(context, shared, `memory type ${memoryTypeIndex}`, {
          write: (bytes) => mapping.write(shared.start, bytes),
          read: (size) => mapping.read(shared.start, size),
        });
      await shared.free();
    }
  });

const keptAxes = {
  handleType: [handleType],
  producer: dmaBufProducers,
  allocation: allocations,
  reach: reaches,
} as const;

foreign
  .case(
    'contents-kept',
    'An import and its end leave alone what lies in the dma-buf, and a write changes what it names',
  )
  .proves('memory.import.preserves-content')
  .over(keptAxes)
  .where(pairwise(keptAxes, ['producer']))
  .needs(dmaBufProducer, sharable('importable'))
  .run(async (context) => {
    const { importer, producer, allocation, expect, control } = context;
    const { handle, mapping } = foreignDmaBufOf(context, producer);
    const buffer = await makeResource(importer, 'buffer', [handleType]);
    const [memoryTypeIndex] = await foreignTypes(context, importer, handle, buffer);
    if (memoryTypeIndex === undefined) return;
    const whole = freshPattern(foreignBytes);
    const seen = (): string =>
      mapping === null ? asWritten : differenceFrom(whole, mapping.read(0, foreignBytes));
    control('contents before they are written', mapping === null ? unmapped : seen()).toDifferFrom(asWritten);
    mapping?.write(0, whole.bytes);
    const shared = await foreignMemory(context, importer, handle.duplicate(), buffer, {
      memoryTypeIndex,
      allocation,
    });
    expect('what lies in the dma-buf behind the import', seen()).toBe(asWritten);
    if (mapping !== null) {
      const head = { name: whole.name, bytes: whole.bytes.subarray(0, contentSize) };
      expect('what a queue reads', differenceFrom(head, await shared.read())).toBe(asWritten);
      await shared.release();
      expect('what lies in the dma-buf when a queue has read', seen()).toBe(asWritten);
    }
    const written = shared.fresh();
    await shared.write(written);
    await shared.release();
    await shared.free();
    const behind = overlaid(whole, written, 0);
    expect(
      'what lies in the dma-buf when a queue has written its start and the import is gone',
      mapping === null ? asWritten : differenceFrom(behind, mapping.read(0, foreignBytes)),
    ).toBe(asWritten);
  });

const sharedAxes = {
  handleType: [handleType],
  producer: dmaBufProducers,
  resource: ['buffer', 'linear-image'],
  freed: ['first', 'second'],
  reach: reaches,
} as const;

foreign
  .case(
    'shared-imports',
    'Imports of one dma-buf show each other and whoever maps it what they write, and go on when one of them is gone',
  )
  .proves('memory.import.multiple-imports', 'memory.import.distinct-objects')
  .over(sharedAxes)
  .where(pairwise(sharedAxes, ['producer', 'resource']))
  .needs(dmaBufProducer, sharable('importable'))
  .run(async (context) => {
    const { exporter, importer, producer, resource, freed, expect } = context;
    const { handle, mapping } = foreignDmaBufOf(context, producer);
    const made = await makeResource(exporter, resource, [handleType]);
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, made);
    if (memoryTypeIndex === undefined) return;
    const first = await foreignMemory(context, exporter, handle.duplicate(), made, {
      memoryTypeIndex,
      resource,
    });
    const layoutOf = exporter === importer ? { layoutOf: first.resource } : {};
    const second = await first.import(importer, handle.duplicate(), layoutOf);
    await first.write(first.fresh());
    await contentsPass(context, second, first, 'from the second import to the first');
    const last = await contentsPass(context, first, second, 'from the first import to the second');
    const [gone, left] = freed === 'first' ? [first, second] : [second, first];
    await gone.release();
    await gone.free();
    expect('what the other shows then', differenceFrom(last, await left.read())).toBe(asWritten);
    if (mapping === null || resource !== 'buffer') return;
    await bothWays(context, left, 'the import that is left', {
      write: (bytes) => mapping.write(left.start, bytes),
      read: (size) => mapping.read(left.start, size),
    });
  });

foreign
  .case(
    'linear-image',
    'A linear image bound to a dma-buf made outside Vulkan has its rows where vkGetImageSubresourceLayout says',
  )
  .proves('memory.dma-buf.foreign-import')
  .over({
    handleType: [handleType],
    producer: dmaBufProducers,
    resource: ['linear-image'],
    allocation: allocations,
    other: otherOwners,
  })
  .needs(dmaBufProducer, sharable('importable'), ownedBy)
  .run(async (context) => {
    const { exporter, producer, resource, allocation, other } = context;
    const { handle, mapping } = foreignDmaBufOf(context, producer);
    const image = await makeResource(exporter, resource, [handleType]);
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, image);
    if (memoryTypeIndex === undefined) return;
    const layout = await image.planeLayout();
    const shared = await foreignMemory(context, exporter, handle.duplicate(), image, {
      memoryTypeIndex,
      resource,
      allocation,
      transfer: { other },
    });
    if (mapping === null) context.note(unmapped);
    else
      await bothWays(
        context,
        shared,
        'a linear image',
        new LinearRows(mapping, shared.start, layout, rowBytes),
      );
  });

/** DRM_FORMAT_MOD_LINEAR: the one whose rows anybody can tell. */
const linearModifier = 0n;
const rowBytes = 64 * 4;
/** Where a plane lies, by the values of the axis `layout`; each fits into the dma-buf. */
const planeLayouts = {
  tight: { offset: 0n, rowPitch: BigInt(rowBytes) },
  padded: { offset: 0n, rowPitch: BigInt(2 * rowBytes) },
  shifted: { offset: 4096n, rowPitch: BigInt(rowBytes) },
  'padded-and-shifted': { offset: 4096n, rowPitch: BigInt(2 * rowBytes) },
} as const;
type LayoutName = keyof typeof planeLayouts;

const layoutAxes = {
  handleType: [handleType],
  producer: dmaBufProducers,
  layout: Object.keys(planeLayouts) as LayoutName[],
  allocation: allocations,
} as const;

foreign
  .case(
    'explicit-layout',
    'An image made with an explicit plane layout has its rows where that says, in a dma-buf made outside Vulkan',
  )
  .proves('memory.drm-modifier.explicit-layout')
  .over(layoutAxes)
  .where(pairwise(layoutAxes, ['producer', 'layout']))
  .needs(dmaBufProducer, sharable('importable'), deviceExtension(modifierExtension), linearImported)
  .run(async (context) => {
    const { exporter, producer, layout: name, allocation, expect, should, control } = context;
    const plane = planeLayouts[name];
    const options = {
      width: 64,
      height: 64,
      tiling: 'VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT',
      external: [handleType],
    } as const;
    const own = await exporter.tryImage({ ...options, drmFormatModifier: { modifier: linearModifier } });
    control('result of vkCreateImage where the layout is left to the driver', own.result).toBe('VK_SUCCESS');
    const { result, image } = await exporter.tryImage({
      ...options,
      drmFormatModifier: { modifier: linearModifier, plane },
    });
    expect('result of vkCreateImage', result).toBeOneOf([
      'VK_SUCCESS',
      'VK_ERROR_INVALID_DRM_FORMAT_MODIFIER_PLANE_LAYOUT_EXT',
    ]);
    if (image === undefined) {
      should(`whether the device takes a linear plane that is ${name}`, false).toBe(true);
      return;
    }
    expect('what vkGetImageSubresourceLayout says', await image.planeLayout()).toBe(plane);
    const { handle, mapping } = foreignDmaBufOf(context, producer);
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, image);
    if (memoryTypeIndex === undefined) return;
    const shared = await foreignMemory(context, exporter, handle.duplicate(), image, {
      memoryTypeIndex,
      resource: 'linear-image',
      allocation,
    });
    if (mapping === null) return context.note(unmapped);
    const around = freshPattern(foreignBytes);
    mapping.write(0, around.bytes);
    const rows = new LinearRows(mapping, shared.start, plane, rowBytes);
    const within = rows.read(contentSize);
    await bothWays(context, shared, `a plane that is ${name}`, rows);
    rows.write(within);
    expect('what lies around the rows', differenceFrom(around, mapping.read(0, foreignBytes))).toBe(
      asWritten,
    );
  });

/** Contents as those see them who map a dma-buf. */
interface OthersView {
  write(bytes: Uint8Array): void;
  read(size: number): Uint8Array;
}

/** What others write is what a queue reads, and the other way round. */
async function bothWays(
  { expect, control }: Pick<CaseContext, 'expect' | 'control'>,
  shared: SharedMemory,
  through: string,
  others: OthersView,
): Promise<void> {
  const [theirs, ours] = freshPatterns(shared.contentSize);
  await shared.release();
  others.write(theirs.bytes);
  const seen = await shared.read();
  control(`contents through ${through} before they are written`, differenceFrom(ours, seen)).toDifferFrom(
    asWritten,
  );
  expect(`what a queue reads through ${through}`, differenceFrom(theirs, seen)).toBe(asWritten);
  await shared.write(ours);
  await shared.release();
  expect(
    `what lies in the dma-buf that a queue wrote through ${through}`,
    differenceFrom(ours, others.read(shared.contentSize)),
  ).toBe(asWritten);
}
