/**
 * Operating-system handles: owning, comparing, counting, passing and spoiling them. Importing this loads no native
 * code; the first call does, which must happen in a host process and never in Jest's sandbox.
 */
import type { OsHandles } from './face';
import { posixHandles } from './posix/posix-handles';

export * from './face';

/** The handles of this platform. Throws an Error where the platform has none yet. */
export function osHandles(): OsHandles {
  if (process.platform === 'linux') return posixHandles;
  throw new Error(`Handles of ${process.platform} are not supported; run on Linux.`);
}
