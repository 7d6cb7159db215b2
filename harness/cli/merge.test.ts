import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readResults } from '../results/results-file';
import { lastingPart } from '../results/self-test/lasting-part';
import { readJournal } from '../results/self-test/read-journal';

jest.setTimeout(120_000);

const main = join(__dirname, 'main.js');
const globs = ['fence.{import,create}*.shared-signal*', 'fence.create.*'];
const selection = [...globs, '--driver', 'reference', '--jobs', '1'];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-merge-'));
  const run = (name: string, ...words: readonly string[]): void => {
    const asked = ['run', ...selection, '--reports', place(name)];
    expect(vkextern(...asked, ...words).status).toBe(0);
  };
  run('whole');
  for (const index of [1, 2, 3]) run(`shard-${index}`, '--shard', `${index}/3`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string): string => join(folder, name);
const results = (name: string) => readResults(join(place(name), 'reference/results.json'));
const shards = [1, 2, 3].map((index) => `shard-${index}`);

function vkextern(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

const merge = (names: readonly string[], into: string, ...words: readonly string[]) =>
  vkextern('merge', ...names.map(place), '--reports', place(into), ...words);

test('shards merged, in whatever order, equal the whole run', () => {
  const sizes = shards.map((name) => results(name).devices[0]?.outcomes.length ?? 0);
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  const { status, stdout } = merge(
    ['shard-3', 'shard-1/reference', 'shard-2/reference/results.json'],
    'merged',
  );
  expect(stdout).toMatch(/^No unexpected outcome in the \d+ that ran and decide/m);
  expect(status).toBe(0);
  expect(lastingPart(results('merged'))).toEqual(lastingPart(results('whole')));
  expect(JSON.stringify(lastingPart(results('merged')))).toBe(JSON.stringify(lastingPart(results('whole'))));
  expect(readdirSync(place('merged')).sort()).toEqual(['reference', 'results.html']);
  expect(readdirSync(join(place('merged'), 'reference')).sort()).toEqual([
    'ctrf.json',
    'junit.xml',
    'results.json',
  ]);
  const check = join(__dirname, '../results/check-junit.js');
  expect(spawnSync(process.execPath, [check, join(place('merged'), 'reference')]).status).toBe(0);
  expect(results('merged').devices[0]?.outcomes[0]?.rerun).toContain(join('merged', 'again'));
});

test('a shard that is missing is told, and what it would have run is missing', () => {
  const { status, stdout } = merge(['shard-3', 'shard-1'], 'lacking', '--json');
  expect(status).toBe(1);
  const { run, remarks, devices } = results('lacking');
  expect(run.shard).toBeNull();
  expect(run.mergedShards).toEqual({ whole: ['1/3', '3/3'], died: [], missing: ['2/3'] });
  expect(remarks).toContain('Shard 2/3 is missing: what it would have run is recorded as missing.');
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1, drivers: [{ remarks }] });
  const [whole, lost] = [results('whole'), results('shard-2')].map((of) => of.devices[0]?.outcomes ?? []);
  expect(devices[0]?.outcomes.map(({ id }) => id)).toEqual(whole?.map(({ id }) => id));
  const missing = devices[0]?.outcomes.filter(({ status: of }) => of === 'missing');
  const ran = lost?.filter(({ skip }) => skip === null) ?? [];
  expect(missing?.map(({ id }) => id)).toEqual(ran.map(({ id }) => id));
  expect(missing?.[0]).toMatchObject({
    message: 'planned, never run: nothing is known of shard 2/3',
    rerun: ran[0]?.rerun.replace(/shard-2/, 'lacking'),
  });
  const again = merge(['lacking', 'shard-2'], 'refused');
  expect(again.stderr).toMatch(
    /was merged of 1\/3, 3\/3, which are not all, or not whole: merge the shards themselves$/m,
  );
  expect(again.status).toBe(2);
});

test('a shard that died brings what its journal holds, and what it had not run is missing', async () => {
  const [died, journal] = [place('died'), join(place('died'), 'reference/journal.jsonl')];
  const run = ['run', ...selection, '--shard', '2/3', '--reports', died];
  const child = spawn(process.execPath, [main, ...run], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(journal) || readFileSync(journal, 'utf8').split('\n').length < 6)
    await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGKILL');
  await ended;
  const known = readJournal(journal).outcomes.map(({ id }) => id);
  for (const names of [
    ['shard-1', 'died', 'shard-3'],
    ['died/reference/journal.jsonl', 'shard-3', 'shard-1/reference'],
  ]) {
    const { status, stdout } = merge(names, 'with-died');
    const said = 'Shard 2/3 died on its way: what had not run by then is recorded as missing.';
    expect(stdout.split('\n').filter((line) => line.includes('died on its way'))).toEqual([
      expect.stringContaining(said),
    ]);
    expect(status).toBe(1);
    const { run: of, devices } = results('with-died');
    expect(of.mergedShards).toEqual({ whole: ['1/3', '3/3'], died: ['2/3'], missing: [] });
    const outcomes = devices[0]?.outcomes ?? [];
    expect(outcomes.map(({ id }) => id)).toEqual(results('whole').devices[0]?.outcomes.map(({ id }) => id));
    const own = results('shard-2').devices[0]?.outcomes.filter(({ skip }) => skip === null) ?? [];
    const missing = outcomes.filter((one) => one.status === 'missing');
    expect(missing.map(({ id }) => id)).toEqual(own.map(({ id }) => id).filter((id) => !known.includes(id)));
  }
  const twice = merge(['shard-1', 'shard-2', 'died', 'shard-3'], 'out');
  expect(twice.stderr).toMatch(/are both shard 2\/3 on reference$/m);
  expect([twice.status, existsSync(place('out'))]).toEqual([2, false]);
  expect(existsSync(journal)).toBe(true);
});

