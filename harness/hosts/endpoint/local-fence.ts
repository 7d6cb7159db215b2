import type { Nanoseconds } from '../../cases/durations';
import type { ExternalHandle } from '../../cases/external-handle';
import { fenceBit } from '../../cases/handle-type-bits';
import type { FenceHandleType, Permanence } from '../../cases/handle-types';
import type { ExportAttempt, Fence, FenceOptions, NamedPayload, Result } from '../../cases/objects';
import type { VkFence } from '../../vulkan';
import { demandResult, demandSuccess } from '../case-scope';
import { handleOf, type OwnedHandle } from '../owned-handle';
import { handleInfo, importedFrom, isWin32 } from './win32-handles';
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

  static create(bench: Workbench, { exportAs, signaled = false, win32 }: FenceOptions): LocalFence {
    const { result, fence } = bench.commands.vkCreateFence(
      bench.device.device,
      {
        pNext: [
          ...(exportAs === undefined
            ? []
            : [
                {
                  struct: 'VkExportFenceCreateInfo',
                  handleTypes: exportAs.map((type) => fenceBit[type]),
                } as const,
              ]),
          ...(win32 === undefined
            ? []
            : [{ struct: 'VkExportFenceWin32HandleInfoKHR', ...handleInfo(bench, win32) } as const]),
        ],
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
    demandSuccess(isWin32(handleType) ? 'vkGetFenceWin32HandleKHR' : 'vkGetFenceFdKHR', result);
    return handle as OwnedHandle;
  }

  async tryExport(handleType: FenceHandleType): Promise<ExportAttempt> {
    const { device } = this.bench;
    const info = { fence: this.vk, handleType: fenceBit[handleType] };
    if (isWin32(handleType)) {
      const { result, handle } = await this.bench.async.vkGetFenceWin32HandleKHR(device.device, info);
      return this.bench.exportedWin32('vkGetFenceWin32HandleKHR', handleType, result, handle);
    }
    const { result, fd } = await this.bench.async.vkGetFenceFdKHR(device.device, info);
    return fd === undefined ? { result } : { result, handle: this.bench.exported('vkGetFenceFdKHR', fd) };
  }

  async import(
    from: ExternalHandle | NamedPayload,
    handleType: FenceHandleType,
    permanence: Permanence,
  ): Promise<void> {
    const command = isWin32(handleType) ? 'vkImportFenceWin32HandleKHR' : 'vkImportFenceFdKHR';
    demandSuccess(command, await this.tryImport(from, handleType, permanence));
  }

  async tryImport(
    from: ExternalHandle | NamedPayload,
    handleType: FenceHandleType,
    permanence: Permanence,
  ): Promise<Result> {
    const { commands, device } = this.bench;
    const info = {
      fence: this.vk,
      flags: permanence === 'temporary' ? (['VK_FENCE_IMPORT_TEMPORARY_BIT'] as const) : [],
      handleType: fenceBit[handleType],
    };
    if (isWin32(handleType))
      return commands.vkImportFenceWin32HandleKHR(device.device, { ...info, ...importedFrom(from) }).result;
    const passed = handleOf(from);
    const { result } = commands.vkImportFenceFdKHR(device.device, { ...info, fd: passed.value });
    if (result === 'VK_SUCCESS') passed.taken();
    return result;
  }

  async destroy(): Promise<void> {
    this.destruction.now();
  }
}
