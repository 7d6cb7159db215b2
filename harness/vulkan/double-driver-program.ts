import { strict as assert } from 'node:assert';
import { failingAllocator } from './failing-allocator';
import {
  type CallRecorder,
  DriverMemory,
  entryPoint,
  type NativeDriver,
  Vulkan,
  VulkanHandle,
} from './index';
import { allocateHostMemory, viewMemory } from './native-memory';

/**
 * Self-test, run in a process of its own because it needs native memory: typed commands over a driver
 * written in TypeScript that shares their structures by address. Prints one line for each check.
 */
const memory = new DriverMemory();

class RecordedCalls implements CallRecorder {
  readonly lines: string[] = [];
  begin(command: string, args: string): number {
    return this.lines.push(`${command}(${args})`) - 1;
  }
  returned(): void {}
  end(token: number, result: string): void {
    this.lines[token] += ` = ${result}`;
  }
  unlisted(command: string, result: string): void {
    this.lines.push(`unlisted ${command} ${result}`);
  }
}

/** A driver with a few commands, as misbehaving as the checks below need it. */
const double: NativeDriver = {
  instanceEntryPoint(_instance, name) {
    switch (name) {
      case 'vkGetPhysicalDeviceProperties2':
        return entryPoint((_gpu, properties) => {
          const address = properties as bigint;
          assert.deepEqual(
            memory.chain(address).map(({ struct }) => struct),
            ['VkPhysicalDeviceDriverProperties', 'VkPhysicalDeviceIDProperties'],
          );
          const driver = memory.chained('VkPhysicalDeviceDriverProperties', address) as bigint;
          memory.writeStructure('VkPhysicalDeviceDriverProperties', driver, {
            driverName: 'double',
            driverID: 'VK_DRIVER_ID_MESA_LLVMPIPE',
          });
          return undefined;
        });
      case 'vkEnumeratePhysicalDevices':
        return entryPoint((_instance2, count, list) => {
          memory.writeUint32(count as bigint, 2);
          if (list !== 0n) memory.writeArray('VkPhysicalDevice', list as bigint, [gpu, gpu]);
          return 0;
        });
      default:
        return null;
    }
  },
  deviceEntryPoint(_device, name) {
    switch (name) {
      case 'vkCreateFence':
        return entryPoint((_device2, info, _allocator, fence) => {
          const { flags } = memory.readStructure('VkFenceCreateInfo', info as bigint);
          const exported = memory.readChained('VkExportFenceCreateInfo', info as bigint);
          memory.writeHandle(fence as bigint, BigInt(flags * 100 + (exported?.handleTypes ?? 0)));
          return 0;
        });
      case 'vkGetFenceStatus':
        return entryPoint(() => -12345);
      case 'vkWaitForFences':
        return entryPoint(
          () => 0,
          async (_device2, count, fences, _all, timeout) => {
            await new Promise((resolve) => setTimeout(resolve, Number(timeout)));
            const first = memory.readHandle(fences as bigint);
            return first === BigInt(timeout as bigint) && count === 1 ? 0 : 2;
          },
        );
      case 'vkGetFenceFdKHR':
        return entryPoint(() => {
          throw new Error('the driver failed');
        });
      default:
        return null;
    }
  },
};

const gpu = new VulkanHandle('VkPhysicalDevice', 0x20n);
const device = new VulkanHandle('VkDevice', 0x10n);
const instance = new VulkanHandle('VkInstance', 0x30n);
const recorder = new RecordedCalls();
const vulkan = new Vulkan(double, recorder);
const vki = vulkan.instanceCommands(instance);
const vkd = vulkan.deviceCommands(device, instance);

