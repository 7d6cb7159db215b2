import { contentSize } from './content';
import type { DeviceCapabilities } from './device-capabilities';
import { DeviationError } from './expectation';
import type { MemoryHandleType } from './handle-types';
import { pickType } from './memory-types';
import type {
  AllocationAttempt,
  Endpoint,
  ImageOptions,
  Memory,
  MemoryOptions,
  MemoryRequirements,
  Resource,
  Result,
} from './objects';
import { type BoundKindName, type ImageKind, kindOf, shapeOf } from './resource-kinds';

/** Whether an allocation carries VkMemoryDedicatedAllocateInfo. */
export const allocations = ['suballocated', 'dedicated'] as const;
export type Allocation = (typeof allocations)[number];

/**
 * A buffer or image of a kind that may be bound to memory of these handle types.
 * @param layoutOf the first of the identical images that this one joins
 */
export function makeResource(
  endpoint: Endpoint,
  name: BoundKindName,
  external: readonly MemoryHandleType[],
  layoutOf?: Resource,
): Promise<Resource> {
  const kind = kindOf(name);
  if (kind.kind === 'buffer')
    return endpoint.buffer({ size: kind.size ?? contentSize, usage: kind.usage, external });
  return endpoint.image({
    ...imageOptions(kind),
    external,
    ...(layoutOf === undefined ? {} : { layoutOf }),
  });
}

function imageOptions(kind: ImageKind): ImageOptions {
  const { format, tiling, usage } = kind;
  const { channel: _channel, channels: _channels, ...shape } = shapeOf(kind);
  return { format, tiling, usage, ...shape };
}

/**
 * An image of one sample in memory of its own, that one of several samples of this kind can be resolved into;
 * undefined for kinds that have one.
 */
export async function resolvedImage(
  endpoint: Endpoint,
  device: DeviceCapabilities,
  name: BoundKindName,
): Promise<Resource | undefined> {
  const kind = kindOf(name);
  if (kind.kind === 'buffer' || shapeOf(kind).samples === 1) return undefined;
  const image = await endpoint.image({ ...imageOptions(kind), samples: 1 });
  const { size, memoryTypeBits } = await image.requirements();
  const memory = await endpoint.memory({ size, memoryTypeIndex: pickType(device, memoryTypeBits, 'device') });
  await bind(image, memory, 0n);
  return image;
}

/** What the memory of a kind of resource is allocated with beside all else. */
export function allocationFlags(name: BoundKindName): Pick<MemoryOptions, 'deviceAddress'> {
  return name === 'addressed-buffer' ? { deviceAddress: true } : {};
}

/** A buffer of so many bytes that nobody shares, in memory that the host can map. */
export async function hostVisibleBuffer(
  endpoint: Endpoint,
  device: DeviceCapabilities,
  bytes: number = contentSize,
): Promise<{ readonly buffer: Resource; readonly memory: Memory }> {
  const buffer = await endpoint.buffer({ size: bytes });
  const { size, memoryTypeBits } = await buffer.requirements();
  const memory = await endpoint.memory({ size, memoryTypeIndex: pickType(device, memoryTypeBits, 'host') });
  await bind(buffer, memory, 0n);
  return { buffer, memory };
}

/**
 * The allocation that was asked for, where the resource allows it: memory that is not dedicated to it may not be
 * bound to a resource that requires it (VUIDs 01444 and 01445 of VkBind*MemoryInfo), which is a deviation where the
 * handle type was not reported to need it.
 */
export function allocationFor(
  { requiresDedicatedAllocation }: MemoryRequirements,
  wanted: Allocation,
  insists: boolean,
): Allocation {
  if (!requiresDedicatedAllocation || wanted === 'dedicated') return wanted;
  if (!insists) return 'dedicated';
  throw new DeviationError({
    what: 'requiresDedicatedAllocation without VK_EXTERNAL_MEMORY_FEATURE_DEDICATED_ONLY_BIT',
    expected: 'false',
    seen: 'true',
    control: false,
  });
}

/** Suballocated, unless the device reports that one of the handle types needs dedicated allocations. */
export function usualAllocation(
  device: DeviceCapabilities,
  kind: BoundKindName,
  handleTypes: readonly MemoryHandleType[],
): Allocation {
  const answers = device.memory.find(({ name }) => name === kind)?.handleTypes;
  return handleTypes.some((type) => answers?.[type]?.dedicatedOnly) ? 'dedicated' : 'suballocated';
}

/** The memory object of an attempt that had to succeed. */
export function allocated({ result, memory }: AllocationAttempt): Memory {
  demand('vkAllocateMemory', result);
  return memory as Memory;
}

/** Binds memory; anything but VK_SUCCESS is a deviation. */
export async function bind(resource: Resource, memory: Memory, offset: bigint): Promise<void> {
  const command = resource.kind === 'image' ? 'vkBindImageMemory2' : 'vkBindBufferMemory2';
  demand(command, await resource.bind(memory, offset));
}

/** Takes VK_SUCCESS for granted: anything else is a deviation, since the call was valid. */
export function demand(command: string, result: Result): void {
  if (result === 'VK_SUCCESS') return;
  throw new DeviationError({
    what: `result of ${command}`,
    expected: 'VK_SUCCESS',
    seen: result,
    control: false,
  });
}
