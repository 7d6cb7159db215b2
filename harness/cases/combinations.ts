import type { AnyParameters, Axes } from './suite';

/** Every combination of a value for each axis, the last axis varying fastest. */
export function combinationsOf(axes: Axes): AnyParameters[] {
  const names = Object.keys(axes);
  const values = Object.values(axes);
  const found: AnyParameters[] = [];
  const count = values.reduce((product, some) => product * some.length, 1);
  // Each is made at once and in the same order of names: there are tens of thousands whenever all suites are loaded.
  for (let index = 0; index < count; index += 1) {
    const combination: Record<string, AnyParameters[string]> = {};
    let places = count;
    let rest = index;
    for (let axis = 0; axis < names.length; axis += 1) {
      const some = values[axis] ?? [];
      places /= some.length;
      const position = Math.floor(rest / places);
      rest -= position * places;
      combination[names[axis] as string] = some[position] as AnyParameters[string];
    }
    found.push(combination);
  }
  return found;
}
