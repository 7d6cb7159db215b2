import type { CaseOutcome } from '../cases/outcome';
import { kernelLine } from '../handles/posix/kernel-log';
import { KeptLines } from './kept-lines';
import { KernelLogWatch, whoMay } from './kernel-log-watch';
import type { PlannedCase, RunListener } from './run';

/** A log that says what it is told to. */
class SaidLog {
  closed = false;
  private said: string[] = [];

  say(...lines: readonly string[]): void {
    this.said.push(...lines);
  }

  newLines(): readonly string[] {
    return this.said.splice(0);
  }

  close(): void {
    this.closed = true;
  }
}

const caseOf = (id: string) => ({ instance: { id } }) as PlannedCase;
const passed = { status: 'pass', notes: [] } as unknown as CaseOutcome;

function watched(linesBefore: readonly string[] = []) {
  const outsideBefore = new KeptLines();
  outsideBefore.add(linesBefore);
  const log = new SaidLog();
  const kept: Record<string, readonly string[] | undefined> = {};
  const each: Record<string, unknown> = {};
  const keep = ({ instance }: PlannedCase, { kernelLog, attempts }: CaseOutcome) => {
    kept[instance.id] = kernelLog;
    each[instance.id] = attempts?.map((attempt) => attempt.kernelLog);
  };
  const told: RunListener = { planned: () => {}, started: () => {}, attempted: keep, finished: keep };
  return { log, kept, each, watch: new KernelLogWatch(log, [told], outsideBefore) };
}

test('lines go to the cases that were running when they appeared', () => {
  const { log, kept, watch } = watched();
  const [one, two, three] = [caseOf('one'), caseOf('two'), caseOf('three')];
  log.say('before');
  watch.planned([one, two, three]);
  watch.started(one);
  log.say('during one');
  watch.started(two);
  log.say('during both');
  watch.finished(one, passed);
  log.say('during two');
  watch.finished(two, passed);
  log.say('between');
  watch.started(three);
  watch.finished(three, passed);
  log.say('behind');
  expect(watch.end()).toEqual(['before', 'between', 'behind']);
  expect(kept).toEqual({
    one: ['during one', 'during both'],
    two: ['during both', 'during two'],
    three: undefined,
  });
  expect(log.closed).toBe(true);
});

/** What attempts come to, each a pass with these lines of an earlier part of the run. */
const attempted = (...lines: readonly (readonly string[] | undefined)[]): CaseOutcome => ({
  ...passed,
  attempts: lines.map((kernelLog) => ({ ...passed, ...(kernelLog === undefined ? {} : { kernelLog }) })),
});

test('lines of every attempt are kept with it; what came between two is of none', () => {
  const { log, kept, each, watch } = watched();
  const one = caseOf('one');
  watch.started(one);
  log.say('first');
  watch.attempted(one, passed);
  expect(kept.one).toEqual(['first']);
  log.say('between');
  watch.started(one);
  watch.attempted(one, attempted(undefined, undefined));
  watch.started(one);
  log.say('third');
  watch.finished(one, attempted(undefined, undefined, undefined));
  expect(kept.one).toEqual(['first', 'third']);
  expect(each.one).toEqual([['first'], undefined, ['third']]);
  expect(watch.end()).toEqual(['between']);
});

test('lines of an earlier part of the run stay with its attempts, and outside of cases', () => {
  const { log, kept, each, watch } = watched(['before it died']);
  const one = caseOf('one');
  log.say('while it was planned');
  watch.planned([one]);
  watch.started(one);
  log.say('again');
  watch.finished(one, attempted(['earlier'], undefined));
  expect(kept.one).toEqual(['earlier', 'again']);
  expect(each.one).toEqual([['earlier'], ['again']]);
  const two = caseOf('two');
  watch.started(two);
  log.say('in a retry that was stopped');
  watch.finished(two, { ...passed, kernelLog: ['in the attempt before'] });
  expect(kept.two).toEqual(['in the attempt before', 'in a retry that was stopped']);
  expect(watch.end()).toEqual(['before it died', 'while it was planned']);
});

test('what is said outside of cases is told at once, and not before the plan', () => {
  const log = new SaidLog();
  const told: string[] = [];
  const listener: RunListener = {
    planned: () => told.push('planned'),
    started: () => {},
    finished: () => {},
    kernelSaid: (lines) => told.push(...lines),
  };
  const watch = new KernelLogWatch(log, [listener]);
  log.say('first');
  watch.planned([]);
  log.say('last');
  watch.end();
  expect(told).toEqual(['planned', 'first', 'last']);
});

test('a flood is cut, and that is said', () => {
  const { log, kept, watch } = watched();
  const one = caseOf('one');
  watch.started(one);
  log.say(...Array.from({ length: 250 }, (_, at) => `line ${at}`));
  watch.finished(one, passed);
  expect(kept.one).toHaveLength(201);
  expect(kept.one?.at(-1)).toBe('... and 50 lines that were not kept');
});

test('lines that were not kept are counted over all parts of the run, and told at once', () => {
  const told: [number, number][] = [];
  const flood = Array.from({ length: 150 }, (_, at) => `line ${at}`);
  const log = new SaidLog();
  const before = new KeptLines();
  before.add(flood, 3);
  const listener: RunListener = {
    planned: () => {},
    started: () => {},
    finished: () => {},
    kernelSaid: (lines, left) => told.push([lines.length, left]),
  };
  const watch = new KernelLogWatch(log, [listener], before);
  log.say(...flood);
  watch.planned([]);
  log.say('one more');
  expect(watch.end()).toHaveLength(201);
  expect(watch.linesOutside.at(-1)).toBe('... and 104 lines that were not kept');
  expect(told).toEqual([
    [50, 100],
    [0, 1],
  ]);
  expect(before.lines).toHaveLength(151);
});

test.each([
  [
    '4,348,38051376292,-;amdgpu: ring timeout\n SUBSYSTEM=pci\n',
    '[38051.376292] warning: amdgpu: ring timeout',
  ],
  ['30,1,5,-,caller=T1;systemd said', '[0.000005] info: systemd said'],
  ['no record', 'no record'],
])('a record of the kernel is a line: %j', (record, line) => {
  expect(kernelLine(record)).toBe(line);
});

test('who may read the log is told where there is one', () => {
  expect(whoMay('linux')).toMatch(/root may/);
  expect(whoMay('win32')).toBe('');
});
