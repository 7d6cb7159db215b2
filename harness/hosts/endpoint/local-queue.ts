import { pauseFor } from '../../cases/course';
import { seconds } from '../../cases/durations';
import type { HeldWork, Queue, Result, SparseBinding } from '../../cases/objects';
import type { Holding, SemaphoreOperation, Submission } from '../../cases/work';
import type {
  VkCommandBuffer,
  VkCommandPool,
  VkFence,
  VkQueue,
  VkSubmitInfo,
  VkSubmitInfo2,
} from '../../vulkan';
import { demandSuccess } from '../case-scope';
import { recordWork } from './command-recording';
import { LocalFence } from './local-fence';
import { LocalMemory } from './local-memory';
import { LocalBuffer } from './local-resource';
import { LocalSemaphore } from './local-semaphore';
import { QueueLoad, type RecordedLoad } from './queue-load';
import type { Workbench } from './workbench';

/** Milliseconds by which a fence may be signaled later than the other signals of the work before it. */
const fenceLagMs = 8;
/** Longer than the deadline of a case: a machine that is busy must not make a load a deviation. */
const loadLimit = seconds(60);
/** Milliseconds of load that are never exceeded. */
const mostLoadMs = 5000;

/** What holds work back until the host signals it. */
interface Gate {
  readonly semaphore: LocalSemaphore;
  /** The value that released the last work it held. */
  released: bigint;
  /** That of the case for which it was made. */
  readonly scope: ReturnType<Workbench['scope']>;
}

/**
 * The gates that hold no work now. They hold one work after the other: a semaphore each would cost some drivers a
 * descriptor each, which a case that counts descriptors would find.
 */
class Gates {
  private scope: ReturnType<Workbench['scope']> | undefined;
  private free: Gate[] = [];

  taken(bench: Workbench): Gate {
    // With the scope of a case its semaphores are destroyed.
    if (this.scope !== bench.scope()) {
      this.scope = bench.scope();
      this.free = [];
    }
    const semaphore = () => LocalSemaphore.create(bench, { type: 'timeline' });
    return this.free.pop() ?? { semaphore: semaphore(), released: 0n, scope: this.scope };
  }

  giveBack(gate: Gate): void {
    if (gate.scope === this.scope) this.free.push(gate);
  }
}

/** The first queue of a family, with a command pool of its own. */
export class LocalQueue implements Queue {
  private readonly gates = new Gates();
  private load: QueueLoad | undefined;
  private preparing: Promise<QueueLoad> | undefined;

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

  /** Destroys command pool and load; the device is idle and about to go. */
  close(): void {
    this.load?.close();
    this.bench.commands.vkDestroyCommandPool(this.bench.device.device, this.pool, null);
  }

  async submit(submission: Submission): Promise<void> {
    demandSuccess(submission.command ?? 'vkQueueSubmit', await this.trySubmit(submission));
  }

  async trySubmit(submission: Submission): Promise<Result> {
    const { work } = submission;
    const commandBuffers =
      work === undefined
        ? []
        : [
            this.record((commandBuffer) =>
              recordWork(this.bench, commandBuffer, work, this.familyIndex, submission.command),
            ),
          ];
    return this.submitBatch(submission, commandBuffers);
  }

  async bindNothing({
    wait = [],
    signal = [],
    fence,
  }: Pick<Submission, 'wait' | 'signal' | 'fence'>): Promise<void> {
    this.bench.submitted();
    const call = this.bench.async.vkQueueBindSparse(
      this.vk,
      [
        {
          pNext: timelineValues(wait, signal),
          pWaitSemaphores: wait.map(({ semaphore }) => localSemaphore(semaphore)),
          pBufferBinds: [],
          pImageOpaqueBinds: [],
          pImageBinds: [],
          pSignalSemaphores: signal.map(({ semaphore }) => localSemaphore(semaphore)),
        },
      ],
      localFence(fence),
    );
    this.bench.scope().deferReturn(call);
    demandSuccess('vkQueueBindSparse', (await call).result);
  }

