import { CommandCall } from './command-call';
import { commandPlan } from './command-plan';
import { CorruptedOutput } from './errors';
import { VulkanHandle } from './handle';
import { InventedMemory } from './invented-memory';
import type { NativeNumber } from './native-driver';
import { ScratchMemory } from './scratch-memory';

const memory = new InventedMemory();
const device = new VulkanHandle('VkDevice', 1n);
const gpu = new VulkanHandle('VkPhysicalDevice', 2n);
const VK_INCOMPLETE = 5;

/** Makes a call as the typed commands do, with a function in the driver's place. */
function call(
  name: string,
  passed: readonly unknown[],
  driver: (...values: bigint[]) => NativeNumber | undefined,
): unknown {
  const made = new CommandCall(commandPlan(name), new ScratchMemory(memory, 4096), passed);
  let returned = driver(...(made.native as bigint[]));
  while (made.again(returned)) returned = driver(...(made.native as bigint[]));
  return made.finish(returned);
}

/** Native memory at an address, with room before it where a driver has no business. */
function at(address: bigint, size: number): DataView {
  return memory.at(address, size).view;
}

describe('a call', () => {
  it('returns an output under its name', () => {
    const result = call('vkCreateFence', [device, { flags: [] }, null], (_device, info, allocator, fence) => {
      expect(at(info as bigint, 24).getInt32(0, true)).toBe(8);
      expect(allocator).toBe(0n);
      at(fence as bigint, 8).setBigUint64(0, 77n, true);
      return 0;
    });
    expect(result).toEqual({ result: 'VK_SUCCESS', fence: new VulkanHandle('VkFence', 77n) });
  });

  it('returns no output with an error, whatever the driver wrote', () => {
    const result = call(
      'vkCreateFence',
      [device, { flags: [] }, null],
      (_device, _info, _allocator, fence) => {
        at(fence as bigint, 8).setBigUint64(0, 77n, true);
        return -1;
      },
    );
    expect(result).toEqual({ result: 'VK_ERROR_OUT_OF_HOST_MEMORY' });
  });

  it('derives counts and returns nothing where there is nothing', () => {
    const fences = [new VulkanHandle('VkFence', 3n), new VulkanHandle('VkFence', 4n)];
    const result = call('vkResetFences', [device, fences], (_device, count, list) => {
      expect(count).toBe(2);
      expect(at(list as bigint, 16).getBigUint64(8, true)).toBe(4n);
      return 0;
    });
    expect(result).toEqual({ result: 'VK_SUCCESS' });
    expect(call('vkDestroyFence', [device, null, null], () => undefined)).toBeUndefined();
  });

  it('returns a value that the command itself returns', () => {
    const info = { buffer: new VulkanHandle('VkBuffer', 3n) };
    expect(call('vkGetBufferDeviceAddress', [device, info], () => 2 ** 40)).toBe(2n ** 40n);
  });

  it('asks for a count, then for the elements, and again while the list grows', () => {
    const answers = [1, 3, 3];
    let calls = 0;
    const result = call(
      'vkEnumeratePhysicalDevices',
      [new VulkanHandle('VkInstance', 9n)],
      (_instance, count, list) => {
        const there = answers[calls++] ?? 3;
        const counter = at(count as bigint, 4);
        if (list === 0n) {
          counter.setUint32(0, there, true);
          return 0;
        }
        const room = counter.getUint32(0, true);
        for (let index = 0; index < Math.min(room, there); index++) {
          at((list as bigint) + BigInt(index * 8), 8).setBigUint64(0, BigInt(index + 1), true);
        }
        counter.setUint32(0, Math.min(room, there), true);
        return room < there ? VK_INCOMPLETE : 0;
      },
    );
    expect(result).toMatchObject({ result: 'VK_SUCCESS' });
    expect((result as { physicalDevices: unknown[] }).physicalDevices).toHaveLength(3);
    expect(calls).toBeGreaterThan(2);
  });

  it('asks once when it is told how many', () => {
    let calls = 0;
    const result = call(
      'vkEnumerateInstanceExtensionProperties',
      [null, { limit: 1 }],
      (_layer, count, list) => {
        calls++;
        at(list as bigint, 260).setUint8(0, 65);
        at(count as bigint, 4).setUint32(0, 1, true);
        return VK_INCOMPLETE;
      },
    );
    expect(calls).toBe(1);
    expect(result).toEqual({ result: 'VK_INCOMPLETE', properties: [{ extensionName: 'A', specVersion: 0 }] });
  });

  it('sizes an output by the input structure that counts it', () => {
    const info = {
      commandPool: new VulkanHandle('VkCommandPool', 5n),
      level: 'VK_COMMAND_BUFFER_LEVEL_PRIMARY',
      commandBufferCount: 2,
    };
    const result = call('vkAllocateCommandBuffers', [device, info], (_device, _info, list) => {
      at(list as bigint, 16).setBigUint64(0, 6n, true);
      at(list as bigint, 16).setBigUint64(8, 7n, true);
      return 0;
    });
    expect((result as { commandBuffers: VulkanHandle[] }).commandBuffers.map(String)).toEqual([
      'VkCommandBuffer 0x6',
      'VkCommandBuffer 0x7',
    ]);
  });

  it('takes as many arguments as the command has inputs', () => {
    expect(() => call('vkGetFenceStatus', [device], () => 0)).toThrow(
      'vkGetFenceStatus: takes 2 arguments, not 1',
    );
  });
});

