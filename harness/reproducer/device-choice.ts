import type { Device } from '../drivers/driver';
import { cString } from './c-values';

/** A function in C that finds the device under test among those of an instance, whatever its place. */
export function deviceChoice({ identity }: Device): string {
  const { deviceName, deviceUUID, driverUUID } = identity;
  const known = isUuid(deviceUUID);
  const name = `static const char device_name[] = ${cString(deviceName)};`;
  const declarations = known
    ? `${uuid('device_uuid', deviceUUID)}\n${uuid('driver_uuid', isUuid(driverUUID) ? driverUUID : '')}\n${name}`
    : name;
  return `${declarations}

/* How well a device agrees with the one that was recorded. */
static int agreement(VkInstance instance, VkPhysicalDevice device) {
    VkPhysicalDeviceProperties properties;
    int agreed;
    vkGetPhysicalDeviceProperties(device, &properties);
    agreed = strcmp(properties.deviceName, device_name) == 0 ? 1 : 0;
${known ? indentedUuids : '    (void)instance;'}
    return agreed;
}

${known ? byUuid : byName}
static VkPhysicalDevice device_under_test(VkInstance instance) {
    VkPhysicalDevice devices[16];
    uint32_t count = 16, best = 0;
    int most = -1, times = 0;
    VkResult result = vkEnumeratePhysicalDevices(instance, &count, devices);
    if (result != VK_SUCCESS && result != VK_INCOMPLETE)
        cannot_run("vkEnumeratePhysicalDevices gave %s", result_name(result));
    for (uint32_t at = 0; at < count; at += 1) {
        int agreed = agreement(instance, devices[at]);
        times = agreed > most ? 1 : times + (agreed == most);
        if (agreed > most)
            best = at;
        most = agreed > most ? agreed : most;
    }
    if (count == 0 || (most < ${known ? 4 : 1} && times > 1))
        cannot_run("%u devices, none of which is known to be %s", count, device_name);
    if (most < ${known ? 4 : 1} && is_last_attempt && !is_peer)
        printf("note: no device has the recorded ${known ? 'deviceUUID' : 'name'}; the only one%s is taken\\n", most == 1 ? " of the name" : "");
    return devices[best];
}`;
}

const indentedUuids = `    PFN_vkGetPhysicalDeviceProperties2 ask =
        (PFN_vkGetPhysicalDeviceProperties2)vkGetInstanceProcAddr(instance, "vkGetPhysicalDeviceProperties2");
    if (ask == NULL)
        ask = (PFN_vkGetPhysicalDeviceProperties2)vkGetInstanceProcAddr(instance, "vkGetPhysicalDeviceProperties2KHR");
    if (ask != NULL) {
        VkPhysicalDeviceIDProperties ids = { .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_ID_PROPERTIES };
        VkPhysicalDeviceProperties2 asked = { .sType = VK_STRUCTURE_TYPE_PHYSICAL_DEVICE_PROPERTIES_2, .pNext = &ids };
        ask(device, &asked);
        if (memcmp(ids.deviceUUID, device_uuid, VK_UUID_SIZE) == 0)
            agreed += 4 + (memcmp(ids.driverUUID, driver_uuid, VK_UUID_SIZE) == 0 ? 2 : 0);
    }`;

const byUuid = `/*
 * The device by its deviceUUID; of two with the same, by driverUUID and name. Another build of a driver may have other
 * UUIDs: then the only device of the name is taken, or the only one that there is.
 */`;

const byName = '/* The device by its name: the driver gave no deviceUUID when the case was recorded. */';

/** Whether a driver gave one: zeros are none. */
function isUuid(hexadecimal: string): boolean {
  return /^[0-9a-f]{32}$/.test(hexadecimal) && !/^0+$/.test(hexadecimal);
}

function uuid(name: string, hexadecimal: string): string {
  const bytes = hexadecimal.match(/../g) ?? ['0'];
  const list = bytes.map((byte) => (byte === '0' ? '0' : `0x${byte}`)).join(', ');
  return `static const uint8_t ${name}[VK_UUID_SIZE] = { ${list} };`;
}
