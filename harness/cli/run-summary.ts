import { relative } from 'node:path';
import Table from 'cli-table3';
import pc from 'picocolors';
import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import type { BrokenDriver } from '../drivers/driver';
import { explain, oneLine } from '../results/outcome-text';
import { remarkLines } from '../results/remarks';
import type { DeviceResults, FlakePolicy, OutcomeEntry, Results } from '../results/results-schema';
import { requirementClasses } from '../results/results-schema';
import type { RunEnd } from '../results/run';
import type { DriverReport } from '../results/run-recorder';
import { isBroken, isUnexpected, type Verdict, verdictOf } from '../results/totals';
import { verdictSentence } from '../results/verdict-sentence';
import { judgementLines } from '../verdicts/judgement-text';
import { exitCodes } from './command-error';
import { problemLine } from './devices';
import { counted } from './list';

/** How many failures are told in full, and how many of the rest in a line each. */
const toldInFull = 10;
const toldInALine = 40;

interface Found {
  readonly device: DeviceResults;
  readonly outcome: OutcomeEntry;
  readonly requirements: Results['requirements'];
  readonly flakes: FlakePolicy;
}

/** What is said at the end of a run. */
export class RunSummary {
  private readonly found: readonly Found[];

  constructor(
    private readonly reports: readonly DriverReport[],
    private readonly end: RunEnd | undefined,
    private readonly strictRobustness: boolean,
    private readonly jobs = 1,
    /** The page of the run; absent where it could not be written. */
    private readonly page?: string,
    /** Absent where a run has just ended; of reports that were there already, whether shards are not there, or died. */
    private readonly kept?: { readonly isLacking: boolean },
  ) {
    this.found = reports.flatMap(({ results }) =>
      results.devices.flatMap((device) =>
        device.outcomes.map((outcome) => ({
          device,
          outcome,
          requirements: results.requirements,
          flakes: results.run.flakes,
        })),
      ),
    );
  }

  get exitCode(): number {
    const isInterrupted = this.end?.stopped === 'interrupted';
    if (isInterrupted && this.kept === undefined) return exitCodes.interrupted;
    // That a run was interrupted is history by then: what it left out is missing, which is unexpected.
    return isInterrupted ||
      this.isLacking ||
      this.unexpected.length > 0 ||
      this.broken.length > 0 ||
      this.wrongEntries > 0
      ? exitCodes.unexpectedOutcomes
      : exitCodes.asExpected;
  }

  private get isLacking(): boolean {
    return this.kept?.isLacking === true;
  }

  /** Drivers that could not tell of their devices. */
  private get broken(): readonly BrokenDriver[] {
    return this.reports.flatMap(({ results: { driver, problem } }) =>
      problem === null ? [] : [{ driver, problem }],
    );
  }

  private get unexpected(): readonly Found[] {
    return this.found.filter((found) => this.isUnexpected(found));
  }

  private isUnexpected({ outcome, flakes }: Found): boolean {
    return isUnexpected(outcome, this.strictRobustness, flakes);
  }

  /** Entries of baselines that are wrong. */
  private get wrongEntries(): number {
    return this.reports.reduce((sum, { results }) => sum + (results.baseline?.problems.length ?? 0), 0);
  }

  /** For a machine to read. */
  asJson(): unknown {
    const { end } = this;
    return {
      exitCode: this.exitCode,
      stopped: end?.stopped,
      wallMs: end?.wallMs,
      driverMs: end?.driverMs,
      startUpMs: end?.startUpMs,
      page: this.page,
      drivers: this.reports.map(({ files, results }) => ({
        name: results.driver.name,
        builtIn: results.driver.builtIn,
        remarks: results.remarks,
        problem: results.problem,
        ...(results.baseline === undefined ? {} : { baseline: results.baseline }),
        results: files.results,
        junit: files.junit,
        ctrf: files.ctrf,
        devices: results.devices.map((device) => ({
          key: device.key,
          deviceUUID: device.identity.deviceUUID,
          verdict: verdictOf(device.totals),
          totals: device.totals,
          notAsRequired: device.outcomes.filter(({ status }) => isBroken(status)).map(shortOutcome),
          ...(results.baseline === undefined
            ? {}
            : {
                unexpected: device.outcomes
                  .filter((outcome) => isUnexpected(outcome, this.strictRobustness))
                  .map(shortOutcome),
              }),
        })),
      })),
    };
  }

