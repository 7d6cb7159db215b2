import type { Nanoseconds } from '../../cases/durations';
import type { ExternalHandle } from '../../cases/external-handle';
import { memoryBit } from '../../cases/handle-type-bits';
import type { MemoryHandleType } from '../../cases/handle-types';
import type {
  AllocationAttempt,
  BufferOptions,
  Endpoint,
  Fence,
  FenceOptions,
  HandleMemoryTypes,
  HostAllocation,
  HostPages,
  ImageAttempt,
  ImageOptions,
  Memory,
  MemoryEvent,
  MemoryOptions,
  Queue,
  Resource,
  Result,
  Semaphore,
  SemaphoreOptions,
  Swapchain,
} from '../../cases/objects';
import { hexadecimal } from '../../drivers/device-identity';
import { DeviceRefused, openDevice } from '../../drivers/open-device';
import { type OpenInstance, openInstance } from '../../drivers/open-instance';
import type { MemoryReport, VkFence, VkPhysicalDevice, Vulkan } from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { handleOf } from '../owned-handle';
import { LocalFence } from './local-fence';
import { LocalHostAllocation } from './local-host-allocation';
import { LocalMemory } from './local-memory';
import { LocalQueries } from './local-queries';
import { LocalQueue } from './local-queue';
import { LocalBuffer, LocalImage } from './local-resource';
import { LocalSemaphore } from './local-semaphore';
import { LocalSwapchain } from './local-swapchain';
import { importedFrom, isWin32 } from './win32-handles';
import { Destruction, type Surroundings, Workbench } from './workbench';

/** Which physical device to open: never by an index. */
export interface DeviceChoice {
  readonly deviceUUID: string;
  readonly deviceName: string;
}

const graphicsOrCompute = 0x1 | 0x2;

/** A VkInstance and VkDevice in this process. */
export class LocalEndpoint implements Endpoint {
  readonly queries: LocalQueries;
  private readonly queues = new Map<number, LocalQueue>();
  private readonly deviceEnd: Destruction;
  private readonly instanceEnd: Destruction;

  private constructor(
    private readonly bench: Workbench,
    private readonly report: MemoryReport | undefined,
  ) {
    this.queries = new LocalQueries(bench);
    const { device, instance } = bench.device;
    this.deviceEnd = new Destruction(() => {
      bench.close();
      for (const queue of this.queues.values()) queue.close();
      bench.commands.vkDestroyDevice(device, null);
      report?.close();
    });
    this.instanceEnd = new Destruction(() => {
      this.deviceEnd.now();
      instance.commands.vkDestroyInstance(instance.instance, null);
    });
  }

  /**
   * Makes an instance and, on the physical device of that identity, a device.
   * @param report takes the memory events of the device, and goes with it
   * @throws InstanceRefused or DeviceRefused
   */
  static open(
    vulkan: Vulkan,
    choice: DeviceChoice,
    surroundings: Surroundings,
    report?: MemoryReport,
  ): LocalEndpoint {
    const instance = openInstance(vulkan);
    try {
      const physicalDevice = chosenDevice(instance, choice);
      const device = openDevice(vulkan, instance, physicalDevice, report);
      return new LocalEndpoint(new Workbench(device, surroundings), report);
    } catch (error) {
      instance.commands.vkDestroyInstance(instance.instance, null);
      throw error;
    }
  }

  async fence(options: FenceOptions = {}): Promise<Fence> {
    return LocalFence.create(this.bench, options);
  }

  async semaphore(options: SemaphoreOptions = {}): Promise<Semaphore> {
    return LocalSemaphore.create(this.bench, options);
  }

  async buffer(options: BufferOptions): Promise<Resource> {
    return new LocalBuffer(this.bench, options);
  }

  async image(options: ImageOptions): Promise<Resource> {
    const { result, image } = await this.tryImage(options);
    demandSuccess('vkCreateImage', result);
    return image as Resource;
  }

  async tryImage(options: ImageOptions): Promise<ImageAttempt> {
    return LocalImage.create(this.bench, options);
  }

  async memoryEvents(): Promise<readonly MemoryEvent[]> {
    if (this.report === undefined)
      throw new TypeError('the endpoint was made without a report of its memory events');
    return this.report.events.map(({ type, objectType, memoryObjectId, size }) => ({
      type: type.replace(/^VK_DEVICE_MEMORY_REPORT_EVENT_TYPE_|_EXT$/g, '') as MemoryEvent['type'],
      objectType,
      memoryObjectId,
      size,
    }));
  }

  async memory(options: MemoryOptions): Promise<Memory> {
    const { result, memory } = await this.tryMemory(options);
    demandSuccess('vkAllocateMemory', result);
    return memory as Memory;
  }

  async tryMemory(options: MemoryOptions): Promise<AllocationAttempt> {
    return LocalMemory.allocate(this.bench, options);
  }

