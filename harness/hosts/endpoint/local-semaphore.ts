import type { Nanoseconds } from '../../cases/durations';
import type { ExternalHandle } from '../../cases/external-handle';
import { semaphoreBit } from '../../cases/handle-type-bits';
import type { Permanence, SemaphoreHandleType } from '../../cases/handle-types';
import type { ExportAttempt, NamedPayload, Result, Semaphore, SemaphoreOptions } from '../../cases/objects';
import type { VkSemaphore } from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { handleOf, type OwnedHandle } from '../owned-handle';
import { handleInfo, importedFrom, isWin32 } from './win32-handles';
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
    { exportAs, type = 'binary', initialValue = 0n, win32 }: SemaphoreOptions,
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
          ...(win32 === undefined
            ? []
            : [{ struct: 'VkExportSemaphoreWin32HandleInfoKHR', ...handleInfo(bench, win32) } as const]),
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
    demandSuccess(isWin32(handleType) ? 'vkGetSemaphoreWin32HandleKHR' : 'vkGetSemaphoreFdKHR', result);
    return handle as OwnedHandle;
  }

  async tryExport(handleType: SemaphoreHandleType): Promise<ExportAttempt> {
    const { device } = this.bench;
    const info = { semaphore: this.vk, handleType: semaphoreBit[handleType] };
    if (isWin32(handleType)) {
      const { result, handle } = await this.bench.async.vkGetSemaphoreWin32HandleKHR(device.device, info);
      return this.bench.exportedWin32('vkGetSemaphoreWin32HandleKHR', handleType, result, handle);
    }
    const { result, fd } = await this.bench.async.vkGetSemaphoreFdKHR(device.device, info);
    return fd === undefined ? { result } : { result, handle: this.bench.exported('vkGetSemaphoreFdKHR', fd) };
  }

  async import(
    from: ExternalHandle | NamedPayload,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<void> {
    const command = isWin32(handleType) ? 'vkImportSemaphoreWin32HandleKHR' : 'vkImportSemaphoreFdKHR';
    demandSuccess(command, await this.tryImport(from, handleType, permanence));
  }

  async tryImport(
    from: ExternalHandle | NamedPayload,
    handleType: SemaphoreHandleType,
    permanence: Permanence,
  ): Promise<Result> {
    const { commands, device } = this.bench;
    const info = {
      semaphore: this.vk,
      flags: permanence === 'temporary' ? (['VK_SEMAPHORE_IMPORT_TEMPORARY_BIT'] as const) : [],
      handleType: semaphoreBit[handleType],
    };
    if (isWin32(handleType))
      return commands.vkImportSemaphoreWin32HandleKHR(device.device, { ...info, ...importedFrom(from) })
        .result;
    const passed = handleOf(from);
    const { result } = commands.vkImportSemaphoreFdKHR(device.device, { ...info, fd: passed.value });
    if (result === 'VK_SUCCESS') passed.taken();
    return result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}
