import picomatch from 'picomatch';
import { CaseGlobs, type KnownInstance } from './case-globs';

function instances(
  owner: string,
  axes: Readonly<Record<string, readonly string[]>>,
): readonly KnownInstance[] {
  let ids = [''];
  for (const [axis, values] of Object.entries(axes))
    ids = ids.flatMap((id) => values.map((value) => `${id}${id === '' ? '' : ','}${axis}=${value}`));
  return ids.map((id) => ({ id: id === '' ? owner : `${owner}:${id}`, case: owner }));
}

const signal = instances('fence.import.signal', {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  reach: ['device', 'instance', 'process'],
  command: ['submit', 'submit2'],
});
const reset = instances('fence.import.reset', {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  handle: ['event', 'eventfd'],
});
const plain = instances('memory.heap.budget', {});
const buffers = instances('memory.import.content', {
  handleType: ['OPAQUE_FD', 'DMA_BUF'],
  reach: ['device'],
});
const all = [...signal, ...reset, ...plain, ...buffers];
const globs = new CaseGlobs(all);

const idsWith = (...parts: readonly string[]) =>
  new Set(all.filter(({ id }) => parts.every((part) => id.includes(part))).map(({ id }) => id));

test.each([
  ['a whole case', idsWith('fence.import.signal'), ['fence.import.signal:*']],
  [
    'one value of its first axis',
    idsWith('fence.import.signal', 'SYNC_FD'),
    ['fence.import.signal:handleType=SYNC_FD,*'],
  ],
  [
    'one of an axis in the middle',
    idsWith('signal', 'reach=process'),
    ['fence.import.signal:*,reach=process,*'],
  ],
  ['one of its last axis', idsWith('signal', 'command=submit2'), ['fence.import.signal:*,command=submit2']],
  [
    'two values together',
    idsWith('signal', 'SYNC_FD', 'reach=device'),
    ['fence.import.signal:handleType=SYNC_FD,reach=device,*'],
  ],
  [
    'a value that begins another',
    new Set([...idsWith('reset')].filter((id) => id.endsWith('=event'))),
    ['fence.import.reset:*,handle=event'],
  ],
  ['a case without axes', idsWith('memory.heap.budget'), ['memory.heap.budget']],
  ['single instances', new Set([signal[0]?.id ?? '', signal[7]?.id ?? '']), [signal[0]?.id, signal[7]?.id]],
  [
    'cases one by one',
    new Set([...idsWith('reset'), ...idsWith('budget')]),
    ['fence.import.reset:*', 'memory.heap.budget'],
  ],
])('globs for %s', (_what, ids, expected) => {
  expect(globs.matching(ids, 'case')).toEqual(expected);
});

test('globs over cases, where they may', () => {
  expect(globs.matching(idsWith('fence', 'SYNC_FD'), 'cases')).toEqual([
    'fence.import.*:*handleType=SYNC_FD*',
  ]);
  expect(globs.matching(idsWith('fence'), 'cases')).toEqual(['fence.import.*']);
  expect(globs.matching(idsWith('DMA_BUF'), 'cases')).toEqual(['memory.import.content:handleType=DMA_BUF,*']);
});

test('a preferred glob is taken where it is right, and not where it reaches further', () => {
  const ids = idsWith('signal', 'SYNC_FD');
  expect(globs.matching(ids, 'case', ['fence.*.signal:*SYNC*'])).toEqual(['fence.*.signal:*SYNC*']);
  expect(globs.matching(ids, 'case', ['*SYNC*'])).toEqual(['fence.import.signal:handleType=SYNC_FD,*']);
});

test('whatever the instances are, their globs match them and no other', () => {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (const reach of ['case', 'cases'] as const) {
    for (let round = 0; round < 150; round += 1) {
      const share = random();
      const ids = new Set(all.filter(() => random() < share).map(({ id }) => id));
      const matches = globs.matching(ids, reach).map((glob) => picomatch(glob));
      const matched = all.filter(({ id }) => matches.some((one) => one(id)));
      expect(matched.map(({ id }) => id)).toEqual([...all].map(({ id }) => id).filter((id) => ids.has(id)));
    }
  }
});
