/**
 * What the harness knows of operating-system handles, whatever the platform: a POSIX descriptor number, or a Windows
 * HANDLE. Nothing here touches native code.
 */
import type { ChildProcess, SpawnOptions } from 'node:child_process';

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

/** Who makes shared textures outside Vulkan: Direct3D 11, and what a driver model takes in the place of its textures. */
export const textureSources = ['stand-in', 'direct3d-11'] as const;
export type TextureSource = (typeof textureSources)[number];

/** Who makes shared fences outside Vulkan: Direct3D 11 and 12, and what a driver model takes in the place of theirs. */
export const fenceCreators = ['stand-in-11', 'stand-in-12', 'direct3d-11', 'direct3d-12'] as const;
export type FenceCreator = (typeof fenceCreators)[number];

export interface TextureRequest {
  readonly source: TextureSource;
  readonly width: number;
  readonly height: number;
  /** By an NT handle, or by a global (KMT) one. */
  readonly shared: 'handle' | 'global-handle';
  /** The LUID of the adapter for Direct3D, as in `DisplayAdapter`. */
  readonly adapter: string;
}

export interface FenceRequest {
  readonly creator: FenceCreator;
  /** As in `TextureRequest`. */
  readonly adapter: string;
}

/** What Direct3D can make for others on an adapter. */
export const direct3dObjects = ['d3d11-texture', 'd3d11-texture-kmt', 'd3d11-fence', 'd3d12-fence'] as const;
export type Direct3dObject = (typeof direct3dObjects)[number];

/** Why each can't be had on an adapter; null where it can. */
export type Direct3dObjects = Readonly<Record<Direct3dObject, string | null>>;

/** A fence of Direct3D, which counts, that no Vulkan driver made. */
export interface SharedFence {
  /** An NT handle; its owner closes it. */
  readonly handle: OsHandle;
  /** The value that it has come to (GetCompletedValue). */
  value(): bigint;
  /** Has the API set its value: at once, or as soon as its queue comes to that. */
  signal(value: bigint): void;
  /** Has the API's queue wait until the fence has come to a value, and set it to another then. */
  signalBehind(awaited: bigint, value: bigint): void;
  /** Lets go of all but `handle`. */
  dispose(): void;
}

/** A texture of four bytes a texel that no Vulkan driver made, with a keyed mutex. */
export interface SharedTexture {
  /** Its owner closes it. */
  readonly handle: OsHandle;
  /** All texels, row by row; its mutex must have been acquired. */
  write(texels: Uint8Array): void;
  read(): Uint8Array;
  /** Acquires the mutex once it is released with that key (IDXGIKeyedMutex::AcquireSync). @returns false behind the timeout */
  acquire(key: bigint, timeoutMs: number): Promise<boolean>;
  /** Releases the mutex with a key (IDXGIKeyedMutex::ReleaseSync). */
  release(key: bigint): void;
  /** Lets go of all but `handle`. */
  dispose(): void;
}

/** A display adapter as DXGI describes it (DXGI_ADAPTER_DESC1). */
export interface DisplayAdapter {
  readonly description: string;
  readonly vendorId: number;
  readonly deviceId: number;
  /** The eight bytes of its LUID in the order of memory, as lower-case hexadecimal. */
  readonly luid: string;
}

/** Where a name of a Windows object counts: in the session of the process, said so or not, or on the whole machine. */
export type NameSpace = 'Local' | 'Global' | 'unsaid';
/** Kinds of Windows objects that can be opened by their names. */
export type NamedKind = 'event' | 'semaphore' | 'section';

/** Who answers for an open handle, as far as the harness knows. */
export type HandleOwner = 'application' | 'driver' | 'unclaimed';

export interface LedgerEntry {
  readonly noun: 'descriptor' | 'handle';
  readonly value: number;
  readonly identity: HandleIdentity;
  /** null where it can't be read without touching a descriptor that the driver owns. */
  readonly closeOnExec: boolean | null;
  /** `driver`: handed over by a successful import. `unclaimed`: never adopted by the application. */
  readonly owner: HandleOwner;
}

