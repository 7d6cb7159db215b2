/** Descriptors that are no exported payload, to be refused or survived by a driver in robustness cases. */
import { constants, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ForeignHandle, type ForeignKind, HandleUseError, type OsHandle } from '../face';
import { adoptNew } from './descriptor';
import { descriptorLimit } from './descriptor-limit';
import { createEventDescriptor, createMemoryFile, createPipe, createSocketPair } from './kernel-objects';
import { callError, check, libc } from './libc';

const fGetfd = 1;
const fDupfdCloexec = 1030;
const oCloexec = 0o2000000;
const clockMonotonic = 1;
const foreignSize = 65536;
/** Enough for a driver's own descriptors below it; a table of this size costs the kernel some 100 KiB. */
const highestReserved = 8191;

const reserved = new Set<number>();

/**
 * A number that names nothing open and will not while it is held. The kernel gives out the lowest free number
 * (POSIX XSH 2.6), so one far above all that are open is out of reach unless someone asks for it by number.
 */
function reserveClosedNumber(): number {
  let highest = Math.min(descriptorLimit.get().soft - 1, highestReserved);
  while (reserved.has(highest) || libc().fcntl(highest, fGetfd, 0) !== -1) highest -= 1;
  // Really opened and closed: a number never opened may lie beyond the kernel's table, which is another path.
  const opened = check('fcntl F_DUPFD_CLOEXEC', libc().fcntl(2, fDupfdCloexec, highest), `at ${highest}`);
  check('close', libc().close(opened), `descriptor ${opened}`);
  reserved.add(opened);
  return opened;
}

function openUnlinkedFile(): number {
  const folder = mkdtempSync(join(tmpdir(), 'handle-'));
  try {
    const fd = openSync(
      join(folder, 'regular'),
      constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
      0o600,
    );
    ftruncateSync(fd, foreignSize);
    return fd;
  } catch (error) {
    throw new Error(`A regular file in ${folder}: ${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openAt(path: string, flags: number): OsHandle {
  const fd = libc().open(path, flags | oCloexec, 0);
  if (fd === -1) throw callError('open', path);
  return adoptNew(fd);
}

interface Made {
  readonly description: string;
  readonly handle: OsHandle;
  /** The other end, kept open so that the handle does not look hung up. */
  readonly peer?: OsHandle;
}

const makers: Partial<Record<ForeignKind, () => Made>> = {
  'pipe-read-end': () => {
    const { readEnd, writeEnd } = createPipe();
    return { description: 'the read end of a pipe', handle: readEnd, peer: writeEnd };
  },
  'pipe-write-end': () => {
    const { readEnd, writeEnd } = createPipe();
    return { description: 'the write end of a pipe', handle: writeEnd, peer: readEnd };
  },
  'null-device': () => ({ description: '/dev/null', handle: openAt('/dev/null', constants.O_RDWR) }),
  'zero-device': () => ({ description: '/dev/zero', handle: openAt('/dev/zero', constants.O_RDWR) }),
  'regular-file': () => ({
    description: 'an unlinked regular file of 64 KiB',
    handle: adoptNew(openUnlinkedFile()),
  }),
  'memory-file': () => ({
    description: 'a memfd of 64 KiB',
    handle: createMemoryFile(foreignSize, 'foreign'),
  }),
  event: () => ({ description: 'an eventfd with counter 0', handle: createEventDescriptor() }),
  'unix-socket': () => {
    const [handle, peer] = createSocketPair();
    return { description: 'a connected Unix socket', handle, peer };
  },
  epoll: () => ({
    description: 'an epoll instance',
    handle: adoptNew(check('epoll_create1', libc().epoll_create1(oCloexec))),
  }),
  timer: () => ({
    description: 'a disarmed timerfd',
    handle: adoptNew(check('timerfd_create', libc().timerfd_create(clockMonotonic, oCloexec))),
  }),
  directory: () => ({
    description: 'a directory',
    handle: openAt(tmpdir(), constants.O_RDONLY | constants.O_DIRECTORY),
  }),
};

/** Makes one; throws OsCallError where the kernel does not give it. */
export function makeForeign(kind: ForeignKind): ForeignHandle {
  if (kind === 'minus-one') return bare(kind, -1, 'the value -1');
  if (kind === 'huge-number') return bare(kind, 0x7fffffff, 'a number beyond every limit');
  if (kind === 'closed') {
    const value = reserveClosedNumber();
    return bare(kind, value, `the number ${value} of a descriptor closed before`, () =>
      reserved.delete(value),
    );
  }
  const make = makers[kind];
  if (make === undefined) throw new HandleUseError(`there is no ${kind} to make here, on Windows alone.`);
  const { description, handle, peer } = make();
  const dispose = () => {
    if (handle.state === 'open') handle.close();
    peer?.close();
  };
  return { kind, value: handle.value, description, handle, dispose };
}

function bare(
  kind: ForeignKind,
  value: number,
  description: string,
  dispose: () => unknown = () => {},
): ForeignHandle {
  return { kind, value, description, handle: null, dispose: () => void dispose() };
}
