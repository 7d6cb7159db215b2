import { sampleOutcome, sampleResults } from '../results/results-sample';
import type { OutcomeEntry, Results } from '../results/results-schema';
import { lavaLines } from './lava-lines';

function runOf(...outcomes: readonly OutcomeEntry[]): Results {
  const sample = sampleResults();
  return { ...sample, devices: sample.devices.slice(0, 1).map((device) => ({ ...device, outcomes })) };
}

const of = (owner: string, status: OutcomeEntry['status'], changed: Partial<OutcomeEntry> = {}) => ({
  ...sampleOutcome(status, owner),
  class: 'conformance' as const,
  ...changed,
});

test('a test case for each case: the worst of its instances, those that decide nothing aside', () => {
  const expected = { verdict: 'expected' as const, why: 'known' };
  const lines = lavaLines([
    runOf(
      of('one', 'pass'),
      of('one', 'fail'),
      of('two', 'skip'),
      of('two', 'pass'),
      of('three', 'skip'),
      of('four', 'missing'),
      of('five', 'fail', { judgement: expected }),
      of('six', 'crash', { class: 'robustness' }),
      of('seven', 'warn', { suite: 'fence.other' }),
    ),
  ]);
  expect(lines.split('\n')).toEqual([
    'lava-test-set start fence.import',
    'lava-test-case fence.import.one --result fail',
    'lava-test-case fence.import.two --result pass',
    'lava-test-case fence.import.three --result skip',
    'lava-test-case fence.import.four --result fail',
    'lava-test-case fence.import.five --result skip',
    'lava-test-case fence.import.six --result skip',
    'lava-test-set stop',
    'lava-test-set start fence.other',
    'lava-test-case fence.import.seven --result pass',
    'lava-test-set stop',
    '',
  ]);
});

test('sets of several devices name theirs, and nothing of a name is for a shell to take apart', () => {
  const sample = sampleResults();
  const odd = { ...sample, devices: sample.devices.map((device) => ({ ...device, key: 'a/b $(rm)' })) };
  expect(lavaLines([odd])).toContain('lava-test-set start a_b___rm_.fence.import\n');
});

test('a driver that could not be asked and wrong entries of a baseline are test cases', () => {
  const problems = [{ line: 3, entry: 'cases: [x]', what: 'no case is called so' }];
  const baseline = { file: 'b.yaml', sha256: 'abc', judgedOn: '2026-01-02', problems };
  const problem = { status: 'crash' as const, message: 'it died' };
  expect(lavaLines([{ ...sampleResults(), devices: [], problem, baseline }])).toBe(
    'lava-test-case sample-tells-of-its-devices --result fail\nlava-test-case sample-baseline --result fail\n',
  );
});