/** The open handles of this process at one moment, by value: all of them on POSIX, the application's on Windows. */
export type LedgerSnapshot = ReadonlyMap<number, LedgerEntry>;

export interface LedgerChange {
  readonly value: number;
  readonly before: LedgerEntry | null;
  readonly after: LedgerEntry | null;
  readonly description: string;
}

export interface LedgerDifference {
  readonly appeared: readonly LedgerChange[];
  readonly vanished: readonly LedgerChange[];
  readonly replaced: readonly LedgerChange[];
}

/** Handles that no import may accept, for robustness cases: those of POSIX. */
export const foreignKinds = [
  'closed',
  'pipe-read-end',
  'pipe-write-end',
  'null-device',
  'zero-device',
  'regular-file',
  'memory-file',
  'event',
  'unix-socket',
  'epoll',
  'timer',
  'directory',
  'minus-one',
  'huge-number',
] as const;
/** The same on Windows. */
export const win32ForeignKinds = [
  'closed',
  'pipe-read-end',
  'pipe-write-end',
  'null-device',
  'regular-file',
  'directory',
  'event',
  'semaphore',
  'mutex',
  'section',
  'process',
  'minus-one',
  'pseudo-thread',
  'huge-number',
  'unknown-global',
] as const;
export type ForeignKind = (typeof foreignKinds)[number] | (typeof win32ForeignKinds)[number];

/**
 * Who makes dma-bufs outside Vulkan: the kernel from pages of a memfd (/dev/udmabuf), its system heap
 * (/dev/dma_heap/system), its virtual GEM device (vgem, /dev/dri/card*); `memfd` makes none, but what a driver model
 * takes in their place.
 */
export const dmaBufProducers = ['udmabuf', 'dma-heap', 'vgem', 'memfd'] as const;
export type DmaBufProducer = (typeof dmaBufProducers)[number];

/**
 * Who makes sync files that the application signals itself: the kernel's vgem driver, which signals each by itself ten
 * seconds behind its making, and its sw_sync timelines.
 */
export const syncFileSources = ['vgem', 'sw_sync'] as const;
export type SyncFileSource = (typeof syncFileSources)[number];

/** A sync file that no driver made, and what signals it. Its source is a descriptor of the application's. */
export interface SyncFileAtHand {
  /** Unsignaled when it is made; its owner closes it, or hands it over. */
  readonly handle: OsHandle;
  /** Whether it is neither signaled nor ended otherwise; answers behind the import of `handle`, too. */
  isPending(): boolean;
  /** Signals it. @returns false where it was not pending any more: the kernel had signaled it by itself. */
  signal(): boolean;
  /** Ends it with an error (-ENOENT) and no signal; sw_sync alone. Throws HandleUseError elsewhere. */
  fail(): void;
  /** Closes the source: a pending sync file of vgem is signaled by that, one of sw_sync ends with -ENOENT. */
  closeSource(): void;
  /** Closes the source and all else but `handle`. */
  dispose(): void;
}

export interface ForeignHandle {
  readonly kind: ForeignKind;
  readonly value: number;
  readonly description: string;
  /** null where the value names nothing that is open. `release()` it should a driver accept it. */
  readonly handle: OsHandle | null;
  /** Closes what the application still owns of it. Call once. */
  dispose(): void;
}

export interface HandleMessage {
  readonly tag: string;
  /** In the order sent; -1 arrives as -1. */
  readonly handles: readonly OsHandle[];
}

/** One end of a connection over which handles travel between two processes of this machine. */
export interface HandleChannel {
  /** Sends copies of up to 253 handles; the sender keeps its own. Throws OsCallError EPIPE once the peer is gone. */
  send(handles: readonly OsHandle[], tag: string): void;
  /**
   * The next message, or null once the peer has closed its end; never blocks the event loop. Rejects with a
   * HandleTimeoutError after `timeoutMs`. One receive at a time.
   */
  receive(timeoutMs: number): Promise<HandleMessage | null>;
  close(): void;
}

