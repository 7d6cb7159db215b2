import type { ScheduledCase } from './schedule';

/**
 * Few instances of a case that together have every value of every axis, in the order of the case: what differs
 * between them is most of what the case can show.
 */
export function coverOf(all: readonly ScheduledCase[]): readonly ScheduledCase[] {
  const missing = new Set(all.flatMap(valuesOf));
  const chosen = new Set<ScheduledCase>();
  const take = (one: ScheduledCase): void => {
    chosen.add(one);
    for (const value of valuesOf(one)) missing.delete(value);
  };
  all.slice(0, 1).forEach(take);
  while (missing.size > 0) {
    const adds = (one: ScheduledCase): number => valuesOf(one).filter((value) => missing.has(value)).length;
    take(all.reduce((best, one) => (adds(one) > adds(best) ? one : best)));
  }
  return all.filter((one) => chosen.has(one));
}

function valuesOf({ planned: { instance } }: ScheduledCase): readonly string[] {
  return Object.entries(instance.parameters).map(([axis, value]) => `${axis}=${value}`);
}
