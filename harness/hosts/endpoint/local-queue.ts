import type { HeldWork, Queue, Result, SemaphoreOperation, Submission } from '../../cases/objects';
import type {
  VkCommandBuffer,
  VkCommandPool,
  VkEvent,
  VkFence,
  VkQueue,
  VkSubmitInfo,
  VkSubmitInfo2,
} from '../../vulkan';
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
    await this.submitBatch(submission, commandBuffers);
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
    await this.submitBatch(submission, [commandBuffer]);
    return new LocalHeldWork(release);
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

  /** A batch that waits goes through a worker thread: a driver may block in its submission until the signal comes. */
  private async submitBatch(
    submission: Submission,
    commandBuffers: readonly VkCommandBuffer[],
  ): Promise<void> {
    const { wait = [], command = 'vkQueueSubmit' } = submission;
    const batch = { ...submission, commandBuffers };
    const args = command === 'vkQueueSubmit2' ? this.arguments2(batch) : this.arguments1(batch);
    this.bench.submitted();
    const { commands } = this.bench;
    const submitted = async (): Promise<{ result: Result }> => {
      if (args.command === 'vkQueueSubmit') {
        return wait.length === 0
          ? commands.vkQueueSubmit(this.vk, args.infos, args.fence)
          : commands.async.vkQueueSubmit(this.vk, args.infos, args.fence);
      }
      return wait.length === 0
        ? this.bench.promoted('vkQueueSubmit2', 'vkQueueSubmit2KHR')(this.vk, args.infos, args.fence)
        : this.bench.promotedAsync('vkQueueSubmit2', 'vkQueueSubmit2KHR')(this.vk, args.infos, args.fence);
    };
    demandSuccess(command, (await this.bench.whileSubmitting(submitted())).result);
  }

  private arguments1({ wait = [], signal = [], fence, commandBuffers }: Batch) {
    const withValues = [...wait, ...signal].some(({ value }) => value !== undefined);
    const values = (operations: readonly SemaphoreOperation[]): bigint[] =>
      operations.map(({ value = 0n }) => value);
    const infos: readonly VkSubmitInfo[] = [
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
    ];
    return { command: 'vkQueueSubmit', infos, fence: localFence(fence) } as const;
  }

  private arguments2({ wait = [], signal = [], fence, commandBuffers }: Batch) {
    const info = ({ semaphore, value = 0n }: SemaphoreOperation) =>
      ({
        semaphore: localSemaphore(semaphore),
        value,
        stageMask: ['VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT'],
        deviceIndex: 0,
      }) as const;
    const infos: readonly VkSubmitInfo2[] = [
      {
        flags: [],
        pWaitSemaphoreInfos: wait.map(info),
        pCommandBufferInfos: commandBuffers.map((commandBuffer) => ({ commandBuffer, deviceMask: 0 })),
        pSignalSemaphoreInfos: signal.map(info),
      },
    ];
    return { command: 'vkQueueSubmit2', infos, fence: localFence(fence) } as const;
  }
}

type Batch = Submission & { readonly commandBuffers: readonly VkCommandBuffer[] };

/** Held work of this process; a class, so that a peer hands it out by reference. */
class LocalHeldWork implements HeldWork {
  readonly #release: Destruction;

  constructor(release: Destruction) {
    this.#release = release;
  }

  async release(): Promise<void> {
    this.#release.now();
  }
}

function localFence(fence: unknown): VkFence | null {
  if (fence === undefined) return null;
  if (fence instanceof LocalFence) return fence.vk;
  throw new TypeError('a fence of another endpoint was submitted to a queue of this one');
}

function localSemaphore(semaphore: unknown): LocalSemaphore['vk'] {
  if (semaphore instanceof LocalSemaphore) return semaphore.vk;
  throw new TypeError('a semaphore of another endpoint was submitted to a queue of this one');
}
