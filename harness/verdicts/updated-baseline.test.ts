import { sampleOutcome, sampleResults } from '../results/results-sample';
import type { OutcomeEntry, Results } from '../results/results-schema';
import { totalsOf } from '../results/totals';
import { parseBaseline } from './baseline';
import { observe } from './observed';
import { BaselineJudge } from './unexpected';
import { newBaseline, type SuiteInstance, type UpdatedBaseline, updatedBaseline } from './updated-baseline';

type Status = OutcomeEntry['status'];

/** Outcomes of a case with two axes: what `statusOf` says of each instance. */
function outcomes(
  name: string,
  statusOf: (handleType: string, reach: string) => Status | [Status, string],
): readonly OutcomeEntry[] {
  return ['OPAQUE_FD', 'SYNC_FD'].flatMap((handleType) =>
    ['device', 'instance', 'process'].map((reach) => {
      const found = statusOf(handleType, reach);
      const [status, message] = typeof found === 'string' ? [found, found === 'pass' ? '' : found] : found;
      const id = `fence.import.${name}:handleType=${handleType},reach=${reach}`;
      return { ...sampleOutcome(status, name, ''), id, message, deviations: [] };
    }),
  );
}

function resultsOf(driver: string, ...devices: readonly (readonly OutcomeEntry[])[]): Results {
  const sample = sampleResults();
  const [first] = sample.devices;
  if (first === undefined) throw new Error('the sample has no device');
  return {
    ...sample,
    driver: { ...sample.driver, name: driver },
    devices: devices.map((of, index) => {
      return { ...first, key: `${driver}/${index + 1}`, outcomes: of, totals: totalsOf(of) };
    }),
  };
}

const one = (...of: readonly (readonly OutcomeEntry[])[]) => resultsOf('sample', of.flat());

function suiteOf(...all: readonly Results[]): readonly SuiteInstance[] {
  return all
    .flatMap(({ devices }) => devices.flatMap((device) => device.outcomes))
    .map(({ id, case: of }) => ({ id, case: of, platform: 'any' }));
}

const made = (...runs: readonly Results[]) =>
  newBaseline(runs[0]?.driver.name ?? '', observe(runs), suiteOf(...runs));

const updated = (text: string, runs: readonly Results[], suite = suiteOf(...runs)): UpdatedBaseline =>
  updatedBaseline(parseBaseline('b.yaml', text), runs[0]?.driver.name ?? '', observe(runs), suite);

/** What a run has that its baseline does not expect. */
function unexpectedIn(results: Results, text: string, ...others: readonly Results[]): readonly string[] {
  const settings = { today: '2026-11-20', flakes: 'fail', suite: suiteOf(results, ...others) } as const;
  const judged = new BaselineJudge(parseBaseline('b.yaml', text), settings).judgeResults(results);
  return [
    ...(judged.baseline?.problems ?? []).map(({ what }) => what),
    ...judged.devices
      .flatMap((device) => device.outcomes)
      .filter(({ judgement }) => judgement?.verdict !== 'expected')
      .map(({ id, judgement }) => `${id}: ${judgement?.why}`),
  ];
}

const mixed = one(
  outcomes('passes', () => 'pass'),
  outcomes('fails', (handleType) => (handleType === 'SYNC_FD' ? 'fail' : 'pass')),
  outcomes('crashes', () => 'crash'),
  outcomes('warns', () => 'warn'),
  outcomes('skips', (_, reach) => (reach === 'process' ? ['skip', 'no other process'] : 'pass')),
);