  /** For people; the last lines say what failed and how to run it again. */
  asText(): string {
    const devices = this.reports.flatMap(({ results: { driver, devices } }) =>
      devices.flatMap((device) => [deviceText(device, driver.builtIn), '']),
    );
    return [
      ...devices,
      ...this.problemLines(),
      ...this.failureLines(),
      ...judgementLines(
        this.reports.map(({ results }) => results),
        this.strictRobustness,
      ),
      ...this.asideLines(),
      ...this.kernelLines(),
      ...this.timeLines(),
      ...this.remarkLines(),
      ...this.closingLines(),
    ].join('\n');
  }

  private problemLines(): readonly string[] {
    return this.broken.length === 0 ? [] : [...this.broken.map(problemLine), ''];
  }

  private failureLines(): readonly string[] {
    const failures = this.unexpected.filter(
      ({ outcome: { status } }) => isBroken(status) && status !== 'missing',
    );
    const full = failures
      .slice(0, toldInFull)
      .flatMap(({ device, outcome, requirements }) => [
        `${heading(outcome, device)}`,
        ...explain(outcome, requirements).flatMap((line) => line.split('\n').map((part) => `  ${part}`)),
        '',
      ]);
    const rest = failures.slice(toldInFull);
    const short = rest.slice(0, toldInALine).map(({ device, outcome }) => inALine(outcome, device));
    const left = rest.length - short.length;
    if (left > 0) short.push(`... and ${left} more in results.json`);
    return [...full, ...short, ...(short.length > 0 ? [''] : [])];
  }

  /** What is told and decides nothing: warnings, and what the driver made of invalid input. */
  private asideLines(): readonly string[] {
    const section = (title: string, found: readonly Found[]) => {
      if (found.length === 0) return [];
      const told = found.slice(0, toldInFull);
      const lines = told.flatMap(({ device, outcome }) => [
        `  ${inALine(outcome, device)}`,
        ...(isBroken(outcome.status) ? [`      ${outcome.rerun}`] : []),
      ]);
      const left = found.length - told.length;
      return [title, ...lines, ...(left > 0 ? [`  ... and ${left} more in results.json`] : []), ''];
    };
    // What a baseline expects needs no telling, and what it does not is told with it.
    const aside = this.found.filter(
      (found) => found.outcome.judgement === undefined && !this.isUnexpected(found),
    );
    const flakes = aside.filter(({ outcome }) => outcome.status === 'flake');
    return [
      ...section(
        'Warnings, which decide nothing:',
        aside.filter(({ outcome }) => outcome.status === 'warn'),
      ),
      ...section(
        'Attempts disagreed, which decides nothing:',
        flakes.filter(({ outcome }) => outcome.class !== 'robustness'),
      ),
      ...section(
        'Robustness, no part of the conformance verdict:',
        aside.filter(({ outcome }) => isBroken(outcome.status) && outcome.class === 'robustness'),
      ),
    ];
  }

  /** What the kernel's log said, where it was watched. */
  private kernelLines(): readonly string[] {
    const during = this.found.filter(({ outcome }) => outcome.kernelLog !== undefined);
    const outside = this.end?.kernelLogOutside;
    if (outside === undefined && during.length === 0) return [];
    const broken = during.filter(({ outcome }) => isBroken(outcome.status)).length;
    const quiet = during.filter(({ outcome }) => !isBroken(outcome.status)).slice(0, toldInFull);
    return [
      `The kernel’s log had lines during ${counted(during.length, 'case instance')}, ${broken} of them not as required, and ${counted(outside?.length ?? 0, 'line')} while none was running.`,
      ...quiet.map(
        ({ device, outcome }) => `  ${outcome.id} on ${device.key}: ${outcome.kernelLog?.[0] ?? ''}`,
      ),
      '',
    ];
  }

