import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ReportError, reasonOf } from './report-error';
import { readResults } from './results-file';
import type { DeviceResults, Results } from './results-schema';

/** Results of one driver, with where they come from. */
export interface ReportedRun {
  /** Path as a reader knows it. */
  readonly file: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
  readonly results: Results;
}

/** One run on one device: a column of the page. */
export interface ReportedDevice extends ReportedRun {
  readonly device: DeviceResults;
}

/** Reads a results.json. @throws ReportError in one line */
export function readReportedRun(file: string): ReportedRun {
  return { file, results: readResults(file), sha256: sha256Of(file) };
}

/** SHA-256 of a file, in hexadecimal digits. @throws ReportError */
export function sha256Of(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch (error) {
    throw new ReportError(`cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** Every device of every run. */
export function devicesOf(runs: readonly ReportedRun[]): readonly ReportedDevice[] {
  return runs.flatMap((run) => run.results.devices.map((device) => ({ ...run, device })));
}
