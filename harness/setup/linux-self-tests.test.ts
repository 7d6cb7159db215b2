import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { linuxFiles, linuxSelfTests, otherThanLinuxTests } from './linux-self-tests';

const project = resolve(__dirname, '../../..');
const tests = ['harness', 'fixtures']
  .flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      posix.join(folder, name.split(sep).join('/')),
    ),
  )
  .filter((file) => file.endsWith('.test.ts'));

test('what Windows leaves out is there, and has a reason', () => {
  const sources = tests
    .filter((file) => !file.endsWith('linux-self-tests.test.ts'))
    .map((file) => readFileSync(join(project, file), 'utf8'))
    .join('\n');
  for (const { file, test: name, reason } of linuxSelfTests) {
    expect(reason).not.toBe('');
    if (file !== undefined) expect([file, tests.some((one) => one.startsWith(file))]).toEqual([file, true]);
    if (name !== undefined) expect([name, sources.includes(name)]).toEqual([name, true]);
  }
});

test('most self-tests are left to it', () => {
  const left = tests.filter((file) => !linuxFiles().some((pattern) => new RegExp(pattern).test(file)));
  expect(left.length).toBeGreaterThan(60);
  expect(left).toContain('harness/handles/win32/native.test.ts');
  const others = new RegExp(otherThanLinuxTests());
  expect(others.test('requirements ends with totals that add up')).toBe(true);
  expect(others.test('no room for the cache is one line that names VKEXTERN_CACHE, and exit code 4')).toBe(
    false,
  );
});
