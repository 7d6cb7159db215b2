/** A kind of resource that memory capabilities are asked for, and that memory cases make. */
export type ResourceKind =
  | {
      readonly kind: 'buffer';
      readonly usage: readonly string[];
      readonly flags?: readonly string[];
      /** In bytes; `contentSize` by default. */
      readonly size?: number;
    }
  | ImageKind;

export interface ImageKind {
  readonly kind: 'image';
  readonly format: string;
  readonly tiling: ImageTiling;
  readonly usage: readonly string[];
  /** What it is where it is not 64 x 64 texels of four bytes of colour, of one level, layer and sample. */
  readonly shape?: ImageShape;
}

/** What lies in a channel of a texel: any bits, or numbers in whose place a queue may not put others. */
export type TexelChannel =
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'float32'
  | 'unorm16-depth'
  | 'float32-depth'
  | 'stencil';

/** An image; each level of each layer has a multiple of 16 bytes, so that they lie in a buffer without gaps. */
export interface ImageShape {
  readonly type: 'VK_IMAGE_TYPE_1D' | 'VK_IMAGE_TYPE_2D' | 'VK_IMAGE_TYPE_3D';
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly mipLevels: number;
  readonly arrayLayers: number;
  readonly samples: number;
  readonly channel: TexelChannel;
  readonly channels: number;
}

export type ImageTiling = 'VK_IMAGE_TILING_OPTIMAL' | 'VK_IMAGE_TILING_LINEAR';

const bufferTransfer = ['VK_BUFFER_USAGE_TRANSFER_SRC_BIT', 'VK_BUFFER_USAGE_TRANSFER_DST_BIT'];
const imageTransfer = ['VK_IMAGE_USAGE_TRANSFER_SRC_BIT', 'VK_IMAGE_USAGE_TRANSFER_DST_BIT'];

/** The kinds of the capability snapshot, by the names that needs and axes use. */
export const resourceKinds = {
  buffer: { kind: 'buffer', usage: bufferTransfer },
  'storage-buffer': { kind: 'buffer', usage: [...bufferTransfer, 'VK_BUFFER_USAGE_STORAGE_BUFFER_BIT'] },
  'optimal-image': {
    kind: 'image',
    format: 'VK_FORMAT_R8G8B8A8_UNORM',
    tiling: 'VK_IMAGE_TILING_OPTIMAL',
    usage: imageTransfer,
  },
  'linear-image': {
    kind: 'image',
    format: 'VK_FORMAT_R8G8B8A8_UNORM',
    tiling: 'VK_IMAGE_TILING_LINEAR',
    usage: imageTransfer,
  },
} as const satisfies Record<string, ResourceKind>;

const plane: ImageShape = {
  type: 'VK_IMAGE_TYPE_2D',
  width: 68,
  height: 36,
  depth: 1,
  mipLevels: 1,
  arrayLayers: 1,
  samples: 1,
  channel: 'uint8',
  channels: 1,
};

function image(
  format: string,
  shape: Partial<ImageShape>,
  usage: readonly string[] = [],
): Extract<ResourceKind, { kind: 'image' }> & { readonly shape: ImageShape } {
  return {
    kind: 'image',
    format: `VK_FORMAT_${format}`,
    tiling: 'VK_IMAGE_TILING_OPTIMAL',
    usage: [...imageTransfer, ...usage],
    shape: { ...plane, ...shape },
  };
}

const color = ['VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT'];
const depthStencil = ['VK_IMAGE_USAGE_DEPTH_STENCIL_ATTACHMENT_BIT'];

