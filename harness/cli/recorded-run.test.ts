import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJournal } from '../results/journal';
import { readResults } from '../results/results-file';

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

/** @param seconds that a case may take. */
function runOnDouble(seconds: number): void {
  shown = '';
  const program = join(__dirname, 'self-test/run-on-double.js');
  child = spawn(process.execPath, [program, reports, String(seconds)], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      shown += String(text);
    });
  }
  ended = new Promise((resolve) => child.on('close', resolve));
}

/** Behind the segfault comes a call that the double never returns from: a host starts and is stuck in it. */
async function untilItHangs(): Promise<void> {
  const journal = join(folder(), 'journal.jsonl');
  const outcome = /"kind":"outcome"[^\n]*how=segfault/;
  while (!existsSync(journal) || !outcome.test(readFileSync(journal, 'utf8'))) {
    if (child.exitCode !== null) throw new Error(`it ended: ${shown}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}

function childrenOf(pid: number): readonly string[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(/\s+/);
}

function alive(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('a whole run over a driver that misbehaves', async () => {
  runOnDouble(10);
  expect(await ended).toBe(1);
  expect(readdirSync(folder()).sort()).toEqual(['junit.xml', 'results.json']);
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

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s in the middle of a hang ends the run in order',
  async (signal) => {
    runOnDouble(60);
    await untilItHangs();
    const hosts = childrenOf(child.pid ?? 0);
    expect(hosts).not.toEqual([]);
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(hosts.filter(alive)).toEqual([]);
    expect(readdirSync(folder()).sort()).toEqual(['journal.jsonl', 'junit.xml', 'results.json']);
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
  await untilItHangs();
  const hosts = childrenOf(child.pid ?? 0);
  child.kill('SIGKILL');
  await ended;
  for (const host of hosts.filter(alive)) process.kill(Number(host), 'SIGKILL');
  expect(readdirSync(folder())).toEqual(['journal.jsonl']);
  expect(readJournal(join(folder(), 'journal.jsonl')).outcomes.length).toBeGreaterThan(0);
});
