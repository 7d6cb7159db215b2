import { accessSync, constants, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultCacheFolder } from '../../fixtures/real-drivers/archive-cache';
import { makeFolder } from '../results/make-folder';
import { reasonOf } from '../results/report-error';
import { CommandError, exitCodes } from './command-error';

/**
 * Makes sure, before anything starts, that there is room for temporary files and for what Jest keeps between runs.
 * @throws CommandError with the variable that names a better folder
 */
export function requireWorkingFolders(): void {
  const cache = join(defaultCacheFolder(), 'jest');
  attempt(cache, 'of the cache', 'VKEXTERN_CACHE', () => makeFolder(cache));
  for (const [folder, purpose, variable] of [
    [cache, 'of the cache', 'VKEXTERN_CACHE'],
    [tmpdir(), 'for temporary files', temporaryFolderVariable()],
  ] as const)
    attempt(folder, purpose, variable, () => {
      accessSync(folder, constants.W_OK | constants.X_OK);
      readdirSync(folder); // a file passes for one who may execute it
    });
}

/** The variable that names the folder for temporary files: another on Windows than elsewhere. */
function temporaryFolderVariable(): string {
  return (
    ['TMPDIR', 'TEMP', 'TMP'].find((name) => resolve(process.env[name] ?? '') === resolve(tmpdir())) ??
    'TMPDIR'
  );
}

function attempt(folder: string, purpose: string, variable: string, action: () => void): void {
  try {
    action();
  } catch (error) {
    throw new CommandError(
      exitCodes.harnessFailed,
      `the folder ${folder} ${purpose} cannot be written: ${reasonOf(error)}; name another with ${variable}`,
    );
  }
}
