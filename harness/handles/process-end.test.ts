import { describeProcessEnd } from './process-end';

test('exceptions of Windows are told by what they are, codes of programs as they stand', () => {
  expect(describeProcessEnd(0xc0000005, null)).toBe('died of an access violation (0xC0000005)');
  expect(describeProcessEnd(0xc000041d, null)).toBe(
    'died of an exception in a callback of the system (0xC000041D)',
  );
  expect(describeProcessEnd(0xc0000420, null)).toBe('died of an assertion failure (0xC0000420)');
  expect(describeProcessEnd(0xc0000602, null)).toBe('died of a fail-fast exception (0xC0000602)');
  expect(describeProcessEnd(0x40000015, null)).toBe('died of an abort (0x40000015)');
  expect(describeProcessEnd(0xc0001234, null)).toBe('died of an exception (0xC0001234)');
  expect(describeProcessEnd(0xc000013a, null)).toBe('was interrupted (0xC000013A)');
  expect(describeProcessEnd(77, null)).toBe('exited with code 77');
  expect(describeProcessEnd(null, 'SIGSEGV')).toBe('died of SIGSEGV');
});
