import fs, {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instancesOf } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import { Suite } from '../cases/suite';
import type { Device } from '../drivers/driver';
import { readResults } from './results-file';
import { sampleResults } from './results-sample';
import type { PlannedCase, RunEnd, RunOptions } from './run';
import { type RecorderSettings, RunRecorder } from './run-recorder';
import { readJournal } from './self-test/read-journal';

const suite = new Suite('fence.sample', 'A sample');
suite
  .case('first', 'Does something')
  .proves('fence.import.shared-signal')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: ['permanent', 'temporary'] })
  .run(async () => {});

const { driver, devices: sampled } = sampleResults();
const devices: readonly Device[] = sampled.map(({ key, identity, capabilities }) => {
  return { key, driver, identity, capabilities: capabilities as Device['capabilities'] };
});
const plan: readonly PlannedCase[] = devices.flatMap((device) =>
  suite.cases.flatMap(instancesOf).map((instance) => {
    const skip = instance.parameters.handleType === 'SYNC_FD' ? 'no SYNC_FD' : null;
    return { device, instance, skip };
  }),
);
const options: RunOptions = {
  devices,
  selection: { globs: [], classes: [], requirements: [] },
  jobs: 2,
  timeoutSeconds: 10,
  isolate: false,
};
const end: RunEnd = { stopped: 'no', wallMs: 10, startUpMs: 1, driverMs: 5 };

function outcome({ instance, skip }: PlannedCase): CaseOutcome {
  const status = skip === null ? 'pass' : 'skip';
  const nothing = { deviations: [], calls: [], notes: [] };
  return { caseId: instance.id, status, durationMs: 1, driverMs: 1, message: skip ?? '', ...nothing };
}

let reports: string;
let folder: string;
beforeEach(() => {
  reports = mkdtempSync(join(tmpdir(), 'vkextern-reports-'));
  folder = join(reports, 'sample');
});
afterEach(() => rmSync(reports, { recursive: true }));

const recorder = (
  icds: readonly string[] = [],
  broken: RecorderSettings['broken'] = [],
  unasked: readonly string[] = [],
  goesOn?: RecorderSettings['goesOn'],
) =>
  new RunRecorder(options, {
    reports,
    arguments: ['run'],
    icds,
    direct: false,
    inGuest: false,
    broken,
    unasked,
    system: { os: 'Linux', kernel: '6.12', isWine: false },
    flakes: 'fail',
    ...(goesOn === undefined ? {} : { goesOn }),
  });

test('a run that came to its end leaves results.json and junit.xml alone', async () => {
  const recording = recorder();
  recording.planned(plan);
  for (const planned of plan) recording.finished(planned, outcome(planned));
  const [report] = await recording.complete(end);
  expect(readdirSync(folder).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
  const results = readResults(join(folder, 'results.json'));
  expect(results).toEqual(JSON.parse(JSON.stringify(report?.results)));
  expect(results.devices.map(({ totals }) => [totals.byStatus.pass, totals.byStatus.skip])).toEqual([
    [2, 2],
    [2, 2],
  ]);
  expect(results.requirements['fence.import.shared-signal']?.obligation).not.toBe('');
  expect(results.devices[0]?.outcomes[0]?.rerun).toMatch(
    /^npx vkextern run ['"]fence\.sample\.first:handleType=OPAQUE_FD,permanence=permanent['"] --driver sample --device sample\/one-1\.0 --reports (\S*again|(['"]).*again\2)$/,
  );
});

test('each outcome is in the journal the moment it is known', async () => {
  const recording = recorder();
  recording.planned(plan);
  const [first] = plan as [PlannedCase];
  recording.finished(first, outcome(first));
  const { plan: planned, outcomes } = readJournal(join(folder, 'journal.jsonl'));
  expect(planned.cases).toHaveLength(plan.length);
  expect(outcomes.map(({ id, device }) => [id, device])).toEqual([[first.instance.id, 'sample/one-1.0']]);
  await recording.complete({ ...end, stopped: 'interrupted' });
});

test('what the kernel said while no case was running is in the journal at once', () => {
  const recording = recorder();
  recording.planned(plan);
  recording.kernelSaid(['one', 'two'], 0);
  recording.kernelSaid(['three'], 7);
  recording.kernelSaid([], 2);
  const earlier = readJournal(join(folder, 'journal.jsonl'));
  const said = ['one', 'two', 'three', '... and 9 lines that were not kept'];
  expect(earlier.kernelLogOutside).toEqual(said);
  rmSync(join(folder, 'run.lock'));
  const going = recorder([], [], [], { begin: earlier.header.run, journals: new Map([['sample', earlier]]) });
  expect(going.kernelOutside?.lines).toEqual(said);
});

test('two runs at once do not write to one folder, and a journal that went on meanwhile is refused', async () => {
  const recording = recorder();
  recording.planned(plan);
  const before = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
  expect(recorder).toThrow(
    /sample is in use by a run that goes on, process \d+: wait for its end, or name another/,
  );
  expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe(before);
  const earlier = readJournal(join(folder, 'journal.jsonl'));
  for (const planned of plan) recording.finished(planned, outcome(planned));
  await recording.complete({ ...end, stopped: 'interrupted' });
  const goesOn = { begin: earlier.header.run, journals: new Map([['sample', earlier]]) };
  expect(() => recorder([], [], [], goesOn)).toThrow(
    /has changed since it was read: another run went on with it/,
  );
  expect(readJournal(join(folder, 'journal.jsonl')).outcomes).toHaveLength(plan.length);
});

