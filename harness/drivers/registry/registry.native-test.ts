/** Prints as JSON what is found of drivers that stand in the registry. It writes there: for a prefix of Wine's alone. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { discoverDrivers } from '../icd-discovery';
import { systemDevices } from './device-tree';

const listed = 'HKLM\\SOFTWARE\\Khronos\\Vulkan\\Drivers';
const classes = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Class';
const adapters = `${classes}\\{4d36e968-e325-11ce-bfc1-08002be10318}`;
const components = `${classes}\\{5c4c3332-344d-483c-8739-259e934c9cc8}`;

function add(key: string, name: string, kind: string, data: string): void {
  const finished = spawnSync('reg', ['add', key, '/v', name, '/t', kind, '/d', data, '/f']);
  if (finished.status !== 0) throw new Error(`reg add ${key}: ${finished.stdout}${finished.stderr}`);
}

function manifest(name: string, library = 'vulkan_test.dll'): string {
  const file = join(tmpdir(), `${name}.json`);
  const ICD = { library_path: library, api_version: '1.3.230' };
  writeFileSync(file, JSON.stringify({ file_format_version: '1.0.1', ICD }));
  return file;
}

/** So long that no value with it has its place in the room that is tried first. */
const longName = `long-${'x'.repeat(100)}`;

/** In a process that reads the registry afresh. */
if (process.argv[2] === 'found') {
  const { drivers, problems, notes, nothingThere } = discoverDrivers({ environment: {} });
  const shouted = join(tmpdir(), 'second').toUpperCase();
  const again = discoverDrivers({ environment: { VK_ADD_DRIVER_FILES: `${shouted}.json` }, elevated: false });
  const filter = { VK_LOADER_DRIVERS_DISABLE: '*' };
  const elevatedAndDisabled = discoverDrivers({ environment: filter }).drivers.length;
  const devices = systemDevices();
  const noDevice = 4321;
  const facts = {
    ofNoDevice: [devices?.valuesOf(noDevice), devices?.componentsOf(noDevice)],
    elevatedAndDisabled,
    nothingThere,
    again: again.drivers.map(({ file }) => basename(file)).filter((name) => /^second/i.test(name)),
    drivers: drivers.map(({ file }) => basename(file)),
    problems: problems.map(({ file, problem }) => `${basename(file)}: ${problem.replace(/:.*/, '')}`),
    notes: notes.map((note) => note.replace(/^.*\\/, '')),
  };
  console.log(JSON.stringify(facts));
} else {
  const before = discoverDrivers({ environment: {} });
  add(listed, manifest('listed'), 'REG_DWORD', '0');
  add(listed, manifest('off'), 'REG_DWORD', '1');
  add(listed, manifest('gone', '.\\gone.dll'), 'REG_DWORD', '0');
  add(listed, manifest('listed').toUpperCase().replace(/JSON$/, 'json'), 'REG_DWORD', '0');
  add(listed, manifest(longName), 'REG_DWORD', '0');
  add(
    `${adapters}\\0000`,
    'VulkanDriverName',
    'REG_MULTI_SZ',
    `${manifest('für')}\\0${manifest('second')}\\0${manifest(longName)}`,
  );
  add(`${components}\\0003`, 'VulkanDriverName', 'REG_SZ', manifest('component'));
  add(`${components}\\Properties`, 'VulkanDriverName', 'REG_SZ', manifest('no-device'));
  const after = spawnSync(process.execPath, [__filename, 'found'], { encoding: 'utf8' });
  console.log(JSON.stringify({ nothingBefore: before.nothingThere, ...JSON.parse(after.stdout) }));
}
