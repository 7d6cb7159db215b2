// Generated from the Vulkan registry 1.4.309 by harness/vulkan/generator; do not edit.
// `npm run generate -- PATH_OF_vk.xml` writes it anew.

import type { CommandRow } from '../layout';

/** Every command by name, aliases under their own names. */
export const COMMANDS: Readonly<Record<string, CommandRow>> = {
  vkAcquireNextImage2KHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain', 'VK_KHR_device_group'], success: ['VK_SUCCESS', 'VK_TIMEOUT', 'VK_NOT_READY', 'VK_SUBOPTIMAL_KHR'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST', 'VK_ERROR_OUT_OF_DATE_KHR', 'VK_ERROR_SURFACE_LOST_KHR', 'VK_ERROR_FULL_SCREEN_EXCLUSIVE_MODE_LOST_EXT'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pAcquireInfo', 'pointer', 'VkAcquireNextImageInfoKHR'],
      ['pImageIndex', 'pointer', 'uint32_t', { out: true }],
    ],
  },
  vkAcquireNextImageKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain'], success: ['VK_SUCCESS', 'VK_TIMEOUT', 'VK_NOT_READY', 'VK_SUBOPTIMAL_KHR'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST', 'VK_ERROR_OUT_OF_DATE_KHR', 'VK_ERROR_SURFACE_LOST_KHR', 'VK_ERROR_FULL_SCREEN_EXCLUSIVE_MODE_LOST_EXT'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['swapchain', 'value', 'VkSwapchainKHR'],
      ['timeout', 'value', 'uint64_t'],
      ['semaphore', 'value', 'VkSemaphore', { optional: true }],
      ['fence', 'value', 'VkFence', { optional: true }],
      ['pImageIndex', 'pointer', 'uint32_t', { out: true }],
    ],
  },
  vkAllocateCommandBuffers: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pAllocateInfo', 'pointer', 'VkCommandBufferAllocateInfo'],
      ['pCommandBuffers', 'array', 'VkCommandBuffer', { out: true, len: 'pAllocateInfo->commandBufferCount' }],
    ],
  },
  vkAllocateMemory: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pAllocateInfo', 'pointer', 'VkMemoryAllocateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pMemory', 'pointer', 'VkDeviceMemory', { out: true }],
    ],
  },
  vkBeginCommandBuffer: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pBeginInfo', 'pointer', 'VkCommandBufferBeginInfo'],
    ],
  },
  vkBindBufferMemory: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['buffer', 'value', 'VkBuffer'],
      ['memory', 'value', 'VkDeviceMemory'],
      ['memoryOffset', 'value', 'VkDeviceSize'],
    ],
  },
  vkBindBufferMemory2: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_1'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['bindInfoCount', 'value', 'uint32_t'],
      ['pBindInfos', 'array', 'VkBindBufferMemoryInfo', { len: 'bindInfoCount' }],
    ],
  },
  vkBindBufferMemory2KHR: {
    level: 'device', returns: 'VkResult', alias: 'vkBindBufferMemory2', providers: ['VK_KHR_bind_memory2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['bindInfoCount', 'value', 'uint32_t'],
      ['pBindInfos', 'array', 'VkBindBufferMemoryInfo', { len: 'bindInfoCount' }],
    ],
  },
  vkBindImageMemory: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['memory', 'value', 'VkDeviceMemory'],
      ['memoryOffset', 'value', 'VkDeviceSize'],
    ],
  },
  vkBindImageMemory2: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_1'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['bindInfoCount', 'value', 'uint32_t'],
      ['pBindInfos', 'array', 'VkBindImageMemoryInfo', { len: 'bindInfoCount' }],
    ],
  },
  vkBindImageMemory2KHR: {
    level: 'device', returns: 'VkResult', alias: 'vkBindImageMemory2', providers: ['VK_KHR_bind_memory2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['bindInfoCount', 'value', 'uint32_t'],
      ['pBindInfos', 'array', 'VkBindImageMemoryInfo', { len: 'bindInfoCount' }],
    ],
  },
  vkCmdBeginDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pLabelInfo', 'pointer', 'VkDebugUtilsLabelEXT'],
    ],
  },
  vkCmdClearColorImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['image', 'value', 'VkImage'],
      ['imageLayout', 'value', 'VkImageLayout'],
      ['pColor', 'pointer', 'VkClearColorValue', { optional: true }],
      ['rangeCount', 'value', 'uint32_t'],
      ['pRanges', 'array', 'VkImageSubresourceRange', { len: 'rangeCount' }],
    ],
  },
  vkCmdClearDepthStencilImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['image', 'value', 'VkImage'],
      ['imageLayout', 'value', 'VkImageLayout'],
      ['pDepthStencil', 'pointer', 'VkClearDepthStencilValue'],
      ['rangeCount', 'value', 'uint32_t'],
      ['pRanges', 'array', 'VkImageSubresourceRange', { len: 'rangeCount' }],
    ],
  },
  vkCmdCopyBuffer: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcBuffer', 'value', 'VkBuffer'],
      ['dstBuffer', 'value', 'VkBuffer'],
      ['regionCount', 'value', 'uint32_t'],
      ['pRegions', 'array', 'VkBufferCopy', { len: 'regionCount' }],
    ],
  },
  vkCmdCopyBuffer2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyBufferInfo', 'pointer', 'VkCopyBufferInfo2'],
    ],
  },
  vkCmdCopyBuffer2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdCopyBuffer2', providers: ['VK_KHR_copy_commands2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyBufferInfo', 'pointer', 'VkCopyBufferInfo2'],
    ],
  },
  vkCmdCopyBufferToImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcBuffer', 'value', 'VkBuffer'],
      ['dstImage', 'value', 'VkImage'],
      ['dstImageLayout', 'value', 'VkImageLayout'],
      ['regionCount', 'value', 'uint32_t'],
      ['pRegions', 'array', 'VkBufferImageCopy', { len: 'regionCount' }],
    ],
  },
  vkCmdCopyBufferToImage2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyBufferToImageInfo', 'pointer', 'VkCopyBufferToImageInfo2'],
    ],
  },
  vkCmdCopyBufferToImage2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdCopyBufferToImage2', providers: ['VK_KHR_copy_commands2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyBufferToImageInfo', 'pointer', 'VkCopyBufferToImageInfo2'],
    ],
  },
  vkCmdCopyImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcImage', 'value', 'VkImage'],
      ['srcImageLayout', 'value', 'VkImageLayout'],
      ['dstImage', 'value', 'VkImage'],
      ['dstImageLayout', 'value', 'VkImageLayout'],
      ['regionCount', 'value', 'uint32_t'],
      ['pRegions', 'array', 'VkImageCopy', { len: 'regionCount' }],
    ],
  },
  vkCmdCopyImage2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyImageInfo', 'pointer', 'VkCopyImageInfo2'],
    ],
  },
  vkCmdCopyImage2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdCopyImage2', providers: ['VK_KHR_copy_commands2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyImageInfo', 'pointer', 'VkCopyImageInfo2'],
    ],
  },
  vkCmdCopyImageToBuffer: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcImage', 'value', 'VkImage'],
      ['srcImageLayout', 'value', 'VkImageLayout'],
      ['dstBuffer', 'value', 'VkBuffer'],
      ['regionCount', 'value', 'uint32_t'],
      ['pRegions', 'array', 'VkBufferImageCopy', { len: 'regionCount' }],
    ],
  },
  vkCmdCopyImageToBuffer2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyImageToBufferInfo', 'pointer', 'VkCopyImageToBufferInfo2'],
    ],
  },
  vkCmdCopyImageToBuffer2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdCopyImageToBuffer2', providers: ['VK_KHR_copy_commands2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pCopyImageToBufferInfo', 'pointer', 'VkCopyImageToBufferInfo2'],
    ],
  },
  vkCmdEndDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
    ],
  },
  vkCmdFillBuffer: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['dstBuffer', 'value', 'VkBuffer'],
      ['dstOffset', 'value', 'VkDeviceSize'],
      ['size', 'value', 'VkDeviceSize'],
      ['data', 'value', 'uint32_t'],
    ],
  },
  vkCmdInsertDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pLabelInfo', 'pointer', 'VkDebugUtilsLabelEXT'],
    ],
  },
  vkCmdPipelineBarrier: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcStageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
      ['dstStageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
      ['dependencyFlags', 'value', 'VkDependencyFlags', { optional: true }],
      ['memoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pMemoryBarriers', 'array', 'VkMemoryBarrier', { len: 'memoryBarrierCount' }],
      ['bufferMemoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pBufferMemoryBarriers', 'array', 'VkBufferMemoryBarrier', { len: 'bufferMemoryBarrierCount' }],
      ['imageMemoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pImageMemoryBarriers', 'array', 'VkImageMemoryBarrier', { len: 'imageMemoryBarrierCount' }],
    ],
  },
  vkCmdPipelineBarrier2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pDependencyInfo', 'pointer', 'VkDependencyInfo'],
    ],
  },
  vkCmdPipelineBarrier2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdPipelineBarrier2', providers: ['VK_KHR_synchronization2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['pDependencyInfo', 'pointer', 'VkDependencyInfo'],
    ],
  },
  vkCmdResetEvent: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['stageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
    ],
  },
  vkCmdResetEvent2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['stageMask', 'value', 'VkPipelineStageFlags2', { optional: true }],
    ],
  },
  vkCmdResetEvent2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdResetEvent2', providers: ['VK_KHR_synchronization2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['stageMask', 'value', 'VkPipelineStageFlags2', { optional: true }],
    ],
  },
  vkCmdResolveImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['srcImage', 'value', 'VkImage'],
      ['srcImageLayout', 'value', 'VkImageLayout'],
      ['dstImage', 'value', 'VkImage'],
      ['dstImageLayout', 'value', 'VkImageLayout'],
      ['regionCount', 'value', 'uint32_t'],
      ['pRegions', 'array', 'VkImageResolve', { len: 'regionCount' }],
    ],
  },
  vkCmdSetEvent: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['stageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
    ],
  },
  vkCmdSetEvent2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['pDependencyInfo', 'pointer', 'VkDependencyInfo'],
    ],
  },
  vkCmdSetEvent2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdSetEvent2', providers: ['VK_KHR_synchronization2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['event', 'value', 'VkEvent'],
      ['pDependencyInfo', 'pointer', 'VkDependencyInfo'],
    ],
  },
  vkCmdUpdateBuffer: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['dstBuffer', 'value', 'VkBuffer'],
      ['dstOffset', 'value', 'VkDeviceSize'],
      ['dataSize', 'value', 'VkDeviceSize'],
      ['pData', 'bytes', 'void', { len: 'dataSize' }],
    ],
  },
  vkCmdWaitEvents: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['eventCount', 'value', 'uint32_t'],
      ['pEvents', 'array', 'VkEvent', { len: 'eventCount' }],
      ['srcStageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
      ['dstStageMask', 'value', 'VkPipelineStageFlags', { optional: true }],
      ['memoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pMemoryBarriers', 'array', 'VkMemoryBarrier', { len: 'memoryBarrierCount' }],
      ['bufferMemoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pBufferMemoryBarriers', 'array', 'VkBufferMemoryBarrier', { len: 'bufferMemoryBarrierCount' }],
      ['imageMemoryBarrierCount', 'value', 'uint32_t', { optional: true }],
      ['pImageMemoryBarriers', 'array', 'VkImageMemoryBarrier', { len: 'imageMemoryBarrierCount' }],
    ],
  },
  vkCmdWaitEvents2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['eventCount', 'value', 'uint32_t'],
      ['pEvents', 'array', 'VkEvent', { len: 'eventCount' }],
      ['pDependencyInfos', 'array', 'VkDependencyInfo', { len: 'eventCount' }],
    ],
  },
  vkCmdWaitEvents2KHR: {
    level: 'device', returns: 'void', alias: 'vkCmdWaitEvents2', providers: ['VK_KHR_synchronization2'], success: [], errors: [],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['eventCount', 'value', 'uint32_t'],
      ['pEvents', 'array', 'VkEvent', { len: 'eventCount' }],
      ['pDependencyInfos', 'array', 'VkDependencyInfo', { len: 'eventCount' }],
    ],
  },
  vkCreateBuffer: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkBufferCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pBuffer', 'pointer', 'VkBuffer', { out: true }],
    ],
  },
  vkCreateCommandPool: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkCommandPoolCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pCommandPool', 'pointer', 'VkCommandPool', { out: true }],
    ],
  },
  vkCreateDebugUtilsMessengerEXT: {
    level: 'instance', returns: 'VkResult', providers: ['VK_EXT_debug_utils'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['pCreateInfo', 'pointer', 'VkDebugUtilsMessengerCreateInfoEXT'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pMessenger', 'pointer', 'VkDebugUtilsMessengerEXT', { out: true }],
    ],
  },
  vkCreateDevice: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INITIALIZATION_FAILED', 'VK_ERROR_EXTENSION_NOT_PRESENT', 'VK_ERROR_FEATURE_NOT_PRESENT', 'VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pCreateInfo', 'pointer', 'VkDeviceCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pDevice', 'pointer', 'VkDevice', { out: true }],
    ],
  },
  vkCreateEvent: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkEventCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pEvent', 'pointer', 'VkEvent', { out: true }],
    ],
  },
  vkCreateFence: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkFenceCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pFence', 'pointer', 'VkFence', { out: true }],
    ],
  },
  vkCreateHeadlessSurfaceEXT: {
    level: 'instance', returns: 'VkResult', providers: ['VK_EXT_headless_surface'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['pCreateInfo', 'pointer', 'VkHeadlessSurfaceCreateInfoEXT'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pSurface', 'pointer', 'VkSurfaceKHR', { out: true }],
    ],
  },
  vkCreateImage: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_COMPRESSION_EXHAUSTED_EXT', 'VK_ERROR_INVALID_OPAQUE_CAPTURE_ADDRESS_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkImageCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pImage', 'pointer', 'VkImage', { out: true }],
    ],
  },
  vkCreateInstance: {
    level: 'global', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INITIALIZATION_FAILED', 'VK_ERROR_LAYER_NOT_PRESENT', 'VK_ERROR_EXTENSION_NOT_PRESENT', 'VK_ERROR_INCOMPATIBLE_DRIVER'],
    parameters: [
      ['pCreateInfo', 'pointer', 'VkInstanceCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pInstance', 'pointer', 'VkInstance', { out: true }],
    ],
  },
  vkCreatePrivateDataSlot: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_3'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkPrivateDataSlotCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pPrivateDataSlot', 'pointer', 'VkPrivateDataSlot', { out: true }],
    ],
  },
  vkCreatePrivateDataSlotEXT: {
    level: 'device', returns: 'VkResult', alias: 'vkCreatePrivateDataSlot', providers: ['VK_EXT_private_data'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkPrivateDataSlotCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pPrivateDataSlot', 'pointer', 'VkPrivateDataSlot', { out: true }],
    ],
  },
  vkCreateSemaphore: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkSemaphoreCreateInfo'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pSemaphore', 'pointer', 'VkSemaphore', { out: true }],
    ],
  },
  vkCreateSwapchainKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST', 'VK_ERROR_SURFACE_LOST_KHR', 'VK_ERROR_NATIVE_WINDOW_IN_USE_KHR', 'VK_ERROR_INITIALIZATION_FAILED', 'VK_ERROR_COMPRESSION_EXHAUSTED_EXT'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pCreateInfo', 'pointer', 'VkSwapchainCreateInfoKHR'],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
      ['pSwapchain', 'pointer', 'VkSwapchainKHR', { out: true }],
    ],
  },
  vkDestroyBuffer: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['buffer', 'value', 'VkBuffer', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyCommandPool: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['commandPool', 'value', 'VkCommandPool', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyDebugUtilsMessengerEXT: {
    level: 'instance', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['messenger', 'value', 'VkDebugUtilsMessengerEXT', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyDevice: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyEvent: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['event', 'value', 'VkEvent', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyFence: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['fence', 'value', 'VkFence', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyImage: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyInstance: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['instance', 'value', 'VkInstance', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyPrivateDataSlot: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroyPrivateDataSlotEXT: {
    level: 'device', returns: 'void', alias: 'vkDestroyPrivateDataSlot', providers: ['VK_EXT_private_data'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroySemaphore: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['semaphore', 'value', 'VkSemaphore', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroySurfaceKHR: {
    level: 'instance', returns: 'void', providers: ['VK_KHR_surface'], success: [], errors: [],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['surface', 'value', 'VkSurfaceKHR', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDestroySwapchainKHR: {
    level: 'device', returns: 'void', providers: ['VK_KHR_swapchain'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['swapchain', 'value', 'VkSwapchainKHR', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkDeviceWaitIdle: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
    ],
  },
  vkEndCommandBuffer: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INVALID_VIDEO_STD_PARAMETERS_KHR'],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
    ],
  },
  vkEnumerateDeviceExtensionProperties: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_LAYER_NOT_PRESENT'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pLayerName', 'string', 'char', { optional: true }],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkExtensionProperties', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkEnumerateDeviceLayerProperties: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkLayerProperties', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkEnumerateInstanceExtensionProperties: {
    level: 'global', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_LAYER_NOT_PRESENT'],
    parameters: [
      ['pLayerName', 'string', 'char', { optional: true }],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkExtensionProperties', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkEnumerateInstanceLayerProperties: {
    level: 'global', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkLayerProperties', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkEnumerateInstanceVersion: {
    level: 'global', returns: 'VkResult', providers: ['VK_VERSION_1_1'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['pApiVersion', 'pointer', 'uint32_t', { out: true }],
    ],
  },
  vkEnumeratePhysicalDeviceGroups: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_1'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INITIALIZATION_FAILED'],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['pPhysicalDeviceGroupCount', 'pointer', 'uint32_t', { out: true }],
      ['pPhysicalDeviceGroupProperties', 'array', 'VkPhysicalDeviceGroupProperties', { optional: true, out: true, len: 'pPhysicalDeviceGroupCount' }],
    ],
  },
  vkEnumeratePhysicalDeviceGroupsKHR: {
    level: 'instance', returns: 'VkResult', alias: 'vkEnumeratePhysicalDeviceGroups', providers: ['VK_KHR_device_group_creation'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INITIALIZATION_FAILED'],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['pPhysicalDeviceGroupCount', 'pointer', 'uint32_t', { out: true }],
      ['pPhysicalDeviceGroupProperties', 'array', 'VkPhysicalDeviceGroupProperties', { optional: true, out: true, len: 'pPhysicalDeviceGroupCount' }],
    ],
  },
  vkEnumeratePhysicalDevices: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_INITIALIZATION_FAILED'],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['pPhysicalDeviceCount', 'pointer', 'uint32_t', { out: true }],
      ['pPhysicalDevices', 'array', 'VkPhysicalDevice', { optional: true, out: true, len: 'pPhysicalDeviceCount' }],
    ],
  },
  vkFlushMappedMemoryRanges: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memoryRangeCount', 'value', 'uint32_t'],
      ['pMemoryRanges', 'array', 'VkMappedMemoryRange', { len: 'memoryRangeCount' }],
    ],
  },
  vkFreeCommandBuffers: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['commandPool', 'value', 'VkCommandPool'],
      ['commandBufferCount', 'value', 'uint32_t'],
      ['pCommandBuffers', 'array', 'VkCommandBuffer', { optional: true, len: 'commandBufferCount' }],
    ],
  },
  vkFreeMemory: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memory', 'value', 'VkDeviceMemory', { optional: true }],
      ['pAllocator', 'address', 'VkAllocationCallbacks', { optional: true }],
    ],
  },
  vkGetBufferDeviceAddress: {
    level: 'device', returns: 'VkDeviceAddress', providers: ['VK_VERSION_1_2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferDeviceAddressInfo'],
    ],
  },
  vkGetBufferDeviceAddressEXT: {
    level: 'device', returns: 'VkDeviceAddress', alias: 'vkGetBufferDeviceAddress', providers: ['VK_EXT_buffer_device_address'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferDeviceAddressInfo'],
    ],
  },
  vkGetBufferDeviceAddressKHR: {
    level: 'device', returns: 'VkDeviceAddress', alias: 'vkGetBufferDeviceAddress', providers: ['VK_KHR_buffer_device_address'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferDeviceAddressInfo'],
    ],
  },
  vkGetBufferMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['buffer', 'value', 'VkBuffer'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements', { out: true }],
    ],
  },
  vkGetBufferMemoryRequirements2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferMemoryRequirementsInfo2'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetBufferMemoryRequirements2KHR: {
    level: 'device', returns: 'void', alias: 'vkGetBufferMemoryRequirements2', providers: ['VK_KHR_get_memory_requirements2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferMemoryRequirementsInfo2'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetBufferOpaqueCaptureAddress: {
    level: 'device', returns: 'uint64_t', providers: ['VK_VERSION_1_2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferDeviceAddressInfo'],
    ],
  },
  vkGetBufferOpaqueCaptureAddressKHR: {
    level: 'device', returns: 'uint64_t', alias: 'vkGetBufferOpaqueCaptureAddress', providers: ['VK_KHR_buffer_device_address'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkBufferDeviceAddressInfo'],
    ],
  },
  vkGetDeviceBufferMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceBufferMemoryRequirements'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetDeviceBufferMemoryRequirementsKHR: {
    level: 'device', returns: 'void', alias: 'vkGetDeviceBufferMemoryRequirements', providers: ['VK_KHR_maintenance4'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceBufferMemoryRequirements'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetDeviceGroupPresentCapabilitiesKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain', 'VK_KHR_device_group'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pDeviceGroupPresentCapabilities', 'pointer', 'VkDeviceGroupPresentCapabilitiesKHR', { out: true }],
    ],
  },
  vkGetDeviceGroupSurfacePresentModesKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain', 'VK_KHR_device_group'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_SURFACE_LOST_KHR'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['surface', 'value', 'VkSurfaceKHR'],
      ['pModes', 'pointer', 'VkDeviceGroupPresentModeFlagsKHR', { out: true }],
    ],
  },
  vkGetDeviceImageMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageMemoryRequirements'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetDeviceImageMemoryRequirementsKHR: {
    level: 'device', returns: 'void', alias: 'vkGetDeviceImageMemoryRequirements', providers: ['VK_KHR_maintenance4'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageMemoryRequirements'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetDeviceImageSparseMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageMemoryRequirements'],
      ['pSparseMemoryRequirementCount', 'pointer', 'uint32_t', { out: true }],
      ['pSparseMemoryRequirements', 'array', 'VkSparseImageMemoryRequirements2', { optional: true, out: true, len: 'pSparseMemoryRequirementCount' }],
    ],
  },
  vkGetDeviceImageSparseMemoryRequirementsKHR: {
    level: 'device', returns: 'void', alias: 'vkGetDeviceImageSparseMemoryRequirements', providers: ['VK_KHR_maintenance4'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageMemoryRequirements'],
      ['pSparseMemoryRequirementCount', 'pointer', 'uint32_t', { out: true }],
      ['pSparseMemoryRequirements', 'array', 'VkSparseImageMemoryRequirements2', { optional: true, out: true, len: 'pSparseMemoryRequirementCount' }],
    ],
  },
  vkGetDeviceImageSubresourceLayout: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_4'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageSubresourceInfo'],
      ['pLayout', 'pointer', 'VkSubresourceLayout2', { out: true }],
    ],
  },
  vkGetDeviceImageSubresourceLayoutKHR: {
    level: 'device', returns: 'void', alias: 'vkGetDeviceImageSubresourceLayout', providers: ['VK_KHR_maintenance5'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceImageSubresourceInfo'],
      ['pLayout', 'pointer', 'VkSubresourceLayout2', { out: true }],
    ],
  },
  vkGetDeviceMemoryCommitment: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memory', 'value', 'VkDeviceMemory'],
      ['pCommittedMemoryInBytes', 'pointer', 'VkDeviceSize', { out: true }],
    ],
  },
  vkGetDeviceMemoryOpaqueCaptureAddress: {
    level: 'device', returns: 'uint64_t', providers: ['VK_VERSION_1_2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceMemoryOpaqueCaptureAddressInfo'],
    ],
  },
  vkGetDeviceMemoryOpaqueCaptureAddressKHR: {
    level: 'device', returns: 'uint64_t', alias: 'vkGetDeviceMemoryOpaqueCaptureAddress', providers: ['VK_KHR_buffer_device_address'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkDeviceMemoryOpaqueCaptureAddressInfo'],
    ],
  },
  vkGetDeviceQueue: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['queueFamilyIndex', 'value', 'uint32_t'],
      ['queueIndex', 'value', 'uint32_t'],
      ['pQueue', 'pointer', 'VkQueue', { out: true }],
    ],
  },
  vkGetDeviceQueue2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pQueueInfo', 'pointer', 'VkDeviceQueueInfo2'],
      ['pQueue', 'pointer', 'VkQueue', { out: true }],
    ],
  },
  vkGetEventStatus: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_EVENT_SET', 'VK_EVENT_RESET'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['event', 'value', 'VkEvent'],
    ],
  },
  vkGetFenceFdKHR: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_KHR_external_fence_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetFdInfo', 'pointer', 'VkFenceGetFdInfoKHR'],
      ['pFd', 'pointer', 'int', { out: true }],
    ],
  },
  vkGetFenceStatus: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_NOT_READY'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['fence', 'value', 'VkFence'],
    ],
  },
  vkGetFenceWin32HandleKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_fence_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetWin32HandleInfo', 'pointer', 'VkFenceGetWin32HandleInfoKHR'],
      ['pHandle', 'pointer', 'HANDLE', { out: true }],
    ],
  },
  vkGetImageDrmFormatModifierPropertiesEXT: {
    level: 'device', returns: 'VkResult', providers: ['VK_EXT_image_drm_format_modifier'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pProperties', 'pointer', 'VkImageDrmFormatModifierPropertiesEXT', { out: true }],
    ],
  },
  vkGetImageMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements', { out: true }],
    ],
  },
  vkGetImageMemoryRequirements2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkImageMemoryRequirementsInfo2'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetImageMemoryRequirements2KHR: {
    level: 'device', returns: 'void', alias: 'vkGetImageMemoryRequirements2', providers: ['VK_KHR_get_memory_requirements2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkImageMemoryRequirementsInfo2'],
      ['pMemoryRequirements', 'pointer', 'VkMemoryRequirements2', { out: true }],
    ],
  },
  vkGetImageSparseMemoryRequirements: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pSparseMemoryRequirementCount', 'pointer', 'uint32_t', { out: true }],
      ['pSparseMemoryRequirements', 'array', 'VkSparseImageMemoryRequirements', { optional: true, out: true, len: 'pSparseMemoryRequirementCount' }],
    ],
  },
  vkGetImageSparseMemoryRequirements2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkImageSparseMemoryRequirementsInfo2'],
      ['pSparseMemoryRequirementCount', 'pointer', 'uint32_t', { out: true }],
      ['pSparseMemoryRequirements', 'array', 'VkSparseImageMemoryRequirements2', { optional: true, out: true, len: 'pSparseMemoryRequirementCount' }],
    ],
  },
  vkGetImageSparseMemoryRequirements2KHR: {
    level: 'device', returns: 'void', alias: 'vkGetImageSparseMemoryRequirements2', providers: ['VK_KHR_get_memory_requirements2'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pInfo', 'pointer', 'VkImageSparseMemoryRequirementsInfo2'],
      ['pSparseMemoryRequirementCount', 'pointer', 'uint32_t', { out: true }],
      ['pSparseMemoryRequirements', 'array', 'VkSparseImageMemoryRequirements2', { optional: true, out: true, len: 'pSparseMemoryRequirementCount' }],
    ],
  },
  vkGetImageSubresourceLayout: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pSubresource', 'pointer', 'VkImageSubresource'],
      ['pLayout', 'pointer', 'VkSubresourceLayout', { out: true }],
    ],
  },
  vkGetImageSubresourceLayout2: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_4'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pSubresource', 'pointer', 'VkImageSubresource2'],
      ['pLayout', 'pointer', 'VkSubresourceLayout2', { out: true }],
    ],
  },
  vkGetImageSubresourceLayout2EXT: {
    level: 'device', returns: 'void', alias: 'vkGetImageSubresourceLayout2', providers: ['VK_EXT_host_image_copy', 'VK_EXT_image_compression_control'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pSubresource', 'pointer', 'VkImageSubresource2'],
      ['pLayout', 'pointer', 'VkSubresourceLayout2', { out: true }],
    ],
  },
  vkGetImageSubresourceLayout2KHR: {
    level: 'device', returns: 'void', alias: 'vkGetImageSubresourceLayout2', providers: ['VK_KHR_maintenance5'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['image', 'value', 'VkImage'],
      ['pSubresource', 'pointer', 'VkImageSubresource2'],
      ['pLayout', 'pointer', 'VkSubresourceLayout2', { out: true }],
    ],
  },
  vkGetMemoryFdKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_memory_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetFdInfo', 'pointer', 'VkMemoryGetFdInfoKHR'],
      ['pFd', 'pointer', 'int', { out: true }],
    ],
  },
  vkGetMemoryFdPropertiesKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_memory_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['handleType', 'value', 'VkExternalMemoryHandleTypeFlagBits'],
      ['fd', 'value', 'int'],
      ['pMemoryFdProperties', 'pointer', 'VkMemoryFdPropertiesKHR', { out: true }],
    ],
  },
  vkGetMemoryHostPointerPropertiesEXT: {
    level: 'device', returns: 'VkResult', providers: ['VK_EXT_external_memory_host'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['handleType', 'value', 'VkExternalMemoryHandleTypeFlagBits'],
      ['pHostPointer', 'address', 'void'],
      ['pMemoryHostPointerProperties', 'pointer', 'VkMemoryHostPointerPropertiesEXT', { out: true }],
    ],
  },
  vkGetMemoryWin32HandleKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_memory_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetWin32HandleInfo', 'pointer', 'VkMemoryGetWin32HandleInfoKHR'],
      ['pHandle', 'pointer', 'HANDLE', { out: true }],
    ],
  },
  vkGetMemoryWin32HandlePropertiesKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_memory_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['handleType', 'value', 'VkExternalMemoryHandleTypeFlagBits'],
      ['handle', 'value', 'HANDLE'],
      ['pMemoryWin32HandleProperties', 'pointer', 'VkMemoryWin32HandlePropertiesKHR', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalBufferProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalBufferInfo', 'pointer', 'VkPhysicalDeviceExternalBufferInfo'],
      ['pExternalBufferProperties', 'pointer', 'VkExternalBufferProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalBufferPropertiesKHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceExternalBufferProperties', providers: ['VK_KHR_external_memory_capabilities'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalBufferInfo', 'pointer', 'VkPhysicalDeviceExternalBufferInfo'],
      ['pExternalBufferProperties', 'pointer', 'VkExternalBufferProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalFenceProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalFenceInfo', 'pointer', 'VkPhysicalDeviceExternalFenceInfo'],
      ['pExternalFenceProperties', 'pointer', 'VkExternalFenceProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalFencePropertiesKHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceExternalFenceProperties', providers: ['VK_KHR_external_fence_capabilities'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalFenceInfo', 'pointer', 'VkPhysicalDeviceExternalFenceInfo'],
      ['pExternalFenceProperties', 'pointer', 'VkExternalFenceProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalSemaphoreProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalSemaphoreInfo', 'pointer', 'VkPhysicalDeviceExternalSemaphoreInfo'],
      ['pExternalSemaphoreProperties', 'pointer', 'VkExternalSemaphoreProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceExternalSemaphorePropertiesKHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceExternalSemaphoreProperties', providers: ['VK_KHR_external_semaphore_capabilities'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pExternalSemaphoreInfo', 'pointer', 'VkPhysicalDeviceExternalSemaphoreInfo'],
      ['pExternalSemaphoreProperties', 'pointer', 'VkExternalSemaphoreProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFeatures: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pFeatures', 'pointer', 'VkPhysicalDeviceFeatures', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFeatures2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pFeatures', 'pointer', 'VkPhysicalDeviceFeatures2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFeatures2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceFeatures2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pFeatures', 'pointer', 'VkPhysicalDeviceFeatures2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFormatProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['format', 'value', 'VkFormat'],
      ['pFormatProperties', 'pointer', 'VkFormatProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFormatProperties2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['format', 'value', 'VkFormat'],
      ['pFormatProperties', 'pointer', 'VkFormatProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceFormatProperties2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceFormatProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['format', 'value', 'VkFormat'],
      ['pFormatProperties', 'pointer', 'VkFormatProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceImageFormatProperties: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_FORMAT_NOT_SUPPORTED'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['format', 'value', 'VkFormat'],
      ['type', 'value', 'VkImageType'],
      ['tiling', 'value', 'VkImageTiling'],
      ['usage', 'value', 'VkImageUsageFlags'],
      ['flags', 'value', 'VkImageCreateFlags', { optional: true }],
      ['pImageFormatProperties', 'pointer', 'VkImageFormatProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceImageFormatProperties2: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_1'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_FORMAT_NOT_SUPPORTED', 'VK_ERROR_IMAGE_USAGE_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_OPERATION_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_FORMAT_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PICTURE_LAYOUT_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_CODEC_NOT_SUPPORTED_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pImageFormatInfo', 'pointer', 'VkPhysicalDeviceImageFormatInfo2'],
      ['pImageFormatProperties', 'pointer', 'VkImageFormatProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceImageFormatProperties2KHR: {
    level: 'instance', returns: 'VkResult', alias: 'vkGetPhysicalDeviceImageFormatProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_FORMAT_NOT_SUPPORTED', 'VK_ERROR_IMAGE_USAGE_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_OPERATION_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_FORMAT_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PICTURE_LAYOUT_NOT_SUPPORTED_KHR', 'VK_ERROR_VIDEO_PROFILE_CODEC_NOT_SUPPORTED_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pImageFormatInfo', 'pointer', 'VkPhysicalDeviceImageFormatInfo2'],
      ['pImageFormatProperties', 'pointer', 'VkImageFormatProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceMemoryProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pMemoryProperties', 'pointer', 'VkPhysicalDeviceMemoryProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceMemoryProperties2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pMemoryProperties', 'pointer', 'VkPhysicalDeviceMemoryProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceMemoryProperties2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceMemoryProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pMemoryProperties', 'pointer', 'VkPhysicalDeviceMemoryProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDevicePresentRectanglesKHR: {
    level: 'instance', returns: 'VkResult', providers: ['VK_KHR_swapchain', 'VK_KHR_device_group'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['surface', 'value', 'VkSurfaceKHR'],
      ['pRectCount', 'pointer', 'uint32_t', { out: true }],
      ['pRects', 'array', 'VkRect2D', { optional: true, out: true, len: 'pRectCount' }],
    ],
  },
  vkGetPhysicalDeviceProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pProperties', 'pointer', 'VkPhysicalDeviceProperties', { out: true }],
    ],
  },
  vkGetPhysicalDeviceProperties2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pProperties', 'pointer', 'VkPhysicalDeviceProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceProperties2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pProperties', 'pointer', 'VkPhysicalDeviceProperties2', { out: true }],
    ],
  },
  vkGetPhysicalDeviceQueueFamilyProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pQueueFamilyPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pQueueFamilyProperties', 'array', 'VkQueueFamilyProperties', { optional: true, out: true, len: 'pQueueFamilyPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceQueueFamilyProperties2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pQueueFamilyPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pQueueFamilyProperties', 'array', 'VkQueueFamilyProperties2', { optional: true, out: true, len: 'pQueueFamilyPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceQueueFamilyProperties2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceQueueFamilyProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pQueueFamilyPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pQueueFamilyProperties', 'array', 'VkQueueFamilyProperties2', { optional: true, out: true, len: 'pQueueFamilyPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceSparseImageFormatProperties: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['format', 'value', 'VkFormat'],
      ['type', 'value', 'VkImageType'],
      ['samples', 'value', 'VkSampleCountFlagBits'],
      ['usage', 'value', 'VkImageUsageFlags'],
      ['tiling', 'value', 'VkImageTiling'],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkSparseImageFormatProperties', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceSparseImageFormatProperties2: {
    level: 'instance', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pFormatInfo', 'pointer', 'VkPhysicalDeviceSparseImageFormatInfo2'],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkSparseImageFormatProperties2', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceSparseImageFormatProperties2KHR: {
    level: 'instance', returns: 'void', alias: 'vkGetPhysicalDeviceSparseImageFormatProperties2', providers: ['VK_KHR_get_physical_device_properties2'], success: [], errors: [],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pFormatInfo', 'pointer', 'VkPhysicalDeviceSparseImageFormatInfo2'],
      ['pPropertyCount', 'pointer', 'uint32_t', { out: true }],
      ['pProperties', 'array', 'VkSparseImageFormatProperties2', { optional: true, out: true, len: 'pPropertyCount' }],
    ],
  },
  vkGetPhysicalDeviceSurfaceCapabilitiesKHR: {
    level: 'instance', returns: 'VkResult', providers: ['VK_KHR_surface'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_SURFACE_LOST_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['surface', 'value', 'VkSurfaceKHR'],
      ['pSurfaceCapabilities', 'pointer', 'VkSurfaceCapabilitiesKHR', { out: true }],
    ],
  },
  vkGetPhysicalDeviceSurfaceFormatsKHR: {
    level: 'instance', returns: 'VkResult', providers: ['VK_KHR_surface'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_SURFACE_LOST_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['surface', 'value', 'VkSurfaceKHR', { optional: true }],
      ['pSurfaceFormatCount', 'pointer', 'uint32_t', { out: true }],
      ['pSurfaceFormats', 'array', 'VkSurfaceFormatKHR', { optional: true, out: true, len: 'pSurfaceFormatCount' }],
    ],
  },
  vkGetPhysicalDeviceSurfacePresentModesKHR: {
    level: 'instance', returns: 'VkResult', providers: ['VK_KHR_surface'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_SURFACE_LOST_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['surface', 'value', 'VkSurfaceKHR', { optional: true }],
      ['pPresentModeCount', 'pointer', 'uint32_t', { out: true }],
      ['pPresentModes', 'array', 'VkPresentModeKHR', { optional: true, out: true, len: 'pPresentModeCount' }],
    ],
  },
  vkGetPhysicalDeviceSurfaceSupportKHR: {
    level: 'instance', returns: 'VkResult', providers: ['VK_KHR_surface'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_SURFACE_LOST_KHR'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['queueFamilyIndex', 'value', 'uint32_t'],
      ['surface', 'value', 'VkSurfaceKHR'],
      ['pSupported', 'pointer', 'VkBool32', { out: true }],
    ],
  },
  vkGetPhysicalDeviceToolProperties: {
    level: 'instance', returns: 'VkResult', providers: ['VK_VERSION_1_3'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pToolCount', 'pointer', 'uint32_t', { out: true }],
      ['pToolProperties', 'array', 'VkPhysicalDeviceToolProperties', { optional: true, out: true, len: 'pToolCount' }],
    ],
  },
  vkGetPhysicalDeviceToolPropertiesEXT: {
    level: 'instance', returns: 'VkResult', alias: 'vkGetPhysicalDeviceToolProperties', providers: ['VK_EXT_tooling_info'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['physicalDevice', 'value', 'VkPhysicalDevice'],
      ['pToolCount', 'pointer', 'uint32_t', { out: true }],
      ['pToolProperties', 'array', 'VkPhysicalDeviceToolProperties', { optional: true, out: true, len: 'pToolCount' }],
    ],
  },
  vkGetPrivateData: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_3'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['objectType', 'value', 'VkObjectType'],
      ['objectHandle', 'value', 'uint64_t'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot'],
      ['pData', 'pointer', 'uint64_t', { out: true }],
    ],
  },
  vkGetPrivateDataEXT: {
    level: 'device', returns: 'void', alias: 'vkGetPrivateData', providers: ['VK_EXT_private_data'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['objectType', 'value', 'VkObjectType'],
      ['objectHandle', 'value', 'uint64_t'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot'],
      ['pData', 'pointer', 'uint64_t', { out: true }],
    ],
  },
  vkGetSemaphoreCounterValue: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['semaphore', 'value', 'VkSemaphore'],
      ['pValue', 'pointer', 'uint64_t', { out: true }],
    ],
  },
  vkGetSemaphoreCounterValueKHR: {
    level: 'device', returns: 'VkResult', alias: 'vkGetSemaphoreCounterValue', providers: ['VK_KHR_timeline_semaphore'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['semaphore', 'value', 'VkSemaphore'],
      ['pValue', 'pointer', 'uint64_t', { out: true }],
    ],
  },
  vkGetSemaphoreFdKHR: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_KHR_external_semaphore_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetFdInfo', 'pointer', 'VkSemaphoreGetFdInfoKHR'],
      ['pFd', 'pointer', 'int', { out: true }],
    ],
  },
  vkGetSemaphoreWin32HandleKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_semaphore_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_TOO_MANY_OBJECTS', 'VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pGetWin32HandleInfo', 'pointer', 'VkSemaphoreGetWin32HandleInfoKHR'],
      ['pHandle', 'pointer', 'HANDLE', { out: true }],
    ],
  },
  vkGetSwapchainImagesKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain'], success: ['VK_SUCCESS', 'VK_INCOMPLETE'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['swapchain', 'value', 'VkSwapchainKHR'],
      ['pSwapchainImageCount', 'pointer', 'uint32_t', { out: true }],
      ['pSwapchainImages', 'array', 'VkImage', { optional: true, out: true, len: 'pSwapchainImageCount' }],
    ],
  },
  vkImportFenceFdKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_fence_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pImportFenceFdInfo', 'pointer', 'VkImportFenceFdInfoKHR'],
    ],
  },
  vkImportFenceWin32HandleKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_fence_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pImportFenceWin32HandleInfo', 'pointer', 'VkImportFenceWin32HandleInfoKHR'],
    ],
  },
  vkImportSemaphoreFdKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_semaphore_fd'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pImportSemaphoreFdInfo', 'pointer', 'VkImportSemaphoreFdInfoKHR'],
    ],
  },
  vkImportSemaphoreWin32HandleKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_external_semaphore_win32'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_INVALID_EXTERNAL_HANDLE'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pImportSemaphoreWin32HandleInfo', 'pointer', 'VkImportSemaphoreWin32HandleInfoKHR'],
    ],
  },
  vkInvalidateMappedMemoryRanges: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memoryRangeCount', 'value', 'uint32_t'],
      ['pMemoryRanges', 'array', 'VkMappedMemoryRange', { len: 'memoryRangeCount' }],
    ],
  },
  vkMapMemory: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_MEMORY_MAP_FAILED'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memory', 'value', 'VkDeviceMemory'],
      ['offset', 'value', 'VkDeviceSize'],
      ['size', 'value', 'VkDeviceSize'],
      ['flags', 'value', 'VkMemoryMapFlags', { optional: true }],
      ['ppData', 'pointer', 'void*', { out: true }],
    ],
  },
  vkMapMemory2: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_4'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_MEMORY_MAP_FAILED'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pMemoryMapInfo', 'pointer', 'VkMemoryMapInfo'],
      ['ppData', 'pointer', 'void*', { out: true }],
    ],
  },
  vkMapMemory2KHR: {
    level: 'device', returns: 'VkResult', alias: 'vkMapMemory2', providers: ['VK_KHR_map_memory2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_MEMORY_MAP_FAILED'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pMemoryMapInfo', 'pointer', 'VkMemoryMapInfo'],
      ['ppData', 'pointer', 'void*', { out: true }],
    ],
  },
  vkQueueBeginDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['pLabelInfo', 'pointer', 'VkDebugUtilsLabelEXT'],
    ],
  },
  vkQueueBindSparse: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['bindInfoCount', 'value', 'uint32_t', { optional: true }],
      ['pBindInfo', 'array', 'VkBindSparseInfo', { len: 'bindInfoCount' }],
      ['fence', 'value', 'VkFence', { optional: true }],
    ],
  },
  vkQueueEndDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['queue', 'value', 'VkQueue'],
    ],
  },
  vkQueueInsertDebugUtilsLabelEXT: {
    level: 'device', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['pLabelInfo', 'pointer', 'VkDebugUtilsLabelEXT'],
    ],
  },
  vkQueuePresentKHR: {
    level: 'device', returns: 'VkResult', providers: ['VK_KHR_swapchain'], success: ['VK_SUCCESS', 'VK_SUBOPTIMAL_KHR'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST', 'VK_ERROR_OUT_OF_DATE_KHR', 'VK_ERROR_SURFACE_LOST_KHR', 'VK_ERROR_FULL_SCREEN_EXCLUSIVE_MODE_LOST_EXT'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['pPresentInfo', 'pointer', 'VkPresentInfoKHR'],
    ],
  },
  vkQueueSubmit: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['submitCount', 'value', 'uint32_t', { optional: true }],
      ['pSubmits', 'array', 'VkSubmitInfo', { len: 'submitCount' }],
      ['fence', 'value', 'VkFence', { optional: true }],
    ],
  },
  vkQueueSubmit2: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_3'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['submitCount', 'value', 'uint32_t', { optional: true }],
      ['pSubmits', 'array', 'VkSubmitInfo2', { len: 'submitCount' }],
      ['fence', 'value', 'VkFence', { optional: true }],
    ],
  },
  vkQueueSubmit2KHR: {
    level: 'device', returns: 'VkResult', alias: 'vkQueueSubmit2', providers: ['VK_KHR_synchronization2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
      ['submitCount', 'value', 'uint32_t', { optional: true }],
      ['pSubmits', 'array', 'VkSubmitInfo2', { len: 'submitCount' }],
      ['fence', 'value', 'VkFence', { optional: true }],
    ],
  },
  vkQueueWaitIdle: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['queue', 'value', 'VkQueue'],
    ],
  },
  vkResetCommandBuffer: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['commandBuffer', 'value', 'VkCommandBuffer'],
      ['flags', 'value', 'VkCommandBufferResetFlags', { optional: true }],
    ],
  },
  vkResetCommandPool: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['commandPool', 'value', 'VkCommandPool'],
      ['flags', 'value', 'VkCommandPoolResetFlags', { optional: true }],
    ],
  },
  vkResetEvent: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['event', 'value', 'VkEvent'],
    ],
  },
  vkResetFences: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['fenceCount', 'value', 'uint32_t'],
      ['pFences', 'array', 'VkFence', { len: 'fenceCount' }],
    ],
  },
  vkSetDebugUtilsObjectNameEXT: {
    level: 'device', returns: 'VkResult', providers: ['VK_EXT_debug_utils'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pNameInfo', 'pointer', 'VkDebugUtilsObjectNameInfoEXT'],
    ],
  },
  vkSetDebugUtilsObjectTagEXT: {
    level: 'device', returns: 'VkResult', providers: ['VK_EXT_debug_utils'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pTagInfo', 'pointer', 'VkDebugUtilsObjectTagInfoEXT'],
    ],
  },
  vkSetEvent: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['event', 'value', 'VkEvent'],
    ],
  },
  vkSetPrivateData: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_3'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['objectType', 'value', 'VkObjectType'],
      ['objectHandle', 'value', 'uint64_t'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot'],
      ['data', 'value', 'uint64_t'],
    ],
  },
  vkSetPrivateDataEXT: {
    level: 'device', returns: 'VkResult', alias: 'vkSetPrivateData', providers: ['VK_EXT_private_data'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['objectType', 'value', 'VkObjectType'],
      ['objectHandle', 'value', 'uint64_t'],
      ['privateDataSlot', 'value', 'VkPrivateDataSlot'],
      ['data', 'value', 'uint64_t'],
    ],
  },
  vkSignalSemaphore: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pSignalInfo', 'pointer', 'VkSemaphoreSignalInfo'],
    ],
  },
  vkSignalSemaphoreKHR: {
    level: 'device', returns: 'VkResult', alias: 'vkSignalSemaphore', providers: ['VK_KHR_timeline_semaphore'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pSignalInfo', 'pointer', 'VkSemaphoreSignalInfo'],
    ],
  },
  vkSubmitDebugUtilsMessageEXT: {
    level: 'instance', returns: 'void', providers: ['VK_EXT_debug_utils'], success: [], errors: [],
    parameters: [
      ['instance', 'value', 'VkInstance'],
      ['messageSeverity', 'value', 'VkDebugUtilsMessageSeverityFlagBitsEXT'],
      ['messageTypes', 'value', 'VkDebugUtilsMessageTypeFlagsEXT'],
      ['pCallbackData', 'pointer', 'VkDebugUtilsMessengerCallbackDataEXT'],
    ],
  },
  vkTrimCommandPool: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['commandPool', 'value', 'VkCommandPool'],
      ['flags', 'value', 'VkCommandPoolTrimFlags', { optional: true }],
    ],
  },
  vkTrimCommandPoolKHR: {
    level: 'device', returns: 'void', alias: 'vkTrimCommandPool', providers: ['VK_KHR_maintenance1'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['commandPool', 'value', 'VkCommandPool'],
      ['flags', 'value', 'VkCommandPoolTrimFlags', { optional: true }],
    ],
  },
  vkUnmapMemory: {
    level: 'device', returns: 'void', providers: ['VK_VERSION_1_0'], success: [], errors: [],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['memory', 'value', 'VkDeviceMemory'],
    ],
  },
  vkUnmapMemory2: {
    level: 'device', returns: 'VkResult', providers: ['VK_VERSION_1_4'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_MEMORY_MAP_FAILED'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pMemoryUnmapInfo', 'pointer', 'VkMemoryUnmapInfo'],
    ],
  },
  vkUnmapMemory2KHR: {
    level: 'device', returns: 'VkResult', alias: 'vkUnmapMemory2', providers: ['VK_KHR_map_memory2'], success: ['VK_SUCCESS'], errors: ['VK_ERROR_MEMORY_MAP_FAILED'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pMemoryUnmapInfo', 'pointer', 'VkMemoryUnmapInfo'],
    ],
  },
  vkWaitForFences: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_VERSION_1_0'], success: ['VK_SUCCESS', 'VK_TIMEOUT'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['fenceCount', 'value', 'uint32_t'],
      ['pFences', 'array', 'VkFence', { len: 'fenceCount' }],
      ['waitAll', 'value', 'VkBool32'],
      ['timeout', 'value', 'uint64_t'],
    ],
  },
  vkWaitSemaphores: {
    level: 'device', returns: 'VkResult', blocking: true, providers: ['VK_VERSION_1_2'], success: ['VK_SUCCESS', 'VK_TIMEOUT'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pWaitInfo', 'pointer', 'VkSemaphoreWaitInfo'],
      ['timeout', 'value', 'uint64_t'],
    ],
  },
  vkWaitSemaphoresKHR: {
    level: 'device', returns: 'VkResult', alias: 'vkWaitSemaphores', blocking: true, providers: ['VK_KHR_timeline_semaphore'], success: ['VK_SUCCESS', 'VK_TIMEOUT'], errors: ['VK_ERROR_OUT_OF_HOST_MEMORY', 'VK_ERROR_OUT_OF_DEVICE_MEMORY', 'VK_ERROR_DEVICE_LOST'],
    parameters: [
      ['device', 'value', 'VkDevice'],
      ['pWaitInfo', 'pointer', 'VkSemaphoreWaitInfo'],
      ['timeout', 'value', 'uint64_t'],
    ],
  },
};
