import { otherDriversOn } from './devices';
import { fixturesRunOn, requireFixtures } from './fixture-platform';

test('what takes something fetched is refused on Windows, by the name of what was asked for', () => {
  expect(() => requireFixtures('--validate', 'its layer is fetched there', 'win32')).toThrow(
    '--validate is for Linux: its layer is fetched there',
  );
  expect(() => requireFixtures('--validate', 'its layer is fetched there', 'linux')).not.toThrow();
  expect(fixturesRunOn('linux')).toBe(true);
});

test('nobody on Windows is told to fetch a driver', () => {
  expect(otherDriversOn('linux')).toMatch(/fetch/);
  expect(otherDriversOn('win32')).not.toMatch(/fetch/);
});
