// Generated from the Vulkan registry 1.4.309 by harness/vulkan/generator; do not edit.
// `npm run generate -- PATH_OF_vk.xml` writes it anew.

import type { Chain } from '../structure-encoder';
import type { VkColorSpaceKHR, VkCommandBufferLevel, VkCompositeAlphaFlagBitsKHR, VkDeviceMemoryReportEventTypeEXT, VkDriverId, VkExternalFenceHandleTypeFlagBits, VkExternalMemoryHandleTypeFlagBits, VkExternalSemaphoreHandleTypeFlagBits, VkFormat, VkImageAspectFlagBits, VkImageLayout, VkImageTiling, VkImageType, VkObjectType, VkPhysicalDeviceLayeredApiKHR, VkPhysicalDeviceType, VkPipelineRobustnessBufferBehavior, VkPipelineRobustnessImageBehavior, VkPointClippingBehavior, VkPresentModeKHR, VkQueueGlobalPriority, VkSampleCountFlagBits, VkSemaphoreType, VkShaderFloatControlsIndependence, VkSharingMode, VkSurfaceTransformFlagBitsKHR, VkValidationFeatureDisableEXT, VkValidationFeatureEnableEXT, VkAccessFlags, VkAccessFlags2, VkBufferCreateFlags, VkBufferUsageFlags, VkBufferUsageFlags2, VkCommandBufferUsageFlags, VkCommandPoolCreateFlags, VkCompositeAlphaFlagsKHR, VkDebugUtilsMessageSeverityFlagsEXT, VkDebugUtilsMessageTypeFlagsEXT, VkDebugUtilsMessengerCallbackDataFlagsEXT, VkDebugUtilsMessengerCreateFlagsEXT, VkDependencyFlags, VkDeviceCreateFlags, VkDeviceGroupPresentModeFlagsKHR, VkDeviceMemoryReportFlagsEXT, VkDeviceQueueCreateFlags, VkEventCreateFlags, VkExternalFenceFeatureFlags, VkExternalFenceHandleTypeFlags, VkExternalMemoryFeatureFlags, VkExternalMemoryHandleTypeFlags, VkExternalMemoryHandleTypeFlagsNV, VkExternalSemaphoreFeatureFlags, VkExternalSemaphoreHandleTypeFlags, VkFenceCreateFlags, VkFenceImportFlags, VkFormatFeatureFlags, VkFormatFeatureFlags2, VkHeadlessSurfaceCreateFlagsEXT, VkImageAspectFlags, VkImageCreateFlags, VkImageUsageFlags, VkInstanceCreateFlags, VkMemoryAllocateFlags, VkMemoryHeapFlags, VkMemoryMapFlags, VkMemoryPropertyFlags, VkMemoryUnmapFlags, VkPipelineStageFlags, VkPipelineStageFlags2, VkPrivateDataSlotCreateFlags, VkQueryControlFlags, VkQueryPipelineStatisticFlags, VkQueueFlags, VkRenderingFlags, VkResolveModeFlags, VkSampleCountFlags, VkSemaphoreCreateFlags, VkSemaphoreImportFlags, VkSemaphoreWaitFlags, VkShaderStageFlags, VkSparseImageFormatFlags, VkSparseMemoryBindFlags, VkSubgroupFeatureFlags, VkSubmitFlags, VkSurfaceTransformFlagsKHR, VkSwapchainCreateFlagsKHR, VkToolPurposeFlags } from './enumerations';
import type { VkBuffer, VkCommandBuffer, VkCommandPool, VkDeviceMemory, VkFence, VkFramebuffer, VkImage, VkPhysicalDevice, VkRenderPass, VkSemaphore, VkSurfaceKHR, VkSwapchainKHR } from './handles';

