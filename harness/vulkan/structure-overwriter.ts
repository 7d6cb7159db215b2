import { EncodingError } from './errors';
import { STRUCTURES } from './generated/structures';
import { inlineArray, isBytes, writeInlineBytes } from './inline-array';
import { type MemberRow, structureLayout } from './layout';
import { mismatch, scalarCodec, store } from './scalar-codec';
import { elementExtent } from './structure-encoder';
import { writeText } from './text-encoder';

/**
 * Overwrites some members of a structure that lies in memory already; `sType`, `pNext` and the members
 * that are not named stay as they are. Pointer members take addresses.
 * @throws EncodingError on a member that the structure lacks or a value that it cannot hold
 */
export function overwriteMembers(
  view: DataView,
  at: number,
  name: string,
  value: Record<string, unknown>,
): void {
  const { members } = structureLayout(name);
  for (const key of Object.keys(value)) {
    const member = members.find(([memberName]) => memberName === key);
    if (member === undefined) throw new EncodingError(`${name}.${key}`, 'no such member');
    overwriteMember(view, at, name, member, value[key]);
  }
}

function overwriteMember(view: DataView, at: number, name: string, member: MemberRow, value: unknown): void {
  const [key, offset, form, type, extra = {}] = member;
  const place = `${name}.${key}`;
  if (form === 'text') writeText(view, at + offset, value, extra.count ?? 0, place);
  else if (form === 'inline' && !isBytes(type)) {
    const { size } = elementExtent(type);
    const values = inlineArray(value, type, extra.count ?? 0, extra.len === undefined, place);
    for (let index = 0; index < values.length; index++) {
      overwriteElement(view, at + offset + index * size, type, values[index], place, index);
    }
  } else if (form === 'inline') writeInlineBytes(view, at + offset, value, extra.count ?? 0, place);
  else if (form === 'value') overwriteElement(view, at + offset, type, value, place, -1);
  else if (form === 'sType') throw new EncodingError(place, 'is written by the caller of a command alone');
  else store(view, at + offset, 'pointer', scalarCodec('void*', true).convert(value, place, -1));
}

/**
 * Overwrites one scalar or structure in memory.
 * @throws EncodingError when the value is not one of the type
 */
export function overwriteElement(
  view: DataView,
  at: number,
  type: string,
  value: unknown,
  place: string,
  index: number,
): void {
  if (STRUCTURES[type] !== undefined) {
    if (typeof value !== 'object' || value === null) throw mismatch(value, `a ${type}`, place, index);
    overwriteMembers(view, at, type, value as Record<string, unknown>);
    return;
  }
  const codec = scalarCodec(type, true);
  store(view, at, codec.storage, codec.convert(value, place, index));
}
