/** One handle of the operating system, whatever the platform: a POSIX descriptor number, or a Windows HANDLE. */

/** What a handle refers to, as far as the operating system tells. `none` is the value -1, which refers to nothing. */
export type HandleKind =
  | 'sync_file'
  | 'syncobj'
  | 'dma-buf'
  | 'memfd'
  | 'eventfd'
  | 'epoll'
  | 'timerfd'
  | 'pidfd'
  | 'pipe'
  | 'socket'
  | 'device'
  | 'regular'
  | 'directory'
  | 'event'
  | 'semaphore'
  | 'mutex'
  | 'section'
  | 'file'
  | 'process'
  | 'thread'
  | 'registry-key'
  | 'timer'
  | 'token'
  | 'job'
  | 'completion-port'
  | 'dxgk-resource'
  | 'dxgk-sync-object'
  | 'dxgk-keyed-mutex'
  | 'dxgk-bundle'
  | 'global'
  | 'other'
  | 'none';

/** What a handle referred to at the moment it was looked at; plain data, fit for a journal. */
export interface HandleIdentity {
  readonly kind: HandleKind;
  /** Device and inode (`0:15/1054`), on Windows type and name: equal for two handles of one object. */
  readonly object: string;
  /**
   * False where many objects have one `object`: anonymous inodes (eventfd, sync_file ...), Windows objects without a
   * name. A value that was closed and given to another object of the same kind is then not told from the first.
   */
  readonly unique: boolean;
  /** The name the operating system shows for it, such as `/memfd:payload (deleted)`. */
  readonly link: string;
}

/** Text of an identity for messages: `sync_file (anon_inode:sync_file)`. */
export function describeIdentity(identity: HandleIdentity): string {
  return identity.kind === 'none'
    ? 'no handle'
    : `${identity.kind} (${identity.link}, object ${identity.object})`;
}

/** What `SYNC_IOC_FILE_INFO` says of a sync file. */
export interface SyncFileInfo {
  readonly name: string;
  /** 1 signaled, 0 pending, a negative errno where the payload ended in an error. */
  readonly status: number;
  readonly fenceCount: number;
}

/** `ready`: readable, for a sync file: signaled; `invalid`: the value names nothing open. */
export type PollOutcome = 'ready' | 'not-ready' | 'error' | 'invalid';

export type Sameness = 'same' | 'different' | 'unknown';

/** The calls that make a second handle of one object: of POSIX and Linux, and that of Windows. */
export type DuplicateCall = 'dup' | 'dup2' | 'dup3' | 'F_DUPFD_CLOEXEC' | 'DuplicateHandle';

export interface DuplicateOptions {
  /** The number that the duplicate must get, for dup2 and dup3; what is open there is closed. A free one if left out. */
  readonly at?: number;
  /** For dup3 only: pass O_CLOEXEC (the default). */
  readonly closeOnExec?: boolean;
  /** For DuplicateHandle only: the rights of the duplicate, those of the handle if left out. */
  readonly access?: number;
  /** For DuplicateHandle only: whether children inherit the duplicate; they do not if left out. */
  readonly inheritable?: boolean;
}

/**
 * A handle the application owns. Every method but `value`, `state`, `remembered` and `toString` throws a
 * HandleUseError once the handle was closed or its ownership went to the driver: the specification forbids
 * any operation on a descriptor after its successful import.
 */
export interface OsHandle {
  readonly value: number;
  /** `released`: handed over to the driver. `lost`: someone else closed it, and its number was given out again. */
  readonly state: 'open' | 'closed' | 'released' | 'lost';
  /** The identity at the moment the application became the owner; stays readable for ever. */
  readonly remembered: HandleIdentity;
  /** Whether the value names something open. -1 never does. */
  isOpen(): boolean;
  /** What the value refers to now. Throws OsCallError EBADF where it names nothing open. */
  identity(): HandleIdentity;
  /** Shorthand for `identity().kind`. */
  kind(): HandleKind;
  /** Whether the handle closes when the process executes another program (FD_CLOEXEC). */
  closeOnExec(): boolean;
  setCloseOnExec(on: boolean): void;
  /** Whether a child process may inherit it; on POSIX the opposite of `closeOnExec`, on Windows HANDLE_FLAG_INHERIT. */
  inheritable(): boolean;
  setInheritable(on: boolean): void;
  /** The rights that the handle was granted (ACCESS_MASK). Throws HandleUseError on POSIX, where a descriptor has none. */
  access(): number;
  /**
   * Whether both refer to one open file description: what duplication, inheritance and passing preserve. Two
   * separate opens of one file are `different`.
   */
  refersToSameAs(other: OsHandle): Sameness;
  /** Another handle, owned by the application too, of the same open file description. */
  duplicate(how: DuplicateCall, options?: DuplicateOptions): OsHandle;
  /** Waits without blocking the event loop. `timeoutMs` may be Infinity. -1 is `ready`: a signaled sync file. */
  poll(timeoutMs: number): Promise<PollOutcome>;
  /** The state right now. */
  pollNow(): PollOutcome;
  /** Bytes, for dma-buf, memfd and regular files; null for anything else. */
  size(): number | null;
  /** What the kernel says of a sync file; null for anything else. */
  syncFileInfo(): SyncFileInfo | null;
  /** Closes it. Refuses to close a value that by now refers to something else. */
  close(): void;
  /** Notes that a successful import passed ownership to the driver. Makes no system call. */
  release(): void;
  /** `descriptor 23, sync_file (anon_inode:sync_file, object 0:15/1054)`. */
  toString(): string;
}
