import type { CaseOutcome } from '../cases/outcome';
import { kernelLine } from '../handles/posix/kernel-log';
import { KernelLogWatch } from './kernel-log-watch';
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

function watched() {
  const log = new SaidLog();
  const kept: Record<string, readonly string[] | undefined> = {};
  const keep = ({ instance }: PlannedCase, { kernelLog }: CaseOutcome) => {
    kept[instance.id] = kernelLog;
  };
  const told: RunListener = { planned: () => {}, started: () => {}, attempted: keep, finished: keep };
  return { log, kept, watch: new KernelLogWatch(log, [told]) };
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

test('lines of every attempt are kept; what came between two is of none', () => {
  const { log, kept, watch } = watched();
  const one = caseOf('one');
  watch.started(one);
  log.say('first');
  watch.attempted(one, passed);
  expect(kept.one).toEqual(['first']);
  log.say('between');
  watch.started(one);
  log.say('second');
  watch.finished(one, passed);
  expect(kept.one).toEqual(['first', 'second']);
  expect(watch.end()).toEqual(['between']);
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
