import type { OutcomeStatus } from '../cases/outcome';
import type { OutcomeEntry } from '../results/results-schema';

/**
 * What became of an outcome from one run to another.
 * - `regression`: worse than before, or no longer run because the device stopped offering what the case needs.
 * - `fix`: better than before, and no longer a deviation.
 * - `changed`: otherwise than before, neither of the two.
 * - `new`: nothing was known before: the case was not there, or was skipped.
 * - `gone`: the case is not in the later run.
 */
export const changeKinds = ['regression', 'fix', 'changed', 'new', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** How bad a status is; `skip` is no matter of better or worse. A case that never ran says less than one that failed. */
const severity: Readonly<Record<Exclude<OutcomeStatus, 'skip'>, number>> = {
  pass: 0,
  warn: 1,
  missing: 2,
  flake: 3,
  fail: 3,
  crash: 4,
  timeout: 4,
};

/** From here on a status is one that no requirement allows, or that leaves the question open. */
const broken = severity.missing;

/** What a change from one status to another is; `undefined` where they are the same. */
export function statusChange(before: OutcomeStatus, after: OutcomeStatus): ChangeKind | undefined {
  if (before === after) return undefined;
  if (before === 'skip') return 'new';
  if (after === 'skip') return severity[before] < broken ? 'regression' : 'changed';
  if (after === 'pass') return 'fix';
  if (severity[before] >= broken && severity[after] < broken) return 'fix';
  if (severity[after] < broken) return 'changed';
  if (severity[before] < broken) return 'regression';
  if (before === 'missing' || after === 'missing') return 'changed';
  return severity[after] > severity[before] ? 'regression' : 'changed';
}

/** What became of a case instance; `undefined` where nothing is to tell. */
export function outcomeChange(
  before: OutcomeEntry | undefined,
  after: OutcomeEntry | undefined,
): ChangeKind | undefined {
  if (before === undefined) return after === undefined ? undefined : 'new';
  if (after === undefined) return 'gone';
  const change = statusChange(before.status, after.status);
  if (change !== undefined) return change;
  return after.status === 'fail' && deviationsOf(before) !== deviationsOf(after) ? 'changed' : undefined;
}

/** What did not hold and what was seen instead, without what differs from one process to the next. */
function deviationsOf({ deviations }: OutcomeEntry): string {
  return deviations.map(({ what, seen }) => withoutNumbers(`${what}: ${seen}`)).join('\n');
}

/** A message without numbers: addresses, times and descriptors are others in every process. */
export function withoutNumbers(text: string): string {
  return text.replace(/-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?)/gi, '#');
}
