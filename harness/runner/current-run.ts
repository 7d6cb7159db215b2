import type { CaseOutcome } from '../cases/outcome';
import { loadSuite } from '../cases/suite-files';
import type { PlannedCase, RunEnd, RunListener, RunOptions } from '../results/run';
import { judgedAsRequired } from '../results/totals';
import { outcomeOfAttempts } from './attempts';
import { CaseRunner } from './case-runner';
import { eachValueOnce, planFor, selectedInstances } from './plan';
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
  private readonly attempts = new Map<PlannedCase, CaseOutcome[]>();
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

  /** Plans the suites that Jest has left after sharding, and runs them. */
  async run(suites: readonly SuiteOnDevice[], events: SuiteEvents): Promise<void> {
    this.suiteEvents = events;
    this.planned = true;
    const begun = performance.now();
    const scheduled = this.plan(suites);
    this.listener.planned([...this.owners.keys()]);
    for (const planned of this.owners.keys()) {
      if (planned.skip !== null) this.skipped(planned, planned.skip);
    }
    await this.cases.run(scheduled);
    // A run that was stopped left out attempts: what came of the others counts.
    for (const [planned, attempts] of this.attempts) this.finished(planned, outcomeOfAttempts(attempts));
    this.wallMs = performance.now() - begun;
  }

  /** Jest had no suite for this run, as a shard may: the listener is told all the same. */
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

  private plan(suites: readonly SuiteOnDevice[]): readonly ScheduledCase[] {
    const { devices, selection, testNamePattern, instances: which } = this.options;
    const scheduled: ScheduledCase[] = [];
    for (const device of devices) {
      for (const of of suites.filter(({ deviceKey }) => deviceKey === device.key)) {
        const instances = selectedInstances(loadSuite(of.file), selection, testNamePattern);
        const whole = planFor(device, instances);
        for (const planned of which === 'each-value' ? eachValueOnce(whole) : whole) {
          this.owners.set(planned, of);
          if (planned.skip === null) scheduled.push({ planned, file: of.file });
        }
      }
    }
    // Attempts at one case lie far apart, so that they meet the machine in different states.
    const rounds = Array.from({ length: this.options.repeat ?? 1 }, () =>
      scheduled.map((one) => ({ ...one })),
    );
    return rounds.flat();
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
    const { repeat = 1, retries = 0 } = this.options;
    const attempts = [...(this.attempts.get(planned) ?? []), outcome];
    const soFar = outcomeOfAttempts(attempts);
    const unexpected = this.isUnexpected(planned, soFar);
    const disagree = attempts.some(({ status }) => status !== outcome.status);
    const again = attempts.length >= repeat && attempts.length < repeat + retries && unexpected && !disagree;
    if (this.stopped === 'no' && (attempts.length < repeat || again)) {
      this.attempts.set(planned, attempts);
      if (unexpected && attempts.length === 1) this.countForBail();
      this.listener.attempted?.(planned, soFar);
      if (again) this.cases.add({ planned, file, freshHost: true });
      return;
    }
    this.attempts.delete(planned);
    if (unexpected && attempts.length === 1) this.countForBail();
    this.finished(planned, soFar);
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
