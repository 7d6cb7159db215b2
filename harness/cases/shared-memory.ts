import { contentSize } from './content';
import type { DeviceCapabilities } from './device-capabilities';
import { DeviationError } from './expectation';
import type { MemoryHandleType } from './handle-types';
import type {
  AllocationAttempt,
  Endpoint,
  ExternalHandle,
  Memory,
  MemoryOptions,
  MemoryRequirements,
  Resource,
  Result,
  Submission,
  Work,
} from './objects';
import { type ResourceKindName, resourceKinds } from './resource-kinds';

/** Whether an allocation carries VkMemoryDedicatedAllocateInfo. */
export const allocations = ['suballocated', 'dedicated'] as const;
export type Allocation = (typeof allocations)[number];

/** How contents are written and read: through host mappings, or by copies on a queue. */
export const accesses = ['host', 'device'] as const;
export type Access = (typeof accesses)[number];

export interface SharedMemoryOptions {
  readonly handleType: MemoryHandleType;
  /** A buffer by default. */
  readonly resource?: ResourceKindName;
  /** Suballocated by default, where the device does not insist on a dedicated allocation. */
  readonly allocation?: Allocation;
  /** By the host by default, in memory that is host-visible; by the device in memory that is not, where there is some. */
  readonly access?: Access;
  /** Picks a memory type instead. */
  readonly memoryTypeIndex?: number;
  /** Handle types to export as, instead of `handleType` alone. */
  readonly exportAs?: readonly MemoryHandleType[];
  /** Bytes that the allocation has beyond what the resource needs; suballocated only. */
  readonly spare?: bigint;
  /** vkQueueSubmit by default. */
  readonly command?: Submission['command'];
  /** Where the resource is bound, in multiples of its alignment; needs as much `spare`. */
  readonly offset?: bigint;
}

/** Who may access the contents of a payload. Shared by all that share the payload. */
interface Tenure {
  /** The sharer that accessed it last and has not released it. */
  holder: SharedMemory | null;
  /** Whether contents lie there that a release made available to others. */
  released: boolean;
}

/**
 * A resource bound to memory whose payload others share or may come to share: made by `exportableMemory`, or
 * from a handle by `import`. Accesses by a queue pass ownership between instances through
 * VK_QUEUE_FAMILY_EXTERNAL, and the host waits between the two halves.
 */
export class SharedMemory {
  private staging: { readonly buffer: Resource; readonly memory: Memory } | undefined;

  constructor(
    private readonly device: DeviceCapabilities,
    readonly endpoint: Endpoint,
    readonly resource: Resource,
    readonly memory: Memory,
    readonly options: SharedMemoryOptions,
    /** Of the memory as the exporter allocated it. */
    readonly allocation: Allocation,
    /** Where the resource is bound, in bytes. */
    readonly start: number,
    private readonly tenure: Tenure,
  ) {}

  private get access(): Access {
    return this.options.access ?? 'host';
  }

  private get kind(): ResourceKindName {
    return this.options.resource ?? 'buffer';
  }

  /** Writes the contents, `contentSize` bytes. */
  async write(content: Uint8Array, access = this.access): Promise<void> {
    if (access === 'host') return this.memory.write(this.start, content);
    const staging = await this.staged();
    await staging.memory.write(0, content);
    await this.submit(this.copy(staging.buffer, 'in'));
  }

  /** Reads the contents, `contentSize` bytes; by the device only what someone has written. */
  async read(access = this.access): Promise<Uint8Array> {
    if (access === 'host') return this.memory.read(this.start, contentSize);
    const staging = await this.staged();
    await staging.memory.write(0, new Uint8Array(contentSize));
    await this.submit(this.copy(staging.buffer, 'out'));
    return staging.memory.read(0, contentSize);
  }

  /** Passes ownership on, for a queue of another instance to acquire. */
  async release(): Promise<void> {
    if (this.tenure.released) return;
    await this.run([
      this.resource.kind === 'image'
        ? { do: 'release-image', image: this.resource }
        : { do: 'release', buffer: this.resource },
    ]);
    this.tenure.holder = null;
    this.tenure.released = true;
  }

  /** Exports as the handle type that it was made for. */
  export(): Promise<ExternalHandle> {
    return this.memory.export(this.options.handleType);
  }

