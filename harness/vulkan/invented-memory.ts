import type { NativeBlock, NativeMemory } from './scratch-memory';

/** Memory at invented addresses, so that self-tests of the encoder and the decoder need no native code. */
export class InventedMemory implements NativeMemory {
  readonly #blocks: NativeBlock[] = [];
  #next = 0x7f00_0000_0000n;

  allocate(size: number): NativeBlock {
    const buffer = new ArrayBuffer(size);
    const block = { address: this.#next, view: new DataView(buffer), bytes: new Uint8Array(buffer) };
    this.#next += BigInt(Math.ceil(size / 4096) * 4096 + 4096);
    this.#blocks.push(block);
    return block;
  }

  /** @throws RangeError on an address that was never given out */
  at(address: bigint, size: number): NativeBlock {
    for (const { address: start, bytes } of this.#blocks) {
      const offset = Number(address - start);
      if (offset < 0 || offset + size > bytes.length) continue;
      const buffer = bytes.buffer as ArrayBuffer;
      return {
        address,
        view: new DataView(buffer, offset, size),
        bytes: new Uint8Array(buffer, offset, size),
      };
    }
    throw new RangeError(`0x${address.toString(16)} is no address of this memory`);
  }
}
