import { strict as assert } from 'node:assert';
import {
  type DeviceCommands,
  flagMask,
  type InstanceCommands,
  makeApiVersion,
  openIcd,
  type VkDevice,
  type VkInstance,
  type VkPhysicalDevice,
  type VkQueue,
  Vulkan,
  viewMemory,
} from './index';

/**
 * Self-test against a driver, run by hand or by `real-driver.test`:
 * `node dist/harness/vulkan/real-driver-program.js ICD_LIBRARY [--measure]`.
 * Exports, imports and uses each external payload that the driver says it can, and prints a line for each.
 */
const SYNC_FD = 'VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT';
const SEMAPHORE_FD = 'VK_EXTERNAL_SEMAPHORE_HANDLE_TYPE_OPAQUE_FD_BIT';
const MEMORY_FD = 'VK_EXTERNAL_MEMORY_HANDLE_TYPE_OPAQUE_FD_BIT';
const ONE_SECOND = 1_000_000_000n;

interface Session {
  readonly vulkan: Vulkan;
  readonly instance: VkInstance;
  readonly vki: InstanceCommands;
  readonly vkd: DeviceCommands;
  readonly gpu: VkPhysicalDevice;
  readonly device: VkDevice;
  readonly queue: VkQueue;
  readonly extensions: readonly string[];
}

/** What a successful call must have returned. */
function present<Value>(value: Value | null | undefined, what: string): Value {
  assert.ok(value !== null && value !== undefined, `no ${what}`);
  return value;
}

function open(vulkan: Vulkan): Session {
  const { instance: created } = vulkan.commands.vkCreateInstance(
    {
      flags: [],
      pApplicationInfo: {
        pApplicationName: 'self-test',
        applicationVersion: 0,
        pEngineName: null,
        engineVersion: 0,
        apiVersion: makeApiVersion(1, 1),
      },
      ppEnabledLayerNames: [],
      ppEnabledExtensionNames: [],
    },
    null,
  );
  const instance = present(created, 'instance');
  const vki = vulkan.instanceCommands(instance);
  const gpu = present(vki.vkEnumeratePhysicalDevices(instance).physicalDevices?.[0], 'physical device');
  const offered = vki.vkEnumerateDeviceExtensionProperties(gpu, null).properties ?? [];
  const extensions = offered
    .map(({ extensionName }) => extensionName)
    .filter((name) => /external_(fence|semaphore|memory)_fd$/.test(name));
  const { device: made } = vki.vkCreateDevice(
    gpu,
    {
      flags: 0,
      pQueueCreateInfos: [{ flags: [], queueFamilyIndex: 0, pQueuePriorities: [1] }],
      ppEnabledLayerNames: [],
      ppEnabledExtensionNames: extensions,
      pEnabledFeatures: null,
    },
    null,
  );
  const device = present(made, 'device');
  const vkd = vulkan.deviceCommands(device, instance);
  const queue = present(vkd.vkGetDeviceQueue(device, 0, 0).queue, 'queue');
  return { vulkan, instance, vki, vkd, gpu, device, queue, extensions };
}

