import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FolderInUse, requireFree } from './folder-hold';
import { ReportError, reasonOf } from './report-error';

const resultsName = 'results.json';
const journalName = 'journal.jsonl';

/** What paths of the reports of shards mean. */
export interface FoundShard {
  readonly file: string;
  /** Whether there is no results.json, but the journal of a run that died. */
  readonly isJournal: boolean;
}

/**
 * As `findResults`; where a run died and left its journal alone, that.
 * @throws ReportError where a path is not there, or holds neither, or a journal of another run than its results.json.
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
 * @throws ReportError where a path is not there, holds no results, or holds a run that did not end, with or without the
 * results of one before; FolderInUse where that goes on.
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
    if (!found.isDirectory()) return [ofOneRun(path)];
    const own = fileIn(path, journalsToo);
    if (own !== undefined) return [ofOneRun(own)];
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
    if (below.length > 0) return below.map(ofOneRun);
  } catch (error) {
    if (error instanceof ReportError || error instanceof FolderInUse) throw error;
    throw new ReportError(`cannot read ${path}: ${reasonOf(error)}`);
  }
  throw new ReportError(`${path} holds no results.json: name reports/<driver>, or the folder above it`);
}

function fileIn(folder: string, journalToo: boolean): string | undefined {
  const names = [resultsName, ...(journalToo ? [journalName] : [])];
  return names.map((name) => join(folder, name)).find(isFile);
}

/**
 * Makes sure that no journal of another run lies beside a results.json, whose results would be taken for those of that run.
 * @throws ReportError; FolderInUse where that run goes on
 */
function ofOneRun(file: string): string {
  const folder = dirname(file);
  const journal = join(folder, journalName);
  if (basename(file) !== resultsName || !isFile(journal)) return file;
  const begun = startOf(readFileSync(journal, 'utf8').split('\n', 1)[0] ?? '');
  const ended = startOf(readFileSync(file, 'utf8'));
  // What is damaged is told by who reads it.
  if (ended === undefined || ended === begun) return file;
  requireFree(folder, 'here');
  throw new ReportError(
    `${folder} has the journal of another run than that of its results.json, which did not end: vkextern run --resume ${folder} goes on with it`,
  );
}

/** When a run began and on what, as its results or the first line of its journal say; `undefined` where they don't. */
function startOf(text: string): string | undefined {
  try {
    const { driver, run } = JSON.parse(text) as { driver?: { name?: string }; run?: { startedAt?: string } };
    return run?.startedAt === undefined ? undefined : `${driver?.name} ${run.startedAt}`;
  } catch {
    return undefined;
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
