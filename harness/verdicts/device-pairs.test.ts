import { devicesOf } from './compared-run';
import { resultsOf, runOf, type SampleDevice } from './compared-sample';
import { pairDevices } from './device-pairs';

const device = (deviceName: string, deviceUUID: string, more: Partial<SampleDevice['identity']> = {}) => ({
  outcomes: [],
  identity: { deviceName, deviceUUID, ...more },
});

type Side = Readonly<Record<string, readonly SampleDevice[]>>;

function pairs(before: Side, after: Side, chosen: readonly string[] = []): readonly string[] {
  const devices = (side: Side) =>
    devicesOf(runOf(...Object.entries(side).map(([driver, list]) => resultsOf(driver, ...list))));
  return pairDevices(devices(before), devices(after), chosen).map(
    ({ before: one, after: other, matchedBy }) =>
      `${one?.device.key ?? '-'} = ${other?.device.key ?? '-'} by ${matchedBy ?? 'nothing'}`,
  );
}

test('a device whose name and deviceUUID contain versions is found again', () => {
  expect(
    pairs(
      { lvp: [device('llvmpipe (LLVM 19.1.7, 256 bits)', 'aa')] },
      { sid: [device('llvmpipe (LLVM 22.1.8, 256 bits)', 'bb')] },
    ),
  ).toEqual(['lvp/llvmpipe (LLVM 19.1.7, 256 bits) = sid/llvmpipe (LLVM 22.1.8, 256 bits) by name']);
});

test('two that are called alike stay apart by their deviceUUID, in whatever order they come', () => {
  expect(
    pairs(
      { drv: [device('GPU', 'aa'), device('GPU', 'bb', { deviceType: 'other' })] },
      { drv: [device('GPU', 'bb'), device('GPU', 'aa')] },
    ),
  ).toEqual(['drv/GPU = drv/GPU by deviceUUID and name', 'drv/GPU = drv/GPU by deviceUUID and name']);
});

test('two that nothing tells apart are not guessed', () => {
  expect(
    pairs(
      { drv: [device('GPU', 'aa'), device('GPU', 'bb')] },
      { drv: [device('GPU', 'cc'), device('GPU', 'dd')] },
    ),
  ).toEqual([
    'drv/GPU = - by nothing',
    'drv/GPU = - by nothing',
    '- = drv/GPU by nothing',
    '- = drv/GPU by nothing',
  ]);
});

test('the only device of each is a pair whatever it is, unless several drivers are compared', () => {
  const [one, other] = [device('one', 'aa'), device('other', 'bb', { vendorID: 7 })];
  expect(pairs({ a: [one] }, { b: [other] })).toEqual(['a/one = b/other by being the only one']);
  expect(pairs({ a: [one], c: [one] }, { b: [other], c: [one] })).toEqual([
    'a/one = - by nothing',
    'c/one = c/one by deviceUUID and name',
    '- = b/other by nothing',
  ]);
});

test('a card that was put in another slot is the same by its ids', () => {
  const card = { vendorID: 1, deviceID: 2 };
  expect(
    pairs(
      { drv: [device('old name', 'aa', card), device('other', 'bb', { vendorID: 3 })] },
      { drv: [device('other', 'bb', { vendorID: 3 }), device('new name', 'cc', card)] },
    ),
  ).toEqual([
    'drv/old name = drv/new name by vendorID and deviceID',
    'drv/other = drv/other by deviceUUID and name',
  ]);
});

test('--device keeps what it names on either side, and makes a pair of what is left', () => {
  const before = { a: [device('one', 'aa'), device('two', 'bb')] };
  const after = { a: [device('one', 'aa'), device('three', 'cc', { vendorID: 9 })] };
  expect(pairs(before, after, ['one'])).toEqual(['a/one = a/one by deviceUUID and name']);
  expect(pairs(before, after, ['two', 'CC'])).toEqual(['a/two = a/three by being the only one']);
  expect(pairs(before, after, ['a/t*'])).toEqual(['a/two = a/three by being the only one']);
});
