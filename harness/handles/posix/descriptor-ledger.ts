/** All open descriptors of this process at one moment. */

import { readFileSync } from 'node:fs';
import type { LedgerEntry, LedgerSnapshot } from '../face';
import { forgetHandedOver, handedOverIdentity, handedOverValues, ownerOf } from './descriptor';
import { openDescriptors, readIdentity } from './descriptor-identity';
import { libc } from './libc';

const fGetfd = 1;
const fdCloexec = 1;
const oCloexec = 0o2000000;

/**
 * Reads /proc/self/fd. Descriptors that a successful import passed to the driver are looked at through /proc
 * only, never by a call on them.
 */
export function takeSnapshot(): LedgerSnapshot {
  const { fcntl } = libc();
  const entries = new Map<number, LedgerEntry>();
  for (const value of openDescriptors()) {
    const passed = handedOverIdentity(value) !== undefined;
    const identity = readIdentity(value, passed ? 'proc' : 'descriptor');
    // Closed by another thread since the listing.
    if (identity === null) continue;
    const closeOnExec = passed ? closeOnExecFromProc(value) : (fcntl(value, fGetfd, 0) & fdCloexec) !== 0;
    const owner = passed ? 'driver' : ownerOf(value) !== undefined ? 'application' : 'unclaimed';
    entries.set(value, { noun: 'descriptor', value, identity, closeOnExec, owner });
  }
  for (const value of handedOverValues()) {
    if (!entries.has(value)) forgetHandedOver(value);
  }
  return entries;
}

/** From the `flags` line of /proc/self/fdinfo (proc(5)), octal; null where no descriptor is left to open the file. */
function closeOnExecFromProc(value: number): boolean | null {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${value}`, 'latin1'))?.[1];
    return flags === undefined ? null : (Number.parseInt(flags, 8) & oCloexec) !== 0;
  } catch {
    return null;
  }
}