async function fences({ vki, vkd, gpu, device, queue }: Session): Promise<string> {
  const { externalFenceProperties } = vki.vkGetPhysicalDeviceExternalFenceProperties(gpu, {
    handleType: SYNC_FD,
  });
  const both = flagMask('VkExternalFenceFeatureFlags', [
    'VK_EXTERNAL_FENCE_FEATURE_EXPORTABLE_BIT',
    'VK_EXTERNAL_FENCE_FEATURE_IMPORTABLE_BIT',
  ]);
  if (externalFenceProperties.externalFenceFeatures !== both) return 'SYNC_FD fence: not offered';
  const pNext = [{ struct: 'VkExportFenceCreateInfo', handleTypes: [SYNC_FD] }] as const;
  const source = present(vkd.vkCreateFence(device, { flags: [], pNext }, null).fence, 'fence');
  const target = present(vkd.vkCreateFence(device, { flags: [] }, null).fence, 'fence');
  assert.equal(vkd.vkGetFenceStatus(device, target).result, 'VK_NOT_READY');
  assert.equal(vkd.vkQueueSubmit(queue, [], source).result, 'VK_SUCCESS');
  const { fd } = await vkd.async.vkGetFenceFdKHR(device, { fence: source, handleType: SYNC_FD });
  assert.equal(vkd.vkGetFenceStatus(device, source).result, 'VK_NOT_READY');
  const { result } = vkd.vkImportFenceFdKHR(device, {
    fence: target,
    flags: ['VK_FENCE_IMPORT_TEMPORARY_BIT'],
    handleType: SYNC_FD,
    fd: present(fd, 'fd'),
  });
  assert.equal(result, 'VK_SUCCESS');
  assert.equal((await vkd.async.vkWaitForFences(device, [target], true, ONE_SECOND)).result, 'VK_SUCCESS');
  for (const fence of [source, target]) vkd.vkDestroyFence(device, fence, null);
  return 'SYNC_FD fence: a signal went through export and import';
}

async function semaphores({ vki, vkd, gpu, device, queue }: Session): Promise<string> {
  const { externalSemaphoreProperties } = vki.vkGetPhysicalDeviceExternalSemaphoreProperties(gpu, {
    handleType: SEMAPHORE_FD,
  });
  if (externalSemaphoreProperties.externalSemaphoreFeatures !== 3) return 'OPAQUE_FD semaphore: not offered';
  const pNext = [{ struct: 'VkExportSemaphoreCreateInfo', handleTypes: [SEMAPHORE_FD] }] as const;
  const source = present(vkd.vkCreateSemaphore(device, { flags: [], pNext }, null).semaphore, 'semaphore');
  const target = present(vkd.vkCreateSemaphore(device, { flags: [] }, null).semaphore, 'semaphore');
  const fence = present(vkd.vkCreateFence(device, { flags: [] }, null).fence, 'fence');
  const { fd } = await vkd.async.vkGetSemaphoreFdKHR(device, { semaphore: source, handleType: SEMAPHORE_FD });
  const info = { semaphore: target, flags: [], handleType: SEMAPHORE_FD, fd: present(fd, 'fd') } as const;
  assert.equal(vkd.vkImportSemaphoreFdKHR(device, info).result, 'VK_SUCCESS');
  const nothing = { pWaitSemaphores: [], pWaitDstStageMask: [], pCommandBuffers: [], pSignalSemaphores: [] };
  vkd.vkQueueSubmit(queue, [{ ...nothing, pSignalSemaphores: [source] }], null);
  const waiting = {
    ...nothing,
    pWaitSemaphores: [target],
    pWaitDstStageMask: [['VK_PIPELINE_STAGE_ALL_COMMANDS_BIT' as const]],
  };
  assert.equal(vkd.vkQueueSubmit(queue, [waiting], fence).result, 'VK_SUCCESS');
  assert.equal((await vkd.async.vkWaitForFences(device, [fence], true, ONE_SECOND)).result, 'VK_SUCCESS');
  for (const semaphore of [source, target]) vkd.vkDestroySemaphore(device, semaphore, null);
  vkd.vkDestroyFence(device, fence, null);
  return 'OPAQUE_FD semaphore: a signal went through export and import';
}

