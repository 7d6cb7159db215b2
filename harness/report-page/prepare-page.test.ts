import type { ReportedRun } from '../results/reported-run';
import { nastyText, sampleOutcome, sampleResults } from '../results/results-sample';
import type { Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { printable } from '../results/xml-text';
import { preparePage } from './prepare-page';
import { everything, type Filter, matching } from './view/filter';
import { PageModel } from './view/page-model';

function prepared(...results: readonly Results[]) {
  const runs = results.map(
    (one, place): ReportedRun => ({ file: `${place}.json`, sha256: 'abc', results: one }),
  );
  const { data, details } = preparePage(runs, 'suite 1', '2026-01-02T03:04:05.678Z');
  return { data, details, model: new PageModel(data) };
}

/** The sample on one device, as another driver. */
function onDriver(name: string, change: (results: Results) => Results = (results) => results): Results {
  const sample = sampleResults();
  const devices = sample.devices.slice(0, 1);
  return change({ ...sample, driver: { ...sample.driver, name }, devices });
}

const shown = printable(nastyText);

test('every device is a column, with every outcome in its place', () => {
  const results = sampleResults();
  const { data, model } = prepared(results);
  expect(data.columns.map(({ label }) => label)).toEqual(['sample, sample/one-1.0', 'sample, sample/two']);
  const [device] = results.devices;
  for (const outcome of device?.outcomes ?? []) {
    const place = model.findInstance(outcome.id) ?? -1;
    expect(model.instanceId(place)).toBe(outcome.id);
    expect(model.message(0, place)).toBe(printable(outcome.message));
    expect(model.className(model.caseOf(place))).toBe(outcome.class);
  }
  expect([...(data.columns[0]?.statuses ?? '')].sort().join('')).toBe('ccfkmpstw');
});

test('details hold what was expected, seen and called, as it was', () => {
  const { data, details, model } = prepared(sampleResults());
  const place = model.findInstance(sampleOutcome('fail', 'case-fail').id) ?? -1;
  const [deviations, calls, notes] = details.columns[0]?.[place] ?? [[], [], [], [], [], [], []];
  const text = (at: number | undefined) => details.strings[at ?? -1];
  expect(
    deviations.map(([what, expected, seen, control]) => [text(what), text(expected), text(seen), control]),
  ).toEqual([[`status ${shown}`, '<VK_SUCCESS>', shown, 1]]);
  expect(
    calls.map(([command, args, result, , time, peer]) => [text(command), text(args), result, time, peer]),
  ).toEqual([['vkGetFenceStatus', shown, -1, -1, 1]]);
  expect(notes.map(text)).toEqual([shown]);
  expect(data.strings.filter((one) => one === shown).length).toBeLessThanOrEqual(1);
});

test('drivers stand side by side: what one did not run is absent there', () => {
  const less = onDriver('second', (results) => ({
    ...results,
    devices: results.devices.map((device) => ({ ...device, outcomes: device.outcomes.slice(0, 2) })),
  }));
  const { data } = prepared(onDriver('first'), less);
  const [first, second] = data.columns;
  expect(data.columns.map(({ label }) => label)).toEqual(['first', 'second']);
  expect(first?.statuses).toHaveLength(data.instances.cases.length);
  expect(second?.statuses.replaceAll('.', '')).toHaveLength(2);
});

test('two runs of one driver are told apart by their time', () => {
  const later = onDriver('one', (results) => ({
    ...results,
    run: { ...results.run, startedAt: '2026-01-03T03:04:05.678Z' },
  }));
  const { data } = prepared(onDriver('one'), later);
  expect(data.columns.map(({ label }) => label)).toEqual(['one, 2026-01-02 03:04', 'one, 2026-01-03 03:04']);
});

test.each([
  ["'", '{id}'],
  ['"', '"{id}"'],
])('commands of a run stand once, and are whole again on the page, in %s', (quote, template) => {
  const id = 'fence.import.case:handleType=OPAQUE_FD,on=true';
  const outcomes = [
    { ...sampleOutcome('pass', 'case'), rerun: `npx vkextern run ${quote}${id}${quote} --driver one` },
  ];
  const { model, data } = prepared(
    onDriver('one', (results) => ({
      ...results,
      devices: results.devices.map((device) => ({ ...device, outcomes, totals: totalsOf(outcomes) })),
    })),
  );
  expect(data.strings).toContain(`npx vkextern run ${template} --driver one`);
  expect(model.rerun(0, 0)).toBe(`npx vkextern run ${quote}${id}${quote} --driver one`);
});

test('remarks come first, and what was not asked for or not run to its end is one', () => {
  const { data } = prepared(
    onDriver('one', (results) => ({
      ...results,
      remarks: ['No hardware.'],
      run: { ...results.run, stopped: 'bail', selection: { ...results.run.selection, globs: ['fence.*'] } },
    })),
  );
  expect(data.columns[0]?.remarks).toEqual([
    'No hardware.',
    expect.stringMatching(/^Only a part of the suite .*: fence\.\*\.$/),
    expect.stringMatching(/--bail/),
  ]);
});

test('a known finding is named at what it accounts for, and not under a fault', () => {
  const outcomes = [
    {
      ...sampleOutcome('fail', 'x'),
      id: 'memory.export-fd.exhaustion:handleType=OPAQUE_FD',
      case: 'memory.export-fd.exhaustion',
    },
  ];
  const known = onDriver('lavapipe', (results) => ({
    ...results,
    devices: results.devices.map((device) => ({ ...device, outcomes })),
  }));
  const { data } = prepared(known);
  expect(data.findings[data.columns[0]?.findings[0] ?? -1]?.id).toMatch(/^lavapipe#descriptor-exhaustion/);
  const faulted = prepared({ ...known, driver: { ...known.driver, fault: 'some' } });
  expect(faulted.data.columns[0]?.findings).toEqual({});
});

test('a driver that could not be asked for its devices is a column that says so', () => {
  const { data } = prepared(
    onDriver('broken', (results) => ({
      ...results,
      devices: [],
      problem: { status: 'crash', message: 'it died of SIGSEGV' },
    })),
  );
  expect(data.columns).toHaveLength(1);
  expect(data.columns[0]?.verdict).toMatch(/crash.*SIGSEGV/);
  expect(data.columns[0]?.verdictKind).toBe('bad');
});

test('what a baseline says, attempts, the kernel’s log and the log of the job are told', () => {
  const link = 'https://ci.example/1';
  const flake = {
    ...sampleOutcome('flake', 'one'),
    kernelLog: ['[1.000000] error: GPU hang'],
    log: 'https://ci.example/log',
    judgement: { verdict: 'unexpected' as const, why: 'expected pass', link },
    attempts: [
      { status: 'fail' as const, durationMs: 1, driverMs: 1, message: 'was late' },
      { status: 'pass' as const, durationMs: 1, driverMs: 1, message: '' },
    ],
  };
  const { verdict } = { verdict: 'expected' as const };
  const outcomes = [flake, { ...sampleOutcome('pass', 'two'), judgement: { verdict, why: '' } }];
  const { data, details } = prepared(
    onDriver('one', (results) => ({
      ...results,
      devices: results.devices.map((device) => ({ ...device, outcomes, totals: totalsOf(outcomes) })),
    })),
  );
  const text = (at: number) => details.strings[at];
  const [, , , judgement = [], attempts = [], kernelLog = [], log = []] = details.columns[0]?.[0] ?? [];
  expect(judgement.map(text)).toEqual(['unexpected', 'expected pass', link]);
  expect(attempts.map((one) => one.map(text))).toEqual([
    ['fail', 'was late'],
    ['pass', ''],
  ]);
  expect(kernelLog.map(text)).toEqual(['[1.000000] error: GPU hang']);
  expect(log.map(text)).toEqual(['https://ci.example/log']);
  expect(details.columns[0]?.[1]).toBeUndefined();
  expect(data.columns[0]?.judgements).toBe('ue');
  const shownOf = (filter: Partial<Filter>) => [
    ...matching(new PageModel(data), { ...everything, ...filter }),
  ];
  expect([shownOf({}), shownOf({ onlyUnexpected: true })]).toEqual([
    [1, 1],
    [1, 0],
  ]);
  expect(data.columns[0]?.aside).toMatch(/^By the baseline: 1 unexpected, 0 not as required and expected\./);
});
