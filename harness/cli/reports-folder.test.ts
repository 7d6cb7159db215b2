import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults } from '../results/results-file';

jest.setTimeout(120_000);

const main = join(__dirname, 'main.js');
const words = ['run', 'fence.import.shared-signal:*', '--driver', 'reference', '--jobs', '1', '--reports'];
let reports: string;
let others: string;
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'vkextern-folder-'));
  others = mkdtempSync(join(tmpdir(), 'vkextern-others-'));
});
afterEach(() => {
  for (const one of [reports, others]) rmSync(one, { recursive: true });
});

const folder = () => join(reports, 'reference');
const journal = () => join(folder(), 'journal.jsonl');

function vkextern(...given: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...given], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

test('a folder whose run goes on is no place for another run, and nothing there changes', async () => {
  const baseline = join(others, 'baseline.yaml');
  writeFileSync(baseline, 'driver: reference\nexpected: []\n');
  const done = join(others, 'done');
  expect(
    vkextern('run', 'fence.create.*', '--driver', 'reference', '--jobs', '1', '--reports', done).status,
  ).toBe(0);
  const child = spawn(process.execPath, [main, ...words, reports], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(journal()) || readFileSync(journal(), 'utf8').split('\n').length < 5)
    await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGSTOP');
  try {
    const before = readFileSync(journal(), 'utf8');
    for (const given of [
      [...words, reports],
      ['run', '--resume', reports],
      ['run', '--resume', folder()],
      ['merge', reports, '--reports', join(reports, 'merged')],
      ['report', reports],
      ['judge', done, '--baseline', baseline, '--reports', reports],
    ]) {
      const { status, stdout, stderr } = vkextern(...given);
      expect(stderr.split('\n').filter((line) => line.startsWith('vkextern: '))).toEqual([
        `vkextern: ${folder()} is in use by a run that goes on, process ${child.pid}: wait for its end, or name another folder`,
      ]);
      expect([stdout, status]).toEqual(['', 2]);
    }
    expect(readFileSync(journal(), 'utf8')).toBe(before);
    expect(readdirSync(reports)).toEqual(['reference']);
    expect(readdirSync(folder()).sort()).toEqual(['journal.jsonl', 'run.lock']);
  } finally {
    child.kill('SIGCONT');
  }
  expect(await ended).toBe(0);
  expect(readdirSync(folder()).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
  expect(vkextern(...words, reports).status).toBe(0);
});

test('a run under a fault does not take the place of one without, and may take that of another fault', () => {
  const fault = ['--fault', 'fence-status-always-signaled'];
  expect(vkextern(...words, reports, ...fault).status).toBe(1);
  expect(vkextern(...words, reports, ...fault).status).toBe(1);
  expect(vkextern(...words, reports).status).toBe(0);
  const { status, stdout, stderr } = vkextern(...words, reports, ...fault);
  expect(stderr).toBe(
    `vkextern: ${folder()} has a run without a fault, and one under a fault does not take its place: name another folder with --reports\n`,
  );
  expect([stdout, status]).toEqual(['', 2]);
  expect(readResults(join(folder(), 'results.json')).driver.fault).toBeUndefined();
});
