import { EncodingError } from './errors';
import type { Structures } from './generated/structure-types';
import { STRUCTURES } from './generated/structures';
import { inlineArray, isBytes, writeInlineBytes } from './inline-array';
import { type Extra, type MemberRow, type StructureLayout, structureLayout } from './layout';
import { mismatch, scalarCodec, store } from './scalar-codec';
import type { ScratchMemory } from './scratch-memory';
import { encodeBytes, encodeString, encodeStrings, encodeWideString, writeText } from './text-encoder';

/** A structure in a chain: its members without `sType` and `pNext`, tagged with its name. */
export type Chained<Name extends string> = Name extends keyof Structures
  ? { readonly struct: Name } & Omit<Structures[Name], 'sType' | 'pNext'>
  : never;

/** A `pNext` chain in order; null for none; a bigint for the address of a chain built by hand. */
export type Chain<Name extends string> = readonly Chained<Name>[] | bigint | null;

/** Writes values of one type into memory and knows how much room they take. */
export interface ElementWriter {
  readonly size: number;
  readonly align: number;
  /** @throws EncodingError when the value is not one of the type */
  write(
    scratch: ScratchMemory,
    view: DataView,
    at: number,
    value: unknown,
    place: string,
    index: number,
  ): void;
}

interface MemberPlan {
  readonly name: string;
  /** @param at where the structure begins @param owner the structure as the caller passed it */
  write(scratch: ScratchMemory, view: DataView, at: number, owner: Record<string, unknown>): void;
}

interface StructurePlan {
  readonly name: string;
  readonly layout: StructureLayout;
  readonly names: ReadonlySet<string>;
  readonly members: readonly MemberPlan[];
}

const plans = new Map<string, StructurePlan>();
const writers = new Map<string, ElementWriter>();

/**
 * Reserves room for a structure, its chain and everything that it points to, and writes them.
 * @returns its address, valid until the scratch memory is released
 * @throws EncodingError on a value that the structure cannot hold
 */
export function encodeStructure(scratch: ScratchMemory, name: string, value: unknown, place = name): bigint {
  const { size, align } = structureLayout(name);
  const at = scratch.reserve(size, align);
  const { view } = scratch;
  const address = scratch.addressOf(at);
  writeStructureAt(scratch, view, at, name, value, place);
  return address;
}

/**
 * Writes a structure into zeroed memory that was reserved for it.
 * @throws EncodingError on a value that the structure cannot hold
 */
export function writeStructureAt(
  scratch: ScratchMemory,
  view: DataView,
  at: number,
  name: string,
  value: unknown,
  place: string,
): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw mismatch(value, `a ${name}`, place, -1);
  }
  const plan = structurePlan(name);
  const owner = value as Record<string, unknown>;
  for (const key in owner) {
    if (plan.names.has(key)) continue;
    if (key !== 'struct') throw new EncodingError(`${name}.${key}`, 'no such member');
    if (owner[key] !== name) throw mismatch(owner[key], `'${name}'`, `${place}.struct`, -1);
  }
  if (plan.layout.union === true) writeUnion(plan, scratch, view, at, owner, place);
  else for (const member of plan.members) member.write(scratch, view, at, owner);
}

/** Size and alignment of one element in bytes. */
export function elementExtent(type: string): { size: number; align: number } {
  const layout = STRUCTURES[type];
  if (layout !== undefined) return layout;
  const { size } = scalarCodec(type, true);
  return { size, align: size };
}

/**
 * The structures that may be chained to a structure.
 */
export function chainableTo(name: string): ReadonlySet<string> {
  let found = chainable.get(name);
  if (found === undefined) {
    found = new Set(Object.keys(STRUCTURES).filter((other) => STRUCTURES[other]?.extends?.includes(name)));
    chainable.set(name, found);
  }
  return found;
}
const chainable = new Map<string, ReadonlySet<string>>();

/** The writer of one element of a type. */
export function elementWriter(type: string, optional: boolean): ElementWriter {
  const key = optional ? `${type}?` : type;
  let writer = writers.get(key);
  if (writer === undefined) {
    writer = makeElementWriter(type, optional);
    writers.set(key, writer);
  }
  return writer;
}

