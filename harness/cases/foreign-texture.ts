import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import { bind, makeResource } from './memory-allocation';
import { pickType } from './memory-types';
import { anywhereClaimed } from './needs';
import type { Endpoint, Memory, Resource } from './objects';
import type { Need } from './suite';

/** A texture that no Vulkan driver made, with its keyed mutex. */
export interface ForeignTexture {
  /** An NT handle, which stays the case's. */
  readonly handle: ExternalHandle;
  /** All texels, row by row; the mutex must have been acquired. */
  write(texels: Uint8Array): void;
  read(): Uint8Array;
  /** Acquires the mutex once it is released with that key. @returns false behind the timeout */
  acquire(key: bigint, timeoutMs: number): Promise<boolean>;
  /** Releases the mutex with a key. */
  release(key: bigint): void;
}

/** The extent of the images of the resource kinds. */
export const textureExtent = { width: 64, height: 64 } as const;

/** Textures of the axis `source` can be made here, and the device imports them with their mutexes. */
export const textureSource: Need<{ readonly source: string; readonly handleType: string }> = (
  device,
  { source, handleType },
) => {
  const missing = anywhereClaimed(device, { handleType });
  if (missing !== undefined) return missing;
  if (!device.deviceExtensions.includes('VK_KHR_win32_keyed_mutex'))
    return 'the device does not offer VK_KHR_win32_keyed_mutex';
  return source !== 'stand-in' || device.deviceExtensions.includes('VK_VKEXTERN_stand_in_d3d11_texture')
    ? undefined
    : 'the driver is no model, which would take a stand-in for a texture of Direct3D 11';
};

/** A texture as an image of an endpoint. */
export interface ImportedTexture {
  readonly image: Resource;
  readonly memory: Memory;
}

/** Imports a texture and binds an image to it. */
export async function importTexture(
  { device }: Pick<CaseContext, 'device'>,
  endpoint: Endpoint,
  handle: ExternalHandle,
  size?: bigint,
): Promise<ImportedTexture> {
  const handleType = 'D3D11_TEXTURE';
  const image = await makeResource(endpoint, 'optimal-image', [handleType]);
  const needed = await image.requirements();
  const { memoryTypeBits = 0 } = await endpoint.tryMemoryHandleProperties(handleType, handle);
  const memory = await endpoint.memory({
    size: size ?? needed.size,
    memoryTypeIndex: pickType(device, needed.memoryTypeBits & memoryTypeBits, 'device'),
    import: { handle, handleType },
    dedicatedTo: image,
  });
  await bind(image, memory, 0n);
  return { image, memory };
}
