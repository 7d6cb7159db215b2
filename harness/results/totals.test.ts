import { outcomeStatuses } from '../cases/outcome';
import { requirementClasses } from './results-schema';
import { isUnexpected, totalsOf, verdictOf } from './totals';

test.each([
  ['conformance', ['fail', 'crash', 'timeout', 'flake', 'missing']],
  ['legal-negative', ['fail', 'crash', 'timeout', 'flake', 'missing']],
  ['quality', ['fail', 'crash', 'timeout', 'flake', 'missing']],
  ['robustness', []],
] as const)('unexpected of class %s: %j', (of, expected) => {
  const unexpected = outcomeStatuses.filter((status) => isUnexpected({ status, class: of }, false));
  expect(unexpected).toEqual(expected);
  const onDemand = outcomeStatuses.filter((status) => isUnexpected({ status, class: of }, true));
  expect(onDemand).toEqual(['fail', 'crash', 'timeout', 'flake', 'missing']);
});

test('a baseline decides where there is one, and flakes only where they may', () => {
  const judged = (status: 'pass' | 'fail', verdict: 'expected' | 'changed' | 'unexpected') =>
    isUnexpected({ status, class: 'conformance', judgement: { verdict, why: '' } }, false);
  expect([judged('fail', 'expected'), judged('fail', 'changed'), judged('pass', 'unexpected')]).toEqual([
    false,
    false,
    true,
  ]);
  const invalid = { status: 'crash', class: 'robustness' } as const;
  const judgement = { verdict: 'unexpected', why: '' } as const;
  expect([false, true].map((strict) => isUnexpected({ ...invalid, judgement }, strict))).toEqual([
    false,
    true,
  ]);
  const flake = { status: 'flake', class: 'conformance' } as const;
  expect([isUnexpected(flake, false), isUnexpected(flake, false, 'warn')]).toEqual([true, false]);
});

test('robustness and quality have no part in the conformance verdict', () => {
  const passed = { status: 'pass', class: 'conformance' } as const;
  const verdict = (...others: Parameters<typeof totalsOf>[0]) => verdictOf(totalsOf([passed, ...others]));
  expect(verdict({ status: 'crash', class: 'robustness' })).toBe('no deviation');
  expect(verdict({ status: 'missing', class: 'quality' })).toBe('no deviation');
  expect(verdict({ status: 'missing', class: 'legal-negative' })).toBe('incomplete');
  for (const status of ['fail', 'crash', 'timeout', 'flake'] as const) {
    expect(verdict({ status, class: 'legal-negative' }, { status: 'missing', class: 'conformance' })).toBe(
      'deviates',
    );
  }
  expect(verdictOf(totalsOf([{ status: 'skip', class: 'conformance' }]))).toBe('nothing ran');
});

test('totals add up', () => {
  const all = requirementClasses.flatMap((of) => outcomeStatuses.map((status) => ({ status, class: of })));
  const { byStatus, byClass } = totalsOf(all);
  expect(new Set(Object.values(byStatus))).toEqual(new Set([requirementClasses.length]));
  expect(Object.values(byClass).flatMap((counts) => Object.values(counts))).toEqual(all.map(() => 1));
});
