import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { oneLine } from '../results/outcome-text';
import type { OutcomeEntry, Results } from '../results/results-schema';
import type { MatchedDevice } from './entry-match';

/** What a case instance came to on one device, in all runs together. */
export interface Observed {
  readonly id: string;
  readonly case: string;
  /** Each once, in the order of `outcomeStatuses`. */
  readonly statuses: readonly OutcomeStatus[];
  /** Why it was skipped, each reason once; empty where it never was. */
  readonly skips: readonly string[];
  /** What the first outcome that was no pass says, in one line. */
  readonly message: string;
  /** What it was that this outcome looked at; empty where it says nothing of it. */
  readonly what: string;
}

/** What was observed on one device; what never ran is not there. */
export interface ObservedDevice extends MatchedDevice {
  readonly platform: 'posix' | 'win32';
  readonly outcomes: ReadonlyMap<string, Observed>;
}

/** What runs of one driver show, device by device, devices told apart by their keys. */
export function observe(runs: readonly Results[]): readonly ObservedDevice[] {
  const devices = new Map<string, Omit<ObservedDevice, 'outcomes'> & { outcomes: Map<string, Observed> }>();
  for (const { key, identity, capabilities, outcomes } of runs.flatMap((run) => run.devices)) {
    const device = devices.get(key) ?? {
      key,
      identity,
      platform: capabilities.platform,
      outcomes: new Map<string, Observed>(),
    };
    devices.set(key, device);
    for (const outcome of outcomes) {
      if (outcome.status !== 'missing')
        device.outcomes.set(outcome.id, joined(device.outcomes.get(outcome.id), outcome));
    }
  }
  return [...devices.values()];
}

function joined(before: Observed | undefined, outcome: OutcomeEntry): Observed {
  const { id, case: owner, message, deviations } = outcome;
  const seen = new Set([...(before?.statuses ?? []), ...statusesOf(outcome)]);
  return {
    id,
    case: owner,
    statuses: outcomeStatuses.filter((status) => seen.has(status)),
    skips: [...new Set([...(before?.skips ?? []), ...(outcome.status === 'skip' ? [message] : [])])],
    message: before?.message || oneLine(message),
    what: before?.what || oneLine(deviations[0]?.what ?? ''),
  };
}

/** A flake is what its attempts were. */
function statusesOf({ status, attempts }: OutcomeEntry): readonly OutcomeStatus[] {
  return status === 'flake' && attempts !== undefined ? attempts.map((one) => one.status) : [status];
}
