import { EncodingError } from './errors';
import { VulkanHandle } from './handle';
import { InventedMemory } from './invented-memory';
import { ScratchMemory } from './scratch-memory';
import { decodeStructureAt } from './structure-decoder';
import { encodeStructure } from './structure-encoder';

const memory = new InventedMemory();
const scratch = new ScratchMemory(memory, 1024);
const fence = new VulkanHandle('VkFence', 0x1234n);
const SYNC_FD = 'VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT';

/** A view of the structure as it was encoded. */
function encoded(name: string, value: unknown, size: number): DataView {
  return memory.at(encodeStructure(scratch, name, value), size).view;
}

function encoding(name: string, value: unknown): () => void {
  return () => encodeStructure(scratch, name, value);
}

describe('encoding', () => {
  it('puts every member where the registry has it and fills in sType and pNext', () => {
    const view = encoded(
      'VkImportFenceFdInfoKHR',
      { fence, flags: ['VK_FENCE_IMPORT_TEMPORARY_BIT'], handleType: SYNC_FD, fd: -1 },
      40,
    );
    expect(view.getInt32(0, true)).toBe(1_000_115_000);
    expect(view.getBigUint64(8, true)).toBe(0n);
    expect(view.getBigUint64(16, true)).toBe(0x1234n);
    expect(view.getUint32(24, true)).toBe(1);
    expect(view.getUint32(28, true)).toBe(8);
    expect(view.getInt32(32, true)).toBe(-1);
  });

  it('links a chain in order', () => {
    const view = encoded(
      'VkFenceCreateInfo',
      { flags: [], pNext: [{ struct: 'VkExportFenceCreateInfo', handleTypes: [SYNC_FD] }] },
      24,
    );
    const link = memory.at(view.getBigUint64(8, true), 24).view;
    expect(link.getInt32(0, true)).toBe(1_000_113_000);
    expect(link.getBigUint64(8, true)).toBe(0n);
    expect(link.getUint32(16, true)).toBe(8);
  });

  it('derives counts from arrays and points at strings', () => {
    const value = {
      flags: [],
      pApplicationInfo: null,
      ppEnabledLayerNames: [],
      ppEnabledExtensionNames: ['VK_KHR_a', 'VK_KHR_b'],
    };
    const view = encoded('VkInstanceCreateInfo', value, 64);
    expect(decodeStructureAt({ memory }, view, 0, 'VkInstanceCreateInfo')).toEqual({
      flags: 0,
      pApplicationInfo: null,
      enabledLayerCount: 0,
      ppEnabledLayerNames: null,
      enabledExtensionCount: 2,
      ppEnabledExtensionNames: ['VK_KHR_a', 'VK_KHR_b'],
    });
  });

  it('grows beyond its first chunk without moving what it wrote', () => {
    const regions = Array.from({ length: 200 }, (_, index) => ({ srcOffset: index, dstOffset: 0n, size: 1 }));
    const buffer = new VulkanHandle('VkBuffer', 1n);
    const view = encoded(
      'VkCopyBufferInfo2',
      { srcBuffer: buffer, dstBuffer: buffer, pRegions: regions },
      48,
    );
    const { pRegions } = decodeStructureAt({ memory }, view, 0, 'VkCopyBufferInfo2');
    expect(pRegions).toHaveLength(200);
    expect(pRegions?.[199]?.srcOffset).toBe(199n);
  });

  it('writes text of other alphabets and Windows names', () => {
    const view = encoded(
      'VkExportFenceWin32HandleInfoKHR',
      { pAttributes: null, dwAccess: 0x8000_0000, name: 'Zäun' },
      40,
    );
    expect(decodeStructureAt({ memory }, view, 0, 'VkExportFenceWin32HandleInfoKHR').name).toBe('Zäun');
    expect(view.getUint32(24, true)).toBe(0x8000_0000);
  });

  it('writes the chosen member of a union', () => {
    expect(encoded('VkClearColorValue', { uint32: [1, 2, 3, 0xffff_ffff] }, 16).getUint32(12, true)).toBe(
      0xffff_ffff,
    );
  });

  it('accepts 64-bit values as safe integers and bigints', () => {
    const view = encoded('VkBufferCopy', { srcOffset: 2 ** 53 - 1, dstOffset: 2n ** 64n - 1n, size: 1 }, 24);
    expect(view.getBigUint64(0, true)).toBe(2n ** 53n - 1n);
    expect(view.getBigUint64(8, true)).toBe(2n ** 64n - 1n);
  });

  it('passes on a raw value that was given on purpose', () => {
    expect(encoded('VkFenceCreateInfo', { flags: 0x80 }, 24).getUint32(16, true)).toBe(0x80);
    expect(encoded('VkFenceCreateInfo', { flags: [], pNext: 0x77n }, 24).getBigUint64(8, true)).toBe(0x77n);
  });
});

