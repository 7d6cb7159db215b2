import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';

const thisFile = 'harness/setup/platform-rule.test.ts';
const project = resolve(__dirname, '../../..');

/** Where the operating system may be asked for: behind the face of handles, where drivers are found, and in the model's own file. */
const allowed = /^harness\/(handles|drivers)\/|^fixtures\/reference-driver\/(platform\.ts$|posix\/|win32\/)/;

/** The ways in which a program learns its operating system. */
const asked = /process\.platform|\bos\.(platform|type)\(|\bplatform\(\)/;

function sources(folder: string): readonly string[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|mjs)$/.test(name))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

test('nothing asks for the operating system but handles, the finding of drivers and the model', () => {
  const all = ['suites', 'harness', 'fixtures'].flatMap(sources).filter((file) => file !== thisFile);
  const asking = all.filter((file) => asked.test(readFileSync(join(project, file), 'utf8')));
  expect(asking.filter((file) => allowed.test(file))).toContain('harness/handles/index.ts');
  expect(asking.filter((file) => !allowed.test(file))).toEqual([]);
});

test('the rule sees the ways in which it could be broken', () => {
  for (const text of [
    "process.platform === 'win32'",
    'os.platform()',
    'const name = platform();',
    'os.type()',
  ])
    expect(asked.test(text)).toBe(true);
});

/** What Windows refuses and neither POSIX nor Wine does: its handles for appending have no right to cut a file. */
function cutsWhatItAppendsTo(text: string): boolean {
  return (
    /\bftruncate(Sync)?\(|\.truncate\(/.test(text) &&
    /\bopen(Sync)?\([^;]*?(['"]a[sx+]*['"]|O_APPEND)/.test(text)
  );
}

test('no file is cut through a descriptor that was opened for appending', () => {
  const all = ['suites', 'harness', 'fixtures'].flatMap(sources).filter((file) => file !== thisFile);
  const texts = all.map((file) => ({ file, text: readFileSync(join(project, file), 'utf8') }));
  expect(texts.filter(({ text }) => cutsWhatItAppendsTo(text)).map(({ file }) => file)).toEqual([]);
  expect(cutsWhatItAppendsTo("const fd = openSync(file, 'a');\nftruncateSync(fd);")).toBe(true);
  expect(cutsWhatItAppendsTo("const fd = openSync(file, 'r+');\nftruncateSync(fd);")).toBe(false);
  expect(cutsWhatItAppendsTo("const fd = openSync(file, 'a');\ntruncateSync(file);")).toBe(false);
});
