import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownHeaders } from '../program-files';

const known = knownHeaders();
/** Where the Vulkan headers are; undefined where there are none. */
export const headers = known === null ? '/usr/include' : known;

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
