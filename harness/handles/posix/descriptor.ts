/** A descriptor that the application owns: the POSIX form of OsHandle, and the record of who owns which number. */
import {
  type DuplicateCall,
  type DuplicateOptions,
  describeIdentity,
  type HandleIdentity,
  type HandleKind,
  HandleLost,
  HandleUseError,
  type OsHandle,
  type PollOutcome,
  type Sameness,
  type SyncFileInfo,
} from '../face';
import { noIdentity, readIdentity } from './descriptor-identity';
import { callError, check, errno, libc, stableMemory } from './libc';
import { pollNow, waitFor } from './polling';
import { compareDescriptors } from './same-description';

const fDupfd = 0;
const fGetfd = 1;
const fSetfd = 2;
const fDupfdCloexec = 1030;
const fdCloexec = 1;
const oCloexec = 0o2000000;
const seekSet = 0;
const seekEnd = 2;
/** _IOWR('>', 4, struct sync_file_info) of <linux/sync_file.h>. */
const syncIocFileInfo = 0xc0383e04;
const eBadf = 9;

const owned = new Map<number, PosixHandle>();
const handedOver = new Map<number, HandleIdentity>();

/** The handle that owns an open number of the application. */
export function ownerOf(value: number): OsHandle | undefined {
  return owned.get(value);
}

/** The handles that the application owns. */
export function ownedHandles(): readonly OsHandle[] {
  return [...owned.values()];
}

/** What a number referred to when a successful import passed it to the driver; undefined if none did. */
export function handedOverIdentity(value: number): HandleIdentity | undefined {
  return handedOver.get(value);
}

/** Forgets a handed-over number that is seen closed: the driver did so, and the number may be anyone's next. */
export function forgetHandedOver(value: number): void {
  handedOver.delete(value);
}

/** The numbers that went to the driver and were not yet seen closed. */
export function handedOverValues(): IterableIterator<number> {
  return handedOver.keys();
}

class PosixHandle implements OsHandle {
  readonly value: number;
  readonly remembered: HandleIdentity;
  #state: OsHandle['state'] = 'open';

  constructor(value: number, identity: HandleIdentity) {
    this.value = value;
    this.remembered = identity;
  }

  get state(): OsHandle['state'] {
    return this.#state;
  }

  /** The number, for a call on it. */
  #usable(use: string): number {
    if (this.#state === 'released') {
      throw new HandleUseError(
        `${use} on ${this}: the import succeeded, so the driver owns it and the application must not touch it. Use a duplicate made before the import.`,
      );
    }
    if (this.#state === 'lost') {
      throw new HandleLost(`${use} on ${this}: someone closed it while the application owned it.`);
    }
    if (this.#state === 'closed') throw new HandleUseError(`${use} on ${this}: it was closed before.`);
    return this.value;
  }

