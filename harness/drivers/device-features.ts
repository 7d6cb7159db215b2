import type { DeviceCapabilities } from '../cases/device-capabilities';
import { makeApiVersion, type VkPhysicalDevice } from '../vulkan';
import type { OpenInstance } from './open-instance';

export type DeviceFeatures = DeviceCapabilities['features'];

/** Where the structure of a feature may be chained: from that version on, if any, or with that extension. */
const introduced = {
  timelineSemaphore: { version: makeApiVersion(1, 2), extension: 'VK_KHR_timeline_semaphore' },
  synchronization2: { version: makeApiVersion(1, 3), extension: 'VK_KHR_synchronization2' },
  maintenance5: { version: makeApiVersion(1, 4), extension: 'VK_KHR_maintenance5' },
  bufferDeviceAddress: { version: makeApiVersion(1, 2), extension: 'VK_KHR_buffer_device_address' },
  deviceMemoryReport: { version: null, extension: 'VK_EXT_device_memory_report' },
} as const;

/** Which of these features' structures a device knows, given its version and the extensions that it offers. */
export function knows(
  feature: keyof typeof introduced,
  apiVersion: number,
  extensions: ReadonlySet<string>,
): boolean {
  const { version, extension } = introduced[feature];
  return (version !== null && apiVersion >= version) || extensions.has(extension);
}

/**
 * The features that the suite cares for.
 * @param apiVersion the lower of the instance's and the device's
 */
export function featuresOf(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  apiVersion: number,
  extensions: ReadonlySet<string>,
): DeviceFeatures {
  const known = (feature: keyof typeof introduced): boolean => knows(feature, apiVersion, extensions);
  const { features } = commands.vkGetPhysicalDeviceFeatures(physicalDevice);
  const query = commands.vkGetPhysicalDeviceFeatures2.bind(commands);
  return {
    sparseBinding: features.sparseBinding,
    timelineSemaphore:
      known('timelineSemaphore') &&
      query(physicalDevice, { chain: ['VkPhysicalDeviceTimelineSemaphoreFeatures'] }).chain
        .VkPhysicalDeviceTimelineSemaphoreFeatures.timelineSemaphore,
    synchronization2:
      known('synchronization2') &&
      query(physicalDevice, { chain: ['VkPhysicalDeviceSynchronization2Features'] }).chain
        .VkPhysicalDeviceSynchronization2Features.synchronization2,
    maintenance5:
      known('maintenance5') &&
      query(physicalDevice, { chain: ['VkPhysicalDeviceMaintenance5Features'] }).chain
        .VkPhysicalDeviceMaintenance5Features.maintenance5,
    bufferDeviceAddress:
      known('bufferDeviceAddress') &&
      query(physicalDevice, { chain: ['VkPhysicalDeviceBufferDeviceAddressFeatures'] }).chain
        .VkPhysicalDeviceBufferDeviceAddressFeatures.bufferDeviceAddress,
    deviceMemoryReport:
      known('deviceMemoryReport') &&
      query(physicalDevice, { chain: ['VkPhysicalDeviceDeviceMemoryReportFeaturesEXT'] }).chain
        .VkPhysicalDeviceDeviceMemoryReportFeaturesEXT.deviceMemoryReport,
  };
}
