/** Memory that drivers share, seen through mmap(2); dma-bufs as <linux/dma-buf.h> asks. */
import { type MemoryObject, OsCallError, type OsHandle } from '../face';
import { check, libc } from './libc';
import { mapSharedMemory } from './memory';

/** _IOW('b', 0, struct dma_buf_sync), which is a u64 of flags. */
const dmaBufIoctlSync = 0x40086200;
const syncRead = 1;
const syncWrite = 2;
const syncEnd = 4;

/**
 * Maps all of an object; null where the kernel refuses, as it does for a dma-buf whose exporter knows no mapping. The
 * handle must stay open: accesses to a dma-buf are announced through it.
 */
export function mapMemoryObject(handle: OsHandle, size: number): MemoryObject | null {
  try {
    const { buffer, unmap } = mapSharedMemory(handle, size);
    const object = new MappedObject(handle, new Uint8Array(buffer));
    unreachable.register(object, unmap);
    return object;
  } catch (error) {
    if (error instanceof OsCallError) return null;
    throw error;
  }
}

const unreachable = new FinalizationRegistry<() => void>((unmap) => unmap());

class MappedObject implements MemoryObject {
  constructor(
    private readonly handle: OsHandle,
    private readonly bytes: Uint8Array,
  ) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Uint8Array {
    return this.during(syncRead, () => this.bytes.slice(offset, offset + length));
  }

  write(offset: number, bytes: Uint8Array): void {
    this.during(syncWrite, () => this.bytes.set(bytes, offset));
  }

  private during<T>(direction: number, access: () => T): T {
    if (this.handle.kind() !== 'dma-buf') return access();
    announce(this.handle, direction);
    try {
      return access();
    } finally {
      announce(this.handle, direction | syncEnd);
    }
  }
}

/**
 * Announces an access to a dma-buf and its end, touching nothing.
 * @throws OsCallError where the kernel refuses, as it does for what is no dma-buf
 */
export function announceAccess(handle: OsHandle): void {
  announce(handle, syncRead | syncWrite);
  announce(handle, syncRead | syncWrite | syncEnd);
}

function announce({ value }: OsHandle, flags: number): void {
  const request = Buffer.alloc(8);
  request.writeBigUInt64LE(BigInt(flags));
  check('ioctl DMA_BUF_IOCTL_SYNC', libc().ioctl(value, dmaBufIoctlSync, request), `descriptor ${value}`);
}
