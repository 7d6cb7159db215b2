import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const project = resolve(__dirname, '../../..');
const typescript = dirname(require.resolve('typescript/package.json'));
let root = '';

/** A project of one source and one dependency, with an npm that only notes that it ran. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'set-up-'));
  write('package.json', '{"engines": {"node": ">=20.19"}}');
  write('package-lock.json', JSON.stringify(lock('1.0.0')));
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: {
        outDir: 'dist',
        rootDir: '.',
        module: 'node20',
        types: [],
        incremental: true,
        tsBuildInfoFile: 'dist/tsconfig.tsbuildinfo',
      },
      include: ['top.ts', 'suites/**/*.ts'],
    }),
  );
  write('top.ts', 'export const top = 1;\n');
  write('suites/fence/import.ts', 'export const fence: number = 1;\n');
  mkdirSync(join(root, 'harness/setup'), { recursive: true });
  cpSync(join(project, 'harness/setup/set-up.mjs'), join(root, 'harness/setup/set-up.mjs'));
  write(
    'npm/npm-cli.js',
    `const fs = require('node:fs');
     fs.appendFileSync(${JSON.stringify(join(root, 'npm-ran'))}, process.argv.slice(2).join(' ') + '\\n');
     if (process.env.NPM_FAILS) process.exit(1);
     fs.mkdirSync('node_modules', { recursive: true });
     fs.writeFileSync('node_modules/.package-lock.json', fs.readFileSync('package-lock.json'));
     if (!fs.existsSync('node_modules/typescript'))
       fs.symlinkSync(${JSON.stringify(typescript)}, 'node_modules/typescript', 'junction');`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function lock(version: string): unknown {
  return {
    packages: { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } },
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A time in the past, or in the future, in seconds from now. */
function touch(path: string, seconds: number): void {
  const time = Date.now() / 1000 + seconds;
  utimesSync(join(root, path), time, time);
}

function setUp(extra: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, npm_execpath: join(root, 'npm/npm-cli.js'), ...extra };
  return spawnSync(process.execPath, [join(root, 'harness/setup/set-up.mjs')], {
    env,
    encoding: 'utf8',
    cwd: tmpdir(),
  });
}

function installs(): number {
  const file = join(root, 'npm-ran');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
}

const compiled = (path: string) => existsSync(join(root, 'dist', path));

test('a fresh checkout is installed and compiled, and stdout stays empty', () => {
  expect(setUp()).toMatchObject({
    status: 0,
    stdout: '',
    stderr: 'Installing dependencies (npm ci)\n',
  });
  expect(readFileSync(join(root, 'npm-ran'), 'utf8')).toBe(
    'ci --include=dev --no-audit --no-fund --no-update-notifier --loglevel=error\n',
  );
  expect(compiled('top.js')).toBe(true);
  expect(compiled('suites/fence/import.js')).toBe(true);
});

test('nothing is done and said when nothing changed', () => {
  setUp();
  const output = join(root, 'dist/top.js');
  writeFileSync(output, '// as it was');
  expect(setUp()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(installs()).toBe(1);
  expect(readFileSync(output, 'utf8')).toBe('// as it was');
});

test('a lock file that is only newer installs nothing, one with other versions does', () => {
  setUp();
  touch('package-lock.json', 60);
  setUp();
  expect(installs()).toBe(1);
  write('package-lock.json', JSON.stringify(lock('2.0.0')));
  touch('package-lock.json', 60);
  setUp();
  expect(installs()).toBe(2);
});

test('an optional package that this machine does not take is not missed', () => {
  setUp();
  write('node_modules/.package-lock.json', '{"packages": {"node_modules/a": {"version": "1.0.0"}}}');
  touch('package-lock.json', 60);
  setUp();
  expect(installs()).toBe(1);
  write('node_modules/.package-lock.json', '{"packages": {}}');
  touch('package-lock.json', 60);
  setUp();
  expect(installs()).toBe(2);
});

test('a changed source is compiled', () => {
  setUp();
  write('top.ts', 'export const top = 12345;\n');
  expect(setUp().status).toBe(0);
  expect(readFileSync(join(root, 'dist/top.js'), 'utf8')).toContain('12345');
});

test('output of a source that is gone goes too, and output that is gone comes back', () => {
  write('suites/fence/export.test.ts', 'export {};\n');
  setUp();
  expect(compiled('suites/fence/export.test.js')).toBe(true);
  rmSync(join(root, 'suites/fence/export.test.ts'));
  rmSync(join(root, 'dist/top.js'));
  expect(setUp().status).toBe(0);
  expect(compiled('suites/fence/export.test.js')).toBe(false);
  expect(compiled('top.js')).toBe(true);
});

test('a source that does not compile stops, every time until it is mended', () => {
  write('top.ts', "export const top: number = 'one';\n");
  for (const _attempt of [1, 2]) {
    const { status, stdout, stderr } = setUp();
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' });
    expect(stderr).toMatch(/top\.ts.*TS2322[\s\S]*The sources do not compile/);
  }
  write('top.ts', 'export const top: number = 1;\n');
  expect(setUp().status).toBe(0);
});

test('an install that fails stops with the next step', () => {
  expect(setUp({ NPM_FAILS: '1' })).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/npm ci failed.*check the network and npm configuration/),
  });
});

test('a Node.js that is too old is told in one line, before anything else', () => {
  write('package.json', '{"engines": {"node": ">=999.1"}}');
  expect(setUp()).toMatchObject({
    status: 4,
    stderr: `Node.js 999.1 or newer is needed and this is ${process.versions.node}: install a current release.\n`,
  });
  expect(installs()).toBe(0);
});
