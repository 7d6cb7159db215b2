import type { VkBuffer, VkCommandBuffer, VkDeviceMemory } from '../../vulkan';
import { demandSuccess } from '../case-scope';
import type { Workbench } from './workbench';

const loadBytes = 32 << 20;
/** A fill whose time is measured first: enough of them that their time is not lost in that of a submission. */
const measuredFills = 4;
const mostFills = 20_000;

/** How the time of a batch is taken: from its submission until its fence is signaled, in milliseconds. */
export type TimedSubmit = (record: (commandBuffer: VkCommandBuffer) => void) => Promise<number>;

/**
 * Work that keeps a queue busy for about as long as is asked, without waiting for anything: a batch of buffer
 * fills, each behind the one before it. Where a queue must be seen at work while nothing that it depends on is
 * left to submit, only real work will do.
 */
export class QueueLoad {
  private constructor(
    private readonly bench: Workbench,
    private readonly buffer: VkBuffer,
    private readonly memory: VkDeviceMemory,
    private readonly fillMs: number,
  ) {}

  /** Makes the buffer and measures a fill. */
  static async prepare(bench: Workbench, timed: TimedSubmit): Promise<QueueLoad> {
    const { commands, device } = bench;
    const created = commands.vkCreateBuffer(
      device.device,
      {
        flags: [],
        size: loadBytes,
        usage: ['VK_BUFFER_USAGE_TRANSFER_DST_BIT'],
        sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
        pQueueFamilyIndices: [],
      },
      null,
    );
    demandSuccess('vkCreateBuffer', created.result);
    const buffer = created.buffer as VkBuffer;
    const { memoryRequirements } = commands.vkGetBufferMemoryRequirements(device.device, buffer);
    const memoryTypeIndex =
      31 - Math.clz32(memoryRequirements.memoryTypeBits & -memoryRequirements.memoryTypeBits);
    const allocated = commands.vkAllocateMemory(
      device.device,
      { allocationSize: memoryRequirements.size, memoryTypeIndex },
      null,
    );
    demandSuccess('vkAllocateMemory', allocated.result);
    const memory = allocated.memory as VkDeviceMemory;
    demandSuccess('vkBindBufferMemory', commands.vkBindBufferMemory(device.device, buffer, memory, 0).result);
    const measure = async (): Promise<number> =>
      (await timed((commandBuffer) => recordFills(bench, commandBuffer, buffer, measuredFills))) /
      measuredFills;
    await measure(); // the first touch of the memory costs more than the fills
    // The least of several: a machine that is busy at that moment must not make every later load too short.
    const least = Math.min(await measure(), await measure(), await measure());
    return new QueueLoad(bench, buffer, memory, least);
  }

  /** Records fills that take about so many milliseconds. */
  record(commandBuffer: VkCommandBuffer, milliseconds: number): void {
    const fills = Math.min(mostFills, Math.max(1, Math.ceil(milliseconds / this.fillMs)));
    recordFills(this.bench, commandBuffer, this.buffer, fills);
  }

  /** Destroys buffer and memory; the device is idle. */
  close(): void {
    const { commands, device } = this.bench;
    commands.vkDestroyBuffer(device.device, this.buffer, null);
    commands.vkFreeMemory(device.device, this.memory, null);
  }
}

/** Each fill is behind the one before it, in this batch or an earlier one. */
function recordFills(
  bench: Workbench,
  commandBuffer: VkCommandBuffer,
  buffer: VkBuffer,
  fills: number,
): void {
  const transfer = ['VK_PIPELINE_STAGE_TRANSFER_BIT'] as const;
  const write = ['VK_ACCESS_TRANSFER_WRITE_BIT'] as const;
  bench.folded(() => {
    for (let fill = 0; fill < fills; fill += 1) {
      const barrier = { srcAccessMask: write, dstAccessMask: write };
      bench.commands.vkCmdPipelineBarrier(commandBuffer, transfer, transfer, [], [barrier], [], []);
      bench.commands.vkCmdFillBuffer(commandBuffer, buffer, 0, loadBytes, fill);
    }
  });
}
