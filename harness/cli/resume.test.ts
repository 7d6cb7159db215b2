import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatingSystem } from '../handles';
import { readResults } from '../results/results-file';
import type { Results } from '../results/results-schema';
import { lastingPart } from '../results/self-test/lasting-part';
import { readJournal } from '../results/self-test/read-journal';

jest.setTimeout(120_000);

const main = join(__dirname, 'main.js');
const selection = ['fence.import.shared-signal:*', '--driver', 'reference', '--jobs', '1'];
/** Case instances of it: Windows has two handle types that keep their payload. */
const all = operatingSystem === 'win32' ? 48 : 24;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vkextern-resume-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const reports = () => join(folder, 'reports');
const journal = () => join(reports(), 'reference/journal.jsonl');
/** What lies in the folder of a driver, but the lock of the process that died. */
const filesOf = (driver: string) =>
  readdirSync(join(reports(), driver)).filter((name) => name !== 'run.lock');
const results = (of = reports()) => readResults(join(of, 'reference/results.json'));

function vkextern(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...words], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
}

/** Starts the command, and kills it once the journal has so many lines: its hosts die with it. */
async function killedAt(lines: number, ...words: readonly string[]): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [main, ...words], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (linesOf(journal()) < lines) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.kill('SIGKILL');
  await ended;
}

const run = ['run', ...selection, '--reports'];

test('a run that died, again and again, ends as an undisturbed one', async () => {
  const undisturbed = join(folder, 'undisturbed');
  expect(vkextern(...run, undisturbed).status).toBe(0);
  await killedAt(3, ...run, reports());
  expect(filesOf('reference')).toEqual(['journal.jsonl']);
  appendFileSync(journal(), '{"kind":"outcome","device":"reference/ref'); // a line that was cut off
  await killedAt(9, 'run', '--resume', reports());
  await killedAt(20, 'run', '--resume', join(reports(), 'reference'));
  const { status, stderr, stdout } = vkextern('run', '--resume', reports(), '--json');
  expect(stderr).toMatch(
    new RegExp(`^Going on with the run of \\S+ in \\S+: (1[89]|2\\d) of ${all} outcomes are known\\.$`, 'm'),
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, stopped: 'no' });
  expect(lastingPart(results())).toEqual(lastingPart(results(undisturbed)));
  expect(readdirSync(join(reports(), 'reference')).sort()).toEqual([
    'ctrf.json',
    'junit.xml',
    'results.json',
  ]);
  expect(existsSync(join(reports(), 'results.html'))).toBe(true);
  const { stderr: nothing, status: refused } = vkextern('run', '--resume', reports());
  expect(nothing).toMatch(/ has no journal\.jsonl, /);
  expect(refused).toBe(2);
});

