import { enumerationName } from './enumerations';
import type { DecodedStructures } from './generated/decoded-types';
import type { Structures } from './generated/structure-types';
import { STRUCTURES } from './generated/structures';
import { structureLayout } from './layout';
import { PROCESS_MEMORY } from './native-memory';
import type { NativeMemory } from './scratch-memory';
import { decodeElements, decodeStructureAt, readString } from './structure-decoder';
import { elementExtent } from './structure-encoder';
import { overwriteElement, overwriteMembers } from './structure-overwriter';

/** One structure of a `pNext` chain. */
export interface ChainLink {
  /** Its name, or undefined when this binding does not know its `sType`. */
  readonly struct: string | undefined;
  /** `VkStructureType` by name; `VkStructureType(7)` when it is unknown. */
  readonly sType: string;
  readonly address: bigint;
}

let structureOfType: ReadonlyMap<string, string> | undefined;

function structureBySType(sType: string): string | undefined {
  structureOfType ??= new Map(
    Object.entries(STRUCTURES).flatMap(([name, layout]) =>
      layout.sType === undefined ? [] : [[layout.sType, name]],
    ),
  );
  return structureOfType.get(sType);
}

/**
 * Native memory as a driver written in TypeScript sees it: structures by address, with the same layouts
 * that the callers' side uses. Addresses are taken on trust, as native code does.
 */
export class DriverMemory {
  constructor(readonly memory: NativeMemory = PROCESS_MEMORY) {}

  /**
   * Reads a structure and everything that it points to; `sType` and `pNext` are left out (see `chain`).
   * @throws CorruptedOutput on a value that its type does not allow
   */
  readStructure<Name extends keyof DecodedStructures>(name: Name, address: bigint): DecodedStructures[Name] {
    return decodeStructureAt(
      { memory: this.memory },
      this.#view(address, structureLayout(name).size),
      0,
      name,
    );
  }

  /**
   * Overwrites the members that are given and leaves the others as they are. Members that point to
   * something take an address.
   * @throws EncodingError on a member that the structure lacks or a value that it cannot hold
   */
  writeStructure<Name extends keyof Structures>(
    name: Name,
    address: bigint,
    members: { readonly [Key in keyof Structures[Name]]?: Structures[Name][Key] | bigint },
  ): void {
    overwriteMembers(
      this.#view(address, structureLayout(name).size),
      0,
      name,
      members as Record<string, unknown>,
    );
  }

  /** The `pNext` chain of an extensible structure, in order; the structure itself is left out. */
  chain(address: bigint): ChainLink[] {
    const links: ChainLink[] = [];
    for (let next = this.readUint64(address + 8n); next !== 0n; next = this.readUint64(next + 8n)) {
      const sType = enumerationName('VkStructureType', this.#view(next, 4).getInt32(0, true));
      links.push({ struct: structureBySType(sType), sType, address: next });
    }
    return links;
  }

  /** The address of a structure in the chain of another one, or undefined. */
  chained(name: keyof DecodedStructures, address: bigint): bigint | undefined {
    return this.chain(address).find(({ struct }) => struct === name)?.address;
  }

  /**
   * The chained structure of that name, or undefined when the chain has none.
   * @throws CorruptedOutput on a value that its type does not allow
   */
  readChained<Name extends keyof DecodedStructures>(
    name: Name,
    address: bigint,
  ): DecodedStructures[Name] | undefined {
    const found = this.chained(name, address);
    return found === undefined ? undefined : this.readStructure(name, found);
  }

  /** The address of an element in an array of structures or scalars. */
  elementAddress(type: string, address: bigint, index: number): bigint {
    return address + BigInt(elementExtent(type).size * index);
  }

  /**
   * Reads consecutive scalars or structures; handles come as `VulkanHandle` or null.
   * @throws CorruptedOutput on a value that its type does not allow
   */
  readArray<Name extends keyof DecodedStructures>(
    type: Name,
    address: bigint,
    count: number,
  ): DecodedStructures[Name][];
  readArray(type: string, address: bigint, count: number): unknown[];
  readArray(type: string, address: bigint, count: number): unknown[] {
    if (count === 0) return [];
    const view = this.#view(address, elementExtent(type).size * count);
    return decodeElements({ memory: this.memory }, view, 0, type, count, type);
  }

  /**
   * Overwrites consecutive scalars or structures.
   * @throws EncodingError on a value that the type cannot hold
   */
  writeArray(type: string, address: bigint, values: readonly unknown[]): void {
    if (values.length === 0) return;
    const { size } = elementExtent(type);
    const view = this.#view(address, size * values.length);
    values.forEach((value, index) => {
      overwriteElement(view, index * size, type, value, type, index);
    });
  }

  /** Writes a handle of 64 bits, dispatchable or not. */
  writeHandle(address: bigint, value: bigint): void {
    this.writeUint64(address, value);
  }

  /** Reads a handle of 64 bits, dispatchable or not. */
  readHandle(address: bigint): bigint {
    return this.readUint64(address);
  }

  readInt32(address: bigint): number {
    return this.#view(address, 4).getInt32(0, true);
  }

  writeInt32(address: bigint, value: number): void {
    this.#view(address, 4).setInt32(0, value, true);
  }

  readUint32(address: bigint): number {
    return this.#view(address, 4).getUint32(0, true);
  }

  writeUint32(address: bigint, value: number): void {
    this.#view(address, 4).setUint32(0, value, true);
  }

  readUint64(address: bigint): bigint {
    return this.#view(address, 8).getBigUint64(0, true);
  }

  writeUint64(address: bigint, value: bigint): void {
    this.#view(address, 8).setBigUint64(0, value, true);
  }

  /** NUL-terminated UTF-8 text. */
  readString(address: bigint): string {
    return readString(this.memory, address);
  }

  /** The bytes in place, without a copy. */
  bytes(address: bigint, size: number): Uint8Array {
    return this.memory.at(address, size).bytes;
  }

  #view(address: bigint, size: number): DataView {
    return this.memory.at(address, size).view;
  }
}
