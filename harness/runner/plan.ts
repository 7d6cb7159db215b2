import { type CaseInstance, instancesOf } from '../cases/case-instance';
import type { DeviceCapabilities } from '../cases/device-capabilities';
import { type Selection, selector } from '../cases/selection';
import type { Suite } from '../cases/suite';
import type { Device } from '../drivers/driver';
import type { PlannedCase, RunOptions } from '../results/run';
import { isInShard, parseShard } from '../results/shard';
import { coverOf } from './instance-cover';

/** The case instances of a suite that a run asks for, in the order of the suite. */
export function selectedInstances(
  suite: Suite,
  selection: Selection,
  testNamePattern: string | undefined,
): readonly CaseInstance[] {
  const selected = selector(selection);
  const pattern = testNamePattern === undefined ? undefined : new RegExp(testNamePattern, 'i');
  return suite.cases
    .flatMap((one) => instancesOf(one))
    .filter((instance) => selected(instance) && (pattern === undefined || pattern.test(instance.id)));
}

/** What a run has of a suite on a device, in the order of the suite. */
export function plannedCases(
  device: Device,
  suite: Suite,
  options: Pick<RunOptions, 'selection' | 'testNamePattern' | 'instances' | 'shard'>,
): readonly PlannedCase[] {
  const { selection, testNamePattern, instances, shard } = options;
  const all = planFor(device, selectedInstances(suite, selection, testNamePattern));
  const whole = instances === 'each-value' ? eachValueOnce(all) : all;
  const part = shard === undefined ? undefined : parseShard(shard);
  return part === undefined ? whole : whole.filter(({ instance }) => isInShard(instance.id, part));
}

/**
 * What a device runs of these instances. Those of another platform are left out; those that the device does
 * not offer what they need for are skips with the reason, decided here, before the run.
 */
export function planFor(device: Device, instances: readonly CaseInstance[]): readonly PlannedCase[] {
  return instances
    .filter(({ platform }) => platform === 'any' || platform === device.capabilities.platform)
    .map((instance) => ({ device, instance, skip: skipReason(instance, device.capabilities) }));
}

/**
 * Of each case as few instances that the device can run as have between them every value of each axis that such
 * instances have; a case of which it can run none is one skip.
 */
export function eachValueOnce(planned: readonly PlannedCase[]): readonly PlannedCase[] {
  const byCase = new Map<string, PlannedCase[]>();
  for (const one of planned) {
    const { id } = one.instance.case;
    byCase.set(id, [...(byCase.get(id) ?? []), one]);
  }
  return [...byCase.values()].flatMap((all) => {
    const runnable = all.filter(({ skip }) => skip === null);
    return runnable.length === 0 ? all.slice(0, 1) : coverOf(runnable, (one) => one);
  });
}

function skipReason(instance: CaseInstance, capabilities: DeviceCapabilities): string | null {
  for (const need of instance.case.needs) {
    const reason = need(capabilities, instance.parameters);
    if (reason !== undefined) return reason;
  }
  return null;
}
