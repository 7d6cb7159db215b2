import type { SubmitCommand } from '../../cases/work';
import type { VkBufferMemoryBarrier, VkCommandBuffer, VkImageMemoryBarrier } from '../../vulkan';
import type { Workbench } from './workbench';

/** Accesses of the two halves of a barrier: all or none. */
interface Sides {
  readonly before: boolean;
  readonly behind: boolean;
}
type WithoutAccess<Barrier> = Omit<Barrier, 'sType' | 'srcAccessMask' | 'dstAccessMask'>;

const both: Sides = { before: true, behind: true };
const stages = ['VK_PIPELINE_STAGE_ALL_COMMANDS_BIT'] as const;
const hostStage = ['VK_PIPELINE_STAGE_HOST_BIT'] as const;
const stages2 = ['VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT'] as const;
const accesses = ['VK_ACCESS_MEMORY_READ_BIT', 'VK_ACCESS_MEMORY_WRITE_BIT'] as const;
const accesses2 = ['VK_ACCESS_2_MEMORY_READ_BIT', 'VK_ACCESS_2_MEMORY_WRITE_BIT'] as const;

/** Barriers from all commands to all commands, by the command that goes with the one that submits them. */
export class Barriers {
  constructor(
    private readonly bench: Workbench,
    private readonly commandBuffer: VkCommandBuffer,
    private readonly submittedBy: SubmitCommand,
  ) {}

  /** Between everything. */
  full(): void {
    if (this.submittedBy === 'vkQueueSubmit2') {
      this.record2({
        pMemoryBarriers: [
          {
            srcStageMask: stages2,
            srcAccessMask: accesses2,
            dstStageMask: stages2,
            dstAccessMask: accesses2,
          },
        ],
      });
    } else this.record({ memory: [{ srcAccessMask: accesses, dstAccessMask: accesses }] });
  }

  /** To the host. */
  toHost(): void {
    if (this.submittedBy === 'vkQueueSubmit2') {
      this.record2({
        pMemoryBarriers: [
          {
            srcStageMask: stages2,
            srcAccessMask: accesses2,
            dstStageMask: ['VK_PIPELINE_STAGE_2_HOST_BIT'],
            dstAccessMask: ['VK_ACCESS_2_HOST_READ_BIT', 'VK_ACCESS_2_HOST_WRITE_BIT'],
          },
        ],
      });
      return;
    }
    this.record({
      memory: [
        { srcAccessMask: accesses, dstAccessMask: ['VK_ACCESS_HOST_READ_BIT', 'VK_ACCESS_HOST_WRITE_BIT'] },
      ],
      behind: hostStage,
    });
  }

  /** For a buffer. */
  buffer(barrier: WithoutAccess<VkBufferMemoryBarrier>, sides: Sides = both): void {
    if (this.submittedBy === 'vkQueueSubmit2')
      this.record2({ pBufferMemoryBarriers: [{ ...barrier, ...halves2(sides) }] });
    else this.record({ buffers: [{ ...barrier, ...halves(sides) }] });
  }

  /** For an image. */
  image(barrier: WithoutAccess<VkImageMemoryBarrier>, sides: Sides = both): void {
    if (this.submittedBy === 'vkQueueSubmit2')
      this.record2({ pImageMemoryBarriers: [{ ...barrier, ...halves2(sides) }] });
    else this.record({ images: [{ ...barrier, ...halves(sides) }] });
  }

  private record({
    memory = [],
    buffers = [],
    images = [],
    behind = stages,
  }: {
    readonly memory?: Parameters<Workbench['commands']['vkCmdPipelineBarrier']>[4];
    readonly buffers?: readonly VkBufferMemoryBarrier[];
    readonly images?: readonly VkImageMemoryBarrier[];
    readonly behind?: typeof stages | typeof hostStage;
  }): void {
    const { commands } = this.bench;
    commands.vkCmdPipelineBarrier(this.commandBuffer, stages, behind, [], memory, buffers, images);
  }

  private record2(barriers: Partial<Parameters<Workbench['commands']['vkCmdPipelineBarrier2']>[1]>): void {
    this.bench.promoted('vkCmdPipelineBarrier2', 'vkCmdPipelineBarrier2KHR')(this.commandBuffer, {
      dependencyFlags: [],
      pMemoryBarriers: [],
      pBufferMemoryBarriers: [],
      pImageMemoryBarriers: [],
      ...barriers,
    });
  }
}

function halves({ before, behind }: Sides) {
  return { srcAccessMask: before ? accesses : [], dstAccessMask: behind ? accesses : [] };
}

function halves2({ before, behind }: Sides) {
  return {
    srcStageMask: stages2,
    srcAccessMask: before ? accesses2 : [],
    dstStageMask: stages2,
    dstAccessMask: behind ? accesses2 : [],
  };
}