/** The way of handles between two processes that also exchange messages. */
export interface HandlePassage {
  /** Puts a copy of a handle on its way. @returns the tag that goes into the message that speaks of it */
  send(handle: OsHandle): string;
  /** The handle that was sent under a tag, owned by the application. Rejects with an Error where it does not come. */
  receive(tag: string): Promise<OsHandle>;
  close(): void;
}

/** A passage to a child that is yet to be started. */
export interface PassageToChild {
  /** Descriptors that the child must be started with. */
  readonly descriptors: readonly number[];
  /** The passage, once the child was started. */
  begun(child: ChildProcess): HandlePassage;
}

/** A handle of this process, whoever opened it. */
export interface OpenHandle {
  readonly value: number;
  /** As the object manager spells it: `Event`. */
  readonly type: string;
  /** The rights that it was granted (ACCESS_MASK). */
  readonly access: number;
}

/** SECURITY_ATTRIBUTES in native memory, until they are freed. */
export interface SecurityAttributes {
  readonly address: bigint;
  free(): void;
}

export interface ChannelPair {
  readonly local: HandleChannel;
  /** To be inherited by a child, which adopts it with `openChannel`; close it here once the child runs. */
  readonly remote: OsHandle;
}

/** What a program started by exec sees at one number. */
export interface ExecSighting {
  readonly value: number;
  readonly visible: boolean;
  /** As read in the new program; null where nothing is visible. */
  readonly identity: HandleIdentity | null;
  /** Whether it is the open file description of this process; `unknown` where the kernel refuses to compare. */
  readonly sameAsHere: Sameness;
}

/** The limit on handle values: RLIMIT_NOFILE, one above the highest number a new descriptor may get. */
export interface HandleLimit {
  get(): { readonly soft: number; readonly hard: number };
  /** Sets the soft limit. Throws OsCallError EINVAL or EPERM where it exceeds the hard one. */
  set(soft: number): void;
  /** The limit under which exactly `count` more handles can be had. */
  leaving(count: number): number;
  /** Runs `action` under a soft limit and restores the former one, also after an error or a rejection. */
  during<T>(soft: number, action: () => T): T;
}

/** Memory that another process maps too; survives this process. */
export interface SharedMapping {
  readonly buffer: ArrayBuffer;
  readonly address: bigint;
  /** Lets go of the object. `buffer` stays valid memory, all zero, that nobody else sees. */
  unmap(): void;
}

/** Pages of one process. */
export interface PrivatePages {
  readonly address: bigint;
  /** Not to be used once they are freed. */
  readonly buffer: ArrayBuffer;
  free(): void;
}

/** Memory behind a handle; the mapping stays for as long as somebody can reach it. */
export interface MemoryObject {
  /** In bytes. */
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  write(offset: number, bytes: Uint8Array): void;
}

export interface MemoryRegion {
  readonly start: bigint;
  /** One past the last byte. */
  readonly end: bigint;
  /** As the kernel writes them: `rw-s`. */
  readonly permissions: string;
  readonly offset: bigint;
  /** The device and inode mapped, in the form of `HandleIdentity.object`; `0:0/0` for anonymous memory. */
  readonly object: string;
  readonly path: string;
}

