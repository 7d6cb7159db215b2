/** Everything that the harness asks of the operating system about handles. */
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type {
  Direct3dObjects,
  DisplayAdapter,
  FenceRequest,
  SharedFence,
  SharedTexture,
  TextureRequest,
} from './direct3d';
import type { DmaBufProducer, ForeignHandle, ForeignKind, SyncFileAtHand, SyncFileSource } from './foreign';
import type { OsHandle } from './handle';
import type { LedgerDifference, LedgerSnapshot, OpenHandle } from './ledger';
import type { MemoryObject, MemoryRegion, PrivatePages, SharedMapping } from './memory';
import type { NamedKind, NameSpace, SecurityAttributes } from './named-object';
import type { ChannelPair, ExecSighting, HandleChannel, HandlePassage, PassageToChild } from './passage';

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
