import {
  allQueriedImages,
  claimedFeatures,
  distinct,
  isOfAnotherPlatform,
  mayBeQueried,
  memoryHandleTypeBit,
  memoryHandleTypes,
  platformOf,
  queriedFormatNames,
  queriedImages,
  sentinels,
  someOf,
  spelledBy,
  spellings,
  suite,
  tilings,
  typesIn,
} from '../../harness/cases';

const propertiesExtension = 'VK_KHR_get_physical_device_properties2';
const image = suite('capabilities.image', 'What a device says of memory handle types for images');

/** Every implementation supports it, so that a query that never succeeds is seen. */
const supportedEverywhere = {
  format: 'VK_FORMAT_R8G8B8A8_UNORM',
  tiling: 'VK_IMAGE_TILING_OPTIMAL',
  usage: ['VK_IMAGE_USAGE_TRANSFER_SRC_BIT', 'VK_IMAGE_USAGE_TRANSFER_DST_BIT'],
} as const;

image
  .case(
    'includes-self',
    'An image query that succeeds names the handle type that it was asked about as compatible',
  )
  .proves('capabilities.image.includes-self')
  .over({ queriedType: memoryHandleTypes })
  .needs(mayBeQueried)
  .run(async ({ exporter, queriedType, expect, control, note }) => {
    const { queries } = exporter;
    control('result without a handle type', (await queries.image(supportedEverywhere)).result).toBe(
      'VK_SUCCESS',
    );
    const lacking: string[] = [];
    let successes = 0;
    for (const { name, query } of allQueriedImages) {
      const { external } = await queries.image(
        { ...query, handleType: memoryHandleTypeBit[queriedType] },
        { sentinel: sentinels.first },
      );
      if (external === undefined) continue;
      successes += 1;
      const unwritten = external.unwritten.includes('compatibleHandleTypes');
      if (unwritten || !typesIn(external.compatibleHandleTypes, memoryHandleTypeBit).includes(queriedType))
        lacking.push(name);
    }
    note(`${successes} queries about ${queriedType} succeeded`);
    expect(
      `images for which compatibleHandleTypes of ${queriedType} lacks it`,
      someOf(lacking, successes),
    ).toBe('none');
  });

image
  .case(
    'incompatible-error',
    'An image query succeeds only for a handle type that images with its parameters can be exported or imported as; else it gives VK_ERROR_FORMAT_NOT_SUPPORTED',
  )
  .proves('capabilities.image.incompatible-error')
  .over({ queriedType: memoryHandleTypes })
  .needs(mayBeQueried)
  .run(async ({ exporter, device, queriedType, expect, control }) => {
    const { queries } = exporter;
    control('result without a handle type', (await queries.image(supportedEverywhere)).result).toBe(
      'VK_SUCCESS',
    );
    const foreign = isOfAnotherPlatform(device, platformOf(queriedType));
    const results: string[] = [];
    const useless: string[] = [];
    for (const { name, query } of allQueriedImages) {
      const { result, external } = await queries.image(
        { ...query, handleType: memoryHandleTypeBit[queriedType] },
        { sentinel: sentinels.first },
      );
      results.push(result);
      if (external === undefined) continue;
      const { exportable, importable } = claimedFeatures('memory', external.features);
      const plain = await queries.image(query);
      if (foreign || external.unwritten.includes('features') || (!exportable && !importable))
        useless.push(name);
      else if (plain.result !== 'VK_SUCCESS') useless.push(`${name}, not supported without a handle type`);
    }
    const listed = ['VK_SUCCESS', 'VK_ERROR_FORMAT_NOT_SUPPORTED'];
    expect(
      'results other than VK_SUCCESS and VK_ERROR_FORMAT_NOT_SUPPORTED',
      distinct(results.filter((result) => !listed.includes(result))),
    ).toBe([]);
    expect(
      `images whose query succeeds although ${queriedType} is of no use for them`,
      someOf(useless, results.length),
    ).toBe('none');
  });

image
  .case(
    'zero-type-is-absent',
    'An image query with a handle type of zero is answered as if no external structure were chained, and leaves the chained output alone',
  )
  .proves('capabilities.image.zero-type-is-absent')
  .over({ format: queriedFormatNames, tiling: tilings, spelling: spellings })
  .needs(spelledBy(propertiesExtension))
  .run(async ({ exporter, format, tiling, spelling, expect, control }) => {
    const { queries } = exporter;
    control(
      'result for a format that every device has',
      (await queries.image(supportedEverywhere)).result,
    ).toBe('VK_SUCCESS');
    for (const { name, query } of queriedImages(format, tiling)) {
      const plain = await queries.image(query, { spelling, sentinel: sentinels.first });
      const zero = await queries.image({ ...query, handleType: 0 }, { spelling, sentinel: sentinels.later });
      expect(`result and limits for ${name} with a handle type of zero`, {
        result: zero.result,
        limits: zero.limits,
      }).toBe({ result: plain.result, limits: plain.limits });
      if (zero.external === undefined) continue;
      expect(`masks of VkExternalImageFormatProperties left alone for ${name}`, zero.external.unwritten).toBe(
        ['features', 'compatibleHandleTypes', 'exportFromImportedHandleTypes'],
      );
    }
  });
