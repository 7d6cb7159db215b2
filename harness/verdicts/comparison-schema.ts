import { z } from 'zod';
import { outcomeStatuses } from '../cases/outcome';
import { requirementClasses } from '../results/results-schema';
import { changeKinds } from './outcome-change';

/** Raised whenever a reader of the old form would misread the new one. */
export const comparisonVersion = 1;

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const count = z.number().int().nonnegative();
const span = z.number().nonnegative();
const status = z.enum(outcomeStatuses);

/** A run, as one column. */
const column = z.strictObject({
  /** `A` is the reference; `B`, `C`, ... are compared with it. */
  label: z.string(),
  path: z.string(),
  drivers: list(z.string()),
  devices: list(
    z.strictObject({
      key: z.string(),
      deviceName: z.string(),
      driverInfo: z.string(),
      apiVersion: z.string(),
      /** Of the cases compared. */
      byStatus: z.record(status, count),
    }),
  ),
  /** What a reader must know first, a sentence each. */
  remarks: list(z.string()),
});

const outcomeChange = z.strictObject({
  kind: z.enum(changeKinds),
  /** Whether it counts for the exit code: what concerns robustness and quality does so only on demand. */
  decides: z.boolean(),
  /** The id of the case instance. */
  id: z.string(),
  case: z.string(),
  class: z.enum(requirementClasses),
  /** Ids of the requirements proved. */
  requirements: list(z.string()),
  /** `null` where the case was not there. */
  before: status.nullable(),
  after: status.nullable(),
  messageBefore: z.string(),
  /** The message after; for what is skipped now, the reason, which names the capability. */
  message: z.string(),
  /** What a baseline makes of the outcome after: `expected: reason`; empty where it says nothing. */
  judgement: z.string(),
  /** Runs it again on the later side; on the earlier one where it is gone. */
  rerun: z.string(),
});

/** Instances of one case that changed alike, for one reason. */
const changeGroup = z.strictObject({
  kind: z.enum(changeKinds),
  decides: z.boolean(),
  case: z.string(),
  before: status.nullable(),
  after: status.nullable(),
  /** The axis values that all of these have and no other instance of the case, `''` where none tell them apart. */
  where: z.string(),
  /** How many instances of the case were not skipped in both runs. */
  of: count,
  /** Ids of the instances. */
  instances: list(z.string()),
});

const deviceDifference = z.strictObject({
  /** Keys; `null` where the device has no counterpart. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  /** By what the two are taken for the same. */
  matchedBy: z.string().nullable(),
  identity: list(z.strictObject({ what: z.string(), before: z.string(), after: z.string() })),
  capabilities: list(
    z.strictObject({
      about: z.string(),
      what: z.string(),
      change: z.enum(['vanished', 'appeared', 'changed']),
      of: list(z.string()),
      before: z.string(),
      after: z.string(),
    }),
  ),
  outcomes: list(outcomeChange),
  groups: list(changeGroup),
  durations: list(
    z.strictObject({
      case: z.string(),
      change: z.enum(['slower', 'faster']),
      instances: count,
      beforeMs: span,
      afterMs: span,
    }),
  ),
  /** How many case instances came out as before. */
  unchanged: count,
});

/** A driver that could not be asked for its devices in one of the runs. */
const problemChange = z.strictObject({
  kind: z.enum(['regression', 'fix', 'changed']),
  driver: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

const difference = z.strictObject({
  column: z.string(),
  devices: list(deviceDifference),
  problems: list(problemChange),
  /** Outcomes by what became of them; devices that vanished and drivers that crash when asked are counted apart. */
  counts: z.record(z.enum(changeKinds), count),
  /** Regressions that decide, devices and drivers among them. */
  regressions: count,
});

/** Instances of one case whose statuses are the same vector over the columns, and not all equal. */
const matrixRow = z.strictObject({
  /** Key of the device in column A. */
  device: z.string(),
  case: z.string(),
  of: count,
  where: z.string(),
  instances: list(z.string()),
  /** A status for each column; `null` where the case is not there, or the device. */
  statuses: list(status.nullable()),
});

/** A comparison of runs: what `vkextern compare --format json` prints. */
export const comparisonSchema = z.strictObject({
  comparisonVersion: z.literal(comparisonVersion),
  columns: list(column),
  /** Of each column with the first. */
  differences: list(difference),
  /** Where there are more than two columns; empty otherwise. */
  matrix: list(matrixRow),
  /** The requirements that changes name. */
  requirements: z
    .record(z.string(), z.strictObject({ anchor: z.string(), obligation: z.string() }))
    .readonly(),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparedColumn = z.infer<typeof column>;
export type Difference = z.infer<typeof difference>;
export type DeviceDifference = z.infer<typeof deviceDifference>;
export type OutcomeChange = z.infer<typeof outcomeChange>;
export type ChangeGroup = z.infer<typeof changeGroup>;
export type MatrixRow = z.infer<typeof matrixRow>;