  /**
   * Imports a handle of this payload into another memory object, with an identical resource bound to it; size,
   * memory type and dedication as VUIDs 01742 and 01876 to 01879 of VkMemoryAllocateInfo ask. Takes the handle.
   */
  async import(
    endpoint: Endpoint,
    handle: ExternalHandle,
    changes: ImportChanges = {},
  ): Promise<SharedMemory> {
    const { result, shared } = await this.tryImport(endpoint, handle, changes);
    demand('vkAllocateMemory', result);
    return shared as SharedMemory;
  }

  /** As `import`; the handle stays the case's unless the result is VK_SUCCESS. */
  async tryImport(
    endpoint: Endpoint,
    handle: ExternalHandle,
    changes: ImportChanges = {},
  ): Promise<{ readonly result: Result; readonly shared?: SharedMemory }> {
    const handleType = changes.handleType ?? this.options.handleType;
    const handleTypes = changes.resourceFor ?? [...new Set([handleType, ...(changes.exportAs ?? [])])];
    const resource = await makeResource(endpoint, this.kind, handleTypes);
    const requirements = await resource.requirements();
    const allocation = allocationFor(requirements, changes.allocation ?? this.allocation, true);
    const memoryTypeIndex =
      changes.memoryTypeIndex ?? (await this.importType(endpoint, handle, handleType, requirements));
    const { result, memory } = await endpoint.tryMemory({
      size: changes.size ?? this.memory.size,
      memoryTypeIndex,
      import: { handle, handleType },
      ...(changes.exportAs === undefined ? {} : { exportAs: changes.exportAs }),
      ...(changes.allocator === undefined ? {} : { allocator: changes.allocator }),
      ...(allocation === 'dedicated' ? { dedicatedTo: resource } : {}),
    });
    if (memory === undefined) {
      await resource.destroy();
      return { result };
    }
    const start = offsetOf(this.options, requirements);
    await bind(resource, memory, start);
    const options = { ...this.options, handleType };
    return {
      result,
      shared: new SharedMemory(
        this.device,
        endpoint,
        resource,
        memory,
        options,
        allocation,
        Number(start),
        this.tenure,
      ),
    };
  }

  /** Destroys the resource and frees the memory. */
  async free(): Promise<void> {
    await this.resource.destroy();
    await this.memory.free();
  }

  private async importType(
    endpoint: Endpoint,
    handle: ExternalHandle,
    handleType: MemoryHandleType,
    requirements: MemoryRequirements,
  ): Promise<number> {
    if (handleType !== 'DMA_BUF') return this.memory.memoryTypeIndex;
    const { result, memoryTypeBits = 0 } = await endpoint.tryMemoryHandleProperties(handleType, handle);
    demand('vkGetMemoryFdPropertiesKHR', result);
    return pickType(this.device, requirements.memoryTypeBits & memoryTypeBits, this.access);
  }

  /** Takes the contents over from whoever had them, does the work, and keeps them. */
  private async submit(work: Work): Promise<void> {
    const { holder } = this.tenure;
    if (
      holder !== null &&
      holder !== this &&
      holder.endpoint === this.endpoint &&
      this.resource.kind === 'image'
    )
      throw new TypeError(
        'two images of one device that share a payload: release the one before using the other',
      );
    if (holder !== null && holder.endpoint !== this.endpoint) await holder.release();
    const acquire: readonly Work[] = !this.tenure.released
      ? []
      : this.resource.kind === 'image'
        ? [{ do: 'acquire-image', image: this.resource }]
        : [{ do: 'acquire', buffer: this.resource }];
    await this.run([...acquire, work]);
    this.tenure.released = false;
    this.tenure.holder = this;
  }

  private async run(work: readonly Work[]): Promise<void> {
    const queue = await this.endpoint.queue();
    const { command } = this.options;
    await queue.submit(command === undefined ? { work } : { work, command });
    demand('vkQueueWaitIdle', await queue.waitIdle());
  }

  private copy(buffer: Resource, direction: 'in' | 'out'): Work {
    const { resource } = this;
    if (resource.kind === 'image')
      return { do: direction === 'in' ? 'buffer-to-image' : 'image-to-buffer', image: resource, buffer };
    return direction === 'in'
      ? { do: 'copy', from: buffer, to: resource, size: contentSize }
      : { do: 'copy', from: resource, to: buffer, size: contentSize };
  }

  private async staged(): Promise<{ readonly buffer: Resource; readonly memory: Memory }> {
    this.staging ??= await hostVisibleBuffer(this.endpoint, this.device);
    return this.staging;
  }
}

