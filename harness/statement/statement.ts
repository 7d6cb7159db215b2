import type { HandleTypeCapabilities } from '../cases/device-capabilities';
import type { OutcomeStatus } from '../cases/outcome';
import { knownFindings } from '../results/known-findings';
import type { ReportedDevice } from '../results/reported-run';
import type { DeviceResults, JudgedBy, OutcomeEntry, Results } from '../results/results-schema';
import { machineText, scopeRemarks, selectionText } from '../results/run-scope';
import { specificationLink } from '../results/specification-link';
import { isBroken, type Verdict, verdictOf } from '../results/totals';
import { verdictSentence } from '../results/verdict-sentence';

/** What a run shows of one device, on a page: for those who decide whether a driver qualifies. */
export interface Statement {
  readonly device: string;
  readonly driver: string;
  readonly verdict: Verdict;
  readonly sentence: string;
  /** What a reader must know first, a sentence each. */
  readonly remarks: readonly string[];
  /** What was tested with what, name and value. */
  readonly identity: readonly (readonly [name: string, value: string])[];
  readonly offers: readonly Offer[];
  readonly families: readonly Family[];
  /** Requirements that are not met, of those that decide. */
  readonly deviations: readonly Deviation[];
  /** Instances that warned: recommendations not met, and what the driver gave nothing to judge. */
  readonly warnings: readonly SuiteCount[];
  /** Instances of invalid input that did not end as they should; no part of the verdict. */
  readonly robustness: readonly SuiteCount[];
  /** How many instances of invalid input ran. */
  readonly robustnessRan: number;
  /** Why instances were skipped, the most frequent first. */
  readonly skips: readonly { readonly reason: string; readonly instances: number }[];
}

/** Which handle types an object, or resources that agree on them, offer; empty for none. */
export interface Offer {
  readonly object: string;
  readonly types: readonly { readonly type: string; readonly what: string }[];
}

/** The requirements of a topic, such as `fence.import`, by what the run shows of them; robustness and quality aside. */
export interface Family {
  readonly id: string;
  readonly met: number;
  readonly notMet: number;
  /** Only warnings, or instances that never ran. */
  readonly unsettled: number;
  /** Every instance skipped: the device does not offer what they need. */
  readonly notTested: number;
}

/** A requirement that is not met. */
export interface Deviation {
  readonly requirement: string;
  readonly obligation: string;
  readonly anchor: string;
  readonly link: string | null;
  /** Instances that broke it, and how many ran. */
  readonly broken: number;
  readonly ran: number;
  /** How many of them a baseline expects; 0 where none was given. */
  readonly expected: number;
  /** How many of them are flakes: attempts disagreed. */
  readonly flakes: number;
  /** Ids of the findings that account for them. */
  readonly findings: readonly string[];
  /** How many instances no finding accounts for. */
  readonly unexplained: number;
  /** One of the instances, and what was seen. */
  readonly example: string;
  readonly seen: string;
}

/** How many instances of a suite, such as `fence.import`, came out so. */
export interface SuiteCount {
  readonly suite: string;
  readonly instances: number;
}

/** Up to so many kinds of resource are named rather than counted. */
const namedKinds = 6;

/** Makes the statement on a device. */
export function statementOn(reported: ReportedDevice): Statement {
  const { results, device } = reported;
  const deciding = device.outcomes.filter(decides);
  const robustness = device.outcomes.filter(({ class: of }) => of === 'robustness');
  return {
    device: device.identity.deviceName,
    driver: results.driver.name,
    verdict: verdictOf(device.totals),
    sentence: verdictSentence(device.totals),
    remarks: [...results.remarks, ...scopeRemarks(results)],
    identity: identityOf(reported),
    offers: offersOf(device),
    families: familiesOf(deciding),
    deviations: deviationsOf(deciding, results),
    warnings: countSuites(device.outcomes.filter(({ status }) => status === 'warn')),
    robustness: countSuites(robustness.filter(({ status }) => isBroken(status))),
    robustnessRan: robustness.filter(({ status }) => hasRun(status)).length,
    skips: countSkips(device.outcomes),
  };
}

function decides({ class: of }: OutcomeEntry): boolean {
  return of === 'conformance' || of === 'legal-negative';
}

function hasRun(status: OutcomeStatus): boolean {
  return status !== 'skip' && status !== 'missing';
}

function identityOf({ results, device, file, sha256 }: ReportedDevice): Statement['identity'] {
  const { identity } = device;
  const { driver, run, suite } = results;
  const hex = (number: number) => `0x${number.toString(16)}`;
  return [
    ['Device', `${identity.deviceName} (${identity.deviceType.replace('VK_PHYSICAL_DEVICE_TYPE_', '')})`],
    ['Vendor and device', `${hex(identity.vendorID)}, ${hex(identity.deviceID)}`],
    ['deviceUUID', identity.deviceUUID],
    ['Driver', `${identity.driverName} ${identity.driverInfo}`.trim() || driver.name],
    [
      'Driver identity',
      `${identity.driverID}, version ${hex(identity.driverVersion)}, ${identity.driverUUID}`,
    ],
    ['Library', `${driver.library} (${driver.origin})`],
    ['Vulkan', `${identity.apiVersion}; conformance version it claims: ${identity.conformanceVersion}`],
    ['Suite', `${suite.name} ${suite.version}`],
    [
      'Specification and registry',
      `requirements of ${results.specificationVersion}, binding of registry ${results.registryVersion}`,
    ],
    ['Machine', machineText(results)],
    ['Run', `${run.startedAt} to ${run.endedAt}, ${run.jobs} at once, ${run.timeoutSeconds} s a case`],
    ['Selected', selectionText(results)],
    ['Evidence', `${file}`],
    ['SHA-256 of it', sha256],
    ...(results.baseline === undefined ? [] : [baselineFact(results.baseline)]),
  ];
}

