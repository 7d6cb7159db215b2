import {
  allocations,
  allQueriedImages,
  claimedFeatures,
  exportableAmong,
  type ImageAnswer,
  type ImageOptions,
  type MemoryHandleType,
  mayBePaired,
  memoryClaimedBy,
  memoryHandleTypeBit,
  memoryHandleTypes,
  memoryHoldsResources,
  type QueriedImage,
  queriedFormats,
  sentinels,
  suite,
  type Tiling,
  tilings,
  typesIn,
  useImage,
} from '../../harness/cases';

const usable = suite(
  'capabilities.image-usable',
  'Whether images can be made as image queries about memory handle types promise',
);

usable
  .case(
    'creation-follows-query',
    'Images of every usage that a handle type is reported for are created for it, alone and with a compatible type, and used in memory that is exported and imported',
  )
  .proves('capabilities.image.creation-follows-query')
  .over({
    handleType: memoryHandleTypes,
    with: ['nothing', ...memoryHandleTypes],
    tiling: tilings,
    allocation: allocations,
  })
  .where((parameters) => parameters.with === 'nothing' || mayBePaired(parameters.handleType, parameters.with))
  .where(({ handleType, allocation }) => allocation === 'suballocated' || !handleType.startsWith('HOST_'))
  .needs(memoryClaimedBy)
  .run(async (context) => {
    const { exporter, device, handleType, with: other, tiling, allocation, expect, control, note } = context;
    const made: string[] = [];
    for (const { name, query, format, layers } of imagesOf(tiling)) {
      const { color, texelBytes } = queriedFormats[format];
      const ask = (type: MemoryHandleType): Promise<ImageAnswer> =>
        exporter.queries.image(
          { ...query, handleType: memoryHandleTypeBit[type] },
          { sentinel: sentinels.first },
        );
      const answer = await ask(handleType);
      expect(`result of the query about ${name}`, answer.result).toBeOneOf([
        'VK_SUCCESS',
        'VK_ERROR_FORMAT_NOT_SUPPORTED',
      ]);
      if (answer.external === undefined || (answer.limits?.maxArrayLayers ?? 0) < layers) continue;
      control(
        'whether externalMemoryFeatures was left alone',
        answer.external.unwritten.includes('features'),
      ).toBe(false);
      const claimed = claimedFeatures('memory', answer.external.features);
      const compatible = typesIn(answer.external.compatibleHandleTypes, memoryHandleTypeBit);
      const external: MemoryHandleType[] = [handleType];
      if (other !== 'nothing') {
        if (!compatible.includes(other)) continue;
        external.push(other);
      }
      const exportAs = await exportableAmong(
        external,
        device,
        async (type) => (await ask(type)).external?.features ?? 0,
      );
      await memoryHoldsResources(context, {
        handleType,
        claimed: { ...claimed, exportable: exportAs.includes(handleType) },
        external,
        exportAs,
        allocation: claimed.dedicatedOnly ? 'dedicated' : allocation,
        make: (endpoint, types) =>
          endpoint.image({
            ...query,
            width: 64,
            height: 64,
            arrayLayers: layers,
            external: types,
          }),
        ...(color
          ? { use: (endpoint, resource) => useImage(context, endpoint, resource, { texelBytes, layers }) }
          : {}),
      });
      made.push(name);
    }
    note(made.length === 0 ? 'no image is reported for this' : `made images: ${made.join(', ')}`);
    const plain = await exporter.queries.image({
      format: 'VK_FORMAT_R8G8B8A8_UNORM',
      tiling: 'VK_IMAGE_TILING_OPTIMAL',
      usage: ['VK_IMAGE_USAGE_TRANSFER_DST_BIT'],
    });
    control('result without a handle type', plain.result).toBe('VK_SUCCESS');
  });

