import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashingLibrary } from '../../fixtures/misbehaving-driver/crashing-library';
import { operatingSystem } from '../handles';
import { readResults } from '../results/results-file';

const main = join(__dirname, 'main.js');
const absentCache = join(tmpdir(), 'vkextern-absent');
afterAll(() => rmSync(absentCache, { recursive: true, force: true }));

function vkextern(...words: readonly string[]): SpawnSyncReturns<string> {
  return vkexternIn({}, ...words);
}

function vkexternIn(
  changed: Readonly<Record<string, string>>,
  ...words: readonly string[]
): SpawnSyncReturns<string> {
  const environment = { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '', ...changed };
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', env: environment });
}

const [ofOther, elsewhere] =
  operatingSystem === 'win32'
    ? ['fence.sync-fd.*', /every case selected is for POSIX alone, and this is Windows/]
    : ['fence.*handleType=OPAQUE_WIN32*', /every case selected is for Windows alone, and this is POSIX/];

test.each([
  ['an empty argument', ['list', ''], /an argument is empty: is a variable unset\?/],
  ['an unknown option', ['list', '--bogus'], /Unknown argument: bogus/],
  ['an unknown option of the default command', ['--bogus'], /Unknown argument: bogus/],
  ['an unknown command', ['lists'], /no case or command matches lists; close to it: /],
  [
    'a case that does not exist',
    ['list', 'fence.imprt.shared-signal'],
    /close to it: fence\.import\.shared-signal/,
  ],
  [
    'a glob whose single quotes are part of it',
    ['list', "'fence.import.*'"],
    /no case matches 'fence\.import\.\*'; the single quotes arrived as part of it: .*double ones, "fence\.import\.\*"$/m,
  ],
  [
    'a requirement named as a case',
    ['list', 'memory.dma-buf*'],
    /no case matches memory\.dma-buf\*, but requirements do: --requirement (['"])memory\.dma-buf\*\1 takes/,
  ],
  ['cases of another platform', ['run', ofOther, '--driver', 'reference'], elsewhere],
  ['an unknown class', ['list', '--class', 'odd'], /Invalid values.*Choices/],
  [
    'a requirement that does not exist',
    ['list', '--requirement', 'fence.no'],
    /no requirement matches fence\.no; close/,
  ],
  ['an unknown requirement', ['requirements', 'nothing.*'], /no requirement matches nothing\.\*/],
  ['an unknown area', ['requirements', '--area', 'odd'], /Invalid values/],
  ['an unknown fixture', ['fetch', 'lavapip'], /nothing to fetch is called lavapip; close to it: lavapipe/],
  ['jobs that are no number', ['--jobs', 'x'], /--jobs takes one whole number above zero/],
  ['jobs given twice', ['--jobs', '1', '--jobs', '1'], /--jobs is given twice/],
  ['seconds given twice', ['--timeout', '20', '--timeout', '1'], /--timeout is given twice/],
  ['no time at all', ['--timeout', '0'], /--timeout takes one number of seconds above zero/],
  ['a limit of no guest', ['--guest-limit', '60'], /--guest-limit does nothing without --in-guest/],
  ['a shard beyond the last', ['--shard', '4/3'], /--shard takes index\/count/],
  ['an option without its value', ['--reports'], /Not enough arguments following: reports/],
  ['a pattern that is none', ['-t', '['], /--test-name-pattern: Invalid regular expression/],
  [
    'a selection that leaves nothing',
    ['list', 'fence.*', '--requirement', 'memory.*'],
    /no case|no requirement/,
  ],
])('%s is one line and exit code 2', (_what, words, message) => {
  const { status, stdout, stderr } = vkextern(...words);
  expect(stderr).toMatch(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

describe('a manifest named with --icd', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-icd-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function manifest(libraryPath: string): string {
    const file = join(folder, 'odd_icd.json');
    const ICD = { library_path: libraryPath, api_version: '1.3.0' };
    writeFileSync(file, JSON.stringify({ file_format_version: '1.0.0', ICD }));
    return file;
  }
  const run = (icd: string, ...words: readonly string[]) =>
    vkextern('run', 'fence.*', '--icd', icd, '--direct', '--reports', join(folder, 'reports'), ...words);

  test.each([
    ['that is not there', 2, () => join(folder, 'absent.json'), /^vkextern: there is no file .*absent\.json/],
    [
      'whose library is not there',
      3,
      () => manifest('./absent.so'),
      /^vkextern: .*the library it names does not exist: .*absent\.so$/,
    ],
  ])('%s is one line and exit code %i', (_what, code, icd, line) => {
    const { status, stdout, stderr } = run(icd());
    expect(stderr.trimEnd()).toMatch(line);
    expect([stdout, status]).toEqual(['', code]);
  });

  test('a library that crashes when it is loaded has its reports, a line, and exit code 1', () => {
    writeFileSync(join(folder, 'crashing.so'), crashingLibrary());
    const { status, stdout } = run(manifest('./crashing.so'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^CRASH of odd, asked for its devices: the probe died of SIG/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 driver could not be asked for devices.');
    const { problem, devices } = readResults(join(folder, 'reports/odd/results.json'));
    expect(problem).toEqual({
      status: 'crash',
      message: expect.stringMatching(/^the probe died of SIG(SEGV|BUS)/),
    });
    expect(devices).toEqual([]);
    const check = join(__dirname, '../results/check-junit.js');
    expect(spawnSync(process.execPath, [check, join(folder, 'reports/odd')]).status).toBe(0);
  });

  test('a library that crashes when it is loaded is another driver than was expected, but by its name', () => {
    writeFileSync(join(folder, 'crashing.so'), crashingLibrary());
    const { status, stdout, stderr } = run(manifest('./crashing.so'), '--expect-driver', 'NVIDIA');
    expect(stderr).toMatch(
      /^vkextern: odd is "odd", and --expect-driver asks for "NVIDIA": nothing was run; crash of odd, asked for its devices: the probe died of SIG\S+.*\n$/,
    );
    expect([stdout, status]).toEqual(['', 3]);
    expect(run(manifest('./crashing.so'), '--expect-driver', 'odd').status).toBe(1);
  });
});

describe('where this machine has no driver', () => {
  const oneCase = 'fence.import.shared-signal:*reach=device*';
  const noHardware =
    /^reference: No hardware and no vendor\u2019s driver is tested here, .*(`npx vkextern fetch lavapipe`|--icd takes)/m;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-none-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (changed: Readonly<Record<string, string>>, ...words: readonly string[]) =>
    vkexternIn({ VK_DRIVER_FILES: '', ...changed }, 'run', oneCase, '--reports', folder, ...words);
  const remarks = () =>
    readResults(join(folder, 'reference/results.json')).remarks.filter(
      (remark) => !remark.startsWith('It ran under Wine'),
    );

  test('a run is one on the reference driver, and every report says so', () => {
    const { status, stdout, stderr } = run({});
    expect(stderr).toMatch(noHardware);
    expect(stderr).toMatch(/^reference: No Vulkan driver was found on this machine\.$/m);
    expect(stdout).toMatch(noHardware);
    expect(stdout).toMatch(/^No unexpected outcome in the \d+ that ran and decide\.$/m);
    expect(remarks()).toEqual([
      'No Vulkan driver was found on this machine.',
      expect.stringMatching(/^No hardware and no vendor/),
    ]);
    expect(readFileSync(join(folder, 'reference/junit.xml'), 'utf8')).toMatch(
      /<system-out>No Vulkan driver was found[^<]*No hardware and no vendor/,
    );
    const check = join(__dirname, '../results/check-junit.js');
    expect(spawnSync(process.execPath, [check, join(folder, 'reference')]).status).toBe(0);
    expect(status).toBe(0);
  });

  test('a run on the reference driver that was named says the same of hardware', () => {
    expect(run({}, '--driver', 'reference').stdout).toMatch(noHardware);
    expect(remarks()).toEqual([expect.stringMatching(/^No hardware and no vendor/)]);
  });

  test('a fetch that fails is told in the reports of the run that takes its place', () => {
    const { status, stdout } = run(
      { PATH: folder, VKEXTERN_CACHE: join(folder, 'cache') },
      '--fetch-if-none',
    );
    const why = 'Fetching a driver failed: lavapipe: apt-get is not on this machine';
    expect(stdout).toContain(`reference: ${why}`);
    expect(remarks()).toContainEqual(expect.stringContaining(why));
    expect(status).toBe(0);
  });

  test.each([
    ['--no-reference is given', {}, ['--no-reference']],
    ['a device is named', {}, ['--device', 'odd*']],
    ['a variable names a driver that is not there', { VK_DRIVER_FILES: '/absent/odd_icd.json' }, []],
    [
      'the fetch fails and --no-reference is given',
      { PATH: '/absent', VKEXTERN_CACHE: absentCache },
      ['--fetch-if-none', '--no-reference'],
    ],
  ])('there is no run where %s: exit code 3', (_what, changed, words) => {
    const { status, stdout, stderr } = run(changed, ...words);
    expect(stderr).toMatch(/^vkextern: (no Vulkan device here; |lavapipe: apt-get is not on this machine)/m);
    expect([stdout, status]).toEqual(['', 3]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('devices has none, and names what is built in', () => {
    const { status, stdout } = vkexternIn({ VK_DRIVER_FILES: '' }, 'devices');
    expect(stdout).toMatch(/^Built in, models .*: reference, reference-other-choices, /m);
    expect(status).toBe(3);
  });
});

test.each([
  ['temporary files', 'TMPDIR', '/absent'],
  ['the cache', 'VKEXTERN_CACHE', '/proc/absent'],
])('no room for %s is one line that names %s, and exit code 4', (_what, variable, folder) => {
  const { status, stderr } = vkexternIn(
    { [variable]: folder },
    'run',
    'fence.create.*',
    '--driver',
    'reference',
  );
  expect(stderr).toMatch(
    new RegExp(`the folder ${folder}.* cannot be written: .*; name another with ${variable}`),
  );
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(status).toBe(4);
});

test('list tells of each case what it proves and varies', () => {
  const { status, stdout, stderr } = vkextern('list', 'fence.import.shared-signal');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/fence\.import\.shared-signal \(conformance, posix/);
  expect(stdout).toMatch(/proves fence\.import\.shared-signal/);
  expect(stdout).toMatch(/over handleType=OPAQUE_FD/);
  expect(stdout).toMatch(/1 case with \d+ instances in 1 suite: \d+ posix, \d+ win32$/m);
});

test('every instance that list names selects itself alone', () => {
  const all = vkextern('list', '--instances').stdout.trim().split('\n');
  expect(new Set(all).size).toBe(all.length);
  for (const id of [all[0], all[Math.floor(all.length / 2)], all.at(-1)]) {
    expect(vkextern('list', '--instances', String(id)).stdout).toBe(`${id}\n`);
  }
});

test('list and requirements agree on what is proved', () => {
  const cases = JSON.parse(vkextern('list', '--json').stdout) as { id: string; requirements: string[] }[];
  const catalogue = JSON.parse(vkextern('requirements', '--json').stdout) as {
    id: string;
    provedBy: string[];
  }[];
  const fromCases = cases.flatMap(({ id, requirements }) => requirements.map((proved) => `${proved} ${id}`));
  const fromCatalogue = catalogue.flatMap(({ id, provedBy }) => provedBy.map((owner) => `${id} ${owner}`));
  expect(fromCatalogue.sort()).toEqual(fromCases.sort());
  const missing = JSON.parse(vkextern('requirements', '--missing', '--json').stdout) as {
    id: string;
    platform: string;
    testable: boolean;
    provedBy: string[];
    missingOn: string[];
  }[];
  // What is missing on a platform is asked for there; what has no case at all is missing wherever it is asked for.
  const everywhere = (platform: string) => (platform === 'any' ? ['posix', 'win32'] : [platform]);
  for (const { platform, testable, provedBy, missingOn } of missing) {
    expect(testable).toBe(true);
    expect(missingOn.length).toBeGreaterThan(0);
    expect(everywhere(platform)).toEqual(expect.arrayContaining(missingOn));
    if (provedBy.length === 0) expect(missingOn).toEqual(everywhere(platform));
  }
});

test('requirements ends with totals that add up', () => {
  const { stdout } = vkextern('requirements', '--area', 'fence');
  const totals =
    /in all: (\d+) requirements: (\d+) proved by a case(?: \(\d+ on one platform of two\))?, (\d+) by none, (\d+) that no test/.exec(
      stdout,
    );
  const [all, ...parts] = (totals ?? []).slice(1).map(Number);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  expect(all).toBeGreaterThan(0);
});

test('a reader that goes away early is no error', async () => {
  const child = spawn(process.execPath, [main, 'requirements', '--json']);
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, stderr]).toEqual([0, '']);
});
