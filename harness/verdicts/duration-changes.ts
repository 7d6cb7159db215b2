import type { OutcomeEntry } from '../results/results-schema';
import { grouped } from './grouped';

/** A case that takes the driver much longer than before, or much shorter; times in milliseconds, of all its instances. */
export interface DurationChange {
  readonly case: string;
  readonly change: 'slower' | 'faster';
  /** How many of its instances ended alike in both runs and took part. */
  readonly instances: number;
  readonly beforeMs: number;
  readonly afterMs: number;
}

/** An instance that ended alike in both runs. */
export interface TimedPair {
  readonly before: OutcomeEntry;
  readonly after: OutcomeEntry;
}

const times = 8;
const atLeastMs = 2000;
const eachTimes = 2;
/** Below this an instance says nothing of the pace of a run, and a ratio nothing of an instance. */
const tellingMs = 20;

/** The rule below in words. */
export const durationRule =
  `A case is slower where all its instances together took the driver ${times} times as long and ` +
  `${atLeastMs / 1000} s more, each of them at least ${eachTimes} times as long, and the pace of the whole run is ` +
  'taken out; faster is the reverse.';

/**
 * The cases whose time inside the driver left its class. Runs of one driver on a busy machine differ by four times in
 * single instances, so that only what is far beyond that counts.
 */
export function durationChanges(pairs: readonly TimedPair[]): readonly DurationChange[] {
  const ran = pairs.filter(({ after: { status } }) => ['pass', 'warn', 'fail'].includes(status));
  const [pace, reversePace] = [paceOf(ran), paceOf(ran.map(reversed))];
  const cases = grouped(ran, ({ after }) => after.case);
  return [...cases].flatMap(([owner, instances]): readonly DurationChange[] => {
    const slower = isSlower(instances, pace);
    if (!slower && !isSlower(instances.map(reversed), reversePace)) return [];
    const change = slower ? 'slower' : 'faster';
    const [beforeMs, afterMs] = [sumOf(instances, 'before'), sumOf(instances, 'after')];
    return [{ case: owner, change, instances: instances.length, beforeMs, afterMs }];
  });
}

function isSlower(instances: readonly TimedPair[], pace: number): boolean {
  const usual = sumOf(instances, 'before') * pace;
  const now = sumOf(instances, 'after');
  return (
    now >= times * usual && now - usual >= atLeastMs && instances.every((one) => ratio(one) >= eachTimes)
  );
}

/** How much slower the machine or the driver was as a whole; 1 where it was not. */
function paceOf(pairs: readonly TimedPair[]): number {
  const ratios = pairs
    .filter(({ before }) => before.driverMs > tellingMs)
    .map(ratio)
    .sort((one, other) => one - other);
  return Math.max(1, ratios[Math.floor(ratios.length / 2)] ?? 1);
}

function ratio({ before, after }: TimedPair): number {
  return after.driverMs / Math.max(before.driverMs, 1);
}

function sumOf(pairs: readonly TimedPair[], side: keyof TimedPair): number {
  return pairs.reduce((sum, pair) => sum + pair[side].driverMs, 0);
}

function reversed({ before, after }: TimedPair): TimedPair {
  return { before: after, after: before };
}