usable
  .case(
    'limits-usable',
    'Images are created at each limit that a query about a handle type reports, and no limit of a supported image is zero',
  )
  .proves('capabilities.image.limits-usable')
  .over({
    handleType: memoryHandleTypes,
    tiling: tilings,
    limit: ['extent', 'mips', 'layers', 'samples'],
  })
  .needs(memoryClaimedBy)
  .run(async ({ exporter, handleType, tiling, limit, expect, control, should, note }) => {
    const { queries } = exporter;
    let made = 0;
    for (const { name, query, format, layers } of imagesOf(tiling)) {
      const { texelBytes } = queriedFormats[format];
      const options = { sentinel: sentinels.first };
      const answer = await queries.image({ ...query, handleType: memoryHandleTypeBit[handleType] }, options);
      expect(`result of the query about ${name}`, answer.result).toBeOneOf([
        'VK_SUCCESS',
        'VK_ERROR_FORMAT_NOT_SUPPORTED',
      ]);
      const { limits } = answer;
      if (limits === undefined) continue;
      const { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts, maxResourceSize } = limits;
      const most = query.usage.some((bit) => bit.includes('ATTACHMENT')) ? everyFramebuffer : Infinity;
      const width = Math.min(maxExtent.width, most);
      const height = Math.min(maxExtent.height, most);
      expect(`maxArrayLayers for ${name}`, maxArrayLayers).toBeAtLeast(1);
      // A linear image may have one layer alone, too few for a cube.
      if (maxArrayLayers < layers) continue;
      const cube = layers > 1;
      const stores = query.usage.includes('VK_IMAGE_USAGE_STORAGE_BIT');
      const base = { ...query, width: 1, height: 1, arrayLayers: layers, external: [handleType] };
      const create = async (shape: Partial<ImageOptions>): Promise<void> => {
        const resource = await exporter.image({ ...base, ...shape });
        expect(`size that ${name} needs at its ${limit}`, (await resource.requirements()).size).toBeAtLeast(
          1n,
        );
        await resource.destroy();
        made += 1;
      };
      switch (limit) {
        case 'extent':
          expect(`maxExtent.width for ${name}`, width).toBeAtLeast(1);
          expect(`maxExtent.height for ${name}`, height).toBeAtLeast(1);
          expect(`maxExtent.depth for ${name}`, maxExtent.depth).toBe(1);
          if (cube) await create(squareWithin(width, height, texelBytes * 6, maxResourceSize));
          else {
            await create({ width });
            await create({ height });
            await create(squareWithin(width, height, texelBytes, maxResourceSize));
          }
          break;
        case 'mips': {
          const whole = Math.floor(Math.log2(Math.max(maxExtent.width, maxExtent.height))) + 1;
          expect(`maxMipLevels for ${name}`, maxMipLevels).toBeAtLeast(1);
          should(`maxMipLevels for ${name}`, maxMipLevels).toBeOneOf([1, whole]);
          const edge = cube ? 64 : Math.min(2 ** (maxMipLevels - 1), width);
          await create({
            width: edge,
            height: cube ? edge : 1,
            mipLevels: Math.min(maxMipLevels, Math.floor(Math.log2(edge)) + 1),
          });
          break;
        }
        case 'layers':
          await create({ arrayLayers: maxArrayLayers });
          break;
        default:
          expect(`sampleCounts for ${name}`, sampleCounts & 1).toBe(1);
          // More samples of a storage image ask for shaderStorageImageMultisample, which the device has not enabled.
          for (let samples = 1; samples <= (stores ? 1 : 64); samples *= 2)
            if (sampleCounts & samples) await create({ width: 16, height: 16, samples });
      }
    }
    note(`${made} images were created at their ${limit}`);
    const plain = await queries.image({
      format: 'VK_FORMAT_R8G8B8A8_UNORM',
      tiling: 'VK_IMAGE_TILING_OPTIMAL',
      usage: ['VK_IMAGE_USAGE_TRANSFER_DST_BIT'],
    });
    control('result without a handle type', plain.result).toBe('VK_SUCCESS');
  });

/** The extent that an attachment may have on every device: maxFramebufferWidth and its twin are no less. */
const everyFramebuffer = 4096;

/** Those of that tiling, of every format. */
const imagesOf = (tiling: Tiling): readonly QueriedImage[] =>
  allQueriedImages.filter((image) => image.tiling === tiling);

/** The largest image within both extents that needs at most half of maxResourceSize, padding left to the driver. */
function squareWithin(
  width: number,
  height: number,
  bytesPerTexel: number,
  maxResourceSize: bigint,
): { readonly width: number; readonly height: number } {
  const affordable = Math.floor(Math.sqrt(Number(maxResourceSize) / 2 / bytesPerTexel));
  const edge = Math.max(1, Math.min(width, height, affordable));
  return { width: edge, height: edge };
}
