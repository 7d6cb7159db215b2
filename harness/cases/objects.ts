import type { ResultName } from '../vulkan';
import type { Nanoseconds } from './durations';
import type { ExternalHandle } from './external-handle';
import type {
  FenceHandleType,
  HandleType,
  MemoryHandleType,
  Permanence,
  SemaphoreHandleType,
} from './handle-types';
import type { Queries } from './queries';
import type { Holding, Submission } from './work';

/** The name of a VkResult, such as `VK_NOT_READY`. */
export type Result = ResultName;

/**
 * What a Windows handle that an object exports is made with. Source: VkExportFenceWin32HandleInfoKHR,
 * VkExportSemaphoreWin32HandleInfoKHR, VkExportMemoryWin32HandleInfoKHR.
 */
export interface Win32HandleOptions {
  /** pAttributes: a security descriptor as text, or the default one, and inheritance; absent: NULL. */
  readonly attributes?: { readonly sddl?: string; readonly inheritable?: boolean };
  /** dwAccess, an ACCESS_MASK; absent: zero, which asks for no right at all. */
  readonly access?: number;
  /** With its namespace, `Local\\` or `Global\\`; absent: NULL. */
  readonly name?: string;
}

/** What an import on Windows may name in the place of a handle, which is NULL then. */
export interface NamedPayload {
  readonly name: string;
}

/** DXGI_SHARED_RESOURCE_READ | DXGI_SHARED_RESOURCE_WRITE. */
export const sharedResourceAccess = 0x8000_0001;
/** GENERIC_ALL. */
export const genericAll = 0x1000_0000;
/** GENERIC_READ | GENERIC_WRITE. */
export const genericReadWrite = 0xc000_0000;
/** READ_CONTROL: to read the security descriptor of an object. */
export const readControl = 0x0002_0000;
/** DELETE | WRITE_DAC: rights on an object of any kind, which reading and writing it do not bring. */
export const deleteAndWriteDac = 0x0005_0000;

/** A VkFence. */
export interface Fence {
  /** vkGetFenceStatus. */
  status(): Promise<Result>;
  /** vkWaitForFences on this fence alone. */
  wait(timeout: Nanoseconds): Promise<Result>;
  /** vkResetFences on this fence alone; anything but VK_SUCCESS is a deviation. */
  reset(): Promise<void>;
  /** vkGetFenceFdKHR or its Win32 twin; anything but VK_SUCCESS is a deviation. */
  export(handleType: FenceHandleType): Promise<ExternalHandle>;
  /** As `export`, for cases that look at the result themselves. */
  tryExport(handleType: FenceHandleType): Promise<ExportAttempt>;
  /**
   * vkImportFenceFdKHR, which takes the handle, or its Win32 twin, which takes nothing; anything but VK_SUCCESS is a
   * deviation.
   */
  import(
    from: ExternalHandle | NamedPayload,
    handleType: FenceHandleType,
    permanence: Permanence,
  ): Promise<void>;
  /** As `import`; the handle stays the case's unless the result is VK_SUCCESS. */
  tryImport(
    from: ExternalHandle | NamedPayload,
    handleType: FenceHandleType,
    permanence: Permanence,
  ): Promise<Result>;
  /** vkDestroyFence; what a case leaves is destroyed behind it. */
  destroy(): Promise<void>;
}

export interface ExportAttempt {
  readonly result: Result;
  /** Present when the result is VK_SUCCESS. */
  readonly handle?: ExternalHandle;
}

