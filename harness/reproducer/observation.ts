import { differenceFrom, patternOf } from '../cases/content';
import type { Matcher, Traced } from '../hosts/call-trace';
import { commandPlan } from '../vulkan/command-plan';
import { COMMANDS } from '../vulkan/generated/commands';
import type { Call, Step } from './trace-steps';
import { bytesOf, elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';

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

/** A check of the case. */
export type CheckStep = Extract<Step, { kind: 'check' }>;

/** A comparison, and the step that gave what it looks at. */
export interface Found {
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
export function observationOf(
  steps: readonly Step[],
  index: number,
  { check }: CheckStep,
): Found | undefined {
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

/** An operand of a check, for people. */
export function asText(value: Traced): string {
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
