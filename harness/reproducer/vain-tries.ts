import type { TraceLine } from '../hosts/call-trace';
import { binding, type CallLine, callsThatLast, destroying, keyOf, objectsIn } from './abandoned-attempts';
import { elementsOf, handleKeyOf, membersOf } from './traced-value';

/**
 * What becomes of tries behind loads that were too short: they are left out, but for what made objects that are used
 * behind them; or they are made, and nothing is asked of them.
 */
export type VainTries = 'left out' | 'unchecked';

/** What a try may do beside calls and be left out. */
const leavingNothing: ReadonlySet<string> = new Set([
  'measures',
  'measured',
  'paused',
  'tries',
  'tried-in-vain',
]);

/** Treats what a case tried in vain so; tries that did anything with handles of the operating system stay anyway. */
export function withoutVainTries(lines: readonly TraceLine[], vain: VainTries): readonly TraceLine[] {
  let left = lines;
  for (;;) {
    const to = left.findIndex((line) => line.kind === 'os' && line.action === 'tried-in-vain');
    if (to === -1) return left;
    const from = left.slice(0, to).findLastIndex((line) => line.kind === 'os' && line.action === 'tries');
    const [before, tried, behind] = [left.slice(0, from), left.slice(from, to), left.slice(to + 1)];
    const stays = tried.some((line) => line.kind === 'os' && !leavingNothing.has(line.action));
    left =
      vain === 'unchecked' || stays
        ? [...before, ...unchecked(tried), ...behind]
        : leftOut(before, tried, behind);
  }
}

const isCallLine = (line: TraceLine): line is CallLine => line.kind === 'begin' || line.kind === 'end';

/** What a try did, with no question in it that it needs an answer to. */
function unchecked(tried: readonly TraceLine[]): readonly TraceLine[] {
  const asks = new Set<string>();
  for (const line of tried)
    if (line.kind === 'begin' && line.command === 'vkGetFenceStatus') asks.add(keyOf(line));
  return tried.filter((line) => line.kind !== 'check' && !(isCallLine(line) && asks.has(keyOf(line))));
}

function leftOut(
  before: readonly TraceLine[],
  tried: readonly TraceLine[],
  behind: readonly TraceLine[],
): readonly TraceLine[] {
  const used = new Set<string>();
  /** Objects that were made behind it: their values may be those of destroyed ones. */
  const anew = new Set<string>();
  for (const line of behind) {
    if (line.kind === 'end') for (const object of objectsIn(line.by, line.given)) anew.add(object);
    if (line.kind !== 'begin' || destroying.test(line.command)) continue;
    for (const object of objectsIn(line.by, line.args)) if (!anew.has(object)) used.add(object);
  }
  for (const line of tried) {
    if (line.kind !== 'begin' || !binding.test(line.command)) continue;
    const bound = objectsIn(line.by, line.args.slice(1)); // the first is the device
    if (bound.some((object) => used.has(object))) for (const object of bound) used.add(object);
  }
  const kept = callsThatLast(tried, (object) => used.has(object));
  const dropped = new Set<string>();
  for (const line of tried) if (line.kind === 'begin' && !kept.has(keyOf(line))) dropped.add(keyOf(line));
  const gone = new Set<string>();
  for (const line of tried) {
    if (line.kind !== 'end') continue;
    for (const object of objectsIn(line.by, line.given))
      if (dropped.has(keyOf(line))) gone.add(object);
      else gone.delete(object);
  }
  const isLeft = (line: TraceLine): boolean => isCallLine(line) && !dropped.has(keyOf(line));
  return [
    ...before,
    ...tried.filter(isLeft),
    ...withoutObjects(
      behind.filter((line) => !isCallLine(line) || isLeft(line)),
      gone,
    ),
  ];
}

/** Leaves out what destroys objects that nothing made; one whose value is given out again is another. */
export function withoutObjects(lines: readonly TraceLine[], gone: Set<string>): readonly TraceLine[] {
  const dropped = new Set<string>();
  return lines.filter((line) => {
    if (line.kind === 'end') {
      for (const value of Object.values(membersOf(line.given)))
        for (const one of elementsOf(value) ?? [value]) gone.delete(`${line.by} ${handleKeyOf(one)}`);
      return !dropped.has(`${line.by} ${line.call}`);
    }
    if (line.kind !== 'begin' || !destroying.test(line.command)) return true;
    const destroyed = elementsOf(line.args.at(-1)) ?? [line.args[1] ?? null];
    if (!destroyed.some((one) => gone.has(`${line.by} ${handleKeyOf(one)}`))) return true;
    dropped.add(`${line.by} ${line.call}`);
    return false;
  });
}
