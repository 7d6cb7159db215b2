import { existsSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { instancesOf } from '../cases/case-instance';
import { findResults } from '../results/find-results';
import { makeReportFolder } from '../results/report-folder';
import { readResults, replaceFile } from '../results/results-file';
import type { Results } from '../results/results-schema';
import { readBaseline } from '../verdicts/baseline';
import { baselineFile, isAbout } from '../verdicts/baseline-set';
import { observe } from '../verdicts/observed';
import { newBaseline, type UpdatedBaseline, updatedBaseline } from '../verdicts/updated-baseline';
import { exitCodes, wrongUsage } from './command-error';
import { counted } from './list';
import { once } from './option-values';
import { allCases } from './selection-options';

function withOptions(parser: Argv<object>) {
  return parser
    .positional('reports', {
      describe:
        'results.json, reports/<driver>, or a folder of such; several runs of a driver are taken together',
      type: 'string',
      array: true,
    })
    .option('output', {
      alias: 'o',
      describe: 'the file to write or bring up to date, or a folder of <driver>.yaml; stdout by default',
      type: 'string',
      requiresArg: true,
      coerce: once('--output'),
    })
    .option('check', {
      describe: 'write nothing: exit code 1 where the file is not up to date',
      type: 'boolean',
      default: false,
    })
    .option('json', {
      describe: 'print what changed for a machine to read',
      type: 'boolean',
      default: false,
    });
}

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern baseline`: writes what runs showed as what is expected of a driver, or brings that up to date. */
export const baselineCommand: CommandModule<object, Parsed> = {
  command: 'baseline [reports..]',
  describe: 'write the outcomes of runs as the expected ones, to judge later runs by',
  builder: withOptions,
  handler: (given) => {
    process.exitCode = baseline(given);
  },
};

/** @returns the exit code. */
function baseline({ reports = [], output, check, json }: Parsed): number {
  if (check && output === undefined) throw wrongUsage('--check needs the file to compare with: -o FILE');
  const runs = findResults(reports.length === 0 ? ['reports'] : reports).map((file) => readResults(file));
  const byDriver = new Map<string, Results[]>();
  for (const run of runs) byDriver.set(run.driver.name, [...(byDriver.get(run.driver.name) ?? []), run]);
  const intoFolder = output !== undefined && isFolder(output);
  if (byDriver.size > 1 && !intoFolder) {
    throw wrongUsage(
      `these are reports of several drivers (${[...byDriver.keys()].join(', ')}): name those of one, or a folder with -o`,
    );
  }
  if (intoFolder && !check) makeReportFolder(output, '--output');
  const told = [...byDriver].map(([driver, of]) => {
    for (const line of remarks(driver, of)) console.error(line);
    const file = intoFolder ? baselineFile(output, driver) : output;
    const isNew = file !== undefined && !existsSync(file);
    return { file, driver, isNew, ...madeFrom(driver, of, file) };
  });
  for (const one of told) {
    if (one.file === undefined) process.stdout.write(one.text);
    else if (!check && isStale(one)) {
      makeReportFolder(dirname(one.file), '--output');
      replaceFile(one.file, one.text);
    }
  }
  if (output !== undefined) tell(told, check, json);
  return check && told.some(isStale) ? exitCodes.unexpectedOutcomes : exitCodes.asExpected;
}

function isFolder(path: string): boolean {
  return (
    path.endsWith('/') ||
    path.endsWith(sep) ||
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  );
}

/** What a reader should know of these runs, in lines. */
function remarks(driver: string, runs: readonly Results[]): readonly string[] {
  const unasked = runs.find(({ problem }) => problem !== null);
  if (unasked !== undefined)
    throw wrongUsage(`${driver} could not be asked for its devices: ${unasked.problem?.message}`);
  const faults = new Set(runs.flatMap((run) => run.driver.fault ?? []));
  const stopped = runs.filter((run) => run.run.stopped !== 'no').length;
  return [
    ...[...faults].map((fault) => `${driver} ran under the fault ${fault}: this says nothing of it as it is`),
    ...(stopped > 0
      ? [`${counted(stopped, 'run')} of ${driver} did not end by itself: what did not run is left as it was`]
      : []),
  ];
}

function madeFrom(driver: string, runs: readonly Results[], file: string | undefined): UpdatedBaseline {
  const suite = allCases().flatMap((owner) =>
    instancesOf(owner).map(({ id, platform }) => ({ id, case: owner.id, platform })),
  );
  const devices = observe(runs);
  if (file === undefined || !existsSync(file)) return newBaseline(driver, devices, suite);
  const before = readBaseline(file);
  if (!isAbout(before, driver))
    throw wrongUsage(`${file} is about ${before.driver}, and the reports are about ${driver}`);
  return updatedBaseline(before, driver, devices, suite);
}

interface Told extends UpdatedBaseline {
  readonly driver: string;
  /** Where it is kept; none where it goes to stdout. */
  readonly file: string | undefined;
  /** Whether it is not there yet. */
  readonly isNew: boolean;
}

function isStale({ changes, isNew }: Told): boolean {
  return changes.length > 0 || isNew;
}

function tell(all: readonly Told[], check: boolean, json: boolean): void {
  if (json) {
    console.log(
      JSON.stringify(
        all.map((one) => ({
          ...{ driver: one.driver, file: one.file, isUpToDate: !isStale(one) },
          ...{ changes: one.changes, unexplained: one.unexplained },
        })),
        null,
        2,
      ),
    );
    return;
  }
  for (const one of all) {
    const { file, changes, unexplained } = one;
    for (const change of changes) console.log(change);
    if (!isStale(one)) console.log(`${file} is up to date`);
    else if (check) console.log(`${file} is not up to date: vkextern baseline writes it`);
    else console.log(`${file} written: ${counted(changes.length, 'change')}`);
    if (unexplained.length === 0) continue;
    console.log(`Say why in place of TODO:`);
    for (const { line, cases } of unexplained) console.log(`  ${file}:${line}: ${cases}`);
  }
}
