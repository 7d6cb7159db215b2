import { dirname, resolve } from 'node:path';
import pc from 'picocolors';
import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { writeCtrf } from '../results/ctrf';
import { type FoundShard, findShards } from '../results/find-results';
import { requireFree as requireNoRun } from '../results/folder-hold';
import { isPlanned, readAnyJournal } from '../results/journal';
import { writeJunit } from '../results/junit';
import { mergedResults } from '../results/merged-results';
import type { ShardResults } from '../results/placed-shards';
import { ReportError } from '../results/report-error';
import { makeReportFolder, reportFiles } from '../results/report-folder';
import { readResults, writeResults } from '../results/results-file';
import { resultsOfJournal } from '../results/results-of-journal';
import { suiteInstances } from './baseline-options';
import { endOf, lacksShards, requireFreeFor } from './kept-runs';
import { lostOutcomes } from './lost-outcomes';
import { once } from './option-values';
import { writeRunPage } from './run-page';
import { RunSummary } from './run-summary';
import { appendStepSummary, requireAppendable, withStepSummary } from './step-summary-option';

function withOptions(parser: Argv<object>) {
  return withStepSummary(parser)
    .positional('paths', {
      describe:
        'results.json, reports/<driver>, or a reports folder, of each shard; of one that died its journal is taken',
      type: 'string',
      array: true,
      demandOption: true,
    })
    .option('reports', {
      describe: 'the folder to write <driver>/results.json and what else a run writes to',
      type: 'string',
      requiresArg: true,
      demandOption: true,
      coerce: once('--reports'),
    })
    .option('strict-robustness', {
      describe: 'let robustness cases decide the exit code too',
      type: 'boolean',
      default: false,
    })
    .option('json', { describe: 'print the summary for a machine to read', type: 'boolean', default: false });
}

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern merge`: joins the reports of shards into those of one run. */
export const mergeCommand: CommandModule<object, Parsed> = {
  command: 'merge <paths..>',
  describe: 'join the reports of shards into those of one run',
  builder: withOptions,
  handler: async (given) => {
    process.exitCode = await merge(given);
  },
};

/** @returns the exit code. */
async function merge(given: ArgumentsCamelCase<Parsed>): Promise<number> {
  const found = findShards(given.paths);
  requireAppendable(given);
  const shards = found.map(shardAt);
  const read = shards.flatMap((shard) => shard ?? []);
  if (read.length === 0) throw new ReportError('nothing of what is to be merged had come to its first case');
  const inputs = found.map(({ file }) => file);
  const drivers = [...new Set(read.map(({ results }) => results.driver.name))];
  const reports = resolve(given.reports);
  const order = suiteInstances().map(({ id }) => id);
  const merged = drivers.map((name) => {
    const own = read.filter(({ results }) => results.driver.name === name);
    const files = reportFiles(reports, name);
    requireFreeFor(files, reports, inputs, 'merged');
    return { files, ...mergedResults(own, { reports, order, lost: lostOutcomes }) };
  });
  for (const { files, results } of merged) {
    makeReportFolder(files.folder);
    writeResults(files.results, results);
    await writeJunit(files.junit, results);
    writeCtrf(files.ctrf, [results]);
  }
  const page = await writeRunPage(reports, merged);
  const runs = merged.map(({ results }) => results);
  const jobs = Math.max(...runs.map(({ run }) => run.jobs));
  const isLacking = read.length < shards.length || runs.some(lacksShards);
  const summary = new RunSummary(merged, endOf(runs), given.strictRobustness, jobs, page, { isLacking });
  appendStepSummary(given, runs, given.strictRobustness);
  if (given.json) console.log(JSON.stringify(summary.asJson(), null, 2));
  else console.log(summary.asText());
  return summary.exitCode;
}

/** What a file says of a shard: nothing, which is told, where that died before its first case. */
function shardAt({ file, isJournal }: FoundShard): ShardResults | undefined {
  if (!isJournal) return { file, results: readResults(file) };
  requireNoRun(dirname(file), 'here');
  const journal = readAnyJournal(file);
  if (isPlanned(journal)) {
    const died = { baseline: journal.header.baseline?.sha256 };
    return { file, results: resultsOfJournal(journal), died };
  }
  const { header } = journal;
  const run = header === undefined ? 'that run' : `that run on ${header.driver.name}`;
  console.error(pc.yellow(`${file} is left out: ${run} died before its first case`));
  return undefined;
}