  private remarkLines(): readonly string[] {
    const lines = remarkLines(this.reports.map(({ results }) => results));
    return lines.length === 0 ? [] : [...lines.map(pc.yellow), ''];
  }

  private timeLines(): readonly string[] {
    if (this.end === undefined) return [];
    const { wallMs, driverMs, startUpMs } = this.end;
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    // With several jobs the times inside the driver overlap, and a ratio would say nothing.
    const ratio =
      this.jobs === 1 && driverMs > 0
        ? `; (wall - start-up) / inside the driver = ${((wallMs - startUpMs) / driverMs).toFixed(2)}`
        : '';
    return [
      `Time: wall ${seconds(wallMs)}, of it host start-up ${seconds(startUpMs)}; inside the driver ${seconds(driverMs)}${ratio}`,
      ...this.reports.map(({ files }) => `Reports: ${shortPath(files.results)}, ${shortPath(files.junit)}`),
      ...(this.page === undefined ? [] : [`To look through: ${shortPath(this.page)}`]),
      '',
    ];
  }

  /** What the outcomes that decide came to, and what does not decide beside them. */
  private asExpectedLine(): string {
    const count = (of: (found: Found) => boolean): number => this.found.filter(of).length;
    const deciding = ({ outcome }: Found): boolean => outcome.class !== 'robustness' || this.strictRobustness;
    const skipped = count((found) => deciding(found) && found.outcome.status === 'skip');
    const ran = count(deciding) - skipped;
    const excused = ({ outcome: { status, judgement } }: Found): boolean =>
      isBroken(status) && judgement?.verdict === 'expected';
    const aside = count((found) => !deciding(found) && isBroken(found.outcome.status) && !excused(found));
    const expected = count((found) => deciding(found) && excused(found));
    const told = [
      ...(expected > 0 ? [`${counted(expected, 'deviation')} as the baseline expects`] : []),
      ...(skipped > 0 ? [`${skipped} skipped`] : []),
      ...(aside > 0
        ? [`${counted(aside, 'robustness outcome')} not as required, which decides nothing`]
        : []),
    ];
    const main =
      ran === 0 ? 'Nothing ran that decides.' : `No unexpected outcome in the ${ran} that ran and decide.`;
    return told.length === 0 ? main : `${main.slice(0, -1)} (${told.join('; ')}).`;
  }

  private closingLines(): readonly string[] {
    const { unexpected, broken } = this;
    const ran = this.found.length;
    const missing = unexpected.filter(({ outcome }) => outcome.status === 'missing').length;
    const stopped = { no: '', interrupted: 'The run was interrupted. ', bail: 'The run stopped at --bail. ' };
    const notAsked =
      broken.length === 0 ? '' : `${counted(broken.length, 'driver')} could not be asked for devices. `;
    const lacking = this.isLacking ? 'Not every shard is there and came to its end. ' : '';
    const opening = `${stopped[this.end?.stopped ?? 'no']}${lacking}${notAsked}`;
    if (ran === 0 && broken.length > 0) return [pc.red(opening.trimEnd())];
    const { wrongEntries } = this;
    const judged = this.reports.some(({ results }) => results.baseline !== undefined);
    if (unexpected.length === 0 && wrongEntries > 0) {
      const entries = wrongEntries === 1 ? '1 entry' : `${wrongEntries} entries`;
      const are = wrongEntries === 1 ? 'is' : 'are';
      return [pc.red(`${opening}${entries} of the baseline ${are} wrong. ${this.asExpectedLine()}`)];
    }
    if (unexpected.length === 0) {
      const colour = broken.length > 0 || this.isLacking ? pc.red : pc.green;
      return [colour(`${opening}${this.asExpectedLine()}`)];
    }
    const failed = unexpected.filter(({ outcome }) => outcome.status !== 'missing');
    // A skip is decided by what the device offers: there is nothing to run.
    const runnable = failed.filter(({ outcome }) => outcome.status !== 'skip');
    const commands = runnable.slice(0, toldInFull).map(({ outcome }) => `  ${outcome.rerun}`);
    const left = runnable.length - commands.length;
    return [
      pc.red(
        `${opening}${failed.length} of ${counted(ran, 'outcome')} not as ${judged ? 'expected' : 'required'}${missing > 0 ? `, ${missing} never ran` : ''}.`,
      ),
      ...(commands.length > 0 ? ['To run one of them again:', ...commands] : []),
      ...(left > 0 ? [`  ... and ${left} more: "rerun" in results.json`] : []),
    ];
  }
}

