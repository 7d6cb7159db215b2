import { globsOfReasons } from './skip-reasons';

test('reasons that differ in a word are one glob, others stay', () => {
  const alike = ['a', 'linear-image', 'd16'].map(
    (what) => `it does not report DMA_BUF exportable for ${what}`,
  );
  const others = ['it offers no DMA_BUF', 'it offers no OPAQUE_FD', 'odd (as (x) is), [and] {so}'];
  const globs = globsOfReasons([...alike, ...others]);
  for (const reason of alike) expect(globs.get(reason)).toBe('it does not report DMA_BUF exportable for *');
  for (const reason of others) expect(globs.get(reason)).toBe(reason);
});

test('there may be none', () => {
  expect([...globsOfReasons([])]).toEqual([]);
});
