import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { declaredSuites, type Suite } from './suite';

/** The folder of compiled suites that come with the project. */
export const suitesFolder = resolve(__dirname, '../../suites');

/** The compiled suite files below a folder, in order of their paths. */
export function suiteFiles(folder: string = suitesFolder): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.suite.js'))
    .sort()
    .map((name) => join(folder, name));
}

const loaded = new Map<string, Suite>();

/** Loads a suite file and gives the one suite that it declares. No driver and no FFI is touched by it. */
export function loadSuite(file: string): Suite {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const before = declaredSuites.length;
  require(file);
  const [found, another] = declaredSuites.slice(before);
  if (found === undefined || another !== undefined) throw new Error(`${file} must declare exactly one suite`);
  loaded.set(file, found);
  return found;
}
