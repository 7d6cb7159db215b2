/** Fences of Direct3D 11. */
import type { SharedFence } from '../../face';
import { adoptNew } from '../handle';
import { idOf, Made } from './com';
import { openDevice11 } from './device-11';
import {
  constants,
  ID3D11Device5,
  ID3D11DeviceContext,
  ID3D11DeviceContext4,
  ID3D11Fence,
} from './interfaces';

/** A new one on that adapter, of the value 0. Throws OsCallError where it has no Direct3D 11, or that no shared fences. */
export function createFence11(adapter: string): SharedFence {
  const { device, context, references } = openDevice11(adapter);
  try {
    const { Signal, Wait } = ID3D11DeviceContext4.methods;
    const device5 = references.keep(device.as(ID3D11Device5));
    const context4 = references.keep(context.as(ID3D11DeviceContext4));
    const made = new Made();
    device5.must(
      ID3D11Device5.methods.CreateFence,
      0n,
      constants.D3D11_FENCE_FLAG_SHARED,
      idOf(ID3D11Fence),
      made.into,
    );
    const fence = references.keep(made.object);
    const handle = new Made();
    fence.must(ID3D11Fence.methods.CreateSharedHandle, null, constants.GENERIC_ALL, null, handle.into);
    const flush = (): void => {
      context.call(ID3D11DeviceContext.methods.Flush);
    };
    return {
      handle: adoptNew(handle.handle),
      value: () => fence.ask(ID3D11Fence.methods.GetCompletedValue),
      signal: (value) => {
        context4.must(Signal, fence.address, value);
        flush();
      },
      signalBehind: (awaited, value) => {
        context4.must(Wait, fence.address, awaited);
        context4.must(Signal, fence.address, value);
        flush();
      },
      dispose: () => references.release(),
    };
  } catch (error) {
    references.release();
    throw error;
  }
}
