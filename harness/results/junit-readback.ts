import { parse, type TestCase } from 'junit2json';
import { junitForm, junitMessage } from './junit-form';
import { baselineSuite, classNameOf, problemCase, suiteFacts } from './junit-groups';
import type { OutcomeEntry, Results } from './results-schema';
import { printableLine } from './xml-text';

/**
 * Reads junit.xml with a reader that had no part in writing it and compares it with the results it was made from:
 * counts, names, kinds of outcome, skip reasons, what is said of the driver.
 *
 * @param xml the content of junit.xml.
 * @returns what does not agree, one line each.
 */
export async function compareWithJunit(xml: string, results: Results): Promise<readonly string[]> {
  const document = await parse(xml);
  if (document === null || document === undefined || !('testsuite' in document)) {
    const anything = results.problem !== null || results.devices.some(({ outcomes }) => outcomes.length > 0);
    return anything ? ['it holds no test suite'] : [];
  }
  const suites = document.testsuite ?? [];
  const cases = suites.flatMap((suite) => ('testcase' in suite ? (suite.testcase ?? []) : []));
  const { problem, baseline } = results;
  const kinds = [
    ...(problem === null ? [] : [`error ${problem.status}`]),
    ...(baseline?.problems ?? []).map(() => `failure ${baselineSuite}`),
    ...results.devices.flatMap(({ outcomes }) => outcomes.map((outcome) => expectedKind(outcome, results))),
  ];
  const problems: string[] = [];
  const compare = (what: string, found: unknown, expected: unknown) => {
    if (found !== expected) problems.push(`${what}: ${String(found)} instead of ${String(expected)}`);
  };
  const count = (wanted: string) => kinds.filter((kind) => kind.split(' ')[0] === wanted).length;
  const sum = (name: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((total, suite) => total + (('testcase' in suite ? suite[name] : 0) ?? 0), 0);

  compare('number of test cases', cases.length, kinds.length);
  const expected = {
    tests: kinds.length,
    failures: count('failure'),
    errors: count('error'),
  };
  for (const name of ['tests', 'failures', 'errors'] as const) {
    compare(`${name} of testsuites`, document[name as keyof typeof document], expected[name]);
    compare(`sum of ${name} of its suites`, sum(name), expected[name]);
  }
  compare('sum of skipped of its suites', sum('skipped'), count('skipped'));
  const { properties, remarks } = suiteFacts(results);
  for (const suite of suites) {
    if (!('testcase' in suite)) continue;
    const told = suite.properties?.map(({ name, value }) => `${name}=${value}`).join(', ');
    const known = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
    compare(`properties of ${suite.name}`, told, known.join(', '));
    compare(`text of ${suite.name}`, suite['system-out']?.join('') ?? '', remarks);
  }

  const found = new Map<string, TestCase>();
  for (const one of cases) {
    const key = `${one.classname} ${one.name}`;
    if (found.has(key)) problems.push(`${key} stands twice`);
    found.set(key, one);
  }
  if (problem !== null) {
    const key = `${classNameOf(results.driver.name)} ${problemCase}`;
    const error = found.get(key)?.error?.[0];
    compare(`error of ${key}`, error?.type, problem.status);
    compare(`message of ${key}`, error?.message, printableLine(problem.message));
  }
  for (const { line, what } of baseline?.problems ?? []) {
    const key = `${classNameOf(results.driver.name, baselineSuite)} ${printableLine(`line ${line}: ${what}`)}`;
    compare(`failure of ${key}`, found.get(key)?.failure?.[0]?.message, printableLine(what));
  }
  for (const device of results.devices) {
    for (const outcome of device.outcomes) {
      const key = `${classNameOf(device.key, outcome.suite)} ${printableLine(outcome.id)}`;
      const one = found.get(key);
      if (one === undefined) problems.push(`${key} is not there`);
      else problems.push(...compareCase(key, one, outcome, results));
    }
  }
  return problems;
}

function compareCase(
  key: string,
  found: TestCase,
  outcome: OutcomeEntry,
  results: Results,
): readonly string[] {
  const problems: string[] = [];
  const kind = kindOf(found);
  const expected = expectedKind(outcome, results);
  if (kind !== expected) problems.push(`${key}: ${kind} instead of ${expected}`);
  if (expected === 'skipped') {
    const reason = found.skipped?.[0]?.message ?? '';
    const given = printableLine(junitMessage(outcome));
    if (reason !== given) problems.push(`${key}: skip reason "${reason}" instead of "${given}"`);
  }
  const text = found.failure?.[0]?.inner ?? found.error?.[0]?.inner;
  if (expected !== 'passed' && expected !== 'skipped' && !text?.includes(printableLine(outcome.rerun))) {
    problems.push(`${key}: its text does not say how to run it again`);
  }
  return problems;
}

function kindOf(found: TestCase): string {
  const kinds: string[] = [];
  if (found.failure !== undefined) kinds.push(`failure ${found.failure[0]?.type}`);
  if (found.error !== undefined) kinds.push(`error ${found.error[0]?.type}`);
  if (found.skipped !== undefined) kinds.push('skipped');
  return kinds.join(' and ') || 'passed';
}

function expectedKind(outcome: OutcomeEntry, { run }: Results): string {
  const { kind, type } = junitForm(outcome, run.flakes);
  if (kind === 'told') return 'passed';
  if (kind === 'excused') return 'skipped';
  return type === '' ? kind : `${kind} ${type}`;
}
