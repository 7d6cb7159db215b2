// Generated from the Vulkan registry 1.4.309 by harness/vulkan/generator; do not edit.
// `npm run generate -- PATH_OF_vk.xml` writes it anew.

import type { AllocationCallbacks, ArrayRequest, ChainName, OutputRequest, ResultName, WithChain, WithChains } from '../command-shapes';
import type { Unlisted } from '../enumerations';
import type * as Decoded from './decoded-types';
import type { VkDebugUtilsMessageSeverityFlagBitsEXT, VkExternalMemoryHandleTypeFlagBits, VkFormat, VkImageLayout, VkImageTiling, VkImageType, VkObjectType, VkPresentModeKHR, VkSampleCountFlagBits, VkCommandBufferResetFlags, VkCommandPoolResetFlags, VkCommandPoolTrimFlags, VkDebugUtilsMessageTypeFlagsEXT, VkDependencyFlags, VkImageCreateFlags, VkImageUsageFlags, VkMemoryMapFlags, VkPipelineStageFlags, VkPipelineStageFlags2 } from './enumerations';
import type { VkBuffer, VkCommandBuffer, VkCommandPool, VkDebugUtilsMessengerEXT, VkDevice, VkDeviceMemory, VkEvent, VkFence, VkImage, VkInstance, VkPhysicalDevice, VkPrivateDataSlot, VkQueue, VkSemaphore, VkSurfaceKHR, VkSwapchainKHR } from './handles';
import type { VkAcquireNextImageInfoKHR, VkBindBufferMemoryInfo, VkBindImageMemoryInfo, VkBindSparseInfo, VkBufferCopy, VkBufferCreateInfo, VkBufferDeviceAddressInfo, VkBufferImageCopy, VkBufferMemoryBarrier, VkBufferMemoryRequirementsInfo2, VkClearColorValue, VkClearDepthStencilValue, VkCommandBufferAllocateInfo, VkCommandBufferBeginInfo, VkCommandPoolCreateInfo, VkCopyBufferInfo2, VkCopyBufferToImageInfo2, VkCopyImageInfo2, VkCopyImageToBufferInfo2, VkDebugUtilsLabelEXT, VkDebugUtilsMessengerCallbackDataEXT, VkDebugUtilsMessengerCreateInfoEXT, VkDebugUtilsObjectNameInfoEXT, VkDebugUtilsObjectTagInfoEXT, VkDependencyInfo, VkDeviceBufferMemoryRequirements, VkDeviceCreateInfo, VkDeviceImageMemoryRequirements, VkDeviceImageSubresourceInfo, VkDeviceMemoryOpaqueCaptureAddressInfo, VkDeviceQueueInfo2, VkEventCreateInfo, VkFenceCreateInfo, VkFenceGetFdInfoKHR, VkFenceGetWin32HandleInfoKHR, VkHeadlessSurfaceCreateInfoEXT, VkImageCopy, VkImageCreateInfo, VkImageMemoryBarrier, VkImageMemoryRequirementsInfo2, VkImageResolve, VkImageSparseMemoryRequirementsInfo2, VkImageSubresource, VkImageSubresource2, VkImageSubresourceRange, VkImportFenceFdInfoKHR, VkImportFenceWin32HandleInfoKHR, VkImportSemaphoreFdInfoKHR, VkImportSemaphoreWin32HandleInfoKHR, VkInstanceCreateInfo, VkMappedMemoryRange, VkMemoryAllocateInfo, VkMemoryBarrier, VkMemoryGetFdInfoKHR, VkMemoryGetWin32HandleInfoKHR, VkMemoryMapInfo, VkMemoryUnmapInfo, VkPhysicalDeviceExternalBufferInfo, VkPhysicalDeviceExternalFenceInfo, VkPhysicalDeviceExternalSemaphoreInfo, VkPhysicalDeviceImageFormatInfo2, VkPhysicalDeviceSparseImageFormatInfo2, VkPresentInfoKHR, VkPrivateDataSlotCreateInfo, VkSemaphoreCreateInfo, VkSemaphoreGetFdInfoKHR, VkSemaphoreGetWin32HandleInfoKHR, VkSemaphoreSignalInfo, VkSemaphoreWaitInfo, VkSubmitInfo, VkSubmitInfo2, VkSwapchainCreateInfoKHR } from './structure-types';

export interface GlobalCommands {
  /** The same commands on a worker thread. */
  readonly async: GlobalCommandsAsync;
  vkCreateInstance(createInfo: VkInstanceCreateInfo, allocator: AllocationCallbacks): { result: ResultName; instance?: VkInstance };
  vkEnumerateInstanceExtensionProperties(layerName: string | null, request?: ArrayRequest): { result: ResultName; properties?: (Decoded.VkExtensionProperties)[] };
  vkEnumerateInstanceLayerProperties(request?: ArrayRequest): { result: ResultName; properties?: (Decoded.VkLayerProperties)[] };
  vkEnumerateInstanceVersion(): { result: ResultName; apiVersion?: number };
}

export interface GlobalCommandsAsync {
  vkCreateInstance(createInfo: VkInstanceCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; instance?: VkInstance }>;
  vkEnumerateInstanceExtensionProperties(layerName: string | null, request?: ArrayRequest): Promise<{ result: ResultName; properties?: (Decoded.VkExtensionProperties)[] }>;
  vkEnumerateInstanceLayerProperties(request?: ArrayRequest): Promise<{ result: ResultName; properties?: (Decoded.VkLayerProperties)[] }>;
  vkEnumerateInstanceVersion(): Promise<{ result: ResultName; apiVersion?: number }>;
}

