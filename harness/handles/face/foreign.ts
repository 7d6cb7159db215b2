/** Handles that no driver of the run made. */
import type { OsHandle } from './handle';

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
