import type { OutcomeEntry } from '../results/results-schema';

type Instance = Pick<OutcomeEntry, 'id' | 'parameters'>;

/**
 * The axis values that tell some instances of a case from its others: `handleType=SYNC_FD` where all of these have it
 * and no other has. `''` where these are all there are, or no values tell them apart.
 */
export function distinguishingValues(some: readonly Instance[], all: readonly Instance[]): string {
  if (some.length === all.length) return '';
  const [first] = some;
  if (first === undefined) return '';
  const shared = Object.entries(first.parameters).filter(([axis, value]) =>
    some.every(({ parameters }) => parameters[axis] === value),
  );
  const having = (values: typeof shared) =>
    all.filter(({ parameters }) => values.every(([axis, value]) => parameters[axis] === value)).length;
  const alone = shared.find((value) => having([value]) === some.length);
  const told = alone === undefined ? shared : [alone];
  if (having(told) !== some.length) return '';
  return told.map(([axis, value]) => `${axis}=${value}`).join(', ');
}
