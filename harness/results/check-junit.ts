import { join } from 'node:path';
import { compareWithJunit } from './junit-readback';
import { ReportError } from './report-error';
import { readResults, readText } from './results-file';

/** Checks junit.xml against results.json in each folder named: exit code 0 where they agree, 1 where not. */
async function main(folders: readonly string[]): Promise<number> {
  if (folders.length === 0) {
    console.error('usage: npm run check:junit -- reports/<driver> ...');
    return 2;
  }
  let status = 0;
  for (const folder of folders) {
    const file = join(folder, 'junit.xml');
    const results = readResults(join(folder, 'results.json'));
    const problems = await compareWithJunit(readText(file), results);
    for (const problem of problems) console.error(`${file}: ${problem}`);
    if (problems.length > 0) status = 1;
    else console.log(`${file}: agrees with results.json`);
  }
  return status;
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const known = error instanceof ReportError;
    console.error(known ? error.message : `junit.xml cannot be read: ${String(error).split('\n')[0]}`);
    process.exitCode = 1;
  },
);
