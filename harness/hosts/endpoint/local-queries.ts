import type { DeviceIdentity } from '../../cases/device-capabilities';
import { DeviationError } from '../../cases/expectation';
import {
  type ExtensionName,
  type ExternalProperties,
  externalMasks,
  type Identifiers,
  type ImageAnswer,
  type ImageQuery,
  type MemoryHeap,
  type Queries,
  type QueryOptions,
} from '../../cases/queries';
import { hexadecimal, identityOf } from '../../drivers/device-identity';
import type {
  Decoded,
  VkBufferCreateFlags,
  VkBufferUsageFlags,
  VkBufferUsageFlags2,
  VkFormat,
  VkImageCreateFlags,
  VkImageTiling,
  VkImageType,
  VkImageUsageFlags,
} from '../../vulkan';
import {
  apiVersionText,
  flagNames,
  type InstanceCommands,
  VK_LUID_SIZE,
  VK_UUID_SIZE,
  type VkPhysicalDevice,
} from '../../vulkan';
import type { Workbench } from './workbench';

/** As decoded; members that still hold the sentinel are absent. */
interface NativeIdentifiers {
  readonly deviceUUID?: ArrayLike<number>;
  readonly driverUUID?: ArrayLike<number>;
  readonly deviceLUID?: ArrayLike<number>;
  readonly deviceNodeMask?: number;
  readonly deviceLUIDValid?: boolean;
}

/** As decoded; masks that still hold the sentinel are absent. */
interface NativeMasks {
  readonly features?: number | undefined;
  readonly compatibleHandleTypes?: number | undefined;
  readonly exportFromImportedHandleTypes?: number | undefined;
}

type QueryCommand =
  | 'vkGetPhysicalDeviceExternalFenceProperties'
  | 'vkGetPhysicalDeviceExternalSemaphoreProperties'
  | 'vkGetPhysicalDeviceExternalBufferProperties'
  | 'vkGetPhysicalDeviceImageFormatProperties2';

/** Capability queries on the physical device of an endpoint in this process. */
export class LocalQueries implements Queries {
  constructor(private readonly bench: Workbench) {}

  private get physicalDevice(): VkPhysicalDevice {
    return this.bench.device.physicalDevice;
  }

  private get commands() {
    return this.bench.device.instance.commands;
  }

  /** The command by the spelling asked for; on a worker thread it gives a promise instead of its answer. */
  private command<Name extends QueryCommand>(
    name: Name,
    { spelling, thread }: QueryOptions,
  ): InstanceCommands[Name] {
    const set: object = thread === 'worker' ? this.commands.async : this.commands;
    const found = Reflect.get(set, spelling === 'KHR' ? `${name}KHR` : name) as (
      ...args: unknown[]
    ) => unknown;
    return found.bind(set) as unknown as InstanceCommands[Name];
  }

  async fence(handleType: number, options: QueryOptions = {}): Promise<ExternalProperties> {
    const command = this.command('vkGetPhysicalDeviceExternalFenceProperties', options);
    const { externalFenceProperties } = await command(
      this.physicalDevice,
      { handleType },
      sentinelOf(options),
    );
    const { externalFenceFeatures: features, ...others } = externalFenceProperties;
    return masksOf({ features, ...others }, options);
  }

  async semaphore(
    handleType: number,
    options: QueryOptions & { readonly type?: 'binary' | 'timeline' } = {},
  ): Promise<ExternalProperties> {
    const command = this.command('vkGetPhysicalDeviceExternalSemaphoreProperties', options);
    const { externalSemaphoreProperties } = await command(
      this.physicalDevice,
      {
        pNext:
          options.type === undefined
            ? []
            : [
                {
                  struct: 'VkSemaphoreTypeCreateInfo',
                  semaphoreType:
                    options.type === 'timeline' ? 'VK_SEMAPHORE_TYPE_TIMELINE' : 'VK_SEMAPHORE_TYPE_BINARY',
                  initialValue: 0,
                },
              ],
        handleType,
      },
      sentinelOf(options),
    );
    const { externalSemaphoreFeatures: features, ...others } = externalSemaphoreProperties;
    return masksOf({ features, ...others }, options);
  }

