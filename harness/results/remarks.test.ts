import { builtInRemark, guestRemark, remarkLines, remarksOn, wineRemark } from './remarks';

const system = { os: 'Linux', isWine: false };

test('a built-in driver is always remarked on, another only where nobody named it', () => {
  expect(remarksOn({ builtIn: false }, { unasked: [], inGuest: false, system })).toEqual([]);
  expect(remarksOn({ builtIn: false }, { unasked: ['There was none.'], inGuest: false, system })).toEqual([
    'There was none.',
  ]);
  expect(remarksOn({ builtIn: true }, { unasked: [], inGuest: false, system })).toEqual([builtInRemark()]);
  expect(remarksOn({ builtIn: true }, { unasked: ['There was none.'], inGuest: false, system })).toEqual([
    'There was none.',
    builtInRemark(),
  ]);
});

test('a fault is remarked on', () => {
  expect(remarksOn({ builtIn: false, fault: 'odd' }, { unasked: [], inGuest: false, system })).toEqual([
    'The driver was made to misbehave: it ran under the fault odd.',
  ]);
});

test('Wine is remarked on', () => {
  const underWine = { os: 'Wine 8.0 on Linux', isWine: true };
  expect(remarksOn({ builtIn: true }, { unasked: [], inGuest: true, system: underWine })).toEqual([
    guestRemark,
    wineRemark('Wine 8.0 on Linux'),
    builtInRemark(),
  ]);
});

test('where another driver comes from is told as it is on each system', () => {
  expect(builtInRemark('linux')).toMatch(/fetch lavapipe/);
  expect(builtInRemark('win32')).toMatch(/; --icd takes the manifest of a driver\.$/);
});

test('a remark is told once, with the drivers that it is about', () => {
  const of = (name: string, ...remarks: readonly string[]) => ({ driver: { name }, remarks });
  expect(remarkLines([of('a', 'One.', 'Two.'), of('b'), of('c', 'Two.')])).toEqual(['a: One.', 'a, c: Two.']);
});