function baselineFact({ file, sha256, judgedOn, problems }: JudgedBy): readonly [string, string] {
  const wrong = problems.length === 0 ? '' : `; ${problems.length} of its entries wrong`;
  return ['Baseline', `${file}, SHA-256 ${sha256}, as of ${judgedOn}${wrong}`];
}

function offersOf({ capabilities }: DeviceResults): readonly Offer[] {
  const offer = (object: string, types: HandleTypeCapabilities<string>): Offer => ({
    object,
    types: Object.entries(types).flatMap(([type, capability]) => {
      if (capability === undefined) return [];
      const { exportable, importable, dedicatedOnly } = capability;
      const what = [...(exportable ? ['export'] : []), ...(importable ? ['import'] : [])].join(' and ');
      return what === '' ? [] : [{ type, what: dedicatedOnly ? `${what} (dedicated only)` : what }];
    }),
  });
  const resources = new Map<string, { names: string[]; offer: Offer }>();
  for (const { name, handleTypes } of capabilities.memory) {
    const own = offer('', handleTypes);
    const key = JSON.stringify(own.types);
    const alike = resources.get(key) ?? { names: [], offer: own };
    alike.names.push(name);
    resources.set(key, alike);
  }
  return [
    offer('fence', capabilities.fence),
    offer('binary semaphore', capabilities.binarySemaphore),
    offer('timeline semaphore', capabilities.timelineSemaphore),
    ...memoryNames([...resources.values()].map(({ names }) => names)).map((object, place) => ({
      object,
      types: [...resources.values()][place]?.offer.types ?? [],
    })),
  ];
}

/** Names for groups of resources: what is unlike the others by name, the many as the rest. */
function memoryNames(groups: readonly (readonly string[])[]): readonly string[] {
  const most = groups.reduce((largest, group) => (group.length > largest.length ? group : largest), []);
  return groups.map((group) => {
    if (groups.length === 1 && group.length > namedKinds)
      return `memory of ${group.length} kinds of resource`;
    if (group === most && group.length > namedKinds)
      return `memory of the ${group.length} other kinds of resource`;
    return `memory of ${group.join(', ')}`;
  });
}

function familiesOf(outcomes: readonly OutcomeEntry[]): readonly Family[] {
  const families = new Map<string, { -readonly [Key in keyof Family]: Family[Key] }>();
  for (const [requirement, own] of byRequirement(outcomes)) {
    const id = requirement.split('.').slice(0, 2).join('.');
    const family = families.get(id) ?? { id, met: 0, notMet: 0, unsettled: 0, notTested: 0 };
    family[standing(own)] += 1;
    families.set(id, family);
  }
  return [...families.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What outcomes of its cases say of a requirement. */
function standing(outcomes: readonly OutcomeEntry[]): 'met' | 'notMet' | 'unsettled' | 'notTested' {
  const has = (...statuses: readonly OutcomeStatus[]) =>
    outcomes.some(({ status }) => statuses.includes(status));
  if (has('fail', 'crash', 'timeout', 'flake')) return 'notMet';
  if (has('missing')) return 'unsettled';
  if (has('pass')) return 'met';
  return has('warn') ? 'unsettled' : 'notTested';
}

function deviationsOf(outcomes: readonly OutcomeEntry[], results: Results): readonly Deviation[] {
  const findingOf = knownFindings(results);
  return [...byRequirement(outcomes)].flatMap(([requirement, own]): readonly Deviation[] => {
    const broken = own.filter(({ status }) => isBroken(status) && status !== 'missing');
    const [example] = broken;
    if (example === undefined) return [];
    const { anchor, obligation } = results.requirements[requirement] ?? { anchor: '', obligation: '' };
    const found = broken.map((outcome) => findingOf(outcome)?.id);
    return [
      {
        requirement,
        obligation,
        anchor,
        link: specificationLink(anchor),
        broken: broken.length,
        expected: broken.filter(({ judgement }) => judgement?.verdict === 'expected').length,
        flakes: broken.filter(({ status }) => status === 'flake').length,
        ran: own.filter(({ status }) => hasRun(status)).length,
        findings: [...new Set(found.filter((id) => id !== undefined))],
        unexplained: found.filter((id) => id === undefined).length,
        example: example.id,
        seen: example.message,
      },
    ];
  });
}

/** Requirements by id, each with the outcomes of the cases that prove it. */
function byRequirement(outcomes: readonly OutcomeEntry[]): ReadonlyMap<string, readonly OutcomeEntry[]> {
  const found = new Map<string, OutcomeEntry[]>();
  for (const outcome of outcomes)
    for (const id of outcome.requirements) {
      const own = found.get(id);
      if (own === undefined) found.set(id, [outcome]);
      else own.push(outcome);
    }
  return found;
}

function countSuites(outcomes: readonly OutcomeEntry[]): readonly SuiteCount[] {
  const counts = new Map<string, number>();
  for (const { suite } of outcomes) counts.set(suite, (counts.get(suite) ?? 0) + 1);
  return [...counts].map(([suite, instances]) => ({ suite, instances }));
}

function countSkips(outcomes: readonly OutcomeEntry[]): Statement['skips'] {
  const counts = new Map<string, number>();
  for (const { status, message } of outcomes)
    if (status === 'skip') counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts]
    .map(([reason, instances]) => ({ reason, instances }))
    .sort((one, other) => other.instances - one.instances);
}
