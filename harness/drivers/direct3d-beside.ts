import type { DeviceCapabilities } from '../cases/device-capabilities';
import { standInDirect3d } from '../cases/foreign-texture';
import type { Direct3dObjects } from '../handles/face';
import type { VkPhysicalDevice } from '../vulkan';
import { hexadecimal } from './device-identity';
import type { OpenInstance } from './open-instance';

/** What a machine has of DXGI and Direct3D. */
export interface Direct3dMachine {
  /** Whether DXGI lists any adapter. */
  readonly displayAdapters: boolean;
  /** What Direct3D makes for others on the adapter with that LUID. */
  readonly direct3dObjects: (luid: string) => Direct3dObjects;
}

/** As hexadecimal; undefined where the device says that it has none. */
export function luidOf({ commands }: OpenInstance, physicalDevice: VkPhysicalDevice): string | undefined {
  const { chain } = commands.vkGetPhysicalDeviceProperties2(physicalDevice, {
    chain: ['VkPhysicalDeviceIDProperties'],
  });
  const { deviceLUIDValid, deviceLUID } = chain.VkPhysicalDeviceIDProperties;
  return deviceLUIDValid ? hexadecimal(deviceLUID) : undefined;
}

/** What Direct3D has beside a device: it is not asked for what the device would not take. */
export function direct3dBeside(
  machine: Direct3dMachine,
  luid: string | undefined,
  offered: ReadonlySet<string>,
  { binarySemaphore, memory }: Pick<DeviceCapabilities, 'binarySemaphore' | 'memory'>,
): NonNullable<DeviceCapabilities['direct3d']> {
  const takesTextures = memory.some(
    ({ handleTypes: { D3D11_TEXTURE, D3D11_TEXTURE_KMT } }) =>
      D3D11_TEXTURE?.importable === true || D3D11_TEXTURE_KMT?.importable === true,
  );
  const takesAny = takesTextures || binarySemaphore.D3D12_FENCE?.importable === true;
  const asked = luid !== undefined && takesAny && !offered.has(standInDirect3d);
  return {
    displayAdapters: machine.displayAdapters,
    deviceLUIDValid: luid !== undefined,
    ...(luid === undefined ? {} : { deviceLUID: luid }),
    ...(asked ? { objects: machine.direct3dObjects(luid) } : {}),
  };
}
