import { enumerationName, enumerationValue, flagMask, flagNames } from './enumerations';

describe('enumerations', () => {
  it('know aliases by value and answer with the canonical name', () => {
    const value = enumerationValue('VkResult', 'VK_ERROR_OUT_OF_POOL_MEMORY_KHR');
    expect(value).toBe(-1_000_069_000);
    expect(enumerationName('VkResult', value as number)).toBe('VK_ERROR_OUT_OF_POOL_MEMORY');
  });

  it('show a value that the registry does not list', () => {
    expect(enumerationName('VkResult', -12345)).toBe('VkResult(-12345)');
    expect(enumerationName('VkFenceCreateFlagBits', 0x80)).toBe('VkFenceCreateFlagBits(0x80)');
  });

  it('refuse a name that is no enumeration', () => {
    expect(() => enumerationName('VkNothing', 1)).toThrow('VkNothing is not an enumeration of this binding');
  });
});

describe('flags', () => {
  it('are spelled lowest bit first, unknown bits last', () => {
    expect(flagNames('VkExternalFenceFeatureFlags', 0x83)).toEqual([
      'VK_EXTERNAL_FENCE_FEATURE_EXPORTABLE_BIT',
      'VK_EXTERNAL_FENCE_FEATURE_IMPORTABLE_BIT',
      'VkExternalFenceFeatureFlagBits(0x80)',
    ]);
  });

  it('keep 64 bits', () => {
    const mask = flagMask('VkPipelineStageFlags2', ['VK_PIPELINE_STAGE_2_COPY_BIT']);
    expect(mask).toBe(1n << 32n);
    expect(flagNames('VkPipelineStageFlags2', mask)).toEqual(['VK_PIPELINE_STAGE_2_COPY_BIT']);
  });

  it('stay positive with the highest of 32 bits', () => {
    const mask = flagMask('VkQueueFlags', ['VK_QUEUE_GRAPHICS_BIT', 'VK_QUEUE_TRANSFER_BIT']);
    expect(mask).toBe(5);
  });

  it('refuse a bit of another type', () => {
    expect(() => flagMask('VkFenceCreateFlags', ['VK_QUEUE_GRAPHICS_BIT'])).toThrow(
      "'VK_QUEUE_GRAPHICS_BIT' is not a bit of VkFenceCreateFlags",
    );
  });

  it('have no names while a type has no bits', () => {
    expect(flagMask('VkMemoryMapFlags', [])).toBe(0);
    expect(() => flagMask('VkDeviceCreateFlags', ['VK_ANY'])).toThrow('is not a bit of VkDeviceCreateFlags');
  });
});
