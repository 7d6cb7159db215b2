import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults, writeResults } from '../results/results-file';
import { sampleOutcome, sampleResults } from '../results/results-sample';
import { type OutcomeEntry, type Results, schemaVersion } from '../results/results-schema';
import { totalsOf } from '../results/totals';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-verdicts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...names: readonly string[]) => join(folder, ...names);

function vkextern(...words: readonly string[]): SpawnSyncReturns<string> {
  const environment = { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '' };
  const main = join(__dirname, 'main.js');
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', env: environment, cwd: folder });
}

/** Writes the results of a run; the case of the name came out so. */
function report(
  reports: string,
  statuses: Readonly<Record<string, OutcomeEntry['status']>>,
  driver = 'sample',
): Results {
  const sample = sampleResults();
  const [device] = sample.devices;
  if (device === undefined) throw new Error('the sample has no device');
  const outcomes = Object.entries(statuses).map(([name, status]) => sampleOutcome(status, name, 'odd'));
  const results = {
    ...sample,
    driver: { ...sample.driver, name: driver },
    devices: [{ ...device, outcomes, totals: totalsOf(outcomes) }],
  };
  mkdirSync(at(reports, driver), { recursive: true });
  writeResults(at(reports, driver, 'results.json'), results);
  return results;
}

const usual = { first: 'pass', second: 'fail', third: 'skip' } as const;

test('what a run showed is what the next is judged by', () => {
  report('reports', usual);
  const written = vkextern('baseline', '-o', 'b.yaml');
  expect(written.stdout).toMatch(
    /b\.yaml written: 2 changes\nSay why in place of TODO:\n {2}b\.yaml:5: fence\.import\.second:\*\n$/,
  );
  expect(written.status).toBe(0);
  expect(vkextern('baseline', '-o', join('new', 'folder', 'b.yaml')).status).toBe(0);
  expect(readFileSync(at('new', 'folder', 'b.yaml'), 'utf8')).toBe(readFileSync(at('b.yaml'), 'utf8'));
  const same = vkextern('judge', 'reports', '--baseline', 'b.yaml');
  expect(same.stdout).toContain(
    'Baseline of sample (b.yaml): 1 deviation as expected, 0 outcomes unexpected',
  );
  expect(same.stdout.trimEnd().split('\n').at(-1)).toBe(
    'No unexpected outcome in the 2 that ran and decide (1 deviation as the baseline expects; 1 skipped).',
  );
  expect(same.status).toBe(0);
});

test.each([
  [
    'a pass that fails',
    { first: 'fail' },
    /^FAIL fence\.import\.first:.*\n[\s\S]*By the baseline unexpected: fail, and expected to pass/m,
  ],
  [
    'a pass that is skipped',
    { first: 'skip' },
    /^ {2}skip fence\.import\.first:\S* on sample\/one-1\.0: skipped, and expected to pass: skip: no odd/m,
  ],
  [
    'a failure that crashes',
    { second: 'crash' },
    /^CRASH fence\.import\.second:.*\n[\s\S]*crash, and the baseline says fail/m,
  ],
  [
    'a failure that passes',
    { second: 'pass' },
    /^ {2}pass fence\.import\.second:\S* .*: now passes, and the baseline says fail: update the baseline$/m,
  ],
  [
    'a skip that runs',
    { third: 'pass' },
    /^ {2}pass fence\.import\.third:\S* .*: now runs and passes, and the baseline says skip/m,
  ],
  ['a case that never ran', { first: 'missing' }, /1 never ran/],
] as const)('%s is unexpected', (_what, changed, told) => {
  report('before', usual);
  vkextern('baseline', 'before', '-o', 'b.yaml');
  report('after', { ...usual, ...changed });
  const { status, stdout, stderr } = vkextern('judge', 'after', '--baseline', 'b.yaml');
  expect(stdout).toMatch(told);
  expect([status, stderr]).toEqual([1, '']);
});

