/** OsHandles on Windows. What Windows has no counterpart of throws a HandleUseError that says so. */
import { HandleUseError, type OsHandles } from '../face';
import { compareSnapshots } from '../ledger-difference';
import { displayAdapterOf, displayAdapters } from './direct3d/dxgi';
import { createFence, createTexture, direct3dObjects } from './direct3d/objects';
import { makeForeign } from './foreign';
import { adoptGlobal } from './global-handle';
import { adopt, adoptNew, ownedHandles } from './handle';
import { seenByChild } from './inheritance';
import { kernel } from './kernel';
import { createEvent, createSection } from './kernel-objects';
import { handleCount, openHandles, takeSnapshot } from './ledger';
import { allocatePages, mapMemoryObject, mapSharedMemory, memoryRegion, pageSize } from './memory';
import { isNameTaken, objectNameOf, openNamed, uniqueName } from './names';
import { passageToChild, passageToParent } from './passage';
import { dieWithParent } from './process-lifetime';
import { securityAttributes, securityOf } from './security';

function ofPosix(what: string): () => never {
  return () => {
    throw new HandleUseError(`${what}: there is no such thing on Windows.`);
  };
}

export const win32Handles: OsHandles = {
  platform: 'win32',
  adopt,
  inherited: (slot) => adoptNew(kernel().uv_get_osfhandle(slot)),
  owned: ownedHandles,
  createSharedMemory: (size, name) => createSection(size, name),
  createEvent: (name) => createEvent(name),
  makeForeign,
  dmaBufProducers: () => [],
  createDmaBuf: ofPosix('a dma-buf'),
  dmaBufsGiveFences: () => false,
  fencesOf: ofPosix('a dma-buf'),
  attachSyncFile: ofPosix('a dma-buf'),
  syncFileSources: () => [],
  createSyncFile: ofPosix('a sync file'),
  mergeSyncFiles: ofPosix('a sync file'),
  snapshot: takeSnapshot,
  difference: compareSnapshots,
  handleCount,
  openHandles,
  passageToChild,
  passageToParent: (_slot, parent) => passageToParent(parent),
  passageToItself: ofPosix('a descriptor sent to its own process'),
  seenAfterExec: (values = []) => seenByChild(values),
  limit: {
    get: ofPosix('a limit on descriptors'),
    set: ofPosix('a limit on descriptors'),
    leaving: ofPosix('a limit on descriptors'),
    during: ofPosix('a limit on descriptors'),
  },
  dieWithParent,
  mapShared: mapSharedMemory,
  allocatePages,
  announceAccess: ofPosix('DMA_BUF_IOCTL_SYNC'),
  mapMemoryObject,
  pageSize,
  memoryRegion,
  securityAttributes,
  securityOf,
  adoptGlobal,
  uniqueName,
  isNameTaken,
  objectNameOf,
  displayAdapters,
  displayAdapterOf,
  createTexture,
  createFence,
  direct3dObjects,
  openNamed,
};
