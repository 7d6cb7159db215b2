import { type DeadRun, resultsOfJournal } from './results-of-journal';
import { sampleOutcome, sampleResults } from './results-sample';
import { headerSchema, type OutcomeLine, type Results, resultsSchema } from './results-schema';

type Attempts = readonly OutcomeLine['status'][];

/** The journal of a run that died, with these attempts at each case; without any it has not run. */
function journal(
  cases: Readonly<Record<string, Attempts>>,
  run: Partial<Results['run']>,
  baseline?: string,
): DeadRun {
  const { run: ran, devices, baseline: _, ...provenance } = sampleResults();
  const { endedAt: _e, stopped: _s, wallMs: _w, startUpMs: _u, driverMs: _d, ...begin } = ran;
  const device = devices[0]?.key ?? '';
  const all = Object.entries(cases).map(([name, attempts]) => {
    const outcome = sampleOutcome(attempts[0] ?? 'missing', name, 'odd');
    const { status, durationMs, driverMs, message, deviations, calls, notes, ...entry } = outcome;
    const attempt = { durationMs, driverMs, message };
    const several =
      attempts.length < 2 ? {} : { attempts: attempts.map((one) => ({ ...attempt, status: one })) };
    const observed = { ...attempt, status, deviations, calls, notes: [], ...several };
    const line: OutcomeLine = { kind: 'outcome', device, id: outcome.id, ...observed };
    return { planned: { device, ...entry }, lines: attempts.length === 0 ? [] : [line] };
  });
  return {
    header: headerSchema.parse({
      kind: 'header',
      ...provenance,
      devices: devices.map(({ key, identity, capabilities }) => ({ key, identity, capabilities })),
      run: { ...begin, ...run },
      ...(baseline === undefined ? {} : { baseline: { file: 'b', sha256: baseline } }),
    }),
    plan: { kind: 'plan', cases: all.map(({ planned }) => planned) },
    outcomes: all.flatMap(({ lines }) => lines),
    kernelLogOutside: [],
  };
}

const notes = ({ devices }: Results) => devices[0]?.outcomes.map((outcome) => outcome.notes.join());

test('a run lasted as long as the attempts that are known, on as many hosts as it had', () => {
  const results = resultsOfJournal(journal({ a: ['pass'], b: ['pass', 'pass', 'pass'], c: [] }, { jobs: 2 }));
  expect(resultsSchema.parse(results)).toEqual(results);
  expect(results.run).toMatchObject({
    startedAt: '2026-01-02T03:04:05.678Z',
    endedAt: '2026-01-02T03:04:05.703Z',
    stopped: 'interrupted',
    wallMs: 25,
    driverMs: 13,
  });
});

test('a case that lacks attempts of --repeat has a note, and a remark tells how many have', () => {
  const cases = {
    a: ['pass'],
    b: ['pass', 'pass'],
    c: ['pass', 'pass', 'pass'],
    d: [],
    e: ['skip'],
  } as const;
  const results = resultsOfJournal(journal(cases, { repeat: 3, shard: '2/3' }));
  expect(notes(results)).toEqual([
    'the run died after 1 of 3 attempts',
    'the run died after 2 of 3 attempts',
    '',
    '',
    '',
  ]);
  expect(results.devices[0]?.outcomes.map(({ status }) => status)).toEqual([
    ...['pass', 'pass', 'pass', 'missing', 'skip'],
  ]);
  expect(results.remarks).toEqual([
    'Shard 2/3 died before every attempt was made that --repeat and --retries ask for: the notes of 2 of its outcomes say so.',
  ]);
});

test('so has an unexpected one that lacks retries, which end where attempts disagree', () => {
  const cases = { a: ['pass'], b: ['fail'], c: ['fail', 'fail', 'fail'], d: ['fail', 'pass'] } as const;
  const bare = resultsOfJournal(journal(cases, { retries: 2 }));
  expect(notes(bare)).toEqual(['', 'the run died after 0 of 2 retries', '', '']);
  expect(bare.remarks).toHaveLength(1);
  const judged = resultsOfJournal(journal(cases, { retries: 2 }, '00'));
  expect(notes(judged)?.[1]).toBe(
    'the run died after 0 of 2 retries, due where the baseline does not expect this',
  );
  expect(resultsOfJournal(journal({ a: ['pass'], b: [] }, { retries: 2 })).remarks).toEqual([]);
});
