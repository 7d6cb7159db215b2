import { sampleOutcome, sampleResults } from '../results/results-sample';
import type { OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { RunSummary } from './run-summary';

const end = { stopped: 'no', wallMs: 3200, startUpMs: 400, driverMs: 2400 } as const;

function reportOf(outcomes: readonly OutcomeEntry[]) {
  const results: Results = sampleResults();
  const [device] = results.devices;
  if (device === undefined) throw new Error('the sample has no device');
  const files = {
    folder: 'r',
    results: 'r/results.json',
    junit: 'r/junit.xml',
    ctrf: 'r/ctrf.json',
    journal: 'r/journal.jsonl',
  };
  return { files, results: { ...results, devices: [{ ...device, outcomes, totals: totalsOf(outcomes) }] } };
}

function textOf(outcomes: readonly OutcomeEntry[], strict = false): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours, where the environment forces them
  return new RunSummary([reportOf(outcomes)], end, strict).asText().replace(/\u001b\[\d+m/g, '');
}

const codeOf = (outcomes: readonly OutcomeEntry[], strict = false) =>
  new RunSummary([reportOf(outcomes)], end, strict).exitCode;

test('all as expected', () => {
  const outcomes = [
    sampleOutcome('pass', 'one'),
    sampleOutcome('skip', 'two'),
    sampleOutcome('warn', 'three', 'w'),
  ];
  expect(codeOf(outcomes)).toBe(0);
  const text = textOf(outcomes);
  expect(text).toContain('Conformance: no deviation in 1 that ran (1 skipped)');
  expect(text).toContain(
    'Time: wall 3.2 s, of it host start-up 0.4 s; inside the driver 2.4 s; (wall - start-up) / inside the driver = 1.17',
  );
  expect(text.split('\n').at(-1)).toBe('No unexpected outcome in the 2 that ran and decide (1 skipped).');
});

test('a failure with what is required, expected, seen and called; the last line runs it again', () => {
  const failed = sampleOutcome('fail', 'one', 'odd');
  expect(codeOf([failed])).toBe(1);
  const text = textOf([failed]);
  expect(text).toContain('FAIL fence.import.one:handleType=OPAQUE_FD,on=true on sample/one-1.0');
  expect(text).toContain('Required by fence.import.shared-signal (a-section):\n    A & B must <hold>.');
  expect(text).toContain('expected: <VK_SUCCESS>');
  expect(text).toContain('seen:     odd');
  expect(text).toContain('peer: vkGetFenceStatus(odd) did not return');
  expect(text).toContain('Conformance: 1 deviation in 1 that ran');
  expect(text.split('\n').at(-1)).toContain(failed.rerun);
});

test('robustness is told apart and decides only on demand', () => {
  const invalid: OutcomeEntry = { ...sampleOutcome('crash', 'bad', 'died'), class: 'robustness' };
  const outcomes = [sampleOutcome('pass', 'one'), invalid];
  expect([codeOf(outcomes), codeOf(outcomes, true)]).toEqual([0, 1]);
  expect(textOf(outcomes)).toContain('Conformance: no deviation in 1 that ran');
  expect(textOf(outcomes)).toMatch(
    /Robustness, no part of the conformance verdict:\n {2}crash fence\.import\.bad/,
  );
});

test('the eleventh failure is told in a line', () => {
  const failures = Array.from({ length: 60 }, (_, index) => sampleOutcome('fail', `n${index}`, 'odd'));
  const text = textOf(failures);
  expect(text.match(/^FAIL /gm)).toHaveLength(10);
  expect(text.match(/^fail /gm)).toHaveLength(40);
  expect(text).toContain('... and 10 more in results.json');
});

test('a driver that could not tell of its devices is a line and exit code 1', () => {
  const good = reportOf([sampleOutcome('pass', 'one')]);
  const problem = { status: 'timeout', message: 'the probe hung' } as const;
  const hung = { ...good, results: { ...good.results, problem, devices: [] } };
  const summary = new RunSummary([good, hung], end, false);
  expect(summary.exitCode).toBe(1);
  expect(summary.asText()).toContain('TIMEOUT of sample, asked for its devices: the probe hung');
  expect(summary.asText()).toContain(
    '1 driver could not be asked for devices. No unexpected outcome in the 1 that ran and decide.',
  );
  expect(summary.asJson()).toMatchObject({ exitCode: 1, drivers: [{ problem: null }, { problem }] });
});

test('an interrupted run', () => {
  const outcomes = [sampleOutcome('pass', 'one'), sampleOutcome('missing', 'two', '')];
  const summary = new RunSummary([reportOf(outcomes)], { ...end, stopped: 'interrupted' }, false);
  expect(summary.exitCode).toBe(130);
  expect(summary.asText()).toContain('The run was interrupted.');
  expect(summary.asText()).toContain('1 never ran');
});

test('what a reader must know first stands before the last line, and with the verdict', () => {
  const report = reportOf([sampleOutcome('pass', 'one')]);
  const { results } = report;
  const remarks = ['It is no hardware.'];
  const model = { ...report, results: { ...results, driver: { ...results.driver, builtIn: true }, remarks } };
  const summary = new RunSummary([model], end, false);
  const lines = summary.asText().split('\n');
  expect(lines.slice(-3)).toEqual([
    expect.stringContaining('sample: It is no hardware.'),
    '',
    expect.stringContaining('No unexpected outcome in the 1'),
  ]);
  expect(lines).toContainEqual(
    expect.stringMatching(/^Conformance of the built-in model: .*no deviation in 1 that ran/),
  );
  expect(summary.asJson()).toMatchObject({ drivers: [{ builtIn: true, remarks }] });
  expect(textOf([sampleOutcome('pass', 'one')])).not.toContain('built-in');
});
