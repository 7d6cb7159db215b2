/** Objects of COM interfaces, whose methods are called by their places in the interface's table. */
import { OsCallError } from '../../face';
import { koffi, type Pointer } from '../kernel';
import { functions, type Interface, IUnknown, type Method, type Signature, structures } from './interfaces';

type Argument = Pointer | number;
type Called = (self: bigint, ...values: readonly Argument[]) => number | bigint;

/** A LUID, eight bytes by value, goes the way of an integer. */
const kinds: Readonly<Record<string, string>> = { p: 'void *', u: 'uint32', q: 'uint64', l: 'uint64' };
const results = { result: 'int32', uint32: 'uint32', uint64: 'uint64', nothing: 'void' } as const;
const prototypes = new Map<string, ReturnType<typeof prototypeOf>>();

function parametersOf(signature: Signature): string[] {
  return [...signature].map((letter) => kinds[letter] ?? 'void *');
}

function prototypeOf({ takes, gives }: Method) {
  return koffi().proto(results[gives], ['void *', ...parametersOf(takes)]);
}

function callableAt(address: bigint, method: Method): Called {
  const key = `${method.takes} ${method.gives}`;
  let prototype = prototypes.get(key);
  if (prototype === undefined) {
    prototype = prototypeOf(method);
    prototypes.set(key, prototype);
  }
  return koffi().decode(address, prototype) as Called;
}

/** `0x887a0004`. */
function resultText(result: number): string {
  return `0x${(result >>> 0).toString(16)}`;
}

/** The value of a call, unless it is a failure (HRESULT below zero): then throws OsCallError. */
export function checkResult(call: string, result: number): number {
  if (result >= 0) return result;
  throw new OsCallError(call, resultText(result), result >>> 0);
}

/** The 16 bytes of an interface identifier from its text, as in `770aae78-f26f-4dba-a829-253c83d1b387`. */
function idBytes(text: string): Buffer {
  const [first = '', second = '', third = '', ...rest] = text.split('-');
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(Number.parseInt(first, 16), 0);
  bytes.writeUInt16LE(Number.parseInt(second, 16), 4);
  bytes.writeUInt16LE(Number.parseInt(third, 16), 6);
  Buffer.from(rest.join(''), 'hex').copy(bytes, 8);
  return bytes;
}

/** The identifier of an interface as calls take it. */
export function idOf({ id }: Interface): Buffer {
  return idBytes(id);
}

type StructureName = keyof typeof structures;
type MemberOf<Name extends StructureName> = keyof (typeof structures)[Name]['members'] & string;

/** A structure with these members, of 32 bits each; all others are zero. */
export function structure<Name extends StructureName>(
  name: Name,
  values: Readonly<Partial<Record<MemberOf<Name>, number>>>,
): Buffer {
  const { size, members } = structures[name];
  const bytes = Buffer.alloc(size);
  for (const [member, value] of Object.entries<number | undefined>(values)) {
    const [at = 0] = (members as Readonly<Record<string, readonly number[]>>)[member] ?? [];
    bytes.writeUInt32LE((value ?? 0) >>> 0, at);
  }
  return bytes;
}

/** Room for an address or a handle that a call gives back. */
export class Made {
  readonly into = Buffer.alloc(8);

  get address(): bigint {
    return this.into.readBigUInt64LE(0);
  }

  get handle(): number {
    return Number(this.into.readBigInt64LE(0));
  }

  get object(): ComObject {
    return new ComObject(this.address);
  }
}

type Exported = (...values: readonly Argument[]) => number;
/** Kept for good: a library that nothing refers to is unloaded, and the code of its objects with it. */
const loaded = new Map<string, Exported>();

/**
 * Calls a function of a library by its name, and returns its HRESULT. Throws OsCallError where there is no such library,
 * or the function fails.
 */
export function callFunction(name: keyof typeof functions, ...values: readonly Argument[]): number {
  const { library, takes } = functions[name];
  let found = loaded.get(name);
  try {
    found ??= koffi().load(library).func(name, 'int32', parametersOf(takes)) as Exported;
  } catch {
    // Neither Server Core nor a trimmed Wine has every library.
    throw new OsCallError(name, 'no such library', 0, library);
  }
  loaded.set(name, found);
  return checkResult(name, found(...values));
}

/** One reference to an object. */
export class ComObject {
  constructor(readonly address: bigint) {}

  /** Calls a method of an interface that the object was had as; what it returns, as a number where it is a result. */
  private invoke(method: Method, values: readonly Argument[]): number | bigint {
    const table = koffi().decode(this.address, 'uint64') as number | bigint;
    const entry = koffi().decode(BigInt(table) + BigInt(8 * method.place), 'uint64') as number | bigint;
    return callableAt(BigInt(entry), method)(this.address, ...values);
  }

  /** Calls a method that gives an HRESULT, and returns that, or one that gives nothing. */
  call(method: Method, ...values: readonly Argument[]): number {
    return Number(this.invoke(method, values) ?? 0);
  }

  /** The same; throws OsCallError where the method fails. */
  must(method: Method, ...values: readonly Argument[]): number {
    return checkResult(method.name, this.call(method, ...values));
  }

  /** Calls a method that gives an unsigned integer of 64 bits. */
  ask(method: Method, ...values: readonly Argument[]): bigint {
    return BigInt(this.invoke(method, values));
  }

  /** Another interface of the object. Throws OsCallError where it has none of that kind. */
  as(wanted: Interface): ComObject {
    const made = new Made();
    const { QueryInterface } = IUnknown.methods;
    checkResult(
      `${QueryInterface.name} (${wanted.name})`,
      this.call(QueryInterface, idOf(wanted), made.into),
    );
    return made.object;
  }

  /** Gives the reference back. */
  release(): void {
    this.invoke(IUnknown.methods.Release, []);
  }
}

/** References that are given back together, the last one first. */
export class References {
  private readonly held: ComObject[] = [];

  /** Keeps one. */
  keep(object: ComObject): ComObject {
    this.held.push(object);
    return object;
  }

  release(): void {
    for (const object of this.held.splice(0).reverse()) object.release();
  }
}
