import { sampleResults } from '../results/results-sample';
import { isLike, requireExpected } from './expected-driver';

test.each([
  ['26.1', 'Mesa 26.1.3 (LLVM 19)', true],
  ['mesa 26.1', 'Mesa 26.1.3 (LLVM 19)', true],
  ['26.1', 'Mesa 26.10.3', false],
  ['6.1', 'Mesa 26.1.3', false],
  ['26.1', '26.10 of 26.1', true],
  ['(LLVM 19)', 'Mesa 26.1.3 (LLVM 19)', true],
  ['mesa 26.1*', 'Mesa 26.1.3 (LLVM 19)', true],
  ['Mesa 2?', 'Mesa 26.1.3', false],
  ['NVIDIA', '', false],
])('%s in %s: %s', (expected, text, like) => {
  expect(isLike(expected, text)).toBe(like);
});

const devices = sampleResults().devices.map((device) => ({ ...device, driver: sampleResults().driver }));

test.each([
  {},
  { expectDriver: 'sample' },
  { expectDriver: 'SAM*' },
  { expectDriver: 'sample 1.0' },
  { expectVersion: '1.0' },
])('%j is what the sample is', (given) => {
  expect(() => requireExpected({ devices, broken: [] }, given)).not.toThrow();
});

test.each([
  [
    { expectDriver: 'nvidia' },
    'sample/one-1.0 is "sample", "sample 1.0", and --expect-driver asks for "nvidia": nothing was run',
  ],
  [
    { expectDriver: 'sample', expectVersion: '1.1' },
    'sample/one-1.0 is "1.0", "this machine", and --expect-version asks for "1.1": nothing was run',
  ],
])('%j is not', (given, message) => {
  expect(() => requireExpected({ devices, broken: [] }, given)).toThrow(
    expect.objectContaining({ message, exitCode: 3 }),
  );
});

describe('a driver that crashed when asked for its devices', () => {
  const broken = [
    {
      driver: { ...sampleResults().driver, name: 'other' },
      problem: { status: 'crash', message: 'the probe died of SIGSEGV' },
    },
  ] as const;
  const death = 'crash of other, asked for its devices: the probe died of SIGSEGV';

  test.each([
    [
      'nvidia',
      `sample/one-1.0 is "sample", "sample 1.0", and --expect-driver asks for "nvidia": nothing was run; ${death}`,
    ],
    ['sample', `other is "other", and --expect-driver asks for "sample": nothing was run; ${death}`],
  ])('is told where %s was asked for', (expectDriver, message) => {
    expect(() => requireExpected({ devices, broken }, { expectDriver })).toThrow(
      expect.objectContaining({ message, exitCode: 3 }),
    );
  });

  test('is what was asked for where it is called so; which version it is, nobody knows', () => {
    const alone = { devices: [], broken };
    expect(() => requireExpected(alone, { expectDriver: 'other' })).not.toThrow();
    expect(() => requireExpected(alone, { expectDriver: 'other', expectVersion: '1.0' })).toThrow(
      `other is "this machine", and --expect-version asks for "1.0": nothing was run; ${death}`,
    );
  });
});

test('parentheses in a glob are what they look like', () => {
  expect(isLike('Mesa 26.1* (LLVM*)', 'Mesa 26.1.6-1 (LLVM 19.1.7)')).toBe(true);
  expect(isLike('Mesa 26.1* (LLVM*)', 'Mesa 26.1.6-1 LLVM 19.1.7')).toBe(false);
});
