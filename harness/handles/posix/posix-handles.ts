/** OsHandles on Linux. */
import type { OsHandles } from '../face';
import { adopt, ownedHandles } from './descriptor';
import { createChannelPair, openChannel } from './descriptor-channel';
import { compareSnapshots, takeSnapshot } from './descriptor-ledger';
import { descriptorLimit } from './descriptor-limit';
import { availableDmaBufProducers, createDmaBuf, dmaBufsGiveFences } from './dma-buf';
import { seenAfterExec } from './exec-visibility';
import { makeForeign } from './foreign';
import { attachSyncFile, fencesOf } from './implicit-fences';
import { spawnInheriting, stdioInheriting } from './inheritance';
import { createEventDescriptor, createMemoryFile } from './kernel-objects';
import { mapSharedMemory, memoryRegion, pageSize } from './memory';
import { announceAccess, mapMemoryObject } from './memory-object';
import { dieWithParent } from './process-lifetime';
import { availableSyncFileSources, createSyncFile, mergeSyncFiles } from './sync-file-source';

export const posixHandles: OsHandles = {
  adopt,
  owned: ownedHandles,
  createSharedMemory: (size, name) => createMemoryFile(size, name),
  createEvent: createEventDescriptor,
  makeForeign,
  dmaBufProducers: availableDmaBufProducers,
  createDmaBuf,
  dmaBufsGiveFences,
  fencesOf,
  attachSyncFile,
  syncFileSources: availableSyncFileSources,
  createSyncFile,
  mergeSyncFiles,
  snapshot: takeSnapshot,
  difference: compareSnapshots,
  createChannelPair,
  openChannel,
  spawnInheriting,
  stdioInheriting,
  seenAfterExec,
  limit: descriptorLimit,
  dieWithParent,
  mapShared: mapSharedMemory,
  announceAccess,
  mapMemoryObject,
  pageSize,
  memoryRegion,
};