export interface VkAcquireNextImageInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_ACQUIRE_NEXT_IMAGE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly swapchain: VkSwapchainKHR;
  readonly timeout: number | bigint;
  readonly semaphore: VkSemaphore | null;
  readonly fence: VkFence | null;
  readonly deviceMask: number;
}
export interface VkAllocationCallbacks {
  readonly pUserData: bigint | null;
  readonly pfnAllocation: bigint | null;
  readonly pfnReallocation: bigint | null;
  readonly pfnFree: bigint | null;
  readonly pfnInternalAllocation: bigint | null;
  readonly pfnInternalFree: bigint | null;
}
export interface VkApplicationInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_APPLICATION_INFO';
  readonly pNext?: Chain<never>;
  readonly pApplicationName: string | null;
  readonly applicationVersion: number;
  readonly pEngineName: string | null;
  readonly engineVersion: number;
  readonly apiVersion: number;
}
export interface VkBindBufferMemoryDeviceGroupInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_BUFFER_MEMORY_DEVICE_GROUP_INFO';
  readonly pNext?: Chain<never>;
  readonly deviceIndexCount?: number;
  readonly pDeviceIndices: readonly (number)[];
}
export interface VkBindBufferMemoryInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_BUFFER_MEMORY_INFO';
  readonly pNext?: Chain<'VkBindBufferMemoryDeviceGroupInfo' | 'VkBindMemoryStatus'>;
  readonly buffer: VkBuffer;
  readonly memory: VkDeviceMemory;
  readonly memoryOffset: number | bigint;
}
export interface VkBindImageMemoryDeviceGroupInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_IMAGE_MEMORY_DEVICE_GROUP_INFO';
  readonly pNext?: Chain<never>;
  readonly deviceIndexCount?: number;
  readonly pDeviceIndices: readonly (number)[];
  readonly splitInstanceBindRegionCount?: number;
  readonly pSplitInstanceBindRegions: readonly (VkRect2D)[];
}
export interface VkBindImageMemoryInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_IMAGE_MEMORY_INFO';
  readonly pNext?: Chain<'VkBindImageMemoryDeviceGroupInfo' | 'VkBindImagePlaneMemoryInfo' | 'VkBindMemoryStatus'>;
  readonly image: VkImage;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: number | bigint;
}
export interface VkBindImagePlaneMemoryInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_IMAGE_PLANE_MEMORY_INFO';
  readonly pNext?: Chain<never>;
  readonly planeAspect: VkImageAspectFlagBits | number;
}
export interface VkBindMemoryStatus {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_MEMORY_STATUS';
  readonly pNext?: Chain<never>;
  readonly pResult: bigint | null;
}
export interface VkBindSparseInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BIND_SPARSE_INFO';
  readonly pNext?: Chain<'VkDeviceGroupBindSparseInfo' | 'VkTimelineSemaphoreSubmitInfo'>;
  readonly waitSemaphoreCount?: number;
  readonly pWaitSemaphores: readonly (VkSemaphore | null)[];
  readonly bufferBindCount?: number;
  readonly pBufferBinds: readonly (VkSparseBufferMemoryBindInfo)[];
  readonly imageOpaqueBindCount?: number;
  readonly pImageOpaqueBinds: readonly (VkSparseImageOpaqueMemoryBindInfo)[];
  readonly imageBindCount?: number;
  readonly pImageBinds: readonly (VkSparseImageMemoryBindInfo)[];
  readonly signalSemaphoreCount?: number;
  readonly pSignalSemaphores: readonly (VkSemaphore | null)[];
}
export interface VkBufferCopy {
  readonly srcOffset: number | bigint;
  readonly dstOffset: number | bigint;
  readonly size: number | bigint;
}
export interface VkBufferCopy2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_COPY_2';
  readonly pNext?: Chain<never>;
  readonly srcOffset: number | bigint;
  readonly dstOffset: number | bigint;
  readonly size: number | bigint;
}
export interface VkBufferCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_CREATE_INFO';
  readonly pNext?: Chain<'VkBufferOpaqueCaptureAddressCreateInfo' | 'VkBufferUsageFlags2CreateInfo' | 'VkDedicatedAllocationBufferCreateInfoNV' | 'VkExternalMemoryBufferCreateInfo'>;
  readonly flags: VkBufferCreateFlags;
  readonly size: number | bigint;
  readonly usage: VkBufferUsageFlags;
  readonly sharingMode: VkSharingMode | number;
  readonly queueFamilyIndexCount?: number;
  readonly pQueueFamilyIndices: readonly (number)[] | null;
}
export interface VkBufferDeviceAddressInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_DEVICE_ADDRESS_INFO';
  readonly pNext?: Chain<never>;
  readonly buffer: VkBuffer;
}
export interface VkBufferImageCopy {
  readonly bufferOffset: number | bigint;
  readonly bufferRowLength: number;
  readonly bufferImageHeight: number;
  readonly imageSubresource: VkImageSubresourceLayers;
  readonly imageOffset: VkOffset3D;
  readonly imageExtent: VkExtent3D;
}
export interface VkBufferImageCopy2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_IMAGE_COPY_2';
  readonly pNext?: Chain<never>;
  readonly bufferOffset: number | bigint;
  readonly bufferRowLength: number;
  readonly bufferImageHeight: number;
  readonly imageSubresource: VkImageSubresourceLayers;
  readonly imageOffset: VkOffset3D;
  readonly imageExtent: VkExtent3D;
}
export interface VkBufferMemoryBarrier {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_MEMORY_BARRIER';
  readonly pNext?: Chain<'VkExternalMemoryAcquireUnmodifiedEXT'>;
  readonly srcAccessMask: VkAccessFlags;
  readonly dstAccessMask: VkAccessFlags;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly buffer: VkBuffer;
  readonly offset: number | bigint;
  readonly size: number | bigint;
}
export interface VkBufferMemoryBarrier2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_MEMORY_BARRIER_2';
  readonly pNext?: Chain<'VkExternalMemoryAcquireUnmodifiedEXT'>;
  readonly srcStageMask: VkPipelineStageFlags2;
  readonly srcAccessMask: VkAccessFlags2;
  readonly dstStageMask: VkPipelineStageFlags2;
  readonly dstAccessMask: VkAccessFlags2;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly buffer: VkBuffer;
  readonly offset: number | bigint;
  readonly size: number | bigint;
}
export interface VkBufferMemoryRequirementsInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_MEMORY_REQUIREMENTS_INFO_2';
  readonly pNext?: Chain<never>;
  readonly buffer: VkBuffer;
}
export interface VkBufferOpaqueCaptureAddressCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_OPAQUE_CAPTURE_ADDRESS_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly opaqueCaptureAddress: number | bigint;
}
export interface VkBufferUsageFlags2CreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_BUFFER_USAGE_FLAGS_2_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly usage: VkBufferUsageFlags2;
}
/** Exactly one of the members. */
export type VkClearColorValue = { readonly float32: readonly (number)[] } | { readonly int32: readonly (number)[] } | { readonly uint32: readonly (number)[] };
export interface VkClearDepthStencilValue {
  readonly depth: number;
  readonly stencil: number;
}
export interface VkCommandBufferAllocateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_BUFFER_ALLOCATE_INFO';
  readonly pNext?: Chain<never>;
  readonly commandPool: VkCommandPool;
  readonly level: VkCommandBufferLevel | number;
  readonly commandBufferCount: number;
}
export interface VkCommandBufferBeginInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_BUFFER_BEGIN_INFO';
  readonly pNext?: Chain<'VkDeviceGroupCommandBufferBeginInfo'>;
  readonly flags: VkCommandBufferUsageFlags;
  readonly pInheritanceInfo: VkCommandBufferInheritanceInfo | null;
}
export interface VkCommandBufferInheritanceInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_BUFFER_INHERITANCE_INFO';
  readonly pNext?: Chain<'VkCommandBufferInheritanceRenderingInfo' | 'VkRenderingAttachmentLocationInfo' | 'VkRenderingInputAttachmentIndexInfo'>;
  readonly renderPass: VkRenderPass | null;
  readonly subpass: number;
  readonly framebuffer: VkFramebuffer | null;
  readonly occlusionQueryEnable: boolean;
  readonly queryFlags: VkQueryControlFlags;
  readonly pipelineStatistics: VkQueryPipelineStatisticFlags;
}
export interface VkCommandBufferInheritanceRenderingInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_BUFFER_INHERITANCE_RENDERING_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkRenderingFlags;
  readonly viewMask: number;
  readonly colorAttachmentCount?: number;
  readonly pColorAttachmentFormats: readonly (VkFormat | number)[];
  readonly depthAttachmentFormat: VkFormat | number;
  readonly stencilAttachmentFormat: VkFormat | number;
  readonly rasterizationSamples: VkSampleCountFlagBits | number;
}
export interface VkCommandBufferSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_BUFFER_SUBMIT_INFO';
  readonly pNext?: Chain<never>;
  readonly commandBuffer: VkCommandBuffer;
  readonly deviceMask: number;
}
export interface VkCommandPoolCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_COMMAND_POOL_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkCommandPoolCreateFlags;
  readonly queueFamilyIndex: number;
}
export interface VkConformanceVersion {
  readonly major: number;
  readonly minor: number;
  readonly subminor: number;
  readonly patch: number;
}
export interface VkCopyBufferInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_COPY_BUFFER_INFO_2';
  readonly pNext?: Chain<never>;
  readonly srcBuffer: VkBuffer;
  readonly dstBuffer: VkBuffer;
  readonly regionCount?: number;
  readonly pRegions: readonly (VkBufferCopy2)[];
}
export interface VkCopyBufferToImageInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_COPY_BUFFER_TO_IMAGE_INFO_2';
  readonly pNext?: Chain<never>;
  readonly srcBuffer: VkBuffer;
  readonly dstImage: VkImage;
  readonly dstImageLayout: VkImageLayout | number;
  readonly regionCount?: number;
  readonly pRegions: readonly (VkBufferImageCopy2)[];
}
export interface VkCopyImageInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_COPY_IMAGE_INFO_2';
  readonly pNext?: Chain<never>;
  readonly srcImage: VkImage;
  readonly srcImageLayout: VkImageLayout | number;
  readonly dstImage: VkImage;
  readonly dstImageLayout: VkImageLayout | number;
  readonly regionCount?: number;
  readonly pRegions: readonly (VkImageCopy2)[];
}
export interface VkCopyImageToBufferInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_COPY_IMAGE_TO_BUFFER_INFO_2';
  readonly pNext?: Chain<never>;
  readonly srcImage: VkImage;
  readonly srcImageLayout: VkImageLayout | number;
  readonly dstBuffer: VkBuffer;
  readonly regionCount?: number;
  readonly pRegions: readonly (VkBufferImageCopy2)[];
}
export interface VkD3D12FenceSubmitInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_D3D12_FENCE_SUBMIT_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly waitSemaphoreValuesCount?: number;
  readonly pWaitSemaphoreValues: readonly (number | bigint)[] | null;
  readonly signalSemaphoreValuesCount?: number;
  readonly pSignalSemaphoreValues: readonly (number | bigint)[] | null;
}
export interface VkDebugUtilsLabelEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEBUG_UTILS_LABEL_EXT';
  readonly pNext?: Chain<never>;
  readonly pLabelName: string;
  readonly color: readonly (number)[];
}
export interface VkDebugUtilsMessengerCallbackDataEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CALLBACK_DATA_EXT';
  readonly pNext?: Chain<never>;
  readonly flags: VkDebugUtilsMessengerCallbackDataFlagsEXT;
  readonly pMessageIdName: string | null;
  readonly messageIdNumber: number;
  readonly pMessage: string | null;
  readonly queueLabelCount?: number;
  readonly pQueueLabels: readonly (VkDebugUtilsLabelEXT)[];
  readonly cmdBufLabelCount?: number;
  readonly pCmdBufLabels: readonly (VkDebugUtilsLabelEXT)[];
  readonly objectCount?: number;
  readonly pObjects: readonly (VkDebugUtilsObjectNameInfoEXT)[];
}
export interface VkDebugUtilsMessengerCreateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEBUG_UTILS_MESSENGER_CREATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly flags: VkDebugUtilsMessengerCreateFlagsEXT;
  readonly messageSeverity: VkDebugUtilsMessageSeverityFlagsEXT;
  readonly messageType: VkDebugUtilsMessageTypeFlagsEXT;
  readonly pfnUserCallback: bigint | null;
  readonly pUserData: bigint | null;
}
export interface VkDebugUtilsObjectNameInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEBUG_UTILS_OBJECT_NAME_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly objectType: VkObjectType | number;
  readonly objectHandle: number | bigint;
  readonly pObjectName: string | null;
}
export interface VkDebugUtilsObjectTagInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEBUG_UTILS_OBJECT_TAG_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly objectType: VkObjectType | number;
  readonly objectHandle: number | bigint;
  readonly tagName: number | bigint;
  readonly tagSize?: number | bigint;
  readonly pTag: Uint8Array;
}
export interface VkDedicatedAllocationBufferCreateInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEDICATED_ALLOCATION_BUFFER_CREATE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly dedicatedAllocation: boolean;
}
export interface VkDedicatedAllocationImageCreateInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEDICATED_ALLOCATION_IMAGE_CREATE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly dedicatedAllocation: boolean;
}
export interface VkDedicatedAllocationMemoryAllocateInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEDICATED_ALLOCATION_MEMORY_ALLOCATE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly image: VkImage | null;
  readonly buffer: VkBuffer | null;
}
export interface VkDependencyInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEPENDENCY_INFO';
  readonly pNext?: Chain<never>;
  readonly dependencyFlags: VkDependencyFlags;
  readonly memoryBarrierCount?: number;
  readonly pMemoryBarriers: readonly (VkMemoryBarrier2)[];
  readonly bufferMemoryBarrierCount?: number;
  readonly pBufferMemoryBarriers: readonly (VkBufferMemoryBarrier2)[];
  readonly imageMemoryBarrierCount?: number;
  readonly pImageMemoryBarriers: readonly (VkImageMemoryBarrier2)[];
}
export interface VkDeviceBufferMemoryRequirements {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_BUFFER_MEMORY_REQUIREMENTS';
  readonly pNext?: Chain<never>;
  readonly pCreateInfo: VkBufferCreateInfo;
}
export interface VkDeviceCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_CREATE_INFO';
  readonly pNext?: Chain<'VkDeviceDeviceMemoryReportCreateInfoEXT' | 'VkDeviceGroupDeviceCreateInfo' | 'VkDevicePrivateDataCreateInfo' | 'VkPhysicalDevice16BitStorageFeatures' | 'VkPhysicalDevice8BitStorageFeatures' | 'VkPhysicalDeviceBufferDeviceAddressFeatures' | 'VkPhysicalDeviceDescriptorIndexingFeatures' | 'VkPhysicalDeviceDeviceMemoryReportFeaturesEXT' | 'VkPhysicalDeviceDynamicRenderingFeatures' | 'VkPhysicalDeviceDynamicRenderingLocalReadFeatures' | 'VkPhysicalDeviceFeatures2' | 'VkPhysicalDeviceGlobalPriorityQueryFeatures' | 'VkPhysicalDeviceHostImageCopyFeatures' | 'VkPhysicalDeviceHostQueryResetFeatures' | 'VkPhysicalDeviceImageRobustnessFeatures' | 'VkPhysicalDeviceImagelessFramebufferFeatures' | 'VkPhysicalDeviceIndexTypeUint8Features' | 'VkPhysicalDeviceInlineUniformBlockFeatures' | 'VkPhysicalDeviceLineRasterizationFeatures' | 'VkPhysicalDeviceMaintenance4Features' | 'VkPhysicalDeviceMaintenance5Features' | 'VkPhysicalDeviceMaintenance6Features' | 'VkPhysicalDeviceMaintenance7FeaturesKHR' | 'VkPhysicalDeviceMapMemoryPlacedFeaturesEXT' | 'VkPhysicalDeviceMemoryPriorityFeaturesEXT' | 'VkPhysicalDeviceMultiviewFeatures' | 'VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT' | 'VkPhysicalDevicePipelineCreationCacheControlFeatures' | 'VkPhysicalDevicePipelineProtectedAccessFeatures' | 'VkPhysicalDevicePipelineRobustnessFeatures' | 'VkPhysicalDevicePrivateDataFeatures' | 'VkPhysicalDeviceProtectedMemoryFeatures' | 'VkPhysicalDeviceSamplerYcbcrConversionFeatures' | 'VkPhysicalDeviceScalarBlockLayoutFeatures' | 'VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures' | 'VkPhysicalDeviceShaderAtomicInt64Features' | 'VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures' | 'VkPhysicalDeviceShaderDrawParametersFeatures' | 'VkPhysicalDeviceShaderExpectAssumeFeatures' | 'VkPhysicalDeviceShaderFloat16Int8Features' | 'VkPhysicalDeviceShaderFloatControls2Features' | 'VkPhysicalDeviceShaderIntegerDotProductFeatures' | 'VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures' | 'VkPhysicalDeviceShaderSubgroupRotateFeatures' | 'VkPhysicalDeviceShaderTerminateInvocationFeatures' | 'VkPhysicalDeviceSubgroupSizeControlFeatures' | 'VkPhysicalDeviceSynchronization2Features' | 'VkPhysicalDeviceTextureCompressionASTCHDRFeatures' | 'VkPhysicalDeviceTimelineSemaphoreFeatures' | 'VkPhysicalDeviceUniformBufferStandardLayoutFeatures' | 'VkPhysicalDeviceVariablePointersFeatures' | 'VkPhysicalDeviceVertexAttributeDivisorFeatures' | 'VkPhysicalDeviceVulkan11Features' | 'VkPhysicalDeviceVulkan12Features' | 'VkPhysicalDeviceVulkan13Features' | 'VkPhysicalDeviceVulkan14Features' | 'VkPhysicalDeviceVulkanMemoryModelFeatures' | 'VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures'>;
  readonly flags: VkDeviceCreateFlags;
  readonly queueCreateInfoCount?: number;
  readonly pQueueCreateInfos: readonly (VkDeviceQueueCreateInfo)[];
  readonly enabledLayerCount?: number;
  readonly ppEnabledLayerNames: readonly string[];
  readonly enabledExtensionCount?: number;
  readonly ppEnabledExtensionNames: readonly string[];
  readonly pEnabledFeatures: VkPhysicalDeviceFeatures | null;
}
export interface VkDeviceDeviceMemoryReportCreateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_DEVICE_MEMORY_REPORT_CREATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly flags: VkDeviceMemoryReportFlagsEXT;
  readonly pfnUserCallback: bigint | null;
  readonly pUserData: bigint | null;
}
export interface VkDeviceGroupBindSparseInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_GROUP_BIND_SPARSE_INFO';
  readonly pNext?: Chain<never>;
  readonly resourceDeviceIndex: number;
  readonly memoryDeviceIndex: number;
}
export interface VkDeviceGroupCommandBufferBeginInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_GROUP_COMMAND_BUFFER_BEGIN_INFO';
  readonly pNext?: Chain<never>;
  readonly deviceMask: number;
}
export interface VkDeviceGroupDeviceCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_GROUP_DEVICE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly physicalDeviceCount?: number;
  readonly pPhysicalDevices: readonly (VkPhysicalDevice | null)[];
}
export interface VkDeviceGroupPresentCapabilitiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_GROUP_PRESENT_CAPABILITIES_KHR';
  readonly pNext?: Chain<never>;
  readonly presentMask: readonly (number)[];
  readonly modes: VkDeviceGroupPresentModeFlagsKHR;
}
export interface VkDeviceGroupSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_GROUP_SUBMIT_INFO';
  readonly pNext?: Chain<never>;
  readonly waitSemaphoreCount?: number;
  readonly pWaitSemaphoreDeviceIndices: readonly (number)[];
  readonly commandBufferCount?: number;
  readonly pCommandBufferDeviceMasks: readonly (number)[];
  readonly signalSemaphoreCount?: number;
  readonly pSignalSemaphoreDeviceIndices: readonly (number)[];
}
export interface VkDeviceImageMemoryRequirements {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_IMAGE_MEMORY_REQUIREMENTS';
  readonly pNext?: Chain<never>;
  readonly pCreateInfo: VkImageCreateInfo;
  readonly planeAspect: VkImageAspectFlagBits | number;
}
export interface VkDeviceImageSubresourceInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_IMAGE_SUBRESOURCE_INFO';
  readonly pNext?: Chain<never>;
  readonly pCreateInfo: VkImageCreateInfo;
  readonly pSubresource: VkImageSubresource2;
}
export interface VkDeviceMemoryOpaqueCaptureAddressInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_MEMORY_OPAQUE_CAPTURE_ADDRESS_INFO';
  readonly pNext?: Chain<never>;
  readonly memory: VkDeviceMemory;
}
export interface VkDeviceMemoryReportCallbackDataEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_MEMORY_REPORT_CALLBACK_DATA_EXT';
  readonly pNext?: Chain<never>;
  readonly flags: VkDeviceMemoryReportFlagsEXT;
  readonly type: VkDeviceMemoryReportEventTypeEXT | number;
  readonly memoryObjectId: number | bigint;
  readonly size: number | bigint;
  readonly objectType: VkObjectType | number;
  readonly objectHandle: number | bigint;
  readonly heapIndex: number;
}
export interface VkDevicePrivateDataCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_PRIVATE_DATA_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly privateDataSlotRequestCount: number;
}
export interface VkDeviceQueueCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_QUEUE_CREATE_INFO';
  readonly pNext?: Chain<'VkDeviceQueueGlobalPriorityCreateInfo'>;
  readonly flags: VkDeviceQueueCreateFlags;
  readonly queueFamilyIndex: number;
  readonly queueCount?: number;
  readonly pQueuePriorities: readonly (number)[];
}
export interface VkDeviceQueueGlobalPriorityCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_QUEUE_GLOBAL_PRIORITY_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly globalPriority: VkQueueGlobalPriority | number;
}
export interface VkDeviceQueueInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_DEVICE_QUEUE_INFO_2';
  readonly pNext?: Chain<never>;
  readonly flags: VkDeviceQueueCreateFlags;
  readonly queueFamilyIndex: number;
  readonly queueIndex: number;
}
export interface VkDrmFormatModifierProperties2EXT {
  readonly drmFormatModifier: number | bigint;
  readonly drmFormatModifierPlaneCount: number;
  readonly drmFormatModifierTilingFeatures: VkFormatFeatureFlags2;
}
export interface VkDrmFormatModifierPropertiesEXT {
  readonly drmFormatModifier: number | bigint;
  readonly drmFormatModifierPlaneCount: number;
  readonly drmFormatModifierTilingFeatures: VkFormatFeatureFlags;
}
export interface VkDrmFormatModifierPropertiesList2EXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DRM_FORMAT_MODIFIER_PROPERTIES_LIST_2_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifierCount?: number;
  readonly pDrmFormatModifierProperties: bigint | null;
}
export interface VkDrmFormatModifierPropertiesListEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_DRM_FORMAT_MODIFIER_PROPERTIES_LIST_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifierCount?: number;
  readonly pDrmFormatModifierProperties: bigint | null;
}
export interface VkEventCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EVENT_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkEventCreateFlags;
}
export interface VkExportFenceCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_FENCE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalFenceHandleTypeFlags;
}
export interface VkExportFenceWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_FENCE_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly pAttributes: bigint | null;
  readonly dwAccess: number;
  readonly name: string | null;
}
export interface VkExportMemoryAllocateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_MEMORY_ALLOCATE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalMemoryHandleTypeFlags;
}
export interface VkExportMemoryAllocateInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_MEMORY_ALLOCATE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalMemoryHandleTypeFlagsNV;
}
export interface VkExportMemoryWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_MEMORY_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly pAttributes: bigint | null;
  readonly dwAccess: number;
  readonly name: string | null;
}
export interface VkExportMemoryWin32HandleInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_MEMORY_WIN32_HANDLE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly pAttributes: bigint | null;
  readonly dwAccess: number;
}
export interface VkExportSemaphoreCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_SEMAPHORE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalSemaphoreHandleTypeFlags;
}
export interface VkExportSemaphoreWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXPORT_SEMAPHORE_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly pAttributes: bigint | null;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_BUFFER_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly externalMemoryProperties: VkExternalMemoryProperties;
}
export interface VkExternalFenceProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_FENCE_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly exportFromImportedHandleTypes: VkExternalFenceHandleTypeFlags;
  readonly compatibleHandleTypes: VkExternalFenceHandleTypeFlags;
  readonly externalFenceFeatures: VkExternalFenceFeatureFlags;
}
export interface VkExternalImageFormatProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_IMAGE_FORMAT_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly externalMemoryProperties: VkExternalMemoryProperties;
}
export interface VkExternalMemoryAcquireUnmodifiedEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_MEMORY_ACQUIRE_UNMODIFIED_EXT';
  readonly pNext?: Chain<never>;
  readonly acquireUnmodifiedMemory: boolean;
}
export interface VkExternalMemoryBufferCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_MEMORY_BUFFER_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalMemoryHandleTypeFlags;
}
export interface VkExternalMemoryImageCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_MEMORY_IMAGE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalMemoryHandleTypeFlags;
}
export interface VkExternalMemoryImageCreateInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_MEMORY_IMAGE_CREATE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly handleTypes: VkExternalMemoryHandleTypeFlagsNV;
}
export interface VkExternalMemoryProperties {
  readonly externalMemoryFeatures: VkExternalMemoryFeatureFlags;
  readonly exportFromImportedHandleTypes: VkExternalMemoryHandleTypeFlags;
  readonly compatibleHandleTypes: VkExternalMemoryHandleTypeFlags;
}
export interface VkExternalSemaphoreProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_EXTERNAL_SEMAPHORE_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly exportFromImportedHandleTypes: VkExternalSemaphoreHandleTypeFlags;
  readonly compatibleHandleTypes: VkExternalSemaphoreHandleTypeFlags;
  readonly externalSemaphoreFeatures: VkExternalSemaphoreFeatureFlags;
}
export interface VkFenceCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_FENCE_CREATE_INFO';
  readonly pNext?: Chain<'VkExportFenceCreateInfo' | 'VkExportFenceWin32HandleInfoKHR'>;
  readonly flags: VkFenceCreateFlags;
}
export interface VkFenceGetFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_FENCE_GET_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly fence: VkFence;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | number;
}
export interface VkFenceGetWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_FENCE_GET_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly fence: VkFence;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | number;
}
export interface VkFormatProperties {
  readonly linearTilingFeatures: VkFormatFeatureFlags;
  readonly optimalTilingFeatures: VkFormatFeatureFlags;
  readonly bufferFeatures: VkFormatFeatureFlags;
}
export interface VkFormatProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_FORMAT_PROPERTIES_2';
  readonly pNext?: Chain<'VkDrmFormatModifierPropertiesList2EXT' | 'VkDrmFormatModifierPropertiesListEXT' | 'VkFormatProperties3'>;
  readonly formatProperties: VkFormatProperties;
}
export interface VkFormatProperties3 {
  readonly sType?: 'VK_STRUCTURE_TYPE_FORMAT_PROPERTIES_3';
  readonly pNext?: Chain<never>;
  readonly linearTilingFeatures: VkFormatFeatureFlags2;
  readonly optimalTilingFeatures: VkFormatFeatureFlags2;
  readonly bufferFeatures: VkFormatFeatureFlags2;
}
export interface VkHeadlessSurfaceCreateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_HEADLESS_SURFACE_CREATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly flags: VkHeadlessSurfaceCreateFlagsEXT;
}
export interface VkHostImageCopyDevicePerformanceQuery {
  readonly sType?: 'VK_STRUCTURE_TYPE_HOST_IMAGE_COPY_DEVICE_PERFORMANCE_QUERY';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_COPY_2';
  readonly pNext?: Chain<never>;
  readonly srcSubresource: VkImageSubresourceLayers;
  readonly srcOffset: VkOffset3D;
  readonly dstSubresource: VkImageSubresourceLayers;
  readonly dstOffset: VkOffset3D;
  readonly extent: VkExtent3D;
}
export interface VkImageCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_CREATE_INFO';
  readonly pNext?: Chain<'VkDedicatedAllocationImageCreateInfoNV' | 'VkExternalMemoryImageCreateInfo' | 'VkExternalMemoryImageCreateInfoNV' | 'VkImageDrmFormatModifierExplicitCreateInfoEXT' | 'VkImageDrmFormatModifierListCreateInfoEXT' | 'VkImageFormatListCreateInfo' | 'VkImageStencilUsageCreateInfo'>;
  readonly flags: VkImageCreateFlags;
  readonly imageType: VkImageType | number;
  readonly format: VkFormat | number;
  readonly extent: VkExtent3D;
  readonly mipLevels: number;
  readonly arrayLayers: number;
  readonly samples: VkSampleCountFlagBits | number;
  readonly tiling: VkImageTiling | number;
  readonly usage: VkImageUsageFlags;
  readonly sharingMode: VkSharingMode | number;
  readonly queueFamilyIndexCount?: number;
  readonly pQueueFamilyIndices: readonly (number)[] | null;
  readonly initialLayout: VkImageLayout | number;
}
export interface VkImageDrmFormatModifierExplicitCreateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_DRM_FORMAT_MODIFIER_EXPLICIT_CREATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifier: number | bigint;
  readonly drmFormatModifierPlaneCount?: number;
  readonly pPlaneLayouts: readonly (VkSubresourceLayout)[];
}
export interface VkImageDrmFormatModifierListCreateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_DRM_FORMAT_MODIFIER_LIST_CREATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifierCount?: number;
  readonly pDrmFormatModifiers: readonly (number | bigint)[];
}
export interface VkImageDrmFormatModifierPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_DRM_FORMAT_MODIFIER_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifier: number | bigint;
}
export interface VkImageFormatListCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_FORMAT_LIST_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly viewFormatCount?: number;
  readonly pViewFormats: readonly (VkFormat | number)[];
}
export interface VkImageFormatProperties {
  readonly maxExtent: VkExtent3D;
  readonly maxMipLevels: number;
  readonly maxArrayLayers: number;
  readonly sampleCounts: VkSampleCountFlags;
  readonly maxResourceSize: number | bigint;
}
export interface VkImageFormatProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_FORMAT_PROPERTIES_2';
  readonly pNext?: Chain<'VkExternalImageFormatProperties' | 'VkHostImageCopyDevicePerformanceQuery' | 'VkSamplerYcbcrConversionImageFormatProperties'>;
  readonly imageFormatProperties: VkImageFormatProperties;
}
export interface VkImageMemoryBarrier {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER';
  readonly pNext?: Chain<'VkExternalMemoryAcquireUnmodifiedEXT'>;
  readonly srcAccessMask: VkAccessFlags;
  readonly dstAccessMask: VkAccessFlags;
  readonly oldLayout: VkImageLayout | number;
  readonly newLayout: VkImageLayout | number;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly image: VkImage;
  readonly subresourceRange: VkImageSubresourceRange;
}
export interface VkImageMemoryBarrier2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_MEMORY_BARRIER_2';
  readonly pNext?: Chain<'VkExternalMemoryAcquireUnmodifiedEXT'>;
  readonly srcStageMask: VkPipelineStageFlags2;
  readonly srcAccessMask: VkAccessFlags2;
  readonly dstStageMask: VkPipelineStageFlags2;
  readonly dstAccessMask: VkAccessFlags2;
  readonly oldLayout: VkImageLayout | number;
  readonly newLayout: VkImageLayout | number;
  readonly srcQueueFamilyIndex: number;
  readonly dstQueueFamilyIndex: number;
  readonly image: VkImage;
  readonly subresourceRange: VkImageSubresourceRange;
}
export interface VkImageMemoryRequirementsInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_MEMORY_REQUIREMENTS_INFO_2';
  readonly pNext?: Chain<'VkImagePlaneMemoryRequirementsInfo'>;
  readonly image: VkImage;
}
export interface VkImagePlaneMemoryRequirementsInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_PLANE_MEMORY_REQUIREMENTS_INFO';
  readonly pNext?: Chain<never>;
  readonly planeAspect: VkImageAspectFlagBits | number;
}
export interface VkImageResolve {
  readonly srcSubresource: VkImageSubresourceLayers;
  readonly srcOffset: VkOffset3D;
  readonly dstSubresource: VkImageSubresourceLayers;
  readonly dstOffset: VkOffset3D;
  readonly extent: VkExtent3D;
}
export interface VkImageSparseMemoryRequirementsInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_SPARSE_MEMORY_REQUIREMENTS_INFO_2';
  readonly pNext?: Chain<never>;
  readonly image: VkImage;
}
export interface VkImageStencilUsageCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_STENCIL_USAGE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly stencilUsage: VkImageUsageFlags;
}
export interface VkImageSubresource {
  readonly aspectMask: VkImageAspectFlags;
  readonly mipLevel: number;
  readonly arrayLayer: number;
}
export interface VkImageSubresource2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMAGE_SUBRESOURCE_2';
  readonly pNext?: Chain<never>;
  readonly imageSubresource: VkImageSubresource;
}
export interface VkImageSubresourceLayers {
  readonly aspectMask: VkImageAspectFlags;
  readonly mipLevel: number;
  readonly baseArrayLayer: number;
  readonly layerCount: number;
}
export interface VkImageSubresourceRange {
  readonly aspectMask: VkImageAspectFlags;
  readonly baseMipLevel: number;
  readonly levelCount: number;
  readonly baseArrayLayer: number;
  readonly layerCount: number;
}
export interface VkImportFenceFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_FENCE_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly fence: VkFence;
  readonly flags: VkFenceImportFlags;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | number;
  readonly fd: number;
}
export interface VkImportFenceWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_FENCE_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly fence: VkFence;
  readonly flags: VkFenceImportFlags;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | number;
  readonly handle: bigint | null;
  readonly name: string | null;
}
export interface VkImportMemoryFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_MEMORY_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
  readonly fd: number;
}
export interface VkImportMemoryHostPointerInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_MEMORY_HOST_POINTER_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
  readonly pHostPointer: bigint | null;
}
export interface VkImportMemoryWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_MEMORY_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
  readonly handle: bigint | null;
  readonly name: string | null;
}
export interface VkImportMemoryWin32HandleInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_MEMORY_WIN32_HANDLE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalMemoryHandleTypeFlagsNV;
  readonly handle: bigint | null;
}
export interface VkImportSemaphoreFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_SEMAPHORE_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly flags: VkSemaphoreImportFlags;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | number;
  readonly fd: number;
}
export interface VkImportSemaphoreWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_IMPORT_SEMAPHORE_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly flags: VkSemaphoreImportFlags;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | number;
  readonly handle: bigint | null;
  readonly name: string | null;
}
export interface VkInstanceCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_INSTANCE_CREATE_INFO';
  readonly pNext?: Chain<'VkDebugUtilsMessengerCreateInfoEXT' | 'VkValidationFeaturesEXT'>;
  readonly flags: VkInstanceCreateFlags;
  readonly pApplicationInfo: VkApplicationInfo | null;
  readonly enabledLayerCount?: number;
  readonly ppEnabledLayerNames: readonly string[];
  readonly enabledExtensionCount?: number;
  readonly ppEnabledExtensionNames: readonly string[];
}
export interface VkLayerProperties {
  readonly layerName: string;
  readonly specVersion: number;
  readonly implementationVersion: number;
  readonly description: string;
}
export interface VkMappedMemoryRange {
  readonly sType?: 'VK_STRUCTURE_TYPE_MAPPED_MEMORY_RANGE';
  readonly pNext?: Chain<never>;
  readonly memory: VkDeviceMemory;
  readonly offset: number | bigint;
  readonly size: number | bigint;
}
export interface VkMemoryAllocateFlagsInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_FLAGS_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkMemoryAllocateFlags;
  readonly deviceMask: number;
}
export interface VkMemoryAllocateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_ALLOCATE_INFO';
  readonly pNext?: Chain<'VkDedicatedAllocationMemoryAllocateInfoNV' | 'VkExportMemoryAllocateInfo' | 'VkExportMemoryAllocateInfoNV' | 'VkExportMemoryWin32HandleInfoKHR' | 'VkExportMemoryWin32HandleInfoNV' | 'VkImportMemoryFdInfoKHR' | 'VkImportMemoryHostPointerInfoEXT' | 'VkImportMemoryWin32HandleInfoKHR' | 'VkImportMemoryWin32HandleInfoNV' | 'VkMemoryAllocateFlagsInfo' | 'VkMemoryDedicatedAllocateInfo' | 'VkMemoryOpaqueCaptureAddressAllocateInfo' | 'VkMemoryPriorityAllocateInfoEXT'>;
  readonly allocationSize: number | bigint;
  readonly memoryTypeIndex: number;
}
export interface VkMemoryBarrier {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_BARRIER';
  readonly pNext?: Chain<never>;
  readonly srcAccessMask: VkAccessFlags;
  readonly dstAccessMask: VkAccessFlags;
}
export interface VkMemoryBarrier2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_BARRIER_2';
  readonly pNext?: Chain<never>;
  readonly srcStageMask: VkPipelineStageFlags2;
  readonly srcAccessMask: VkAccessFlags2;
  readonly dstStageMask: VkPipelineStageFlags2;
  readonly dstAccessMask: VkAccessFlags2;
}
export interface VkMemoryDedicatedAllocateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_DEDICATED_ALLOCATE_INFO';
  readonly pNext?: Chain<never>;
  readonly image: VkImage | null;
  readonly buffer: VkBuffer | null;
}
export interface VkMemoryDedicatedRequirements {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_DEDICATED_REQUIREMENTS';
  readonly pNext?: Chain<never>;
  readonly prefersDedicatedAllocation: boolean;
  readonly requiresDedicatedAllocation: boolean;
}
export interface VkMemoryFdPropertiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_FD_PROPERTIES_KHR';
  readonly pNext?: Chain<never>;
  readonly memoryTypeBits: number;
}
export interface VkMemoryGetFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_GET_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly memory: VkDeviceMemory;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
}
export interface VkMemoryGetWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_GET_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly memory: VkDeviceMemory;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
}
export interface VkMemoryHeap {
  readonly size: number | bigint;
  readonly flags: VkMemoryHeapFlags;
}
export interface VkMemoryHostPointerPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_HOST_POINTER_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly memoryTypeBits: number;
}
export interface VkMemoryMapInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_MAP_INFO';
  readonly pNext?: Chain<'VkMemoryMapPlacedInfoEXT'>;
  readonly flags: VkMemoryMapFlags;
  readonly memory: VkDeviceMemory;
  readonly offset: number | bigint;
  readonly size: number | bigint;
}
export interface VkMemoryMapPlacedInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_MAP_PLACED_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly pPlacedAddress: bigint | null;
}
export interface VkMemoryOpaqueCaptureAddressAllocateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_OPAQUE_CAPTURE_ADDRESS_ALLOCATE_INFO';
  readonly pNext?: Chain<never>;
  readonly opaqueCaptureAddress: number | bigint;
}
export interface VkMemoryPriorityAllocateInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_PRIORITY_ALLOCATE_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly priority: number;
}
export interface VkMemoryRequirements {
  readonly size: number | bigint;
  readonly alignment: number | bigint;
  readonly memoryTypeBits: number;
}
export interface VkMemoryRequirements2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_REQUIREMENTS_2';
  readonly pNext?: Chain<'VkMemoryDedicatedRequirements'>;
  readonly memoryRequirements: VkMemoryRequirements;
}
export interface VkMemoryType {
  readonly propertyFlags: VkMemoryPropertyFlags;
  readonly heapIndex: number;
}
export interface VkMemoryUnmapInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_UNMAP_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkMemoryUnmapFlags;
  readonly memory: VkDeviceMemory;
}
export interface VkMemoryWin32HandlePropertiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_MEMORY_WIN32_HANDLE_PROPERTIES_KHR';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_16BIT_STORAGE_FEATURES';
  readonly pNext?: Chain<never>;
  readonly storageBuffer16BitAccess: boolean;
  readonly uniformAndStorageBuffer16BitAccess: boolean;
  readonly storagePushConstant16: boolean;
  readonly storageInputOutput16: boolean;
}
export interface VkPhysicalDevice8BitStorageFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_8BIT_STORAGE_FEATURES';
  readonly pNext?: Chain<never>;
  readonly storageBuffer8BitAccess: boolean;
  readonly uniformAndStorageBuffer8BitAccess: boolean;
  readonly storagePushConstant8: boolean;
}
export interface VkPhysicalDeviceBufferDeviceAddressFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_BUFFER_DEVICE_ADDRESS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly bufferDeviceAddress: boolean;
  readonly bufferDeviceAddressCaptureReplay: boolean;
  readonly bufferDeviceAddressMultiDevice: boolean;
}
export interface VkPhysicalDeviceDepthStencilResolveProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DEPTH_STENCIL_RESOLVE_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly supportedDepthResolveModes: VkResolveModeFlags;
  readonly supportedStencilResolveModes: VkResolveModeFlags;
  readonly independentResolveNone: boolean;
  readonly independentResolve: boolean;
}
export interface VkPhysicalDeviceDescriptorIndexingFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DESCRIPTOR_INDEXING_FEATURES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DESCRIPTOR_INDEXING_PROPERTIES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DEVICE_MEMORY_REPORT_FEATURES_EXT';
  readonly pNext?: Chain<never>;
  readonly deviceMemoryReport: boolean;
}
export interface VkPhysicalDeviceDriverProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRIVER_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly driverID: VkDriverId | number;
  readonly driverName: string;
  readonly driverInfo: string;
  readonly conformanceVersion: VkConformanceVersion;
}
export interface VkPhysicalDeviceDrmPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DRM_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly hasPrimary: boolean;
  readonly hasRender: boolean;
  readonly primaryMajor: number | bigint;
  readonly primaryMinor: number | bigint;
  readonly renderMajor: number | bigint;
  readonly renderMinor: number | bigint;
}
export interface VkPhysicalDeviceDynamicRenderingFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DYNAMIC_RENDERING_FEATURES';
  readonly pNext?: Chain<never>;
  readonly dynamicRendering: boolean;
}
export interface VkPhysicalDeviceDynamicRenderingLocalReadFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_DYNAMIC_RENDERING_LOCAL_READ_FEATURES';
  readonly pNext?: Chain<never>;
  readonly dynamicRenderingLocalRead: boolean;
}
export interface VkPhysicalDeviceExternalBufferInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_EXTERNAL_BUFFER_INFO';
  readonly pNext?: Chain<'VkBufferUsageFlags2CreateInfo'>;
  readonly flags: VkBufferCreateFlags;
  readonly usage: VkBufferUsageFlags;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
}
export interface VkPhysicalDeviceExternalFenceInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_EXTERNAL_FENCE_INFO';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalFenceHandleTypeFlagBits | number;
}
export interface VkPhysicalDeviceExternalImageFormatInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_EXTERNAL_IMAGE_FORMAT_INFO';
  readonly pNext?: Chain<never>;
  readonly handleType: VkExternalMemoryHandleTypeFlagBits | number;
}
export interface VkPhysicalDeviceExternalMemoryHostPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_EXTERNAL_MEMORY_HOST_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly minImportedHostPointerAlignment: number | bigint;
}
export interface VkPhysicalDeviceExternalSemaphoreInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_EXTERNAL_SEMAPHORE_INFO';
  readonly pNext?: Chain<'VkSemaphoreTypeCreateInfo'>;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | number;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FEATURES_2';
  readonly pNext?: Chain<'VkPhysicalDevice16BitStorageFeatures' | 'VkPhysicalDevice8BitStorageFeatures' | 'VkPhysicalDeviceBufferDeviceAddressFeatures' | 'VkPhysicalDeviceDescriptorIndexingFeatures' | 'VkPhysicalDeviceDeviceMemoryReportFeaturesEXT' | 'VkPhysicalDeviceDynamicRenderingFeatures' | 'VkPhysicalDeviceDynamicRenderingLocalReadFeatures' | 'VkPhysicalDeviceGlobalPriorityQueryFeatures' | 'VkPhysicalDeviceHostImageCopyFeatures' | 'VkPhysicalDeviceHostQueryResetFeatures' | 'VkPhysicalDeviceImageRobustnessFeatures' | 'VkPhysicalDeviceImagelessFramebufferFeatures' | 'VkPhysicalDeviceIndexTypeUint8Features' | 'VkPhysicalDeviceInlineUniformBlockFeatures' | 'VkPhysicalDeviceLineRasterizationFeatures' | 'VkPhysicalDeviceMaintenance4Features' | 'VkPhysicalDeviceMaintenance5Features' | 'VkPhysicalDeviceMaintenance6Features' | 'VkPhysicalDeviceMaintenance7FeaturesKHR' | 'VkPhysicalDeviceMapMemoryPlacedFeaturesEXT' | 'VkPhysicalDeviceMemoryPriorityFeaturesEXT' | 'VkPhysicalDeviceMultiviewFeatures' | 'VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT' | 'VkPhysicalDevicePipelineCreationCacheControlFeatures' | 'VkPhysicalDevicePipelineProtectedAccessFeatures' | 'VkPhysicalDevicePipelineRobustnessFeatures' | 'VkPhysicalDevicePrivateDataFeatures' | 'VkPhysicalDeviceProtectedMemoryFeatures' | 'VkPhysicalDeviceSamplerYcbcrConversionFeatures' | 'VkPhysicalDeviceScalarBlockLayoutFeatures' | 'VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures' | 'VkPhysicalDeviceShaderAtomicInt64Features' | 'VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures' | 'VkPhysicalDeviceShaderDrawParametersFeatures' | 'VkPhysicalDeviceShaderExpectAssumeFeatures' | 'VkPhysicalDeviceShaderFloat16Int8Features' | 'VkPhysicalDeviceShaderFloatControls2Features' | 'VkPhysicalDeviceShaderIntegerDotProductFeatures' | 'VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures' | 'VkPhysicalDeviceShaderSubgroupRotateFeatures' | 'VkPhysicalDeviceShaderTerminateInvocationFeatures' | 'VkPhysicalDeviceSubgroupSizeControlFeatures' | 'VkPhysicalDeviceSynchronization2Features' | 'VkPhysicalDeviceTextureCompressionASTCHDRFeatures' | 'VkPhysicalDeviceTimelineSemaphoreFeatures' | 'VkPhysicalDeviceUniformBufferStandardLayoutFeatures' | 'VkPhysicalDeviceVariablePointersFeatures' | 'VkPhysicalDeviceVertexAttributeDivisorFeatures' | 'VkPhysicalDeviceVulkan11Features' | 'VkPhysicalDeviceVulkan12Features' | 'VkPhysicalDeviceVulkan13Features' | 'VkPhysicalDeviceVulkan14Features' | 'VkPhysicalDeviceVulkanMemoryModelFeatures' | 'VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures'>;
  readonly features: VkPhysicalDeviceFeatures;
}
export interface VkPhysicalDeviceFloatControlsProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_FLOAT_CONTROLS_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly denormBehaviorIndependence: VkShaderFloatControlsIndependence | number;
  readonly roundingModeIndependence: VkShaderFloatControlsIndependence | number;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_GLOBAL_PRIORITY_QUERY_FEATURES';
  readonly pNext?: Chain<never>;
  readonly globalPriorityQuery: boolean;
}
export interface VkPhysicalDeviceGroupProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_GROUP_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly physicalDeviceCount?: number;
  readonly physicalDevices: readonly (VkPhysicalDevice)[];
  readonly subsetAllocation: boolean;
}
export interface VkPhysicalDeviceHostImageCopyFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_HOST_IMAGE_COPY_FEATURES';
  readonly pNext?: Chain<never>;
  readonly hostImageCopy: boolean;
}
export interface VkPhysicalDeviceHostImageCopyProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_HOST_IMAGE_COPY_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly copySrcLayoutCount?: number;
  readonly pCopySrcLayouts: bigint | null;
  readonly copyDstLayoutCount?: number;
  readonly pCopyDstLayouts: bigint | null;
  readonly optimalTilingLayoutUUID: Uint8Array | readonly number[];
  readonly identicalMemoryTypeRequirements: boolean;
}
export interface VkPhysicalDeviceHostQueryResetFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_HOST_QUERY_RESET_FEATURES';
  readonly pNext?: Chain<never>;
  readonly hostQueryReset: boolean;
}
export interface VkPhysicalDeviceIDProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_ID_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly deviceUUID: Uint8Array | readonly number[];
  readonly driverUUID: Uint8Array | readonly number[];
  readonly deviceLUID: Uint8Array | readonly number[];
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
}
export interface VkPhysicalDeviceImageDrmFormatModifierInfoEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_IMAGE_DRM_FORMAT_MODIFIER_INFO_EXT';
  readonly pNext?: Chain<never>;
  readonly drmFormatModifier: number | bigint;
  readonly sharingMode: VkSharingMode | number;
  readonly queueFamilyIndexCount?: number;
  readonly pQueueFamilyIndices: readonly (number)[] | null;
}
export interface VkPhysicalDeviceImageFormatInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_IMAGE_FORMAT_INFO_2';
  readonly pNext?: Chain<'VkImageFormatListCreateInfo' | 'VkImageStencilUsageCreateInfo' | 'VkPhysicalDeviceExternalImageFormatInfo' | 'VkPhysicalDeviceImageDrmFormatModifierInfoEXT'>;
  readonly format: VkFormat | number;
  readonly type: VkImageType | number;
  readonly tiling: VkImageTiling | number;
  readonly usage: VkImageUsageFlags;
  readonly flags: VkImageCreateFlags;
}
export interface VkPhysicalDeviceImageRobustnessFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_IMAGE_ROBUSTNESS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly robustImageAccess: boolean;
}
export interface VkPhysicalDeviceImagelessFramebufferFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_IMAGELESS_FRAMEBUFFER_FEATURES';
  readonly pNext?: Chain<never>;
  readonly imagelessFramebuffer: boolean;
}
export interface VkPhysicalDeviceIndexTypeUint8Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_INDEX_TYPE_UINT8_FEATURES';
  readonly pNext?: Chain<never>;
  readonly indexTypeUint8: boolean;
}
export interface VkPhysicalDeviceInlineUniformBlockFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_INLINE_UNIFORM_BLOCK_FEATURES';
  readonly pNext?: Chain<never>;
  readonly inlineUniformBlock: boolean;
  readonly descriptorBindingInlineUniformBlockUpdateAfterBind: boolean;
}
export interface VkPhysicalDeviceInlineUniformBlockProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_INLINE_UNIFORM_BLOCK_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxInlineUniformBlockSize: number;
  readonly maxPerStageDescriptorInlineUniformBlocks: number;
  readonly maxPerStageDescriptorUpdateAfterBindInlineUniformBlocks: number;
  readonly maxDescriptorSetInlineUniformBlocks: number;
  readonly maxDescriptorSetUpdateAfterBindInlineUniformBlocks: number;
}
export interface VkPhysicalDeviceLayeredApiPropertiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_LAYERED_API_PROPERTIES_KHR';
  readonly pNext?: Chain<'VkPhysicalDeviceLayeredApiVulkanPropertiesKHR'>;
  readonly vendorID: number;
  readonly deviceID: number;
  readonly layeredAPI: VkPhysicalDeviceLayeredApiKHR | number;
  readonly deviceName: string;
}
export interface VkPhysicalDeviceLayeredApiPropertiesListKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_LAYERED_API_PROPERTIES_LIST_KHR';
  readonly pNext?: Chain<never>;
  readonly layeredApiCount?: number;
  readonly pLayeredApis: bigint | null;
}
export interface VkPhysicalDeviceLayeredApiVulkanPropertiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_LAYERED_API_VULKAN_PROPERTIES_KHR';
  readonly pNext?: Chain<never>;
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
  readonly bufferImageGranularity: number | bigint;
  readonly sparseAddressSpaceSize: number | bigint;
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
  readonly maxComputeWorkGroupCount: readonly (number)[];
  readonly maxComputeWorkGroupInvocations: number;
  readonly maxComputeWorkGroupSize: readonly (number)[];
  readonly subPixelPrecisionBits: number;
  readonly subTexelPrecisionBits: number;
  readonly mipmapPrecisionBits: number;
  readonly maxDrawIndexedIndexValue: number;
  readonly maxDrawIndirectCount: number;
  readonly maxSamplerLodBias: number;
  readonly maxSamplerAnisotropy: number;
  readonly maxViewports: number;
  readonly maxViewportDimensions: readonly (number)[];
  readonly viewportBoundsRange: readonly (number)[];
  readonly viewportSubPixelBits: number;
  readonly minMemoryMapAlignment: number | bigint;
  readonly minTexelBufferOffsetAlignment: number | bigint;
  readonly minUniformBufferOffsetAlignment: number | bigint;
  readonly minStorageBufferOffsetAlignment: number | bigint;
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
  readonly framebufferColorSampleCounts: VkSampleCountFlags;
  readonly framebufferDepthSampleCounts: VkSampleCountFlags;
  readonly framebufferStencilSampleCounts: VkSampleCountFlags;
  readonly framebufferNoAttachmentsSampleCounts: VkSampleCountFlags;
  readonly maxColorAttachments: number;
  readonly sampledImageColorSampleCounts: VkSampleCountFlags;
  readonly sampledImageIntegerSampleCounts: VkSampleCountFlags;
  readonly sampledImageDepthSampleCounts: VkSampleCountFlags;
  readonly sampledImageStencilSampleCounts: VkSampleCountFlags;
  readonly storageImageSampleCounts: VkSampleCountFlags;
  readonly maxSampleMaskWords: number;
  readonly timestampComputeAndGraphics: boolean;
  readonly timestampPeriod: number;
  readonly maxClipDistances: number;
  readonly maxCullDistances: number;
  readonly maxCombinedClipAndCullDistances: number;
  readonly discreteQueuePriorities: number;
  readonly pointSizeRange: readonly (number)[];
  readonly lineWidthRange: readonly (number)[];
  readonly pointSizeGranularity: number;
  readonly lineWidthGranularity: number;
  readonly strictLines: boolean;
  readonly standardSampleLocations: boolean;
  readonly optimalBufferCopyOffsetAlignment: number | bigint;
  readonly optimalBufferCopyRowPitchAlignment: number | bigint;
  readonly nonCoherentAtomSize: number | bigint;
}
export interface VkPhysicalDeviceLineRasterizationFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_LINE_RASTERIZATION_FEATURES';
  readonly pNext?: Chain<never>;
  readonly rectangularLines: boolean;
  readonly bresenhamLines: boolean;
  readonly smoothLines: boolean;
  readonly stippledRectangularLines: boolean;
  readonly stippledBresenhamLines: boolean;
  readonly stippledSmoothLines: boolean;
}
export interface VkPhysicalDeviceLineRasterizationProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_LINE_RASTERIZATION_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly lineSubPixelPrecisionBits: number;
}
export interface VkPhysicalDeviceMaintenance3Properties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_3_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxPerSetDescriptors: number;
  readonly maxMemoryAllocationSize: number | bigint;
}
export interface VkPhysicalDeviceMaintenance4Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_4_FEATURES';
  readonly pNext?: Chain<never>;
  readonly maintenance4: boolean;
}
export interface VkPhysicalDeviceMaintenance4Properties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_4_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxBufferSize: number | bigint;
}
export interface VkPhysicalDeviceMaintenance5Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_5_FEATURES';
  readonly pNext?: Chain<never>;
  readonly maintenance5: boolean;
}
export interface VkPhysicalDeviceMaintenance5Properties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_5_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly earlyFragmentMultisampleCoverageAfterSampleCounting: boolean;
  readonly earlyFragmentSampleMaskTestBeforeSampleCounting: boolean;
  readonly depthStencilSwizzleOneSupport: boolean;
  readonly polygonModePointSize: boolean;
  readonly nonStrictSinglePixelWideLinesUseParallelogram: boolean;
  readonly nonStrictWideLinesUseParallelogram: boolean;
}
export interface VkPhysicalDeviceMaintenance6Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_6_FEATURES';
  readonly pNext?: Chain<never>;
  readonly maintenance6: boolean;
}
export interface VkPhysicalDeviceMaintenance6Properties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_6_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly blockTexelViewCompatibleMultipleLayers: boolean;
  readonly maxCombinedImageSamplerDescriptorCount: number;
  readonly fragmentShadingRateClampCombinerInputs: boolean;
}
export interface VkPhysicalDeviceMaintenance7FeaturesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_7_FEATURES_KHR';
  readonly pNext?: Chain<never>;
  readonly maintenance7: boolean;
}
export interface VkPhysicalDeviceMaintenance7PropertiesKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAINTENANCE_7_PROPERTIES_KHR';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAP_MEMORY_PLACED_FEATURES_EXT';
  readonly pNext?: Chain<never>;
  readonly memoryMapPlaced: boolean;
  readonly memoryMapRangePlaced: boolean;
  readonly memoryUnmapReserve: boolean;
}
export interface VkPhysicalDeviceMapMemoryPlacedPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MAP_MEMORY_PLACED_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly minPlacedMemoryMapAlignment: number | bigint;
}
export interface VkPhysicalDeviceMemoryBudgetPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_BUDGET_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly heapBudget: readonly (number | bigint)[];
  readonly heapUsage: readonly (number | bigint)[];
}
export interface VkPhysicalDeviceMemoryPriorityFeaturesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_PRIORITY_FEATURES_EXT';
  readonly pNext?: Chain<never>;
  readonly memoryPriority: boolean;
}
export interface VkPhysicalDeviceMemoryProperties {
  readonly memoryTypeCount?: number;
  readonly memoryTypes: readonly (VkMemoryType)[];
  readonly memoryHeapCount?: number;
  readonly memoryHeaps: readonly (VkMemoryHeap)[];
}
export interface VkPhysicalDeviceMemoryProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MEMORY_PROPERTIES_2';
  readonly pNext?: Chain<'VkPhysicalDeviceMemoryBudgetPropertiesEXT'>;
  readonly memoryProperties: VkPhysicalDeviceMemoryProperties;
}
export interface VkPhysicalDeviceMultiviewFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MULTIVIEW_FEATURES';
  readonly pNext?: Chain<never>;
  readonly multiview: boolean;
  readonly multiviewGeometryShader: boolean;
  readonly multiviewTessellationShader: boolean;
}
export interface VkPhysicalDeviceMultiviewProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_MULTIVIEW_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxMultiviewViewCount: number;
  readonly maxMultiviewInstanceIndex: number;
}
export interface VkPhysicalDevicePCIBusInfoPropertiesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PCI_BUS_INFO_PROPERTIES_EXT';
  readonly pNext?: Chain<never>;
  readonly pciDomain: number;
  readonly pciBus: number;
  readonly pciDevice: number;
  readonly pciFunction: number;
}
export interface VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PAGEABLE_DEVICE_LOCAL_MEMORY_FEATURES_EXT';
  readonly pNext?: Chain<never>;
  readonly pageableDeviceLocalMemory: boolean;
}
export interface VkPhysicalDevicePipelineCreationCacheControlFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PIPELINE_CREATION_CACHE_CONTROL_FEATURES';
  readonly pNext?: Chain<never>;
  readonly pipelineCreationCacheControl: boolean;
}
export interface VkPhysicalDevicePipelineProtectedAccessFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PIPELINE_PROTECTED_ACCESS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly pipelineProtectedAccess: boolean;
}
export interface VkPhysicalDevicePipelineRobustnessFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PIPELINE_ROBUSTNESS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly pipelineRobustness: boolean;
}
export interface VkPhysicalDevicePipelineRobustnessProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PIPELINE_ROBUSTNESS_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly defaultRobustnessStorageBuffers: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessUniformBuffers: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessVertexInputs: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessImages: VkPipelineRobustnessImageBehavior | number;
}
export interface VkPhysicalDevicePointClippingProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_POINT_CLIPPING_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly pointClippingBehavior: VkPointClippingBehavior | number;
}
export interface VkPhysicalDevicePrivateDataFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PRIVATE_DATA_FEATURES';
  readonly pNext?: Chain<never>;
  readonly privateData: boolean;
}
export interface VkPhysicalDeviceProperties {
  readonly apiVersion: number;
  readonly driverVersion: number;
  readonly vendorID: number;
  readonly deviceID: number;
  readonly deviceType: VkPhysicalDeviceType | number;
  readonly deviceName: string;
  readonly pipelineCacheUUID: Uint8Array | readonly number[];
  readonly limits: VkPhysicalDeviceLimits;
  readonly sparseProperties: VkPhysicalDeviceSparseProperties;
}
export interface VkPhysicalDeviceProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2';
  readonly pNext?: Chain<'VkPhysicalDeviceDepthStencilResolveProperties' | 'VkPhysicalDeviceDescriptorIndexingProperties' | 'VkPhysicalDeviceDriverProperties' | 'VkPhysicalDeviceDrmPropertiesEXT' | 'VkPhysicalDeviceExternalMemoryHostPropertiesEXT' | 'VkPhysicalDeviceFloatControlsProperties' | 'VkPhysicalDeviceHostImageCopyProperties' | 'VkPhysicalDeviceIDProperties' | 'VkPhysicalDeviceInlineUniformBlockProperties' | 'VkPhysicalDeviceLayeredApiPropertiesListKHR' | 'VkPhysicalDeviceLineRasterizationProperties' | 'VkPhysicalDeviceMaintenance3Properties' | 'VkPhysicalDeviceMaintenance4Properties' | 'VkPhysicalDeviceMaintenance5Properties' | 'VkPhysicalDeviceMaintenance6Properties' | 'VkPhysicalDeviceMaintenance7PropertiesKHR' | 'VkPhysicalDeviceMapMemoryPlacedPropertiesEXT' | 'VkPhysicalDeviceMultiviewProperties' | 'VkPhysicalDevicePCIBusInfoPropertiesEXT' | 'VkPhysicalDevicePipelineRobustnessProperties' | 'VkPhysicalDevicePointClippingProperties' | 'VkPhysicalDeviceProtectedMemoryProperties' | 'VkPhysicalDevicePushDescriptorProperties' | 'VkPhysicalDeviceSamplerFilterMinmaxProperties' | 'VkPhysicalDeviceShaderIntegerDotProductProperties' | 'VkPhysicalDeviceSubgroupProperties' | 'VkPhysicalDeviceSubgroupSizeControlProperties' | 'VkPhysicalDeviceTexelBufferAlignmentProperties' | 'VkPhysicalDeviceTimelineSemaphoreProperties' | 'VkPhysicalDeviceVertexAttributeDivisorProperties' | 'VkPhysicalDeviceVulkan11Properties' | 'VkPhysicalDeviceVulkan12Properties' | 'VkPhysicalDeviceVulkan13Properties' | 'VkPhysicalDeviceVulkan14Properties'>;
  readonly properties: VkPhysicalDeviceProperties;
}
export interface VkPhysicalDeviceProtectedMemoryFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROTECTED_MEMORY_FEATURES';
  readonly pNext?: Chain<never>;
  readonly protectedMemory: boolean;
}
export interface VkPhysicalDeviceProtectedMemoryProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROTECTED_MEMORY_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly protectedNoFault: boolean;
}
export interface VkPhysicalDevicePushDescriptorProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PUSH_DESCRIPTOR_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxPushDescriptors: number;
}
export interface VkPhysicalDeviceSamplerFilterMinmaxProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SAMPLER_FILTER_MINMAX_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly filterMinmaxSingleComponentFormats: boolean;
  readonly filterMinmaxImageComponentMapping: boolean;
}
export interface VkPhysicalDeviceSamplerYcbcrConversionFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SAMPLER_YCBCR_CONVERSION_FEATURES';
  readonly pNext?: Chain<never>;
  readonly samplerYcbcrConversion: boolean;
}
export interface VkPhysicalDeviceScalarBlockLayoutFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SCALAR_BLOCK_LAYOUT_FEATURES';
  readonly pNext?: Chain<never>;
  readonly scalarBlockLayout: boolean;
}
export interface VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SEPARATE_DEPTH_STENCIL_LAYOUTS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly separateDepthStencilLayouts: boolean;
}
export interface VkPhysicalDeviceShaderAtomicInt64Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_ATOMIC_INT64_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderBufferInt64Atomics: boolean;
  readonly shaderSharedInt64Atomics: boolean;
}
export interface VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_DEMOTE_TO_HELPER_INVOCATION_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderDemoteToHelperInvocation: boolean;
}
export interface VkPhysicalDeviceShaderDrawParametersFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_DRAW_PARAMETERS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderDrawParameters: boolean;
}
export interface VkPhysicalDeviceShaderExpectAssumeFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_EXPECT_ASSUME_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderExpectAssume: boolean;
}
export interface VkPhysicalDeviceShaderFloat16Int8Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_FLOAT16_INT8_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderFloat16: boolean;
  readonly shaderInt8: boolean;
}
export interface VkPhysicalDeviceShaderFloatControls2Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_FLOAT_CONTROLS_2_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderFloatControls2: boolean;
}
export interface VkPhysicalDeviceShaderIntegerDotProductFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_INTEGER_DOT_PRODUCT_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderIntegerDotProduct: boolean;
}
export interface VkPhysicalDeviceShaderIntegerDotProductProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_INTEGER_DOT_PRODUCT_PROPERTIES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_SUBGROUP_EXTENDED_TYPES_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderSubgroupExtendedTypes: boolean;
}
export interface VkPhysicalDeviceShaderSubgroupRotateFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_SUBGROUP_ROTATE_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderSubgroupRotate: boolean;
  readonly shaderSubgroupRotateClustered: boolean;
}
export interface VkPhysicalDeviceShaderTerminateInvocationFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SHADER_TERMINATE_INVOCATION_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderTerminateInvocation: boolean;
}
export interface VkPhysicalDeviceSparseImageFormatInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SPARSE_IMAGE_FORMAT_INFO_2';
  readonly pNext?: Chain<never>;
  readonly format: VkFormat | number;
  readonly type: VkImageType | number;
  readonly samples: VkSampleCountFlagBits | number;
  readonly usage: VkImageUsageFlags;
  readonly tiling: VkImageTiling | number;
}
export interface VkPhysicalDeviceSparseProperties {
  readonly residencyStandard2DBlockShape: boolean;
  readonly residencyStandard2DMultisampleBlockShape: boolean;
  readonly residencyStandard3DBlockShape: boolean;
  readonly residencyAlignedMipSize: boolean;
  readonly residencyNonResidentStrict: boolean;
}
export interface VkPhysicalDeviceSubgroupProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly subgroupSize: number;
  readonly supportedStages: VkShaderStageFlags;
  readonly supportedOperations: VkSubgroupFeatureFlags;
  readonly quadOperationsInAllStages: boolean;
}
export interface VkPhysicalDeviceSubgroupSizeControlFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_FEATURES';
  readonly pNext?: Chain<never>;
  readonly subgroupSizeControl: boolean;
  readonly computeFullSubgroups: boolean;
}
export interface VkPhysicalDeviceSubgroupSizeControlProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SUBGROUP_SIZE_CONTROL_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly minSubgroupSize: number;
  readonly maxSubgroupSize: number;
  readonly maxComputeWorkgroupSubgroups: number;
  readonly requiredSubgroupSizeStages: VkShaderStageFlags;
}
export interface VkPhysicalDeviceSynchronization2Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_SYNCHRONIZATION_2_FEATURES';
  readonly pNext?: Chain<never>;
  readonly synchronization2: boolean;
}
export interface VkPhysicalDeviceTexelBufferAlignmentProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_TEXEL_BUFFER_ALIGNMENT_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly storageTexelBufferOffsetAlignmentBytes: number | bigint;
  readonly storageTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly uniformTexelBufferOffsetAlignmentBytes: number | bigint;
  readonly uniformTexelBufferOffsetSingleTexelAlignment: boolean;
}
export interface VkPhysicalDeviceTextureCompressionASTCHDRFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_TEXTURE_COMPRESSION_ASTC_HDR_FEATURES';
  readonly pNext?: Chain<never>;
  readonly textureCompressionASTC_HDR: boolean;
}
export interface VkPhysicalDeviceTimelineSemaphoreFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_TIMELINE_SEMAPHORE_FEATURES';
  readonly pNext?: Chain<never>;
  readonly timelineSemaphore: boolean;
}
export interface VkPhysicalDeviceTimelineSemaphoreProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_TIMELINE_SEMAPHORE_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxTimelineSemaphoreValueDifference: number | bigint;
}
export interface VkPhysicalDeviceToolProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_TOOL_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly name: string;
  readonly version: string;
  readonly purposes: VkToolPurposeFlags;
  readonly description: string;
  readonly layer: string;
}
export interface VkPhysicalDeviceUniformBufferStandardLayoutFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_UNIFORM_BUFFER_STANDARD_LAYOUT_FEATURES';
  readonly pNext?: Chain<never>;
  readonly uniformBufferStandardLayout: boolean;
}
export interface VkPhysicalDeviceVariablePointersFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VARIABLE_POINTERS_FEATURES';
  readonly pNext?: Chain<never>;
  readonly variablePointersStorageBuffer: boolean;
  readonly variablePointers: boolean;
}
export interface VkPhysicalDeviceVertexAttributeDivisorFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VERTEX_ATTRIBUTE_DIVISOR_FEATURES';
  readonly pNext?: Chain<never>;
  readonly vertexAttributeInstanceRateDivisor: boolean;
  readonly vertexAttributeInstanceRateZeroDivisor: boolean;
}
export interface VkPhysicalDeviceVertexAttributeDivisorProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VERTEX_ATTRIBUTE_DIVISOR_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly maxVertexAttribDivisor: number;
  readonly supportsNonZeroFirstInstance: boolean;
}
export interface VkPhysicalDeviceVulkan11Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_1_FEATURES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_1_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly deviceUUID: Uint8Array | readonly number[];
  readonly driverUUID: Uint8Array | readonly number[];
  readonly deviceLUID: Uint8Array | readonly number[];
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
  readonly subgroupSize: number;
  readonly subgroupSupportedStages: VkShaderStageFlags;
  readonly subgroupSupportedOperations: VkSubgroupFeatureFlags;
  readonly subgroupQuadOperationsInAllStages: boolean;
  readonly pointClippingBehavior: VkPointClippingBehavior | number;
  readonly maxMultiviewViewCount: number;
  readonly maxMultiviewInstanceIndex: number;
  readonly protectedNoFault: boolean;
  readonly maxPerSetDescriptors: number;
  readonly maxMemoryAllocationSize: number | bigint;
}
export interface VkPhysicalDeviceVulkan12Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_FEATURES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_2_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly driverID: VkDriverId | number;
  readonly driverName: string;
  readonly driverInfo: string;
  readonly conformanceVersion: VkConformanceVersion;
  readonly denormBehaviorIndependence: VkShaderFloatControlsIndependence | number;
  readonly roundingModeIndependence: VkShaderFloatControlsIndependence | number;
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
  readonly supportedDepthResolveModes: VkResolveModeFlags;
  readonly supportedStencilResolveModes: VkResolveModeFlags;
  readonly independentResolveNone: boolean;
  readonly independentResolve: boolean;
  readonly filterMinmaxSingleComponentFormats: boolean;
  readonly filterMinmaxImageComponentMapping: boolean;
  readonly maxTimelineSemaphoreValueDifference: number | bigint;
  readonly framebufferIntegerColorSampleCounts: VkSampleCountFlags;
}
export interface VkPhysicalDeviceVulkan13Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_FEATURES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_3_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly minSubgroupSize: number;
  readonly maxSubgroupSize: number;
  readonly maxComputeWorkgroupSubgroups: number;
  readonly requiredSubgroupSizeStages: VkShaderStageFlags;
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
  readonly storageTexelBufferOffsetAlignmentBytes: number | bigint;
  readonly storageTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly uniformTexelBufferOffsetAlignmentBytes: number | bigint;
  readonly uniformTexelBufferOffsetSingleTexelAlignment: boolean;
  readonly maxBufferSize: number | bigint;
}
export interface VkPhysicalDeviceVulkan14Features {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_4_FEATURES';
  readonly pNext?: Chain<never>;
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
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_1_4_PROPERTIES';
  readonly pNext?: Chain<never>;
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
  readonly defaultRobustnessStorageBuffers: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessUniformBuffers: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessVertexInputs: VkPipelineRobustnessBufferBehavior | number;
  readonly defaultRobustnessImages: VkPipelineRobustnessImageBehavior | number;
  readonly copySrcLayoutCount?: number;
  readonly pCopySrcLayouts: bigint | null;
  readonly copyDstLayoutCount?: number;
  readonly pCopyDstLayouts: bigint | null;
  readonly optimalTilingLayoutUUID: Uint8Array | readonly number[];
  readonly identicalMemoryTypeRequirements: boolean;
}
export interface VkPhysicalDeviceVulkanMemoryModelFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_VULKAN_MEMORY_MODEL_FEATURES';
  readonly pNext?: Chain<never>;
  readonly vulkanMemoryModel: boolean;
  readonly vulkanMemoryModelDeviceScope: boolean;
  readonly vulkanMemoryModelAvailabilityVisibilityChains: boolean;
}
export interface VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures {
  readonly sType?: 'VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_ZERO_INITIALIZE_WORKGROUP_MEMORY_FEATURES';
  readonly pNext?: Chain<never>;
  readonly shaderZeroInitializeWorkgroupMemory: boolean;
}
export interface VkPresentInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_PRESENT_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly waitSemaphoreCount?: number;
  readonly pWaitSemaphores: readonly (VkSemaphore | null)[];
  readonly swapchainCount?: number;
  readonly pSwapchains: readonly (VkSwapchainKHR | null)[];
  readonly pImageIndices: readonly (number)[];
  readonly pResults: bigint | null;
}
export interface VkPrivateDataSlotCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PRIVATE_DATA_SLOT_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkPrivateDataSlotCreateFlags;
}
export interface VkProtectedSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_PROTECTED_SUBMIT_INFO';
  readonly pNext?: Chain<never>;
  readonly protectedSubmit: boolean;
}
export interface VkQueueFamilyGlobalPriorityProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_QUEUE_FAMILY_GLOBAL_PRIORITY_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly priorityCount?: number;
  readonly priorities: readonly (VkQueueGlobalPriority | number)[];
}
export interface VkQueueFamilyProperties {
  readonly queueFlags: VkQueueFlags;
  readonly queueCount: number;
  readonly timestampValidBits: number;
  readonly minImageTransferGranularity: VkExtent3D;
}
export interface VkQueueFamilyProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_QUEUE_FAMILY_PROPERTIES_2';
  readonly pNext?: Chain<'VkQueueFamilyGlobalPriorityProperties'>;
  readonly queueFamilyProperties: VkQueueFamilyProperties;
}
export interface VkRect2D {
  readonly offset: VkOffset2D;
  readonly extent: VkExtent2D;
}
export interface VkRenderingAttachmentLocationInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_RENDERING_ATTACHMENT_LOCATION_INFO';
  readonly pNext?: Chain<never>;
  readonly colorAttachmentCount?: number;
  readonly pColorAttachmentLocations: readonly (number)[] | null;
}
export interface VkRenderingInputAttachmentIndexInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_RENDERING_INPUT_ATTACHMENT_INDEX_INFO';
  readonly pNext?: Chain<never>;
  readonly colorAttachmentCount?: number;
  readonly pColorAttachmentInputIndices: readonly (number)[] | null;
  readonly pDepthInputAttachmentIndex: number | null;
  readonly pStencilInputAttachmentIndex: number | null;
}
export interface VkSamplerYcbcrConversionImageFormatProperties {
  readonly sType?: 'VK_STRUCTURE_TYPE_SAMPLER_YCBCR_CONVERSION_IMAGE_FORMAT_PROPERTIES';
  readonly pNext?: Chain<never>;
  readonly combinedImageSamplerDescriptorCount: number;
}
export interface VkSemaphoreCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_CREATE_INFO';
  readonly pNext?: Chain<'VkExportSemaphoreCreateInfo' | 'VkExportSemaphoreWin32HandleInfoKHR' | 'VkSemaphoreTypeCreateInfo'>;
  readonly flags: VkSemaphoreCreateFlags;
}
export interface VkSemaphoreGetFdInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_GET_FD_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | number;
}
export interface VkSemaphoreGetWin32HandleInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_GET_WIN32_HANDLE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly handleType: VkExternalSemaphoreHandleTypeFlagBits | number;
}
export interface VkSemaphoreSignalInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_SIGNAL_INFO';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly value: number | bigint;
}
export interface VkSemaphoreSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_SUBMIT_INFO';
  readonly pNext?: Chain<never>;
  readonly semaphore: VkSemaphore;
  readonly value: number | bigint;
  readonly stageMask: VkPipelineStageFlags2;
  readonly deviceIndex: number;
}
export interface VkSemaphoreTypeCreateInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_TYPE_CREATE_INFO';
  readonly pNext?: Chain<never>;
  readonly semaphoreType: VkSemaphoreType | number;
  readonly initialValue: number | bigint;
}
export interface VkSemaphoreWaitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SEMAPHORE_WAIT_INFO';
  readonly pNext?: Chain<never>;
  readonly flags: VkSemaphoreWaitFlags;
  readonly semaphoreCount?: number;
  readonly pSemaphores: readonly (VkSemaphore | null)[];
  readonly pValues: readonly (number | bigint)[];
}
export interface VkSparseBufferMemoryBindInfo {
  readonly buffer: VkBuffer;
  readonly bindCount?: number;
  readonly pBinds: readonly (VkSparseMemoryBind)[];
}
export interface VkSparseImageFormatProperties {
  readonly aspectMask: VkImageAspectFlags;
  readonly imageGranularity: VkExtent3D;
  readonly flags: VkSparseImageFormatFlags;
}
export interface VkSparseImageFormatProperties2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_SPARSE_IMAGE_FORMAT_PROPERTIES_2';
  readonly pNext?: Chain<never>;
  readonly properties: VkSparseImageFormatProperties;
}
export interface VkSparseImageMemoryBind {
  readonly subresource: VkImageSubresource;
  readonly offset: VkOffset3D;
  readonly extent: VkExtent3D;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: number | bigint;
  readonly flags: VkSparseMemoryBindFlags;
}
export interface VkSparseImageMemoryBindInfo {
  readonly image: VkImage;
  readonly bindCount?: number;
  readonly pBinds: readonly (VkSparseImageMemoryBind)[];
}
export interface VkSparseImageMemoryRequirements {
  readonly formatProperties: VkSparseImageFormatProperties;
  readonly imageMipTailFirstLod: number;
  readonly imageMipTailSize: number | bigint;
  readonly imageMipTailOffset: number | bigint;
  readonly imageMipTailStride: number | bigint;
}
export interface VkSparseImageMemoryRequirements2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_SPARSE_IMAGE_MEMORY_REQUIREMENTS_2';
  readonly pNext?: Chain<never>;
  readonly memoryRequirements: VkSparseImageMemoryRequirements;
}
export interface VkSparseImageOpaqueMemoryBindInfo {
  readonly image: VkImage;
  readonly bindCount?: number;
  readonly pBinds: readonly (VkSparseMemoryBind)[];
}
export interface VkSparseMemoryBind {
  readonly resourceOffset: number | bigint;
  readonly size: number | bigint;
  readonly memory: VkDeviceMemory | null;
  readonly memoryOffset: number | bigint;
  readonly flags: VkSparseMemoryBindFlags;
}
export interface VkSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_SUBMIT_INFO';
  readonly pNext?: Chain<'VkD3D12FenceSubmitInfoKHR' | 'VkDeviceGroupSubmitInfo' | 'VkProtectedSubmitInfo' | 'VkTimelineSemaphoreSubmitInfo' | 'VkWin32KeyedMutexAcquireReleaseInfoKHR' | 'VkWin32KeyedMutexAcquireReleaseInfoNV'>;
  readonly waitSemaphoreCount?: number;
  readonly pWaitSemaphores: readonly (VkSemaphore | null)[];
  readonly pWaitDstStageMask: readonly (VkPipelineStageFlags)[];
  readonly commandBufferCount?: number;
  readonly pCommandBuffers: readonly (VkCommandBuffer | null)[];
  readonly signalSemaphoreCount?: number;
  readonly pSignalSemaphores: readonly (VkSemaphore | null)[];
}
export interface VkSubmitInfo2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_SUBMIT_INFO_2';
  readonly pNext?: Chain<'VkWin32KeyedMutexAcquireReleaseInfoKHR' | 'VkWin32KeyedMutexAcquireReleaseInfoNV'>;
  readonly flags: VkSubmitFlags;
  readonly waitSemaphoreInfoCount?: number;
  readonly pWaitSemaphoreInfos: readonly (VkSemaphoreSubmitInfo)[];
  readonly commandBufferInfoCount?: number;
  readonly pCommandBufferInfos: readonly (VkCommandBufferSubmitInfo)[];
  readonly signalSemaphoreInfoCount?: number;
  readonly pSignalSemaphoreInfos: readonly (VkSemaphoreSubmitInfo)[];
}
export interface VkSubresourceHostMemcpySize {
  readonly sType?: 'VK_STRUCTURE_TYPE_SUBRESOURCE_HOST_MEMCPY_SIZE';
  readonly pNext?: Chain<never>;
  readonly size: number | bigint;
}
export interface VkSubresourceLayout {
  readonly offset: number | bigint;
  readonly size: number | bigint;
  readonly rowPitch: number | bigint;
  readonly arrayPitch: number | bigint;
  readonly depthPitch: number | bigint;
}
export interface VkSubresourceLayout2 {
  readonly sType?: 'VK_STRUCTURE_TYPE_SUBRESOURCE_LAYOUT_2';
  readonly pNext?: Chain<'VkSubresourceHostMemcpySize'>;
  readonly subresourceLayout: VkSubresourceLayout;
}
export interface VkSurfaceCapabilitiesKHR {
  readonly minImageCount: number;
  readonly maxImageCount: number;
  readonly currentExtent: VkExtent2D;
  readonly minImageExtent: VkExtent2D;
  readonly maxImageExtent: VkExtent2D;
  readonly maxImageArrayLayers: number;
  readonly supportedTransforms: VkSurfaceTransformFlagsKHR;
  readonly currentTransform: VkSurfaceTransformFlagBitsKHR | number;
  readonly supportedCompositeAlpha: VkCompositeAlphaFlagsKHR;
  readonly supportedUsageFlags: VkImageUsageFlags;
}
export interface VkSurfaceFormatKHR {
  readonly format: VkFormat | number;
  readonly colorSpace: VkColorSpaceKHR | number;
}
export interface VkSwapchainCreateInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_SWAPCHAIN_CREATE_INFO_KHR';
  readonly pNext?: Chain<'VkImageFormatListCreateInfo'>;
  readonly flags: VkSwapchainCreateFlagsKHR;
  readonly surface: VkSurfaceKHR;
  readonly minImageCount: number;
  readonly imageFormat: VkFormat | number;
  readonly imageColorSpace: VkColorSpaceKHR | number;
  readonly imageExtent: VkExtent2D;
  readonly imageArrayLayers: number;
  readonly imageUsage: VkImageUsageFlags;
  readonly imageSharingMode: VkSharingMode | number;
  readonly queueFamilyIndexCount?: number;
  readonly pQueueFamilyIndices: readonly (number)[] | null;
  readonly preTransform: VkSurfaceTransformFlagBitsKHR | number;
  readonly compositeAlpha: VkCompositeAlphaFlagBitsKHR | number;
  readonly presentMode: VkPresentModeKHR | number;
  readonly clipped: boolean;
  readonly oldSwapchain: VkSwapchainKHR | null;
}
export interface VkTimelineSemaphoreSubmitInfo {
  readonly sType?: 'VK_STRUCTURE_TYPE_TIMELINE_SEMAPHORE_SUBMIT_INFO';
  readonly pNext?: Chain<never>;
  readonly waitSemaphoreValueCount?: number;
  readonly pWaitSemaphoreValues: readonly (number | bigint)[] | null;
  readonly signalSemaphoreValueCount?: number;
  readonly pSignalSemaphoreValues: readonly (number | bigint)[] | null;
}
export interface VkValidationFeaturesEXT {
  readonly sType?: 'VK_STRUCTURE_TYPE_VALIDATION_FEATURES_EXT';
  readonly pNext?: Chain<never>;
  readonly enabledValidationFeatureCount?: number;
  readonly pEnabledValidationFeatures: readonly (VkValidationFeatureEnableEXT | number)[];
  readonly disabledValidationFeatureCount?: number;
  readonly pDisabledValidationFeatures: readonly (VkValidationFeatureDisableEXT | number)[];
}
export interface VkWin32KeyedMutexAcquireReleaseInfoKHR {
  readonly sType?: 'VK_STRUCTURE_TYPE_WIN32_KEYED_MUTEX_ACQUIRE_RELEASE_INFO_KHR';
  readonly pNext?: Chain<never>;
  readonly acquireCount?: number;
  readonly pAcquireSyncs: readonly (VkDeviceMemory | null)[];
  readonly pAcquireKeys: readonly (number | bigint)[];
  readonly pAcquireTimeouts: readonly (number)[];
  readonly releaseCount?: number;
  readonly pReleaseSyncs: readonly (VkDeviceMemory | null)[];
  readonly pReleaseKeys: readonly (number | bigint)[];
}
export interface VkWin32KeyedMutexAcquireReleaseInfoNV {
  readonly sType?: 'VK_STRUCTURE_TYPE_WIN32_KEYED_MUTEX_ACQUIRE_RELEASE_INFO_NV';
  readonly pNext?: Chain<never>;
  readonly acquireCount?: number;
  readonly pAcquireSyncs: readonly (VkDeviceMemory | null)[];
  readonly pAcquireKeys: readonly (number | bigint)[];
  readonly pAcquireTimeoutMilliseconds: readonly (number)[];
  readonly releaseCount?: number;
  readonly pReleaseSyncs: readonly (VkDeviceMemory | null)[];
  readonly pReleaseKeys: readonly (number | bigint)[];
}

