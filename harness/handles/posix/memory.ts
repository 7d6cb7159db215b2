/** Mapped memory: mmap(2) and what /proc/self/maps (proc(5)) tells of it. */
import { readFileSync } from 'node:fs';
import { HandleUseError, type MemoryRegion, type OsHandle, type SharedMapping } from '../face';
import { callError, check, libc, viewMemory } from './libc';

const protRead = 1;
const protWrite = 2;
const mapShared = 0x01;
const mapPrivate = 0x02;
const mapFixed = 0x10;
const mapAnonymous = 0x20;

/** Node can't detach the buffer of foreign memory, so the addresses are freed when nobody can reach it any more. */
const unreachable = new FinalizationRegistry<{ address: bigint; size: number }>(({ address, size }) => {
  libc().munmap(address, size);
});

/** sysconf(_SC_PAGESIZE), in bytes. */
export function pageSize(): number {
  return libc().getpagesize();
}

/**
 * Maps the first `size` bytes with MAP_SHARED: writes are seen by every process that maps the object and stay in it
 * when this one dies. The handle may be closed afterwards. Throws OsCallError where it can't be mapped, HandleUseError
 * where it is shorter than `size`: touching what lies behind its end would be a SIGBUS.
 */
export function mapSharedMemory(handle: OsHandle, size: number): SharedMapping {
  const available = handle.size();
  if (available !== null && available < size) {
    throw new HandleUseError(`${handle} holds ${available} bytes; ${size} can't be mapped.`);
  }
  const result = libc().mmap(null, size, protRead | protWrite, mapShared, handle.value, 0);
  if (Number(result) === -1) throw callError('mmap', `${handle}, ${size} bytes`);
  const address = BigInt(result);
  const buffer = viewMemory(address, size);
  let mapped = true;
  const unmap = () => {
    if (!mapped) return;
    mapped = false;
    // Memory of no object takes its place in one step: a late access through `buffer` is no segfault.
    const flags = mapPrivate | mapFixed | mapAnonymous;
    check('mmap', Number(libc().mmap(address, size, protRead | protWrite, flags, -1, 0)), 'anonymous memory');
    unreachable.register(buffer, { address, size });
  };
  return { buffer, address, unmap };
}

const mapsLine = /^([0-9a-f]+)-([0-9a-f]+) (\S+) ([0-9a-f]+) ([0-9a-f]+):([0-9a-f]+) (\d+)\s*(.*)$/;

/** Parses one line of /proc/self/maps; null where it has another form. */
export function parseMapsLine(line: string): MemoryRegion | null {
  const match = mapsLine.exec(line);
  if (match === null) return null;
  const [, start, end, permissions, offset, major, minor, inode, path] = match as unknown as string[];
  return {
    start: BigInt(`0x${start}`),
    end: BigInt(`0x${end}`),
    permissions: permissions as string,
    offset: BigInt(`0x${offset}`),
    object: `${Number.parseInt(major as string, 16)}:${Number.parseInt(minor as string, 16)}/${inode}`,
    path: path as string,
  };
}

/** The mapping of this process that holds `address`, or null. */
export function memoryRegion(address: bigint): MemoryRegion | null {
  for (const line of readFileSync('/proc/self/maps', 'latin1').split('\n')) {
    const region = parseMapsLine(line);
    if (region !== null && region.start <= address && address < region.end) return region;
  }
  return null;
}
