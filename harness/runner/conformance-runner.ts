import type { AssertionResult, TestResult } from '@jest/test-result';
import type { Test, TestEvents, TestRunnerOptions, UnsubscribeFn } from 'jest-runner';
import type { CaseOutcome } from '../cases/outcome';
import type { PlannedCase } from '../results/run';
import { currentRun, type SuiteOnDevice } from './current-run';

type Listener<Name extends keyof TestEvents> = (eventData: TestEvents[Name]) => void | Promise<void>;

const assertionStatus = {
  pass: 'passed',
  warn: 'passed',
  skip: 'pending',
  missing: 'pending',
  fail: 'failed',
  crash: 'failed',
  timeout: 'failed',
  flake: 'failed',
} as const satisfies Record<CaseOutcome['status'], AssertionResult['status']>;

/**
 * The Jest runner of the conformance projects: a test file is a suite, a project is a device. No suite runs in
 * Jest's sandbox or in this process: cases go to host processes, so that a crash or a hang costs one case.
 */
export default class ConformanceRunner {
  readonly supportsEventEmitters = true;
  readonly isSerial = true;
  private readonly listeners = new Map<keyof TestEvents, Set<Listener<keyof TestEvents>>>();

  /** Jest calls this once, with the suites of all devices. */
  async runTests(tests: Test[], _watcher: unknown, _options: TestRunnerOptions): Promise<void> {
    const run = currentRun();
    if (run === undefined) throw new Error('conformance suites run through `vkextern run`');
    const byKey = new Map(
      tests.map((test) => [keyOf(suiteOf(test)), { test, results: [] as AssertionResult[] }]),
    );
    for (const { test } of byKey.values()) await this.emit('test-file-start', [test]);
    await run.run(tests.map(suiteOf), {
      started: () => {},
      finished: (of, planned, outcome) => byKey.get(keyOf(of))?.results.push(assertionOf(planned, outcome)),
    });
    for (const { test, results } of byKey.values()) {
      await this.emit('test-file-success', [test, testResultOf(test, results)]);
    }
  }

  /** Jest listens here for the events of files and cases. */
  on<Name extends keyof TestEvents>(eventName: Name, listener: Listener<Name>): UnsubscribeFn {
    const listeners = this.listeners.get(eventName) ?? new Set();
    this.listeners.set(eventName, listeners);
    listeners.add(listener as Listener<keyof TestEvents>);
    return () => listeners.delete(listener as Listener<keyof TestEvents>);
  }

  private async emit<Name extends keyof TestEvents>(
    eventName: Name,
    eventData: TestEvents[Name],
  ): Promise<void> {
    for (const listener of this.listeners.get(eventName) ?? []) await listener(eventData);
  }
}

function suiteOf(test: Test): SuiteOnDevice {
  return { file: test.path, deviceKey: test.context.config.displayName?.name ?? '' };
}

function keyOf({ file, deviceKey }: SuiteOnDevice): string {
  return `${deviceKey}\n${file}`;
}

function assertionOf(planned: PlannedCase, outcome: CaseOutcome): AssertionResult {
  const { id, case: owner } = planned.instance;
  const status = assertionStatus[outcome.status];
  return {
    ancestorTitles: [owner.suite.id],
    title: id,
    fullName: id,
    status,
    duration: outcome.durationMs,
    failing: false,
    failureDetails: [],
    failureMessages: status === 'failed' ? [outcome.message] : [],
    numPassingAsserts: 0,
    invocations: 1,
    location: null,
  };
}

function testResultOf(test: Test, results: AssertionResult[]): TestResult {
  const count = (status: AssertionResult['status']): number =>
    results.filter((result) => result.status === status).length;
  const failures = results.flatMap(({ failureMessages }) => failureMessages);
  return {
    failureMessage: failures.length === 0 ? null : failures.join('\n'),
    leaks: false,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: 0,
    openHandles: [],
    perfStats: {
      start: 0,
      end: 0,
      runtime: 0,
      slow: false,
      loadTestEnvironmentEnd: 0,
      loadTestEnvironmentStart: 0,
      setupAfterEnvEnd: 0,
      setupAfterEnvStart: 0,
      setupFilesEnd: 0,
      setupFilesStart: 0,
    },
    skipped: false,
    snapshot: {
      added: 0,
      fileDeleted: false,
      matched: 0,
      unchecked: 0,
      uncheckedKeys: [],
      unmatched: 0,
      updated: 0,
    },
    testFilePath: test.path,
    testResults: results,
  };
}
