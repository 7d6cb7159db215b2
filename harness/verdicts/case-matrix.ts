import type { OutcomeEntry } from '../results/results-schema';
import { severityRank } from './change-blocks';
import type { RunDevice } from './compared-run';
import type { MatrixRow } from './comparison-schema';
import type { DevicePair } from './device-pairs';
import { grouped } from './grouped';
import { distinguishingValues } from './instance-groups';

type Status = MatrixRow['statuses'][number];

/**
 * The cases of the reference's devices that did not come out alike in all runs, a row for all instances of a case that
 * came out alike in each. A run that lacks the device is left open and makes no difference.
 *
 * @param pairings for each further run, its devices beside those of the reference
 */
export function caseMatrix(
  reference: readonly RunDevice[],
  pairings: readonly (readonly DevicePair[])[],
  takes: (outcome: OutcomeEntry) => boolean,
): readonly MatrixRow[] {
  return reference.flatMap((one) => {
    const others = pairings.map((pairs) => pairs.find(({ before }) => before === one)?.after ?? undefined);
    if (others.every((other) => other === undefined)) return [];
    const rows = deviceRows(one.device.key, [one, ...others], takes);
    return [...rows].sort((row, other) => rankOf(row) - rankOf(other));
  });
}

/** The worst that any run made of what the reference has otherwise. */
function rankOf({ statuses: [reference = null, ...others] }: MatrixRow): number {
  return Math.min(...others.filter((status) => status !== reference).map(severityRank));
}

function deviceRows(
  key: string,
  runs: readonly (RunDevice | undefined)[],
  takes: (outcome: OutcomeEntry) => boolean,
): readonly MatrixRow[] {
  const outcomes = runs.map(
    (run) => new Map(run?.device.outcomes.filter(takes).map((outcome) => [outcome.id, outcome]) ?? []),
  );
  const instances = new Map(outcomes.flatMap((column) => [...column]));
  const statuses = (id: string): readonly Status[] =>
    outcomes.map((column) => column.get(id)?.status ?? null);
  const there = (all: readonly Status[]) => all.filter((_, index) => runs[index] !== undefined);
  const applicable = [...instances.values()].filter(({ id }) =>
    there(statuses(id)).some((status) => status !== 'skip'),
  );
  const byCase = grouped(applicable, (entry) => entry.case);
  return [...byCase].flatMap(([owner, all]) => {
    const differing = all.filter(({ id }) => new Set(there(statuses(id))).size > 1);
    return [...grouped(differing, ({ id }) => statuses(id).join()).values()].map((some) => ({
      device: key,
      case: owner,
      of: all.length,
      where: distinguishingValues(some, all),
      instances: some.map(({ id }) => id),
      statuses: statuses(some[0]?.id ?? ''),
    }));
  });
}
