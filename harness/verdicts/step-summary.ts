import { outcomeStatuses } from '../cases/outcome';
import type { DeviceResults, OutcomeEntry, Results } from '../results/results-schema';
import { scopeRemarks } from '../results/run-scope';
import { isBroken, isUnexpected } from '../results/totals';
import { verdictSentence } from '../results/verdict-sentence';
import { clipped, code, escaped, folded, tableLines } from './markdown-text';

/** What GitHub takes as the summary of one step, in bytes. */
export const mostSummaryBytes = 1024 * 1024;

/** How many outcomes each list tells of, and how much of a message. */
const most = { listed: 50, message: 300 };

interface Told {
  readonly device: DeviceResults;
  readonly outcome: OutcomeEntry;
  readonly results: Results;
}

/**
 * What a run came to, as Markdown for the summary of a CI job: totals of each device, what was unexpected with its
 * message, flakes, and what is otherwise than the baseline says. What is left out for length is said.
 *
 * @param most bytes that it may have
 */
export function stepSummary(
  runs: readonly Results[],
  { strictRobustness, mostBytes = mostSummaryBytes }: { strictRobustness: boolean; mostBytes?: number },
): string {
  const parts = partsOf(runs, strictRobustness).filter((lines) => lines.length > 0);
  const cutLine = '_Cut for length: results.json and junit.xml have the rest._';
  const room = mostBytes - byteLength(`\n${cutLine}\n`);
  const kept: string[] = [];
  let bytes = 0;
  let cut = false;
  for (const part of parts) {
    const text = `${part.join('\n')}\n\n`;
    if (bytes + byteLength(text) <= room) {
      kept.push(text);
      bytes += byteLength(text);
    } else cut = true;
  }
  if (cut && room >= bytes) kept.push(`${cutLine}\n`);
  return kept.join('');
}

function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** Parts, each of which is told as a whole or left out; those that matter most come first. */
function partsOf(runs: readonly Results[], strictRobustness: boolean): readonly (readonly string[])[] {
  const all: readonly Told[] = runs.flatMap((results) =>
    results.devices.flatMap((device) => device.outcomes.map((outcome) => ({ device, outcome, results }))),
  );
  const decides = ({ outcome, results }: Told) => isUnexpected(outcome, strictRobustness, results.run.flakes);
  const unexpected = all.filter(decides);
  const aside = all.filter((told) => !decides(told));
  const flakes = aside.filter(({ outcome }) => outcome.status === 'flake');
  const changed = aside.filter(
    ({ outcome: { judgement } }) => judgement !== undefined && judgement.verdict !== 'expected',
  );
  const kernel = all.filter(({ outcome }) => outcome.kernelLog !== undefined);
  const severalDevices = new Set(all.map(({ device }) => device.key)).size > 1;
  const section = (title: string, found: readonly Told[], open: boolean) =>
    sectionOf(title, found, { open, severalDevices });
  return [
    [`### vkextern: ${headline(runs, unexpected)}`],
    totalsLines(runs),
    ...runs.map(remarkLines),
    ...runs.map(problemLines),
    section('Unexpected', unexpected, true),
    section('Attempts disagreed, which decides nothing here', flakes, true),
    section('Otherwise than the baseline says, which decides nothing', changed, false),
    section(
      'Robustness, no part of the conformance verdict',
      aside.filter(
        (told) =>
          told.outcome.class === 'robustness' && isBroken(told.outcome.status) && !changed.includes(told),
      ),
      false,
    ),
    kernelLines(runs, kernel),
  ];
}

function headline(runs: readonly Results[], unexpected: readonly Told[]): string {
  const broken = runs.filter(({ problem }) => problem !== null).length;
  const entries = runs.reduce((sum, { baseline }) => sum + (baseline?.problems.length ?? 0), 0);
  const missing = unexpected.filter(({ outcome }) => outcome.status === 'missing').length;
  const told = [
    ...(unexpected.length === 0 ? [] : [counted(unexpected.length, 'unexpected outcome')]),
    ...(missing === 0 ? [] : [`${missing} of them never ran`]),
    ...(broken === 0 ? [] : [`${counted(broken, 'driver')} could not be asked for devices`]),
    ...(entries === 0 ? [] : [`${counted(entries, 'entry', 'entries')} of the baseline wrong`]),
  ];
  return told.length === 0 ? 'no unexpected outcome' : told.join(', ');
}

