import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults } from '../results/results-file';
import { readJournal } from '../results/self-test/read-journal';

jest.setTimeout(30_000);

let reports: string;
let child: ChildProcess;
let shown = '';
let ended: Promise<number | null>;
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'vkextern-recorded-'));
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(reports, { recursive: true });
});

const folder = () => join(reports, 'double');
/** Where the double tells which process is about to hang. */
const hangFile = () => join(reports, 'hangs');

/** @param seconds that a case may take. */
function runOnDouble(seconds: number, further: object = {}): void {
  shown = '';
  const program = join(__dirname, 'self-test/run-on-double.js');
  child = spawn(process.execPath, [program, reports, String(seconds), JSON.stringify(further)], {
    env: { ...process.env, NO_COLOR: '1', VKEXTERN_DOUBLE_HANGS: hangFile() },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      shown += String(text);
    });
  }
  ended = new Promise((resolve) => child.on('close', resolve));
}

/** Behind the segfault comes a call that the double never returns from: the number of the host that is stuck in it. */
async function hostThatHangs(): Promise<number> {
  while (!existsSync(hangFile()) || readFileSync(hangFile(), 'utf8') === '') {
    if (child.exitCode !== null) throw new Error(`it ended: ${shown}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number(readFileSync(hangFile(), 'utf8'));
}

/** Whether the process goes on; one that nobody has reaped yet does not. */
function alive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('a whole run over a driver that misbehaves', async () => {
  runOnDouble(10);
  expect(await ended).toBe(1);
  expect(readdirSync(folder()).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
  const { devices, run } = readResults(join(folder(), 'results.json'));
  const totals = devices[0]?.totals.byStatus;
  expect(run.stopped).toBe('no');
  expect(totals?.missing).toBe(0);
  for (const status of ['pass', 'fail', 'crash', 'timeout', 'skip'] as const) {
    expect(totals?.[status]).toBeGreaterThan(0);
  }
  expect(shown).toMatch(/^CRASH self-test\.misbehaving\.misbehaves:how=segfault on double\/double: /m);
  expect(shown.trimEnd().split('\n').at(-1)).toMatch(/^ {2}(npx )?vkextern run '?self-test\./);
});

test.each([['SIGINT'], ['SIGTERM'], ['SIGTERM', 'SIGHUP']] as const)(
  '%s in the middle of a hang ends the run in order, also with another right behind it',
  async (...signals) => {
    runOnDouble(60);
    const host = await hostThatHangs();
    expect(alive(host)).toBe(true);
    for (const signal of signals) child.kill(signal);
    expect(await ended).toBe(130);
    expect(alive(host)).toBe(false);
    expect(readdirSync(folder()).sort()).toEqual(['ctrf.json', 'journal.jsonl', 'junit.xml', 'results.json']);
    const { devices, run } = readResults(join(folder(), 'results.json'));
    const outcomes = devices[0]?.outcomes ?? [];
    expect(run.stopped).toBe('interrupted');
    const known = outcomes.filter(({ status }) => status !== 'missing');
    expect(known.map(({ id }) => id).sort()).toEqual(
      readJournal(join(folder(), 'journal.jsonl'))
        .outcomes.map(({ id }) => id)
        .sort(),
    );
    expect(known.length).toBeGreaterThan(0);
    expect(known.length).toBeLessThan(outcomes.length);
  },
);

test('a process that is killed leaves a journal that can be read', async () => {
  runOnDouble(60);
  await hostThatHangs();
  child.kill('SIGKILL');
  await ended;
  expect(readdirSync(folder())).toEqual(['journal.jsonl', 'run.lock']);
  expect(readJournal(join(folder(), 'journal.jsonl')).outcomes.length).toBeGreaterThan(0);
});

test('where the harness failed, the results have what the kernel had said until then', async () => {
  runOnDouble(3, { kmsg: 'fails' });
  expect(await ended).toBe(4);
  expect(readResults(join(folder(), 'results.json')).run).toMatchObject({
    stopped: 'failed',
    kernelLogOutside: ['said before the first case'],
  });
});

/** Whether this process may speak in the kernel's log, and read it. */
function ownsKernelLog(): boolean {
  try {
    for (const mode of ['r', 'w']) closeSync(openSync('/dev/kmsg', mode));
    return true;
  } catch {
    return false;
  }
}

(ownsKernelLog() ? test : test.skip)(
  'what the kernel says while a case hangs stands with that case, in every report',
  async () => {
    const said = `<3>vkextern self-test ${process.pid}: ring gfx timeout`;
    runOnDouble(3, { kmsg: true });
    await hostThatHangs();
    writeFileSync('/dev/kmsg', `${said}\n`);
    expect(await ended).toBe(1);
    const text = said.slice('<3>'.length);
    const { devices, run } = readResults(join(folder(), 'results.json'));
    const during = devices[0]?.outcomes.filter(({ kernelLog = [] }) => kernelLog.join().includes(text)) ?? [];
    expect(during.map(({ status }) => status)).toEqual(['timeout']);
    expect(during[0]?.kernelLog?.find((line) => line.includes(text))).toMatch(
      /^\[\d+\.\d{6}\] error: vkextern/,
    );
    expect(run.kernelLogOutside).toBeDefined();
    expect(readFileSync(join(folder(), 'junit.xml'), 'utf8')).toContain(text);
    expect(readFileSync(join(folder(), 'ctrf.json'), 'utf8')).toContain(text);
    expect(shown).toContain('The kernel’s log meanwhile:');
    expect(shown).toMatch(
      /^The kernel’s log had lines during \d+ case instances?, [1-9]\d* of them not as required/m,
    );
  },
);

describe('attempts that disagree', () => {
  const run = async (further: object) => {
    const suites = 'self-test-flakes';
    process.env.VKEXTERN_DOUBLE_TURNS = join(reports, 'turns');
    rmSync(process.env.VKEXTERN_DOUBLE_TURNS, { force: true });
    try {
      runOnDouble(10, { suites, ...further });
    } finally {
      delete process.env.VKEXTERN_DOUBLE_TURNS;
    }
    const code = await ended;
    return { code, outcomes: readResults(join(folder(), 'results.json')).devices[0]?.outcomes ?? [] };
  };
  const baseline = (): string => {
    const file = join(reports, 'b.yaml');
    const known =
      '  - cases: [self-test.load-dependent.deviates, self-test.load-dependent.second-in-its-host:*]\n';
    writeFileSync(file, `driver: double\nexpected:\n${known}    status: [pass, fail]\n    reason: it does\n`);
    return file;
  };

  test('are a flake, with every attempt in the reports, and what was expected did not run again', async () => {
    const { code, outcomes } = await run({ retries: 2, baseline: baseline() });
    expect(code).toBe(1);
    expect(
      outcomes.map(({ status, attempts = [] }) => [status, ...attempts.map((one) => one.status)]),
    ).toEqual([['pass'], ['pass'], ['fail'], ['flake', 'fail', 'pass'], ['pass'], ['fail']]);
    expect(shown).toMatch(/^FAIL self-test\.load-dependent\.alternates on .*seen 1 \(it runs again\)$/m);
    expect(shown).toMatch(
      /^FLAKE self-test\.load-dependent\.alternates on double\/double\n[\s\S]*1\. fail: features: expected 0, seen 1\n {4}2\. pass$/m,
    );
    const junit = readFileSync(join(folder(), 'junit.xml'), 'utf8');
    expect(junit.match(/<failure|<error/g)).toEqual(['<error']);
    expect(junit).toMatch(/type="flake"/);
  });

  test('decide nothing where that is asked for', async () => {
    const { code, outcomes } = await run({ retries: 2, baseline: baseline(), flakes: 'warn' });
    expect(outcomes.find(({ status }) => status === 'flake')?.judgement).toEqual({
      verdict: 'changed',
      why: 'flake, and expected to pass',
    });
    expect(shown).toContain('Otherwise than the baseline says, which decides nothing:');
    expect(code).toBe(0);
  });
});
