import { accessRights } from './access-rights';
import { enumerationName, flagNames } from './enumerations';
import { STRUCTURES } from './generated/structures';

/** How a value of a C type is spelled in a call's text, where that is not as any other. */
export type Spelling = (value: number | bigint) => string;

/** Spellings of some members of a structure, and of those of structures in it, by name. */
export type MemberSpellings = ReadonlyMap<string, Spelling | MemberSpellings>;

const hexadecimal: Spelling = (value) => `0x${value.toString(16)}`;

/** What is at an address that is passed to a driver, where that was told. */
const contents = new Map<bigint, string>();

/**
 * From now on the text of a call that is given security attributes at that address says what they are.
 * @returns what ends it: the memory is freed
 */
export function describeAttributes(address: bigint, text: string): () => void {
  contents.set(address, text);
  return () => contents.delete(address);
}

function attributes(value: number | bigint): string {
  const text = contents.get(BigInt(value));
  return text === undefined ? hexadecimal(value) : `${hexadecimal(value)} (${text})`;
}

/** The spelling of a type; undefined where it is as any other. */
export function spellingOf(type: string): Spelling | undefined {
  switch (type) {
    case 'HANDLE':
      return hexadecimal;
    case 'DWORD':
      return (value) => accessRights(Number(value));
    case 'SECURITY_ATTRIBUTES':
      return attributes;
  }
  if (!/^VkExternal(?:Fence|Semaphore|Memory)HandleTypeFlag/.test(type)) return undefined;
  if (type.includes('FlagBits')) {
    return (value) => (Number(value) === 0 ? '0' : enumerationName(type, value));
  }
  return (value) => (Number(value) === 0 ? '0' : `[${flagNames(type, value).join(', ')}]`);
}

const known = new Map<string, MemberSpellings | undefined>();

/** The spellings of a structure's members; undefined where all are as any other, or no structure is called so. */
export function memberSpellings(structure: string): MemberSpellings | undefined {
  if (known.has(structure)) return known.get(structure);
  known.set(structure, undefined); // for one that points to its own kind
  const spellings = new Map<string, Spelling | MemberSpellings>();
  for (const [name, , form, type] of STRUCTURES[structure]?.members ?? []) {
    if (form === 'pNext' || form === 'sType') continue;
    const spelling = spellingOf(type) ?? memberSpellings(type);
    if (spelling !== undefined) spellings.set(name, spelling);
  }
  const made = spellings.size === 0 ? undefined : spellings;
  known.set(structure, made);
  return made;
}
