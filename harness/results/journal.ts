import { closeSync, existsSync, fstatSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { z } from 'zod';
import { KeptLines } from './kept-lines';
import { ReportError, reasonOf } from './report-error';
import { firstIssue, removeFile } from './results-file';
import {
  furtherLineSchema,
  headerSchema,
  type JournalHeader,
  type JournalPlan,
  type KernelLine,
  type OutcomeLine,
  planSchema,
  schemaVersion,
} from './results-schema';

/**
 * Outcomes as they become known, one JSON line each, behind a header and the plan: what is left of a run that was
 * killed. A line is written when the kernel has it; the disk is not waited for.
 */
export class Journal {
  private readonly descriptor: number;
  /** Whether nothing of an earlier run is in it: there was none before, or what it held is gone. */
  isNew: boolean;
  /** What it held when it was opened. */
  readonly bytes: number;

  /** Opens the file without changing what it holds. @throws ReportError where it cannot be written to. */
  constructor(readonly file: string) {
    this.isNew = !existsSync(file);
    try {
      this.descriptor = openSync(file, 'a');
      this.bytes = fstatSync(this.descriptor).size;
    } catch (error) {
      throw new ReportError(`cannot write ${file}: ${reasonOf(error)}`);
    }
  }

  /** Begins anew. @throws ReportError */
  begin(header: JournalHeader, plan: JournalPlan): void {
    this.cutTo(0);
    this.isNew = true;
    this.append(header);
    this.append(plan);
  }

  /** Goes on behind what is whole, `JournalContent.wholeBytes`: a line that was cut off goes. @throws ReportError */
  goOn(wholeBytes: number): void {
    this.cutTo(wholeBytes);
  }

  /** @throws ReportError */
  append(line: JournalHeader | JournalPlan | OutcomeLine | KernelLine): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    let written = 0;
    this.change(() => {
      while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
    });
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** Closes and removes it: results.json holds everything. */
  remove(): void {
    this.close();
    removeFile(this.file);
  }

  /** By its name: Windows refuses to cut a file through a handle that was opened for appending (Wine does not). */
  private cutTo(bytes: number): void {
    this.change(() => truncateSync(this.file, bytes));
  }

  private change(action: () => void): void {
    try {
      action();
    } catch (error) {
      throw new ReportError(`cannot write ${this.file}: ${reasonOf(error)}`);
    }
  }
}

/** What a journal holds. */
export interface JournalContent {
  readonly header: JournalHeader;
  readonly plan: JournalPlan;
  readonly outcomes: readonly OutcomeLine[];
}

/** A journal as it was read. */
export interface ReadJournal extends JournalContent {
  /** What the kernel's log said while no case was running, to go on with. */
  readonly kernelOutside: KeptLines;
  /** The same as results have it. */
  readonly kernelLogOutside: readonly string[];
  /** Up to the end of its last whole line. */
  readonly wholeBytes: number;
  /** With a last line that was cut off. */
  readonly bytes: number;
}

/** What is left of a run that died before its plan was written. */
export interface BareJournal {
  /** Absent where not even that was written. */
  readonly header?: JournalHeader;
}

/** Whether anything had been planned. */
export function isPlanned(journal: ReadJournal | BareJournal): journal is ReadJournal {
  return 'plan' in journal;
}

/**
 * Reads a journal. A last line that was cut off is left out: the outcome was not recorded.
 *
 * @throws ReportError in one line: not found, no journal, another schema version, or which line is damaged.
 */
export function readAnyJournal(file: string): ReadJournal | BareJournal {
  const bytes = contentOf(file);
  // Behind the last newline stands nothing, or a line that was cut off.
  const wholeBytes = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.subarray(0, wholeBytes).toString('utf8').split('\n').slice(0, -1);
  const [first, second, ...rest] = lines;
  const begin = first === undefined ? null : (parse(file, first, 1) as Partial<JournalHeader> | null);
  if (first !== undefined && begin?.kind !== 'header')
    throw new ReportError(`${file} is no journal of a run: its first line is of another kind`);
  if (first === undefined) return {};
  const version: unknown = begin?.schemaVersion;
  if (version !== schemaVersion) {
    throw new ReportError(
      `${file} has schema version ${JSON.stringify(version) ?? 'none'} and this release reads ${schemaVersion}`,
    );
  }
  const header = check(file, first, 1, headerSchema);
  if (second === undefined) return { header };
  const plan = check(file, second, 2, planSchema);
  const planned = new Set(plan.cases.map(({ device, id }) => `${device} ${id}`));
  const further = rest.map((line, index) => {
    const checked = check(file, line, index + 3, furtherLineSchema);
    if (checked.kind === 'outcome' && !planned.has(`${checked.device} ${checked.id}`))
      throw new ReportError(
        `${file} is damaged in line ${index + 3}: ${checked.id} on ${checked.device} is not part of its plan`,
      );
    return checked;
  });
  const kernelOutside = new KeptLines();
  for (const line of further) if (line.kind === 'kernel') kernelOutside.add(line.lines, line.left);
  return {
    header,
    plan,
    outcomes: further.filter((line) => line.kind === 'outcome'),
    kernelOutside,
    kernelLogOutside: kernelOutside.lines,
    wholeBytes,
    bytes: bytes.length,
  };
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ReportError(`${file} does not exist`);
    throw new ReportError(`cannot read ${file}: ${reasonOf(error)}`);
  }
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