function totalsLines(runs: readonly Results[]): readonly string[] {
  const devices = runs.flatMap((results) => results.devices.map((device) => ({ device, results })));
  if (devices.length === 0) return [];
  const shown = outcomeStatuses.filter((status) =>
    devices.some(({ device }) => device.totals.byStatus[status] > 0),
  );
  const judged = runs.some(({ baseline }) => baseline !== undefined);
  const rows = devices.map(({ device, results }) => {
    const { identity, totals, outcomes } = device;
    const excused = outcomes.filter(
      ({ status, judgement }) => isBroken(status) && judgement?.verdict === 'expected',
    );
    return [
      code(device.key),
      escaped(`${identity.driverName} ${identity.driverInfo}`.trim()),
      ...shown.map((status) => String(totals.byStatus[status])),
      ...(judged ? [results.baseline === undefined ? '' : String(excused.length)] : []),
      escaped(verdictSentence(totals)),
    ];
  });
  return tableLines(
    ['device', 'driver', ...shown, ...(judged ? ['as the baseline expects'] : []), 'conformance'],
    rows,
  );
}

function remarkLines(results: Results): readonly string[] {
  return [...results.remarks, ...scopeRemarks(results)].map(
    (remark) => `> ${escaped(results.driver.name)}: ${escaped(remark)}\n`,
  );
}

function problemLines({ problem, driver, baseline }: Results): readonly string[] {
  return [
    ...(problem === null
      ? []
      : [
          `- **${problem.status}** of ${escaped(driver.name)}, asked for its devices: ${shortened(problem.message)}`,
        ]),
    ...(baseline?.problems ?? []).map(
      ({ line, entry, what }) =>
        `- ${code(`${baseline?.file}:${line}`)}: ${escaped(what)}: ${shortened(entry)}`,
    ),
  ];
}

function sectionOf(
  title: string,
  found: readonly Told[],
  { open, severalDevices }: { readonly open: boolean; readonly severalDevices: boolean },
): readonly string[] {
  if (found.length === 0) return [];
  const rows = found
    .slice(0, most.listed)
    .map(({ device, outcome }) => [
      `**${outcome.status}**`,
      code(outcome.id),
      ...(severalDevices ? [code(device.key)] : []),
      whatOf(outcome),
    ]);
  const left = found.length - most.listed;
  const lines = [
    ...tableLines(['', 'case', ...(severalDevices ? ['device'] : []), 'what'], rows),
    ...(left > 0 ? ['', `... and ${left} more in results.json`] : []),
  ];
  const heading = `${title} (${found.length})`;
  return open ? [`#### ${escaped(heading)}`, '', ...lines] : folded(heading, lines);
}

/** What is told of an outcome: by the baseline, by the case, each attempt, and where the log is. */
function whatOf({ judgement, message, attempts, status, log, kernelLog }: OutcomeEntry): string {
  const why = judgement?.why ?? '';
  const told = [
    ...(why === '' ? [] : [shortened(why)]),
    ...(message === '' || message === why ? [] : [shortened(message)]),
    ...(attempts === undefined || status !== 'flake'
      ? []
      : [escaped(`attempts: ${attempts.map((one) => one.status).join(', ')}`)]),
    ...(kernelLog === undefined
      ? []
      : [`kernel’s log: ${shortened(kernelLog[0] ?? '')}${kernelLog.length > 1 ? ' ...' : ''}`]),
    ...(log === undefined ? [] : [`[log](<${addressed(log)}>)`]),
    ...(judgement?.link === undefined ? [] : [shortened(judgement.link)]),
  ];
  return told.join('<br>');
}

function kernelLines(runs: readonly Results[], cases: readonly Told[]): readonly string[] {
  if (runs.every(({ run }) => run.kernelLogOutside === undefined) && cases.length === 0) return [];
  const outside = runs[0]?.run.kernelLogOutside?.length ?? 0;
  return [
    `The kernel’s log: lines during ${counted(cases.length, 'case instance')}, and ${counted(outside, 'line')} while none was running.`,
  ];
}

function addressed(address: string): string {
  return address.replace(/[<>|\s]/g, encodeURIComponent);
}

function shortened(text: string): string {
  return clipped(escaped(text), most.message);
}

function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
