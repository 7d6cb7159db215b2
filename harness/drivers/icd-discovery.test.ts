import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discoverDrivers, findLoader, InvalidManifest, readManifest } from './icd-discovery';
import { readMachine } from './icd-manifest';
import { linuxSearchPath } from './icd-search-path';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icd-discovery-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The first bytes of a library for a machine: enough to tell what it is for. */
function library(
  path: string,
  machine = { x64: 62, arm64: 183, ia32: 3 }[process.arch as 'x64'] ?? 62,
): string {
  const header = Buffer.alloc(64);
  header.write('\x7fELF', 'latin1');
  header[5] = 1;
  header.writeUInt16LE(machine, 18);
  return write(path, header);
}

function write(path: string, content: string | Buffer): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function manifest(
  path: string,
  icd: Record<string, unknown> = {},
  top: Record<string, unknown> = {},
): string {
  const ICD = { library_path: 'libvulkan_test.so', api_version: '1.3.230', ...icd };
  return write(path, JSON.stringify({ file_format_version: '1.0.1', ...top, ICD }));
}

function files(environment: Record<string, string>, elevated = false): string[] {
  return discoverDrivers({ environment, elevated }).drivers.map((driver) => driver.file);
}

describe('where manifests are looked for', () => {
  test('the standard folders, in the order of the loader', () => {
    expect(linuxSearchPath({ HOME: '/home/me' }, false).places).toEqual([
      '/home/me/.config/vulkan/icd.d',
      '/etc/xdg/vulkan/icd.d',
      '/etc/vulkan/icd.d',
      '/home/me/.local/share/vulkan/icd.d',
      '/usr/local/share/vulkan/icd.d',
      '/usr/share/vulkan/icd.d',
    ]);
  });

  test('the XDG variables replace their defaults, empty ones and empty items do not count', () => {
    const environment = {
      HOME: '/home/me',
      XDG_CONFIG_HOME: '/c',
      XDG_CONFIG_DIRS: '/d::/e',
      XDG_DATA_HOME: '',
      XDG_DATA_DIRS: '/f',
    };
    expect(
      linuxSearchPath(environment, false).places.map((place) => place.replace('/vulkan/icd.d', '')),
    ).toEqual(['/c', '/d', '/e', '/etc', '/home/me/.local/share', '/f']);
  });

  test('VK_DRIVER_FILES outweighs VK_ICD_FILENAMES, which outweighs the rest', () => {
    const first = manifest('first.json');
    const second = manifest('second.json');
    const third = manifest('third.json');
    const all = { VK_DRIVER_FILES: first, VK_ICD_FILENAMES: second, VK_ADD_DRIVER_FILES: third };
    expect(files(all)).toEqual([first]);
    expect(discoverDrivers({ environment: all, elevated: false }).notes).toEqual([
      'VK_ADD_DRIVER_FILES ignored: VK_DRIVER_FILES is set',
      'VK_ICD_FILENAMES ignored: VK_DRIVER_FILES is set',
    ]);
    expect(files({ VK_ICD_FILENAMES: second, VK_ADD_DRIVER_FILES: third })).toEqual([second]);
  });

  test('VK_ADD_DRIVER_FILES comes before the standard folders and hides none', () => {
    const standard = manifest('data/vulkan/icd.d/standard.json');
    const added = manifest('added/driver.json');
    const environment = { XDG_DATA_DIRS: join(folder, 'data'), VK_ADD_DRIVER_FILES: added };
    expect(files(environment).filter((file) => file.startsWith(folder))).toEqual([added, standard]);
  });

  test('a variable may name folders, a manifest counts once, other files are passed over', () => {
    const one = manifest('drivers/one.json');
    const two = manifest('drivers/two.json');
    write('drivers/readme.txt', 'not a manifest');
    expect(
      files({ VK_DRIVER_FILES: `${two}:${join(folder, 'drivers')}:${one}:${join(folder, 'absent')}` }),
    ).toEqual([two, one]);
  });

  test('a variable that is set and empty hides every driver, and the notes say so', () => {
    const found = discoverDrivers({ environment: { VK_DRIVER_FILES: '', HOME: folder }, elevated: false });
    expect(found.searched).toEqual([]);
    expect(found.notes).toEqual([
      'VK_DRIVER_FILES is set and empty, so that no driver is looked for; unset it to look for all',
    ]);
  });

  test('a process with raised privileges trusts no variable', () => {
    const named = manifest('named.json');
    const found = discoverDrivers({ environment: { VK_DRIVER_FILES: named, HOME: folder }, elevated: true });
    expect(found.searched).not.toContain(named);
    expect(found.searched.some((place) => place.startsWith(folder))).toBe(false);
    expect(found.notes[0]).toMatch(/^VK_DRIVER_FILES ignored: /);
  });
});

