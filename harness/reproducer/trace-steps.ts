import type { Traced, TraceLine } from '../hosts/call-trace';
import { withoutAbandonedAttempts } from './abandoned-attempts';
import { elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';
import { type VainTries, withoutObjects, withoutVainTries } from './vain-tries';

export type Process = 'host' | 'peer';

/** A command of a driver, or a wait for a descriptor, with what it gave. */
export interface Call {
  readonly by: Process;
  readonly command: string;
  readonly args: readonly Traced[];
  /** Whether it came back. */
  returned: boolean;
  /** Name of the VkResult; empty for what gives none. */
  result: string;
  given: Traced;
  /** Whether something else was done while it was under way, so that it needs a thread. */
  threaded: boolean;
}

/** A step of a case, in the order in which all processes made them. */
export type Step =
  | {
      readonly kind: 'call' | 'start' | 'join';
      readonly by: Process;
      readonly at: number;
      readonly call: Call;
    }
  | {
      readonly kind: 'os';
      readonly by: Process;
      readonly at: number;
      readonly action: string;
      readonly details: Readonly<Record<string, Traced | undefined>>;
    }
  | {
      readonly kind: 'check';
      readonly by: Process;
      readonly at: number;
      readonly check: Extract<TraceLine, { kind: 'check' }>;
    }
  | { readonly kind: 'case' | 'ended'; readonly by: Process; readonly at: number };

/** What a poll of a descriptor is called among the calls. */
export const pollCommand = 'poll';

/** Whether a call waits by nature. */
export function waits({ command }: Call): boolean {
  return command === pollCommand || /^vk(Wait|QueueWait|DeviceWait)/.test(command);
}

/**
 * The steps that a trace tells of: calls in one piece where nothing else was done meanwhile.
 * @param vain what becomes of tries behind a load that was too short
 */
export function stepsOf(lines: readonly TraceLine[], vain: VainTries = 'left out'): readonly Step[] {
  const last = withoutVainTries(withoutAbandonedAttempts(lines), vain);
  const ordered = withoutMeasurements(setUpApart(last.flatMap(asCommand)));
  const calls = new Map<string, { readonly call: Call; readonly begun: number }>();
  const steps: (Step | undefined)[] = [];
  const before = (key: string): { readonly call: Call; readonly begun: number } | undefined => calls.get(key);
  for (const line of ordered) {
    const { by, at } = line;
    if (line.kind === 'begin') {
      const { command, args } = line;
      const call = {
        by,
        command,
        args,
        returned: false,
        result: '',
        given: null,
        threaded: false,
      } satisfies Call;
      calls.set(`${by} ${line.call}`, { call, begun: steps.length });
      steps.push({ kind: 'call', by, at, call });
    } else if (line.kind === 'end') {
      const found = before(`${by} ${line.call}`);
      if (found === undefined) continue;
      const { call, begun } = found;
      call.returned = true;
      call.result = line.result;
      call.given = line.given;
      if (begun === steps.length - 1) continue;
      call.threaded = true;
      steps[begun] = { kind: 'start', by, at: steps[begun]?.at ?? at, call };
      steps.push({ kind: 'join', by, at, call });
    } else if (line.kind === 'check') steps.push({ kind: 'check', by, at, check: line });
    else if (line.kind === 'os') {
      const { kind: _kind, by: _by, at: _at, action, ...details } = line;
      steps.push({ kind: 'os', by, at, action, details });
    } else steps.push({ kind: line.kind, by, at });
  }
  for (const { call, begun } of calls.values()) {
    const step = steps[begun];
    if (call.returned || step === undefined || begun === steps.length - 1) continue;
    call.threaded = true;
    steps[begun] = { ...step, kind: 'start', call };
  }
  return steps.filter((step) => step !== undefined);
}

/** Polls of descriptors as calls: they take their time as those do. */
function asCommand(line: TraceLine): readonly TraceLine[] {
  if (line.kind !== 'os') return [line];
  const { by, at } = line;
  const call = -Number(integerOf(line.poll) ?? 0n);
  if (line.action === 'poll') {
    const args = [line.descriptor ?? null, line.timeoutMs ?? null];
    return [{ kind: 'begin', by, at, call, command: pollCommand, args }];
  }
  if (line.action === 'polled')
    return [{ kind: 'end', by, at, call, result: '', given: { state: line.given ?? null } }];
  return [line];
}

/** Each process sets itself up by itself: one behind the other needs no taking of turns. */
function setUpApart(lines: readonly TraceLine[]): readonly TraceLine[] {
  const begins = lines.findIndex(({ kind }) => kind === 'case');
  const setUp = begins === -1 ? lines : lines.slice(0, begins);
  const rest = begins === -1 ? [] : lines.slice(begins);
  return [...setUp.filter(({ by }) => by === 'host'), ...setUp.filter(({ by }) => by === 'peer'), ...rest];
}

/** What a measurement of how long a device takes makes, once each. */
const measuring = ['vkCreateFence', 'vkAllocateCommandBuffers', 'vkWaitForFences'];

/**
 * How long a device takes to fill a buffer is measured for loads that hold work: a program has them as long as they were.
 * A measurement during which anything else was done stays.
 */
function withoutMeasurements(lines: readonly TraceLine[]): readonly TraceLine[] {
  const left = new Set<TraceLine>();
  const gone = new Set<string>();
  for (const [from, line] of lines.entries()) {
    if (line.kind !== 'os' || line.action !== 'measures') continue;
    const length = lines.slice(from).findIndex((one) => one.kind === 'os' && one.action === 'measured');
    const made = lines.slice(from + 1, from + length);
    const begun = made.filter((one) => one.kind === 'begin');
    const once = (command: string): boolean => begun.filter((one) => one.command === command).length === 1;
    const ended = made.filter(({ kind }) => kind === 'end').length;
    const alone = made.every(({ kind, by }) => by === line.by && (kind === 'begin' || kind === 'end'));
    if (length < 0 || !alone || ended !== begun.length || !measuring.every(once)) continue;
    for (const one of made) {
      left.add(one);
      if (one.kind !== 'end') continue;
      const { fence, commandBuffers } = membersOf(one.given);
      for (const object of [fence, ...(elementsOf(commandBuffers) ?? [])]) {
        const key = handleKeyOf(object);
        if (key !== undefined) gone.add(`${one.by} ${key}`);
      }
    }
  }
  return withoutObjects(
    lines.filter((line) => !left.has(line)),
    gone,
  );
}
