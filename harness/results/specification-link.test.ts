import { requirements } from '../../fixtures/requirements';
import { specificationLink } from './specification-link';

test('every anchor of the catalogue has an address', () => {
  const without = requirements.filter(({ anchor }) => specificationLink(anchor) === null);
  expect(without.map(({ id, anchor }) => `${id}: ${anchor}`)).toEqual([]);
});

test.each([
  ['vkImportFenceFdKHR', 'refpages/latest/refpages/source/vkImportFenceFdKHR.html'],
  ['VK_KHR_external_memory', 'refpages/latest/refpages/source/VK_KHR_external_memory.html'],
  [
    'VK_EXTERNAL_MEMORY_HANDLE_TYPE_DMA_BUF_BIT_EXT',
    'refpages/latest/refpages/source/VkExternalMemoryHandleTypeFlagBits.html',
  ],
  [
    'VUID-VkImportFenceFdInfoKHR-fd-01541',
    'refpages/latest/refpages/source/VkImportFenceFdInfoKHR.html#VUID-VkImportFenceFdInfoKHR-fd-01541',
  ],
  [
    'synchronization-fences-importing',
    'spec/latest/chapters/synchronization.html#synchronization-fences-importing',
  ],
])('%s', (anchor, place) => expect(specificationLink(anchor)).toBe(`https://docs.vulkan.org/${place}`));

test('an anchor of an unknown kind has none', () => expect(specificationLink('odd thing')).toBeNull());
