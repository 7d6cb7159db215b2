import { join } from 'node:path';
import picomatch from 'picomatch';
import { findingsOn } from '../results/known-findings';
import { ReportError } from '../results/report-error';
import { readResults } from '../results/results-file';
import type { Results } from '../results/results-schema';
import { type ProgramProblem, problemsAmong } from './programs-at-once';
import { compileReproducer, runReproducer } from './shown-deviation';

const broken: ReadonlySet<string> = new Set(['fail', 'crash', 'timeout']);
const deviationShows = 1;

/**
 * The case instances of a run to make programs of: of each finding the first of every glob, or all that broke.
 * @param each whether all are wanted
 */
export function instancesToShow(results: Results, each: boolean): readonly string[] {
  const ids = results.devices
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ status }) => broken.has(status))
    .map(({ id }) => id);
  if (each) return ids;
  const globs = findingsOn(results)
    .filter(({ sometimes }) => sometimes !== true)
    .flatMap(({ cases }) => cases);
  const firsts = globs.map((glob) => {
    const matches = picomatch(glob);
    return ids.find((id) => matches(id));
  });
  return [...new Set(firsts.filter((id) => id !== undefined))];
}

/** Has a program made, compiled and run; gives what went wrong, or undefined where it shows the deviation. */
async function problemOf(
  { driver }: Results,
  id: string,
  headers: string,
  folder: string,
): Promise<ProgramProblem | undefined> {
  const { loader, library, manifest, dynamicLinker } = driver;
  const choice = ['--driver', driver.name];
  const found = { choice, library: loader ?? library, manifest, dynamicLinker, environment: {} };
  const problem = await compileReproducer(id, found, headers, folder);
  if (problem !== undefined) return { says: problem, isFalse: false };
  const { status, printed } = await runReproducer(folder, found);
  // A driver may leave a deviation to chance: that it does not show once is not false yet.
  return status === deviationShows ? undefined : { says: `ended with ${status}: ${printed}`, isFalse: false };
}

async function main(given: readonly string[]): Promise<number> {
  const each = given.includes('--each');
  const [headers, ...reports] = given.filter((word) => word !== '--each');
  if (headers === undefined || reports.length === 0) {
    console.error('usage: npm run check:reproducers -- [--each] INCLUDE_FOLDER reports/<driver> ...');
    return 2;
  }
  const subjects = reports.flatMap((report) => {
    const results = readResults(join(report, 'results.json'));
    return instancesToShow(results, each).map((id) => ({ results, id }));
  });
  const { wrong, askedAgain } = await problemsAmong(
    subjects,
    ({ results, id }, folder) => problemOf(results, id, headers, folder),
    ({ results, id }, problem) => {
      console.log(`${problem === undefined ? 'shows' : 'WRONG'} ${results.driver.name} ${id}`);
      if (problem !== undefined) console.log(`  ${problem}`);
    },
  );
  const right = subjects.length - wrong;
  console.log(`${right} programs show what the suite found, ${wrong} do not; ${askedAgain} were made anew`);
  return wrong === 0 && right > 0 ? 0 : 1;
}

if (require.main === module)
  main(process.argv.slice(2)).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      if (!(error instanceof ReportError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
    },
  );
