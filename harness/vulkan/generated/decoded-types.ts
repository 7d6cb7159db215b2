// Generated from the Vulkan registry 1.4.309 by harness/vulkan/generator; do not edit.
// `npm run generate -- PATH_OF_vk.xml` writes it anew.

import type { Unlisted } from '../enumerations';
import type { VkColorSpaceKHR, VkCommandBufferLevel, VkCompositeAlphaFlagBitsKHR, VkDeviceMemoryReportEventTypeEXT, VkDriverId, VkExternalFenceHandleTypeFlagBits, VkExternalMemoryHandleTypeFlagBits, VkExternalSemaphoreHandleTypeFlagBits, VkFormat, VkImageAspectFlagBits, VkImageLayout, VkImageTiling, VkImageType, VkObjectType, VkPhysicalDeviceLayeredApiKHR, VkPhysicalDeviceType, VkPipelineRobustnessBufferBehavior, VkPipelineRobustnessImageBehavior, VkPointClippingBehavior, VkPresentModeKHR, VkQueueGlobalPriority, VkResult, VkSampleCountFlagBits, VkSemaphoreType, VkShaderFloatControlsIndependence, VkSharingMode, VkSurfaceTransformFlagBitsKHR, VkValidationFeatureDisableEXT, VkValidationFeatureEnableEXT } from './enumerations';
import type { VkBuffer, VkCommandBuffer, VkCommandPool, VkDeviceMemory, VkFence, VkFramebuffer, VkImage, VkPhysicalDevice, VkRenderPass, VkSemaphore, VkSurfaceKHR, VkSwapchainKHR } from './handles';

