import { type DeviceTree, manifestsOfPresent, type RegistryValue, withoutOlder } from './named-manifests';

const driver = (...data: readonly string[]): RegistryValue => ({ name: 'VulkanDriverName', data });
const other: RegistryValue = { name: 'DriverVersion', data: ['1.2'] };

function tree(
  adapters: readonly number[],
  keys: Readonly<Record<number, readonly RegistryValue[]>>,
  components: Readonly<Record<number, readonly number[]>> = {},
): DeviceTree {
  return {
    adapters: () => adapters,
    componentsOf: (device) => components[device] ?? [],
    valuesOf: (device) => keys[device] ?? null,
  };
}

test('adapters name their drivers, in their order', () => {
  const named = manifestsOfPresent(
    tree([2, 1], { 1: [other, driver('a.json')], 2: [driver('b.json', 'c.json')] }),
  );
  expect(named).toEqual(['b.json', 'c.json', 'a.json']);
});

test('of an adapter that names none the first component counts that does', () => {
  const keys = {
    1: [other],
    2: [driver('own.json')],
    11: [],
    12: [driver('x.json')],
    13: [driver('y.json')],
  };
  const named = manifestsOfPresent(tree([1, 2], keys, { 1: [10, 11, 12, 13], 2: [13] }));
  expect(named).toEqual(['x.json', 'own.json']);
});

test('where no adapter can be asked nothing is known, which is not the same as no driver', () => {
  expect(manifestsOfPresent(tree([], {}))).toBeNull();
  expect(manifestsOfPresent(tree([1], {}))).toBeNull();
  expect(manifestsOfPresent(tree([1], { 1: [other] }))).toEqual([]);
});

test('what is listed is left out where a manifest of the same name came before', () => {
  const named = ['C:\\Windows\\System32\\DriverStore\\x\\nv-vk64.json'];
  const listed = ['C:\\Windows\\System32\\NV-vk64.json', 'C:\\sw\\icd.json', 'D:\\sw\\icd.json'];
  expect(withoutOlder(listed, named)).toEqual(['C:\\sw\\icd.json']);
});