describe('filters', () => {
  const environment = () => ({ VK_DRIVER_FILES: join(folder, 'icd.d') });
  const names = (extra: Record<string, string>) =>
    files({ ...environment(), ...extra }).map((file) => file.slice(join(folder, 'icd.d/').length));
  beforeEach(() => {
    for (const name of ['intel_icd.json', 'lvp_icd.json', 'nvidia_icd.json']) manifest(`icd.d/${name}`);
  });

  test.each([
    [{ VK_LOADER_DRIVERS_SELECT: 'LVP*' }, ['lvp_icd.json']],
    [{ VK_LOADER_DRIVERS_SELECT: '*vidia*,intel_icd.json' }, ['intel_icd.json', 'nvidia_icd.json']],
    [{ VK_LOADER_DRIVERS_SELECT: 'nvidia' }, []],
    [{ VK_LOADER_DRIVERS_DISABLE: '*l_icd.json' }, ['lvp_icd.json', 'nvidia_icd.json']],
    [{ VK_LOADER_DRIVERS_DISABLE: '~all~' }, []],
    [{ VK_LOADER_DRIVERS_DISABLE: '*', VK_LOADER_DRIVERS_SELECT: 'lvp*' }, ['lvp_icd.json']],
    // A star inside a pattern is an ordinary character to the loader.
    [{ VK_LOADER_DRIVERS_DISABLE: 'n*_icd.json' }, ['intel_icd.json', 'lvp_icd.json', 'nvidia_icd.json']],
  ])('%j', (extra, expected) => {
    expect(names(extra as unknown as Record<string, string>)).toEqual(expected);
  });

  test('what is left out is told', () => {
    const notes = discoverDrivers({
      environment: { ...environment(), VK_LOADER_DRIVERS_DISABLE: 'lvp*' },
      elevated: false,
    }).notes;
    expect(notes).toEqual([`${join(folder, 'icd.d/lvp_icd.json')} left out by VK_LOADER_DRIVERS_DISABLE`]);
  });
});

