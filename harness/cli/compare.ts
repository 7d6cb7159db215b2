import { statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Argv, CommandModule } from 'yargs';
import { type Selectable, type Selection, selector } from '../cases/selection';
import { replaceFile } from '../results/results-file';
import { type OutcomeEntry, requirementClasses } from '../results/results-schema';
import { isBroken } from '../results/totals';
import { type ComparedRun, devicesOf, readRuns } from '../verdicts/compared-run';
import { compareRuns } from '../verdicts/comparison';
import { comparisonHtml } from '../verdicts/comparison-html';
import { comparisonMarkdown } from '../verdicts/comparison-markdown';
import { type Comparison, comparisonSchema, type DeviceDifference } from '../verdicts/comparison-schema';
import { comparisonText } from '../verdicts/comparison-text';
import { verdictLine } from '../verdicts/comparison-wording';
import { durationRule } from '../verdicts/duration-changes';
import { exitCodes, wrongUsage } from './command-error';
import { once } from './option-values';
import { hint, selectionOf } from './selection-options';

const formats = ['text', 'markdown', 'json', 'html'] as const;
type Format = (typeof formats)[number];

/** What `-o` means where no format is given. */
const formatByExtension: Readonly<Record<string, Format>> = {
  '.md': 'markdown',
  '.json': 'json',
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'text',
};

const failOn = ['regression', 'new', 'change', 'never'] as const;

function withCompareOptions(parser: Argv<object>) {
  return parser
    .positional('runs', {
      describe:
        'a results.json, the folder of a driver, or a reports folder; the first is the reference for all others',
      type: 'string',
      array: true,
      demandOption: true,
    })
    .option('format', {
      describe: 'how to tell it; without it by the ending of --output',
      choices: formats,
      defaultDescription: 'text',
    })
    .option('output', {
      alias: 'o',
      describe: 'write it to this file',
      type: 'string',
      requiresArg: true,
      coerce: once('--output'),
    })
    .option('fail-on', {
      describe:
        'what makes the exit code 1: regressions; these and what is new and not as required; any other status, capability or device; or nothing',
      choices: failOn,
      default: 'regression' as const,
    })
    .option('device', {
      describe: 'devices by name or key, as a glob, or by deviceUUID, on either side; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('case', {
      describe: 'only cases with an id like this glob, such as fence.import.*; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('class', {
      describe: 'only cases of this class; may be given again',
      choices: requirementClasses,
      array: true,
      type: 'string',
    })
    .option('requirement', {
      describe: 'only cases that prove a requirement with an id like this glob; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('strict-robustness', {
      describe: 'let robustness cases decide too',
      type: 'boolean',
      default: false,
    })
    .option('strict-quality', {
      describe: 'let quality cases decide too',
      type: 'boolean',
      default: false,
    })
    .option('all', {
      describe: 'tell every change, however many there are',
      type: 'boolean',
      default: false,
    })
    .epilogue(`${durationRule} It decides nothing.`);
}

