/** Names of objects of the kernel, and opening what has one. */
import type { NamedKind, NameSpace, OsHandle } from '../face';
import { adoptNew } from './handle';
import { callError, kernel } from './kernel';

const errorFileNotFound = 2;
const calls = { event: 'OpenEventW', semaphore: 'OpenSemaphoreW', section: 'OpenFileMappingW' } as const;
let made = 0;

/** A name that no other object of this machine has, in a namespace. */
export function uniqueName(space: NameSpace, purpose: string): string {
  made += 1;
  return `${space}\\vkextern-${purpose}-${process.pid}-${Date.now().toString(36)}-${made}`;
}

/**
 * Opens an object by its name, with those rights; null where nothing has that name. Throws OsCallError where it may not be
 * opened, or is of another kind.
 */
export function openNamed(kind: NamedKind, name: string, access: number): OsHandle | null {
  const { OpenEventW, OpenSemaphoreW, OpenFileMappingW } = kernel();
  const open = { event: OpenEventW, semaphore: OpenSemaphoreW, section: OpenFileMappingW }[kind];
  const opened = open(access, 0, name);
  if (opened !== 0) return adoptNew(opened);
  const error = kernel().GetLastError();
  if (error === errorFileNotFound) return null;
  throw callError(calls[kind], name, error);
}