test('a warning where there was none is told and decides nothing', () => {
  report('before', usual);
  vkextern('baseline', 'before', '-o', 'b.yaml');
  report('after', { ...usual, first: 'warn' });
  const { status, stdout } = vkextern('judge', 'after', '--baseline', 'b.yaml');
  expect(stdout).toMatch(
    /^Otherwise than the baseline says, which decides nothing:\n {2}warn fence\.import\.first:.*now warns/m,
  );
  expect(status).toBe(0);
});

test('entries that expired or are about nothing are unexpected', () => {
  report('reports', usual);
  vkextern('baseline', '-o', 'b.yaml');
  const text = readFileSync(at('b.yaml'), 'utf8');
  writeFileSync(at('b.yaml'), `${text}  - cases: fence.import.gone:*\n    status: fail\n    reason: gone\n`);
  const dead = vkextern('judge', '--baseline', 'b.yaml');
  expect(dead.stdout).toMatch(
    /^ {2}b\.yaml:11: no case is called so: update the baseline: fence\.import\.gone:\*$/m,
  );
  expect(dead.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^1 entry of the baseline is wrong\. No unexpected/,
  );
  expect(dead.status).toBe(1);
  writeFileSync(at('b.yaml'), text.replace('reason: TODO', 'reason: known\n    until: 2026-01-01'));
  const expired = vkextern('judge', '--baseline', 'b.yaml');
  expect(expired.stdout).toMatch(/^ {2}b\.yaml:5: it expired on 2026-01-01: fence\.import\.second:\*$/m);
  expect(expired.stdout).toContain('fail, and expected to pass (the entry about it expired on 2026-01-01)');
  expect(expired.status).toBe(1);
});

test('judge writes reports with the verdicts where it is asked to, and leaves those that it reads', () => {
  const before = report('reports', usual);
  vkextern('baseline', '-o', 'b.yaml');
  const { status } = vkextern('judge', '--baseline', 'b.yaml', '--reports', 'judged');
  expect(status).toBe(0);
  expect(readResults(at('reports/sample/results.json'))).toEqual(JSON.parse(JSON.stringify(before)));
  const judged = readResults(at('judged/sample/results.json'));
  expect(judged.devices[0]?.outcomes.map(({ judgement }) => judgement?.verdict)).toEqual(
    Array(3).fill('expected'),
  );
  expect(readFileSync(at('judged/sample/junit.xml'), 'utf8')).not.toMatch(/<failure|<error/);
});

test('judge writes a page with the verdicts, a red one too', () => {
  report('reports', usual);
  writeFileSync(at('b.yaml'), 'driver: sample\nexpected: []\n');
  expect(vkextern('judge', '--baseline', 'b.yaml', '--reports', 'judged').status).toBe(1);
  expect(readFileSync(at('judged/results.html'), 'utf8')).toContain('and expected to pass');
});

test('judge overwrites nothing that it reads, nor what is left of a run', () => {
  report('reports', usual);
  vkextern('baseline', '-o', 'b.yaml');
  const before = readFileSync(at('reports/sample/results.json'), 'utf8');
  const own = vkextern('judge', 'reports', '--baseline', 'b.yaml', '--reports', 'reports');
  expect(own.stderr).toMatch(
    /results\.json is among what is to be judged: name another folder with --reports\n$/,
  );
  report('cut', usual);
  const cut = readFileSync(at('cut/sample/results.json'), 'utf8');
  writeFileSync(at('cut/sample/journal.jsonl'), '');
  const other = vkextern('judge', 'reports', '--baseline', 'b.yaml', '--reports', 'cut');
  expect(other.stderr).toMatch(/has the journal of a run that did not end: name another folder/);
  expect([own.status, own.stdout, other.status, other.stdout]).toEqual([2, '', 2, '']);
  expect(readFileSync(at('reports/sample/results.json'), 'utf8')).toBe(before);
  expect(readFileSync(at('cut/sample/results.json'), 'utf8')).toBe(cut);
  expect(existsSync(at('cut/results.html'))).toBe(false);
});

