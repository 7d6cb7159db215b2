/** What a handle refers to, from NtQueryObject. */
import type { HandleIdentity, HandleKind } from '../face';
import { kernel, stableMemory } from './kernel';

const basicInformation = 0;
const nameInformation = 1;
const typeInformation = 2;
const informationSize = 4096;

/** Types of the object manager, as `HandleIdentity` names them. */
const kinds: Readonly<Record<string, HandleKind>> = {
  Event: 'event',
  Semaphore: 'semaphore',
  Mutant: 'mutex',
  Section: 'section',
  File: 'file',
  Process: 'process',
  Thread: 'thread',
  Key: 'registry-key',
  Timer: 'timer',
  Directory: 'directory',
  Token: 'token',
  Job: 'job',
  IoCompletion: 'completion-port',
  DxgkSharedResource: 'dxgk-resource',
  DxgkSharedSyncObject: 'dxgk-sync-object',
  DxgkSharedKeyedMutexObject: 'dxgk-keyed-mutex',
  DxgkSharedBundleObject: 'dxgk-bundle',
};

let memory: ReturnType<typeof stableMemory> | undefined;

function information(handle: number, what: number): Buffer | null {
  memory ??= stableMemory(informationSize);
  const status = kernel().NtQueryObject(handle, what, memory.address, informationSize, null);
  return status < 0 ? null : memory.bytes;
}

/** A UNICODE_STRING at the start of the information, which points into it. */
function unicodeString(bytes: Buffer, address: bigint): string {
  const length = bytes.readUInt16LE(0);
  const at = Number(bytes.readBigUInt64LE(8) - address);
  if (length === 0 || at < 0 || at + length > bytes.length) return '';
  return bytes.toString('utf16le', at, at + length);
}

/** The type of a handle's object as the object manager spells it, such as `Event`; null where the handle is not open. */
export function objectType(handle: number): string | null {
  const bytes = information(handle, typeInformation);
  return bytes === null || memory === undefined ? null : unicodeString(bytes, memory.address);
}

/**
 * The name of a handle's object in the object manager's namespace, such as
 * `\Sessions\1\BaseNamedObjects\payload`; empty where it has none, null where the handle is not open.
 */
export function objectName(handle: number): string | null {
  // The name of a pipe is asked of its file system, which may wait for whoever reads from it.
  if (objectType(handle) === 'File') return '';
  const bytes = information(handle, nameInformation);
  return bytes === null || memory === undefined ? null : unicodeString(bytes, memory.address);
}

/** The rights that a handle was granted (ACCESS_MASK); null where it is not open. */
export function grantedAccess(handle: number): number | null {
  return basicOf(handle)?.readUInt32LE(4) ?? null;
}

/** How many handles there are of a handle's object, in all processes; null where it is not open. */
export function handleCountOf(handle: number): number | null {
  return basicOf(handle)?.readUInt32LE(8) ?? null;
}

/** PUBLIC_OBJECT_BASIC_INFORMATION, with nothing behind it: some systems take no larger size. */
function basicOf(handle: number): Buffer | null {
  memory ??= stableMemory(informationSize);
  const status = kernel().NtQueryObject(handle, basicInformation, memory.address, 56, null);
  return status < 0 ? null : memory.bytes;
}

/** What a handle refers to now; null where it is not open. */
export function readIdentity(handle: number): HandleIdentity | null {
  const type = objectType(handle);
  if (type === null) return null;
  const name = objectName(handle) ?? '';
  return {
    kind: kinds[type] ?? 'other',
    // Two objects without a name look alike: whether they are one is for refersToSameAs to say, while both are open.
    object: name === '' ? type : `${type} ${name}`,
    unique: name !== '',
    link: name === '' ? `unnamed ${type}` : name,
  };
}
