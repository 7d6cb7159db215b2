/**
 * Operating-system handles: owning, comparing, counting, passing and spoiling them. Importing this loads no native
 * code; the first call does, which must happen in a host process and never in Jest's sandbox.
 */
import type { KernelLog, OsHandles } from './face';
import { openKernelMessages } from './posix/kernel-log';
import { posixHandles } from './posix/posix-handles';

export * from './face';

/** The handles of this platform. Throws an Error where the platform has none yet. */
export function osHandles(): OsHandles {
  if (process.platform === 'linux') return posixHandles;
  throw new Error(`Handles of ${process.platform} are not supported; run on Linux.`);
}

/**
 * The kernel's log, from now on; loads no native code. Throws an OsCallError where this process may not read it, an
 * Error where the platform has none.
 */
export function openKernelLog(): KernelLog {
  if (process.platform === 'linux') return openKernelMessages();
  throw new Error(`there is none to read on ${process.platform}`);
}
