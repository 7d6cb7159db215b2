import { wrongUsage } from './command-error';

// Given twice, an option that takes one value comes as a list.
type Given<T> = T | readonly T[];

/** Takes an option that has one value. */
export function once(option: string): (value: Given<string>) => string {
  return (value) => {
    if (typeof value !== 'string') throw wrongUsage(`${option} is given twice`);
    if (value === '') throw wrongUsage(`${option} needs a value`);
    return value;
  };
}

/**
 * Numbers are taken as text, since the parser adds up a number that is given twice.
 * @returns NaN for what is no number
 */
function numberOf(option: string, value: Given<string | number>): number {
  if (typeof value === 'number') return value; // a default
  if (typeof value !== 'string') throw wrongUsage(`${option} is given twice`);
  return value.trim() === '' ? Number.NaN : Number(value);
}

/** A day: timers do not reach much further, and no case does. */
const mostSeconds = 86_400;

/** Takes a time above zero. */
export function seconds(option: string): (value: Given<string | number>) => number {
  return (value) => {
    const taken = numberOf(option, value);
    if (taken > 0 && taken <= mostSeconds) return taken;
    throw wrongUsage(`${option} takes one number of seconds above zero, at most ${mostSeconds}`);
  };
}

/** Takes a whole number, or zero for none. */
export function wholeNumberOrNone(option: string): (value: Given<string | number>) => number {
  return (value) => {
    const taken = numberOf(option, value);
    if (Number.isSafeInteger(taken) && taken >= 0) return taken;
    throw wrongUsage(`${option} takes one whole number, or 0`);
  };
}

/** Takes a whole number above zero. */
export function wholeNumber(option: string): (value: Given<string | number>) => number {
  return (value) => {
    const taken = numberOf(option, value);
    if (Number.isSafeInteger(taken) && taken > 0) return taken;
    throw wrongUsage(`${option} takes one whole number above zero`);
  };
}
