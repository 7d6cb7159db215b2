import type { DmaBufProducer } from '../handles';
import { asWritten, contentSize, differenceFrom, freshPatterns } from './content';
import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';
import type { ExternalHandle, HandleMapping } from './external-handle';
import { type Allocation, allocationFor, bind, demand, usualAllocation } from './memory-allocation';
import { usableTypes } from './memory-types';
import type { Endpoint, PlaneLayout, Resource } from './objects';
import { SharedMemory, type SharedMemoryOptions } from './shared-memory';
import type { OtherOwner } from './work';

/** The dma-bufs that cases import are of multiples of so many bytes: whole pages, four times the contents. */
const foreignBytes = 4 * contentSize;

/** A dma-buf that no Vulkan driver made, which the case keeps, and what its other users see of it. */
export interface ForeignDmaBuf {
  readonly handle: ExternalHandle;
  /** In bytes. */
  readonly size: number;
  /** Null where the operating system maps none of it. */
  readonly mapping: HandleMapping | null;
}

/**
 * A fresh one of a producer, with room for a resource.
 * @param offset where the resource is to be bound, in multiples of its alignment
 */
export async function foreignDmaBufOf(
  { foreignDmaBuf, control }: Pick<CaseContext, 'foreignDmaBuf' | 'control'>,
  producer: DmaBufProducer,
  resource: Resource,
  offset = 0n,
): Promise<ForeignDmaBuf> {
  const { size: needed, alignment } = await resource.requirements();
  const size = Math.ceil(Number(offset * alignment + needed) / foreignBytes) * foreignBytes;
  const handle = foreignDmaBuf(producer, size);
  control('kind of the handle', handle.kind()).toBe(producer === 'memfd' ? 'memfd' : 'dma-buf');
  return { handle, size, mapping: handle.mapped() };
}

/** The queue family that stands for those who map a dma-buf: of no Vulkan driver, as far as the device can say so. */
export function mappersFamily({ deviceExtensions }: DeviceCapabilities): OtherOwner {
  return deviceExtensions.includes('VK_EXT_queue_family_foreign') ? 'foreign' : 'external';
}

/**
 * What judges the contents that pass between queues and those who map a dma-buf: without VK_EXT_queue_family_foreign
 * nothing says that they do, since VK_QUEUE_FAMILY_EXTERNAL stands for users of the same device and driver alone.
 */
export function judgingMappings({
  device,
  expect,
  should,
}: Pick<CaseContext, 'device' | 'expect' | 'should'>): CaseContext['expect'] | CaseContext['should'] {
  return mappersFamily(device) === 'foreign' ? expect : should;
}

/** Contents as those see them who map a dma-buf. */
export interface OthersView {
  write(bytes: Uint8Array): void;
  read(size: number): Uint8Array;
}

/**
 * What others write is what a queue reads, and the other way round.
 * @param through names what is shared, as in `a linear image`
 */
export async function passToMappersAndBack(
  context: Pick<CaseContext, 'device' | 'expect' | 'should' | 'control'>,
  shared: SharedMemory,
  through: string,
  others: OthersView,
): Promise<void> {
  const family = mappersFamily(context.device);
  const judge = judgingMappings(context);
  const [theirs, ours] = freshPatterns(shared.contentSize);
  await shared.release(family);
  others.write(theirs.bytes);
  const seen = await shared.read('device');
  context
    .control(`contents through ${through} before they are written`, differenceFrom(ours, seen))
    .toDifferFrom(asWritten);
  judge(`what a queue reads through ${through}`, differenceFrom(theirs, seen)).toBe(asWritten);
  await shared.write(ours, 'device');
  await shared.release(family);
  judge(
    `what lies in the dma-buf that a queue wrote through ${through}`,
    differenceFrom(ours, others.read(shared.contentSize)),
  ).toBe(asWritten);
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

export interface ForeignImport extends Pick<SharedMemoryOptions, 'resource' | 'offset' | 'written'> {
  readonly memoryTypeIndex: number;
  readonly allocation?: Allocation;
}

/**
 * Memory imported from a dma-buf that no Vulkan driver made, with a resource bound to it. Whoever maps the dma-buf owns
 * the contents until a queue acquires them, and again behind each release to `mappersFamily`; other releases are to
 * imports of the same driver. The dma-buf stays the case's: its handle is duplicated.
 * @param resource of the kind that the options name, with nothing bound to it yet
 */
export async function foreignMemory(
  { device }: Pick<CaseContext, 'device'>,
  endpoint: Endpoint,
  { handle, size }: Pick<ForeignDmaBuf, 'handle' | 'size'>,
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
    size: dedicated ? requirements.size : BigInt(size),
    memoryTypeIndex,
    import: { handle: handle.duplicate(), handleType },
    ...(dedicated ? { dedicatedTo: resource } : {}),
  });
  demand('vkAllocateMemory', result);
  if (memory === undefined) throw new Error('unreachable: the import succeeded');
  const start = (asked.offset ?? 0n) * requirements.alignment;
  await bind(resource, memory, start);
  const options = { ...asked, handleType, access: 'device', memoryTypeIndex } as const;
  const tenure = { holder: null, released: true, passedTo: mappersFamily(device) };
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
