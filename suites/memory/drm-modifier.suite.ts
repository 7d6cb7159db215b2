import {
  deviceExtension,
  dmaBufModifier,
  type ImageOptions,
  type PlaneLayout,
  type Result,
  suite,
} from '../../harness/cases';

const modifiers = suite('memory.drm-modifier', 'Images whose layout in memory a DRM format modifier names');

const tiling = 'VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT';
const extension = 'VK_EXT_image_drm_format_modifier';
const dmaBuf = 0x200;
const usages = {
  transfer: ['VK_IMAGE_USAGE_TRANSFER_SRC_BIT', 'VK_IMAGE_USAGE_TRANSFER_DST_BIT'],
  sampled: ['VK_IMAGE_USAGE_SAMPLED_BIT'],
} as const;

/** `fourcc_mod_code` of drm_fourcc.h: a vendor in the highest eight bits, 56 bits of its own. */
function ofVendor(vendor: number, code: bigint): bigint {
  return (BigInt(vendor) << 56n) | code;
}

const askedModifiers: Readonly<Record<string, readonly bigint[]>> = {
  linear: [0n],
  invalid: [(1n << 56n) - 1n],
  everyVendor: Array.from({ length: 256 }, (_, vendor) => ofVendor(vendor, 1n)),
  everyBitOfVendors: Array.from({ length: 16 }, (_, vendor) => ofVendor(vendor, (1n << 56n) - 1n)),
  singleBits: Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit)),
  allBits: [(1n << 64n) - 1n],
};

modifiers
  .case(
    'any-queryable',
    'A format query may name any modifier at all, and is answered whether it is supported',
  )
  .proves('memory.drm-modifier.any-queryable')
  .over({
    modifiers: ['linear', 'invalid', 'everyVendor', 'everyBitOfVendors', 'singleBits', 'allBits'],
    format: ['VK_FORMAT_R8G8B8A8_UNORM', 'VK_FORMAT_R8_UNORM', 'VK_FORMAT_D16_UNORM'],
    usage: ['transfer', 'sampled'],
    external: ['DMA_BUF', 'nothing'],
  })
  .needs(deviceExtension(extension), deviceExtension('VK_EXT_external_memory_dma_buf'))
  .withoutControl('both answers are right for every modifier: what fails is a crash, or another result')
  .run(async ({ exporter, modifiers: asked, format, usage, external, expect }) => {
    for (const drmFormatModifier of askedModifiers[asked] ?? []) {
      const answer = await exporter.queries.image({
        format,
        tiling,
        usage: usages[usage],
        drmFormatModifier,
        ...(external === 'nothing' ? {} : { handleType: dmaBuf }),
      });
      expect<Result>(
        `result of vkGetPhysicalDeviceImageFormatProperties2 for modifier 0x${drmFormatModifier.toString(16)}`,
        answer.result,
      ).toBeOneOf(['VK_SUCCESS', 'VK_ERROR_FORMAT_NOT_SUPPORTED']);
    }
  });

const rowBytes = 64n * 4n;

/** What makes a good layout absurd, by the values of the axis `flaw`. */
const flaws: Readonly<Record<string, (good: PlaneLayout) => PlaneLayout>> = {
  'pitch-of-nothing': (good) => ({ ...good, rowPitch: 0n }),
  'pitch-below-a-texel': (good) => ({ ...good, rowPitch: 1n }),
  'pitch-below-a-row': (good) => ({ ...good, rowPitch: rowBytes / 2n }),
  'pitch-beyond-all': (good) => ({ ...good, rowPitch: (1n << 64n) - 1n }),
  'offset-beyond-all': (good) => ({ ...good, offset: (1n << 64n) - 1n }),
};

modifiers
  .case(
    'plane-layout-validated',
    'A plane layout that the driver gave is taken from the application, and one that cannot be is refused for itself',
  )
  .proves('memory.drm-modifier.plane-layout-validated')
  .over({
    flaw: [
      'pitch-of-nothing',
      'pitch-below-a-texel',
      'pitch-below-a-row',
      'pitch-beyond-all',
      'offset-beyond-all',
    ],
  })
  .needs(deviceExtension(extension), dmaBufModifier)
  .run(async ({ exporter, device, flaw, expect, control }) => {
    for (const text of device.dmaBufModifiers) {
      const modifier = BigInt(text);
      const options = {
        width: 64,
        height: 64,
        tiling,
        usage: usages.transfer,
        external: ['DMA_BUF'],
      } as const satisfies ImageOptions;
      const made = await exporter.tryImage({ ...options, drmFormatModifier: { modifier } });
      control(`result of vkCreateImage with modifier ${text}`, made.result).toBe('VK_SUCCESS');
      const good = await made.image?.planeLayout();
      if (good === undefined) continue;
      const again = await exporter.tryImage({ ...options, drmFormatModifier: { modifier, plane: good } });
      control(`result with modifier ${text} and the plane layout that the driver gave`, again.result).toBe(
        'VK_SUCCESS',
      );
      const plane = flaws[flaw]?.(good) ?? good;
      const bad = await exporter.tryImage({ ...options, drmFormatModifier: { modifier, plane } });
      expect(
        `result with modifier ${text}, rowPitch ${plane.rowPitch} and offset ${plane.offset}`,
        bad.result,
      ).toBe('VK_ERROR_INVALID_DRM_FORMAT_MODIFIER_PLANE_LAYOUT_EXT');
    }
  });
