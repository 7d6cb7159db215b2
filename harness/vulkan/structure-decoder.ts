import { CorruptedOutput } from './errors';
import type { DecodedStructures } from './generated/decoded-types';
import { STRUCTURES } from './generated/structures';
import { type Extra, type MemberRow, structureLayout } from './layout';
import { scalarCodec } from './scalar-codec';
import type { NativeMemory } from './scratch-memory';
import { elementExtent } from './structure-encoder';

/** How a structure is decoded. */
export interface Decoding {
  /** Finds the memory that pointer members point to. */
  readonly memory: NativeMemory;
  /** The byte that the memory was filled with before the call. */
  readonly sentinel?: number;
  /** Receives `Structure.member` of each member that still holds the sentinel. */
  readonly unwritten?: string[];
  /** How many elements the arrays that an output structure points to have room for. */
  readonly capacity?: number;
}

type Values = Record<string, unknown>;

const LONGEST_TEXT = 4096;
const text = new TextDecoder('utf-8');
const wideText = new TextDecoder('utf-16le');

/**
 * Decodes a structure; `sType` and `pNext` are left out.
 * @throws CorruptedOutput on a value that its type does not allow: a VkBool32 that is neither 0 nor 1, a
 *   count beyond its array, text without its NUL
 */
export function decodeStructureAt<Name extends keyof DecodedStructures>(
  decoding: Decoding,
  view: DataView,
  at: number,
  name: Name,
): DecodedStructures[Name];
export function decodeStructureAt(decoding: Decoding, view: DataView, at: number, name: string): Values;
export function decodeStructureAt(decoding: Decoding, view: DataView, at: number, name: string): Values {
  const { members } = structureLayout(name);
  const decoded: Values = {};
  for (const member of members) {
    const [key, offset, form] = member;
    if (form === 'sType' || form === 'pNext') continue;
    if (decoding.sentinel !== undefined && isUnwritten(decoding.sentinel, view, at + offset, member)) {
      decoding.unwritten?.push(`${name}.${key}`);
      continue;
    }
    decoded[key] = decodeMember(decoding, view, at, name, member);
  }
  return decoded;
}

/**
 * Decodes one scalar or structure.
 * @throws CorruptedOutput on a value that its type does not allow
 */
export function decodeElement(
  decoding: Decoding,
  view: DataView,
  at: number,
  type: string,
  place: string,
): unknown {
  return STRUCTURES[type] === undefined
    ? scalarCodec(type, true).read(view, at, place)
    : decodeStructureAt(decoding, view, at, type);
}

/** Bytes that a member occupies in its structure. */
function memberSize([, , form, type, extra]: MemberRow): number {
  if (form === 'value') return elementExtent(type).size;
  if (form === 'text') return extra?.count ?? 0;
  if (form === 'inline') return elementExtent(type).size * (extra?.count ?? 0);
  return form === 'sType' ? 4 : 8;
}

function isUnwritten(sentinel: number, view: DataView, at: number, member: MemberRow): boolean {
  const size = memberSize(member);
  for (let index = 0; index < size; index++) if (view.getUint8(at + index) !== sentinel) return false;
  return true;
}

function decodeMember(
  decoding: Decoding,
  view: DataView,
  at: number,
  name: string,
  member: MemberRow,
): unknown {
  const [key, offset, form, type, extra = {}] = member;
  const place = `${name}.${key}`;
  const here = at + offset;
  switch (form) {
    case 'value':
      return decodeElement(decoding, view, here, type, place);
    case 'text':
      return decodeText(view, here, extra.count ?? 0, place);
    case 'inline':
      return decodeInline(decoding, view, at, name, member, extra);
    case 'address':
      return view.getBigUint64(here, true);
    default:
      return decodePointed(decoding, view, at, name, member, extra);
  }
}

function decodeInline(
  decoding: Decoding,
  view: DataView,
  at: number,
  name: string,
  [key, offset, , type, extra = {}]: MemberRow,
  { count = 0 }: Extra,
): unknown {
  const place = `${name}.${key}`;
  if (type === 'uint8_t') return copyBytes(view, at + offset, count);
  const used = extra.len === undefined ? count : countMember(view, at, name, extra.len);
  if (used > count) {
    if (decoding.sentinel !== undefined) return undefined;
    throw new CorruptedOutput(place, `${extra.len} is ${used}, and the array has room for ${count}`);
  }
  return decodeElements(decoding, view, at + offset, type, used, place);
}