  /** The number, for a call that -1 has no meaning for. */
  #descriptor(use: string): number {
    if (this.#usable(use) === -1) {
      throw new HandleUseError(`${use} on -1: it stands for a signaled payload and names no descriptor.`);
    }
    return this.value;
  }

  isOpen(): boolean {
    if (this.#usable('isOpen') === -1) return false;
    if (libc().fcntl(this.value, fGetfd, 0) !== -1) return true;
    if (errno() === eBadf) return false;
    throw callError('fcntl F_GETFD', `descriptor ${this.value}`);
  }

  identity(): HandleIdentity {
    if (this.#usable('identity') === -1) return noIdentity;
    const identity = readIdentity(this.value);
    if (identity === null) throw callError('fstat', `descriptor ${this.value}`, eBadf);
    return identity;
  }

  kind(): HandleKind {
    return this.identity().kind;
  }

  closeOnExec(): boolean {
    const fd = this.#descriptor('closeOnExec');
    return (check('fcntl F_GETFD', libc().fcntl(fd, fGetfd, 0), `descriptor ${fd}`) & fdCloexec) !== 0;
  }

  setCloseOnExec(on: boolean): void {
    const fd = this.#descriptor('setCloseOnExec');
    check('fcntl F_SETFD', libc().fcntl(fd, fSetfd, on ? fdCloexec : 0), `descriptor ${fd}`);
  }

  inheritable(): boolean {
    return !this.closeOnExec();
  }

  setInheritable(on: boolean): void {
    this.setCloseOnExec(!on);
  }

  access(): never {
    throw new HandleUseError(`access of ${this}: a descriptor has no rights of its own.`);
  }

  refersToSameAs(other: OsHandle): Sameness {
    const fd = this.#usable('refersToSameAs');
    if (other.state !== 'open') {
      throw new HandleUseError(`refersToSameAs with ${other}: the application does not own it any more.`);
    }
    if (fd === -1 || other.value === -1) return fd === other.value ? 'unknown' : 'different';
    return compareDescriptors(fd, other.value);
  }

  duplicate(how: DuplicateCall, options: DuplicateOptions = {}): OsHandle {
    const fd = this.#descriptor(how);
    const { dup, dup2, dup3, fcntl } = libc();
    const detail = `descriptor ${fd}`;
    if (how === 'dup') return adoptNew(check('dup', dup(fd), detail));
    if (how === 'F_DUPFD_CLOEXEC') {
      return adoptNew(check('fcntl F_DUPFD_CLOEXEC', fcntl(fd, fDupfdCloexec, 0), detail));
    }
    if (how === 'DuplicateHandle')
      throw new HandleUseError(`DuplicateHandle on ${this}: there is no such call here.`);
    if (options.at === fd)
      throw new HandleUseError(`${how} of descriptor ${fd} onto itself makes no duplicate.`);
    const occupant = options.at === undefined ? undefined : owned.get(options.at);
    if (occupant !== undefined)
      throw new HandleUseError(`${how} onto ${occupant} would close it; close it first.`);
    // A free number is taken by a duplicate first: dup2 then replaces it in one step, and no thread of the
    // driver can get it in between.
    const at = options.at ?? check('fcntl F_DUPFD', fcntl(fd, fDupfd, 0), detail);
    const flags = options.closeOnExec === false ? 0 : oCloexec;
    const result = how === 'dup2' ? dup2(fd, at) : dup3(fd, at, flags);
    if (result === -1) {
      const error = callError(how, `${detail} onto ${at}`);
      if (options.at === undefined) libc().close(at);
      throw error;
    }
    return adoptNew(result);
  }

  poll(timeoutMs: number): Promise<PollOutcome> {
    const fd = this.#usable('poll');
    if (fd === -1) return Promise.resolve('ready');
    return waitFor(fd, timeoutMs, () => this.#state === 'open');
  }

  pollNow(): PollOutcome {
    const fd = this.#usable('poll');
    return fd === -1 ? 'ready' : pollNow(fd);
  }

  size(): number | null {
    const fd = this.#descriptor('size');
    const kind = this.kind();
    if (kind !== 'dma-buf' && kind !== 'memfd' && kind !== 'regular') return null;
    const { lseek } = libc();
    // The offset belongs to the open file description, so it is put back. A dma-buf has none: its lseek knows
    // SEEK_END and SEEK_SET only (Documentation/driver-api/dma-buf.rst).
    const offset = kind === 'dma-buf' ? 0 : check('lseek', lseek(fd, 0, 1), `descriptor ${fd}`);
    const size = check('lseek', lseek(fd, 0, seekEnd), `descriptor ${fd}`);
    lseek(fd, offset, seekSet);
    return size;
  }

  syncFileInfo(): SyncFileInfo | null {
    const fd = this.#descriptor('syncFileInfo');
    return this.kind() === 'sync_file' ? syncFileInfoOf(fd) : null;
  }

  close(): void {
    const fd = this.#usable('close');
    if (fd !== -1) {
      const now = readIdentity(fd);
      if (now !== null && (now.object !== this.remembered.object || now.kind !== this.remembered.kind)) {
        this.#end('lost');
        throw new HandleLost(
          `close on ${this}: the number now refers to ${describeIdentity(now)}, so someone else closed it. It was left open.`,
        );
      }
      this.#end('closed');
      // Linux has closed the descriptor even where close(2) reports EINTR: never repeat it.
      const result = libc().close(fd);
      if (result === -1) throw callError('close', this.#name());
      return;
    }
    this.#end('closed');
  }

  release(): void {
    this.#usable('release');
    this.#end('released');
    if (this.value !== -1) handedOver.set(this.value, this.remembered);
  }

  /** Someone else closed it: the kernel has given its number to another. */
  lose(): void {
    this.#end('lost');
  }

  #end(state: 'closed' | 'released' | 'lost'): void {
    this.#state = state;
    if (owned.get(this.value) === this) owned.delete(this.value);
  }

  #name(): string {
    return this.value === -1
      ? 'descriptor -1 (a signaled payload)'
      : `descriptor ${this.value}, ${describeIdentity(this.remembered)}`;
  }

  toString(): string {
    const suffix = { open: '', closed: ', closed', released: ', handed over to the driver', lost: ', lost' };
    return this.#name() + suffix[this.#state];
  }
}

let syncFileInfoMemory: ReturnType<typeof stableMemory> | undefined;

/**
 * Takes ownership of a number that a driver, the kernel or another process gave. Throws OsCallError EBADF where
 * it is not open, HandleUseError where the application owns it already: the giver then returned a descriptor
 * that is not new, or closed one it does not own.
 */
export function adopt(value: number): OsHandle {
  if (value === -1) return new PosixHandle(-1, noIdentity);
  const owner = owned.get(value);
  if (owner !== undefined) {
    throw new HandleLost(
      `${owner} was given out a second time: either it is not new, or someone closed it while the application owned it.`,
    );
  }
  const identity = readIdentity(value);
  if (identity === null) throw callError('fstat', `descriptor ${value}`, eBadf);
  handedOver.delete(value);
  const handle = new PosixHandle(value, identity);
  owned.set(value, handle);
  return handle;
}

/**
 * Takes ownership of a number that the kernel has just given to this process. If a handle of the application still
 * claims it, someone closed that one; it becomes `lost`.
 */
export function adoptNew(value: number): OsHandle {
  owned.get(value)?.lose();
  return adopt(value);
}

/** SYNC_IOC_FILE_INFO of a sync file. Throws OsCallError. */
export function syncFileInfoOf(fd: number): SyncFileInfo {
  syncFileInfoMemory ??= stableMemory(56);
  const { address, bytes } = syncFileInfoMemory;
  bytes.fill(0);
  check('ioctl SYNC_IOC_FILE_INFO', libc().ioctl(fd, syncIocFileInfo, address), `descriptor ${fd}`);
  // struct sync_file_info: char name[32], s32 status, u32 flags, u32 num_fences, u32 pad, u64 sync_fence_info.
  const end = bytes.indexOf(0);
  return {
    name: bytes.toString('latin1', 0, Math.min(end === -1 ? 32 : end, 32)),
    status: bytes.readInt32LE(32),
    fenceCount: bytes.readUInt32LE(40),
  };
}
