import type { DmaBufProducer } from '../handles';
import { contentSize } from './content';
import type { CaseContext } from './context';
import type { ExternalHandle, HandleMapping } from './external-handle';
import { type Allocation, allocationFor, bind, demand, usualAllocation } from './memory-allocation';
import { usableTypes } from './memory-types';
import type { Endpoint, PlaneLayout, Resource } from './objects';
import { SharedMemory, type SharedMemoryOptions } from './shared-memory';

/** Bytes of the dma-bufs that cases import: whole pages, four times the contents. */
export const foreignBytes = 4 * contentSize;

/** A dma-buf that no Vulkan driver made, which the case keeps, and what its other users see of it. */
export interface ForeignDmaBuf {
  readonly handle: ExternalHandle;
  /** Null where the operating system maps none of it. */
  readonly mapping: HandleMapping | null;
}

/** A fresh one of a producer. */
export function foreignDmaBufOf(
  { foreignDmaBuf, control }: Pick<CaseContext, 'foreignDmaBuf' | 'control'>,
  producer: DmaBufProducer,
): ForeignDmaBuf {
  const handle = foreignDmaBuf(producer, foreignBytes);
  control('kind of the handle', handle.kind()).toBe(producer === 'memfd' ? 'memfd' : 'dma-buf');
  return { handle, mapping: handle.mapped() };
}

/** Memory types that the device names for a dma-buf and takes for a resource; none where it can't use that dma-buf. */
export async function foreignTypes(
  { device, expect, should }: Pick<CaseContext, 'device' | 'expect' | 'should'>,
  endpoint: Endpoint,
  handle: ExternalHandle,
  resource: Resource,
): Promise<readonly number[]> {
  const { result, memoryTypeBits = 0 } = await endpoint.tryMemoryHandleProperties('DMA_BUF', handle);
  expect('result of vkGetMemoryFdPropertiesKHR', result).toBeOneOf([
    'VK_SUCCESS',
    'VK_ERROR_INVALID_EXTERNAL_HANDLE',
  ]);
  const required = await resource.requirements();
  const types = usableTypes(device, memoryTypeBits & required.memoryTypeBits);
  should(
    `memory types for this dma-buf and such a ${resource.kind}, which the case needs`,
    types.length,
  ).toBeAtLeast(1);
  return types.map(({ index }) => index);
}

export interface ForeignImport
  extends Pick<SharedMemoryOptions, 'resource' | 'transfer' | 'offset' | 'written'> {
  readonly memoryTypeIndex: number;
  readonly allocation?: Allocation;
}

/**
 * Memory imported from a dma-buf that no Vulkan driver made, with a resource bound to it. Whoever maps the dma-buf owns
 * the contents until a queue acquires them, and again behind each `release`. Takes the handle.
 * @param resource of the kind that the options name, with nothing bound to it yet
 */
export async function foreignMemory(
  { device }: Pick<CaseContext, 'device'>,
  endpoint: Endpoint,
  handle: ExternalHandle,
  resource: Resource,
  { memoryTypeIndex, ...asked }: ForeignImport,
): Promise<SharedMemory> {
  const handleType = 'DMA_BUF';
  const requirements = await resource.requirements();
  const allocation = allocationFor(
    requirements,
    asked.allocation ?? usualAllocation(device, asked.resource ?? 'buffer', [handleType]),
    asked.allocation !== undefined,
  );
  const dedicated = allocation === 'dedicated';
  const { result, memory } = await endpoint.tryMemory({
    size: dedicated ? requirements.size : BigInt(foreignBytes),
    memoryTypeIndex,
    import: { handle, handleType },
    ...(dedicated ? { dedicatedTo: resource } : {}),
  });
  demand('vkAllocateMemory', result);
  if (memory === undefined) throw new Error('unreachable: the import succeeded');
  const start = (asked.offset ?? 0n) * requirements.alignment;
  await bind(resource, memory, start);
  const options = { ...asked, handleType, access: 'device', memoryTypeIndex } as const;
  const tenure = { holder: null, released: true };
  return new SharedMemory(device, endpoint, resource, memory, options, allocation, Number(start), tenure);
}

/** Rows of texels as a linear image has them in memory. @param start where the image begins */
export class LinearRows {
  constructor(
    private readonly mapping: HandleMapping,
    private readonly start: number,
    private readonly layout: PlaneLayout,
    private readonly rowBytes: number,
  ) {}

  /** Writes texels that lie without gaps; what lies between the rows stays as it is. */
  write(texels: Uint8Array): void {
    for (let row = 0; row * this.rowBytes < texels.length; row += 1)
      this.mapping.write(this.at(row), texels.subarray(row * this.rowBytes, (row + 1) * this.rowBytes));
  }

  /** Reads texels, without the gaps; size of them all, in bytes. */
  read(size: number): Uint8Array {
    const texels = new Uint8Array(size);
    for (let row = 0; row * this.rowBytes < size; row += 1)
      texels.set(this.mapping.read(this.at(row), this.rowBytes), row * this.rowBytes);
    return texels;
  }

  private at(row: number): number {
    return this.start + Number(this.layout.offset) + row * Number(this.layout.rowPitch);
  }
}
