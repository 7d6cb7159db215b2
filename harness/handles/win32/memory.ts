/** Mapped memory: MapViewOfFile and what VirtualQuery tells of it. */
import {
  HandleUseError,
  type MemoryObject,
  type MemoryRegion,
  OsCallError,
  type OsHandle,
  type PrivatePages,
  type SharedMapping,
} from '../face';
import { callMemory } from './handle';
import { callError, check, kernel, viewMemory } from './kernel';

const pageReadWrite = 4;
/** FILE_MAP_READ | FILE_MAP_WRITE. */
const readWrite = 6;
const commitAndReserve = 0x3000;
const release = 0x8000;
const systemInfoSize = 48;

/** dwPageSize of SYSTEM_INFO, in bytes. */
export function pageSize(): number {
  const { address, bytes } = callMemory();
  kernel().GetSystemInfo(address);
  return bytes.subarray(0, systemInfoSize).readUInt32LE(4);
}

/** Node can't detach the buffer of foreign memory, so its place is kept until nobody can reach it any more. */
const unreachable = new FinalizationRegistry<bigint>((address) => {
  kernel().VirtualFree(address, 0, release);
});

/**
 * Maps the first `size` bytes of a file mapping, or of a file: writes are seen by every process that maps it. The handle
 * may be closed afterwards. Throws OsCallError where it can't be mapped, HandleUseError where it is shorter than `size`.
 */
export function mapShared(handle: OsHandle, size: number): SharedMapping {
  const available = handle.size();
  if (available !== null && available < size)
    throw new HandleUseError(`${handle} holds ${available} bytes; ${size} can't be mapped.`);
  const ofFile = handle.kind() === 'file' ? sectionOf(handle, size) : null;
  try {
    const mapped = kernel().MapViewOfFile(ofFile ?? handle.value, readWrite, 0, 0, size);
    const address = BigInt(check('MapViewOfFile', mapped, `${handle}, ${size} bytes`));
    return { buffer: viewMemory(address, size), address, unmap: () => {} };
  } finally {
    if (ofFile !== null) kernel().CloseHandle(ofFile);
  }
}

function sectionOf(file: OsHandle, size: number): number {
  const made = kernel().CreateFileMappingW(file.value, null, pageReadWrite, 0, size, null);
  return check('CreateFileMappingW', made, `${file}, ${size} bytes`);
}

/** As `mapShared`; after `unmap` the buffer is memory of no object, all zero. */
export function mapSharedMemory(handle: OsHandle, size: number): SharedMapping {
  const { buffer, address } = mapShared(handle, size);
  let mapped = true;
  const unmap = () => {
    if (!mapped) return;
    mapped = false;
    check('UnmapViewOfFile', kernel().UnmapViewOfFile(address));
    // A late access through `buffer` is no access violation. Another thread may take the place in between: then it
    // can't be had, which is told rather than left for such an access.
    check('VirtualAlloc', kernel().VirtualAlloc(address, size, commitAndReserve, pageReadWrite));
    unreachable.register(buffer, address);
  };
  return { buffer, address, unmap };
}

/** Zeroed pages of this process, which begin at a multiple of 64 KiB. Throws OsCallError. */
export function allocatePages(size: number): PrivatePages {
  const { VirtualAlloc, VirtualFree } = kernel();
  const made = VirtualAlloc(null, size, commitAndReserve, pageReadWrite);
  const address = BigInt(check('VirtualAlloc', made, `${size} bytes`));
  return {
    address,
    buffer: viewMemory(address, size),
    free: () => {
      check('VirtualFree', VirtualFree(address, 0, release));
    },
  };
}

/** Maps all of an object; null where the system refuses. */
export function mapMemoryObject(handle: OsHandle, size: number): MemoryObject | null {
  try {
    const { buffer } = mapSharedMemory(handle, size);
    const bytes = new Uint8Array(buffer);
    return {
      size: bytes.length,
      read: (offset, length) => bytes.slice(offset, offset + length),
      write: (offset, written) => bytes.set(written, offset),
    };
  } catch (error) {
    if (error instanceof OsCallError) return null;
    throw error;
  }
}

/** The region of this process's memory that holds `address`, as VirtualQuery tells it; null where it is free. */
export function memoryRegion(address: bigint): MemoryRegion | null {
  const { address: into, bytes } = callMemory();
  if (Number(kernel().VirtualQuery(address, into, 48)) === 0) throw callError('VirtualQuery');
  const state = bytes.readUInt32LE(32);
  if (state === 0x10000) return null;
  const start = bytes.readBigUInt64LE(0);
  const protection = bytes.readUInt32LE(36);
  const type = bytes.readUInt32LE(40);
  return {
    start,
    end: start + bytes.readBigUInt64LE(24),
    permissions: `0x${protection.toString(16)}`,
    offset: start - bytes.readBigUInt64LE(8),
    object: '0:0/0',
    path: { 131072: 'private', 262144: 'mapped', 16777216: 'image' }[type] ?? '',
  };
}