/** A VkSemaphore, binary or timeline. */
export interface Semaphore {
  /** vkGetSemaphoreCounterValue; timeline only. */
  counter(): Promise<bigint>;
  /** vkSignalSemaphore; timeline only. */
  signal(value: bigint): Promise<void>;
  /** vkWaitSemaphores on this semaphore alone; timeline only. */
  wait(value: bigint, timeout: Nanoseconds): Promise<Result>;
  export(handleType: SemaphoreHandleType): Promise<ExternalHandle>;
  tryExport(handleType: SemaphoreHandleType): Promise<ExportAttempt>;
  import(
    from: ExternalHandle | NamedPayload,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<void>;
  tryImport(
    from: ExternalHandle | NamedPayload,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<Result>;
  destroy(): Promise<void>;
}

/** A VkDeviceMemory. */
export interface Memory {
  /** VkMemoryAllocateInfo::allocationSize, in bytes. */
  readonly size: bigint;
  readonly memoryTypeIndex: number;
  /** Writes through a host mapping, flushed where the memory is not coherent; offset in bytes. */
  write(offset: number, bytes: Uint8Array): Promise<void>;
  /** Reads through a host mapping, invalidated where the memory is not coherent; offset and length in bytes. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** vkMapMemory kept open: the mapping of the whole object stays until `unmap` or the end of the case. */
  unmap(): Promise<void>;
  /** vkGetMemoryFdKHR or its Win32 twin; on a worker thread, several exports overlap. */
  export(handleType: MemoryHandleType, thread?: 'worker'): Promise<ExternalHandle>;
  tryExport(handleType: MemoryHandleType): Promise<ExportAttempt>;
  /** vkFreeMemory. */
  free(): Promise<void>;
}

/** What vkGetBufferMemoryRequirements2 or its image twin answered. */
export interface MemoryRequirements {
  readonly size: bigint;
  readonly alignment: bigint;
  readonly memoryTypeBits: number;
  readonly prefersDedicatedAllocation: boolean;
  readonly requiresDedicatedAllocation: boolean;
}

/** A VkBuffer or VkImage that memory is bound to. */
export interface Resource {
  readonly kind: 'buffer' | 'image';
  requirements(): Promise<MemoryRequirements>;
  /** vkGetBufferDeviceAddress; buffers of that usage only, with memory bound. */
  deviceAddress(): Promise<bigint>;
  /** vkGetImageSubresourceLayout: of the first memory plane with a DRM format modifier, of the only one if linear. */
  planeLayout(): Promise<PlaneLayout>;
  /** vkBindBufferMemory2 or its image twin; offset in bytes. */
  bind(memory: Memory, offset: bigint): Promise<Result>;
  destroy(): Promise<void>;
}

export interface FenceOptions {
  /** VkExportFenceCreateInfo::handleTypes; absent: the structure is not chained; empty: chained with zero. */
  readonly exportAs?: readonly FenceHandleType[];
  /** VkExportFenceWin32HandleInfoKHR; absent: not chained. Without `exportAs` it stands alone. */
  readonly win32?: Win32HandleOptions;
  /** VK_FENCE_CREATE_SIGNALED_BIT. */
  readonly signaled?: boolean;
}

export interface SemaphoreOptions {
  /** VkExportSemaphoreCreateInfo::handleTypes; absent: the structure is not chained; empty: chained with zero. */
  readonly exportAs?: readonly SemaphoreHandleType[];
  /** VkExportSemaphoreWin32HandleInfoKHR; absent: not chained. Without `exportAs` it stands alone. */
  readonly win32?: Win32HandleOptions;
  /** Binary by default. */
  readonly type?: 'binary' | 'timeline';
  /** Of a timeline semaphore; 0 by default. */
  readonly initialValue?: bigint;
}

export interface BufferOptions {
  /** In bytes. */
  readonly size: number;
  /** VkBufferUsageFlagBits names; transfer source and destination by default. */
  readonly usage?: readonly string[];
  /** VkBufferCreateFlagBits names; none by default. */
  readonly flags?: readonly string[];
  /** VkExternalMemoryBufferCreateInfo::handleTypes; absent: the structure is not chained. */
  readonly external?: readonly MemoryHandleType[];
}

export interface ImageOptions {
  /** VkFormat name; VK_FORMAT_R8G8B8A8_UNORM by default. */
  readonly format?: string;
  /** VkImageType; two-dimensional by default. */
  readonly type?: 'VK_IMAGE_TYPE_1D' | 'VK_IMAGE_TYPE_2D' | 'VK_IMAGE_TYPE_3D';
  /** VkImageCreateFlagBits names; none by default. */
  readonly flags?: readonly string[];
  readonly width: number;
  readonly height: number;
  /** 1 by default. */
  readonly depth?: number;
  readonly tiling:
    | 'VK_IMAGE_TILING_OPTIMAL'
    | 'VK_IMAGE_TILING_LINEAR'
    | 'VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT';
  /**
   * For VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT: one modifier of one memory plane, whose layout the driver picks
   * (VkImageDrmFormatModifierListCreateInfoEXT) or is told (VkImageDrmFormatModifierExplicitCreateInfoEXT).
   */
  readonly drmFormatModifier?: { readonly modifier: bigint; readonly plane?: PlaneLayout };
  /** VkImageUsageFlagBits names; transfer source and destination by default. */
  readonly usage?: readonly string[];
  readonly mipLevels?: number;
  readonly arrayLayers?: number;
  /** Texels' samples; 1 by default. */
  readonly samples?: number;
  /** VkExternalMemoryImageCreateInfo::handleTypes; absent: the structure is not chained. */
  readonly external?: readonly MemoryHandleType[];
  /**
   * An identical image of the same device that will have the same external memory: a layout that one of them is
   * brought into is that of both. Source: resources-external-sharing.
   */
  readonly layoutOf?: Resource;
}

/** Where a memory plane of an image lies, in bytes. Source: VkSubresourceLayout. */
export interface PlaneLayout {
  readonly offset: bigint;
  readonly rowPitch: bigint;
}

export interface ImageAttempt {
  readonly result: Result;
  /** Present when the result is VK_SUCCESS. */
  readonly image?: Resource;
}

export interface MemoryOptions {
  /** In bytes; 0 where an import of a Direct3D handle leaves it to the driver. */
  readonly size: bigint;
  readonly memoryTypeIndex: number;
  /** VkExportMemoryAllocateInfo::handleTypes; absent: the structure is not chained; empty: chained with zero. */
  readonly exportAs?: readonly MemoryHandleType[];
  /** VkExportMemoryWin32HandleInfoKHR; absent: not chained. Without `exportAs` it stands alone. */
  readonly win32?: Win32HandleOptions;
  /**
   * VkImportMemoryFdInfoKHR or its Win32 twin, which takes no handle; `handleType: null` stands for zero, which imports
   * nothing.
   */
  readonly import?: {
    readonly handle: ExternalHandle | NamedPayload;
    readonly handleType: MemoryHandleType | null;
  };
  /** VkImportMemoryHostPointerInfoEXT over fresh pages of the host: `size` bytes, aligned as the device asks. */
  readonly importHostPointer?: HostAllocation;
  /** VkMemoryDedicatedAllocateInfo. */
  readonly dedicatedTo?: Resource;
  /** VK_MEMORY_ALLOCATE_DEVICE_ADDRESS_BIT. */
  readonly deviceAddress?: boolean;
  /** pAllocator, for the allocation and its freeing: callbacks under which every allocation fails. */
  readonly allocator?: 'failing';
  /** Makes the call on a worker thread; several of them overlap. A handle that is refused then is closed. */
  readonly thread?: 'worker';
}

export interface AllocationAttempt {
  readonly result: Result;
  /** Present when the result is VK_SUCCESS. */
  readonly memory?: Memory;
}

/** What vkGetMemoryFdPropertiesKHR, its Win32 twin or vkGetMemoryHostPointerPropertiesEXT answered. */
export interface HandleMemoryTypes {
  readonly result: Result;
  /** Present when the result is VK_SUCCESS. */
  readonly memoryTypeBits?: number;
}

/** Pages of the process alone, or of an object of the operating system that others may map. */
export const hostPages = ['private', 'shared'] as const;
export type HostPages = (typeof hostPages)[number];

/** Memory of the host process, aligned and sized for VK_EXT_external_memory_host. */
export interface HostAllocation {
  readonly size: number;
  readonly alignment: number;
  write(offset: number, bytes: Uint8Array): Promise<void>;
  read(offset: number, length: number): Promise<Uint8Array>;
  free(): Promise<void>;
}

/** Work that a queue does not finish for a while. */
export interface HeldWork {
  /** Milliseconds of load that stand before the batch: fewer than asked for where a device is too fast; else null. */
  readonly loadMs: number | null;
  /** Whether it is pending still: what was seen before this is true was seen of pending work. */
  isHeld(): Promise<boolean>;
  /** Lets the work finish, or waits until it has; what a case leaves held is released behind it. */
  release(): Promise<void>;
}

/** A VkQueue. */
export interface Queue {
  readonly familyIndex: number;
  /** Submits; anything but VK_SUCCESS is a deviation. */
  submit(submission: Submission): Promise<void>;
  /** As `submit`, for cases that look at the result themselves. */
  trySubmit(submission: Submission): Promise<Result>;
  /** Submits a batch that stays pending: until it is released, or for as long as a load takes. */
  hold(submission: Submission, by?: Holding): Promise<HeldWork>;
  /** vkQueueBindSparse with nothing to bind, on a queue of a family that has it; anything but VK_SUCCESS is a deviation. */
  bindNothing(operations: Pick<Submission, 'wait' | 'signal' | 'fence'>): Promise<void>;
  /** vkQueueBindSparse of one range, waited for; anything but VK_SUCCESS is a deviation. */
  bindSparse(binding: SparseBinding): Promise<void>;
  /** vkQueueWaitIdle. */
  waitIdle(): Promise<Result>;
}

/** What an acquired image signals once it can be used: at least one of them. */
export interface Acquisition {
  readonly semaphore?: Semaphore;
  readonly fence?: Fence;
}

/** A VkSwapchainKHR on a surface that shows its images nowhere (VK_EXT_headless_surface), with two images or more. */
export interface Swapchain {
  /**
   * vkAcquireNextImageKHR: VK_SUCCESS or VK_SUBOPTIMAL_KHR where there was an image, which nothing presents; anything
   * but these, VK_TIMEOUT and VK_NOT_READY is a deviation.
   */
  acquire(signaled: Acquisition, timeout: Nanoseconds): Promise<Result>;
}

/** What a driver reported of device memory. Source: VkDeviceMemoryReportCallbackDataEXT. */
export interface MemoryEvent {
  readonly type: 'ALLOCATE' | 'FREE' | 'IMPORT' | 'UNIMPORT' | 'ALLOCATION_FAILED';
  /** VkObjectType name. */
  readonly objectType: string;
  readonly memoryObjectId: bigint;
  /** In bytes. */
  readonly size: bigint;
}

/** A range of a sparse buffer and the memory that it is backed with; offsets and size in bytes. */
export interface SparseBinding {
  readonly buffer: Resource;
  readonly offset: bigint;
  readonly size: bigint;
  readonly memory: Memory;
  readonly memoryOffset: bigint;
}

/** How far an endpoint is from the exporter. */
export const reaches = ['device', 'instance', 'process'] as const;
export type Reach = (typeof reaches)[number];

/**
 * A VkInstance and VkDevice to export from or import into: the exporter's own device, that of another instance
 * in the same process, or that of a peer process, always of the same physical device. Objects of one endpoint
 * are never handed to another; only external handles travel.
 */
export interface Endpoint {
  fence(options?: FenceOptions): Promise<Fence>;
  semaphore(options?: SemaphoreOptions): Promise<Semaphore>;
  buffer(options: BufferOptions): Promise<Resource>;
  image(options: ImageOptions): Promise<Resource>;
  /** As `image`, for cases that look at the result themselves. */
  tryImage(options: ImageOptions): Promise<ImageAttempt>;
  /** What the device reported by VK_EXT_device_memory_report; only for an endpoint made with `fresh` for it. */
  memoryEvents(): Promise<readonly MemoryEvent[]>;
  /** vkAllocateMemory; takes an imported descriptor; anything but VK_SUCCESS is a deviation. */
  memory(options: MemoryOptions): Promise<Memory>;
  /** As `memory`; the imported handle stays the case's unless the result is VK_SUCCESS. */
  tryMemory(options: MemoryOptions): Promise<AllocationAttempt>;
  /** Fresh host pages for an import by host pointer, private ones by default; size in bytes. */
  hostAllocation(size: number, alignment: number, kind?: HostPages): Promise<HostAllocation>;
  /** vkGetMemoryFdPropertiesKHR or its Win32 twin; the handle stays the case's. */
  tryMemoryHandleProperties(handleType: MemoryHandleType, handle: ExternalHandle): Promise<HandleMemoryTypes>;
  /** vkGetMemoryHostPointerPropertiesEXT for HOST_ALLOCATION. */
  tryHostPointerProperties(allocation: HostAllocation): Promise<HandleMemoryTypes>;
  /** vkWaitForFences over several fences. */
  waitForFences(fences: readonly Fence[], waitAll: boolean, timeout: Nanoseconds): Promise<Result>;
  /** vkResetFences over several fences; on a worker thread, so that several calls overlap, where it is asked for. */
  resetFences(fences: readonly Fence[], options?: { readonly thread?: 'worker' }): Promise<Result>;
  /** The first queue of a family that can do transfers; `familyIndex` picks another. */
  queue(familyIndex?: number): Promise<Queue>;
  /** A headless surface with a swapchain; needs `headlessSwapchain`. */
  swapchain(): Promise<Swapchain>;
  /** Capability queries on the physical device. */
  readonly queries: Queries;
  /** vkDestroyDevice; only for an endpoint that the case made for itself with `fresh`. */
  destroyDevice(): Promise<void>;
  /** vkDestroyInstance, its device first; only for an endpoint made with `fresh`. */
  destroyInstance(): Promise<void>;
}

export type { HandleType };
