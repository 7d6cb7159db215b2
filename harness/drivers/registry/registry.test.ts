import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { windowsSearchPath } from '../icd-search-path';

const wine = resolve(__dirname, '../../../fixtures/wine/main.js');
const present = spawnSync(process.execPath, [wine, '--present']).status === 0;
const tested = present ? test : test.skip;
const where = present ? 'under Wine' : 'for lack of Wine in the cache (npm run wine -- --fetch)';

tested(
  `drivers are found by display adapter, software component and list, ${where}`,
  () => {
    const script = resolve(__dirname, 'registry.native-test.js');
    const finished = spawnSync(process.execPath, [wine, '--script', script], { encoding: 'utf8' });
    expect(JSON.parse(finished.stdout)).toEqual({
      nothingBefore: true,
      nothingThere: false,
      drivers: ['für.json', 'second.json', 'component.json', 'listed.json'],
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
    const { places, notes } = windowsSearchPath({ VK_DRIVER_FILES: 'b.json' }, elevated);
    expect(places).toEqual(['C:\\a.json']);
    expect(notes[0]).toMatch(/^VK_DRIVER_FILES ignored: /);
  });
});
