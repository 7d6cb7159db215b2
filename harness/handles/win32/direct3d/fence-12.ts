/** Fences of Direct3D 12. */
import type { SharedFence } from '../../face';
import { adoptNew } from '../handle';
import { callFunction, idOf, Made, References, structure } from './com';
import { onAdapter } from './dxgi';
import { constants, ID3D12CommandQueue, ID3D12Device, ID3D12Fence } from './interfaces';

/** A new one on that adapter, of the value 0. Throws OsCallError where it has no Direct3D 12, or that no shared fences. */
export function createFence12(adapter: string): SharedFence {
  const references = new References();
  const { CreateCommandQueue, CreateFence, CreateSharedHandle } = ID3D12Device.methods;
  try {
    const opened = new Made();
    onAdapter(adapter, ({ address }) =>
      callFunction(
        'D3D12CreateDevice',
        address,
        constants.D3D_FEATURE_LEVEL_11_0,
        idOf(ID3D12Device),
        opened.into,
      ),
    );
    const device = references.keep(opened.object);
    const queued = new Made();
    const description = structure('D3D12_COMMAND_QUEUE_DESC', {
      Type: constants.D3D12_COMMAND_LIST_TYPE_DIRECT,
    });
    device.must(CreateCommandQueue, description, idOf(ID3D12CommandQueue), queued.into);
    const queue = references.keep(queued.object);
    const made = new Made();
    device.must(CreateFence, 0n, constants.D3D12_FENCE_FLAG_SHARED, idOf(ID3D12Fence), made.into);
    const fence = references.keep(made.object);
    const handle = new Made();
    device.must(CreateSharedHandle, fence.address, null, constants.GENERIC_ALL, null, handle.into);
    return {
      handle: adoptNew(handle.handle),
      value: () => fence.ask(ID3D12Fence.methods.GetCompletedValue),
      signal: (value) => {
        fence.must(ID3D12Fence.methods.Signal, value);
      },
      signalBehind: (awaited, value) => {
        queue.must(ID3D12CommandQueue.methods.Wait, fence.address, awaited);
        queue.must(ID3D12CommandQueue.methods.Signal, fence.address, value);
      },
      dispose: () => references.release(),
    };
  } catch (error) {
    references.release();
    throw error;
  }
}
