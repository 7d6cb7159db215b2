import type {
  DeviceCapabilities,
  HandleTypeCapabilities,
  MemoryTypeSummary,
  OtherDevice,
  ResourceCapabilities,
} from '../cases/device-capabilities';
import { fenceBit, memoryBit, semaphoreBit } from '../cases/handle-type-bits';
import {
  type FenceHandleType,
  fenceHandleTypes,
  type MemoryHandleType,
  memoryHandleTypes,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
} from '../cases/handle-types';
import { memoryProperties } from '../cases/memory-types';
import { type ResourceKind, type ResourceKindName, resourceKinds } from '../cases/resource-kinds';
import {
  apiVersionText,
  flagNames,
  makeApiVersion,
  type VkBufferUsageFlags,
  type VkFormat,
  type VkImageUsageFlags,
  type VkPhysicalDevice,
} from '../vulkan';
import { identityOf } from './device-identity';
import { describePhysicalDevice, type MemoryType } from './open-device';
import { type OpenInstance, oldestVersion } from './open-instance';

interface Answer {
  readonly features: readonly string[];
  readonly compatible: readonly string[];
  readonly exportFromImported: readonly string[];
}

/** What a physical device says of itself: the base of every plan, kept in the results. */
export function capabilitySnapshot(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  platform: DeviceCapabilities['platform'],
): DeviceCapabilities {
  const { commands } = instance;
  const { apiVersion, offered, features, queueFamilies, memoryTypes } = describePhysicalDevice(
    instance,
    physicalDevice,
  );
  return {
    platform,
    apiVersion: apiVersionText(apiVersion),
    instanceExtensions: [...instance.extensions].sort(),
    deviceExtensions: [...offered].sort(),
    features,
    fence: fenceCapabilities(instance, physicalDevice),
    binarySemaphore: semaphoreCapabilities(
      instance,
      physicalDevice,
      'VK_SEMAPHORE_TYPE_BINARY',
      features.timelineSemaphore,
    ),
    timelineSemaphore: features.timelineSemaphore
      ? semaphoreCapabilities(instance, physicalDevice, 'VK_SEMAPHORE_TYPE_TIMELINE', true)
      : {},
    memory: memoryCapabilities(instance, physicalDevice, offered),
    memoryTypes: memoryTypeSummaries(memoryTypes),
    queueFamilies: queueFamilies.map(({ index, flags }) => ({
      index,
      flags: flagNames('VkQueueFlags', flags),
    })),
    minImportedHostPointerAlignment: offered.has('VK_EXT_external_memory_host')
      ? Number(
          commands.vkGetPhysicalDeviceProperties2(physicalDevice, {
            chain: ['VkPhysicalDeviceExternalMemoryHostPropertiesEXT'],
          }).chain.VkPhysicalDeviceExternalMemoryHostPropertiesEXT.minImportedHostPointerAlignment,
        )
      : null,
    otherDevices: otherDevices(instance, physicalDevice),
  };
}

/** The memory types of a device, as the snapshot keeps them. */
export function memoryTypeSummaries(memoryTypes: readonly MemoryType[]): readonly MemoryTypeSummary[] {
  return memoryTypes.map(({ index, heapIndex, flags }) => ({
    index,
    heap: heapIndex,
    ...memoryProperties(flagNames('VkMemoryPropertyFlags', flags)),
  }));
}

/** Those that opaque handles of the device may not be taken to. Source: external handle types compatibility. */
function otherDevices(instance: OpenInstance, physicalDevice: VkPhysicalDevice): readonly OtherDevice[] {
  const own = identityOf(instance, physicalDevice);
  return instance.physicalDevices.flatMap((other): OtherDevice[] => {
    const { deviceName, deviceUUID, driverUUID, apiVersion } = identityOf(instance, other);
    const sameDevice = deviceUUID === own.deviceUUID && driverUUID === own.driverUUID;
    const [major = 0, minor = 0] = apiVersion.split('.').map(Number);
    if (sameDevice || makeApiVersion(major, minor) < oldestVersion) return [];
    const { offered } = describePhysicalDevice(instance, other);
    return [
      {
        deviceName,
        deviceUUID,
        deviceExtensions: [...offered].sort(),
        fence: fenceCapabilities(instance, other),
        binarySemaphore: semaphoreCapabilities(instance, other, 'VK_SEMAPHORE_TYPE_BINARY', false),
        memory: memoryCapabilities(instance, other, offered),
      },
    ];
  });
}

function fenceCapabilities(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
): HandleTypeCapabilities<FenceHandleType> {
  return byHandleType(fenceHandleTypes, fenceBit, (type) => {
    const { externalFenceProperties: answer } = commands.vkGetPhysicalDeviceExternalFenceProperties(
      physicalDevice,
      {
        handleType: fenceBit[type],
      },
    );
    return {
      features: flagNames('VkExternalFenceFeatureFlags', answer.externalFenceFeatures),
      compatible: flagNames('VkExternalFenceHandleTypeFlags', answer.compatibleHandleTypes),
      exportFromImported: flagNames('VkExternalFenceHandleTypeFlags', answer.exportFromImportedHandleTypes),
    };
  });
}

