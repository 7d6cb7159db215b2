import { memoryBit } from '../../cases/handle-type-bits';
import type {
  BufferOptions,
  ImageAttempt,
  ImageOptions,
  Memory,
  MemoryRequirements,
  PlaneLayout,
  Resource,
  Result,
} from '../../cases/objects';
import { aspectOf } from '../../cases/resource-kinds';
import type {
  VkBuffer,
  VkBufferCreateFlags,
  VkBufferUsageFlags,
  VkFormat,
  VkImage,
  VkImageAspectFlagBits,
  VkImageCreateFlags,
  VkImageLayout,
  VkImageUsageFlags,
  VkSampleCountFlagBits,
} from '../../vulkan';
import { demandSuccess } from '../case-scope';
import { LocalMemory } from './local-memory';
import type { Destruction, Workbench } from './workbench';

const transfer = {
  buffer: ['VK_BUFFER_USAGE_TRANSFER_SRC_BIT', 'VK_BUFFER_USAGE_TRANSFER_DST_BIT'],
} as const;
const usualFormat = 'VK_FORMAT_R8G8B8A8_UNORM';
const imageTransfer = ['VK_IMAGE_USAGE_TRANSFER_SRC_BIT', 'VK_IMAGE_USAGE_TRANSFER_DST_BIT'] as const;

/** A VkBuffer or VkImage of a device in this process. */
export abstract class LocalResource implements Resource {
  abstract readonly kind: 'buffer' | 'image';
  /** As VkMemoryDedicatedAllocateInfo takes them. */
  abstract readonly handles: { readonly buffer: VkBuffer | null; readonly image: VkImage | null };

  constructor(protected readonly bench: Workbench) {}

  /** The resource of this process behind the face that suites see. */
  static of(resource: Resource): LocalResource {
    if (resource instanceof LocalResource) return resource;
    throw new TypeError('a resource of another endpoint was used where one of this endpoint is needed');
  }

  abstract requirements(): Promise<MemoryRequirements>;

  async deviceAddress(): Promise<bigint> {
    throw new TypeError('an image has no device address');
  }

  async planeLayout(): Promise<PlaneLayout> {
    throw new TypeError('a buffer has no memory planes');
  }

  abstract bind(memory: Memory, offset: bigint): Promise<Result>;
  abstract destroy(): Promise<void>;
}

export class LocalBuffer extends LocalResource {
  readonly kind = 'buffer';
  readonly handles: { readonly buffer: VkBuffer; readonly image: null };
  readonly size: number;
  private readonly destruction: Destruction;

  constructor(bench: Workbench, { size, usage = transfer.buffer, flags = [], external }: BufferOptions) {
    super(bench);
    const { device } = bench.device;
    const { result, buffer } = bench.commands.vkCreateBuffer(
      device,
      {
        pNext:
          external === undefined
            ? []
            : [
                {
                  struct: 'VkExternalMemoryBufferCreateInfo',
                  handleTypes: external.map((type) => memoryBit[type]),
                },
              ],
        flags: flags as VkBufferCreateFlags,
        size,
        usage: usage as VkBufferUsageFlags,
        sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
        pQueueFamilyIndices: [],
      },
      null,
    );
    demandSuccess('vkCreateBuffer', result);
    this.size = size;
    this.handles = { buffer: buffer as VkBuffer, image: null };
    this.destruction = bench.whenLeft(() =>
      bench.commands.vkDestroyBuffer(device, this.handles.buffer, null),
    );
  }

  static override of(resource: Resource): LocalBuffer {
    if (resource instanceof LocalBuffer) return resource;
    throw new TypeError('a buffer of this endpoint is needed');
  }

  async requirements(): Promise<MemoryRequirements> {
    const answer = this.bench.commands.vkGetBufferMemoryRequirements2(
      this.bench.device.device,
      { buffer: this.handles.buffer },
      { chain: ['VkMemoryDedicatedRequirements'] },
    );
    return {
      ...answer.memoryRequirements.memoryRequirements,
      ...answer.chain.VkMemoryDedicatedRequirements,
    };
  }

  override async deviceAddress(): Promise<bigint> {
    const address = this.bench.promoted('vkGetBufferDeviceAddress', 'vkGetBufferDeviceAddressKHR');
    return address(this.bench.device.device, { buffer: this.handles.buffer });
  }

  async bind(memory: Memory, offset: bigint): Promise<Result> {
    return this.bench.commands.vkBindBufferMemory2(this.bench.device.device, [
      { buffer: this.handles.buffer, memory: LocalMemory.of(memory).vk, memoryOffset: offset },
    ]).result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}

export class LocalImage extends LocalResource {
  readonly kind = 'image';
  readonly handles: { readonly buffer: null; readonly image: VkImage };
  /** Texels of the first level. */
  readonly extent: { readonly width: number; readonly height: number; readonly depth: number };
  readonly mipLevels: number;
  readonly arrayLayers: number;
  readonly aspect: VkImageAspectFlagBits;
  private readonly planeAspect: VkImageAspectFlagBits;
  private readonly layoutOfSet: { current: VkImageLayout };
  private readonly destruction: Destruction;

