import type { Traced, TraceLine } from '../hosts/call-trace';
import { elementsOf, handleKeyOf, membersOf } from './traced-value';

/**
 * Leaves the last of several attempts at a case, and what made the objects that earlier ones left to it: a load that is
 * prepared once, a process that took another's place. What opened the device stands before the first attempt, and stays.
 */
export function withoutAbandonedAttempts(lines: readonly TraceLine[]): readonly TraceLine[] {
  const first = lines.findIndex(({ kind }) => kind === 'case');
  const last = lines.findLastIndex(({ kind }) => kind === 'case');
  if (first === last) return lines;
  const abandoned = lines.slice(first, last);
  const kept = callsThatLast(abandoned);
  const staying = abandoned.filter(
    (line) => (line.kind === 'begin' || line.kind === 'end') && kept.has(keyOf(line)),
  );
  return [...lines.slice(0, first), ...staying, ...lines.slice(last)];
}

export type CallLine = Extract<TraceLine, { kind: 'begin' | 'end' }>;

/** Commands that destroy objects. */
export const destroying = /^vk(Destroy|Free)/;
/** Commands that give memory to objects which then keep it. */
export const binding = /^vkBind/;

/**
 * The calls whose objects are there at the end, and those that bind such objects.
 * @param isWanted whether an object that is there counts
 */
export function callsThatLast(
  lines: readonly TraceLine[],
  isWanted: (object: string) => boolean = () => true,
): ReadonlySet<string> {
  /** By object, the call that made it. */
  const alive = new Map<string, string>();
  for (const line of lines) {
    if (line.kind === 'end')
      for (const object of objectsIn(line.by, line.given)) alive.set(object, keyOf(line));
    if (line.kind === 'begin' && destroying.test(line.command))
      for (const object of destroyedBy(line)) alive.delete(object);
  }
  for (const object of alive.keys()) if (!isWanted(object)) alive.delete(object);
  const makers = new Set(alive.values());
  const kept = new Set<string>();
  /** Objects that a call which is left out made, until another is made of the same value. */
  const missing = new Set<string>();
  for (const line of lines) {
    if (line.kind === 'end') {
      for (const object of objectsIn(line.by, line.given))
        if (kept.has(keyOf(line))) missing.delete(object);
        else missing.add(object);
    }
    if (line.kind !== 'begin') continue;
    const used = objectsIn(line.by, line.args);
    if (used.some((object) => missing.has(object))) continue;
    const bindsOne = binding.test(line.command) && used.some((object) => alive.has(object));
    if (makers.has(keyOf(line)) || bindsOne) kept.add(keyOf(line));
  }
  return kept;
}

/** A call of a trace: the same of its beginning and its end. */
export function keyOf({ by, call }: CallLine): string {
  return `${by} ${call}`;
}

/** What a call destroys: the last object that it names, or all of its last list. */
function destroyedBy({ by, args }: Extract<TraceLine, { kind: 'begin' }>): readonly string[] {
  const lists = args.filter((arg) => elementsOf(arg) !== undefined);
  if (lists.length > 0) return objectsIn(by, lists);
  return objectsIn(by, args).slice(-1);
}

/** Every object that a value names, by its process. */
export function objectsIn(by: string, value: Traced | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const key = handleKeyOf(value);
  if (key !== undefined) return [`${by} ${key}`];
  const members = elementsOf(value) ?? Object.values(membersOf(value));
  return members.flatMap((one) => objectsIn(by, one));
}
