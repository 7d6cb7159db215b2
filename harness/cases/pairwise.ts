import type { Axes, AxisValue, Parameters } from './suite';

type Combination = Readonly<Record<string, AxisValue>>;

/**
 * A condition for `where` that thins out the combinations of axes: each that is allowed of the `whole` axes stays,
 * with few of those of the others, but so that each pair of values of two axes that is allowed stays with some. The
 * choice is the same wherever it is made.
 * @param whole axes of which every combination counts, such as those that a device may support or not
 * @param allowed what the specification allows
 */
export function pairwise<const A extends Axes>(
  axes: A,
  whole: readonly (keyof A & string)[],
  allowed: (parameters: Parameters<A>) => boolean = () => true,
): (parameters: Parameters<A>) => boolean {
  const kept = choose(axes, whole, allowed as (parameters: Combination) => boolean);
  return (parameters) => kept.has(keyOf(parameters as Combination, Object.keys(axes)));
}

function choose(
  axes: Axes,
  whole: readonly string[],
  allowed: (parameters: Combination) => boolean,
): ReadonlySet<string> {
  const names = Object.keys(axes);
  const pairs = names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => !whole.includes(one) || !whole.includes(other))
      .map((other) => [one, other]),
  );
  const pairsOf = (combination: Combination) => pairs.map((pair) => `${pair}:${keyOf(combination, pair)}`);
  const candidates = combinationsOf(axes)
    .filter(allowed)
    .map((combination) => ({ combination, pairs: pairsOf(combination) }));
  const missing = new Set(candidates.flatMap((candidate) => candidate.pairs));
  const kept = new Set<string>();
  const keepBestOf = (among: typeof candidates): void => {
    const gain = (candidate: (typeof candidates)[number]): number =>
      candidate.pairs.filter((pair) => missing.has(pair)).length;
    const best = among.reduce((found, next) => (gain(next) > gain(found) ? next : found));
    for (const pair of best.pairs) missing.delete(pair);
    kept.add(keyOf(best.combination, names));
  };
  const groups = new Map<string, typeof candidates>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.combination, whole);
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  for (const group of groups.values()) keepBestOf(group);
  while (missing.size > 0) keepBestOf(candidates);
  return kept;
}

function combinationsOf(axes: Axes): readonly Combination[] {
  return Object.entries(axes).reduce<readonly Combination[]>(
    (found, [name, values]) =>
      found.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value }))),
    [{}],
  );
}

function keyOf(combination: Combination, names: readonly string[]): string {
  return names.map((name) => String(combination[name])).join(',');
}
