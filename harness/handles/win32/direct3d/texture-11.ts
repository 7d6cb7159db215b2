/** Textures of Direct3D 11 with a keyed mutex, for a Vulkan device on the same adapter. */
import { OsCallError, type OsHandle, type SharedTexture, type TextureRequest } from '../../face';
import { adoptGlobal } from '../global-handle';
import { adoptNew } from '../handle';
import { viewMemory } from '../kernel';
import { type ComObject, Made, structure } from './com';
import { type Device11, openDevice11 } from './device-11';
import {
  constants,
  ID3D11Device,
  ID3D11DeviceContext,
  IDXGIKeyedMutex,
  IDXGIResource,
  IDXGIResource1,
  structures,
} from './interfaces';

const { CreateTexture2D } = ID3D11Device.methods;
const { Map: map, Unmap, CopyResource, UpdateSubresource, Flush } = ID3D11DeviceContext.methods;
const { AcquireSync, ReleaseSync } = IDXGIKeyedMutex.methods;
const texelBytes = 4;
const firstSubresource = 0;
const pauseMs = 2;

type Extent = Pick<TextureRequest, 'width' | 'height'>;
type Shared = TextureRequest['shared'];

/**
 * A new texture of DXGI_FORMAT_R8G8B8A8_UNORM, zeroed, for shaders and as a render target, whose mutex is free under the
 * key 0. Throws OsCallError where the adapter has no Direct3D 11, or that shares no such texture.
 */
export function createTexture11({ adapter, shared, ...extent }: TextureRequest): SharedTexture {
  const opened = openDevice11(adapter);
  const { context, references } = opened;
  try {
    const texture = references.keep(createTexture(opened, extent, shared));
    const mutex = references.keep(texture.as(IDXGIKeyedMutex));
    const staging = references.keep(createTexture(opened, extent, undefined));
    const made: Omit<SharedTexture, 'handle'> = {
      write: (texels) => {
        context.call(
          UpdateSubresource,
          texture.address,
          firstSubresource,
          null,
          Buffer.from(texels),
          texelBytes * extent.width,
          0,
        );
        context.call(Flush);
      },
      read: () => readThrough(context, texture, staging, extent),
      acquire: (key, timeoutMs) => acquire(mutex, key, timeoutMs),
      release: (key) => {
        mutex.must(ReleaseSync, key);
      },
      dispose: () => references.release(),
    };
    if (!tryAcquire(mutex, 0n))
      throw new OsCallError(AcquireSync.name, 'WAIT_TIMEOUT', 0, 'of a new texture');
    made.write(new Uint8Array(texelBytes * extent.width * extent.height));
    made.release(0n);
    return { ...made, handle: handleOf(texture, shared) };
  } catch (error) {
    references.release();
    throw error;
  }
}

/** A texture that is shared in that way; one that the processor reads where there is none. */
function createTexture(
  { device }: Device11,
  { width, height }: Extent,
  shared: Shared | undefined,
): ComObject {
  const byHandle = shared === 'handle' ? constants.D3D11_RESOURCE_MISC_SHARED_NTHANDLE : 0;
  const description = structure('D3D11_TEXTURE2D_DESC', {
    Width: width,
    Height: height,
    MipLevels: 1,
    ArraySize: 1,
    Format: constants.DXGI_FORMAT_R8G8B8A8_UNORM,
    'SampleDesc.Count': 1,
    ...(shared === undefined
      ? { Usage: constants.D3D11_USAGE_STAGING, CPUAccessFlags: constants.D3D11_CPU_ACCESS_READ }
      : {
          Usage: constants.D3D11_USAGE_DEFAULT,
          BindFlags: constants.D3D11_BIND_SHADER_RESOURCE | constants.D3D11_BIND_RENDER_TARGET,
          MiscFlags: constants.D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX | byHandle,
        }),
  });
  const made = new Made();
  device.must(CreateTexture2D, description, null, made.into);
  return made.object;
}

function handleOf(texture: ComObject, shared: Shared): OsHandle {
  const made = new Made();
  const resource = texture.as(shared === 'handle' ? IDXGIResource1 : IDXGIResource);
  try {
    if (shared === 'global-handle') {
      resource.must(IDXGIResource.methods.GetSharedHandle, made.into);
      return adoptGlobal(made.handle);
    }
    const access = constants.DXGI_SHARED_RESOURCE_READ | constants.DXGI_SHARED_RESOURCE_WRITE;
    resource.must(IDXGIResource1.methods.CreateSharedHandle, null, access >>> 0, null, made.into);
    return adoptNew(made.handle);
  } finally {
    resource.release();
  }
}

/** All texels, by a copy that the processor may map. */
function readThrough(
  context: ComObject,
  texture: ComObject,
  staging: ComObject,
  { width, height }: Extent,
): Uint8Array {
  context.call(CopyResource, staging.address, texture.address);
  const { members } = structures.D3D11_MAPPED_SUBRESOURCE;
  const mapped = structure('D3D11_MAPPED_SUBRESOURCE', {});
  context.must(map, staging.address, firstSubresource, constants.D3D11_MAP_READ, 0, mapped);
  const pitch = mapped.readUInt32LE(members.RowPitch[0]);
  const rowBytes = texelBytes * width;
  const texels = new Uint8Array(rowBytes * height);
  // The last row need not have the padding of the others behind it.
  const source = new Uint8Array(
    viewMemory(mapped.readBigUInt64LE(members.pData[0]), pitch * (height - 1) + rowBytes),
  );
  for (let row = 0; row < height; row += 1)
    texels.set(source.subarray(row * pitch, row * pitch + rowBytes), row * rowBytes);
  context.call(Unmap, staging.address, firstSubresource);
  return texels;
}

/** AcquireSync that does not wait. WAIT_TIMEOUT and WAIT_ABANDONED are no failures among results, and no success here. */
function tryAcquire(mutex: ComObject, key: bigint): boolean {
  const result = mutex.must(AcquireSync, key, 0);
  if (result === 0) return true;
  if (result === constants.WAIT_TIMEOUT) return false;
  throw new OsCallError(AcquireSync.name, `0x${result.toString(16)}`, result);
}

/** A wait inside AcquireSync would hold up everything else that this process does. */
async function acquire(mutex: ComObject, key: bigint, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!tryAcquire(mutex, key)) {
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return true;
}
