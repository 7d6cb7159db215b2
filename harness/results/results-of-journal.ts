import { assembleResults } from './assemble-results';
import type { JournalContent, ReadJournal } from './journal';
import type { JournalHeader, OutcomeLine, PlannedEntry, Results } from './results-schema';
import { isBroken, isUnexpected } from './totals';

/** What is left of a run that died. */
export type DeadRun = JournalContent & Pick<ReadJournal, 'kernelLogOutside'>;

/**
 * The results of a run that died, from what its journal holds: what has no outcome there is missing, what lacks attempts
 * has a note that says so, and nothing is judged. When it died nobody wrote down: its time is that of what is known.
 */
export function resultsOfJournal(journal: DeadRun): Results {
  const { header, plan, outcomes, kernelLogOutside } = journal;
  const last = new Map(outcomes.map((line) => [keyOf(line.device, line.id), line]));
  const planned = new Map(plan.cases.map((entry) => [keyOf(entry.device, entry.id), entry]));
  const known = [...last].map(([key, line]): { line: OutcomeLine; owed: string | undefined } => {
    const entry = planned.get(key);
    return { line, owed: entry === undefined ? undefined : owedText(entry, line, header) };
  });
  const noted = known.map(({ line, owed }) =>
    owed === undefined ? line : { ...line, notes: [...line.notes, owed] },
  );
  const wallMs = sumOf(noted, 'durationMs') / Math.max(1, header.run.jobs);
  const results = assembleResults(
    { ...journal, outcomes: noted },
    {
      endedAt: new Date(Date.parse(header.run.startedAt) + wallMs).toISOString(),
      stopped: 'interrupted',
      wallMs,
      startUpMs: 0,
      driverMs: sumOf(noted, 'driverMs'),
      ...(kernelLogOutside.length === 0 ? {} : { kernelLogOutside }),
    },
  );
  const lacking = known.filter(({ owed }) => owed !== undefined).length;
  if (lacking === 0) return results;
  const { shard } = header.run;
  const remark = `${shard === null ? 'The run' : `Shard ${shard}`} died before every attempt was made that --repeat and --retries ask for: the notes of ${lacking} of its outcomes say so.`;
  return { ...results, remarks: [...results.remarks, remark] };
}

const keyOf = (device: string, id: string): string => `${device} ${id}`;

/** Of all attempts. */
function sumOf(lines: readonly OutcomeLine[], of: 'durationMs' | 'driverMs'): number {
  const attempts = lines.flatMap((line) => line.attempts ?? [line]);
  return attempts.reduce((sum, attempt) => sum + attempt[of], 0);
}

/** Which attempts at a case the run owes; `undefined` where none. Whether a baseline asked for more is not known. */
function owedText(
  entry: PlannedEntry,
  line: OutcomeLine,
  { run, baseline }: JournalHeader,
): string | undefined {
  const { repeat, retries } = run;
  const made = line.attempts?.length ?? 1;
  if (entry.skip !== null) return undefined;
  if (made < repeat) return `the run died after ${made} of ${repeat} attempts`;
  const disagree = new Set(line.attempts?.map(({ status }) => status)).size > 1;
  if (disagree || made >= repeat + retries) return undefined;
  const isAgain =
    baseline === undefined
      ? isUnexpected({ status: line.status, class: entry.class }, false)
      : isBroken(line.status);
  if (!isAgain) return undefined;
  return `the run died after ${made - repeat} of ${retries} retries${baseline === undefined ? '' : ', due where the baseline does not expect this'}`;
}