export interface InstanceCommands {
  /** The same commands on a worker thread. */
  readonly async: InstanceCommandsAsync;
  vkCreateDebugUtilsMessengerEXT(instance: VkInstance, createInfo: VkDebugUtilsMessengerCreateInfoEXT, allocator: AllocationCallbacks): { result: ResultName; messenger?: VkDebugUtilsMessengerEXT };
  vkCreateDevice(physicalDevice: VkPhysicalDevice, createInfo: VkDeviceCreateInfo, allocator: AllocationCallbacks): { result: ResultName; device?: VkDevice };
  vkCreateHeadlessSurfaceEXT(instance: VkInstance, createInfo: VkHeadlessSurfaceCreateInfoEXT, allocator: AllocationCallbacks): { result: ResultName; surface?: VkSurfaceKHR };
  vkDestroyDebugUtilsMessengerEXT(instance: VkInstance, messenger: VkDebugUtilsMessengerEXT | null, allocator: AllocationCallbacks): void;
  vkDestroyInstance(instance: VkInstance | null, allocator: AllocationCallbacks): void;
  vkDestroySurfaceKHR(instance: VkInstance, surface: VkSurfaceKHR | null, allocator: AllocationCallbacks): void;
  vkEnumerateDeviceExtensionProperties(physicalDevice: VkPhysicalDevice, layerName: string | null, request?: ArrayRequest): { result: ResultName; properties?: (Decoded.VkExtensionProperties)[] };
  vkEnumerateDeviceLayerProperties(physicalDevice: VkPhysicalDevice, request?: ArrayRequest): { result: ResultName; properties?: (Decoded.VkLayerProperties)[] };
  vkEnumeratePhysicalDeviceGroups<const C extends readonly ChainName<'VkPhysicalDeviceGroupProperties'>[] = []>(instance: VkInstance, request?: OutputRequest<C> & ArrayRequest): { result: ResultName; physicalDeviceGroupProperties?: (Decoded.VkPhysicalDeviceGroupProperties)[] } & WithChains<C>;
  vkEnumeratePhysicalDeviceGroupsKHR<const C extends readonly ChainName<'VkPhysicalDeviceGroupProperties'>[] = []>(instance: VkInstance, request?: OutputRequest<C> & ArrayRequest): { result: ResultName; physicalDeviceGroupProperties?: (Decoded.VkPhysicalDeviceGroupProperties)[] } & WithChains<C>;
  vkEnumeratePhysicalDevices(instance: VkInstance, request?: ArrayRequest): { result: ResultName; physicalDevices?: (VkPhysicalDevice)[] };
  vkGetPhysicalDeviceExternalBufferProperties<const C extends readonly ChainName<'VkExternalBufferProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalBufferInfo: VkPhysicalDeviceExternalBufferInfo, request?: OutputRequest<C>): { externalBufferProperties: Decoded.VkExternalBufferProperties } & WithChain<C>;
  vkGetPhysicalDeviceExternalBufferPropertiesKHR<const C extends readonly ChainName<'VkExternalBufferProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalBufferInfo: VkPhysicalDeviceExternalBufferInfo, request?: OutputRequest<C>): { externalBufferProperties: Decoded.VkExternalBufferProperties } & WithChain<C>;
  vkGetPhysicalDeviceExternalFenceProperties<const C extends readonly ChainName<'VkExternalFenceProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalFenceInfo: VkPhysicalDeviceExternalFenceInfo, request?: OutputRequest<C>): { externalFenceProperties: Decoded.VkExternalFenceProperties } & WithChain<C>;
  vkGetPhysicalDeviceExternalFencePropertiesKHR<const C extends readonly ChainName<'VkExternalFenceProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalFenceInfo: VkPhysicalDeviceExternalFenceInfo, request?: OutputRequest<C>): { externalFenceProperties: Decoded.VkExternalFenceProperties } & WithChain<C>;
  vkGetPhysicalDeviceExternalSemaphoreProperties<const C extends readonly ChainName<'VkExternalSemaphoreProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalSemaphoreInfo: VkPhysicalDeviceExternalSemaphoreInfo, request?: OutputRequest<C>): { externalSemaphoreProperties: Decoded.VkExternalSemaphoreProperties } & WithChain<C>;
  vkGetPhysicalDeviceExternalSemaphorePropertiesKHR<const C extends readonly ChainName<'VkExternalSemaphoreProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalSemaphoreInfo: VkPhysicalDeviceExternalSemaphoreInfo, request?: OutputRequest<C>): { externalSemaphoreProperties: Decoded.VkExternalSemaphoreProperties } & WithChain<C>;
  vkGetPhysicalDeviceFeatures(physicalDevice: VkPhysicalDevice): { features: Decoded.VkPhysicalDeviceFeatures };
  vkGetPhysicalDeviceFeatures2<const C extends readonly ChainName<'VkPhysicalDeviceFeatures2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { features: Decoded.VkPhysicalDeviceFeatures2 } & WithChain<C>;
  vkGetPhysicalDeviceFeatures2KHR<const C extends readonly ChainName<'VkPhysicalDeviceFeatures2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { features: Decoded.VkPhysicalDeviceFeatures2 } & WithChain<C>;
  vkGetPhysicalDeviceFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number): { formatProperties: Decoded.VkFormatProperties };
  vkGetPhysicalDeviceFormatProperties2<const C extends readonly ChainName<'VkFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, format: VkFormat | number, request?: OutputRequest<C>): { formatProperties: Decoded.VkFormatProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceFormatProperties2KHR<const C extends readonly ChainName<'VkFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, format: VkFormat | number, request?: OutputRequest<C>): { formatProperties: Decoded.VkFormatProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceImageFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number, type: VkImageType | number, tiling: VkImageTiling | number, usage: VkImageUsageFlags, flags: VkImageCreateFlags): { result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties };
  vkGetPhysicalDeviceImageFormatProperties2<const C extends readonly ChainName<'VkImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, imageFormatInfo: VkPhysicalDeviceImageFormatInfo2, request?: OutputRequest<C>): { result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceImageFormatProperties2KHR<const C extends readonly ChainName<'VkImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, imageFormatInfo: VkPhysicalDeviceImageFormatInfo2, request?: OutputRequest<C>): { result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceMemoryProperties(physicalDevice: VkPhysicalDevice): { memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties };
  vkGetPhysicalDeviceMemoryProperties2<const C extends readonly ChainName<'VkPhysicalDeviceMemoryProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceMemoryProperties2KHR<const C extends readonly ChainName<'VkPhysicalDeviceMemoryProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties2 } & WithChain<C>;
  vkGetPhysicalDevicePresentRectanglesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR, request?: ArrayRequest): { result: ResultName; rects?: (Decoded.VkRect2D)[] };
  vkGetPhysicalDeviceProperties(physicalDevice: VkPhysicalDevice): { properties: Decoded.VkPhysicalDeviceProperties };
  vkGetPhysicalDeviceProperties2<const C extends readonly ChainName<'VkPhysicalDeviceProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { properties: Decoded.VkPhysicalDeviceProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceProperties2KHR<const C extends readonly ChainName<'VkPhysicalDeviceProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): { properties: Decoded.VkPhysicalDeviceProperties2 } & WithChain<C>;
  vkGetPhysicalDeviceQueueFamilyProperties(physicalDevice: VkPhysicalDevice, request?: ArrayRequest): { queueFamilyProperties: (Decoded.VkQueueFamilyProperties)[] };
  vkGetPhysicalDeviceQueueFamilyProperties2<const C extends readonly ChainName<'VkQueueFamilyProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): { queueFamilyProperties: (Decoded.VkQueueFamilyProperties2)[] } & WithChains<C>;
  vkGetPhysicalDeviceQueueFamilyProperties2KHR<const C extends readonly ChainName<'VkQueueFamilyProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): { queueFamilyProperties: (Decoded.VkQueueFamilyProperties2)[] } & WithChains<C>;
  vkGetPhysicalDeviceSparseImageFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number, type: VkImageType | number, samples: VkSampleCountFlagBits | number, usage: VkImageUsageFlags, tiling: VkImageTiling | number, request?: ArrayRequest): { properties: (Decoded.VkSparseImageFormatProperties)[] };
  vkGetPhysicalDeviceSparseImageFormatProperties2<const C extends readonly ChainName<'VkSparseImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, formatInfo: VkPhysicalDeviceSparseImageFormatInfo2, request?: OutputRequest<C> & ArrayRequest): { properties: (Decoded.VkSparseImageFormatProperties2)[] } & WithChains<C>;
  vkGetPhysicalDeviceSparseImageFormatProperties2KHR<const C extends readonly ChainName<'VkSparseImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, formatInfo: VkPhysicalDeviceSparseImageFormatInfo2, request?: OutputRequest<C> & ArrayRequest): { properties: (Decoded.VkSparseImageFormatProperties2)[] } & WithChains<C>;
  vkGetPhysicalDeviceSurfaceCapabilitiesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR): { result: ResultName; surfaceCapabilities?: Decoded.VkSurfaceCapabilitiesKHR };
  vkGetPhysicalDeviceSurfaceFormatsKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR | null, request?: ArrayRequest): { result: ResultName; surfaceFormats?: (Decoded.VkSurfaceFormatKHR)[] };
  vkGetPhysicalDeviceSurfacePresentModesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR | null, request?: ArrayRequest): { result: ResultName; presentModes?: (VkPresentModeKHR | Unlisted<'VkPresentModeKHR'>)[] };
  vkGetPhysicalDeviceSurfaceSupportKHR(physicalDevice: VkPhysicalDevice, queueFamilyIndex: number, surface: VkSurfaceKHR): { result: ResultName; supported?: boolean };
  vkGetPhysicalDeviceToolProperties<const C extends readonly ChainName<'VkPhysicalDeviceToolProperties'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): { result: ResultName; toolProperties?: (Decoded.VkPhysicalDeviceToolProperties)[] } & WithChains<C>;
  vkGetPhysicalDeviceToolPropertiesEXT<const C extends readonly ChainName<'VkPhysicalDeviceToolProperties'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): { result: ResultName; toolProperties?: (Decoded.VkPhysicalDeviceToolProperties)[] } & WithChains<C>;
  vkSubmitDebugUtilsMessageEXT(instance: VkInstance, messageSeverity: VkDebugUtilsMessageSeverityFlagBitsEXT | number, messageTypes: VkDebugUtilsMessageTypeFlagsEXT, callbackData: VkDebugUtilsMessengerCallbackDataEXT): void;
}

