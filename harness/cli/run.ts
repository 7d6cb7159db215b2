import { dirname, join, resolve } from 'node:path';
import pc from 'picocolors';
import type { Argv, CommandModule } from 'yargs';
import { runningSystem } from '../drivers/running-system';
import { requireTakeable } from '../results/folder-hold';
import { watchedKernelLog } from '../results/kernel-log-watch';
import { remarkLines, remarksOn } from '../results/remarks';
import { holdsRunWithoutFault, makeReportFolder, reportFiles } from '../results/report-folder';
import type { RunOptions } from '../results/run';
import { defaultTimeoutSeconds, limitFactor } from '../results/time-limits';
import { platformName } from '../runner/case-platforms';
import { Verdicts } from './baseline-options';
import { wrongUsage } from './command-error';
import { noDevice, noteLine, problemLine } from './devices';
import { driverChoice } from './driver-options';
import { requireExpected } from './expected-driver';
import { againInGuest, bootsGuest } from './in-guest';
import { Interruption } from './interruption';
import { runAndRecord } from './recorded-run';
import { Resumption } from './resume';
import { devicesFor } from './run-devices';
import { type RunArguments, withRunOptions } from './run-options';
import { writeRunPage } from './run-page';
import { RunSummary } from './run-summary';
import { selectInstances, selectionOf } from './selection-options';
import { appendStepSummary, requireAppendable } from './step-summary-option';
import { requireWorkingFolders } from './working-folders';

type Parsed = ReturnType<typeof withRunOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern run`, also without its name: runs the selected cases on the chosen devices and writes the reports. */
export const runCommand: CommandModule<object, Parsed> = {
  command: ['run [cases..]', '$0'],
  describe: 'run cases on the Vulkan devices of this machine',
  builder: withRunOptions,
  handler: async (given) => {
    process.exitCode = await run(given);
  },
};

/**
 * Where the reports go unless `--reports` says it: what a driver does under a fault, or in a guest, must not take the
 * place of what it does here.
 */
function usualReports({ inGuest, fault }: RunArguments): string {
  return join('reports', inGuest ? 'in-guest' : '', fault === undefined ? '' : 'under-fault');
}

/**
 * What a driver does under a fault must not take the place of what it does without one, nor of a run that can be gone on
 * with, where `--reports` names a folder that has that.
 * @throws CommandError
 */
function requireNoneWithoutFault(reports: string, drivers: readonly string[]): void {
  for (const name of drivers) {
    const { folder } = reportFiles(reports, name);
    if (holdsRunWithoutFault(reports, name))
      throw wrongUsage(
        `${folder} has a run without a fault, and one under a fault does not take its place: name another folder with --reports`,
      );
  }
}

/** Where else than to the reports folder a run writes. */
function foldersOf({ stepSummary }: RunArguments): readonly string[] {
  return stepSummary === undefined ? [] : [dirname(resolve(stepSummary))];
}

/** @returns the exit code. */
async function run(asked: RunArguments): Promise<number> {
  const resumption =
    asked.resume === undefined ? undefined : await Resumption.of(asked.resume, asked, process.argv.slice(2));
  const given = resumption?.given ?? asked;
  const selection = selectionOf(given);
  const selected = selectInstances(selection, given.testNamePattern);
  const verdicts = new Verdicts(given);
  requireWorkingFolders();
  const found = await devicesFor(given);
  const { devices, broken, notes, unasked } = resumption?.chosen(found) ?? found;
  requireExpected({ devices, broken }, given);
  const reportsFolder = resolve(given.reports ?? usualReports(given));
  const named = [...new Set([...devices, ...broken].map(({ driver }) => driver.name))];
  const runs = named.length > 0;
  if (given.fault !== undefined) requireNoneWithoutFault(reportsFolder, named);
  if (runs) requireAppendable(given);
  if (runs && bootsGuest(given)) {
    makeReportFolder(reportsFolder);
    for (const name of named) requireTakeable(reportFiles(reportsFolder, name).folder);
    return againInGuest(given, [reportsFolder, ...foldersOf(given)]);
  }
  const kernelLog = given.kmsg && runs ? watchedKernelLog() : undefined;
  for (const note of notes) console.error(noteLine(note));
  for (const one of broken) console.error(problemLine(one));
  if (!runs) throw await noDevice([]);
  const platforms = new Set(devices.map(({ capabilities }) => capabilities.platform as string));
  if (devices.length > 0 && !selected.some(({ platform }) => platform === 'any' || platforms.has(platform))) {
    const named = (of: Iterable<string>) => [...of].map((platform) => platformName(platform)).join(' and ');
    const others = new Set(selected.map(({ platform }) => platform));
    throw wrongUsage(`every case selected is for ${named(others)} alone, and this is ${named(platforms)}`);
  }
  for (const line of verdicts.prepare(named)) console.error(pc.yellow(line));
  const drivers = new Map(devices.map(({ driver }) => [driver.name, driver])).values();
  const system = runningSystem();
  const told = [...drivers].map((driver) => ({
    driver,
    remarks: remarksOn(driver, { unasked, inGuest: given.inGuest, system }),
  }));
  for (const line of remarkLines(told)) console.error(pc.yellow(line));
  for (const line of resumption?.baselineLines(verdicts.baselineOf) ?? []) console.error(pc.yellow(line));
  if (resumption !== undefined) console.error(resumption.line);
  const options: RunOptions = {
    devices,
    selection,
    jobs: given.jobs,
    timeoutSeconds: given.timeout ?? defaultTimeoutSeconds * limitFactor(given.inGuest),
    limitFactor: limitFactor(given.inGuest),
    isolate: given.isolate,
    repeat: given.repeat,
    retries: given.retries,
    judge: verdicts.live,
    ...(given.testNamePattern === undefined ? {} : { testNamePattern: given.testNamePattern }),
    ...(given.eachValue ? { instances: 'each-value' as const } : {}),
    ...(given.shard === undefined ? {} : { shard: given.shard }),
    ...(given.bail === undefined ? {} : { bail: given.bail }),
    ...(resumption === undefined ? {} : { known: resumption.known }),
  };
  const interruption = new Interruption('what has not run is recorded as missing');
  interruption.listen();
  const { icds, direct } = driverChoice(given);
  const settings = {
    reports: reportsFolder,
    inGuest: given.inGuest,
    arguments: process.argv.slice(2),
    icds,
    direct,
    broken,
    unasked,
    system,
    flakes: given.flakes,
    judge: verdicts.judge,
    baselineOf: verdicts.baselineOf,
    ...(given.logLink === undefined ? {} : { logLink: given.logLink }),
    ...(resumption === undefined ? {} : { goesOn: resumption.goesOn }),
  };
  const recorded = await runAndRecord(options, settings, interruption, kernelLog);
  const { end } = recorded;
  const reports = [...recorded.reports, ...(resumption?.finishedBefore() ?? [])];
  const page = await writeRunPage(settings.reports, reports);
  const summary = new RunSummary(reports, end, given.strictRobustness, given.jobs, page);
  appendStepSummary(
    given,
    reports.map(({ results }) => results),
    given.strictRobustness,
  );
  interruption.forget();
  if (given.json) console.log(JSON.stringify(summary.asJson(), null, 2));
  else console.log(summary.asText());
  return summary.exitCode;
}
