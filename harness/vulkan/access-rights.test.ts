import { accessRights } from './access-rights';

it('tells rights by number and by the names that they have on any object', () => {
  expect(accessRights(0x8000_0001)).toBe('0x80000001 (DXGI_SHARED_RESOURCE_READ|WRITE)');
  expect(accessRights(0x8000_0001 | 0x5_0000)).toBe(
    '0x80050001 (DXGI_SHARED_RESOURCE_READ|WRITE|WRITE_DAC|DELETE)',
  );
  expect(accessRights(0x1000_0000)).toBe('0x10000000 (GENERIC_ALL)');
  expect(accessRights(0x2_0007)).toBe('0x20007 (READ_CONTROL|0x7)');
  expect(accessRights(7)).toBe('0x7');
  expect(accessRights(0)).toBe('0x0');
});
