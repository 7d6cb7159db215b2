import type { DeviceIdentity } from './device-capabilities';
import type { Result } from './objects';

export const externalMasks = ['features', 'compatibleHandleTypes', 'exportFromImportedHandleTypes'] as const;
export type ExternalMask = (typeof externalMasks)[number];

/** Masks of VkExternalFenceProperties or VkExternalSemaphoreProperties, unknown bits kept. */
export interface ExternalProperties {
  readonly features: number;
  readonly compatibleHandleTypes: number;
  readonly exportFromImportedHandleTypes: number;
  /** Masks that the driver left alone: they still hold the sentinel. Empty without one. */
  readonly unwritten: readonly ExternalMask[];
}

/** Which spelling of a promoted command is called. */
export const spellings = ['core', 'KHR'] as const;
export type Spelling = (typeof spellings)[number];

export interface QueryOptions {
  readonly spelling?: Spelling;
  /** Fills the members of the output structure with this byte before the call. */
  readonly sentinel?: number;
  /** Makes the call on a worker thread; those of several queries overlap. */
  readonly thread?: 'worker';
}

export interface ImageQuery {
  readonly format: string;
  readonly type?: string;
  readonly tiling: string;
  readonly usage: readonly string[];
  readonly flags?: readonly string[];
  /** Raw VkExternalMemoryHandleTypeFlagBits; absent: no external structure is chained, in or out. */
  readonly handleType?: number;
  /** Only with VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT. */
  readonly drmFormatModifier?: bigint;
}

export interface ImageAnswer {
  readonly result: Result;
  /** VkImageFormatProperties; present when the result is VK_SUCCESS. */
  readonly limits?: {
    readonly maxExtent: { readonly width: number; readonly height: number; readonly depth: number };
    readonly maxMipLevels: number;
    readonly maxArrayLayers: number;
    readonly sampleCounts: number;
    readonly maxResourceSize: bigint;
  };
  /** VkExternalImageFormatProperties; present when it was chained and the result is VK_SUCCESS. */
  readonly external?: ExternalProperties;
}

/** Members that VkPhysicalDeviceIDProperties and VkPhysicalDeviceVulkan11Properties share; hexadecimal. */
export interface Identifiers {
  readonly deviceUUID: string;
  readonly driverUUID: string;
  readonly deviceLUID: string;
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
  /** Members that the driver left alone: they still hold the sentinel. Empty without one. */
  readonly unwritten: readonly string[];
}

/** A VkMemoryHeap. */
export interface MemoryHeap {
  /** In bytes. */
  readonly size: bigint;
  /** VkPhysicalDeviceMemoryBudgetPropertiesEXT::heapUsage of the process, in bytes; null without VK_EXT_memory_budget. */
  readonly usage: bigint | null;
}

export interface ExtensionName {
  readonly name: string;
  readonly specVersion: number;
}

/**
 * Capability queries on the physical device of an endpoint. Handle types are raw bits, so that a case can ask
 * for those of another platform. Every output structure is checked behind the call: a changed sType or pNext,
 * or a write outside the structure, is a deviation.
 */
export interface Queries {
  /** vkGetPhysicalDeviceExternalFenceProperties. */
  fence(handleType: number, options?: QueryOptions): Promise<ExternalProperties>;
  /** vkGetPhysicalDeviceExternalSemaphoreProperties; without `type` no VkSemaphoreTypeCreateInfo is chained. */
  semaphore(
    handleType: number,
    options?: QueryOptions & { readonly type?: 'binary' | 'timeline' },
  ): Promise<ExternalProperties>;
  /**
   * vkGetPhysicalDeviceExternalBufferProperties; `usage2` chains VkBufferUsageFlags2CreateInfo with these bits
   * and leaves the legacy member to `usage`.
   */
  buffer(
    handleType: number,
    options: QueryOptions & {
      readonly usage: readonly string[];
      readonly flags?: readonly string[];
      readonly usage2?: readonly string[];
    },
  ): Promise<ExternalProperties>;
  /** vkGetPhysicalDeviceImageFormatProperties2. */
  image(query: ImageQuery, options?: QueryOptions): Promise<ImageAnswer>;
  /** VkPhysicalDeviceIDProperties. */
  identifiers(options?: QueryOptions): Promise<Identifiers>;
  /** The same members of VkPhysicalDeviceVulkan11Properties; `with` chains both structures, in that order. */
  identifiersOfVulkan11(options?: {
    readonly chain?: 'alone' | 'before-id' | 'after-id';
    readonly sentinel?: number;
  }): Promise<Identifiers>;
  /** Who every physical device of the instance is, in the order of enumeration. */
  allDevices(): Promise<readonly DeviceIdentity[]>;
  deviceExtensions(): Promise<readonly ExtensionName[]>;
  instanceExtensions(): Promise<readonly ExtensionName[]>;
  /** `1.3.274` of the physical device. */
  apiVersion(): Promise<string>;
  /** Whether vkGetDeviceProcAddr of the device, which has every external extension enabled, finds a command. */
  hasDeviceCommand(name: string): Promise<boolean>;
  /** minImportedHostPointerAlignment in bytes, or null without VK_EXT_external_memory_host. */
  minImportedHostPointerAlignment(): Promise<bigint | null>;
  /** vkGetPhysicalDeviceMemoryProperties. */
  memoryTypes(): Promise<readonly { readonly index: number; readonly flags: readonly string[] }[]>;
  /** The heaps, by vkGetPhysicalDeviceMemoryProperties2. */
  memoryHeaps(): Promise<readonly MemoryHeap[]>;
}
