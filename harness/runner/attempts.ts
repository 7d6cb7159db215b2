import type { CaseOutcome, OutcomeStatus } from '../cases/outcome';

/** From the best to the worst, as far as attempts at one case go. */
const order: readonly OutcomeStatus[] = [
  'pass',
  'skip',
  'warn',
  'missing',
  'fail',
  'timeout',
  'crash',
  'flake',
];

/**
 * What several attempts at one case come to: their status where they agree, `flake` where they do not. A pass and a
 * warning both break no requirement: together they are a warning. Deviations, calls and times are those of the first
 * of the worst attempts.
 *
 * @param attempts at least one, oldest first.
 */
export function outcomeOfAttempts(attempts: readonly CaseOutcome[]): CaseOutcome {
  const [first] = attempts;
  if (first === undefined) throw new Error('a case without an attempt has no outcome');
  if (attempts.length === 1) return first;
  const worst = attempts.reduce((former, one) => (rank(one) > rank(former) ? one : former));
  const told = attempts.map(({ status, durationMs, driverMs, message }) => {
    return { status, durationMs, driverMs, message };
  });
  if (attempts.every(({ status }) => status === worst.status)) return { ...worst, attempts: told };
  const harmless = attempts.every(({ status }) => status === 'pass' || status === 'warn');
  const came = attempts.map(({ status }) => status).join(', ');
  return {
    ...worst,
    status: harmless ? 'warn' : 'flake',
    message: `attempts disagreed (${came}); ${worst.status}: ${worst.message}`,
    attempts: told,
  };
}

/**
 * The attempts that `outcomeOfAttempts` made this outcome of, oldest first: it makes the same of them again. Only the
 * worst has deviations, calls, notes and what the kernel's log said.
 */
export function attemptsOf(outcome: CaseOutcome): readonly CaseOutcome[] {
  const { attempts, caseId, deviations, calls, notes, kernelLog } = outcome;
  if (attempts === undefined) return [outcome];
  const worst = Math.max(...attempts.map(rank));
  const shown = attempts.findIndex((one) => rank(one) === worst);
  return attempts.map((one, index) =>
    index === shown
      ? { caseId, ...one, deviations, calls, notes, ...(kernelLog === undefined ? {} : { kernelLog }) }
      : { caseId, ...one, deviations: [], calls: [], notes: [] },
  );
}

const rank = ({ status }: Pick<CaseOutcome, 'status'>): number => order.indexOf(status);
