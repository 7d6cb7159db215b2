/**
 * Prints as JSON which drivers the registry names. Source: LoaderDriverInterface.md of Vulkan-Loader, "Driver Discovery on
 * Windows".
 */
import type { RegistryDrivers } from './registry-drivers';
import { isElevated, keysOf, valuesOf } from './registry-key';

const classes = 'SYSTEM\\CurrentControlSet\\Control\\Class';
const displayAdapters = `${classes}\\{4d36e968-e325-11ce-bfc1-08002be10318}`;
const softwareComponents = `${classes}\\{5c4c3332-344d-483c-8739-259e934c9cc8}`;
const listed = 'SOFTWARE\\Khronos\\Vulkan\\Drivers';
/** As Windows names the keys of devices: others, such as Properties, are none. */
const deviceKey = /^\d{4}$/;

function namedByDevices(deviceClass: string): readonly string[] {
  return keysOf(deviceClass)
    .filter((name) => deviceKey.test(name))
    .flatMap((name) => valuesOf(`${deviceClass}\\${name}`))
    .filter(({ name }) => name === 'VulkanDriverName')
    .flatMap(({ data }) => (Array.isArray(data) ? (data as string[]) : []));
}

const others = valuesOf(listed).filter(({ data }) => typeof data === 'number');
const drivers: RegistryDrivers = {
  manifests: [
    ...namedByDevices(displayAdapters),
    ...namedByDevices(softwareComponents),
    // A number other than 0 switches a driver off.
    ...others.filter(({ data }) => data === 0).map(({ name }) => name),
  ],
  disabled: others.filter(({ data }) => data !== 0).map(({ name }) => name),
  elevated: isElevated(),
};
process.stdout.write(JSON.stringify(drivers));
