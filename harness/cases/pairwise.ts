import { combinationsOf } from './combinations';
import { type HandleType, platformOf } from './handle-types';
import type { Axes, AxisValue, Parameters } from './suite';

type Combination = Readonly<Record<string, AxisValue>>;

/**
 * A condition for `where` that thins out the combinations of axes: each that is allowed of the `whole` axes stays,
 * with few of those of the others, but so that each pair of values of two axes that is allowed stays with some. The
 * choice is the same wherever it is made. Handle types of different platforms never meet in a run: what is kept for one
 * platform stands in for nothing of another.
 * @param whole axes of which every combination counts, such as those that a device may support or not
 * @param allowed what the specification allows
 */
export function pairwise<const A extends Axes>(
  axes: A,
  whole: readonly (keyof A & string)[],
  allowed: (parameters: Parameters<A>) => boolean = () => true,
): (parameters: Parameters<A>) => boolean {
  const names = Object.keys(axes);
  // Chosen when it is asked for: a host loads suites of which it runs few cases.
  let kept: ReadonlySet<string> | undefined;
  return (parameters) => {
    kept ??= new Set(
      partedByPlatform(axes).flatMap((part) => [
        ...choose(part, whole, allowed as (parameters: Combination) => boolean),
      ]),
    );
    return kept.has(keyOf(parameters as Combination, names));
  };
}

/** The axes with the handle types of one platform each. */
function partedByPlatform(axes: Axes): readonly Axes[] {
  const { handleType } = axes;
  if (handleType === undefined) return [axes];
  const platforms = new Set(handleType.map((type) => platformOf(type as HandleType)));
  return [...platforms].map((platform) => ({
    ...axes,
    handleType: handleType.filter((type) => platformOf(type as HandleType) === platform),
  }));
}

/**
 * First the best of each combination of the whole axes, then always the next best: that of which most pairs are missing,
 * the first among equals. Pairs are known by number, because there are many and this runs whenever suites are loaded.
 */
function choose(
  axes: Axes,
  whole: readonly string[],
  allowed: (parameters: Combination) => boolean,
): ReadonlySet<string> {
  const names = Object.keys(axes);
  const pairedNames = names.flatMap((one, index) =>
    names
      .slice(index + 1)
      .filter((other) => !whole.includes(one) || !whole.includes(other))
      .map((other) => [one, other] as const),
  );
  const positions = new Map(
    names.map((name) => [name, new Map(axes[name]?.map((value, position) => [value, position]))]),
  );
  const positionOf = (combination: Combination, name: string): number =>
    positions.get(name)?.get(combination[name] as AxisValue) ?? 0;
  const most = Math.max(...names.map((name) => axes[name]?.length ?? 0));
  const numberOf = (combination: Combination, [one, other]: readonly [string, string], pair: number) =>
    (pair * most + positionOf(combination, one)) * most + positionOf(combination, other);
  const candidates = combinationsOf(axes)
    .filter(allowed)
    .map((combination) => ({
      combination,
      pairs: pairedNames.map((pair, index) => numberOf(combination, pair, index)),
    }));
  const missing = new Set(candidates.flatMap(({ pairs }) => pairs));
  const kept = new Set<string>();
  const keepBestOf = (among: typeof candidates): void => {
    let best = among[0];
    let gained = -1;
    for (const candidate of among) {
      let gain = 0;
      for (const pair of candidate.pairs) if (missing.has(pair)) gain += 1;
      if (gain > gained) {
        best = candidate;
        gained = gain;
      }
    }
    if (best === undefined) return;
    for (const pair of best.pairs) missing.delete(pair);
    kept.add(keyOf(best.combination, names));
  };
  const groups = new Map<string, typeof candidates>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.combination, whole);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  for (const group of groups.values()) keepBestOf(group);
  while (missing.size > 0) keepBestOf(candidates);
  return kept;
}

function keyOf(combination: Combination, names: readonly string[]): string {
  return names.map((name) => String(combination[name])).join(',');
}