/** Everything the harness asks of the operating system about handles. */
export interface OsHandles {
  readonly platform: 'posix' | 'win32';
  /** Takes ownership of a value that a driver or another process gave. -1 is allowed: a signaled sync file. */
  adopt(value: number): OsHandle;
  /** The handle that this process was started with as the standard stream of that number. */
  inherited(slot: number): OsHandle;
  /** The handles that the application owns at this moment: what a case that went wrong left to be closed. */
  owned(): readonly OsHandle[];
  /**
   * An object of `size` bytes that can be mapped and passed; close-on-exec. The name is one in the object manager on
   * Windows, and for those who look on POSIX.
   */
  createSharedMemory(size: number, name?: string): OsHandle;
  /** An unsignaled event object (eventfd); close-on-exec. Only on Windows can it have a name. */
  createEvent(name?: string): OsHandle;
  makeForeign(kind: ForeignKind): ForeignHandle;
  /** The producers of dma-bufs that this process may use. */
  dmaBufProducers(): readonly DmaBufProducer[];
  /** A fresh dma-buf, zeroed; size in bytes, of whole pages. */
  createDmaBuf(producer: DmaBufProducer, size: number): OsHandle;
  /** Whether the kernel gives the fences of a dma-buf as a sync file, and takes one: Linux 6.0 and later. */
  dmaBufsGiveFences(): boolean;
  /**
   * The fences that a dma-buf carries for its users at this moment, as one sync file (DMA_BUF_IOCTL_EXPORT_SYNC_FILE).
   * Throws OsCallError where the kernel refuses.
   */
  fencesOf(dmaBuf: OsHandle): OsHandle;
  /** Gives a dma-buf the fence of a sync file, as of a write (DMA_BUF_IOCTL_IMPORT_SYNC_FILE). Throws OsCallError. */
  attachSyncFile(dmaBuf: OsHandle, syncFile: OsHandle): void;
  /** The sources of which this process could make a sync file when it first asked. */
  syncFileSources(): readonly SyncFileSource[];
  /** An unsignaled sync file with its source; close-on-exec. Throws OsCallError where there is no such source. */
  createSyncFile(source: SyncFileSource): SyncFileAtHand;
  /** A sync file that is signaled once both are (SYNC_IOC_MERGE); close-on-exec. Throws OsCallError. */
  mergeSyncFiles(a: OsHandle, b: OsHandle): OsHandle;
  snapshot(): LedgerSnapshot;
  difference(before: LedgerSnapshot, after: LedgerSnapshot): LedgerDifference;
  /** How many handles this process has open, whoever opened them. */
  handleCount(): number;
  /** Every handle that this process has open; on Windows alone. */
  openHandles(): readonly OpenHandle[];
  passageToChild(): PassageToChild;
  /** To the process that started this one, whose id is `parent`; on POSIX with the descriptor at that slot. */
  passageToParent(slot: number, parent: number): HandlePassage;
  /** Two ends in this process; on POSIX alone, where a message in a socket holds a descriptor for itself. */
  passageToItself(): { readonly sender: HandlePassage; readonly receiver: HandlePassage };
  /** What a freshly started program sees at these numbers, or, without an argument, at every number. */
  seenAfterExec(values?: readonly number[]): readonly ExecSighting[];
  readonly limit: HandleLimit;
  /** Has the kernel kill this process when `parent`, which started it, dies; kills it at once if it is dead already. */
  dieWithParent(parent: number): void;
  mapShared(handle: OsHandle, size: number): SharedMapping;
  /** Zeroed pages of this process alone, from its virtual memory (VirtualAlloc); on Windows alone. Throws OsCallError. */
  allocatePages(size: number): PrivatePages;
  /**
   * Memory that a driver may share, as its other users see it: every access to a dma-buf is announced to its exporter
   * (DMA_BUF_IOCTL_SYNC). Null where the object can't be mapped for reading and writing.
   */
  mapMemoryObject(handle: OsHandle, size: number): MemoryObject | null;
  /** Announces an access to a dma-buf and its end (DMA_BUF_IOCTL_SYNC). Throws OsCallError where the kernel refuses. */
  announceAccess(handle: OsHandle): void;
  /** Bytes. */
  pageSize(): number;
  /** The mapping that holds an address of this process, or null. */
  memoryRegion(address: bigint): MemoryRegion | null;
  /**
   * SECURITY_ATTRIBUTES with a descriptor from text (SDDL), or with the default one of the process; on Windows alone.
   * Throws OsCallError where the text is no descriptor.
   */
  securityAttributes(sddl: string | null, inheritable: boolean): SecurityAttributes;
  /** The security descriptor of a handle's object as text (SDDL); on Windows alone. Throws OsCallError. */
  securityOf(handle: OsHandle): string;
  /**
   * Takes note of a global (KMT) handle, which owns nothing and is closed by nobody; on Windows alone. Throws
   * HandleUseError where the number can be none.
   */
  adoptGlobal(value: number): OsHandle;
  /** A name that no other object of this machine has; on Windows alone. */
  uniqueName(space: NameSpace, purpose: string): string;
  /** Whether an object of whichever kind has that name; on Windows alone. */
  isNameTaken(name: string): boolean;
  /** The name of a handle's object in the namespace of the kernel, empty where it has none; on Windows alone. */
  objectNameOf(handle: OsHandle): string;
  /** A fresh texture, zeroed, whose mutex is released with the key 0; on Windows alone. Throws OsCallError. */
  createTexture(request: TextureRequest): SharedTexture;
  /** A fresh fence of the value 0; on Windows alone. Throws OsCallError. */
  createFence(request: FenceRequest): SharedFence;
  /** What Direct3D makes for others on the adapter with that LUID: each is made once, and given up; on Windows alone. */
  direct3dObjects(adapter: string): Promise<Direct3dObjects>;
  /** The adapters that DXGI lists, in its order; none where this machine has no DXGI, or it starts on no display. */
  displayAdapters(): readonly DisplayAdapter[];
  /** The adapter that DXGI knows by a LUID (16 hexadecimal digits), listed or not; null where there is none. */
  displayAdapterOf(luid: string): DisplayAdapter | null;
  /** Opens an object by its name; null where nothing has that name; on Windows alone. Throws OsCallError. */
  openNamed(kind: NamedKind, name: string, access: number): OsHandle | null;
}

