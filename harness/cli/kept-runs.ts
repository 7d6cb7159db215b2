import { existsSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { requireFree } from '../results/folder-hold';
import { type ReportFiles, resultsPage } from '../results/report-folder';
import type { Results } from '../results/results-schema';
import type { RunEnd } from '../results/run';
import { wrongUsage } from './command-error';

/** How runs ended that are told of together. */
export function endOf(all: readonly Results[]): RunEnd | undefined {
  const [only, ...others] = all;
  if (only === undefined || others.length > 0 || only.run.stopped === 'failed') return undefined;
  const { stopped, wallMs, startUpMs, driverMs, kernelLogOutside: outside } = only.run;
  const ended = { stopped, wallMs, startUpMs, driverMs };
  return outside === undefined ? ended : { ...ended, kernelLogOutside: outside };
}

/** Whether results were merged of shards of which some died, or are not there. */
export function lacksShards({ run: { mergedShards } }: Results): boolean {
  return mergedShards !== undefined && mergedShards.died.length + mergedShards.missing.length > 0;
}

/**
 * Makes sure that reports made of others overwrite none of these, nor what is left of another run.
 *
 * @param files what will be written for a driver, below the folder `reports`
 * @param inputs what is read
 * @param purpose what is done to these, such as `merged`
 * @throws FolderInUse, CommandError in one line
 */
export function requireFreeFor(
  files: ReportFiles,
  reports: string,
  inputs: readonly string[],
  purpose: string,
): void {
  requireFree(files.folder);
  const place = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
  const own = [place(files.folder), ...[files.results, files.junit].map((file) => dirname(place(file)))];
  const page = place(resultsPage(reports));
  for (const input of inputs) {
    const folder = dirname(place(input));
    const itsPage = resultsPage(dirname(folder));
    if (own.includes(folder) || (itsPage === page && existsSync(page)))
      throw wrongUsage(`${input} is among what is to be ${purpose}: name another folder with --reports`);
  }
  if (existsSync(files.journal))
    throw wrongUsage(
      `${files.folder} has the journal of a run that did not end: name another folder with --reports`,
    );
}
