import { differenceFrom, patternOf } from '../cases/content';
import type { CaseOutcome, Deviation } from '../cases/outcome';
import type { Matcher, Traced } from '../hosts/call-trace';
import { commandPlan } from '../vulkan/command-plan';
import { COMMANDS } from '../vulkan/generated/commands';
import type { Call, Step } from './trace-steps';
import { bytesOf, elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** What a check looks at: a part of what one step gave. */
export type Observed =
  | { readonly kind: 'result' }
  /** A member of an output, by its path: `memoryFdProperties`, `memoryTypeBits`. */
  | { readonly kind: 'output'; readonly path: readonly (string | number)[] }
  /** What the operating system said. */
  | { readonly kind: 'system' }
  /** Bytes read from mapped memory. */
  | { readonly kind: 'content' };

/** A comparison that the program makes behind a step. */
export interface Comparison {
  readonly what: string;
  readonly matcher: Matcher;
  readonly operands: readonly Traced[];
  readonly seen: Traced;
  readonly observed: Observed;
  /** For people. */
  readonly expected: string;
}

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
      readonly how: 'crash' | 'timeout';
      readonly message: string;
    };

/** What a reproducer checks, by the steps behind which it does. */
export interface Evidence {
  readonly deciding: Deciding;
  /** Checks that held, by step: where one does not, the program can't show what it is there to show. */
  readonly controls: ReadonlyMap<number, readonly Comparison[]>;
}

type CheckStep = Extract<Step, { kind: 'check' }>;

/**
 * Finds what each check of the case looked at, and which observation decides.
 * @throws Uncovered where what decides can't be traced back to something that the program can look at
 */
export function evidenceOf(steps: readonly Step[], outcome: CaseOutcome): Evidence {
  const deciding = decidingOf(steps, outcome);
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
  if (deciding.kind === 'comparison') return deciding.until;
  return deciding.kind === 'difference' ? deciding.to : deciding.step;
}

function decidingOf(steps: readonly Step[], outcome: CaseOutcome): Deciding {
  const { status, message, deviations } = outcome;
  const [deviation] = deviations;
  if (deviation !== undefined) return decidingDeviation(steps, deviation);
  if (status !== 'crash' && status !== 'timeout') throw new Uncovered(message);
  const underWay = steps.findLastIndex(
    (step) => (step.kind === 'call' || step.kind === 'start') && !step.call.returned,
  );
  const step = underWay === -1 ? steps.length - 1 : underWay;
  return { kind: 'end', step, how: status, message };
}

