import { isRequirementId } from '../../fixtures/requirements';
import {
  MergeRefused,
  type PlacedShard,
  placedShards,
  requireOneRun,
  requireSameDevices,
  type ShardResults,
  shardText,
} from './placed-shards';
import { requirementTexts } from './planned-entry';
import { rerunBeside } from './rerun-command';
import type { DeviceResults, MergedShards, OutcomeEntry, Results } from './results-schema';
import type { Shard } from './shard';
import { totalsOf } from './totals';

/** What the results of shards need to become those of one run. */
export interface MergeSettings {
  /** The folder that the reports will lie in. */
  readonly reports: string;
  /** Ids of every case instance, in the order of the suite. */
  readonly order: readonly string[];
  /**
   * The outcomes, missing and skips, that these shards would have had on a device.
   * @param sibling an outcome on the same device, where there is any
   * @returns `undefined` where that can't be known
   */
  readonly lost: LostOutcomes;
}

export type LostOutcomes = (
  results: Results,
  device: DeviceResults,
  shards: readonly Shard[],
  sibling: OutcomeEntry | undefined,
) => readonly OutcomeEntry[] | undefined;

/** Shards of one driver as one run. */
export interface MergedResults {
  readonly results: Results;
  /** The shards that are not there, such as `2/4`. */
  readonly missing: readonly string[];
  /** The shards that died on the way. */
  readonly died: readonly string[];
}

/**
 * Joins the results of shards of one driver into those of one run. Times are added up. Where a shard died, it was never
 * judged: verdicts of a baseline are left out then, so that no part is judged otherwise than the rest.
 *
 * @param shards of one driver, at least one
 * @throws MergeRefused where they are not of one run: what differs, or what is there twice
 */
export function mergedResults(shards: readonly ShardResults[], settings: MergeSettings): MergedResults {
  const sorted = placedShards(shards);
  const [first] = sorted;
  if (first === undefined) throw new Error('nothing to merge');
  for (const other of sorted) requireOneRun(first, other);
  const placed = withoutPartialVerdicts(sorted);
  const results = placed.map((one) => one.results);
  const asked = placed.find((one) => one.results.problem === null) ?? first;
  for (const other of placed) if (other.results.problem === null) requireSameDevices(asked, other);
  const { count } = first.shard;
  const there = new Set(placed.map(({ shard }) => shard.index));
  const missing = Array.from({ length: count }, (_, n) => ({ index: n + 1, count })).filter(
    ({ index }) => !there.has(index),
  );
  const silent = placed.filter((one) => one.results.problem !== null).map(({ shard }) => shard);
  const base = asked.results;
  const unknown = [...missing, ...silent];
  let isRecorded = unknown.length > 0;
  const devices = base.devices.map((device): DeviceResults => {
    const joined = joinedOutcomes(device.key, placed);
    const lost = unknown.length === 0 ? [] : settings.lost(base, device, unknown, joined[0]);
    isRecorded &&= lost !== undefined;
    requireNoneTwice(joined, lost ?? [], placed);
    const outcomes = [...joined, ...(lost ?? [])]
      .map((outcome) => ({ ...outcome, rerun: rerunBeside(outcome.rerun, settings.reports) }))
      .sort(bySuite(settings.order));
    return { ...device, outcomes, totals: totalsOf(outcomes) };
  });
  const cut = placed.filter((one) => one.died === undefined && one.results.run.stopped !== 'no');
  const ended = placed.filter((one) => one.died === undefined && !cut.includes(one));
  const mergedShards: MergedShards = {
    whole: ended.map(({ shard }) => shardText(shard)),
    died: placed.filter(({ died }) => died !== undefined).map(({ shard }) => shardText(shard)),
    missing: missing.map(shardText),
    ...(cut.length === 0 ? {} : { cutShort: cut.map(({ shard }) => shardText(shard)) }),
  };
  const merged: Results = {
    ...base,
    problem: results.find(({ problem }) => problem !== null)?.problem ?? null,
    remarks: [
      ...new Set([
        ...results.flatMap(({ remarks }) => remarks),
        ...placeRemarks(placed),
        ...lackRemarks(mergedShards.missing, isRecorded && devices.length > 0),
        ...deathRemarks(mergedShards.died, shards),
        ...cutRemarks(cut),
      ]),
    ],
    requirements: joinedRequirements(results, devices),
    run: joinedRun(placed, mergedShards),
    devices,
    ...joinedBaseline(results),
  };
  return { results: merged, missing: mergedShards.missing, died: mergedShards.died };
}

