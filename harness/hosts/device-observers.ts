import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observer } from '../cases/context';
import type { DeviceIdentity } from '../cases/device-capabilities';
import { identityOf } from '../drivers/device-identity';
import type { Driver } from '../drivers/driver';
import { openInstance } from '../drivers/open-instance';
import { ProbeFailed, probe } from '../drivers/probe';
import type { Vulkan } from '../vulkan';

/**
 * Every physical device of a driver, as a new instance in this process or in another finds it.
 * @throws InstanceRefused or ProbeFailed where the driver finds none there
 */
export async function devicesSeenBy(
  observer: Observer,
  vulkan: Vulkan,
  driver: Driver,
): Promise<readonly DeviceIdentity[]> {
  if (observer === 'instance') return inNewInstance(vulkan);
  if (observer === 'process') return inNewProcess(driver, {});
  const home = mkdtempSync(join(tmpdir(), 'vkextern-home-'));
  try {
    return await inNewProcess(driver, changedEnvironment(home));
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function inNewInstance(vulkan: Vulkan): readonly DeviceIdentity[] {
  const opened = openInstance(vulkan);
  try {
    return opened.physicalDevices.map((physicalDevice) => identityOf(opened, physicalDevice));
  } finally {
    opened.commands.vkDestroyInstance(opened.instance, null);
  }
}

async function inNewProcess(
  driver: Driver,
  changed: Readonly<Record<string, string>>,
): Promise<readonly DeviceIdentity[]> {
  const found = await probe(driver, changed);
  if (found.kind === 'nothing')
    throw new ProbeFailed('crash', `another process found no device: ${found.reason}`);
  return found.devices.map(({ identity }) => identity);
}

/** Variables that say where and who a user is; those that configure a driver stay as they are. */
function changedEnvironment(home: string): Readonly<Record<string, string>> {
  return {
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    USER: 'somebody',
    LOGNAME: 'somebody',
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'Pacific/Chatham',
  };
}
