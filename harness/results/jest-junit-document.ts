import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JestJUnit from 'jest-junit';
import type { JunitForm } from './junit-form';
import type { JunitCase, JunitGroup } from './junit-groups';

/** What Jest would have called an outcome of this form. */
const jestStatus: Readonly<Record<JunitForm['kind'], 'passed' | 'failed' | 'error' | 'pending'>> = {
  passed: 'passed',
  told: 'passed',
  skipped: 'pending',
  excused: 'pending',
  failure: 'failed',
  error: 'error',
};

/** The document that jest-junit makes of these groups, as text; what it cannot say is left to `mendJunit`. */
export async function jestJunitDocument(groups: readonly JunitGroup[], runName: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vkextern-junit-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once('exit', remove);
  try {
    // The nearest package.json below may hold settings for jest-junit that would win over those given here.
    writeFileSync(join(folder, 'package.json'), '{}');
    const reporter = new JestJUnit(
      { rootDir: folder },
      {
        suiteName: runName,
        outputFile: join(folder, 'junit.xml'),
        uniqueOutputName: 'false',
        suiteNameTemplate: ({ title }: { title: string }) => title,
        classNameTemplate: ({ classname }: { classname: string }) => classname,
        titleTemplate: ({ title }: { title: string }) => title,
        ancestorSeparator: '',
        addFileAttribute: 'false',
        includeConsoleOutput: 'false',
        reportTestSuiteErrors: 'false',
        noStackTrace: 'false',
        testCasePropertiesDirectory: __dirname,
        testCasePropertiesFile: 'junit-properties.js',
        testSuitePropertiesDirectory: __dirname,
        testSuitePropertiesFile: 'junit-suite-properties.js',
      },
    );
    const report = { startTime: Date.now(), testResults: groups.map(jestTestResult) };
    await withoutForeignSettings(folder, () => reporter.onRunComplete(new Set(), report));
    return readFileSync(join(folder, 'junit.xml'), 'utf8');
  } finally {
    process.off('exit', remove);
    remove();
  }
}

function jestTestResult(group: JunitGroup) {
  const start = Date.parse(group.startedAt);
  const having = (status: string) => group.cases.filter((one) => jestStatus[one.form.kind] === status);
  return {
    testFilePath: group.name,
    numPassingTests: having('passed').length,
    numFailingTests: having('failed').length,
    numPendingTests: having('pending').length,
    perfStats: { start, end: start + group.seconds * 1000 },
    testResults: group.cases.map(jestAssertionResult),
    // As functions, because texts are taken for templates.
    suiteProperties: Object.fromEntries(
      Object.entries(group.properties).map(([name, value]) => [name, () => value]),
    ),
  };
}

function jestAssertionResult({ className, name, seconds, form, text, properties }: JunitCase) {
  return {
    ancestorTitles: [className],
    title: name,
    status: jestStatus[form.kind],
    duration: seconds * 1000,
    failureMessages: [text],
    properties,
  };
}

/**
 * jest-junit lets its environment variables and the package.json of the working directory win over its options. It
 * reads both before its first `await`, so that they need to be out of its sight only while the call returns.
 */
function withoutForeignSettings(folder: string, call: () => Promise<void>): Promise<void> {
  const workingDirectory = process.cwd();
  const hidden = Object.entries(process.env).filter(([name]) =>
    /^JEST_(JUNIT|SUITE_NAME|USE_PATH)/.test(name),
  );
  for (const [name] of hidden) delete process.env[name];
  process.chdir(folder);
  try {
    return call();
  } finally {
    process.chdir(workingDirectory);
    for (const [name, value] of hidden) process.env[name] = value;
  }
}
