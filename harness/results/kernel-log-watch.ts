import type { CaseOutcome } from '../cases/outcome';
import { type KernelLog, openKernelLog, operatingSystem } from '../handles';
import { KeptLines } from './kept-lines';
import { ReportError, reasonOf } from './report-error';
import type { PlannedCase, RunListener } from './run';

export type { KernelLog };

/**
 * Opens the kernel's log; lines from now on are news.
 *
 * @throws ReportError in one line where it cannot be read.
 */
export function watchedKernelLog(): KernelLog {
  try {
    return openKernelLog();
  } catch (error) {
    throw new ReportError(`--kmsg cannot read the kernel's log: ${reasonOf(error)}${whoMay()}`);
  }
}

/** Who may read the log, where there is one, by the name of the operating system in Node.js. */
export function whoMay(system: string = operatingSystem): string {
  return system === 'linux' ? '; root may, and others where kernel.dmesg_restrict is 0' : '';
}

/**
 * Passes the events of a run on, and gives each attempt at a case the lines that the kernel's log has had meanwhile: at
 * every event the log is read, and what is new goes to all cases that were running until then.
 */
export class KernelLogWatch implements RunListener {
  /** What the log has said since they were started. */
  private readonly running = new Map<PlannedCase, KeptLines>();
  /** What it said during the attempts that were made in this part of the run, by their number from 0. */
  private readonly attempts = new Map<PlannedCase, Map<number, readonly string[]>>();
  private readonly outside: KeptLines;

  /** @param outsideBefore what the log said while no case was running, in earlier parts of this run */
  constructor(
    private readonly log: KernelLog,
    private readonly told: readonly RunListener[],
    outsideBefore = new KeptLines(),
  ) {
    this.outside = new KeptLines(outsideBefore);
  }

  planned(cases: readonly PlannedCase[]): void {
    for (const listener of this.told) listener.planned(cases);
    this.read();
  }

  known(planned: PlannedCase, outcome: CaseOutcome): void {
    for (const listener of this.told) listener.known?.(planned, outcome);
  }

  started(planned: PlannedCase): void {
    this.read();
    this.running.set(planned, new KeptLines());
    for (const listener of this.told) listener.started(planned);
  }

  attempted(planned: PlannedCase, soFar: CaseOutcome): void {
    const outcome = this.ended(planned, soFar);
    for (const listener of this.told) listener.attempted?.(planned, outcome);
  }

  finished(planned: PlannedCase, outcome: CaseOutcome): void {
    const ended = this.ended(planned, outcome);
    this.attempts.delete(planned);
    for (const listener of this.told) listener.finished(planned, ended);
  }

  /** What the log is known to have said while no case was running, in earlier parts of the run too. */
  get linesOutside(): readonly string[] {
    return this.outside.lines;
  }

  /** The run is over. @returns what the log said while no case was running, in earlier parts of the run too */
  end(): readonly string[] {
    this.read();
    this.log.close();
    return this.linesOutside;
  }

  /** What the lines kept make of an outcome; attempts in an earlier part of the run bring their own. */
  private ended(planned: PlannedCase, outcome: CaseOutcome): CaseOutcome {
    this.read();
    const during = this.running.get(planned)?.lines ?? [];
    this.running.delete(planned);
    const own = this.attempts.get(planned) ?? new Map<number, readonly string[]>();
    this.attempts.set(planned, own);
    const { attempts = [outcome] } = outcome;
    const last = attempts.length - 1;
    // A retry that was stopped is no attempt: its lines are kept with the attempt before.
    own.set(last, [...(own.get(last) ?? []), ...during]);
    if (outcome.attempts === undefined) return withLines(outcome, own.get(0) ?? []);
    const told = attempts.map((attempt, index) => withLines(attempt, own.get(index) ?? []));
    const kernelLog = told.flatMap((attempt) => attempt.kernelLog ?? []);
    return { ...outcome, ...(kernelLog.length === 0 ? {} : { kernelLog }), attempts: told };
  }

  private read(): void {
    const lines = this.log.newLines();
    if (lines.length === 0) return;
    for (const kept of this.running.values()) kept.add(lines);
    if (this.running.size > 0) return;
    const outside = this.outside.add(lines);
    for (const listener of this.told) listener.kernelSaid?.(outside, lines.length - outside.length);
  }
}

function withLines<T extends { readonly kernelLog?: readonly string[] }>(of: T, lines: readonly string[]): T {
  return lines.length === 0 ? of : { ...of, kernelLog: [...(of.kernelLog ?? []), ...lines] };
}
