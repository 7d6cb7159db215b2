import type { OutcomeStatus } from '../cases/outcome';
import { programOfAttempts } from './program-of-attempts';
import type { RecordedCase } from './recorded-case';
import { failed } from './self-test/made-up-trace';
import { Uncovered } from './uncovered';

/** Attempts that end so in turn; of those named `uncovered` no program can be made. */
function attempted(...ends: readonly (OutcomeStatus | 'uncovered')[]) {
  const left = [...ends];
  let recorded = 0;
  const made = programOfAttempts(
    ends.length,
    async () => {
      const end = left.shift() ?? 'pass';
      recorded += 1;
      const outcome =
        end === 'uncovered'
          ? failed({}, 'fail', `uncovered ${recorded}`)
          : { ...failed({}), status: end, message: end };
      return { outcome, lines: [] } satisfies RecordedCase;
    },
    ({ outcome: { message } }) => {
      if (message.startsWith('uncovered')) throw new Uncovered(message);
      return `program of ${message}`;
    },
  );
  return made.then((program) => ({ ...program, recorded }));
}

test('the first attempt that fails ends the search', async () => {
  expect(await attempted('pass', 'fail', 'fail')).toMatchObject({ text: 'program of fail', recorded: 2 });
});

test('a warning is shown where no attempt fails, and only then', async () => {
  expect(await attempted('warn', 'pass', 'crash')).toMatchObject({ text: 'program of crash' });
  expect(await attempted('warn', 'pass', 'uncovered')).toMatchObject({ text: 'program of warn' });
});

test('what cannot be carried over is told when all attempts are done', async () => {
  expect(await attempted('uncovered', 'fail')).toMatchObject({ text: 'program of fail' });
  expect(await attempted('uncovered', 'pass', 'uncovered')).toEqual({
    refused: ['uncovered 1', 'uncovered 3'],
    recorded: 3,
  });
  expect(await attempted('pass', 'pass')).toEqual({ refused: [], recorded: 2 });
});

test('what is no lack of cover ends it at once', async () => {
  const lost = async () => {
    throw new TypeError('no host');
  };
  await expect(programOfAttempts(3, lost, () => '')).rejects.toThrow('no host');
});
