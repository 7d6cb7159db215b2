/**
 * Operating-system handles: owning, comparing, counting, passing and spoiling them. Importing this loads no native
 * code; the first call does, which must happen in a host process and never in Jest's sandbox.
 */
import type { KernelLog, OsHandles } from './face';
import { openKernelMessages } from './posix/kernel-log';
import { posixHandles } from './posix/posix-handles';
import { win32Handles } from './win32/win32-handles';

export * from './face';
export { interruptingSignals } from './interrupting-signals';
export { despiteMomentaryRefusal } from './momentary-refusal';
export { openNamelessFile } from './nameless-file';
export { describeProcessEnd } from './process-end';

/** What Node.js calls the operating system, for what exists on one alone, such as packages for it. */
export const operatingSystem: string = process.platform;

/** The handles of this platform. Throws an Error where the platform has none yet. */
export function osHandles(): OsHandles {
  if (process.platform === 'linux') return posixHandles;
  if (process.platform === 'win32') return win32Handles;
  throw new Error(`Handles of ${process.platform} are not supported; run on Linux or Windows.`);
}

/**
 * The kernel's log, from now on; loads no native code. Throws an OsCallError where this process may not read it, an
 * Error where the platform has none.
 */
export function openKernelLog(): KernelLog {
  if (process.platform === 'linux') return openKernelMessages();
  throw new Error(`there is none to read on ${process.platform}`);
}
