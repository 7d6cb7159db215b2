import { type Ctrf, type CtrfStatus, type CtrfTest, ctrfSchema, ctrfVersion } from './ctrf-schema';
import { type JunitForm, junitForm, junitMessage } from './junit-form';
import { baselineSuite, problemCase } from './junit-groups';
import { explain } from './outcome-text';
import { replaceFile } from './results-file';
import type { DeviceResults, OutcomeEntry, Results } from './results-schema';
import { printable, printableLine } from './xml-text';

/** Writes runs as a CTRF report, in one step. @throws ReportError where the place cannot be written to. */
export function writeCtrf(file: string, runs: readonly Results[]): void {
  replaceFile(file, ctrfText(runs));
}

/** Runs as the text of a CTRF report; see `ctrfOf`. */
export function ctrfText(runs: readonly Results[]): string {
  return `${JSON.stringify(ctrfSchema.parse(ctrfOf(runs)), null, 1)}\n`;
}

/** The status of an outcome in CTRF: what is red in junit.xml is `failed`, what is skipped there `skipped`. */
const statuses: Readonly<Record<JunitForm['kind'], CtrfStatus>> = {
  passed: 'passed',
  told: 'passed',
  skipped: 'skipped',
  excused: 'skipped',
  failure: 'failed',
  error: 'failed',
};

/**
 * Runs of one or more drivers as one CTRF report, with the same outcomes red as in junit.xml: a test for each case
 * instance on each device, each driver that could not tell of its devices, and each wrong entry of a baseline.
 *
 * @param runs at least one
 */
export function ctrfOf(runs: readonly Results[]): Ctrf {
  const [first] = runs;
  if (first === undefined) throw new Error('a report needs a run');
  const tests = runs.flatMap(testsOf);
  const count = (status: CtrfStatus) => tests.filter((test) => test.status === status).length;
  const start = Math.min(...runs.map(({ run }) => Date.parse(run.startedAt)));
  const stop = Math.max(...runs.map(({ run }) => Date.parse(run.endedAt)));
  return {
    reportFormat: 'CTRF',
    specVersion: ctrfVersion,
    timestamp: new Date(stop).toISOString(),
    generatedBy: `${first.suite.name} ${first.suite.version}`,
    results: {
      tool: { name: first.suite.name, version: first.suite.version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: count('pending'),
        other: count('other'),
        flaky: tests.filter(({ flaky }) => flaky === true).length,
        suites: new Set(tests.map(({ suite }) => JSON.stringify(suite))).size,
        start,
        stop: Math.max(start, stop),
        duration: Math.max(0, stop - start),
      },
      tests,
      environment: {
        osPlatform: first.run.os,
        osRelease: first.run.kernel,
        extra: { drivers: runs.map(driverFacts) },
      },
    },
  };
}

function driverFacts({ driver, remarks, run, registryVersion, specificationVersion, devices }: Results) {
  return {
    name: driver.name,
    builtIn: driver.builtIn,
    origin: driver.origin,
    remarks,
    ...{ registryVersion, specificationVersion },
    ...{ kernel: run.kernel, guest: run.guest, arguments: run.arguments, stopped: run.stopped },
    devices: devices.map(({ key, identity }) => ({ key, ...identity })),
  };
}

function testsOf(results: Results): readonly CtrfTest[] {
  const { problem, baseline, driver, devices } = results;
  const whole = (part: Omit<CtrfTest, 'duration' | 'status'>): CtrfTest => ({
    ...part,
    status: 'failed',
    duration: 0,
  });
  return [
    ...(problem === null
      ? []
      : [
          whole({
            name: problemCase,
            suite: [driver.name],
            message: printableLine(problem.message),
            rawStatus: problem.status,
          }),
        ]),
    ...(baseline?.problems ?? []).map(({ line, entry, what }) =>
      whole({
        name: printableLine(`line ${line}: ${what}`),
        suite: [driver.name, baselineSuite],
        message: printableLine(what),
        trace: printable(`${baseline?.file}:${line}: ${entry}: ${what}`),
        rawStatus: baselineSuite,
      }),
    ),
    ...devices.flatMap((device) => device.outcomes.map((outcome) => testOf(outcome, device, results))),
  ];
}

function testOf(outcome: OutcomeEntry, device: DeviceResults, { requirements, run, driver }: Results) {
  const { kind } = junitForm(outcome, run.flakes);
  const { judgement, kernelLog, attempts, log } = outcome;
  const message = printableLine(junitMessage(outcome));
  const test: CtrfTest = {
    name: outcome.id,
    status: statuses[kind],
    duration: Math.round(outcome.durationMs),
    suite: [driver.name, device.identity.deviceName || device.key, outcome.suite],
    ...(message === '' ? {} : { message }),
    ...(kind === 'passed' || kind === 'skipped'
      ? {}
      : { trace: printable([outcome.description, ...explain(outcome, requirements)].join('\n')) }),
    rawStatus: outcome.status,
    tags: [outcome.class],
    type: 'conformance',
    ...(attempts === undefined ? {} : attemptsOf(attempts)),
    ...(outcome.status === 'flake' ? { flaky: true } : {}),
    device: device.key,
    ...(log === undefined ? {} : { attachments: [{ name: 'log', contentType: 'text/html', path: log }] }),
    parameters: outcome.parameters,
    extra: {
      requirements: outcome.requirements,
      rerun: outcome.rerun,
      ...(judgement === undefined ? {} : { judgement }),
      ...(kernelLog === undefined ? {} : { kernelLog }),
    },
  };
  return test;
}

function attemptsOf(
  attempts: NonNullable<OutcomeEntry['attempts']>,
): Pick<CtrfTest, 'retries' | 'retryAttempts'> {
  return {
    retries: attempts.length - 1,
    retryAttempts: attempts.map(({ status, durationMs, message }, index) => ({
      attempt: index + 1,
      status: status === 'skip' ? 'skipped' : status === 'pass' || status === 'warn' ? 'passed' : 'failed',
      duration: Math.round(durationMs),
      ...(message === '' ? {} : { message: printableLine(message) }),
    })),
  };
}