function makeElementWriter(type: string, optional: boolean): ElementWriter {
  const layout = STRUCTURES[type];
  if (layout !== undefined) {
    return {
      size: layout.size,
      align: layout.align,
      write: (scratch, view, at, value, place, index) =>
        writeStructureAt(scratch, view, at, type, value, index < 0 ? place : `${place}[${index}]`),
    };
  }
  const codec = scalarCodec(type, optional);
  const { storage, size } = codec;
  return {
    size,
    align: size,
    write: (_scratch, view, at, value, place, index) =>
      store(view, at, storage, codec.convert(value, place, index)),
  };
}

function structurePlan(name: string): StructurePlan {
  const known = plans.get(name);
  if (known !== undefined) return known;
  const layout = structureLayout(name);
  const plan: StructurePlan = {
    name,
    layout,
    names: new Set(layout.members.map(([member]) => member)),
    members: layout.members.map((member) => memberPlan(name, layout, member)),
  };
  plans.set(name, plan);
  return plan;
}

function memberPlan(structure: string, layout: StructureLayout, member: MemberRow): MemberPlan {
  const [name, offset, form, type, extra = {}] = member;
  const place = `${structure}.${name}`;
  const plan = (write: MemberPlan['write']): MemberPlan => ({ name, write });
  const pointing = (put: (scratch: ScratchMemory, value: unknown) => bigint): MemberPlan =>
    plan((scratch, view, at, owner) => view.setBigUint64(at + offset, put(scratch, owner[name]), true));

  switch (form) {
    case 'sType': {
      const number = scalarCodec('VkStructureType', false).convert(layout.sType, place, -1) as number;
      return plan((_scratch, view, at, owner) => {
        const given = owner[name];
        if (given !== undefined && given !== layout.sType)
          throw mismatch(given, `${layout.sType}`, place, -1);
        view.setInt32(at + offset, number, true);
      });
    }
    case 'pNext':
      return pointing((scratch, value) => encodeChain(scratch, structure, value));
    case 'string':
      return pointing((scratch, value) => encodeString(scratch, value, extra.optional === true, place, -1));
    case 'wide':
      return pointing((scratch, value) => encodeWideString(scratch, value, extra.optional === true, place));
    case 'strings':
      return pointing((scratch, value) => encodeStrings(scratch, value, extra.optional === true, place));
    case 'bytes':
      return pointing((scratch, value) => encodeBytes(scratch, value, extra.optional === true, place));
    case 'array':
      if (extra.out === true) return pointing((_scratch, value) => address(value, place));
      return pointing((scratch, value) => encodeArray(scratch, type, value, extra.optional === true, place));
    case 'pointer':
      if (extra.out === true) return pointing((_scratch, value) => address(value, place));
      return pointing((scratch, value) => encodePointed(scratch, type, value, extra, place));
    case 'address':
      return pointing((_scratch, value) => address(value, place));
    case 'text':
      return plan((_scratch, view, at, owner) =>
        writeText(view, at + offset, owner[name], extra.count ?? 0, place),
      );
    case 'inline':
      return inlinePlan(plan, name, offset, type, extra, place);
    case 'value': {
      const counted = layout.members.filter(([, , , , other]) => other?.len === name);
      if (counted.length > 0) {
        const arrays = counted.map(([arrayName]) => arrayName);
        const codec = scalarCodec(type, false);
        return plan((_scratch, view, at, owner) =>
          store(
            view,
            at + offset,
            codec.storage,
            codec.convert(countOf(owner, name, arrays, structure), place, -1),
          ),
        );
      }
      const writer = elementWriter(type, extra.optional === true);
      return plan((scratch, view, at, owner) =>
        writer.write(scratch, view, at + offset, owner[name], place, -1),
      );
    }
  }
}

function inlinePlan(
  plan: (write: MemberPlan['write']) => MemberPlan,
  name: string,
  offset: number,
  type: string,
  { count = 0, len }: Extra,
  place: string,
): MemberPlan {
  if (isBytes(type)) {
    return plan((_scratch, view, at, owner) =>
      writeInlineBytes(view, at + offset, owner[name], count, place),
    );
  }
  const writer = elementWriter(type, true);
  return plan((scratch, view, at, owner) => {
    const values = inlineArray(owner[name], type, count, len === undefined, place);
    for (let index = 0; index < values.length; index++) {
      writer.write(scratch, view, at + offset + index * writer.size, values[index], place, index);
    }
  });
}

