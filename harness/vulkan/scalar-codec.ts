import { enumerationName, enumerationValues, flagMask } from './enumerations';
import { CorruptedOutput, EncodingError } from './errors';
import { BITMASKS, ENUMERATIONS } from './generated/enumerations';
import { HANDLES } from './generated/handles';
import { VulkanHandle } from './handle';

/** A number as native code takes it: bigint for 64 bits and pointers, number for anything smaller. */
export type NativeNumber = number | bigint;

/** How a type is stored, and the C type that a native call passes it as. */
export type Storage = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'f32' | 'u64' | 'i64' | 'f64' | 'pointer';

/** Converts the values of one C type that is neither structure nor union. */
export interface ScalarCodec {
  readonly storage: Storage;
  readonly size: number;
  /**
   * Checks a caller's value.
   * @param place where it goes, as `VkFenceCreateInfo.flags`
   * @param index its place in an array, or -1
   * @throws EncodingError when the value is not one of the type
   */
  convert(value: unknown, place: string, index: number): NativeNumber;
  /**
   * Reads a value from memory.
   * @throws CorruptedOutput when it is none that the type allows
   */
  read(view: DataView, at: number, place: string): unknown;
}

const SIZES: Readonly<Record<Storage, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  u64: 8,
  i64: 8,
  f64: 8,
  pointer: 8,
};

const INTEGERS: Readonly<Record<string, Storage>> = {
  char: 'i8',
  int8_t: 'i8',
  uint8_t: 'u8',
  int16_t: 'i16',
  uint16_t: 'u16',
  int: 'i32',
  int32_t: 'i32',
  uint32_t: 'u32',
  DWORD: 'u32',
  VkFlags: 'u32',
  VkSampleMask: 'u32',
  int64_t: 'i64',
  uint64_t: 'u64',
  size_t: 'u64',
  VkDeviceSize: 'u64',
  VkDeviceAddress: 'u64',
  VkFlags64: 'u64',
};

const codecs = new Map<string, ScalarCodec>();
const nullable = new Map<string, ScalarCodec>();

/**
 * The codec of a C type that is neither structure nor union.
 * @param optional whether a handle may be null; pointers always may
 * @throws Error on a type that the binding does not know
 */
export function scalarCodec(type: string, optional: boolean): ScalarCodec {
  const known = optional ? nullable : codecs;
  let codec = known.get(type);
  if (codec === undefined) {
    codec = makeCodec(type, optional);
    known.set(type, codec);
  }
  return codec;
}

/** Writes a converted value. */
export function store(view: DataView, at: number, storage: Storage, value: NativeNumber): void {
  switch (storage) {
    case 'u8':
    case 'i8':
      view.setUint8(at, value as number);
      break;
    case 'u16':
    case 'i16':
      view.setUint16(at, value as number, true);
      break;
    case 'u32':
      view.setUint32(at, value as number, true);
      break;
    case 'i32':
      view.setInt32(at, value as number, true);
      break;
    case 'f32':
      view.setFloat32(at, value as number, true);
      break;
    case 'f64':
      view.setFloat64(at, value as number, true);
      break;
    default:
      view.setBigUint64(at, value as bigint, true);
  }
}

function load(view: DataView, at: number, storage: Storage): NativeNumber {
  switch (storage) {
    case 'u8':
      return view.getUint8(at);
    case 'i8':
      return view.getInt8(at);
    case 'u16':
      return view.getUint16(at, true);
    case 'i16':
      return view.getInt16(at, true);
    case 'u32':
      return view.getUint32(at, true);
    case 'i32':
      return view.getInt32(at, true);
    case 'f32':
      return view.getFloat32(at, true);
    case 'f64':
      return view.getFloat64(at, true);
    case 'i64':
      return view.getBigInt64(at, true);
    default:
      return view.getBigUint64(at, true);
  }
}

function makeCodec(type: string, optional: boolean): ScalarCodec {
  if (type === 'VkBool32') return booleanCodec();
  if (HANDLES[type] !== undefined) return handleCodec(type, HANDLES[type].dispatchable, optional);
  if (ENUMERATIONS[type] !== undefined)
    return enumCodec(type, ENUMERATIONS[type].bits, ENUMERATIONS[type].width);
  if (BITMASKS[type] !== undefined) return flagsCodec(type, BITMASKS[type].width);
  if (type === 'HANDLE' || type === 'void*' || type.startsWith('PFN_')) return pointerCodec();
  if (type === 'float' || type === 'double') return floatCodec(type === 'float' ? 'f32' : 'f64');
  const storage = INTEGERS[type];
  if (storage === undefined) throw new Error(`${type} is not a scalar type of this binding`);
  return integerCodec(type, storage);
}

function placed(place: string, index: number): string {
  return index < 0 ? place : `${place}[${index}]`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof VulkanHandle) return value.toString();
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return String(value);
}