export interface InstanceCommandsAsync {
  vkCreateDebugUtilsMessengerEXT(instance: VkInstance, createInfo: VkDebugUtilsMessengerCreateInfoEXT, allocator: AllocationCallbacks): Promise<{ result: ResultName; messenger?: VkDebugUtilsMessengerEXT }>;
  vkCreateDevice(physicalDevice: VkPhysicalDevice, createInfo: VkDeviceCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; device?: VkDevice }>;
  vkCreateHeadlessSurfaceEXT(instance: VkInstance, createInfo: VkHeadlessSurfaceCreateInfoEXT, allocator: AllocationCallbacks): Promise<{ result: ResultName; surface?: VkSurfaceKHR }>;
  vkDestroyDebugUtilsMessengerEXT(instance: VkInstance, messenger: VkDebugUtilsMessengerEXT | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyInstance(instance: VkInstance | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroySurfaceKHR(instance: VkInstance, surface: VkSurfaceKHR | null, allocator: AllocationCallbacks): Promise<void>;
  vkEnumerateDeviceExtensionProperties(physicalDevice: VkPhysicalDevice, layerName: string | null, request?: ArrayRequest): Promise<{ result: ResultName; properties?: (Decoded.VkExtensionProperties)[] }>;
  vkEnumerateDeviceLayerProperties(physicalDevice: VkPhysicalDevice, request?: ArrayRequest): Promise<{ result: ResultName; properties?: (Decoded.VkLayerProperties)[] }>;
  vkEnumeratePhysicalDeviceGroups<const C extends readonly ChainName<'VkPhysicalDeviceGroupProperties'>[] = []>(instance: VkInstance, request?: OutputRequest<C> & ArrayRequest): Promise<{ result: ResultName; physicalDeviceGroupProperties?: (Decoded.VkPhysicalDeviceGroupProperties)[] } & WithChains<C>>;
  vkEnumeratePhysicalDeviceGroupsKHR<const C extends readonly ChainName<'VkPhysicalDeviceGroupProperties'>[] = []>(instance: VkInstance, request?: OutputRequest<C> & ArrayRequest): Promise<{ result: ResultName; physicalDeviceGroupProperties?: (Decoded.VkPhysicalDeviceGroupProperties)[] } & WithChains<C>>;
  vkEnumeratePhysicalDevices(instance: VkInstance, request?: ArrayRequest): Promise<{ result: ResultName; physicalDevices?: (VkPhysicalDevice)[] }>;
  vkGetPhysicalDeviceExternalBufferProperties<const C extends readonly ChainName<'VkExternalBufferProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalBufferInfo: VkPhysicalDeviceExternalBufferInfo, request?: OutputRequest<C>): Promise<{ externalBufferProperties: Decoded.VkExternalBufferProperties } & WithChain<C>>;
  vkGetPhysicalDeviceExternalBufferPropertiesKHR<const C extends readonly ChainName<'VkExternalBufferProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalBufferInfo: VkPhysicalDeviceExternalBufferInfo, request?: OutputRequest<C>): Promise<{ externalBufferProperties: Decoded.VkExternalBufferProperties } & WithChain<C>>;
  vkGetPhysicalDeviceExternalFenceProperties<const C extends readonly ChainName<'VkExternalFenceProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalFenceInfo: VkPhysicalDeviceExternalFenceInfo, request?: OutputRequest<C>): Promise<{ externalFenceProperties: Decoded.VkExternalFenceProperties } & WithChain<C>>;
  vkGetPhysicalDeviceExternalFencePropertiesKHR<const C extends readonly ChainName<'VkExternalFenceProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalFenceInfo: VkPhysicalDeviceExternalFenceInfo, request?: OutputRequest<C>): Promise<{ externalFenceProperties: Decoded.VkExternalFenceProperties } & WithChain<C>>;
  vkGetPhysicalDeviceExternalSemaphoreProperties<const C extends readonly ChainName<'VkExternalSemaphoreProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalSemaphoreInfo: VkPhysicalDeviceExternalSemaphoreInfo, request?: OutputRequest<C>): Promise<{ externalSemaphoreProperties: Decoded.VkExternalSemaphoreProperties } & WithChain<C>>;
  vkGetPhysicalDeviceExternalSemaphorePropertiesKHR<const C extends readonly ChainName<'VkExternalSemaphoreProperties'>[] = []>(physicalDevice: VkPhysicalDevice, externalSemaphoreInfo: VkPhysicalDeviceExternalSemaphoreInfo, request?: OutputRequest<C>): Promise<{ externalSemaphoreProperties: Decoded.VkExternalSemaphoreProperties } & WithChain<C>>;
  vkGetPhysicalDeviceFeatures(physicalDevice: VkPhysicalDevice): Promise<{ features: Decoded.VkPhysicalDeviceFeatures }>;
  vkGetPhysicalDeviceFeatures2<const C extends readonly ChainName<'VkPhysicalDeviceFeatures2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ features: Decoded.VkPhysicalDeviceFeatures2 } & WithChain<C>>;
  vkGetPhysicalDeviceFeatures2KHR<const C extends readonly ChainName<'VkPhysicalDeviceFeatures2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ features: Decoded.VkPhysicalDeviceFeatures2 } & WithChain<C>>;
  vkGetPhysicalDeviceFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number): Promise<{ formatProperties: Decoded.VkFormatProperties }>;
  vkGetPhysicalDeviceFormatProperties2<const C extends readonly ChainName<'VkFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, format: VkFormat | number, request?: OutputRequest<C>): Promise<{ formatProperties: Decoded.VkFormatProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceFormatProperties2KHR<const C extends readonly ChainName<'VkFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, format: VkFormat | number, request?: OutputRequest<C>): Promise<{ formatProperties: Decoded.VkFormatProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceImageFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number, type: VkImageType | number, tiling: VkImageTiling | number, usage: VkImageUsageFlags, flags: VkImageCreateFlags): Promise<{ result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties }>;
  vkGetPhysicalDeviceImageFormatProperties2<const C extends readonly ChainName<'VkImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, imageFormatInfo: VkPhysicalDeviceImageFormatInfo2, request?: OutputRequest<C>): Promise<{ result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceImageFormatProperties2KHR<const C extends readonly ChainName<'VkImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, imageFormatInfo: VkPhysicalDeviceImageFormatInfo2, request?: OutputRequest<C>): Promise<{ result: ResultName; imageFormatProperties?: Decoded.VkImageFormatProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceMemoryProperties(physicalDevice: VkPhysicalDevice): Promise<{ memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties }>;
  vkGetPhysicalDeviceMemoryProperties2<const C extends readonly ChainName<'VkPhysicalDeviceMemoryProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceMemoryProperties2KHR<const C extends readonly ChainName<'VkPhysicalDeviceMemoryProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ memoryProperties: Decoded.VkPhysicalDeviceMemoryProperties2 } & WithChain<C>>;
  vkGetPhysicalDevicePresentRectanglesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR, request?: ArrayRequest): Promise<{ result: ResultName; rects?: (Decoded.VkRect2D)[] }>;
  vkGetPhysicalDeviceProperties(physicalDevice: VkPhysicalDevice): Promise<{ properties: Decoded.VkPhysicalDeviceProperties }>;
  vkGetPhysicalDeviceProperties2<const C extends readonly ChainName<'VkPhysicalDeviceProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ properties: Decoded.VkPhysicalDeviceProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceProperties2KHR<const C extends readonly ChainName<'VkPhysicalDeviceProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C>): Promise<{ properties: Decoded.VkPhysicalDeviceProperties2 } & WithChain<C>>;
  vkGetPhysicalDeviceQueueFamilyProperties(physicalDevice: VkPhysicalDevice, request?: ArrayRequest): Promise<{ queueFamilyProperties: (Decoded.VkQueueFamilyProperties)[] }>;
  vkGetPhysicalDeviceQueueFamilyProperties2<const C extends readonly ChainName<'VkQueueFamilyProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): Promise<{ queueFamilyProperties: (Decoded.VkQueueFamilyProperties2)[] } & WithChains<C>>;
  vkGetPhysicalDeviceQueueFamilyProperties2KHR<const C extends readonly ChainName<'VkQueueFamilyProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): Promise<{ queueFamilyProperties: (Decoded.VkQueueFamilyProperties2)[] } & WithChains<C>>;
  vkGetPhysicalDeviceSparseImageFormatProperties(physicalDevice: VkPhysicalDevice, format: VkFormat | number, type: VkImageType | number, samples: VkSampleCountFlagBits | number, usage: VkImageUsageFlags, tiling: VkImageTiling | number, request?: ArrayRequest): Promise<{ properties: (Decoded.VkSparseImageFormatProperties)[] }>;
  vkGetPhysicalDeviceSparseImageFormatProperties2<const C extends readonly ChainName<'VkSparseImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, formatInfo: VkPhysicalDeviceSparseImageFormatInfo2, request?: OutputRequest<C> & ArrayRequest): Promise<{ properties: (Decoded.VkSparseImageFormatProperties2)[] } & WithChains<C>>;
  vkGetPhysicalDeviceSparseImageFormatProperties2KHR<const C extends readonly ChainName<'VkSparseImageFormatProperties2'>[] = []>(physicalDevice: VkPhysicalDevice, formatInfo: VkPhysicalDeviceSparseImageFormatInfo2, request?: OutputRequest<C> & ArrayRequest): Promise<{ properties: (Decoded.VkSparseImageFormatProperties2)[] } & WithChains<C>>;
  vkGetPhysicalDeviceSurfaceCapabilitiesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR): Promise<{ result: ResultName; surfaceCapabilities?: Decoded.VkSurfaceCapabilitiesKHR }>;
  vkGetPhysicalDeviceSurfaceFormatsKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR | null, request?: ArrayRequest): Promise<{ result: ResultName; surfaceFormats?: (Decoded.VkSurfaceFormatKHR)[] }>;
  vkGetPhysicalDeviceSurfacePresentModesKHR(physicalDevice: VkPhysicalDevice, surface: VkSurfaceKHR | null, request?: ArrayRequest): Promise<{ result: ResultName; presentModes?: (VkPresentModeKHR | Unlisted<'VkPresentModeKHR'>)[] }>;
  vkGetPhysicalDeviceSurfaceSupportKHR(physicalDevice: VkPhysicalDevice, queueFamilyIndex: number, surface: VkSurfaceKHR): Promise<{ result: ResultName; supported?: boolean }>;
  vkGetPhysicalDeviceToolProperties<const C extends readonly ChainName<'VkPhysicalDeviceToolProperties'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): Promise<{ result: ResultName; toolProperties?: (Decoded.VkPhysicalDeviceToolProperties)[] } & WithChains<C>>;
  vkGetPhysicalDeviceToolPropertiesEXT<const C extends readonly ChainName<'VkPhysicalDeviceToolProperties'>[] = []>(physicalDevice: VkPhysicalDevice, request?: OutputRequest<C> & ArrayRequest): Promise<{ result: ResultName; toolProperties?: (Decoded.VkPhysicalDeviceToolProperties)[] } & WithChains<C>>;
  vkSubmitDebugUtilsMessageEXT(instance: VkInstance, messageSeverity: VkDebugUtilsMessageSeverityFlagBitsEXT | number, messageTypes: VkDebugUtilsMessageTypeFlagsEXT, callbackData: VkDebugUtilsMessengerCallbackDataEXT): Promise<void>;
}

