import {
  type CommandLookup,
  type DeviceCommands,
  type MemoryReport,
  makeApiVersion,
  type VkDevice,
  type VkPhysicalDevice,
  type VkPhysicalDeviceFeatures,
  type Vulkan,
} from '../vulkan';
import { type DeviceFeatures, featuresOf } from './device-features';
import type { OpenInstance } from './open-instance';

/**
 * Device extensions that the suite uses, each behind what it needs below the version that made that core.
 * Those that a device does not offer are left out, and so is what rests on them.
 */
const wantedExtensions: readonly { readonly name: string; readonly needs?: readonly string[] }[] = [
  { name: 'VK_KHR_external_fence_fd' },
  { name: 'VK_KHR_external_semaphore_fd' },
  { name: 'VK_KHR_external_memory_fd' },
  { name: 'VK_KHR_external_fence_win32' },
  { name: 'VK_KHR_external_semaphore_win32' },
  { name: 'VK_KHR_external_memory_win32' },
  { name: 'VK_KHR_win32_keyed_mutex', needs: ['VK_KHR_external_memory_win32'] },
  { name: 'VK_EXT_external_memory_dma_buf', needs: ['VK_KHR_external_memory_fd'] },
  { name: 'VK_EXT_external_memory_host' },
  { name: 'VK_EXT_queue_family_foreign' },
  { name: 'VK_EXT_external_memory_acquire_unmodified' },
  { name: 'VK_KHR_image_format_list' },
  { name: 'VK_EXT_image_drm_format_modifier', needs: ['VK_KHR_image_format_list'] },
  { name: 'VK_KHR_timeline_semaphore' },
  { name: 'VK_KHR_synchronization2' },
  { name: 'VK_KHR_dynamic_rendering', needs: ['VK_KHR_depth_stencil_resolve', 'VK_KHR_create_renderpass2'] },
  { name: 'VK_KHR_maintenance5', needs: ['VK_KHR_dynamic_rendering'] },
  { name: 'VK_KHR_create_renderpass2' },
  { name: 'VK_KHR_depth_stencil_resolve', needs: ['VK_KHR_create_renderpass2'] },
  { name: 'VK_EXT_memory_budget' },
  { name: 'VK_KHR_swapchain', needs: ['VK_KHR_surface'] },
  { name: 'VK_EXT_device_memory_report' },
  { name: 'VK_KHR_buffer_device_address' },
];

/** No queue family of that index, or the device could not be made. */
export class DeviceRefused extends Error {
  override readonly name = 'DeviceRefused';
}

export interface QueueFamily {
  readonly index: number;
  /** VkQueueFlagBits, raw. */
  readonly flags: number;
}

export interface MemoryType {
  readonly index: number;
  readonly heapIndex: number;
  /** VkMemoryPropertyFlagBits, raw. */
  readonly flags: number;
}

/** A VkDevice with every extension of the field that it offers and one queue of each family. */
export interface OpenDevice {
  readonly vulkan: Vulkan;
  readonly instance: OpenInstance;
  readonly physicalDevice: VkPhysicalDevice;
  readonly device: VkDevice;
  readonly commands: DeviceCommands & CommandLookup;
  /** The lower of the instance's version and the device's. */
  readonly apiVersion: number;
  /** Enabled device extensions. */
  readonly extensions: ReadonlySet<string>;
  readonly features: DeviceFeatures;
  readonly queueFamilies: readonly QueueFamily[];
  readonly memoryTypes: readonly MemoryType[];
}

/** The device extensions that are enabled, of those offered, beside an instance with its own. */
function enabledExtensions(
  offered: ReadonlySet<string>,
  instanceExtensions: ReadonlySet<string>,
): readonly string[] {
  const enabled = new Set<string>();
  const enable = (name: string): boolean => {
    if (enabled.has(name) || instanceExtensions.has(name)) return true;
    const wanted = wantedExtensions.find((one) => one.name === name);
    if (wanted === undefined || !offered.has(name) || !(wanted.needs ?? []).every(enable)) return false;
    enabled.add(name);
    return true;
  };
  for (const { name } of wantedExtensions) enable(name);
  return [...enabled];
}

