/**
 * Whether two descriptors refer to one open file description (POSIX XBD 3.253): what dup, inheritance and
 * SCM_RIGHTS preserve. An equal inode is no proof: all sync files share one.
 */
import type { Sameness } from '../face';
import { readIdentity } from './descriptor-identity';
import { errno, libc, syscallNumber } from './libc';

const kcmpFile = 0;
const fSetsig = 10;
const fGetsig = 11;
const eBadf = 9;

/**
 * By kcmp(2) with KCMP_FILE, which compares the kernel's struct file. `unknown` where the kernel has no kcmp or
 * refuses it (it needs leave to trace `otherPid`; container runtimes block it), or where one number is not open.
 */
export function compareByKcmp(value: number, otherValue: number, otherPid = process.pid): Sameness {
  const result = libc().kcmp(syscallNumber('kcmp'), process.pid, otherPid, kcmpFile, value, otherValue);
  if (result === -1) return 'unknown';
  return result === 0 ? 'same' : 'different';
}

/**
 * By the signal number of F_SETSIG (fcntl(2)), which belongs to the open file description: set through one
 * descriptor, it reads back through the other only if they share it. It means nothing without O_ASYNC, takes no
 * permission and is put back at once.
 */
export function compareBySignalNumber(value: number, otherValue: number): Sameness {
  const { fcntl } = libc();
  const before = fcntl(value, fGetsig, 0);
  const otherBefore = fcntl(otherValue, fGetsig, 0);
  if (before === -1 || otherBefore === -1) return 'unknown';
  if (before !== otherBefore) return 'different';
  const probe = before === 12 ? 10 : 12;
  if (fcntl(value, fSetsig, probe) === -1) return 'unknown';
  const seen = fcntl(otherValue, fGetsig, 0);
  fcntl(value, fSetsig, before);
  if (seen === -1) return 'unknown';
  return seen === probe ? 'same' : 'different';
}

/** Compares two descriptors of this process; `unknown` only where one is not open or is O_PATH and kcmp is refused. */
export function compareDescriptors(value: number, otherValue: number): Sameness {
  if (value === otherValue) return libc().fcntl(value, 1, 0) === -1 && errno() === eBadf ? 'unknown' : 'same';
  const byKcmp = compareByKcmp(value, otherValue);
  if (byKcmp !== 'unknown') return byKcmp;
  const identity = readIdentity(value);
  const otherIdentity = readIdentity(otherValue);
  if (identity === null || otherIdentity === null) return 'unknown';
  if (identity.object !== otherIdentity.object || identity.link !== otherIdentity.link) return 'different';
  return compareBySignalNumber(value, otherValue);
}
