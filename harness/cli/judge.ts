import { join, resolve } from 'node:path';
import pc from 'picocolors';
import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { writeCtrf } from '../results/ctrf';
import { findResults } from '../results/find-results';
import { writeJunit } from '../results/junit';
import { notJudged } from '../results/merged-results';
import { makeReportFolder, reportFiles } from '../results/report-folder';
import { readResults, writeResults } from '../results/results-file';
import type { Results } from '../results/results-schema';
import type { DriverReport } from '../results/run-recorder';
import { Verdicts, withVerdict } from './baseline-options';
import { wrongUsage } from './command-error';
import { endOf, lacksShards, requireFreeFor } from './kept-runs';
import { withLogLink } from './log-link-option';
import { once } from './option-values';
import { writeRunPage } from './run-page';
import { RunSummary } from './run-summary';
import { appendStepSummary, requireAppendable, withStepSummary } from './step-summary-option';

function withOptions(parser: Argv<object>) {
  return withStepSummary(withLogLink(withVerdict(parser)))
    .positional('paths', {
      describe: 'results.json, reports/<driver>, or a folder of such; reports by default',
      type: 'string',
      array: true,
    })
    .option('reports', {
      describe: 'write <driver>/results.json, junit.xml, ctrf.json and a results.html with the verdicts here',
      type: 'string',
      requiresArg: true,
      coerce: once('--reports'),
    })
    .option('json', { describe: 'print the summary for a machine to read', type: 'boolean', default: false });
}

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern judge`: judges reports that are there already by a baseline, as a run does its own. */
export const judgeCommand: CommandModule<object, Parsed> = {
  command: 'judge [paths..]',
  describe: 'judge reports that are there already by a baseline',
  builder: withOptions,
  handler: async (given) => {
    process.exitCode = await judge(given);
  },
};

/** @returns the exit code. */
async function judge(given: ArgumentsCamelCase<Parsed>): Promise<number> {
  if (given.baseline === undefined) throw wrongUsage('judge needs --baseline');
  const verdicts = new Verdicts(given);
  requireAppendable(given);
  const files = findResults(
    given.paths === undefined || given.paths.length === 0 ? ['reports'] : given.paths,
  );
  const read = files.map((file) => ({ file, results: readResults(file) }));
  const drivers = [...new Set(read.map(({ results }) => results.driver.name))];
  const into = given.reports;
  if (into !== undefined && drivers.length < read.length)
    throw wrongUsage('--reports takes one run of each driver, and these are several');
  if (into !== undefined)
    for (const name of drivers)
      requireFreeFor(reportFiles(resolve(into), name), resolve(into), files, 'judged');
  for (const line of verdicts.prepare(drivers)) console.error(pc.yellow(line));
  const reports: DriverReport[] = [];
  for (const { file, results } of read) {
    const remarks = results.remarks.filter((remark) => remark !== notJudged);
    const bare = verdicts.judge({ ...results, remarks, run: { ...results.run, flakes: given.flakes } });
    const judged = given.logLink?.addedTo(bare) ?? bare;
    reports.push({ files: await written(judged, file, into), results: judged });
  }
  const runs = reports.map(({ results }) => results);
  const jobs = Math.max(...runs.map(({ run }) => run.jobs));
  const page = into === undefined ? undefined : await writeRunPage(resolve(into), reports);
  const isLacking = runs.some(lacksShards);
  const summary = new RunSummary(reports, endOf(runs), given.strictRobustness, jobs, page, { isLacking });
  appendStepSummary(given, runs, given.strictRobustness);
  if (into === undefined && !given.json)
    console.log('These reports stay as they are; --reports DIR writes some with the verdicts below.\n');
  if (given.json) console.log(JSON.stringify(summary.asJson(), null, 2));
  else console.log(summary.asText());
  return summary.exitCode;
}

/** Writes the reports where that is asked for; tells where they lie. */
async function written(results: Results, file: string, into: string | undefined) {
  if (into === undefined) {
    const folder = resolve(file, '..');
    return {
      folder,
      results: file,
      junit: join(folder, 'junit.xml'),
      ctrf: join(folder, 'ctrf.json'),
      journal: join(folder, 'journal.jsonl'),
    };
  }
  const files = reportFiles(resolve(into), results.driver.name);
  makeReportFolder(files.folder);
  writeResults(files.results, results);
  await writeJunit(files.junit, results);
  writeCtrf(files.ctrf, [results]);
  return files;
}
