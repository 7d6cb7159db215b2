import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function vkextern(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(__dirname, 'main.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const one = 'fence-query-khr-name-stale';

test('every fault has a name of its own and breaks a requirement that a test can show', () => {
  const { status, stdout } = vkextern('faults', '--list', '--json');
  expect(status).toBe(0);
  const faults = JSON.parse(stdout) as readonly { name: string; what: string; breaks: readonly string[] }[];
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
  expect(faults.filter(({ name }) => !/^[a-z0-9]+(-[a-zA-Z0-9]+)+$/.test(name))).toEqual([]);
  expect(faults.filter(({ what }) => what.endsWith('.'))).toEqual([]);
  const listed = vkextern('requirements', '--json');
  const testable = (JSON.parse(listed.stdout) as readonly { id: string; testable: boolean }[])
    .filter((requirement) => requirement.testable)
    .map(({ id }) => id);
  expect(faults.flatMap(({ breaks }) => breaks).filter((id) => !testable.includes(id))).toEqual([]);
});

test('a list of those that show what only handles of this platform can leaves the others out', () => {
  const named = (...words: readonly string[]) =>
    (JSON.parse(vkextern('faults', '--list', '--json', ...words).stdout) as readonly { name: string }[]).map(
      ({ name }) => name,
    );
  const [all, own] = [named(), named('--only-here')];
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThan(all.length);
  expect(own).not.toContain(one);
  expect(all).toEqual(expect.arrayContaining(own));
});

test.each([
  [
    'a fault that does not exist',
    ['fence-query-khr-name-stal'],
    /no fault matches .*; close to it: fence-query-khr-name-stale/,
  ],
  [
    'a requirement that none breaks',
    ['--requirement', 'fence.no'],
    /no fault breaks a requirement like that/,
  ],
  [
    'a fault of another platform',
    ['memory-win32-import-closes-handle'],
    /can be tried there: memory-win32-import-closes-handle needs Windows handles$/m,
  ],
  ['a fault of every platform', [one, '--only-here'], /shows the same with another platform's handles/],
  [
    'a list of faults of every platform',
    [one, '--only-here', '--list'],
    /shows the same with another platform's handles/,
  ],
  ['a driver that does not exist', [one, '--driver', 'nobody'], /no driver is called nobody/],
  ['a page that is not there', [one, '--check-page', join('not', 'there.md')], /the page: ENOENT/],
])('%s is one line and exit code 2', (_what, words, message) => {
  const { status, stderr } = vkextern('faults', ...words);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(status).toBe(2);
});

test('a fault is caught, and the page tells by what; a page that tells otherwise is stale', () => {
  const page = join(folder, 'page.md');
  const first = vkextern('faults', one, '--page', page);
  expect(first.stdout).toMatch(/^caught fence-query-khr-name-stale on reference\//m);
  expect(first.status).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('`capabilities.fence.query-stable`');
  expect(vkextern('faults', one, '--check-page', page).status).toBe(0);
  const written = readFileSync(page, 'utf8');
  writeFileSync(page, written.replace('`capabilities.fence.same-before-devices`', '`fence.other`'));
  const otherwise = vkextern('faults', one, '--check-page', page);
  expect(otherwise.stderr).toMatch(/says otherwise, .*\n {2}- \| .*`fence\.other`/);
  expect(otherwise.status).toBe(0);
  writeFileSync(page, 'something else');
  const stale = vkextern('faults', one, '--check-page', page);
  expect(stale.stderr).toContain('is stale');
  expect(stale.status).toBe(1);
});

test('a run under a fault says so in its results and in the command that runs a case again', () => {
  const { status, stdout } = vkextern(
    ...['run', 'capabilities.fence.query-stable', '--driver', 'reference', '--fault', one],
    ...['--reports', folder, '--jobs', '1'],
  );
  expect(status).toBe(1);
  expect(stdout).toContain(`--driver reference --fault ${one}`);
  const results = JSON.parse(readFileSync(join(folder, 'reference', 'results.json'), 'utf8')) as {
    readonly driver: { readonly fault?: string };
  };
  expect(results.driver.fault).toBe(one);
});

test('Ctrl-C in the middle of the trials ends in order, and tells how far it came', async () => {
  const words = ['faults', '*-query-*', '--driver', 'reference', '--jobs', '2'];
  const child = spawn(process.execPath, [join(__dirname, 'main.js'), ...words], {
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    if (/^caught/m.test(stdout)) child.kill('SIGINT');
  });
  const status = await new Promise((resolve) => child.on('exit', resolve));
  expect(stderr).toMatch(/^interrupted: \d+ of \d+ faults tried$/m);
  expect(stderr).not.toContain('the harness failed');
  expect(status).toBe(130);
}, 60_000);

test('a page is never put in the place of what is no ordinary file', () => {
  const { status, stderr } = vkextern('faults', one, '--page', folder);
  expect(stderr).toContain('is no ordinary file');
  expect(status).toBe(2);
});