/** Structures as callers pass them, by name. */
export interface Structures {
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

/** The structures that may be chained to each structure. */
export interface Chainable {
  VkBindBufferMemoryInfo: 'VkBindBufferMemoryDeviceGroupInfo' | 'VkBindMemoryStatus';
  VkBindImageMemoryInfo: 'VkBindImageMemoryDeviceGroupInfo' | 'VkBindImagePlaneMemoryInfo' | 'VkBindMemoryStatus';
  VkBindSparseInfo: 'VkDeviceGroupBindSparseInfo' | 'VkTimelineSemaphoreSubmitInfo';
  VkBufferCreateInfo: 'VkBufferOpaqueCaptureAddressCreateInfo' | 'VkBufferUsageFlags2CreateInfo' | 'VkDedicatedAllocationBufferCreateInfoNV' | 'VkExternalMemoryBufferCreateInfo';
  VkBufferMemoryBarrier: 'VkExternalMemoryAcquireUnmodifiedEXT';
  VkBufferMemoryBarrier2: 'VkExternalMemoryAcquireUnmodifiedEXT';
  VkCommandBufferBeginInfo: 'VkDeviceGroupCommandBufferBeginInfo';
  VkCommandBufferInheritanceInfo: 'VkCommandBufferInheritanceRenderingInfo' | 'VkRenderingAttachmentLocationInfo' | 'VkRenderingInputAttachmentIndexInfo';
  VkDeviceCreateInfo: 'VkDeviceDeviceMemoryReportCreateInfoEXT' | 'VkDeviceGroupDeviceCreateInfo' | 'VkDevicePrivateDataCreateInfo' | 'VkPhysicalDevice16BitStorageFeatures' | 'VkPhysicalDevice8BitStorageFeatures' | 'VkPhysicalDeviceBufferDeviceAddressFeatures' | 'VkPhysicalDeviceDescriptorIndexingFeatures' | 'VkPhysicalDeviceDeviceMemoryReportFeaturesEXT' | 'VkPhysicalDeviceDynamicRenderingFeatures' | 'VkPhysicalDeviceDynamicRenderingLocalReadFeatures' | 'VkPhysicalDeviceFeatures2' | 'VkPhysicalDeviceGlobalPriorityQueryFeatures' | 'VkPhysicalDeviceHostImageCopyFeatures' | 'VkPhysicalDeviceHostQueryResetFeatures' | 'VkPhysicalDeviceImageRobustnessFeatures' | 'VkPhysicalDeviceImagelessFramebufferFeatures' | 'VkPhysicalDeviceIndexTypeUint8Features' | 'VkPhysicalDeviceInlineUniformBlockFeatures' | 'VkPhysicalDeviceLineRasterizationFeatures' | 'VkPhysicalDeviceMaintenance4Features' | 'VkPhysicalDeviceMaintenance5Features' | 'VkPhysicalDeviceMaintenance6Features' | 'VkPhysicalDeviceMaintenance7FeaturesKHR' | 'VkPhysicalDeviceMapMemoryPlacedFeaturesEXT' | 'VkPhysicalDeviceMemoryPriorityFeaturesEXT' | 'VkPhysicalDeviceMultiviewFeatures' | 'VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT' | 'VkPhysicalDevicePipelineCreationCacheControlFeatures' | 'VkPhysicalDevicePipelineProtectedAccessFeatures' | 'VkPhysicalDevicePipelineRobustnessFeatures' | 'VkPhysicalDevicePrivateDataFeatures' | 'VkPhysicalDeviceProtectedMemoryFeatures' | 'VkPhysicalDeviceSamplerYcbcrConversionFeatures' | 'VkPhysicalDeviceScalarBlockLayoutFeatures' | 'VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures' | 'VkPhysicalDeviceShaderAtomicInt64Features' | 'VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures' | 'VkPhysicalDeviceShaderDrawParametersFeatures' | 'VkPhysicalDeviceShaderExpectAssumeFeatures' | 'VkPhysicalDeviceShaderFloat16Int8Features' | 'VkPhysicalDeviceShaderFloatControls2Features' | 'VkPhysicalDeviceShaderIntegerDotProductFeatures' | 'VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures' | 'VkPhysicalDeviceShaderSubgroupRotateFeatures' | 'VkPhysicalDeviceShaderTerminateInvocationFeatures' | 'VkPhysicalDeviceSubgroupSizeControlFeatures' | 'VkPhysicalDeviceSynchronization2Features' | 'VkPhysicalDeviceTextureCompressionASTCHDRFeatures' | 'VkPhysicalDeviceTimelineSemaphoreFeatures' | 'VkPhysicalDeviceUniformBufferStandardLayoutFeatures' | 'VkPhysicalDeviceVariablePointersFeatures' | 'VkPhysicalDeviceVertexAttributeDivisorFeatures' | 'VkPhysicalDeviceVulkan11Features' | 'VkPhysicalDeviceVulkan12Features' | 'VkPhysicalDeviceVulkan13Features' | 'VkPhysicalDeviceVulkan14Features' | 'VkPhysicalDeviceVulkanMemoryModelFeatures' | 'VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures';
  VkDeviceQueueCreateInfo: 'VkDeviceQueueGlobalPriorityCreateInfo';
  VkFenceCreateInfo: 'VkExportFenceCreateInfo' | 'VkExportFenceWin32HandleInfoKHR';
  VkFormatProperties2: 'VkDrmFormatModifierPropertiesList2EXT' | 'VkDrmFormatModifierPropertiesListEXT' | 'VkFormatProperties3';
  VkImageCreateInfo: 'VkDedicatedAllocationImageCreateInfoNV' | 'VkExternalMemoryImageCreateInfo' | 'VkExternalMemoryImageCreateInfoNV' | 'VkImageDrmFormatModifierExplicitCreateInfoEXT' | 'VkImageDrmFormatModifierListCreateInfoEXT' | 'VkImageFormatListCreateInfo' | 'VkImageStencilUsageCreateInfo';
  VkImageFormatProperties2: 'VkExternalImageFormatProperties' | 'VkHostImageCopyDevicePerformanceQuery' | 'VkSamplerYcbcrConversionImageFormatProperties';
  VkImageMemoryBarrier: 'VkExternalMemoryAcquireUnmodifiedEXT';
  VkImageMemoryBarrier2: 'VkExternalMemoryAcquireUnmodifiedEXT';
  VkImageMemoryRequirementsInfo2: 'VkImagePlaneMemoryRequirementsInfo';
  VkInstanceCreateInfo: 'VkDebugUtilsMessengerCreateInfoEXT' | 'VkValidationFeaturesEXT';
  VkMemoryAllocateInfo: 'VkDedicatedAllocationMemoryAllocateInfoNV' | 'VkExportMemoryAllocateInfo' | 'VkExportMemoryAllocateInfoNV' | 'VkExportMemoryWin32HandleInfoKHR' | 'VkExportMemoryWin32HandleInfoNV' | 'VkImportMemoryFdInfoKHR' | 'VkImportMemoryHostPointerInfoEXT' | 'VkImportMemoryWin32HandleInfoKHR' | 'VkImportMemoryWin32HandleInfoNV' | 'VkMemoryAllocateFlagsInfo' | 'VkMemoryDedicatedAllocateInfo' | 'VkMemoryOpaqueCaptureAddressAllocateInfo' | 'VkMemoryPriorityAllocateInfoEXT';
  VkMemoryMapInfo: 'VkMemoryMapPlacedInfoEXT';
  VkMemoryRequirements2: 'VkMemoryDedicatedRequirements';
  VkPhysicalDeviceExternalBufferInfo: 'VkBufferUsageFlags2CreateInfo';
  VkPhysicalDeviceExternalSemaphoreInfo: 'VkSemaphoreTypeCreateInfo';
  VkPhysicalDeviceFeatures2: 'VkPhysicalDevice16BitStorageFeatures' | 'VkPhysicalDevice8BitStorageFeatures' | 'VkPhysicalDeviceBufferDeviceAddressFeatures' | 'VkPhysicalDeviceDescriptorIndexingFeatures' | 'VkPhysicalDeviceDeviceMemoryReportFeaturesEXT' | 'VkPhysicalDeviceDynamicRenderingFeatures' | 'VkPhysicalDeviceDynamicRenderingLocalReadFeatures' | 'VkPhysicalDeviceGlobalPriorityQueryFeatures' | 'VkPhysicalDeviceHostImageCopyFeatures' | 'VkPhysicalDeviceHostQueryResetFeatures' | 'VkPhysicalDeviceImageRobustnessFeatures' | 'VkPhysicalDeviceImagelessFramebufferFeatures' | 'VkPhysicalDeviceIndexTypeUint8Features' | 'VkPhysicalDeviceInlineUniformBlockFeatures' | 'VkPhysicalDeviceLineRasterizationFeatures' | 'VkPhysicalDeviceMaintenance4Features' | 'VkPhysicalDeviceMaintenance5Features' | 'VkPhysicalDeviceMaintenance6Features' | 'VkPhysicalDeviceMaintenance7FeaturesKHR' | 'VkPhysicalDeviceMapMemoryPlacedFeaturesEXT' | 'VkPhysicalDeviceMemoryPriorityFeaturesEXT' | 'VkPhysicalDeviceMultiviewFeatures' | 'VkPhysicalDevicePageableDeviceLocalMemoryFeaturesEXT' | 'VkPhysicalDevicePipelineCreationCacheControlFeatures' | 'VkPhysicalDevicePipelineProtectedAccessFeatures' | 'VkPhysicalDevicePipelineRobustnessFeatures' | 'VkPhysicalDevicePrivateDataFeatures' | 'VkPhysicalDeviceProtectedMemoryFeatures' | 'VkPhysicalDeviceSamplerYcbcrConversionFeatures' | 'VkPhysicalDeviceScalarBlockLayoutFeatures' | 'VkPhysicalDeviceSeparateDepthStencilLayoutsFeatures' | 'VkPhysicalDeviceShaderAtomicInt64Features' | 'VkPhysicalDeviceShaderDemoteToHelperInvocationFeatures' | 'VkPhysicalDeviceShaderDrawParametersFeatures' | 'VkPhysicalDeviceShaderExpectAssumeFeatures' | 'VkPhysicalDeviceShaderFloat16Int8Features' | 'VkPhysicalDeviceShaderFloatControls2Features' | 'VkPhysicalDeviceShaderIntegerDotProductFeatures' | 'VkPhysicalDeviceShaderSubgroupExtendedTypesFeatures' | 'VkPhysicalDeviceShaderSubgroupRotateFeatures' | 'VkPhysicalDeviceShaderTerminateInvocationFeatures' | 'VkPhysicalDeviceSubgroupSizeControlFeatures' | 'VkPhysicalDeviceSynchronization2Features' | 'VkPhysicalDeviceTextureCompressionASTCHDRFeatures' | 'VkPhysicalDeviceTimelineSemaphoreFeatures' | 'VkPhysicalDeviceUniformBufferStandardLayoutFeatures' | 'VkPhysicalDeviceVariablePointersFeatures' | 'VkPhysicalDeviceVertexAttributeDivisorFeatures' | 'VkPhysicalDeviceVulkan11Features' | 'VkPhysicalDeviceVulkan12Features' | 'VkPhysicalDeviceVulkan13Features' | 'VkPhysicalDeviceVulkan14Features' | 'VkPhysicalDeviceVulkanMemoryModelFeatures' | 'VkPhysicalDeviceZeroInitializeWorkgroupMemoryFeatures';
  VkPhysicalDeviceImageFormatInfo2: 'VkImageFormatListCreateInfo' | 'VkImageStencilUsageCreateInfo' | 'VkPhysicalDeviceExternalImageFormatInfo' | 'VkPhysicalDeviceImageDrmFormatModifierInfoEXT';
  VkPhysicalDeviceLayeredApiPropertiesKHR: 'VkPhysicalDeviceLayeredApiVulkanPropertiesKHR';
  VkPhysicalDeviceMemoryProperties2: 'VkPhysicalDeviceMemoryBudgetPropertiesEXT';
  VkPhysicalDeviceProperties2: 'VkPhysicalDeviceDepthStencilResolveProperties' | 'VkPhysicalDeviceDescriptorIndexingProperties' | 'VkPhysicalDeviceDriverProperties' | 'VkPhysicalDeviceDrmPropertiesEXT' | 'VkPhysicalDeviceExternalMemoryHostPropertiesEXT' | 'VkPhysicalDeviceFloatControlsProperties' | 'VkPhysicalDeviceHostImageCopyProperties' | 'VkPhysicalDeviceIDProperties' | 'VkPhysicalDeviceInlineUniformBlockProperties' | 'VkPhysicalDeviceLayeredApiPropertiesListKHR' | 'VkPhysicalDeviceLineRasterizationProperties' | 'VkPhysicalDeviceMaintenance3Properties' | 'VkPhysicalDeviceMaintenance4Properties' | 'VkPhysicalDeviceMaintenance5Properties' | 'VkPhysicalDeviceMaintenance6Properties' | 'VkPhysicalDeviceMaintenance7PropertiesKHR' | 'VkPhysicalDeviceMapMemoryPlacedPropertiesEXT' | 'VkPhysicalDeviceMultiviewProperties' | 'VkPhysicalDevicePCIBusInfoPropertiesEXT' | 'VkPhysicalDevicePipelineRobustnessProperties' | 'VkPhysicalDevicePointClippingProperties' | 'VkPhysicalDeviceProtectedMemoryProperties' | 'VkPhysicalDevicePushDescriptorProperties' | 'VkPhysicalDeviceSamplerFilterMinmaxProperties' | 'VkPhysicalDeviceShaderIntegerDotProductProperties' | 'VkPhysicalDeviceSubgroupProperties' | 'VkPhysicalDeviceSubgroupSizeControlProperties' | 'VkPhysicalDeviceTexelBufferAlignmentProperties' | 'VkPhysicalDeviceTimelineSemaphoreProperties' | 'VkPhysicalDeviceVertexAttributeDivisorProperties' | 'VkPhysicalDeviceVulkan11Properties' | 'VkPhysicalDeviceVulkan12Properties' | 'VkPhysicalDeviceVulkan13Properties' | 'VkPhysicalDeviceVulkan14Properties';
  VkQueueFamilyProperties2: 'VkQueueFamilyGlobalPriorityProperties';
  VkSemaphoreCreateInfo: 'VkExportSemaphoreCreateInfo' | 'VkExportSemaphoreWin32HandleInfoKHR' | 'VkSemaphoreTypeCreateInfo';
  VkSubmitInfo: 'VkD3D12FenceSubmitInfoKHR' | 'VkDeviceGroupSubmitInfo' | 'VkProtectedSubmitInfo' | 'VkTimelineSemaphoreSubmitInfo' | 'VkWin32KeyedMutexAcquireReleaseInfoKHR' | 'VkWin32KeyedMutexAcquireReleaseInfoNV';
  VkSubmitInfo2: 'VkWin32KeyedMutexAcquireReleaseInfoKHR' | 'VkWin32KeyedMutexAcquireReleaseInfoNV';
  VkSubresourceLayout2: 'VkSubresourceHostMemcpySize';
  VkSwapchainCreateInfoKHR: 'VkImageFormatListCreateInfo';
}
