import type { ReportedDevice } from '../results/reported-run';
import { machineText, selectionText } from '../results/run-scope';

/** A short name for each column: the driver, and of device and time what it takes to tell them apart. */
export function labelsOf(devices: readonly ReportedDevice[]): readonly string[] {
  const parts = [
    ({ results }: ReportedDevice) => results.driver.name,
    ({ device }: ReportedDevice) => device.identity.deviceName,
    ({ results }: ReportedDevice) => results.run.startedAt.slice(0, 16).replace('T', ' '),
    ({ file }: ReportedDevice) => file,
  ];
  return devices.map((one) => {
    const told: string[] = [];
    let alike = devices;
    for (const part of parts) {
      const narrower = alike.filter((other) => part(other) === part(one));
      if (told.length === 0 || narrower.length < alike.length) told.push(part(one));
      alike = narrower;
      if (alike.length === 1) break;
    }
    return told.join(', ');
  });
}

/** What was tested with what, as a reader looks for it. */
export function factsOf({ results, device, file, sha256 }: ReportedDevice): readonly [string, string][] {
  const { identity } = device;
  const { driver, run, suite } = results;
  return [
    ['Device', identity.deviceName],
    ['Driver', `${identity.driverName} ${identity.driverInfo}`.trim() || driver.name],
    ['Driver version', `0x${identity.driverVersion.toString(16)}, ${driver.origin}`],
    ['Library', driver.library],
    ['Vulkan', identity.apiVersion],
    ['deviceUUID', identity.deviceUUID],
    ['Machine', machineText(results)],
    ['Suite', `${suite.name} ${suite.version}, specification ${results.specificationVersion}`],
    ['Begun', run.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
    ['Selected', selectionText(results)],
    ['Results', `${file}, SHA-256 ${sha256}`],
  ];
}
