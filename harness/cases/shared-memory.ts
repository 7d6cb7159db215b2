import type { Content } from './content';
import type { DeviceCapabilities } from './device-capabilities';
import { DeviationError } from './expectation';
import type { ExternalHandle } from './external-handle';
import { exportedOnce, type MemoryHandleType, platformOf } from './handle-types';
import {
  type Allocation,
  allocationFlags,
  allocationFor,
  bind,
  demand,
  hostVisibleBuffer,
  makeResource,
  resolvedImage,
  usualAllocation,
} from './memory-allocation';
import { type Access, pickType } from './memory-types';
import type {
  Endpoint,
  Memory,
  MemoryOptions,
  MemoryRequirements,
  NamedPayload,
  Resource,
  Result,
  Win32HandleOptions,
} from './objects';
import { familyFor } from './queue-families';
import { contentSizeOf, freshContentOf, readingWork, type Writing, writingWork } from './resource-contents';
import type { BoundKindName } from './resource-kinds';
import type { OtherOwner, OwnershipTransfer, Submission, Work } from './work';

export interface SharedMemoryOptions {
  readonly handleType: MemoryHandleType;
  /** A buffer by default. */
  readonly resource?: BoundKindName;
  /** Suballocated by default, where the device does not insist on a dedicated allocation. */
  readonly allocation?: Allocation;
  /** By the host by default, in memory that is host-visible; by the device in memory that is not, where there is some. */
  readonly access?: Access;
  /** How its queue writes it: by copies by default. */
  readonly written?: Writing;
  /** Picks a memory type instead. */
  readonly memoryTypeIndex?: number;
  /** Handle types to export as, instead of `handleType` alone. */
  readonly exportAs?: readonly MemoryHandleType[];
  /** What its NT handles are made with; see `MemoryOptions.win32`. */
  readonly win32?: Win32HandleOptions;
  /** Bytes that the allocation has beyond what the resource needs; suballocated only. */
  readonly spare?: bigint;
  /** vkQueueSubmit by default. */
  readonly command?: Submission['command'];
  /** Where the resource is bound, in multiples of its alignment; needs as much `spare`. */
  readonly offset?: bigint;
  /** The first of the identical images of its device, whose layout is that of all; see `ImageOptions.layoutOf`. */
  readonly layoutOf?: Resource;
  /** To and from whom ownership passes, with the hint of acquires where there is one. */
  readonly transfer?: OwnershipTransfer;
}

/** Where contents lie on their way from and to the host. */
interface Staging {
  readonly buffer: Resource;
  readonly memory: Memory;
  /** For contents of images of several samples. */
  readonly resolved: Resource | undefined;
}

/** Who may access the contents of a payload. Shared by all that share the payload. */
interface Tenure {
  /** The sharer that accessed it last and has not released it. */
  holder: SharedMemory | null;
  /** Whether contents lie there that a release made available to others. */
  released: boolean;
  /** Whom they were passed to where the next sharer acquires them from somebody else than it passes its own to. */
  passedTo?: OtherOwner | undefined;
}

/**
 * A resource bound to memory whose payload others share or may come to share: made by `exportableMemory`, or
 * from a handle by `import`. Accesses by a queue pass ownership between instances through
 * VK_QUEUE_FAMILY_EXTERNAL, unless the options or a release say otherwise, and the host waits between the two halves.
 */
export class SharedMemory {
  private staging: Staging | undefined;
  /** The one export as an NT handle, of which the others are duplicates; open until the memory is freed. */
  private original: Promise<ExternalHandle> | undefined;

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

  get kind(): BoundKindName {
    return this.options.resource ?? 'buffer';
  }

  get written(): Writing {
    return this.options.written ?? 'copy';
  }

  /** Bytes of the contents. */
  get contentSize(): number {
    return contentSizeOf(this.kind);
  }

  /** Contents that nobody wrote before, such as it can hold. */
  fresh(): Content {
    return freshContentOf(this.kind, this.written);
  }

  /** Writes the contents, `contentSizeOf` bytes. */
  async write(content: Content, access = this.access): Promise<void> {
    if (access === 'host') return this.memory.write(this.start, content.bytes);
    const { memory, buffer } = await this.staged();
    if (this.written === 'copy') await memory.write(0, content.bytes);
    await this.submit([writingWork(this.kind, this.written, this.resource, buffer, content)]);
  }

  /** Reads the contents, `contentSizeOf` bytes; by the device only what someone has written. */
  async read(access = this.access): Promise<Uint8Array> {
    const size = contentSizeOf(this.kind);
    if (access === 'host') return this.memory.read(this.start, size);
    const { memory, buffer, resolved } = await this.staged();
    await memory.write(0, new Uint8Array(size));
    await this.submit(readingWork(this.kind, this.resource, buffer, resolved));
    return memory.read(0, size);
  }

