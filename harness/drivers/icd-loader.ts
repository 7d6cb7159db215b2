import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readMachine } from './icd-manifest';

/**
 * Finds the Vulkan loader of this machine, where the dynamic linker would find it: `LD_LIBRARY_PATH`, the linker's
 * cache, its default folders.
 *
 * @returns the absolute path of a library that fits this process, or null where there is none.
 */
export function findLoader(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  if (process.platform === 'win32') {
    const library = join(environment.SystemRoot ?? 'C:\\Windows', 'System32', 'vulkan-1.dll');
    return existsSync(library) ? library : null;
  }
  const name = 'libvulkan.so.1';
  const fromPath = (environment.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== '');
  for (const folder of fromPath) {
    const library = join(folder, name);
    if (fits(library)) return library;
  }
  const candidates = [
    ...linkerCache(name),
    ...['/lib64', '/usr/lib64', '/lib', '/usr/lib'].map((folder) => join(folder, name)),
  ];
  return candidates.find(fits) ?? null;
}

function fits(library: string): boolean {
  const read = readMachine(library);
  return 'machine' in read && read.machine === process.arch;
}

/** Paths of a library in the cache of the dynamic linker; none where the machine has no such cache. */
function linkerCache(name: string): string[] {
  // An ordinary user's path often lacks the folder that ldconfig lies in.
  for (const program of ['ldconfig', '/sbin/ldconfig', '/usr/sbin/ldconfig']) {
    const finished = spawnSync(program, ['-p'], { encoding: 'utf8' });
    if (finished.error !== undefined || finished.status !== 0) continue;
    return finished.stdout
      .split('\n')
      .map((line) => /^\s*(\S+) .*=> (.+)$/.exec(line))
      .filter((match) => match?.[1] === name)
      .map((match) => match?.[2] ?? '');
  }
  return [];
}
