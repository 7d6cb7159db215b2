import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CaseOutcome } from '../cases/outcome';
import { firstDifference } from './first-difference';
import { requireFree } from './folder-hold';
import { isPlanned, type JournalContent, type ReadJournal, readAnyJournal } from './journal';
import { ReportError, reasonOf } from './report-error';
import { reportFiles } from './report-folder';
import { readResults } from './results-file';
import { headerSchema, type JournalHeader, type JournalPlan, type RunBegin } from './results-schema';
import type { DriverReport } from './run-recorder';

/** A run cannot be gone on with: nothing of it is there, or something is another here. One line for people. */
export class ResumeRefused extends Error {
  override readonly name = 'ResumeRefused';
}

/** What journals say of a run that did not come to its end. */
export interface UnfinishedRun {
  /** The folder that holds the folders of its drivers. */
  readonly reports: string;
  /** What it was asked to do. */
  readonly begin: RunBegin;
  /** By the name of the driver. */
  readonly headers: ReadonlyMap<string, JournalHeader>;
  /** By the name of the driver; without those that had not been planned. */
  readonly journals: ReadonlyMap<string, ReadJournal>;
  /** Folders of drivers that had not been planned when the run died: there it begins anew. */
  readonly unplanned: ReadonlySet<string>;
}

/**
 * Reads the journals of a run that did not come to its end.
 *
 * @param folder a reports folder, or the folder of one driver in it
 * @throws ResumeRefused where there is no journal, or those of several runs; FolderInUse where the run goes on; ReportError
 * where a journal is damaged, or nothing says what was asked for
 */
export function readUnfinishedRun(folder: string): UnfinishedRun {
  const files = journalsIn(folder);
  for (const file of files) requireFree(dirname(file));
  const all = files.map((file) => ({ file, journal: readAnyJournal(file) }));
  if (all.length === 0)
    throw new ResumeRefused(
      `${folder} has no journal.jsonl, nor has a folder in it: a run that came to its end leaves none`,
    );
  const read = all.flatMap(({ file, journal: { header } }) => (header === undefined ? [] : { file, header }));
  const [first] = read;
  if (first === undefined)
    throw new ReportError(
      `${files[0]} is empty: nothing had run, and what was asked for is not known; run it anew`,
    );
  const other = read.find(({ header }) => !isSameRun(header.run, first.header.run));
  if (other !== undefined)
    throw new ResumeRefused(
      `${first.file} and ${other.file} are of different runs: name the folder of one driver`,
    );
  const reports = dirname(dirname(resolve(first.file)));
  for (const { file, header } of read) {
    const { name } = header.driver;
    if (reportFiles(reports, name).journal !== resolve(file))
      throw new ResumeRefused(`${file} is of the driver ${name}, whose folder is called otherwise`);
  }
  return {
    reports,
    begin: first.header.run,
    headers: new Map(read.map(({ header }) => [header.driver.name, header])),
    journals: new Map(
      all.flatMap(({ journal }) =>
        isPlanned(journal) ? [[journal.header.driver.name, journal] as const] : [],
      ),
    ),
    unplanned: new Set(
      all.flatMap(({ file, journal }) => (isPlanned(journal) ? [] : [dirname(resolve(file))])),
    ),
  };
}

function journalsIn(folder: string): readonly string[] {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new ResumeRefused(`${folder} is no folder: --resume takes that of the reports`);
    const own = join(folder, 'journal.jsonl');
    if (isFile(own)) return [own];
    return below(folder, 'journal.jsonl');
  } catch (error) {
    if (error instanceof ResumeRefused) throw error;
    throw new ReportError(`cannot read ${folder}: ${reasonOf(error)}`);
  }
}

/** The files of this name in folders right below this one. */
function below(folder: string, name: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, name))
    .filter(isFile)
    .sort();
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isSameRun(one: RunBegin, other: RunBegin): boolean {
  return one.startedAt === other.startedAt && firstDifference(one.arguments, other.arguments) === undefined;
}

/** What is known of each case instance: of several outcomes the last. */
export function knownOutcomes({
  journals,
}: UnfinishedRun): (deviceKey: string, instanceId: string) => CaseOutcome | undefined {
  const known = new Map<string, CaseOutcome>();
  for (const { outcomes } of journals.values()) {
    for (const { kind: _, device, id, ...observed } of outcomes)
      known.set(`${device} ${id}`, { caseId: id, ...observed });
  }
  return (deviceKey, instanceId) => known.get(`${deviceKey} ${instanceId}`);
}

/** The reports of drivers of the same run that came to their end before it died. */
export function finishedBeside({
  reports,
  begin,
  journals,
  unplanned,
}: UnfinishedRun): readonly DriverReport[] {
  return below(reports, 'results.json').flatMap((file): readonly DriverReport[] => {
    try {
      const results = readResults(file);
      const { name } = results.driver;
      const files = reportFiles(reports, name);
      const ended = !journals.has(name) && !unplanned.has(files.folder) && results.run.stopped === 'no';
      const isOfIt = ended && files.results === file && isSameRun(results.run, begin);
      return isOfIt ? [{ files, results }] : [];
    } catch (error) {
      if (error instanceof ReportError) return []; // of no concern: another run's
      throw error;
    }
  });
}

/**
 * Makes sure that a driver is run here as its journal says: the same suite, driver, devices with their capabilities,
 * machine, options and cases, so that the outcomes of both parts are those of one run.
 *
 * @param header what this run would begin a journal with
 * @throws ResumeRefused that names the first difference
 */
export function requireSameRun(journal: JournalContent, header: JournalHeader, plan: JournalPlan): void {
  const here = headerSchema.parse(JSON.parse(JSON.stringify(header)));
  const { name } = header.driver;
  const found = firstDifference(compared(journal.header), compared(here));
  if (found !== undefined)
    throw new ResumeRefused(
      `cannot go on with the run on ${name}: ${found.place} was ${found.before} and is ${found.after} here`,
    );
  const planned = firstDifference(casesOf(journal.plan), casesOf(JSON.parse(JSON.stringify(plan))));
  if (planned !== undefined)
    throw new ResumeRefused(
      `cannot go on with the run on ${name}, which planned other cases: ${planned.place} was ${planned.before} and is ${planned.after} here`,
    );
}

/**
 * What must be the same: all that results.json says of a run but when it began and how it was called. A baseline may have
 * changed, which is told: it is no part of what is observed. All is judged by it as it is now, and the attempts that it
 * asks for are made; one that came too many, since the baseline was another, is an observation too. To refuse would
 * throw away hours for a comment in the file.
 */
function compared({ kind: _, remarks: __, baseline: ___, run, ...header }: JournalHeader): unknown {
  const { startedAt: ____, arguments: _____, ...settings } = run;
  return { ...header, run: settings };
}

/** The cases of a plan by device and id. */
function casesOf({ cases }: JournalPlan): unknown {
  return Object.fromEntries(cases.map(({ device, id, rerun: _, ...entry }) => [`${id} on ${device}`, entry]));
}
