import { usableTypes } from '../../cases/memory-types';
import { memoryTypeSummaries } from '../../drivers/capability-snapshot';
import type { VkBuffer, VkCommandBuffer, VkDeviceMemory } from '../../vulkan';
import { traced } from '../call-trace';
import { demandSuccess } from '../case-scope';
import { Destruction, type Workbench } from './workbench';

/** Little enough that a device which fills slowly is not kept busy for long by the measurement alone. */
const firstBytes = 2 << 20;
/** What every device lets a buffer and an allocation have. Source: maxBufferSize, maxMemoryAllocationSize. */
const mostBytes = 1 << 30;
/** The part of a heap that a load may take. */
const heapShare = 8;
/** Milliseconds that a fill is to take: shorter ones are made of a larger buffer. */
const wantedFillMs = 0.5;
/** Fills whose time is measured first: enough of them that their time is not lost in that of a submission. */
const measuredFills = 4;
const measurements = 5;
/** Milliseconds that a load may take as long as the machine is as busy as it was; well below the deadline of a case. */
const longestMs = 3000;
/** The same for a case that is made again. */
const longestAgainMs = 9000;
/** What a command buffer is given, so that recording it stays short. */
const mostFills = 20_000;

/** Fills in a command buffer. */
export interface RecordedLoad {
  /** How long they take at the least, as far as is known: fewer than were asked for where a device is too fast. */
  readonly milliseconds: number;
  /**
   * To be told that they are done: a load that was measured while the machine was busy is shorter than it was thought
   * to be once the machine is not.
   * @param tookMs milliseconds from before the submission until they were done
   */
  over(tookMs: number): void;
}

/** How the time of a batch is taken: from its submission until its fence is signaled, in milliseconds. */
export type TimedSubmit = (record: (commandBuffer: VkCommandBuffer) => void) => Promise<number>;

/**
 * Work that keeps a queue busy for about as long as is asked, without waiting for anything: a batch of buffer
 * fills, each behind the one before it. Where a queue must be seen at work while nothing that it depends on is
 * left to submit, only real work will do.
 */
export class QueueLoad {
  /** Milliseconds of a fill when the last load was over: more than at the best of times where the machine is busy. */
  private latelyMs: number;

  private constructor(
    private readonly filled: FilledBuffer,
    /** Milliseconds of a fill, the fewest that it was ever seen to take. */
    private fillMs: number,
  ) {
    this.latelyMs = fillMs;
  }

  /** Makes a buffer that the device takes its time to fill, and measures a fill. */
  static async prepare(bench: Workbench, timed: TimedSubmit): Promise<QueueLoad> {
    let filled = FilledBuffer.make(bench, firstBytes);
    let fillMs = await fillTime(filled, timed);
    for (;;) {
      const larger = largerBuffer(bench, filled, fillMs);
      if (larger === undefined) return new QueueLoad(filled, fillMs);
      const smaller = filled;
      filled = larger;
      try {
        fillMs = await fillTime(larger, timed);
      } finally {
        smaller.destroyBehindCase();
      }
    }
  }

  /**
   * Records fills that take about so many milliseconds at the least.
   * @param again whether the case is made again, for which it has more time
   */
  record(commandBuffer: VkCommandBuffer, milliseconds: number, again: boolean): RecordedLoad {
    const most = Math.min(mostFills, (again ? longestAgainMs : longestMs) / this.latelyMs);
    const fills = Math.max(1, Math.floor(Math.min(most, Math.ceil(milliseconds / this.fillMs))));
    this.filled.record(commandBuffer, fills);
    return {
      milliseconds: Math.round(Math.min(milliseconds, fills * this.fillMs)),
      over: (tookMs) => {
        this.latelyMs = tookMs / fills;
        this.fillMs = Math.min(this.fillMs, this.latelyMs);
      },
    };
  }

  /** Destroys buffer and memory; the device is idle. */
  close(): void {
    this.filled.destroy();
  }
}

/** Milliseconds of a fill; a buffer that could not be filled goes behind the case. */
async function fillTime(filled: FilledBuffer, timed: TimedSubmit): Promise<number> {
  const measure = async (fills: number): Promise<number> => {
    traced({ kind: 'os', action: 'measures' });
    const time = await timed((commandBuffer) => filled.record(commandBuffer, fills));
    traced({ kind: 'os', action: 'measured' });
    return time / fills;
  };
  try {
    await measure(1); // the first touch of the memory costs more than the fills
    // The least of several: a machine that is busy at that moment must not make every later load too short.
    const times: number[] = [];
    for (let time = 0; time < measurements; time += 1) times.push(await measure(measuredFills));
    return Math.min(...times);
  } catch (error) {
    filled.destroyBehindCase();
    throw error;
  }
}