/** Kinds beyond those of the most cases: what transfers can write and read of what else can be shared. */
export const variedKinds = {
  'buffer-256k': { kind: 'buffer', usage: bufferTransfer, size: 256 * 1024 },
  '1d-r32ui': image('R32_UINT', { type: 'VK_IMAGE_TYPE_1D', width: 1000, height: 1, channel: 'uint32' }),
  r8ui: image('R8_UINT', {}),
  r16ui: image('R16_UINT', { channel: 'uint16' }),
  rgba16ui: image('R16G16B16A16_UINT', { channel: 'uint16', channels: 4 }),
  rgba32f: image('R32G32B32A32_SFLOAT', { channel: 'float32', channels: 4 }),
  'levels-and-layers': image('R8G8B8A8_UINT', {
    width: 64,
    height: 48,
    mipLevels: 4,
    arrayLayers: 3,
    channels: 4,
  }),
  '3d-r32f': image('R32_SFLOAT', {
    type: 'VK_IMAGE_TYPE_3D',
    width: 20,
    height: 12,
    depth: 9,
    channel: 'float32',
  }),
  d16: image('D16_UNORM', { channel: 'unorm16-depth' }, depthStencil),
  d32: image('D32_SFLOAT', { channel: 'float32-depth' }, depthStencil),
  s8: image('S8_UINT', { channel: 'stencil' }, depthStencil),
  '4-samples-r32ui': image('R32_UINT', { samples: 4, arrayLayers: 2, channel: 'uint32' }, color),
  '4-samples-r32f': image('R32_SFLOAT', { samples: 4, arrayLayers: 2, channel: 'float32' }, color),
} as const satisfies Record<string, ResourceKind>;

export type VariedKindName = keyof typeof variedKinds;
export const variedKindNames = Object.keys(variedKinds) as VariedKindName[];

/** Kinds that rest on a feature of the device; cases of their own make them. */
export const featuredKinds = {
  'addressed-buffer': {
    feature: 'bufferDeviceAddress',
    usage: [...bufferTransfer, 'VK_BUFFER_USAGE_SHADER_DEVICE_ADDRESS_BIT'],
    flags: [],
  },
  'sparse-buffer': {
    feature: 'sparseBinding',
    usage: bufferTransfer,
    flags: ['VK_BUFFER_CREATE_SPARSE_BINDING_BIT'],
  },
} as const;

/** What Direct3D 11 makes as well: the usage is that of a texture for shaders which is a render target. */
export const direct3dKinds = {
  'direct3d-texture': {
    kind: 'image',
    format: 'VK_FORMAT_R8G8B8A8_UNORM',
    tiling: 'VK_IMAGE_TILING_OPTIMAL',
    usage: [...imageTransfer, 'VK_IMAGE_USAGE_SAMPLED_BIT', ...color],
  },
} as const satisfies Record<string, ResourceKind>;

export type Direct3dKindName = keyof typeof direct3dKinds;
export type FeaturedKindName = keyof typeof featuredKinds;
export type ResourceKindName = keyof typeof resourceKinds;
/** Kinds that memory is bound to by vkBind*Memory. */
export type BoundKindName = ResourceKindName | VariedKindName | Direct3dKindName | 'addressed-buffer';
/** Kinds whose capabilities the snapshot has. */
export type KnownKindName = ResourceKindName | VariedKindName | Direct3dKindName | FeaturedKindName;
export const resourceKindNames = Object.keys(resourceKinds) as ResourceKindName[];

/** The kind behind a name. */
export function kindOf(name: BoundKindName): ResourceKind {
  if (name === 'addressed-buffer') return { kind: 'buffer', ...featuredKinds[name] };
  if (name in direct3dKinds) return direct3dKinds[name as Direct3dKindName];
  return name in resourceKinds
    ? resourceKinds[name as ResourceKindName]
    : variedKinds[name as VariedKindName];
}

/** The shape of an image of a kind that says none: 64 x 64 texels of four bytes of colour. */
const usualShape: ImageShape = { ...plane, width: 64, height: 64, channels: 4 };

/** The shape of images of a kind. */
export function shapeOf(kind: ImageKind): ImageShape {
  return kind.shape ?? usualShape;
}

/** VkImageAspectFlagBits of a format. */
export function aspectOf(
  format: string,
): 'VK_IMAGE_ASPECT_COLOR_BIT' | 'VK_IMAGE_ASPECT_DEPTH_BIT' | 'VK_IMAGE_ASPECT_STENCIL_BIT' {
  if (format.startsWith('VK_FORMAT_D')) return 'VK_IMAGE_ASPECT_DEPTH_BIT';
  return format.startsWith('VK_FORMAT_S8') ? 'VK_IMAGE_ASPECT_STENCIL_BIT' : 'VK_IMAGE_ASPECT_COLOR_BIT';
}
