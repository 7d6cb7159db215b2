import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleResults } from './assemble-results';
import { isPlanned, Journal, readAnyJournal } from './journal';
import { sampleResults } from './results-sample';
import type { JournalHeader, JournalPlan, OutcomeLine, Results } from './results-schema';
import { readJournal } from './self-test/read-journal';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-journal-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

function takenApart(results: Results): { header: JournalHeader; plan: JournalPlan; outcomes: OutcomeLine[] } {
  const { devices, run, ...provenance } = results;
  const { endedAt: _, stopped: __, wallMs: ___, startUpMs: ____, driverMs: _____, ...begin } = run;
  const parts = devices.flatMap((device) =>
    device.outcomes.map((outcome) => {
      const { status, durationMs, driverMs, message, deviations, calls, notes, ...entry } = outcome;
      const observed = { status, durationMs, driverMs, message, deviations, calls, notes };
      return { device: device.key, entry, observed };
    }),
  );
  return {
    header: {
      kind: 'header',
      ...provenance,
      run: begin,
      devices: devices.map(({ key, identity, capabilities }) => ({ key, identity, capabilities })),
    },
    plan: { kind: 'plan', cases: parts.map(({ device, entry }) => ({ device, ...entry })) },
    outcomes: parts
      .filter(({ observed }) => observed.status !== 'missing')
      .map(({ device, entry, observed }) => ({ kind: 'outcome', device, id: entry.id, ...observed })),
  };
}

const ending = { endedAt: '2026-01-02T03:04:07.678Z', wallMs: 2000, startUpMs: 300, driverMs: 1500 };

function written(): Results {
  const results = sampleResults();
  const parts = takenApart(results);
  const journal = new Journal(file);
  journal.begin(parts.header, parts.plan);
  for (const line of parts.outcomes) journal.append(line);
  journal.close();
  return results;
}

test('results come whole from a journal', () => {
  const results = written();
  const assembled = assembleResults(readJournal(file), { ...ending, stopped: 'no' });
  const asWritten = JSON.parse(JSON.stringify(results)) as Results;
  const statuses = (of: Results) =>
    of.devices.map(({ outcomes }) => outcomes.map(({ id, status }) => [id, status]));
  expect(statuses(assembled)).toEqual(statuses(asWritten));
  expect(assembled.devices.map(({ totals }) => totals)).toEqual(
    asWritten.devices.map(({ totals }) => totals),
  );
  expect(assembled.run).toEqual(asWritten.run);
  expect(assembled.devices[0]?.outcomes[1]).toEqual(asWritten.devices[0]?.outcomes[1]);
});

test('a last line that was cut off leaves its case missing', () => {
  written();
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.slice(0, -40));
  const { outcomes } = readJournal(file);
  expect(outcomes).toHaveLength(text.split('\n').length - 4);
  const assembled = assembleResults(readJournal(file), { ...ending, stopped: 'interrupted' });
  const missing = assembled.devices[1]?.outcomes.filter(({ status }) => status === 'missing') ?? [];
  expect(missing.map(({ case: of }) => of)).toEqual(['fence.import.case-flake', 'fence.import.case-missing']);
  expect(missing[0]?.message).toBe('planned, never run: the run was interrupted');
  expect(assembled.devices[1]?.totals.byStatus.missing).toBe(2);
});

test('damage in the middle is told with its line', () => {
  written();
  const lines = readFileSync(file, 'utf8').split('\n');
  lines[4] = lines[4]?.slice(0, 20) ?? '';
  writeFileSync(file, lines.join('\n'));
  expect(() => readJournal(file)).toThrow(/journal\.jsonl is damaged in line 5: not JSON$/);
  lines[4] = '{"kind":"outcome"}';
  writeFileSync(file, lines.join('\n'));
  expect(() => readJournal(file)).toThrow(/damaged in line 5: device: /);
});

test('a journal that ends before the plan', () => {
  writeFileSync(file, '{"kind":"header"');
  expect(readAnyJournal(file)).toEqual({});
  written();
  writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(0, 1).concat('{"kind":').join('\n'));
  const bare = readAnyJournal(file);
  expect(isPlanned(bare)).toBe(false);
  expect(bare.header?.kind).toBe('header');
});

test('the later of two outcomes counts, and beginning anew forgets the earlier run', () => {
  const results = written();
  const parts = takenApart(results);
  const again: OutcomeLine = { ...(parts.outcomes[1] as OutcomeLine), status: 'pass', message: '' };
  appendFileSync(file, `${JSON.stringify(again)}\n`);
  const assembled = assembleResults(readJournal(file), { ...ending, stopped: 'no' });
  expect(assembled.devices[0]?.outcomes[1]?.status).toBe('pass');
  const journal = new Journal(file);
  journal.begin(parts.header, parts.plan);
  journal.close();
  expect(readJournal(file).outcomes).toEqual([]);
});
