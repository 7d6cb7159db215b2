import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(__dirname, 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'vkextern-repro-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'repro.c');
const someCase =
  'fence.import.shared-signal:handleType=OPAQUE_FD,permanence=temporary,reach=device,signaledThrough=source,command=vkQueueSubmit';

function repro(...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', VKEXTERN_DEBUG: '' };
  const ran = spawnSync(process.execPath, [main, 'repro', ...words, '-o', file], { encoding: 'utf8', env });
  expect(existsSync(file)).toBe(false);
  expect(ran.stdout).toBe('');
  expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  return ran;
}

test('a case instance that there is not', () => {
  const { status, stderr } = repro('fence.import.shared-signals', '--driver', 'reference');
  expect(stderr).toMatch(/no case instance is called fence\.import\.shared-signals; close to it: fence\./);
  expect(status).toBe(2);
});

test('a case of several instances', () => {
  const { status, stderr } = repro('fence.import.shared-signal', '--driver', 'reference');
  expect(stderr).toMatch(/has \d+ instances: name one, such as fence\.import\.shared-signal:/);
  expect(status).toBe(2);
});

test('the model inside the suite is no library that C could load', () => {
  const { status, stderr } = repro(someCase, '--driver', 'reference');
  expect(stderr).toMatch(/^vkextern: reference is a model inside the suite/);
  expect(status).toBe(2);
});

test('two devices: which one is meant must be said', () => {
  const { status, stderr } = repro(someCase, '--driver', 'reference*');
  expect(stderr).toMatch(/are chosen: name one with --driver or --device$/m);
  expect(status).toBe(2);
});

test('a driver that there is not', () => {
  const { status } = repro(someCase, '--driver', 'no-such-driver');
  expect([2, 3]).toContain(status);
});
