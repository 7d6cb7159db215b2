import type { Nanoseconds } from '../../cases/durations';
import type { ExternalHandle } from '../../cases/external-handle';
import { fenceBit } from '../../cases/handle-type-bits';
import type { FenceHandleType, Permanence } from '../../cases/handle-types';
import type { ExportAttempt, Fence, FenceOptions, Result } from '../../cases/objects';
import type { VkFence } from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { handleOf, type OwnedHandle } from '../owned-handle';
import type { Destruction, Workbench } from './workbench';

/** A VkFence of a device in this process. */
export class LocalFence implements Fence {
  private readonly destruction: Destruction;

  private constructor(
    private readonly bench: Workbench,
    readonly vk: VkFence,
  ) {
    this.destruction = bench.whenLeft(() => bench.commands.vkDestroyFence(bench.device.device, vk, null));
  }

  static create(bench: Workbench, { exportAs, signaled = false }: FenceOptions): LocalFence {
    const { result, fence } = bench.commands.vkCreateFence(
      bench.device.device,
      {
        pNext:
          exportAs === undefined
            ? []
            : [{ struct: 'VkExportFenceCreateInfo', handleTypes: exportAs.map((type) => fenceBit[type]) }],
        flags: signaled ? ['VK_FENCE_CREATE_SIGNALED_BIT'] : [],
      },
      null,
    );
    demandSuccess('vkCreateFence', result);
    return new LocalFence(bench, fence as VkFence);
  }

  async status(): Promise<Result> {
    const { result } = this.bench.commands.vkGetFenceStatus(this.bench.device.device, this.vk);
    demandResult('vkGetFenceStatus', result, ['VK_SUCCESS', 'VK_NOT_READY']);
    return result;
  }

  async wait(timeout: Nanoseconds): Promise<Result> {
    const { device } = this.bench;
    const { result } = await this.bench.async.vkWaitForFences(device.device, [this.vk], true, timeout);
    demandResult('vkWaitForFences', result, ['VK_SUCCESS', 'VK_TIMEOUT']);
    return result;
  }

  async reset(): Promise<void> {
    const { result } = this.bench.commands.vkResetFences(this.bench.device.device, [this.vk]);
    demandSuccess('vkResetFences', result);
  }

  async export(handleType: FenceHandleType): Promise<OwnedHandle> {
    const { result, handle } = await this.tryExport(handleType);
    demandSuccess('vkGetFenceFdKHR', result);
    return handle as OwnedHandle;
  }

  async tryExport(handleType: FenceHandleType): Promise<ExportAttempt> {
    const { device } = this.bench;
    const { result, fd } = await this.bench.async.vkGetFenceFdKHR(device.device, {
      fence: this.vk,
      handleType: fenceBit[handleType],
    });
    return fd === undefined ? { result } : { result, handle: this.bench.exported('vkGetFenceFdKHR', fd) };
  }

  async import(handle: ExternalHandle, handleType: FenceHandleType, permanence: Permanence): Promise<void> {
    demandSuccess('vkImportFenceFdKHR', await this.tryImport(handle, handleType, permanence));
  }

  async tryImport(
    handle: ExternalHandle,
    handleType: FenceHandleType,
    permanence: Permanence,
  ): Promise<Result> {
    const passed = handleOf(handle);
    const { result } = this.bench.commands.vkImportFenceFdKHR(this.bench.device.device, {
      fence: this.vk,
      flags: permanence === 'temporary' ? ['VK_FENCE_IMPORT_TEMPORARY_BIT'] : [],
      handleType: fenceBit[handleType],
      fd: passed.value,
    });
    if (result === 'VK_SUCCESS') passed.taken();
    return result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}
