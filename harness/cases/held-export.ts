import { setTimeout as pause } from 'node:timers/promises';
import type { CaseContext } from './context';
import type { ExternalHandle, HeldWork } from './objects';

/** Milliseconds that a call may take before the work that it may be waiting for is released. */
const graceMs = 100;

export interface WhileHeld<T> {
  readonly value: T;
  /** Whether the call came back only behind the release of the work. */
  readonly neededRelease: boolean;
}

/**
 * Makes a call while work is held. A driver may block in it until the work is done: after a while the work is
 * released for it, so that the case can judge what the call gave.
 */
export async function whileHeld<T>(held: HeldWork, call: () => Promise<T>): Promise<WhileHeld<T>> {
  let settled = false;
  const outcome = call().finally(() => {
    settled = true;
  });
  outcome.catch(() => {}); // it is looked at below
  for (let waited = 0; !settled && waited < graceMs; waited += 1) await pause(1);
  const neededRelease = !settled;
  if (neededRelease) await held.release();
  return { value: await outcome, neededRelease };
}

/**
 * Whether a SYNC_FD export of a pending payload gave a descriptor that the case can look at. Where it gave -1,
 * which other cases judge, the case warns that it could not show its rule.
 */
export function gaveDescriptor(handle: ExternalHandle, should: CaseContext['should']): boolean {
  should(
    'export of a pending payload',
    handle.isMinusOne ? '-1, so that the rule could not be shown' : 'a descriptor',
  ).toBe('a descriptor');
  return !handle.isMinusOne;
}
