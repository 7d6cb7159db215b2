import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findResults } from './find-results';

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
  writeFileSync(join(folder, 'one', 'journal.jsonl'), '');
  expect(findResults([join(folder, 'one')])).toHaveLength(1);
});
