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
import {
  direct3dKinds,
  type FeaturedKindName,
  featuredKinds,
  type ImageShape,
  type KnownKindName,
  type ResourceKind,
  resourceKinds,
  shapeOf,
  variedKinds,
} from '../cases/resource-kinds';
import {
  apiVersionText,
  type Decoded,
  flagNames,
  makeApiVersion,
  type VkBufferCreateFlags,
  type VkBufferUsageFlags,
  type VkFormat,
  type VkImageUsageFlags,
  type VkPhysicalDevice,
} from '../vulkan';
import { identityOf } from './device-identity';
import { type Direct3dMachine, direct3dBeside, luidOf } from './direct3d-beside';
import { describePhysicalDevice, type MemoryType } from './open-device';
import { type OpenInstance, oldestVersion } from './open-instance';

interface Answer {
  readonly features: readonly string[];
  readonly compatible: readonly string[];
  readonly exportFromImported: readonly string[];
}

/** What a machine has beside its drivers. */
export interface Machine
  extends Pick<DeviceCapabilities, 'dmaBufProducers' | 'dmaBufsGiveFences' | 'syncFileSources'>,
    Direct3dMachine {}

/**
 * What a physical device says of itself: the base of every plan, kept in the results.
 * @param machine who makes handles there without the device
 */
