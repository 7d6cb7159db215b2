/** A kind of resource that memory capabilities are asked for, and that memory cases make. */
export type ResourceKind =
  | { readonly kind: 'buffer'; readonly usage: readonly string[]; readonly flags?: readonly string[] }
  | {
      readonly kind: 'image';
      readonly format: string;
      readonly tiling: ImageTiling;
      readonly usage: readonly string[];
    };

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

export type FeaturedKindName = keyof typeof featuredKinds;
export type ResourceKindName = keyof typeof resourceKinds;
/** Kinds that memory is bound to by vkBind*Memory. */
export type BoundKindName = ResourceKindName | 'addressed-buffer';
export const resourceKindNames = Object.keys(resourceKinds) as ResourceKindName[];