export interface VkAcquireNextImageInfoKHR {
  readonly swapchain: VkSwapchainKHR | null;
  readonly timeout: bigint;
  readonly semaphore: VkSemaphore | null;
  readonly fence: VkFence | null;
  readonly deviceMask: number;
}
export interface VkAllocationCallbacks {
  readonly pUserData: bigint;
  readonly pfnAllocation: bigint;
  readonly pfnReallocation: bigint;
  readonly pfnFree: bigint;
  readonly pfnInternalAllocation: bigint;
  readonly pfnInternalFree: bigint;
}
export interface VkApplicationInfo {
  readonly pApplicationName: string | null;
  readonly applicationVersion: number;
  readonly pEngineName: string | null;
  readonly engineVersion: number;
  readonly apiVersion: number;
}
export interface VkBindBufferMemoryDeviceGroupInfo {
  readonly deviceIndexCount: number;
  readonly pDeviceIndices: (number)[] | null;
}
export interface VkBindBufferMemoryInfo {
  readonly buffer: VkBuffer | null;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: bigint;
}
export interface VkBindImageMemoryDeviceGroupInfo {
  readonly deviceIndexCount: number;
  readonly pDeviceIndices: (number)[] | null;
  readonly splitInstanceBindRegionCount: number;
  readonly pSplitInstanceBindRegions: (VkRect2D)[] | null;
}
export interface VkBindImageMemoryInfo {
  readonly image: VkImage | null;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: bigint;
}
export interface VkBindImagePlaneMemoryInfo {
  readonly planeAspect: VkImageAspectFlagBits | Unlisted<'VkImageAspectFlagBits'>;
}
export interface VkBindMemoryStatus {
  readonly pResult: VkResult | Unlisted<'VkResult'> | null;
}
export interface VkBindSparseInfo {
  readonly waitSemaphoreCount: number;
  readonly pWaitSemaphores: (VkSemaphore | null)[] | null;
  readonly bufferBindCount: number;
  readonly pBufferBinds: (VkSparseBufferMemoryBindInfo)[] | null;
  readonly imageOpaqueBindCount: number;
  readonly pImageOpaqueBinds: (VkSparseImageOpaqueMemoryBindInfo)[] | null;
  readonly imageBindCount: number;
  readonly pImageBinds: (VkSparseImageMemoryBindInfo)[] | null;
  readonly signalSemaphoreCount: number;
  readonly pSignalSemaphores: (VkSemaphore | null)[] | null;
}
export interface VkBufferCopy {
  readonly srcOffset: bigint;
  readonly dstOffset: bigint;
  readonly size: bigint;
}
export interface VkBufferCopy2 {
  readonly srcOffset: bigint;
  readonly dstOffset: bigint;
  readonly size: bigint;
}
export interface VkBufferCreateInfo {
  readonly flags: number;
  readonly size: bigint;
  readonly usage: number;
  readonly sharingMode: VkSharingMode | Unlisted<'VkSharingMode'>;
  readonly queueFamilyIndexCount: number;
  readonly pQueueFamilyIndices: (number)[] | null;
}
export interface VkBufferDeviceAddressInfo {
  readonly buffer: VkBuffer | null;
}
export interface VkBufferImageCopy {
  readonly bufferOffset: bigint;
  readonly bufferRowLength: number;
  readonly bufferImageHeight: number;
  readonly imageSubresource: VkImageSubresourceLayers;
  readonly imageOffset: VkOffset3D;
  readonly imageExtent: VkExtent3D;
}
export interface VkBufferImageCopy2 {
  readonly bufferOffset: bigint;
  readonly bufferRowLength: number;
  readonly bufferImageHeight: number;
  readonly imageSubresource: VkImageSubresourceLayers;
  readonly imageOffset: VkOffset3D;
  readonly imageExtent: VkExtent3D;
}
export interface VkBufferMemoryBarrier {
  readonly srcAccessMask: number;
  readonly dstAccessMask: number;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly buffer: VkBuffer | null;
  readonly offset: bigint;
  readonly size: bigint;
}
export interface VkBufferMemoryBarrier2 {
  readonly srcStageMask: bigint;
  readonly srcAccessMask: bigint;
  readonly dstStageMask: bigint;
  readonly dstAccessMask: bigint;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly buffer: VkBuffer | null;
  readonly offset: bigint;
  readonly size: bigint;
}
export interface VkBufferMemoryRequirementsInfo2 {
  readonly buffer: VkBuffer | null;
}
export interface VkBufferOpaqueCaptureAddressCreateInfo {
  readonly opaqueCaptureAddress: bigint;
}
export interface VkBufferUsageFlags2CreateInfo {
  readonly usage: bigint;
}
export interface VkClearColorValue {
  readonly float32: (number)[];
  readonly int32: (number)[];
  readonly uint32: (number)[];
}
export interface VkClearDepthStencilValue {
  readonly depth: number;
  readonly stencil: number;
}
export interface VkCommandBufferAllocateInfo {
  readonly commandPool: VkCommandPool | null;
  readonly level: VkCommandBufferLevel | Unlisted<'VkCommandBufferLevel'>;
  readonly commandBufferCount: number;
}
export interface VkCommandBufferBeginInfo {
  readonly flags: number;
  readonly pInheritanceInfo: VkCommandBufferInheritanceInfo | null;
}
export interface VkCommandBufferInheritanceInfo {
  readonly renderPass: VkRenderPass | null;
  readonly subpass: number;
  readonly framebuffer: VkFramebuffer | null;
  readonly occlusionQueryEnable: boolean;
  readonly queryFlags: number;
  readonly pipelineStatistics: number;
}
export interface VkCommandBufferInheritanceRenderingInfo {
  readonly flags: number;
  readonly viewMask: number;
  readonly colorAttachmentCount: number;
  readonly pColorAttachmentFormats: (VkFormat | Unlisted<'VkFormat'>)[] | null;
  readonly depthAttachmentFormat: VkFormat | Unlisted<'VkFormat'>;
  readonly stencilAttachmentFormat: VkFormat | Unlisted<'VkFormat'>;
  readonly rasterizationSamples: VkSampleCountFlagBits | Unlisted<'VkSampleCountFlagBits'>;
}
export interface VkCommandBufferSubmitInfo {
  readonly commandBuffer: VkCommandBuffer | null;
  readonly deviceMask: number;
}
export interface VkCommandPoolCreateInfo {
  readonly flags: number;
  readonly queueFamilyIndex: number;
}
export interface VkConformanceVersion {
  readonly major: number;
  readonly minor: number;
  readonly subminor: number;
  readonly patch: number;
}
export interface VkCopyBufferInfo2 {
  readonly srcBuffer: VkBuffer | null;
  readonly dstBuffer: VkBuffer | null;
  readonly regionCount: number;
  readonly pRegions: (VkBufferCopy2)[] | null;
}
export interface VkCopyBufferToImageInfo2 {
  readonly srcBuffer: VkBuffer | null;
  readonly dstImage: VkImage | null;
  readonly dstImageLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly regionCount: number;
  readonly pRegions: (VkBufferImageCopy2)[] | null;
}
export interface VkCopyImageInfo2 {
  readonly srcImage: VkImage | null;
  readonly srcImageLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly dstImage: VkImage | null;
  readonly dstImageLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly regionCount: number;
  readonly pRegions: (VkImageCopy2)[] | null;
}
export interface VkCopyImageToBufferInfo2 {
  readonly srcImage: VkImage | null;
  readonly srcImageLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly dstBuffer: VkBuffer | null;
  readonly regionCount: number;
  readonly pRegions: (VkBufferImageCopy2)[] | null;
}
export interface VkD3D12FenceSubmitInfoKHR {
  readonly waitSemaphoreValuesCount: number;
  readonly pWaitSemaphoreValues: (bigint)[] | null;
  readonly signalSemaphoreValuesCount: number;
  readonly pSignalSemaphoreValues: (bigint)[] | null;
}
export interface VkDebugUtilsLabelEXT {
  readonly pLabelName: string | null;
  readonly color: (number)[];
}
export interface VkDebugUtilsMessengerCallbackDataEXT {
  readonly flags: number;
  readonly pMessageIdName: string | null;
  readonly messageIdNumber: number;
  readonly pMessage: string | null;
  readonly queueLabelCount: number;
  readonly pQueueLabels: (VkDebugUtilsLabelEXT)[] | null;
  readonly cmdBufLabelCount: number;
  readonly pCmdBufLabels: (VkDebugUtilsLabelEXT)[] | null;
  readonly objectCount: number;
  readonly pObjects: (VkDebugUtilsObjectNameInfoEXT)[] | null;
}
export interface VkDebugUtilsMessengerCreateInfoEXT {
  readonly flags: number;
  readonly messageSeverity: number;
  readonly messageType: number;
  readonly pfnUserCallback: bigint;
  readonly pUserData: bigint;
}
export interface VkDebugUtilsObjectNameInfoEXT {
  readonly objectType: VkObjectType | Unlisted<'VkObjectType'>;
  readonly objectHandle: bigint;
  readonly pObjectName: string | null;
}
export interface VkDebugUtilsObjectTagInfoEXT {
  readonly objectType: VkObjectType | Unlisted<'VkObjectType'>;
  readonly objectHandle: bigint;
  readonly tagName: bigint;
  readonly tagSize: bigint;
  readonly pTag: Uint8Array | null;
}
export interface VkDedicatedAllocationBufferCreateInfoNV {
  readonly dedicatedAllocation: boolean;
}
export interface VkDedicatedAllocationImageCreateInfoNV {
  readonly dedicatedAllocation: boolean;
}
export interface VkDedicatedAllocationMemoryAllocateInfoNV {
  readonly image: VkImage | null;
  readonly buffer: VkBuffer | null;
}
export interface VkDependencyInfo {
  readonly dependencyFlags: number;
  readonly memoryBarrierCount: number;
  readonly pMemoryBarriers: (VkMemoryBarrier2)[] | null;
  readonly bufferMemoryBarrierCount: number;
  readonly pBufferMemoryBarriers: (VkBufferMemoryBarrier2)[] | null;
  readonly imageMemoryBarrierCount: number;
  readonly pImageMemoryBarriers: (VkImageMemoryBarrier2)[] | null;
}
export interface VkDeviceBufferMemoryRequirements {
  readonly pCreateInfo: VkBufferCreateInfo | null;
}
export interface VkDeviceCreateInfo {
  readonly flags: number;
  readonly queueCreateInfoCount: number;
  readonly pQueueCreateInfos: (VkDeviceQueueCreateInfo)[] | null;
  readonly enabledLayerCount: number;
  readonly ppEnabledLayerNames: string[] | null;
  readonly enabledExtensionCount: number;
  readonly ppEnabledExtensionNames: string[] | null;
  readonly pEnabledFeatures: VkPhysicalDeviceFeatures | null;
}
export interface VkDeviceDeviceMemoryReportCreateInfoEXT {
  readonly flags: number;
  readonly pfnUserCallback: bigint;
  readonly pUserData: bigint;
}
export interface VkDeviceGroupBindSparseInfo {
  readonly resourceDeviceIndex: number;
  readonly memoryDeviceIndex: number;
}
export interface VkDeviceGroupCommandBufferBeginInfo {
  readonly deviceMask: number;
}
export interface VkDeviceGroupDeviceCreateInfo {
  readonly physicalDeviceCount: number;
  readonly pPhysicalDevices: (VkPhysicalDevice | null)[] | null;
}
export interface VkDeviceGroupPresentCapabilitiesKHR {
  readonly presentMask: (number)[];
  readonly modes: number;
}
export interface VkDeviceGroupSubmitInfo {
  readonly waitSemaphoreCount: number;
  readonly pWaitSemaphoreDeviceIndices: (number)[] | null;
  readonly commandBufferCount: number;
  readonly pCommandBufferDeviceMasks: (number)[] | null;
  readonly signalSemaphoreCount: number;
  readonly pSignalSemaphoreDeviceIndices: (number)[] | null;
}
export interface VkDeviceImageMemoryRequirements {
  readonly pCreateInfo: VkImageCreateInfo | null;
  readonly planeAspect: VkImageAspectFlagBits | Unlisted<'VkImageAspectFlagBits'>;
}
export interface VkDeviceImageSubresourceInfo {
  readonly pCreateInfo: VkImageCreateInfo | null;
  readonly pSubresource: VkImageSubresource2 | null;
}
export interface VkDeviceMemoryOpaqueCaptureAddressInfo {
  readonly memory: VkDeviceMemory | null;
}
export interface VkDeviceMemoryReportCallbackDataEXT {
  readonly flags: number;
  readonly type: VkDeviceMemoryReportEventTypeEXT | Unlisted<'VkDeviceMemoryReportEventTypeEXT'>;
  readonly memoryObjectId: bigint;
  readonly size: bigint;
  readonly objectType: VkObjectType | Unlisted<'VkObjectType'>;
  readonly objectHandle: bigint;
  readonly heapIndex: number;
}
export interface VkDevicePrivateDataCreateInfo {
  readonly privateDataSlotRequestCount: number;
}
export interface VkDeviceQueueCreateInfo {
  readonly flags: number;
  readonly queueFamilyIndex: number;
  readonly queueCount: number;
  readonly pQueuePriorities: (number)[] | null;
}
export interface VkDeviceQueueGlobalPriorityCreateInfo {
  readonly globalPriority: VkQueueGlobalPriority | Unlisted<'VkQueueGlobalPriority'>;
}
export interface VkDeviceQueueInfo2 {
  readonly flags: number;
  readonly queueFamilyIndex: number;
  readonly queueIndex: number;
}
export interface VkDrmFormatModifierProperties2EXT {
  readonly drmFormatModifier: bigint;
  readonly drmFormatModifierPlaneCount: number;
  readonly drmFormatModifierTilingFeatures: bigint;
}
export interface VkDrmFormatModifierPropertiesEXT {
  readonly drmFormatModifier: bigint;
  readonly drmFormatModifierPlaneCount: number;
  readonly drmFormatModifierTilingFeatures: number;
}
export interface VkDrmFormatModifierPropertiesList2EXT {
  readonly drmFormatModifierCount: number;
  readonly pDrmFormatModifierProperties: (VkDrmFormatModifierProperties2EXT)[] | null;
}
export interface VkDrmFormatModifierPropertiesListEXT {
  readonly drmFormatModifierCount: number;
  readonly pDrmFormatModifierProperties: (VkDrmFormatModifierPropertiesEXT)[] | null;
}
export interface VkEventCreateInfo {
  readonly flags: number;
}
export interface VkExportFenceCreateInfo {
  readonly handleTypes: number;
}
export interface VkExportFenceWin32HandleInfoKHR {
  readonly pAttributes: bigint;
  readonly dwAccess: number;
  readonly name: string | null;
}
export interface VkExportMemoryAllocateInfo {
  readonly handleTypes: number;
}
export interface VkExportMemoryAllocateInfoNV {
  readonly handleTypes: number;
}
export interface VkExportMemoryWin32HandleInfoKHR {
  readonly pAttributes: bigint;
  readonly dwAccess: number;
  readonly name: string | null;
}
export interface VkExportMemoryWin32HandleInfoNV {
  readonly pAttributes: bigint;
  readonly dwAccess: number;
}
export interface VkExportSemaphoreCreateInfo {
  readonly handleTypes: number;
}
export interface VkExportSemaphoreWin32HandleInfoKHR {
  readonly pAttributes: bigint;
  readonly dwAccess: number;
  readonly name: string | null;
}
export interface VkExtensionProperties {
  readonly extensionName: string;
  readonly specVersion: number;
}
export interface VkExtent2D {
  readonly width: number;
  readonly height: number;
}
export interface VkExtent3D {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
}
export interface VkExternalBufferProperties {
  readonly externalMemoryProperties: VkExternalMemoryProperties;
}
export interface VkExternalFenceProperties {
  readonly exportFromImportedHandleTypes: number;
  readonly compatibleHandleTypes: number;
  readonly externalFenceFeatures: number;
}
export interface VkExternalImageFormatProperties {
  readonly externalMemoryProperties: VkExternalMemoryProperties;
}
export interface VkExternalMemoryAcquireUnmodifiedEXT {
  readonly acquireUnmodifiedMemory: boolean;
}
export interface VkExternalMemoryBufferCreateInfo {
  readonly handleTypes: number;
}
export interface VkExternalMemoryImageCreateInfo {
  readonly handleTypes: number;
}
export interface VkExternalMemoryImageCreateInfoNV {
  readonly handleTypes: number;
}
export interface VkExternalMemoryProperties {
  readonly externalMemoryFeatures: number;
  readonly exportFromImportedHandleTypes: number;
  readonly compatibleHandleTypes: number;
}
export interface VkExternalSemaphoreProperties {
  readonly exportFromImportedHandleTypes: number;
  readonly compatibleHandleTypes: number;
  readonly externalSemaphoreFeatures: number;
}
export interface VkFenceCreateInfo {
  readonly flags: number;
}
export interface VkFenceGetFdInfoKHR {
  readonly fence: VkFence | null;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | Unlisted<'VkExternalFenceHandleTypeFlagBits'>;
}
export interface VkFenceGetWin32HandleInfoKHR {
  readonly fence: VkFence | null;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | Unlisted<'VkExternalFenceHandleTypeFlagBits'>;
}
export interface VkFormatProperties {
  readonly linearTilingFeatures: number;
  readonly optimalTilingFeatures: number;
  readonly bufferFeatures: number;
}
export interface VkFormatProperties2 {
  readonly formatProperties: VkFormatProperties;
}
export interface VkFormatProperties3 {
  readonly linearTilingFeatures: bigint;
  readonly optimalTilingFeatures: bigint;
  readonly bufferFeatures: bigint;
}
export interface VkHeadlessSurfaceCreateInfoEXT {
  readonly flags: number;
}
export interface VkHostImageCopyDevicePerformanceQuery {
  readonly optimalDeviceAccess: boolean;
  readonly identicalMemoryLayout: boolean;
}
export interface VkImageCopy {
  readonly srcSubresource: VkImageSubresourceLayers;
  readonly srcOffset: VkOffset3D;
  readonly dstSubresource: VkImageSubresourceLayers;
  readonly dstOffset: VkOffset3D;
  readonly extent: VkExtent3D;
}
export interface VkImageCopy2 {
  readonly srcSubresource: VkImageSubresourceLayers;
  readonly srcOffset: VkOffset3D;
  readonly dstSubresource: VkImageSubresourceLayers;
  readonly dstOffset: VkOffset3D;
  readonly extent: VkExtent3D;
}
export interface VkImageCreateInfo {
  readonly flags: number;
  readonly imageType: VkImageType | Unlisted<'VkImageType'>;
  readonly format: VkFormat | Unlisted<'VkFormat'>;
  readonly extent: VkExtent3D;
  readonly mipLevels: number;
  readonly arrayLayers: number;
  readonly samples: VkSampleCountFlagBits | Unlisted<'VkSampleCountFlagBits'>;
  readonly tiling: VkImageTiling | Unlisted<'VkImageTiling'>;
  readonly usage: number;
  readonly sharingMode: VkSharingMode | Unlisted<'VkSharingMode'>;
  readonly queueFamilyIndexCount: number;
  readonly pQueueFamilyIndices: (number)[] | null;
  readonly initialLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
}
export interface VkImageDrmFormatModifierExplicitCreateInfoEXT {
  readonly drmFormatModifier: bigint;
  readonly drmFormatModifierPlaneCount: number;
  readonly pPlaneLayouts: (VkSubresourceLayout)[] | null;
}
export interface VkImageDrmFormatModifierListCreateInfoEXT {
  readonly drmFormatModifierCount: number;
  readonly pDrmFormatModifiers: (bigint)[] | null;
}
export interface VkImageDrmFormatModifierPropertiesEXT {
  readonly drmFormatModifier: bigint;
}
export interface VkImageFormatListCreateInfo {
  readonly viewFormatCount: number;
  readonly pViewFormats: (VkFormat | Unlisted<'VkFormat'>)[] | null;
}
export interface VkImageFormatProperties {
  readonly maxExtent: VkExtent3D;
  readonly maxMipLevels: number;
  readonly maxArrayLayers: number;
  readonly sampleCounts: number;
  readonly maxResourceSize: bigint;
}
export interface VkImageFormatProperties2 {
  readonly imageFormatProperties: VkImageFormatProperties;
}
export interface VkImageMemoryBarrier {
  readonly srcAccessMask: number;
  readonly dstAccessMask: number;
  readonly oldLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly newLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly image: VkImage | null;
  readonly subresourceRange: VkImageSubresourceRange;
}
export interface VkImageMemoryBarrier2 {
  readonly srcStageMask: bigint;
  readonly srcAccessMask: bigint;
  readonly dstStageMask: bigint;
  readonly dstAccessMask: bigint;
  readonly oldLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly newLayout: VkImageLayout | Unlisted<'VkImageLayout'>;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly image: VkImage | null;
  readonly subresourceRange: VkImageSubresourceRange;
}
export interface VkImageMemoryRequirementsInfo2 {
  readonly image: VkImage | null;
}
export interface VkImagePlaneMemoryRequirementsInfo {
  readonly planeAspect: VkImageAspectFlagBits | Unlisted<'VkImageAspectFlagBits'>;
}
export interface VkImageResolve {
  readonly srcSubresource: VkImageSubresourceLayers;
  readonly srcOffset: VkOffset3D;
  readonly dstSubresource: VkImageSubresourceLayers;
  readonly dstOffset: VkOffset3D;
  readonly extent: VkExtent3D;
}
export interface VkImageSparseMemoryRequirementsInfo2 {
  readonly image: VkImage | null;
}
export interface VkImageStencilUsageCreateInfo {
  readonly stencilUsage: number;
}
export interface VkImageSubresource {
  readonly aspectMask: number;
  readonly mipLevel: number;
  readonly arrayLayer: number;
}
export interface VkImageSubresource2 {
  readonly imageSubresource: VkImageSubresource;
}
export interface VkImageSubresourceLayers {
  readonly aspectMask: number;
  readonly mipLevel: number;
  readonly baseArrayLayer: number;
  readonly layerCount: number;
}
export interface VkImageSubresourceRange {
  readonly aspectMask: number;
  readonly baseMipLevel: number;
  readonly levelCount: number;
  readonly baseArrayLayer: number;
  readonly layerCount: number;
}
export interface VkImportFenceFdInfoKHR {
  readonly fence: VkFence | null;
  readonly flags: number;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | Unlisted<'VkExternalFenceHandleTypeFlagBits'>;
  readonly fd: number;
}
export interface VkImportFenceWin32HandleInfoKHR {
  readonly fence: VkFence | null;
  readonly flags: number;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | Unlisted<'VkExternalFenceHandleTypeFlagBits'>;
  readonly handle: bigint;
  readonly name: string | null;
}
export interface VkImportMemoryFdInfoKHR {
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
  readonly fd: number;
}
export interface VkImportMemoryHostPointerInfoEXT {
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
  readonly pHostPointer: bigint;
}
export interface VkImportMemoryWin32HandleInfoKHR {
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
  readonly handle: bigint;
  readonly name: string | null;
}
export interface VkImportMemoryWin32HandleInfoNV {
  readonly handleType: number;
  readonly handle: bigint;
}
export interface VkImportSemaphoreFdInfoKHR {
  readonly semaphore: VkSemaphore | null;
  readonly flags: number;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | Unlisted<'VkExternalSemaphoreHandleTypeFlagBits'>;
  readonly fd: number;
}
export interface VkImportSemaphoreWin32HandleInfoKHR {
  readonly semaphore: VkSemaphore | null;
  readonly flags: number;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | Unlisted<'VkExternalSemaphoreHandleTypeFlagBits'>;
  readonly handle: bigint;
  readonly name: string | null;
}
export interface VkInstanceCreateInfo {
  readonly flags: number;
  readonly pApplicationInfo: VkApplicationInfo | null;
  readonly enabledLayerCount: number;
  readonly ppEnabledLayerNames: string[] | null;
  readonly enabledExtensionCount: number;
  readonly ppEnabledExtensionNames: string[] | null;
}
export interface VkLayerProperties {
  readonly layerName: string;
  readonly specVersion: number;
  readonly implementationVersion: number;
  readonly description: string;
}
export interface VkMappedMemoryRange {
  readonly memory: VkDeviceMemory | null;
  readonly offset: bigint;
  readonly size: bigint;
}
export interface VkMemoryAllocateFlagsInfo {
  readonly flags: number;
  readonly deviceMask: number;
}
export interface VkMemoryAllocateInfo {
  readonly allocationSize: bigint;
  readonly memoryTypeIndex: number;
}
export interface VkMemoryBarrier {
  readonly srcAccessMask: number;
  readonly dstAccessMask: number;
}
export interface VkMemoryBarrier2 {
  readonly srcStageMask: bigint;
  readonly srcAccessMask: bigint;
  readonly dstStageMask: bigint;
  readonly dstAccessMask: bigint;
}
export interface VkMemoryDedicatedAllocateInfo {
  readonly image: VkImage | null;
  readonly buffer: VkBuffer | null;
}
export interface VkMemoryDedicatedRequirements {
  readonly prefersDedicatedAllocation: boolean;
  readonly requiresDedicatedAllocation: boolean;
}
export interface VkMemoryFdPropertiesKHR {
  readonly memoryTypeBits: number;
}
export interface VkMemoryGetFdInfoKHR {
  readonly memory: VkDeviceMemory | null;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
}
export interface VkMemoryGetWin32HandleInfoKHR {
  readonly memory: VkDeviceMemory | null;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
}
export interface VkMemoryHeap {
  readonly size: bigint;
  readonly flags: number;
}
export interface VkMemoryHostPointerPropertiesEXT {
  readonly memoryTypeBits: number;
}
export interface VkMemoryMapInfo {
  readonly flags: number;
  readonly memory: VkDeviceMemory | null;
  readonly offset: bigint;
  readonly size: bigint;
}
export interface VkMemoryMapPlacedInfoEXT {
  readonly pPlacedAddress: bigint;
}
export interface VkMemoryOpaqueCaptureAddressAllocateInfo {
  readonly opaqueCaptureAddress: bigint;
}
export interface VkMemoryPriorityAllocateInfoEXT {
  readonly priority: number;
}
export interface VkMemoryRequirements {
  readonly size: bigint;
  readonly alignment: bigint;
  readonly memoryTypeBits: number;
}
export interface VkMemoryRequirements2 {
  readonly memoryRequirements: VkMemoryRequirements;
}
export interface VkMemoryType {
  readonly propertyFlags: number;
  readonly heapIndex: number;
}
export interface VkMemoryUnmapInfo {
  readonly flags: number;
  readonly memory: VkDeviceMemory | null;
}
export interface VkMemoryWin32HandlePropertiesKHR {
  readonly memoryTypeBits: number;
}
export interface VkOffset2D {
  readonly x: number;
  readonly y: number;
}
export interface VkOffset3D {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}
export interface VkPhysicalDevice16BitStorageFeatures {
  readonly storageBuffer16BitAccess: boolean;
  readonly uniformAndStorageBuffer16BitAccess: boolean;
  readonly storagePushConstant16: boolean;
  readonly storageInputOutput16: boolean;
}
export interface VkPhysicalDevice8BitStorageFeatures {
  readonly storageBuffer8BitAccess: boolean;
  readonly uniformAndStorageBuffer8BitAccess: boolean;
  readonly storagePushConstant8: boolean;
}
export interface VkPhysicalDeviceBufferDeviceAddressFeatures {
  readonly bufferDeviceAddress: boolean;
  readonly bufferDeviceAddressCaptureReplay: boolean;
  readonly bufferDeviceAddressMultiDevice: boolean;
}
export interface VkPhysicalDeviceDepthStencilResolveProperties {
  readonly supportedDepthResolveModes: number;
  readonly supportedStencilResolveModes: number;
  readonly independentResolveNone: boolean;
  readonly independentResolve: boolean;
}
export interface VkPhysicalDeviceDescriptorIndexingFeatures {
  readonly shaderInputAttachmentArrayDynamicIndexing: boolean;
  readonly shaderUniformTexelBufferArrayDynamicIndexing: boolean;
  readonly shaderStorageTexelBufferArrayDynamicIndexing: boolean;
  readonly shaderUniformBufferArrayNonUniformIndexing: boolean;
  readonly shaderSampledImageArrayNonUniformIndexing: boolean;
  readonly shaderStorageBufferArrayNonUniformIndexing: boolean;
  readonly shaderStorageImageArrayNonUniformIndexing: boolean;
  readonly shaderInputAttachmentArrayNonUniformIndexing: boolean;
  readonly shaderUniformTexelBufferArrayNonUniformIndexing: boolean;
  readonly shaderStorageTexelBufferArrayNonUniformIndexing: boolean;
  readonly descriptorBindingUniformBufferUpdateAfterBind: boolean;
  readonly descriptorBindingSampledImageUpdateAfterBind: boolean;
  readonly descriptorBindingStorageImageUpdateAfterBind: boolean;
  readonly descriptorBindingStorageBufferUpdateAfterBind: boolean;
  readonly descriptorBindingUniformTexelBufferUpdateAfterBind: boolean;
  readonly descriptorBindingStorageTexelBufferUpdateAfterBind: boolean;
  readonly descriptorBindingUpdateUnusedWhilePending: boolean;
  readonly descriptorBindingPartiallyBound: boolean;
  readonly descriptorBindingVariableDescriptorCount: boolean;
  readonly runtimeDescriptorArray: boolean;
}
export interface VkPhysicalDeviceDescriptorIndexingProperties {
  readonly maxUpdateAfterBindDescriptorsInAllPools: number;
  readonly shaderUniformBufferArrayNonUniformIndexingNative: boolean;
  readonly shaderSampledImageArrayNonUniformIndexingNative: boolean;
  readonly shaderStorageBufferArrayNonUniformIndexingNative: boolean;
  readonly shaderStorageImageArrayNonUniformIndexingNative: boolean;
  readonly shaderInputAttachmentArrayNonUniformIndexingNative: boolean;
  readonly robustBufferAccessUpdateAfterBind: boolean;
  readonly quadDivergentImplicitLod: boolean;
  readonly maxPerStageDescriptorUpdateAfterBindSamplers: number;
  readonly maxPerStageDescriptorUpdateAfterBindUniformBuffers: number;
  readonly maxPerStageDescriptorUpdateAfterBindStorageBuffers: number;
  readonly maxPerStageDescriptorUpdateAfterBindSampledImages: number;
  readonly maxPerStageDescriptorUpdateAfterBindStorageImages: number;
  readonly maxPerStageDescriptorUpdateAfterBindInputAttachments: number;
  readonly maxPerStageUpdateAfterBindResources: number;
  readonly maxDescriptorSetUpdateAfterBindSamplers: number;
  readonly maxDescriptorSetUpdateAfterBindUniformBuffers: number;
  readonly maxDescriptorSetUpdateAfterBindUniformBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindStorageBuffers: number;
  readonly maxDescriptorSetUpdateAfterBindStorageBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindSampledImages: number;
  readonly maxDescriptorSetUpdateAfterBindStorageImages: number;
  readonly maxDescriptorSetUpdateAfterBindInputAttachments: number;
}
export interface VkPhysicalDeviceDeviceMemoryReportFeaturesEXT {
  readonly deviceMemoryReport: boolean;
}
export interface VkPhysicalDeviceDriverProperties {
  readonly driverID: VkDriverId | Unlisted<'VkDriverId'>;
  readonly driverName: string;
  readonly driverInfo: string;
  readonly conformanceVersion: VkConformanceVersion;
}
export interface VkPhysicalDeviceDrmPropertiesEXT {
  readonly hasPrimary: boolean;
  readonly hasRender: boolean;
  readonly primaryMajor: bigint;
  readonly primaryMinor: bigint;
  readonly renderMajor: bigint;
  readonly renderMinor: bigint;
}
export interface VkPhysicalDeviceDynamicRenderingFeatures {
  readonly dynamicRendering: boolean;
}
export interface VkPhysicalDeviceDynamicRenderingLocalReadFeatures {
  readonly dynamicRenderingLocalRead: boolean;
}
export interface VkPhysicalDeviceExternalBufferInfo {
  readonly flags: number;
  readonly usage: number;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
}
export interface VkPhysicalDeviceExternalFenceInfo {
  readonly handleType: VkExternalFenceHandleTypeFlagBits | Unlisted<'VkExternalFenceHandleTypeFlagBits'>;
}
export interface VkPhysicalDeviceExternalImageFormatInfo {
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | Unlisted<'VkExternalMemoryHandleTypeFlagBits'>;
}
export interface VkPhysicalDeviceExternalMemoryHostPropertiesEXT {
  readonly minImportedHostPointerAlignment: bigint;
}
export interface VkPhysicalDeviceExternalSemaphoreInfo {
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | Unlisted<'VkExternalSemaphoreHandleTypeFlagBits'>;
}
export interface VkPhysicalDeviceFeatures {
  readonly robustBufferAccess: boolean;
  readonly fullDrawIndexUint32: boolean;
  readonly imageCubeArray: boolean;
  readonly independentBlend: boolean;
  readonly geometryShader: boolean;
  readonly tessellationShader: boolean;
  readonly sampleRateShading: boolean;
  readonly dualSrcBlend: boolean;
  readonly logicOp: boolean;
  readonly multiDrawIndirect: boolean;
  readonly drawIndirectFirstInstance: boolean;
  readonly depthClamp: boolean;
  readonly depthBiasClamp: boolean;
  readonly fillModeNonSolid: boolean;
  readonly depthBounds: boolean;
  readonly wideLines: boolean;
  readonly largePoints: boolean;
  readonly alphaToOne: boolean;
  readonly multiViewport: boolean;
  readonly samplerAnisotropy: boolean;
  readonly textureCompressionETC2: boolean;
  readonly textureCompressionASTC_LDR: boolean;
  readonly textureCompressionBC: boolean;
  readonly occlusionQueryPrecise: boolean;
  readonly pipelineStatisticsQuery: boolean;
  readonly vertexPipelineStoresAndAtomics: boolean;
  readonly fragmentStoresAndAtomics: boolean;
  readonly shaderTessellationAndGeometryPointSize: boolean;
  readonly shaderImageGatherExtended: boolean;
  readonly shaderStorageImageExtendedFormats: boolean;
  readonly shaderStorageImageMultisample: boolean;
  readonly shaderStorageImageReadWithoutFormat: boolean;
  readonly shaderStorageImageWriteWithoutFormat: boolean;
  readonly shaderUniformBufferArrayDynamicIndexing: boolean;
  readonly shaderSampledImageArrayDynamicIndexing: boolean;
  readonly shaderStorageBufferArrayDynamicIndexing: boolean;
  readonly shaderStorageImageArrayDynamicIndexing: boolean;
  readonly shaderClipDistance: boolean;
  readonly shaderCullDistance: boolean;
  readonly shaderFloat64: boolean;
  readonly shaderInt64: boolean;
  readonly shaderInt16: boolean;
  readonly shaderResourceResidency: boolean;
  readonly shaderResourceMinLod: boolean;
  readonly sparseBinding: boolean;
  readonly sparseResidencyBuffer: boolean;
  readonly sparseResidencyImage2D: boolean;
  readonly sparseResidencyImage3D: boolean;
  readonly sparseResidency2Samples: boolean;
  readonly sparseResidency4Samples: boolean;
  readonly sparseResidency8Samples: boolean;
  readonly sparseResidency16Samples: boolean;
  readonly sparseResidencyAliased: boolean;
  readonly variableMultisampleRate: boolean;
  readonly inheritedQueries: boolean;
}
export interface VkPhysicalDeviceFeatures2 {
  readonly features: VkPhysicalDeviceFeatures;
}
export interface VkPhysicalDeviceFloatControlsProperties {
  readonly denormBehaviorIndependence: VkShaderFloatControlsIndependence | Unlisted<'VkShaderFloatControlsIndependence'>;
  readonly roundingModeIndependence: VkShaderFloatControlsIndependence | Unlisted<'VkShaderFloatControlsIndependence'>;
  readonly shaderSignedZeroInfNanPreserveFloat16: boolean;
  readonly shaderSignedZeroInfNanPreserveFloat32: boolean;
  readonly shaderSignedZeroInfNanPreserveFloat64: boolean;
  readonly shaderDenormPreserveFloat16: boolean;
  readonly shaderDenormPreserveFloat32: boolean;
  readonly shaderDenormPreserveFloat64: boolean;
  readonly shaderDenormFlushToZeroFloat16: boolean;
  readonly shaderDenormFlushToZeroFloat32: boolean;
  readonly shaderDenormFlushToZeroFloat64: boolean;
  readonly shaderRoundingModeRTEFloat16: boolean;
  readonly shaderRoundingModeRTEFloat32: boolean;
  readonly shaderRoundingModeRTEFloat64: boolean;
  readonly shaderRoundingModeRTZFloat16: boolean;
  readonly shaderRoundingModeRTZFloat32: boolean;
  readonly shaderRoundingModeRTZFloat64: boolean;
}
export interface VkPhysicalDeviceGlobalPriorityQueryFeatures {
  readonly globalPriorityQuery: boolean;
}
export interface VkPhysicalDeviceGroupProperties {
  readonly physicalDeviceCount: number;
  readonly physicalDevices: (VkPhysicalDevice | null)[];
  readonly subsetAllocation: boolean;
}
export interface VkPhysicalDeviceHostImageCopyFeatures {
  readonly hostImageCopy: boolean;
}
export interface VkPhysicalDeviceHostImageCopyProperties {
  readonly copySrcLayoutCount: number;
  readonly pCopySrcLayouts: (VkImageLayout | Unlisted<'VkImageLayout'>)[] | null;
  readonly copyDstLayoutCount: number;
  readonly pCopyDstLayouts: (VkImageLayout | Unlisted<'VkImageLayout'>)[] | null;
  readonly optimalTilingLayoutUUID: Uint8Array;
  readonly identicalMemoryTypeRequirements: boolean;
}
export interface VkPhysicalDeviceHostQueryResetFeatures {
  readonly hostQueryReset: boolean;
}
export interface VkPhysicalDeviceIDProperties {
  readonly deviceUUID: Uint8Array;
  readonly driverUUID: Uint8Array;
  readonly deviceLUID: Uint8Array;
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
}
export interface VkPhysicalDeviceImageDrmFormatModifierInfoEXT {
  readonly drmFormatModifier: bigint;
  readonly sharingMode: VkSharingMode | Unlisted<'VkSharingMode'>;
  readonly queueFamilyIndexCount: number;
  readonly pQueueFamilyIndices: (number)[] | null;
}
export interface VkPhysicalDeviceImageFormatInfo2 {
  readonly format: VkFormat | Unlisted<'VkFormat'>;
  readonly type: VkImageType | Unlisted<'VkImageType'>;
  readonly tiling: VkImageTiling | Unlisted<'VkImageTiling'>;
  readonly usage: number;
  readonly flags: number;
}
export interface VkPhysicalDeviceImageRobustnessFeatures {
  readonly robustImageAccess: boolean;
}
export interface VkPhysicalDeviceImagelessFramebufferFeatures {
  readonly imagelessFramebuffer: boolean;
}
export interface VkPhysicalDeviceIndexTypeUint8Features {
  readonly indexTypeUint8: boolean;
}
export interface VkPhysicalDeviceInlineUniformBlockFeatures {
  readonly inlineUniformBlock: boolean;
  readonly descriptorBindingInlineUniformBlockUpdateAfterBind: boolean;
}
export interface VkPhysicalDeviceInlineUniformBlockProperties {
  readonly maxInlineUniformBlockSize: number;
  readonly maxPerStageDescriptorInlineUniformBlocks: number;
  readonly maxPerStageDescriptorUpdateAfterBindInlineUniformBlocks: number;
  readonly maxDescriptorSetInlineUniformBlocks: number;
  readonly maxDescriptorSetUpdateAfterBindInlineUniformBlocks: number;
}
export interface VkPhysicalDeviceLayeredApiPropertiesKHR {
  readonly vendorID: number;
  readonly deviceID: number;
  readonly layeredAPI: VkPhysicalDeviceLayeredApiKHR | Unlisted<'VkPhysicalDeviceLayeredApiKHR'>;
  readonly deviceName: string;
}
export interface VkPhysicalDeviceLayeredApiPropertiesListKHR {
  readonly layeredApiCount: number;
  readonly pLayeredApis: (VkPhysicalDeviceLayeredApiPropertiesKHR)[] | null;
}
export interface VkPhysicalDeviceLayeredApiVulkanPropertiesKHR {
  readonly properties: VkPhysicalDeviceProperties2;
}
export interface VkPhysicalDeviceLimits {
  readonly maxImageDimension1D: number;
  readonly maxImageDimension2D: number;
  readonly maxImageDimension3D: number;
  readonly maxImageDimensionCube: number;
  readonly maxImageArrayLayers: number;
  readonly maxTexelBufferElements: number;
  readonly maxUniformBufferRange: number;
  readonly maxStorageBufferRange: number;
  readonly maxPushConstantsSize: number;
  readonly maxMemoryAllocationCount: number;
  readonly maxSamplerAllocationCount: number;
  readonly bufferImageGranularity: bigint;
  readonly sparseAddressSpaceSize: bigint;
  readonly maxBoundDescriptorSets: number;
  readonly maxPerStageDescriptorSamplers: number;
  readonly maxPerStageDescriptorUniformBuffers: number;
  readonly maxPerStageDescriptorStorageBuffers: number;
  readonly maxPerStageDescriptorSampledImages: number;
  readonly maxPerStageDescriptorStorageImages: number;
  readonly maxPerStageDescriptorInputAttachments: number;
  readonly maxPerStageResources: number;
  readonly maxDescriptorSetSamplers: number;
  readonly maxDescriptorSetUniformBuffers: number;
  readonly maxDescriptorSetUniformBuffersDynamic: number;
  readonly maxDescriptorSetStorageBuffers: number;
  readonly maxDescriptorSetStorageBuffersDynamic: number;
  readonly maxDescriptorSetSampledImages: number;
  readonly maxDescriptorSetStorageImages: number;
  readonly maxDescriptorSetInputAttachments: number;
  readonly maxVertexInputAttributes: number;
  readonly maxVertexInputBindings: number;
  readonly maxVertexInputAttributeOffset: number;
  readonly maxVertexInputBindingStride: number;
  readonly maxVertexOutputComponents: number;
  readonly maxTessellationGenerationLevel: number;
  readonly maxTessellationPatchSize: number;
  readonly maxTessellationControlPerVertexInputComponents: number;
  readonly maxTessellationControlPerVertexOutputComponents: number;
  readonly maxTessellationControlPerPatchOutputComponents: number;
  readonly maxTessellationControlTotalOutputComponents: number;
  readonly maxTessellationEvaluationInputComponents: number;
  readonly maxTessellationEvaluationOutputComponents: number;
  readonly maxGeometryShaderInvocations: number;
  readonly maxGeometryInputComponents: number;
  readonly maxGeometryOutputComponents: number;
  readonly maxGeometryOutputVertices: number;
  readonly maxGeometryTotalOutputComponents: number;
  readonly maxFragmentInputComponents: number;
  readonly maxFragmentOutputAttachments: number;
  readonly maxFragmentDualSrcAttachments: number;
  readonly maxFragmentCombinedOutputResources: number;
  readonly maxComputeSharedMemorySize: number;
  readonly maxComputeWorkGroupCount: (number)[];
  readonly maxComputeWorkGroupInvocations: number;
  readonly maxComputeWorkGroupSize: (number)[];
  readonly subPixelPrecisionBits: number;
  readonly subTexelPrecisionBits: number;
  readonly mipmapPrecisionBits: number;
  readonly maxDrawIndexedIndexValue: number;
  readonly maxDrawIndirectCount: number;
  readonly maxSamplerLodBias: number;
  readonly maxSamplerAnisotropy: number;
  readonly maxViewports: number;
  readonly maxViewportDimensions: (number)[];
  readonly viewportBoundsRange: (number)[];
  readonly viewportSubPixelBits: number;
  readonly minMemoryMapAlignment: bigint;
  readonly minTexelBufferOffsetAlignment: bigint;
  readonly minUniformBufferOffsetAlignment: bigint;
  readonly minStorageBufferOffsetAlignment: bigint;
  readonly minTexelOffset: number;
  readonly maxTexelOffset: number;
  readonly minTexelGatherOffset: number;
  readonly maxTexelGatherOffset: number;
  readonly minInterpolationOffset: number;
  readonly maxInterpolationOffset: number;
  readonly subPixelInterpolationOffsetBits: number;
  readonly maxFramebufferWidth: number;
  readonly maxFramebufferHeight: number;
  readonly maxFramebufferLayers: number;
  readonly framebufferColorSampleCounts: number;
  readonly framebufferDepthSampleCounts: number;
  readonly framebufferStencilSampleCounts: number;
  readonly framebufferNoAttachmentsSampleCounts: number;
  readonly maxColorAttachments: number;
  readonly sampledImageColorSampleCounts: number;
  readonly sampledImageIntegerSampleCounts: number;
  readonly sampledImageDepthSampleCounts: number;
  readonly sampledImageStencilSampleCounts: number;
  readonly storageImageSampleCounts: number;
  readonly maxSampleMaskWords: number;
  readonly timestampComputeAndGraphics: boolean;
  readonly timestampPeriod: number;
  readonly maxClipDistances: number;
  readonly maxCullDistances: number;
  readonly maxCombinedClipAndCullDistances: number;
  readonly discreteQueuePriorities: number;
  readonly pointSizeRange: (number)[];
  readonly lineWidthRange: (number)[];
  readonly pointSizeGranularity: number;
  readonly lineWidthGranularity: number;
  readonly strictLines: boolean;
  readonly standardSampleLocations: boolean;
  readonly optimalBufferCopyOffsetAlignment: bigint;
  readonly optimalBufferCopyRowPitchAlignment: bigint;
  readonly nonCoherentAtomSize: bigint;
}
export interface VkPhysicalDeviceLineRasterizationFeatures {
  readonly rectangularLines: boolean;
  readonly bresenhamLines: boolean;
  readonly smoothLines: boolean;
  readonly stippledRectangularLines: boolean;
  readonly stippledBresenhamLines: boolean;
  readonly stippledSmoothLines: boolean;
}
export interface VkPhysicalDeviceLineRasterizationProperties {
  readonly lineSubPixelPrecisionBits: number;
}
export interface VkPhysicalDeviceMaintenance3Properties {
  readonly maxPerSetDescriptors: number;
  readonly maxMemoryAllocationSize: bigint;
}
export interface VkPhysicalDeviceMaintenance4Features {
  readonly maintenance4: boolean;
}
export interface VkPhysicalDeviceMaintenance4Properties {
  readonly maxBufferSize: bigint;
}
export interface VkPhysicalDeviceMaintenance5Features {
  readonly maintenance5: boolean;
}
export interface VkPhysicalDeviceMaintenance5Properties {
  readonly earlyFragmentMultisampleCoverageAfterSampleCounting: boolean;
  readonly earlyFragmentSampleMaskTestBeforeSampleCounting: boolean;
  readonly depthStencilSwizzleOneSupport: boolean;
  readonly polygonModePointSize: boolean;
  readonly nonStrictSinglePixelWideLinesUseParallelogram: boolean;
  readonly nonStrictWideLinesUseParallelogram: boolean;
}
export interface VkPhysicalDeviceMaintenance6Features {
  readonly maintenance6: boolean;
}
export interface VkPhysicalDeviceMaintenance6Properties {
  readonly blockTexelViewCompatibleMultipleLayers: boolean;
  readonly maxCombinedImageSamplerDescriptorCount: number;
  readonly fragmentShadingRateClampCombinerInputs: boolean;
}
export interface VkPhysicalDeviceMaintenance7FeaturesKHR {
  readonly maintenance7: boolean;
}
export interface VkPhysicalDeviceMaintenance7PropertiesKHR {
  readonly robustFragmentShadingRateAttachmentAccess: boolean;
  readonly separateDepthStencilAttachmentAccess: boolean;
  readonly maxDescriptorSetTotalUniformBuffersDynamic: number;
  readonly maxDescriptorSetTotalStorageBuffersDynamic: number;
  readonly maxDescriptorSetTotalBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindTotalUniformBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindTotalStorageBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindTotalBuffersDynamic: number;
}
export interface VkPhysicalDeviceMapMemoryPlacedFeaturesEXT {
  readonly memoryMapPlaced: boolean;
  readonly memoryMapRangePlaced: boolean;
  readonly memoryUnmapReserve: boolean;
}
export interface VkPhysicalDeviceMapMemoryPlacedPropertiesEXT {
  readonly minPlacedMemoryMapAlignment: bigint;
}
export interface VkPhysicalDeviceMemoryBudgetPropertiesEXT {
  readonly heapBudget: (bigint)[];
  readonly heapUsage: (bigint)[];
}
export interface VkPhysicalDeviceMemoryPriorityFeaturesEXT {
  readonly memoryPriority: boolean;
}
export interface VkPhysicalDeviceMemoryProperties {
  readonly memoryTypeCount: number;
  readonly memoryTypes: (VkMemoryType)[];
  readonly memoryHeapCount: number;
  readonly memoryHeaps: (VkMemoryHeap)[];
}
export interface VkPhysicalDeviceMemoryProperties2 {
  readonly memoryProperties: VkPhysicalDeviceMemoryProperties;
}
export interface VkPhysicalDeviceMultiviewFeatures {
  readonly multiview: boolean;
  readonly multiviewGeometryShader: boolean;
  readonly multiviewTessellationShader: boolean;
}
export interface VkPhysicalDeviceMultiviewProperties {
  readonly maxMultiviewViewCount: number;
  readonly maxMultiviewInstanceIndex: number;
}
export interface VkPhysicalDevicePCIBusInfoPropertiesEXT {
  readonly pciDomain: number;
  readonly pciBus: number;
  readonly pciDevice: number;
  readonly pciFunction: number;
}
export interface VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT {
  readonly pageableDeviceLocalMemory: boolean;
}
export interface VkPhysicalDevicePipelineCreationCacheControlFeatures {
  readonly pipelineCreationCacheControl: boolean;
}
export interface VkPhysicalDevicePipelineProtectedAccessFeatures {
  readonly pipelineProtectedAccess: boolean;
}
export interface VkPhysicalDevicePipelineRobustnessFeatures {
  readonly pipelineRobustness: boolean;
}
export interface VkPhysicalDevicePipelineRobustnessProperties {
  readonly defaultRobustnessStorageBuffers: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessUniformBuffers: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessVertexInputs: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessImages: VkPipelineRobustnessImageBehavior | Unlisted<'VkPipelineRobustnessImageBehavior'>;
}
export interface VkPhysicalDevicePointClippingProperties {
  readonly pointClippingBehavior: VkPointClippingBehavior | Unlisted<'VkPointClippingBehavior'>;
}
export interface VkPhysicalDevicePrivateDataFeatures {
  readonly privateData: boolean;
}
export interface VkPhysicalDeviceProperties {
  readonly apiVersion: number;
  readonly driverVersion: number;
  readonly vendorID: number;
  readonly deviceID: number;
  readonly deviceType: VkPhysicalDeviceType | Unlisted<'VkPhysicalDeviceType'>;
  readonly deviceName: string;
  readonly pipelineCacheUUID: Uint8Array;
  readonly limits: VkPhysicalDeviceLimits;
  readonly sparseProperties: VkPhysicalDeviceSparseProperties;
}
export interface VkPhysicalDeviceProperties2 {
  readonly properties: VkPhysicalDeviceProperties;
}
export interface VkPhysicalDeviceProtectedMemoryFeatures {
  readonly protectedMemory: boolean;
}
export interface VkPhysicalDeviceProtectedMemoryProperties {
  readonly protectedNoFault: boolean;
}
export interface VkPhysicalDevicePushDescriptorProperties {
  readonly maxPushDescriptors: number;
}
export interface VkPhysicalDeviceSamplerFilterMinmaxProperties {
  readonly filterMinmaxSingleComponentFormats: boolean;
  readonly filterMinmaxImageComponentMapping: boolean;
}
export interface VkPhysicalDeviceSamplerYcbcrConversionFeatures {
  readonly samplerYcbcrConversion: boolean;
}
export interface VkPhysicalDeviceScalarBlockLayoutFeatures {
  readonly scalarBlockLayout: boolean;
}
export interface VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures {
  readonly separateDepthStencilLayouts: boolean;
}
export interface VkPhysicalDeviceShaderAtomicInt64Features {
  readonly shaderBufferInt64Atomics: boolean;
  readonly shaderSharedInt64Atomics: boolean;
}
export interface VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures {
  readonly shaderDemoteToHelperInvocation: boolean;
}
export interface VkPhysicalDeviceShaderDrawParametersFeatures {
  readonly shaderDrawParameters: boolean;
}
export interface VkPhysicalDeviceShaderExpectAssumeFeatures {
  readonly shaderExpectAssume: boolean;
}
export interface VkPhysicalDeviceShaderFloat16Int8Features {
  readonly shaderFloat16: boolean;
  readonly shaderInt8: boolean;
}
export interface VkPhysicalDeviceShaderFloatControls2Features {
  readonly shaderFloatControls2: boolean;
}
export interface VkPhysicalDeviceShaderIntegerDotProductFeatures {
  readonly shaderIntegerDotProduct: boolean;
}
export interface VkPhysicalDeviceShaderIntegerDotProductProperties {
  readonly integerDotProduct8BitUnsignedAccelerated: boolean;
  readonly integerDotProduct8BitSignedAccelerated: boolean;
  readonly integerDotProduct8BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedUnsignedAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedSignedAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedMixedSignednessAccelerated: boolean;
  readonly integerDotProduct16BitUnsignedAccelerated: boolean;
  readonly integerDotProduct16BitSignedAccelerated: boolean;
  readonly integerDotProduct16BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct32BitUnsignedAccelerated: boolean;
  readonly integerDotProduct32BitSignedAccelerated: boolean;
  readonly integerDotProduct32BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct64BitUnsignedAccelerated: boolean;
  readonly integerDotProduct64BitSignedAccelerated: boolean;
  readonly integerDotProduct64BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitMixedSignednessAccelerated: boolean;
}
export interface VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures {
  readonly shaderSubgroupExtendedTypes: boolean;
}
export interface VkPhysicalDeviceShaderSubgroupRotateFeatures {
  readonly shaderSubgroupRotate: boolean;
  readonly shaderSubgroupRotateClustered: boolean;
}
export interface VkPhysicalDeviceShaderTerminateInvocationFeatures {
  readonly shaderTerminateInvocation: boolean;
}
export interface VkPhysicalDeviceSparseImageFormatInfo2 {
  readonly format: VkFormat | Unlisted<'VkFormat'>;
  readonly type: VkImageType | Unlisted<'VkImageType'>;
  readonly samples: VkSampleCountFlagBits | Unlisted<'VkSampleCountFlagBits'>;
  readonly usage: number;
  readonly tiling: VkImageTiling | Unlisted<'VkImageTiling'>;
}
export interface VkPhysicalDeviceSparseProperties {
  readonly residencyStandard2DBlockShape: boolean;
  readonly residencyStandard2DMultisampleBlockShape: boolean;
  readonly residencyStandard3DBlockShape: boolean;
  readonly residencyAlignedMipSize: boolean;
  readonly residencyNonResidentStrict: boolean;
}
export interface VkPhysicalDeviceSubgroupProperties {
  readonly subgroupSize: number;
  readonly supportedStages: number;
  readonly supportedOperations: number;
  readonly quadOperationsInAllStages: boolean;
}
export interface VkPhysicalDeviceSubgroupSizeControlFeatures {
  readonly subgroupSizeControl: boolean;
  readonly computeFullSubgroups: boolean;
}
export interface VkPhysicalDeviceSubgroupSizeControlProperties {
  readonly minSubgroupSize: number;
  readonly maxSubgroupSize: number;
  readonly maxComputeWorkgroupSubgroups: number;
  readonly requiredSubgroupSizeStages: number;
}
export interface VkPhysicalDeviceSynchronization2Features {
  readonly synchronization2: boolean;
}
export interface VkPhysicalDeviceTexelBufferAlignmentProperties {
  readonly storageTexelBufferOffsetAlignmentBytes: bigint;
  readonly storageTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly uniformTexelBufferOffsetAlignmentBytes: bigint;
  readonly uniformTexelBufferOffsetSingleTexelAlignment: boolean;
}
export interface VkPhysicalDeviceTextureCompressionASTCHDRFeatures {
  readonly textureCompressionASTC_HDR: boolean;
}
export interface VkPhysicalDeviceTimelineSemaphoreFeatures {
  readonly timelineSemaphore: boolean;
}
export interface VkPhysicalDeviceTimelineSemaphoreProperties {
  readonly maxTimelineSemaphoreValueDifference: bigint;
}
export interface VkPhysicalDeviceToolProperties {
  readonly name: string;
  readonly version: string;
  readonly purposes: number;
  readonly description: string;
  readonly layer: string;
}
export interface VkPhysicalDeviceUniformBufferStandardLayoutFeatures {
  readonly uniformBufferStandardLayout: boolean;
}
export interface VkPhysicalDeviceVariablePointersFeatures {
  readonly variablePointersStorageBuffer: boolean;
  readonly variablePointers: boolean;
}
export interface VkPhysicalDeviceVertexAttributeDivisorFeatures {
  readonly vertexAttributeInstanceRateDivisor: boolean;
  readonly vertexAttributeInstanceRateZeroDivisor: boolean;
}
export interface VkPhysicalDeviceVertexAttributeDivisorProperties {
  readonly maxVertexAttribDivisor: number;
  readonly supportsNonZeroFirstInstance: boolean;
}
export interface VkPhysicalDeviceVulkan11Features {
  readonly storageBuffer16BitAccess: boolean;
  readonly uniformAndStorageBuffer16BitAccess: boolean;
  readonly storagePushConstant16: boolean;
  readonly storageInputOutput16: boolean;
  readonly multiview: boolean;
  readonly multiviewGeometryShader: boolean;
  readonly multiviewTessellationShader: boolean;
  readonly variablePointersStorageBuffer: boolean;
  readonly variablePointers: boolean;
  readonly protectedMemory: boolean;
  readonly samplerYcbcrConversion: boolean;
  readonly shaderDrawParameters: boolean;
}
export interface VkPhysicalDeviceVulkan11Properties {
  readonly deviceUUID: Uint8Array;
  readonly driverUUID: Uint8Array;
  readonly deviceLUID: Uint8Array;
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
  readonly subgroupSize: number;
  readonly subgroupSupportedStages: number;
  readonly subgroupSupportedOperations: number;
  readonly subgroupQuadOperationsInAllStages: boolean;
  readonly pointClippingBehavior: VkPointClippingBehavior | Unlisted<'VkPointClippingBehavior'>;
  readonly maxMultiviewViewCount: number;
  readonly maxMultiviewInstanceIndex: number;
  readonly protectedNoFault: boolean;
  readonly maxPerSetDescriptors: number;
  readonly maxMemoryAllocationSize: bigint;
}
export interface VkPhysicalDeviceVulkan12Features {
  readonly samplerMirrorClampToEdge: boolean;
  readonly drawIndirectCount: boolean;
  readonly storageBuffer8BitAccess: boolean;
  readonly uniformAndStorageBuffer8BitAccess: boolean;
  readonly storagePushConstant8: boolean;
  readonly shaderBufferInt64Atomics: boolean;
  readonly shaderSharedInt64Atomics: boolean;
  readonly shaderFloat16: boolean;
  readonly shaderInt8: boolean;
  readonly descriptorIndexing: boolean;
  readonly shaderInputAttachmentArrayDynamicIndexing: boolean;
  readonly shaderUniformTexelBufferArrayDynamicIndexing: boolean;
  readonly shaderStorageTexelBufferArrayDynamicIndexing: boolean;
  readonly shaderUniformBufferArrayNonUniformIndexing: boolean;
  readonly shaderSampledImageArrayNonUniformIndexing: boolean;
  readonly shaderStorageBufferArrayNonUniformIndexing: boolean;
  readonly shaderStorageImageArrayNonUniformIndexing: boolean;
  readonly shaderInputAttachmentArrayNonUniformIndexing: boolean;
  readonly shaderUniformTexelBufferArrayNonUniformIndexing: boolean;
  readonly shaderStorageTexelBufferArrayNonUniformIndexing: boolean;
  readonly descriptorBindingUniformBufferUpdateAfterBind: boolean;
  readonly descriptorBindingSampledImageUpdateAfterBind: boolean;
  readonly descriptorBindingStorageImageUpdateAfterBind: boolean;
  readonly descriptorBindingStorageBufferUpdateAfterBind: boolean;
  readonly descriptorBindingUniformTexelBufferUpdateAfterBind: boolean;
  readonly descriptorBindingStorageTexelBufferUpdateAfterBind: boolean;
  readonly descriptorBindingUpdateUnusedWhilePending: boolean;
  readonly descriptorBindingPartiallyBound: boolean;
  readonly descriptorBindingVariableDescriptorCount: boolean;
  readonly runtimeDescriptorArray: boolean;
  readonly samplerFilterMinmax: boolean;
  readonly scalarBlockLayout: boolean;
  readonly imagelessFramebuffer: boolean;
  readonly uniformBufferStandardLayout: boolean;
  readonly shaderSubgroupExtendedTypes: boolean;
  readonly separateDepthStencilLayouts: boolean;
  readonly hostQueryReset: boolean;
  readonly timelineSemaphore: boolean;
  readonly bufferDeviceAddress: boolean;
  readonly bufferDeviceAddressCaptureReplay: boolean;
  readonly bufferDeviceAddressMultiDevice: boolean;
  readonly vulkanMemoryModel: boolean;
  readonly vulkanMemoryModelDeviceScope: boolean;
  readonly vulkanMemoryModelAvailabilityVisibilityChains: boolean;
  readonly shaderOutputViewportIndex: boolean;
  readonly shaderOutputLayer: boolean;
  readonly subgroupBroadcastDynamicId: boolean;
}
export interface VkPhysicalDeviceVulkan12Properties {
  readonly driverID: VkDriverId | Unlisted<'VkDriverId'>;
  readonly driverName: string;
  readonly driverInfo: string;
  readonly conformanceVersion: VkConformanceVersion;
  readonly denormBehaviorIndependence: VkShaderFloatControlsIndependence | Unlisted<'VkShaderFloatControlsIndependence'>;
  readonly roundingModeIndependence: VkShaderFloatControlsIndependence | Unlisted<'VkShaderFloatControlsIndependence'>;
  readonly shaderSignedZeroInfNanPreserveFloat16: boolean;
  readonly shaderSignedZeroInfNanPreserveFloat32: boolean;
  readonly shaderSignedZeroInfNanPreserveFloat64: boolean;
  readonly shaderDenormPreserveFloat16: boolean;
  readonly shaderDenormPreserveFloat32: boolean;
  readonly shaderDenormPreserveFloat64: boolean;
  readonly shaderDenormFlushToZeroFloat16: boolean;
  readonly shaderDenormFlushToZeroFloat32: boolean;
  readonly shaderDenormFlushToZeroFloat64: boolean;
  readonly shaderRoundingModeRTEFloat16: boolean;
  readonly shaderRoundingModeRTEFloat32: boolean;
  readonly shaderRoundingModeRTEFloat64: boolean;
  readonly shaderRoundingModeRTZFloat16: boolean;
  readonly shaderRoundingModeRTZFloat32: boolean;
  readonly shaderRoundingModeRTZFloat64: boolean;
  readonly maxUpdateAfterBindDescriptorsInAllPools: number;
  readonly shaderUniformBufferArrayNonUniformIndexingNative: boolean;
  readonly shaderSampledImageArrayNonUniformIndexingNative: boolean;
  readonly shaderStorageBufferArrayNonUniformIndexingNative: boolean;
  readonly shaderStorageImageArrayNonUniformIndexingNative: boolean;
  readonly shaderInputAttachmentArrayNonUniformIndexingNative: boolean;
  readonly robustBufferAccessUpdateAfterBind: boolean;
  readonly quadDivergentImplicitLod: boolean;
  readonly maxPerStageDescriptorUpdateAfterBindSamplers: number;
  readonly maxPerStageDescriptorUpdateAfterBindUniformBuffers: number;
  readonly maxPerStageDescriptorUpdateAfterBindStorageBuffers: number;
  readonly maxPerStageDescriptorUpdateAfterBindSampledImages: number;
  readonly maxPerStageDescriptorUpdateAfterBindStorageImages: number;
  readonly maxPerStageDescriptorUpdateAfterBindInputAttachments: number;
  readonly maxPerStageUpdateAfterBindResources: number;
  readonly maxDescriptorSetUpdateAfterBindSamplers: number;
  readonly maxDescriptorSetUpdateAfterBindUniformBuffers: number;
  readonly maxDescriptorSetUpdateAfterBindUniformBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindStorageBuffers: number;
  readonly maxDescriptorSetUpdateAfterBindStorageBuffersDynamic: number;
  readonly maxDescriptorSetUpdateAfterBindSampledImages: number;
  readonly maxDescriptorSetUpdateAfterBindStorageImages: number;
  readonly maxDescriptorSetUpdateAfterBindInputAttachments: number;
  readonly supportedDepthResolveModes: number;
  readonly supportedStencilResolveModes: number;
  readonly independentResolveNone: boolean;
  readonly independentResolve: boolean;
  readonly filterMinmaxSingleComponentFormats: boolean;
  readonly filterMinmaxImageComponentMapping: boolean;
  readonly maxTimelineSemaphoreValueDifference: bigint;
  readonly framebufferIntegerColorSampleCounts: number;
}
export interface VkPhysicalDeviceVulkan13Features {
  readonly robustImageAccess: boolean;
  readonly inlineUniformBlock: boolean;
  readonly descriptorBindingInlineUniformBlockUpdateAfterBind: boolean;
  readonly pipelineCreationCacheControl: boolean;
  readonly privateData: boolean;
  readonly shaderDemoteToHelperInvocation: boolean;
  readonly shaderTerminateInvocation: boolean;
  readonly subgroupSizeControl: boolean;
  readonly computeFullSubgroups: boolean;
  readonly synchronization2: boolean;
  readonly textureCompressionASTC_HDR: boolean;
  readonly shaderZeroInitializeWorkgroupMemory: boolean;
  readonly dynamicRendering: boolean;
  readonly shaderIntegerDotProduct: boolean;
  readonly maintenance4: boolean;
}
export interface VkPhysicalDeviceVulkan13Properties {
  readonly minSubgroupSize: number;
  readonly maxSubgroupSize: number;
  readonly maxComputeWorkgroupSubgroups: number;
  readonly requiredSubgroupSizeStages: number;
  readonly maxInlineUniformBlockSize: number;
  readonly maxPerStageDescriptorInlineUniformBlocks: number;
  readonly maxPerStageDescriptorUpdateAfterBindInlineUniformBlocks: number;
  readonly maxDescriptorSetInlineUniformBlocks: number;
  readonly maxDescriptorSetUpdateAfterBindInlineUniformBlocks: number;
  readonly maxInlineUniformTotalSize: number;
  readonly integerDotProduct8BitUnsignedAccelerated: boolean;
  readonly integerDotProduct8BitSignedAccelerated: boolean;
  readonly integerDotProduct8BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedUnsignedAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedSignedAccelerated: boolean;
  readonly integerDotProduct4x8BitPackedMixedSignednessAccelerated: boolean;
  readonly integerDotProduct16BitUnsignedAccelerated: boolean;
  readonly integerDotProduct16BitSignedAccelerated: boolean;
  readonly integerDotProduct16BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct32BitUnsignedAccelerated: boolean;
  readonly integerDotProduct32BitSignedAccelerated: boolean;
  readonly integerDotProduct32BitMixedSignednessAccelerated: boolean;
  readonly integerDotProduct64BitUnsignedAccelerated: boolean;
  readonly integerDotProduct64BitSignedAccelerated: boolean;
  readonly integerDotProduct64BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating8BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating4x8BitPackedMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating16BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating32BitMixedSignednessAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitUnsignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitSignedAccelerated: boolean;
  readonly integerDotProductAccumulatingSaturating64BitMixedSignednessAccelerated: boolean;
  readonly storageTexelBufferOffsetAlignmentBytes: bigint;
  readonly storageTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly uniformTexelBufferOffsetAlignmentBytes: bigint;
  readonly uniformTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly maxBufferSize: bigint;
}
export interface VkPhysicalDeviceVulkan14Features {
  readonly globalPriorityQuery: boolean;
  readonly shaderSubgroupRotate: boolean;
  readonly shaderSubgroupRotateClustered: boolean;
  readonly shaderFloatControls2: boolean;
  readonly shaderExpectAssume: boolean;
  readonly rectangularLines: boolean;
  readonly bresenhamLines: boolean;
  readonly smoothLines: boolean;
  readonly stippledRectangularLines: boolean;
  readonly stippledBresenhamLines: boolean;
  readonly stippledSmoothLines: boolean;
  readonly vertexAttributeInstanceRateDivisor: boolean;
  readonly vertexAttributeInstanceRateZeroDivisor: boolean;
  readonly indexTypeUint8: boolean;
  readonly dynamicRenderingLocalRead: boolean;
  readonly maintenance5: boolean;
  readonly maintenance6: boolean;
  readonly pipelineProtectedAccess: boolean;
  readonly pipelineRobustness: boolean;
  readonly hostImageCopy: boolean;
  readonly pushDescriptor: boolean;
}
export interface VkPhysicalDeviceVulkan14Properties {
  readonly lineSubPixelPrecisionBits: number;
  readonly maxVertexAttribDivisor: number;
  readonly supportsNonZeroFirstInstance: boolean;
  readonly maxPushDescriptors: number;
  readonly dynamicRenderingLocalReadDepthStencilAttachments: boolean;
  readonly dynamicRenderingLocalReadMultisampledAttachments: boolean;
  readonly earlyFragmentMultisampleCoverageAfterSampleCounting: boolean;
  readonly earlyFragmentSampleMaskTestBeforeSampleCounting: boolean;
  readonly depthStencilSwizzleOneSupport: boolean;
  readonly polygonModePointSize: boolean;
  readonly nonStrictSinglePixelWideLinesUseParallelogram: boolean;
  readonly nonStrictWideLinesUseParallelogram: boolean;
  readonly blockTexelViewCompatibleMultipleLayers: boolean;
  readonly maxCombinedImageSamplerDescriptorCount: number;
  readonly fragmentShadingRateClampCombinerInputs: boolean;
  readonly defaultRobustnessStorageBuffers: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessUniformBuffers: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessVertexInputs: VkPipelineRobustnessBufferBehavior | Unlisted<'VkPipelineRobustnessBufferBehavior'>;
  readonly defaultRobustnessImages: VkPipelineRobustnessImageBehavior | Unlisted<'VkPipelineRobustnessImageBehavior'>;
  readonly copySrcLayoutCount: number;
  readonly pCopySrcLayouts: (VkImageLayout | Unlisted<'VkImageLayout'>)[] | null;
  readonly copyDstLayoutCount: number;
  readonly pCopyDstLayouts: (VkImageLayout | Unlisted<'VkImageLayout'>)[] | null;
  readonly optimalTilingLayoutUUID: Uint8Array;
  readonly identicalMemoryTypeRequirements: boolean;
}
export interface VkPhysicalDeviceVulkanMemoryModelFeatures {
  readonly vulkanMemoryModel: boolean;
  readonly vulkanMemoryModelDeviceScope: boolean;
  readonly vulkanMemoryModelAvailabilityVisibilityChains: boolean;
}
export interface VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures {
  readonly shaderZeroInitializeWorkgroupMemory: boolean;
}
export interface VkPresentInfoKHR {
  readonly waitSemaphoreCount: number;
  readonly pWaitSemaphores: (VkSemaphore | null)[] | null;
  readonly swapchainCount: number;
  readonly pSwapchains: (VkSwapchainKHR | null)[] | null;
  readonly pImageIndices: (number)[] | null;
  readonly pResults: (VkResult | Unlisted<'VkResult'>)[] | null;
}
export interface VkPrivateDataSlotCreateInfo {
  readonly flags: number;
}
export interface VkProtectedSubmitInfo {
  readonly protectedSubmit: boolean;
}
export interface VkQueueFamilyGlobalPriorityProperties {
  readonly priorityCount: number;
  readonly priorities: (VkQueueGlobalPriority | Unlisted<'VkQueueGlobalPriority'>)[];
}
export interface VkQueueFamilyProperties {
  readonly queueFlags: number;
  readonly queueCount: number;
  readonly timestampValidBits: number;
  readonly minImageTransferGranularity: VkExtent3D;
}
export interface VkQueueFamilyProperties2 {
  readonly queueFamilyProperties: VkQueueFamilyProperties;
}
export interface VkRect2D {
  readonly offset: VkOffset2D;
  readonly extent: VkExtent2D;
}
export interface VkRenderingAttachmentLocationInfo {
  readonly colorAttachmentCount: number;
  readonly pColorAttachmentLocations: (number)[] | null;
}
export interface VkRenderingInputAttachmentIndexInfo {
  readonly colorAttachmentCount: number;
  readonly pColorAttachmentInputIndices: (number)[] | null;
  readonly pDepthInputAttachmentIndex: number | null;
  readonly pStencilInputAttachmentIndex: number | null;
}
export interface VkSamplerYcbcrConversionImageFormatProperties {
  readonly combinedImageSamplerDescriptorCount: number;
}
export interface VkSemaphoreCreateInfo {
  readonly flags: number;
}
export interface VkSemaphoreGetFdInfoKHR {
  readonly semaphore: VkSemaphore | null;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | Unlisted<'VkExternalSemaphoreHandleTypeFlagBits'>;
}
export interface VkSemaphoreGetWin32HandleInfoKHR {
  readonly semaphore: VkSemaphore | null;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | Unlisted<'VkExternalSemaphoreHandleTypeFlagBits'>;
}
export interface VkSemaphoreSignalInfo {
  readonly semaphore: VkSemaphore | null;
  readonly value: bigint;
}
export interface VkSemaphoreSubmitInfo {
  readonly semaphore: VkSemaphore | null;
  readonly value: bigint;
  readonly stageMask: bigint;
  readonly deviceIndex: number;
}
export interface VkSemaphoreTypeCreateInfo {
  readonly semaphoreType: VkSemaphoreType | Unlisted<'VkSemaphoreType'>;
  readonly initialValue: bigint;
}
export interface VkSemaphoreWaitInfo {
  readonly flags: number;
  readonly semaphoreCount: number;
  readonly pSemaphores: (VkSemaphore | null)[] | null;
  readonly pValues: (bigint)[] | null;
}
export interface VkSparseBufferMemoryBindInfo {
  readonly buffer: VkBuffer | null;
  readonly bindCount: number;
  readonly pBinds: (VkSparseMemoryBind)[] | null;
}
export interface VkSparseImageFormatProperties {
  readonly aspectMask: number;
  readonly imageGranularity: VkExtent3D;
  readonly flags: number;
}
export interface VkSparseImageFormatProperties2 {
  readonly properties: VkSparseImageFormatProperties;
}
export interface VkSparseImageMemoryBind {
  readonly subresource: VkImageSubresource;
  readonly offset: VkOffset3D;
  readonly extent: VkExtent3D;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: bigint;
  readonly flags: number;
}
export interface VkSparseImageMemoryBindInfo {
  readonly image: VkImage | null;
  readonly bindCount: number;
  readonly pBinds: (VkSparseImageMemoryBind)[] | null;
}
export interface VkSparseImageMemoryRequirements {
  readonly formatProperties: VkSparseImageFormatProperties;
  readonly imageMipTailFirstLod: number;
  readonly imageMipTailSize: bigint;
  readonly imageMipTailOffset: bigint;
  readonly imageMipTailStride: bigint;
}
export interface VkSparseImageMemoryRequirements2 {
  readonly memoryRequirements: VkSparseImageMemoryRequirements;
}
export interface VkSparseImageOpaqueMemoryBindInfo {
  readonly image: VkImage | null;
  readonly bindCount: number;
  readonly pBinds: (VkSparseMemoryBind)[] | null;
}
export interface VkSparseMemoryBind {
  readonly resourceOffset: bigint;
  readonly size: bigint;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: bigint;
  readonly flags: number;
}
export interface VkSubmitInfo {
  readonly waitSemaphoreCount: number;
  readonly pWaitSemaphores: (VkSemaphore | null)[] | null;
  readonly pWaitDstStageMask: (number)[] | null;
  readonly commandBufferCount: number;
  readonly pCommandBuffers: (VkCommandBuffer | null)[] | null;
  readonly signalSemaphoreCount: number;
  readonly pSignalSemaphores: (VkSemaphore | null)[] | null;
}
export interface VkSubmitInfo2 {
  readonly flags: number;
  readonly waitSemaphoreInfoCount: number;
  readonly pWaitSemaphoreInfos: (VkSemaphoreSubmitInfo)[] | null;
  readonly commandBufferInfoCount: number;
  readonly pCommandBufferInfos: (VkCommandBufferSubmitInfo)[] | null;
  readonly signalSemaphoreInfoCount: number;
  readonly pSignalSemaphoreInfos: (VkSemaphoreSubmitInfo)[] | null;
}
export interface VkSubresourceHostMemcpySize {
  readonly size: bigint;
}
export interface VkSubresourceLayout {
  readonly offset: bigint;
  readonly size: bigint;
  readonly rowPitch: bigint;
  readonly arrayPitch: bigint;
  readonly depthPitch: bigint;
}
export interface VkSubresourceLayout2 {
  readonly subresourceLayout: VkSubresourceLayout;
}
export interface VkSurfaceCapabilitiesKHR {
  readonly minImageCount: number;
  readonly maxImageCount: number;
  readonly currentExtent: VkExtent2D;
  readonly minImageExtent: VkExtent2D;
  readonly maxImageExtent: VkExtent2D;
  readonly maxImageArrayLayers: number;
  readonly supportedTransforms: number;
  readonly currentTransform: VkSurfaceTransformFlagBitsKHR | Unlisted<'VkSurfaceTransformFlagBitsKHR'>;
  readonly supportedCompositeAlpha: number;
  readonly supportedUsageFlags: number;
}
export interface VkSurfaceFormatKHR {
  readonly format: VkFormat | Unlisted<'VkFormat'>;
  readonly colorSpace: VkColorSpaceKHR | Unlisted<'VkColorSpaceKHR'>;
}
export interface VkSwapchainCreateInfoKHR {
  readonly flags: number;
  readonly surface: VkSurfaceKHR | null;
  readonly minImageCount: number;
  readonly imageFormat: VkFormat | Unlisted<'VkFormat'>;
  readonly imageColorSpace: VkColorSpaceKHR | Unlisted<'VkColorSpaceKHR'>;
  readonly imageExtent: VkExtent2D;
  readonly imageArrayLayers: number;
  readonly imageUsage: number;
  readonly imageSharingMode: VkSharingMode | Unlisted<'VkSharingMode'>;
  readonly queueFamilyIndexCount: number;
  readonly pQueueFamilyIndices: (number)[] | null;
  readonly preTransform: VkSurfaceTransformFlagBitsKHR | Unlisted<'VkSurfaceTransformFlagBitsKHR'>;
  readonly compositeAlpha: VkCompositeAlphaFlagBitsKHR | Unlisted<'VkCompositeAlphaFlagBitsKHR'>;
  readonly presentMode: VkPresentModeKHR | Unlisted<'VkPresentModeKHR'>;
  readonly clipped: boolean;
  readonly oldSwapchain: VkSwapchainKHR | null;
}
export interface VkTimelineSemaphoreSubmitInfo {
  readonly waitSemaphoreValueCount: number;
  readonly pWaitSemaphoreValues: (bigint)[] | null;
  readonly signalSemaphoreValueCount: number;
  readonly pSignalSemaphoreValues: (bigint)[] | null;
}
export interface VkValidationFeaturesEXT {
  readonly enabledValidationFeatureCount: number;
  readonly pEnabledValidationFeatures: (VkValidationFeatureEnableEXT | Unlisted<'VkValidationFeatureEnableEXT'>)[] | null;
  readonly disabledValidationFeatureCount: number;
  readonly pDisabledValidationFeatures: (VkValidationFeatureDisableEXT | Unlisted<'VkValidationFeatureDisableEXT'>)[] | null;
}
export interface VkWin32KeyedMutexAcquireReleaseInfoKHR {
  readonly acquireCount: number;
  readonly pAcquireSyncs: (VkDeviceMemory | null)[] | null;
  readonly pAcquireKeys: (bigint)[] | null;
  readonly pAcquireTimeouts: (number)[] | null;
  readonly releaseCount: number;
  readonly pReleaseSyncs: (VkDeviceMemory | null)[] | null;
  readonly pReleaseKeys: (bigint)[] | null;
}
export interface VkWin32KeyedMutexAcquireReleaseInfoNV {
  readonly acquireCount: number;
  readonly pAcquireSyncs: (VkDeviceMemory | null)[] | null;
  readonly pAcquireKeys: (bigint)[] | null;
  readonly pAcquireTimeoutMilliseconds: (number)[] | null;
  readonly releaseCount: number;
  readonly pReleaseSyncs: (VkDeviceMemory | null)[] | null;
  readonly pReleaseKeys: (bigint)[] | null;
}

