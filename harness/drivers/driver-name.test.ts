import type { Driver } from './driver';
import { driverName, uniquelyNamed } from './driver-name';

test('a driver is called as its manifest, but for what says that it is one', () => {
  expect(driverName('/usr/share/vulkan/icd.d/lvp_icd.x86_64.json')).toBe('lvp');
  expect(driverName('nv-vk64.json')).toBe('nv-vk64');
});

test('no driver is called what Windows takes for a device in any folder', () => {
  const names = ['nul.json', 'CON.json', 'com1_icd.json', 'lpt9.x86_64.json', 'null.json', 'com10.json'];
  expect(names.map(driverName)).toEqual([
    'nul-driver',
    'CON-driver',
    'com1-driver',
    'lpt9-driver',
    'null',
    'com10',
  ]);
});

test('names that differ in case alone are one folder on Windows', () => {
  const drivers = ['mine', 'Mine', 'mine'].map((name) => ({ name }) as Driver);
  const names = (caseMatters: boolean) => uniquelyNamed(drivers, caseMatters).map(({ name }) => name);
  expect(names(false)).toEqual(['mine', 'Mine-2', 'mine-3']);
  expect(names(true)).toEqual(['mine', 'Mine', 'mine-2']);
});