  async buffer(
    handleType: number,
    options: QueryOptions & {
      readonly usage: readonly string[];
      readonly flags?: readonly string[];
      readonly usage2?: readonly string[];
    },
  ): Promise<ExternalProperties> {
    const command = this.command('vkGetPhysicalDeviceExternalBufferProperties', options);
    const { externalBufferProperties } = await command(
      this.physicalDevice,
      {
        pNext:
          options.usage2 === undefined
            ? []
            : [{ struct: 'VkBufferUsageFlags2CreateInfo', usage: options.usage2 as VkBufferUsageFlags2 }],
        flags: (options.flags ?? []) as VkBufferCreateFlags,
        usage: options.usage as VkBufferUsageFlags,
        handleType,
      },
      sentinelOf(options),
    );
    return memoryProperties(externalBufferProperties.externalMemoryProperties, options);
  }

  async image(query: ImageQuery, options: QueryOptions = {}): Promise<ImageAnswer> {
    const { handleType, drmFormatModifier } = query;
    const command = this.command('vkGetPhysicalDeviceImageFormatProperties2', options);
    const answer = await command(
      this.physicalDevice,
      {
        pNext: [
          ...(handleType === undefined
            ? []
            : [{ struct: 'VkPhysicalDeviceExternalImageFormatInfo', handleType } as const]),
          ...(drmFormatModifier === undefined
            ? []
            : [
                {
                  struct: 'VkPhysicalDeviceImageDrmFormatModifierInfoEXT',
                  drmFormatModifier,
                  sharingMode: 'VK_SHARING_MODE_EXCLUSIVE',
                  pQueueFamilyIndices: [],
                } as const,
              ]),
        ],
        format: query.format as VkFormat,
        type: (query.type ?? 'VK_IMAGE_TYPE_2D') as VkImageType,
        tiling: query.tiling as VkImageTiling,
        usage: query.usage as VkImageUsageFlags,
        flags: (query.flags ?? []) as VkImageCreateFlags,
      },
      { ...sentinelOf(options), chain: handleType === undefined ? [] : ['VkExternalImageFormatProperties'] },
    );
    const { result, imageFormatProperties } = answer;
    if (imageFormatProperties === undefined) return { result };
    const limits = limitsOf(imageFormatProperties.imageFormatProperties);
    if (handleType === undefined) return { result, limits };
    const { externalMemoryProperties } = answer.chain.VkExternalImageFormatProperties;
    return { result, limits, external: memoryProperties(externalMemoryProperties, options) };
  }

  async identifiers(options: QueryOptions = {}): Promise<Identifiers> {
    const { chain } = this.commands.vkGetPhysicalDeviceProperties2(this.physicalDevice, {
      chain: ['VkPhysicalDeviceIDProperties'],
      ...sentinelOf(options),
    });
    return identifiersOf(chain.VkPhysicalDeviceIDProperties, options);
  }

  async identifiersOfVulkan11(
    options: { readonly chain?: 'alone' | 'before-id' | 'after-id'; readonly sentinel?: number } = {},
  ): Promise<Identifiers> {
    const chain =
      options.chain === 'before-id'
        ? (['VkPhysicalDeviceVulkan11Properties', 'VkPhysicalDeviceIDProperties'] as const)
        : options.chain === 'after-id'
          ? (['VkPhysicalDeviceIDProperties', 'VkPhysicalDeviceVulkan11Properties'] as const)
          : (['VkPhysicalDeviceVulkan11Properties'] as const);
    const answer = this.commands.vkGetPhysicalDeviceProperties2(this.physicalDevice, {
      chain,
      ...sentinelOf(options),
    });
    return identifiersOf(
      (answer.chain as { VkPhysicalDeviceVulkan11Properties: NativeIdentifiers })
        .VkPhysicalDeviceVulkan11Properties,
      options,
    );
  }

  async allDevices(): Promise<readonly DeviceIdentity[]> {
    const { instance } = this.bench.device;
    return instance.physicalDevices.map((physicalDevice) => identityOf(instance, physicalDevice));
  }

  async deviceExtensions(): Promise<readonly ExtensionName[]> {
    const { properties = [] } = this.commands.vkEnumerateDeviceExtensionProperties(this.physicalDevice, null);
    return properties.map(({ extensionName, specVersion }) => ({ name: extensionName, specVersion }));
  }

  async instanceExtensions(): Promise<readonly ExtensionName[]> {
    const { properties = [] } =
      this.bench.device.vulkan.commands.vkEnumerateInstanceExtensionProperties(null);
    return properties.map(({ extensionName, specVersion }) => ({ name: extensionName, specVersion }));
  }

  async apiVersion(): Promise<string> {
    return apiVersionText(
      this.commands.vkGetPhysicalDeviceProperties(this.physicalDevice).properties.apiVersion,
    );
  }

  async hasDeviceCommand(name: string): Promise<boolean> {
    return this.bench.commands.has(name as never);
  }

