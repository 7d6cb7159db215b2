import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseOutcome } from '../cases/outcome';
import type { RunEnd } from '../results/run';

interface Ran {
  readonly outcomes: readonly CaseOutcome[];
  readonly end: RunEnd;
}

// Hosts start slowly on a machine that is busy.
jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-flakes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the suite on the double. @param turns that the double had before: it misbehaves on the first of two */
function run(options: object, turns = 0): Promise<Ran> {
  const file = join(folder, 'turns');
  writeFileSync(file, '.'.repeat(turns));
  const program = join(__dirname, 'self-test/run-program.js');
  const suitesFolder = join(__dirname, 'self-test-flakes');
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, JSON.stringify({ ...options, suitesFolder })],
      { env: { ...process.env, VKEXTERN_DOUBLE_TURNS: file } },
      (error, stdout, stderr) => {
        if (error === null) resolve(JSON.parse(stdout) as Ran);
        else reject(new Error(`${error.message}\n${stderr}`));
      },
    );
  });
}

const attemptsAt = ({ outcomes }: Ran, name: string) => {
  const [outcome, ...others] = outcomes.filter(({ caseId }) => caseId === `self-test.load-dependent.${name}`);
  expect(others).toEqual([]);
  return [outcome?.status, outcome?.attempts?.map(({ status }) => status)];
};

test('without retries nobody sees that an outcome changes', async () => {
  const ran = await run({});
  expect(attemptsAt(ran, 'alternates')).toEqual(['fail', undefined]);
  expect(attemptsAt(ran, 'second-in-its-host:turn=1')).toEqual(['pass', undefined]);
});

test('what was unexpected runs again in a fresh host until it differs; what passed does not', async () => {
  const ran = await run({ retries: 2 });
  expect(attemptsAt(ran, 'steady:turn=1')).toEqual(['pass', undefined]);
  expect(attemptsAt(ran, 'deviates')).toEqual(['fail', ['fail', 'fail', 'fail']]);
  expect(attemptsAt(ran, 'alternates')).toEqual(['flake', ['fail', 'pass']]);
  expect(attemptsAt(ran, 'second-in-its-host:turn=2')).toEqual(['flake', ['fail', 'pass']]);
});

test('a flake that passes first is seen by repeating alone', async () => {
  expect(attemptsAt(await run({ retries: 2 }, 1), 'alternates')).toEqual(['pass', undefined]);
  const ran = await run({ repeat: 3 }, 1);
  expect(attemptsAt(ran, 'alternates')).toEqual(['flake', ['pass', 'fail', 'pass']]);
  expect(attemptsAt(ran, 'steady:turn=2')).toEqual(['pass', ['pass', 'pass', 'pass']]);
  expect(attemptsAt(ran, 'deviates')).toEqual(['fail', ['fail', 'fail', 'fail']]);
});

test('attempts that were made count where --bail ends the run before the others', async () => {
  const ran = await run({ repeat: 2, bail: 1, testNamePattern: 'steady|deviates' });
  expect(ran.end.stopped).toBe('bail');
  expect(ran.outcomes.map(({ status }) => status)).toEqual(['pass', 'pass', 'fail']);
});

test('an interruption keeps the attempts that were made, and makes up no others', async () => {
  const interruptAt = 'self-test.load-dependent.deviates';
  const ran = await run({ repeat: 2, interruptAt, testNamePattern: 'steady|deviates' });
  expect(ran.end.stopped).toBe('interrupted');
  expect(ran.outcomes).toHaveLength(2);
  for (const turn of [1, 2]) expect(attemptsAt(ran, `steady:turn=${turn}`)).toEqual(['pass', undefined]);
});

test('several jobs come to the same', async () => {
  const ran = await run({ retries: 1, jobs: 3, testNamePattern: 'steady|deviates|alternates' });
  expect(attemptsAt(ran, 'alternates')).toEqual(['flake', ['fail', 'pass']]);
  expect(attemptsAt(ran, 'deviates')).toEqual(['fail', ['fail', 'fail']]);
  expect(attemptsAt(ran, 'steady:turn=1')).toEqual(['pass', undefined]);
});
