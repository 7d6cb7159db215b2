import { statSync } from 'node:fs';
import { assembleResults } from './assemble-results';
import type { ReadJournal } from './journal';
import type { Results } from './results-schema';

/**
 * The results of a run that died, from what its journal holds: what has no outcome there is missing, and nothing is
 * judged. It ended when the journal was last written to.
 */
export function resultsOfJournal(file: string, journal: ReadJournal): Results {
  const { header, outcomes, kernelLogOutside } = journal;
  const end = statSync(file).mtime;
  const last = new Map(outcomes.map((line) => [`${line.device} ${line.id}`, line]));
  return assembleResults(journal, {
    endedAt: end.toISOString(),
    stopped: 'interrupted',
    wallMs: Math.max(0, end.getTime() - Date.parse(header.run.startedAt)),
    startUpMs: 0,
    driverMs: [...last.values()].reduce((sum, { driverMs }) => sum + driverMs, 0),
    ...(kernelLogOutside.length === 0 ? {} : { kernelLogOutside }),
  });
}
