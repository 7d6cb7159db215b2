import { LogLink } from '../results/log-link';
import { sampleResults } from '../results/results-sample';
import type { OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { stepSummary } from './step-summary';

const summaryOf = (results: Results, mostBytes?: number) =>
  stepSummary([results], {
    strictRobustness: false,
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });

/** The sample on its first device, with outcomes made of its own. */
function withOutcomes(change: (outcome: OutcomeEntry) => readonly OutcomeEntry[]): Results {
  const sample = sampleResults();
  const devices = sample.devices.slice(0, 1).map((device) => {
    const outcomes = device.outcomes.flatMap(change);
    return { ...device, outcomes, totals: totalsOf(outcomes) };
  });
  return { ...sample, devices };
}

test('totals of each device, then what was unexpected with its message and its log', () => {
  const text = summaryOf(LogLink.of('https://ci.example/a|b/{case}', {}).addedTo(sampleResults()));
  expect(text).toMatch(/^### vkextern: 10 unexpected outcomes, 2 of them never ran\n/);
  expect(text).toContain(
    '| `sample/one-1.0` | sample 1.0 | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 1 | 4 deviations in 5 that ran (1 skipped, 1 never ran) |',
  );
  const failures = text.split('\n').filter((line) => line.startsWith('| **fail**'));
  expect(failures).toHaveLength(2);
  expect(failures[0]).toContain('`fence.import.case-fail:handleType=OPAQUE_FD,on=true`');
  expect(failures[0]).toMatch(/\[log\]\(<https:\/\/ci\.example\/a%7Cb\/fence\.import\.case-fail>\) \|$/);
  // Nothing of what a driver says becomes markup, or ends a cell.
  expect(failures[0]).toContain('\\<b\\> &amp; "q"');
  expect(text).toContain('<summary>Robustness, no part of the conformance verdict (1)</summary>');
});

test('a run without anything unexpected says so', () => {
  const text = summaryOf(withOutcomes((one) => (one.status === 'pass' ? [one] : [])));
  expect(text).toMatch(/^### vkextern: no unexpected outcome\n/);
  expect(text).not.toContain('####');
});

test('what a baseline does not expect, what it excuses, and entries that are wrong', () => {
  const judged = withOutcomes((one) => {
    const expected = { verdict: 'expected' as const, why: 'known' };
    if (one.status === 'fail') return [{ ...one, judgement: expected }];
    if (one.status === 'pass')
      return [
        { ...one, judgement: { verdict: 'unexpected' as const, why: 'now passes: update the baseline' } },
      ];
    if (one.status === 'warn')
      return [{ ...one, judgement: { verdict: 'changed' as const, why: 'was a pass' } }];
    return [];
  });
  const problems = [{ line: 3, entry: 'cases: [x]', what: 'no case is called so' }];
  const baseline = { file: 'b.yaml', sha256: 'abc', judgedOn: '2026-01-02', problems };
  const text = summaryOf({ ...judged, baseline });
  expect(text).toMatch(/^### vkextern: 1 unexpected outcome, 1 entry of the baseline wrong\n/);
  expect(text).toContain('now passes: update the baseline');
  expect(text).toContain('`b.yaml:3`: no case is called so: cases: \\[x\\]');
  expect(text).toContain('Otherwise than the baseline says, which decides nothing (1)');
  expect(text).toContain('as the baseline expects');
});

test('a flake tells its attempts, and stands apart where it decides nothing', () => {
  const attempts = (['fail', 'pass'] as const).map((status) => ({
    ...{ status, durationMs: 1, driverMs: 1, message: '' },
  }));
  const flaky = withOutcomes((one) => (one.status === 'flake' ? [{ ...one, attempts }] : []));
  expect(summaryOf(flaky)).toMatch(/#### Unexpected \(1\)[\s\S]*attempts: fail, pass/);
  const lenient = summaryOf({ ...flaky, run: { ...flaky.run, flakes: 'warn' } });
  expect(lenient).toMatch(/no unexpected outcome[\s\S]*Attempts disagreed, which decides nothing here \(1\)/);
});

test('long lists are cut, and so is a summary that is longer than it may be; both are said', () => {
  const many = withOutcomes((one) => {
    if (one.status !== 'fail') return [];
    return Array.from({ length: 60 }, (_, at) => ({
      ...one,
      id: `${one.id}-${at}`,
      message: '漢'.repeat(900),
    }));
  });
  expect(summaryOf(many)).toContain('... and 10 more in results.json');
  const short = summaryOf(many, 2000);
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(2000);
  expect(short).toMatch(/^### vkextern: 60 unexpected outcomes\n/);
  expect(short).toMatch(/_Cut for length: [^\n]+_\n$/);
  expect(summaryOf(many, 10)).toBe('');
});