  private constructor(bench: Workbench, options: ImageOptions, image: VkImage) {
    super(bench);
    const { width, height, depth = 1, mipLevels = 1, arrayLayers = 1, format, layoutOf } = options;
    this.layoutOfSet =
      layoutOf === undefined ? { current: 'VK_IMAGE_LAYOUT_UNDEFINED' } : LocalImage.of(layoutOf).layoutOfSet;
    this.extent = { width, height, depth };
    this.mipLevels = mipLevels;
    this.arrayLayers = arrayLayers;
    this.aspect = aspectOf(format ?? usualFormat);
    this.planeAspect =
      options.drmFormatModifier === undefined ? this.aspect : 'VK_IMAGE_ASPECT_MEMORY_PLANE_0_BIT_EXT';
    this.handles = { buffer: null, image };
    const { device } = bench.device;
    this.destruction = bench.whenLeft(() => bench.commands.vkDestroyImage(device, image, null));
  }

  /** vkCreateImage. */
  static create(bench: Workbench, options: ImageOptions): ImageAttempt {
    const { format = usualFormat, usage = imageTransfer, external } = options;
    const { result, image } = bench.commands.vkCreateImage(
      bench.device.device,
      {
        pNext: [
          ...(external === undefined
            ? []
            : [
                {
                  struct: 'VkExternalMemoryImageCreateInfo',
                  handleTypes: external.map((type) => memoryBit[type]),
                } as const,
              ]),
          ...modifierInfo(options),
        ],
        flags: (options.flags ?? []) as VkImageCreateFlags,
        imageType: options.type ?? 'VK_IMAGE_TYPE_2D',
        format: format as VkFormat,
        extent: { width: options.width, height: options.height, depth: options.depth ?? 1 },
        mipLevels: options.mipLevels ?? 1,
        arrayLayers: options.arrayLayers ?? 1,
        samples: `VK_SAMPLE_COUNT_${options.samples ?? 1}_BIT` as VkSampleCountFlagBits,
        tiling: options.tiling,
        usage: usage as VkImageUsageFlags,
        sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
        pQueueFamilyIndices: [],
        initialLayout: 'VK_IMAGE_LAYOUT_UNDEFINED',
      },
      null,
    );
    return image === undefined ? { result } : { result, image: new LocalImage(bench, options, image) };
  }

  static override of(resource: Resource): LocalImage {
    if (resource instanceof LocalImage) return resource;
    throw new TypeError('an image of this endpoint is needed');
  }

  /** The layout that the last recorded command left the image in, or an identical one on the same memory. */
  get layout(): VkImageLayout {
    return this.layoutOfSet.current;
  }

  set layout(layout: VkImageLayout) {
    this.layoutOfSet.current = layout;
  }

  async requirements(): Promise<MemoryRequirements> {
    const answer = this.bench.commands.vkGetImageMemoryRequirements2(
      this.bench.device.device,
      { image: this.handles.image },
      { chain: ['VkMemoryDedicatedRequirements'] },
    );
    return {
      ...answer.memoryRequirements.memoryRequirements,
      ...answer.chain.VkMemoryDedicatedRequirements,
    };
  }

  override async planeLayout(): Promise<PlaneLayout> {
    const { layout } = this.bench.commands.vkGetImageSubresourceLayout(
      this.bench.device.device,
      this.handles.image,
      { aspectMask: [this.planeAspect], mipLevel: 0, arrayLayer: 0 },
    );
    return { offset: layout.offset, rowPitch: layout.rowPitch };
  }

  async bind(memory: Memory, offset: bigint): Promise<Result> {
    return this.bench.commands.vkBindImageMemory2(this.bench.device.device, [
      { image: this.handles.image, memory: LocalMemory.of(memory).vk, memoryOffset: offset },
    ]).result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}

function modifierInfo({ drmFormatModifier }: ImageOptions) {
  if (drmFormatModifier === undefined) return [];
  const { modifier, plane } = drmFormatModifier;
  return plane === undefined
    ? ([{ struct: 'VkImageDrmFormatModifierListCreateInfoEXT', pDrmFormatModifiers: [modifier] }] as const)
    : ([
        {
          struct: 'VkImageDrmFormatModifierExplicitCreateInfoEXT',
          drmFormatModifier: modifier,
          // Size and pitches that the image has no use for must be zero: VUIDs 02267 to 02269.
          pPlaneLayouts: [{ ...plane, size: 0, arrayPitch: 0, depthPitch: 0 }],
        },
      ] as const);
}
