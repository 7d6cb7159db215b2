import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Which drivers the registry of Windows names. */
export interface RegistryDrivers {
  /** Manifests in the order of the loader: those of display adapters, of software components, and others. */
  readonly manifests: readonly string[];
  /** Manifests that are named and switched off. */
  readonly disabled: readonly string[];
  /** Whether this process has the rights of an administrator. */
  readonly elevated: boolean;
}

/** Reads the registry, in a process of its own: native code has no place in this one. */
export function readRegistry(): RegistryDrivers {
  const finished = spawnSync(process.execPath, [join(__dirname, 'registry-main.js')], { encoding: 'utf8' });
  if (finished.status !== 0)
    throw new Error(`the registry could not be read: ${finished.stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(finished.stdout) as RegistryDrivers;
}
