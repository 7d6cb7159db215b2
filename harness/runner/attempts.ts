import type { Attempt, CaseOutcome, OutcomeStatus } from '../cases/outcome';

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
 * of the worst attempts; what the kernel's log said is that of all.
 *
 * @param attempts at least one, oldest first.
 */
export function outcomeOfAttempts(attempts: readonly CaseOutcome[]): CaseOutcome {
  const [first] = attempts;
  if (first === undefined) throw new Error('a case without an attempt has no outcome');
  if (attempts.length === 1) return first;
  const worst = attempts.reduce((former, one) => (rank(one) > rank(former) ? one : former));
  const { kernelLog: _, ...shown } = worst;
  const kernelLog = attempts.flatMap((one) => one.kernelLog ?? []);
  const all = {
    ...(kernelLog.length === 0 ? {} : { kernelLog }),
    attempts: attempts.map(attemptOf),
  };
  if (attempts.every(({ status }) => status === worst.status)) return { ...shown, ...all };
  const harmless = attempts.every(({ status }) => status === 'pass' || status === 'warn');
  const came = attempts.map(({ status }) => status).join(', ');
  return {
    ...shown,
    status: harmless ? 'warn' : 'flake',
    message: `attempts disagreed (${came}); ${worst.status}: ${worst.message}`,
    ...all,
  };
}

function attemptOf({ status, durationMs, driverMs, message, kernelLog }: CaseOutcome): Attempt {
  return { status, durationMs, driverMs, message, ...(kernelLog === undefined ? {} : { kernelLog }) };
}

/**
 * The attempts that `outcomeOfAttempts` made this outcome of, oldest first: it makes the same of them again. Only the
 * worst has deviations, calls and notes.
 */
export function attemptsOf(outcome: CaseOutcome): readonly CaseOutcome[] {
  const { attempts, caseId, deviations, calls, notes } = outcome;
  if (attempts === undefined) return [outcome];
  const worst = Math.max(...attempts.map(rank));
  const shown = attempts.findIndex((one) => rank(one) === worst);
  return attempts.map((one, index) =>
    index === shown
      ? { caseId, ...one, deviations, calls, notes }
      : { caseId, ...one, deviations: [], calls: [], notes: [] },
  );
}

const rank = ({ status }: Pick<CaseOutcome, 'status'>): number => order.indexOf(status);
