import { shardText } from '../results/run-scope';
import type { RunDevice } from './compared-run';

/** Something of device, driver, suite or machine that was not the same in two runs. */
export interface IdentityChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** How device, driver, suite, machine and settings of two runs differ; what matters most comes first. */
export function identityChanges(before: RunDevice, after: RunDevice): readonly IdentityChange[] {
  const others = new Map(identityOf(after));
  return identityOf(before).flatMap(([what, value]) => {
    const other = others.get(what) ?? '';
    return other === value ? [] : [{ what, before: value, after: other }];
  });
}

function identityOf({ results, device }: RunDevice): readonly (readonly [string, string])[] {
  const { driver, run, suite } = results;
  const { identity } = device;
  const none = 'none';
  const { globs, classes, requirements } = run.selection;
  return [
    ['driver', driver.name],
    ['driver info', `${identity.driverName} ${identity.driverInfo}`.trim()],
    ['driver version', `0x${identity.driverVersion.toString(16)}`],
    ['device', identity.deviceName],
    ['device type', identity.deviceType.replace('VK_PHYSICAL_DEVICE_TYPE_', '')],
    ['vendorID:deviceID', `${identity.vendorID.toString(16)}:${identity.deviceID.toString(16)}`],
    ['Vulkan', identity.apiVersion],
    ['conformance version', identity.conformanceVersion],
    ['deviceUUID', identity.deviceUUID],
    ['driverUUID', identity.driverUUID],
    ['built-in model', driver.builtIn ? 'yes' : 'no'],
    ['fault', driver.fault ?? none],
    ['validation layer', driver.validationLayer === undefined ? none : 'yes'],
    ['library', driver.library],
    ['loader', driver.loader ?? 'opened without one'],
    ['suite', `${suite.name} ${suite.version}`],
    ['registry', results.registryVersion],
    ['specification', results.specificationVersion],
    ['guest', run.guest ? 'yes' : 'no'],
    ['operating system', `${run.os} ${run.kernel}`],
    ['Node.js', run.nodeVersion],
    ['cases asked for', [...globs, ...classes, ...requirements].join(' ') || 'all'],
    ['name pattern', run.testNamePattern ?? none],
    ['instances of each case', run.instances === 'all' ? 'all' : 'so many that each value is in one'],
    ['shard', shardText(results) ?? none],
    ['--bail', run.bail === null ? none : String(run.bail)],
    ['--jobs', String(run.jobs)],
    ['--timeout', `${run.timeoutSeconds} s`],
    ['--isolate', run.isolate ? 'yes' : 'no'],
    ['ended early', run.stopped],
  ];
}
