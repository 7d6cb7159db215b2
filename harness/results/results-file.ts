import { readFileSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { despiteMomentaryRefusal } from '../handles';
import { ReportError, reasonOf } from './report-error';
import { type Results, resultsSchema, schemaVersion } from './results-schema';
import { totalsOf } from './totals';

/**
 * Writes results.json in one step: a reader finds the old file or the new one, whole.
 *
 * @throws ReportError when the content breaks the schema or the place cannot be written to.
 */
export function writeResults(file: string, results: Results): void {
  const checked = resultsSchema.safeParse(results);
  if (!checked.success) throw new ReportError(`${file} was not written: ${firstIssue(checked.error)}`);
  replaceFile(file, `${JSON.stringify(checked.data, null, 1)}\n`);
}

/**
 * Reads a results.json and checks it against the schema.
 *
 * @throws ReportError in one line: not found, not JSON, another schema version, or where it is damaged.
 */
export function readResults(file: string): Results {
  const content = parseJson(file, readText(file));
  const version = (content as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (version === undefined) throw new ReportError(`${file} is not a results file: it has no schemaVersion`);
  if (version !== schemaVersion) {
    throw new ReportError(
      `${file} has schema version ${JSON.stringify(version)} and this release reads ${schemaVersion}: read it with the release that wrote it`,
    );
  }
  const checked = resultsSchema.safeParse(content);
  if (!checked.success) throw new ReportError(`${file} is damaged: ${firstIssue(checked.error)}`);
  for (const { key, outcomes, totals } of checked.data.devices) {
    if (!isDeepStrictEqual(totals, totalsOf(outcomes)))
      throw new ReportError(`${file} is damaged: the totals of ${key} are not those of its outcomes`);
  }
  return checked.data;
}

/** Replaces a file in one step; no temporary file is left, whatever happens. @throws ReportError */
export function replaceFile(file: string, text: string): void {
  try {
    despiteMomentaryRefusal(() => writeFileAtomic.sync(file, text));
  } catch (error) {
    throw new ReportError(`cannot write ${file}: ${reasonOf(error)}`);
  }
}

/** Removes a file, where there is one. @throws what the removal says */
export function removeFile(file: string): void {
  despiteMomentaryRefusal(() => rmSync(file, { force: true }));
}

/** The text of a file. @throws ReportError */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ReportError(`${file} does not exist`);
    throw new ReportError(`cannot read ${file}: ${reasonOf(error)}`);
  }
}

/** One place and what is wrong there: `devices[0].outcomes[3].status: Invalid option`. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'it breaks the schema';
  const place = issue.path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('');
  return `${place.replace(/^\./, '') || 'the whole'}: ${issue.message}`;
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ReportError(`${file} is not JSON: ${(error as Error).message.split('\n')[0]}`);
  }
}
