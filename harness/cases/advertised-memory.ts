import { asWritten, differenceFrom, filledWith, freshPattern } from './content';
import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import type { ClaimedFeatures } from './external-masks';
import { keepsPayload, type MemoryHandleType } from './handle-types';
import { type Allocation, bind, hostVisibleBuffer } from './memory-allocation';
import { pickType } from './memory-types';
import type { Endpoint, Memory, MemoryOptions, Resource } from './objects';

type Proving = Pick<CaseContext, 'exporter' | 'importer' | 'device' | 'expect' | 'control' | 'note'>;

/** What a capability query advertised, and how to make and use a resource of the kind that it was asked about. */
export interface AdvertisedMemory {
  readonly handleType: MemoryHandleType;
  readonly claimed: ClaimedFeatures;
  /** Handle types that resources are created with: `handleType`, and any that it is compatible with. */
  readonly external: readonly MemoryHandleType[];
  /** Those of them that memory can be exported as. */
  readonly exportAs: readonly MemoryHandleType[];
  readonly allocation: Allocation;
  /** Resources bound to each allocation; 1 by default, more only suballocated. */
  readonly resources?: number;
  make(endpoint: Endpoint, external: readonly MemoryHandleType[]): Promise<Resource>;
  /** Writes and reads the resource; absent: it is bound, and that is all. */
  use?(endpoint: Endpoint, resource: Resource): Promise<void>;
}

interface Bound {
  readonly memory: Memory;
  readonly size: bigint;
}

/**
 * Memory of a handle type does what a capability query claims: resources are created for it, bound to memory
 * that is exported, and to memory that is imported, and are used in both.
 */
export async function memoryHoldsResources(proving: Proving, advertised: AdvertisedMemory): Promise<void> {
  const { exporter, importer, note } = proving;
  const { handleType, claimed, exportAs } = advertised;
  const exported: ExternalHandle[] = [];
  let source: Bound | undefined;
  if (claimed.exportable) {
    const { memory, size } = await boundMemory(proving, advertised, exporter, { exportAs });
    source = { memory, size };
    for (const type of exportAs) {
      const handle = await memory.export(type);
      if (keepsPayload(type))
        proving.expect(`whether the ${type} export is open`, handle.isOpen()).toBe(true);
      if (type === handleType) exported.push(handle);
    }
  }
  if (!claimed.importable) return;
  if (handleType === 'HOST_ALLOCATION') return hostMemoryHolds(proving, advertised);
  const [handle] = exported;
  if (handle === undefined || source === undefined) {
    const resource = await advertised.make(importer, advertised.external);
    proving.expect('size that the resource needs', (await resource.requirements()).size).toBeAtLeast(1n);
    note(`nothing on this device makes a ${handleType} handle that an import could be given`);
    return;
  }
  await boundMemory(proving, advertised, importer, { import: { handle, handleType } }, source);
}

