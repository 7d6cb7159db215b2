import type { CaseOutcome, Deviation } from '../cases/outcome';
import type { Traced } from '../hosts/call-trace';
import { COMMANDS } from '../vulkan/generated/commands';
import { asText, type CheckStep, type Comparison, observationOf } from './observation';
import { type Step, waits } from './trace-steps';
import { elementsOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** What the program ends with: what shows that the driver deviates. */
export type Deciding =
  | {
      readonly kind: 'comparison';
      readonly step: number;
      /** The last step before the case compared: it may see to it first that what it held is held still. */
      readonly until: number;
      readonly comparison: Comparison;
      /** The command, where any of its calls that other calls race with may be the one that deviates. */
      readonly anyOf?: string;
    }
  /** Every answer to these queries is as it was when the case judged them. */
  | { readonly kind: 'answers'; readonly steps: readonly number[]; readonly deviation: Deviation }
  /** A number that is the difference of one member in two answers. */
  | {
      readonly kind: 'difference';
      readonly from: number;
      readonly to: number;
      readonly comparison: Comparison;
    }
  /** A descriptor that the application owns is gone behind the last step. */
  | { readonly kind: 'descriptors'; readonly step: number; readonly deviation: Deviation }
  /** An export gave a number behind which nothing is open. */
  | { readonly kind: 'not open'; readonly step: number; readonly deviation: Deviation }
  /** The process dies, or never comes back, in the last step. */
  | {
      readonly kind: 'end';
      readonly step: number;
      /** The submission since which a driver is at work on what the step waits for; absent where it does not wait. */
      readonly work?: number;
      /** The last step that was made: others may go on while a call does not come back. */
      readonly until: number;
      /** The signal that it died of, `exit` or `no return`. */
      readonly end: string;
      /** How long a program waits for it. */
      readonly seconds: number;
    };

/** What a reproducer checks, by the steps behind which it does. */
export interface Evidence {
  readonly deciding: Deciding;
  /** Checks that held, by step: where one does not, the program can't show what it is there to show. */
  readonly controls: ReadonlyMap<number, readonly Comparison[]>;
}

/**
 * Finds what each check of the case looked at, and which observation decides.
 * @param finding of the findings of the outcome
 * @throws Uncovered where what decides can't be traced back to something that the program can look at
 */
export function evidenceOf(steps: readonly Step[], finding: Finding): Evidence {
  const deciding =
    'status' in finding ? endOf(steps, finding) : decidingDeviation(steps, finding as Deviation);
  const controls = new Map<number, Comparison[]>();
  const last = lastStepOf(deciding);
  steps.forEach((step, index) => {
    if (step.kind !== 'check' || !step.check.holds || index > last) return;
    const found = observationOf(steps, index, step);
    if (found === undefined || found.step > last) return;
    if (deciding.kind === 'comparison' && found.step === deciding.step) return;
    controls.set(found.step, [...(controls.get(found.step) ?? []), found.comparison]);
  });
  return { deciding, controls };
}

/** The step behind which nothing is of interest any more. */
export function lastStepOf(deciding: Deciding): number {
  if (deciding.kind === 'answers') return Math.max(...deciding.steps);
  if (deciding.kind === 'comparison' || deciding.kind === 'end') return deciding.until;
  return deciding.kind === 'difference' ? deciding.to : deciding.step;
}

/** One of the things that an outcome tells: an expectation that did not hold, or how the process ended. */
export type Finding = Deviation | Pick<CaseOutcome, 'status' | 'message'>;

/** What an outcome tells, in the order of its weight. @throws Uncovered where the driver did nothing wrong */
export function findingsOf(outcome: CaseOutcome): readonly Finding[] {
  const { status, message, deviations } = outcome;
  if (deviations.length > 0) return deviations;
  if (status !== 'crash' && status !== 'timeout') throw new Uncovered(message);
  return [outcome];
}

/** Seconds that a program waits at least for what does not come back. */
const leastSeconds = 10;

/** How the process ended, and in which step: in a call that did not come back, or in what it did outside any. */
function endOf(
  steps: readonly Step[],
  { status, message }: Pick<CaseOutcome, 'status' | 'message'>,
): Deciding {
  // What came to no end may hang on the other process; which one died is told.
  const died = message.includes('the peer ') ? 'peer' : 'host';
  const mayBe = ({ by }: Step): boolean => by === died || (status === 'timeout' && died === 'host');
  const underWay = steps.findLastIndex((step) => mayBe(step) && isCallUnderWay(step));
  if (status === 'timeout') {
    if (underWay === -1) throw new Uncovered('a case without an end outside any call');
    const limit = Number(/no end within (\d+)/.exec(message)?.[1] ?? 0);
    return { ...endIn(steps, underWay), end: 'no return', seconds: Math.max(leastSeconds, limit) };
  }
  const signal = / died of (SIG\w+)/.exec(message)?.[1];
  if (signal !== undefined && !signalsSeen.includes(signal))
    throw new Uncovered(`an end by ${signal}, which a process does not see`);
  if (signal === undefined && !message.includes(' exited with ')) throw new Uncovered(message);
  const outside = steps.findLastIndex((step) => mayBe(step) && ('call' in step || step.kind === 'os'));
  const step = underWay === -1 ? outside : underWay;
  const work = workBehind(steps, step);
  return {
    ...endIn(steps, step),
    end: signal ?? 'exit',
    seconds: leastSeconds,
    ...(work === undefined ? {} : { work }),
  };
}

/** The last submission before a step that waits, or that is none of the driver's. */
function workBehind(steps: readonly Step[], index: number): number | undefined {
  const step = steps[index];
  if (step === undefined || ('call' in step && !waits(step.call))) return undefined;
  const isSubmission = (one: Step): boolean =>
    one.by === step.by && one.kind === 'call' && /^vkQueue(Submit|BindSparse|Present)/.test(one.call.command);
  const found = steps.slice(0, index).findLastIndex(isSubmission);
  return found === -1 ? undefined : found;
}

function endIn(
  steps: readonly Step[],
  step: number,
): { readonly kind: 'end'; readonly step: number; readonly until: number } {
  return { kind: 'end', step, until: steps[step]?.kind === 'start' ? steps.length - 1 : step };
}

/** Signals that a program takes and compares. */
const signalsSeen = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGFPE', 'SIGILL', 'SIGTRAP', 'SIGSYS'];

function isCallUnderWay(step: Step): boolean {
  return (step.kind === 'call' || step.kind === 'start') && !step.call.returned;
}

function decidingDeviation(steps: readonly Step[], deviation: Deviation): Deciding {
  if (deviation.control)
    throw new Uncovered(`the control "${deviation.what}" failed: the case could not show its rule here`);
  const index = steps.findLastIndex(
    (step) => step.kind === 'check' && !step.check.holds && step.check.what === deviation.what,
  );
  const step = steps[index];
  if (step?.kind === 'check') {
    const found =
      observationOf(steps, index, step) ??
      differenceOf(steps, index, step) ??
      answersTo(steps, index, deviation);
    if (found === undefined)
      throw new Uncovered(
        `the case makes "${deviation.what}" of several observations, which a program can't be traced back to`,
      );
    if ('kind' in found) return found;
    return {
      kind: 'comparison',
      step: found.step,
      until: staysSeen(found.comparison) ? index - 1 : found.step,
      comparison: { ...found.comparison, expected: deviation.expected },
    };
  }
  return (
    demandedResult(steps, deviation) ??
    lostDescriptor(steps, deviation) ??
    exportOfNothing(steps, deviation) ??
    uncoveredDeviation(deviation)
  );
}

/** Whether what was seen can be looked at later as well: it lies in a variable. */
function staysSeen({ observed }: Comparison): boolean {
  return observed.kind === 'result' || observed.kind === 'output';
}

function uncoveredDeviation({ what }: Deviation): never {
  throw new Uncovered(`a deviation in "${what}"`);
}

/** `result of vkGetFenceFdKHR`, whichever call it was that gave it. */
function demandedResult(steps: readonly Step[], { what, expected, seen }: Deviation): Deciding | undefined {
  const name = /^result of (vk\w+)/.exec(what)?.[1];
  if (name === undefined) return undefined;
  const step = lastIn(
    steps,
    (one) =>
      (one.kind === 'call' || one.kind === 'join') &&
      one.call.result === seen &&
      plainCommand(one.call.command) === plainCommand(name),
  );
  const found = steps[step];
  if (found === undefined || !('call' in found)) return undefined;
  const row = COMMANDS[found.call.command];
  const listed = [...(row?.success ?? []), ...(row?.errors ?? [])];
  const allowed = expected.split(' or ');
  const operands = allowed.every((one) => /^VK_\w+$/.test(one)) ? allowed : listed;
  const observed = { kind: 'result' } as const;
  return {
    kind: 'comparison',
    step,
    until: step,
    comparison: { what, matcher: 'toBeOneOf', operands, seen, observed, expected },
    ...(found.call.threaded ? { anyOf: found.call.command } : {}),
  };
}

/** The last such step of the body of the case; where it has none, of what cleaned up behind it. */
function lastIn(steps: readonly Step[], is: (step: Step) => boolean): number {
  const ended = steps.findLastIndex(({ kind }) => kind === 'ended');
  const inBody = ended === -1 ? -1 : steps.slice(0, ended).findLastIndex(is);
  return inBody === -1 ? steps.findLastIndex(is) : inBody;
}

function plainCommand(name: string): string {
  return name.replace(/(KHR|EXT)$/, '');
}

function lostDescriptor(steps: readonly Step[], deviation: Deviation): Deciding | undefined {
  if (!/^descriptors of the application|^a handle of the application/.test(deviation.what)) return undefined;
  const ended = steps.findLastIndex(({ kind }) => kind === 'ended');
  return { kind: 'descriptors', step: ended === -1 ? steps.length - 1 : ended, deviation };
}

function exportOfNothing(steps: readonly Step[], deviation: Deviation): Deciding | undefined {
  const name = /^what (vk\w+) gave$/.exec(deviation.what)?.[1];
  const step = lastIn(
    steps,
    (one) =>
      (one.kind === 'call' || one.kind === 'join') &&
      one.call.command === name &&
      deviation.seen.startsWith(`${integerOf(membersOf(one.call.given).fd)}:`),
  );
  return step === -1 ? undefined : { kind: 'not open', step, deviation };
}

/** The queries before a check, where nothing else was asked: a case that judges answers alone. */
function answersTo(steps: readonly Step[], index: number, deviation: Deviation): Deciding | undefined {
  const asked: number[] = [];
  for (let at = index - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step?.kind === 'call' && isQuery(step.call.command)) asked.unshift(at);
    else if (step?.kind !== 'check' || asked.length > 0) break;
  }
  return asked.length === 0 ? undefined : { kind: 'answers', steps: asked, deviation };
}