test.each<[string, Partial<Results['run']>]>([
  ['an interrupted run', { stopped: 'interrupted' }],
  ['a merged run of which a shard died', { mergedShards: { whole: ['1/2'], died: ['2/2'], missing: [] } }],
  [
    'a merged run of which a shard is missing',
    { mergedShards: { whole: ['1/2'], died: [], missing: ['2/2'] } },
  ],
])('judge ends with 1 on %s, and says so to a machine', (_what, end) => {
  const whole = report('reports', usual);
  vkextern('baseline', '-o', 'b.yaml');
  expect(vkextern('judge', '--baseline', 'b.yaml').status).toBe(0);
  writeResults(at('reports/sample/results.json'), { ...whole, run: { ...whole.run, ...end } });
  const { status, stdout } = vkextern('judge', '--baseline', 'b.yaml', '--json');
  expect([status, JSON.parse(stdout).exitCode]).toEqual([1, 1]);
});

test('a baseline of several drivers is a folder', () => {
  report('reports', usual);
  report('reports', { first: 'fail' }, 'other');
  expect(vkextern('baseline', '-o', 'b.yaml')).toMatchObject({
    status: 2,
    stderr:
      'vkextern: these are reports of several drivers (other, sample): name those of one, or a folder with -o\n',
  });
  expect(vkextern('baseline', '-o', 'all/').status).toBe(0);
  expect(vkextern('baseline', '-o', 'all', '--check').status).toBe(0);
  expect(vkextern('judge', '--baseline', 'all').status).toBe(0);
  rmSync(at('all/other.yaml'));
  const without = vkextern('judge', '--baseline', 'all');
  expect(without.stderr).toBe('all has nothing about other, which is judged by what is required alone\n');
  expect(without.status).toBe(1);
});

