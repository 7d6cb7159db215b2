import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Argv } from 'yargs';
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

  /** Writes or compares it, where that is asked for; tells whether it is up to date. */
  keep(text: string): boolean {
    const { page, checkPage } = this.given;
    if (page !== undefined) writeFileAtomic.sync(page, text);
    if (checkPage === undefined || this.before === text) return true;
    console.error(`${checkPage} is stale: write it again with --page ${checkPage}`);
    return false;
  }
}
