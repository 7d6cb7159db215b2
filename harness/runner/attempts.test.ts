import type { CaseOutcome, OutcomeStatus } from '../cases/outcome';
import { attemptsOf, outcomeOfAttempts } from './attempts';

function attempt(status: OutcomeStatus, message = status === 'pass' ? '' : `it is ${status}`): CaseOutcome {
  const nothing = { deviations: [], calls: [], notes: [] };
  return { caseId: 'fence.import.some', status, durationMs: 1, driverMs: 1, message, ...nothing };
}

test('one attempt is its outcome, and has no list of attempts', () => {
  expect(outcomeOfAttempts([attempt('fail')])).toEqual(attempt('fail'));
});

test.each([
  ['agree', ['pass', 'pass'], 'pass'],
  ['agree on a failure', ['fail', 'fail', 'fail'], 'fail'],
  ['disagree', ['fail', 'pass'], 'flake'],
  ['fail in different ways', ['fail', 'crash'], 'flake'],
  ['warn and pass, neither of which breaks a requirement', ['pass', 'warn', 'pass'], 'warn'],
  ['warn and fail', ['warn', 'fail'], 'flake'],
] as const)('attempts that %s: %j are a %s, and all of them are told', (_what, statuses, status) => {
  const outcome = outcomeOfAttempts(statuses.map((one) => attempt(one)));
  expect(outcome.status).toBe(status);
  expect(outcome.attempts?.map((one) => one.status)).toEqual(statuses);
});

test('a flake says how the attempts came out, and shows the first of the worst', () => {
  const crash = { ...attempt('crash', 'the host died'), notes: ['first'] };
  const later = { ...attempt('crash', 'the host died later'), notes: ['second'] };
  const outcome = outcomeOfAttempts([attempt('pass'), attempt('fail'), crash, later]);
  expect(outcome).toMatchObject({
    status: 'flake',
    message: 'attempts disagreed (pass, fail, crash, crash); crash: the host died',
    notes: ['first'],
  });
});

test('what the kernel said during each attempt is kept with it, and all of it with the outcome', () => {
  const outcome = outcomeOfAttempts([
    { ...attempt('fail'), kernelLog: ['first'] },
    attempt('crash'),
    { ...attempt('pass'), kernelLog: ['third'] },
  ]);
  expect(outcome.kernelLog).toEqual(['first', 'third']);
  expect(outcome.attempts?.map(({ kernelLog }) => kernelLog)).toEqual([['first'], undefined, ['third']]);
});

test.each([
  [['pass']],
  [['fail', 'pass']],
  [['pass', 'warn']],
  [['pass', 'fail', 'crash', 'crash']],
] as const)('attempts %j come back of their outcome, so that others may follow', (statuses) => {
  const attempts = statuses.map((one, turn) => ({
    ...attempt(one),
    durationMs: turn,
    notes: [`turn ${turn}`],
    ...(turn === 1 ? {} : { kernelLog: [`said in turn ${turn}`] }),
  }));
  const outcome = outcomeOfAttempts(attempts);
  expect(outcomeOfAttempts(attemptsOf(outcome))).toEqual(outcome);
  const further = attempt('timeout');
  expect(outcomeOfAttempts([...attemptsOf(outcome), further])).toEqual(
    outcomeOfAttempts([...attempts, further]),
  );
});