/** What a machine is told of an outcome that deserves a look. */
function shortOutcome(outcome: OutcomeEntry) {
  const {
    id,
    status,
    class: of,
    requirements,
    message,
    rerun,
    attempts,
    judgement,
    kernelLog,
    log,
  } = outcome;
  return {
    ...{ id, status, class: of, requirements, message, rerun },
    ...(attempts === undefined ? {} : { attempts }),
    ...(judgement === undefined ? {} : { judgement }),
    ...(kernelLog === undefined ? {} : { kernelLog }),
    ...(log === undefined ? {} : { log }),
  };
}

const colours: Readonly<Partial<Record<OutcomeStatus, (text: string) => string>>> = {
  pass: pc.green,
  warn: pc.yellow,
  skip: pc.dim,
  missing: pc.yellow,
};

function colour(status: OutcomeStatus, text: string): string {
  return (colours[status] ?? pc.red)(text);
}

function heading({ status, id }: OutcomeEntry, device: DeviceResults): string {
  return `${colour(status, status.toUpperCase())} ${pc.bold(id)} on ${device.key}`;
}

function inALine(outcome: OutcomeEntry, device: DeviceResults): string {
  const message = oneLine(outcome.message);
  const shown = message.length > 160 ? `${message.slice(0, 157)}...` : message;
  return `${colour(outcome.status, outcome.status)} ${outcome.id} on ${device.key}: ${shown}`;
}

function deviceText(device: DeviceResults, builtIn: boolean): string {
  const { identity, totals } = device;
  const shown = outcomeStatuses.filter((status) => totals.byStatus[status] > 0);
  const table = new Table({
    head: ['', ...shown],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...shown.map(() => 'right' as const)],
  });
  for (const name of requirementClasses) {
    const counts = totals.byClass[name];
    if (shown.every((status) => counts[status] === 0)) continue;
    table.push([
      name,
      ...shown.map((status) => (counts[status] === 0 ? '' : colour(status, String(counts[status])))),
    ]);
  }
  const driver = `${identity.driverName} ${identity.driverInfo}`.trim();
  return [
    `${pc.bold(device.key)}: ${identity.deviceName}, ${driver || 'driver unnamed'}, Vulkan ${identity.apiVersion}`,
    ...(table.length > 0 ? [table.toString()] : []),
    `Conformance${builtIn ? ' of the built-in model' : ''}: ${verdictLine(device)}`,
  ].join('\n');
}

function verdictLine({ totals }: DeviceResults): string {
  return verdictColours[verdictOf(totals)](verdictSentence(totals));
}

const verdictColours: Readonly<Record<Verdict, (text: string) => string>> = {
  deviates: pc.red,
  incomplete: pc.yellow,
  'nothing ran': pc.yellow,
  'no deviation': pc.green,
};

function shortPath(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
