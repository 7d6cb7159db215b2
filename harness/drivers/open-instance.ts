import {
  type CommandLookup,
  type InstanceCommands,
  makeApiVersion,
  type VkInstance,
  type VkPhysicalDevice,
  type Vulkan,
} from '../vulkan';

/** The newest version that the suite knows: what instances ask for where the loader offers it. */
const newestVersion = makeApiVersion(1, 4);
/** Below it the capability queries and their structures are extensions; such devices are not tested. */
export const oldestVersion = makeApiVersion(1, 1);

const wantedExtensions = [
  'VK_KHR_get_physical_device_properties2',
  'VK_KHR_external_fence_capabilities',
  'VK_KHR_external_semaphore_capabilities',
  'VK_KHR_external_memory_capabilities',
];
/** For swapchains without a display: the second rests on the first, so both or neither. */
const surfaceExtensions = ['VK_KHR_surface', 'VK_EXT_headless_surface'];
const portability = 'VK_KHR_portability_enumeration';

/** A driver or loader that gives no usable instance. */
export class InstanceRefused extends Error {
  override readonly name = 'InstanceRefused';
}

/** A VkInstance with every extension of the field that it offers. */
export interface OpenInstance {
  readonly instance: VkInstance;
  readonly commands: InstanceCommands & CommandLookup;
  /** The version that was asked for. */
  readonly apiVersion: number;
  /** Enabled instance extensions. */
  readonly extensions: ReadonlySet<string>;
  readonly physicalDevices: readonly VkPhysicalDevice[];
}

/**
 * Creates an instance.
 * @throws InstanceRefused where the driver is below Vulkan 1.1 or refuses
 */
export function openInstance(vulkan: Vulkan): OpenInstance {
  const { commands: global } = vulkan;
  const offeredVersion = global.has('vkEnumerateInstanceVersion')
    ? global.vkEnumerateInstanceVersion().apiVersion
    : undefined;
  if (offeredVersion === undefined || offeredVersion < oldestVersion) {
    throw new InstanceRefused('the driver offers Vulkan 1.0 only; the suite needs 1.1 or newer');
  }
  const apiVersion = Math.min(offeredVersion & ~0xfff, newestVersion);
  const offered = new Set(
    (global.vkEnumerateInstanceExtensionProperties(null).properties ?? []).map(
      ({ extensionName }) => extensionName,
    ),
  );
  const surfaces = surfaceExtensions.every((name) => offered.has(name)) ? surfaceExtensions : [];
  const extensions = [...[...wantedExtensions, portability].filter((name) => offered.has(name)), ...surfaces];
  const { result, instance } = global.vkCreateInstance(
    {
      flags: extensions.includes(portability) ? ['VK_INSTANCE_CREATE_ENUMERATE_PORTABILITY_BIT_KHR'] : [],
      pApplicationInfo: {
        pApplicationName: 'vulkan-external-conformance',
        applicationVersion: 1,
        pEngineName: null,
        engineVersion: 0,
        apiVersion,
      },
      ppEnabledLayerNames: [],
      ppEnabledExtensionNames: extensions,
    },
    null,
  );
  if (instance === undefined) throw new InstanceRefused(`vkCreateInstance gave ${result}`);
  const commands = vulkan.instanceCommands(instance);
  const devices = commands.vkEnumeratePhysicalDevices(instance);
  if (devices.physicalDevices === undefined) {
    commands.vkDestroyInstance(instance, null);
    throw new InstanceRefused(`vkEnumeratePhysicalDevices gave ${devices.result}`);
  }
  return {
    instance,
    commands,
    apiVersion,
    extensions: new Set(extensions),
    physicalDevices: devices.physicalDevices,
  };
}
