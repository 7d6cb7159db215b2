import { type JunitForm, junitForm, junitMessage } from './junit-form';
import { explain, titles } from './outcome-text';
import type { DeviceResults, JudgedBy, OutcomeEntry, Results } from './results-schema';
import { printable, printableLine } from './xml-text';

/** A test case of junit.xml. */
export interface JunitCase {
  readonly className: string;
  readonly name: string;
  readonly seconds: number;
  readonly form: JunitForm;
  /** What is shown in a list: one line. */
  readonly message: string;
  /** What is shown when it is opened. */
  readonly text: string;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * A test suite of junit.xml: one suite on one device, a driver that could not tell of its devices, or entries of a
 * baseline that are wrong.
 */
export interface JunitGroup {
  readonly name: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly cases: readonly JunitCase[];
  /** What a reader must know first, in one line; empty where there is nothing. */
  readonly remarks: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What junit.xml says, before it is XML: every text is fit for it. Groups without cases are left out. */
export function junitGroups(results: Results): readonly JunitGroup[] {
  const groups = deviceGroups(results);
  return [
    ...(results.problem === null ? [] : [problemGroup(results, results.problem)]),
    ...(results.baseline === undefined || results.baseline.problems.length === 0
      ? []
      : [baselineGroup(results, results.baseline)]),
    ...groups,
  ];
}

/** What the case is called that a driver has in junit.xml where it could not tell of its devices. */
export const problemCase = 'tells of its devices';

function problemGroup(results: Results, { status, message }: NonNullable<Results['problem']>): JunitGroup {
  const { driver, run } = results;
  const text = `${driver.library} was asked for its devices in a process of its own: ${message}`;
  const told: JunitCase = {
    className: classNameOf(driver.name),
    name: problemCase,
    seconds: 0,
    form: { kind: 'error', type: status },
    message: printableLine(message),
    text: printable(text),
    properties: { outcome: status },
  };
  return {
    name: printableLine(driver.name),
    startedAt: run.startedAt,
    seconds: 0,
    cases: [told],
    ...suiteFacts(results),
  };
}

/** What the test suite is called that is about the entries of a baseline. */
export const baselineSuite = 'baseline';

function baselineGroup(results: Results, { file, problems }: JudgedBy): JunitGroup {
  const { driver, run } = results;
  return {
    name: printableLine(`${driver.name} ${baselineSuite}`),
    startedAt: run.startedAt,
    seconds: 0,
    cases: problems.map(({ line, entry, what }) => ({
      className: classNameOf(driver.name, baselineSuite),
      name: printableLine(`line ${line}: ${what}`),
      seconds: 0,
      form: { kind: 'failure', type: baselineSuite },
      message: printableLine(what),
      text: printable(`${file}:${line}: ${entry}: ${what}`),
      properties: {},
    })),
    ...suiteFacts(results),
  };
}

/** What every test suite says of the driver. */
export function suiteFacts({ driver, remarks, run }: Results): Pick<JunitGroup, 'remarks' | 'properties'> {
  const line = remarks.map(printableLine).join(' ');
  return {
    remarks: line,
    properties: {
      builtIn: String(driver.builtIn),
      guest: String(run.guest),
      kernel: printableLine(run.kernel),
      ...(line === '' ? {} : { remarks: line }),
    },
  };
}

function deviceGroups(results: Results): readonly JunitGroup[] {
  return results.devices.flatMap((device) => {
    const suites = [...new Set(device.outcomes.map(({ suite }) => suite))];
    return suites.map((suite) => {
      const outcomes = device.outcomes.filter((outcome) => outcome.suite === suite);
      return {
        name: printableLine(`${device.key} ${suite}`),
        startedAt: results.run.startedAt,
        seconds: outcomes.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000,
        cases: outcomes.map((outcome) => junitCase(outcome, device, results)),
        ...suiteFacts(results),
      };
    });
  });
}

function junitCase(outcome: OutcomeEntry, device: DeviceResults, results: Results): JunitCase {
  const explained = explain(outcome, results.requirements).join('\n');
  return {
    className: classNameOf(device.key, outcome.suite),
    name: printableLine(outcome.id),
    seconds: outcome.durationMs / 1000,
    form: junitForm(outcome, results.run.flakes),
    message: printableLine(junitMessage(outcome)) || titles[outcome.status],
    text: printable(`${outcome.description}\n${explained}`),
    properties: propertiesOf(outcome, device, results),
  };
}

/** Readers make a tree of the dots: driver, device, area, topic. A dot in a device's name is no branch. */
export function classNameOf(deviceKey: string, suite?: string): string {
  const place = deviceKey.replaceAll('.', '_').replaceAll('/', '.');
  return printableLine(suite === undefined ? place : `${place}.${suite}`);
}

function propertiesOf(
  outcome: OutcomeEntry,
  device: DeviceResults,
  results: Results,
): Record<string, string> {
  const anchors = outcome.requirements.flatMap((id) => results.requirements[id]?.anchor ?? []);
  const properties: Record<string, string> = {
    outcome: outcome.status,
    class: outcome.class,
    requirements: outcome.requirements.join(' '),
    anchors: [...new Set(anchors)].join(' '),
    deviceUUID: device.identity.deviceUUID,
    deviceName: device.identity.deviceName,
  };
  const { judgement, attempts, kernelLog, log } = outcome;
  if (junitForm(outcome, results.run.flakes).kind === 'told') properties.warning = junitMessage(outcome);
  if (judgement !== undefined) {
    properties.verdict = judgement.verdict;
    if (judgement.why !== '') properties.why = judgement.why;
    if (judgement.link !== undefined) properties.link = judgement.link;
  }
  if (log !== undefined) properties.log = log;
  if (kernelLog !== undefined) properties.kernelLogLines = String(kernelLog.length);
  if (attempts !== undefined) properties.attempts = attempts.map(({ status }) => status).join(' ');
  for (const [axis, value] of Object.entries(outcome.parameters)) properties[axis] ??= String(value);
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, printableLine(value)]));
}
