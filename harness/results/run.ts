import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { Selection } from '../cases/selection';
import type { Device } from '../drivers/driver';

/** Which instances of the cases selected run: all of them, or so few that each value of each axis is in one. */
export const instanceChoices = ['all', 'each-value'] as const;
export type InstanceChoice = (typeof instanceChoices)[number];

/** What `vkextern run` was asked to do. */
export interface RunOptions {
  readonly devices: readonly Device[];
  readonly selection: Selection;
  /** Hosts at work at once. */
  readonly jobs: number;
  /** Seconds until the host of a case is killed, where the case sets no time of its own. */
  readonly timeoutSeconds: number;
  /** By what the limits are multiplied that hosts have beside that of a case; 1 unless given. */
  readonly limitFactor?: number;
  /** One process a case. */
  readonly isolate: boolean;
  /** Jest's `-t`: a regular expression over case ids. */
  readonly testNamePattern?: string;
  /** All unless given. */
  readonly instances?: InstanceChoice;
  /** The part of the case instances to run, `index/count`; see `isInShard`. */
  readonly shard?: string;
  /** Jest's `--bail`: stop after so many outcomes that are not as required. */
  readonly bail?: number;
  /** How often each case runs, whatever comes out; once by default. */
  readonly repeat?: number;
  /** How often an unexpected outcome is tried again, each time in a fresh host, until one differs; never by default. */
  readonly retries?: number;
  /** Says while the run goes on what is tried again, told at once, and counted for `bail`. */
  readonly judge?: LiveJudge;
  /** What became of a case instance on the device of this key in an earlier part of this run; absent where there was none. */
  readonly known?: (deviceKey: string, instanceId: string) => CaseOutcome | undefined;
  /** The folder of compiled suites; the project's own by default, another in self-tests. */
  readonly suitesFolder?: string;
}

/** Whether an outcome is one that the exit code is 1 for, and what to tell of it beside its message. */
export interface LiveJudgement {
  readonly unexpected: boolean;
  /** Empty where the message says it all. */
  readonly why: string;
}

/** Judges outcomes of a run that goes on. */
export type LiveJudge = (planned: PlannedCase, outcome: CaseOutcome) => LiveJudgement;

/** One case instance on one device. */
export interface PlannedCase {
  readonly device: Device;
  readonly instance: CaseInstance;
  /** Why the device cannot run it; `null` where it can. */
  readonly skip: string | null;
}

/** Where a run reports to; called in the order of events, never concurrently. */
export interface RunListener {
  /** Once, before the first case: everything that will run or be skipped. */
  planned(cases: readonly PlannedCase[]): void;
  /** In place of `finished`, for a case that ended in an earlier part of this run. */
  known?(planned: PlannedCase, outcome: CaseOutcome): void;
  started(planned: PlannedCase): void;
  /** After an attempt behind which another comes: what the attempts so far make of the case. */
  attempted?(planned: PlannedCase, soFar: CaseOutcome): void;
  /** Once for each planned case that comes to an outcome, skips included. */
  finished(planned: PlannedCase, outcome: CaseOutcome): void;
  /**
   * Lines that the kernel's log had while no case was running, and how many more, which were not kept; behind `planned`,
   * where the log is watched.
   */
  kernelSaid?(lines: readonly string[], left: number): void;
}

/** How a run ended. */
export interface RunEnd {
  /** A signal stopped it, or `bail` did. */
  readonly stopped: 'no' | 'interrupted' | 'bail';
  /** Wall time in milliseconds from the first to the last case. */
  readonly wallMs: number;
  /** Of it, what hosts took to start, until ready for their first case. */
  readonly startUpMs: number;
  /** Time inside the driver in milliseconds, all hosts and peers. */
  readonly driverMs: number;
  /** What the kernel's log said while no case was running; absent where it was not watched. */
  readonly kernelLogOutside?: readonly string[];
}
