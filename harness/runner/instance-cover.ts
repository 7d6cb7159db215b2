import type { PlannedCase } from '../results/run';

/**
 * Few instances of a case that together have every value of every axis, in the order of the case: what differs
 * between them is most of what the case can show.
 */
export function coverOf<Planned>(
  all: readonly Planned[],
  plannedOf: (one: Planned) => Pick<PlannedCase, 'instance'>,
): readonly Planned[] {
  const valuesOf = (one: Planned): readonly string[] =>
    Object.entries(plannedOf(one).instance.parameters).map(([axis, value]) => `${axis}=${value}`);
  const missing = new Set(all.flatMap(valuesOf));
  const chosen = new Set<Planned>();
  const take = (one: Planned): void => {
    chosen.add(one);
    for (const value of valuesOf(one)) missing.delete(value);
  };
  all.slice(0, 1).forEach(take);
  while (missing.size > 0) {
    const adds = (one: Planned): number => valuesOf(one).filter((value) => missing.has(value)).length;
    take(all.reduce((best, one) => (adds(one) > adds(best) ? one : best)));
  }
  return all.filter((one) => chosen.has(one));
}
