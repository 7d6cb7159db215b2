import pc from 'picocolors';
import { oneLine } from '../results/outcome-text';
import type { DeviceResults, OutcomeEntry, Results } from '../results/results-schema';
import { isBroken, isUnexpected } from '../results/totals';

/** How many groups of outcomes each section has at most, and how many cases each group names. */
const mostGroups = 40;
const mostCases = 10;

/** What a baseline makes of the outcomes, in lines; none where there was no baseline. */
export function judgementLines(reports: readonly Results[], strictRobustness: boolean): readonly string[] {
  return reports.flatMap((results) => linesOf(results, strictRobustness));
}

function linesOf({ baseline, devices, driver }: Results, strictRobustness: boolean): readonly string[] {
  if (baseline === undefined) return [];
  const all = devices.flatMap((device) => device.outcomes.map((outcome) => ({ device, outcome })));
  const decides = ({ outcome }: Judged): boolean => isUnexpected(outcome, strictRobustness);
  const unexpected = all.filter(decides);
  const excused = all.filter(
    ({ outcome: { judgement, status } }) => judgement?.verdict === 'expected' && isBroken(status),
  );
  // Those that are broken are told in full elsewhere.
  const turned = unexpected.filter(({ outcome }) => !isBroken(outcome.status));
  const aside = all.filter(
    (one) =>
      !decides(one) &&
      (one.outcome.judgement?.verdict === 'changed' || one.outcome.judgement?.verdict === 'unexpected'),
  );
  const entries = baseline.problems;
  const told = [
    `${counted(excused.length, 'deviation')} as expected`,
    `${counted(unexpected.length, 'outcome')} unexpected`,
    ...(entries.length > 0 ? [`${counted(entries.length, 'entry', 'entries')} wrong`] : []),
  ].join(', ');
  const colour = unexpected.length + entries.length > 0 ? pc.red : pc.green;
  return [
    `${pc.bold(`Baseline of ${driver.name}`)} (${baseline.file}): ${colour(told)}`,
    ...entries.map(({ line, entry, what }) => `  ${baseline.file}:${line}: ${what}: ${shortened(entry)}`),
    ...section('Unexpected, and no deviation:', turned),
    ...section('Otherwise than the baseline says, which decides nothing:', aside),
    '',
  ];
}

interface Judged {
  readonly device: DeviceResults;
  readonly outcome: OutcomeEntry;
}

/** Outcomes of which the same is said on one device, together; of several, the cases below. */
function section(title: string, found: readonly Judged[]): readonly string[] {
  if (found.length === 0) return [];
  const groups = new Map<string, Judged[]>();
  for (const one of found) {
    const { device, outcome } = one;
    const key = JSON.stringify([device.key, outcome.status, outcome.judgement?.why]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const told = [...groups.values()].slice(0, mostGroups).flatMap(groupLines);
  const left = groups.size - mostGroups;
  return [title, ...told, ...(left > 0 ? [`  ... and ${left} more in results.json`] : [])];
}

function groupLines(group: readonly Judged[]): readonly string[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { device, outcome } = first;
  const what = others.length === 0 ? outcome.id : `${group.length} case instances`;
  const line = `  ${outcome.status} ${what} on ${device.key}: ${shortened(outcome.judgement?.why ?? '')}`;
  if (others.length === 0) return [line];
  const cases = new Map<string, number>();
  for (const one of group) cases.set(one.outcome.case, (cases.get(one.outcome.case) ?? 0) + 1);
  const named = [...cases].slice(0, mostCases).map(([id, count]) => `      ${count} of ${id}`);
  const left = cases.size - mostCases;
  return [line, ...named, ...(left > 0 ? [`      ... and of ${counted(left, 'case')} more`] : [])];
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
