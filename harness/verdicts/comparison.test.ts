import type { OutcomeStatus } from '../cases/outcome';
import type { OutcomeEntry } from '../results/results-schema';
import { changeBlocks } from './change-blocks';
import { outcomeOf, resultsOf, runOf, type SampleDevice } from './compared-sample';
import { type ComparisonSettings, compareRuns } from './comparison';
import { type Comparison, comparisonSchema } from './comparison-schema';
import { blockMessage } from './comparison-wording';

const settings: ComparisonSettings = {
  takes: () => true,
  devices: [],
  strictRobustness: false,
  strictQuality: false,
};

function compared(
  before: readonly OutcomeEntry[],
  after: readonly OutcomeEntry[],
  more: Partial<ComparisonSettings> = {},
): Comparison {
  const run = (outcomes: readonly OutcomeEntry[]) => runOf(resultsOf('sample', { outcomes }));
  const comparison = compareRuns([run(before), run(after)], { ...settings, ...more });
  return comparisonSchema.parse(comparison);
}

const only = ({ differences: [difference] }: Comparison) => {
  const [device] = difference?.devices ?? [];
  if (difference === undefined || device === undefined) throw new Error('nothing was compared');
  return { difference, device };
};

const several = (status: OutcomeStatus, name: string, count: number) =>
  Array.from({ length: count }, (_, number) => outcomeOf(status, name, number));

test('the same run twice has nothing to tell', () => {
  const outcomes = [
    ...several('pass', 'one', 3),
    ...several('skip', 'two', 2),
    ...several('fail', 'three', 2),
  ];
  const { difference, device } = only(compared(outcomes, outcomes));
  expect(difference).toMatchObject({ regressions: 0, problems: [] });
  expect(device).toMatchObject({ unchanged: 7, outcomes: [], capabilities: [], identity: [], durations: [] });
});

test('a regression has its requirement, both outcomes, the message and the command', () => {
  const comparison = compared([outcomeOf('pass', 'one')], [outcomeOf('fail', 'one')]);
  const { difference, device } = only(comparison);
  expect(difference.regressions).toBe(1);
  expect(device.outcomes).toEqual([
    expect.objectContaining({
      kind: 'regression',
      decides: true,
      id: 'fence.import.one:handleType=OPAQUE_FD,number=0',
      before: 'pass',
      after: 'fail',
      requirements: ['fence.import.shared-signal'],
      message: 'fail: VK_TIMEOUT',
      rerun: "npx vkextern run 'fence.import.one:handleType=OPAQUE_FD,number=0' --driver sample",
    }),
  ]);
  expect(comparison.requirements).toEqual({
    'fence.import.shared-signal': { anchor: 'a-section', obligation: 'A & B must <hold>.' },
  });
});

test('instances that changed alike are one group; those of one axis value are told by it', () => {
  const after = several('pass', 'one', 4).map((entry, number) =>
    number % 2 === 0 ? entry : outcomeOf('fail', 'one', number),
  );
  const [part] = only(compared(several('pass', 'one', 4), after)).device.groups;
  expect(part).toMatchObject({ of: 4, where: 'handleType=SYNC_FD' });
  expect(part?.instances).toHaveLength(2);
  const skipped = [outcomeOf('skip', 'one', 9)];
  const whole = only(
    compared([...several('pass', 'one', 4), ...skipped], [...several('crash', 'one', 4), ...skipped]),
  ).device.groups;
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatchObject({ of: 4, where: '' });
  expect(whole[0]?.instances).toHaveLength(4);
});

test('what is skipped now is a regression with the reason, a group for each reason', () => {
  const after = [outcomeOf('skip', 'one', 0, 'SYNC_FD'), outcomeOf('skip', 'one', 1, 'DMA_BUF')];
  const { device, difference } = only(compared(several('pass', 'one', 2), after));
  expect(difference.regressions).toBe(2);
  expect(device.outcomes.map(({ message }) => message)).toEqual(['skip: no SYNC_FD', 'skip: no DMA_BUF']);
  expect(device.groups).toHaveLength(2);
});

