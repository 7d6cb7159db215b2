import { statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { ctrfText } from '../results/ctrf';
import { findResults } from '../results/find-results';
import { resultsPage } from '../results/report-folder';
import { devicesOf, type ReportedRun, readReportedRun } from '../results/reported-run';
import { replaceFile } from '../results/results-file';
import { exitCodes, wrongUsage } from './command-error';
import { counted } from './list';
import { type LogLinkArguments, withLogLink } from './log-link-option';
import { once } from './option-values';

/**
 * Forms of a report: the results page, the statement as Markdown and as a page to print, the Common Test Report Format,
 * the summary of a CI job, and commands for a test shell of LAVA.
 */
const formats = ['html', 'markdown', 'summary', 'ctrf', 'github', 'lava'] as const;

type Format = (typeof formats)[number];

/** The formats that a file of such a name holds, the usual one first. */
const formatsByExtension: Readonly<Record<string, readonly Format[]>> = {
  '.html': ['html', 'summary'],
  '.htm': ['html', 'summary'],
  '.md': ['markdown', 'github'],
  '.json': ['ctrf'],
};

interface ReportArguments extends LogLinkArguments {
  readonly reports?: readonly string[] | undefined;
  readonly format?: Format | undefined;
  readonly output?: string | undefined;
}

const usualReports = 'reports';

/** `vkextern report`: makes pages for people of results that are there already; needs no driver. */
export const reportCommand: CommandModule<object, ReportArguments> = {
  command: 'report [reports..]',
  describe: 'make a page of results: to look through, or as a statement on each device',
  builder: (parser) =>
    withLogLink(parser)
      .positional('reports', {
        describe: 'results.json files, reports/<driver> folders, or folders of such',
        type: 'string',
        array: true,
        defaultDescription: usualReports,
      })
      .option('format', {
        describe:
          'html: a page to look through, drivers side by side; markdown: a qualification statement on each device; summary: the same as a page to print; ctrf: JSON in the Common Test Report Format; github: Markdown for the summary of a CI job; lava: commands for a test shell of LAVA',
        choices: formats,
        requiresArg: true,
        defaultDescription: 'by the name of the file to write; html',
        coerce: once('--format') as (value: unknown) => Format,
      })
      .option('output', {
        alias: 'o',
        describe: 'the file to write',
        type: 'string',
        requiresArg: true,
        defaultDescription: 'html: results.html in the reports folder; otherwise stdout',
        coerce: once('--output'),
      }),
  handler: async ({ reports, format: asked, output, logLink }) => {
    const format = formatOf(asked, output);
    const paths = reports === undefined || reports.length === 0 ? [usualReports] : reports;
    const files = findResults(paths);
    const file = output ?? (format === 'html' ? pageOf(paths) : undefined);
    if (file !== undefined && files.some((one) => resolve(one) === resolve(file)))
      throw wrongUsage(`${file} is among the results to read: name another file to write with -o`);
    const runs = files
      .map(readReportedRun)
      .map((run) => ({ ...run, results: logLink?.addedTo(run.results) ?? run.results }));
    const text = await textOf(runs, format);
    if (file === undefined) process.stdout.write(text);
    else {
      replaceFile(file, text);
      const devices = counted(devicesOf(runs).length, 'device');
      console.log(`${shortPath(file)}: ${devices}, ${counted(outcomesIn(runs), 'outcome')}`);
    }
    process.exitCode = exitCodes.asExpected;
  },
};

/** The format that was asked for, or that the name of the file to write stands for. */
function formatOf(asked: Format | undefined, output: string | undefined): Format {
  const extension = extname(output ?? '').toLowerCase();
  const fitting = formatsByExtension[extension];
  if (asked === undefined) {
    if (extension === '') return 'html';
    if (fitting?.[0] !== undefined) return fitting[0];
    throw wrongUsage(`${output} does not tell which format it is to have: name it with --format`);
  }
  if (output !== undefined && fitting !== undefined && !fitting.includes(asked))
    throw wrongUsage(`--format ${asked} does not go into ${output}: ${extensionsOf(asked)}`);
  return asked;
}

function extensionsOf(format: Format): string {
  const usual = Object.entries(formatsByExtension).find(([, fitting]) => fitting.includes(format))?.[0];
  return usual === undefined ? 'give the file another ending' : `give the file the ending ${usual}`;
}

/** Where the page of a reports folder goes. */
function pageOf(paths: readonly string[]): string {
  const [path] = paths;
  if (paths.length === 1 && path !== undefined && statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return resultsPage(path);
  throw wrongUsage('these reports lie in no one folder: name the file to write with -o');
}

async function textOf(runs: readonly ReportedRun[], format: Format): Promise<string> {
  if (format === 'html') {
    const { reportPage } = await import('../report-page/report-page.js');
    return reportPage(runs, new Date());
  }
  const all = runs.map(({ results }) => results);
  if (format === 'ctrf') return ctrfText(all);
  if (format === 'github') {
    const { stepSummary } = await import('../verdicts/step-summary.js');
    return stepSummary(all, { strictRobustness: false });
  }
  if (format === 'lava') {
    const { lavaLines } = await import('../verdicts/lava-lines.js');
    return lavaLines(all);
  }
  const { statementOn } = await import('../statement/statement.js');
  const statements = devicesOf(runs).map(statementOn);
  if (statements.length === 0) throw wrongUsage('these results have no device to make a statement on');
  if (format === 'markdown') {
    const { statementsAsMarkdown } = await import('../statement/statement-markdown.js');
    return statementsAsMarkdown(statements);
  }
  const { statementsAsHtml } = await import('../statement/statement-html.js');
  return statementsAsHtml(statements);
}

function outcomesIn(runs: readonly ReportedRun[]): number {
  return devicesOf(runs).reduce((sum, { device }) => sum + device.outcomes.length, 0);
}

function shortPath(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
