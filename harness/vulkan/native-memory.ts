import koffi from 'koffi';
import type { NativeBlock, NativeMemory } from './scratch-memory';

const ALIGNMENT = 16;

/** Blocks that were allocated here: looking at an address within one costs less than making a new view. */
const blocks: NativeBlock[] = [];

function block(address: bigint, buffer: ArrayBuffer, offset = 0, size = buffer.byteLength): NativeBlock {
  return { address, view: new DataView(buffer, offset, size), bytes: new Uint8Array(buffer, offset, size) };
}

/** Memory of the process itself, for scratch memory and for following pointers. */
export const PROCESS_MEMORY: NativeMemory = {
  allocate(size) {
    const allocated = koffi.alloc('uint8_t', size + ALIGNMENT) as bigint;
    const address = alignUp(allocated, ALIGNMENT);
    const made = block(address, koffi.view(address, size));
    blocks.push(made);
    return made;
  },
  at(address, size) {
    for (const known of blocks) {
      const offset = Number(address - known.address);
      if (offset >= 0 && offset + size <= known.bytes.length) {
        return block(address, known.bytes.buffer as ArrayBuffer, known.bytes.byteOffset + offset, size);
      }
    }
    return block(address, koffi.view(address, size));
  },
};

/**
 * The bytes of native memory in place, without a copy. They must not be used once the memory is unmapped
 * or freed.
 * @param size in bytes
 */
export function viewMemory(address: bigint, size: number | bigint): Uint8Array {
  return new Uint8Array(koffi.view(address, Number(size)));
}

/** Native memory that lives until it is freed. */
export interface HostMemory {
  readonly address: bigint;
  /** In bytes. */
  readonly size: number;
  /** The memory in place; not to be used once it is freed. */
  readonly bytes: Uint8Array;
  /** Gives the memory back; a second time does nothing. */
  free(): void;
}

/**
 * Allocates zeroed native memory, for VK_EXT_external_memory_host and for whatever a driver keeps.
 * @param size in bytes
 * @param alignment in bytes, a power of two
 * @throws RangeError when the alignment is not a power of two
 */
export function allocateHostMemory(size: number, alignment = ALIGNMENT): HostMemory {
  if (alignment < 1 || (alignment & (alignment - 1)) !== 0) {
    throw new RangeError(`an alignment of ${alignment} is not a power of two`);
  }
  const allocated = koffi.alloc('uint8_t', size + alignment) as bigint;
  const address = alignUp(allocated, alignment);
  const bytes = new Uint8Array(koffi.view(address, size));
  bytes.fill(0);
  let freed = false;
  return {
    address,
    size,
    bytes,
    free() {
      if (!freed) koffi.free(allocated);
      freed = true;
    },
  };
}

function alignUp(address: bigint, alignment: number): bigint {
  const mask = BigInt(alignment) - 1n;
  return (address + mask) & ~mask;
}