/** The count that goes with some arrays: their common length, or what the caller gave when all of them are null. */
function countOf(
  owner: Record<string, unknown>,
  name: string,
  arrays: readonly string[],
  structure: string,
): unknown {
  let count = owner[name];
  let from = name;
  for (const array of arrays) {
    const values = owner[array];
    if (!Array.isArray(values) && !(values instanceof Uint8Array)) continue;
    if (count !== undefined && Number(count) !== values.length) {
      throw new EncodingError(
        `${structure}.${array}`,
        `has ${values.length} elements, but ${from} says ${count}`,
      );
    }
    count = values.length;
    from = array;
  }
  return count ?? 0;
}

function writeUnion(
  plan: StructurePlan,
  scratch: ScratchMemory,
  view: DataView,
  at: number,
  owner: Record<string, unknown>,
  place: string,
): void {
  const given = plan.members.filter(({ name }) => owner[name] !== undefined);
  const [member] = given;
  if (member === undefined || given.length > 1) {
    throw new EncodingError(place, `${plan.name} takes exactly one of ${[...plan.names].join(', ')}`);
  }
  member.write(scratch, view, at, owner);
}

/** The address of a `pNext` chain, 0 for none. */
function encodeChain(scratch: ScratchMemory, root: string, value: unknown): bigint {
  if (value === undefined || value === null) return 0n;
  const place = `${root}.pNext`;
  if (typeof value === 'bigint') return address(value, place);
  if (!Array.isArray(value)) throw mismatch(value, 'an array of structures, an address or null', place, -1);
  const allowed = chainableTo(root);
  const seen = new Set<string>();
  let first = 0n;
  let previous: { view: DataView; at: number } | undefined;
  for (let index = 0; index < value.length; index++) {
    const link: unknown = value[index];
    const name =
      typeof link === 'object' && link !== null ? (link as { struct?: unknown }).struct : undefined;
    if (typeof name !== 'string') throw mismatch(link, "a structure with its name in 'struct'", place, index);
    if (!allowed.has(name))
      throw new EncodingError(`${place}[${index}]`, `${name} may not be chained to ${root}`);
    if (seen.has(name) && STRUCTURES[name]?.repeatable !== true) {
      throw new EncodingError(`${place}[${index}]`, `${name} stands in the chain twice`);
    }
    if ((link as { pNext?: unknown }).pNext !== undefined) {
      throw new EncodingError(`${name}.pNext`, `is set by its place in the chain of ${root}`);
    }
    seen.add(name);
    const { size, align } = structureLayout(name);
    const at = scratch.reserve(size, align);
    const { view } = scratch;
    const linkAddress = scratch.addressOf(at);
    if (previous === undefined) first = linkAddress;
    else previous.view.setBigUint64(previous.at + 8, linkAddress, true);
    writeStructureAt(scratch, view, at, name, link, `${place}[${index}]`);
    previous = { view, at };
  }
  return first;
}

/** An address given as a bigint, or 0 for null. */
function address(value: unknown, place: string): bigint {
  return scalarCodec('void*', true).convert(value, place, -1) as bigint;
}

/** Copies an array of scalars or structures into scratch memory; an empty one is a null pointer. */
export function encodeArray(
  scratch: ScratchMemory,
  type: string,
  value: unknown,
  optional: boolean,
  place: string,
): bigint {
  if (value === null && optional) return 0n;
  if (!Array.isArray(value) && !(isBytes(type) && value instanceof Uint8Array)) {
    throw mismatch(value, `an array of ${type}`, place, -1);
  }
  if (value.length === 0) return 0n;
  const writer = elementWriter(type, true);
  const at = scratch.reserve(value.length * writer.size, writer.align);
  const { view } = scratch;
  const start = scratch.addressOf(at);
  for (let index = 0; index < value.length; index++) {
    writer.write(scratch, view, at + index * writer.size, value[index], place, index);
  }
  return start;
}

/** Copies one scalar or structure into scratch memory. */
export function encodePointed(
  scratch: ScratchMemory,
  type: string,
  value: unknown,
  extra: Extra,
  place: string,
): bigint {
  if (value === null && extra.optional === true) return 0n;
  const writer = elementWriter(type, extra.optional === true);
  const at = scratch.reserve(writer.size, writer.align);
  const start = scratch.addressOf(at);
  writer.write(scratch, scratch.view, at, value, place, -1);
  return start;
}
