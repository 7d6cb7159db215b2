/** All open descriptors of this process at one moment, and what changed between two. */

import { readFileSync } from 'node:fs';
import {
  describeIdentity,
  type LedgerChange,
  type LedgerDifference,
  type LedgerEntry,
  type LedgerSnapshot,
} from '../face';
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
    entries.set(value, { value, identity, closeOnExec, owner });
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

/**
 * What changed. `replaced`: the number was closed and something else has it now. Anonymous inodes of one kind
 * (two eventfds, two sync files) look alike, so the exchange of one for the other goes unseen.
 */
export function compareSnapshots(before: LedgerSnapshot, after: LedgerSnapshot): LedgerDifference {
  const appeared: LedgerChange[] = [];
  const vanished: LedgerChange[] = [];
  const replaced: LedgerChange[] = [];
  for (const [value, now] of after) {
    const then = before.get(value) ?? null;
    if (then === null) {
      appeared.push({ value, before: null, after: now, description: `${describeEntry(now)} appeared` });
    } else if (then.identity.object !== now.identity.object || then.identity.kind !== now.identity.kind) {
      const description = `${describeEntry(then)} was replaced by ${describeIdentity(now.identity)}`;
      replaced.push({ value, before: then, after: now, description });
    }
  }
  for (const [value, then] of before) {
    if (after.has(value)) continue;
    vanished.push({ value, before: then, after: null, description: `${describeEntry(then)} vanished` });
  }
  return { appeared, vanished, replaced };
}

const ownerText = {
  application: ', owned by the application',
  driver: ', handed over to the driver',
  unclaimed: '',
};

function describeEntry(entry: LedgerEntry): string {
  return `descriptor ${entry.value}, ${describeIdentity(entry.identity)}${ownerText[entry.owner]},`;
}
