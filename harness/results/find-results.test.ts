import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findResults, findShards } from './find-results';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-find-'));
  for (const driver of ['two', 'one']) {
    mkdirSync(join(folder, driver));
    writeFileSync(join(folder, driver, 'results.json'), '{}');
  }
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'results.html'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a file, the folder of a driver, and a folder of such mean the results in them, each once', () => {
  const [one, two] = [join(folder, 'one', 'results.json'), join(folder, 'two', 'results.json')];
  expect(findResults([one])).toEqual([one]);
  expect(findResults([join(folder, 'one')])).toEqual([one]);
  expect(findResults([folder])).toEqual([one, two]);
  expect(findResults([two, folder])).toEqual([two, one]);
});

test('what holds none is told', () => {
  expect(() => findResults([join(folder, 'absent')])).toThrow(/absent does not exist/);
  expect(() => findResults([join(folder, 'empty')])).toThrow(/empty holds no results\.json: name reports/);
});

test('a run that did not end is told, and not left out', () => {
  writeFileSync(join(folder, 'empty', 'journal.jsonl'), '');
  expect(() => findResults([folder])).toThrow(
    /empty has a journal and no results\.json: that run did not end/,
  );
});

const named = (startedAt: string) => JSON.stringify({ driver: { name: 'one' }, run: { startedAt } });

test.each([
  ['is empty', ''],
  ['was cut off in its first line', named('now').slice(0, -4)],
  ['is of another run', `${named('today')}\n`],
])('results of a run before are not taken for those of the run whose journal %s', (_what, journal) => {
  const [own, results] = [join(folder, 'one'), join(folder, 'one', 'results.json')];
  writeFileSync(results, named('now'));
  writeFileSync(join(own, 'journal.jsonl'), journal);
  for (const path of [folder, own, results])
    for (const find of [findResults, findShards])
      expect(() => find([path])).toThrow(
        expect.objectContaining({
          name: 'ReportError',
          message: `${own} has the journal of another run than that of its results.json, which did not end: vkextern run --resume ${own} goes on with it`,
        }),
      );
});

test('the journal that an interrupted run left stands beside its results', () => {
  writeFileSync(join(folder, 'one', 'results.json'), named('now'));
  writeFileSync(join(folder, 'one', 'journal.jsonl'), `${named('now')}\n{}\n`);
  expect(findResults([folder])).toHaveLength(2);
  expect(findShards([join(folder, 'one')])).toMatchObject([{ isJournal: false }]);
  writeFileSync(join(folder, 'one', 'results.json'), '{"damaged');
  expect(findResults([folder])).toHaveLength(2);
});