export function capabilitySnapshot(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  platform: DeviceCapabilities['platform'],
  machine: Machine,
): DeviceCapabilities {
  const { commands } = instance;
  const { dmaBufProducers, dmaBufsGiveFences, syncFileSources } = machine;
  const { apiVersion, offered, features, queueFamilies, memoryTypes } = describePhysicalDevice(
    instance,
    physicalDevice,
  );
  const answers = {
    binarySemaphore: semaphoreCapabilities(
      instance,
      physicalDevice,
      'VK_SEMAPHORE_TYPE_BINARY',
      features.timelineSemaphore,
    ),
    timelineSemaphore: features.timelineSemaphore
      ? semaphoreCapabilities(instance, physicalDevice, 'VK_SEMAPHORE_TYPE_TIMELINE', true)
      : {},
    memory: [
      ...memoryCapabilities(instance, physicalDevice, offered, platform),
      ...featuredCapabilities(instance, physicalDevice, offered, features),
    ],
  };
  return {
    platform,
    apiVersion: apiVersionText(apiVersion),
    instanceExtensions: [...instance.extensions].sort(),
    deviceExtensions: [...offered].sort(),
    features,
    fence: fenceCapabilities(instance, physicalDevice),
    ...answers,
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
    dmaBufModifiers: dmaBufModifiers(instance, physicalDevice, offered),
    dmaBufProducers: dmaBufProducers.filter(
      (producer) => producer !== 'memfd' || offered.has('VK_VKEXTERN_stand_in_dma_buf'),
    ),
    dmaBufsGiveFences,
    syncFileSources,
    ...(platform === 'win32'
      ? { direct3d: direct3dBeside(machine, luidOf(instance, physicalDevice), offered, answers) }
      : {}),
    otherDevices: otherDevices(instance, physicalDevice, platform),
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
function otherDevices(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  platform: DeviceCapabilities['platform'],
): readonly OtherDevice[] {
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
        memory: memoryCapabilities(instance, other, offered, platform),
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

function memoryCapabilities(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  offered: ReadonlySet<string>,
  platform: DeviceCapabilities['platform'],
): readonly ResourceCapabilities[] {
  const legal = legalTypes(offered);
  const ofPlatform = platform === 'win32' ? direct3dKinds : {};
  const kinds = Object.entries({ ...resourceKinds, ...variedKinds, ...ofPlatform }) as [
    KnownKindName,
    ResourceKind,
  ][];
  return kinds.map(([name, kind]) => ({
    name,
    handleTypes: byHandleType(legal, memoryBit, (type) => memoryAnswer(instance, physicalDevice, kind, type)),
  }));
}

function featuredCapabilities(
  instance: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  offered: ReadonlySet<string>,
  features: DeviceCapabilities['features'],
): readonly ResourceCapabilities[] {
  const legal = legalTypes(offered);
  return (Object.keys(featuredKinds) as FeaturedKindName[])
    .filter((name) => features[featuredKinds[name].feature])
    .map((name) => ({
      name,
      handleTypes: byHandleType(legal, memoryBit, (type) =>
        memoryAnswer(instance, physicalDevice, { kind: 'buffer', ...featuredKinds[name] }, type),
      ),
    }));
}

/** Extension enumerants may be asked for only where their extension is offered. */
function legalTypes(offered: ReadonlySet<string>): readonly MemoryHandleType[] {
  return memoryHandleTypes.filter((type) => {
    if (type === 'DMA_BUF') return offered.has('VK_EXT_external_memory_dma_buf');
    return !type.startsWith('HOST_') || offered.has('VK_EXT_external_memory_host');
  });
}

/** More than any device has for one format. */
const modifiersAskedFor = 256;

function dmaBufModifiers(
  { commands }: OpenInstance,
  physicalDevice: VkPhysicalDevice,
  offered: ReadonlySet<string>,
): readonly string[] {
  const wanted = ['VK_EXT_image_drm_format_modifier', 'VK_EXT_external_memory_dma_buf'];
  if (!wanted.every((name) => offered.has(name))) return [];
  const { format, usage } = resourceKinds['linear-image'];
  const { chain } = commands.vkGetPhysicalDeviceFormatProperties2(physicalDevice, format, {
    chain: ['VkDrmFormatModifierPropertiesListEXT'],
    capacity: modifiersAskedFor,
  });
  const { drmFormatModifierCount, pDrmFormatModifierProperties } = chain.VkDrmFormatModifierPropertiesListEXT;
  return (pDrmFormatModifierProperties ?? [])
    .slice(0, drmFormatModifierCount)
    .filter(({ drmFormatModifierPlaneCount }) => drmFormatModifierPlaneCount === 1)
    .filter(({ drmFormatModifier }) => {
      const answer = commands.vkGetPhysicalDeviceImageFormatProperties2(
        physicalDevice,
        {
          pNext: [
            { struct: 'VkPhysicalDeviceExternalImageFormatInfo', handleType: memoryBit.DMA_BUF },
            {
              struct: 'VkPhysicalDeviceImageDrmFormatModifierInfoEXT',
              drmFormatModifier,
              sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
              pQueueFamilyIndices: [],
            },
          ],
          format,
          type: 'VK_IMAGE_TYPE_2D',
          tiling: 'VK_IMAGE_TILING_DRM_FORMAT_MODIFIER_EXT',
          usage: usage as VkImageUsageFlags,
          flags: [],
        },
        { chain: ['VkExternalImageFormatProperties'] },
      );
      if (answer.result !== 'VK_SUCCESS') return false;
      const { externalMemoryFeatures } =
        answer.chain.VkExternalImageFormatProperties.externalMemoryProperties;
      return flagNames('VkExternalMemoryFeatureFlags', externalMemoryFeatures).some((name) =>
        name.includes('IMPORTABLE'),
      );
    })
    .map(({ drmFormatModifier }) => `0x${drmFormatModifier.toString(16)}`);
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
      flags: (kind.flags ?? []) as VkBufferCreateFlags,
      usage: kind.usage as VkBufferUsageFlags,
      handleType,
    }).externalBufferProperties.externalMemoryProperties;
  } else {
    const shape = shapeOf(kind);
    const { result, chain, imageFormatProperties } = commands.vkGetPhysicalDeviceImageFormatProperties2(
      physicalDevice,
      {
        pNext: [{ struct: 'VkPhysicalDeviceExternalImageFormatInfo', handleType }],
        format: kind.format as VkFormat,
        type: shape.type,
        tiling: kind.tiling,
        usage: kind.usage as VkImageUsageFlags,
        flags: [],
      },
      { chain: ['VkExternalImageFormatProperties'] },
    );
    if (result !== 'VK_SUCCESS' || !isWithin(shape, imageFormatProperties)) return undefined;
    answer = chain.VkExternalImageFormatProperties.externalMemoryProperties;
  }
  return {
    features: flagNames('VkExternalMemoryFeatureFlags', answer.externalMemoryFeatures),
    compatible: flagNames('VkExternalMemoryHandleTypeFlags', answer.compatibleHandleTypes),
    exportFromImported: flagNames('VkExternalMemoryHandleTypeFlags', answer.exportFromImportedHandleTypes),
  };
}

/** Whether images of that shape are within the limits of their format. Source: VkImageFormatProperties. */
function isWithin(shape: ImageShape, answer: Decoded.VkImageFormatProperties2 | undefined): boolean {
  if (answer === undefined) return false;
  const { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts } = answer.imageFormatProperties;
  return (
    shape.width <= maxExtent.width &&
    shape.height <= maxExtent.height &&
    shape.depth <= maxExtent.depth &&
    shape.mipLevels <= maxMipLevels &&
    shape.arrayLayers <= maxArrayLayers &&
    flagNames('VkSampleCountFlags', sampleCounts).includes(`VK_SAMPLE_COUNT_${shape.samples}_BIT`)
  );
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
