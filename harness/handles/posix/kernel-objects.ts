/** Objects of the kernel that the harness makes for itself; all close-on-exec. */
import type { OsHandle } from '../face';
import { adoptNew } from './descriptor';
import { callError, check, libc } from './libc';

const mfdCloexec = 1;
const mfdAllowSealing = 2;
const oCloexec = 0o2000000;
const efdNonblock = 0o4000;
const afUnix = 1;
const sockSeqpacket = 5;

/** memfd_create(2) of `size` bytes, all zero. */
export function createMemoryFile(size: number, name = 'shared-memory', sealable = false): OsHandle {
  const flags = mfdCloexec | (sealable ? mfdAllowSealing : 0);
  const fd = check('memfd_create', libc().memfd_create(name, flags));
  if (libc().ftruncate(fd, size) === -1) {
    const error = callError('ftruncate', `${size} bytes`);
    libc().close(fd);
    throw error;
  }
  return adoptNew(fd);
}

/** eventfd(2) with the counter at 0: not readable until someone writes to it. */
export function createEventDescriptor(): OsHandle {
  return adoptNew(check('eventfd', libc().eventfd(0, oCloexec | efdNonblock)));
}

/** pipe2(2). */
export function createPipe(): { readonly readEnd: OsHandle; readonly writeEnd: OsHandle } {
  const pair = Buffer.alloc(8);
  check('pipe2', libc().pipe2(pair, oCloexec));
  return { readEnd: adoptNew(pair.readInt32LE(0)), writeEnd: adoptNew(pair.readInt32LE(4)) };
}

/** socketpair(2) that keeps the bounds of messages (SOCK_SEQPACKET) and tells when the peer is gone. */
export function createSocketPair(): readonly [OsHandle, OsHandle] {
  const pair = Buffer.alloc(8);
  check('socketpair', libc().socketpair(afUnix, sockSeqpacket | oCloexec, 0, pair));
  return [adoptNew(pair.readInt32LE(0)), adoptNew(pair.readInt32LE(4))];
}
