import { STRUCTURES } from './generated/structures';

/**
 * How a member or a parameter holds its value.
 *
 * - `sType`, `pNext`: the head of an extensible structure
 * - `value`: in place (scalar, enum, flags, handle, structure, union, raw pointer)
 * - `text`: an inline `char` array; `inline`: any other inline array
 * - `string`, `strings`, `wide`: pointer to UTF-8 text, to an array of such pointers, to UTF-16 text
 * - `pointer`: pointer to one value; `array`: pointer to `len` values
 * - `address`: pointer to memory whose content is not described; `bytes`: the same with a length
 */
export type Form =
  | 'sType'
  | 'pNext'
  | 'value'
  | 'text'
  | 'inline'
  | 'string'
  | 'strings'
  | 'wide'
  | 'pointer'
  | 'array'
  | 'address'
  | 'bytes';

/** What else is known of a member or a parameter. */
export interface Extra {
  /** Element count of an inline array. */
  readonly count?: number;
  /** The sibling that holds how many elements there are. */
  readonly len?: string;
  /** May be null (a pointer or a handle), or empty. */
  readonly optional?: true;
  /** The driver writes through this pointer. */
  readonly out?: true;
}

/** A structure's member: name, byte offset, form, canonical type of one element. */
export type MemberRow = readonly [name: string, offset: number, form: Form, type: string, extra?: Extra];

/** A command's parameter: C name, form, canonical type of one element. */
export type ParameterRow = readonly [name: string, form: Form, type: string, extra?: Extra];

/** A structure or union as it lies in memory on a 64-bit machine. */
export interface StructureLayout {
  readonly size: number;
  readonly align: number;
  readonly union?: true;
  /** The one valid `sType`. */
  readonly sType?: string;
  /** Structures whose `pNext` chain may hold this one. */
  readonly extends?: readonly string[];
  /** Only ever written by the driver. */
  readonly returnedOnly?: true;
  /** May stand in a chain more than once. */
  readonly repeatable?: true;
  readonly members: readonly MemberRow[];
}

/** What the registry says of a command. */
export interface CommandRow {
  readonly level: 'global' | 'instance' | 'device';
  /** C type of the return value. */
  readonly returns: string;
  /** The command that this one is another name of. */
  readonly alias?: string;
  /** Waits by nature, and is offered as a promise only. */
  readonly blocking?: true;
  /** Core versions and extensions that bring it. */
  readonly providers: readonly string[];
  readonly success: readonly string[];
  readonly errors: readonly string[];
  readonly parameters: readonly ParameterRow[];
}

/**
 * The layout of a structure by its C name.
 * @throws Error when no such structure was generated
 */
export function structureLayout(name: string): StructureLayout {
  const layout = (STRUCTURES as Record<string, StructureLayout>)[name];
  if (layout === undefined) throw new Error(`${name} is not a structure of this binding`);
  return layout;
}
