import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { writeJunit } from './junit';
import { writeResults } from './results-file';
import { nastyText, sampleResults } from './results-sample';

let folder: string;
let junit: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-junit-test-'));
  junit = join(folder, 'junit.xml');
  writeResults(join(folder, 'results.json'), sampleResults());
  await writeJunit(junit, sampleResults());
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The reader is an ES module, which Jest's sandbox does not load. */
function check(): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(__dirname, 'check-junit.js'), folder], { encoding: 'utf8' });
}

function edit(change: (xml: string) => string): void {
  const before = readFileSync(junit, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(junit, after);
}

test('an independent reader finds every outcome of every status', () => {
  const { status, stdout, stderr } = check();
  expect(stderr).toBe('');
  expect(stdout).toMatch(/agrees with results\.json/);
  expect(status).toBe(0);
});

test('it is well-formed and holds no character that XML 1.0 forbids', () => {
  const xml = readFileSync(junit, 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(xml).toContain('a \\x00\\x1b[31m\\x07 &lt;b&gt; &amp; ');
  expect(xml).toContain('{title} $&amp; ');
  expect(xml).toContain('é 漢 🙂');
});

test('failures, errors, skips and warnings each have their form', () => {
  const xml = readFileSync(junit, 'utf8');
  expect(xml).toMatch(/<failure message="fail: [^"]*" type="conformance">/);
  for (const type of ['crash', 'timeout', 'flake', 'missing']) {
    expect(xml).toMatch(new RegExp(`<error message="${type}: [^"]*" type="${type}">`));
  }
  expect(xml).toMatch(/<skipped message="skip: no a [^"]*next line"/);
  expect(xml).toMatch(/<system-out>[^<]*A &amp; B must &lt;hold&gt;\./);
  expect(xml).toMatch(/<property name="warning" value="warn: /);
  expect(xml).toContain('<property name="requirements" value="fence.import.shared-signal"/>');
  expect(xml).toContain('classname="sample.one-1_0.fence.import"');
});

test('neither the environment nor a package.json changes it, and no file is left behind', async () => {
  const before = readFileSync(junit, 'utf8');
  const foreign = { JEST_JUNIT_OUTPUT_FILE: join(folder, 'elsewhere.xml'), JEST_JUNIT_CLASSNAME: 'changed' };
  const workingDirectory = process.cwd();
  const ofJunit = () => readdirSync(tmpdir()).filter((name) => /^vkextern-junit-(?!test)/.test(name));
  const left = ofJunit();
  writeFileSync(join(folder, 'package.json'), '{"jest-junit": {"titleTemplate": "changed"}}');
  Object.assign(process.env, foreign);
  process.chdir(folder);
  try {
    await writeJunit(junit, sampleResults());
    expect(process.env).toMatchObject(foreign);
  } finally {
    process.chdir(workingDirectory);
    for (const name of Object.keys(foreign)) delete process.env[name];
  }
  expect(readFileSync(junit, 'utf8')).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(['junit.xml', 'package.json', 'results.json']);
  expect(ofJunit()).toEqual(left);
});

test('an empty run gives a document that readers take', async () => {
  const { devices, ...rest } = sampleResults();
  const empty = { ...rest, devices: devices.map((device) => ({ ...device, outcomes: [] })) };
  writeResults(join(folder, 'results.json'), empty);
  await writeJunit(junit, empty);
  expect(check().status).toBe(0);
});

test('a driver that could not tell of its devices is an error of its own', async () => {
  const broken = {
    ...sampleResults(),
    problem: { status: 'timeout', message: 'it <hung>' } as const,
    devices: [],
  };
  writeResults(join(folder, 'results.json'), broken);
  await writeJunit(junit, broken);
  expect(readFileSync(junit, 'utf8')).toContain('<error message="it &lt;hung&gt;" type="timeout">');
  expect(check().status).toBe(0);
  edit((xml) => xml.replace('type="timeout"', 'type="crash"'));
  expect(check().status).toBe(1);
});

test.each([
  ['a failure that became a pass', (xml: string) => xml.replace(/<failure[\s\S]*?<\/failure>/, '')],
  [
    'another skip reason',
    (xml: string) => xml.replace('<skipped message="skip: no', '<skipped message="skip: some'),
  ],
  ['a case that is gone', (xml: string) => xml.replace(/<testcase[\s\S]*?<\/testcase>/, '')],
  ['another count', (xml: string) => xml.replace(/errors="\d+"/, 'errors="77"')],
  ['another type of error', (xml: string) => xml.replace('type="crash"', 'type="timeout"')],
  ['another name', (xml: string) => xml.replace('case-pass:', 'case-past:')],
  ['broken XML', (xml: string) => xml.replace('</testsuites>', '')],
])('the check catches %s', (_what, change) => {
  edit(change);
  const { status, stderr } = check();
  expect(status).toBe(1);
  expect(stderr).toMatch(/junit\.xml/);
});

describe('remarks on the driver', () => {
  beforeEach(async () => {
    const sample = sampleResults();
    const results = {
      ...sample,
      driver: { ...sample.driver, builtIn: true },
      remarks: ['No <one>.', nastyText],
    };
    writeResults(join(folder, 'results.json'), results);
    await writeJunit(junit, results);
  });

  test('stand in every test suite, as property and as text', () => {
    const xml = readFileSync(junit, 'utf8');
    const suites = xml.match(/<testsuite /g) ?? [];
    expect(xml.match(/<property name="builtIn" value="true"\/>/g)).toHaveLength(suites.length);
    expect(xml.match(/<property name="remarks" value="No &lt;one&gt;\. a \\x00/g)).toHaveLength(
      suites.length,
    );
    expect(xml.match(/<system-out>No &lt;one&gt;\. [^<]*<\/system-out>\s*<\/testsuite>/g)).toHaveLength(
      suites.length,
    );
    const { status, stderr } = check();
    expect([status, stderr]).toEqual([0, '']);
  });

  test.each([
    [
      'property',
      /<property name="remarks"[^>]*>/,
      /properties of sample\.one-1_0\.fence\.import: builtIn=true, guest=false, kernel=6\.1 instead of/,
    ],
    [
      'text',
      /<system-out>No &lt;one.*?<\/system-out>/s,
      /text of sample\.one-1_0\.fence\.import: {2}instead of No <one>/,
    ],
  ])('are missed where one lacks its %s', (_what, left, problem) => {
    edit((xml) => xml.replace(left, ''));
    const { status, stderr } = check();
    expect(stderr).toMatch(problem);
    expect(status).toBe(1);
  });
});
