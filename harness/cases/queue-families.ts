import type { DeviceCapabilities } from './device-capabilities';
import { needsGraphics } from './resource-contents';
import type { BoundKindName } from './resource-kinds';

const transferFlags = ['VK_QUEUE_GRAPHICS_BIT', 'VK_QUEUE_COMPUTE_BIT', 'VK_QUEUE_TRANSFER_BIT'];

/** The queue families that take transfers. */
export function transferFamilies({ queueFamilies }: DeviceCapabilities): readonly number[] {
  return queueFamilies
    .filter(({ flags }) => transferFlags.some((flag) => flags.includes(flag)))
    .map(({ index }) => index);
}

/** The family whose queues take all transfers of a kind; undefined where that of the usual queue does. */
export function familyFor({ queueFamilies }: DeviceCapabilities, kind: BoundKindName): number | undefined {
  if (!needsGraphics(kind)) return undefined;
  return queueFamilies.find(({ flags }) => flags.includes('VK_QUEUE_GRAPHICS_BIT'))?.index;
}
