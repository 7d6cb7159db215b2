import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resultsOf } from '../verdicts/compared-sample';
import { comparisonSchema } from '../verdicts/comparison-schema';

const main = join(__dirname, 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'vkextern-compare-'));
afterAll(() => rmSync(folder, { recursive: true }));

function vkextern(...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '' };
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', env, cwd: folder });
}

const compare = (...words: readonly string[]) => vkextern('compare', ...words);

/** Fences over a few instances, on the reference driver as it is and under a fault. */
beforeAll(() => {
  const run = (reports: string, ...more: readonly string[]) =>
    vkextern(
      ...[
        'run',
        'fence.import.shared-*',
        '-t',
        'reach=device',
        '--driver',
        'reference',
        '--reports',
        reports,
      ],
      ...more,
    );
  expect(run('right').status).toBe(0);
  expect(run('wrong', '--fault', 'fence-status-always-signaled').status).toBe(1);
});

test('a run and itself: nothing to tell, exit code 0', () => {
  const { status, stdout, stderr } = compare('right', 'right/reference');
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^B against A: nothing to tell, \d+ as before\.$/);
  expect(status).toBe(0);
  expect(compare('right', 'right', '--fail-on', 'change').status).toBe(0);
});

test('a fault is regressions with all that is needed to go after them, exit code 1', () => {
  const { status, stdout } = compare('right', 'wrong');
  expect(stdout).toMatch(/│ fault │ none │ fence-status-always-signaled │/);
  expect(stdout).toMatch(/^pass → fail {2}\d+ instances of fence\.import\.shared-signal$/m);
  expect(stdout).toMatch(/^ {2}message {2}.*expected VK_NOT_READY, seen VK_SUCCESS/m);
  expect(stdout).toMatch(/^ {2}requires fence\.import\.shared-signal \(/m);
  expect(stdout).toMatch(
    /^ {2}first {4}npx vkextern run 'fence\.import\.shared-signal:.* --fault fence-status/m,
  );
  expect(stdout).toMatch(/^B against A: \d+ regressions in \d+ cases/m);
  expect(status).toBe(1);
});

test('the other way round the same are fixes, exit code 0 unless changes count', () => {
  const { status, stdout } = compare('wrong', 'right');
  expect(stdout).toMatch(/^B against A: no regression, \d+ fixed, /m);
  expect(status).toBe(0);
  expect(compare('wrong', 'right', '--fail-on', 'change').status).toBe(1);
  expect(compare('right', 'wrong', '--fail-on', 'never').status).toBe(0);
});

test('a selection leaves the rest out', () => {
  const regressions = (...words: readonly string[]) => {
    const { stdout } = compare('right', 'wrong', '--format', 'json', ...words);
    const { differences } = comparisonSchema.parse(JSON.parse(stdout));
    return differences.flatMap(({ devices }) => devices.flatMap(({ outcomes }) => outcomes));
  };
  const all = regressions();
  const some = regressions('--case', 'fence.import.shared-signal');
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length);
  expect(new Set(some.map((change) => change.case))).toEqual(new Set(['fence.import.shared-signal']));
  expect(regressions('--requirement', 'fence.import.shared-signal').length).toBe(some.length);
});

test.each([
  ['comparison.md', /^### vkextern: \d+ regressions \(reference → reference\)\n/],
  ['comparison.json', /^\{\n "comparisonVersion": 1,/],
  ['comparison.html', /^<!doctype html>\n/],
  ['comparison.txt', /^A {2}right\n/],
])('-o %s has the form of its ending, and the verdict is printed', (name, start) => {
  const { status, stdout } = compare('right', 'wrong', '-o', name);
  expect(readFileSync(join(folder, name), 'utf8')).toMatch(start);
  expect(stdout).toMatch(/^B against A: \d+ regressions[^\n]*\n$/);
  expect(status).toBe(1);
});

test('a file has no colours, even where the terminal has', () => {
  const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: undefined };
  spawnSync(process.execPath, [main, 'compare', 'right', 'wrong', '-o', 'plain.txt'], { env, cwd: folder });
  expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).not.toContain('\u001b');
});

describe('what cannot be compared is one line', () => {
  const write = (name: string, content: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'results.json'), content);
    return name;
  };
  const damaged = () => {
    const content = JSON.parse(readFileSync(join(folder, 'right/reference/results.json'), 'utf8'));
    content.devices[0].outcomes[1].status = 'odd';
    return write('damaged', JSON.stringify(content));
  };
  test.each([
    ['a damaged file', 4, () => ['right', damaged()], /is damaged: devices\[0\]\.outcomes\[1\]\.status: /],
    ['a file that is cut off', 4, () => ['right', write('cut', '{"schemaVersion": 4, "sui')], /is not JSON/],
    [
      'a file of something else',
      4,
      () => [write('foreign', '{"name": "x"}'), 'right'],
      /is not a results file/,
    ],
    [
      'another schema version',
      4,
      () => ['right', write('old', '{"schemaVersion": 1}')],
      /has schema version 1/,
    ],
    ['a path that is not there', 4, () => ['right', 'absent'], /absent does not exist/],
    ['one run alone', 2, () => ['right'], /is one run, and a comparison needs two/],
    ['no run', 2, () => [], /Not enough non-option arguments/],
    [
      'a case that is in none',
      2,
      () => ['right', 'wrong', '--case', 'fence.import.shared-signl'],
      /close to it: /,
    ],
    [
      'a requirement of none',
      2,
      () => ['right', 'wrong', '--requirement', 'memory.*'],
      /no requirement in these/,
    ],
    [
      'a device of none',
      2,
      () => ['right', 'wrong', '--device', 'odd*'],
      /leaves no two devices.*reference-model/,
    ],
    ['a format that is none', 2, () => ['right', 'wrong', '--format', 'pdf'], /Invalid values/],
    [
      'a file of no known form',
      2,
      () => ['right', 'wrong', '-o', 'x.pdf'],
      /x\.pdf ends in none of \.md, \.json, \.html, \.htm, \.txt: choose with --format/,
    ],
    ['no folder to write to', 2, () => ['right', 'wrong', '-o', 'absent/x.md'], /there is no folder/],
    [
      'devices that have nothing in common',
      2,
      () => {
        const device = (deviceName: string, vendorID: number) => ({
          outcomes: [],
          identity: { deviceName, vendorID },
        });
        const two = [device('a', 1), device('b', 2)];
        return ['right', write('others', JSON.stringify(resultsOf('others', ...two)))];
      },
      /no device in common: .*choose one on each side with --device/,
    ],
  ])('%s: exit code %i', (_what, code, words, message) => {
    const { status, stdout, stderr } = compare(...words());
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([stdout, status]).toEqual(['', code]);
  });

  test('a run is never overwritten', () => {
    copyFileSync(join(folder, 'right/reference/results.json'), join(folder, 'kept.json'));
    const { status, stderr } = compare('kept.json', 'wrong', '-o', './kept.json');
    expect(stderr).toMatch(/kept\.json is one of the runs to compare, and is left as it is/);
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe(
      readFileSync(join(folder, 'right/reference/results.json'), 'utf8'),
    );
  });
});
