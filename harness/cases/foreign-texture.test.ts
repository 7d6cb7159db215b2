import type { Direct3dObject, Direct3dObjects } from '../handles/face';
import type { DeviceCapabilities } from './device-capabilities';
import { madeForDevice, standInDirect3d } from './foreign-texture';

type Direct3d = NonNullable<DeviceCapabilities['direct3d']>;

const asked = { displayAdapters: true, deviceLUIDValid: true } as const;
const objects: Direct3dObjects = {
  'd3d11-texture': null,
  'd3d11-texture-kmt': 'GetSharedHandle failed with 0x80070057',
  'd3d11-fence': null,
  'd3d12-fence': null,
};

function reasonOn(
  device: { readonly extensions?: readonly string[]; readonly direct3d?: Direct3d },
  maker: string,
  object: Direct3dObject,
): string | undefined {
  const { extensions: deviceExtensions = [], direct3d } = device;
  return madeForDevice({ deviceExtensions, direct3d } as unknown as DeviceCapabilities, maker, object);
}

test('a model takes stand-ins and nothing that Direct3D made', () => {
  const model = { extensions: [standInDirect3d], direct3d: { ...asked, objects } };
  expect(reasonOn(model, 'stand-in', 'd3d11-texture')).toBeUndefined();
  expect(reasonOn(model, 'stand-in-12', 'd3d12-fence')).toBeUndefined();
  expect(reasonOn(model, 'direct3d-11', 'd3d11-texture')).toMatch(/^the driver is a model/);
});

test('any other driver takes what Direct3D makes, where it makes it, and no stand-in', () => {
  const device = { direct3d: { ...asked, objects } };
  expect(reasonOn(device, 'direct3d-11', 'd3d11-texture')).toBeUndefined();
  expect(reasonOn(device, 'direct3d-11', 'd3d11-texture-kmt')).toBe(
    'Direct3D makes none on the adapter of the device: GetSharedHandle failed with 0x80070057',
  );
  expect(reasonOn(device, 'stand-in', 'd3d11-texture')).toMatch(/^the driver is no model/);
});

test('says why Direct3D was not asked', () => {
  const without = { ...asked, deviceLUIDValid: false };
  expect(reasonOn({ direct3d: without }, 'direct3d-12', 'd3d12-fence')).toMatch(/no valid deviceLUID/);
  expect(reasonOn({}, 'direct3d-12', 'd3d12-fence')).toMatch(/no valid deviceLUID/);
  expect(reasonOn({ direct3d: asked }, 'direct3d-12', 'd3d12-fence')).toMatch(/takes none of its objects/);
});