  async hostAllocation(size: number, alignment: number, kind?: HostPages): Promise<HostAllocation> {
    return new LocalHostAllocation(this.bench, size, alignment, kind);
  }

  async tryMemoryHandleProperties(
    handleType: MemoryHandleType,
    handle: ExternalHandle,
  ): Promise<HandleMemoryTypes> {
    const { commands, device } = this.bench;
    if (isWin32(handleType)) {
      const { result, memoryWin32HandleProperties } = commands.vkGetMemoryWin32HandlePropertiesKHR(
        device.device,
        memoryBit[handleType],
        importedFrom(handle).handle,
      );
      return memoryWin32HandleProperties === undefined
        ? { result }
        : { result, memoryTypeBits: memoryWin32HandleProperties.memoryTypeBits };
    }
    const { result, memoryFdProperties } = commands.vkGetMemoryFdPropertiesKHR(
      device.device,
      memoryBit[handleType],
      handleOf(handle).value,
    );
    return memoryFdProperties === undefined
      ? { result }
      : { result, memoryTypeBits: memoryFdProperties.memoryTypeBits };
  }

  async tryHostPointerProperties(allocation: HostAllocation): Promise<HandleMemoryTypes> {
    const { result, memoryHostPointerProperties } = this.bench.commands.vkGetMemoryHostPointerPropertiesEXT(
      this.bench.device.device,
      memoryBit.HOST_ALLOCATION,
      LocalHostAllocation.of(allocation).address,
    );
    return memoryHostPointerProperties === undefined
      ? { result }
      : { result, memoryTypeBits: memoryHostPointerProperties.memoryTypeBits };
  }

  async waitForFences(fences: readonly Fence[], waitAll: boolean, timeout: Nanoseconds): Promise<Result> {
    const { device } = this.bench;
    const { result } = await this.bench.async.vkWaitForFences(
      device.device,
      fences.map(native),
      waitAll,
      timeout,
    );
    demandResult('vkWaitForFences', result, ['VK_SUCCESS', 'VK_TIMEOUT']);
    return result;
  }

  async resetFences(
    fences: readonly Fence[],
    { thread }: { readonly thread?: 'worker' } = {},
  ): Promise<Result> {
    const { async, commands, device } = this.bench;
    const reset = fences.map(native);
    if (thread !== 'worker') return commands.vkResetFences(device.device, reset).result;
    return (await async.vkResetFences(device.device, reset)).result;
  }

  async swapchain(): Promise<Swapchain> {
    return LocalSwapchain.create(this.bench);
  }

  async queue(familyIndex?: number): Promise<Queue> {
    const index = familyIndex ?? this.usualFamily();
    let queue = this.queues.get(index);
    if (queue === undefined) {
      queue = LocalQueue.open(this.bench, index);
      this.queues.set(index, queue);
    }
    return queue;
  }

  async destroyDevice(): Promise<void> {
    await this.bench.idle();
    this.deviceEnd.now();
  }

  async destroyInstance(): Promise<void> {
    await this.destroyDevice();
    this.instanceEnd.now();
  }

  /** A new case begins on this endpoint. */
  forget(): void {
    this.bench.forget();
  }

  /** Destroys device and instance, if they are still there. */
  close(): void {
    this.instanceEnd.now();
  }

  private usualFamily(): number {
    const { queueFamilies } = this.bench.device;
    const usual = queueFamilies.find(({ flags }) => (flags & graphicsOrCompute) !== 0) ?? queueFamilies[0];
    if (usual === undefined) throw new TypeError('the device has no queue family');
    return usual.index;
  }
}

function native(fence: Fence): VkFence {
  if (fence instanceof LocalFence) return fence.vk;
  throw new TypeError('a fence of another endpoint was used where one of this endpoint is needed');
}

/**
 * The physical device of that identity. Where a driver tells another deviceUUID than it did, the only device of the
 * name is taken for it: that the identifier changes is for the cases to say.
 * @throws DeviceRefused
 */
function chosenDevice({ commands, physicalDevices }: OpenInstance, choice: DeviceChoice): VkPhysicalDevice {
  const { deviceName, deviceUUID } = choice;
  const called = physicalDevices.filter(
    (one) => commands.vkGetPhysicalDeviceProperties(one).properties.deviceName === deviceName,
  );
  const found = called.find((one) => {
    const { chain } = commands.vkGetPhysicalDeviceProperties2(one, {
      chain: ['VkPhysicalDeviceIDProperties'],
    });
    return hexadecimal(chain.VkPhysicalDeviceIDProperties.deviceUUID) === deviceUUID;
  });
  const [first] = called;
  if (found !== undefined) return found;
  if (first !== undefined && called.length === 1) return first;
  throw new DeviceRefused(`no physical device is called ${deviceName} with deviceUUID ${deviceUUID}`);
}
