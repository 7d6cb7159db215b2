import { join } from 'node:path';
import picomatch from 'picomatch';
import { findingsOn } from './known-findings';
import { ReportError } from './report-error';
import { readResults } from './results-file';
import type { Results } from './results-schema';

const unwanted: ReadonlySet<string> = new Set(['fail', 'crash', 'timeout', 'missing', 'flake']);

/**
 * What does not fit between the outcomes of a run and the findings on its driver: outcomes that no finding
 * accounts for, and findings of which nothing shows any more though their cases were selected. One line each.
 */
export function compareWithFindings(results: Results): readonly string[] {
  const outcomes = results.devices.flatMap((device) => device.outcomes);
  const globs = findingsOn(results).flatMap(({ cases, heading, sometimes = false }) =>
    cases.map((glob) => ({ glob, heading, sometimes, matches: picomatch(glob) })),
  );
  const shown = outcomes.filter(({ status }) => unwanted.has(status));
  const { problem } = results;
  const { fault } = results.driver;
  if (fault !== undefined) return [`it ran under the fault ${fault}, and says nothing of the driver`];
  return [
    ...(problem === null
      ? []
      : [`no finding accounts for ${problem.status} of the driver: ${problem.message}`]),
    ...shown
      .filter(({ id }) => !globs.some(({ matches }) => matches(id)))
      .map(({ id, status, message }) => `no finding accounts for ${status} of ${id}: ${message}`),
    ...globs
      .filter(({ sometimes }) => !sometimes)
      .filter(({ matches }) => outcomes.some(({ id }) => matches(id)) && !shown.some(({ id }) => matches(id)))
      .map(({ glob, heading }) => `nothing shows any more of "${heading}" by ${glob}`),
  ];
}

function main(folders: readonly string[]): number {
  if (folders.length === 0) {
    console.error('usage: npm run check:findings -- reports/<driver> ...');
    return 2;
  }
  let status = 0;
  for (const folder of folders) {
    const file = join(folder, 'results.json');
    const problems = compareWithFindings(readResults(file));
    for (const problem of problems) console.error(`${file}: ${problem}`);
    if (problems.length > 0) status = 1;
    else console.log(`${file}: every outcome is as required or accounted for by a finding`);
  }
  return status;
}

if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
