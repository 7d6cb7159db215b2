/** The first place at which two values of JSON differ. */
export interface Difference {
  /** Such as `run.selection.globs[0]`; empty where the values themselves differ. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

const longestValue = 80;

/** Compares two values of JSON, whatever the order of their members; `undefined` where they are alike. */
export function firstDifference(before: unknown, after: unknown, place = ''): Difference | undefined {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const step = Array.isArray(before) ? `${place}[${name}]` : place === '' ? name : `${place}.${name}`;
      const found = firstDifference(before[name], after[name], step);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return before === after ? undefined : { place, before: shown(before), after: shown(after) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 3)}...` : text;
}