function decidingDeviation(steps: readonly Step[], deviation: Deviation): Deciding {
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
  const step = steps.findLastIndex(
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

function plainCommand(name: string): string {
  return name.replace(/(KHR|EXT)$/, '');
}

function lostDescriptor(steps: readonly Step[], deviation: Deviation): Deciding | undefined {
  if (!/^descriptors of the application|^a handle of the application/.test(deviation.what)) return undefined;
  const ended = steps.findIndex(({ kind }) => kind === 'ended');
  return { kind: 'descriptors', step: ended === -1 ? steps.length - 1 : ended, deviation };
}

function exportOfNothing(steps: readonly Step[], deviation: Deviation): Deciding | undefined {
  const name = /^what (vk\w+) gave$/.exec(deviation.what)?.[1];
  const step = steps.findLastIndex(
    (one) =>
      (one.kind === 'call' || one.kind === 'join') &&
      one.call.command === name &&
      deviation.seen.startsWith(`${integerOf(membersOf(one.call.given).fd)}:`),
  );
  return step === -1 ? undefined : { kind: 'not open', step, deviation };
}

interface Found {
  readonly step: number;
  readonly comparison: Comparison;
}

interface Candidate {
  readonly step: number;
  readonly observed: Observed;
}

/**
 * The one observation before a check that gave what the check saw, and could have given what it asked for; undefined
 * where there is none, or where there are several and nothing tells which was meant.
 */
function observationOf(steps: readonly Step[], index: number, { check }: CheckStep): Found | undefined {
  const { what, matcher, operands, seen } = check;
  const expected = operands.map(asText).join(' or ');
  const meant = only(narrowed(steps, candidatesFor(steps, index, check), check));
  if (meant === undefined) return undefined;
  const { step, observed } = meant;
  return { step, comparison: { what, matcher, operands, seen, observed, expected } };
}

/** Those since the last check; of results, where there are none, those since the one before it that has any. */
function candidatesFor(
  steps: readonly Step[],
  index: number,
  check: CheckStep['check'],
): readonly Candidate[] {
  const found: Candidate[] = [];
  const isResult = typeof check.seen === 'string' && check.seen.startsWith('VK_');
  for (let at = index - 1; at >= 0; at -= 1) {
    const step = steps[at];
    if (step === undefined || step.kind === 'case') break;
    if (step.kind === 'check') {
      if (found.length > 0 || !isResult) break;
      continue;
    }
    for (const observed of observedIn(step, check)) found.push({ step: at, observed });
  }
  return found;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** Waits of the harness itself for work that keeps a queue busy, in nanoseconds. */
const waitsForLoads = 60_000_000_000n;

/** Nanoseconds. */
const longWait = 10_000_000_000n;

/** Tells candidates apart by what the check says: which member it names, and whether it asks that a wait ends. */
function narrowed(
  steps: readonly Step[],
  candidates: readonly Candidate[],
  { what, operands, seen }: CheckStep['check'],
): readonly Candidate[] {
  const named = candidates.filter(({ step, observed }) => isNamed(steps[step], observed, what));
  if (named.length > 0) return named;
  const telling = candidates.filter(({ step }) => tellsSomething(steps[step]));
  const left = telling.length > 0 ? telling : candidates;
  const timeouts = left.map(({ step }) => timeoutOf(steps[step]));
  if (left.length < 2 || timeouts.some((one) => one === undefined)) return left;
  const waits = timeouts.map((one) => one ?? 0n).filter((one) => one < waitsForLoads);
  const sorted = [...waits].sort((one, other) => (one < other ? -1 : 1));
  const endless = operands.includes('VK_TIMEOUT') && !operands.includes('VK_SUCCESS');
  const wanted = endless ? sorted[0] : sorted.at(-1);
  const same = left.filter((_, at) => timeouts[at] === wanted);
  // A case that found its work over too soon has looked again, behind more of it: the latest counts.
  if (endless) return same.slice(0, 1);
  // No case waits so long for what must not end: of waits at once that did not, the first that came back was judged.
  return wanted !== undefined && wanted >= longWait && seen === 'VK_TIMEOUT' ? same.slice(-1) : same;
}

/** By what words a check names an action on handles. */
const wordsFor: Readonly<Record<string, RegExp>> = {
  'is-minus-one': /-1|minus one/i,
  'is-open': /\bopen\b|closed/i,
  'close-on-exec': /exec/i,
};

function isNamed(step: Step | undefined, observed: Observed, what: string): boolean {
  if (observed.kind === 'output')
    return observed.path.some((part) => typeof part === 'string' && what.includes(part));
  return step?.kind === 'os' && wordsFor[step.action]?.test(what) === true;
}

/** Whether a call has several ways to succeed, so that its success says something. */
function tellsSomething(step: Step | undefined): boolean {
  if (step === undefined || !('call' in step)) return false;
  return step.call.result !== '' && (COMMANDS[step.call.command]?.success.length ?? 0) > 1;
}

function timeoutOf(step: Step | undefined): bigint | undefined {
  if (step === undefined || !('call' in step)) return undefined;
  return /^vkWait(ForFences|Semaphores)/.test(step.call.command)
    ? integerOf(step.call.args.at(-1))
    : undefined;
}

function asText(value: Traced): string {
  return typeof value === 'string' ? value : String(integerOf(value) ?? JSON.stringify(value));
}

function observedIn(step: Step, { seen, operands, matcher }: CheckStep['check']): readonly Observed[] {
  if (step.kind === 'os') return observedInSystem(step, seen) ? [{ kind: systemKind(step.action) }] : [];
  if ((step.kind !== 'call' && step.kind !== 'join') || !step.call.returned) return [];
  const { call } = step;
  if (call.command === 'poll') return membersOf(call.given).state === seen ? [{ kind: 'system' }] : [];
  if (typeof seen === 'string' && seen.startsWith('VK_') && call.result !== '')
    return call.result === seen && mayGive(call.command, operands) ? [{ kind: 'result' }] : [];
  if (matcher === 'toDifferFrom' || typeof seen === 'string') return [];
  const wanted = integerOf(seen);
  return wanted === undefined ? [] : pathsOf(call, wanted).map((path) => ({ kind: 'output', path }));
}

function systemKind(action: string): 'content' | 'system' {
  return action === 'read-memory' ? 'content' : 'system';
}

function observedInSystem({ action, details }: Extract<Step, { kind: 'os' }>, seen: Traced): boolean {
  if (action === 'read-memory') return typeof seen === 'string' && isContent(details.given, seen);
  if (action === 'changes')
    return membersOf(details.given).vanished === seen && (elementsOf(details.vanished)?.length ?? 0) > 0;
  return ['is-minus-one', 'is-open', 'close-on-exec'].includes(action) && details.given === seen;
}

const differing = /^\d+ of (\d+) bytes differ from the pattern of seed (\d+), the first at/;

/** Whether these bytes are those of which a check said so. */
function isContent(given: Traced | undefined, seen: string): boolean {
  const [, length, seed] = differing.exec(seen) ?? [];
  const bytes = bytesOf(given);
  if (seed === undefined || bytes === undefined) return false;
  return differenceFrom(patternOf(Number(seed), Number(length)), bytes) === seen;
}

/** Whether any of the results that a check asks for is one of the command's. */
function mayGive(command: string, operands: readonly Traced[]): boolean {
  const row = COMMANDS[command];
  const listed = [...(row?.success ?? []), ...(row?.errors ?? [])];
  return operands.some((operand) => typeof operand === 'string' && listed.includes(operand));
}

/** Where an integer stands among the outputs of a call. */
function pathsOf({ command, given }: Call, wanted: bigint): readonly (readonly (string | number)[])[] {
  const outputs = commandPlan(command).parameters.flatMap((one) => (one.kind === 'output' ? [one.key] : []));
  return [...outputs, 'chain'].flatMap((key) => pathsIn(membersOf(given)[key], wanted, [key]));
}

function pathsIn(
  value: Traced | undefined,
  wanted: bigint,
  path: readonly (string | number)[],
): readonly (readonly (string | number)[])[] {
  if (value === null || value === undefined || handleKeyOf(value) !== undefined) return [];
  const integer = integerOf(value);
  if (integer !== undefined) return integer === wanted ? [path] : [];
  const elements = elementsOf(value);
  const entries: (readonly [string | number, Traced | undefined])[] =
    elements !== undefined ? elements.map((one, at) => [at, one] as const) : Object.entries(membersOf(value));
  return entries.flatMap(([key, member]) => pathsIn(member, wanted, [...path, key]));
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
export function isQuery(command: string): boolean {
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
