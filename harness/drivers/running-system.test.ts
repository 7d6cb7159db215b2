import { systemUnderWine } from './running-system';

test('Wine does not pass as Windows, nor what it gives itself out as for a kernel', () => {
  expect(systemUnderWine({ version: '8.0', system: 'Linux', release: '6.12' })).toEqual({
    os: 'Wine 8.0 on Linux',
    kernel: '6.12',
    isWine: true,
  });
});
