import type { CaseOutcome } from '../cases/outcome';
import { type KernelLog, openKernelLog } from '../handles';
import { ReportError, reasonOf } from './report-error';
import type { PlannedCase, RunListener } from './run';

export type { KernelLog };

/** A log that floods must not fill the journal: so many lines are kept of a case, and of what is outside of any. */
const mostLines = 200;

/**
 * Opens the kernel's log; lines from now on are news.
 *
 * @throws ReportError in one line where it cannot be read.
 */
export function watchedKernelLog(): KernelLog {
  try {
    return openKernelLog();
  } catch (error) {
    throw new ReportError(
      `--kmsg cannot read the kernel's log: ${reasonOf(error)}; root may, and others where kernel.dmesg_restrict is 0`,
    );
  }
}

/** Lines, of which no more than so many are kept. */
class KeptLines {
  private readonly kept: string[] = [];
  private left = 0;

  add(lines: readonly string[]): void {
    const room = mostLines - this.kept.length;
    this.kept.push(...lines.slice(0, room));
    this.left += Math.max(0, lines.length - room);
  }

  get lines(): readonly string[] {
    return this.left === 0 ? this.kept : [...this.kept, `... and ${this.left} lines that were not kept`];
  }
}

/**
 * Passes the events of a run on, and gives each outcome the lines that the kernel's log has had while the case was
 * running: at every event the log is read, and what is new goes to all cases that were running until then.
 */
export class KernelLogWatch implements RunListener {
  private readonly running = new Set<PlannedCase>();
  private readonly during = new Map<PlannedCase, KeptLines>();
  private readonly outside = new KeptLines();

  constructor(
    private readonly log: KernelLog,
    private readonly told: readonly RunListener[],
  ) {}

  planned(cases: readonly PlannedCase[]): void {
    this.read();
    for (const listener of this.told) listener.planned(cases);
  }

  known(planned: PlannedCase, outcome: CaseOutcome): void {
    for (const listener of this.told) listener.known?.(planned, outcome);
  }

  started(planned: PlannedCase): void {
    this.read();
    this.running.add(planned);
    for (const listener of this.told) listener.started(planned);
  }

  attempted(planned: PlannedCase, soFar: CaseOutcome): void {
    const outcome = this.ended(planned, soFar);
    for (const listener of this.told) listener.attempted?.(planned, outcome);
  }

  finished(planned: PlannedCase, outcome: CaseOutcome): void {
    const ended = this.ended(planned, outcome);
    this.during.delete(planned);
    for (const listener of this.told) listener.finished(planned, ended);
  }

  /** The run is over. @returns what the log said while no case was running */
  end(): readonly string[] {
    this.read();
    this.log.close();
    return this.outside.lines;
  }

  private ended(planned: PlannedCase, outcome: CaseOutcome): CaseOutcome {
    this.read();
    this.running.delete(planned);
    const lines = this.during.get(planned)?.lines;
    if (lines === undefined) return outcome;
    // An attempt in an earlier part of the run brings its own.
    return { ...outcome, kernelLog: [...(outcome.kernelLog ?? []), ...lines] };
  }

  private read(): void {
    const lines = this.log.newLines();
    if (lines.length === 0) return;
    if (this.running.size === 0) this.outside.add(lines);
    for (const planned of this.running) {
      const kept = this.during.get(planned) ?? new KeptLines();
      this.during.set(planned, kept);
      kept.add(lines);
    }
  }
}