describe('a run that died', () => {
  let dead: string;
  beforeAll(async () => {
    dead = mkdtempSync(join(tmpdir(), 'vkextern-dead-'));
    folder = dead;
    await killedAt(6, ...run, reports());
  });
  afterAll(() => rmSync(dead, { recursive: true }));
  beforeEach(() => cpSync(join(dead, 'reports'), reports(), { recursive: true }));

  const resume = (...words: readonly string[]) => vkextern('run', ...words, '--resume', reports());
  const refused = (
    code: number,
    message: RegExp,
    { status, stdout, stderr }: SpawnSyncReturns<string>,
  ): void => {
    const own = stderr.split('\n').filter((line) => line.startsWith('vkextern: '));
    expect(own).toEqual([expect.stringMatching(message)]);
    expect([stdout, status]).toEqual(['', code]);
  };
  const unchanged = (action: () => void): void => {
    const before = readFileSync(journal(), 'utf8');
    action();
    expect(readFileSync(journal(), 'utf8')).toBe(before);
    expect(filesOf('reference')).toEqual(['journal.jsonl']);
  };
  const changed = <Content>(line: number, edit: (content: Content) => void): void => {
    const lines = readFileSync(journal(), 'utf8').split('\n');
    const content: Content = JSON.parse(lines[line] ?? '');
    edit(content);
    lines[line] = JSON.stringify(content);
    writeFileSync(journal(), lines.join('\n'));
  };

  test.each([
    [
      'other cases are',
      ['fence.create.*'],
      /whose selection was \["fence\.import\.shared-signal:\*"\], which /,
    ],
    ['other jobs are', ['--jobs', '2'], /whose --jobs was 1, which 2 contradicts: leave it out$/],
    ['another shard is', ['--shard', '1/2'], /whose --shard was nothing, which "1\/2" contradicts/],
    ['another folder is', ['--reports', 'elsewhere'], /whose --reports was /],
  ])('is not gone on with where %s asked for', (_what, words, message) => {
    unchanged(() => refused(2, message, resume(...words)));
  });

  test('is gone on with where the same is asked for again', () => {
    const { status } = resume(...selection, '--reports', reports());
    expect(status).toBe(0);
    expect(results().devices[0]?.totals.byStatus).toMatchObject({ pass: all, missing: 0 });
  });

  test.each([
    [
      'driver',
      'driver.library was "/odd" and is ',
      (one: { driver: { library: string } }) => {
        one.driver.library = '/odd';
      },
    ],
    [
      'suite',
      'suite.version was "9" and is ',
      (one: { suite: { version: string } }) => {
        one.suite.version = '9';
      },
    ],
    [
      'device',
      'devices[0].identity.driverVersion was 77 and is ',
      (one: { devices: { identity: { driverVersion: number } }[] }) => {
        for (const { identity } of one.devices) identity.driverVersion = 77;
      },
    ],
  ])('is not gone on with where the %s is another', (_what, message, edit) => {
    changed(0, edit as never);
    unchanged(() =>
      refused(
        2,
        new RegExp(`cannot go on with the run on reference: ${message.replace(/[[\].]/g, '\\$&')}`),
        resume(),
      ),
    );
  });

  test('is not gone on with where other cases are planned', () => {
    changed(1, (plan: { cases: { description: string }[] }) => {
      for (const one of plan.cases) one.description = 'other';
    });
    unchanged(() => refused(2, /planned other cases: .*description was "other" and is /, resume()));
  });

  test('is not gone on with where its journal is damaged, foreign, or of another schema', () => {
    changed(4, (line: { id: string }) => {
      line.id = 'fence.import.none';
    });
    unchanged(() =>
      refused(4, /journal\.jsonl is damaged in line 5: fence\.import\.none on .* not part of/, resume()),
    );
    changed(0, (header: { schemaVersion: number }) => {
      header.schemaVersion = 1;
    });
    unchanged(() => refused(4, /has schema version 1 and this release reads \d+$/, resume()));
    writeFileSync(journal(), '{"foreign": true}\n{}\n');
    unchanged(() => refused(4, /is no journal of a run: /, resume()));
    writeFileSync(journal(), '\u0000\u0001\n\n');
    unchanged(() => refused(4, /is damaged in line 1: not JSON$/, resume()));
    writeFileSync(journal(), '');
    unchanged(() =>
      refused(4, /is empty: nothing had run, and what was asked for is not known; run it anew$/, resume()),
    );
  });

  test('begins anew where it died before its plan was written', () => {
    const [header, plan] = readFileSync(journal(), 'utf8').split('\n');
    for (const rest of ['', plan?.slice(0, 100) ?? '']) {
      writeFileSync(journal(), `${header}\n${rest}`);
      rmSync(join(reports(), 'reference/results.json'), { force: true });
      const { status, stderr } = resume();
      expect(stderr).toMatch(/^Beginning the run of \S+ in \S+ anew: it had not come to its first case\.$/m);
      expect(status).toBe(0);
      expect(results().devices[0]?.totals.byStatus).toMatchObject({ pass: all, missing: 0 });
      expect(results().run.startedAt).toBe((JSON.parse(header ?? '') as Results).run.startedAt);
    }
  });

  test('is not gone on with from a folder that was called otherwise, or one of different runs', () => {
    const odd = join(reports(), 'odd');
    cpSync(join(reports(), 'reference'), odd, { recursive: true });
    renameSync(join(reports(), 'reference'), join(reports(), 'reference-2'));
    refused(2, /is of the driver reference, whose folder is called otherwise$/, resume());
    const other = join(odd, 'journal.jsonl');
    writeFileSync(other, readFileSync(other, 'utf8').replace(/"startedAt":"2\d/, '"startedAt":"19'));
    refused(2, /are of different runs: name the folder of one driver$/, resume());
    refused(
      2,
      /is no folder: --resume takes that of the reports$/,
      vkextern('run', '--resume', join(folder, 'none')),
    );
  });
});

test('a run that was interrupted is gone on with', async () => {
  const child = spawn(process.execPath, [main, ...run, reports()], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (linesOf(journal()) < 6) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(results().run.stopped).toBe('interrupted');
  expect(vkextern('run', '--resume', reports()).status).toBe(0);
  expect(results().run.stopped).toBe('no');
  expect(results().devices[0]?.totals.byStatus).toMatchObject({ pass: all, missing: 0 });
});

test('a run that --bail stopped has come to as many unexpected outcomes as it may', () => {
  const fault = ['--fault', 'fence-status-always-signaled', '--bail', '2'];
  expect(vkextern(...run, reports(), ...fault).status).toBe(1);
  const before = readJournal(journal()).outcomes.length;
  expect(vkextern('run', '--resume', reports()).status).toBe(1);
  expect(results().run.stopped).toBe('bail');
  expect(readJournal(journal()).outcomes).toHaveLength(before);
});

test('the drivers of a run are gone on with together, or one at a time', async () => {
  const both = [
    'run',
    'fence.import.shared-signal:*',
    '--driver',
    'reference',
    '--driver',
    'reference-other-choices',
  ];
  await killedAt(6, ...both, '--jobs', '1', '--reports', reports());
  const drivers = (ran: SpawnSyncReturns<string>): readonly string[] =>
    (JSON.parse(ran.stdout) as { drivers: { name: string }[] }).drivers.map(({ name }) => name).sort();
  const first = vkextern('run', '--resume', join(reports(), 'reference'), '--json');
  expect([first.status, drivers(first)]).toEqual([0, ['reference']]);
  expect(filesOf('reference-other-choices')).toEqual(['journal.jsonl']);
  const second = vkextern('run', '--resume', reports(), '--json');
  expect([second.status, drivers(second)]).toEqual([0, ['reference', 'reference-other-choices']]);
});

test.each([
  ['its header', (lines: readonly string[]) => `${lines[0]}\n`],
  ['nothing', () => ''],
])(
  'a driver of which the run had written %s begins anew beside the other, which goes on',
  async (_what, left) => {
    const words = ['run', 'fence.import.shared-signal:*', '--driver', 'reference', '--driver'];
    await killedAt(6, ...words, 'reference-other-choices', '--jobs', '1', '--reports', reports());
    const other = join(reports(), 'reference-other-choices/journal.jsonl');
    writeFileSync(other, left(readFileSync(other, 'utf8').split('\n')));
    await killedAt(12, 'run', '--resume', reports());
    const { status, stdout } = vkextern('run', '--resume', reports(), '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      drivers: [{ name: 'reference' }, { name: 'reference-other-choices' }],
    });
  },
);

test('a baseline that has changed meanwhile is told, and judges all of it', async () => {
  const baseline = join(folder, 'b.yaml');
  const entry =
    "  - cases: ['fence.import.shared-signal:*']\n    status: [pass, fail]\n    reason: it does\n";
  writeFileSync(baseline, `driver: reference\nexpected:\n${entry}`);
  await killedAt(6, ...run, reports(), '--baseline', baseline);
  cpSync(reports(), join(folder, 'same'), { recursive: true });
  const same = vkextern('run', '--resume', join(folder, 'same'), '--reports', join(folder, 'same'));
  expect(same.stderr).not.toMatch(/has changed/);
  appendFileSync(baseline, '# looked through\n');
  const { status, stderr } = vkextern('run', '--resume', reports());
  expect(stderr).toContain(
    `${baseline} has changed since the run on reference began: all of it is judged by what the baseline says now\n`,
  );
  expect(status).toBe(0);
  const sha256 = createHash('sha256').update(readFileSync(baseline)).digest('hex');
  expect(results().baseline).toMatchObject({ sha256 });
});
