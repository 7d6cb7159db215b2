import type { DeviceCapabilities, MemoryTypeSummary } from './device-capabilities';
import { DeviationError } from './expectation';

/** How contents are written and read: through host mappings, or by copies on a queue. */
export const accesses = ['host', 'device'] as const;
export type Access = (typeof accesses)[number];

/** What the summary of a memory type keeps of its VkMemoryPropertyFlagBits names. */
export function memoryProperties(flags: readonly string[]): Omit<MemoryTypeSummary, 'index' | 'heap'> {
  return {
    deviceLocal: flags.includes('VK_MEMORY_PROPERTY_DEVICE_LOCAL_BIT'),
    hostVisible: flags.includes('VK_MEMORY_PROPERTY_HOST_VISIBLE_BIT'),
    hostCoherent: flags.includes('VK_MEMORY_PROPERTY_HOST_COHERENT_BIT'),
    protected: flags.includes('VK_MEMORY_PROPERTY_PROTECTED_BIT'),
    deviceCoherent: flags.includes('VK_MEMORY_PROPERTY_DEVICE_COHERENT_BIT_AMD'),
  };
}

/**
 * The memory types of a mask that an allocation may name on a device made without the features deviceCoherentMemory
 * and protectedMemory.
 * Source: VUID-vkAllocateMemory-deviceCoherentMemory-02790, VUID-VkMemoryAllocateInfo-memoryTypeIndex-01872.
 */
export function usableTypes<Type extends Pick<MemoryTypeSummary, 'index' | 'protected' | 'deviceCoherent'>>(
  device: { readonly memoryTypes: readonly Type[] },
  memoryTypeBits: number,
): readonly Type[] {
  return device.memoryTypes.filter(
    (type) => (memoryTypeBits & (1 << type.index)) !== 0 && !type.protected && !type.deviceCoherent,
  );
}

/**
 * The first usable memory type of a mask that suits: a host-visible one for the host; for the device one that is not,
 * where there is any, and of those one in its own memory.
 */
export function pickType(device: DeviceCapabilities, memoryTypeBits: number, access: Access): number {
  const types = usableTypes(device, memoryTypeBits);
  const hidden = access === 'device' ? types.filter(({ hostVisible }) => !hostVisible) : [];
  const visible = types.find(({ hostVisible }) => hostVisible);
  const picked = hidden.find(({ deviceLocal }) => deviceLocal) ?? hidden[0] ?? visible;
  if (picked !== undefined) return picked.index;
  throw new DeviationError({
    what: 'memory types for external memory',
    expected: access === 'host' ? 'one that is host-visible among them' : 'at least one',
    seen: `memoryTypeBits 0x${memoryTypeBits.toString(16)}`,
    control: false,
  });
}
