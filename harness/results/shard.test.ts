import { isInShard, parseShard, type Shard } from './shard';

const ids = Array.from({ length: 4000 }, (_, n) => `fence.import.case-${n % 90}:handleType=OPAQUE_FD,n=${n}`);
const shards = (count: number): readonly Shard[] =>
  Array.from({ length: count }, (_, n) => ({ index: n + 1, count }));

test.each([1, 2, 3, 4, 7, 16])(
  'of %i shards each instance is in exactly one, and none is much larger',
  (count) => {
    const taken = ids.map((id) => shards(count).filter((shard) => isInShard(id, shard)).length);
    expect(new Set(taken)).toEqual(new Set([1]));
    for (const shard of shards(count)) {
      const size = ids.filter((id) => isInShard(id, shard)).length;
      expect(Math.abs(size - ids.length / count)).toBeLessThan(0.2 * (ids.length / count));
    }
  },
);

test('where an instance goes is the same in every release', () => {
  const of = (id: string): number => shards(4).findIndex((shard) => isInShard(id, shard)) + 1;
  expect(['a', 'b', 'c', 'fence.import.x:handleType=OPAQUE_FD'].map(of)).toEqual([3, 3, 4, 1]);
});

test.each(['', '0/3', '4/3', '1', '1/2/3', 'a/b', '1/4 2/4', '-1/3'])('%j is no shard', (text) => {
  expect(parseShard(text)).toBeUndefined();
});

test('index and count are read', () => {
  expect(parseShard('2/3')).toEqual({ index: 2, count: 3 });
});