describe('a new baseline', () => {
  test('tells what is no pass, and whether a person must say why', () => {
    const { text, unexplained } = made(mixed);
    expect(text).toBe(`# Expected outcomes of sample that are not pass.

driver: sample
expected:
  - cases:
      - fence.import.fails:handleType=SYNC_FD,*
    status: fail
    reason: TODO
  - cases: [fence.import.crashes:*]
    status: crash
    reason: TODO
  - cases: [fence.import.warns:*]
    status: warn
    reason: warn
  - cases:
      - fence.import.skips:*,reach=process
    status: skip
    because: no other process
`);
    expect(unexplained).toEqual([
      { line: 5, cases: 'fence.import.fails:handleType=SYNC_FD,*' },
      { line: 9, cases: 'fence.import.crashes:*' },
    ]);
    expect(unexpectedIn(mixed, text)).toEqual([]);
  });

  test('takes what differs between runs, or between attempts, as left to chance', () => {
    const sometimes = one(outcomes('fails', () => 'fail'));
    const attempts = (['crash', 'pass'] as const).map((status) => ({
      status,
      durationMs: 1,
      driverMs: 1,
      message: '',
    }));
    const flaky = one(outcomes('flakes', () => 'flake').map((outcome) => ({ ...outcome, attempts })));
    const { text } = made(
      one(
        outcomes('fails', () => 'pass'),
        [],
      ),
      sometimes,
      flaky,
    );
    expect(text).toMatch(/cases: \[fence\.import\.fails:\*\]\n {4}status: \[pass, fail\]/);
    expect(text).toMatch(/cases: \[fence\.import\.flakes:\*\]\n {4}status: \[pass, crash\]/);
    expect([unexpectedIn(sometimes, text, flaky), unexpectedIn(flaky, text, sometimes)]).toEqual([[], []]);
  });

  test('names devices where they differ, and only there', () => {
    const both = resultsOf(
      'sample',
      [...outcomes('both', () => 'fail'), ...outcomes('first', () => 'fail')],
      [...outcomes('both', () => 'fail'), ...outcomes('first', () => 'pass')],
    );
    const { text } = made(both);
    expect(text).toMatch(/\[fence\.import\.both:\*\]\n {4}status: fail\n {4}reason: TODO\n {2}-/);
    expect(text).toMatch(
      /\[fence\.import\.first:\*\]\n {4}status: fail\n {4}reason: TODO\n {4}devices: \[sample\/1\]/,
    );
    expect(unexpectedIn(both, text)).toEqual([]);
  });

  test('has nothing about what never ran', () => {
    expect(made(one(outcomes('missing', () => 'missing'))).text).toMatch(/expected: \[\]/);
  });

  test('takes reasons and links from the findings', () => {
    const exports: OutcomeEntry = {
      ...sampleOutcome('fail', 'some', ''),
      id: 'fence.export-sync-fd.minus-one-scope:command=vkQueueSubmit',
      case: 'fence.export-sync-fd.minus-one-scope',
    };
    const { text, unexplained } = made(resultsOf('lavapipe', [exports]));
    expect(text).toContain('reason: A pending fence exports as -1, behind a wait inside the export');
    expect(text).toMatch(/link: fixtures\/findings\/lavapipe\.md#a-pending-fence/);
    expect(unexplained).toEqual([]);
  });
});

const kept = `# Ours.
driver: sample
expected:
  # The kernel's fault.
  - cases:
      - fence.import.fails:* # since 25.1
      - fence.import.crashes:*
    status: [fail, crash]
    reason: a race in the kernel
    link: https://example.org/1
    until: 2027-01-31
  - cases: [fence.import.skips:*]
    status: skip
    because: no *
`;

const asKept = (fails: Status, crashes: Status, skips: Status | [Status, string]) =>
  one(
    outcomes('fails', () => fails),
    outcomes('crashes', () => crashes),
    outcomes('skips', () => skips),
  );

describe('an update', () => {
  test('changes nothing of a baseline that holds', () => {
    const { text, changes } = updated(kept, [asKept('fail', 'crash', ['skip', 'no DMA_BUF'])]);
    expect([text, changes]).toEqual([kept, []]);
  });

  test('narrows an entry that half holds, which keeps comments, reason, link and date', () => {
    const run = one(
      outcomes('fails', () => 'fail'),
      outcomes('crashes', (handleType) => (handleType === 'SYNC_FD' ? 'crash' : 'pass')),
      outcomes('skips', () => ['skip', 'no DMA_BUF']),
    );
    const { text, changes } = updated(kept, [run]);
    expect(text).toBe(kept.replace('fence.import.crashes:*', 'fence.import.crashes:handleType=SYNC_FD,*'));
    expect(changes).toEqual([
      'narrowed: fail or crash fence.import.fails:*, fence.import.crashes:*: to fence.import.fails:*, fence.import.crashes:handleType=SYNC_FD,*; the others are now pass',
    ]);
    expect(unexpectedIn(run, text)).toEqual([]);
  });

  test('drops an entry that holds no more, and says what it is now', () => {
    const { text, changes } = updated(kept, [asKept('fail', 'crash', 'pass')]);
    expect(text).not.toContain('skips');
    expect(text).toContain('# since 25.1');
    expect(changes).toEqual(['dropped: skip fence.import.skips:*: now pass']);
  });

  test('makes an entry of its own of what deviates in another way, to be explained', () => {
    const run = asKept('fail', 'timeout', ['skip', 'no DMA_BUF']);
    const { text, changes, unexplained } = updated(kept, [run]);
    expect(changes).toEqual([
      'narrowed: fail or crash fence.import.fails:*, fence.import.crashes:*: to fence.import.fails:*; the others are now timeout',
      'new: timeout fence.import.crashes:*: TODO',
    ]);
    expect(unexplained.map(({ cases }) => cases)).toEqual(['fence.import.crashes:*']);
    expect(text).toMatch(/status: \[fail, crash\]\n {4}reason: a race in the kernel/);
    expect(unexpectedIn(run, text)).toEqual([]);
  });

  test('keeps the reason of what now also comes out otherwise', () => {
    const run = asKept('fail', 'crash', ['skip', 'no DMA_BUF']);
    const { text } = updated(kept, [run, asKept('fail', 'pass', ['skip', 'no DMA_BUF'])]);
    expect(text).toMatch(
      /- cases: \[fence\.import\.crashes:\*\]\n {4}status: \[pass, crash\]\n {4}reason: a race in the kernel\n {4}link: .*\n {4}until: 2027-01-31\n/,
    );
    expect(unexpectedIn(run, text)).toEqual([]);
  });

  test('leaves what did not run as it is', () => {
    const whole = asKept('fail', 'crash', ['skip', 'no DMA_BUF']);
    const part = one(outcomes('fails', (_, reach) => (reach === 'device' ? 'pass' : 'missing')));
    const { text } = updated(kept, [part], suiteOf(whole));
    expect(text).toContain('fence.import.skips:*');
    expect(text).toContain('fence.import.crashes:*');
    expect(text).toMatch(/fence\.import\.fails:\*,reach=instance\n.*fence\.import\.fails:\*,reach=process/);
  });

  test('drops globs that no case is called by', () => {
    const { text, changes } = updated(kept, [one(outcomes('fails', () => 'fail'))]);
    expect(text).not.toMatch(/crashes|skips/);
    expect(changes).toEqual([
      'narrowed: fail or crash fence.import.fails:*, fence.import.crashes:*: to fence.import.fails:*',
      'dropped: skip fence.import.skips:*: no case is called so',
    ]);
  });

  test('adds to an entry that says the same', () => {
    const run = one(
      outcomes('fails', () => 'fail'),
      outcomes('crashes', () => 'crash'),
      outcomes('skips', () => ['skip', 'no DMA_BUF']),
      outcomes('new-skips', () => ['skip', 'no SYNC_FD']),
    );
    const { text, changes } = updated(kept, [run]);
    expect(changes).toEqual(['added to the entry about fence.import.skips:*: skip fence.import.new-skips:*']);
    expect(text).toContain('- cases: [fence.import.skips:*, fence.import.new-skips:*]');
    expect(unexpectedIn(run, text)).toEqual([]);
  });

  test('fills a list that was empty', () => {
    const { text } = updated('driver: sample\nexpected: []\n', [one(outcomes('fails', () => 'fail'))]);
    expect(text).toBe(
      'driver: sample\nexpected:\n  - cases: [fence.import.fails:*]\n    status: fail\n    reason: TODO\n',
    );
  });

  test('leaves an entry alone that is about a device that did not run', () => {
    const elsewhere = kept.replace(/status: skip/, 'status: skip\n    devices: [elsewhere*]');
    const { text } = updated(elsewhere, [asKept('fail', 'crash', 'pass')]);
    expect(text).toBe(elsewhere);
  });

  test('refuses an entry that is an alias', () => {
    const alias = 'driver: sample\nexpected:\n  - &one\n    cases: a.*\n    status: warn\n  - *one\n';
    expect(() => updated(alias, [mixed])).toThrow(/^b\.yaml:6: an entry that stands elsewhere/);
  });

  test('explains by a finding only what was known of it: a crash in place of its failure is new', () => {
    const exports = (status: Status): OutcomeEntry => ({
      ...sampleOutcome(status, 'some', ''),
      id: 'fence.export-sync-fd.minus-one-scope:command=vkQueueSubmit',
      case: 'fence.export-sync-fd.minus-one-scope',
    });
    const failing = resultsOf('lavapipe', [exports('fail')]);
    const crashing = resultsOf('lavapipe', [exports('crash')]);
    const { text } = made(failing);
    expect(updated(text, [failing]).changes).toEqual([]);
    expect(updated(text, [crashing]).changes).toEqual([
      'dropped: fail fence.export-sync-fd.minus-one-scope:*: now crash',
      'new: crash fence.export-sync-fd.minus-one-scope:*: TODO',
    ]);
  });

  test('comes to rest: a second one changes nothing', () => {
    for (const run of [asKept('pass', 'fail', 'pass'), asKept('crash', 'warn', 'fail'), mixed]) {
      const { text } = updated(kept, [run]);
      expect(updated(text, [run]).changes).toEqual([]);
      expect(unexpectedIn(run, text)).toEqual([]);
    }
  });
});
