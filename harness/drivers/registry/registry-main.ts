/**
 * Prints as JSON which drivers the registry names. Source: LoaderDriverInterface.md of Vulkan-Loader, "Driver Discovery on
 * Windows".
 */
import { systemDevices } from './device-tree';
import { manifestsIn, manifestsOfPresent, withoutOlder } from './named-manifests';
import type { RegistryDrivers } from './registry-drivers';
import { isElevated, keysOf, valuesOf } from './registry-key';
import { wineHere } from './wine';

const classes = 'SYSTEM\\CurrentControlSet\\Control\\Class';
const displayAdapters = `${classes}\\{4d36e968-e325-11ce-bfc1-08002be10318}`;
const softwareComponents = `${classes}\\{5c4c3332-344d-483c-8739-259e934c9cc8}`;
const listed = 'SOFTWARE\\Khronos\\Vulkan\\Drivers';
/** As Windows names the keys of devices: others, such as Properties, are none. */
const deviceKey = /^\d{4}$/;

/** Whatever a device of the class wrote, also one that was taken out since. */
function namedByAnyDevice(deviceClass: string): readonly string[] {
  return keysOf(deviceClass)
    .filter((name) => deviceKey.test(name))
    .flatMap((name) => manifestsIn(valuesOf(`${deviceClass}\\${name}`)));
}

/**
 * The loader heeds present devices alone; it asks Direct3D for adapters first, whose keys are the same. Where the system does not tell which are present, as Wine does not, all count
 * that ever were: a driver without its device shows none.
 */
function namedByDevices(): readonly string[] {
  const devices = systemDevices();
  const present = devices === null ? null : manifestsOfPresent(devices);
  return present ?? [...namedByAnyDevice(displayAdapters), ...namedByAnyDevice(softwareComponents)];
}

const named = namedByDevices();
const others = valuesOf(listed).filter(({ data }) => typeof data === 'number');
const wine = wineHere();
const drivers: RegistryDrivers = {
  manifests: [
    ...named,
    // A number other than 0 switches a driver off.
    ...withoutOlder(
      others.filter(({ data }) => data === 0).map(({ name }) => name),
      named,
    ),
  ],
  disabled: others.filter(({ data }) => data !== 0).map(({ name }) => name),
  elevated: isElevated(),
  ...(wine === undefined ? {} : { wine }),
};
process.stdout.write(JSON.stringify(drivers));
