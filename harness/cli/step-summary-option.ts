import { appendFileSync, statSync } from 'node:fs';
import type { Argv } from 'yargs';
import { ReportError, reasonOf } from '../results/report-error';
import type { Results } from '../results/results-schema';
import { mostSummaryBytes, stepSummary } from '../verdicts/step-summary';
import { once } from './option-values';

/** What the option below gives. */
export interface StepSummaryArguments {
  readonly stepSummary?: string | undefined;
}

/** Adds the option that names the summary of a CI job. */
export function withStepSummary<T>(parser: Argv<T>) {
  return parser.option('step-summary', {
    describe: 'append what it came to, as Markdown, to this file, such as "$GITHUB_STEP_SUMMARY"',
    type: 'string',
    requiresArg: true,
    coerce: once('--step-summary'),
  });
}

/** Makes sure that a summary can be appended, before anything takes its time. @throws ReportError */
export function requireAppendable({ stepSummary: file }: StepSummaryArguments): void {
  if (file !== undefined) append(file, '');
}

/** Appends the summary of runs, where one is asked for. @throws ReportError */
export function appendStepSummary(
  { stepSummary: file }: StepSummaryArguments,
  runs: readonly Results[],
  strictRobustness: boolean,
): void {
  if (file === undefined) return;
  // What other steps of the job have put there counts too.
  const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const mostBytes = Math.max(0, mostSummaryBytes - taken);
  append(file, stepSummary(runs, { strictRobustness, mostBytes }));
}

function append(file: string, text: string): void {
  try {
    // Windows opens a folder as if it could be appended to.
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
      throw new Error('EISDIR: it is a folder');
    appendFileSync(file, text);
  } catch (error) {
    throw new ReportError(`cannot append to ${file}: ${reasonOf(error)}`);
  }
}
