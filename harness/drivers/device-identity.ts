import type { DeviceIdentity } from '../cases/device-capabilities';
import { apiVersionText, makeApiVersion, type VkPhysicalDevice } from '../vulkan';
import type { OpenInstance } from './open-instance';

/** Bytes as lower-case hexadecimal. */
export function hexadecimal(bytes: ArrayLike<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Who a physical device is. Source: VkPhysicalDeviceProperties, ...IDProperties, ...DriverProperties. */
export function identityOf({ commands }: OpenInstance, physicalDevice: VkPhysicalDevice): DeviceIdentity {
  const { properties } = commands.vkGetPhysicalDeviceProperties(physicalDevice);
  const base = {
    deviceName: properties.deviceName,
    deviceType: String(properties.deviceType),
    vendorID: properties.vendorID,
    deviceID: properties.deviceID,
    driverVersion: properties.driverVersion,
    apiVersion: apiVersionText(properties.apiVersion),
  };
  if (properties.apiVersion < makeApiVersion(1, 1)) {
    return {
      ...base,
      deviceUUID: '',
      driverUUID: '',
      driverID: '',
      driverName: '',
      driverInfo: '',
      conformanceVersion: '',
    };
  }
  const ids = commands.vkGetPhysicalDeviceProperties2(physicalDevice, {
    chain: ['VkPhysicalDeviceIDProperties'],
  }).chain.VkPhysicalDeviceIDProperties;
  const offersDriverProperties =
    properties.apiVersion >= makeApiVersion(1, 2) ||
    (commands.vkEnumerateDeviceExtensionProperties(physicalDevice, null).properties ?? []).some(
      ({ extensionName }) => extensionName === 'VK_KHR_driver_properties',
    );
  const driver = offersDriverProperties
    ? commands.vkGetPhysicalDeviceProperties2(physicalDevice, { chain: ['VkPhysicalDeviceDriverProperties'] })
        .chain.VkPhysicalDeviceDriverProperties
    : undefined;
  const conformance = driver?.conformanceVersion;
  return {
    ...base,
    deviceUUID: hexadecimal(ids.deviceUUID),
    driverUUID: hexadecimal(ids.driverUUID),
    driverID: driver === undefined ? '' : String(driver.driverID),
    driverName: driver?.driverName ?? '',
    driverInfo: driver?.driverInfo ?? '',
    conformanceVersion:
      conformance === undefined
        ? ''
        : `${conformance.major}.${conformance.minor}.${conformance.subminor}.${conformance.patch}`,
  };
}
