import type { CaseOutcome } from '../cases/outcome';
import { loadSuite } from '../cases/suite-files';
import type { PlannedCase, RunEnd, RunListener, RunOptions } from '../results/run';
import { judgedAsRequired } from '../results/totals';
import { attemptsOf, outcomeOfAttempts } from './attempts';
import { CaseRunner } from './case-runner';
import { plannedCases } from './plan';
import type { ScheduledCase } from './schedule';

/** A suite file on a device: what Jest knows as one test file of one project. */
export interface SuiteOnDevice {
  readonly file: string;
  readonly deviceKey: string;
}

/** What a suite on a device is told of its cases. */
export interface SuiteEvents {
  started(of: SuiteOnDevice, planned: PlannedCase): void;
  finished(of: SuiteOnDevice, planned: PlannedCase, outcome: CaseOutcome): void;
}

/** The run that is going on in this process: plans, runs, and tells the listener. */
export class CurrentRun {
  private readonly cases: CaseRunner;
  private readonly owners = new Map<PlannedCase, SuiteOnDevice>();
  /** What came of the attempts at cases that are to have another, oldest first. */
  private readonly attempts = new Map<PlannedCase, readonly CaseOutcome[]>();
  private suiteEvents: SuiteEvents = { started: () => {}, finished: () => {} };
  private stopped: RunEnd['stopped'] = 'no';
  private unexpectedSoFar = 0;
  private wallMs = 0;
  private planned = false;

  constructor(
    readonly options: RunOptions,
    private readonly listener: RunListener,
  ) {
    this.cases = new CaseRunner(options, {
      started: ({ planned }) => this.started(planned),
      finished: (scheduled, outcome) => this.attempted(scheduled, outcome),
    });
  }

  /** Plans the suites, in the order of their files whatever order Jest has them in, and runs them. */
  async run(suites: readonly SuiteOnDevice[], events: SuiteEvents): Promise<void> {
    this.suiteEvents = events;
    this.planned = true;
    const begun = performance.now();
    this.plan(suites);
    this.listener.planned([...this.owners.keys()]);
    const due: PlannedCase[] = [];
    for (const planned of this.owners.keys()) {
      const known = this.options.known?.(planned.device.key, planned.instance.id);
      if (known !== undefined && this.takesOver(planned, known)) continue;
      if (planned.skip === null) due.push(planned);
      else this.skipped(planned, planned.skip);
    }
    await this.cases.run(this.schedule(due));
    // A run that was stopped left out attempts: what came of the others counts.
    for (const [planned, attempts] of this.attempts) this.finished(planned, outcomeOfAttempts(attempts));
    this.wallMs = performance.now() - begun;
  }

  /** Jest had no suite for this run, as without a device: the listener is told all the same. */
  async planNothing(): Promise<void> {
    if (!this.planned) await this.run([], this.suiteEvents);
  }

  /** Ends the run at once; cases without an outcome stay without one. */
  async interrupt(): Promise<void> {
    this.stopped = 'interrupted';
    await this.cases.stop();
  }

  get end(): RunEnd {
    return {
      stopped: this.stopped,
      wallMs: this.wallMs,
      startUpMs: this.cases.startUpMs,
      driverMs: this.cases.driverMs,
    };
  }

  private plan(suites: readonly SuiteOnDevice[]): void {
    const inOrder = [...suites].sort((one, other) => (one.file < other.file ? -1 : 1));
    for (const device of this.options.devices) {
      for (const of of inOrder.filter(({ deviceKey }) => deviceKey === device.key)) {
        for (const planned of plannedCases(device, loadSuite(of.file), this.options))
          this.owners.set(planned, of);
      }
    }
  }

  private schedule(due: readonly PlannedCase[]): readonly ScheduledCase[] {
    const { repeat = 1 } = this.options;
    const made = (planned: PlannedCase): number => this.attempts.get(planned)?.length ?? 0;
    const scheduled = (planned: PlannedCase): ScheduledCase => {
      return { planned, file: this.ownerOf(planned).file };
    };
    // Attempts at one case lie far apart, so that they meet the machine in different states.
    const rounds = Array.from({ length: repeat }, (_, round) =>
      due.filter((planned) => made(planned) <= round).map(scheduled),
    );
    const again = due
      .filter((planned) => made(planned) >= repeat)
      .map((planned): ScheduledCase => ({ ...scheduled(planned), freshHost: true }));
    return [...rounds.flat(), ...again];
  }

