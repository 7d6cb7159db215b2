/**
 * The C library of this process. Loaded on the first call only: koffi must never enter a Jest sandbox, and
 * importing a type must cost nothing. `load(null)` takes whatever libc the process runs on, a private one too.
 */
import { getSystemErrorMap } from 'node:util';
import type { KoffiFunc } from 'koffi';
import { OsCallError } from '../face';

type Koffi = typeof import('koffi');
/** A pointer for native code: an address, a Buffer whose bytes it may use during the call, or NULL. */
export type Pointer = bigint | Buffer | null;
type Native<A extends unknown[], R = number> = KoffiFunc<(...args: A) => R>;

export interface Libc {
  readonly fcntl: Native<[fd: number, command: number, argument: number]>;
  readonly dup: Native<[fd: number]>;
  readonly dup2: Native<[from: number, to: number]>;
  readonly dup3: Native<[from: number, to: number, flags: number]>;
  readonly close: Native<[fd: number]>;
  readonly open: Native<[path: string, flags: number, mode: number]>;
  readonly poll: Native<[fds: Pointer, count: number, timeoutMs: number]>;
  readonly lseek: Native<[fd: number, offset: number, whence: number]>;
  readonly flock: Native<[fd: number, operation: number]>;
  readonly ftruncate: Native<[fd: number, size: number]>;
  readonly read: Native<[fd: number, into: Pointer, size: number]>;
  readonly write: Native<[fd: number, from: Pointer, size: number]>;
  readonly ioctl: Native<[fd: number, request: number, argument: Pointer]>;
  readonly readlinkat: Native<[directory: number, path: Pointer, into: Pointer, size: number]>;
  readonly pipe2: Native<[fds: Pointer, flags: number]>;
  readonly socketpair: Native<[domain: number, type: number, protocol: number, fds: Pointer]>;
  readonly sendmsg: Native<[fd: number, message: Pointer, flags: number]>;
  readonly recvmsg: Native<[fd: number, message: Pointer, flags: number]>;
  readonly memfd_create: Native<[name: string, flags: number]>;
  readonly eventfd: Native<[initial: number, flags: number]>;
  readonly epoll_create1: Native<[flags: number]>;
  readonly timerfd_create: Native<[clock: number, flags: number]>;
  readonly getrlimit: Native<[resource: number, limit: Pointer]>;
  readonly setrlimit: Native<[resource: number, limit: Pointer]>;
  readonly prctl: Native<[option: number, a: number, b: number | bigint, c: number, d: number]>;
  readonly mmap: Native<
    [address: Pointer, size: number, protection: number, flags: number, fd: number, offset: number],
    number | bigint
  >;
  readonly munmap: Native<[address: Pointer, size: number]>;
  readonly getpagesize: Native<[]>;
  readonly posix_spawnp: Native<
    [pid: Pointer, file: string, actions: Pointer, attributes: Pointer, argv: Pointer, envp: Pointer]
  >;
  readonly posix_spawn_file_actions_init: Native<[actions: Pointer]>;
  readonly posix_spawn_file_actions_adddup2: Native<[actions: Pointer, from: number, to: number]>;
  readonly posix_spawn_file_actions_destroy: Native<[actions: Pointer]>;
  readonly waitpid: Native<[pid: number, status: Pointer, options: number]>;
  readonly kill: Native<[pid: number, signal: number]>;
  readonly kcmp: Native<
    [number: number, pid: number, otherPid: number, type: number, fd: number, otherFd: number]
  >;
  readonly getdents64: Native<[number: number, fd: number, into: Pointer, size: number]>;
  readonly statx: Native<
    [number: number, directory: number, path: Pointer, flags: number, mask: number, into: Pointer]
  >;
}

/** System call numbers, for the calls that not every libc wraps. */
const syscallNumbers = {
  x64: { kcmp: 312, getdents64: 217, statx: 332 },
  arm64: { kcmp: 272, getdents64: 61, statx: 291 },
} as const;

