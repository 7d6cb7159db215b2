import { isPlanned, type ReadJournal, readAnyJournal } from '../journal';

/** Reads a journal that has a plan. */
export function readJournal(file: string): ReadJournal {
  const journal = readAnyJournal(file);
  if (isPlanned(journal)) return journal;
  throw new Error(`${file} ends before the plan`);
}
