import { describeArguments, describeOutputs } from './call-recorder';
import { VulkanHandle } from './handle';
import { describeAttributes } from './value-spelling';

describe('arguments as text', () => {
  it('show handles, members and chains', () => {
    const info = { flags: [], pNext: [{ struct: 'VkExportFenceCreateInfo', handleTypes: 8 }] };
    expect(describeArguments([new VulkanHandle('VkDevice', 0x10n), info, null, 2n ** 40n])).toBe(
      'VkDevice 0x10, {flags: [], pNext: [VkExportFenceCreateInfo {handleTypes: [VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT]}]}, null, 0x10000000000',
    );
  });

  it('stay short, however long the arguments are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ srcOffset: index, name: 'x'.repeat(1000) }));
    const text = describeArguments([many]);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text.endsWith('...')).toBe(true);
    expect(describeArguments(['y'.repeat(100), new Uint8Array(70)])).toBe(`'${'y'.repeat(40)}...', 70 bytes`);
  });

  it('have Windows handles and rights in hexadecimal, and say what security attributes are', () => {
    const importing = {
      pNext: [{ struct: 'VkImportMemoryWin32HandleInfoKHR', handleType: 2, handle: 184n, name: null }],
      allocationSize: 16_384,
    };
    expect(describeArguments([importing, null], 'vkAllocateMemory')).toBe(
      '{pNext: [VkImportMemoryWin32HandleInfoKHR ' +
        '{handleType: VK_EXTERNAL_MEMORY_HANDLE_TYPE_OPAQUE_WIN32_BIT, handle: 0xb8, name: null}], ' +
        'allocationSize: 16384}, null',
    );
    const rights = { struct: 'VkExportFenceWin32HandleInfoKHR', pAttributes: 0x1000n, dwAccess: 0x8000_0001 };
    const forget = describeAttributes(0x1000n, 'bInheritHandle true');
    const told = '{pNext: [VkExportFenceWin32HandleInfoKHR {pAttributes: 0x1000';
    expect(describeArguments([{ pNext: [rights] }], 'vkCreateFence')).toBe(
      `${told} (bInheritHandle true), dwAccess: 0x80000001 (DXGI_SHARED_RESOURCE_READ|WRITE)}]}`,
    );
    forget();
    expect(describeArguments([{ pNext: [rights] }], 'vkCreateFence')).toBe(
      `${told}, dwAccess: 0x80000001 (DXGI_SHARED_RESOURCE_READ|WRITE)}]}`,
    );
    expect(describeOutputs({ result: 'VK_SUCCESS', handle: 184n }, 'vkGetFenceWin32HandleKHR')).toBe(
      'handle: 0xb8',
    );
  });

  it('have descriptors in decimal, and names of handle types that are given as numbers', () => {
    const info = { fence: null, handleType: 'VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT', fd: 23 };
    expect(describeArguments([null, info], 'vkImportFenceFdKHR')).toBe(
      'null, {fence: null, handleType: VK_EXTERNAL_FENCE_HANDLE_TYPE_OPAQUE_FD_BIT, fd: 23}',
    );
    expect(describeOutputs({ result: 'VK_SUCCESS', fd: 23 }, 'vkGetFenceFdKHR')).toBe('fd: 23');
    const asked = (handleType: number) =>
      describeArguments(
        [null, { flags: 0, usage: 1, handleType }],
        'vkGetPhysicalDeviceExternalBufferProperties',
      );
    expect(asked(64)).toBe(
      'null, {flags: 0, usage: 1, handleType: VK_EXTERNAL_MEMORY_HANDLE_TYPE_D3D12_RESOURCE_BIT}',
    );
    expect(asked(0)).toBe('null, {flags: 0, usage: 1, handleType: 0}');
    expect(asked(0x8000_0000)).toContain('VkExternalMemoryHandleTypeFlagBits(0x80000000)');
    const exported = { pNext: [{ struct: 'VkExportFenceCreateInfo', handleTypes: 8 }] };
    expect(describeArguments([exported], 'vkCreateFence')).toContain(
      '{handleTypes: [VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT]}',
    );
  });
});
