/** A device of Direct3D 11 on the adapter of a Vulkan device. */
import { type ComObject, callFunction, Made, References } from './com';
import { onAdapter } from './dxgi';
import { constants } from './interfaces';

const { D3D11_SDK_VERSION, D3D_DRIVER_TYPE_UNKNOWN, D3D_FEATURE_LEVEL_11_0, D3D_FEATURE_LEVEL_11_1 } =
  constants;

/** A device and its immediate context. */
export interface Device11 {
  readonly device: ComObject;
  readonly context: ComObject;
  /** Keeps what is made on it, and gives all back. */
  readonly references: References;
}

/**
 * A new device on the adapter with that LUID. It is for one object alone: what is stuck in its context then keeps nobody
 * else waiting. Throws OsCallError.
 */
export function openDevice11(luid: string): Device11 {
  const [device, context] = [new Made(), new Made()];
  const levels = Buffer.from(Uint32Array.of(D3D_FEATURE_LEVEL_11_1, D3D_FEATURE_LEVEL_11_0).buffer);
  onAdapter(luid, (adapter) =>
    callFunction(
      'D3D11CreateDevice',
      adapter.address,
      // What an adapter that is named requires.
      D3D_DRIVER_TYPE_UNKNOWN,
      null,
      0,
      levels,
      levels.length / 4,
      D3D11_SDK_VERSION,
      device.into,
      null,
      context.into,
    ),
  );
  const references = new References();
  return { references, device: references.keep(device.object), context: references.keep(context.object) };
}
