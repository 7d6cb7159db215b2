import type { Case } from '../cases/suite';
import { defaultTimeoutSeconds } from '../results/time-limits';

/**
 * How long an instance of a case may take before its host is killed, in milliseconds: a case with a limit of its own
 * keeps its share of another one.
 * @param timeoutSeconds the limit of the run
 */
export function deadlineMsOf(owner: Case, timeoutSeconds: number): number {
  return (owner.deadlineSeconds ?? defaultTimeoutSeconds) * (timeoutSeconds / defaultTimeoutSeconds) * 1000;
}
