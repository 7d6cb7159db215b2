/** Memory that handles and pointers lead to. */

/** Memory that another process maps too; survives this process. */
export interface SharedMapping {
  readonly buffer: ArrayBuffer;
  readonly address: bigint;
  /** Lets go of the object. `buffer` stays valid memory, all zero, that nobody else sees. */
  unmap(): void;
}

/** Pages of one process. */
export interface PrivatePages {
  readonly address: bigint;
  /** Not to be used once they are freed. */
  readonly buffer: ArrayBuffer;
  free(): void;
}

/** Memory behind a handle; the mapping stays for as long as somebody can reach it. */
export interface MemoryObject {
  /** In bytes. */
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  write(offset: number, bytes: Uint8Array): void;
}

export interface MemoryRegion {
  readonly start: bigint;
  /** One past the last byte. */
  readonly end: bigint;
  /** As the kernel writes them: `rw-s`. */
  readonly permissions: string;
  readonly offset: bigint;
  /** The device and inode mapped, in the form of `HandleIdentity.object`; `0:0/0` for anonymous memory. */
  readonly object: string;
  readonly path: string;
}
