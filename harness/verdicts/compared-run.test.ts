import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeResults } from '../results/results-file';
import { readRuns } from './compared-run';
import { resultsOf } from './compared-sample';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-compared-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reports(name: string, ...drivers: readonly string[]): string {
  for (const driver of drivers) {
    mkdirSync(join(folder, name, driver), { recursive: true });
    writeResults(join(folder, name, driver, 'results.json'), resultsOf(driver, { outcomes: [] }));
  }
  return join(folder, name);
}

const names = (...paths: readonly string[]) =>
  readRuns(paths).map(({ drivers }) => drivers.map(({ results }) => results.driver.name).join('+'));

test('a file, the folder of a driver and a reports folder with one driver are a run each', () => {
  const path = reports('reports', 'one');
  expect(names(join(path, 'one/results.json'), join(path, 'one'), path)).toEqual(['one', 'one', 'one']);
});

test('the drivers of a reports folder are columns; of several such folders each is one', () => {
  const [both, others, single] = [
    reports('a', 'one', 'two'),
    reports('b', 'one', 'two'),
    reports('c', 'one'),
  ];
  expect(names(both)).toEqual(['one', 'two']);
  expect(names(both, others)).toEqual(['one+two', 'one+two']);
  expect(names(both, single)).toEqual(['one', 'two', 'one']);
});

test('folders of drivers may be links', () => {
  symlinkSync(join(reports('a', 'one'), 'one'), join(reports('b', 'two'), 'linked'), 'junction');
  expect(names(join(folder, 'b'))).toEqual(['one', 'two']);
});

test.each([
  ['a path that is not there', () => join(folder, 'absent'), /absent does not exist$/],
  ['a folder without results', () => folder, / holds no results\.json: name reports/],
  [
    'a run that did not end',
    () => {
      const path = reports('reports', 'one');
      mkdirSync(join(path, 'two'));
      writeFileSync(join(path, 'two/journal.jsonl'), '');
      return path;
    },
    /two has a journal and no results\.json: that run did not end; vkextern run --resume .*two goes on with it$/,
  ],
])('%s is told in a line', (_what, path, message) => {
  expect(() => readRuns([path()])).toThrow(message);
});