function semaphoreCapabilities(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  semaphoreType: 'VK_SEMAPHORE_TYPE_BINARY' | 'VK_SEMAPHORE_TYPE_TIMELINE',
  typeKnown: boolean,
): HandleTypeCapabilities<SemaphoreHandleType> {
  return byHandleType(semaphoreHandleTypes, semaphoreBit, (type) => {
    const { externalSemaphoreProperties: answer } = commands.vkGetPhysicalDeviceExternalSemaphoreProperties(
      physicalDevice,
      {
        pNext: typeKnown ? [{ struct: 'VkSemaphoreTypeCreateInfo', semaphoreType, initialValue: 0 }] : [],
        handleType: semaphoreBit[type],
      },
    );
    return {
      features: flagNames('VkExternalSemaphoreFeatureFlags', answer.externalSemaphoreFeatures),
      compatible: flagNames('VkExternalSemaphoreHandleTypeFlags', answer.compatibleHandleTypes),
      exportFromImported: flagNames(
        'VkExternalSemaphoreHandleTypeFlags',
        answer.exportFromImportedHandleTypes,
      ),
    };
  });
}

/** Extension enumerants may be asked for only where their extension is offered. */
function memoryCapabilities(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  offered: ReadonlySet<string>,
): readonly ResourceCapabilities[] {
  const legal = memoryHandleTypes.filter((type) => {
    if (type === 'DMA_BUF') return offered.has('VK_EXT_external_memory_dma_buf');
    return !type.startsWith('HOST_') || offered.has('VK_EXT_external_memory_host');
  });
  return (Object.entries(resourceKinds) as [ResourceKindName, ResourceKind][]).map(([name, kind]) => ({
    name,
    handleTypes: byHandleType(legal, memoryBit, (type) => memoryAnswer(instance, physicalDevice, kind, type)),
  }));
}

function memoryAnswer(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  kind: ResourceKind,
  type: MemoryHandleType,
): Answer | undefined {
  const handleType = memoryBit[type];
  let answer: {
    readonly externalMemoryFeatures: number;
    readonly compatibleHandleTypes: number;
    readonly exportFromImportedHandleTypes: number;
  };
  if (kind.kind === 'buffer') {
    answer = commands.vkGetPhysicalDeviceExternalBufferProperties(physicalDevice, {
      flags: [],
      usage: kind.usage as VkBufferUsageFlags,
      handleType,
    }).externalBufferProperties.externalMemoryProperties;
  } else {
    const { result, chain } = commands.vkGetPhysicalDeviceImageFormatProperties2(
      physicalDevice,
      {
        pNext: [{ struct: 'VkPhysicalDeviceExternalImageFormatInfo', handleType }],
        format: kind.format as VkFormat,
        type: 'VK_IMAGE_TYPE_2D',
        tiling: kind.tiling,
        usage: kind.usage as VkImageUsageFlags,
        flags: [],
      },
      { chain: ['VkExternalImageFormatProperties'] },
    );
    if (result !== 'VK_SUCCESS') return undefined;
    answer = chain.VkExternalImageFormatProperties.externalMemoryProperties;
  }
  return {
    features: flagNames('VkExternalMemoryFeatureFlags', answer.externalMemoryFeatures),
    compatible: flagNames('VkExternalMemoryHandleTypeFlags', answer.compatibleHandleTypes),
    exportFromImported: flagNames('VkExternalMemoryHandleTypeFlags', answer.exportFromImportedHandleTypes),
  };
}

/** The handle types for which the device claims anything. */
function byHandleType<Type extends string>(
  types: readonly Type[],
  bits: Readonly<Record<Type, string>>,
  ask: (type: Type) => Answer | undefined,
): HandleTypeCapabilities<Type> {
  const shortNames = (names: readonly string[]): Type[] => types.filter((type) => names.includes(bits[type]));
  const found: Partial<Record<Type, HandleTypeCapabilities<Type>[Type]>> = {};
  for (const type of types) {
    const answer = ask(type);
    if (answer === undefined || answer.features.length === 0) continue;
    const claims = (feature: string): boolean => answer.features.some((name) => name.includes(feature));
    found[type] = {
      exportable: claims('EXPORTABLE'),
      importable: claims('IMPORTABLE'),
      dedicatedOnly: claims('DEDICATED_ONLY'),
      compatible: shortNames(answer.compatible),
      exportFromImported: shortNames(answer.exportFromImported),
    };
  }
  return found as HandleTypeCapabilities<Type>;
}