/** The error for a value of the wrong kind. */
export function mismatch(value: unknown, wanted: string, place: string, index: number): EncodingError {
  const reason = value === undefined ? `is missing; pass ${wanted}` : `${shown(value)} is not ${wanted}`;
  return new EncodingError(placed(place, index), reason);
}

function integerCodec(type: string, storage: Storage): ScalarCodec {
  const bits = SIZES[storage] * 8;
  const signed = storage.startsWith('i');
  const read = (view: DataView, at: number): unknown => load(view, at, storage);
  if (bits === 64) {
    const low = signed ? -(2n ** 63n) : 0n;
    const high = signed ? 2n ** 63n - 1n : 2n ** 64n - 1n;
    const wanted = `a ${type} (${low} to ${high}, a bigint or a safe integer)`;
    const convert = (value: unknown, place: string, index: number): bigint => {
      const wide = typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
      if (typeof wide !== 'bigint' || wide < low || wide > high) throw mismatch(value, wanted, place, index);
      return signed ? BigInt.asUintN(64, wide) : wide;
    };
    return { storage, size: 8, convert, read };
  }
  const low = signed ? -(2 ** (bits - 1)) : 0;
  const high = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  const wanted = `a ${type} (an integer from ${low} to ${high})`;
  const convert = (value: unknown, place: string, index: number): number => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < low || value > high) {
      throw mismatch(value, wanted, place, index);
    }
    return value;
  };
  return { storage, size: bits / 8, convert, read };
}

function floatCodec(storage: 'f32' | 'f64'): ScalarCodec {
  return {
    storage,
    size: SIZES[storage],
    convert(value, place, index) {
      if (typeof value !== 'number') throw mismatch(value, 'a number', place, index);
      return value;
    },
    read: (view, at) => load(view, at, storage),
  };
}

function booleanCodec(): ScalarCodec {
  return {
    storage: 'u32',
    size: 4,
    convert(value, place, index) {
      if (typeof value !== 'boolean') throw mismatch(value, 'a boolean', place, index);
      return value ? 1 : 0;
    },
    read(view, at, place) {
      const value = view.getUint32(at, true);
      if (value > 1)
        throw new CorruptedOutput(place, `the VkBool32 is ${value}, neither VK_TRUE nor VK_FALSE`);
      return value === 1;
    },
  };
}

function pointerCodec(): ScalarCodec {
  return {
    storage: 'pointer',
    size: 8,
    convert(value, place, index) {
      if (value === null) return 0n;
      if (typeof value !== 'bigint' || value < 0n || value >= 2n ** 64n) {
        throw mismatch(value, 'an address (a bigint) or null', place, index);
      }
      return value;
    },
    read: (view, at) => view.getBigUint64(at, true),
  };
}

function handleCodec(type: string, dispatchable: boolean, optional: boolean): ScalarCodec {
  return {
    storage: dispatchable ? 'pointer' : 'u64',
    size: 8,
    convert(value, place, index) {
      if (value instanceof VulkanHandle && value.type === type) return value.value;
      if (value === null && optional) return 0n;
      throw mismatch(value, optional ? `a ${type} or null` : `a ${type}`, place, index);
    },
    read(view, at) {
      const value = view.getBigUint64(at, true);
      return value === 0n ? null : new VulkanHandle(type, value);
    },
  };
}

function enumCodec(type: string, isBits: boolean, width: 32 | 64): ScalarCodec {
  const values = enumerationValues(type);
  const storage: Storage = width === 64 ? 'u64' : isBits ? 'u32' : 'i32';
  const raw = integerCodec(width === 64 ? 'uint64_t' : isBits ? 'uint32_t' : 'int32_t', storage);
  return {
    storage,
    size: width / 8,
    convert(value, place, index) {
      if (typeof value !== 'string') return raw.convert(value, place, index);
      const number = values.get(value);
      if (number === undefined) throw mismatch(value, `a name of ${type}`, place, index);
      return number;
    },
    read: (view, at) => enumerationName(type, load(view, at, storage)),
  };
}

function flagsCodec(type: string, width: 32 | 64): ScalarCodec {
  const storage: Storage = width === 64 ? 'u64' : 'u32';
  const raw = integerCodec(width === 64 ? 'uint64_t' : 'uint32_t', storage);
  const none = width === 64 ? 0n : 0;
  return {
    storage,
    size: width / 8,
    convert(value, place, index) {
      if (!Array.isArray(value)) return raw.convert(value, place, index);
      if (value.length === 0) return none;
      try {
        return flagMask(type, value);
      } catch (error) {
        throw new EncodingError(placed(place, index), (error as Error).message);
      }
    },
    read: (view, at) => load(view, at, storage),
  };
}
