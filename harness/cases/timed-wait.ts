import { within } from './course';
import type { Result } from './objects';

/** A wait that has ended. */
export interface TimedWait {
  readonly result: Result;
  /** Milliseconds that it took. */
  readonly ms: number;
  /** Whether it ended only behind the signal. */
  readonly neededSignal: boolean;
}

/**
 * Makes a wait, and the signal that it waits for once so many milliseconds have passed: so that also a wait that
 * disregards its timeout ends.
 */
export async function timedWait(
  wait: () => Promise<Result>,
  signalAfterMs: number,
  signal: () => Promise<void>,
): Promise<TimedWait> {
  const begun = performance.now();
  let ended = false;
  const waiting = wait().then((result) => {
    ended = true;
    return { result, ms: performance.now() - begun };
  });
  waiting.catch(() => {}); // it is looked at below
  const settled = waiting.then(
    () => {},
    () => {},
  );
  await within(settled, signalAfterMs, 'the wait may end without the signal');
  const neededSignal = !ended;
  if (neededSignal) await signal();
  return { ...(await waiting), neededSignal };
}
