import { memoryBit } from '../../cases/handle-type-bits';
import type { MemoryHandleType } from '../../cases/handle-types';
import type { ExportAttempt, Memory, MemoryOptions, Result } from '../../cases/objects';
import { failingAllocator, type VkDeviceMemory, type VkMemoryAllocateInfo, viewMemory } from '../../vulkan';
import { asTraced, isTracing, traced } from '../call-trace';
import { demandSuccess } from '../case-scope';
import { handleOf, type OwnedHandle } from '../owned-handle';
import { LocalHostAllocation } from './local-host-allocation';
import { LocalResource } from './local-resource';
import { handleInfo, importedFrom, isWin32 } from './win32-handles';
import type { Destruction, Workbench } from './workbench';

let failing: bigint | undefined;

/** Made once: a driver may call them for as long as an object lives that was made with them. */
function failingCallbacks(): bigint {
  failing ??= failingAllocator().callbacks;
  return failing;
}

const wholeSize = 0xffff_ffff_ffff_ffffn;
const hostVisible = 0x2;
const hostCoherent = 0x4;

/** A VkDeviceMemory of a device in this process. */
export class LocalMemory implements Memory {
  private readonly destruction: Destruction;
  private mapped: Uint8Array | undefined;

  private constructor(
    private readonly bench: Workbench,
    readonly vk: VkDeviceMemory,
    readonly size: bigint,
    readonly memoryTypeIndex: number,
    allocator: bigint | null,
  ) {
    this.destruction = bench.whenLeft(() => bench.commands.vkFreeMemory(bench.device.device, vk, allocator));
  }

  /** vkAllocateMemory; an imported descriptor goes to the driver when it succeeds. */
  static async allocate(
    bench: Workbench,
    options: MemoryOptions,
  ): Promise<{ result: Result; memory?: LocalMemory }> {
    const { size, memoryTypeIndex, thread } = options;
    const imported = options.import;
    const allocator = options.allocator === 'failing' ? failingCallbacks() : null;
    const info = allocateInfo(bench, options);
    const { device } = bench.device;
    const passed =
      imported === undefined || imported.handleType === null || isWin32(imported.handleType)
        ? undefined
        : handleOf(imported.handle);
    // Once the driver closes the number, another thread may be given it: it must be no one's by then.
    if (thread === 'worker') passed?.taken();
    const { result, memory } =
      thread === 'worker'
        ? await bench.async.vkAllocateMemory(device, info, allocator)
        : bench.commands.vkAllocateMemory(device, info, allocator);
    if (memory === undefined) {
      if (thread === 'worker' && passed !== undefined) bench.system.adopt(passed.value).close();
      return { result };
    }
    if (thread !== 'worker') passed?.taken();
    return { result, memory: new LocalMemory(bench, memory, size, memoryTypeIndex, allocator) };
  }

  /** The memory of this process behind the face that suites see. */
  static of(memory: Memory): LocalMemory {
    if (memory instanceof LocalMemory) return memory;
    throw new TypeError('memory of another endpoint was used where memory of this one is needed');
  }

  async write(offset: number, bytes: Uint8Array): Promise<void> {
    const mapped = this.map();
    this.told('write-memory', offset, bytes);
    mapped.set(bytes, offset);
    if (!this.has(hostCoherent)) {
      const { result } = this.bench.commands.vkFlushMappedMemoryRanges(this.bench.device.device, [
        this.wholeRange(),
      ]);
      demandSuccess('vkFlushMappedMemoryRanges', result);
    }
  }

  async read(offset: number, length: number): Promise<Uint8Array> {
    const mapped = this.map();
    if (!this.has(hostCoherent)) {
      const { result } = this.bench.commands.vkInvalidateMappedMemoryRanges(this.bench.device.device, [
        this.wholeRange(),
      ]);
      demandSuccess('vkInvalidateMappedMemoryRanges', result);
    }
    this.told('reads-memory', offset, undefined, length);
    const bytes = mapped.slice(offset, offset + length);
    this.told('read-memory', offset, bytes);
    return bytes;
  }

  async unmap(): Promise<void> {
    if (this.mapped === undefined) return;
    this.mapped = undefined;
    this.bench.commands.vkUnmapMemory(this.bench.device.device, this.vk);
  }