/** What POSIX has beyond that: descriptors at numbers of the caller's choosing, and sockets that they travel over. */
export interface PosixHandles extends OsHandles {
  createChannelPair(): ChannelPair;
  /** The other end of a pair: in the child that inherited it at that value, or in the process that made it. */
  openChannel(end: number | OsHandle): HandleChannel;
  /** Starts a program that inherits each handle at the number given (3 or higher); `options.stdio` holds the others. */
  spawnInheriting(
    command: string,
    args: readonly string[],
    inherited: ReadonlyMap<number, OsHandle>,
    options?: SpawnOptions,
  ): ChildProcess;
  /** The `stdio` array for child_process.spawn or fork under which a child inherits each handle at its number. */
  stdioInheriting(
    inherited: ReadonlyMap<number, OsHandle>,
    base?: readonly ('pipe' | 'ignore' | 'inherit' | 'ipc' | number)[],
  ): ('pipe' | 'ignore' | 'inherit' | 'ipc' | number)[];
}

/** What the kernel says of this machine: the log that `dmesg` shows. */
export interface KernelLog {
  /**
   * What it said since the last time, a line each, with seconds since its start and the level; never blocks.
   * Throws OsCallError.
   */
  newLines(): readonly string[];
  close(): void;
}

/** A call of the operating system failed. */
export class OsCallError extends Error {
  override readonly name = 'OsCallError';
  constructor(
    /** `dup2`, `fcntl F_GETFD` ... */
    readonly call: string,
    /** `EMFILE`. */
    readonly code: string,
    readonly errno: number,
    detail = '',
  ) {
    super(`${call}${detail === '' ? '' : ` (${detail})`} failed with ${code}`);
  }
}

/** A handle was used after it was closed or handed over, or in a way that its value does not allow. */
export class HandleUseError extends Error {
  override readonly name: string = 'HandleUseError';
}

/** Someone else closed a handle of the application, or gave out its value again. */
export class HandleLost extends HandleUseError {
  override readonly name = 'HandleLost';
}

/** Nothing arrived in time. */
export class HandleTimeoutError extends Error {
  override readonly name = 'HandleTimeoutError';
}
