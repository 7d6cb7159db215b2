import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FolderInUse, requireFree } from './folder-hold';
import { ReportError, reasonOf } from './report-error';

const journalName = 'journal.jsonl';

/** What paths of the reports of shards mean. */
export interface FoundShard {
  readonly file: string;
  /** Whether there is no results.json, but the journal of a run that died. */
  readonly isJournal: boolean;
}

/**
 * As `findResults`; where a run died and left its journal alone, that.
 * @throws ReportError where a path is not there, or holds neither.
 */
export function findShards(paths: readonly string[]): readonly FoundShard[] {
  return [...new Set(paths.flatMap((path) => filesAt(path, true)))].map((file) => ({
    file,
    isJournal: basename(file) === journalName,
  }));
}

/**
 * The results files that paths of reports mean: a results.json itself, the folder of one driver, or a folder of
 * such folders (its own direct children only, links too, by name). Each file once, in the order named.
 *
 * @throws ReportError where a path is not there, holds no results, or holds a run that did not end; FolderInUse where that
 * goes on.
 */
export function findResults(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap(resultsAt))];
}

/** The results files that one path means; see `findResults`. */
export function resultsAt(path: string): readonly string[] {
  return filesAt(path, false);
}

function filesAt(path: string, journalsToo: boolean): readonly string[] {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new ReportError(`${path} does not exist`);
    if (!found.isDirectory()) return [path];
    const own = fileIn(path, journalsToo);
    if (own !== undefined) return [own];
    const folders = readdirSync(path)
      .map((name) => join(path, name))
      .filter((below) => statSync(below, { throwIfNoEntry: false })?.isDirectory() === true)
      .sort();
    const unfinished = [path, ...folders].find(
      (folder) => fileIn(folder, true) !== undefined && fileIn(folder, journalsToo) === undefined,
    );
    if (unfinished !== undefined) requireFree(unfinished, 'here');
    if (unfinished !== undefined)
      throw new ReportError(
        `${unfinished} has a journal and no results.json: that run did not end; vkextern run --resume ${unfinished} goes on with it`,
      );
    const below = folders.flatMap((folder) => fileIn(folder, journalsToo) ?? []);
    if (below.length > 0) return below;
  } catch (error) {
    if (error instanceof ReportError || error instanceof FolderInUse) throw error;
    throw new ReportError(`cannot read ${path}: ${reasonOf(error)}`);
  }
  throw new ReportError(`${path} holds no results.json: name reports/<driver>, or the folder above it`);
}

function fileIn(folder: string, journalToo: boolean): string | undefined {
  const names = ['results.json', ...(journalToo ? [journalName] : [])];
  return names.map((name) => join(folder, name)).find(isFile);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
