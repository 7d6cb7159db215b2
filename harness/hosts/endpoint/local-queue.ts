import type { HeldWork, Queue, Result, SemaphoreOperation, Submission } from '../../cases/objects';
import type { VkCommandBuffer, VkCommandPool, VkEvent, VkFence, VkQueue } from '../../vulkan';
import { demandSuccess } from '../case-scope';
import { recordWork } from './command-recording';
import { LocalFence } from './local-fence';
import { LocalSemaphore } from './local-semaphore';
import { Destruction, type Workbench } from './workbench';

/** The first queue of a family, with a command pool of its own. */
export class LocalQueue implements Queue {
  private constructor(
    private readonly bench: Workbench,
    readonly familyIndex: number,
    private readonly vk: VkQueue,
    private readonly pool: VkCommandPool,
  ) {}

  /** The queue and its command pool, which live as long as the device. */
  static open(bench: Workbench, familyIndex: number): LocalQueue {
    const { device } = bench.device;
    const { queue } = bench.commands.vkGetDeviceQueue(device, familyIndex, 0);
    const { result, commandPool } = bench.commands.vkCreateCommandPool(
      device,
      { flags: ['VK_COMMAND_POOL_CREATE_TRANSIENT_BIT'], queueFamilyIndex: familyIndex },
      null,
    );
    demandSuccess('vkCreateCommandPool', result);
    return new LocalQueue(bench, familyIndex, queue as VkQueue, commandPool as VkCommandPool);
  }

  /** Destroys the command pool; the device is idle and about to go. */
  close(): void {
    this.bench.commands.vkDestroyCommandPool(this.bench.device.device, this.pool, null);
  }

  async submit(submission: Submission): Promise<void> {
    const { work } = submission;
    const commandBuffers =
      work === undefined
        ? []
        : [this.record((commandBuffer) => recordWork(this.bench, commandBuffer, work, this.familyIndex))];
    this.submitBatch(submission, commandBuffers);
  }

  async hold(submission: Submission): Promise<HeldWork> {
    const { commands, device } = this.bench;
    const created = commands.vkCreateEvent(device.device, { flags: [] }, null);
    demandSuccess('vkCreateEvent', created.result);
    const event = created.event as VkEvent;
    this.bench.whenLeft(() => commands.vkDestroyEvent(device.device, event, null));
    const commandBuffer = this.record((recording) => {
      commands.vkCmdWaitEvents(
        recording,
        [event],
        ['VK_PIPELINE_STAGE_HOST_BIT'],
        ['VK_PIPELINE_STAGE_ALL_COMMANDS_BIT'],
        [],
        [],
        [],
      );
      recordWork(this.bench, recording, submission.work ?? [], this.familyIndex);
    });
    const release = new Destruction(() =>
      demandSuccess('vkSetEvent', commands.vkSetEvent(device.device, event).result),
    );
    this.bench.scope().deferRelease(() => release.now());
    this.submitBatch(submission, [commandBuffer]);
    return { release: async () => release.now() };
  }

  async waitIdle(): Promise<Result> {
    return (await this.bench.commands.async.vkQueueWaitIdle(this.vk)).result;
  }

  private record(write: (commandBuffer: VkCommandBuffer) => void): VkCommandBuffer {
    const { commands, device } = this.bench;
    const allocated = commands.vkAllocateCommandBuffers(device.device, {
      commandPool: this.pool,
      level: 'VK_COMMAND_BUFFER_LEVEL_PRIMARY',
      commandBufferCount: 1,
    });
    demandSuccess('vkAllocateCommandBuffers', allocated.result);
    const [commandBuffer] = allocated.commandBuffers as [VkCommandBuffer];
    this.bench.whenLeft(() => commands.vkFreeCommandBuffers(device.device, this.pool, [commandBuffer]));
    const begun = commands.vkBeginCommandBuffer(commandBuffer, {
      flags: ['VK_COMMAND_BUFFER_USAGE_ONE_TIME_SUBMIT_BIT'],
      pInheritanceInfo: null,
    });
    demandSuccess('vkBeginCommandBuffer', begun.result);
    write(commandBuffer);
    demandSuccess('vkEndCommandBuffer', commands.vkEndCommandBuffer(commandBuffer).result);
    return commandBuffer;
  }

  private submitBatch(submission: Submission, commandBuffers: readonly VkCommandBuffer[]): void {
    const { wait = [], signal = [], command = 'vkQueueSubmit' } = submission;
    const fence = submission.fence === undefined ? null : localFence(submission.fence);
    this.bench.submitted();
    const { result } =
      command === 'vkQueueSubmit2'
        ? this.submit2(wait, signal, commandBuffers, fence)
        : this.submit1(wait, signal, commandBuffers, fence);
    demandSuccess(command, result);
  }

  private submit1(
    wait: readonly SemaphoreOperation[],
    signal: readonly SemaphoreOperation[],
    commandBuffers: readonly VkCommandBuffer[],
    fence: VkFence | null,
  ): { result: Result } {
    const withValues = [...wait, ...signal].some(({ value }) => value !== undefined);
    const values = (operations: readonly SemaphoreOperation[]): bigint[] =>
      operations.map(({ value = 0n }) => value);
    return this.bench.commands.vkQueueSubmit(
      this.vk,
      [
        {
          pNext: withValues
            ? [
                {
                  struct: 'VkTimelineSemaphoreSubmitInfo',
                  pWaitSemaphoreValues: values(wait),
                  pSignalSemaphoreValues: values(signal),
                },
              ]
            : [],
          pWaitSemaphores: wait.map(({ semaphore }) => localSemaphore(semaphore)),
          pWaitDstStageMask: wait.map(() => ['VK_PIPELINE_STAGE_ALL_COMMANDS_BIT'] as const),
          pCommandBuffers: commandBuffers,
          pSignalSemaphores: signal.map(({ semaphore }) => localSemaphore(semaphore)),
        },
      ],
      fence,
    );
  }

  private submit2(
    wait: readonly SemaphoreOperation[],
    signal: readonly SemaphoreOperation[],
    commandBuffers: readonly VkCommandBuffer[],
    fence: VkFence | null,
  ): { result: Result } {
    const info = ({ semaphore, value = 0n }: SemaphoreOperation) =>
      ({
        semaphore: localSemaphore(semaphore),
        value,
        stageMask: ['VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT'],
        deviceIndex: 0,
      }) as const;
    return this.bench.promoted('vkQueueSubmit2', 'vkQueueSubmit2KHR')(
      this.vk,
      [
        {
          flags: [],
          pWaitSemaphoreInfos: wait.map(info),
          pCommandBufferInfos: commandBuffers.map((commandBuffer) => ({ commandBuffer, deviceMask: 0 })),
          pSignalSemaphoreInfos: signal.map(info),
        },
      ],
      fence,
    );
  }
}

function localFence(fence: unknown): VkFence {
  if (fence instanceof LocalFence) return fence.vk;
  throw new TypeError('a fence of another endpoint was submitted to a queue of this one');
}

function localSemaphore(semaphore: unknown): LocalSemaphore['vk'] {
  if (semaphore instanceof LocalSemaphore) return semaphore.vk;
  throw new TypeError('a semaphore of another endpoint was submitted to a queue of this one');
}