async function hostMemoryHolds(proving: Proving, advertised: AdvertisedMemory): Promise<void> {
  const { importer, device, expect } = proving;
  const { resources, size } = await madeResources(proving, advertised, importer);
  const alignment = device.minImportedHostPointerAlignment ?? 0;
  expect('minImportedHostPointerAlignment', alignment).toBeAtLeast(1);
  const pages = await importer.hostAllocation(Math.ceil(Number(size) / alignment) * alignment, alignment);
  const { result, memoryTypeBits = 0 } = await importer.tryHostPointerProperties(pages);
  expect('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
  const memory = await importer.memory({
    size: BigInt(pages.size),
    // Contents of a host import into memory that is not host-visible are undefined.
    memoryTypeIndex: pickType(device, memoryTypeBits & resources.typeBits, 'host'),
    importHostPointer: pages,
  });
  await bindAndUse(advertised, importer, memory, resources);
}

interface Made {
  readonly all: readonly Resource[];
  readonly offsets: readonly bigint[];
  readonly typeBits: number;
}

/** The resources of one allocation, one behind the other, and the bytes that they need. */
async function madeResources(
  { expect }: Proving,
  { make, external, resources = 1 }: AdvertisedMemory,
  endpoint: Endpoint,
): Promise<{ readonly resources: Made; readonly size: bigint }> {
  const all: Resource[] = [];
  const offsets: bigint[] = [];
  let typeBits = 0xffff_ffff;
  let size = 0n;
  for (let index = 0; index < resources; index++) {
    const resource = await make(endpoint, external);
    const needed = await resource.requirements();
    expect('size that the resource needs', needed.size).toBeAtLeast(1n);
    const offset = ((size + needed.alignment - 1n) / needed.alignment) * needed.alignment;
    all.push(resource);
    offsets.push(offset);
    size = offset + needed.size;
    typeBits &= needed.memoryTypeBits;
  }
  return { resources: { all, offsets, typeBits }, size };
}

interface ImportedHandle {
  readonly handle: ExternalHandle;
  readonly handleType: MemoryHandleType;
}

/** Memory with resources bound to it and used: new memory, or that behind a handle of `source`. */
async function boundMemory(
  proving: Proving,
  advertised: AdvertisedMemory,
  endpoint: Endpoint,
  how: Pick<MemoryOptions, 'exportAs'> & { readonly import?: ImportedHandle },
  source?: Bound,
): Promise<Bound> {
  const { resources, size } = await madeResources(proving, advertised, endpoint);
  const [first] = resources.all;
  const dedicated = advertised.allocation === 'dedicated' && first !== undefined;
  const memory = await endpoint.memory({
    ...how,
    size: source?.size ?? size,
    memoryTypeIndex: await typeFor(proving, endpoint, resources.typeBits, how, source),
    ...(dedicated ? { dedicatedTo: first } : {}),
  });
  await bindAndUse(advertised, endpoint, memory, resources);
  return { memory, size };
}

async function typeFor(
  { device, expect }: Proving,
  endpoint: Endpoint,
  typeBits: number,
  { import: imported }: { readonly import?: ImportedHandle },
  source?: Bound,
): Promise<number> {
  if (imported === undefined || source === undefined) return pickType(device, typeBits, 'device');
  const { handle, handleType } = imported;
  if (handleType.startsWith('OPAQUE')) return source.memory.memoryTypeIndex;
  const answer = await endpoint.tryMemoryHandleProperties(handleType, handle);
  expect(`result of the query about the ${handleType} handle`, answer.result).toBe('VK_SUCCESS');
  return pickType(device, typeBits & (answer.memoryTypeBits ?? 0), 'device');
}

async function bindAndUse(
  { use }: AdvertisedMemory,
  endpoint: Endpoint,
  memory: Memory,
  { all, offsets }: Made,
): Promise<void> {
  for (const [index, resource] of all.entries()) await bind(resource, memory, offsets[index] ?? 0n);
  for (const resource of all) await use?.(endpoint, resource);
}

/** Bytes of the buffers that `useBuffer` uses. */
export const usedBufferSize = 4096;

/** Fills a buffer of `usedBufferSize` bytes by copy and reads it back; it needs both transfer usages. */
export async function useBuffer(
  { device, expect, control }: Pick<CaseContext, 'device' | 'expect' | 'control'>,
  endpoint: Endpoint,
  buffer: Resource,
): Promise<void> {
  const written = freshPattern(usedBufferSize);
  const from = await hostVisibleBuffer(endpoint, device);
  const to = await hostVisibleBuffer(endpoint, device);
  await from.memory.write(0, written.bytes);
  await to.memory.write(0, new Uint8Array(usedBufferSize));
  control(
    'what lies where the bytes go',
    differenceFrom(written, await to.memory.read(0, usedBufferSize)),
  ).toDifferFrom(asWritten);
  const queue = await endpoint.queue();
  await queue.submit({
    work: [
      { do: 'copy', from: from.buffer, to: buffer, size: usedBufferSize },
      { do: 'copy', from: buffer, to: to.buffer, size: usedBufferSize },
    ],
  });
  await queue.waitIdle();
  expect(
    'what comes back out of the buffer',
    differenceFrom(written, await to.memory.read(0, usedBufferSize)),
  ).toBe(asWritten);
}

/** Clears a colour image of one level of 64 x 64 texels to ones and reads it back; it needs both transfer usages. */
export async function useImage(
  { device, expect, control }: Pick<CaseContext, 'device' | 'expect' | 'control'>,
  endpoint: Endpoint,
  image: Resource,
  { texelBytes, layers }: { readonly texelBytes: number; readonly layers: number },
): Promise<void> {
  const length = 64 * 64 * texelBytes * layers;
  const ones = filledWith(0xff, length);
  const to = await hostVisibleBuffer(endpoint, device, length);
  await to.memory.write(0, new Uint8Array(length));
  control(
    'what lies where the texels go',
    differenceFrom(ones, await to.memory.read(0, length)),
  ).toDifferFrom(asWritten);
  const queue = await endpoint.queue();
  await queue.submit({
    work: [
      { do: 'clear-image', image, value: [1, 1, 1, 1] },
      { do: 'image-to-buffer', image, buffer: to.buffer },
    ],
  });
  await queue.waitIdle();
  expect('what the image holds that was cleared', differenceFrom(ones, await to.memory.read(0, length))).toBe(
    asWritten,
  );
}
