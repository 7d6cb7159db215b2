import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { isBroken } from '../results/totals';
import type { BaselineEntry } from './baseline';
import { CaseGlobs, type KnownInstance } from './case-globs';
import { type DriverFinding, findingsOn } from './driver-findings';
import type { Observed, ObservedDevice } from './observed';
import { globsOfReasons } from './skip-reasons';

/** What an entry says beside what it is about. */
export type EntryTerms = Pick<BaselineEntry, 'statuses' | 'reason' | 'because' | 'link' | 'until'>;

/** An entry that is to be written. */
export interface EntryDraft extends EntryTerms, Pick<BaselineEntry, 'cases' | 'devices'> {}

/** What is written where a person must say why. */
export const unexplained = 'TODO';

/** An outcome for which an entry is to be written. */
export interface Unaccounted {
  readonly device: ObservedDevice;
  readonly observed: Observed;
  /** What an entry said of it that is about it no more. */
  readonly former?: Pick<BaselineEntry, 'reason' | 'link' | 'until'>;
}

/** What drafts are made from. */
export interface DraftSettings {
  readonly driver: string;
  readonly devices: readonly ObservedDevice[];
  /** Every instance that a glob must be right about: those that nobody ran are not to be matched. */
  readonly instances: readonly KnownInstance[];
  /** The entries that were there: what one with a link says of a finding is all that was known of it. */
  readonly linked: readonly EntryTerms[];
  /** Whether an entry that stays is about it. */
  readonly isCovered: (device: ObservedDevice, observed: Observed) => boolean;
  /** The `because` of an entry that stays, where it is about skips for this reason. */
  readonly becauseOf: (reason: string) => string | undefined;
}

/**
 * Entries for these outcomes: deviations finding by finding, those without one case by case; warnings about the same;
 * skips reason by reason.
 */
export function draftEntries(
  unaccounted: readonly Unaccounted[],
  settings: DraftSettings,
): readonly EntryDraft[] {
  const findings = findingsOn(settings.driver);
  const all = withChance(unaccounted, findings, settings);
  const reasons = new Set(all.flatMap(({ observed }) => observed.skips));
  const globs = globsOfReasons([...reasons].filter((reason) => settings.becauseOf(reason) === undefined));
  const becauseOf = (reason: string): string => settings.becauseOf(reason) ?? globs.get(reason) ?? reason;
  const explaining = ({ id, statuses }: Observed): DriverFinding | undefined => {
    const finding = findings.find(({ isAbout }) => isAbout(id));
    const said = settings.linked.filter(({ link }) => link === finding?.place);
    const known =
      said.length === 0 || said.some((entry) => statuses.every((one) => entry.statuses.includes(one)));
    return known ? finding : undefined;
  };
  const groups = grouped(
    all.map((one) => ({ one, ...groupOf(one, explaining, becauseOf) })),
    settings.devices,
  );
  const caseGlobs = new CaseGlobs(settings.instances);
  return groups.map(({ ids, terms, devices, preferred }) => {
    const reach = terms.because === undefined ? 'case' : 'cases';
    return { ...terms, devices, cases: caseGlobs.matching(ids, reach, preferred) };
  });
}

/** What a finding says a driver leaves to chance is that for every case that it is about, whatever came of it here. */
function withChance(
  unaccounted: readonly Unaccounted[],
  findings: readonly DriverFinding[],
  { devices, isCovered }: DraftSettings,
): readonly Unaccounted[] {
  const chance = new Map<DriverFinding, Set<OutcomeStatus>>();
  const findingOf = ({ id }: Observed) => findings.find(({ isAbout }) => isAbout(id));
  for (const { observed } of unaccounted) {
    const finding = findingOf(observed);
    if (finding?.sometimes !== true || !observed.statuses.some(isBroken)) continue;
    const seen = chance.get(finding) ?? new Set(['pass']);
    chance.set(finding, new Set([...seen, ...observed.statuses]));
  }
  const left = (one: Unaccounted): Unaccounted => {
    const finding = findingOf(one.observed);
    const seen = finding && chance.get(finding);
    if (seen === undefined || one.observed.skips.length > 0) return one;
    const statuses = outcomeStatuses.filter((status) => seen.has(status));
    return { ...one, observed: { ...one.observed, statuses } };
  };
  const passing = devices.flatMap((device) =>
    [...device.outcomes.values()]
      .filter((observed) => observed.statuses.join() === 'pass' && !isCovered(device, observed))
      .filter((observed) => chance.has(findingOf(observed) as DriverFinding))
      .map((observed) => ({ device, observed })),
  );
  return [...unaccounted, ...passing].map(left);
}