  async minImportedHostPointerAlignment(): Promise<bigint | null> {
    if (!this.bench.device.extensions.has('VK_EXT_external_memory_host')) return null;
    const { chain } = this.commands.vkGetPhysicalDeviceProperties2(this.physicalDevice, {
      chain: ['VkPhysicalDeviceExternalMemoryHostPropertiesEXT'],
    });
    return chain.VkPhysicalDeviceExternalMemoryHostPropertiesEXT.minImportedHostPointerAlignment;
  }

  async memoryTypes(): Promise<readonly { readonly index: number; readonly flags: readonly string[] }[]> {
    return this.bench.device.memoryTypes.map(({ index, flags }) => ({
      index,
      flags: flagNames('VkMemoryPropertyFlags', flags),
    }));
  }

  async memoryHeaps(): Promise<readonly MemoryHeap[]> {
    const { physicalDevice, commands } = this;
    const told = this.bench.device.extensions.has('VK_EXT_memory_budget');
    const { memoryProperties, chain } = commands.vkGetPhysicalDeviceMemoryProperties2(physicalDevice, {
      chain: told ? (['VkPhysicalDeviceMemoryBudgetPropertiesEXT'] as const) : [],
    });
    const { memoryHeaps, memoryHeapCount } = memoryProperties.memoryProperties;
    const usage = told
      ? (chain as { VkPhysicalDeviceMemoryBudgetPropertiesEXT: { readonly heapUsage: readonly bigint[] } })
          .VkPhysicalDeviceMemoryBudgetPropertiesEXT.heapUsage
      : [];
    return memoryHeaps
      .slice(0, memoryHeapCount)
      .map(({ size }, index) => ({ size, usage: usage[index] ?? null }));
  }
}

type Sentinel = Pick<QueryOptions, 'sentinel'>;

function sentinelOf({ sentinel }: Sentinel): Sentinel {
  return sentinel === undefined ? {} : { sentinel };
}

/** The masks of an answer; one that was left alone reads as the sentinel that it still holds. */
function masksOf(answer: NativeMasks, { sentinel = 0 }: Sentinel): ExternalProperties {
  const untouched = (sentinel * 0x0101_0101) >>> 0;
  const { features, compatibleHandleTypes, exportFromImportedHandleTypes } = answer;
  return {
    features: features ?? untouched,
    compatibleHandleTypes: compatibleHandleTypes ?? untouched,
    exportFromImportedHandleTypes: exportFromImportedHandleTypes ?? untouched,
    unwritten: externalMasks.filter((name) => answer[name] === undefined),
  };
}

/** Decodes VkExternalMemoryProperties, which is absent where all of it still holds the sentinel. */
function memoryProperties(
  answer: (Omit<NativeMasks, 'features'> & { readonly externalMemoryFeatures?: number }) | undefined,
  options: Sentinel,
): ExternalProperties {
  const { externalMemoryFeatures: features, ...others } = answer ?? {};
  return masksOf({ features, ...others }, options);
}

function identifiersOf(native: NativeIdentifiers, { sentinel = 0 }: Sentinel): Identifiers {
  const untouched = (size: number): Uint8Array => new Uint8Array(size).fill(sentinel);
  const members = [
    'deviceUUID',
    'driverUUID',
    'deviceLUID',
    'deviceNodeMask',
    'deviceLUIDValid',
  ] as const satisfies readonly (keyof NativeIdentifiers)[];
  return {
    deviceUUID: hexadecimal(native.deviceUUID ?? untouched(VK_UUID_SIZE)),
    driverUUID: hexadecimal(native.driverUUID ?? untouched(VK_UUID_SIZE)),
    deviceLUID: hexadecimal(native.deviceLUID ?? untouched(VK_LUID_SIZE)),
    deviceNodeMask: native.deviceNodeMask ?? (sentinel * 0x0101_0101) >>> 0,
    deviceLUIDValid: native.deviceLUIDValid ?? false,
    unwritten: members.filter((name) => native[name] === undefined),
  };
}

/** The limits that an image query gave; with a sentinel a driver is seen to have left them alone. */
function limitsOf(given: Decoded.VkImageFormatProperties | undefined): NonNullable<ImageAnswer['limits']> {
  if (given === undefined) {
    throw new DeviationError({
      what: 'imageFormatProperties behind VK_SUCCESS of vkGetPhysicalDeviceImageFormatProperties2',
      expected: 'written',
      seen: 'left alone',
      control: false,
    });
  }
  const { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts, maxResourceSize } = given;
  return { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts, maxResourceSize };
}
