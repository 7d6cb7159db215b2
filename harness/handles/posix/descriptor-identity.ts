/**
 * What a descriptor refers to, from fstat and the link that proc(5) shows in /proc/self/fd. The directory stays
 * open between readings: that is cheaper, and it works while RLIMIT_NOFILE allows no further descriptor.
 */
import { constants, readlinkSync, statSync } from 'node:fs';
import type { HandleIdentity, HandleKind } from '../face';
import { callError, check, errno, libc, stableMemory, syscallNumber } from './libc';

const ePerm = 1;
const eNoent = 2;
const eBadf = 9;
const eNotdir = 20;
const eNosys = 38;
const oCloexec = 0o2000000;
const atEmptyPath = 0x1000;
/** STATX_TYPE | STATX_INO; the device comes unasked. */
const statxMask = 0x1 | 0x100;
const fileTypeMask = 0o170000;
const linkSize = 4096;
const statxSize = 256;
const listingSize = 64 * 1024;

let scratch: ReturnType<typeof stableMemory> | undefined;
let directory = -1;

const statxAt = linkSize;
const pathAt = statxAt + statxSize;
const listingAt = pathAt + 32;

function memory() {
  scratch ??= stableMemory(listingAt + listingSize);
  return scratch;
}

function openDirectory(): number {
  if (directory === -1) {
    const flags = constants.O_RDONLY | constants.O_DIRECTORY | oCloexec;
    directory = check('open', libc().open('/proc/self/fd', flags, 0), '/proc/self/fd');
  }
  return directory;
}

/** The descriptor that the readings themselves hold, or -1 before the first. */
export function readingDescriptor(): number {
  return directory;
}

const namedKinds: readonly (readonly [prefix: string, kind: HandleKind])[] = [
  ['anon_inode:sync_file', 'sync_file'],
  ['anon_inode:syncobj_file', 'syncobj'],
  ['anon_inode:[eventfd]', 'eventfd'],
  ['anon_inode:[eventpoll]', 'epoll'],
  ['anon_inode:[timerfd]', 'timerfd'],
  ['anon_inode:[pidfd]', 'pidfd'],
  ['pidfd:', 'pidfd'],
  ['/memfd:', 'memfd'],
  ['/dmabuf:', 'dma-buf'],
  ['anon_inode:dmabuf', 'dma-buf'],
];

/** Classifies by link text first, which tells files of one type apart, then by S_IFMT of stat(2). */
export function kindOf(link: string, mode: number): HandleKind {
  for (const [prefix, kind] of namedKinds) {
    if (link.startsWith(prefix)) return kind;
  }
  switch (mode & fileTypeMask) {
    case 0o010000:
      return 'pipe';
    case 0o140000:
      return 'socket';
    case 0o020000:
    case 0o060000:
      return 'device';
    case 0o100000:
      return 'regular';
    case 0o040000:
      return 'directory';
    default:
      return 'other';
  }
}

export const noIdentity: HandleIdentity = { kind: 'none', object: '', unique: false, link: '' };

/**
 * What a descriptor of this process refers to; null where the number is not open. `through` says how stat is
 * reached: `descriptor` is the cheaper fstat; `proc` makes no call on the descriptor itself, as the specification
 * demands of one that was imported. Throws OsCallError where /proc can't be read.
 */
export function readIdentity(
  value: number,
  through: 'descriptor' | 'proc' = 'descriptor',
): HandleIdentity | null {
  if (value < 0) return null;
  const { readlinkat, statx } = libc();
  const { address, bytes } = memory();
  const from = openDirectory();
  bytes.write(`${value}\0`, pathAt, 'latin1');
  const path = address + BigInt(pathAt);
  const length = readlinkat(from, path, address, linkSize);
  if (length === -1) {
    if (errno() === eNoent) return null;
    if (errno() === eBadf || errno() === eNotdir) return reopened(() => readIdentity(value, through));
    throw callError('readlinkat', `/proc/self/fd/${value}`);
  }
  const link = bytes.toString('latin1', 0, length);
  const stat = address + BigInt(statxAt);
  const number = syscallNumber('statx');
  const result =
    through === 'descriptor'
      ? statx(number, value, emptyPath(), atEmptyPath, statxMask, stat)
      : statx(number, from, path, 0, statxMask, stat);
  if (result === -1) {
    if (errno() === eBadf || errno() === eNoent) return null;
    // A kernel before 4.11, or a sandbox that does not know the call.
    if (errno() === eNosys || errno() === ePerm) return readIdentityOf('self', value);
    throw callError('statx', `descriptor ${value}`);
  }
  return decodeIdentity(link, bytes);
}