/** Where a shard died, which was never judged, nothing is. */
function withoutPartialVerdicts(shards: readonly PlacedShard[]): readonly PlacedShard[] {
  if (shards.every(({ died }) => died === undefined)) return shards;
  return shards.map((one) => {
    const { baseline: _, ...results } = one.results;
    const devices = results.devices.map((device) => ({
      ...device,
      outcomes: device.outcomes.map(({ judgement: __, ...outcome }) => outcome),
    }));
    return { ...one, results: { ...results, devices } };
  });
}

function joinedOutcomes(deviceKey: string, shards: readonly PlacedShard[]): readonly OutcomeEntry[] {
  const from = new Map<string, PlacedShard>();
  return shards.flatMap((shard) => {
    const { outcomes = [] } = shard.results.devices.find(({ key }) => key === deviceKey) ?? {};
    for (const { id } of outcomes) {
      const other = from.get(id);
      if (other === shard) throw new MergeRefused(`${shard.file} has ${id} on ${deviceKey} twice`);
      if (other !== undefined)
        throw new MergeRefused(`${other.file} and ${shard.file} both have ${id} on ${deviceKey}`);
      from.set(id, shard);
    }
    return outcomes;
  });
}

/** What a shard that is not there would have had must not be there under another name. */
function requireNoneTwice(
  joined: readonly OutcomeEntry[],
  lost: readonly OutcomeEntry[],
  shards: readonly PlacedShard[],
): void {
  const known = new Set(joined.map(({ id }) => id));
  const twice = lost.find(({ id }) => known.has(id));
  if (twice === undefined) return;
  const has = ({ results }: PlacedShard): boolean =>
    results.devices.some(({ outcomes }) => outcomes.some(({ id }) => id === twice.id));
  const owner = shards.find(has);
  throw new MergeRefused(`${owner?.file} has ${twice.id}, which falls to a shard that brought nothing`);
}

/** The order of the suite; what it does not have stands behind. */
function bySuite(order: readonly string[]): (one: OutcomeEntry, other: OutcomeEntry) => number {
  const places = new Map(order.map((id, place) => [id, place]));
  const place = ({ id }: OutcomeEntry): number => places.get(id) ?? order.length;
  return (one, other) => place(one) - place(other);
}

/** The texts that shards have, and those of requirements that only a missing one names; ordered as in a run. */
function joinedRequirements(
  results: readonly Results[],
  devices: readonly DeviceResults[],
): Results['requirements'] {
  const known: Results['requirements'] = Object.assign(
    {},
    ...results.map(({ requirements }) => requirements),
  );
  const named = devices.flatMap(({ outcomes }) => outcomes.flatMap(({ requirements }) => requirements));
  const texts = { ...requirementTexts(named.filter(isRequirementId)), ...known };
  return Object.fromEntries(named.flatMap((id) => (texts[id] === undefined ? [] : [[id, texts[id]]])));
}

const worstEnds = ['failed', 'interrupted', 'bail', 'no'] as const;

