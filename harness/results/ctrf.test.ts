import { ctrfOf, ctrfText } from './ctrf';
import { ctrfSchema } from './ctrf-schema';
import { LogLink } from './log-link';
import { sampleResults } from './results-sample';
import type { OutcomeEntry } from './results-schema';

test('every outcome of every device is a test, with the outcomes red that are red in junit.xml', () => {
  const ctrf = ctrfSchema.parse(JSON.parse(ctrfText([sampleResults()])));
  const { summary, tests } = ctrf.results;
  expect(summary).toMatchObject({ tests: 17, passed: 4, skipped: 2, failed: 11, pending: 0, other: 0 });
  expect(summary).toMatchObject({ flaky: 2, suites: 2, duration: 2000 });
  const first = tests.slice(0, 8).map(({ rawStatus, status }) => [rawStatus, status]);
  expect(Object.fromEntries(first)).toEqual({
    pass: 'passed',
    warn: 'passed',
    skip: 'skipped',
    fail: 'failed',
    crash: 'failed',
    timeout: 'failed',
    flake: 'failed',
    missing: 'failed',
  });
});

test('a failure says what was required and seen, how to run it again, and where its log is', () => {
  const results = LogLink.of('https://ci.example/{case}', {}).addedTo(sampleResults());
  const failed = ctrfOf([results]).results.tests.find(({ rawStatus }) => rawStatus === 'fail');
  expect(failed).toMatchObject({
    name: 'fence.import.case-fail:handleType=OPAQUE_FD,on=true',
    suite: ['sample', 'sample/one-1.0', 'fence.import'],
    tags: ['conformance'],
    trace: expect.stringMatching(
      /Required by fence\.import\.shared-signal[\s\S]*expected: <VK_SUCCESS>[\s\S]*Run again: /,
    ),
    attachments: [
      { name: 'log', contentType: 'text/html', path: 'https://ci.example/fence.import.case-fail' },
    ],
    parameters: { handleType: 'OPAQUE_FD', on: true },
  });
});

test('attempts of a flake, what the kernel said, and what a baseline expects', () => {
  const sample = sampleResults();
  const [device] = sample.devices;
  const attempts = (['fail', 'pass'] as const).map((status) => ({
    ...{ status, durationMs: 1.4, driverMs: 1, message: status === 'fail' ? 'late' : '' },
  }));
  const outcomes = (device?.outcomes ?? []).flatMap((one): OutcomeEntry[] => {
    if (one.status === 'flake') return [{ ...one, attempts, kernelLog: ['[1.000000] error: hang'] }];
    const judgement = { verdict: 'expected' as const, why: 'known', link: 'https://bugs.example/1' };
    return one.status === 'fail' ? [{ ...one, judgement }] : [];
  });
  const results = { ...sample, devices: [{ ...device, outcomes } as (typeof sample.devices)[0]] };
  const { tests, summary } = ctrfOf([results]).results;
  expect(summary).toMatchObject({ tests: 2, failed: 1, skipped: 1, flaky: 1 });
  expect(tests.find(({ flaky }) => flaky)).toMatchObject({
    retries: 1,
    retryAttempts: [
      { attempt: 1, status: 'failed', duration: 1, message: 'late' },
      { attempt: 2, status: 'passed', duration: 1 },
    ],
    extra: { kernelLog: ['[1.000000] error: hang'] },
  });
  expect(tests.find(({ rawStatus }) => rawStatus === 'fail')).toMatchObject({
    status: 'skipped',
    message: 'expected fail: known',
    extra: { judgement: { link: 'https://bugs.example/1' } },
  });
});

test('a driver that could not be asked, and wrong entries of a baseline, are tests that failed', () => {
  const sample = sampleResults();
  const problems = [{ line: 3, entry: 'cases: [x]', what: 'no case is called so' }];
  const baseline = { file: 'b.yaml', sha256: 'abc', judgedOn: '2026-01-02', problems };
  const problem = { status: 'crash' as const, message: 'it died' };
  const { tests, summary } = ctrfOf([{ ...sample, devices: [], problem, baseline }]).results;
  expect(summary.failed).toBe(2);
  expect(tests.map(({ suite, message }) => [suite, message])).toEqual([
    [['sample'], 'it died'],
    [['sample', 'baseline'], 'no case is called so'],
  ]);
});

test('runs of several drivers are one report', () => {
  const sample = sampleResults();
  const later = { ...sample.run, endedAt: '2026-01-02T03:05:05.678Z' };
  const other = { ...sample, driver: { ...sample.driver, name: 'other' }, run: later };
  const { summary, tests } = ctrfOf([sample, other]).results;
  expect([summary.tests, tests.length, summary.duration]).toEqual([34, 34, 60_000]);
  expect(new Set(tests.map(({ suite }) => suite?.[0]))).toEqual(new Set(['sample', 'other']));
});
