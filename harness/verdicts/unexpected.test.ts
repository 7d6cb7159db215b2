import { sampleOutcome, sampleResults } from '../results/results-sample';
import type { OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { parseBaseline } from './baseline';
import { BaselineJudge, type JudgeSettings } from './unexpected';

const entries = `driver: sample
expected:
  - cases: [fence.import.fails:*]
    status: fail
    reason: known for long
    link: https://example.org/1
  - cases: fence.import.skips
    status: skip
    because: no DMA_BUF for a *
  - cases: fence.import.chance
    status: [pass, fail]
    reason: a race
  - cases: fence.import.warns
    status: warn
  - cases: fence.import.until
    status: fail
    reason: to be mended
    until: 2027-01-31
  - cases: fence.import.elsewhere
    status: fail
    reason: on the other device
    devices: [two*]
`;

function judgeOn(day: string, settings: Partial<JudgeSettings> = {}, content = entries): BaselineJudge {
  return new BaselineJudge(parseBaseline('some.yaml', content), {
    today: day,
    flakes: 'fail',
    suite: [],
    ...settings,
  });
}

const device = { key: 'sample/one-1.0', identity: { deviceName: 'one', deviceUUID: '00' } };
const two = { key: 'sample/two', identity: { deviceName: 'Number two', deviceUUID: '11' } };

function outcome(name: string, status: OutcomeEntry['status'], message: string = status): OutcomeEntry {
  const sample = sampleOutcome(status, name, '');
  return { ...sample, message: status === 'pass' ? '' : message };
}

test.each([
  ['fails', 'fail', 'expected', 'known for long'],
  ['fails', 'crash', 'unexpected', 'crash, and the baseline says fail'],
  ['fails', 'timeout', 'unexpected', 'timeout, and the baseline says fail'],
  ['fails', 'pass', 'unexpected', 'now passes, and the baseline says fail: update the baseline'],
  ['fails', 'warn', 'unexpected', 'now only warns, and the baseline says fail: update the baseline'],
  ['fails', 'missing', 'unexpected', 'missing'],
  ['fails', 'skip', 'unexpected', 'skipped, and the baseline says fail: skip'],
  ['passes', 'pass', 'expected', ''],
  ['passes', 'fail', 'unexpected', 'fail, and expected to pass'],
  ['passes', 'skip', 'unexpected', 'skipped, and expected to pass: skip'],
  ['passes', 'missing', 'unexpected', 'missing'],
  ['passes', 'warn', 'changed', 'now warns: warn'],
  ['warns', 'warn', 'expected', ''],
  ['warns', 'pass', 'changed', 'now passes, and the baseline says warn: update the baseline'],
  ['warns', 'fail', 'unexpected', 'fail, and the baseline says warn'],
  ['skips', 'pass', 'unexpected', 'now runs and passes, and the baseline says skip: update the baseline'],
  ['skips', 'fail', 'unexpected', 'fail, and the baseline says skip'],
  ['chance', 'pass', 'expected', 'a race'],
  ['chance', 'fail', 'expected', 'a race'],
  ['chance', 'crash', 'unexpected', 'crash, and the baseline says pass or fail'],
] as const)('%s that comes out as %s is %s', (name, status, verdict, why) => {
  expect(judgeOn('2026-11-20').judge(device, outcome(name, status))).toMatchObject({ verdict, why });
});

test('a skip is expected for its reason alone', () => {
  const judge = judgeOn('2026-11-20');
  const skipped = (message: string) => judge.judge(device, outcome('skips', 'skip', message));
  expect(skipped('no DMA_BUF for a buffer')).toMatchObject({
    verdict: 'expected',
    why: 'no DMA_BUF for a *',
  });
  expect(skipped('no DMA_BUF at all')).toEqual({
    verdict: 'unexpected',
    why: 'skipped for another reason: no DMA_BUF at all; expected: no DMA_BUF for a *',
  });
});

test('the link comes with the verdict', () => {
  expect(judgeOn('2026-11-20').judge(device, outcome('fails', 'fail')).link).toBe('https://example.org/1');
});

test('an entry excuses until its last day, that day included', () => {
  const on = (day: string) => judgeOn(day).judge(device, outcome('until', 'fail'));
  expect(on('2027-01-31').verdict).toBe('expected');
  expect(on('2027-02-01')).toEqual({
    verdict: 'unexpected',
    why: 'fail, and expected to pass (the entry about it expired on 2027-01-31)',
  });
});

test('an entry is about the devices that it names', () => {
  const judge = judgeOn('2026-11-20');
  expect(judge.judge(two, outcome('elsewhere', 'fail')).verdict).toBe('expected');
  expect(judge.judge(device, outcome('elsewhere', 'fail')).verdict).toBe('unexpected');
});

test('attempts that disagree are expected where each is; --flakes warn makes the others a change', () => {
  const flake = (name: string): OutcomeEntry => ({
    ...outcome(name, 'flake'),
    attempts: (['fail', 'pass'] as const).map((status) => ({
      status,
      durationMs: 1,
      driverMs: 1,
      message: '',
    })),
  });
  expect(judgeOn('2026-11-20').judge(device, flake('chance')).verdict).toBe('expected');
  expect(judgeOn('2026-11-20').judge(device, flake('fails')).verdict).toBe('unexpected');
  expect(judgeOn('2026-11-20').judge(device, flake('passes')).verdict).toBe('unexpected');
  expect(judgeOn('2026-11-20', { flakes: 'warn' }).judge(device, flake('passes')).verdict).toBe('changed');
});

function resultsOf(...outcomes: readonly OutcomeEntry[]): Results {
  const results = sampleResults();
  return {
    ...results,
    devices: results.devices.map((one) => ({ ...one, outcomes, totals: totalsOf(outcomes) })),
  };
}

describe('entries', () => {
  const problemsOn = (day: string, results: Results, content = entries, suite: JudgeSettings['suite'] = []) =>
    judgeOn(day, { suite }, content).judgeResults(results).baseline?.problems;
  const every = ['fails', 'skips', 'chance', 'warns', 'until', 'elsewhere'].map((name) =>
    outcome(name, 'fail'),
  );

  test('are fine where each is about something', () => {
    expect(problemsOn('2026-11-20', resultsOf(...every))).toEqual([]);
  });

  test('that no case is called by are told, glob by glob', () => {
    const content = entries.replace(
      'cases: fence.import.chance',
      'cases: [fence.import.chance, fence.import.chnace]',
    );
    expect(problemsOn('2026-11-20', resultsOf(...every), content)).toEqual([
      { line: 10, entry: 'fence.import.chnace', what: 'no case is called so: update the baseline' },
    ]);
  });

  test('about cases that were not selected are fine', () => {
    const suite = every.map(({ id, case: of }) => ({ id, case: of }));
    expect(problemsOn('2026-11-20', resultsOf(outcome('fails', 'fail')), entries, suite)).toEqual([]);
  });

  test('that expired are told, where the run has their cases', () => {
    const expired = [{ line: 15, entry: 'fence.import.until', what: 'it expired on 2027-01-31' }];
    expect(problemsOn('2027-02-01', resultsOf(...every))).toEqual(expired);
    const suite = every.map(({ id, case: of }) => ({ id, case: of }));
    expect(problemsOn('2027-02-01', resultsOf(outcome('fails', 'fail')), entries, suite)).toEqual([]);
  });

  test('behind others about the same cases are told', () => {
    const content = `${entries}  - cases: fence.import.fails\n    status: crash\n    reason: never looked at\n`;
    expect(problemsOn('2026-11-20', resultsOf(...every), content)).toEqual([
      expect.objectContaining({ line: 23, what: 'entries above it are about the same cases, and count' }),
    ]);
  });
});

test('results say which baseline judged them, and what it made of each outcome', () => {
  const results = judgeOn('2026-11-20').judgeResults(
    resultsOf(outcome('fails', 'fail'), outcome('passes', 'fail')),
  );
  expect(results.baseline).toMatchObject({ file: 'some.yaml', judgedOn: '2026-11-20' });
  expect(results.baseline?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(results.devices[0]?.outcomes.map(({ judgement }) => judgement?.verdict)).toEqual([
    'expected',
    'unexpected',
  ]);
});