function joinedRun(shards: readonly PlacedShard[], mergedShards: MergedShards): Results['run'] {
  const runs = shards.map(({ results }) => results.run);
  const [first] = runs;
  if (first === undefined) throw new Error('nothing to merge');
  const sum = (of: 'wallMs' | 'startUpMs' | 'driverMs'): number =>
    runs.reduce((all, run) => all + run[of], 0);
  const outside = runs.flatMap(({ kernelLogOutside }) =>
    kernelLogOutside === undefined ? [] : [kernelLogOutside],
  );
  return {
    ...first,
    shard: null,
    arguments: withoutShard(first.arguments),
    startedAt: runs.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    endedAt:
      runs
        .map(({ endedAt }) => endedAt)
        .sort()
        .at(-1) ?? first.endedAt,
    jobs: Math.max(...runs.map(({ jobs }) => jobs)),
    stopped: worstEnds.find((end) => runs.some(({ stopped }) => stopped === end)) ?? 'no',
    wallMs: sum('wallMs'),
    startUpMs: sum('startUpMs'),
    driverMs: sum('driverMs'),
    ...(outside.length === 0 ? {} : { kernelLogOutside: outside.flat() }),
    ...(mergedShards.died.length + mergedShards.missing.length === 0 ? {} : { mergedShards }),
  };
}

function withoutShard(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !/^--shard(=|$)/.test(word) && words[index - 1] !== '--shard');
}

/** Where shards ran on other machines, or on another device of the same kind. */
function placeRemarks(shards: readonly PlacedShard[]): readonly string[] {
  const remark = (what: string, of: (results: Results) => string): readonly string[] => {
    const places = new Map<string, string[]>();
    for (const { results, shard } of shards) {
      if (results.problem !== null) continue;
      const value = of(results);
      places.set(value, [...(places.get(value) ?? []), shardText(shard)]);
    }
    if (places.size < 2) return [];
    const all = [...places].map(([value, where]) => `${value} (${where.join(', ')})`);
    return [`The shards ran ${what}: ${all.join('; ')}.`];
  };
  return [
    ...remark('under different kernels', ({ run }) => `${run.os} ${run.kernel}`),
    ...remark('under different versions of Node.js', ({ run }) => run.nodeVersion),
    ...remark('on different devices of one kind', ({ devices }) =>
      devices.map(({ identity }) => identity.deviceUUID).join(', '),
    ),
  ];
}

function lackRemarks(missing: readonly string[], recorded: boolean): readonly string[] {
  if (missing.length === 0) return [];
  const lack =
    missing.length === 1 ? `Shard ${missing[0]} is missing` : `Shards ${missing.join(', ')} are missing`;
  return [
    `${lack}: ${recorded ? 'what it would have run is' : 'nothing here tells what would have run, and none of it is'} recorded as missing.`,
  ];
}

const howCut = {
  interrupted: 'was interrupted',
  bail: 'stopped at --bail',
  failed: 'ended as the harness failed',
};

/** Of a whole run its own results tell that. */
function cutRemarks(cut: readonly PlacedShard[]): readonly string[] {
  return cut.flatMap(({ shard, results: { run } }) =>
    run.stopped === 'no' || run.shard === null
      ? []
      : [`Shard ${shardText(shard)} ${howCut[run.stopped]}: what it had not run by then is missing.`],
  );
}

/** A remark on results that a baseline is still to judge. */
export const notJudged =
  'No outcome is judged by the baseline, since not all of them had been: vkextern judge does that.';

function deathRemarks(died: readonly string[], shards: readonly ShardResults[]): readonly string[] {
  if (died.length === 0) return [];
  const whole = shards.length === 1 && shards[0]?.results.run.shard === null;
  const dead =
    died.length === 1 ? `Shard ${died[0]} died on its way` : `Shards ${died.join(', ')} died on their way`;
  const judged = shards.some((one) => (one.died?.baseline ?? one.results.baseline) !== undefined);
  return [
    `${whole ? 'The run died on its way' : dead}: what had not run by then is recorded as missing.`,
    ...(judged ? [notJudged] : []),
  ];
}

/** All shards were judged by one baseline, or none was. */
function joinedBaseline(results: readonly Results[]): Pick<Results, 'baseline'> | object {
  const judged = results.flatMap(({ baseline }) => baseline ?? []);
  const [first] = judged;
  if (first === undefined) return {};
  const problems = new Map(
    judged.flatMap((one) => one.problems.map((problem) => [JSON.stringify(problem), problem] as const)),
  );
  const judgedOn =
    judged
      .map((one) => one.judgedOn)
      .sort()
      .at(-1) ?? first.judgedOn;
  return { baseline: { ...first, judgedOn, problems: [...problems.values()] } };
}
