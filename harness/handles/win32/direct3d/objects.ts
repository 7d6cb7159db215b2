/** What is made outside Vulkan for a device that imports handle types of Direct3D, by whoever makes it. */
import {
  type Direct3dObjects,
  type FenceRequest,
  OsCallError,
  type SharedFence,
  type SharedTexture,
  type TextureRequest,
} from '../../face';
import { createStandInFence } from '../stand-in-fence';
import { createStandInTexture } from '../stand-in-texture';
import { createFence11 } from './fence-11';
import { createFence12 } from './fence-12';
import { createTexture11 } from './texture-11';

/** As `OsHandles.createTexture`. */
export function createTexture(request: TextureRequest): SharedTexture {
  if (request.source === 'direct3d-11') return createTexture11(request);
  return createStandInTexture(4 * request.width * request.height, request.shared);
}

/** As `OsHandles.createFence`. */
export function createFence({ creator, adapter }: FenceRequest): SharedFence {
  if (creator === 'stand-in-11') return createStandInFence(11);
  if (creator === 'stand-in-12') return createStandInFence(12);
  return creator === 'direct3d-11' ? createFence11(adapter) : createFence12(adapter);
}

/** As `OsHandles.direct3dObjects`. */
export async function direct3dObjects(adapter: string): Promise<Direct3dObjects> {
  const texture = { source: 'direct3d-11', width: 20, height: 12, adapter } as const;
  return {
    'd3d11-texture': await reasonAgainst(() => tryTexture({ ...texture, shared: 'handle' })),
    'd3d11-texture-kmt': await reasonAgainst(() => tryTexture({ ...texture, shared: 'global-handle' })),
    'd3d11-fence': await reasonAgainst(async () => tryFence(createFence11(adapter))),
    'd3d12-fence': await reasonAgainst(async () => tryFence(createFence12(adapter))),
  };
}

/** Null where that can be done. */
async function reasonAgainst(attempt: () => Promise<void>): Promise<string | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    if (error instanceof OsCallError) return error.message;
    throw error;
  }
}

/** Makes a texture that is written and read, and gives it up. */
async function tryTexture(request: TextureRequest): Promise<void> {
  const { handle, acquire, write, read, release, dispose } = createTexture11(request);
  try {
    if (!(await acquire(0n, 0))) throw new OsCallError('IDXGIKeyedMutex::AcquireSync', 'WAIT_TIMEOUT', 0);
    const texels = Uint8Array.from({ length: 4 * request.width * request.height }, (_, index) => 7 * index);
    write(texels);
    if (Buffer.compare(texels, read()) !== 0)
      throw new OsCallError('ID3D11DeviceContext::Map', 'other texels than were written', 0);
    release(1n);
    if (await acquire(0n, 0)) throw new OsCallError('IDXGIKeyedMutex::AcquireSync', 'a key that it lacks', 0);
  } finally {
    handle.close();
    dispose();
  }
}

function tryFence({ handle, dispose }: SharedFence): void {
  handle.close();
  dispose();
}
