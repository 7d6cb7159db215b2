import type { AnyParameters } from '../cases/suite';
import type { PlannedCase } from '../results/run';
import { coverOf } from './instance-cover';

function chosen(all: readonly AnyParameters[]): readonly AnyParameters[] {
  return coverOf(all, (parameters) => ({ instance: { parameters } }) as unknown as PlannedCase);
}

test('a case without axes is its own cover, and no instance has none', () => {
  expect(chosen([{}])).toEqual([{}]);
  expect(chosen([])).toEqual([]);
});

test('every value of every axis is there, in the order of the case', () => {
  const all = ['a', 'b', 'c'].flatMap((one) =>
    [1, 2].flatMap((two) => [true, false].map((three) => ({ one, two, three }))),
  );
  const few = chosen(all);
  expect(few).toHaveLength(3);
  for (const value of ['a', 'b', 'c', 1, 2, true, false])
    expect(few.some((parameters) => Object.values(parameters).includes(value))).toBe(true);
  expect(few.map(({ one }) => one)).toEqual(['a', 'b', 'c']);
});

test('a value that only one instance has brings that instance', () => {
  expect(
    chosen([
      { one: 'a', two: 1 },
      { one: 'a', two: 2 },
      { one: 'b', two: 1 },
    ]),
  ).toEqual([
    { one: 'a', two: 1 },
    { one: 'a', two: 2 },
    { one: 'b', two: 1 },
  ]);
});
