/** How a descriptor may be duplicated. */
export type DuplicateCall = 'dup' | 'dup2' | 'dup3' | 'F_DUPFD_CLOEXEC';

/** How a handle of Windows is duplicated: with rights of its own, an ACCESS_MASK, where they are given. */
export interface Win32Duplication {
  /** Those of the handle if left out. */
  readonly access?: number;
  /** Whether children inherit the duplicate; they do not if left out. */
  readonly inheritable?: boolean;
}

/** What a handle of the operating system tells when it is polled for reading. */
export type PollState = 'ready' | 'not-ready' | 'error' | 'invalid';

/**
 * A handle of the operating system that the case owns: one that a driver exported, a duplicate, or a foreign
 * one. It lives in the host. A successful import of a descriptor takes it, one of a Windows handle does not; what is
 * left at the end of a case is closed. A global (KMT) handle is a number alone: it can be described and imported, and
 * anything else that is asked of it is an error of the suite.
 */
export interface ExternalHandle {
  /** Whether it is the -1 that stands for a signaled SYNC_FD payload. */
  readonly isMinusOne: boolean;
  /** For messages: number, kind and what it refers to. */
  describe(): string;
  isOpen(): boolean;
  /** What it refers to, as text that two handles of the same object share. */
  identity(): string;
  /** A guess at its kind: `sync_file`, `dma-buf`, `memfd`, `eventfd`, `pipe`, `socket`, `regular`... */
  kind(): string;
  closeOnExec(): boolean;
  /** Whether a program started by a real exec finds it open. */
  seenAfterExec(): boolean;
  refersToSameAs(other: ExternalHandle): 'same' | 'different' | 'unknown';
  /** A second handle of the same object: POSIX `dup` family, DuplicateHandle. */
  duplicate(how?: DuplicateCall | Win32Duplication): ExternalHandle;
  /** Polls for POLLIN without blocking the host's event loop; `timeoutMs` in milliseconds. */
  poll(timeoutMs: number): Promise<PollState>;
  /** What SYNC_IOC_FILE_INFO says; null where it is no Linux sync file. `status`: 1 signaled, 0 not yet, else an errno. */
  syncFileInfo(): { readonly status: number; readonly fenceCount: number } | null;
  /** Size in bytes by lseek to the end, or null where the object has none. */
  size(): number | null;
  /**
   * What becomes of announcing an access to it, as those do who map it without Vulkan: `accepted`, or the name of the
   * error. Linux: DMA_BUF_IOCTL_SYNC, for dma-bufs alone.
   */
  accessAnnouncement(): string;
  /**
   * A sync file of the fences that a dma-buf carries at this moment for those who use it without Vulkan
   * (DMA_BUF_IOCTL_EXPORT_SYNC_FILE); dma-bufs only.
   */
  fences(): ExternalHandle;
  /**
   * What becomes of giving a dma-buf the fence of a sync file (DMA_BUF_IOCTL_IMPORT_SYNC_FILE): `accepted`, or the
   * name of the error.
   */
  attachSyncFile(syncFile: ExternalHandle): string;
  /** What the operating system maps of the object behind it, or null where it maps none: memory only. */
  mapped(): HandleMapping | null;
  /** The rights that it was granted (ACCESS_MASK); Windows only. */
  access(): number;
  /** HANDLE_FLAG_INHERIT, which GetHandleInformation tells and SetHandleInformation sets; Windows only. */
  isInheritable(): boolean;
  setInheritable(on: boolean): void;
  /** Whether a child process that inherits handles finds this one at its value; Windows only. */
  seenByChild(): boolean;
  /** The full name of its object, such as `\\Sessions\\1\\BaseNamedObjects\\payload`, empty where it has none; Windows only. */
  objectName(): string;
  /** The security descriptor of its object as text (SDDL); Windows only. */
  security(): string;
  close(): void;
}

/** The object behind an external handle as those see it who map it without Vulkan; kept until the end of the case. */
export interface HandleMapping {
  /** Of the whole object, in bytes. */
  readonly size: number;
  /** Offset and length in bytes. */
  read(offset: number, length: number): Uint8Array;
  write(offset: number, bytes: Uint8Array): void;
}
