import type { Nanoseconds } from '../../cases/durations';
import type { Acquisition, Result, Swapchain } from '../../cases/objects';
import type {
  VkColorSpaceKHR,
  VkFormat,
  VkSurfaceKHR,
  VkSurfaceTransformFlagBitsKHR,
  VkSwapchainKHR,
} from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { LocalFence } from './local-fence';
import { LocalSemaphore } from './local-semaphore';
import type { Workbench } from './workbench';

/** What VkSurfaceCapabilitiesKHR::currentExtent is where the swapchain decides on it. */
const undecided = 0xffff_ffff;
/** Width and height then, in texels, within the limits of the surface. */
const usualExtent = 64;

/** A VkSwapchainKHR of a device in this process, on a VkSurfaceKHR that shows its images nowhere. */
export class LocalSwapchain implements Swapchain {
  private constructor(
    private readonly bench: Workbench,
    private readonly vk: VkSwapchainKHR,
  ) {}

  /** Makes surface and swapchain, with one image more than the surface keeps to itself. */
  static create(bench: Workbench): LocalSwapchain {
    const { device, instance, physicalDevice, queueFamilies } = bench.device;
    const made = instance.commands.vkCreateHeadlessSurfaceEXT(instance.instance, { flags: [] }, null);
    demandSuccess('vkCreateHeadlessSurfaceEXT', made.result);
    const surface = made.surface as VkSurfaceKHR;
    bench.whenLeft(() => instance.commands.vkDestroySurfaceKHR(instance.instance, surface, null));
    const isSupported = queueFamilies.some(
      ({ index }) =>
        instance.commands.vkGetPhysicalDeviceSurfaceSupportKHR(physicalDevice, index, surface).supported,
    );
    if (!isSupported) throw new TypeError('no queue family of the device supports a headless surface');
    const asked = instance.commands.vkGetPhysicalDeviceSurfaceCapabilitiesKHR(physicalDevice, surface);
    demandSuccess('vkGetPhysicalDeviceSurfaceCapabilitiesKHR', asked.result);
    const formats = instance.commands.vkGetPhysicalDeviceSurfaceFormatsKHR(physicalDevice, surface);
    demandSuccess('vkGetPhysicalDeviceSurfaceFormatsKHR', formats.result);
    const [format] = formats.surfaceFormats ?? [];
    if (asked.surfaceCapabilities === undefined || format === undefined)
      throw new TypeError('the device makes no images for a headless surface');
    const { minImageCount, maxImageCount, currentExtent, ...surfaceLimits } = asked.surfaceCapabilities;
    const { minImageExtent, maxImageExtent, currentTransform, supportedCompositeAlpha } = surfaceLimits;
    const within = (least: number, most: number): number => Math.min(Math.max(usualExtent, least), most);
    const { result, swapchain } = bench.commands.vkCreateSwapchainKHR(
      device,
      {
        flags: [],
        surface,
        minImageCount: maxImageCount === 0 ? minImageCount + 1 : Math.min(minImageCount + 1, maxImageCount),
        imageFormat: format.format as VkFormat,
        imageColorSpace: format.colorSpace as VkColorSpaceKHR,
        imageExtent:
          currentExtent.width === undecided
            ? {
                width: within(minImageExtent.width, maxImageExtent.width),
                height: within(minImageExtent.height, maxImageExtent.height),
              }
            : currentExtent,
        imageArrayLayers: 1,
        imageUsage: ['VK_IMAGE_USAGE_COLOR_ATTACHMENT_BIT'], // which every surface supports
        imageSharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
        pQueueFamilyIndices: null,
        preTransform: currentTransform as VkSurfaceTransformFlagBitsKHR,
        compositeAlpha: supportedCompositeAlpha & -supportedCompositeAlpha, // any of those supported
        presentMode: 'VK_PRESENT_MODE_FIFO_KHR', // which every surface supports
        clipped: true,
        oldSwapchain: null,
      },
      null,
    );
    demandSuccess('vkCreateSwapchainKHR', result);
    bench.whenLeft(() => bench.commands.vkDestroySwapchainKHR(device, swapchain as VkSwapchainKHR, null));
    return new LocalSwapchain(bench, swapchain as VkSwapchainKHR);
  }

  async acquire({ semaphore, fence }: Acquisition, timeout: Nanoseconds): Promise<Result> {
    if (semaphore !== undefined && !(semaphore instanceof LocalSemaphore))
      throw new TypeError('a semaphore of another endpoint was given to a swapchain of this one');
    if (fence !== undefined && !(fence instanceof LocalFence))
      throw new TypeError('a fence of another endpoint was given to a swapchain of this one');
    this.bench.submitted();
    const { result } = await this.bench.async.vkAcquireNextImageKHR(
      this.bench.device.device,
      this.vk,
      timeout,
      semaphore?.vk ?? null,
      fence?.vk ?? null,
    );
    demandResult('vkAcquireNextImageKHR', result, [
      'VK_SUCCESS',
      'VK_SUBOPTIMAL_KHR',
      'VK_TIMEOUT',
      'VK_NOT_READY',
    ]);
    return result;
  }
}
