/** Dma-bufs that the kernel makes for anybody: <linux/udmabuf.h>, <linux/dma-heap.h>, and those of vgem. */
import { accessSync, constants } from 'node:fs';
import { type DmaBufProducer, OsCallError, type OsHandle } from '../face';
import { adoptNew } from './descriptor';
import { requestOf } from './device-request';
import { attachSyncFile, fencesOf } from './implicit-fences';
import { callError, check, libc } from './libc';
import { openVgem, VgemCard } from './vgem';

const udmabufDevice = '/dev/udmabuf';
const systemHeap = '/dev/dma_heap/system';
/** _IOW('u', 0x42, struct udmabuf_create). */
const udmabufCreate = 0x40187542;
const udmabufCloexec = 1;
/** _IOWR('H', 0, struct dma_heap_allocation_data). */
const dmaHeapAllocate = 0xc0184800;
const oCloexec = 0o2000000;
const mfdCloexec = 1;
const mfdAllowSealing = 2;
const fAddSeals = 1033;
const sealShrink = 2;
const sealGrow = 4;
/** Whole pages, of whichever size. */
const triedBytes = 65_536;

/** The producers whose device files may be opened; a memfd can always be had. */
export function availableDmaBufProducers(): readonly DmaBufProducer[] {
  const found: DmaBufProducer[] = ['memfd'];
  if (mayOpen(udmabufDevice)) found.push('udmabuf');
  if (mayOpen(systemHeap)) found.push('dma-heap');
  const card = VgemCard.open();
  if (card !== undefined) {
    libc().close(card.descriptor);
    found.push('vgem');
  }
  return found;
}

let fencesKnown: boolean | undefined;

/**
 * Whether the kernel gives the fences of a dma-buf as a sync file, and takes one back, as it does from Linux 6.0 on;
 * tried once, on a dma-buf of the first producer that makes one of the kernel's. False where none does.
 */
export function dmaBufsGiveFences(): boolean {
  fencesKnown ??= tryFences();
  return fencesKnown;
}

function tryFences(): boolean {
  const producer = availableDmaBufProducers().find((one) => one !== 'memfd');
  if (producer === undefined) return false;
  const handles: OsHandle[] = [];
  try {
    const dmaBuf = createDmaBuf(producer, triedBytes);
    handles.push(dmaBuf);
    const fences = fencesOf(dmaBuf);
    handles.push(fences);
    attachSyncFile(dmaBuf, fences);
    return true;
  } catch (error) {
    if (error instanceof OsCallError) return false;
    throw error;
  } finally {
    for (const handle of handles) handle.close();
  }
}

/** Throws OsCallError where the kernel refuses. */
export function createDmaBuf(producer: DmaBufProducer, size: number): OsHandle {
  return adoptNew(producer === 'memfd' ? sealedPages(size, sealGrow) : allocateDmaBuf(producer, size));
}

/** Those of the producers that make dma-bufs of the kernel. */
export type AllocatingProducer = Exclude<DmaBufProducer, 'memfd'>;

/**
 * A dma-buf that belongs to nobody yet, zeroed, close-on-exec; size in bytes, of whole pages.
 * @returns its number
 * @throws OsCallError where the kernel refuses
 */
export function allocateDmaBuf(producer: AllocatingProducer, size: number): number {
  switch (producer) {
    case 'udmabuf':
      return fromPages(size);
    case 'dma-heap':
      return fromHeap(size);
    case 'vgem':
      return fromVgem(size);
  }
}

/** A memfd that can't shrink, as udmabuf wants it; a stand-in for a dma-buf can't grow either. */
function sealedPages(size: number, furtherSeals = 0): number {
  const { memfd_create, ftruncate, fcntl, close } = libc();
  const pages = check('memfd_create', memfd_create('dma-buf', mfdCloexec | mfdAllowSealing));
  try {
    check('ftruncate', ftruncate(pages, size), `${size} bytes`);
    check('fcntl F_ADD_SEALS', fcntl(pages, fAddSeals, sealShrink | furtherSeals));
    return pages;
  } catch (error) {
    close(pages);
    throw error;
  }
}

function fromPages(size: number): number {
  const pages = sealedPages(size);
  try {
    // struct udmabuf_create: u32 memfd, u32 flags, u64 offset, u64 size.
    const request = Buffer.alloc(24);
    request.writeUInt32LE(pages, 0);
    request.writeUInt32LE(udmabufCloexec, 4);
    request.writeBigUInt64LE(BigInt(size), 16);
    return asking(udmabufDevice, (device) => requestOf(device, 'UDMABUF_CREATE', udmabufCreate, request));
  } finally {
    libc().close(pages);
  }
}

function fromHeap(size: number): number {
  // struct dma_heap_allocation_data: u64 len, u32 fd, u32 fd_flags, u64 heap_flags.
  const request = Buffer.alloc(24);
  request.writeBigUInt64LE(BigInt(size), 0);
  request.writeUInt32LE(constants.O_RDWR | oCloexec, 12);
  asking(systemHeap, (device) => requestOf(device, 'DMA_HEAP_IOCTL_ALLOC', dmaHeapAllocate, request));
  return request.readUInt32LE(8);
}

/** Pixels of four bytes in a row, which are a page. */
const pageOfPixels = 1024;

function fromVgem(size: number): number {
  const card = openVgem();
  try {
    return card.createDmaBuf(pageOfPixels, Math.ceil(size / (4 * pageOfPixels))).descriptor;
  } finally {
    libc().close(card.descriptor);
  }
}

function asking(path: string, request: (device: number) => number): number {
  const device = libc().open(path, constants.O_RDWR | oCloexec, 0);
  if (device === -1) throw callError('open', path);
  try {
    return request(device);
  } finally {
    libc().close(device);
  }
}

function mayOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
