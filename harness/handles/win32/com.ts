/** Objects of COM interfaces, whose methods are called by their places in the interface's table. */
import { OsCallError } from '../face';
import { koffi, type Pointer } from './kernel';

type Argument = Pointer | number;
type Called = (self: bigint, ...values: readonly Argument[]) => number;

/** Sources: the tables of IUnknown in unknwn.h. */
const queryInterface = 0;
const release = 2;

/** What a method takes behind its object: pointers and handles as `p`, 32-bit integers as `u`, 64-bit ones as `q`. */
type Signature = string;
const kinds: Readonly<Record<string, string>> = { p: 'void *', u: 'uint32', q: 'uint64' };
const prototypes = new Map<Signature, ReturnType<typeof prototypeOf>>();

function prototypeOf(signature: Signature) {
  const parameters = ['void *', ...[...signature].map((letter) => kinds[letter] ?? 'void *')];
  return koffi().proto('int32', parameters);
}

function callableAt(address: bigint, signature: Signature): Called {
  let prototype = prototypes.get(signature);
  if (prototype === undefined) {
    prototype = prototypeOf(signature);
    prototypes.set(signature, prototype);
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
export function interfaceId(text: string): Buffer {
  const [first = '', second = '', third = '', ...rest] = text.split('-');
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(Number.parseInt(first, 16), 0);
  bytes.writeUInt16LE(Number.parseInt(second, 16), 4);
  bytes.writeUInt16LE(Number.parseInt(third, 16), 6);
  Buffer.from(rest.join(''), 'hex').copy(bytes, 8);
  return bytes;
}

/** One reference to an object. */
export class ComObject {
  constructor(readonly address: bigint) {}

  /**
   * Calls a method.
   * @param place its place in the table of its interface, those of IUnknown counted
   * @returns its HRESULT
   */
  call(place: number, signature: Signature, ...values: readonly Argument[]): number {
    const table = koffi().decode(this.address, 'uint64') as number | bigint;
    const method = koffi().decode(BigInt(table) + BigInt(8 * place), 'uint64') as number | bigint;
    return callableAt(BigInt(method), signature)(this.address, ...values);
  }

  /** The same; throws OsCallError where the method fails, under the name that is given. */
  must(name: string, place: number, signature: Signature, ...values: readonly Argument[]): number {
    return checkResult(name, this.call(place, signature, ...values));
  }

  /** Another interface of the object. Throws OsCallError where it has none of that id. */
  as(id: Buffer): ComObject {
    const made = Buffer.alloc(8);
    this.must('IUnknown::QueryInterface', queryInterface, 'pp', id, made);
    return new ComObject(made.readBigUInt64LE(0));
  }

  /** Gives the reference back. */
  release(): void {
    this.call(release, '');
  }
}