test.each([
  ['robustness', 'strictRobustness'],
  ['quality', 'strictQuality'],
] as const)('%s decides only on demand', (of, strict) => {
  const entry = (status: OutcomeStatus) => ({ ...outcomeOf(status, 'one'), class: of });
  const regressions = (more: Partial<ComparisonSettings>) =>
    only(compared([entry('pass')], [entry('crash')], more)).difference;
  expect(regressions({})).toMatchObject({ regressions: 0, counts: { regression: 1 } });
  expect(regressions({ [strict]: true })).toMatchObject({ regressions: 1 });
});

test('what is not selected takes no part', () => {
  const takes = ({ case: owner }: OutcomeEntry) => owner === 'fence.import.two';
  const { device, difference } = only(
    compared([...several('pass', 'one', 2), ...several('pass', 'two', 2)], several('fail', 'one', 2), {
      takes,
    }),
  );
  expect(difference.counts).toMatchObject({ regression: 0, gone: 2 });
  expect(device.outcomes.map((change) => change.case)).toEqual(['fence.import.two', 'fence.import.two']);
});

describe('capabilities', () => {
  const opaque = {
    exportable: true,
    importable: true,
    dedicatedOnly: false,
    compatible: ['OPAQUE_FD' as const],
    exportFromImported: ['OPAQUE_FD' as const],
  };
  const memory = (...kinds: readonly string[]) =>
    ['buffer', 'linear-image', 'optimal-image'].map((name) => ({
      name,
      handleTypes: kinds.includes(name) ? { OPAQUE_FD: opaque } : {},
    }));

  function changes(before: SampleDevice['capabilities'], after: SampleDevice['capabilities']) {
    const run = (capabilities: SampleDevice['capabilities'] = {}) =>
      runOf(resultsOf('sample', { outcomes: [], capabilities }));
    const { device } = only(compareRuns([run(before), run(after)], settings));
    return device.capabilities.map(({ about, what, change, of }) =>
      `${change} ${about}: ${what} ${of.join()}`.trim(),
    );
  }

  test('a handle type that is no longer reported, an extension that came', () => {
    expect(
      changes({ deviceExtensions: ['VK_A'] }, { deviceExtensions: ['VK_A', 'VK_B'], fence: {} }),
    ).toEqual([
      'vanished fence: OPAQUE_FD export',
      'vanished fence: OPAQUE_FD import',
      'vanished fence: OPAQUE_FD export from an imported OPAQUE_FD',
      'appeared device extension: VK_B',
    ]);
  });

  test('the kinds of resource that are concerned', () => {
    const all = memory('buffer', 'linear-image', 'optimal-image');
    expect(changes({ memory: all }, { memory: memory('buffer') })[0]).toBe(
      'vanished memory: OPAQUE_FD export linear-image,optimal-image',
    );
    expect(changes({ memory: memory() }, { memory: all })[0]).toBe(
      'appeared memory: OPAQUE_FD export every kind',
    );
  });

  test('values that are others', () => {
    expect(changes({}, { minImportedHostPointerAlignment: 4096 })).toEqual([
      'changed device: alignment of imported host pointers',
    ]);
  });

  test('another device of the driver is one fact, not all that it offers', () => {
    const other = {
      deviceName: 'second',
      deviceUUID: 'ff',
      deviceExtensions: [],
      fence: { OPAQUE_FD: opaque },
      binarySemaphore: {},
      memory: memory('buffer'),
    };
    expect(changes({}, { otherDevices: [other] })).toEqual(['appeared other device: second']);
    expect(
      changes({ otherDevices: [other] }, { otherDevices: [{ ...other, memory: memory() }] }),
    ).toHaveLength(3);
  });
});

describe('durations', () => {
  const timed = (times: readonly number[]) =>
    times.map((driverMs, number) => ({
      ...outcomeOf('pass', `case-${Math.floor(number / 2)}`, number),
      driverMs,
    }));
  const changes = (before: readonly number[], after: readonly number[]) =>
    only(compared(timed(before), timed(after))).device.durations.map((one) => `${one.change} ${one.case}`);

  test('a case that takes eight times as long and two seconds more', () => {
    expect(changes([100, 200, 50, 60, 70], [1500, 1600, 50, 60, 70])).toEqual(['slower fence.import.case-0']);
    expect(changes([1500, 1600, 50, 60, 70], [100, 200, 50, 60, 70])).toEqual(['faster fence.import.case-0']);
  });

  test.each([
    ['less than two seconds', [10, 20, 50, 60, 70], [900, 900, 50, 60, 70]],
    ['less than eight times', [1000, 1000, 50, 60, 70], [7000, 7000, 50, 60, 70]],
    ['one instance that stays as it is', [100, 200, 50, 60, 70], [9000, 300, 50, 60, 70]],
    ['a machine that is as much slower as a whole', [100, 200, 50, 60, 70], [1500, 3000, 750, 900, 1050]],
  ])('%s is none', (_what, before, after) => {
    expect(changes(before, after)).toEqual([]);
  });
});