export interface DeviceCommands {
  /** The same commands on a worker thread. */
  readonly async: DeviceCommandsAsync;
  vkAcquireNextImage2KHR(device: VkDevice, acquireInfo: VkAcquireNextImageInfoKHR): { result: ResultName; imageIndex?: number };
  vkAcquireNextImageKHR(device: VkDevice, swapchain: VkSwapchainKHR, timeout: number | bigint, semaphore: VkSemaphore | null, fence: VkFence | null): { result: ResultName; imageIndex?: number };
  vkAllocateCommandBuffers(device: VkDevice, allocateInfo: VkCommandBufferAllocateInfo): { result: ResultName; commandBuffers?: (VkCommandBuffer)[] };
  vkAllocateMemory(device: VkDevice, allocateInfo: VkMemoryAllocateInfo, allocator: AllocationCallbacks): { result: ResultName; memory?: VkDeviceMemory };
  vkBeginCommandBuffer(commandBuffer: VkCommandBuffer, beginInfo: VkCommandBufferBeginInfo): { result: ResultName };
  vkBindBufferMemory(device: VkDevice, buffer: VkBuffer, memory: VkDeviceMemory, memoryOffset: number | bigint): { result: ResultName };
  vkBindBufferMemory2(device: VkDevice, bindInfos: readonly (VkBindBufferMemoryInfo)[]): { result: ResultName };
  vkBindBufferMemory2KHR(device: VkDevice, bindInfos: readonly (VkBindBufferMemoryInfo)[]): { result: ResultName };
  vkBindImageMemory(device: VkDevice, image: VkImage, memory: VkDeviceMemory, memoryOffset: number | bigint): { result: ResultName };
  vkBindImageMemory2(device: VkDevice, bindInfos: readonly (VkBindImageMemoryInfo)[]): { result: ResultName };
  vkBindImageMemory2KHR(device: VkDevice, bindInfos: readonly (VkBindImageMemoryInfo)[]): { result: ResultName };
  vkCmdBeginDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer, labelInfo: VkDebugUtilsLabelEXT): void;
  vkCmdClearColorImage(commandBuffer: VkCommandBuffer, image: VkImage, imageLayout: VkImageLayout | number, color: VkClearColorValue | null, ranges: readonly (VkImageSubresourceRange)[]): void;
  vkCmdClearDepthStencilImage(commandBuffer: VkCommandBuffer, image: VkImage, imageLayout: VkImageLayout | number, depthStencil: VkClearDepthStencilValue, ranges: readonly (VkImageSubresourceRange)[]): void;
  vkCmdCopyBuffer(commandBuffer: VkCommandBuffer, srcBuffer: VkBuffer, dstBuffer: VkBuffer, regions: readonly (VkBufferCopy)[]): void;
  vkCmdCopyBuffer2(commandBuffer: VkCommandBuffer, copyBufferInfo: VkCopyBufferInfo2): void;
  vkCmdCopyBuffer2KHR(commandBuffer: VkCommandBuffer, copyBufferInfo: VkCopyBufferInfo2): void;
  vkCmdCopyBufferToImage(commandBuffer: VkCommandBuffer, srcBuffer: VkBuffer, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkBufferImageCopy)[]): void;
  vkCmdCopyBufferToImage2(commandBuffer: VkCommandBuffer, copyBufferToImageInfo: VkCopyBufferToImageInfo2): void;
  vkCmdCopyBufferToImage2KHR(commandBuffer: VkCommandBuffer, copyBufferToImageInfo: VkCopyBufferToImageInfo2): void;
  vkCmdCopyImage(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkImageCopy)[]): void;
  vkCmdCopyImage2(commandBuffer: VkCommandBuffer, copyImageInfo: VkCopyImageInfo2): void;
  vkCmdCopyImage2KHR(commandBuffer: VkCommandBuffer, copyImageInfo: VkCopyImageInfo2): void;
  vkCmdCopyImageToBuffer(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstBuffer: VkBuffer, regions: readonly (VkBufferImageCopy)[]): void;
  vkCmdCopyImageToBuffer2(commandBuffer: VkCommandBuffer, copyImageToBufferInfo: VkCopyImageToBufferInfo2): void;
  vkCmdCopyImageToBuffer2KHR(commandBuffer: VkCommandBuffer, copyImageToBufferInfo: VkCopyImageToBufferInfo2): void;
  vkCmdEndDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer): void;
  vkCmdFillBuffer(commandBuffer: VkCommandBuffer, dstBuffer: VkBuffer, dstOffset: number | bigint, size: number | bigint, data: number): void;
  vkCmdInsertDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer, labelInfo: VkDebugUtilsLabelEXT): void;
  vkCmdPipelineBarrier(commandBuffer: VkCommandBuffer, srcStageMask: VkPipelineStageFlags, dstStageMask: VkPipelineStageFlags, dependencyFlags: VkDependencyFlags, memoryBarriers: readonly (VkMemoryBarrier)[], bufferMemoryBarriers: readonly (VkBufferMemoryBarrier)[], imageMemoryBarriers: readonly (VkImageMemoryBarrier)[]): void;
  vkCmdPipelineBarrier2(commandBuffer: VkCommandBuffer, dependencyInfo: VkDependencyInfo): void;
  vkCmdPipelineBarrier2KHR(commandBuffer: VkCommandBuffer, dependencyInfo: VkDependencyInfo): void;
  vkCmdResetEvent(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags): void;
  vkCmdResetEvent2(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags2): void;
  vkCmdResetEvent2KHR(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags2): void;
  vkCmdResolveImage(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkImageResolve)[]): void;
  vkCmdSetEvent(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags): void;
  vkCmdSetEvent2(commandBuffer: VkCommandBuffer, event: VkEvent, dependencyInfo: VkDependencyInfo): void;
  vkCmdSetEvent2KHR(commandBuffer: VkCommandBuffer, event: VkEvent, dependencyInfo: VkDependencyInfo): void;
  vkCmdUpdateBuffer(commandBuffer: VkCommandBuffer, dstBuffer: VkBuffer, dstOffset: number | bigint, data: Uint8Array): void;
  vkCmdWaitEvents(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], srcStageMask: VkPipelineStageFlags, dstStageMask: VkPipelineStageFlags, memoryBarriers: readonly (VkMemoryBarrier)[], bufferMemoryBarriers: readonly (VkBufferMemoryBarrier)[], imageMemoryBarriers: readonly (VkImageMemoryBarrier)[]): void;
  vkCmdWaitEvents2(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], dependencyInfos: readonly (VkDependencyInfo)[]): void;
  vkCmdWaitEvents2KHR(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], dependencyInfos: readonly (VkDependencyInfo)[]): void;
  vkCreateBuffer(device: VkDevice, createInfo: VkBufferCreateInfo, allocator: AllocationCallbacks): { result: ResultName; buffer?: VkBuffer };
  vkCreateCommandPool(device: VkDevice, createInfo: VkCommandPoolCreateInfo, allocator: AllocationCallbacks): { result: ResultName; commandPool?: VkCommandPool };
  vkCreateEvent(device: VkDevice, createInfo: VkEventCreateInfo, allocator: AllocationCallbacks): { result: ResultName; event?: VkEvent };
  vkCreateFence(device: VkDevice, createInfo: VkFenceCreateInfo, allocator: AllocationCallbacks): { result: ResultName; fence?: VkFence };
  vkCreateImage(device: VkDevice, createInfo: VkImageCreateInfo, allocator: AllocationCallbacks): { result: ResultName; image?: VkImage };
  vkCreatePrivateDataSlot(device: VkDevice, createInfo: VkPrivateDataSlotCreateInfo, allocator: AllocationCallbacks): { result: ResultName; privateDataSlot?: VkPrivateDataSlot };
  vkCreatePrivateDataSlotEXT(device: VkDevice, createInfo: VkPrivateDataSlotCreateInfo, allocator: AllocationCallbacks): { result: ResultName; privateDataSlot?: VkPrivateDataSlot };
  vkCreateSemaphore(device: VkDevice, createInfo: VkSemaphoreCreateInfo, allocator: AllocationCallbacks): { result: ResultName; semaphore?: VkSemaphore };
  vkCreateSwapchainKHR(device: VkDevice, createInfo: VkSwapchainCreateInfoKHR, allocator: AllocationCallbacks): { result: ResultName; swapchain?: VkSwapchainKHR };
  vkDestroyBuffer(device: VkDevice, buffer: VkBuffer | null, allocator: AllocationCallbacks): void;
  vkDestroyCommandPool(device: VkDevice, commandPool: VkCommandPool | null, allocator: AllocationCallbacks): void;
  vkDestroyDevice(device: VkDevice | null, allocator: AllocationCallbacks): void;
  vkDestroyEvent(device: VkDevice, event: VkEvent | null, allocator: AllocationCallbacks): void;
  vkDestroyFence(device: VkDevice, fence: VkFence | null, allocator: AllocationCallbacks): void;
  vkDestroyImage(device: VkDevice, image: VkImage | null, allocator: AllocationCallbacks): void;
  vkDestroyPrivateDataSlot(device: VkDevice, privateDataSlot: VkPrivateDataSlot | null, allocator: AllocationCallbacks): void;
  vkDestroyPrivateDataSlotEXT(device: VkDevice, privateDataSlot: VkPrivateDataSlot | null, allocator: AllocationCallbacks): void;
  vkDestroySemaphore(device: VkDevice, semaphore: VkSemaphore | null, allocator: AllocationCallbacks): void;
  vkDestroySwapchainKHR(device: VkDevice, swapchain: VkSwapchainKHR | null, allocator: AllocationCallbacks): void;
  vkEndCommandBuffer(commandBuffer: VkCommandBuffer): { result: ResultName };
  vkFlushMappedMemoryRanges(device: VkDevice, memoryRanges: readonly (VkMappedMemoryRange)[]): { result: ResultName };
  vkFreeCommandBuffers(device: VkDevice, commandPool: VkCommandPool, commandBuffers: readonly (VkCommandBuffer | null)[] | null): void;
  vkFreeMemory(device: VkDevice, memory: VkDeviceMemory | null, allocator: AllocationCallbacks): void;
  vkGetBufferDeviceAddress(device: VkDevice, info: VkBufferDeviceAddressInfo): bigint;
  vkGetBufferDeviceAddressEXT(device: VkDevice, info: VkBufferDeviceAddressInfo): bigint;
  vkGetBufferDeviceAddressKHR(device: VkDevice, info: VkBufferDeviceAddressInfo): bigint;
  vkGetBufferMemoryRequirements(device: VkDevice, buffer: VkBuffer): { memoryRequirements: Decoded.VkMemoryRequirements };
  vkGetBufferMemoryRequirements2<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkBufferMemoryRequirementsInfo2, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetBufferMemoryRequirements2KHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkBufferMemoryRequirementsInfo2, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetBufferOpaqueCaptureAddress(device: VkDevice, info: VkBufferDeviceAddressInfo): bigint;
  vkGetBufferOpaqueCaptureAddressKHR(device: VkDevice, info: VkBufferDeviceAddressInfo): bigint;
  vkGetDeviceBufferMemoryRequirements<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceBufferMemoryRequirements, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetDeviceBufferMemoryRequirementsKHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceBufferMemoryRequirements, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetDeviceGroupPresentCapabilitiesKHR<const C extends readonly ChainName<'VkDeviceGroupPresentCapabilitiesKHR'>[] = []>(device: VkDevice, request?: OutputRequest<C>): { result: ResultName; deviceGroupPresentCapabilities?: Decoded.VkDeviceGroupPresentCapabilitiesKHR } & WithChain<C>;
  vkGetDeviceGroupSurfacePresentModesKHR(device: VkDevice, surface: VkSurfaceKHR): { result: ResultName; modes?: number };
  vkGetDeviceImageMemoryRequirements<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetDeviceImageMemoryRequirementsKHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetDeviceImageSparseMemoryRequirements<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C> & ArrayRequest): { sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>;
  vkGetDeviceImageSparseMemoryRequirementsKHR<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C> & ArrayRequest): { sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>;
  vkGetDeviceImageSubresourceLayout<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, info: VkDeviceImageSubresourceInfo, request?: OutputRequest<C>): { layout: Decoded.VkSubresourceLayout2 } & WithChain<C>;
  vkGetDeviceImageSubresourceLayoutKHR<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, info: VkDeviceImageSubresourceInfo, request?: OutputRequest<C>): { layout: Decoded.VkSubresourceLayout2 } & WithChain<C>;
  vkGetDeviceMemoryCommitment(device: VkDevice, memory: VkDeviceMemory): { committedMemoryInBytes: bigint };
  vkGetDeviceMemoryOpaqueCaptureAddress(device: VkDevice, info: VkDeviceMemoryOpaqueCaptureAddressInfo): bigint;
  vkGetDeviceMemoryOpaqueCaptureAddressKHR(device: VkDevice, info: VkDeviceMemoryOpaqueCaptureAddressInfo): bigint;
  vkGetDeviceQueue(device: VkDevice, queueFamilyIndex: number, queueIndex: number): { queue: VkQueue | null };
  vkGetDeviceQueue2(device: VkDevice, queueInfo: VkDeviceQueueInfo2): { queue: VkQueue | null };
  vkGetEventStatus(device: VkDevice, event: VkEvent): { result: ResultName };
  vkGetFenceStatus(device: VkDevice, fence: VkFence): { result: ResultName };
  vkGetFenceWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkFenceGetWin32HandleInfoKHR): { result: ResultName; handle?: bigint };
  vkGetImageDrmFormatModifierPropertiesEXT<const C extends readonly ChainName<'VkImageDrmFormatModifierPropertiesEXT'>[] = []>(device: VkDevice, image: VkImage, request?: OutputRequest<C>): { result: ResultName; properties?: Decoded.VkImageDrmFormatModifierPropertiesEXT } & WithChain<C>;
  vkGetImageMemoryRequirements(device: VkDevice, image: VkImage): { memoryRequirements: Decoded.VkMemoryRequirements };
  vkGetImageMemoryRequirements2<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageMemoryRequirementsInfo2, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetImageMemoryRequirements2KHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageMemoryRequirementsInfo2, request?: OutputRequest<C>): { memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>;
  vkGetImageSparseMemoryRequirements(device: VkDevice, image: VkImage, request?: ArrayRequest): { sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements)[] };
  vkGetImageSparseMemoryRequirements2<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageSparseMemoryRequirementsInfo2, request?: OutputRequest<C> & ArrayRequest): { sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>;
  vkGetImageSparseMemoryRequirements2KHR<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageSparseMemoryRequirementsInfo2, request?: OutputRequest<C> & ArrayRequest): { sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>;
  vkGetImageSubresourceLayout(device: VkDevice, image: VkImage, subresource: VkImageSubresource): { layout: Decoded.VkSubresourceLayout };
  vkGetImageSubresourceLayout2<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): { layout: Decoded.VkSubresourceLayout2 } & WithChain<C>;
  vkGetImageSubresourceLayout2EXT<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): { layout: Decoded.VkSubresourceLayout2 } & WithChain<C>;
  vkGetImageSubresourceLayout2KHR<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): { layout: Decoded.VkSubresourceLayout2 } & WithChain<C>;
  vkGetMemoryFdKHR(device: VkDevice, getFdInfo: VkMemoryGetFdInfoKHR): { result: ResultName; fd?: number };
  vkGetMemoryFdPropertiesKHR<const C extends readonly ChainName<'VkMemoryFdPropertiesKHR'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, fd: number, request?: OutputRequest<C>): { result: ResultName; memoryFdProperties?: Decoded.VkMemoryFdPropertiesKHR } & WithChain<C>;
  vkGetMemoryHostPointerPropertiesEXT<const C extends readonly ChainName<'VkMemoryHostPointerPropertiesEXT'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, hostPointer: bigint | null, request?: OutputRequest<C>): { result: ResultName; memoryHostPointerProperties?: Decoded.VkMemoryHostPointerPropertiesEXT } & WithChain<C>;
  vkGetMemoryWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkMemoryGetWin32HandleInfoKHR): { result: ResultName; handle?: bigint };
  vkGetMemoryWin32HandlePropertiesKHR<const C extends readonly ChainName<'VkMemoryWin32HandlePropertiesKHR'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, handle: bigint | null, request?: OutputRequest<C>): { result: ResultName; memoryWin32HandleProperties?: Decoded.VkMemoryWin32HandlePropertiesKHR } & WithChain<C>;
  vkGetPrivateData(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot): { data: bigint };
  vkGetPrivateDataEXT(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot): { data: bigint };
  vkGetSemaphoreCounterValue(device: VkDevice, semaphore: VkSemaphore): { result: ResultName; value?: bigint };
  vkGetSemaphoreCounterValueKHR(device: VkDevice, semaphore: VkSemaphore): { result: ResultName; value?: bigint };
  vkGetSemaphoreWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkSemaphoreGetWin32HandleInfoKHR): { result: ResultName; handle?: bigint };
  vkGetSwapchainImagesKHR(device: VkDevice, swapchain: VkSwapchainKHR, request?: ArrayRequest): { result: ResultName; swapchainImages?: (VkImage | null)[] };
  vkImportFenceFdKHR(device: VkDevice, importFenceFdInfo: VkImportFenceFdInfoKHR): { result: ResultName };
  vkImportFenceWin32HandleKHR(device: VkDevice, importFenceWin32HandleInfo: VkImportFenceWin32HandleInfoKHR): { result: ResultName };
  vkImportSemaphoreFdKHR(device: VkDevice, importSemaphoreFdInfo: VkImportSemaphoreFdInfoKHR): { result: ResultName };
  vkImportSemaphoreWin32HandleKHR(device: VkDevice, importSemaphoreWin32HandleInfo: VkImportSemaphoreWin32HandleInfoKHR): { result: ResultName };
  vkInvalidateMappedMemoryRanges(device: VkDevice, memoryRanges: readonly (VkMappedMemoryRange)[]): { result: ResultName };
  vkMapMemory(device: VkDevice, memory: VkDeviceMemory, offset: number | bigint, size: number | bigint, flags: VkMemoryMapFlags): { result: ResultName; data?: bigint };
  vkMapMemory2(device: VkDevice, memoryMapInfo: VkMemoryMapInfo): { result: ResultName; data?: bigint };
  vkMapMemory2KHR(device: VkDevice, memoryMapInfo: VkMemoryMapInfo): { result: ResultName; data?: bigint };
  vkQueueBeginDebugUtilsLabelEXT(queue: VkQueue, labelInfo: VkDebugUtilsLabelEXT): void;
  vkQueueBindSparse(queue: VkQueue, bindInfo: readonly (VkBindSparseInfo)[], fence: VkFence | null): { result: ResultName };
  vkQueueEndDebugUtilsLabelEXT(queue: VkQueue): void;
  vkQueueInsertDebugUtilsLabelEXT(queue: VkQueue, labelInfo: VkDebugUtilsLabelEXT): void;
  vkQueuePresentKHR(queue: VkQueue, presentInfo: VkPresentInfoKHR): { result: ResultName };
  vkQueueSubmit(queue: VkQueue, submits: readonly (VkSubmitInfo)[], fence: VkFence | null): { result: ResultName };
  vkQueueSubmit2(queue: VkQueue, submits: readonly (VkSubmitInfo2)[], fence: VkFence | null): { result: ResultName };
  vkQueueSubmit2KHR(queue: VkQueue, submits: readonly (VkSubmitInfo2)[], fence: VkFence | null): { result: ResultName };
  vkResetCommandBuffer(commandBuffer: VkCommandBuffer, flags: VkCommandBufferResetFlags): { result: ResultName };
  vkResetCommandPool(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolResetFlags): { result: ResultName };
  vkResetEvent(device: VkDevice, event: VkEvent): { result: ResultName };
  vkResetFences(device: VkDevice, fences: readonly (VkFence | null)[]): { result: ResultName };
  vkSetDebugUtilsObjectNameEXT(device: VkDevice, nameInfo: VkDebugUtilsObjectNameInfoEXT): { result: ResultName };
  vkSetDebugUtilsObjectTagEXT(device: VkDevice, tagInfo: VkDebugUtilsObjectTagInfoEXT): { result: ResultName };
  vkSetEvent(device: VkDevice, event: VkEvent): { result: ResultName };
  vkSetPrivateData(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot, data: number | bigint): { result: ResultName };
  vkSetPrivateDataEXT(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot, data: number | bigint): { result: ResultName };
  vkSignalSemaphore(device: VkDevice, signalInfo: VkSemaphoreSignalInfo): { result: ResultName };
  vkSignalSemaphoreKHR(device: VkDevice, signalInfo: VkSemaphoreSignalInfo): { result: ResultName };
  vkTrimCommandPool(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolTrimFlags): void;
  vkTrimCommandPoolKHR(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolTrimFlags): void;
  vkUnmapMemory(device: VkDevice, memory: VkDeviceMemory): void;
  vkUnmapMemory2(device: VkDevice, memoryUnmapInfo: VkMemoryUnmapInfo): { result: ResultName };
  vkUnmapMemory2KHR(device: VkDevice, memoryUnmapInfo: VkMemoryUnmapInfo): { result: ResultName };
}

