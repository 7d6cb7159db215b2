import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults } from '../results/results-file';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-ci-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reports = () => join(folder, 'reports');

function run(...words: readonly string[]): SpawnSyncReturns<string> {
  const usual = ['run', 'fence.create.*', '--driver', 'reference', '--jobs', '1', '--reports', reports()];
  return spawnSync(process.execPath, [join(__dirname, 'main.js'), ...usual, ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '', CI_JOB_ID: '', GITHUB_RUN_ID: '77' },
  });
}

test.each([
  ['another driver', 3, ['--expect-driver', 'nvidia'], /--expect-driver asks for "nvidia": nothing was run$/],
  [
    'another version',
    3,
    ['--expect-version', '99.*'],
    /--expect-version asks for "99\.\*": nothing was run$/,
  ],
  ['an unknown placeholder', 2, ['--log-link', 'https://ci.example/{no}'], /\{no\} is no placeholder/],
  ['a summary that is a folder', 4, ['--step-summary', tmpdir()], /cannot append to .*EISDIR/],
])('%s: nothing runs, one line, exit code %i', (_what, code, words, message) => {
  const { status, stdout, stderr } = run(...words);
  expect(stderr.trimEnd()).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect([status, stdout, existsSync(reports())]).toEqual([code, '', false]);
});

/** Whether this process may read the kernel's log. */
function readsKernelLog(): boolean {
  try {
    const log = openSync('/dev/kmsg', constants.O_RDONLY | constants.O_NONBLOCK);
    closeSync(log);
    return true;
  } catch {
    return false;
  }
}

(readsKernelLog() ? test.skip : test)('a kernel’s log that may not be read is told before the run', () => {
  const { status, stdout, stderr } = run('--kmsg');
  expect(stderr).toMatch(
    /^vkextern: --kmsg cannot read the kernel's log: (?:open|there is none to read on) [^\n]+\n$/,
  );
  expect([status, stdout, existsSync(reports())]).toEqual([4, '', false]);
});

test('what was expected runs, and failures have the address of their log; a summary is appended', () => {
  const summary = join(folder, 'summary.md');
  const words = [
    ...['--expect-driver', 'reference', '--expect-version', 'version 1'],
    ...['--fault', 'fence-status-always-signaled', '--log-link', 'https://ci.example/{job}/{case}'],
    ...['--step-summary', summary],
  ];
  expect(run(...words).status).toBe(1);
  const [device] = readResults(join(reports(), 'reference', 'results.json')).devices;
  const failed = device?.outcomes.filter(({ status }) => status === 'fail') ?? [];
  expect(failed.length).toBeGreaterThan(0);
  for (const { log, case: owner } of failed) expect(log).toBe(`https://ci.example/77/${owner}`);
  const first = readFileSync(summary, 'utf8');
  expect(first).toMatch(/^### vkextern: \d+ unexpected outcomes?\n/);
  run('--step-summary', summary);
  expect(readFileSync(summary, 'utf8').startsWith(`${first}### vkextern: no unexpected outcome\n`)).toBe(
    true,
  );
});
