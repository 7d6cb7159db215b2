import type { DeviceCapabilities, DeviceIdentity } from '../cases/device-capabilities';
import type { Driver } from './driver';

export interface ToProbe {
  readonly driver: Driver;
}

/** What a probe found on one physical device. */
export interface ProbedDevice {
  readonly identity: DeviceIdentity;
  /** Null for a device below Vulkan 1.1, which is not tested. */
  readonly capabilities: DeviceCapabilities | null;
}

export type FromProbe =
  | { readonly kind: 'found'; readonly devices: readonly ProbedDevice[] }
  /** The driver can't be opened, or has no device on this machine; one line. */
  | { readonly kind: 'nothing'; readonly reason: string };