export interface DeviceCommandsAsync {
  vkAcquireNextImage2KHR(device: VkDevice, acquireInfo: VkAcquireNextImageInfoKHR): Promise<{ result: ResultName; imageIndex?: number }>;
  vkAcquireNextImageKHR(device: VkDevice, swapchain: VkSwapchainKHR, timeout: number | bigint, semaphore: VkSemaphore | null, fence: VkFence | null): Promise<{ result: ResultName; imageIndex?: number }>;
  vkAllocateCommandBuffers(device: VkDevice, allocateInfo: VkCommandBufferAllocateInfo): Promise<{ result: ResultName; commandBuffers?: (VkCommandBuffer)[] }>;
  vkAllocateMemory(device: VkDevice, allocateInfo: VkMemoryAllocateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; memory?: VkDeviceMemory }>;
  vkBeginCommandBuffer(commandBuffer: VkCommandBuffer, beginInfo: VkCommandBufferBeginInfo): Promise<{ result: ResultName }>;
  vkBindBufferMemory(device: VkDevice, buffer: VkBuffer, memory: VkDeviceMemory, memoryOffset: number | bigint): Promise<{ result: ResultName }>;
  vkBindBufferMemory2(device: VkDevice, bindInfos: readonly (VkBindBufferMemoryInfo)[]): Promise<{ result: ResultName }>;
  vkBindBufferMemory2KHR(device: VkDevice, bindInfos: readonly (VkBindBufferMemoryInfo)[]): Promise<{ result: ResultName }>;
  vkBindImageMemory(device: VkDevice, image: VkImage, memory: VkDeviceMemory, memoryOffset: number | bigint): Promise<{ result: ResultName }>;
  vkBindImageMemory2(device: VkDevice, bindInfos: readonly (VkBindImageMemoryInfo)[]): Promise<{ result: ResultName }>;
  vkBindImageMemory2KHR(device: VkDevice, bindInfos: readonly (VkBindImageMemoryInfo)[]): Promise<{ result: ResultName }>;
  vkCmdBeginDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer, labelInfo: VkDebugUtilsLabelEXT): Promise<void>;
  vkCmdClearColorImage(commandBuffer: VkCommandBuffer, image: VkImage, imageLayout: VkImageLayout | number, color: VkClearColorValue | null, ranges: readonly (VkImageSubresourceRange)[]): Promise<void>;
  vkCmdClearDepthStencilImage(commandBuffer: VkCommandBuffer, image: VkImage, imageLayout: VkImageLayout | number, depthStencil: VkClearDepthStencilValue, ranges: readonly (VkImageSubresourceRange)[]): Promise<void>;
  vkCmdCopyBuffer(commandBuffer: VkCommandBuffer, srcBuffer: VkBuffer, dstBuffer: VkBuffer, regions: readonly (VkBufferCopy)[]): Promise<void>;
  vkCmdCopyBuffer2(commandBuffer: VkCommandBuffer, copyBufferInfo: VkCopyBufferInfo2): Promise<void>;
  vkCmdCopyBuffer2KHR(commandBuffer: VkCommandBuffer, copyBufferInfo: VkCopyBufferInfo2): Promise<void>;
  vkCmdCopyBufferToImage(commandBuffer: VkCommandBuffer, srcBuffer: VkBuffer, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkBufferImageCopy)[]): Promise<void>;
  vkCmdCopyBufferToImage2(commandBuffer: VkCommandBuffer, copyBufferToImageInfo: VkCopyBufferToImageInfo2): Promise<void>;
  vkCmdCopyBufferToImage2KHR(commandBuffer: VkCommandBuffer, copyBufferToImageInfo: VkCopyBufferToImageInfo2): Promise<void>;
  vkCmdCopyImage(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkImageCopy)[]): Promise<void>;
  vkCmdCopyImage2(commandBuffer: VkCommandBuffer, copyImageInfo: VkCopyImageInfo2): Promise<void>;
  vkCmdCopyImage2KHR(commandBuffer: VkCommandBuffer, copyImageInfo: VkCopyImageInfo2): Promise<void>;
  vkCmdCopyImageToBuffer(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstBuffer: VkBuffer, regions: readonly (VkBufferImageCopy)[]): Promise<void>;
  vkCmdCopyImageToBuffer2(commandBuffer: VkCommandBuffer, copyImageToBufferInfo: VkCopyImageToBufferInfo2): Promise<void>;
  vkCmdCopyImageToBuffer2KHR(commandBuffer: VkCommandBuffer, copyImageToBufferInfo: VkCopyImageToBufferInfo2): Promise<void>;
  vkCmdEndDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer): Promise<void>;
  vkCmdFillBuffer(commandBuffer: VkCommandBuffer, dstBuffer: VkBuffer, dstOffset: number | bigint, size: number | bigint, data: number): Promise<void>;
  vkCmdInsertDebugUtilsLabelEXT(commandBuffer: VkCommandBuffer, labelInfo: VkDebugUtilsLabelEXT): Promise<void>;
  vkCmdPipelineBarrier(commandBuffer: VkCommandBuffer, srcStageMask: VkPipelineStageFlags, dstStageMask: VkPipelineStageFlags, dependencyFlags: VkDependencyFlags, memoryBarriers: readonly (VkMemoryBarrier)[], bufferMemoryBarriers: readonly (VkBufferMemoryBarrier)[], imageMemoryBarriers: readonly (VkImageMemoryBarrier)[]): Promise<void>;
  vkCmdPipelineBarrier2(commandBuffer: VkCommandBuffer, dependencyInfo: VkDependencyInfo): Promise<void>;
  vkCmdPipelineBarrier2KHR(commandBuffer: VkCommandBuffer, dependencyInfo: VkDependencyInfo): Promise<void>;
  vkCmdResetEvent(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags): Promise<void>;
  vkCmdResetEvent2(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags2): Promise<void>;
  vkCmdResetEvent2KHR(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags2): Promise<void>;
  vkCmdResolveImage(commandBuffer: VkCommandBuffer, srcImage: VkImage, srcImageLayout: VkImageLayout | number, dstImage: VkImage, dstImageLayout: VkImageLayout | number, regions: readonly (VkImageResolve)[]): Promise<void>;
  vkCmdSetEvent(commandBuffer: VkCommandBuffer, event: VkEvent, stageMask: VkPipelineStageFlags): Promise<void>;
  vkCmdSetEvent2(commandBuffer: VkCommandBuffer, event: VkEvent, dependencyInfo: VkDependencyInfo): Promise<void>;
  vkCmdSetEvent2KHR(commandBuffer: VkCommandBuffer, event: VkEvent, dependencyInfo: VkDependencyInfo): Promise<void>;
  vkCmdUpdateBuffer(commandBuffer: VkCommandBuffer, dstBuffer: VkBuffer, dstOffset: number | bigint, data: Uint8Array): Promise<void>;
  vkCmdWaitEvents(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], srcStageMask: VkPipelineStageFlags, dstStageMask: VkPipelineStageFlags, memoryBarriers: readonly (VkMemoryBarrier)[], bufferMemoryBarriers: readonly (VkBufferMemoryBarrier)[], imageMemoryBarriers: readonly (VkImageMemoryBarrier)[]): Promise<void>;
  vkCmdWaitEvents2(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], dependencyInfos: readonly (VkDependencyInfo)[]): Promise<void>;
  vkCmdWaitEvents2KHR(commandBuffer: VkCommandBuffer, events: readonly (VkEvent | null)[], dependencyInfos: readonly (VkDependencyInfo)[]): Promise<void>;
  vkCreateBuffer(device: VkDevice, createInfo: VkBufferCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; buffer?: VkBuffer }>;
  vkCreateCommandPool(device: VkDevice, createInfo: VkCommandPoolCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; commandPool?: VkCommandPool }>;
  vkCreateEvent(device: VkDevice, createInfo: VkEventCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; event?: VkEvent }>;
  vkCreateFence(device: VkDevice, createInfo: VkFenceCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; fence?: VkFence }>;
  vkCreateImage(device: VkDevice, createInfo: VkImageCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; image?: VkImage }>;
  vkCreatePrivateDataSlot(device: VkDevice, createInfo: VkPrivateDataSlotCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; privateDataSlot?: VkPrivateDataSlot }>;
  vkCreatePrivateDataSlotEXT(device: VkDevice, createInfo: VkPrivateDataSlotCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; privateDataSlot?: VkPrivateDataSlot }>;
  vkCreateSemaphore(device: VkDevice, createInfo: VkSemaphoreCreateInfo, allocator: AllocationCallbacks): Promise<{ result: ResultName; semaphore?: VkSemaphore }>;
  vkCreateSwapchainKHR(device: VkDevice, createInfo: VkSwapchainCreateInfoKHR, allocator: AllocationCallbacks): Promise<{ result: ResultName; swapchain?: VkSwapchainKHR }>;
  vkDestroyBuffer(device: VkDevice, buffer: VkBuffer | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyCommandPool(device: VkDevice, commandPool: VkCommandPool | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyDevice(device: VkDevice | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyEvent(device: VkDevice, event: VkEvent | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyFence(device: VkDevice, fence: VkFence | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyImage(device: VkDevice, image: VkImage | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyPrivateDataSlot(device: VkDevice, privateDataSlot: VkPrivateDataSlot | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroyPrivateDataSlotEXT(device: VkDevice, privateDataSlot: VkPrivateDataSlot | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroySemaphore(device: VkDevice, semaphore: VkSemaphore | null, allocator: AllocationCallbacks): Promise<void>;
  vkDestroySwapchainKHR(device: VkDevice, swapchain: VkSwapchainKHR | null, allocator: AllocationCallbacks): Promise<void>;
  vkDeviceWaitIdle(device: VkDevice): Promise<{ result: ResultName }>;
  vkEndCommandBuffer(commandBuffer: VkCommandBuffer): Promise<{ result: ResultName }>;
  vkFlushMappedMemoryRanges(device: VkDevice, memoryRanges: readonly (VkMappedMemoryRange)[]): Promise<{ result: ResultName }>;
  vkFreeCommandBuffers(device: VkDevice, commandPool: VkCommandPool, commandBuffers: readonly (VkCommandBuffer | null)[] | null): Promise<void>;
  vkFreeMemory(device: VkDevice, memory: VkDeviceMemory | null, allocator: AllocationCallbacks): Promise<void>;
  vkGetBufferDeviceAddress(device: VkDevice, info: VkBufferDeviceAddressInfo): Promise<bigint>;
  vkGetBufferDeviceAddressEXT(device: VkDevice, info: VkBufferDeviceAddressInfo): Promise<bigint>;
  vkGetBufferDeviceAddressKHR(device: VkDevice, info: VkBufferDeviceAddressInfo): Promise<bigint>;
  vkGetBufferMemoryRequirements(device: VkDevice, buffer: VkBuffer): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements }>;
  vkGetBufferMemoryRequirements2<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkBufferMemoryRequirementsInfo2, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetBufferMemoryRequirements2KHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkBufferMemoryRequirementsInfo2, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetBufferOpaqueCaptureAddress(device: VkDevice, info: VkBufferDeviceAddressInfo): Promise<bigint>;
  vkGetBufferOpaqueCaptureAddressKHR(device: VkDevice, info: VkBufferDeviceAddressInfo): Promise<bigint>;
  vkGetDeviceBufferMemoryRequirements<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceBufferMemoryRequirements, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetDeviceBufferMemoryRequirementsKHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceBufferMemoryRequirements, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetDeviceGroupPresentCapabilitiesKHR<const C extends readonly ChainName<'VkDeviceGroupPresentCapabilitiesKHR'>[] = []>(device: VkDevice, request?: OutputRequest<C>): Promise<{ result: ResultName; deviceGroupPresentCapabilities?: Decoded.VkDeviceGroupPresentCapabilitiesKHR } & WithChain<C>>;
  vkGetDeviceGroupSurfacePresentModesKHR(device: VkDevice, surface: VkSurfaceKHR): Promise<{ result: ResultName; modes?: number }>;
  vkGetDeviceImageMemoryRequirements<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetDeviceImageMemoryRequirementsKHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetDeviceImageSparseMemoryRequirements<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C> & ArrayRequest): Promise<{ sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>>;
  vkGetDeviceImageSparseMemoryRequirementsKHR<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkDeviceImageMemoryRequirements, request?: OutputRequest<C> & ArrayRequest): Promise<{ sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>>;
  vkGetDeviceImageSubresourceLayout<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, info: VkDeviceImageSubresourceInfo, request?: OutputRequest<C>): Promise<{ layout: Decoded.VkSubresourceLayout2 } & WithChain<C>>;
  vkGetDeviceImageSubresourceLayoutKHR<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, info: VkDeviceImageSubresourceInfo, request?: OutputRequest<C>): Promise<{ layout: Decoded.VkSubresourceLayout2 } & WithChain<C>>;
  vkGetDeviceMemoryCommitment(device: VkDevice, memory: VkDeviceMemory): Promise<{ committedMemoryInBytes: bigint }>;
  vkGetDeviceMemoryOpaqueCaptureAddress(device: VkDevice, info: VkDeviceMemoryOpaqueCaptureAddressInfo): Promise<bigint>;
  vkGetDeviceMemoryOpaqueCaptureAddressKHR(device: VkDevice, info: VkDeviceMemoryOpaqueCaptureAddressInfo): Promise<bigint>;
  vkGetDeviceQueue(device: VkDevice, queueFamilyIndex: number, queueIndex: number): Promise<{ queue: VkQueue | null }>;
  vkGetDeviceQueue2(device: VkDevice, queueInfo: VkDeviceQueueInfo2): Promise<{ queue: VkQueue | null }>;
  vkGetEventStatus(device: VkDevice, event: VkEvent): Promise<{ result: ResultName }>;
  vkGetFenceFdKHR(device: VkDevice, getFdInfo: VkFenceGetFdInfoKHR): Promise<{ result: ResultName; fd?: number }>;
  vkGetFenceStatus(device: VkDevice, fence: VkFence): Promise<{ result: ResultName }>;
  vkGetFenceWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkFenceGetWin32HandleInfoKHR): Promise<{ result: ResultName; handle?: bigint }>;
  vkGetImageDrmFormatModifierPropertiesEXT<const C extends readonly ChainName<'VkImageDrmFormatModifierPropertiesEXT'>[] = []>(device: VkDevice, image: VkImage, request?: OutputRequest<C>): Promise<{ result: ResultName; properties?: Decoded.VkImageDrmFormatModifierPropertiesEXT } & WithChain<C>>;
  vkGetImageMemoryRequirements(device: VkDevice, image: VkImage): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements }>;
  vkGetImageMemoryRequirements2<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageMemoryRequirementsInfo2, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetImageMemoryRequirements2KHR<const C extends readonly ChainName<'VkMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageMemoryRequirementsInfo2, request?: OutputRequest<C>): Promise<{ memoryRequirements: Decoded.VkMemoryRequirements2 } & WithChain<C>>;
  vkGetImageSparseMemoryRequirements(device: VkDevice, image: VkImage, request?: ArrayRequest): Promise<{ sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements)[] }>;
  vkGetImageSparseMemoryRequirements2<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageSparseMemoryRequirementsInfo2, request?: OutputRequest<C> & ArrayRequest): Promise<{ sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>>;
  vkGetImageSparseMemoryRequirements2KHR<const C extends readonly ChainName<'VkSparseImageMemoryRequirements2'>[] = []>(device: VkDevice, info: VkImageSparseMemoryRequirementsInfo2, request?: OutputRequest<C> & ArrayRequest): Promise<{ sparseMemoryRequirements: (Decoded.VkSparseImageMemoryRequirements2)[] } & WithChains<C>>;
  vkGetImageSubresourceLayout(device: VkDevice, image: VkImage, subresource: VkImageSubresource): Promise<{ layout: Decoded.VkSubresourceLayout }>;
  vkGetImageSubresourceLayout2<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): Promise<{ layout: Decoded.VkSubresourceLayout2 } & WithChain<C>>;
  vkGetImageSubresourceLayout2EXT<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): Promise<{ layout: Decoded.VkSubresourceLayout2 } & WithChain<C>>;
  vkGetImageSubresourceLayout2KHR<const C extends readonly ChainName<'VkSubresourceLayout2'>[] = []>(device: VkDevice, image: VkImage, subresource: VkImageSubresource2, request?: OutputRequest<C>): Promise<{ layout: Decoded.VkSubresourceLayout2 } & WithChain<C>>;
  vkGetMemoryFdKHR(device: VkDevice, getFdInfo: VkMemoryGetFdInfoKHR): Promise<{ result: ResultName; fd?: number }>;
  vkGetMemoryFdPropertiesKHR<const C extends readonly ChainName<'VkMemoryFdPropertiesKHR'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, fd: number, request?: OutputRequest<C>): Promise<{ result: ResultName; memoryFdProperties?: Decoded.VkMemoryFdPropertiesKHR } & WithChain<C>>;
  vkGetMemoryHostPointerPropertiesEXT<const C extends readonly ChainName<'VkMemoryHostPointerPropertiesEXT'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, hostPointer: bigint | null, request?: OutputRequest<C>): Promise<{ result: ResultName; memoryHostPointerProperties?: Decoded.VkMemoryHostPointerPropertiesEXT } & WithChain<C>>;
  vkGetMemoryWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkMemoryGetWin32HandleInfoKHR): Promise<{ result: ResultName; handle?: bigint }>;
  vkGetMemoryWin32HandlePropertiesKHR<const C extends readonly ChainName<'VkMemoryWin32HandlePropertiesKHR'>[] = []>(device: VkDevice, handleType: VkExternalMemoryHandleTypeFlagBits | number, handle: bigint | null, request?: OutputRequest<C>): Promise<{ result: ResultName; memoryWin32HandleProperties?: Decoded.VkMemoryWin32HandlePropertiesKHR } & WithChain<C>>;
  vkGetPrivateData(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot): Promise<{ data: bigint }>;
  vkGetPrivateDataEXT(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot): Promise<{ data: bigint }>;
  vkGetSemaphoreCounterValue(device: VkDevice, semaphore: VkSemaphore): Promise<{ result: ResultName; value?: bigint }>;
  vkGetSemaphoreCounterValueKHR(device: VkDevice, semaphore: VkSemaphore): Promise<{ result: ResultName; value?: bigint }>;
  vkGetSemaphoreFdKHR(device: VkDevice, getFdInfo: VkSemaphoreGetFdInfoKHR): Promise<{ result: ResultName; fd?: number }>;
  vkGetSemaphoreWin32HandleKHR(device: VkDevice, getWin32HandleInfo: VkSemaphoreGetWin32HandleInfoKHR): Promise<{ result: ResultName; handle?: bigint }>;
  vkGetSwapchainImagesKHR(device: VkDevice, swapchain: VkSwapchainKHR, request?: ArrayRequest): Promise<{ result: ResultName; swapchainImages?: (VkImage | null)[] }>;
  vkImportFenceFdKHR(device: VkDevice, importFenceFdInfo: VkImportFenceFdInfoKHR): Promise<{ result: ResultName }>;
  vkImportFenceWin32HandleKHR(device: VkDevice, importFenceWin32HandleInfo: VkImportFenceWin32HandleInfoKHR): Promise<{ result: ResultName }>;
  vkImportSemaphoreFdKHR(device: VkDevice, importSemaphoreFdInfo: VkImportSemaphoreFdInfoKHR): Promise<{ result: ResultName }>;
  vkImportSemaphoreWin32HandleKHR(device: VkDevice, importSemaphoreWin32HandleInfo: VkImportSemaphoreWin32HandleInfoKHR): Promise<{ result: ResultName }>;
  vkInvalidateMappedMemoryRanges(device: VkDevice, memoryRanges: readonly (VkMappedMemoryRange)[]): Promise<{ result: ResultName }>;
  vkMapMemory(device: VkDevice, memory: VkDeviceMemory, offset: number | bigint, size: number | bigint, flags: VkMemoryMapFlags): Promise<{ result: ResultName; data?: bigint }>;
  vkMapMemory2(device: VkDevice, memoryMapInfo: VkMemoryMapInfo): Promise<{ result: ResultName; data?: bigint }>;
  vkMapMemory2KHR(device: VkDevice, memoryMapInfo: VkMemoryMapInfo): Promise<{ result: ResultName; data?: bigint }>;
  vkQueueBeginDebugUtilsLabelEXT(queue: VkQueue, labelInfo: VkDebugUtilsLabelEXT): Promise<void>;
  vkQueueBindSparse(queue: VkQueue, bindInfo: readonly (VkBindSparseInfo)[], fence: VkFence | null): Promise<{ result: ResultName }>;
  vkQueueEndDebugUtilsLabelEXT(queue: VkQueue): Promise<void>;
  vkQueueInsertDebugUtilsLabelEXT(queue: VkQueue, labelInfo: VkDebugUtilsLabelEXT): Promise<void>;
  vkQueuePresentKHR(queue: VkQueue, presentInfo: VkPresentInfoKHR): Promise<{ result: ResultName }>;
  vkQueueSubmit(queue: VkQueue, submits: readonly (VkSubmitInfo)[], fence: VkFence | null): Promise<{ result: ResultName }>;
  vkQueueSubmit2(queue: VkQueue, submits: readonly (VkSubmitInfo2)[], fence: VkFence | null): Promise<{ result: ResultName }>;
  vkQueueSubmit2KHR(queue: VkQueue, submits: readonly (VkSubmitInfo2)[], fence: VkFence | null): Promise<{ result: ResultName }>;
  vkQueueWaitIdle(queue: VkQueue): Promise<{ result: ResultName }>;
  vkResetCommandBuffer(commandBuffer: VkCommandBuffer, flags: VkCommandBufferResetFlags): Promise<{ result: ResultName }>;
  vkResetCommandPool(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolResetFlags): Promise<{ result: ResultName }>;
  vkResetEvent(device: VkDevice, event: VkEvent): Promise<{ result: ResultName }>;
  vkResetFences(device: VkDevice, fences: readonly (VkFence | null)[]): Promise<{ result: ResultName }>;
  vkSetDebugUtilsObjectNameEXT(device: VkDevice, nameInfo: VkDebugUtilsObjectNameInfoEXT): Promise<{ result: ResultName }>;
  vkSetDebugUtilsObjectTagEXT(device: VkDevice, tagInfo: VkDebugUtilsObjectTagInfoEXT): Promise<{ result: ResultName }>;
  vkSetEvent(device: VkDevice, event: VkEvent): Promise<{ result: ResultName }>;
  vkSetPrivateData(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot, data: number | bigint): Promise<{ result: ResultName }>;
  vkSetPrivateDataEXT(device: VkDevice, objectType: VkObjectType | number, objectHandle: number | bigint, privateDataSlot: VkPrivateDataSlot, data: number | bigint): Promise<{ result: ResultName }>;
  vkSignalSemaphore(device: VkDevice, signalInfo: VkSemaphoreSignalInfo): Promise<{ result: ResultName }>;
  vkSignalSemaphoreKHR(device: VkDevice, signalInfo: VkSemaphoreSignalInfo): Promise<{ result: ResultName }>;
  vkTrimCommandPool(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolTrimFlags): Promise<void>;
  vkTrimCommandPoolKHR(device: VkDevice, commandPool: VkCommandPool, flags: VkCommandPoolTrimFlags): Promise<void>;
  vkUnmapMemory(device: VkDevice, memory: VkDeviceMemory): Promise<void>;
  vkUnmapMemory2(device: VkDevice, memoryUnmapInfo: VkMemoryUnmapInfo): Promise<{ result: ResultName }>;
  vkUnmapMemory2KHR(device: VkDevice, memoryUnmapInfo: VkMemoryUnmapInfo): Promise<{ result: ResultName }>;
  vkWaitForFences(device: VkDevice, fences: readonly (VkFence | null)[], waitAll: boolean, timeout: number | bigint): Promise<{ result: ResultName }>;
  vkWaitSemaphores(device: VkDevice, waitInfo: VkSemaphoreWaitInfo, timeout: number | bigint): Promise<{ result: ResultName }>;
  vkWaitSemaphoresKHR(device: VkDevice, waitInfo: VkSemaphoreWaitInfo, timeout: number | bigint): Promise<{ result: ResultName }>;
}

