import { resolve } from 'node:path';
import { pathKey } from './path-key';

test('on Windows the case of a path says nothing, elsewhere it does', () => {
  const [one, other] = [resolve('Drivers', 'nv-vk64.json'), resolve('drivers', 'NV-VK64.JSON')];
  expect(pathKey(one, true)).toBe(pathKey(other, true));
  expect(pathKey(one, true)).toBe(pathKey(resolve('drivers', 'x', '..', 'nv-vk64.json'), true));
  expect(pathKey(one, true)).not.toBe(pathKey(resolve('drivers', 'amd-vulkan64.json'), true));
  expect(pathKey(one, false)).not.toBe(pathKey(other, false));
});