describe('encoding refuses', () => {
  const info = { fence, flags: [], handleType: SYNC_FD, fd: 3 };
  const copy = { srcOffset: 0, dstOffset: 0, size: 0 };

  it.each([
    [
      'a missing member',
      'VkImportFenceFdInfoKHR',
      { ...info, fd: undefined },
      'VkImportFenceFdInfoKHR.fd: is missing',
    ],
    ['a misspelled member', 'VkFenceCreateInfo', { flag: 0 }, 'VkFenceCreateInfo.flag: no such member'],
    [
      'a fraction',
      'VkImportFenceFdInfoKHR',
      { ...info, fd: 1.5 },
      'VkImportFenceFdInfoKHR.fd: 1.5 is not a int',
    ],
    ['33 bits in 32', 'VkFenceCreateInfo', { flags: 2 ** 32 }, 'VkFenceCreateInfo.flags: 4294967296 is not'],
    ['a negative size', 'VkBufferCopy', { ...copy, size: -1 }, 'VkBufferCopy.size: -1 is not a VkDeviceSize'],
    [
      '65 bits',
      'VkBufferCopy',
      { ...copy, size: 2n ** 64n },
      'VkBufferCopy.size: 18446744073709551616n is not',
    ],
    [
      'an unsafe integer',
      'VkBufferCopy',
      { ...copy, size: 2 ** 53 },
      'VkBufferCopy.size: 9007199254740992 is not',
    ],
    [
      'a bigint in 32 bits',
      'VkImportFenceFdInfoKHR',
      { ...info, fd: 3n },
      'VkImportFenceFdInfoKHR.fd: 3n is not',
    ],
    [
      'a handle of another type',
      'VkImportFenceFdInfoKHR',
      { ...info, fence: new VulkanHandle('VkSemaphore', 9n) },
      'VkImportFenceFdInfoKHR.fence: VkSemaphore 0x9 is not a VkFence',
    ],
    [
      'a null handle',
      'VkImportFenceFdInfoKHR',
      { ...info, fence: null },
      'VkImportFenceFdInfoKHR.fence: null is not a VkFence',
    ],
    [
      'a bare handle value',
      'VkImportFenceFdInfoKHR',
      { ...info, fence: 5n },
      'VkImportFenceFdInfoKHR.fence: 5n is not a VkFence',
    ],
    [
      'a name of another enum',
      'VkImportFenceFdInfoKHR',
      { ...info, handleType: 'VK_SUCCESS' },
      "VkImportFenceFdInfoKHR.handleType: 'VK_SUCCESS' is not a name of VkExternalFenceHandleTypeFlagBits",
    ],
    [
      'a bit of another mask',
      'VkImportFenceFdInfoKHR',
      { ...info, flags: ['VK_FENCE_CREATE_SIGNALED_BIT'] },
      "VkImportFenceFdInfoKHR.flags: 'VK_FENCE_CREATE_SIGNALED_BIT' is not a bit of VkFenceImportFlags",
    ],
    ['a wrong sType', 'VkFenceCreateInfo', { flags: 0, sType: 'VK_SUCCESS' }, 'VkFenceCreateInfo.sType'],
    [
      'another structure',
      'VkFenceCreateInfo',
      { flags: 0, struct: 'VkX' },
      "VkFenceCreateInfo.struct: 'VkX' is not 'VkFenceCreateInfo'",
    ],
    [
      'a structure that may not be chained there',
      'VkFenceCreateInfo',
      { flags: 0, pNext: [{ struct: 'VkExportSemaphoreCreateInfo', handleTypes: [] }] },
      'VkFenceCreateInfo.pNext[0]: VkExportSemaphoreCreateInfo may not be chained to VkFenceCreateInfo',
    ],
    [
      'a structure that stands in the chain twice',
      'VkFenceCreateInfo',
      {
        flags: 0,
        pNext: [
          { struct: 'VkExportFenceCreateInfo', handleTypes: 0 },
          { struct: 'VkExportFenceCreateInfo', handleTypes: 0 },
        ],
      },
      'VkFenceCreateInfo.pNext[1]: VkExportFenceCreateInfo stands in the chain twice',
    ],
    [
      'an untagged chain',
      'VkFenceCreateInfo',
      { flags: 0, pNext: [{ handleTypes: 0 }] },
      "VkFenceCreateInfo.pNext[0]: an object is not a structure with its name in 'struct'",
    ],
    [
      'arrays of unlike length under one count',
      'VkSubmitInfo',
      {
        pWaitSemaphores: [],
        pWaitDstStageMask: [0],
        pCommandBuffers: [],
        pSignalSemaphores: [],
      },
      'VkSubmitInfo.pWaitDstStageMask: has 1 elements, but pWaitSemaphores says 0',
    ],
    [
      'a count that contradicts its array',
      'VkDeviceQueueCreateInfo',
      { flags: 0, queueFamilyIndex: 0, queueCount: 2, pQueuePriorities: [1] },
      'VkDeviceQueueCreateInfo.pQueuePriorities: has 1 elements, but queueCount says 2',
    ],
    [
      'a NUL in a string',
      'VkDebugUtilsLabelEXT',
      { pLabelName: 'a\0b', color: [0, 0, 0, 0] },
      'VkDebugUtilsLabelEXT.pLabelName: holds a NUL character',
    ],
    [
      'too few elements of an inline array',
      'VkDebugUtilsLabelEXT',
      { pLabelName: 'a', color: [0, 0, 0] },
      'VkDebugUtilsLabelEXT.color: has 3 elements, not 4',
    ],
    [
      'text too long for its array',
      'VkExtensionProperties',
      { extensionName: 'x'.repeat(256), specVersion: 1 },
      'VkExtensionProperties.extensionName: takes 256 bytes and a NUL, and has room for 256',
    ],
    [
      'a number for a VkBool32',
      'VkPhysicalDeviceSynchronization2Features',
      { synchronization2: 1 },
      'synchronization2: 1 is not a boolean',
    ],
    [
      'two members of a union',
      'VkClearColorValue',
      { float32: [0, 0, 0, 0], int32: [0, 0, 0, 0] },
      'exactly one of float32, int32, uint32',
    ],
    [
      'an element of an array, by its index',
      'VkDeviceQueueCreateInfo',
      { flags: 0, queueFamilyIndex: 0, pQueuePriorities: [1, '1'] },
      "VkDeviceQueueCreateInfo.pQueuePriorities[1]: '1' is not a number",
    ],
  ])('%s', (_what, name, value, message) => {
    expect(encoding(name, value)).toThrow(EncodingError);
    expect(encoding(name, value)).toThrow(message);
  });
});

describe('scratch memory', () => {
  it('gives back what was reserved since a mark, across chunks', () => {
    const own = new ScratchMemory(memory, 256);
    const first = own.reserve(100, 8);
    const address = own.addressOf(first);
    const mark = own.mark();
    own.reserve(1000, 8);
    own.release(mark);
    expect(own.addressOf(first)).toBe(address);
    expect(own.reserve(8, 8)).toBe(104);
  });

  it('is zeroed each time it is reserved', () => {
    const own = new ScratchMemory(memory, 256);
    const mark = own.mark();
    own.bytes.fill(0xff, own.reserve(64, 16));
    own.release(mark);
    const at = own.reserve(64, 16);
    expect([...own.bytes.subarray(at, at + 64)]).toEqual(new Array(64).fill(0));
  });
});