  async export(handleType: MemoryHandleType, thread?: 'worker'): Promise<OwnedHandle> {
    const { result, handle } = await this.tryExport(handleType, thread);
    demandSuccess(isWin32(handleType) ? 'vkGetMemoryWin32HandleKHR' : 'vkGetMemoryFdKHR', result);
    return handle as OwnedHandle;
  }

  async tryExport(handleType: MemoryHandleType, thread?: 'worker'): Promise<ExportAttempt> {
    const { device, commands, async } = this.bench;
    const info = { memory: this.vk, handleType: memoryBit[handleType] };
    if (isWin32(handleType)) {
      const { result, handle } =
        thread === 'worker'
          ? await async.vkGetMemoryWin32HandleKHR(device.device, info)
          : commands.vkGetMemoryWin32HandleKHR(device.device, info);
      return this.bench.exportedWin32('vkGetMemoryWin32HandleKHR', handleType, result, handle);
    }
    const { result, fd } =
      thread === 'worker'
        ? await async.vkGetMemoryFdKHR(device.device, info)
        : commands.vkGetMemoryFdKHR(device.device, info);
    return fd === undefined ? { result } : { result, handle: this.bench.exported('vkGetMemoryFdKHR', fd) };
  }

  async free(): Promise<void> {
    this.mapped = undefined;
    this.destruction.now();
  }

  private map(): Uint8Array {
    if (this.mapped !== undefined) return this.mapped;
    if (!this.has(hostVisible))
      throw new TypeError(`memory type ${this.memoryTypeIndex} is not host-visible`);
    const { result, data } = this.bench.commands.vkMapMemory(
      this.bench.device.device,
      this.vk,
      0,
      wholeSize,
      [],
    );
    demandSuccess('vkMapMemory', result);
    this.mapped = viewMemory(data as bigint, Number(this.size));
    return this.mapped;
  }

  private told(action: string, offset: number, bytes?: Uint8Array, length = bytes?.length): void {
    if (isTracing())
      traced({ kind: 'os', action, memory: asTraced(this.vk), offset, length, given: asTraced(bytes) });
  }

  private has(flag: number): boolean {
    return ((this.bench.device.memoryTypes[this.memoryTypeIndex]?.flags ?? 0) & flag) !== 0;
  }

  private wholeRange(): { memory: VkDeviceMemory; offset: number; size: bigint } {
    return { memory: this.vk, offset: 0, size: wholeSize };
  }
}

function allocateInfo(bench: Workbench, options: MemoryOptions): VkMemoryAllocateInfo {
  const { size, memoryTypeIndex, exportAs, win32, dedicatedTo, importHostPointer, deviceAddress } = options;
  return {
    pNext: [
      ...(exportAs === undefined
        ? []
        : [
            {
              struct: 'VkExportMemoryAllocateInfo',
              handleTypes: exportAs.map((type) => memoryBit[type]),
            } as const,
          ]),
      ...(win32 === undefined
        ? []
        : [{ struct: 'VkExportMemoryWin32HandleInfoKHR', ...handleInfo(bench, win32) } as const]),
      ...(options.import === undefined ? [] : [importInfo(bench, options.import)]),
      ...(importHostPointer === undefined
        ? []
        : [
            {
              struct: 'VkImportMemoryHostPointerInfoEXT',
              handleType: memoryBit.HOST_ALLOCATION,
              pHostPointer: LocalHostAllocation.of(importHostPointer).address,
            } as const,
          ]),
      ...(deviceAddress !== true
        ? []
        : [
            {
              struct: 'VkMemoryAllocateFlagsInfo',
              flags: ['VK_MEMORY_ALLOCATE_DEVICE_ADDRESS_BIT'],
              deviceMask: 0,
            } as const,
          ]),
      ...(dedicatedTo === undefined
        ? []
        : [
            {
              struct: 'VkMemoryDedicatedAllocateInfo',
              ...LocalResource.of(dedicatedTo).handles,
            } as const,
          ]),
    ],
    allocationSize: size,
    memoryTypeIndex,
  };
}

function importInfo({ system }: Workbench, { handle, handleType }: NonNullable<MemoryOptions['import']>) {
  const type = handleType === null ? 0 : memoryBit[handleType];
  const asHandle = handleType === null ? system.platform === 'win32' : isWin32(handleType);
  return asHandle
    ? ({ struct: 'VkImportMemoryWin32HandleInfoKHR', handleType: type, ...importedFrom(handle) } as const)
    : ({ struct: 'VkImportMemoryFdInfoKHR', handleType: type, fd: handleOf(handle).value } as const);
}
