import { setTimeout as pause } from 'node:timers/promises';
import type { CaseContext } from './context';
import { tellCourse } from './course';
import type { ExternalHandle } from './external-handle';
import type { HeldWork } from './objects';

/**
 * Milliseconds that a call may take before the work that it may be waiting for is released: enough on a busy machine.
 * A case that judges whether the call waited gives it all of them; a driver that waits does so until the release.
 */
export const wholeGraceMs = 1000;
/** Enough for a driver that has been seen to wait in some call, where a case judges only what the call gave. */
const shortGraceMs = 100;
let driverWaits = false;

export interface WhileHeld<T> {
  readonly value: T;
  /** Whether the call came back only behind the release of the work. */
  readonly neededRelease: boolean;
}

/**
 * Makes a call while work is held. A driver may block in it until the work is done: after a while the work is
 * released for it, so that the case can judge what the call gave.
 * Work behind a load ends by itself: there the call is left alone.
 * @param graceMs after how many milliseconds
 */
export async function whileHeld<T>(
  held: HeldWork,
  call: () => Promise<T>,
  graceMs = driverWaits ? shortGraceMs : wholeGraceMs,
): Promise<WhileHeld<T>> {
  let settled = false;
  const outcome = call().finally(() => {
    settled = true;
  });
  outcome.catch(() => {}); // it is looked at below
  if (held.loadMs !== null) return { value: await outcome, neededRelease: false };
  for (let waited = 0; !settled && waited < graceMs; waited += 1) await pause(1);
  const neededRelease = !settled;
  if (neededRelease) {
    tellCourse({
      action: 'paused',
      ms: graceMs,
      why: 'the call may be waiting for the work, which is released then',
    });
    driverWaits = true;
    await held.release();
  }
  return { value: await outcome, neededRelease };
}

/**
 * The descriptor that a SYNC_FD export of a pending payload gave, with the work still held. Null where the driver
 * gave -1 or came back only behind the release, which other cases judge: there the case warns that it could not
 * show its rule.
 */
export async function descriptorWhileHeld(
  held: HeldWork,
  exporting: () => Promise<ExternalHandle>,
  should: CaseContext['should'],
): Promise<ExternalHandle | null> {
  const { value: handle, neededRelease } = await whileHeld(held, exporting);
  const gave = handle.isMinusOne ? '-1' : 'a descriptor';
  const when = neededRelease ? 'only behind the release of its work' : 'while its work is held';
  const wanted = 'a descriptor while its work is held';
  should(
    'what the export of a pending payload gave, which the rest of the case needs',
    `${gave} ${when}`,
  ).toBe(wanted);
  return handle.isMinusOne || neededRelease ? null : handle;
}
