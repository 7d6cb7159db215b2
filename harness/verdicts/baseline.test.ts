import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseBaseline, readBaseline } from './baseline';
import { BaselineSet } from './baseline-set';

const good = `# Expected outcomes of lavapipe that are not pass.
driver: lavapipe
expected:
  - cases: [fence.export-sync-fd.minus-one-scope:*]
    status: fail
    reason: a pending fence exports as -1
    link: https://example.org/1
    until: 2027-01-31
    devices: [llvmpipe*]
  - cases: memory.*:*handleType=DMA_BUF*
    status: skip
    because: the device does not offer VK_EXT_external_memory_dma_buf
  - cases:
      - memory.import.at-once:*
    status: [fail, pass]
    reason: threads refuse each other
`;

test('what an entry says', () => {
  const { driver, entries } = parseBaseline('some.yaml', good);
  expect(driver).toBe('lavapipe');
  expect(entries).toEqual([
    {
      cases: ['fence.export-sync-fd.minus-one-scope:*'],
      statuses: ['fail'],
      reason: 'a pending fence exports as -1',
      because: undefined,
      link: 'https://example.org/1',
      until: '2027-01-31',
      devices: ['llvmpipe*'],
      line: 4,
    },
    expect.objectContaining({ cases: ['memory.*:*handleType=DMA_BUF*'], statuses: ['skip'], line: 10 }),
    expect.objectContaining({ statuses: ['fail', 'pass'], devices: undefined, line: 13 }),
  ]);
});

test('a baseline may expect that everything passes', () => {
  expect(parseBaseline('some.yaml', 'driver: one\nexpected:\n').entries).toEqual([]);
  expect(parseBaseline('some.yaml', 'driver: one\n').entries).toEqual([]);
});

test.each([
  ['no YAML', 'driver: [', /^some\.yaml:\d+: this is no YAML: /],
  [
    'a glob that YAML takes for an alias',
    'driver: a\nexpected:\n  - cases: [*fence.x]\n',
    /^some\.yaml:3: \*fence\.x is an alias in YAML, of nothing: a glob that begins with \* needs quotes$/,
  ],
  ['a key that stands twice', 'driver: a\ndriver: b\n', /^some\.yaml:2: this is no YAML: /],
  ['an empty file', '', /^some\.yaml is not a baseline: it names no driver$/],
  [
    'another file',
    '{"schemaVersion": 4, "devices": []}',
    /^some\.yaml is not a baseline: it names no driver$/,
  ],
  ['a text', 'hello', /^some\.yaml is not a baseline/],
  [
    'an unknown status',
    good.replace('status: fail\n', 'status: bad\n'),
    /^some\.yaml:5: expected\[0\]\.status.*Invalid option/,
  ],
  [
    'a case that is to be missing',
    good.replace('status: fail\n', 'status: missing\n'),
    /^some\.yaml:5: .*Invalid option/,
  ],
  [
    'an unknown key',
    good.replace('link:', 'lnik:'),
    /^some\.yaml:4: expected\[0\]: Unrecognized key: "lnik"/,
  ],
  [
    'no cases',
    good.replace('cases: memory.*:*handleType=DMA_BUF*', 'cases: []'),
    /^some\.yaml:10: expected\[1\]\.cases/,
  ],
  [
    'a day that there is not',
    good.replace('2027-01-31', '2027-02-31'),
    /^some\.yaml:8: expected\[0\]\.until: Invalid ISO date/,
  ],
  [
    'a deviation without a reason',
    good.replace('    reason: threads refuse each other\n', ''),
    /^some\.yaml:13: expected\[2\]\.reason: why this is expected must be said here$/,
  ],
  [
    'a skip without its reason',
    good.replace(/ {4}because: .*\n/, ''),
    /^some\.yaml:10: expected\[1\]\.because: the reason that a skip must have/,
  ],
])('%s is one line that names the place', (_what, content, message) => {
  const attempt = () => parseBaseline('some.yaml', content);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(
    expect.objectContaining({ name: 'ReportError', message: expect.not.stringContaining('\n') }),
  );
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vkextern-baseline-'));
    writeFileSync(join(folder, 'lavapipe.yaml'), good);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('one that is not there, or is a folder', () => {
    expect(() => readBaseline(join(folder, 'absent.yaml'))).toThrow(/absent\.yaml does not exist$/);
    expect(() => readBaseline(folder)).toThrow(/^cannot read .*: EISDIR/);
    expect(() => new BaselineSet(join(folder, 'absent'))).toThrow(/^the baseline .*absent does not exist$/);
  });

  test('a file is about the drivers that it names', () => {
    const file = join(folder, 'any.yaml');
    writeFileSync(file, good.replace('driver: lavapipe', 'driver: lavapipe*'));
    expect(new BaselineSet(file).of('lavapipe-sid')?.driver).toBe('lavapipe*');
    expect(new BaselineSet(file).of('swiftshader')).toBe(undefined);
  });

  test('a folder has a file for each driver', () => {
    const set = new BaselineSet(folder);
    expect(set.of('lavapipe')?.file).toBe(join(folder, 'lavapipe.yaml'));
    expect(set.of('swiftshader')).toBe(undefined);
    writeFileSync(join(folder, 'other.yaml'), good);
    expect(() => new BaselineSet(folder).of('other')).toThrow(/says that it is about lavapipe/);
    mkdirSync(join(folder, 'odd.yaml'));
    expect(() => new BaselineSet(folder).of('odd')).toThrow(/^cannot read .*odd\.yaml: EISDIR/);
  });
});
