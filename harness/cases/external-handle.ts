/** How a descriptor may be duplicated. */
export type DuplicateCall = 'dup' | 'dup2' | 'dup3' | 'F_DUPFD_CLOEXEC';

/** What a handle of the operating system tells when it is polled for reading. */
export type PollState = 'ready' | 'not-ready' | 'error' | 'invalid';

/**
 * A handle of the operating system that the case owns: one that a driver exported, a duplicate, or a foreign
 * one. It lives in the host. A successful import takes it; what is left at the end of a case is closed.
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
  /** A second handle of the same object; POSIX `dup` family. */
  duplicate(how?: DuplicateCall): ExternalHandle;
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
