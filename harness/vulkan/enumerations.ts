import { BITMASKS, ENUMERATIONS } from './generated/enumerations';

/** An enumeration of the registry. */
export interface EnumerationTable {
  /** Whether its values are bits of a mask. */
  readonly bits: boolean;
  readonly width: 32 | 64;
  readonly values: Readonly<Record<string, number | bigint>>;
  /** Alias -> canonical name. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** A bitmask type; `bits` is undefined while no bits are defined. */
export interface BitmaskTable {
  readonly width: 32 | 64;
  readonly bits?: string;
}

/** Flags as callers pass them: names of bits, or a raw number. */
export type Flags<Bit extends string> = readonly Bit[] | number;

/** 64-bit flags as callers pass them: names of bits, or a raw number. */
export type WideFlags<Bit extends string> = readonly Bit[] | number | bigint;

/** A decoded value that the registry does not list, such as `VkResult(-12345)`. */
export type Unlisted<Type extends string> = `${Type}(${string})`;

const valuesByName = new Map<string, ReadonlyMap<string, number | bigint>>();
const namesByValue = new Map<string, ReadonlyMap<number | bigint, string>>();

function table(enumeration: string): EnumerationTable {
  const found = ENUMERATIONS[enumeration];
  if (found === undefined) throw new Error(`${enumeration} is not an enumeration of this binding`);
  return found;
}

/**
 * The values of an enumeration by name, aliases included: numbers, or bigints for a 64-bit one.
 * @throws Error when no such enumeration was generated
 */
export function enumerationValues(enumeration: string): ReadonlyMap<string, number | bigint> {
  const known = valuesByName.get(enumeration);
  if (known !== undefined) return known;
  const { values, aliases } = table(enumeration);
  const made = new Map<string, number | bigint>(Object.entries(values));
  for (const alias of Object.keys(aliases)) {
    let name: string | undefined = alias;
    while (name !== undefined && !(name in values)) name = aliases[name];
    const value = name === undefined ? undefined : values[name];
    if (value !== undefined) made.set(alias, value);
  }
  valuesByName.set(enumeration, made);
  return made;
}

/**
 * The value of one name, or undefined when the enumeration has no such name.
 * @throws Error when no such enumeration was generated
 */
export function enumerationValue(enumeration: string, name: string): number | bigint | undefined {
  return enumerationValues(enumeration).get(name);
}

/**
 * The canonical name of a value; `VkResult(-12345)` when the registry lists none.
 * @throws Error when no such enumeration was generated
 */
export function enumerationName(enumeration: string, value: number | bigint): string {
  let names = namesByValue.get(enumeration);
  if (names === undefined) {
    const { values } = table(enumeration);
    names = new Map(Object.entries(values).map(([name, number]) => [number, name]));
    namesByValue.set(enumeration, names);
  }
  return names.get(value) ?? unlisted(enumeration, value);
}

function unlisted(enumeration: string, value: number | bigint): string {
  return `${enumeration}(${table(enumeration).bits ? `0x${value.toString(16)}` : value})`;
}

/**
 * The names of the bits that are set, lowest first. Bits that the registry does not list come last, as
 * `VkFenceCreateFlagBits(0x80)`.
 * @param type a bitmask type (`VkFenceCreateFlags`) or the enumeration of its bits
 * @throws Error when no such type was generated
 */
export function flagNames(type: string, value: number | bigint): string[] {
  const bitmask = BITMASKS[type];
  const enumeration = bitmask === undefined ? type : bitmask.bits;
  let rest = BigInt(value);
  if (enumeration === undefined) return rest === 0n ? [] : [`${type}(0x${rest.toString(16)})`];
  const bits = Object.entries(table(enumeration).values)
    .map(([name, number]) => [name, BigInt(number)] as const)
    .filter(([, bit]) => bit !== 0n && (bit & (bit - 1n)) === 0n)
    .sort(([, left], [, right]) => (left < right ? -1 : 1));
  const names: string[] = [];
  for (const [name, bit] of bits) {
    if ((rest & bit) === 0n) continue;
    names.push(name);
    rest &= ~bit;
  }
  if (rest !== 0n) names.push(`${enumeration}(0x${rest.toString(16)})`);
  return names;
}

/**
 * The mask of some names, as a number for 32-bit flags and a bigint for 64-bit ones.
 * @param type a bitmask type (`VkFenceCreateFlags`) or the enumeration of its bits
 * @throws Error on a name that is not a bit of the type, or when no such type was generated
 */
export function flagMask(type: string, names: readonly string[]): number | bigint {
  const bitmask = BITMASKS[type];
  const enumeration = bitmask === undefined ? type : bitmask.bits;
  const values = enumeration === undefined ? NO_VALUES : enumerationValues(enumeration);
  let low = 0;
  let wide = 0n;
  for (const name of names) {
    const bit = values.get(name);
    if (bit === undefined) throw new Error(`'${name}' is not a bit of ${type}`);
    if (typeof bit === 'bigint') wide |= bit;
    else low |= bit;
  }
  const width = bitmask?.width ?? table(type).width;
  return width === 64 ? wide : low >>> 0;
}

const NO_VALUES: ReadonlyMap<string, number | bigint> = new Map();
