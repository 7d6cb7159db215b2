import picomatch from 'picomatch';
import type { RunDevice } from './compared-run';

/** By what two devices of two runs are taken for the same. */
export type MatchedBy =
  | 'deviceUUID and name'
  | 'deviceUUID'
  | 'name'
  | 'vendorID and deviceID'
  | 'being the only one';

/** A device before and after; one that has no counterpart stands alone. */
export type DevicePair =
  | { readonly before: RunDevice; readonly after: RunDevice; readonly matchedBy: MatchedBy }
  | { readonly before: RunDevice; readonly after: null; readonly matchedBy: null }
  | { readonly before: null; readonly after: RunDevice; readonly matchedBy: null };

type Matched = Extract<DevicePair, { readonly matchedBy: MatchedBy }>;

/**
 * Ways to tell that two devices are the same, the surest first. What one gives must be unique on both sides. The
 * deviceUUID of a driver may contain its version, and the name that of its compiler, so that neither is enough.
 */
const ways: readonly { readonly by: MatchedBy; readonly key: (device: RunDevice) => string | null }[] = [
  {
    by: 'deviceUUID and name',
    key: ({ device: { identity } }) =>
      identity.deviceUUID === '' ? null : `${identity.deviceUUID} ${identity.deviceName}`,
  },
  { by: 'deviceUUID', key: ({ device: { identity } }) => identity.deviceUUID || null },
  {
    by: 'name',
    key: ({ device: { identity } }) =>
      `${identity.vendorID}:${identity.deviceID} ${withoutVersions(identity.deviceName)}`,
  },
  {
    by: 'vendorID and deviceID',
    key: ({ device: { identity } }) => `${identity.vendorID}:${identity.deviceID}`,
  },
];

/**
 * Which device of one run is which of another. Devices of several drivers are matched driver by driver; where each run
 * has one driver, whatever their names. Those that `--device` chooses on either side are all that is kept; where that
 * leaves one on each side they are a pair.
 *
 * @param chosen globs over names and keys, or deviceUUIDs; empty for all
 */
export function pairDevices(
  before: readonly RunDevice[],
  after: readonly RunDevice[],
  chosen: readonly string[],
): readonly DevicePair[] {
  const pairs = pairAll(before, after);
  if (chosen.length === 0) return pairs;
  const kept = pairs.filter(
    ({ before: one, after: other }) => isChosen(one, chosen) || isChosen(other, chosen),
  );
  const matched = kept.filter((pair): pair is Matched => pair.matchedBy !== null);
  const left = kept.flatMap((pair) => (pair.after === null ? [pair.before] : []));
  const right = kept.flatMap((pair) => (pair.before === null ? [pair.after] : []));
  return [...matched, ...theOnly(left, right)];
}

function pairAll(before: readonly RunDevice[], after: readonly RunDevice[]): readonly DevicePair[] {
  const names = (devices: readonly RunDevice[]) => new Set(devices.map(({ driver }) => driver));
  if (names(before).size <= 1 && names(after).size <= 1) return pairWithin(before, after);
  return [...new Set([...names(before), ...names(after)])].flatMap((name) =>
    pairWithin(
      before.filter(({ driver }) => driver === name),
      after.filter(({ driver }) => driver === name),
    ),
  );
}

function pairWithin(before: readonly RunDevice[], after: readonly RunDevice[]): readonly DevicePair[] {
  if (before.length === 1 && after.length === 1) {
    const found = ways.map(({ by, key }) => match(before, after, by, key)[0]).find((one) => one);
    return found === undefined ? theOnly(before, after) : [found];
  }
  const matched: Matched[] = [];
  let [left, right] = [before, after];
  for (const { by, key } of ways) {
    const found = match(left, right, by, key);
    matched.push(...found);
    left = left.filter((one) => !found.some((pair) => pair.before === one));
    right = right.filter((one) => !found.some((pair) => pair.after === one));
  }
  const inOrder = matched.sort((one, other) => before.indexOf(one.before) - before.indexOf(other.before));
  return [...inOrder, ...alone(left, right)];
}

/** The pairs that a key gives which is unique on both sides. */
function match(
  before: readonly RunDevice[],
  after: readonly RunDevice[],
  matchedBy: MatchedBy,
  key: (device: RunDevice) => string | null,
): readonly Matched[] {
  const having = (devices: readonly RunDevice[], wanted: string) =>
    devices.filter((device) => key(device) === wanted);
  return before.flatMap((one) => {
    const wanted = key(one);
    if (wanted === null || having(before, wanted).length !== 1) return [];
    const [other, ...more] = having(after, wanted);
    return other === undefined || more.length > 0 ? [] : [{ before: one, after: other, matchedBy }];
  });
}

function theOnly(before: readonly RunDevice[], after: readonly RunDevice[]): readonly DevicePair[] {
  const [one, other] = [before[0], after[0]];
  if (before.length !== 1 || after.length !== 1 || one === undefined || other === undefined) {
    return alone(before, after);
  }
  return [{ before: one, after: other, matchedBy: 'being the only one' }];
}

function alone(before: readonly RunDevice[], after: readonly RunDevice[]): readonly DevicePair[] {
  return [
    ...before.map((one) => ({ before: one, after: null, matchedBy: null })),
    ...after.map((one) => ({ before: null, after: one, matchedBy: null })),
  ];
}

/** A device name as it was if no version stood in it: `llvmpipe (LLVM #, 256 bits)`. */
export function withoutVersions(name: string): string {
  return name.replace(/\d+(?:\.\d+)+/g, '#');
}

/** Whether one of the choices of `--device` is about the device. */
export function isChosen(one: RunDevice | null, chosen: readonly string[]): boolean {
  if (one === null) return false;
  const { key, identity } = one.device;
  return chosen.some(
    (choice) =>
      choice.replaceAll('-', '').toLowerCase() === identity.deviceUUID ||
      [key, identity.deviceName].some((name) => name === choice || picomatch(choice)(name)),
  );
}
