import { firstDifference } from './first-difference';

test.each([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, undefined],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }, { place: 'a.b[1]', before: '2', after: '3' }],
  [{ a: [1] }, { a: [1, 'x'] }, { place: 'a[1]', before: 'nothing', after: '"x"' }],
  [{ a: [] }, { a: {} }, { place: 'a', before: '[]', after: '{}' }],
  [{ a: null }, { a: 'x' }, { place: 'a', before: 'null', after: '"x"' }],
  [1, 2, { place: '', before: '1', after: '2' }],
])('%j and %j', (before, after, found) => {
  expect(firstDifference(before, after)).toEqual(found);
});

test('a long value is cut', () => {
  expect(firstDifference('x'.repeat(200), '')?.before).toHaveLength(80);
});
