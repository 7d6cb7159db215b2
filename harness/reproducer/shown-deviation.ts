import { execFile } from 'node:child_process';
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

const makeLimitMs = 240_000;
const compileLimitMs = 120_000;
const runLimitMs = 120_000;

/** How a program ended. */
interface Ended {
  /** Its exit code, the signal that it died of, or why it did not start. */
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

const mostPrinted = 64 * 1024 * 1024;

function ended(
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  timeout: number,
): Promise<Ended> {
  const options = { env, timeout, maxBuffer: mostPrinted, encoding: 'utf8' } as const;
  return new Promise((resolve) => {
    execFile(program, words, options, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : (error.signal ?? error.code ?? error.message), stdout, stderr }),
    );
  });
}

/**
 * Has the program of a case made and compiled, without a warning.
 * @param folder takes `repro.c` and the program
 * @returns what went wrong, or nothing
 */
export async function compileReproducer(
  id: string,
  driver: ProgramDriver,
  headers: string,
  folder: string,
): Promise<string | undefined> {
  const source = join(folder, 'repro.c');
  const command = join(__dirname, '../cli/main.js');
  const words = [command, 'repro', id, ...driver.choice, '-o', source];
  const made = await ended(process.execPath, words, { ...process.env, ...driver.environment }, makeLimitMs);
  if (made.status !== 0) return `not made: ${made.stderr.trim()}`;
  const flags = ['-Wall', '-Wextra', '-Werror', '-I', headers];
  const output = ['-o', join(folder, 'repro')];
  const compiled = await ended('cc', [...flags, source, ...output], process.env, compileLimitMs);
  if (compiled.status === 0) return undefined;
  return `not compiled: ${compiled.stderr.trim() || compiled.status}`;
}

/** Runs the program in a folder; gives its exit code, or the signal that it died of, and what it printed. */
export async function runReproducer(
  folder: string,
  driver: ProgramDriver,
): Promise<{ readonly status: number | string; readonly printed: string }> {
  const program = join(folder, 'repro');
  const { dynamicLinker: linker } = driver;
  const words = linker === null ? [] : ['--library-path', linker.libraryPath, program];
  const environment = {
    ...process.env,
    ...driver.environment,
    REPRO_VULKAN: driver.library,
    VK_LOADER_LAYERS_DISABLE: '~implicit~',
    ...(driver.manifest === null ? {} : { VK_DRIVER_FILES: driver.manifest }),
  };
  const { status, stdout, stderr } = await ended(linker?.path ?? program, words, environment, runLimitMs);
  return { status, printed: `${stdout}${stderr}`.trim() };
}
