/** Sync files that the application signals itself: <linux/sync_file.h>, and the kernel's drivers/dma-buf/sw_sync.c. */
import { constants } from 'node:fs';
import {
  HandleUseError,
  OsCallError,
  type OsHandle,
  type SyncFileAtHand,
  type SyncFileSource,
  syncFileSources,
} from '../face';
import { adoptNew } from './descriptor';
import { requestOf } from './device-request';
import { callError, libc } from './libc';
import { openVgem, type VgemCard } from './vgem';

/** In debugfs on kernels of today, a device file on those of Android. */
const swSyncPaths = ['/sys/kernel/debug/sync/sw_sync', '/dev/sw_sync'];
const oCloexec = 0o2000000;
const eNodev = 19;
/** _IOWR('W', 0, struct sw_sync_create_fence_data). */
const swSyncIocCreateFence = 0xc0285700;
/** _IOW('W', 1, __u32). */
const swSyncIocInc = 0x40045701;
/** _IOWR('>', 3, struct sync_merge_data). */
const syncIocMerge = 0xc0303e03;

let available: readonly SyncFileSource[] | undefined;

/** The sources that gave this process a sync file when it first asked: vgem does from Linux 6.0 on. */
export function availableSyncFileSources(): readonly SyncFileSource[] {
  available ??= syncFileSources.filter(givesSyncFile);
  return available;
}

function givesSyncFile(source: SyncFileSource): boolean {
  try {
    const file = createSyncFile(source);
    file.handle.close();
    file.dispose();
    return true;
  } catch (error) {
    if (error instanceof OsCallError) return false;
    throw error;
  }
}

/** An unsignaled sync file. Throws OsCallError where the kernel has no such source or refuses. */
export function createSyncFile(source: SyncFileSource): SyncFileAtHand {
  return source === 'vgem' ? new VgemSyncFile() : new SwSyncFile();
}

/** A sync file that is signaled once both are: SYNC_IOC_MERGE; close-on-exec. Throws OsCallError. */
export function mergeSyncFiles(a: OsHandle, b: OsHandle): OsHandle {
  // struct sync_merge_data: char name[32], s32 fd2, s32 fence, u32 flags, u32 pad.
  const merge = Buffer.alloc(48);
  merge.write('merged', 0, 'latin1');
  merge.writeInt32LE(b.value, 32);
  requestOf(a.value, 'SYNC_IOC_MERGE', syncIocMerge, merge);
  return adoptNew(merge.readInt32LE(36));
}

/** What the sources have in common. */
abstract class SourcedSyncFile {
  /** Tells of the payload once `handle` is the driver's. */
  private readonly watch: OsHandle;

  protected constructor(
    readonly handle: OsHandle,
    /** What keeps the payload pending, and ends it when it is closed. */
    private readonly origin: OsHandle,
  ) {
    try {
      this.watch = handle.duplicate('F_DUPFD_CLOEXEC');
    } catch (error) {
      handle.close();
      throw error;
    }
  }

  isPending(): boolean {
    return this.watch.pollNow() === 'not-ready';
  }

  closeSource(): void {
    if (this.origin.state === 'open') this.origin.close();
  }

  dispose(): void {
    this.closeSource();
    if (this.watch.state === 'open') this.watch.close();
  }

  /** The number to signal through. */
  protected originValue(): number {
    if (this.origin.state !== 'open')
      throw new HandleUseError('a sync file was signaled whose source was closed before');
    return this.origin.value;
  }
}

class VgemSyncFile extends SourcedSyncFile implements SyncFileAtHand {
  private readonly card: VgemCard;
  private readonly fence: number;

  constructor() {
    const card = openVgem();
    const origin = adoptNew(card.descriptor);
    try {
      const { syncFile, fence } = card.createFence();
      super(adoptNew(syncFile), origin);
      this.card = card;
      this.fence = fence;
    } catch (error) {
      origin.close();
      throw error;
    }
  }

  signal(): boolean {
    this.originValue();
    return this.card.signal(this.fence);
  }

  fail(): void {
    throw new HandleUseError('a fence of vgem never ends in an error; sw_sync has those');
  }
}

class SwSyncFile extends SourcedSyncFile implements SyncFileAtHand {
  constructor() {
    const timeline = openTimeline();
    if (timeline === undefined) throw callError('open', swSyncPaths.join(' or '), eNodev);
    const origin = adoptNew(timeline);
    try {
      // struct sw_sync_create_fence_data: u32 value, char name[32], s32 fence.
      const create = Buffer.alloc(40);
      create.writeUInt32LE(1, 0);
      create.write('unsignaled', 4, 'latin1');
      requestOf(timeline, 'SW_SYNC_IOC_CREATE_FENCE', swSyncIocCreateFence, create);
      super(adoptNew(create.readInt32LE(36)), origin);
    } catch (error) {
      origin.close();
      throw error;
    }
  }

  signal(): boolean {
    const step = Buffer.alloc(4);
    step.writeUInt32LE(1, 0);
    const pending = this.isPending();
    requestOf(this.originValue(), 'SW_SYNC_IOC_INC', swSyncIocInc, step);
    return pending;
  }

  fail(): void {
    this.closeSource();
  }
}

function openTimeline(): number | undefined {
  for (const path of swSyncPaths) {
    const descriptor = libc().open(path, constants.O_RDWR | oCloexec, 0);
    if (descriptor !== -1) return descriptor;
  }
  return undefined;
}
