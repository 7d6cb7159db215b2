import type { Nanoseconds } from '../../cases/durations';
import type { ExternalHandle } from '../../cases/external-handle';
import { semaphoreBit } from '../../cases/handle-type-bits';
import type { Permanence, SemaphoreHandleType } from '../../cases/handle-types';
import type { ExportAttempt, Result, Semaphore, SemaphoreOptions } from '../../cases/objects';
import type { VkSemaphore } from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { handleOf, type OwnedHandle } from '../owned-handle';
import type { Destruction, Workbench } from './workbench';

/** A VkSemaphore of a device in this process. */
export class LocalSemaphore implements Semaphore {
  private readonly destruction: Destruction;

  private constructor(
    private readonly bench: Workbench,
    readonly vk: VkSemaphore,
  ) {
    this.destruction = bench.whenLeft(() => bench.commands.vkDestroySemaphore(bench.device.device, vk, null));
  }

  static create(
    bench: Workbench,
    { exportAs, type = 'binary', initialValue = 0n }: SemaphoreOptions,
  ): LocalSemaphore {
    const { result, semaphore } = bench.commands.vkCreateSemaphore(
      bench.device.device,
      {
        pNext: [
          ...(exportAs === undefined
            ? []
            : [
                {
                  struct: 'VkExportSemaphoreCreateInfo',
                  handleTypes: exportAs.map((one) => semaphoreBit[one]),
                } as const,
              ]),
          ...(type === 'timeline'
            ? [
                {
                  struct: 'VkSemaphoreTypeCreateInfo',
                  semaphoreType: 'VK_SEMAPHORE_TYPE_TIMELINE',
                  initialValue,
                } as const,
              ]
            : []),
        ],
        flags: [],
      },
      null,
    );
    demandSuccess('vkCreateSemaphore', result);
    return new LocalSemaphore(bench, semaphore as VkSemaphore);
  }

  async counter(): Promise<bigint> {
    const { result, value } = this.bench.promoted(
      'vkGetSemaphoreCounterValue',
      'vkGetSemaphoreCounterValueKHR',
    )(this.bench.device.device, this.vk);
    demandSuccess('vkGetSemaphoreCounterValue', result);
    return value as bigint;
  }

  async signal(value: bigint): Promise<void> {
    const { result } = this.bench.promoted('vkSignalSemaphore', 'vkSignalSemaphoreKHR')(
      this.bench.device.device,
      {
        semaphore: this.vk,
        value,
      },
    );
    demandSuccess('vkSignalSemaphore', result);
  }

  async wait(value: bigint, timeout: Nanoseconds): Promise<Result> {
    const { result } = await this.bench.promotedAsync('vkWaitSemaphores', 'vkWaitSemaphoresKHR')(
      this.bench.device.device,
      { flags: [], pSemaphores: [this.vk], pValues: [value] },
      timeout,
    );
    demandResult('vkWaitSemaphores', result, ['VK_SUCCESS', 'VK_TIMEOUT']);
    return result;
  }

  async export(handleType: SemaphoreHandleType): Promise<OwnedHandle> {
    const { result, handle } = await this.tryExport(handleType);
    demandSuccess('vkGetSemaphoreFdKHR', result);
    return handle as OwnedHandle;
  }

  async tryExport(handleType: SemaphoreHandleType): Promise<ExportAttempt> {
    const { device } = this.bench;
    const { result, fd } = await this.bench.async.vkGetSemaphoreFdKHR(device.device, {
      semaphore: this.vk,
      handleType: semaphoreBit[handleType],
    });
    return fd === undefined ? { result } : { result, handle: this.bench.exported('vkGetSemaphoreFdKHR', fd) };
  }

  async import(
    handle: ExternalHandle,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<void> {
    demandSuccess('vkImportSemaphoreFdKHR', await this.tryImport(handle, handleType, permanence));
  }

  async tryImport(
    handle: ExternalHandle,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<Result> {
    const passed = handleOf(handle);
    const { result } = this.bench.commands.vkImportSemaphoreFdKHR(this.bench.device.device, {
      semaphore: this.vk,
      flags: permanence === 'temporary' ? ['VK_SEMAPHORE_IMPORT_TEMPORARY_BIT'] : [],
      handleType: semaphoreBit[handleType],
      fd: passed.value,
    });
    if (result === 'VK_SUCCESS') passed.taken();
    return result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}