  /**
   * Passes ownership on, for a queue of another instance to acquire.
   * @param to whom this once, instead of whom the options name: the next to use the contents acquires them from there
   */
  async release(to?: OtherOwner): Promise<void> {
    if (this.tenure.released) return;
    await this.run([this.transfer('release', to)]);
    this.tenure.holder = null;
    this.tenure.released = true;
    this.tenure.passedTo = to;
  }

  /**
   * A handle of the type that it was made for: an export of its own or, of NT handles, which may be exported once, a
   * duplicate of the one that was.
   * @param thread of the call, where there is one
   */
  async export(thread?: 'worker'): Promise<ExternalHandle> {
    const { handleType } = this.options;
    if (!exportedOnce(handleType)) return this.memory.export(handleType, thread);
    this.original ??= this.memory.export(handleType, thread);
    return (await this.original).duplicate();
  }

  /**
   * Imports a handle of this payload into another memory object, with an identical resource bound to it; size,
   * memory type and dedication as VUIDs 01742 and 01876 to 01879 of VkMemoryAllocateInfo ask. Takes the handle: what
   * the import itself does not take is closed behind it, unless the changes say otherwise.
   */
  async import(
    endpoint: Endpoint,
    from: ExternalHandle | NamedPayload,
    changes: ImportChanges = {},
  ): Promise<SharedMemory> {
    const { result, shared } = await this.tryImport(endpoint, from, changes);
    demand('vkAllocateMemory', result);
    const taken = platformOf(changes.handleType ?? this.options.handleType) !== 'win32';
    if (!taken && changes.handleKept !== true && 'close' in from)
      closeKept(from, changes.handleType ?? this.options.handleType);
    return shared as SharedMemory;
  }

