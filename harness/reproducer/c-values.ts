import type { Traced } from '../hosts/call-trace';
import { enumerationName, flagNames } from '../vulkan/enumerations';
import { BITMASKS, ENUMERATIONS } from '../vulkan/generated/enumerations';
import { HANDLES } from '../vulkan/generated/handles';
import { STRUCTURES } from '../vulkan/generated/structures';
import type { StructureLayout } from '../vulkan/layout';
import { bytesOf, elementsOf, handleKeyOf, integerOf, membersOf } from './traced-value';
import { Uncovered } from './uncovered';

/** Finds the C variables that stand for what a process made. */
export interface Names {
  /** The variable of a Vulkan handle, by its key. @throws Uncovered where nothing made it */
  handle(key: string): string;
  /** The variable of a descriptor, or its number where it is none that the process made. */
  descriptor(value: number): string;
}

type Extra = {
  readonly count?: number;
  readonly len?: string;
  readonly optional?: true;
  readonly out?: true;
};

/** Text as a C string literal. */
export function cString(text: string): string {
  const escaped = text.replace(/[^\x20-\x7e]|["\\?]/g, (found) =>
    found === '"' || found === '\\' || found === '?'
      ? `\\${found}`
      : [...Buffer.from(found, 'utf8')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
  );
  return `"${escaped}"`;
}

/** Text that may stand in a C comment. */
export function cComment(text: string): string {
  return text
    .replace(/\*\//g, '* /')
    .replace(/\/\*/g, '/ *')
    .replace(/\?\?/g, '? ?')
    .replace(/\s*\n\s*/g, ' ');
}

/** An integer as C takes it for a type of 32 or 64 bits. */
function cInteger(value: bigint, type: string): string {
  const wide = /64|VkDeviceSize|VkDeviceAddress|size_t/.test(type);
  const text = value > 0xffffn || value < -0xffffn ? `0x${value.toString(16)}` : value.toString();
  if (!wide) return value < 0n ? value.toString() : `${text}${value > 0x7fffffffn ? 'u' : ''}`;
  if (/^int64/.test(type)) return `INT64_C(${value})`;
  return value > 0x7fffffffn ? `UINT64_C(${text})` : text;
}

/** A version of Vulkan. */
function cApiVersion(value: bigint): string {
  const [variant, major, minor] = [value >> 29n, (value >> 22n) & 0x7fn, (value >> 12n) & 0x3ffn];
  return `VK_MAKE_API_VERSION(${variant}, ${major}, ${minor}, ${value & 0xfffn})`;
}

const nanosecondsPerMillisecond = 1_000_000n;
const endless = (1n << 64n) - 1n;

/** Nanoseconds, as milliseconds where they are whole ones. */
function cNanoseconds(value: bigint): string {
  if (value === endless) return 'UINT64_MAX';
  if (value === 0n || value % nanosecondsPerMillisecond !== 0n) return cInteger(value, 'uint64_t');
  return `${value / nanosecondsPerMillisecond} * 1000000ull`;
}

/** A mask as C: the names of its bits where the registry has all of them, else a number. */
export function cFlags(type: string, value: bigint): string {
  const names = namesIn(type, value);
  if (names !== undefined && names.length > 0) return names.join(' | ');
  return cInteger(value, BITMASKS[type]?.width === 64 ? 'uint64_t' : 'uint32_t');
}

/** The names of what a value of flags or of an enumeration is made of; undefined where the registry lacks one. */
function namesIn(type: string, value: bigint): readonly string[] | undefined {
  const names = type in BITMASKS ? flagNames(type, value) : [enumerationName(type, Number(value))];
  return names.every((name) => /^VK_\w+$/.test(name)) ? names : undefined;
}

/** A value in place: of a scalar, an enumeration, flags, a handle or a structure. */
function cValue(names: Names, type: string, value: Traced | undefined, name: string, depth: number): string {
  if (STRUCTURES[type] !== undefined) return structureBody(names, type, value, depth);
  if (type in HANDLES) {
    const key = handleKeyOf(value);
    return key === undefined ? 'VK_NULL_HANDLE' : names.handle(key);
  }
  const parts = elementsOf(value);
  if (type in BITMASKS || (ENUMERATIONS[type]?.bits === true && parts !== undefined)) {
    if (parts !== undefined) return parts.length === 0 ? '0' : parts.join(' | ');
    return cFlags(type, integerOf(value) ?? 0n);
  }
  if (type in ENUMERATIONS) {
    if (typeof value === 'string') return value;
    const integer = integerOf(value) ?? 0n;
    const known = integer === 0n ? undefined : namesIn(type, integer)?.[0];
    return known ?? `(${type})${cInteger(integer, 'int32_t')}`;
  }
  if (type === 'VkBool32') return value === true || value === 1 ? 'VK_TRUE' : 'VK_FALSE';
  const integer = integerOf(value);
  if (type === 'float' || type === 'double') {
    if (typeof value !== 'number') throw new Uncovered(`a ${type} of another form`);
    const text = Number.isInteger(value) ? value.toFixed(1) : String(value);
    return type === 'float' ? `${text}f` : text;
  }
  if (type.endsWith('*') || type.startsWith('PFN_')) {
    if (value === null || value === undefined || integer === 0n) return 'NULL';
    throw new Uncovered(`an address of the process (${name})`);
  }
  if (integer === undefined) throw new Uncovered(`a value of type ${type} (${name})`);
  if (type === 'int' && name === 'fd') return names.descriptor(Number(integer));
  if (type === 'uint32_t' && name === 'apiVersion') return cApiVersion(integer);
  if (type === 'uint64_t' && name === 'timeout') return cNanoseconds(integer);
  return cInteger(integer, type);
}

function listOf(names: Names, type: string, values: readonly Traced[], name: string, depth: number): string {
  return `{ ${values.map((one) => cValue(names, type, one, name, depth)).join(', ')} }`;
}

/** What a pointer points to, as an expression of pointer type. */
function cPointed(
  names: Names,
  form: string,
  type: string,
  extra: Extra,
  value: Traced | undefined,
  name: string,
  depth: number,
): string {
  if (value === null || value === undefined) return 'NULL';
  if (extra.out === true) throw new Uncovered(`an output inside a structure (${name})`);
  switch (form) {
    case 'string':
      return cString(String(value));
    case 'strings': {
      const texts = elementsOf(value) ?? [];
      if (texts.length === 0) return 'NULL';
      return `(const char *const[]){ ${texts.map((text) => cString(String(text))).join(', ')} }`;
    }
    case 'pointer':
      return STRUCTURES[type] === undefined
        ? `&(${type}){ ${cValue(names, type, value, name, depth)} }`
        : `&(${type})${structureBody(names, type, value, depth)}`;
    case 'array': {
      const values = elementsOf(value) ?? [...(bytesOf(value) ?? [])];
      return values.length === 0 ? 'NULL' : `(const ${type}[])${listOf(names, type, values, name, depth)}`;
    }
    case 'address':
      if (integerOf(value) === 0n) return 'NULL';
      throw new Uncovered(
        name === 'pAllocator' ? 'allocation callbacks' : `an address of the process (${name})`,
      );
    default:
      throw new Uncovered(`a value of form ${form} (${name})`);
  }
}

function lengthOf(value: Traced | undefined): number | undefined {
  return elementsOf(value)?.length ?? bytesOf(value)?.length;
}

function chainOf(names: Names, links: Traced | undefined, depth: number): string {
  const [first, ...rest] = elementsOf(links) ?? [];
  if (links !== null && links !== undefined && elementsOf(links) === undefined)
    throw new Uncovered('a chain built by hand');
  if (first === undefined) return 'NULL';
  const { struct } = membersOf(first);
  if (typeof struct !== 'string') throw new Uncovered('a structure in a chain without its name');
  return `&(${struct})${structureBody(names, struct, { ...membersOf(first), pNext: rest }, depth)}`;
}

/** What a member is that an initializer does not name. */
const leftOut: ReadonlySet<string> = new Set(['0', 'VK_FALSE', 'VK_NULL_HANDLE', 'NULL']);

/** A structure with its chain and all that it points to, as an initializer in braces. */
function structureBody(names: Names, type: string, value: Traced | undefined, depth: number): string {
  const layout = STRUCTURES[type] as StructureLayout;
  const given = membersOf(value);
  const parts: string[] = [];
  const add = (name: string, text: string): void => {
    if (!leftOut.has(text) || layout.union === true) parts.push(`.${name} = ${text}`);
  };
  for (const [name, , form, memberType, extra = {}] of layout.members) {
    const member = given[name];
    if (layout.union === true && member === undefined) continue;
    if (form === 'sType') add(name, layout.sType as string);
    else if (form === 'pNext') {
      const chain = chainOf(names, member, depth + 1);
      if (chain !== 'NULL') add(name, chain);
    } else if (form === 'value') {
      const counted = layout.members.filter(([, , , , other]) => other?.len === name);
      const length = counted.map(([array]) => lengthOf(given[array])).find((one) => one !== undefined);
      add(
        name,
        counted.length > 0 && length !== undefined
          ? String(length)
          : cValue(names, memberType, member ?? (counted.length > 0 ? 0 : undefined), name, depth + 1),
      );
    } else if (form === 'inline') {
      const values = elementsOf(member) ?? [...(bytesOf(member) ?? [])];
      if (values.length > 0) add(name, listOf(names, memberType, values, name, depth + 1));
    } else if (form === 'text') throw new Uncovered(`text inside ${type}`);
    else {
      const pointed = cPointed(names, form, memberType, extra, member, name, depth + 1);
      if (pointed !== 'NULL') add(name, pointed);
    }
  }
  if (parts.length === 0) return '{ 0 }';
  const line = `{ ${parts.join(', ')} }`;
  if (line.length < 70 && !line.includes('\n')) return line;
  const indent = '    '.repeat(depth + 1);
  return `{\n${parts.map((part) => `${indent}    ${part},`).join('\n')}\n${indent}}`;
}

/** An argument of a command, by the form and type that the registry gives its parameter. */
export function cArgument(
  names: Names,
  form: string,
  type: string,
  extra: Extra,
  value: Traced | undefined,
  name: string,
): string {
  return form === 'value'
    ? cValue(names, type, value, name, 0)
    : cPointed(names, form, type, extra, value, name, 0);
}
