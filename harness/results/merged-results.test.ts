import { type MergeSettings, mergedResults } from './merged-results';
import type { ShardResults } from './placed-shards';
import { sampleOutcome, sampleResults } from './results-sample';
import type { OutcomeEntry, Results } from './results-schema';
import { shardText } from './run-scope';
import { totalsOf } from './totals';

const names = ['a', 'b', 'c', 'd'];
const outcomes = names.map((name) => sampleOutcome('pass', name));
const settings: MergeSettings = {
  reports: '/merged',
  order: outcomes.map(({ id }) => id),
  lost: () => undefined,
};

function shard(
  index: number,
  own: readonly OutcomeEntry[],
  edit: (results: Results) => Results = (one) => one,
): ShardResults {
  const sample = sampleResults();
  const devices = sample.devices
    .slice(0, 1)
    .map((device) => ({ ...device, outcomes: own, totals: totalsOf(own) }));
  const run = { ...sample.run, shard: `${index}/2` };
  return { file: `shard-${index}.json`, results: edit({ ...sample, devices, run }) };
}

const [a, b, c, d] = outcomes as [OutcomeEntry, OutcomeEntry, OutcomeEntry, OutcomeEntry];
const first = shard(1, [c, a]);
const second = (edit?: (results: Results) => Results): ShardResults => shard(2, [b, d], edit);

test('outcomes stand in the order of the suite, times are added up, the worse end counts', () => {
  const other = second((one) => ({
    ...one,
    run: {
      ...one.run,
      stopped: 'interrupted',
      startedAt: '2026-01-02T03:00:00.000Z',
      arguments: ['run', '--shard=2/2'],
    },
  }));
  const { results, missing } = mergedResults([other, first], settings);
  expect(missing).toEqual([]);
  expect(results.devices[0]?.outcomes.map(({ id }) => id)).toEqual(settings.order);
  expect(results.devices[0]?.totals.byStatus.pass).toBe(4);
  expect(results.run).toMatchObject({
    shard: null,
    stopped: 'interrupted',
    startedAt: '2026-01-02T03:00:00.000Z',
    wallMs: 4000,
    arguments: ['run', '--jobs', '2'],
  });
});

test('the shard is taken out of the command line, however it was written', () => {
  const called = (...words: readonly string[]) =>
    shard(1, [a, c], (one) => ({ ...one, run: { ...one.run, arguments: words } }));
  for (const words of [
    ['run', '--shard', '1/2', 'x'],
    ['run', '--shard=1/2', 'x'],
  ])
    expect(mergedResults([called(...words), second()], settings).results.run.arguments).toEqual(['run', 'x']);
});