/** What an import does otherwise than the allocation that the payload comes from. */
export interface ImportChanges {
  readonly handleType?: MemoryHandleType;
  readonly allocation?: Allocation;
  readonly memoryTypeIndex?: number;
  readonly size?: bigint;
  readonly exportAs?: readonly MemoryHandleType[];
  /** Handle types of the resource, where they are more than those of the import and `exportAs`. */
  readonly resourceFor?: readonly MemoryHandleType[];
  readonly allocator?: MemoryOptions['allocator'];
}

/** Memory that can be exported, with a resource of its handle type bound to it. */
export async function exportableMemory(
  endpoint: Endpoint,
  device: DeviceCapabilities,
  options: SharedMemoryOptions,
): Promise<SharedMemory> {
  const { handleType, exportAs = [handleType], access = 'host', resource: kind = 'buffer' } = options;
  const resource = await makeResource(endpoint, kind, exportAs);
  const requirements = await resource.requirements();
  const allocation = allocationFor(
    requirements,
    options.allocation ?? usualAllocation(device, kind, exportAs),
    options.allocation !== undefined,
  );
  const memory = await endpoint.memory({
    size: requirements.size + (options.spare ?? 0n) + offsetOf(options, requirements),
    memoryTypeIndex: options.memoryTypeIndex ?? pickType(device, requirements.memoryTypeBits, access),
    exportAs,
    ...(allocation === 'dedicated' ? { dedicatedTo: resource } : {}),
  });
  const start = offsetOf(options, requirements);
  await bind(resource, memory, start);
  const tenure: Tenure = { holder: null, released: false };
  return new SharedMemory(device, endpoint, resource, memory, options, allocation, Number(start), tenure);
}

/** A buffer of `contentSize` bytes, or an image of as many, that may be bound to memory of these handle types. */
export function makeResource(
  endpoint: Endpoint,
  name: ResourceKindName,
  external: readonly MemoryHandleType[],
): Promise<Resource> {
  const kind = resourceKinds[name];
  if (kind.kind === 'buffer') return endpoint.buffer({ size: contentSize, usage: kind.usage, external });
  const { format, tiling, usage } = kind;
  return endpoint.image({ format, width: 64, height: 64, tiling, usage, external });
}

/** A buffer of `contentSize` bytes that nobody shares, in memory that the host can map. */
export async function hostVisibleBuffer(
  endpoint: Endpoint,
  device: DeviceCapabilities,
): Promise<{ readonly buffer: Resource; readonly memory: Memory }> {
  const buffer = await endpoint.buffer({ size: contentSize });
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
function allocationFor(
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
function usualAllocation(
  device: DeviceCapabilities,
  kind: ResourceKindName,
  handleTypes: readonly MemoryHandleType[],
): Allocation {
  const answers = device.memory.find(({ name }) => name === kind)?.handleTypes;
  return handleTypes.some((type) => answers?.[type]?.dedicatedOnly) ? 'dedicated' : 'suballocated';
}

/**
 * The first memory type of a mask that suits: a host-visible one for the host, one that is not for the device
 * where there is any.
 */
export function pickType(device: DeviceCapabilities, memoryTypeBits: number, access: Access): number {
  const types = device.memoryTypes.filter(({ index }) => (memoryTypeBits & (1 << index)) !== 0);
  const hidden = access === 'device' ? types.find(({ hostVisible }) => !hostVisible) : undefined;
  const visible = types.find(({ hostVisible }) => hostVisible);
  const picked = hidden ?? visible ?? (access === 'device' ? types[0] : undefined);
  if (picked !== undefined) return picked.index;
  throw new DeviationError({
    what: 'memory types for external memory',
    expected: access === 'host' ? 'one that is host-visible among them' : 'at least one',
    seen: `memoryTypeBits 0x${memoryTypeBits.toString(16)}`,
    control: false,
  });
}

/** The memory object of an attempt that had to succeed. */
export function allocated({ result, memory }: AllocationAttempt): Memory {
  demand('vkAllocateMemory', result);
  return memory as Memory;
}

function offsetOf({ offset = 0n }: SharedMemoryOptions, { alignment }: MemoryRequirements): bigint {
  return offset * alignment;
}

/** Binds memory; anything but VK_SUCCESS is a deviation. */
export async function bind(resource: Resource, memory: Memory, offset: bigint): Promise<void> {
  const command = resource.kind === 'image' ? 'vkBindImageMemory2' : 'vkBindBufferMemory2';
  demand(command, await resource.bind(memory, offset));
}

function demand(command: string, result: Result): void {
  if (result === 'VK_SUCCESS') return;
  throw new DeviationError({
    what: `result of ${command}`,
    expected: 'VK_SUCCESS',
    seen: result,
    control: false,
  });
}