/** What is known of a physical device before a VkDevice is made. */
export function describePhysicalDevice(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
): Pick<OpenDevice, 'apiVersion' | 'features' | 'queueFamilies' | 'memoryTypes'> & {
  offered: ReadonlySet<string>;
} {
  const { commands } = instance;
  const apiVersion = Math.min(
    instance.apiVersion | 0xfff,
    commands.vkGetPhysicalDeviceProperties(physicalDevice).properties.apiVersion,
  );
  const offered = new Set(
    (commands.vkEnumerateDeviceExtensionProperties(physicalDevice, null).properties ?? []).map(
      ({ extensionName }) => extensionName,
    ),
  );
  const { memoryProperties } = commands.vkGetPhysicalDeviceMemoryProperties(physicalDevice);
  return {
    apiVersion,
    offered,
    features: featuresOf(instance, physicalDevice, apiVersion, offered),
    queueFamilies: commands
      .vkGetPhysicalDeviceQueueFamilyProperties(physicalDevice)
      .queueFamilyProperties.map(({ queueFlags }, index) => ({ index, flags: queueFlags })),
    memoryTypes: memoryProperties.memoryTypes
      .slice(0, memoryProperties.memoryTypeCount)
      .map(({ heapIndex, propertyFlags }, index) => ({ index, heapIndex, flags: propertyFlags })),
  };
}

const addressesAlone = {
  bufferDeviceAddress: true,
  bufferDeviceAddressCaptureReplay: false,
  bufferDeviceAddressMultiDevice: false,
} as const;

/**
 * Makes a device.
 * @param memoryReport told of the device's memory events, where it has the feature
 * @throws DeviceRefused where vkCreateDevice does not succeed
 */
export function openDevice(
  vulkan: Vulkan,
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  memoryReport?: MemoryReport,
): OpenDevice {
  const known = describePhysicalDevice(instance, physicalDevice);
  const extensions = enabledExtensions(known.offered, instance.extensions);
  const { features } = known;
  const { result, device } = instance.commands.vkCreateDevice(
    physicalDevice,
    {
      pNext: [
        ...(features.timelineSemaphore
          ? [{ struct: 'VkPhysicalDeviceTimelineSemaphoreFeatures', timelineSemaphore: true } as const]
          : []),
        ...(features.synchronization2
          ? [{ struct: 'VkPhysicalDeviceSynchronization2Features', synchronization2: true } as const]
          : []),
        ...(features.bufferDeviceAddress
          ? [{ struct: 'VkPhysicalDeviceBufferDeviceAddressFeatures', ...addressesAlone } as const]
          : []),
        ...(features.deviceMemoryReport && memoryReport !== undefined
          ? [
              {
                struct: 'VkPhysicalDeviceDeviceMemoryReportFeaturesEXT',
                deviceMemoryReport: true,
              } as const,
              {
                struct: 'VkDeviceDeviceMemoryReportCreateInfoEXT',
                flags: 0,
                pfnUserCallback: memoryReport.callback,
                pUserData: null,
              } as const,
            ]
          : []),
        ...(features.maintenance5 && enablesMaintenance5(known.apiVersion, extensions)
          ? [{ struct: 'VkPhysicalDeviceMaintenance5Features', maintenance5: true } as const]
          : []),
      ],
      flags: [],
      pQueueCreateInfos: known.queueFamilies.map(({ index }) => ({
        flags: [],
        queueFamilyIndex: index,
        pQueuePriorities: [1],
      })),
      ppEnabledLayerNames: [],
      ppEnabledExtensionNames: extensions,
      pEnabledFeatures: features.sparseBinding ? sparseBindingAlone(instance, physicalDevice) : null,
    },
    null,
  );
  if (device === undefined) throw new DeviceRefused(`vkCreateDevice gave ${result}`);
  return {
    vulkan,
    instance,
    physicalDevice,
    device,
    commands: vulkan.deviceCommands(device, instance.instance),
    extensions: new Set(extensions),
    ...known,
  };
}

/** Of the features that a device has, the one that its queues need for vkQueueBindSparse. */
function sparseBindingAlone(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
): VkPhysicalDeviceFeatures {
  const { features } = commands.vkGetPhysicalDeviceFeatures(physicalDevice);
  const names = Object.keys(features) as (keyof VkPhysicalDeviceFeatures)[];
  return Object.fromEntries(
    names.map((name) => [name, name === 'sparseBinding']),
  ) as unknown as typeof features;
}

const firstVersionWithMaintenance5 = makeApiVersion(1, 4);

function enablesMaintenance5(apiVersion: number, extensions: readonly string[]): boolean {
  return apiVersion >= firstVersionWithMaintenance5 || extensions.includes('VK_KHR_maintenance5');
}