test.each<[string, (one: Results) => Results, RegExp]>([
  [
    'suite',
    (one) => ({ ...one, suite: { ...one.suite, version: '2' } }),
    /: suite\.version is "1\.2\.3" and "2"$/,
  ],
  ['driver', (one) => ({ ...one, driver: { ...one.driver, origin: 'sid' } }), /: driver\.origin is /],
  [
    'fault',
    (one) => ({ ...one, driver: { ...one.driver, fault: 'f' } }),
    /: driver\.fault is nothing and "f"$/,
  ],
  [
    'selection',
    (one) => ({ ...one, run: { ...one.run, selection: { ...one.run.selection, globs: ['x'] } } }),
    /: run\.selection\.globs\[0\] is nothing and "x"$/,
  ],
  ['setting', (one) => ({ ...one, run: { ...one.run, retries: 3 } }), /: run\.retries is 0 and 3$/],
  [
    'device',
    (one) => ({
      ...one,
      devices: one.devices.map((device) => ({
        ...device,
        identity: { ...device.identity, driverVersion: 2 },
      })),
    }),
    /same devices: identity\.driverVersion of sample\/one-1\.0 is 1 and 2$/,
  ],
  ['set of devices', (one) => ({ ...one, devices: [] }), /same devices: sample\/one-1\.0 and none$/],
  [
    'count',
    (one) => ({ ...one, run: { ...one.run, shard: '2/3' } }),
    /^shard-1\.json is shard 1\/2 and shard-2\.json is shard 2\/3$/,
  ],
  [
    'baseline',
    (one) => ({ ...one, baseline: { file: 'b', sha256: '00', judgedOn: '2026-01-02', problems: [] } }),
    /: baseline is nothing and \{/,
  ],
  [
    'outcome of its own',
    (one) => ({ ...one, devices: one.devices.map((device) => ({ ...device, outcomes: [a] })) }),
    /^shard-1\.json and shard-2\.json both have fence\.import\.a:/,
  ],
])('another %s is refused in one line', (_what, edit, message) => {
  expect(() => mergedResults([first, second(edit)], settings)).toThrow(message);
});

test('other machines and other devices of one kind are told, and paths do not matter', () => {
  const elsewhere = second((one) => ({
    ...one,
    driver: { ...one.driver, library: '/elsewhere/driver.so', manifest: '/elsewhere/icd.json' },
    run: { ...one.run, kernel: '6.2', nodeVersion: 'v22.0.0', jobs: 8 },
    devices: one.devices.map((device) => ({
      ...device,
      identity: { ...device.identity, deviceUUID: 'ffffffffffffffffffffffffffffffff' },
    })),
  }));
  const { results } = mergedResults([first, elsewhere], settings);
  expect(results.remarks).toEqual([
    'The shards ran under different kernels: Linux 6.1 (1/2); Linux 6.2 (2/2).',
    'The shards ran under different versions of Node.js: v20.20.0 (1/2); v22.0.0 (2/2).',
    'The shards ran on different devices of one kind: 00112233445566778899aabbccddeeff (1/2); ffffffffffffffffffffffffffffffff (2/2).',
  ]);
  expect(results.run.jobs).toBe(8);
});

test('a result that lacks shards says which, and is merged no more', () => {
  const three = (index: number, own: readonly OutcomeEntry[]) =>
    shard(index, own, (one) => ({ ...one, run: { ...one.run, shard: `${index}/3` } }));
  const lost = () => [sampleOutcome('missing', 'c'), sampleOutcome('missing', 'd')];
  const { results } = mergedResults([three(1, [a, b])], { ...settings, lost });
  expect(results.run.shard).toBeNull();
  expect(results.run.mergedShards).toEqual({ whole: ['1/3'], died: [], missing: ['2/3', '3/3'] });
  const merged = { file: 'merged.json', results };
  const message =
    'merged.json was merged of 1/3, which are not all, or not whole: merge the shards themselves';
  for (const others of [[merged], [merged, three(2, [c])], [three(2, [c]), three(3, [d]), merged]])
    expect(() => mergedResults(others, settings)).toThrow(message);
});

test.each([
  ['interrupted', 'Shard 2/3 was interrupted: what it had not run by then is missing.'],
  ['bail', 'Shard 2/3 stopped at --bail: what it had not run by then is missing.'],
  ['failed', 'Shard 2/3 ended as the harness failed: what it had not run by then is missing.'],
] as const)('a shard that did not come to its end (%s) is not whole, and is told', (stopped, remark) => {
  const three = (index: number, own: readonly OutcomeEntry[], end: Partial<Results['run']> = {}) =>
    shard(index, own, (one) => ({ ...one, run: { ...one.run, ...end, shard: `${index}/3` } }));
  const { results } = mergedResults([three(1, [a]), three(2, [b], { stopped })], settings);
  expect(results.run.mergedShards).toEqual({
    whole: ['1/3'],
    died: [],
    missing: ['3/3'],
    cutShort: ['2/3'],
  });
  expect(results.remarks).toContain(remark);
  expect(shardText(results)).toBe('1/3 2/3');
  expect(() => mergedResults([{ file: 'merged.json', results }], settings)).toThrow(/merged of 1\/3, 2\/3,/);
  const all = mergedResults([three(1, [a]), three(2, [b], { stopped }), three(3, [c])], settings).results;
  expect([all.run.mergedShards, all.remarks]).toEqual([undefined, [remark]]);
});

test('what falls to a missing shard is not counted twice where it is there under another name', () => {
  expect(() =>
    mergedResults([shard(1, [a, b])], { ...settings, lost: () => [sampleOutcome('missing', 'b')] }),
  ).toThrow(/^shard-1\.json has fence\.import\.b:\S+, which falls to a shard that brought nothing$/);
  expect(() => mergedResults([shard(1, [a, a]), second()], settings)).toThrow(
    /^shard-1\.json has fence\.import\.a:\S+ on sample\/one-1\.0 twice$/,
  );
});

describe('a shard that died', () => {
  const died = (baseline?: string): ShardResults => ({
    ...shard(2, [b, sampleOutcome('missing', 'd')], (one) => ({
      ...one,
      run: { ...one.run, stopped: 'interrupted' },
    })),
    died: { baseline },
  });

  test('brings what it had, and what it had not is missing', () => {
    const { results, ...rest } = mergedResults([died(), first], settings);
    expect(rest).toEqual({ missing: [], died: ['2/2'] });
    expect(results.run.mergedShards).toEqual({ whole: ['1/2'], died: ['2/2'], missing: [] });
    expect(results.remarks).toEqual([
      'Shard 2/2 died on its way: what had not run by then is recorded as missing.',
    ]);
    expect(results.devices[0]?.totals.byStatus).toMatchObject({ pass: 3, missing: 1 });
    expect(results.devices[0]?.outcomes.at(-1)?.message).toBe(
      'planned, never run: shard 2/2 died before that',
    );
    expect(() => mergedResults([{ file: 'merged.json', results }], settings)).toThrow(
      /^merged\.json was merged of/,
    );
  });

  test('leaves nothing judged, and is of another run where it had another baseline', () => {
    const judged = shard(1, [{ ...a, judgement: { verdict: 'expected', why: '' } }, c], (one) => ({
      ...one,
      baseline: { file: 'b', sha256: '00', judgedOn: '2026-01-02', problems: [] },
    }));
    const { results } = mergedResults([judged, died('00')], settings);
    expect(results.baseline).toBeUndefined();
    expect(results.devices[0]?.outcomes.filter(({ judgement }) => judgement !== undefined)).toEqual([]);
    expect(results.remarks.at(-1)).toMatch(
      /^No outcome is judged by the baseline, .*: vkextern judge does that\.$/,
    );
    expect(() => mergedResults([judged, died('11')], settings)).toThrow(/baseline\.sha256 is "00" and "11"$/);
    expect(() => mergedResults([judged, died()], settings)).toThrow(
      /: baseline is \{"sha256":"00"\} and nothing$/,
    );
  });
});

test('what a missing shard would have run is told where it is known, and otherwise that it is not', () => {
  const unknown = mergedResults([first], settings);
  expect(unknown.missing).toEqual(['2/2']);
  expect(unknown.results.remarks).toEqual([
    'Shard 2/2 is missing: nothing here tells what would have run, and none of it is recorded as missing.',
  ]);
  const lost = [sampleOutcome('missing', 'b'), sampleOutcome('skip', 'd')];
  const known = mergedResults([first], { ...settings, lost: () => lost });
  expect(known.results.remarks).toEqual([
    'Shard 2/2 is missing: what it would have run is recorded as missing.',
  ]);
  expect(known.results.devices[0]?.totals.byStatus).toMatchObject({ pass: 2, missing: 1, skip: 1 });
});

test('a shard whose driver crashed when asked for its devices leaves its cases missing', () => {
  const crashed = second((one) => ({ ...one, devices: [], problem: { status: 'crash', message: 'died' } }));
  const { results, missing } = mergedResults([crashed, first], {
    ...settings,
    lost: (_results, _device, shards) => shards.map(({ index }) => sampleOutcome('missing', `of-${index}`)),
  });
  expect(missing).toEqual([]);
  expect(results.problem).toEqual({ status: 'crash', message: 'died' });
  expect(results.devices[0]?.totals.byStatus).toMatchObject({ pass: 2, missing: 1 });
});