describe('what a manifest says', () => {
  test('a library path with a folder is relative to the manifest, a bare name is left to the dynamic linker', () => {
    const relative = library('lib/libvulkan_a.so');
    expect(
      readManifest(manifest('icd.d/a.json', { library_path: '../lib/libvulkan_a.so' })).libraryPath,
    ).toBe(relative);
    expect(readManifest(manifest('icd.d/b.json', { library_path: relative })).libraryPath).toBe(relative);
    expect(readManifest(manifest('icd.d/c.json')).libraryPath).toBe('libvulkan_test.so');
  });

  test('every field is read', () => {
    const file = manifest('full.json', { library_arch: '64', is_portability_driver: true });
    expect(readManifest(file)).toEqual({
      file,
      libraryPath: 'libvulkan_test.so',
      apiVersion: '1.3.230',
      fileFormatVersion: '1.0.1',
      libraryArch: '64',
      isPortabilityDriver: true,
    });
  });

  test.each([
    ['{', 'it is not JSON'],
    ['[]', /^the manifest: /],
    ['{"ICD":{"library_path":"x","api_version":"1.0"}}', /^file_format_version: /],
    ['{"file_format_version":"1.0.0","ICD":{"api_version":"1.0"}}', /^ICD\.library_path: /],
    ['{"file_format_version":"1.0.0","ICD":{"library_path":"x"}}', /^ICD\.api_version: /],
    ['{"file_format_version":"1.0.0","ICD":{"library_path":"x","api_version":"new"}}', /must be a version/],
    ['{"file_format_version":"1.0.0","ICD":{"library_path":"x","api_version":"1.1.2.3"}}', /variant 0/],
    ['{"file_format_version":"1.0.0","ICD":{"library_path":"./x.so","api_version":"1.1"}}', /does not exist/],
  ])('a broken manifest is a problem, never an exception: %s', (text, problem) => {
    const file = write('broken.json', text);
    const found = discoverDrivers({ environment: { VK_DRIVER_FILES: file }, elevated: false });
    expect(found.drivers).toEqual([]);
    expect(found.problems).toEqual([
      {
        file,
        problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
        otherArchitecture: false,
        noLibrary: String(problem).includes('does not exist'),
      },
    ]);
    expect(() => readManifest(file)).toThrow(InvalidManifest);
  });

  test('a manifest that is not there', () => {
    const file = join(folder, 'absent.json');
    expect(() => readManifest(file)).toThrow(`${file} is no usable ICD manifest: there is no such file`);
    expect(() => readManifest(folder)).toThrow('it is a folder; name the .json file in it');
  });

  test('libraries of Windows tell their architecture', () => {
    const ofMachine = (machine: number) => {
      const header = Buffer.alloc(128);
      header.write('MZ', 'latin1');
      header.writeUInt32LE(64, 60);
      header.write('PE\0\0', 64, 'latin1');
      header.writeUInt16LE(machine, 68);
      return readMachine(write(`${machine}.dll`, header));
    };
    expect([0x8664, 0xaa64, 0x14c, 0x1234].map(ofMachine)).toEqual(
      ['x64', 'arm64', 'ia32', 'PE machine 4660'].map((machine) => ({ machine })),
    );
  });

  test('drivers for another architecture are notes', () => {
    const other = library('lib/other.so', 20);
    const byMachine = manifest('icd.d/machine.json', { library_path: other });
    const byField = manifest('icd.d/field.json', { library_arch: '32' });
    const byName = manifest('icd.d/intel_icd.i686.json');
    const found = discoverDrivers({
      environment: { VK_DRIVER_FILES: join(folder, 'icd.d') },
      elevated: false,
    });
    expect(found.drivers).toEqual([]);
    expect(found.problems).toEqual([]);
    expect(found.notes).toEqual([
      `${byField} left out: its driver is for 32-bit processes and this one is 64-bit`,
      `${byName} left out: its driver is for 32-bit processes, going by the name of the manifest`,
      `${byMachine} left out: its driver is for ELF machine 20 and this process is ${process.arch}: ${other}`,
    ]);
  });
});

test('the loader is found through LD_LIBRARY_PATH, if it is for this machine', () => {
  const wrong = library('wrong/libvulkan.so.1', 20);
  const right = library('right/libvulkan.so.1');
  expect(findLoader({ LD_LIBRARY_PATH: `${dirname(wrong)}:${dirname(right)}` })).toBe(right);
});

describe('a machine without any driver', () => {
  const nothingThere = (environment: Record<string, string>): boolean =>
    discoverDrivers({ environment, elevated: false }).nothingThere;

  test('is one where the search was told of nothing', () => {
    expect(nothingThere({ VK_DRIVER_FILES: '' })).toBe(true);
  });

  test('is none where a manifest is there, though no driver can be loaded from it', () => {
    const file = manifest('vulkan/icd.d/absent_icd.json', { library_path: './absent.so' });
    expect(nothingThere({ VK_DRIVER_FILES: file })).toBe(false);
    expect(nothingThere({ XDG_DATA_HOME: folder })).toBe(false);
    expect(nothingThere({ XDG_DATA_HOME: folder, VK_LOADER_DRIVERS_DISABLE: '*' })).toBe(false);
  });

  test('is none where a variable names a driver that is not there', () => {
    expect(nothingThere({ VK_DRIVER_FILES: join(folder, 'absent.json') })).toBe(false);
    expect(nothingThere({ VK_DRIVER_FILES: folder })).toBe(false);
  });

  test('is none where a variable names one and is not heeded', () => {
    const environment = { VK_DRIVER_FILES: join(folder, 'absent.json'), XDG_DATA_DIRS: folder, HOME: folder };
    const found = discoverDrivers({ environment, elevated: true });
    expect(found.nothingThere).toBe(false);
    expect(found.ignored).toMatch(/^VK_DRIVER_FILES ignored: /);
    expect(found.notes).toContain(found.ignored);
  });
});
