// Generated from the Vulkan registry 1.4.309 by harness/vulkan/generator; do not edit.
// `npm run generate -- PATH_OF_vk.xml` writes it anew.

import type { HandleRow, VulkanHandle } from '../handle';

export type VkBuffer = VulkanHandle<'VkBuffer'>;
export type VkCommandBuffer = VulkanHandle<'VkCommandBuffer'>;
export type VkCommandPool = VulkanHandle<'VkCommandPool'>;
export type VkDebugUtilsMessengerEXT = VulkanHandle<'VkDebugUtilsMessengerEXT'>;
export type VkDevice = VulkanHandle<'VkDevice'>;
export type VkDeviceMemory = VulkanHandle<'VkDeviceMemory'>;
export type VkEvent = VulkanHandle<'VkEvent'>;
export type VkFence = VulkanHandle<'VkFence'>;
export type VkFramebuffer = VulkanHandle<'VkFramebuffer'>;
export type VkImage = VulkanHandle<'VkImage'>;
export type VkInstance = VulkanHandle<'VkInstance'>;
export type VkPhysicalDevice = VulkanHandle<'VkPhysicalDevice'>;
export type VkPrivateDataSlot = VulkanHandle<'VkPrivateDataSlot'>;
export type VkQueue = VulkanHandle<'VkQueue'>;
export type VkRenderPass = VulkanHandle<'VkRenderPass'>;
export type VkSemaphore = VulkanHandle<'VkSemaphore'>;
export type VkSurfaceKHR = VulkanHandle<'VkSurfaceKHR'>;
export type VkSwapchainKHR = VulkanHandle<'VkSwapchainKHR'>;

/** Every handle type by name. */
export const HANDLES: Readonly<Record<string, HandleRow>> = {
  VkBuffer: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_BUFFER' },
  VkCommandBuffer: { dispatchable: true, parent: 'VkCommandPool', objectType: 'VK_OBJECT_TYPE_COMMAND_BUFFER' },
  VkCommandPool: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_COMMAND_POOL' },
  VkDebugUtilsMessengerEXT: { dispatchable: false, parent: 'VkInstance', objectType: 'VK_OBJECT_TYPE_DEBUG_UTILS_MESSENGER_EXT' },
  VkDevice: { dispatchable: true, parent: 'VkPhysicalDevice', objectType: 'VK_OBJECT_TYPE_DEVICE' },
  VkDeviceMemory: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_DEVICE_MEMORY' },
  VkEvent: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_EVENT' },
  VkFence: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_FENCE' },
  VkFramebuffer: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_FRAMEBUFFER' },
  VkImage: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_IMAGE' },
  VkInstance: { dispatchable: true, objectType: 'VK_OBJECT_TYPE_INSTANCE' },
  VkPhysicalDevice: { dispatchable: true, parent: 'VkInstance', objectType: 'VK_OBJECT_TYPE_PHYSICAL_DEVICE' },
  VkPrivateDataSlot: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_PRIVATE_DATA_SLOT' },
  VkQueue: { dispatchable: true, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_QUEUE' },
  VkRenderPass: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_RENDER_PASS' },
  VkSemaphore: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_SEMAPHORE' },
  VkSurfaceKHR: { dispatchable: false, parent: 'VkInstance', objectType: 'VK_OBJECT_TYPE_SURFACE_KHR' },
  VkSwapchainKHR: { dispatchable: false, parent: 'VkDevice', objectType: 'VK_OBJECT_TYPE_SWAPCHAIN_KHR' },
};
