import { join } from 'node:path';
import {
  outputOnWindows,
  whereWindowsProgramsRun,
  windowsProgramsRun,
} from '../../../fixtures/wine/windows-program';
import { operatingSystem } from '../../handles';
import { windowsSearchPath } from '../icd-search-path';
import { readRegistry } from './registry-drivers';

const tested = windowsProgramsRun ? test : test.skip;
// What is written there would stay: Wine's registry is gone with the run.
const written = operatingSystem === 'win32' ? test.skip : tested;

tested(
  `the registry can be read, ${whereWindowsProgramsRun}`,
  () => {
    const read = JSON.parse(outputOnWindows(join(__dirname, 'registry-main.js'), 55_000));
    expect(read).toEqual({
      manifests: expect.any(Array),
      disabled: expect.any(Array),
      elevated: expect.any(Boolean),
      // Windows tells of no Wine.
      ...(operatingSystem === 'win32' && !('wine' in read)
        ? {}
        : { wine: { version: expect.stringMatching(/^\d/), system: 'Linux', release: expect.any(String) } }),
    });
  },
  60_000,
);

written(
  `the registry names drivers by display adapter, software component and list, ${whereWindowsProgramsRun}`,
  () => {
    expect(JSON.parse(outputOnWindows(join(__dirname, 'registry.native-test.js'), 55_000))).toEqual({
      nothingBefore: true,
      nothingThere: false,
      ofNoDevice: [null, []],
      elevatedAndDisabled: 5,
      again: ['SECOND.json'],
      drivers: ['für.json', 'second.json', `long-${'x'.repeat(100)}.json`, 'component.json', 'listed.json'],
      problems: ['gone.json: the library it names does not exist'],
      notes: ['off.json left out: the registry switches it off'],
    });
  },
  60_000,
);

describe('on Windows', () => {
  const registry = { manifests: ['C:\\a.json'], disabled: ['C:\\off.json'], elevated: false };

  test('a variable that names drivers hides those of the registry', () => {
    const { places, notes } = windowsSearchPath({ VK_DRIVER_FILES: 'b.json' }, registry);
    expect(places).toEqual(['b.json']);
    expect(notes).toEqual([]);
  });

  test('VK_ADD_DRIVER_FILES comes before those of the registry', () => {
    const { places } = windowsSearchPath({ VK_ADD_DRIVER_FILES: 'b.json' }, registry);
    expect(places).toEqual(['b.json', 'C:\\a.json']);
  });

  test('an elevated process trusts no variable', () => {
    const elevated = { ...registry, elevated: true };
    const { places, notes, ignored } = windowsSearchPath({ VK_DRIVER_FILES: 'b.json' }, elevated);
    expect(ignored).toBe(notes[0]);
    expect(windowsSearchPath({ VK_DRIVER_FILES: '' }, elevated).ignored).toBeUndefined();
    expect(places).toEqual(['C:\\a.json']);
    expect(notes[0]).toMatch(/^VK_DRIVER_FILES ignored: /);
  });

  test('where the registry cannot be read drivers may be there that are not found', () => {
    for (const program of [join(__dirname, 'no-such-program.js'), join(__dirname, 'registry-drivers.js')]) {
      const unread = readRegistry(program); // one that does not start, and one that prints nothing
      expect(unread).toMatchObject({ manifests: [], disabled: [], elevated: false });
      const { complete, notes } = windowsSearchPath({}, unread);
      expect(complete).toBe(false);
      expect(notes).toEqual([
        expect.stringMatching(/^the drivers that the registry names were not found: .*\(.+\)$/),
      ]);
    }
    expect(windowsSearchPath({ VK_DRIVER_FILES: 'b.json' }, readRegistry('none.js')).notes).toEqual([]);
  });
});