/** A buffer that takes longer to fill; undefined where this one takes long enough or is all there may be. */
function largerBuffer(bench: Workbench, filled: FilledBuffer, fillMs: number): FilledBuffer | undefined {
  if (fillMs >= wantedFillMs) return undefined;
  const most = Math.min(mostBytes, Math.floor(filled.heapBytes / heapShare / firstBytes) * firstBytes);
  const size = Math.min(most, Math.ceil(wantedFillMs / fillMs) * filled.size);
  return size > filled.size ? FilledBuffer.tryMake(bench, size) : undefined;
}

/** A buffer with memory of its own. */
class FilledBuffer {
  private readonly destruction: Destruction;

  private constructor(
    private readonly bench: Workbench,
    readonly size: number,
    /** Of the heap that its memory is in. */
    readonly heapBytes: number,
    private readonly buffer: VkBuffer,
    memory: VkDeviceMemory,
  ) {
    const { commands, device } = bench;
    this.destruction = new Destruction(() => {
      commands.vkDestroyBuffer(device.device, buffer, null);
      commands.vkFreeMemory(device.device, memory, null);
    });
  }

  static make(bench: Workbench, size: number): FilledBuffer {
    const made = FilledBuffer.tryMake(bench, size);
    if (made === undefined) demandSuccess('vkAllocateMemory', 'VK_ERROR_OUT_OF_DEVICE_MEMORY');
    return made as FilledBuffer;
  }

  /** Undefined where there is not so much memory. */
  static tryMake(bench: Workbench, size: number): FilledBuffer | undefined {
    const { commands, device } = bench;
    const created = commands.vkCreateBuffer(
      device.device,
      {
        flags: [],
        size,
        usage: ['VK_BUFFER_USAGE_TRANSFER_DST_BIT'],
        sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
        pQueueFamilyIndices: [],
      },
      null,
    );
    demandSuccess('vkCreateBuffer', created.result);
    const buffer = created.buffer as VkBuffer;
    const { memoryRequirements } = commands.vkGetBufferMemoryRequirements(device.device, buffer);
    const types = usableTypes(
      { memoryTypes: memoryTypeSummaries(device.memoryTypes) },
      memoryRequirements.memoryTypeBits,
    );
    const type = types.find(({ deviceLocal }) => deviceLocal) ?? types[0];
    if (type === undefined) throw new TypeError('the device has no memory type for a transfer buffer');
    const { result, memory } = commands.vkAllocateMemory(
      device.device,
      { allocationSize: memoryRequirements.size, memoryTypeIndex: type.index },
      null,
    );
    if (memory === undefined) {
      commands.vkDestroyBuffer(device.device, buffer, null);
      if (result.startsWith('VK_ERROR_OUT_OF_')) return undefined;
      demandSuccess('vkAllocateMemory', result);
    }
    const { memoryProperties } = device.instance.commands.vkGetPhysicalDeviceMemoryProperties(
      device.physicalDevice,
    );
    const heapBytes = Number(memoryProperties.memoryHeaps[type.heap]?.size ?? 0n);
    const made = new FilledBuffer(bench, size, heapBytes, buffer, memory as VkDeviceMemory);
    const bound = commands.vkBindBufferMemory(device.device, buffer, memory as VkDeviceMemory, 0);
    if (bound.result !== 'VK_SUCCESS') made.destroy();
    demandSuccess('vkBindBufferMemory', bound.result);
    return made;
  }

  /** Each fill is behind the one before it, in this batch or an earlier one. */
  record(commandBuffer: VkCommandBuffer, fills: number): void {
    const { bench, buffer, size } = this;
    const transfer = ['VK_PIPELINE_STAGE_TRANSFER_BIT'] as const;
    const write = ['VK_ACCESS_TRANSFER_WRITE_BIT'] as const;
    bench.folded(() => {
      for (let fill = 0; fill < fills; fill += 1) {
        const barrier = { srcAccessMask: write, dstAccessMask: write };
        bench.commands.vkCmdPipelineBarrier(commandBuffer, transfer, transfer, [], [barrier], [], []);
        bench.commands.vkCmdFillBuffer(commandBuffer, buffer, 0, size, fill);
      }
    });
  }

  /** The device is idle. */
  destroy(): void {
    this.destruction.now();
  }

  destroyBehindCase(): void {
    this.bench.whenLeft(() => this.destruction.now());
  }
}
