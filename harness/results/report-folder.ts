import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FolderHold } from './folder-hold';
import { Journal } from './journal';
import { makeFolder } from './make-folder';
import { ReportError, reasonOf } from './report-error';
import { removeFile } from './results-file';

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

/** The folder of a driver's reports while a run writes them. */
export interface OpenReportFolder {
  readonly hold: FolderHold;
  readonly journal: Journal;
}

/**
 * Makes sure, before any case runs, that the reports of a driver can be written and that no other run writes them, and
 * opens the journal. What an earlier run left there stays until `clearEarlierReports`.
 *
 * @throws ReportError, FolderInUse in one line.
 */
export function openReportFolder(files: ReportFiles): OpenReportFolder {
  makeReportFolder(files.folder);
  for (const file of [files.results, files.junit, files.ctrf]) {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      throw new ReportError(`cannot write ${file}: it is a folder; name another place with --reports`);
    }
  }
  const hold = new FolderHold(files.folder);
  try {
    return { hold, journal: new Journal(files.journal) };
  } catch (error) {
    hold.release();
    throw error;
  }
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

/** Whether the folder of a driver holds what it did without a fault: results, or a journal that can be gone on with. */
export function holdsRunWithoutFault(reports: string, driverName: string): boolean {
  const { results, journal } = reportFiles(reports, driverName);
  const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';
  return [() => readFileSync(results, 'utf8'), () => firstLine(readFileSync(journal, 'utf8'))].some(
    (read) => {
      try {
        const { driver } = JSON.parse(read()) as { driver?: { fault?: string } };
        return driver !== undefined && driver.fault === undefined;
      } catch {
        return false; // none, or nothing that anybody could read
      }
    },
  );
}

/** Removes the reports of the run before. */
export function clearEarlierReports(files: ReportFiles): void {
  removeFile(files.results);
  removeFile(files.junit);
  removeFile(files.ctrf);
}
