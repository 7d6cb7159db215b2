import type { ReportedDevice } from '../results/reported-run';
import { nastyText, sampleOutcome, sampleResults } from '../results/results-sample';
import type { OutcomeEntry } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { statementOn } from './statement';
import { statementsAsHtml } from './statement-html';
import { statementsAsMarkdown } from './statement-markdown';

type Part = Pick<OutcomeEntry, 'status'> & Partial<OutcomeEntry>;

/** The sample with these outcomes, each proving a requirement of its own choice. */
function reported(...parts: readonly Part[]): ReportedDevice {
  const results = sampleResults();
  const outcomes = parts.map(({ status, ...part }, place) => ({
    ...sampleOutcome(status, `c${place}`),
    ...part,
  }));
  const [device] = results.devices;
  if (device === undefined) throw new Error('the sample has a device');
  return {
    file: 'reports/sample/results.json',
    sha256: 'f'.repeat(64),
    results,
    device: { ...device, outcomes, totals: totalsOf(outcomes) },
  };
}

const on = (requirement: string) => ({ requirements: [requirement], class: 'conformance' as const });

test('a requirement is met by a pass, broken by one failure, and open where nothing tells', () => {
  const { families, deviations, verdict } = statementOn(
    reported(
      { status: 'pass', ...on('fence.import.met') },
      { status: 'skip', ...on('fence.import.met') },
      { status: 'pass', ...on('fence.import.broken') },
      { status: 'crash', ...on('fence.import.broken') },
      { status: 'warn', ...on('fence.import.only-warned') },
      { status: 'pass', ...on('fence.import.unfinished') },
      { status: 'missing', ...on('fence.import.unfinished') },
      { status: 'skip', ...on('fence.import.skipped') },
    ),
  );
  expect(families).toEqual([{ id: 'fence.import', met: 1, notMet: 1, unsettled: 2, notTested: 1 }]);
  expect(deviations).toEqual([
    expect.objectContaining({
      requirement: 'fence.import.broken',
      broken: 1,
      ran: 2,
      unexplained: 1,
      findings: [],
    }),
  ]);
  expect(verdict).toBe('deviates');
});

test('flakes and what a baseline expects are told with the requirement; the baseline is named', () => {
  const expected = { judgement: { verdict: 'expected' as const, why: 'known' } };
  const one = reported(
    { status: 'fail', ...on('fence.import.broken'), ...expected },
    { status: 'flake', ...on('fence.import.broken') },
    { status: 'pass', ...on('fence.import.broken') },
  );
  const baseline = { file: 'b.yaml', sha256: 'abc', judgedOn: '2026-01-02', problems: [] };
  const judged = { ...one, results: { ...one.results, baseline } };
  expect(statementOn(judged).deviations).toMatchObject([{ broken: 2, ran: 3, expected: 1, flakes: 1 }]);
  const text = statementsAsMarkdown([statementOn(judged)]);
  expect(text).toContain('2 of 3 (1 with attempts that disagreed; 1 as the baseline expects)');
  expect(text).toContain('b.yaml, SHA-256 abc, as of 2026-01-02');
});

test('robustness and quality are told apart and break nothing', () => {
  const { families, deviations, robustness, robustnessRan, warnings, verdict } = statementOn(
    reported(
      { status: 'pass', ...on('fence.import.met') },
      { status: 'crash', ...on('fence.import-fd.x'), class: 'robustness', suite: 'fence.unusable' },
      { status: 'pass', ...on('fence.import-fd.x'), class: 'robustness' },
      { status: 'warn', ...on('fence.import.y'), class: 'quality' },
    ),
  );
  expect(verdict).toBe('no deviation');
  expect(deviations).toEqual([]);
  expect(families.map(({ id }) => id)).toEqual(['fence.import']);
  expect([robustness, robustnessRan]).toEqual([[{ suite: 'fence.unusable', instances: 1 }], 2]);
  expect(warnings).toEqual([{ suite: 'fence.import', instances: 1 }]);
});

test('what the device offers and who it is', () => {
  const { offers, identity } = statementOn(reported({ status: 'pass' }));
  expect(offers).toEqual([
    { object: 'fence', types: [{ type: 'OPAQUE_FD', what: 'export and import' }] },
    { object: 'binary semaphore', types: [] },
    { object: 'timeline semaphore', types: [] },
    { object: 'memory of buffer transfer', types: [] },
  ]);
  const told = Object.fromEntries(identity);
  expect(told['SHA-256 of it']).toBe('f'.repeat(64));
  expect(told.deviceUUID).toBe('00112233445566778899aabbccddeeff');
  expect(told.Suite).toBe('sample 1.2.3');
  expect(told['Specification and registry']).toContain('1.4.309');
  expect(told.Machine).toContain('kernel 6.1');
});

test('remarks and a part that was asked for alone stand in front', () => {
  const one = reported({ status: 'pass' });
  const { results } = one;
  const selection = { ...results.run.selection, classes: ['quality' as const] };
  const partial = { ...results, remarks: ['No hardware.'], run: { ...results.run, selection } };
  const statement = statementOn({ ...one, results: partial });
  expect(statement.remarks).toEqual([
    'No hardware.',
    expect.stringMatching(/^Only a part .* --class quality\.$/),
  ]);
  expect(statementsAsMarkdown([statement])).toMatch(/^# Qual.*\n\n> No hardware\.\n\n> Only a part/);
});

test('what a driver says stays text in both forms', () => {
  const one = reported({ status: 'fail', message: '<script>|`a`\n# b' });
  const device = {
    ...one.device,
    identity: { ...one.device.identity, deviceName: `<img> | \`${nastyText}` },
  };
  const statement = statementOn({ ...one, device });
  const html = statementsAsHtml([statement]);
  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;img&gt;');
  const markdown = statementsAsMarkdown([statement]);
  expect(markdown).not.toMatch(/^# b/m);
  expect(markdown).toContain('\\<script\\>\\|\\`a\\` \\# b');
  // Every row of a table has as many cells as its head.
  for (const table of markdown.match(/(?:^\|.*\n)+/gm) ?? []) {
    const cells = table
      .trim()
      .split('\n')
      .map((line) => line.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size).toBe(1);
  }
});

test('several devices are in one document, each with its heading', () => {
  const statement = statementOn(reported({ status: 'pass' }));
  expect(statementsAsMarkdown([statement, statement]).match(/^# /gm)).toHaveLength(2);
  expect(statementsAsHtml([statement, statement]).match(/<article/g)).toHaveLength(2);
});
