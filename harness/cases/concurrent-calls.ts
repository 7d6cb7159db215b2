import { setImmediate as nextTurn } from 'node:timers/promises';

/** What was seen beside calls that were inside the driver. */
export interface Beside<T, S> {
  readonly value: T;
  /** Each thing that was seen, once. */
  readonly seen: readonly S[];
}

/**
 * Looks again and again, on this thread, until calls on other threads have come back, and at least once.
 * @param calls what is under way, such as an export
 * @param look what is asked meanwhile, such as the status of the same object
 */
export async function besideCalls<T, S>(calls: Promise<T>, look: () => Promise<S>): Promise<Beside<T, S>> {
  let settled = false;
  const outcome = calls.finally(() => {
    settled = true;
  });
  outcome.catch(() => {}); // it is looked at below
  const seen = new Set<S>();
  do {
    seen.add(await look());
    await nextTurn();
  } while (!settled);
  return { value: await outcome, seen: [...seen] };
}
