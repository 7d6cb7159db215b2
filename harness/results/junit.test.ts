import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { writeJunit } from './junit';
import { writeResults } from './results-file';
import { nastyText, sampleOutcome, sampleResults } from './results-sample';
import type { Judgement, OutcomeEntry, Results } from './results-schema';
import { totalsOf } from './totals';

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
  const empty = {
    ...rest,
    devices: devices.map((device) => ({ ...device, outcomes: [], totals: totalsOf([]) })),
  };
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

describe('judged by a baseline', () => {
  const outcome = (
    status: OutcomeEntry['status'],
    verdict: Judgement['verdict'],
    why: string,
  ): OutcomeEntry => ({
    ...sampleOutcome(status, `${verdict}-${status}`, 'odd'),
    judgement: { verdict, why, ...(status === 'fail' ? { link: 'https://example.org/1' } : {}) },
  });
  const written = async (outcomes: readonly OutcomeEntry[], more: Partial<Results> = {}): Promise<string> => {
    const sample = sampleResults();
    const [device] = sample.devices;
    if (device === undefined) throw new Error('the sample has no device');
    const results = { ...sample, ...more, devices: [{ ...device, outcomes, totals: totalsOf(outcomes) }] };
    writeResults(join(folder, 'results.json'), results);
    await writeJunit(junit, results);
    expect(check()).toMatchObject({ status: 0, stderr: '' });
    return readFileSync(junit, 'utf8').replace(/<testcase/g, '\n<testcase');
  };
  const lineOf = (xml: string, name: string) => xml.split('\n<testcase').find((text) => text.includes(name));

  test('only what is unexpected is red', async () => {
    const xml = await written([
      outcome('pass', 'expected', ''),
      outcome('fail', 'expected', 'known for long'),
      outcome('crash', 'expected', 'known too'),
      outcome('skip', 'expected', 'not offered'),
      outcome('warn', 'expected', ''),
      outcome('warn', 'changed', 'now warns'),
    ]);
    expect(xml).not.toMatch(/<failure|<error/);
    expect(xml).toMatch(/<testsuites [^>]*failures="0" errors="0"/);
    expect(xml).toMatch(/<testsuite [^>]*skipped="3"/);
    expect(lineOf(xml, 'expected-fail')).toContain('<skipped message="expected fail: known for long"/>');
    expect(lineOf(xml, 'expected-fail')).toContain('<property name="link" value="https://example.org/1"/>');
    expect(lineOf(xml, 'expected-crash')).toMatch(/<system-out>[^<]*By the baseline expected: known too/);
    expect(lineOf(xml, 'expected-skip')).toContain('<skipped message="skip: no odd"/>');
    expect(lineOf(xml, 'changed-warn')).toContain('<property name="warning" value="now warns: warn: odd"/>');
  });

  test('a pass and a skip are, where they are unexpected', async () => {
    const xml = await written([
      outcome('pass', 'unexpected', 'now passes'),
      outcome('skip', 'unexpected', 'no longer offered'),
      outcome('fail', 'unexpected', 'fail, and expected to pass'),
      outcome('timeout', 'unexpected', 'timeout, and the baseline says fail'),
    ]);
    expect(lineOf(xml, 'unexpected-pass')).toContain('<failure message="now passes" type="unexpected pass">');
    expect(lineOf(xml, 'unexpected-skip')).toContain(
      '<failure message="no longer offered" type="unexpected skip">',
    );
    expect(lineOf(xml, 'unexpected-fail')).toContain(
      '<failure message="fail, and expected to pass: fail: odd" type="conformance">',
    );
    expect(lineOf(xml, 'unexpected-timeout')).toMatch(/<error message="timeout, and [^"]*" type="timeout">/);
  });

  test('entries that are wrong are', async () => {
    const problems = [{ line: 7, entry: 'fence.gone:*', what: 'no case is called so' }];
    const baseline = { file: 'b.yaml', sha256: '00', judgedOn: '2026-11-20', problems };
    const xml = await written([outcome('pass', 'expected', '')], { baseline });
    expect(lineOf(xml, 'line 7')).toContain('<failure message="no case is called so" type="baseline">');
    edit((text) => text.replace('message="no case', 'message="some case'));
    expect(check().status).toBe(1);
  });

  test('attempts that disagree are an error, or told where they decide nothing', async () => {
    const attempts = (['fail', 'pass'] as const).map((status) => ({
      status,
      durationMs: 1,
      driverMs: 1,
      message: 'odd',
    }));
    const flake = { ...sampleOutcome('flake', 'some', 'odd'), attempts };
    const red = lineOf(await written([flake]), 'some');
    expect(red).toMatch(
      /<error message="flake: odd" type="flake">[^<]*Attempts:\n {2}1\. fail: odd\n {2}2\. pass: odd/,
    );
    expect(red).toContain('<property name="attempts" value="fail pass"/>');
    const { run } = sampleResults();
    const told = lineOf(await written([flake], { run: { ...run, flakes: 'warn' } }), 'some');
    expect(told).not.toContain('<error');
    expect(told).toMatch(/<property name="warning"[\s\S]*<system-out>/);
  });
});
