/** A piece of native memory that JavaScript can read and write in place. */
export interface NativeBlock {
  readonly address: bigint;
  readonly view: DataView;
  readonly bytes: Uint8Array;
}

/** Where native memory comes from. Tests put an ordinary ArrayBuffer with an invented address behind it. */
export interface NativeMemory {
  /** Memory of `size` bytes, aligned to 16. */
  allocate(size: number): NativeBlock;
  /** Memory that someone else owns; it must stay valid while the block is used. */
  at(address: bigint, size: number): NativeBlock;
}

const CHUNK_SIZE = 64 * 1024;

/**
 * Native memory for the duration of calls. It is taken from the top and given back down to a mark, so
 * that calls nest (a driver written in TypeScript may make calls of its own while it is called).
 *
 * `view`, `bytes` and `address` are those of the chunk that the latest `reserve` took from.
 */
export class ScratchMemory {
  view: DataView;
  bytes: Uint8Array;
  address: bigint;
  readonly #chunks: NativeBlock[];
  #index = 0;
  #top = 0;

  constructor(
    readonly memory: NativeMemory,
    readonly chunkSize = CHUNK_SIZE,
  ) {
    const chunk = memory.allocate(chunkSize);
    this.#chunks = [chunk];
    this.view = chunk.view;
    this.bytes = chunk.bytes;
    this.address = chunk.address;
  }

  /**
   * Zeroed memory; returns its offset in `view`.
   * @param align a power of two, at most 16
   */
  reserve(size: number, align: number): number {
    let at = (this.#top + align - 1) & -align;
    if (at + size > this.bytes.length) {
      this.#enterChunk(size);
      at = 0;
    }
    this.#top = at + size;
    this.bytes.fill(0, at, this.#top);
    return at;
  }

  /** The address of an offset in `view`. */
  addressOf(offset: number): bigint {
    return this.address + BigInt(offset);
  }

  /** Remembers how much is in use, for `release`. */
  mark(): number {
    return this.#index * 2 ** 32 + this.#top;
  }

  /** Gives back everything that was reserved since the mark. */
  release(mark: number): void {
    const index = Math.floor(mark / 2 ** 32);
    if (index !== this.#index) this.#use(index);
    this.#top = mark % 2 ** 32;
  }

  /** The chunk that holds an address, or undefined. */
  find(address: bigint): NativeBlock | undefined {
    for (const chunk of this.#chunks) {
      if (address >= chunk.address && address < chunk.address + BigInt(chunk.bytes.length)) return chunk;
    }
    return undefined;
  }

  #enterChunk(size: number): void {
    const next = this.#chunks[this.#index + 1];
    if (next === undefined || next.bytes.length < size) {
      const chunk = this.memory.allocate(Math.max(size, this.chunkSize));
      this.#chunks.splice(this.#index + 1, 0, chunk);
    }
    this.#use(this.#index + 1);
  }

  #use(index: number): void {
    const chunk = this.#chunks[index];
    if (chunk === undefined) throw new Error('released to a mark of another scratch memory');
    this.#index = index;
    this.view = chunk.view;
    this.bytes = chunk.bytes;
    this.address = chunk.address;
  }
}
