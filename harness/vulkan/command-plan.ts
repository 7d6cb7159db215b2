import { enumerationName, enumerationValue } from './enumerations';
import { EncodingError } from './errors';
import { COMMANDS } from './generated/commands';
import { STRUCTURES } from './generated/structures';
import type { CommandRow, Extra } from './layout';
import type { NativeNumber } from './native-driver';
import { type Storage, scalarCodec } from './scalar-codec';
import type { ScratchMemory } from './scratch-memory';
import { encodeArray, encodePointed } from './structure-encoder';
import { encodeBytes, encodeString, encodeStrings } from './text-encoder';

/** An input parameter: turns a caller's value into what the native call takes. */
export interface InputPlan {
  readonly kind: 'input';
  encode(scratch: ScratchMemory, value: unknown): NativeNumber;
}

/** The count of some arrays, which callers do not pass. */
export interface CountPlan {
  readonly kind: 'count';
  /** Indexes of the parameters that hold the arrays. */
  readonly arrays: readonly number[];
  readonly wide: boolean;
}

/** The in-out count of an output array. */
export interface OutputCountPlan {
  readonly kind: 'outputCount';
}

/** An output: one value, or an array whose count is an in-out parameter or follows from an input structure. */
export interface OutputPlan {
  readonly kind: 'output';
  /** Its name in the result. */
  readonly key: string;
  readonly type: string;
  readonly isStructure: boolean;
  /** Has `sType` and `pNext`, so that a request may come with it. */
  readonly extensible: boolean;
  /** Index of the in-out count of an array. */
  readonly countIndex?: number;
  /** Index of the input structure and the member that holds an array's length. */
  readonly countedBy?: { readonly index: number; readonly member: string };
}

export type ParameterPlan = InputPlan | CountPlan | OutputCountPlan | OutputPlan;

/** A command made ready to be called. */
export interface CommandPlan {
  readonly name: string;
  readonly row: CommandRow;
  readonly parameters: readonly ParameterPlan[];
  /** Whether the last argument is the request for an output. */
  readonly takesRequest: boolean;
  /** How many arguments callers pass, the request left out. */
  readonly inputs: number;
  /** Names of the VkResult values that the registry lists for it. */
  readonly listed: ReadonlySet<string>;
}

const plans = new Map<string, CommandPlan>();

/**
 * The plan of a command.
 * @throws Error when no such command was generated
 */
export function commandPlan(name: string): CommandPlan {
  const known = plans.get(name);
  if (known !== undefined) return known;
  const row = COMMANDS[name];
  if (row === undefined) throw new Error(`${name} is not a command of this binding`);
  const parameters = row.parameters.map((_, index) => parameterPlan(name, row, index));
  const outputs = parameters.filter((plan) => plan.kind === 'output');
  const plan: CommandPlan = {
    name,
    row,
    parameters,
    takesRequest: outputs.some((output) => output.extensible || output.countIndex !== undefined),
    inputs: parameters.filter(({ kind }) => kind === 'input').length,
    listed: new Set([...row.success, ...row.errors].map(canonicalResult)),
  };
  plans.set(name, plan);
  return plan;
}

function canonicalResult(name: string): string {
  return enumerationName('VkResult', enumerationValue('VkResult', name) ?? Number.NaN);
}

/** `pCreateInfo` -> `createInfo`, `ppData` -> `data`. */
export function plainName(name: string): string {
  const rest = /^pp?([A-Z].*)$/.exec(name)?.[1];
  return rest === undefined ? name : rest.charAt(0).toLowerCase() + rest.slice(1);
}