export type CommandName =
  | 'vkAcquireNextImage2KHR'
  | 'vkAcquireNextImageKHR'
  | 'vkAllocateCommandBuffers'
  | 'vkAllocateMemory'
  | 'vkBeginCommandBuffer'
  | 'vkBindBufferMemory'
  | 'vkBindBufferMemory2'
  | 'vkBindBufferMemory2KHR'
  | 'vkBindImageMemory'
  | 'vkBindImageMemory2'
  | 'vkBindImageMemory2KHR'
  | 'vkCmdBeginDebugUtilsLabelEXT'
  | 'vkCmdClearColorImage'
  | 'vkCmdClearDepthStencilImage'
  | 'vkCmdCopyBuffer'
  | 'vkCmdCopyBuffer2'
  | 'vkCmdCopyBuffer2KHR'
  | 'vkCmdCopyBufferToImage'
  | 'vkCmdCopyBufferToImage2'
  | 'vkCmdCopyBufferToImage2KHR'
  | 'vkCmdCopyImage'
  | 'vkCmdCopyImage2'
  | 'vkCmdCopyImage2KHR'
  | 'vkCmdCopyImageToBuffer'
  | 'vkCmdCopyImageToBuffer2'
  | 'vkCmdCopyImageToBuffer2KHR'
  | 'vkCmdEndDebugUtilsLabelEXT'
  | 'vkCmdFillBuffer'
  | 'vkCmdInsertDebugUtilsLabelEXT'
  | 'vkCmdPipelineBarrier'
  | 'vkCmdPipelineBarrier2'
  | 'vkCmdPipelineBarrier2KHR'
  | 'vkCmdResetEvent'
  | 'vkCmdResetEvent2'
  | 'vkCmdResetEvent2KHR'
  | 'vkCmdResolveImage'
  | 'vkCmdSetEvent'
  | 'vkCmdSetEvent2'
  | 'vkCmdSetEvent2KHR'
  | 'vkCmdUpdateBuffer'
  | 'vkCmdWaitEvents'
  | 'vkCmdWaitEvents2'
  | 'vkCmdWaitEvents2KHR'
  | 'vkCreateBuffer'
  | 'vkCreateCommandPool'
  | 'vkCreateDebugUtilsMessengerEXT'
  | 'vkCreateDevice'
  | 'vkCreateEvent'
  | 'vkCreateFence'
  | 'vkCreateHeadlessSurfaceEXT'
  | 'vkCreateImage'
  | 'vkCreateInstance'
  | 'vkCreatePrivateDataSlot'
  | 'vkCreatePrivateDataSlotEXT'
  | 'vkCreateSemaphore'
  | 'vkCreateSwapchainKHR'
  | 'vkDestroyBuffer'
  | 'vkDestroyCommandPool'
  | 'vkDestroyDebugUtilsMessengerEXT'
  | 'vkDestroyDevice'
  | 'vkDestroyEvent'
  | 'vkDestroyFence'
  | 'vkDestroyImage'
  | 'vkDestroyInstance'
  | 'vkDestroyPrivateDataSlot'
  | 'vkDestroyPrivateDataSlotEXT'
  | 'vkDestroySemaphore'
  | 'vkDestroySurfaceKHR'
  | 'vkDestroySwapchainKHR'
  | 'vkDeviceWaitIdle'
  | 'vkEndCommandBuffer'
  | 'vkEnumerateDeviceExtensionProperties'
  | 'vkEnumerateDeviceLayerProperties'
  | 'vkEnumerateInstanceExtensionProperties'
  | 'vkEnumerateInstanceLayerProperties'
  | 'vkEnumerateInstanceVersion'
  | 'vkEnumeratePhysicalDeviceGroups'
  | 'vkEnumeratePhysicalDeviceGroupsKHR'
  | 'vkEnumeratePhysicalDevices'
  | 'vkFlushMappedMemoryRanges'
  | 'vkFreeCommandBuffers'
  | 'vkFreeMemory'
  | 'vkGetBufferDeviceAddress'
  | 'vkGetBufferDeviceAddressEXT'
  | 'vkGetBufferDeviceAddressKHR'
  | 'vkGetBufferMemoryRequirements'
  | 'vkGetBufferMemoryRequirements2'
  | 'vkGetBufferMemoryRequirements2KHR'
  | 'vkGetBufferOpaqueCaptureAddress'
  | 'vkGetBufferOpaqueCaptureAddressKHR'
  | 'vkGetDeviceBufferMemoryRequirements'
  | 'vkGetDeviceBufferMemoryRequirementsKHR'
  | 'vkGetDeviceGroupPresentCapabilitiesKHR'
  | 'vkGetDeviceGroupSurfacePresentModesKHR'
  | 'vkGetDeviceImageMemoryRequirements'
  | 'vkGetDeviceImageMemoryRequirementsKHR'
  | 'vkGetDeviceImageSparseMemoryRequirements'
  | 'vkGetDeviceImageSparseMemoryRequirementsKHR'
  | 'vkGetDeviceImageSubresourceLayout'
  | 'vkGetDeviceImageSubresourceLayoutKHR'
  | 'vkGetDeviceMemoryCommitment'
  | 'vkGetDeviceMemoryOpaqueCaptureAddress'
  | 'vkGetDeviceMemoryOpaqueCaptureAddressKHR'
  | 'vkGetDeviceQueue'
  | 'vkGetDeviceQueue2'
  | 'vkGetEventStatus'
  | 'vkGetFenceFdKHR'
  | 'vkGetFenceStatus'
  | 'vkGetFenceWin32HandleKHR'
  | 'vkGetImageDrmFormatModifierPropertiesEXT'
  | 'vkGetImageMemoryRequirements'
  | 'vkGetImageMemoryRequirements2'
  | 'vkGetImageMemoryRequirements2KHR'
  | 'vkGetImageSparseMemoryRequirements'
  | 'vkGetImageSparseMemoryRequirements2'
  | 'vkGetImageSparseMemoryRequirements2KHR'
  | 'vkGetImageSubresourceLayout'
  | 'vkGetImageSubresourceLayout2'
  | 'vkGetImageSubresourceLayout2EXT'
  | 'vkGetImageSubresourceLayout2KHR'
  | 'vkGetMemoryFdKHR'
  | 'vkGetMemoryFdPropertiesKHR'
  | 'vkGetMemoryHostPointerPropertiesEXT'
  | 'vkGetMemoryWin32HandleKHR'
  | 'vkGetMemoryWin32HandlePropertiesKHR'
  | 'vkGetPhysicalDeviceExternalBufferProperties'
  | 'vkGetPhysicalDeviceExternalBufferPropertiesKHR'
  | 'vkGetPhysicalDeviceExternalFenceProperties'
  | 'vkGetPhysicalDeviceExternalFencePropertiesKHR'
  | 'vkGetPhysicalDeviceExternalSemaphoreProperties'
  | 'vkGetPhysicalDeviceExternalSemaphorePropertiesKHR'
  | 'vkGetPhysicalDeviceFeatures'
  | 'vkGetPhysicalDeviceFeatures2'
  | 'vkGetPhysicalDeviceFeatures2KHR'
  | 'vkGetPhysicalDeviceFormatProperties'
  | 'vkGetPhysicalDeviceFormatProperties2'
  | 'vkGetPhysicalDeviceFormatProperties2KHR'
  | 'vkGetPhysicalDeviceImageFormatProperties'
  | 'vkGetPhysicalDeviceImageFormatProperties2'
  | 'vkGetPhysicalDeviceImageFormatProperties2KHR'
  | 'vkGetPhysicalDeviceMemoryProperties'
  | 'vkGetPhysicalDeviceMemoryProperties2'
  | 'vkGetPhysicalDeviceMemoryProperties2KHR'
  | 'vkGetPhysicalDevicePresentRectanglesKHR'
  | 'vkGetPhysicalDeviceProperties'
  | 'vkGetPhysicalDeviceProperties2'
  | 'vkGetPhysicalDeviceProperties2KHR'
  | 'vkGetPhysicalDeviceQueueFamilyProperties'
  | 'vkGetPhysicalDeviceQueueFamilyProperties2'
  | 'vkGetPhysicalDeviceQueueFamilyProperties2KHR'
  | 'vkGetPhysicalDeviceSparseImageFormatProperties'
  | 'vkGetPhysicalDeviceSparseImageFormatProperties2'
  | 'vkGetPhysicalDeviceSparseImageFormatProperties2KHR'
  | 'vkGetPhysicalDeviceSurfaceCapabilitiesKHR'
  | 'vkGetPhysicalDeviceSurfaceFormatsKHR'
  | 'vkGetPhysicalDeviceSurfacePresentModesKHR'
  | 'vkGetPhysicalDeviceSurfaceSupportKHR'
  | 'vkGetPhysicalDeviceToolProperties'
  | 'vkGetPhysicalDeviceToolPropertiesEXT'
  | 'vkGetPrivateData'
  | 'vkGetPrivateDataEXT'
  | 'vkGetSemaphoreCounterValue'
  | 'vkGetSemaphoreCounterValueKHR'
  | 'vkGetSemaphoreFdKHR'
  | 'vkGetSemaphoreWin32HandleKHR'
  | 'vkGetSwapchainImagesKHR'
  | 'vkImportFenceFdKHR'
  | 'vkImportFenceWin32HandleKHR'
  | 'vkImportSemaphoreFdKHR'
  | 'vkImportSemaphoreWin32HandleKHR'
  | 'vkInvalidateMappedMemoryRanges'
  | 'vkMapMemory'
  | 'vkMapMemory2'
  | 'vkMapMemory2KHR'
  | 'vkQueueBeginDebugUtilsLabelEXT'
  | 'vkQueueBindSparse'
  | 'vkQueueEndDebugUtilsLabelEXT'
  | 'vkQueueInsertDebugUtilsLabelEXT'
  | 'vkQueuePresentKHR'
  | 'vkQueueSubmit'
  | 'vkQueueSubmit2'
  | 'vkQueueSubmit2KHR'
  | 'vkQueueWaitIdle'
  | 'vkResetCommandBuffer'
  | 'vkResetCommandPool'
  | 'vkResetEvent'
  | 'vkResetFences'
  | 'vkSetDebugUtilsObjectNameEXT'
  | 'vkSetDebugUtilsObjectTagEXT'
  | 'vkSetEvent'
  | 'vkSetPrivateData'
  | 'vkSetPrivateDataEXT'
  | 'vkSignalSemaphore'
  | 'vkSignalSemaphoreKHR'
  | 'vkSubmitDebugUtilsMessageEXT'
  | 'vkTrimCommandPool'
  | 'vkTrimCommandPoolKHR'
  | 'vkUnmapMemory'
  | 'vkUnmapMemory2'
  | 'vkUnmapMemory2KHR'
  | 'vkWaitForFences'
  | 'vkWaitSemaphores'
  | 'vkWaitSemaphoresKHR';
