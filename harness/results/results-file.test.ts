import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readResults, writeResults } from './results-file';
import { sampleResults } from './results-sample';
import { schemaVersion } from './results-schema';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-results-'));
  file = join(folder, 'results.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function changed(change: (content: Record<string, unknown>) => void): string {
  writeResults(file, sampleResults());
  const content = JSON.parse(readFileSync(file, 'utf8'));
  change(content);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('what is written is what is read, and no other file is left', () => {
  writeResults(file, sampleResults());
  expect(readResults(file)).toEqual(JSON.parse(JSON.stringify(sampleResults())));
  expect(readdirSync(folder)).toEqual(['results.json']);
});

test('a value that JSON cannot hold is refused before the old file is touched', () => {
  writeFileSync(file, 'old');
  const results = sampleResults();
  const wrong = { ...results, run: { ...results.run, wallMs: 3n as unknown as number } };
  expect(() => writeResults(file, wrong)).toThrow(/was not written: run\.wallMs: .*bigint/);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('a place that cannot be written to is told in one line', () => {
  mkdirSync(file);
  expect(() => writeResults(file, sampleResults())).toThrow(/^cannot write .*results\.json: \w+: [^\n]*$/);
  expect(readdirSync(folder)).toEqual(['results.json']);
});

test('a file that is not there', () => {
  expect(() => readResults(file)).toThrow(/^.*results\.json does not exist$/);
});

test('a file that is not JSON', () => {
  writeFileSync(file, '{"schemaVersion": 1,');
  expect(() => readResults(file)).toThrow(/results\.json is not JSON: [^\n]*$/);
});

test('another schema version', () => {
  const other = changed((content) => {
    content.schemaVersion = 99;
  });
  expect(() => readResults(other)).toThrow(`has schema version 99 and this release reads ${schemaVersion}`);
});

test('JSON of something else', () => {
  writeFileSync(file, '[]');
  expect(() => readResults(file)).toThrow(/is not a results file: it has no schemaVersion/);
});

test('outcomes that were taken out show in the totals', () => {
  const cut = changed((content) => {
    (content as unknown as { devices: { outcomes: unknown[] }[] }).devices[0]?.outcomes.pop();
  });
  expect(() => readResults(cut)).toThrow(/is damaged: the totals of .* are not those of its outcomes$/);
});

test('a damaged outcome is named by its place', () => {
  const damaged = changed((content) => {
    content.devices = damagedDevices();
  });
  expect(() => readResults(damaged)).toThrow(/is damaged: devices\[1\]\.outcomes\[2\]\.status: /);
});

function damagedDevices(): unknown {
  const [first, second] = sampleResults().devices;
  const outcomes = second?.outcomes.map((outcome, index) =>
    index === 2 ? { ...outcome, status: 'odd' } : outcome,
  );
  return [first, { ...second, outcomes }];
}

test('an unknown member is damage', () => {
  const damaged = changed((content) => {
    content.surprise = true;
  });
  expect(() => readResults(damaged)).toThrow(/is damaged: the whole: .*surprise/);
});
