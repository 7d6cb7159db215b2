import { EncodingError } from './errors';
import { mismatch } from './scalar-codec';
import type { ScratchMemory } from './scratch-memory';

const utf8 = new TextEncoder();

/** Copies NUL-terminated UTF-8 text into scratch memory. */
export function encodeString(
  scratch: ScratchMemory,
  value: unknown,
  optional: boolean,
  place: string,
  index: number,
): bigint {
  if (value === null && optional) return 0n;
  if (typeof value !== 'string')
    throw mismatch(value, optional ? 'a string or null' : 'a string', place, index);
  if (value.includes('\0')) throw new EncodingError(place, 'holds a NUL character');
  const at = scratch.reserve(value.length * 3 + 1, 1);
  utf8.encodeInto(value, scratch.bytes.subarray(at, at + value.length * 3));
  return scratch.addressOf(at);
}

/** Copies NUL-terminated UTF-16 text into scratch memory. */
export function encodeWideString(
  scratch: ScratchMemory,
  value: unknown,
  optional: boolean,
  place: string,
): bigint {
  if (value === null && optional) return 0n;
  if (typeof value !== 'string') throw mismatch(value, optional ? 'a string or null' : 'a string', place, -1);
  if (value.includes('\0')) throw new EncodingError(place, 'holds a NUL character');
  const at = scratch.reserve(value.length * 2 + 2, 2);
  for (let index = 0; index < value.length; index++) {
    scratch.view.setUint16(at + index * 2, value.charCodeAt(index), true);
  }
  return scratch.addressOf(at);
}

/** Copies strings and an array of pointers to them into scratch memory. */
export function encodeStrings(
  scratch: ScratchMemory,
  value: unknown,
  optional: boolean,
  place: string,
): bigint {
  if (value === null && optional) return 0n;
  if (!Array.isArray(value)) throw mismatch(value, 'an array of strings', place, -1);
  if (value.length === 0) return 0n;
  const at = scratch.reserve(value.length * 8, 8);
  const { view } = scratch;
  const start = scratch.addressOf(at);
  for (let index = 0; index < value.length; index++) {
    view.setBigUint64(at + index * 8, encodeString(scratch, value[index], false, place, index), true);
  }
  return start;
}

/** Copies bytes into scratch memory. */
export function encodeBytes(
  scratch: ScratchMemory,
  value: unknown,
  optional: boolean,
  place: string,
): bigint {
  if (value === null && optional) return 0n;
  if (!(value instanceof Uint8Array)) throw mismatch(value, 'a Uint8Array', place, -1);
  const at = scratch.reserve(value.length, 16);
  scratch.bytes.set(value, at);
  return scratch.addressOf(at);
}

/** Writes text into an inline `char` array and fills the rest of it with NULs. */
export function writeText(view: DataView, at: number, value: unknown, count: number, place: string): void {
  if (typeof value !== 'string') throw mismatch(value, 'a string', place, -1);
  if (value.includes('\0')) throw new EncodingError(place, 'holds a NUL character');
  const bytes = utf8.encode(value);
  if (bytes.length >= count) {
    throw new EncodingError(place, `takes ${bytes.length} bytes and a NUL, and has room for ${count}`);
  }
  const room = new Uint8Array(view.buffer, view.byteOffset + at, count);
  room.fill(0);
  room.set(bytes);
}
