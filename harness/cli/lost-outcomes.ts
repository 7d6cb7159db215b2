import { loadSuite, suiteFiles } from '../cases/suite-files';
import type { Device } from '../drivers/driver';
import type { LostOutcomes } from '../results/merged-results';
import { plannedEntry } from '../results/planned-entry';
import { quoteWord, rerunLike } from '../results/rerun-command';
import type { OutcomeEntry } from '../results/results-schema';
import { isInShard } from '../results/shard';
import { plannedCases } from '../runner/plan';

const suitePackage: { name: string; version: string } = require('../../../package.json');

/**
 * What shards that are missing would have had: missing, or skipped where the device does not offer what a case needs.
 * That is known of results of this release alone.
 */
export const lostOutcomes: LostOutcomes = (results, { key, identity, capabilities }, shards, sibling) => {
  const { suite, driver, run } = results;
  if (suite.name !== suitePackage.name || suite.version !== suitePackage.version) return undefined;
  const { selection, testNamePattern, instances } = run;
  const options = { selection, instances, ...(testNamePattern === null ? {} : { testNamePattern }) };
  const device: Device = { driver, key, identity, capabilities: capabilities as Device['capabilities'] };
  const planned = suiteFiles().flatMap((file) => plannedCases(device, loadSuite(file), options));
  return planned.flatMap((one): readonly OutcomeEntry[] => {
    const { id, case: owner } = one.instance;
    const shard = shards.find((each) => isInShard(id, each));
    if (shard === undefined) return [];
    const rerun =
      sibling === undefined
        ? `npx vkextern run ${quoteWord(id)} --driver ${driver.name} --device ${quoteWord(key)}`
        : rerunLike(sibling, id, owner.class === 'robustness');
    const nothing = { durationMs: 0, driverMs: 0, deviations: [], calls: [], notes: [] };
    const entry = { ...plannedEntry(one, rerun), ...nothing };
    if (one.skip !== null) return [{ ...entry, status: 'skip', message: one.skip }];
    const message = `planned, never run: nothing is known of shard ${shard.index}/${shard.count}`;
    return [{ ...entry, status: 'missing', message }];
  });
};
