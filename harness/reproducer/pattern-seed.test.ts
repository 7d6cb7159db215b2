import { patternOf } from '../cases/content';
import { PatternSeeds } from './pattern-seed';

test('the seed of any pattern is found, and of what lies near to one that is known', () => {
  const seeds = new PatternSeeds();
  for (const seed of [0, 1, 2_728_002_444, 2 ** 32 - 1]) {
    expect(seeds.seedOf(patternOf(seed, 4096).bytes)).toBe(seed);
    expect(seeds.seedOf(patternOf((seed + 3) % 2 ** 32, 20).bytes)).toBe((seed + 3) % 2 ** 32);
  }
});

test('bytes that are none have none', () => {
  const seeds = new PatternSeeds();
  const { bytes } = patternOf(7, 64);
  expect(seeds.seedOf(bytes.with(63, (bytes[63] ?? 0) ^ 1))).toBeUndefined();
  expect(seeds.seedOf(Uint8Array.from({ length: 64 }, (_, at) => at))).toBeUndefined();
  expect(seeds.seedOf(new Uint8Array(64))).toBeUndefined();
  expect(seeds.seedOf(bytes.subarray(0, 8))).toBeUndefined();
});