describe('a chained output', () => {
  const passed = [gpu, { chain: ['VkPhysicalDeviceIDProperties'], sentinel: 0xa5 }];

  it('is decoded by name, and members that were not written are named', () => {
    const result = call('vkGetPhysicalDeviceProperties2', passed, (_gpu, properties) => {
      const next = at(properties as bigint, 16).getBigUint64(8, true);
      const ids = at(next, 64);
      expect(ids.getInt32(0, true)).toBe(1_000_071_004);
      new Uint8Array(ids.buffer, ids.byteOffset + 16, 16).fill(1);
      ids.setUint32(60, 1, true);
      return undefined;
    }) as { chain: Record<string, Record<string, unknown>>; unwritten: string[] };
    expect(result.chain.VkPhysicalDeviceIDProperties).toEqual({
      deviceUUID: new Uint8Array(16).fill(1),
      deviceLUIDValid: true,
    });
    expect(result.unwritten).toEqual(
      expect.arrayContaining([
        'VkPhysicalDeviceIDProperties.driverUUID',
        'VkPhysicalDeviceIDProperties.deviceNodeMask',
        'VkPhysicalDeviceProperties2.properties',
      ]),
    );
    expect(result.unwritten).not.toContain('VkPhysicalDeviceIDProperties.deviceUUID');
  });

  it('may not be one that the structure does not permit', () => {
    expect(() =>
      call('vkGetPhysicalDeviceProperties2', [gpu, { chain: ['VkSubmitInfo'] }], () => undefined),
    ).toThrow('VkSubmitInfo may not be chained to VkPhysicalDeviceProperties2');
  });

  it('gives arrays that the driver fills the room that was asked for', () => {
    const request = { chain: ['VkDrmFormatModifierPropertiesListEXT'], capacity: 4 };
    const driver = (counted: number) => (_gpu: bigint, _format: bigint, properties: bigint) => {
      const list = at(at(properties, 16).getBigUint64(8, true), 32);
      expect(list.getUint32(16, true)).toBe(4);
      at(list.getBigUint64(24, true), 16).setBigUint64(0, 42n, true);
      list.setUint32(16, counted, true);
      return undefined;
    };
    const passedHere = [gpu, 'VK_FORMAT_R8_UNORM', request];
    const result = call('vkGetPhysicalDeviceFormatProperties2', passedHere, driver(1)) as {
      chain: { VkDrmFormatModifierPropertiesListEXT: { pDrmFormatModifierProperties: unknown[] } };
    };
    expect(result.chain.VkDrmFormatModifierPropertiesListEXT.pDrmFormatModifierProperties).toEqual([
      { drmFormatModifier: 42n, drmFormatModifierPlaneCount: 0, drmFormatModifierTilingFeatures: 0 },
    ]);
    expect(() => call('vkGetPhysicalDeviceFormatProperties2', passedHere, driver(5))).toThrow(
      'drmFormatModifierCount is 5, and the caller gave room for 4',
    );
  });
});

describe('what a driver may not write', () => {
  const requirements = [device, { buffer: new VulkanHandle('VkBuffer', 3n) }];

  it.each([
    [
      'past the end of an output',
      (address: bigint) => at(address, 41).setUint8(40, 0),
      'vkGetBufferMemoryRequirements2: the byte 0 past the end of an output of 40 bytes was overwritten',
    ],
    [
      'before an output',
      (address: bigint) => at(address - 1n, 1).setUint8(0, 0),
      'vkGetBufferMemoryRequirements2: 1 bytes before an output were overwritten',
    ],
    [
      'sType',
      (address: bigint) => at(address, 4).setInt32(0, 8, true),
      'VkMemoryRequirements2.sType was changed to VK_STRUCTURE_TYPE_FENCE_CREATE_INFO',
    ],
    [
      'pNext',
      (address: bigint) => at(address, 16).setBigUint64(8, 0xabcn, true),
      'VkMemoryRequirements2.pNext was changed to 0xabc',
    ],
  ])('%s', (_what, write, message) => {
    const misbehave = (): unknown =>
      call('vkGetBufferMemoryRequirements2', requirements, (_device, _info, output) => {
        write(output as bigint);
        return undefined;
      });
    expect(misbehave).toThrow(CorruptedOutput);
    expect(misbehave).toThrow(message);
  });

  it('is found after an error too', () => {
    const misbehave = (): unknown =>
      call('vkCreateFence', [device, { flags: [] }, null], (_device, _info, _allocator, fence) => {
        at(fence as bigint, 12).setUint32(8, 0, true);
        return -3;
      });
    expect(misbehave).toThrow('past the end of an output of 8 bytes');
  });

  it('a VkBool32 that is neither true nor false', () => {
    const misbehave = (): unknown =>
      call('vkGetPhysicalDeviceFeatures', [gpu], (_gpu, features) => {
        at(features as bigint, 4).setUint32(0, 2, true);
        return undefined;
      });
    expect(misbehave).toThrow('VkPhysicalDeviceFeatures.robustBufferAccess: the VkBool32 is 2');
  });

  it('more elements than there is room for', () => {
    const misbehave = (): unknown =>
      call('vkEnumerateInstanceExtensionProperties', [null, { limit: 1 }], (_layer, count) => {
        at(count as bigint, 4).setUint32(0, 2, true);
        return 0;
      });
    expect(misbehave).toThrow('2 elements were counted in an array with room for 1');
  });

  it('a null handle along with success', () => {
    expect(() => call('vkCreateFence', [device, { flags: [] }, null], () => 0)).toThrow(
      'vkCreateFence: succeeded, and fence is VK_NULL_HANDLE',
    );
  });

  it('a count beyond an inline array', () => {
    const misbehave = (): unknown =>
      call('vkGetPhysicalDeviceMemoryProperties', [gpu], (_gpu, properties) => {
        at(properties as bigint, 4).setUint32(0, 33, true);
        return undefined;
      });
    expect(misbehave).toThrow('memoryTypeCount is 33, and the array has room for 32');
  });
});
