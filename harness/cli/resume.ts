import { relative, resolve } from 'node:path';
import yargs from 'yargs';
import type { Device } from '../drivers/driver';
import { reportFiles } from '../results/report-folder';
import type { JudgedBy } from '../results/results-schema';
import {
  finishedBeside,
  knownOutcomes,
  readUnfinishedRun,
  type UnfinishedRun,
} from '../results/unfinished-run';
import { wrongUsage } from './command-error';
import { parserSettings } from './parser-settings';
import type { RunDevices } from './run-devices';
import { type RunArguments, withRunOptions } from './run-options';

/** What may be given anew with `--resume`: it is about the machine or the job, and no outcome hangs on it. */
const free: ReadonlySet<string> = new Set([
  'resume',
  'json',
  'guestLimit',
  'logLink',
  'stepSummary',
  '_',
  '$0',
]);

/** A run that goes on with one that did not come to its end. */
export class Resumption {
  private constructor(
    private readonly run: UnfinishedRun,
    /** The arguments of the run that it goes on with, this call's where they are free. */
    readonly given: RunArguments,
  ) {}

  /**
   * @param asked the arguments of this call
   * @param words its command line
   * @throws CommandError where these contradict those of the earlier run; ResumeRefused, ReportError
   */
  static async of(folder: string, asked: RunArguments, words: readonly string[]): Promise<Resumption> {
    const run = readUnfinishedRun(folder);
    const earlier: RunArguments = {
      ...(await parsed(run.begin.arguments)),
      jobs: run.begin.jobs,
      reports: run.reports,
    };
    const contradicted = givenIn(asked, words, await parsed([])).find(
      ([name, value]) => JSON.stringify(comparable(name, value)) !== JSON.stringify(earlier[name]),
    );
    if (contradicted !== undefined) {
      const [name, value] = contradicted;
      const told = (one: unknown): string => (one === undefined ? 'nothing' : JSON.stringify(one));
      throw wrongUsage(
        `--resume goes on with a run whose ${optionOf(name)} was ${told(earlier[name])}, which ${told(value)} contradicts: leave it out`,
      );
    }
    const { json, stepSummary, guestLimit = earlier.guestLimit, logLink = earlier.logLink } = asked;
    return new Resumption(run, { ...earlier, json, stepSummary, guestLimit, logLink });
  }

  /** The folder of the reports. */
  get reports(): string {
    return this.run.reports;
  }

  /** What a recorder is told of it. */
  get goesOn(): UnfinishedRun {
    return this.run;
  }

  get known() {
    return knownOutcomes(this.run);
  }

  /** One line for people. */
  get line(): string {
    const { journals, begin } = this.run;
    const where = relative(process.cwd(), this.reports) || '.';
    const named = `the run of ${begin.startedAt} in ${where.startsWith('..') ? this.reports : where}`;
    if (journals.size === 0) return `Beginning ${named} anew: it had not come to its first case.`;
    const all = [...journals.values()];
    const planned = all.reduce((sum, { plan }) => sum + plan.cases.length, 0);
    const known = all.reduce(
      (sum, { outcomes }) => sum + new Set(outcomes.map(({ device, id }) => `${device} ${id}`)).size,
      0,
    );
    return `Going on with ${named}: ${known} of ${planned} outcomes are known.`;
  }

  /**
   * A line for each driver whose baseline is not what the run began with.
   * @param now the baseline of a driver, by its name
   */
  baselineLines(now: (driver: string) => Pick<JudgedBy, 'file' | 'sha256'> | undefined): readonly string[] {
    return [...this.run.headers].flatMap(([driver, { baseline }]) => {
      const found = now(driver);
      if (found?.sha256 === baseline?.sha256) return [];
      const file = found?.file ?? baseline?.file;
      return [
        `${file} has changed since the run on ${driver} began: all of it is judged by what the baseline says now`,
      ];
    });
  }

  /**
   * What of these is of the run; other drivers came to their end before.
   * @throws CommandError where a driver of the run is not among them
   */
  chosen(found: RunDevices): RunDevices {
    const names = [...found.devices, ...found.broken].map(({ driver }) => driver.name);
    const { headers, unplanned, reports } = this.run;
    const absent = [...headers.keys()].find((name) => !names.includes(name));
    if (absent !== undefined)
      throw wrongUsage(`cannot go on with the run on ${absent}, which has no device here`);
    const isOfIt = ({ driver: { name } }: Pick<Device, 'driver'>): boolean =>
      headers.has(name) || unplanned.has(reportFiles(reports, name).folder);
    return { ...found, devices: found.devices.filter(isOfIt), broken: found.broken.filter(isOfIt) };
  }

  /** Reports of drivers that came to their end before the run died. */
  finishedBefore() {
    return finishedBeside(this.run);
  }
}

/** Reads a command line as `vkextern run` does. */
async function parsed(words: readonly string[]): Promise<RunArguments> {
  let found: RunArguments | undefined;
  await yargs([...words])
    .command({
      command: ['run [cases..]', '$0'],
      describe: false,
      builder: withRunOptions,
      handler: (given) => {
        found = given;
      },
    })
    .strict()
    .parserConfiguration(parserSettings)
    .help(false)
    .version(false)
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? wrongUsage(`the run was called in a way that this release does not know: ${message}`);
    })
    .parseAsync();
  if (found === undefined) throw wrongUsage('the run was called as another command');
  return found;
}

type Given = readonly [name: keyof RunArguments, value: unknown];

/** What a command line gives by itself, defaults left aside. */
function givenIn(asked: RunArguments, words: readonly string[], defaults: RunArguments): readonly Given[] {
  const isSpelled = (name: string): boolean =>
    words.some((word) => word === optionOf(name) || word.startsWith(`${optionOf(name)}=`));
  return (Object.entries(asked) as Given[]).filter(
    ([name, value]) =>
      name.length > 1 &&
      !name.includes('-') &&
      !free.has(name) &&
      value !== undefined &&
      !(Array.isArray(value) && value.length === 0) &&
      (isSpelled(name) || JSON.stringify(value) !== JSON.stringify(defaults[name])),
  );
}

function comparable(name: string, value: unknown): unknown {
  return name === 'reports' ? resolve(String(value)) : value;
}

function optionOf(name: string): string {
  return name === 'cases'
    ? 'selection'
    : `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
