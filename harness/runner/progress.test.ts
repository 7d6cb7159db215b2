import { PassThrough } from 'node:stream';
import { instancesOf } from '../cases/case-instance';
import type { CaseOutcome, OutcomeStatus } from '../cases/outcome';
import { Suite } from '../cases/suite';
import type { Device } from '../drivers/driver';
import type { PlannedCase } from '../results/run';
import { progressOn } from './progress';
import { ProgressBar } from './progress-bar';
import { ProgressLines } from './progress-lines';

const suite = new Suite('fence.sample', 'A sample');
suite
  .case('first', 'Does something')
  .proves('fence.import.shared-signal')
  .over({ round: [1, 2, 3] })
  .run(async () => {});
const device = { key: 'sample/one' } as Device;
const plan: readonly PlannedCase[] = suite.cases
  .flatMap(instancesOf)
  .map((instance, index) => ({ device, instance, skip: index === 2 ? 'not here' : null }));
const [one, two, three] = plan as [PlannedCase, PlannedCase, PlannedCase];

function outcome({ instance }: PlannedCase, status: OutcomeStatus, message = ''): CaseOutcome {
  const nothing = { deviations: [], calls: [], notes: [] };
  return { caseId: instance.id, status, durationMs: 1, driverMs: 1, message, ...nothing };
}

afterEach(() => jest.useRealTimers());

test('lines: a device begins, fails at once, shows life, ends', () => {
  jest.useFakeTimers();
  const lines: string[] = [];
  const progress = new ProgressLines({ write: (text: string) => lines.push(text) > 0 });
  progress.planned(plan);
  expect(lines.splice(0)).toEqual(['sample/one: 3 case instances, 1 of them skipped\n']);
  progress.finished(three, outcome(three, 'skip', 'not here'));
  progress.started(one);
  progress.finished(one, outcome(one, 'fail', 'expected\nthis'));
  expect(lines.splice(0)).toEqual(['FAIL fence.sample.first:round=1 on sample/one: expected this\n']);
  progress.started(two);
  jest.advanceTimersByTime(5000);
  expect(lines.splice(0).join()).toMatch(
    /^2 of 3, 1 unexpected, \d+\/s, 5 s in fence\.sample\.first:round=2\n$/,
  );
  progress.finished(two, outcome(two, 'pass'));
  expect(lines.splice(0).join()).toMatch(/^sample\/one: done after [\d.]+ s: 1 pass, 1 fail, 1 skip\n$/);
  progress.stop();
  jest.advanceTimersByTime(20_000);
  expect(lines).toEqual([]);
});

function terminal(): NodeJS.WriteStream & PassThrough {
  const members = {
    isTTY: true,
    columns: 100,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  };
  return Object.assign(new PassThrough(), members) as unknown as NodeJS.WriteStream & PassThrough;
}

test('a bar with count and failures, on a terminal only', async () => {
  const stream = terminal();
  const bar = progressOn(stream, {});
  expect(bar).toBeInstanceOf(ProgressBar);
  bar.planned(plan);
  bar.started(one);
  bar.finished(one, outcome(one, 'crash'));
  bar.started(two);
  await new Promise((resolve) => setTimeout(resolve, 150));
  bar.finished(two, outcome(two, 'pass'));
  bar.stop();
  const shown = String(stream.read());
  expect(shown).toContain('1/3');
  expect(shown).toContain('1 unexpected');
  expect(shown).toContain('fence.sample.first');
});

test.each([
  ['a pipe', { isTTY: false }, {}],
  ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ['CI', { isTTY: true }, { CI: 'true' }],
])('lines on %s', (_what, stream, environment) => {
  expect(progressOn(stream as NodeJS.WriteStream, environment)).toBeInstanceOf(ProgressLines);
});
