/**
 * Makes a checkout ready to run: checks the version of Node.js, installs the dependencies and compiles, each only
 * when needed. It runs before anything is installed, so it depends on Node.js alone, and it writes to stderr
 * only, so that what a command prints can be piped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const dist = join(root, 'dist');
const stamp = join(dist, '.compiled');
/** What the compiler is run on: the sources for Node.js, then those for a browser, which have other types around them. */
const programs = ['tsconfig.json', 'tsconfig.browser.json'].filter((name) => existsSync(join(root, name)));

/** @param {string} file @returns {any} */
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(4);
}

function checkNode() {
  const needed = String(readJson(join(root, 'package.json')).engines.node).replace(/[^\d.]/g, '');
  const [major = 0, minor = 0] = needed.split('.').map(Number);
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    fail(
      `Node.js ${needed} or newer is needed and this is ${process.versions.node}: install a current release.`,
    );
  }
}

/** True when what npm installed last is what the lock file asks for. */
function installed() {
  const lockFile = join(root, 'package-lock.json');
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  if (statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs) return true;
  // A checkout or an install touches the lock file without changing it: its content decides.
  const wanted = readJson(lockFile).packages;
  const present = readJson(installedFile).packages;
  const same = Object.keys(wanted).every((path) => {
    if (path === '') return true;
    if (present[path] === undefined)
      return wanted[path].optional === true || wanted[path].devOptional === true;
    return (
      present[path].version === wanted[path].version && present[path].integrity === wanted[path].integrity
    );
  });
  return same && Object.keys(present).every((path) => wanted[path] !== undefined);
}

function install() {
  console.error('Installing dependencies (npm ci)');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const npm = process.env.npm_execpath ?? '';
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  // npm is a batch file on Windows, which only a shell can start; the script behind it needs none.
  const finished =
    basename(npm) === 'npm-cli.js'
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
  if (finished.status !== 0)
    fail('npm ci failed, as told above: check the network and npm configuration, and run again.');
}

/** Every TypeScript source, relative to the root, as tsconfig.json includes them. */
function listSources() {
  const included = readJson(join(root, 'tsconfig.json')).include;
  return included
    .flatMap((/** @type {string} */ pattern) => {
      const folder = pattern.replace(/\/\*\*\/\*\.ts$/, '');
      if (folder === pattern) return [pattern];
      return walk(join(root, folder)).map((file) => relative(root, file));
    })
    .filter((/** @type {string} */ file) => /(?<!\.d)\.ts$/.test(file) && existsSync(join(root, file)))
    .sort();
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return [path];
  });
}

/** Changes whenever a source, the compiler or its settings change. @param {string[]} sources */
function fingerprint(sources) {
  const inputs = [...sources, ...programs, join('node_modules', 'typescript', 'package.json')];
  const hash = createHash('sha256');
  for (const file of inputs) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} source */
const outputOf = (source) => join(dist, source.replace(/\.ts$/, '.js'));

function compile() {
  const sources = listSources();
  const wanted = fingerprint(sources);
  const outputs = new Set(sources.map(outputOf));
  // Jest runs what lies in dist, so a test whose source is gone must go too.
  const orphans = walk(dist).filter(
    (file) => /\.js(\.map)?$/.test(file) && !outputs.has(file.replace(/\.map$/, '')),
  );
  for (const file of orphans) rmSync(file);
  const complete = [...outputs].every((file) => existsSync(file));
  if (complete && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // The compiler takes its build information as proof that the output is still there.
  if (!complete)
    for (const program of programs)
      rmSync(join(dist, program.replace(/\.json$/, '.tsbuildinfo')), { force: true });
  rmSync(stamp, { force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  for (const program of programs) {
    const finished = spawnSync(process.execPath, [compiler, '--project', program, '--pretty', 'false'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (finished.status !== 0) fail('The sources do not compile, as told above.');
  }
  // npm makes a command executable when it first links it, not when it is compiled anew.
  for (const command of Object.values(readJson(join(root, 'package.json')).bin ?? {})) {
    chmodSync(join(root, command), 0o755);
  }
  writeFileSync(stamp, wanted);
}

checkNode();
if (!installed()) install();
compile();
