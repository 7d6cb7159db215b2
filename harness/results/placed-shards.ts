import { firstDifference } from './first-difference';
import type { DeviceResults, Results } from './results-schema';
import { parseShard, type Shard } from './shard';

/** Results that cannot be joined; one line for people. */
export class MergeRefused extends Error {
  override readonly name = 'MergeRefused';
}

/** Results of a shard, or of a whole run, and where they lie. */
export interface ShardResults {
  readonly file: string;
  readonly results: Results;
  /** Of a run that died, whose journal alone is left: with which baseline it ran, by its hash. */
  readonly died?: { readonly baseline: string | undefined };
}

const wholeRun: Shard = { index: 1, count: 1 };

/** A shard, and which one it is. */
export interface PlacedShard extends ShardResults {
  readonly shard: Shard;
}

/**
 * Shards in their order.
 * @throws MergeRefused where one is there twice, is of another split, or was merged already
 */
export function placedShards(shards: readonly ShardResults[]): readonly PlacedShard[] {
  const placed = shards.map(inPlace);
  const [first] = placed;
  const other = placed.find(({ shard }) => shard.count !== first?.shard.count);
  if (first !== undefined && other !== undefined)
    throw new MergeRefused(`${first.file} is ${partName(first)} and ${other.file} is ${partName(other)}`);
  for (const one of placed) {
    const { file, shard } = one;
    const twin = placed.find((other) => other !== one && other.shard.index === shard.index);
    if (twin !== undefined)
      throw new MergeRefused(
        `${file} and ${twin.file} are both ${partName(one)} on ${one.results.driver.name}`,
      );
  }
  return placed.sort((one, other) => one.shard.index - other.shard.index);
}

/** A shard as `--shard` takes it. */
export function shardText({ index, count }: Shard): string {
  return `${index}/${count}`;
}

function partName({ results, shard }: PlacedShard): string {
  return results.run.shard === null ? 'a whole run' : `shard ${shardText(shard)}`;
}

function inPlace(one: ShardResults): PlacedShard {
  const shard = shardOf(one);
  if (one.died === undefined) return { ...one, shard };
  const message = `planned, never run: ${one.results.run.shard === null ? 'the run' : `shard ${shardText(shard)}`} died before that`;
  const devices = one.results.devices.map((device) => ({
    ...device,
    outcomes: device.outcomes.map((outcome) =>
      outcome.status === 'missing' ? { ...outcome, message } : outcome,
    ),
  }));
  return { ...one, shard, results: { ...one.results, devices } };
}

function shardOf({ file, results }: ShardResults): Shard {
  const { shard, mergedShards } = results.run;
  if (mergedShards !== undefined) {
    const { whole, died, cutShort = [] } = mergedShards;
    throw new MergeRefused(
      `${file} was merged of ${[...whole, ...died, ...cutShort].join(', ')}, which are not all, or not whole: merge the shards themselves`,
    );
  }
  if (shard === null) return wholeRun;
  const found = parseShard(shard);
  if (found === undefined) throw new MergeRefused(`${file} is of the shard ${shard}, which is none`);
  return found;
}

/**
 * Makes sure that two shards are of one run. Paths differ from machine to machine; whether there is one does not.
 * @throws MergeRefused that names the first difference
 */
export function requireOneRun(one: PlacedShard, other: PlacedShard): void {
  const found = firstDifference(compared(one), compared(other));
  if (found === undefined) return;
  throw new MergeRefused(
    `${one.file} and ${other.file} are not of one run: ${found.place} is ${found.before} and ${found.after}`,
  );
}

function compared({ results, died }: PlacedShard) {
  const { schemaVersion, suite, registryVersion, specificationVersion, driver, run, baseline } = results;
  const sha256 = died === undefined ? baseline?.sha256 : died.baseline;
  const { name, builtIn, origin, fault } = driver;
  const { guest, timeoutSeconds, isolate, bail, repeat, retries, flakes } = run;
  const { selection, testNamePattern, instances } = run;
  const loader = driver.loader !== null;
  const validationLayer = driver.validationLayer !== undefined;
  return {
    ...{ schemaVersion, suite, registryVersion, specificationVersion },
    driver: { name, builtIn, origin, fault, loader, validationLayer },
    run: {
      ...{ guest, timeoutSeconds, isolate, bail, repeat, retries, flakes },
      ...{ selection, testNamePattern, instances },
    },
    baseline: sha256 && { sha256 },
  };
}

/** Makes sure that two shards ran on the same devices. @throws MergeRefused that names the first difference */
export function requireSameDevices(one: PlacedShard, other: PlacedShard): void {
  const keys = ({ results }: PlacedShard): string =>
    results.devices.map(({ key }) => key).join(', ') || 'none';
  if (keys(one) !== keys(other))
    throw new MergeRefused(
      `${one.file} and ${other.file} are not of the same devices: ${keys(one)} and ${keys(other)}`,
    );
  one.results.devices.forEach((device, index) => {
    const found = firstDifference(describedDevice(device), describedDevice(other.results.devices[index]));
    if (found !== undefined)
      throw new MergeRefused(
        `${one.file} and ${other.file} are not of the same devices: ${found.place} of ${device.key} is ${found.before} and ${found.after}`,
      );
  });
}

/** What a device is, but for which of several alike. */
function describedDevice(device: DeviceResults | undefined): unknown {
  if (device === undefined) return undefined;
  const { deviceUUID: _, ...identity } = device.identity;
  const otherDevices = device.capabilities.otherDevices.map(({ deviceUUID: __, ...other }) => other);
  return { identity, capabilities: { ...device.capabilities, otherDevices } };
}
