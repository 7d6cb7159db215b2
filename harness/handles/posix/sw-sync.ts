/** Timelines that this process signals itself: the kernel's drivers/dma-buf/sw_sync.c. */
import { constants } from 'node:fs';
import { requestOf } from './device-request';
import { libc } from './libc';

/** In debugfs on kernels of today, a device file on those of Android. */
export const swSyncPaths = ['/sys/kernel/debug/sync/sw_sync', '/dev/sw_sync'] as const;
const oCloexec = 0o2000000;
/** _IOWR('W', 0, struct sw_sync_create_fence_data). */
const swSyncIocCreateFence = 0xc0285700;
/** _IOW('W', 1, __u32). */
const swSyncIocInc = 0x40045701;

/** A new timeline, close-on-exec; undefined where this machine has none to give, or no descriptor is left. */
export function openSwSyncTimeline(): number | undefined {
  for (const path of swSyncPaths) {
    const descriptor = libc().open(path, constants.O_RDWR | oCloexec, 0);
    if (descriptor !== -1) return descriptor;
  }
  return undefined;
}

/** A sync file that is signaled once the timeline has been advanced; it ends in an error where the timeline is closed before. */
export function createSwSyncFile(timeline: number, name: string): number {
  // struct sw_sync_create_fence_data: u32 value, char name[32], s32 fence.
  const create = Buffer.alloc(40);
  create.writeUInt32LE(1, 0);
  create.write(name, 4, 'latin1');
  requestOf(timeline, 'SW_SYNC_IOC_CREATE_FENCE', swSyncIocCreateFence, create);
  return create.readInt32LE(36);
}

/** Signals the sync file of a timeline. */
export function advanceSwSyncTimeline(timeline: number): void {
  const step = Buffer.alloc(4);
  step.writeUInt32LE(1, 0);
  requestOf(timeline, 'SW_SYNC_IOC_INC', swSyncIocInc, step);
}
