import { builtInRemark, remarkLines, remarksOn } from './remarks';

test('a built-in driver is always remarked on, another only where nobody named it', () => {
  expect(remarksOn({ builtIn: false }, { unasked: [], inGuest: false })).toEqual([]);
  expect(remarksOn({ builtIn: false }, { unasked: ['There was none.'], inGuest: false })).toEqual([
    'There was none.',
  ]);
  expect(remarksOn({ builtIn: true }, { unasked: [], inGuest: false })).toEqual([builtInRemark]);
  expect(remarksOn({ builtIn: true }, { unasked: ['There was none.'], inGuest: false })).toEqual([
    'There was none.',
    builtInRemark,
  ]);
});

test('a fault is remarked on', () => {
  expect(remarksOn({ builtIn: false, fault: 'odd' }, { unasked: [], inGuest: false })).toEqual([
    'The driver was made to misbehave: it ran under the fault odd.',
  ]);
});

test('a remark is told once, with the drivers that it is about', () => {
  const of = (name: string, ...remarks: readonly string[]) => ({ driver: { name }, remarks });
  expect(remarkLines([of('a', 'One.', 'Two.'), of('b'), of('c', 'Two.')])).toEqual(['a: One.', 'a, c: Two.']);
});