test('a run whose folder was taken meanwhile writes no more', async () => {
  jest.useFakeTimers();
  try {
    const recording = recorder();
    recording.planned(plan);
    const [first] = plan as [PlannedCase];
    writeFileSync(join(folder, 'run.lock'), '{}');
    jest.advanceTimersByTime(5_000);
    const text = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
    expect(() => recording.finished(first, outcome(first))).toThrow(/is no longer this run's/);
    await expect(recording.complete(end)).rejects.toThrow(/is no longer this run's/);
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['journal.jsonl', 'run.lock']);
  } finally {
    jest.useRealTimers();
  }
});

test.each(['interrupted', 'bail'] as const)(
  'a run that was stopped (%s) keeps its journal and tells what is missing',
  async (stopped) => {
    const recording = recorder();
    recording.planned(plan);
    const [first] = plan as [PlannedCase];
    recording.finished(first, outcome(first));
    await recording.complete({ ...end, stopped });
    expect(readdirSync(folder).sort()).toEqual(['ctrf.json', 'journal.jsonl', 'junit.xml', 'results.json']);
    const { run, devices: found } = readResults(join(folder, 'results.json'));
    expect(run.stopped).toBe(stopped);
    expect(found.map(({ totals }) => totals.byStatus)).toMatchObject([
      { pass: 1, missing: 1, skip: 2 },
      { pass: 0, missing: 2, skip: 2 },
    ]);
  },
);

test('a harness that failed leaves results that say so', async () => {
  const recording = recorder();
  recording.planned(plan);
  await recording.complete(undefined, ['what the kernel said']);
  const { stopped, kernelLogOutside } = readResults(join(folder, 'results.json')).run;
  expect([stopped, kernelLogOutside]).toEqual(['failed', ['what the kernel said']]);
});

test('the reports of the run before stay until the next one begins', async () => {
  const before = recorder();
  before.planned(plan);
  await before.complete(end);
  const recording = recorder();
  expect(existsSync(join(folder, 'results.json'))).toBe(true);
  recording.planned(plan);
  expect(readdirSync(folder)).toEqual(['journal.jsonl', 'run.lock']);
});

test('a disk that is full is told with the file, and the reports of the run before stay', async () => {
  const before = recorder();
  before.planned(plan);
  await before.complete(end);
  const recording = recorder();
  const full = jest.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  });
  try {
    expect(() => recording.planned(plan)).toThrow(
      expect.objectContaining({
        name: 'ReportError',
        message: `cannot write ${join(folder, 'journal.jsonl')}: ENOSPC: no space left on device`,
      }),
    );
  } finally {
    full.mockRestore();
  }
  expect(await recording.complete(undefined)).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
  expect(readResults(join(folder, 'results.json')).run.stopped).toBe('no');
});

test('a run that never began changes nothing', async () => {
  const before = recorder();
  before.planned(plan);
  await before.complete(end);
  const text = readFileSync(join(folder, 'results.json'), 'utf8');
  expect(await recorder().complete(undefined)).toEqual([]);
  expect(readFileSync(join(folder, 'results.json'), 'utf8')).toBe(text);
  expect(readdirSync(folder).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
});

test('a run of no case gives empty results', async () => {
  await recorder().complete(end);
  expect(readResults(join(folder, 'results.json')).devices.map(({ outcomes }) => outcomes)).toEqual([[], []]);
});

test('a driver that crashed when asked for its devices has reports beside those of the others', async () => {
  const crashing = { ...driver, name: 'crashing' };
  const problem = { status: 'crash', message: 'the probe died of SIGSEGV' } as const;
  const recording = recorder([], [{ driver: crashing, problem }]);
  recording.planned(plan);
  for (const planned of plan) recording.finished(planned, outcome(planned));
  await recording.complete(end);
  expect(readdirSync(join(reports, 'crashing')).sort()).toEqual(['ctrf.json', 'junit.xml', 'results.json']);
  expect(readResults(join(reports, 'crashing/results.json'))).toMatchObject({ problem, devices: [] });
  expect(readFileSync(join(reports, 'crashing/junit.xml'), 'utf8')).toContain('type="crash"');
  expect(readResults(join(folder, 'results.json')).problem).toBeNull();
});

test('a place that cannot be written to is told before anything runs', () => {
  writeFileSync(folder, 'a file');
  expect(recorder).toThrow(/^cannot make the folder .*sample: EEXIST[^\n]*--reports$/);
  rmSync(folder);
  chmodSync(reports, 0o500);
  try {
    if (process.getuid?.() !== 0) expect(recorder).toThrow(/^cannot make the folder .*: EACCES/);
  } finally {
    chmodSync(reports, 0o700);
  }
});

test('a driver named by its manifest is named so again', async () => {
  const recording = recorder(['/sample/icd.json']);
  recording.planned(plan);
  const [report] = await recording.complete(end);
  expect(report?.results.devices[1]?.outcomes[0]?.rerun).toMatch(
    / --icd \/sample\/icd\.json --device sample\/two --reports (\S*again|(['"]).*again\2)$/,
  );
});

test('why a driver runs that nobody named is kept', async () => {
  const recording = recorder([], [], ['There was none.']);
  recording.planned(plan);
  await recording.complete({ ...end, stopped: 'bail' });
  expect(readResults(join(folder, 'results.json')).remarks).toEqual(['There was none.']);
  expect(readJournal(join(folder, 'journal.jsonl')).header.remarks).toEqual(['There was none.']);
});
