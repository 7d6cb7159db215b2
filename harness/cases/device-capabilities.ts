import type { Direct3dObjects, DmaBufProducer, SyncFileSource } from '../handles/face';
import type { FenceHandleType, MemoryHandleType, SemaphoreHandleType } from './handle-types';

import type { KnownKindName } from './resource-kinds';

/** What a capability query answered for one handle type; the names are those of the specification. */
export interface HandleTypeCapability<Type extends string> {
  readonly exportable: boolean;
  readonly importable: boolean;
  /** Memory only: resources need a dedicated allocation. */
  readonly dedicatedOnly: boolean;
  /** Handle types that may be requested together with this one at creation. */
  readonly compatible: readonly Type[];
  /** Imported handle types from which this type can be exported. */
  readonly exportFromImported: readonly Type[];
}

export type HandleTypeCapabilities<Type extends string> = Readonly<
  Partial<Record<Type, HandleTypeCapability<Type>>>
>;

/** A kind of resource that the memory capabilities were asked for. */
export interface ResourceCapabilities {
  readonly name: KnownKindName;
  readonly handleTypes: HandleTypeCapabilities<MemoryHandleType>;
}

export interface MemoryTypeSummary {
  readonly index: number;
  readonly heap: number;
  readonly deviceLocal: boolean;
  readonly hostVisible: boolean;
  readonly hostCoherent: boolean;
  /** VK_MEMORY_PROPERTY_PROTECTED_BIT. */
  readonly protected: boolean;
  /** VK_MEMORY_PROPERTY_DEVICE_COHERENT_BIT_AMD. */
  readonly deviceCoherent: boolean;
}

/** Another physical device of the same driver, of another deviceUUID or driverUUID: opaque handles may not cross. */
export interface OtherDevice {
  readonly deviceName: string;
  /** Hexadecimal, no dashes. */
  readonly deviceUUID: string;
  readonly deviceExtensions: readonly string[];
  readonly fence: HandleTypeCapabilities<FenceHandleType>;
  readonly binarySemaphore: HandleTypeCapabilities<SemaphoreHandleType>;
  readonly memory: readonly ResourceCapabilities[];
}

/**
 * What a device says of itself before the run: cases are planned from it, and it is kept in the results so
 * that a capability that vanishes is seen.
 */
export interface DeviceCapabilities {
  /** The platform of the operating system that the driver runs on. */
  readonly platform: 'posix' | 'win32';
  /** Version of the device, as `1.3.274`. */
  readonly apiVersion: string;
  readonly instanceExtensions: readonly string[];
  readonly deviceExtensions: readonly string[];
  readonly features: {
    readonly timelineSemaphore: boolean;
    readonly synchronization2: boolean;
    readonly maintenance5: boolean;
    readonly bufferDeviceAddress: boolean;
    readonly sparseBinding: boolean;
    readonly deviceMemoryReport: boolean;
  };
  readonly fence: HandleTypeCapabilities<FenceHandleType>;
  readonly binarySemaphore: HandleTypeCapabilities<SemaphoreHandleType>;
  readonly timelineSemaphore: HandleTypeCapabilities<SemaphoreHandleType>;
  /** Per kind of resource asked for. */
  readonly memory: readonly ResourceCapabilities[];
  readonly memoryTypes: readonly MemoryTypeSummary[];
  readonly queueFamilies: readonly { readonly index: number; readonly flags: readonly string[] }[];
  /** Alignment of imported host pointers in bytes; `null` without VK_EXT_external_memory_host. */
  readonly minImportedHostPointerAlignment: number | null;
  /**
   * DRM format modifiers of one memory plane, hexadecimal, by which a dma-buf can be imported into an image of
   * VK_FORMAT_R8G8B8A8_UNORM that transfers read and write.
   */
  readonly dmaBufModifiers: readonly string[];
  /** Who beside the device makes dma-bufs on this machine that it may take. */
  readonly dmaBufProducers: readonly DmaBufProducer[];
  /** Whether the kernel of this machine gives the fences of a dma-buf as a sync file, and takes one. */
  readonly dmaBufsGiveFences: boolean;
  /** Who beside the device makes sync files on this machine that the suite signals itself. */
  readonly syncFileSources: readonly SyncFileSource[];
  /** What Direct3D has beside the device; on Windows alone. */
  readonly direct3d?: {
    /** Whether DXGI lists any adapter. */
    readonly displayAdapters: boolean;
    /** Source: VkPhysicalDeviceIDProperties. */
    readonly deviceLUIDValid: boolean;
    /** Where it is valid: its 8 bytes, hexadecimal. Another one after each start of the machine. */
    readonly deviceLUID?: string;
    /**
     * Why Direct3D makes no object of each kind on the device's adapter, null where it makes one; absent where it was not
     * asked: of a device that takes none, and of a model, which takes stand-ins.
     */
    readonly objects?: Direct3dObjects;
  };
  /** The others that the driver has on this machine. */
  readonly otherDevices: readonly OtherDevice[];
}

/** Who a device is. Devices are known by driver, name and deviceUUID, never by an index. */
export interface DeviceIdentity {
  readonly deviceName: string;
  readonly deviceType: string;
  /** Hexadecimal, no dashes. */
  readonly deviceUUID: string;
  readonly driverUUID: string;
  readonly vendorID: number;
  readonly deviceID: number;
  /** VkDriverId name, such as `VK_DRIVER_ID_MESA_LLVMPIPE`; `''` where the driver does not say. */
  readonly driverID: string;
  readonly driverName: string;
  readonly driverInfo: string;
  readonly driverVersion: number;
  readonly conformanceVersion: string;
  readonly apiVersion: string;
}