test('a shard that died before its first case is told, and is missing', () => {
  mkdirSync(join(place('empty'), 'reference'), { recursive: true });
  writeFileSync(join(place('empty'), 'reference/journal.jsonl'), '');
  const { status, stderr } = merge(['shard-1', 'empty', 'shard-3'], 'with-empty');
  expect(stderr).toMatch(/journal\.jsonl is left out: that run died before its first case\n$/);
  expect(status).toBe(1);
  expect(results('with-empty').run.mergedShards?.missing).toEqual(['2/3']);
});

test('a shard of another driver that died before its first case makes the exit code 1', () => {
  const file = join(place('begun'), 'odd/journal.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  const { schemaVersion, run, devices, baseline: _, ...provenance } = results('whole');
  const { endedAt: _e, stopped: _s, wallMs: _w, startUpMs: _u, driverMs: _d, ...begin } = run;
  const bare = devices.map(({ key, identity, capabilities }) => ({ key, identity, capabilities }));
  const driver = { ...provenance.driver, name: 'odd' };
  const header = { kind: 'header', schemaVersion, ...provenance, driver, run: begin, devices: bare };
  writeFileSync(file, `${JSON.stringify(header)}\n`);
  const { status, stdout, stderr } = merge([...shards, 'begun'], 'with-begun', '--json');
  expect(stderr).toMatch(/journal\.jsonl is left out: that run on odd died before its first case\n$/);
  expect([status, JSON.parse(stdout).exitCode]).toEqual([1, 1]);
  expect(merge([...shards, 'begun'], 'with-begun').stdout).toMatch(/^Not every shard is there .*No unexp/m);
});

test('shards of several drivers lie side by side', () => {
  const other = join(place('other'), 'reference-other-choices');
  cpSync(join(place('whole'), 'reference'), other, { recursive: true });
  const text = readFileSync(join(other, 'results.json'), 'utf8');
  writeFileSync(
    join(other, 'results.json'),
    text.replace(/"name": "reference"/, '"name": "reference-other-choices"'),
  );
  expect(merge([...shards, 'other'], 'several').status).toBe(0);
  expect(readdirSync(place('several')).sort()).toEqual([
    'reference',
    'reference-other-choices',
    'results.html',
  ]);
});

test.each([
  [
    'no reports folder is named',
    2,
    () => vkextern('merge', place('shard-1')),
    /Missing required argument: reports/,
  ],
  ['there is nothing to merge', 2, () => vkextern('merge', '--reports', place('out')), /Not enough/],
  ['a path is not there', 4, () => merge(['none'], 'out'), /none does not exist/],
  [
    'a shard is there twice',
    2,
    () => merge([...shards, 'copy'], 'out'),
    /are both shard 1\/3 on reference$/m,
  ],
  [
    'a whole run is among shards',
    2,
    () => merge(['shard-1', 'whole'], 'out'),
    / is shard 1\/3 and .* is a whole run$/m,
  ],
  [
    'a reader would lose its input',
    2,
    () => merge(shards, 'shard-2'),
    /shard-2[\\/].* is among what is to be merged: name/,
  ],
  [
    'a run there has not ended',
    2,
    () => merge(shards, 'dead'),
    /has the journal of a run that did not end: name/,
  ],
  [
    'nothing but a shard is there that died before its first case',
    4,
    () => merge(['empty'], 'out'),
    /is left out.*\n.*: nothing of what is to be merged had come to its first case$/m,
  ],
])('nothing is written where %s', (_what, code, action, message) => {
  cpSync(place('shard-1'), place('copy'), { recursive: true });
  cpSync(place('shard-1'), place('dead'), { recursive: true });
  rmSync(join(place('dead'), 'reference/results.json'));
  writeFileSync(join(place('dead'), 'reference/journal.jsonl'), '');
  const { status, stdout, stderr } = action();
  expect(stderr).toMatch(message);
  expect(
    stderr
      .trimEnd()
      .split('\n')
      .filter((line) => !line.includes('left out')),
  ).toHaveLength(1);
  expect([stdout, status]).toEqual(['', code]);
  expect(existsSync(place('out'))).toBe(false);
});
