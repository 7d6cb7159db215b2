import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { outcomeOf } from './compared-sample';
import { outcomeChange, statusChange } from './outcome-change';

const expected: Readonly<Record<OutcomeStatus, Readonly<Record<OutcomeStatus, string>>>> = {
  pass: row('- regression regression regression changed regression regression regression'),
  fail: row('fix - regression regression fix changed changed changed'),
  crash: row('fix changed - changed fix changed changed changed'),
  timeout: row('fix changed changed - fix changed changed changed'),
  warn: row('fix regression regression regression - regression regression regression'),
  skip: row('new new new new new - new new'),
  flake: row('fix changed regression regression fix changed - changed'),
  missing: row('fix changed changed changed fix changed changed -'),
};

/** What a status changes to, in the order of `outcomeStatuses`. */
function row(kinds: string): Readonly<Record<OutcomeStatus, string>> {
  const list = kinds.split(' ');
  return Object.fromEntries(outcomeStatuses.map((status, index) => [status, list[index] ?? ''])) as Readonly<
    Record<OutcomeStatus, string>
  >;
}

test.each(outcomeStatuses.flatMap((before) => outcomeStatuses.map((after) => [before, after] as const)))(
  '%s to %s',
  (before, after) => {
    expect(statusChange(before, after) ?? '-').toBe(expected[before][after]);
  },
);

test('a case that is not there before is new, one that is not there behind is gone', () => {
  expect(outcomeChange(undefined, outcomeOf('fail', 'one'))).toBe('new');
  expect(outcomeChange(outcomeOf('pass', 'one'), undefined)).toBe('gone');
});

test('a failure of something else is told, one with another address is not', () => {
  const failing = (seen: string) => outcomeOf('fail', 'one', 0, seen);
  expect(outcomeChange(failing('VK_TIMEOUT'), failing('VK_ERROR_DEVICE_LOST'))).toBe('changed');
  expect(outcomeChange(failing('fence 0x5555aa is 12'), failing('fence 0x77ff1 is -3'))).toBeUndefined();
});
