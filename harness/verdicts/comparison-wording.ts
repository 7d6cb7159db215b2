import { oneLine } from '../results/outcome-text';
import { isBroken } from '../results/totals';
import { printable } from '../results/xml-text';
import type { ChangeBlock } from './change-blocks';
import type {
  ChangeGroup,
  Comparison,
  DeviceDifference,
  Difference,
  OutcomeChange,
} from './comparison-schema';
import type { ChangeKind } from './outcome-change';

/** What each kind of change is called above its cases. */
export const kindTitles: Readonly<Record<ChangeKind, string>> = {
  regression: 'Regressions',
  fix: 'Fixes',
  changed: 'Changed otherwise',
  new: 'New',
  gone: 'Gone',
};

/** `1 case`, `2 cases`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `pass → fail`, or `pass, warn → skip` where several came to the same. */
export function transition({ before, after }: Pick<ChangeBlock, 'before' | 'after'>): string {
  const [first = null, ...more] = before;
  if (first === after && more.length === 0) return `${after} otherwise`;
  return `${before.map((one) => one ?? 'not there').join(', ')} → ${after ?? 'not there'}`;
}

type Instances = Pick<ChangeGroup, 'case' | 'where' | 'of' | 'instances'>;

/** Which instances: an id where it is one, `17 instances of CASE` where it is all, else how many and what they share. */
export function groupTitle({ case: owner, where, of, instances }: Instances): string {
  const [first = owner] = instances;
  if (instances.length === 1) return plain(first);
  if (instances.length === of) return `${of} instances of ${owner}`;
  return `${instances.length} of ${of} instances of ${owner}${where === '' ? '' : ` (those with ${where})`}`;
}

/** Ids that a group's title does not tell. */
export function untoldInstances({ where, of, instances }: Instances): readonly string[] {
  return instances.length === 1 || instances.length === of || where !== '' ? [] : instances.map(plain);
}

/** What a block is about: one group, or the cases that a skip reason concerns. */
export function blockTitle({ groups, changes }: ChangeBlock): string {
  const [first] = groups;
  if (first !== undefined && groups.length === 1) return groupTitle(first);
  const cases = new Set(groups.map((group) => group.case)).size;
  return `${counted(changes.length, 'instance')} of ${counted(cases, 'case')}`;
}

/** What is to be said of a block beside its title. */
export function blockMessage(block: ChangeBlock): string {
  const judgements = [...new Set(block.changes.map(({ judgement }) => judgement))];
  const [judgement = ''] = judgements;
  if (judgements.length > 1 || judgement === '') return seenIn(block);
  return `${seenIn(block)} (by the baseline ${plain(judgement)})`.trimStart();
}

function seenIn({ reason, before, messages, changes }: ChangeBlock): string {
  const [first] = messages;
  if (reason !== '') {
    const skipped = `${before.includes('skip') ? 'was skipped' : 'skipped'}: ${plain(reason)}`;
    return before.includes('skip') && first !== undefined ? `${plain(first)} (${skipped})` : skipped;
  }
  if (first === undefined) {
    const earlier = changes[0].messageBefore;
    return earlier === '' ? '' : `before: ${plain(earlier)}`;
  }
  const more = messages.length > 1 ? ` (and ${counted(messages.length - 1, 'other message')})` : '';
  return `${plain(first)}${more}`;
}

/** The first of many, and how many more there are. */
export function someOf(all: readonly string[], most: number): readonly string[] {
  if (all.length <= most + 1) return all;
  return [...all.slice(0, most), `... and ${all.length - most} more`];
}

/** One line that a terminal, a table or a page can show: control characters are written out. */
export function plain(text: string): string {
  return printable(oneLine(text));
}

/** What two devices are called: one key, or both where they differ. */
export function deviceTitle({ before, after }: Pick<DeviceDifference, 'before' | 'after'>): string {
  if (before === null || after === null || before === after) return after ?? before ?? '';
  return `${before} → ${after}`;
}

/** Lines on devices and drivers that have no counterpart, the regressions among them apart. */
export function lossLines({ column, devices, problems }: Difference): {
  readonly regressions: readonly string[];
  readonly others: readonly string[];
} {
  const lost = devices.flatMap(({ before, after }) =>
    before !== null && after === null
      ? [`the device ${before} of A has no counterpart in ${column}; --device chooses another one`]
      : [],
  );
  const added = devices.flatMap(({ before, after }) =>
    before === null && after !== null ? [`the device ${after} of ${column} has no counterpart in A`] : [],
  );
  const told = problems.map(({ driver, before, after, kind }) => ({
    kind,
    line:
      after === null
        ? `the driver ${driver} can be asked for its devices again; before: ${plain(before ?? '')}`
        : `the driver ${driver} cannot be asked for its devices: ${plain(after)}`,
  }));
  const linesOf = (wanted: boolean) =>
    told.filter(({ kind }) => (kind === 'regression') === wanted).map(({ line }) => line);
  return { regressions: [...linesOf(true), ...lost], others: [...linesOf(false), ...added] };
}