function loadLibc(koffi: Koffi): Libc {
  const lib = koffi.load(null);
  // fcntl, open, ioctl, prctl and syscall are variadic in C. The calling conventions of Linux on x86-64 and
  // AArch64 pass integers to a variadic function as to any other, and koffi calls a fixed one faster.
  const bind = <F>(name: string, result: string, parameters: string[]): F =>
    lib.func(name, result, parameters) as unknown as F;
  return {
    fcntl: bind('fcntl', 'int', ['int', 'int', 'long']),
    dup: bind('dup', 'int', ['int']),
    dup2: bind('dup2', 'int', ['int', 'int']),
    dup3: bind('dup3', 'int', ['int', 'int', 'int']),
    close: bind('close', 'int', ['int']),
    open: bind('open', 'int', ['str', 'int', 'uint']),
    poll: bind('poll', 'int', ['void *', 'ulong', 'int']),
    lseek: bind('lseek', 'int64', ['int', 'int64', 'int']),
    flock: bind('flock', 'int', ['int', 'int']),
    ftruncate: bind('ftruncate', 'int', ['int', 'int64']),
    read: bind('read', 'long', ['int', 'void *', 'size_t']),
    write: bind('write', 'long', ['int', 'void *', 'size_t']),
    ioctl: bind('ioctl', 'int', ['int', 'ulong', 'void *']),
    readlinkat: bind('readlinkat', 'long', ['int', 'void *', 'void *', 'size_t']),
    pipe2: bind('pipe2', 'int', ['void *', 'int']),
    socketpair: bind('socketpair', 'int', ['int', 'int', 'int', 'void *']),
    sendmsg: bind('sendmsg', 'long', ['int', 'void *', 'int']),
    recvmsg: bind('recvmsg', 'long', ['int', 'void *', 'int']),
    memfd_create: bind('memfd_create', 'int', ['str', 'uint']),
    eventfd: bind('eventfd', 'int', ['uint', 'int']),
    epoll_create1: bind('epoll_create1', 'int', ['int']),
    timerfd_create: bind('timerfd_create', 'int', ['int', 'int']),
    getrlimit: bind('getrlimit', 'int', ['int', 'void *']),
    setrlimit: bind('setrlimit', 'int', ['int', 'void *']),
    prctl: bind('prctl', 'int', ['int', 'ulong', 'ulong', 'ulong', 'ulong']),
    mmap: bind('mmap', 'int64', ['void *', 'size_t', 'int', 'int', 'int', 'int64']),
    munmap: bind('munmap', 'int', ['void *', 'size_t']),
    getpagesize: bind('getpagesize', 'int', []),
    posix_spawnp: bind('posix_spawnp', 'int', ['void *', 'str', 'void *', 'void *', 'void *', 'void *']),
    posix_spawn_file_actions_init: bind('posix_spawn_file_actions_init', 'int', ['void *']),
    posix_spawn_file_actions_adddup2: bind('posix_spawn_file_actions_adddup2', 'int', [
      'void *',
      'int',
      'int',
    ]),
    posix_spawn_file_actions_destroy: bind('posix_spawn_file_actions_destroy', 'int', ['void *']),
    waitpid: bind('waitpid', 'int', ['int', 'void *', 'int']),
    kill: bind('kill', 'int', ['int', 'int']),
    kcmp: bind('syscall', 'long', ['long', 'int', 'int', 'int', 'ulong', 'ulong']),
    getdents64: bind('syscall', 'long', ['long', 'int', 'void *', 'size_t']),
    statx: bind('syscall', 'long', ['long', 'int', 'void *', 'int', 'uint', 'void *']),
  };
}

let loadedKoffi: Koffi | undefined;
let loadedLibc: Libc | undefined;

function koffi(): Koffi {
  loadedKoffi ??= require('koffi') as Koffi;
  return loadedKoffi;
}

/** The functions of libc that this folder calls. Throws an Error on a machine that is neither x86-64 nor AArch64. */
export function libc(): Libc {
  if (loadedLibc === undefined) {
    syscallNumber('statx');
    loadedLibc = loadLibc(koffi());
  }
  return loadedLibc;
}

/** The number of a system call on this architecture. */
export function syscallNumber(name: keyof (typeof syscallNumbers)['x64']): number {
  const numbers = (syscallNumbers as Partial<Record<string, (typeof syscallNumbers)['x64' | 'arm64']>>)[
    process.arch
  ];
  if (numbers === undefined) {
    throw new Error(
      `Descriptors are supported on Linux x64 and arm64; this Node was built for ${process.arch}.`,
    );
  }
  return numbers[name];
}

/** Memory that neither moves nor goes away, with its bytes; 8-byte aligned. Never freed: allocate once, at module level. */
export function stableMemory(size: number): { readonly address: bigint; readonly bytes: Buffer } {
  const address = koffi().alloc('uint64', Math.ceil(size / 8)) as bigint;
  const bytes = Buffer.from(koffi().view(address, size));
  bytes.fill(0);
  return { address, bytes };
}

/** A view without copy of `size` bytes of native memory. */
export function viewMemory(address: bigint, size: number): ArrayBuffer {
  return koffi().view(address, size);
}

/** Allocates zeroed memory for a call that runs on another thread; the caller frees it. */
export function allocate(size: number): bigint {
  const address = koffi().alloc('uint8', size) as bigint;
  new Uint8Array(koffi().view(address, size)).fill(0);
  return address;
}

/** Frees what `allocate` gave. */
export function free(address: bigint): void {
  koffi().free(address);
}

/** The errno of the last failed call of this thread. */
export function errno(): number {
  return koffi().errno();
}

/** `EMFILE` for 24. */
export function errnoName(number: number): string {
  return getSystemErrorMap().get(-number)?.[0] ?? `errno ${number}`;
}

/** An error for a call that failed just now. */
export function callError(call: string, detail = '', number = errno()): OsCallError {
  return new OsCallError(call, errnoName(number), number, detail);
}

/** The result of a call, unless it is -1: then throws OsCallError. */
export function check(call: string, result: number, detail = ''): number {
  if (result === -1) throw callError(call, detail);
  return result;
}
