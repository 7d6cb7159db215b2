import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Argv } from 'yargs';
import { replaceFile } from '../results/results-file';
import { wrongUsage } from './command-error';
import { once } from './option-values';

/** What the options below give. */
export interface PageArguments {
  readonly page?: string | undefined;
  readonly checkPage?: string | undefined;
}

/** Adds the options of a command whose result is kept as a page. */
export function withPage<T>(parser: Argv<T>) {
  return parser
    .option('page', {
      describe: 'write the result as a Markdown page',
      type: 'string',
      requiresArg: true,
      coerce: once('--page'),
    })
    .option('check-page', {
      describe: 'compare the result with a page written before: one that is stale is an unexpected outcome',
      type: 'string',
      requiresArg: true,
      coerce: once('--check-page'),
    });
}

/** A page that is generated and kept. */
export class KeptPage {
  private readonly before: string | undefined;

  /**
   * Reads the page to compare with, before anything takes its time.
   * @throws CommandError where a page is not there, or can't be written
   */
  constructor(private readonly given: PageArguments) {
    const { page, checkPage } = given;
    try {
      if (page !== undefined) {
        accessSync(dirname(resolve(page)), constants.W_OK);
        if (statSync(page, { throwIfNoEntry: false })?.isFile() === false)
          throw new Error(`${page} is no ordinary file`);
      }
      if (checkPage !== undefined) this.before = readFileSync(checkPage, 'utf8');
    } catch (error) {
      throw wrongUsage(`the page: ${(error as Error).message}`);
    }
  }

  /**
   * Writes or compares it, where that is asked for; tells whether it is up to date, and where it is not.
   * @param lasting what of the page is the same on any machine: the rest may differ, which is told alone
   * @throws ReportError where it cannot be written
   */
  keep(text: string, lasting: (page: string) => string = (page) => page): boolean {
    const { page, checkPage } = this.given;
    if (page !== undefined) replaceFile(page, text);
    if (checkPage === undefined || this.before === undefined || this.before === text) return true;
    const stale = lasting(this.before) !== lasting(text);
    console.error(
      stale
        ? `${checkPage} is stale: write it again with --page ${checkPage}`
        : `${checkPage} says otherwise, of what may differ from run to run:`,
    );
    for (const line of differences(this.before, text)) console.error(`  ${line}`);
    return !stale;
  }
}

/** How many lines tell where a page is stale. */
const mostLines = 10;

/** The lines that one page has alone, those that went first. */
function differences(before: string, now: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const [hadLines, hasLines] = [new Set(old), new Set(fresh)];
  const all = [
    ...old.filter((line) => !hasLines.has(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !hadLines.has(line)).map((line) => `+ ${line}`),
  ];
  const rest = all.length - mostLines;
  return rest > 0 ? [...all.slice(0, mostLines), `... and ${rest} more`] : all;
}
