import type { Direct3dObject, TextureSource } from '../handles/face';
import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';
import type { ExternalHandle } from './external-handle';
import { bind, makeResource } from './memory-allocation';
import { pickType } from './memory-types';
import { memoryFor } from './needs';
import type { Endpoint, Memory, Resource } from './objects';
import { direct3dKinds, shapeOf } from './resource-kinds';
import type { Need } from './suite';

/** A texture that no Vulkan driver made, with its keyed mutex. */
export interface ForeignTexture {
  /** An NT handle, which stays the case's, or a global one. */
  readonly handle: ExternalHandle;
  /** All texels, row by row; the mutex must have been acquired. */
  write(texels: Uint8Array): void;
  read(): Uint8Array;
  /** Acquires the mutex once it is released with that key. @returns false behind the timeout */
  acquire(key: bigint, timeoutMs: number): Promise<boolean>;
  /** Releases the mutex with a key. */
  release(key: bigint): void;
}

/** What a case asks for; the adapter is the device's. */
export interface ForeignTextureRequest {
  readonly source: TextureSource;
  readonly handleType: TextureHandleType;
}

export const textureHandleTypes = ['D3D11_TEXTURE', 'D3D11_TEXTURE_KMT'] as const;
export type TextureHandleType = (typeof textureHandleTypes)[number];

/** The kind of image that such a texture is bound to: extent, format and usage are those of the texture. */
export const textureKind = 'direct3d-texture';

/** What a model offers: it takes what stands in for objects of Direct3D, and nothing that Direct3D made. */
export const standInDirect3d = 'VK_VKEXTERN_stand_in_direct3d';

/** Stand-ins are for models, what Direct3D makes for everyone else: `object` can be had of the axis value `maker`. */
export function madeForDevice(
  { deviceExtensions, direct3d }: DeviceCapabilities,
  maker: string,
  object: Direct3dObject,
): string | undefined {
  const isModel = deviceExtensions.includes(standInDirect3d);
  if (maker.startsWith('stand-in'))
    return isModel
      ? undefined
      : 'the driver is no model, which would take a stand-in for what Direct3D makes';
  if (isModel) return 'the driver is a model, which takes nothing that Direct3D made';
  if (direct3d?.objects === undefined)
    return direct3d?.deviceLUIDValid
      ? 'Direct3D was not asked, since the device takes none of its objects'
      : 'the device reports no valid deviceLUID, by which Direct3D would find it';
  const reason = direct3d.objects[object];
  return reason === null ? undefined : `Direct3D makes none on the adapter of the device: ${reason}`;
}

/** Textures of the axis `source` can be made here, and the device imports them with their mutexes. */
export const textureSource: Need<{ readonly source: string; readonly handleType: string }> = (
  device,
  { source, handleType },
) => {
  const missing = memoryFor(textureKind, 'importable')(device, { handleType });
  if (missing !== undefined) return missing;
  if (!device.deviceExtensions.includes('VK_KHR_win32_keyed_mutex'))
    return 'the device does not offer VK_KHR_win32_keyed_mutex';
  return madeForDevice(
    device,
    source,
    handleType === 'D3D11_TEXTURE' ? 'd3d11-texture' : 'd3d11-texture-kmt',
  );
};

/** A texture on the adapter of the device under test. */
export async function makeTexture(
  { exporter, foreignTexture }: Pick<CaseContext, 'exporter' | 'foreignTexture'>,
  { source, handleType }: ForeignTextureRequest,
): Promise<ForeignTexture> {
  const { width, height } = shapeOf(direct3dKinds[textureKind]);
  const { deviceLUID } = await exporter.queries.identifiers();
  const shared = handleType === 'D3D11_TEXTURE' ? 'handle' : 'global-handle';
  return foreignTexture({ source, width, height, shared, adapter: deviceLUID });
}

/** A texture as an image of an endpoint. */
export interface ImportedTexture {
  readonly image: Resource;
  readonly memory: Memory;
}

/**
 * Imports a texture and binds an image to it.
 * @param asked the size, which is of no account, and the memory type; those of the image where they are left out
 */
export async function importTexture(
  { device }: Pick<CaseContext, 'device'>,
  endpoint: Endpoint,
  handle: ExternalHandle,
  handleType: TextureHandleType,
  asked: { readonly size?: bigint; readonly memoryTypeIndex?: number } = {},
): Promise<ImportedTexture> {
  const image = await makeResource(endpoint, textureKind, [handleType]);
  const needed = await image.requirements();
  const { memoryTypeBits = 0 } = await endpoint.tryMemoryHandleProperties(handleType, handle);
  const memory = await endpoint.memory({
    size: asked.size ?? needed.size,
    memoryTypeIndex:
      asked.memoryTypeIndex ?? pickType(device, needed.memoryTypeBits & memoryTypeBits, 'device'),
    import: { handle, handleType },
    dedicatedTo: image,
  });
  await bind(image, memory, 0n);
  return { image, memory };
}
