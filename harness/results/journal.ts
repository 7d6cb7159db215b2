import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';
import type { z } from 'zod';
import { ReportError, reasonOf } from './report-error';
import { firstIssue, readText } from './results-file';
import {
  headerSchema,
  type JournalHeader,
  type JournalPlan,
  type OutcomeLine,
  outcomeLineSchema,
  planSchema,
  schemaVersion,
} from './results-schema';

/**
 * Outcomes as they become known, one JSON line each, behind a header and the plan: what is left of a run that was
 * killed. A line is written when the kernel has it; the disk is not waited for.
 */
export class Journal {
  private readonly descriptor: number;

  /** Opens the file without changing what it holds. @throws ReportError where it cannot be written to. */
  constructor(readonly file: string) {
    try {
      this.descriptor = openSync(file, 'a');
    } catch (error) {
      throw new ReportError(`cannot write ${file}: ${reasonOf(error)}`);
    }
  }

  /** Begins anew. */
  begin(header: JournalHeader, plan: JournalPlan): void {
    ftruncateSync(this.descriptor);
    this.append(header);
    this.append(plan);
  }

  append(line: JournalHeader | JournalPlan | OutcomeLine): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    let written = 0;
    while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** Closes and removes it: results.json holds everything. */
  remove(): void {
    this.close();
    rmSync(this.file, { force: true });
  }
}

/** What a journal holds. */
export interface JournalContent {
  readonly header: JournalHeader;
  readonly plan: JournalPlan;
  readonly outcomes: readonly OutcomeLine[];
}

/**
 * Reads a journal. A last line that was cut off is left out: the outcome was not recorded.
 *
 * @throws ReportError in one line: not found, another schema version, or which line is damaged.
 */
export function readJournal(file: string): JournalContent {
  const lines = readText(file).split('\n');
  // Behind the last newline stands nothing, or a line that was cut off.
  lines.pop();
  const [first, second, ...rest] = lines;
  if (first === undefined || second === undefined) throw new ReportError(`${file} ends before the plan`);
  const version = (parse(file, first, 1) as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version !== schemaVersion) {
    throw new ReportError(
      `${file} has schema version ${JSON.stringify(version) ?? 'none'} and this release reads ${schemaVersion}`,
    );
  }
  return {
    header: check(file, first, 1, headerSchema),
    plan: check(file, second, 2, planSchema),
    outcomes: rest.map((line, index) => check(file, line, index + 3, outcomeLineSchema)),
  };
}

function check<S extends z.ZodType>(file: string, line: string, number: number, schema: S): z.infer<S> {
  const checked = schema.safeParse(parse(file, line, number));
  if (!checked.success)
    throw new ReportError(`${file} is damaged in line ${number}: ${firstIssue(checked.error)}`);
  return checked.data;
}

function parse(file: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ReportError(`${file} is damaged in line ${number}: not JSON`);
  }
}
