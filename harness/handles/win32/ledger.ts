/** The handles that the application answers for, and all that this process has open. */
import type { LedgerEntry, LedgerSnapshot, OpenHandle } from '../face';
import { callMemory, ownedHandles, thisProcess } from './handle';
import { objectType, readIdentity } from './handle-identity';
import { check, kernel, statusError } from './kernel';

const extendedHandleInformation = 64;
const lengthMismatch = 0xc0000004;
const entrySize = 40;

/**
 * The handles that the application owns and that are open. Runtime and driver open and close others of their own at
 * any time, which would tell nothing: `openHandles` has all of them.
 */
export function takeSnapshot(): LedgerSnapshot {
  const entries = new Map<number, LedgerEntry>();
  for (const { value } of ownedHandles()) {
    const identity = readIdentity(value);
    if (identity !== null)
      entries.set(value, { noun: 'handle', value, identity, closeOnExec: null, owner: 'application' });
  }
  return entries;
}

/** How many handles this process has open (GetProcessHandleCount). */
export function handleCount(): number {
  const { address, bytes } = callMemory();
  check('GetProcessHandleCount', kernel().GetProcessHandleCount(thisProcess, address));
  // No process has none: Wine 8 does not count.
  return bytes.readUInt32LE(0) || openHandles().length;
}

/** Every handle that this process has open, with its type and rights (NtQuerySystemInformation). */
export function openHandles(): readonly OpenHandle[] {
  let size = 1 << 20;
  for (;;) {
    const bytes = Buffer.alloc(size);
    const status = kernel().NtQuerySystemInformation(extendedHandleInformation, bytes, size, null);
    if (status >= 0) return entriesOf(bytes);
    if (status >>> 0 !== lengthMismatch || size > 1 << 28)
      throw statusError('NtQuerySystemInformation', status);
    size *= 4;
  }
}

/** SYSTEM_HANDLE_INFORMATION_EX: a count, a reserved word, then SYSTEM_HANDLE_TABLE_ENTRY_INFO_EX. */
function entriesOf(bytes: Buffer): readonly OpenHandle[] {
  const count = Number(bytes.readBigUInt64LE(0));
  const found: OpenHandle[] = [];
  for (let at = 16; at < 16 + count * entrySize; at += entrySize) {
    if (Number(bytes.readBigUInt64LE(at + 8)) !== process.pid) continue;
    const value = Number(bytes.readBigUInt64LE(at + 16));
    const type = objectType(value);
    if (type !== null) found.push({ value, type, access: bytes.readUInt32LE(at + 24) });
  }
  return found;
}
