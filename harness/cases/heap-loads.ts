import { contentSize } from './content';
import type { CaseContext } from './context';
import type { MemoryHandleType } from './handle-types';
import { makeResource } from './memory-allocation';
import { type Access, pickType } from './memory-types';
import type { Endpoint, MemoryOptions } from './objects';
import type { MemoryHeap } from './queries';
import type { ResourceKindName } from './resource-kinds';
import type { SharedMemoryOptions } from './shared-memory';

const gibibyte = 2n ** 30n;
const mebibyte = 2n ** 20n;

/** Payloads so large that a number of them is more than the heap which they are of. */
export interface HeapLoad {
  /** For `exportableMemory`. */
  readonly options: SharedMemoryOptions;
  /** In bytes, of each. */
  readonly payloadBytes: bigint;
  /** So many of them exceed the heap. */
  readonly count: number;
  readonly heapBytes: bigint;
  /** Bytes that the process of an endpoint uses of that heap, or null where the device does not say. */
  usage(endpoint: Endpoint): Promise<bigint | null>;
}

/**
 * Sizes payloads by the heap that they come from: at most 1 GiB each, which maxMemoryAllocationSize always allows, no
 * more than a sixteenth of it, and no more than the driver gives at once: dma-bufs may have a limit of their own.
 * @param atMost bytes of a payload
 */
export async function heapLoad(
  { exporter, device }: Pick<CaseContext, 'exporter' | 'device'>,
  handleType: MemoryHandleType,
  access: Access,
  resource: ResourceKindName = 'buffer',
  atMost = gibibyte,
): Promise<HeapLoad> {
  const probe = await makeResource(exporter, resource, [handleType]);
  const { memoryTypeBits } = await probe.requirements();
  await probe.destroy();
  const memoryTypeIndex = pickType(device, memoryTypeBits, access);
  const heap = device.memoryTypes.find(({ index }) => index === memoryTypeIndex)?.heap ?? 0;
  const heapBytes = ((await exporter.queries.memoryHeaps())[heap] as MemoryHeap).size;
  const wanted = heapBytes / 16n > atMost ? atMost : heapBytes / 16n;
  const possible = await largestPossible(exporter, wanted, { memoryTypeIndex, exportAs: [handleType] });
  const spare = (possible / mebibyte) * mebibyte - BigInt(contentSize);
  const payloadBytes = spare + BigInt(contentSize);
  return {
    options: { handleType, access, resource, allocation: 'suballocated', memoryTypeIndex, spare },
    payloadBytes,
    count: Number(heapBytes / payloadBytes) + 2,
    heapBytes,
    usage: async ({ queries }) => (await queries.memoryHeaps())[heap]?.usage ?? null,
  };
}

/** The size or the first half, quarter, eighth ... of it that can be allocated; the last of them is a mebibyte or more. */
async function largestPossible(
  endpoint: Endpoint,
  wanted: bigint,
  options: Pick<MemoryOptions, 'memoryTypeIndex' | 'exportAs'>,
): Promise<bigint> {
  const { memory } = await endpoint.tryMemory({ size: wanted, ...options });
  await memory?.free();
  return memory === undefined && wanted >= 2n * mebibyte
    ? largestPossible(endpoint, wanted / 2n, options)
    : wanted;
}
