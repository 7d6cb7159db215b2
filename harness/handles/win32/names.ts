/** Names of objects of the kernel, and opening what has one. */
import type { NamedKind, NameSpace, OsHandle } from '../face';
import { adoptNew } from './handle';
import { objectName } from './handle-identity';
import { callError, kernel } from './kernel';

const errorFileNotFound = 2;
const errorAccessDenied = 5;
const errorInvalidHandle = 6;
const errorAlreadyExists = 183;
const calls = { event: 'OpenEventW', semaphore: 'OpenSemaphoreW', section: 'OpenFileMappingW' } as const;
let made = 0;

/** A name that no other object of this machine has, in a namespace, whose prefix it has unless that is unsaid. */
export function uniqueName(space: NameSpace, purpose: string): string {
  made += 1;
  return `${space === 'unsaid' ? '' : `${space}\\`}vkextern-${purpose}-${process.pid}-${Date.now().toString(36)}-${made}`;
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

/**
 * Whether an object of whichever kind has that name: then no event of the name can be made. Throws OsCallError where the
 * name itself is refused.
 */
export function isNameTaken(name: string): boolean {
  const { CloseHandle, CreateEventW, GetLastError, SetLastError } = kernel();
  SetLastError(0);
  const made = CreateEventW(null, 1, 0, name);
  const error = GetLastError();
  if (made !== 0) {
    CloseHandle(made);
    return error === errorAlreadyExists;
  }
  // An object of another kind, and an event that this process may not open.
  if (error === errorInvalidHandle || error === errorAccessDenied) return true;
  throw callError('CreateEventW', name, error);
}

/** The name of a handle's object in the namespace of the kernel, empty where it has none. */
export function objectNameOf(handle: OsHandle): string {
  const name = objectName(handle.value);
  if (name === null) throw callError('NtQueryObject', `${handle}`, errorInvalidHandle);
  return name;
}
