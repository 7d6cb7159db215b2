import { commandsOf, dependenciesOf, isAtLeast, isMet } from './extension-dependencies';

const offered = (apiVersion: string, ...extensions: string[]) => ({
  apiVersion,
  extensions: new Set(extensions),
});

describe('what an extension depends on', () => {
  it('is met by a version, from that version on', () => {
    expect(isMet('VK_VERSION_1_2', offered('1.1.300'))).toBe(false);
    expect(isMet('VK_VERSION_1_2', offered('1.2.0'))).toBe(true);
    expect(isMet('VK_VERSION_1_2', offered('1.4.309'))).toBe(true);
    expect(isAtLeast('2.0.0', 1, 4)).toBe(true);
  });

  it('is met by an extension that is offered, or is part of the version', () => {
    expect(isMet('VK_KHR_external_memory_fd', offered('1.3.0'))).toBe(false);
    expect(isMet('VK_KHR_external_memory_fd', offered('1.3.0', 'VK_KHR_external_memory_fd'))).toBe(true);
    expect(isMet('VK_KHR_external_memory', offered('1.1.0'))).toBe(true);
    expect(isMet('VK_KHR_external_memory', offered('1.0.68'))).toBe(false);
  });

  it('is read from left to right, parentheses first', () => {
    const a = offered('1.0.0', 'VK_A_a');
    expect(isMet('VK_A_a,VK_B_b+VK_C_c', a)).toBe(false);
    expect(isMet('VK_A_a,(VK_B_b+VK_C_c)', a)).toBe(true);
    expect(isMet('((VK_B_b,VK_A_a)+VK_A_a),VK_C_c', a)).toBe(true);
    expect(isMet('', a)).toBe(true);
    expect(() => isMet('(VK_A_a', a)).toThrow('parenthesis');
    expect(() => isMet('VK_A_a VK_B_b', a)).toThrow("can't be read");
  });

  it('comes from the registry, and so do its commands', () => {
    expect(dependenciesOf('VK_EXT_external_memory_dma_buf')).toBe('VK_KHR_external_memory_fd');
    expect(commandsOf('VK_KHR_external_fence_fd')).toEqual(['vkImportFenceFdKHR', 'vkGetFenceFdKHR']);
  });
});