/** Whether a command only tells of a physical device. */
function isQuery(command: string): boolean {
  return /^vkGetPhysicalDevice|^vkEnumerate(Instance|Device)(Extension|Layer|Version)/.test(command);
}

/** Two answers to one query between which a member rose or fell by what the check saw. */
function differenceOf(steps: readonly Step[], index: number, { check }: CheckStep): Deciding | undefined {
  const wanted = integerOf(check.seen);
  if (wanted === undefined) return undefined;
  // Small differences are like each other: only what a process uses of its heaps rises and falls by them.
  const isSmall = wanted < 0x10000n && wanted > -0x10000n;
  for (let to = index - 1; to >= 0; to -= 1) {
    const later = steps[to];
    if (later?.kind !== 'call' || !isQuery(later.call.command)) continue;
    for (let from = to - 1; from >= 0; from -= 1) {
      const earlier = steps[from];
      if (earlier?.kind !== 'call' || earlier.call.command !== later.call.command) continue;
      if (earlier.by !== later.by) continue;
      const [one, other] = isSmall
        ? [usageIn(earlier.call.given), usageIn(later.call.given)]
        : [earlier.call.given, later.call.given];
      const path = roseBy(one, other, wanted, isSmall ? usagePath : []);
      if (path === undefined || (isSmall && !path.includes('heapUsage'))) continue;
      const { what, matcher, operands, seen } = check;
      const expected = `${matcher === 'toBeAtLeast' ? 'at least ' : matcher === 'toBeAtMost' ? 'at most ' : ''}${operands.map(asText).join(' or ')}`;
      const observed = { kind: 'output', path } as const;
      return {
        kind: 'difference',
        from,
        to,
        comparison: { what, matcher, operands, seen, observed, expected },
      };
    }
  }
  return undefined;
}

const usagePath = ['chain', 'VkPhysicalDeviceMemoryBudgetPropertiesEXT', 'heapUsage'] as const;

function usageIn(given: Traced): Traced | undefined {
  return usagePath.reduce<Traced | undefined>((value, key) => membersOf(value)[key], given);
}

function roseBy(
  before: Traced | undefined,
  behind: Traced | undefined,
  by: bigint,
  path: readonly (string | number)[],
): readonly (string | number)[] | undefined {
  const [one, other] = [integerOf(before), integerOf(behind)];
  if (one !== undefined && other !== undefined) return other - one === by ? path : undefined;
  const elements = elementsOf(behind);
  const entries: (readonly [string | number, Traced | undefined])[] =
    elements !== undefined
      ? elements.map((each, at) => [at, each] as const)
      : Object.entries(membersOf(behind));
  for (const [key, member] of entries) {
    const twin = elements === undefined ? membersOf(before)[key] : elementsOf(before)?.[Number(key)];
    const found = roseBy(twin, member, by, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
