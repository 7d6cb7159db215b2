import type { DeviceCapabilities } from './device-capabilities';
import type { ImageQuery } from './queries';
import type { ImageTiling } from './resource-kinds';

/** Formats that image queries ask about, by short name; bytes of a texel, and whether it has colour. */
export const queriedFormats = {
  rgba8: { format: 'VK_FORMAT_R8G8B8A8_UNORM', texelBytes: 4, color: true },
  r8: { format: 'VK_FORMAT_R8_UNORM', texelBytes: 1, color: true },
  d16: { format: 'VK_FORMAT_D16_UNORM', texelBytes: 2, color: false },
} as const;
export type QueriedFormat = keyof typeof queriedFormats;
export const queriedFormatNames = Object.keys(queriedFormats) as QueriedFormat[];

/** Values of an axis `tiling`. */
export const tilings = ['optimal', 'linear'] as const;
export type Tiling = (typeof tilings)[number];

export function tilingOf(tiling: Tiling): ImageTiling {
  return tiling === 'linear' ? 'VK_IMAGE_TILING_LINEAR' : 'VK_IMAGE_TILING_OPTIMAL';
}

const usages = {
  transfer: [],
  sampled: ['SAMPLED'],
  attachment: ['attachment'],
  storage: ['STORAGE'],
} as const;

const flags = {
  none: [],
  mutable: ['VK_IMAGE_CREATE_MUTABLE_FORMAT_BIT'],
  cube: ['VK_IMAGE_CREATE_CUBE_COMPATIBLE_BIT'],
} as const;

/** The parameters of an image, as queries and creation take them. */
export interface QueriedImage {
  readonly format: QueriedFormat;
  readonly tiling: Tiling;
  /** Layers that its creation flags ask for at least. */
  readonly layers: number;
  /** For messages: `rgba8 optimal sampled`, `r8 linear mutable storage`. */
  readonly name: string;
  readonly query: Required<Pick<ImageQuery, 'format' | 'usage' | 'flags'>> & { readonly tiling: ImageTiling };
}

/** Every usage and creation flag that queries are asked with, for a format and a tiling. */
export function queriedImages(format: QueriedFormat, tiling: Tiling): readonly QueriedImage[] {
  const { color, format: name } = queriedFormats[format];
  const attachment = color ? 'COLOR_ATTACHMENT' : 'DEPTH_STENCIL_ATTACHMENT';
  return Object.entries(usages).flatMap(([usage, bits]) =>
    Object.entries(flags).map(([flag, names]) => ({
      format,
      tiling,
      layers: flag === 'cube' ? 6 : 1,
      name: [format, tiling, ...(flag === 'none' ? [] : [flag]), usage].join(' '),
      query: {
        format: name,
        tiling: tilingOf(tiling),
        usage: ['TRANSFER_SRC', 'TRANSFER_DST', ...bits].map(
          (bit) => `VK_IMAGE_USAGE_${bit === 'attachment' ? attachment : bit}_BIT`,
        ),
        flags: names,
      },
    })),
  );
}

/** Those of every format and tiling. */
export const allQueriedImages: readonly QueriedImage[] = queriedFormatNames.flatMap((format) =>
  tilings.flatMap((tiling) => queriedImages(format, tiling)),
);

/** Whether handles of a type can't exist on the device's platform. */
export function isOfAnotherPlatform(
  device: Pick<DeviceCapabilities, 'platform'>,
  platform: 'posix' | 'win32' | 'any',
): boolean {
  return platform !== 'any' && platform !== device.platform;
}