  /** As `import`; the handle stays the case's unless the result is VK_SUCCESS and the platform POSIX. */
  async tryImport(
    endpoint: Endpoint,
    handle: ExternalHandle | NamedPayload,
    changes: ImportChanges = {},
  ): Promise<{ readonly result: Result; readonly shared?: SharedMemory }> {
    const handleType = changes.handleType ?? this.options.handleType;
    const handleTypes = changes.resourceFor ?? [...new Set([handleType, ...(changes.exportAs ?? [])])];
    const { layoutOf } = changes;
    const resource = await makeResource(endpoint, this.kind, handleTypes, layoutOf);
    const requirements = await resource.requirements();
    const allocation = allocationFor(requirements, changes.allocation ?? this.allocation, true);
    const memoryTypeIndex =
      changes.memoryTypeIndex ?? (await this.importType(endpoint, handle, handleType, requirements));
    const { result, memory } = await endpoint.tryMemory({
      size: changes.size ?? this.memory.size,
      memoryTypeIndex,
      import: { handle, handleType },
      ...allocationFlags(this.kind),
      ...(changes.exportAs === undefined ? {} : { exportAs: changes.exportAs }),
      ...(changes.allocator === undefined ? {} : { allocator: changes.allocator }),
      ...(changes.thread === undefined ? {} : { thread: changes.thread }),
      ...(allocation === 'dedicated' ? { dedicatedTo: resource } : {}),
    });
    if (memory === undefined) {
      await resource.destroy();
      return { result };
    }
    const start = offsetOf(this.options, requirements);
    await bind(resource, memory, start);
    const { layoutOf: _own, ...own } = this.options;
    const options = {
      ...own,
      handleType,
      ...(layoutOf === undefined ? {} : { layoutOf }),
      ...(changes.transfer === undefined ? {} : { transfer: changes.transfer }),
    };
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

  /** Another identical image bound to the very same memory, which must not be dedicated to this one. */
  async alias(): Promise<SharedMemory> {
    const { handleType, exportAs = [handleType] } = this.options;
    const layoutOf = this.options.layoutOf ?? this.resource;
    const resource = await makeResource(this.endpoint, this.kind, exportAs, layoutOf);
    await bind(resource, this.memory, BigInt(this.start));
    const options = { ...this.options, layoutOf };
    const { device, endpoint, memory, allocation, start, tenure } = this;
    return new SharedMemory(device, endpoint, resource, memory, options, allocation, start, tenure);
  }

  /** Destroys the resource and frees the memory. */
  async free(): Promise<void> {
    await this.resource.destroy();
    await this.freeMemory();
  }

  /** Frees the memory alone, whatever is bound to it. */
  async freeMemory(): Promise<void> {
    const original = await this.original;
    if (original?.isOpen()) original.close();
    await this.memory.free();
  }

  private async importType(
    endpoint: Endpoint,
    handle: ExternalHandle | NamedPayload,
    handleType: MemoryHandleType,
    requirements: MemoryRequirements,
  ): Promise<number> {
    if (handleType.startsWith('OPAQUE') || 'name' in handle) return this.memory.memoryTypeIndex;
    const { result, memoryTypeBits = 0 } = await endpoint.tryMemoryHandleProperties(handleType, handle);
    demand(
      platformOf(handleType) === 'win32'
        ? 'vkGetMemoryWin32HandlePropertiesKHR'
        : 'vkGetMemoryFdPropertiesKHR',
      result,
    );
    return pickType(this.device, requirements.memoryTypeBits & memoryTypeBits, this.access);
  }

  private sharesLayoutWith(other: SharedMemory): boolean {
    return (this.options.layoutOf ?? this.resource) === (other.options.layoutOf ?? other.resource);
  }

  /** Takes the contents over from whoever had them, does the work, and keeps them. */
  private async submit(work: readonly Work[]): Promise<void> {
    const { holder } = this.tenure;
    if (
      holder !== null &&
      holder !== this &&
      holder.endpoint === this.endpoint &&
      this.resource.kind === 'image' &&
      !this.sharesLayoutWith(holder)
    )
      throw new TypeError(
        'two images of one device that share a payload: release the one before using the other',
      );
    if (holder !== null && holder.endpoint !== this.endpoint) await holder.release();
    const acquire = this.tenure.released ? [this.transfer('acquire', this.tenure.passedTo)] : [];
    await this.run([...acquire, ...work]);
    this.tenure.released = false;
    this.tenure.holder = this;
  }

  private async run(work: readonly Work[]): Promise<void> {
    const queue = await this.endpoint.queue(familyFor(this.device, this.kind));
    const { command } = this.options;
    await queue.submit(command === undefined ? { work } : { work, command });
    demand('vkQueueWaitIdle', await queue.waitIdle());
  }

  private transfer(half: 'release' | 'acquire', instead?: OtherOwner): Work {
    const { other, unmodified } = this.options.transfer ?? {};
    const owner = instead ?? other;
    const transfer: OwnershipTransfer = {
      ...(owner === undefined ? {} : { other: owner }),
      ...(half === 'release' || unmodified === undefined ? {} : { unmodified }),
    };
    const { resource } = this;
    return resource.kind === 'image'
      ? { do: `${half}-image`, image: resource, ...transfer }
      : { do: half, buffer: resource, ...transfer };
  }

  private async staged(): Promise<Staging> {
    const { endpoint, device, kind } = this;
    this.staging ??= {
      ...(await hostVisibleBuffer(endpoint, device, contentSizeOf(kind))),
      resolved: await resolvedImage(endpoint, device, kind),
    };
    return this.staging;
  }
}

/**
 * Closes a handle that an import had to leave open; of a global one nobody can tell whether it is. Whether the import
 * did is the rule of other cases, which look at it themselves.
 */
function closeKept(handle: ExternalHandle, handleType: MemoryHandleType): void {
  if (exportedOnce(handleType) && !handle.isOpen())
    throw new DeviationError({
      what: 'whether the handle is open behind its import',
      expected: 'true',
      seen: 'false',
      control: true,
    });
  handle.close();
}

/** What an import does otherwise than the allocation that the payload comes from. */
export interface ImportChanges {
  /** A handle that the import does not take stays open. */
  readonly handleKept?: true;
  readonly handleType?: MemoryHandleType;
  readonly allocation?: Allocation;
  readonly memoryTypeIndex?: number;
  readonly size?: bigint;
  readonly exportAs?: readonly MemoryHandleType[];
  /** Handle types of the resource, where they are more than those of the import and `exportAs`. */
  readonly resourceFor?: readonly MemoryHandleType[];
  readonly allocator?: MemoryOptions['allocator'];
  readonly thread?: MemoryOptions['thread'];
  /** The first of the identical images of the same device that this one joins. */
  readonly layoutOf?: Resource;
  readonly transfer?: OwnershipTransfer;
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
    ...(options.win32 === undefined ? {} : { win32: options.win32 }),
    ...allocationFlags(kind),
    ...(allocation === 'dedicated' ? { dedicatedTo: resource } : {}),
  });
  const start = offsetOf(options, requirements);
  await bind(resource, memory, start);
  const tenure: Tenure = { holder: null, released: false };
  return new SharedMemory(device, endpoint, resource, memory, options, allocation, Number(start), tenure);
}

function offsetOf({ offset = 0n }: SharedMemoryOptions, { alignment }: MemoryRequirements): bigint {
  return offset * alignment;
}
