import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Journal } from './journal';
import { makeFolder } from './make-folder';
import { ReportError, reasonOf } from './report-error';

/** The files that a run writes for one driver. */
export interface ReportFiles {
  readonly folder: string;
  readonly results: string;
  readonly junit: string;
  readonly ctrf: string;
  readonly journal: string;
}

/** Where the reports of a driver lie: `reports/<driver>/`. */
export function reportFiles(reports: string, driverName: string): ReportFiles {
  const folder = join(reports, driverName.replace(/[^\w.+-]/g, '_'));
  return {
    folder,
    results: join(folder, 'results.json'),
    junit: join(folder, 'junit.xml'),
    ctrf: join(folder, 'ctrf.json'),
    journal: join(folder, 'journal.jsonl'),
  };
}

/** Where the page of a run lies that shows all of its drivers: `reports/results.html`. */
export function resultsPage(reports: string): string {
  return join(reports, 'results.html');
}

/**
 * Makes sure, before any case runs, that the reports of a driver can be written, and opens the journal. What an
 * earlier run left there stays until `clearEarlierReports`.
 *
 * @throws ReportError in one line.
 */
export function openReportFolder(files: ReportFiles): Journal {
  makeReportFolder(files.folder);
  for (const file of [files.results, files.junit, files.ctrf]) {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw new ReportError(`cannot write ${file}: it is a folder; name another place with --reports`);
    }
  }
  return new Journal(files.journal);
}

/**
 * Makes a folder that reports are written to, and what is missing above it.
 * @param option that names the folder
 * @throws ReportError in one line
 */
export function makeReportFolder(folder: string, option = '--reports'): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw new ReportError(
      `cannot make the folder ${folder}: ${reasonOf(error)}; name another with ${option}`,
    );
  }
}

/** Removes the reports of the run before. */
export function clearEarlierReports(files: ReportFiles): void {
  rmSync(files.results, { force: true });
  rmSync(files.junit, { force: true });
  rmSync(files.ctrf, { force: true });
}