function decodePointed(
  decoding: Decoding,
  view: DataView,
  at: number,
  name: string,
  [key, offset, form, type]: MemberRow,
  extra: Extra,
): unknown {
  const address = view.getBigUint64(at + offset, true);
  if (address === 0n) return null;
  const place = `${name}.${key}`;
  if (form === 'string') return readString(decoding.memory, address);
  if (form === 'wide') return readWideString(decoding.memory, address);
  if (form === 'pointer') {
    const block = decoding.memory.at(address, elementExtent(type).size);
    return decodeElement(decoding, block.view, 0, type, place);
  }
  const count = extra.len === undefined ? 0 : countMember(view, at, name, extra.len);
  if (extra.out === true && decoding.capacity !== undefined && count > decoding.capacity) {
    throw new CorruptedOutput(
      place,
      `${extra.len} is ${count}, and the caller gave room for ${decoding.capacity}`,
    );
  }
  if (form === 'bytes') return copyBytes(decoding.memory.at(address, count).view, 0, count);
  if (form === 'strings') {
    const pointers = decoding.memory.at(address, count * 8).view;
    return Array.from({ length: count }, (_, index) =>
      readString(decoding.memory, pointers.getBigUint64(index * 8, true)),
    );
  }
  const block = decoding.memory.at(address, count * elementExtent(type).size);
  return type === 'uint8_t'
    ? copyBytes(block.view, 0, count)
    : decodeElements(decoding, block.view, 0, type, count, place);
}

/**
 * Decodes consecutive scalars or structures.
 * @throws CorruptedOutput on a value that its type does not allow
 */
export function decodeElements(
  decoding: Decoding,
  view: DataView,
  at: number,
  type: string,
  count: number,
  place: string,
): unknown[] {
  const { size } = elementExtent(type);
  const values: unknown[] = [];
  for (let index = 0; index < count; index++) {
    values.push(decodeElement(decoding, view, at + index * size, type, `${place}[${index}]`));
  }
  return values;
}

function countMember(view: DataView, at: number, name: string, len: string): number {
  const member = structureLayout(name).members.find(([key]) => key === len);
  if (member === undefined) throw new Error(`${name} has no member ${len}`);
  return Number(scalarCodec(member[3], false).read(view, at + member[1], `${name}.${len}`));
}

function copyBytes(view: DataView, at: number, count: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + at, count).slice();
}

function decodeText(view: DataView, at: number, count: number, place: string): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, count);
  const end = bytes.indexOf(0);
  if (end < 0) throw new CorruptedOutput(place, `no NUL within its ${count} bytes`);
  return text.decode(bytes.subarray(0, end));
}

/** Reads NUL-terminated UTF-8 text, at most 4096 bytes of it. */
export function readString(memory: NativeMemory, address: bigint): string {
  const bytes = terminated(memory, address, 1);
  return text.decode(bytes);
}

/** Reads NUL-terminated UTF-16 text, at most 4096 bytes of it. */
export function readWideString(memory: NativeMemory, address: bigint): string {
  return wideText.decode(terminated(memory, address, 2));
}

/** The bytes before the terminator, looked at in aligned steps so that no page beyond the text is touched. */
function terminated(memory: NativeMemory, address: bigint, width: 1 | 2): Uint8Array {
  const bytes: number[] = [];
  while (bytes.length < LONGEST_TEXT) {
    const from = address + BigInt(bytes.length);
    const step = 64 - Number(from % 64n);
    const block = memory.at(from, step).bytes;
    for (let index = 0; index + width <= step; index += width) {
      if (block[index] === 0 && (width === 1 || block[index + 1] === 0)) return Uint8Array.from(bytes);
      for (let part = 0; part < width; part++) bytes.push(block[index + part] ?? 0);
    }
  }
  throw new CorruptedOutput(`text at 0x${address.toString(16)}`, `no end within ${LONGEST_TEXT} bytes`);
}
