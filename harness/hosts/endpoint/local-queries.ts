import type {
  ExtensionName,
  ExternalProperties,
  Identifiers,
  ImageAnswer,
  ImageQuery,
  Queries,
  QueryOptions,
} from '../../cases/queries';
import { hexadecimal } from '../../drivers/device-identity';
import type {
  VkBufferCreateFlags,
  VkBufferUsageFlags,
  VkBufferUsageFlags2,
  VkFormat,
  VkImageCreateFlags,
  VkImageTiling,
  VkImageType,
  VkImageUsageFlags,
} from '../../vulkan';
import { apiVersionText, flagNames, type VkPhysicalDevice } from '../../vulkan';
import type { Workbench } from './workbench';

interface NativeIdentifiers {
  readonly deviceUUID: ArrayLike<number>;
  readonly driverUUID: ArrayLike<number>;
  readonly deviceLUID: ArrayLike<number>;
  readonly deviceNodeMask: number;
  readonly deviceLUIDValid: boolean;
}

/** Capability queries on the physical device of an endpoint in this process. */
export class LocalQueries implements Queries {
  constructor(private readonly bench: Workbench) {}

  private get physicalDevice(): VkPhysicalDevice {
    return this.bench.device.physicalDevice;
  }

  private get commands() {
    return this.bench.device.instance.commands;
  }

  async fence(handleType: number, options: QueryOptions = {}): Promise<ExternalProperties> {
    const command =
      options.spelling === 'KHR'
        ? this.commands.vkGetPhysicalDeviceExternalFencePropertiesKHR.bind(this.commands)
        : this.commands.vkGetPhysicalDeviceExternalFenceProperties.bind(this.commands);
    const { externalFenceProperties: answer } = command(
      this.physicalDevice,
      { handleType },
      sentinelOf(options),
    );
    return {
      features: answer.externalFenceFeatures,
      compatibleHandleTypes: answer.compatibleHandleTypes,
      exportFromImportedHandleTypes: answer.exportFromImportedHandleTypes,
    };
  }

  async semaphore(
    handleType: number,
    options: QueryOptions & { readonly type?: 'binary' | 'timeline' } = {},
  ): Promise<ExternalProperties> {
    const command =
      options.spelling === 'KHR'
        ? this.commands.vkGetPhysicalDeviceExternalSemaphorePropertiesKHR.bind(this.commands)
        : this.commands.vkGetPhysicalDeviceExternalSemaphoreProperties.bind(this.commands);
    const { externalSemaphoreProperties: answer } = command(
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
    return {
      features: answer.externalSemaphoreFeatures,
      compatibleHandleTypes: answer.compatibleHandleTypes,
      exportFromImportedHandleTypes: answer.exportFromImportedHandleTypes,
    };
  }

  async buffer(
    handleType: number,
    options: QueryOptions & {
      readonly usage: readonly string[];
      readonly flags?: readonly string[];
      readonly usage2?: readonly string[];
    },
  ): Promise<ExternalProperties> {
    const command =
      options.spelling === 'KHR'
        ? this.commands.vkGetPhysicalDeviceExternalBufferPropertiesKHR.bind(this.commands)
        : this.commands.vkGetPhysicalDeviceExternalBufferProperties.bind(this.commands);
    const { externalBufferProperties } = command(
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
    return memoryProperties(externalBufferProperties.externalMemoryProperties);
  }

  async image(query: ImageQuery, options: QueryOptions = {}): Promise<ImageAnswer> {
    const { handleType, drmFormatModifier } = query;
    const command =
      options.spelling === 'KHR'
        ? this.commands.vkGetPhysicalDeviceImageFormatProperties2KHR.bind(this.commands)
        : this.commands.vkGetPhysicalDeviceImageFormatProperties2.bind(this.commands);
    const answer = command(
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
    const { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts, maxResourceSize } =
      imageFormatProperties.imageFormatProperties;
    const limits = { maxExtent, maxMipLevels, maxArrayLayers, sampleCounts, maxResourceSize };
    if (handleType === undefined) return { result, limits };
    const { externalMemoryProperties } = answer.chain.VkExternalImageFormatProperties;
    return { result, limits, external: memoryProperties(externalMemoryProperties) };
  }

  async identifiers(options: QueryOptions = {}): Promise<Identifiers> {
    const { chain } = this.commands.vkGetPhysicalDeviceProperties2(this.physicalDevice, {
      chain: ['VkPhysicalDeviceIDProperties'],
      ...sentinelOf(options),
    });
    return identifiersOf(chain.VkPhysicalDeviceIDProperties);
  }

  async identifiersOfVulkan11(
    options: { readonly chain?: 'alone' | 'before-id' | 'after-id' } = {},
  ): Promise<Identifiers> {
    const chain =
      options.chain === 'before-id'
        ? (['VkPhysicalDeviceVulkan11Properties', 'VkPhysicalDeviceIDProperties'] as const)
        : options.chain === 'after-id'
          ? (['VkPhysicalDeviceIDProperties', 'VkPhysicalDeviceVulkan11Properties'] as const)
          : (['VkPhysicalDeviceVulkan11Properties'] as const);
    const answer = this.commands.vkGetPhysicalDeviceProperties2(this.physicalDevice, { chain });
    return identifiersOf(
      (answer.chain as { VkPhysicalDeviceVulkan11Properties: NativeIdentifiers })
        .VkPhysicalDeviceVulkan11Properties,
    );
  }

  async identifiersOfAllDevices(): Promise<readonly Identifiers[]> {
    return this.bench.device.instance.physicalDevices.map((physicalDevice) =>
      identifiersOf(
        this.commands.vkGetPhysicalDeviceProperties2(physicalDevice, {
          chain: ['VkPhysicalDeviceIDProperties'],
        }).chain.VkPhysicalDeviceIDProperties,
      ),
    );
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
}

function sentinelOf({ sentinel }: QueryOptions): { sentinel?: number } {
  return sentinel === undefined ? {} : { sentinel };
}

function memoryProperties(answer: {
  readonly externalMemoryFeatures: number;
  readonly compatibleHandleTypes: number;
  readonly exportFromImportedHandleTypes: number;
}): ExternalProperties {
  return {
    features: answer.externalMemoryFeatures,
    compatibleHandleTypes: answer.compatibleHandleTypes,
    exportFromImportedHandleTypes: answer.exportFromImportedHandleTypes,
  };
}

function identifiersOf(native: NativeIdentifiers): Identifiers {
  return {
    deviceUUID: hexadecimal(native.deviceUUID),
    driverUUID: hexadecimal(native.driverUUID),
    deviceLUID: hexadecimal(native.deviceLUID),
    deviceNodeMask: native.deviceNodeMask,
    deviceLUIDValid: native.deviceLUIDValid,
  };
}