  async bindSparse({ buffer, offset, size, memory, memoryOffset }: SparseBinding): Promise<void> {
    const fence = LocalFence.create(this.bench, {});
    this.bench.submitted();
    const { result } = await this.bench.async.vkQueueBindSparse(
      this.vk,
      [
        {
          pWaitSemaphores: [],
          pBufferBinds: [
            {
              buffer: LocalBuffer.of(buffer).handles.buffer,
              pBinds: [
                { resourceOffset: offset, size, memory: LocalMemory.of(memory).vk, memoryOffset, flags: [] },
              ],
            },
          ],
          pImageOpaqueBinds: [],
          pImageBinds: [],
          pSignalSemaphores: [],
        },
      ],
      fence.vk,
    );
    demandSuccess('vkQueueBindSparse', result);
    demandSuccess('vkWaitForFences behind vkQueueBindSparse', await fence.wait(loadLimit));
  }

  async hold(submission: Submission, by: Holding = 'host-signal'): Promise<HeldWork> {
    return by === 'host-signal' ? this.holdBySignal(submission) : this.holdByLoad(submission, by.load);
  }

  private async holdBySignal(submission: Submission): Promise<HeldWork> {
    const { wait = [], signal = [] } = submission;
    if ([...wait, ...signal].some(({ value }) => value === undefined)) {
      throw new TypeError(
        'work that a host signal holds must not wait for or signal a binary semaphore: hold it by a load',
      );
    }
    const gate = this.gates.taken(this.bench);
    const value = gate.released + 1n;
    let held = true;
    const release = async (): Promise<void> => {
      if (!held) return;
      held = false;
      await gate.semaphore.signal(value);
      gate.released = value;
      this.gates.giveBack(gate);
    };
    this.bench.scope().deferRelease(release);
    await this.submit({ ...submission, wait: [...wait, { semaphore: gate.semaphore, value }] });
    return new LocalHeldWork(async () => held, release, null);
  }

  private async holdByLoad(submission: Submission, milliseconds: number): Promise<HeldWork> {
    const { work } = submission;
    const load = await this.preparedLoad();
    const factor = this.bench.loadFactor();
    let recorded: RecordedLoad | undefined;
    const commandBuffer = this.record((recording) => {
      recorded = load.record(recording, Math.min(mostLoadMs, milliseconds * factor), factor > 1);
      if (work !== undefined) recordWork(this.bench, recording, work, this.familyIndex, submission.command);
    });
    const begun = performance.now();
    demandSuccess(submission.command ?? 'vkQueueSubmit', await this.submitBatch(submission, [commandBuffer]));
    // A fence of its own tells when the queue is through, whatever the case thinks of the fence that it gave.
    const through = LocalFence.create(this.bench, {});
    await this.submit({ fence: through });
    const ended = through.wait(loadLimit).then((result) => {
      recorded?.over(performance.now() - begun);
      return result;
    });
    ended.catch(() => {}); // it is seen by the release
    const pending = async () => (await through.status()) === 'VK_NOT_READY';
    return new LocalHeldWork(
      async () => {
        if (!(await pending())) return false;
        await pauseFor(
          fenceLagMs,
          'the batch may have signaled what is looked at before it signals this fence',
        );
        return pending();
      },
      async () => demandSuccess('vkWaitForFences behind a load', await ended),
      recorded?.milliseconds ?? 0,
    );
  }

  /** The load of this queue, made once even where several submissions want it at a time. */
  private async preparedLoad(): Promise<QueueLoad> {
    this.preparing ??= QueueLoad.prepare(this.bench, (write) => this.timed(write));
    try {
      this.load = await this.preparing;
      return this.load;
    } catch (error) {
      this.preparing = undefined;
      throw error;
    }
  }

  /** Milliseconds from the submission of a batch until its fence is signaled. */
  private async timed(write: (commandBuffer: VkCommandBuffer) => void): Promise<number> {
    const fence = LocalFence.create(this.bench, {});
    const commandBuffer = this.record(write);
    const begun = performance.now();
    demandSuccess('vkQueueSubmit', await this.submitBatch({ fence }, [commandBuffer]));
    demandSuccess('vkWaitForFences behind a load', await fence.wait(loadLimit));
    return performance.now() - begun;
  }

