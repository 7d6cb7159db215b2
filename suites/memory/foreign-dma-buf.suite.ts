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
  foreignDmaBufOf,
  foreignMemory,
  foreignTypes,
  freshPattern,
  type HandleMapping,
  headOf,
  judgingMappings,
  LinearRows,
  makeResource,
  mappersFamily,
  type Need,
  overlaid,
  pairwise,
  passToMappersAndBack,
  reaches,
  sharable,
  suite,
} from '../../harness/cases';

const foreign = suite('memory.foreign-dma-buf', 'Dma-bufs that no Vulkan driver made');

const handleType = 'DMA_BUF';
const modifierExtension = 'VK_EXT_image_drm_format_modifier';
const linearImported: Need<object> = (device) =>
  device.dmaBufModifiers.includes('0x0')
    ? undefined
    : 'the device imports no dma-buf into an image of DRM_FORMAT_MOD_LINEAR';
const unmapped = 'the dma-buf can not be mapped: only queues use it';

/** Whether nobody can map the dma-buf, so that the case has nothing to look at, which it warns of. */
function isUnmapped({ should }: Pick<CaseContext, 'should'>, mapping: HandleMapping | null): mapping is null {
  if (mapping === null)
    should('whether the dma-buf can be mapped, by which the case looks', false).toBe(true);
  return mapping === null;
}

const bufferAxes = {
  handleType: [handleType],
  producer: dmaBufProducers,
  allocation: allocations,
  offset: [0, 1],
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
  .needs(dmaBufProducer, sharable('importable'))
  .run(async (context) => {
    const { exporter, producer, allocation, offset } = context;
    const like = await makeResource(exporter, 'buffer', [handleType]);
    const { handle: probe } = await foreignDmaBufOf(context, producer, like);
    for (const memoryTypeIndex of await foreignTypes(context, exporter, probe, like)) {
      const buffer = await makeResource(exporter, 'buffer', [handleType]);
      const dmaBuf = await foreignDmaBufOf(context, producer, buffer, BigInt(offset));
      const { mapping } = dmaBuf;
      const shared = await foreignMemory(context, exporter, dmaBuf, buffer, {
        memoryTypeIndex,
        allocation,
        offset: BigInt(offset),
      });
      if (mapping === null) context.note(unmapped);
      else
        await passToMappersAndBack(context, shared, `memory type ${memoryTypeIndex}`, {
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
    const { importer, device, producer, allocation, expect, control } = context;
    const buffer = await makeResource(importer, 'buffer', [handleType]);
    const dmaBuf = await foreignDmaBufOf(context, producer, buffer);
    const { handle, size, mapping } = dmaBuf;
    const [memoryTypeIndex] = await foreignTypes(context, importer, handle, buffer);
    if (memoryTypeIndex === undefined || isUnmapped(context, mapping)) return;
    const family = mappersFamily(device);
    const judge = judgingMappings(context);
    const whole = freshPattern(size);
    const seen = (): string => differenceFrom(whole, mapping.read(0, size));
    control('contents before they are written', seen()).toDifferFrom(asWritten);
    mapping.write(0, whole.bytes);
    const shared = await foreignMemory(context, importer, dmaBuf, buffer, { memoryTypeIndex, allocation });
    expect('what lies in the dma-buf behind the import', seen()).toBe(asWritten);
    judge('what a queue reads', differenceFrom(headOf(whole, shared.contentSize), await shared.read())).toBe(
      asWritten,
    );
    await shared.release(family);
    judge('what lies in the dma-buf when a queue has read', seen()).toBe(asWritten);
    const written = shared.fresh();
    await shared.write(written);
    await shared.release(family);
    await shared.free();
    judge(
      'what lies in the dma-buf when a queue has written its start and the import is gone',
      differenceFrom(overlaid(whole, written, 0), mapping.read(0, size)),
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
    const made = await makeResource(exporter, resource, [handleType]);
    const dmaBuf = await foreignDmaBufOf(context, producer, made);
    const { handle, mapping } = dmaBuf;
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, made);
    if (memoryTypeIndex === undefined) return;
    const first = await foreignMemory(context, exporter, dmaBuf, made, {
      memoryTypeIndex,
      resource,
    });
    const layoutOf = exporter === importer ? { layoutOf: first.resource } : {};
    const second = await first.import(importer, handle.duplicate(), layoutOf);
    await first.write(first.fresh());
    await contentsPass(context, second, first, 'from the second import to the first');
    const last = await contentsPass(context, first, second, 'from the first import to the second');
    const [gone, left] = freed === 'first' ? [first, second] : [second, first];
    await second.release();
    await gone.free();
    expect('what the other shows then', differenceFrom(last, await left.read())).toBe(asWritten);
    if (mapping === null || resource !== 'buffer') return;
    await passToMappersAndBack(context, left, 'the import that is left', {
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
  })
  .needs(dmaBufProducer, sharable('importable'))
  .run(async (context) => {
    const { exporter, producer, resource, allocation } = context;
    const image = await makeResource(exporter, resource, [handleType]);
    const dmaBuf = await foreignDmaBufOf(context, producer, image);
    const { handle, mapping } = dmaBuf;
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, image);
    if (memoryTypeIndex === undefined) return;
    const layout = await image.planeLayout();
    const shared = await foreignMemory(context, exporter, dmaBuf, image, {
      memoryTypeIndex,
      resource,
      allocation,
    });
    if (mapping === null) context.note(unmapped);
    else
      await passToMappersAndBack(
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
    const dmaBuf = await foreignDmaBufOf(context, producer, image);
    const { handle, size, mapping } = dmaBuf;
    const [memoryTypeIndex] = await foreignTypes(context, exporter, handle, image);
    if (memoryTypeIndex === undefined) return;
    const shared = await foreignMemory(context, exporter, dmaBuf, image, {
      memoryTypeIndex,
      resource: 'linear-image',
      allocation,
    });
    if (isUnmapped(context, mapping)) return;
    const around = freshPattern(size);
    mapping.write(0, around.bytes);
    const rows = new LinearRows(mapping, shared.start, plane, rowBytes);
    const within = rows.read(contentSize);
    await passToMappersAndBack(context, shared, `a plane that is ${name}`, rows);
    rows.write(within);
    const seen = mapping.read(0, size);
    // No sentence keeps the padding of rows: other images may lie before the plane and behind it, not within.
    should('what lies between the rows and around them', differenceFrom(around, seen)).toBe(asWritten);
    const begin = shared.start + Number(plane.offset);
    const end = begin + (contentSize / rowBytes) * Number(plane.rowPitch);
    seen.set(around.bytes.subarray(begin, end), begin);
    judgingMappings(context)('what lies before and behind the plane', differenceFrom(around, seen)).toBe(
      asWritten,
    );
  });
