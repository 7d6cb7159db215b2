/**
 * The soft RLIMIT_NOFILE (getrlimit(2)): one more than the greatest number a new descriptor may get. Open
 * descriptors above it stay as they are. Since the kernel gives out the lowest free number, a limit equal to that
 * number stops every further one (EMFILE), whatever holes lie above.
 */
import type { HandleLimit } from '../face';
import { openDescriptors, readingDescriptor } from './descriptor-identity';
import { check, libc, stableMemory } from './libc';

const rlimitNofile = 7;

let scratch: ReturnType<typeof stableMemory> | undefined;

/** struct rlimit: rlim_t rlim_cur, rlim_max; 64 bits each. */
function read() {
  scratch ??= stableMemory(16);
  check('getrlimit', libc().getrlimit(rlimitNofile, scratch.address), 'RLIMIT_NOFILE');
  return scratch;
}

function get() {
  const { bytes } = read();
  return { soft: Number(bytes.readBigUInt64LE(0)), hard: Number(bytes.readBigUInt64LE(8)) };
}

function set(soft: number): void {
  const { address, bytes } = read();
  bytes.writeBigUInt64LE(BigInt(soft), 0);
  check('setrlimit', libc().setrlimit(rlimitNofile, address), `RLIMIT_NOFILE ${soft}`);
}

/** Exactly `count` free numbers lie below the result. */
function leaving(count: number): number {
  const open = new Set(openDescriptors()).add(readingDescriptor());
  let free = 0;
  let limit = 0;
  while (open.has(limit) || free < count) {
    if (!open.has(limit)) free += 1;
    limit += 1;
  }
  return limit;
}

function during<T>(soft: number, action: () => T): T {
  const before = get().soft;
  set(soft);
  let result: T;
  try {
    result = action();
  } catch (error) {
    set(before);
    throw error;
  }
  if (result instanceof Promise) return result.finally(() => set(before)) as T;
  set(before);
  return result;
}

/** The limit of this process; holds for all its threads. */
export const descriptorLimit: HandleLimit = { get, set, leaving, during };
