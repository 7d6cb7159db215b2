import { direct3dObjects, operatingSystem } from '../handles';
import { askDirect3d } from './direct3d-probe';

test('what ends the process that asks Direct3D is the reason why nothing can be had', () => {
  const answer = askDirect3d('ffffffffffffffff');
  expect(Object.keys(answer)).toEqual([...direct3dObjects]);
  const reason =
    operatingSystem === 'win32'
      ? 'IDXGIFactory4::EnumAdapterByLuid failed with no adapter of the LUID'
      : 'the process that asked it exited with code 1';
  expect(new Set(Object.values(answer))).toEqual(new Set([reason]));
});
