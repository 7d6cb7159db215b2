import { type ProgramProblem, problemsAmong } from './programs-at-once';

const unshown: ProgramProblem = { says: 'it ended with 77', isFalse: false };
const untrue: ProgramProblem = { says: 'it shows what is not there', isFalse: true };

/** Gives the answers of a subject in turn; the last again and again. */
function answers(each: Readonly<Record<string, readonly (ProgramProblem | undefined)[]>>) {
  const asked: Record<string, number> = {};
  const told: Record<string, string | undefined> = {};
  const result = problemsAmong(
    Object.keys(each),
    async (subject) => {
      const before = asked[subject] ?? 0;
      asked[subject] = before + 1;
      return each[subject]?.at(Math.min(before, (each[subject]?.length ?? 1) - 1));
    },
    (subject, problem) => {
      told[subject] = problem;
    },
  );
  return { asked, told, result };
}

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

test('what could not be shown is tried again, and counted', async () => {
  const { asked, told, result } = answers({ good: [undefined], late: [unshown, unshown, undefined] });
  expect(await result).toEqual({ wrong: 0, askedAgain: 1 });
  expect(asked).toEqual({ good: 1, late: 3 });
  expect(told).toEqual({ good: undefined, late: undefined });
});

test('what is never shown is wrong', async () => {
  const { asked, told, result } = answers({ never: [unshown] });
  expect(await result).toEqual({ wrong: 1, askedAgain: 1 });
  expect(asked).toEqual({ never: 4 });
  expect(told).toEqual({ never: unshown.says });
});

test('what says what is not so is wrong at once, also at a later try', async () => {
  const { asked, result } = answers({ first: [untrue, undefined], second: [unshown, untrue, undefined] });
  expect(await result).toEqual({ wrong: 2, askedAgain: 1 });
  expect(asked).toEqual({ first: 1, second: 2 });
});