function memory({ vkd, device, extensions }: Session): string {
  if (!extensions.includes('VK_KHR_external_memory_fd')) return 'OPAQUE_FD memory: not offered';
  const allocation = { allocationSize: 4096, memoryTypeIndex: 0 };
  const exporting = { struct: 'VkExportMemoryAllocateInfo', handleTypes: [MEMORY_FD] } as const;
  const source = present(
    vkd.vkAllocateMemory(device, { ...allocation, pNext: [exporting] }, null).memory,
    'memory',
  );
  const { fd } = vkd.vkGetMemoryFdKHR(device, { memory: source, handleType: MEMORY_FD });
  const importing = {
    struct: 'VkImportMemoryFdInfoKHR',
    handleType: MEMORY_FD,
    fd: present(fd, 'fd'),
  } as const;
  const target = present(
    vkd.vkAllocateMemory(device, { ...allocation, pNext: [importing] }, null).memory,
    'memory',
  );
  const written = viewMemory(present(vkd.vkMapMemory(device, source, 0, 4096, 0).data, 'mapping'), 4096);
  const seen = viewMemory(present(vkd.vkMapMemory(device, target, 0, 4096, 0).data, 'mapping'), 4096);
  written[4095] = 77;
  assert.equal(seen[4095], 77);
  written[4095] = 78;
  assert.equal(seen[4095], 78);
  for (const object of [source, target]) {
    vkd.vkUnmapMemory(device, object);
    vkd.vkFreeMemory(device, object, null);
  }
  return 'OPAQUE_FD memory: bytes went through export and import';
}

/** Prints what one call costs in all, in microseconds. */
function measure({ vulkan, instance, vki, vkd, gpu, device, extensions }: Session): void {
  const fence = present(vkd.vkCreateFence(device, { flags: [] }, null).fence, 'fence');
  const pNext = extensions.includes('VK_KHR_external_fence_fd')
    ? [{ struct: 'VkExportFenceCreateInfo' as const, handleTypes: [SYNC_FD] as const }]
    : [];
  const calls: Record<string, (into: DeviceCommands, about: InstanceCommands) => void> = {
    vkGetFenceStatus: (into) => into.vkGetFenceStatus(device, fence),
    'vkCreateFence with VkExportFenceCreateInfo, vkDestroyFence': (into) => {
      const made = present(into.vkCreateFence(device, { flags: [], pNext }, null).fence, 'fence');
      into.vkDestroyFence(device, made, null);
    },
    vkGetPhysicalDeviceExternalFenceProperties: (_into, about) =>
      about.vkGetPhysicalDeviceExternalFenceProperties(gpu, { handleType: SYNC_FD }),
  };
  const recorded = new Vulkan(vulkan.driver, {
    begin: () => 0,
    returned: () => {},
    end: () => {},
    unlisted: () => {},
  });
  const recordedDevice = recorded.deviceCommands(device, instance);
  const recordedInstance = recorded.instanceCommands(instance);
  for (const [name, call] of Object.entries(calls)) {
    const plain = averageOf(() => call(vkd, vki));
    const seen = averageOf(() => call(recordedDevice, recordedInstance));
    console.log(`${name}: ${plain} microseconds, ${seen} with a recorder`);
  }
}

function averageOf(call: () => void): string {
  const rounds = 20_000;
  for (let round = 0; round < rounds; round++) call();
  const start = performance.now();
  for (let round = 0; round < rounds; round++) call();
  return (((performance.now() - start) * 1000) / rounds).toFixed(2);
}

async function main(library: string, measuring: boolean): Promise<void> {
  const session = open(new Vulkan(openIcd(library)));
  const { instance, vki, vkd, gpu, device } = session;
  const { properties, chain } = vki.vkGetPhysicalDeviceProperties2(gpu, {
    chain: ['VkPhysicalDeviceIDProperties'],
  });
  console.log(
    `${properties.properties.deviceName}, ${Buffer.from(chain.VkPhysicalDeviceIDProperties.deviceUUID).toString('hex')}`,
  );
  console.log(await fences(session));
  console.log(await semaphores(session));
  console.log(memory(session));
  if (measuring) measure(session);
  await vkd.async.vkDeviceWaitIdle(device);
  vkd.vkDestroyDevice(device, null);
  vki.vkDestroyInstance(instance, null);
}

const [library, option] = process.argv.slice(2);
if (library === undefined) {
  console.error('usage: node dist/harness/vulkan/real-driver-program.js ICD_LIBRARY [--measure]');
  process.exitCode = 2;
} else void main(library, option === '--measure');