/** The terminating zero after the longest path that is ever written. */
function emptyPath(): bigint {
  return memory().address + BigInt(pathAt + 31);
}

function decodeIdentity(link: string, bytes: Buffer): HandleIdentity {
  // struct statx of <linux/stat.h>: stx_mode at 28, stx_ino at 32, stx_dev_major and _minor at 136 and 140.
  const mode = bytes.readUInt16LE(statxAt + 28);
  const inodeHigh = bytes.readUInt32LE(statxAt + 36);
  const inode = inodeHigh === 0 ? bytes.readUInt32LE(statxAt + 32) : bytes.readBigUInt64LE(statxAt + 32);
  const object = `${bytes.readUInt32LE(statxAt + 136)}:${bytes.readUInt32LE(statxAt + 140)}/${inode}`;
  const kind = kindOf(link, mode);
  return { kind, object, unique: hasOwnInode(link, kind), link };
}

/**
 * Files without an inode of their own share the one of the kernel's anon_inodefs; and every open of a device node
 * has that node's inode, though the driver behind it may give each open an object of its own.
 */
function hasOwnInode(link: string, kind: HandleKind): boolean {
  return !link.startsWith('anon_inode:') && kind !== 'device';
}

/**
 * What a descriptor of some process refers to, read in its /proc/<pid>/fd; null where the number is not open there.
 * Throws the EACCES of Node's fs where the process may not be looked at.
 */
export function readIdentityOf(pid: number | 'self', value: number): HandleIdentity | null {
  try {
    const path = `/proc/${pid}/fd/${value}`;
    const link = readlinkSync(path);
    const { dev, ino, mode } = statSync(path, { bigint: true });
    // The encoding of dev_t in user space (makedev(3)).
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & 0xfffff000n);
    const minor = (dev & 0xffn) | ((dev >> 12n) & 0xffffff00n);
    const kind = kindOf(link, Number(mode));
    return { kind, object: `${major}:${minor}/${ino}`, unique: hasOwnInode(link, kind), link };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function reopened<T>(read: () => T): T {
  // A driver that closes a number it does not own may have closed this one.
  directory = -1;
  openDirectory();
  return read();
}

/**
 * The numbers of all open descriptors of this process, ascending, without the one that the reading itself holds.
 * Throws OsCallError where /proc can't be read.
 */
export function openDescriptors(): number[] {
  const { lseek, getdents64 } = libc();
  const { address, bytes } = memory();
  const from = openDirectory();
  const values: number[] = [];
  lseek(from, 0, 0);
  for (;;) {
    const listing = address + BigInt(listingAt);
    const length = getdents64(syscallNumber('getdents64'), from, listing, listingSize);
    if (length === 0) break;
    if (length === -1) {
      if (errno() === eBadf || errno() === eNotdir) return reopened(openDescriptors);
      throw callError('getdents64', '/proc/self/fd');
    }
    // struct linux_dirent64: d_reclen at 16, d_name at 19, ended by a zero.
    for (let at = listingAt; at < listingAt + length; at += bytes.readUInt16LE(at + 16)) {
      let value = 0;
      let digit = at + 19;
      for (let code = bytes[digit] as number; code !== 0; code = bytes[++digit] as number) {
        // "." and ".." are no numbers.
        value = code < 48 ? Number.NaN : value * 10 + code - 48;
      }
      if (!Number.isNaN(value) && value !== from) values.push(value);
    }
  }
  return values.sort((a, b) => a - b);
}
