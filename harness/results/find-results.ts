import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ReportError, reasonOf } from './report-error';

/**
 * The results files that paths of reports mean: a results.json itself, the folder of one driver, or a folder of
 * such folders (its own direct children only, by name). Each file once, in the order named.
 *
 * @throws ReportError where a path is not there, or holds no results.
 */
export function findResults(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(resultsAt))];
}

function resultsAt(path: string): readonly string[] {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new ReportError(`${path} does not exist`);
    if (!found.isDirectory()) return [path];
    const own = join(path, 'results.json');
    if (isFile(own)) return [own];
    const below = readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(path, name, 'results.json'))
      .filter(isFile)
      .sort();
    if (below.length > 0) return below;
  } catch (error) {
    if (error instanceof ReportError) throw error;
    throw new ReportError(`cannot read ${path}: ${reasonOf(error)}`);
  }
  throw new ReportError(`${path} holds no results.json: name reports/<driver>, or the folder above it`);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
