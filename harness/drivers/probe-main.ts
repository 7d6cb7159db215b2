/** The program of a probe: opens a driver and tells which devices it has. It may crash without harm. */
import { osHandles } from '../handles';
import { DriverNotOpened, makeApiVersion, Vulkan } from '../vulkan';
import { capabilitySnapshot } from './capability-snapshot';
import { identityOf } from './device-identity';
import { askDirect3d } from './direct3d-probe';
import { openDriver } from './open-driver';
import { InstanceRefused, oldestVersion, openInstance } from './open-instance';
import type { FromProbe, ProbedDevice, ToProbe } from './probe-protocol';

function probe({ driver }: ToProbe): FromProbe {
  const handles = osHandles();
  const machine = {
    dmaBufProducers: handles.dmaBufProducers(),
    dmaBufsGiveFences: handles.dmaBufsGiveFences(),
    syncFileSources: handles.syncFileSources(),
    displayAdapters: handles.displayAdapters().length > 0,
    direct3dObjects: askDirect3d,
  };
  try {
    const instance = openInstance(new Vulkan(openDriver(driver)));
    const devices = instance.physicalDevices.map((physicalDevice): ProbedDevice => {
      const identity = identityOf(instance, physicalDevice);
      const [major = 0, minor = 0] = identity.apiVersion.split('.').map(Number);
      const testable = makeApiVersion(major, minor) >= oldestVersion;
      return {
        identity,
        capabilities: testable
          ? capabilitySnapshot(
              instance,
              physicalDevice,
              process.platform === 'win32' ? 'win32' : 'posix',
              machine,
            )
          : null,
      };
    });
    instance.commands.vkDestroyInstance(instance.instance, null);
    if (devices.length === 0) return { kind: 'nothing', reason: 'the driver has no device on this machine' };
    return { kind: 'found', devices };
  } catch (error) {
    if (error instanceof InstanceRefused || error instanceof DriverNotOpened) {
      return { kind: 'nothing', reason: error.message };
    }
    throw error;
  }
}

osHandles().dieWithParent(process.ppid);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToProbe) => {
  process.send?.(probe(message), () => process.exit(0));
});
