/** What is made outside Vulkan for handle types of Direct3D, and the adapters that it is made on. */
import type { OsHandle } from './handle';

/** Who makes shared textures outside Vulkan: Direct3D 11, and what a driver model takes in the place of its textures. */
export const textureSources = ['stand-in', 'direct3d-11'] as const;

export type TextureSource = (typeof textureSources)[number];

/** Who makes shared fences outside Vulkan: Direct3D 11 and 12, and what a driver model takes in the place of theirs. */
export const fenceCreators = ['stand-in-11', 'stand-in-12', 'direct3d-11', 'direct3d-12'] as const;

export type FenceCreator = (typeof fenceCreators)[number];

export interface TextureRequest {
  readonly source: TextureSource;
  readonly width: number;
  readonly height: number;
  /** By an NT handle, or by a global (KMT) one. */
  readonly shared: 'handle' | 'global-handle';
  /** The LUID of the adapter for Direct3D, as in `DisplayAdapter`. */
  readonly adapter: string;
}

export interface FenceRequest {
  readonly creator: FenceCreator;
  /** As in `TextureRequest`. */
  readonly adapter: string;
}

/** What Direct3D can make for others on an adapter. */
export const direct3dObjects = ['d3d11-texture', 'd3d11-texture-kmt', 'd3d11-fence', 'd3d12-fence'] as const;

export type Direct3dObject = (typeof direct3dObjects)[number];

/** Why each can't be had on an adapter; null where it can. */
export type Direct3dObjects = Readonly<Record<Direct3dObject, string | null>>;

/** A fence of Direct3D, which counts, that no Vulkan driver made. */
export interface SharedFence {
  /** An NT handle; its owner closes it. */
  readonly handle: OsHandle;
  /** The value that it has come to (GetCompletedValue). */
  value(): bigint;
  /** Has the API set its value: at once, or as soon as its queue comes to that. */
  signal(value: bigint): void;
  /** Has the API's queue wait until the fence has come to a value, and set it to another then. */
  signalBehind(awaited: bigint, value: bigint): void;
  /** Lets go of all but `handle`. */
  dispose(): void;
}

/** A texture of four bytes a texel that no Vulkan driver made, with a keyed mutex. */
export interface SharedTexture {
  /** Its owner closes it. */
  readonly handle: OsHandle;
  /** All texels, row by row; its mutex must have been acquired. */
  write(texels: Uint8Array): void;
  read(): Uint8Array;
  /** Acquires the mutex once it is released with that key (IDXGIKeyedMutex::AcquireSync). @returns false behind the timeout */
  acquire(key: bigint, timeoutMs: number): Promise<boolean>;
  /** Releases the mutex with a key (IDXGIKeyedMutex::ReleaseSync). */
  release(key: bigint): void;
  /** Lets go of all but `handle`. */
  dispose(): void;
}

/** A display adapter as DXGI describes it (DXGI_ADAPTER_DESC1). */
export interface DisplayAdapter {
  readonly description: string;
  readonly vendorId: number;
  readonly deviceId: number;
  /** The eight bytes of its LUID in the order of memory, as lower-case hexadecimal. */
  readonly luid: string;
}
