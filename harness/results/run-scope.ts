import type { Results } from './results-schema';

const everyCase = 'every case';

/** Which cases were asked for, as on the command line. */
export function selectionText(results: Results): string {
  const { run } = results;
  const shard = shardText(results);
  const { globs, classes, requirements } = run.selection;
  const words = [
    ...globs,
    ...classes.map((name) => `--class ${name}`),
    ...requirements.map((glob) => `--requirement ${glob}`),
    ...(run.testNamePattern === null ? [] : [`-t ${run.testNamePattern}`]),
    ...(run.instances === 'all' ? [] : ['--each-value']),
    ...(shard === undefined ? [] : [`--shard ${shard}`]),
  ];
  return words.length === 0 ? everyCase : words.join(' ');
}

/** Which shards a run was of, or merged results are of that lack some; `undefined` where it was whole. */
export function shardText({ run: { shard, mergedShards } }: Results): string | undefined {
  if (mergedShards === undefined || mergedShards.missing.length === 0) return shard ?? undefined;
  const { whole, died, cutShort: cut = [] } = mergedShards;
  return [...whole, ...died, ...cut].sort().join(' ');
}

/** The machine of a run: operating system, kernel, and whether it was the suite's own guest. */
export function machineText({ run }: Results): string {
  const guest = run.guest ? ', the guest under software emulation' : '';
  return `${run.os}, kernel ${run.kernel}${guest}, Node.js ${run.nodeVersion}`;
}

/** What results lack because less was asked for, or because the run ended before its end; a sentence each. */
export function scopeRemarks(results: Results): readonly string[] {
  const selected = selectionText(results);
  const part =
    selected === everyCase
      ? []
      : [`Only a part of the suite was asked for, and nothing is said of the rest: ${selected}.`];
  return [...part, ...cutShort[results.run.stopped]];
}

const cutShort: Readonly<Record<Results['run']['stopped'], readonly string[]>> = {
  no: [],
  interrupted: ['The run was interrupted: what had not run is missing.'],
  bail: ['The run stopped at the failures that --bail allows: what had not run is missing.'],
  failed: ['The harness failed in the middle of the run: what had not run is missing.'],
};
