import { relative } from 'node:path';
import pc from 'picocolors';
import { ReportError } from '../results/report-error';
import { resultsPage } from '../results/report-folder';
import { sha256Of } from '../results/reported-run';
import type { DriverReport } from '../results/run-recorder';

/**
 * Writes the page that shows the drivers of a run side by side. It says nothing that results.json does not, so that a run
 * stands without it.
 *
 * @returns where it lies; `undefined` where it could not be written, which is told on stderr.
 */
export async function writeRunPage(
  reports: string,
  written: readonly DriverReport[],
): Promise<string | undefined> {
  if (written.length === 0) return undefined;
  const page = resultsPage(reports);
  const { writeReportPage } = await import('../report-page/report-page.js');
  try {
    writeReportPage(
      page,
      written.map(({ files, results }) => ({
        file: relative(reports, files.results),
        results,
        sha256: sha256Of(files.results),
      })),
    );
    return page;
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    console.error(pc.yellow(`no page to look through: ${error.message}`));
    return undefined;
  }
}