interface Group {
  readonly terms: EntryTerms;
  readonly preferred: readonly string[];
  /** What is alike in outcomes that one entry is about. */
  readonly key: string;
}

function groupOf(
  { observed, former }: Unaccounted,
  findingOf: (observed: Observed) => DriverFinding | undefined,
  becauseOf: (reason: string) => string,
): Group {
  const { statuses, skips } = observed;
  const group = (
    about: Partial<EntryTerms>,
    preferred: readonly string[] = [],
    apart: string = '',
  ): Group => {
    const terms = {
      statuses,
      reason: undefined,
      because: undefined,
      link: undefined,
      until: undefined,
      ...about,
    };
    return { terms, preferred, key: JSON.stringify([terms, apart]) };
  };
  const broken = statuses.some(isBroken);
  const finding = broken ? findingOf(observed) : undefined;
  const skipped = skips.length === 0 ? {} : { because: becauseInAll(skips.map(becauseOf)) };
  if (former?.reason !== undefined) return group({ ...former, ...skipped }, finding?.cases);
  if (finding !== undefined)
    return group({ reason: finding.heading, link: finding.place, ...skipped }, finding.cases);
  // One case, one reason: a person finds out and writes it down.
  if (broken) return group({ reason: unexplained, ...skipped }, [], observed.case);
  if (skips.length > 0) return group({ ...former, ...skipped });
  return group({ reason: observed.what || observed.message });
}

/** One glob for all reasons for which a case was skipped, which are several where runs differ in what is offered. */
function becauseInAll(reasons: readonly string[]): string {
  const [first = '*'] = reasons;
  return reasons.every((reason) => reason === first) ? first : '*';
}

interface DeviceGroup extends Group {
  readonly devices: readonly string[] | undefined;
  readonly ids: Set<string>;
}

/** Groups of outcomes that are alike; a group is about devices of their own where others of the driver differ. */
function grouped(
  all: readonly (Group & { readonly one: Unaccounted })[],
  devices: readonly ObservedDevice[],
): readonly DeviceGroup[] {
  const byId = new Map<string, (Group & { readonly one: Unaccounted })[]>();
  for (const group of all) {
    const { id } = group.one.observed;
    byId.set(id, [...(byId.get(id) ?? []), group]);
  }
  const groups = new Map<string, DeviceGroup>();
  for (const [id, alike] of byId) {
    const having = devices.filter(({ outcomes }) => outcomes.has(id));
    const everywhere = alike.length === having.length && alike.every(({ key }) => key === alike[0]?.key);
    for (const { one, ...group } of everywhere ? alike.slice(0, 1) : alike) {
      const own = everywhere ? undefined : [one.device.key];
      const key = JSON.stringify([own, group.key]);
      const found = groups.get(key) ?? { ...group, devices: own, ids: new Set<string>() };
      found.ids.add(id);
      groups.set(key, found);
    }
  }
  return [...groups.values()].sort((one, other) => rank(one) - rank(other));
}

/** Deviations, then warnings, then skips. */
function rank({ terms: { statuses } }: Group): number {
  if (statuses.some(isBroken)) return 0;
  return statuses.includes('skip') ? 2 : 1;
}
