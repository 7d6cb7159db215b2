import { describeArguments } from './call-recorder';
import { VulkanHandle } from './handle';

describe('arguments as text', () => {
  it('show handles, members and chains', () => {
    const info = { flags: [], pNext: [{ struct: 'VkExportFenceCreateInfo', handleTypes: 8 }] };
    expect(describeArguments([new VulkanHandle('VkDevice', 0x10n), info, null, 2n ** 40n])).toBe(
      'VkDevice 0x10, {flags: [], pNext: [VkExportFenceCreateInfo {handleTypes: 8}]}, null, 0x10000000000',
    );
  });

  it('stay short, however long the arguments are', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ srcOffset: index, name: 'x'.repeat(1000) }));
    const text = describeArguments([many]);
    expect(text.length).toBeLessThanOrEqual(400);
    expect(text.endsWith('...')).toBe(true);
    expect(describeArguments(['y'.repeat(100), new Uint8Array(70)])).toBe(`'${'y'.repeat(40)}...', 70 bytes`);
  });
});
