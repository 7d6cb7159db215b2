/** OsHandles on Linux, with what descriptors have beyond it. */
import { HandleUseError, type PosixHandles } from '../face';
import { compareSnapshots } from '../ledger-difference';
import { adopt, ownedHandles } from './descriptor';
import { createChannelPair, openChannel } from './descriptor-channel';
import { takeSnapshot } from './descriptor-ledger';
import { descriptorLimit } from './descriptor-limit';
import { passageToChild, passageToItself, passageToParent } from './descriptor-passage';
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

function ofWindows(what: string): () => never {
  return () => {
    throw new HandleUseError(`${what}: there is no such thing here, on Windows alone.`);
  };
}

export const posixHandles: PosixHandles = {
  platform: 'posix',
  adopt,
  inherited: adopt,
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
  handleCount: () => takeSnapshot().size,
  openHandles: ofWindows('a list of handles by type'),
  passageToChild,
  passageToParent,
  passageToItself,
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
  securityAttributes: ofWindows('a security descriptor'),
  allocatePages: ofWindows('VirtualAlloc'),
  securityOf: ofWindows('a security descriptor'),
  adoptGlobal: ofWindows('a global handle'),
  uniqueName: ofWindows('a name of an object'),
  isNameTaken: ofWindows('a name of an object'),
  objectNameOf: ofWindows('a name of an object'),
  openNamed: ofWindows('a name of an object'),
  displayAdapters: () => [],
  displayAdapterOf: () => null,
  createTexture: ofWindows('a texture of Direct3D'),
  createFence: ofWindows('a fence of Direct3D'),
  direct3dObjects: ofWindows('Direct3D'),
};
