import type { JournalContent } from './journal';
import type { OutcomeEntry, OutcomeLine, PlannedEntry, Results, RunEnding } from './results-schema';
import { totalsOf } from './totals';

/**
 * Makes the results of a driver from what its journal holds: a planned case without an outcome is missing, and of
 * two outcomes for one case the later counts.
 */
export function assembleResults({ header, plan, outcomes }: JournalContent, ending: RunEnding): Results {
  const known = new Map(outcomes.map((line) => [keyOf(line.device, line.id), line]));
  const { kind: _, baseline: __, devices, run, ...provenance } = header;
  return {
    ...provenance,
    run: { ...run, ...ending },
    devices: devices.map((device) => {
      const entries = plan.cases
        .filter((planned) => planned.device === device.key)
        .map(({ device: key, ...entry }) =>
          outcomeOf(entry, known.get(keyOf(key, entry.id)), ending.stopped),
        );
      return { ...device, outcomes: entries, totals: totalsOf(entries) };
    }),
  };
}

const keyOf = (device: string, id: string): string => `${device} ${id}`;

const whyMissing = {
  no: 'planned, never run: the run ended without it',
  interrupted: 'planned, never run: the run was interrupted',
  bail: 'planned, never run: the run stopped after the failures that --bail allows',
  failed: 'planned, never run: the harness failed',
} as const;

function outcomeOf(
  entry: PlannedEntry,
  line: OutcomeLine | undefined,
  stopped: RunEnding['stopped'],
): OutcomeEntry {
  if (line !== undefined) {
    const { kind: _, device: __, id: ___, ...observed } = line;
    return { ...entry, ...observed };
  }
  const nothing = { durationMs: 0, driverMs: 0, deviations: [], calls: [], notes: [] };
  // A skip is decided before the run, so nothing is missing where it was not announced again.
  if (entry.skip !== null) return { ...entry, ...nothing, status: 'skip', message: entry.skip };
  return { ...entry, ...nothing, status: 'missing', message: whyMissing[stopped] };
}