  async waitIdle(): Promise<Result> {
    const { result } = await this.bench.async.vkQueueWaitIdle(this.vk);
    demandSuccess('vkQueueWaitIdle', result);
    return result;
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
  ): Promise<Result> {
    const { wait = [], command = 'vkQueueSubmit', thread } = submission;
    const stays = wait.length === 0 && thread === undefined;
    const batch = { ...submission, commandBuffers };
    const args = command === 'vkQueueSubmit2' ? this.arguments2(batch) : this.arguments1(batch);
    this.bench.submitted();
    const { commands } = this.bench;
    const submitted = async (): Promise<{ result: Result }> => {
      if (args.command === 'vkQueueSubmit') {
        return stays
          ? commands.vkQueueSubmit(this.vk, args.infos, args.fence)
          : this.bench.async.vkQueueSubmit(this.vk, args.infos, args.fence);
      }
      return stays
        ? this.bench.promoted('vkQueueSubmit2', 'vkQueueSubmit2KHR')(this.vk, args.infos, args.fence)
        : this.bench.promotedAsync('vkQueueSubmit2', 'vkQueueSubmit2KHR')(this.vk, args.infos, args.fence);
    };
    const call = submitted();
    this.bench.scope().deferReturn(call);
    return (await call).result;
  }

  private arguments1({ wait = [], signal = [], fence, commandBuffers }: Batch) {
    const infos: readonly VkSubmitInfo[] = [
      {
        pNext: timelineValues(wait, signal),
        pWaitSemaphores: wait.map(({ semaphore }) => localSemaphore(semaphore)),
        pWaitDstStageMask: wait.map(waitStage),
        pCommandBuffers: commandBuffers,
        pSignalSemaphores: signal.map(({ semaphore }) => localSemaphore(semaphore)),
      },
    ];
    return { command: 'vkQueueSubmit', infos, fence: localFence(fence) } as const;
  }

  private arguments2({ wait = [], signal = [], fence, commandBuffers }: Batch) {
    const info = ({ semaphore, value = 0n, stage = 'ALL_COMMANDS' }: SemaphoreOperation) =>
      ({
        semaphore: localSemaphore(semaphore),
        value,
        stageMask: [stageBits2[stage]],
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

const stageBits2 = {
  ALL_COMMANDS: 'VK_PIPELINE_STAGE_2_ALL_COMMANDS_BIT',
  TRANSFER: 'VK_PIPELINE_STAGE_2_ALL_TRANSFER_BIT',
  COPY: 'VK_PIPELINE_STAGE_2_COPY_BIT',
} as const;

/** What a wait of vkQueueSubmit holds back. */
function waitStage({ stage = 'ALL_COMMANDS' }: SemaphoreOperation) {
  if (stage === 'COPY') throw new TypeError('vkQueueSubmit has no stage for copies alone');
  return [`VK_PIPELINE_STAGE_${stage}_BIT`] as const;
}

/** The values of timeline operations; those of binary semaphores beside them are ignored. */
function timelineValues(wait: readonly SemaphoreOperation[], signal: readonly SemaphoreOperation[]) {
  if (![...wait, ...signal].some(({ value }) => value !== undefined)) return [];
  const values = (operations: readonly SemaphoreOperation[]): bigint[] =>
    operations.map(({ value = 0n }) => value);
  return [
    {
      struct: 'VkTimelineSemaphoreSubmitInfo',
      pWaitSemaphoreValues: values(wait),
      pSignalSemaphoreValues: values(signal),
    },
  ] as const;
}

type Batch = Submission & { readonly commandBuffers: readonly VkCommandBuffer[] };

/** Held work of this process; a class, so that a peer hands it out by reference. */
class LocalHeldWork implements HeldWork {
  constructor(
    readonly isHeld: () => Promise<boolean>,
    readonly release: () => Promise<void>,
    readonly loadMs: number | null,
  ) {}
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
