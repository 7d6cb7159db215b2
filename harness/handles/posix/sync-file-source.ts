/** Sync files that the application signals itself: <linux/sync_file.h>. */
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
import { callError } from './libc';
import { advanceSwSyncTimeline, createSwSyncFile, openSwSyncTimeline, swSyncPaths } from './sw-sync';
import { openVgem, type VgemCard } from './vgem';

const eNodev = 19;
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
    const timeline = openSwSyncTimeline();
    if (timeline === undefined) throw callError('open', swSyncPaths.join(' or '), eNodev);
    const origin = adoptNew(timeline);
    try {
      super(adoptNew(createSwSyncFile(timeline, 'unsignaled')), origin);
    } catch (error) {
      origin.close();
      throw error;
    }
  }

  signal(): boolean {
    const pending = this.isPending();
    advanceSwSyncTimeline(this.originValue());
    return pending;
  }

  fail(): void {
    this.closeSource();
  }
}
