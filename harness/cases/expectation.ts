import { inspect, isDeepStrictEqual } from 'node:util';
import type { Deviation } from './outcome';

/** Thrown by an expectation that did not hold; ends the case. */
export class DeviationError extends Error {
  override readonly name = 'DeviationError';

  constructor(readonly deviation: Deviation) {
    super(describe(deviation));
  }
}

/** One line: what was looked at, what was expected, what was seen. */
export function describe(deviation: Deviation): string {
  const kind = deviation.control ? 'control: ' : '';
  return `${kind}${deviation.what}: expected ${deviation.expected}, seen ${deviation.seen}`;
}

/** Compares what was seen with what is required. */
export interface Expectation<T> {
  /** The same value; structures are compared member by member. */
  toBe(expected: T): void;
  toDifferFrom(other: T): void;
  toBeOneOf(allowed: readonly T[]): void;
  toBeAtLeast(least: T & (number | bigint)): void;
  toBeAtMost(most: T & (number | bigint)): void;
}

/** One comparison of what was seen with what is required. */
export interface Comparison {
  readonly what: string;
  readonly matcher: keyof Expectation<unknown>;
  /** What it was compared with. */
  readonly operands: readonly unknown[];
  readonly seen: unknown;
  readonly holds: boolean;
  readonly control: boolean;
}

/** Where the checks of a case go: counted, and thrown or kept when they do not hold. */
export interface ExpectationSink {
  checked(comparison: Comparison): void;
  deviated(deviation: Deviation): void;
}

/** An expectation about `seen`; every comparison is reported to the sink. */
export function expectation<T>(
  what: string,
  seen: T,
  control: boolean,
  sink: ExpectationSink,
): Expectation<T> {
  const check = (
    matcher: keyof Expectation<T>,
    operands: readonly unknown[],
    holds: boolean,
    expected: string,
  ): void => {
    sink.checked({ what, matcher, operands, seen, holds, control });
    if (!holds) sink.deviated({ what, expected, seen: show(seen), control });
  };
  return {
    toBe: (expected) => check('toBe', [expected], isDeepStrictEqual(seen, expected), show(expected)),
    toDifferFrom: (other) =>
      check('toDifferFrom', [other], !isDeepStrictEqual(seen, other), `anything but ${show(other)}`),
    toBeOneOf: (allowed) =>
      check(
        'toBeOneOf',
        allowed,
        allowed.some((one) => isDeepStrictEqual(seen, one)),
        allowed.map(show).join(' or '),
      ),
    toBeAtLeast: (least) =>
      check('toBeAtLeast', [least], (seen as number | bigint) >= least, `at least ${show(least)}`),
    toBeAtMost: (most) =>
      check('toBeAtMost', [most], (seen as number | bigint) <= most, `at most ${show(most)}`),
  };
}

function show(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '(nothing)' : value;
  if (typeof value === 'bigint') return String(value);
  return inspect(value, { depth: 4, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 32 });
}