type Parsed = ReturnType<typeof withCompareOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern compare`: what changed between two runs, or from a first to several others; needs no driver. */
export const compareCommand: CommandModule<object, Parsed> = {
  command: 'compare <runs..>',
  describe: 'what changed between runs: regressions, fixes, capabilities',
  builder: withCompareOptions,
  handler: (given) => {
    process.exitCode = compare(given);
  },
};

/** @returns the exit code. */
function compare(given: Parsed): number {
  const { output } = given;
  const format = given.format ?? formatFor(output);
  if (output !== undefined) requireWritable(output);
  const runs = readRuns(given.runs);
  if (runs.length < 2) {
    throw wrongUsage(
      `${given.runs.join(' ')} is one run, and a comparison needs two: name the reference first, then what to compare with it`,
    );
  }
  if (output !== undefined) requireNoInput(output, runs);
  const comparison = compareRuns(runs, {
    takes: takenBy(selectionOf({ ...given, cases: given.case }), runs),
    devices: given.device ?? [],
    strictRobustness: given['strict-robustness'],
    strictQuality: given['strict-quality'],
  });
  requireCommonDevice(comparison, runs, given.device);
  const text = rendered(comparison, format, given.all, output === undefined);
  if (output === undefined) console.log(text);
  else {
    // Colours are for the terminal that the command runs on, not for a file.
    replaceFile(output, `${stripVTControlCharacters(text)}\n`);
    for (const difference of comparison.differences) console.log(verdictLine(difference));
  }
  return exitCodeOf(comparison, given['fail-on']);
}

/** The form that the ending of a file asks for. @throws CommandError where it asks for none that there is */
function formatFor(output: string | undefined): Format {
  if (output === undefined) return 'text';
  const format = formatByExtension[extname(output).toLowerCase()];
  if (format !== undefined) return format;
  const known = Object.keys(formatByExtension).join(', ');
  throw wrongUsage(`--output: ${output} ends in none of ${known}: choose with --format`);
}

function rendered(comparison: Comparison, format: Format, all: boolean, onTerminal: boolean): string {
  switch (format) {
    case 'json':
      return JSON.stringify(comparisonSchema.parse(comparison), null, 1);
    case 'markdown':
      return comparisonMarkdown(comparison, { all });
    case 'html':
      return comparisonHtml(comparison);
    case 'text': {
      const columns = onTerminal ? process.stdout.columns : undefined;
      return comparisonText(comparison, { width: Math.max(80, Math.min(columns ?? 120, 160)), all });
    }
  }
}

function exitCodeOf({ differences }: Comparison, on: (typeof failOn)[number]): number {
  const failed = differences.some(({ regressions, devices, problems }) => {
    if (on === 'never') return false;
    if (regressions > 0) return true;
    if (on === 'new') return devices.some(({ outcomes }) => outcomes.some(isNewDeviation));
    return on === 'change' && (problems.length > 0 || devices.some(hasChanged));
  });
  return failed ? exitCodes.unexpectedOutcomes : exitCodes.asExpected;
}

/** Whether an outcome that counts was not there before, or was skipped, and is not as required. */
function isNewDeviation({ kind, decides, after }: DeviceDifference['outcomes'][number]): boolean {
  return kind === 'new' && decides && after !== null && isBroken(after);
}

/** Whether any outcome has another status than before, or the device offers anything else. */
function hasChanged({ before, outcomes, capabilities }: DeviceDifference): boolean {
  return before === null || capabilities.length > 0 || outcomes.some((one) => one.before !== one.after);
}

/** @throws CommandError for a part of the selection that nothing in any run matches. */
function takenBy(selection: Selection, runs: readonly ComparedRun[]): (outcome: OutcomeEntry) => boolean {
  const selectable = (entry: OutcomeEntry): Selectable => ({
    id: entry.id,
    case: { id: entry.case, class: entry.class, proves: entry.requirements },
  });
  const known = runs
    .flatMap(devicesOf)
    .flatMap(({ device }) => device.outcomes)
    .map(selectable);
  const none = { globs: [], classes: [], requirements: [] };
  const requireMatch = (what: string, glob: string, part: Partial<Selection>, names: readonly string[]) => {
    if (known.length === 0 || known.some(selector({ ...none, ...part }))) return;
    throw wrongUsage(`no ${what} in these runs matches ${glob}; ${hint(glob, [...new Set(names)])}`);
  };
  for (const glob of selection.globs) {
    const names = known.map((one) => (glob.includes(':') ? one.id : one.case.id));
    requireMatch('case', glob, { globs: [glob] }, names);
  }
  for (const glob of selection.requirements) {
    const names = known.flatMap((one) => one.case.proves);
    requireMatch('requirement', glob, { requirements: [glob] }, names);
  }
  const matches = selector(selection);
  if (known.length > 0 && !known.some(matches)) {
    throw wrongUsage('no case in these runs matches all of the selection together: leave a part of it out');
  }
  return (outcome) => matches(selectable(outcome));
}

/** @throws CommandError where no device of the reference is in any other run, so that nothing can be said. */
function requireCommonDevice(
  { differences }: Comparison,
  runs: readonly ComparedRun[],
  chosen: readonly string[] | undefined,
): void {
  const comparable = differences.some(
    ({ devices, problems }) =>
      problems.length > 0 || devices.some(({ before, after }) => before !== null && after !== null),
  );
  const known = runs.flatMap(devicesOf).map(({ device }) => device.key);
  if (comparable || known.length === 0) return;
  const there = [...new Set(known)].join(', ');
  if (chosen !== undefined) {
    throw wrongUsage(`--device ${chosen.join(' ')} leaves no two devices to compare; there are: ${there}`);
  }
  throw wrongUsage(
    `these runs have no device in common: ${there}; choose one on each side with --device, given twice`,
  );
}

/** @throws CommandError before anything takes its time. */
function requireWritable(output: string): void {
  const folder = dirname(resolve(output));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw wrongUsage(`--output: there is no folder ${folder}`);
  }
  if (statSync(output, { throwIfNoEntry: false })?.isFile() === false) {
    throw wrongUsage(`--output: ${output} is no ordinary file`);
  }
}

/** @throws CommandError where a run would be overwritten. */
function requireNoInput(output: string, runs: readonly ComparedRun[]): void {
  const file = resolve(output);
  if (runs.some(({ drivers }) => drivers.some((one) => resolve(one.file) === file))) {
    throw wrongUsage(`--output: ${output} is one of the runs to compare, and is left as it is`);
  }
}