/** What a column came to beside the first, in one line. */
export function verdictLine(difference: Difference): string {
  const { column, counts, regressions, devices, problems } = difference;
  if (devices.length + problems.length === 0) return `${column} against A: neither has a device to compare.`;
  const unchanged = devices.reduce((sum, device) => sum + device.unchanged, 0);
  const outcomes = devices.flatMap((device) => device.outcomes);
  const aside = outcomes.filter(({ kind, decides }) => kind === 'regression' && !decides).length;
  const slower = devices.flatMap(({ durations }) => durations.filter(({ change }) => change === 'slower'));
  const faster = devices.flatMap(({ durations }) => durations.filter(({ change }) => change === 'faster'));
  const lost = devices.flatMap(({ capabilities }) =>
    capabilities.filter(({ change }) => change === 'vanished'),
  );
  const parts = [
    `${regressions === 0 ? 'no regression' : counted(regressions, 'regression')}${inCases(outcomes)}${
      aside === 0 ? '' : ` (and ${aside} in robustness and quality, where they decide nothing)`
    }`,
    ...(counts.fix > 0 ? [`${counts.fix} fixed`] : []),
    ...(counts.changed > 0 ? [`${counts.changed} changed otherwise`] : []),
    ...(counts.new > 0 ? [`${counts.new} new${inNeed(outcomes)}`] : []),
    ...(counts.gone > 0 ? [`${counts.gone} gone`] : []),
    ...(lost.length > 0 ? [`${lost.length} of its capabilities lost`] : []),
    ...(slower.length > 0 ? [`${counted(slower.length, 'case')} slower`] : []),
    ...(faster.length > 0 ? [`${counted(faster.length, 'case')} faster`] : []),
    `${unchanged} as before`,
  ];
  return `${column} against A: ${parts.join(', ')}.`;
}

/** Of how many cases the regressions that decide are, where those are fewer. */
function inCases(outcomes: readonly OutcomeChange[]): string {
  const deciding = outcomes.filter(({ kind, decides }) => kind === 'regression' && decides);
  const cases = new Set(deciding.map((change) => change.case)).size;
  return cases === deciding.length ? '' : ` in ${counted(cases, 'case')}`;
}

/** How many of the new outcomes are not as required: no regressions, and no reason for joy. */
function inNeed(outcomes: readonly OutcomeChange[]): string {
  const broken = outcomes.filter(({ kind, after }) => kind === 'new' && after !== null && isBroken(after));
  return broken.length === 0 ? '' : ` (${broken.length} not as required)`;
}

/** Remarks on columns, each behind the labels of those that it is about. */
export function remarkLines({ columns }: Comparison): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const { label, remarks } of columns)
    for (const remark of remarks) labels.set(remark, [...(labels.get(remark) ?? []), label]);
  return [...labels].map(([remark, some]) => `${some.join(', ')}: ${plain(remark)}`);
}

/** Whether there is nothing to tell of a column but perhaps who it is. */
export function isAlike({ devices, problems }: Difference): boolean {
  return problems.length === 0 && devices.every(isDeviceAlike);
}

function isDeviceAlike({ before, after, outcomes, capabilities, durations }: DeviceDifference): boolean {
  const told = [outcomes, capabilities, durations];
  return before !== null && after !== null && told.every(({ length }) => length === 0);
}

/** Whether anything at all is to be said of a device beside others; one without a counterpart has a line elsewhere. */
export function hasDetails({ outcomes, capabilities, durations, identity }: DeviceDifference): boolean {
  return [outcomes, capabilities, durations, identity].some(({ length }) => length > 0);
}

/** What a capability change is about, and what of it, with the kinds of resource where there are any. */
export function capabilityGroups(
  capabilities: DeviceDifference['capabilities'],
): readonly { readonly change: string; readonly about: string; readonly what: readonly string[] }[] {
  const groups = new Map<string, { change: string; about: string; what: string[] }>();
  for (const { change, about, what, of, before, after } of capabilities) {
    const key = `${change} ${about}`;
    const group = groups.get(key) ?? { change, about, what: [] };
    const kinds = of.length === 0 ? '' : ` (${someOf(of, 5).join(', ')})`;
    group.what.push(change === 'changed' ? `${what}: ${before} → ${after}` : `${what}${kinds}`);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, what: telling(group.what) }));
}

/** Extensions that the cases here depend on come first: a driver changes dozens of others. */
function telling(all: readonly string[]): readonly string[] {
  const concerns =
    /external|fence|semaphore|drm_format|dma_buf|foreign|dedicated|maintenance5|synchronization2/;
  return [...all.filter((what) => concerns.test(what)), ...all.filter((what) => !concerns.test(what))];
}

/** The requirement with its sentence, as far as the comparison has it. */
export function requirementText(id: string, { requirements }: Comparison): string {
  const found = requirements[id];
  return found === undefined ? id : `${id} (${found.anchor}): ${found.obligation}`;
}

/** Seconds, as a person reads them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
