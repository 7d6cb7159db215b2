/**
 * What became of a case instance.
 * - `pass`: every expectation held.
 * - `fail`: the driver did not do what a requirement asks.
 * - `crash`: the host died in the middle of it.
 * - `timeout`: the deadline passed and the host was killed.
 * - `warn`: a "should", or something the specification leaves open, was not met.
 * - `skip`: the device does not offer what the case needs; always with the reason.
 * - `flake`: attempts disagreed.
 * - `missing`: planned, never run.
 */
export const outcomeStatuses = [
  'pass',
  'fail',
  'crash',
  'timeout',
  'warn',
  'skip',
  'flake',
  'missing',
] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

/** One call into the driver, as the call record keeps it. */
export interface RecordedCall {
  /** The C name of the command. */
  readonly command: string;
  /** Its main arguments, in the order of the C parameters. */
  readonly args: string;
  /** The VkResult name, `''` for a command that returns nothing, `null` while it has not returned. */
  readonly result: string | null;
  /** What it gave beside the result: created handles, descriptors, what a query answered. */
  readonly gave: string;
  /** Time inside the driver, in microseconds; `null` while it has not returned. */
  readonly microseconds: number | null;
  /** The process that made the call: the host itself, or its peer. */
  readonly process: 'host' | 'peer';
}

/** An expectation that did not hold. */
export interface Deviation {
  /** What was looked at. */
  readonly what: string;
  readonly expected: string;
  readonly seen: string;
  /** Whether it was the control that failed: the case could not show what it is there to show. */
  readonly control: boolean;
}

/** One of several attempts at a case instance. Durations in milliseconds. */
export interface Attempt {
  readonly status: OutcomeStatus;
  readonly durationMs: number;
  readonly driverMs: number;
  readonly message: string;
  /** What the kernel's log said during it, a line each; absent where nothing, or where it was not watched. */
  readonly kernelLog?: readonly string[];
}

/** What a host says of one case instance. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly status: OutcomeStatus;
  /** Wall time of the case in milliseconds, clean-up included. */
  readonly durationMs: number;
  /** Time inside the driver, in milliseconds, summed over host and peer. */
  readonly driverMs: number;
  /** One line that says what happened; `''` for a pass. */
  readonly message: string;
  /** What did not hold, for `fail` and `warn`. */
  readonly deviations: readonly Deviation[];
  /** The last calls made, oldest first; kept for everything but pass and skip. */
  readonly calls: readonly RecordedCall[];
  /** Observations that are no verdict, such as descriptors a driver left open. */
  readonly notes: readonly string[];
  /** What the kernel's log said during all attempts, a line each; absent where nothing, or where it was not watched. */
  readonly kernelLog?: readonly string[];
  /** Every attempt, oldest first; absent where there was one. */
  readonly attempts?: readonly Attempt[];
}

/** The note on a case during which a driver that misbehaves on purpose did so. */
export const misbehavedNote = 'the driver misbehaved on purpose';
