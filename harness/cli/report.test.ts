import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ctrfSchema } from '../results/ctrf-schema';
import { writeResults } from '../results/results-file';
import { sampleResults } from '../results/results-sample';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-report-'));
  for (const name of ['one', 'two']) {
    mkdirSync(join(folder, name));
    const sample = sampleResults();
    writeResults(join(folder, name, 'results.json'), { ...sample, driver: { ...sample.driver, name } });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(__dirname, 'main.js'), 'report', ...words], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '' },
  });
}

test('the page of a folder of reports lies in it and has a column for each device', () => {
  const { status, stdout, stderr } = report('.');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe('results.html: 4 devices, 34 outcomes\n');
  const [, data = ''] =
    /id="data">([\s\S]*?)<\/script>/.exec(readFileSync(join(folder, 'results.html'), 'utf8')) ?? [];
  expect(JSON.parse(data).columns).toHaveLength(4);
});

test('the statement goes to stdout as Markdown, and to a file as a page', () => {
  const { status, stdout } = report('one', '--format', 'markdown');
  expect(status).toBe(0);
  expect(stdout.match(/^# Qualification statement: /gm)).toHaveLength(2);
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'one', 'results.json')))
    .digest('hex');
  expect(stdout).toContain(hash);
  expect(report('one', '--format', 'summary', '-o', 'statement.html').status).toBe(0);
  expect(readFileSync(join(folder, 'statement.html'), 'utf8').match(/<article/g)).toHaveLength(2);
});

test('results of several drivers are one CTRF report, and one summary of a CI job', () => {
  const ctrf = report('.', '--format', 'ctrf');
  expect(ctrf.status).toBe(0);
  expect(ctrfSchema.parse(JSON.parse(ctrf.stdout)).results.summary.tests).toBe(34);
  const github = report('.', '--format', 'github', '--log-link', 'https://ci.example/{driver}');
  expect(github.status).toBe(0);
  expect(github.stdout).toMatch(/^### vkextern: 20 unexpected outcomes/);
  expect(github.stdout).toContain('[log](<https://ci.example/two>)');
  const wrong = report('.', '--format', 'github', '--log-link', 'https://ci.example/{where}');
  expect(wrong.stderr).toMatch(/^vkextern: --log-link: \{where\} is no placeholder; [^\n]+\n$/);
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
});

test('a run leaves the page of its own drivers in place of an earlier one', () => {
  writeFileSync(join(folder, 'results.html'), 'of an earlier run');
  const words = ['run', 'fence.create.*', '--driver', 'reference', '--reports', folder, '--json'];
  const { status, stdout } = spawnSync(process.execPath, [join(__dirname, 'main.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(status).toBe(0);
  const page = join(folder, 'results.html');
  expect(JSON.parse(stdout).page).toBe(page);
  const [, data = ''] = /id="data">([\s\S]*?)<\/script>/.exec(readFileSync(page, 'utf8')) ?? [];
  const { columns } = JSON.parse(data);
  expect(columns.map(({ label }: { label: string }) => label)).toEqual(['reference']);
  expect(columns[0].remarks[0]).toMatch(/^No hardware/);
  expect(columns[0].facts).toContainEqual([
    'Results',
    expect.stringMatching(/^reference.results\.json, SHA-256 [0-9a-f]{64}$/),
  ]);
});

test.each([
  ['a folder that is not there', ['absent'], 4, /absent does not exist/],
  ['reports in no one folder, without a file', ['one', 'two'], 2, /name the file to write with -o/],
  ['the results themselves as the file to write', ['one', '-o', 'one/results.json'], 2, /name another file/],
  ['a file of no known form', ['one', '-o', 'x.pdf'], 2, /x\.pdf does not tell which format/],
  [
    'a form in a file of another',
    ['one', '--format', 'markdown', '-o', 'x.html'],
    2,
    /does not go into x\.html/,
  ],
  ['an unknown form', ['one', '--format', 'odd'], 2, /Invalid values/],
  ['a place that cannot be written', ['one', '-o', 'one'], 4, /cannot write one/],
  ['results that are damaged', ['damaged.json', '-o', 'x.html'], 4, /damaged\.json is not JSON/],
  ['what is no results file', ['foreign.json', '-o', 'x.html'], 4, /foreign\.json is not a results file/],
])('%s is one line, and nothing is written', (_what, words, code, message) => {
  writeFileSync(join(folder, 'damaged.json'), '{"schemaVersion":');
  writeFileSync(join(folder, 'foreign.json'), '{"a": 1}');
  const { status, stdout, stderr } = report(...words);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect([status, stdout]).toEqual([code, '']);
  expect(existsSync(join(folder, 'x.html'))).toBe(false);
});
