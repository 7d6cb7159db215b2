import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCacheFolder } from '../../../fixtures/real-drivers/archive-cache';

/** Where the Vulkan headers are: those fetched before, or the machine's own; undefined where there are none. */
export const headers = [
  join(defaultCacheFolder(), 'real-drivers/vulkan-registry/root/usr/include'),
  '/usr/include',
].find((folder) => existsSync(join(folder, 'vulkan/vulkan_core.h')));

const compiler = spawnSync('cc', ['--version']).status === 0;

/** Describes what needs a C compiler and the headers; skipped where there are none. */
export const withCompiler = compiler && headers !== undefined ? describe : describe.skip;

/** Compiles a program without a warning; gives its path. */
export function compiled(text: string, folder: string, name: string): string {
  const [source, program] = [join(folder, `${name}.c`), join(folder, name)];
  writeFileSync(source, text);
  const flags = ['-Wall', '-Wextra', '-Werror', '-I', headers ?? ''];
  const { stderr, status } = spawnSync('cc', [...flags, source, '-o', program], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return program;
}