test('--check tells what is stale and writes nothing', () => {
  report('reports', usual);
  expect(vkextern('baseline', '--check', '-o', 'b.yaml')).toMatchObject({ status: 1 });
  expect(existsSync(at('b.yaml'))).toBe(false);
  vkextern('baseline', '-o', 'b.yaml');
  const text = readFileSync(at('b.yaml'), 'utf8');
  report('reports', { ...usual, second: 'pass' });
  const { status, stdout } = vkextern('baseline', '--check', '-o', 'b.yaml', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual([
    {
      driver: 'sample',
      file: 'b.yaml',
      isUpToDate: false,
      changes: ['dropped: fail fence.import.second:*: now pass'],
      unexplained: [],
    },
  ]);
  expect(readFileSync(at('b.yaml'), 'utf8')).toBe(text);
});

test('without -o it is printed', () => {
  report('reports', usual);
  expect(vkextern('baseline', 'reports/sample').stdout).toMatch(
    /^# Expected outcomes of sample that are not pass\.\n/,
  );
});

describe('what cannot be used is one line, and nothing is overwritten', () => {
  beforeEach(() => {
    report('reports', usual);
    writeFileSync(at('text.yaml'), 'hello');
    writeFileSync(
      at('odd.yaml'),
      'driver: sample\nexpected:\n  - cases: fence.*\n    status: bad\n    reason: x\n',
    );
    writeFileSync(at('foreign.yaml'), 'driver: foreign\nexpected: []\n');
    mkdirSync(at('old/sample'), { recursive: true });
    const text = readFileSync(at('reports/sample/results.json'), 'utf8');
    writeFileSync(
      at('old/sample/results.json'),
      text.replace(`"schemaVersion": ${schemaVersion}`, '"schemaVersion": 1'),
    );
    mkdirSync(at('damaged/sample'), { recursive: true });
    writeFileSync(at('damaged/sample/results.json'), text.slice(0, 500));
  });

  test.each([
    ['no baseline', ['judge'], 2, /judge needs --baseline/],
    [
      'a baseline that is not there',
      ['judge', '--baseline', 'absent.yaml'],
      4,
      /the baseline absent\.yaml does not exist/,
    ],
    ['another file', ['judge', '--baseline', 'text.yaml'], 4, /text\.yaml is not a baseline/],
    ['a damaged baseline', ['judge', '--baseline', 'odd.yaml'], 4, /odd\.yaml:4: expected\[0\]\.status/],
    [
      'a baseline of another driver',
      ['judge', '--baseline', 'foreign.yaml'],
      2,
      /foreign\.yaml has nothing about sample/,
    ],
    [
      'reports that are not there',
      ['judge', 'absent', '--baseline', 'foreign.yaml'],
      4,
      /absent does not exist/,
    ],
    [
      'reports of another version',
      ['judge', 'old', '--baseline', 'foreign.yaml'],
      4,
      /schema version 1 and this release reads/,
    ],
    ['damaged reports', ['baseline', 'damaged'], 4, /results\.json is not JSON/],
    ['no reports', ['baseline', 'absent', '-o', 'new.yaml'], 4, /absent does not exist/],
    ['a file in the way', ['baseline', '-o', 'text.yaml'], 4, /text\.yaml is not a baseline/],
    [
      'the baseline of another driver in the way',
      ['baseline', '-o', 'foreign.yaml'],
      2,
      /foreign\.yaml is about foreign/,
    ],
    ['nothing to check', ['baseline', '--check'], 2, /--check needs the file/],
    ['an unknown policy', ['judge', '--baseline', 'foreign.yaml', '--flakes', 'ignore'], 2, /Invalid values/],
    ['retries that are no number', ['run', '--retries', '-1'], 2, /--retries takes one whole number, or 0/],
    ['no repetition', ['run', '--repeat', '0'], 2, /--repeat takes one whole number above zero/],
    [
      'a run by a damaged baseline',
      ['run', '--driver', 'reference', '--baseline', 'odd.yaml'],
      4,
      /odd\.yaml:4/,
    ],
  ])('%s', (_what, words, code, line) => {
    const before = ['text.yaml', 'odd.yaml', 'foreign.yaml'].map((name) => readFileSync(at(name), 'utf8'));
    const { status, stdout, stderr } = vkextern(...words);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([code, '']);
    expect(['text.yaml', 'odd.yaml', 'foreign.yaml'].map((name) => readFileSync(at(name), 'utf8'))).toEqual(
      before,
    );
  });
});

describe('a run on the reference driver', () => {
  const cases = 'fence.import.shared-signal:*reach=device,signaledThrough=source*';
  const run = (...words: readonly string[]) =>
    vkextern('run', cases, '--driver', 'reference', '--jobs', '2', '--reports', 'again', ...words);
  const faulty = ['--fault', 'fence-status-always-signaled'];

  test('that misbehaves as expected ends with exit code 0, and one that no longer does with 1', () => {
    expect(run(...faulty).status).toBe(1);
    const written = vkextern('baseline', 'again', '-o', 'b.yaml');
    expect(written.stderr).toMatch(/^reference ran under the fault fence-status-always-signaled/);
    const again = run(...faulty, '--baseline', 'b.yaml');
    expect(again.stderr).not.toMatch(/^FAIL/m);
    expect(again.status).toBe(0);
    expect(readFileSync(at('again/reference/junit.xml'), 'utf8')).not.toMatch(/<failure|<error/);
    const mended = run('--baseline', 'b.yaml');
    expect(mended.stderr).toMatch(
      /^PASS fence\.import\.shared-signal:.*: now passes, and the baseline says fail/m,
    );
    expect(mended.status).toBe(1);
    expect(readFileSync(at('again/reference/junit.xml'), 'utf8')).toMatch(
      /<failure message="now passes, [^"]*" type="unexpected pass">/,
    );
  });
});