const checks: Record<string, () => void | Promise<void>> = {
  'structures reach a driver in TypeScript, and what it writes comes back'() {
    const { chain } = vki.vkGetPhysicalDeviceProperties2(gpu, {
      chain: ['VkPhysicalDeviceDriverProperties', 'VkPhysicalDeviceIDProperties'],
    });
    assert.equal(chain.VkPhysicalDeviceDriverProperties.driverName, 'double');
    assert.equal(chain.VkPhysicalDeviceDriverProperties.driverID, 'VK_DRIVER_ID_MESA_LLVMPIPE');
    assert.equal(chain.VkPhysicalDeviceIDProperties.deviceLUIDValid, false);
    assert.equal(vki.vkEnumeratePhysicalDevices(instance).physicalDevices?.length, 2);
  },

  'chains reach a driver in TypeScript'() {
    const { fence } = vkd.vkCreateFence(
      device,
      {
        flags: ['VK_FENCE_CREATE_SIGNALED_BIT'],
        pNext: [
          { struct: 'VkExportFenceCreateInfo', handleTypes: ['VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT'] },
        ],
      },
      null,
    );
    assert.equal(fence?.value, 108n);
  },

  'a result that is not listed is reported'() {
    const { result } = vkd.vkGetFenceStatus(device, new VulkanHandle('VkFence', 1n));
    assert.equal(result, 'VkResult(-12345)');
    assert.ok(recorder.lines.includes('unlisted vkGetFenceStatus VkResult(-12345)'));
    assert.ok(recorder.lines.includes('vkGetFenceStatus(VkDevice 0x10, VkFence 0x1) = VkResult(-12345)'));
  },

  async 'calls that overlap keep their own memory'() {
    const waits = [30n, 10n, 20n].map((milliseconds) =>
      vkd.async.vkWaitForFences(device, [new VulkanHandle('VkFence', milliseconds)], true, milliseconds),
    );
    const results = await Promise.all(waits);
    assert.deepEqual(
      results.map(({ result }) => result),
      ['VK_SUCCESS', 'VK_SUCCESS', 'VK_SUCCESS'],
    );
  },

  async 'a call that throws ends in the record'() {
    const info = { fence: new VulkanHandle('VkFence', 1n), handleType: 8 };
    await assert.rejects(vkd.async.vkGetFenceFdKHR(device, info), /the driver failed/);
    assert.match(recorder.lines.at(-1) ?? '', /^vkGetFenceFdKHR.* = $/);
  },

  'commands that wait are offered as promises only'() {
    assert.equal('vkWaitForFences' in vkd, false);
    assert.equal('vkWaitForFences' in vkd.async, true);
  },

  'a command that is lacking is named with what provides it'() {
    assert.equal(vkd.has('vkGetFenceStatus'), true);
    assert.equal(vkd.has('vkSignalSemaphoreKHR'), false);
    const info = { semaphore: new VulkanHandle('VkSemaphore', 1n), value: 1 };
    assert.throws(
      () => vkd.vkSignalSemaphoreKHR(device, info),
      /vkSignalSemaphoreKHR.*VK_KHR_timeline_semaphore/,
    );
  },

  'host memory is aligned, zeroed and seen in place'() {
    const host = allocateHostMemory(10_000, 4096);
    assert.equal(host.address % 4096n, 0n);
    assert.ok(host.bytes.every((byte) => byte === 0));
    host.bytes[9_999] = 7;
    assert.equal(viewMemory(host.address + 9_999n, 1)[0], 7);
    host.free();
    host.free();
    assert.throws(() => allocateHostMemory(1, 3), /power of two/);
  },

  'allocation callbacks that fail are functions in memory'() {
    const failing = failingAllocator();
    const callbacks = memory.readStructure('VkAllocationCallbacks', failing.callbacks);
    assert.notEqual(callbacks.pfnAllocation, 0n);
    assert.equal(callbacks.pfnAllocation, callbacks.pfnFree);
    failing.free();
  },
};

async function main(): Promise<void> {
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(`ok ${name}`);
    } catch (error) {
      console.log(`failed ${name}: ${(error as Error).message}`);
    }
  }
}

void main();
