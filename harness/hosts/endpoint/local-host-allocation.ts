import type { HostAllocation, HostPages } from '../../cases/objects';
import { allocateHostMemory } from '../../vulkan';
import { traced } from '../call-trace';
import { Destruction, type Workbench } from './workbench';

/** Pages of this process, for imports by host pointer. */
export class LocalHostAllocation implements HostAllocation {
  readonly address: bigint;
  private readonly bytes: Uint8Array;
  private readonly destruction: Destruction;

  constructor(
    bench: Workbench,
    readonly size: number,
    readonly alignment: number,
    kind: HostPages = 'private',
  ) {
    const allocated = pagesOf(kind, bench, size, alignment);
    traced({ kind: 'os', action: 'uncovered', what: 'memory imported by its host pointer' });
    this.address = allocated.address;
    this.bytes = allocated.bytes;
    // A driver may keep the pages until the last resource that is bound to their memory goes.
    this.destruction = new Destruction(() => allocated.free());
    bench.scope().deferLast(() => this.destruction.now());
  }

  /** The pages of this process behind the face that suites see. */
  static of(allocation: HostAllocation): LocalHostAllocation {
    if (allocation instanceof LocalHostAllocation) return allocation;
    throw new TypeError('a host allocation of another process was used where one of this process is needed');
  }

  async write(offset: number, bytes: Uint8Array): Promise<void> {
    this.bytes.set(bytes, offset);
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    return this.bytes.slice(offset, offset + length);
  }

  async free(): Promise<void> {
    this.destruction.now();
  }
}

interface Pages {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  free(): void;
}

function pagesOf(kind: HostPages, { system }: Workbench, size: number, alignment: number): Pages {
  if (kind === 'private' && system.platform === 'posix') return allocateHostMemory(size, alignment);
  if (kind === 'private') {
    const { address, buffer, free } = system.allocatePages(size + alignment);
    return aligned(address, buffer, size, alignment, free);
  }
  // Pages of an object that other processes could map.
  const object = system.createSharedMemory(size + alignment);
  const { address, buffer, unmap } = system.mapShared(object, size + alignment);
  object.close();
  return aligned(address, buffer, size, alignment, unmap);
}

function aligned(
  address: bigint,
  buffer: ArrayBuffer,
  size: number,
  alignment: number,
  free: () => void,
): Pages {
  const skipped = Number((BigInt(alignment) - (address % BigInt(alignment))) % BigInt(alignment));
  return { address: address + BigInt(skipped), bytes: new Uint8Array(buffer, skipped, size), free };
}
