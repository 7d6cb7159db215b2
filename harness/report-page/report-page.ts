import type { ReportedRun } from '../results/reported-run';
import { replaceFile } from '../results/results-file';
import { pageDocument } from './page-document';
import { preparePage } from './prepare-page';

const suitePackage: { name: string; version: string } = require('../../../package.json');

/**
 * Writes the results page of these runs, one HTML file that opens from disk, in one step.
 *
 * @throws ReportError where the file cannot be written
 */
export function writeReportPage(file: string, runs: readonly ReportedRun[]): void {
  replaceFile(file, reportPage(runs, new Date()));
}

/** The results page as text. */
export function reportPage(runs: readonly ReportedRun[], now: Date): string {
  const { data, details } = preparePage(
    runs,
    `${suitePackage.name} ${suitePackage.version}`,
    now.toISOString(),
  );
  return pageDocument(data, details);
}
