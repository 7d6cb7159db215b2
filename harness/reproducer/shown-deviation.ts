import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** A driver as a reproducer finds it: what it loads, and how it is started. */
export interface ProgramDriver {
  /** The options of `vkextern repro` that choose it. */
  readonly choice: readonly string[];
  /** What REPRO_VULKAN names. */
  readonly library: string;
  readonly manifest: string | null;
  readonly dynamicLinker: { readonly path: string; readonly libraryPath: string } | null;
  /** Variables that it reads. */
  readonly environment: Readonly<Record<string, string>>;
}

const compileLimitMs = 120_000;
const runLimitMs = 120_000;

/**
 * Has the program of a case made and compiled, without a warning.
 * @param folder takes `repro.c` and the program
 * @returns what went wrong, or nothing
 */
export function compileReproducer(
  id: string,
  driver: ProgramDriver,
  headers: string,
  folder: string,
): string | undefined {
  const source = join(folder, 'repro.c');
  const command = join(__dirname, '../cli/main.js');
  const made = spawnSync(process.execPath, [command, 'repro', id, ...driver.choice, '-o', source], {
    encoding: 'utf8',
    env: { ...process.env, ...driver.environment },
  });
  if (made.status !== 0) return `not made: ${made.stderr.trim()}`;
  const flags = ['-Wall', '-Wextra', '-Werror', '-I', headers];
  const compiled = spawnSync('cc', [...flags, source, '-o', join(folder, 'repro')], {
    encoding: 'utf8',
    timeout: compileLimitMs,
  });
  if (compiled.status === 0) return undefined;
  return `not compiled: ${compiled.error?.message ?? compiled.stderr.trim()}`;
}

/** Runs the program in a folder; gives its exit code, or the signal that it died of, and what it printed. */
export function runReproducer(
  folder: string,
  driver: ProgramDriver,
): { readonly status: number | string; readonly printed: string } {
  const program = join(folder, 'repro');
  const { dynamicLinker: linker } = driver;
  const words = linker === null ? [] : ['--library-path', linker.libraryPath, program];
  const ran = spawnSync(linker?.path ?? program, words, {
    encoding: 'utf8',
    timeout: runLimitMs,
    env: {
      ...process.env,
      ...driver.environment,
      REPRO_VULKAN: driver.library,
      VK_LOADER_LAYERS_DISABLE: '~implicit~',
      ...(driver.manifest === null ? {} : { VK_DRIVER_FILES: driver.manifest }),
    },
  });
  return { status: ran.status ?? ran.signal ?? 'nothing', printed: `${ran.stdout}${ran.stderr}`.trim() };
}