/** Structures as the decoder returns them, by name. */
export interface DecodedStructures {
  VkAcquireNextImageInfoKHR: VkAcquireNextImageInfoKHR;
  VkAllocationCallbacks: VkAllocationCallbacks;
  VkApplicationInfo: VkApplicationInfo;
  VkBindBufferMemoryDeviceGroupInfo: VkBindBufferMemoryDeviceGroupInfo;
  VkBindBufferMemoryInfo: VkBindBufferMemoryInfo;
  VkBindImageMemoryDeviceGroupInfo: VkBindImageMemoryDeviceGroupInfo;
  VkBindImageMemoryInfo: VkBindImageMemoryInfo;
  VkBindImagePlaneMemoryInfo: VkBindImagePlaneMemoryInfo;
  VkBindMemoryStatus: VkBindMemoryStatus;
  VkBindSparseInfo: VkBindSparseInfo;
  VkBufferCopy: VkBufferCopy;
  VkBufferCopy2: VkBufferCopy2;
  VkBufferCreateInfo: VkBufferCreateInfo;
  VkBufferDeviceAddressInfo: VkBufferDeviceAddressInfo;
  VkBufferImageCopy: VkBufferImageCopy;
  VkBufferImageCopy2: VkBufferImageCopy2;
  VkBufferMemoryBarrier: VkBufferMemoryBarrier;
  VkBufferMemoryBarrier2: VkBufferMemoryBarrier2;
  VkBufferMemoryRequirementsInfo2: VkBufferMemoryRequirementsInfo2;
  VkBufferOpaqueCaptureAddressCreateInfo: VkBufferOpaqueCaptureAddressCreateInfo;
  VkBufferUsageFlags2CreateInfo: VkBufferUsageFlags2CreateInfo;
  VkClearColorValue: VkClearColorValue;
  VkClearDepthStencilValue: VkClearDepthStencilValue;
  VkCommandBufferAllocateInfo: VkCommandBufferAllocateInfo;
  VkCommandBufferBeginInfo: VkCommandBufferBeginInfo;
  VkCommandBufferInheritanceInfo: VkCommandBufferInheritanceInfo;
  VkCommandBufferInheritanceRenderingInfo: VkCommandBufferInheritanceRenderingInfo;
  VkCommandBufferSubmitInfo: VkCommandBufferSubmitInfo;
  VkCommandPoolCreateInfo: VkCommandPoolCreateInfo;
  VkConformanceVersion: VkConformanceVersion;
  VkCopyBufferInfo2: VkCopyBufferInfo2;
  VkCopyBufferToImageInfo2: VkCopyBufferToImageInfo2;
  VkCopyImageInfo2: VkCopyImageInfo2;
  VkCopyImageToBufferInfo2: VkCopyImageToBufferInfo2;
  VkD3D12FenceSubmitInfoKHR: VkD3D12FenceSubmitInfoKHR;
  VkDebugUtilsLabelEXT: VkDebugUtilsLabelEXT;
  VkDebugUtilsMessengerCallbackDataEXT: VkDebugUtilsMessengerCallbackDataEXT;
  VkDebugUtilsMessengerCreateInfoEXT: VkDebugUtilsMessengerCreateInfoEXT;
  VkDebugUtilsObjectNameInfoEXT: VkDebugUtilsObjectNameInfoEXT;
  VkDebugUtilsObjectTagInfoEXT: VkDebugUtilsObjectTagInfoEXT;
  VkDedicatedAllocationBufferCreateInfoNV: VkDedicatedAllocationBufferCreateInfoNV;
  VkDedicatedAllocationImageCreateInfoNV: VkDedicatedAllocationImageCreateInfoNV;
  VkDedicatedAllocationMemoryAllocateInfoNV: VkDedicatedAllocationMemoryAllocateInfoNV;
  VkDependencyInfo: VkDependencyInfo;
  VkDeviceBufferMemoryRequirements: VkDeviceBufferMemoryRequirements;
  VkDeviceCreateInfo: VkDeviceCreateInfo;
  VkDeviceDeviceMemoryReportCreateInfoEXT: VkDeviceDeviceMemoryReportCreateInfoEXT;
  VkDeviceGroupBindSparseInfo: VkDeviceGroupBindSparseInfo;
  VkDeviceGroupCommandBufferBeginInfo: VkDeviceGroupCommandBufferBeginInfo;
  VkDeviceGroupDeviceCreateInfo: VkDeviceGroupDeviceCreateInfo;
  VkDeviceGroupPresentCapabilitiesKHR: VkDeviceGroupPresentCapabilitiesKHR;
  VkDeviceGroupSubmitInfo: VkDeviceGroupSubmitInfo;
  VkDeviceImageMemoryRequirements: VkDeviceImageMemoryRequirements;
  VkDeviceImageSubresourceInfo: VkDeviceImageSubresourceInfo;
  VkDeviceMemoryOpaqueCaptureAddressInfo: VkDeviceMemoryOpaqueCaptureAddressInfo;
  VkDeviceMemoryReportCallbackDataEXT: VkDeviceMemoryReportCallbackDataEXT;
  VkDevicePrivateDataCreateInfo: VkDevicePrivateDataCreateInfo;
  VkDeviceQueueCreateInfo: VkDeviceQueueCreateInfo;
  VkDeviceQueueGlobalPriorityCreateInfo: VkDeviceQueueGlobalPriorityCreateInfo;
  VkDeviceQueueInfo2: VkDeviceQueueInfo2;
  VkDrmFormatModifierProperties2EXT: VkDrmFormatModifierProperties2EXT;
  VkDrmFormatModifierPropertiesEXT: VkDrmFormatModifierPropertiesEXT;
  VkDrmFormatModifierPropertiesList2EXT: VkDrmFormatModifierPropertiesList2EXT;
  VkDrmFormatModifierPropertiesListEXT: VkDrmFormatModifierPropertiesListEXT;
  VkEventCreateInfo: VkEventCreateInfo;
  VkExportFenceCreateInfo: VkExportFenceCreateInfo;
  VkExportFenceWin32HandleInfoKHR: VkExportFenceWin32HandleInfoKHR;
  VkExportMemoryAllocateInfo: VkExportMemoryAllocateInfo;
  VkExportMemoryAllocateInfoNV: VkExportMemoryAllocateInfoNV;
  VkExportMemoryWin32HandleInfoKHR: VkExportMemoryWin32HandleInfoKHR;
  VkExportMemoryWin32HandleInfoNV: VkExportMemoryWin32HandleInfoNV;
  VkExportSemaphoreCreateInfo: VkExportSemaphoreCreateInfo;
  VkExportSemaphoreWin32HandleInfoKHR: VkExportSemaphoreWin32HandleInfoKHR;
  VkExtensionProperties: VkExtensionProperties;
  VkExtent2D: VkExtent2D;
  VkExtent3D: VkExtent3D;
  VkExternalBufferProperties: VkExternalBufferProperties;
  VkExternalFenceProperties: VkExternalFenceProperties;
  VkExternalImageFormatProperties: VkExternalImageFormatProperties;
  VkExternalMemoryAcquireUnmodifiedEXT: VkExternalMemoryAcquireUnmodifiedEXT;
  VkExternalMemoryBufferCreateInfo: VkExternalMemoryBufferCreateInfo;
  VkExternalMemoryImageCreateInfo: VkExternalMemoryImageCreateInfo;
  VkExternalMemoryImageCreateInfoNV: VkExternalMemoryImageCreateInfoNV;
  VkExternalMemoryProperties: VkExternalMemoryProperties;
  VkExternalSemaphoreProperties: VkExternalSemaphoreProperties;
  VkFenceCreateInfo: VkFenceCreateInfo;
  VkFenceGetFdInfoKHR: VkFenceGetFdInfoKHR;
  VkFenceGetWin32HandleInfoKHR: VkFenceGetWin32HandleInfoKHR;
  VkFormatProperties: VkFormatProperties;
  VkFormatProperties2: VkFormatProperties2;
  VkFormatProperties3: VkFormatProperties3;
  VkHeadlessSurfaceCreateInfoEXT: VkHeadlessSurfaceCreateInfoEXT;
  VkHostImageCopyDevicePerformanceQuery: VkHostImageCopyDevicePerformanceQuery;
  VkImageCopy: VkImageCopy;
  VkImageCopy2: VkImageCopy2;
  VkImageCreateInfo: VkImageCreateInfo;
  VkImageDrmFormatModifierExplicitCreateInfoEXT: VkImageDrmFormatModifierExplicitCreateInfoEXT;
  VkImageDrmFormatModifierListCreateInfoEXT: VkImageDrmFormatModifierListCreateInfoEXT;
  VkImageDrmFormatModifierPropertiesEXT: VkImageDrmFormatModifierPropertiesEXT;
  VkImageFormatListCreateInfo: VkImageFormatListCreateInfo;
  VkImageFormatProperties: VkImageFormatProperties;
  VkImageFormatProperties2: VkImageFormatProperties2;
  VkImageMemoryBarrier: VkImageMemoryBarrier;
  VkImageMemoryBarrier2: VkImageMemoryBarrier2;
  VkImageMemoryRequirementsInfo2: VkImageMemoryRequirementsInfo2;
  VkImagePlaneMemoryRequirementsInfo: VkImagePlaneMemoryRequirementsInfo;
  VkImageResolve: VkImageResolve;
  VkImageSparseMemoryRequirementsInfo2: VkImageSparseMemoryRequirementsInfo2;
  VkImageStencilUsageCreateInfo: VkImageStencilUsageCreateInfo;
  VkImageSubresource: VkImageSubresource;
  VkImageSubresource2: VkImageSubresource2;
  VkImageSubresourceLayers: VkImageSubresourceLayers;
  VkImageSubresourceRange: VkImageSubresourceRange;
  VkImportFenceFdInfoKHR: VkImportFenceFdInfoKHR;
  VkImportFenceWin32HandleInfoKHR: VkImportFenceWin32HandleInfoKHR;
  VkImportMemoryFdInfoKHR: VkImportMemoryFdInfoKHR;
  VkImportMemoryHostPointerInfoEXT: VkImportMemoryHostPointerInfoEXT;
  VkImportMemoryWin32HandleInfoKHR: VkImportMemoryWin32HandleInfoKHR;
  VkImportMemoryWin32HandleInfoNV: VkImportMemoryWin32HandleInfoNV;
  VkImportSemaphoreFdInfoKHR: VkImportSemaphoreFdInfoKHR;
  VkImportSemaphoreWin32HandleInfoKHR: VkImportSemaphoreWin32HandleInfoKHR;
  VkInstanceCreateInfo: VkInstanceCreateInfo;
  VkLayerProperties: VkLayerProperties;
  VkMappedMemoryRange: VkMappedMemoryRange;
  VkMemoryAllocateFlagsInfo: VkMemoryAllocateFlagsInfo;
  VkMemoryAllocateInfo: VkMemoryAllocateInfo;
  VkMemoryBarrier: VkMemoryBarrier;
  VkMemoryBarrier2: VkMemoryBarrier2;
  VkMemoryDedicatedAllocateInfo: VkMemoryDedicatedAllocateInfo;
  VkMemoryDedicatedRequirements: VkMemoryDedicatedRequirements;
  VkMemoryFdPropertiesKHR: VkMemoryFdPropertiesKHR;
  VkMemoryGetFdInfoKHR: VkMemoryGetFdInfoKHR;
  VkMemoryGetWin32HandleInfoKHR: VkMemoryGetWin32HandleInfoKHR;
  VkMemoryHeap: VkMemoryHeap;
  VkMemoryHostPointerPropertiesEXT: VkMemoryHostPointerPropertiesEXT;
  VkMemoryMapInfo: VkMemoryMapInfo;
  VkMemoryMapPlacedInfoEXT: VkMemoryMapPlacedInfoEXT;
  VkMemoryOpaqueCaptureAddressAllocateInfo: VkMemoryOpaqueCaptureAddressAllocateInfo;
  VkMemoryPriorityAllocateInfoEXT: VkMemoryPriorityAllocateInfoEXT;
  VkMemoryRequirements: VkMemoryRequirements;
  VkMemoryRequirements2: VkMemoryRequirements2;
  VkMemoryType: VkMemoryType;
  VkMemoryUnmapInfo: VkMemoryUnmapInfo;
  VkMemoryWin32HandlePropertiesKHR: VkMemoryWin32HandlePropertiesKHR;
  VkOffset2D: VkOffset2D;
  VkOffset3D: VkOffset3D;
  VkPhysicalDevice16BitStorageFeatures: VkPhysicalDevice16BitStorageFeatures;
  VkPhysicalDevice8BitStorageFeatures: VkPhysicalDevice8BitStorageFeatures;
  VkPhysicalDeviceBufferDeviceAddressFeatures: VkPhysicalDeviceBufferDeviceAddressFeatures;
  VkPhysicalDeviceDepthStencilResolveProperties: VkPhysicalDeviceDepthStencilResolveProperties;
  VkPhysicalDeviceDescriptorIndexingFeatures: VkPhysicalDeviceDescriptorIndexingFeatures;
  VkPhysicalDeviceDescriptorIndexingProperties: VkPhysicalDeviceDescriptorIndexingProperties;
  VkPhysicalDeviceDeviceMemoryReportFeaturesEXT: VkPhysicalDeviceDeviceMemoryReportFeaturesEXT;
  VkPhysicalDeviceDriverProperties: VkPhysicalDeviceDriverProperties;
  VkPhysicalDeviceDrmPropertiesEXT: VkPhysicalDeviceDrmPropertiesEXT;
  VkPhysicalDeviceDynamicRenderingFeatures: VkPhysicalDeviceDynamicRenderingFeatures;
  VkPhysicalDeviceDynamicRenderingLocalReadFeatures: VkPhysicalDeviceDynamicRenderingLocalReadFeatures;
  VkPhysicalDeviceExternalBufferInfo: VkPhysicalDeviceExternalBufferInfo;
  VkPhysicalDeviceExternalFenceInfo: VkPhysicalDeviceExternalFenceInfo;
  VkPhysicalDeviceExternalImageFormatInfo: VkPhysicalDeviceExternalImageFormatInfo;
  VkPhysicalDeviceExternalMemoryHostPropertiesEXT: VkPhysicalDeviceExternalMemoryHostPropertiesEXT;
  VkPhysicalDeviceExternalSemaphoreInfo: VkPhysicalDeviceExternalSemaphoreInfo;
  VkPhysicalDeviceFeatures: VkPhysicalDeviceFeatures;
  VkPhysicalDeviceFeatures2: VkPhysicalDeviceFeatures2;
  VkPhysicalDeviceFloatControlsProperties: VkPhysicalDeviceFloatControlsProperties;
  VkPhysicalDeviceGlobalPriorityQueryFeatures: VkPhysicalDeviceGlobalPriorityQueryFeatures;
  VkPhysicalDeviceGroupProperties: VkPhysicalDeviceGroupProperties;
  VkPhysicalDeviceHostImageCopyFeatures: VkPhysicalDeviceHostImageCopyFeatures;
  VkPhysicalDeviceHostImageCopyProperties: VkPhysicalDeviceHostImageCopyProperties;
  VkPhysicalDeviceHostQueryResetFeatures: VkPhysicalDeviceHostQueryResetFeatures;
  VkPhysicalDeviceIDProperties: VkPhysicalDeviceIDProperties;
  VkPhysicalDeviceImageDrmFormatModifierInfoEXT: VkPhysicalDeviceImageDrmFormatModifierInfoEXT;
  VkPhysicalDeviceImageFormatInfo2: VkPhysicalDeviceImageFormatInfo2;
  VkPhysicalDeviceImageRobustnessFeatures: VkPhysicalDeviceImageRobustnessFeatures;
  VkPhysicalDeviceImagelessFramebufferFeatures: VkPhysicalDeviceImagelessFramebufferFeatures;
  VkPhysicalDeviceIndexTypeUint8Features: VkPhysicalDeviceIndexTypeUint8Features;
  VkPhysicalDeviceInlineUniformBlockFeatures: VkPhysicalDeviceInlineUniformBlockFeatures;
  VkPhysicalDeviceInlineUniformBlockProperties: VkPhysicalDeviceInlineUniformBlockProperties;
  VkPhysicalDeviceLayeredApiPropertiesKHR: VkPhysicalDeviceLayeredApiPropertiesKHR;
  VkPhysicalDeviceLayeredApiPropertiesListKHR: VkPhysicalDeviceLayeredApiPropertiesListKHR;
  VkPhysicalDeviceLayeredApiVulkanPropertiesKHR: VkPhysicalDeviceLayeredApiVulkanPropertiesKHR;
  VkPhysicalDeviceLimits: VkPhysicalDeviceLimits;
  VkPhysicalDeviceLineRasterizationFeatures: VkPhysicalDeviceLineRasterizationFeatures;
  VkPhysicalDeviceLineRasterizationProperties: VkPhysicalDeviceLineRasterizationProperties;
  VkPhysicalDeviceMaintenance3Properties: VkPhysicalDeviceMaintenance3Properties;
  VkPhysicalDeviceMaintenance4Features: VkPhysicalDeviceMaintenance4Features;
  VkPhysicalDeviceMaintenance4Properties: VkPhysicalDeviceMaintenance4Properties;
  VkPhysicalDeviceMaintenance5Features: VkPhysicalDeviceMaintenance5Features;
  VkPhysicalDeviceMaintenance5Properties: VkPhysicalDeviceMaintenance5Properties;
  VkPhysicalDeviceMaintenance6Features: VkPhysicalDeviceMaintenance6Features;
  VkPhysicalDeviceMaintenance6Properties: VkPhysicalDeviceMaintenance6Properties;
  VkPhysicalDeviceMaintenance7FeaturesKHR: VkPhysicalDeviceMaintenance7FeaturesKHR;
  VkPhysicalDeviceMaintenance7PropertiesKHR: VkPhysicalDeviceMaintenance7PropertiesKHR;
  VkPhysicalDeviceMapMemoryPlacedFeaturesEXT: VkPhysicalDeviceMapMemoryPlacedFeaturesEXT;
  VkPhysicalDeviceMapMemoryPlacedPropertiesEXT: VkPhysicalDeviceMapMemoryPlacedPropertiesEXT;
  VkPhysicalDeviceMemoryBudgetPropertiesEXT: VkPhysicalDeviceMemoryBudgetPropertiesEXT;
  VkPhysicalDeviceMemoryPriorityFeaturesEXT: VkPhysicalDeviceMemoryPriorityFeaturesEXT;
  VkPhysicalDeviceMemoryProperties: VkPhysicalDeviceMemoryProperties;
  VkPhysicalDeviceMemoryProperties2: VkPhysicalDeviceMemoryProperties2;
  VkPhysicalDeviceMultiviewFeatures: VkPhysicalDeviceMultiviewFeatures;
  VkPhysicalDeviceMultiviewProperties: VkPhysicalDeviceMultiviewProperties;
  VkPhysicalDevicePCIBusInfoPropertiesEXT: VkPhysicalDevicePCIBusInfoPropertiesEXT;
  VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT: VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT;
  VkPhysicalDevicePipelineCreationCacheControlFeatures: VkPhysicalDevicePipelineCreationCacheControlFeatures;
  VkPhysicalDevicePipelineProtectedAccessFeatures: VkPhysicalDevicePipelineProtectedAccessFeatures;
  VkPhysicalDevicePipelineRobustnessFeatures: VkPhysicalDevicePipelineRobustnessFeatures;
  VkPhysicalDevicePipelineRobustnessProperties: VkPhysicalDevicePipelineRobustnessProperties;
  VkPhysicalDevicePointClippingProperties: VkPhysicalDevicePointClippingProperties;
  VkPhysicalDevicePrivateDataFeatures: VkPhysicalDevicePrivateDataFeatures;
  VkPhysicalDeviceProperties: VkPhysicalDeviceProperties;
  VkPhysicalDeviceProperties2: VkPhysicalDeviceProperties2;
  VkPhysicalDeviceProtectedMemoryFeatures: VkPhysicalDeviceProtectedMemoryFeatures;
  VkPhysicalDeviceProtectedMemoryProperties: VkPhysicalDeviceProtectedMemoryProperties;
  VkPhysicalDevicePushDescriptorProperties: VkPhysicalDevicePushDescriptorProperties;
  VkPhysicalDeviceSamplerFilterMinmaxProperties: VkPhysicalDeviceSamplerFilterMinmaxProperties;
  VkPhysicalDeviceSamplerYcbcrConversionFeatures: VkPhysicalDeviceSamplerYcbcrConversionFeatures;
  VkPhysicalDeviceScalarBlockLayoutFeatures: VkPhysicalDeviceScalarBlockLayoutFeatures;
  VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures: VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures;
  VkPhysicalDeviceShaderAtomicInt64Features: VkPhysicalDeviceShaderAtomicInt64Features;
  VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures: VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures;
  VkPhysicalDeviceShaderDrawParametersFeatures: VkPhysicalDeviceShaderDrawParametersFeatures;
  VkPhysicalDeviceShaderExpectAssumeFeatures: VkPhysicalDeviceShaderExpectAssumeFeatures;
  VkPhysicalDeviceShaderFloat16Int8Features: VkPhysicalDeviceShaderFloat16Int8Features;
  VkPhysicalDeviceShaderFloatControls2Features: VkPhysicalDeviceShaderFloatControls2Features;
  VkPhysicalDeviceShaderIntegerDotProductFeatures: VkPhysicalDeviceShaderIntegerDotProductFeatures;
  VkPhysicalDeviceShaderIntegerDotProductProperties: VkPhysicalDeviceShaderIntegerDotProductProperties;
  VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures: VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures;
  VkPhysicalDeviceShaderSubgroupRotateFeatures: VkPhysicalDeviceShaderSubgroupRotateFeatures;
  VkPhysicalDeviceShaderTerminateInvocationFeatures: VkPhysicalDeviceShaderTerminateInvocationFeatures;
  VkPhysicalDeviceSparseImageFormatInfo2: VkPhysicalDeviceSparseImageFormatInfo2;
  VkPhysicalDeviceSparseProperties: VkPhysicalDeviceSparseProperties;
  VkPhysicalDeviceSubgroupProperties: VkPhysicalDeviceSubgroupProperties;
  VkPhysicalDeviceSubgroupSizeControlFeatures: VkPhysicalDeviceSubgroupSizeControlFeatures;
  VkPhysicalDeviceSubgroupSizeControlProperties: VkPhysicalDeviceSubgroupSizeControlProperties;
  VkPhysicalDeviceSynchronization2Features: VkPhysicalDeviceSynchronization2Features;
  VkPhysicalDeviceTexelBufferAlignmentProperties: VkPhysicalDeviceTexelBufferAlignmentProperties;
  VkPhysicalDeviceTextureCompressionASTCHDRFeatures: VkPhysicalDeviceTextureCompressionASTCHDRFeatures;
  VkPhysicalDeviceTimelineSemaphoreFeatures: VkPhysicalDeviceTimelineSemaphoreFeatures;
  VkPhysicalDeviceTimelineSemaphoreProperties: VkPhysicalDeviceTimelineSemaphoreProperties;
  VkPhysicalDeviceToolProperties: VkPhysicalDeviceToolProperties;
  VkPhysicalDeviceUniformBufferStandardLayoutFeatures: VkPhysicalDeviceUniformBufferStandardLayoutFeatures;
  VkPhysicalDeviceVariablePointersFeatures: VkPhysicalDeviceVariablePointersFeatures;
  VkPhysicalDeviceVertexAttributeDivisorFeatures: VkPhysicalDeviceVertexAttributeDivisorFeatures;
  VkPhysicalDeviceVertexAttributeDivisorProperties: VkPhysicalDeviceVertexAttributeDivisorProperties;
  VkPhysicalDeviceVulkan11Features: VkPhysicalDeviceVulkan11Features;
  VkPhysicalDeviceVulkan11Properties: VkPhysicalDeviceVulkan11Properties;
  VkPhysicalDeviceVulkan12Features: VkPhysicalDeviceVulkan12Features;
  VkPhysicalDeviceVulkan12Properties: VkPhysicalDeviceVulkan12Properties;
  VkPhysicalDeviceVulkan13Features: VkPhysicalDeviceVulkan13Features;
  VkPhysicalDeviceVulkan13Properties: VkPhysicalDeviceVulkan13Properties;
  VkPhysicalDeviceVulkan14Features: VkPhysicalDeviceVulkan14Features;
  VkPhysicalDeviceVulkan14Properties: VkPhysicalDeviceVulkan14Properties;
  VkPhysicalDeviceVulkanMemoryModelFeatures: VkPhysicalDeviceVulkanMemoryModelFeatures;
  VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures: VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures;
  VkPresentInfoKHR: VkPresentInfoKHR;
  VkPrivateDataSlotCreateInfo: VkPrivateDataSlotCreateInfo;
  VkProtectedSubmitInfo: VkProtectedSubmitInfo;
  VkQueueFamilyGlobalPriorityProperties: VkQueueFamilyGlobalPriorityProperties;
  VkQueueFamilyProperties: VkQueueFamilyProperties;
  VkQueueFamilyProperties2: VkQueueFamilyProperties2;
  VkRect2D: VkRect2D;
  VkRenderingAttachmentLocationInfo: VkRenderingAttachmentLocationInfo;
  VkRenderingInputAttachmentIndexInfo: VkRenderingInputAttachmentIndexInfo;
  VkSamplerYcbcrConversionImageFormatProperties: VkSamplerYcbcrConversionImageFormatProperties;
  VkSemaphoreCreateInfo: VkSemaphoreCreateInfo;
  VkSemaphoreGetFdInfoKHR: VkSemaphoreGetFdInfoKHR;
  VkSemaphoreGetWin32HandleInfoKHR: VkSemaphoreGetWin32HandleInfoKHR;
  VkSemaphoreSignalInfo: VkSemaphoreSignalInfo;
  VkSemaphoreSubmitInfo: VkSemaphoreSubmitInfo;
  VkSemaphoreTypeCreateInfo: VkSemaphoreTypeCreateInfo;
  VkSemaphoreWaitInfo: VkSemaphoreWaitInfo;
  VkSparseBufferMemoryBindInfo: VkSparseBufferMemoryBindInfo;
  VkSparseImageFormatProperties: VkSparseImageFormatProperties;
  VkSparseImageFormatProperties2: VkSparseImageFormatProperties2;
  VkSparseImageMemoryBind: VkSparseImageMemoryBind;
  VkSparseImageMemoryBindInfo: VkSparseImageMemoryBindInfo;
  VkSparseImageMemoryRequirements: VkSparseImageMemoryRequirements;
  VkSparseImageMemoryRequirements2: VkSparseImageMemoryRequirements2;
  VkSparseImageOpaqueMemoryBindInfo: VkSparseImageOpaqueMemoryBindInfo;
  VkSparseMemoryBind: VkSparseMemoryBind;
  VkSubmitInfo: VkSubmitInfo;
  VkSubmitInfo2: VkSubmitInfo2;
  VkSubresourceHostMemcpySize: VkSubresourceHostMemcpySize;
  VkSubresourceLayout: VkSubresourceLayout;
  VkSubresourceLayout2: VkSubresourceLayout2;
  VkSurfaceCapabilitiesKHR: VkSurfaceCapabilitiesKHR;
  VkSurfaceFormatKHR: VkSurfaceFormatKHR;
  VkSwapchainCreateInfoKHR: VkSwapchainCreateInfoKHR;
  VkTimelineSemaphoreSubmitInfo: VkTimelineSemaphoreSubmitInfo;
  VkValidationFeaturesEXT: VkValidationFeaturesEXT;
  VkWin32KeyedMutexAcquireReleaseInfoKHR: VkWin32KeyedMutexAcquireReleaseInfoKHR;
  VkWin32KeyedMutexAcquireReleaseInfoNV: VkWin32KeyedMutexAcquireReleaseInfoNV;
}
