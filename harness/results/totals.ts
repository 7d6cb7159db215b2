import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import {
  type CountsByStatus,
  type FlakePolicy,
  type OutcomeEntry,
  requirementClasses,
  type Totals,
} from './results-schema';
import type { LiveJudge } from './run';

type Counted = Pick<OutcomeEntry, 'status' | 'class'>;

/** How many outcomes have each status, in all and class by class. */
export function totalsOf(outcomes: readonly Counted[]): Totals {
  const byClass = Object.fromEntries(
    requirementClasses.map((name) => [name, noOutcomes()]),
  ) as Totals['byClass'];
  const byStatus = noOutcomes();
  for (const { status, class: of } of outcomes) {
    byStatus[status] += 1;
    byClass[of][status] += 1;
  }
  return { byStatus, byClass };
}

function noOutcomes(): CountsByStatus {
  return Object.fromEntries(outcomeStatuses.map((status) => [status, 0])) as CountsByStatus;
}

const broken: ReadonlySet<OutcomeStatus> = new Set(['fail', 'crash', 'timeout', 'flake', 'missing']);

/** Whether a status is one that no requirement allows, or that leaves the question open. */
export function isBroken(status: OutcomeStatus): boolean {
  return broken.has(status);
}

/**
 * Whether an outcome makes a run end with exit code 1: by the baseline where it was judged by one, else where it is
 * broken. A warning never does; what a driver makes of invalid input does so only on demand.
 *
 * @param flakes whether attempts that disagree do; a baseline has taken that into account.
 */
export function isUnexpected(
  outcome: Counted & Pick<OutcomeEntry, 'judgement'>,
  strictRobustness: boolean,
  flakes: FlakePolicy = 'fail',
): boolean {
  if (outcome.class === 'robustness' && !strictRobustness) return false;
  if (outcome.judgement !== undefined) return outcome.judgement.verdict === 'unexpected';
  return isBroken(outcome.status) && !(outcome.status === 'flake' && flakes === 'warn');
}

/** Judges by what is required alone, robustness apart. */
export const judgedAsRequired: LiveJudge = ({ instance }, { status }) => {
  return { unexpected: isUnexpected({ status, class: instance.case.class }, false), why: '' };
};

/**
 * What the outcomes of a device say of its conformance, robustness and quality left aside.
 * - `deviates`: at least one case of legal usage went wrong.
 * - `incomplete`: none did, and at least one never ran.
 * - `nothing ran`: no case of legal usage was selected, or the device offers what none of them needs.
 * - `no deviation`: all that ran behaved as required.
 */
export type Verdict = 'no deviation' | 'deviates' | 'incomplete' | 'nothing ran';

/** The conformance verdict that these totals give. */
export function verdictOf({ byClass }: Totals): Verdict {
  const sum = (...statuses: readonly OutcomeStatus[]) =>
    statuses.reduce((n, status) => n + byClass.conformance[status] + byClass['legal-negative'][status], 0);
  if (sum('fail', 'crash', 'timeout', 'flake') > 0) return 'deviates';
  if (sum('missing') > 0) return 'incomplete';
  return sum('pass', 'warn') === 0 ? 'nothing ran' : 'no deviation';
}