function parameterPlan(command: string, row: CommandRow, index: number): ParameterPlan {
  const [name, form, type, extra = {}] = row.parameters[index] as CommandRow['parameters'][number];
  const counted = row.parameters.flatMap(([, , , other], at) => (other?.len === name ? [at] : []));
  if (counted.length > 0) {
    return extra.out === true
      ? { kind: 'outputCount' }
      : { kind: 'count', arrays: counted, wide: scalarCodec(type, false).size === 8 };
  }
  if (extra.out === true) return outputPlan(row, name, form === 'array', type, extra);
  const place = `${command}(${plainName(name)})`;
  const optional = extra.optional === true;
  switch (form) {
    case 'value': {
      const codec = scalarCodec(type, optional);
      return { kind: 'input', encode: (_scratch, value) => codec.convert(value, place, -1) };
    }
    case 'pointer':
      return { kind: 'input', encode: (scratch, value) => encodePointed(scratch, type, value, extra, place) };
    case 'array':
      return {
        kind: 'input',
        encode: (scratch, value) => encodeArray(scratch, type, value, optional, place),
      };
    case 'string':
      return { kind: 'input', encode: (scratch, value) => encodeString(scratch, value, optional, place, -1) };
    case 'strings':
      return { kind: 'input', encode: (scratch, value) => encodeStrings(scratch, value, optional, place) };
    case 'bytes':
      return { kind: 'input', encode: (scratch, value) => encodeBytes(scratch, value, optional, place) };
    case 'address': {
      const codec = scalarCodec('void*', true);
      return { kind: 'input', encode: (_scratch, value) => codec.convert(value, place, -1) };
    }
    default:
      throw new Error(`${place}: no way to pass a parameter of form ${form}`);
  }
}

function outputPlan(row: CommandRow, name: string, isArray: boolean, type: string, extra: Extra): OutputPlan {
  const layout = STRUCTURES[type];
  const base = {
    kind: 'output' as const,
    key: plainName(name),
    type,
    isStructure: layout !== undefined,
    extensible: layout?.sType !== undefined,
  };
  if (!isArray) return base;
  const [from, member] = (extra.len ?? '').split('->');
  const index = row.parameters.findIndex(([parameter]) => parameter === from);
  if (index < 0) throw new Error(`${name}: no parameter ${from} to count it`);
  return member === undefined ? { ...base, countIndex: index } : { ...base, countedBy: { index, member } };
}

/**
 * The common length of the arrays that share a count.
 * @throws EncodingError when they differ
 */
export function sharedCount(plan: CommandPlan, count: CountPlan, values: readonly unknown[]): NativeNumber {
  let length: number | undefined;
  for (const index of count.arrays) {
    const array = values[index];
    if (!Array.isArray(array) && !(array instanceof Uint8Array)) continue;
    if (length !== undefined && array.length !== length) {
      const name = plainName(plan.row.parameters[index]?.[0] ?? '');
      throw new EncodingError(`${plan.name}(${name})`, `has ${array.length} elements, its twin ${length}`);
    }
    length = array.length;
  }
  return count.wide ? BigInt(length ?? 0) : (length ?? 0);
}

/**
 * Spreads a caller's arguments over the parameters.
 * @returns values by parameter index, and the request when there is one
 * @throws EncodingError when there are too few or too many
 */
export function spreadArguments(
  plan: CommandPlan,
  passed: readonly unknown[],
): { values: unknown[]; request: unknown } {
  const most = plan.inputs + (plan.takesRequest ? 1 : 0);
  if (passed.length < plan.inputs || passed.length > most) {
    throw new EncodingError(plan.name, `takes ${plan.inputs} arguments, not ${passed.length}`);
  }
  const values: unknown[] = new Array(plan.parameters.length);
  let next = 0;
  for (let index = 0; index < plan.parameters.length; index++) {
    if (plan.parameters[index]?.kind === 'input') values[index] = passed[next++];
  }
  return { values, request: passed[next] };
}

/** How each parameter of a command is stored, for the prototype of a native function; `pointer` for addresses. */
export function parameterStorages(name: string): Storage[] {
  const row = COMMANDS[name];
  if (row === undefined) throw new Error(`${name} is not a command of this binding`);
  return row.parameters.map(([, form, type]) =>
    form === 'value' ? scalarCodec(type, true).storage : 'pointer',
  );
}