test('the times of a guest say nothing', () => {
  const run = (driverMs: number, guest: boolean) => {
    const results = resultsOf('sample', { outcomes: [{ ...outcomeOf('pass', 'one'), driverMs }] });
    return runOf({ ...results, run: { ...results.run, guest } });
  };
  const device = (guest: boolean) => only(compareRuns([run(10, false), run(9000, guest)], settings)).device;
  expect(device(false).durations).toHaveLength(1);
  expect(device(true).durations).toEqual([]);
  expect(device(true).identity).toEqual([{ what: 'guest', before: 'no', after: 'yes' }]);
});

test('identity: only what differs, whatever it is', () => {
  const after = resultsOf('sample', { outcomes: [], identity: { driverVersion: 2 } });
  const comparison = compareRuns(
    [
      runOf(resultsOf('sample', { outcomes: [] })),
      runOf({ ...after, suite: { name: 'sample', version: '2.0.0' }, run: { ...after.run, kernel: '6.18' } }),
    ],
    settings,
  );
  expect(only(comparison).device.identity).toEqual([
    { what: 'driver version', before: '0x1', after: '0x2' },
    { what: 'suite', before: 'sample 1.2.3', after: 'sample 2.0.0' },
    { what: 'operating system', before: 'Linux 6.1', after: 'Linux 6.18' },
  ]);
});

test('a driver that cannot be asked any more is a regression, and a device that vanished', () => {
  const [before, after] = [resultsOf('sample', { outcomes: [] }), resultsOf('sample')];
  const problem = { status: 'crash' as const, message: 'the probe died' };
  const difference = (from: typeof before, to: typeof before) =>
    compareRuns([runOf(from), runOf(to)], settings).differences[0];
  expect(difference(before, { ...after, problem })).toMatchObject({
    regressions: 2,
    problems: [{ kind: 'regression', before: null, after: 'crash: the probe died' }],
  });
  expect(difference({ ...after, problem }, before)).toMatchObject({
    regressions: 0,
    problems: [{ kind: 'fix' }],
  });
});

test('several runs: each against the first, and the cases that are not alike in all', () => {
  const run = (...statuses: readonly OutcomeStatus[]) =>
    runOf(
      resultsOf('sample', {
        outcomes: statuses.flatMap((status, index) => several(status, `case-${index}`, 2)),
      }),
    );
  const { columns, differences, matrix } = compareRuns(
    [run('pass', 'pass', 'fail'), run('pass', 'crash', 'fail'), run('pass', 'pass', 'pass')],
    settings,
  );
  expect(columns.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  expect(differences.map(({ column, regressions, counts }) => [column, regressions, counts.fix])).toEqual([
    ['B', 2, 0],
    ['C', 0, 2],
  ]);
  expect(matrix.map((row) => [row.case, row.instances.length, row.statuses])).toEqual([
    ['fence.import.case-1', 2, ['pass', 'crash', 'pass']],
    ['fence.import.case-2', 2, ['fail', 'fail', 'pass']],
  ]);
});

test('what a baseline makes of the outcome after is told with it', () => {
  const judgement = { verdict: 'expected' as const, why: 'known since 26.1' };
  const [before, after] = [several('pass', 'one', 2), several('fail', 'one', 2)];
  const judged = after.map((outcome) => ({ ...outcome, judgement }));
  const comparison = compareRuns(
    [runOf(resultsOf('sample', { outcomes: before })), runOf(resultsOf('sample', { outcomes: judged }))],
    settings,
  );
  const { device } = only(comparison);
  expect(device.outcomes.map((one) => one.judgement)).toEqual(Array(2).fill('expected: known since 26.1'));
  const [block] = changeBlocks(device, 'regression', true);
  expect(block && blockMessage(block)).toMatch(/ \(by the baseline expected: known since 26\.1\)$/);
});
