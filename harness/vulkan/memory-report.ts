import koffi from 'koffi';
import { DriverMemory } from './driver-memory';

/** What a driver reported of device memory. Source: VkDeviceMemoryReportCallbackDataEXT. */
export interface MemoryEvent {
  /** VkDeviceMemoryReportEventTypeEXT name, such as `VK_DEVICE_MEMORY_REPORT_EVENT_TYPE_IMPORT_EXT`. */
  readonly type: string;
  readonly memoryObjectId: bigint;
  /** In bytes. */
  readonly size: bigint;
  /** VkObjectType name. */
  readonly objectType: string;
  readonly objectHandle: bigint;
  readonly heapIndex: number;
}

let prototype: ReturnType<typeof koffi.proto> | undefined;

/** Takes what a device reports by VK_EXT_device_memory_report, in the order in which it does. */
export class MemoryReport {
  /** PFN_vkDeviceMemoryReportCallbackEXT, for VkDeviceDeviceMemoryReportCreateInfoEXT. */
  readonly callback: bigint;
  private readonly seen: MemoryEvent[] = [];
  private closed = false;

  constructor() {
    prototype ??= koffi.proto('void', ['void *', 'void *']);
    const memory = new DriverMemory();
    this.callback = koffi.register((data: bigint) => {
      const event = memory.readStructure('VkDeviceMemoryReportCallbackDataEXT', BigInt(data));
      const { memoryObjectId, size, objectHandle, heapIndex } = event;
      const type = String(event.type);
      this.seen.push({
        type,
        memoryObjectId,
        size,
        objectType: String(event.objectType),
        objectHandle,
        heapIndex,
      });
    }, koffi.pointer(prototype)) as unknown as bigint;
  }

  get events(): readonly MemoryEvent[] {
    return [...this.seen];
  }

  /** No device may be left that reports to it. */
  close(): void {
    if (!this.closed) koffi.unregister(this.callback);
    this.closed = true;
  }
}
