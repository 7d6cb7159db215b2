import type { OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { capabilityChanges } from './capability-changes';
import { caseMatrix } from './case-matrix';
import { type ComparedRun, devicesOf, type RunDevice } from './compared-run';
import {
  type ChangeGroup,
  type ComparedColumn,
  type Comparison,
  comparisonVersion,
  type DeviceDifference,
  type Difference,
  type OutcomeChange,
} from './comparison-schema';
import { type DevicePair, isChosen, pairDevices } from './device-pairs';
import { durationChanges } from './duration-changes';
import { grouped } from './grouped';
import { identityChanges } from './identity-changes';
import { distinguishingValues } from './instance-groups';
import { changeKinds, outcomeChange } from './outcome-change';

/** What is compared, and what counts. */
export interface ComparisonSettings {
  /** Which outcomes take part. */
  readonly takes: (outcome: OutcomeEntry) => boolean;
  /** Globs over device names and keys, or deviceUUIDs; empty for all. */
  readonly devices: readonly string[];
  /** Whether robustness cases decide. */
  readonly strictRobustness: boolean;
  /** Whether quality cases decide. */
  readonly strictQuality: boolean;
}

/** Compares every run with the first. */
export function compareRuns(runs: readonly ComparedRun[], settings: ComparisonSettings): Comparison {
  const [reference, ...others] = runs;
  if (reference === undefined || others.length === 0) throw new Error('there are no two runs to compare');
  const referenceDevices = devicesOf(reference);
  const pairings = others.map((other) => pairDevices(referenceDevices, devicesOf(other), settings.devices));
  const differences = others.map((other, index) =>
    differenceOf(labelOf(index + 1), reference, other, pairings[index] ?? [], settings),
  );
  const matrix = others.length > 1 ? caseMatrix(referenceDevices, pairings, settings.takes) : [];
  const named = new Set(
    differences.flatMap(({ devices }) =>
      devices.flatMap(({ outcomes }) => outcomes.flatMap(({ requirements }) => requirements)),
    ),
  );
  return {
    comparisonVersion,
    columns: runs.map((run, index) => columnOf(run, labelOf(index), settings)),
    differences,
    matrix,
    requirements: textsOf(runs, named),
  };
}

/** `A`, `B`, ... `Z`, `AA`, ... */
function labelOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${labelOf(Math.floor(index / 26) - 1)}${letter}`;
}

function columnOf(
  run: ComparedRun,
  label: string,
  { takes, devices: chosen }: ComparisonSettings,
): ComparedColumn {
  const devices = devicesOf(run);
  const shown = devices.filter((one) => isChosen(one, chosen));
  return {
    label,
    path: run.path,
    drivers: run.drivers.map(({ results }) => results.driver.name),
    devices: (shown.length > 0 ? shown : devices).map(({ device: { key, identity, outcomes } }) => ({
      key,
      deviceName: identity.deviceName,
      driverInfo: `${identity.driverName} ${identity.driverInfo}`.trim(),
      apiVersion: identity.apiVersion,
      byStatus: totalsOf(outcomes.filter(takes)).byStatus,
    })),
    remarks: run.drivers.flatMap(({ results }) => remarksOf(results)),
  };
}

function remarksOf({ driver, remarks, run, problem }: Results): readonly string[] {
  const endings = {
    no: [],
    interrupted: ['The run was interrupted: what had not run then is missing.'],
    bail: ['The run stopped at --bail: what had not run then is missing.'],
    failed: ['The harness failed in this run: what had not run then is missing.'],
  };
  const asked = problem === null ? [] : [`It could not be asked for its devices: ${problem.message}`];
  return [...asked, ...endings[run.stopped], ...remarks].map((remark) => `${driver.name}: ${remark}`);
}

function textsOf(runs: readonly ComparedRun[], named: ReadonlySet<string>): Comparison['requirements'] {
  const known = runs.flatMap(({ drivers }) =>
    drivers.flatMap(({ results }) => Object.entries(results.requirements)),
  );
  return Object.fromEntries(known.filter(([id]) => named.has(id)));
}

function differenceOf(
  column: string,
  reference: ComparedRun,
  other: ComparedRun,
  pairs: readonly DevicePair[],
  settings: ComparisonSettings,
): Difference {
  const devices = pairs.map((pair) => deviceDifference(pair, settings));
  const problems = settings.devices.length > 0 ? [] : problemChanges(reference, other);
  const outcomes = devices.flatMap((device) => device.outcomes);
  const counted = changeKinds.map((kind) => [kind, outcomes.filter((one) => one.kind === kind).length]);
  const deciding = outcomes.filter(({ kind, decides }) => kind === 'regression' && decides).length;
  const vanished = devices.filter(({ after }) => after === null).length;
  const failing = problems.filter(({ kind }) => kind === 'regression').length;
  return {
    column,
    devices,
    problems,
    counts: Object.fromEntries(counted) as Difference['counts'],
    regressions: deciding + vanished + failing,
  };
}

function problemChanges(reference: ComparedRun, other: ComparedRun): Difference['problems'] {
  const single = reference.drivers.length === 1 && other.drivers.length === 1;
  return other.drivers.flatMap(({ results: { driver, problem } }): Difference['problems'] => {
    const earlier = reference.drivers.find((one) => single || one.results.driver.name === driver.name);
    if (earlier === undefined) return [];
    const [before, after] = [earlier.results.problem, problem].map((one) =>
      one === null ? null : `${one.status}: ${one.message}`,
    );
    if (before === undefined || after === undefined) return [];
    if (earlier.results.problem?.status === problem?.status) return [];
    const kind = after === null ? 'fix' : before === null ? 'regression' : 'changed';
    return [{ kind, driver: driver.name, before, after }];
  });
}

function deviceDifference(pair: DevicePair, settings: ComparisonSettings): DeviceDifference {
  const { before, after, matchedBy } = pair;
  const keys = { before: before?.device.key ?? null, after: after?.device.key ?? null, matchedBy };
  if (before === null || after === null) {
    return { ...keys, identity: [], capabilities: [], outcomes: [], groups: [], durations: [], unchanged: 0 };
  }
  const instances = instancePairs(before, after, settings.takes);
  const changes = instances.flatMap((instance) => changeOf(instance, settings));
  return {
    ...keys,
    identity: identityChanges(before, after),
    capabilities: capabilityChanges(before.device.capabilities, after.device.capabilities),
    outcomes: changes,
    groups: groupsOf(changes, instances),
    durations: before.results.run.guest || after.results.run.guest ? [] : durationsOf(instances),
    unchanged: instances.length - changes.length,
  };
}

/** Of instances that ended alike; a guest is too slow and too unsteady for its times to say anything. */
function durationsOf(instances: readonly InstancePair[]): DeviceDifference['durations'] {
  return durationChanges(
    instances.flatMap(({ before, after }) =>
      before !== undefined && before.status === after?.status ? [{ before, after }] : [],
    ),
  );
}

/** A case instance in two runs; at least one of them has it. */
interface InstancePair {
  readonly before: OutcomeEntry | undefined;
  readonly after: OutcomeEntry | undefined;
  /** The later of the two that are there. */
  readonly last: OutcomeEntry;
}

function instancePairs(
  before: RunDevice,
  after: RunDevice,
  takes: ComparisonSettings['takes'],
): readonly InstancePair[] {
  const earlier = before.device.outcomes.filter(takes);
  const later = new Map(after.device.outcomes.filter(takes).map((outcome) => [outcome.id, outcome]));
  const both = earlier.map((one) => {
    const other = later.get(one.id);
    later.delete(one.id);
    return { before: one, after: other, last: other ?? one };
  });
  return [...both, ...[...later.values()].map((one) => ({ before: undefined, after: one, last: one }))];
}

function changeOf(
  { before, after, last }: InstancePair,
  settings: ComparisonSettings,
): readonly OutcomeChange[] {
  const kind = outcomeChange(before, after);
  if (kind === undefined) return [];
  const { id, case: owner, class: of, requirements, rerun } = last;
  return [
    {
      kind,
      decides: decides(of, settings),
      id,
      case: owner,
      class: of,
      requirements,
      before: before?.status ?? null,
      after: after?.status ?? null,
      messageBefore: before?.message ?? '',
      message: after?.message ?? '',
      judgement: judgementText(after),
      rerun,
    },
  ];
}

/** What a baseline makes of an outcome, where it has something to say: `expected: known`. */
function judgementText(outcome: OutcomeEntry | undefined): string {
  const { verdict, why } = outcome?.judgement ?? { verdict: 'expected', why: '' };
  return why === '' ? '' : `${verdict}: ${why}`;
}

function decides(
  of: OutcomeEntry['class'],
  { strictRobustness, strictQuality }: ComparisonSettings,
): boolean {
  if (of === 'robustness') return strictRobustness;
  return of !== 'quality' || strictQuality;
}

/** Instances of one case that changed alike; for those skipped now or then, also for the same reason. */
function groupsOf(
  changes: readonly OutcomeChange[],
  instances: readonly InstancePair[],
): readonly ChangeGroup[] {
  const byId = new Map(instances.map(({ last }) => [last.id, last]));
  const applicable = grouped(
    instances
      .filter(({ before, after }) => before?.status !== 'skip' || after?.status !== 'skip')
      .map(({ last }) => last),
    (entry) => entry.case,
  );
  const alike = grouped(changes, ({ case: owner, kind, before, after, message, messageBefore }) =>
    JSON.stringify([
      owner,
      kind,
      before,
      after,
      after === 'skip' ? message : '',
      before === 'skip' ? messageBefore : '',
    ]),
  );
  return [...alike.values()].flatMap((group): readonly ChangeGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, decides: counts, case: owner, before, after } = first;
    const all = applicable.get(owner) ?? [];
    const some = group.flatMap(({ id }) => byId.get(id) ?? []);
    return [
      {
        kind,
        decides: counts,
        case: owner,
        before,
        after,
        where: distinguishingValues(some, all),
        of: all.length,
        instances: group.map(({ id }) => id),
      },
    ];
  });
}
