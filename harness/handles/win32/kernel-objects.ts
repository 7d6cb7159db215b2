/** Objects of the kernel that the harness makes for itself. */
import type { OsHandle } from '../face';
import { adoptNew } from './handle';
import { check, kernel } from './kernel';

const invalidHandle = -1;
const pageReadWrite = 4;

/** An unsignaled event that stays signaled until it is reset (manual reset). */
export function createEvent(name: string | null = null, attributes: bigint | null = null): OsHandle {
  return adoptNew(check('CreateEventW', kernel().CreateEventW(attributes, 1, 0, name), name ?? ''));
}

/** A semaphore of the kernel with the count 0. */
export function createSemaphore(name: string | null = null): OsHandle {
  return adoptNew(
    check('CreateSemaphoreW', kernel().CreateSemaphoreW(null, 0, 0x7fffffff, name), name ?? ''),
  );
}

/** A mutex that nobody holds. */
export function createMutex(): OsHandle {
  return adoptNew(check('CreateMutexW', kernel().CreateMutexW(null, 0, null)));
}

/** A file mapping of `size` bytes that no file backs, all zero. */
export function createSection(
  size: number,
  name: string | null = null,
  attributes: bigint | null = null,
): OsHandle {
  const high = Math.floor(size / 2 ** 32);
  const made = kernel().CreateFileMappingW(invalidHandle, attributes, pageReadWrite, high, size >>> 0, name);
  return adoptNew(check('CreateFileMappingW', made, `${size} bytes`));
}