  /**
   * Takes over what an earlier part of the run knew of a case.
   * @returns whether the case has ended with it, and no attempt is to come
   */
  private takesOver(planned: PlannedCase, known: CaseOutcome): boolean {
    const attempts = attemptsOf(known);
    const [first = known] = attempts;
    if (this.isUnexpected(planned, first)) this.countForBail();
    if (planned.skip === null && this.next(planned, attempts) !== 'nothing') {
      this.attempts.set(planned, attempts);
      return false;
    }
    this.listener.known?.(planned, known);
    this.suiteEvents.finished(this.ownerOf(planned), planned, known);
    return true;
  }

  /** What follows attempts at a case: another round, another attempt because they were unexpected, or nothing. */
  private next(planned: PlannedCase, attempts: readonly CaseOutcome[]): 'round' | 'retry' | 'nothing' {
    const { repeat = 1, retries = 0 } = this.options;
    if (attempts.length < repeat) return 'round';
    const disagree = new Set(attempts.map(({ status }) => status)).size > 1;
    if (disagree || attempts.length >= repeat + retries) return 'nothing';
    return this.isUnexpected(planned, outcomeOfAttempts(attempts)) ? 'retry' : 'nothing';
  }

  private skipped(planned: PlannedCase, reason: string): void {
    const outcome: CaseOutcome = {
      caseId: planned.instance.id,
      status: 'skip',
      durationMs: 0,
      driverMs: 0,
      message: reason,
      deviations: [],
      calls: [],
      notes: [],
    };
    if (this.isUnexpected(planned, outcome)) this.countForBail();
    this.finished(planned, outcome);
  }

  private started(planned: PlannedCase): void {
    this.listener.started(planned);
    this.suiteEvents.started(this.ownerOf(planned), planned);
  }

  /** Keeps what came of an attempt; the last one ends the case. */
  private attempted({ planned, file }: ScheduledCase, outcome: CaseOutcome): void {
    const attempts = [...(this.attempts.get(planned) ?? []), outcome];
    const soFar = outcomeOfAttempts(attempts);
    const next = this.stopped === 'no' ? this.next(planned, attempts) : 'nothing';
    if (attempts.length === 1 && this.isUnexpected(planned, soFar)) this.countForBail();
    if (next === 'nothing') {
      this.attempts.delete(planned);
      this.finished(planned, soFar);
      return;
    }
    this.attempts.set(planned, attempts);
    this.listener.attempted?.(planned, soFar);
    if (next === 'retry') this.cases.add({ planned, file, freshHost: true });
  }

  private finished(planned: PlannedCase, outcome: CaseOutcome): void {
    this.listener.finished(planned, outcome);
    this.suiteEvents.finished(this.ownerOf(planned), planned, outcome);
  }

  private isUnexpected(planned: PlannedCase, outcome: CaseOutcome): boolean {
    const { judge = judgedAsRequired } = this.options;
    return judge(planned, outcome).unexpected;
  }

  /** Counts a case at its first attempt, so that a run with several ends no later. */
  private countForBail(): void {
    this.unexpectedSoFar += 1;
    const { bail } = this.options;
    if (bail !== undefined && bail > 0 && this.unexpectedSoFar >= bail && this.stopped === 'no') {
      this.stopped = 'bail';
      this.cases.stopBehindRunningCases();
    }
  }

  private ownerOf(planned: PlannedCase): SuiteOnDevice {
    const owner = this.owners.get(planned);
    if (owner === undefined) throw new Error(`${planned.instance.id} was never planned`);
    return owner;
  }
}

let current: CurrentRun | undefined;

/** The run that this process is in, if any: Jest loads the runner by its path, in this same process. */
export function currentRun(): CurrentRun | undefined {
  return current;
}

/** Makes a run the current one, or none. */
export function setCurrentRun(run: CurrentRun | undefined): void {
  current = run;
}
