import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describeProcessEnd } from '../../handles';

/** Wine, as it tells of itself. */
export interface Wine {
  readonly version: string;
  /** The system that it runs on, and the release of its kernel. */
  readonly system: string;
  readonly release: string;
}

/** Which drivers the registry of Windows names, and what else only native code can tell of the system. */
export interface RegistryDrivers {
  /** Manifests in the order of the loader: those of display adapters, of software components, and others. */
  readonly manifests: readonly string[];
  /** Manifests that are named and switched off. */
  readonly disabled: readonly string[];
  /** Whether this process has the rights of an administrator. */
  readonly elevated: boolean;
  /** What stands in for Windows, where this is none. */
  readonly wine?: Wine;
  /** Why the registry could not be read, where it could not: then nothing of it is known. */
  readonly unreadable?: string;
}

let read: RegistryDrivers | undefined;

/** The registry as this process has read it first. */
export function registryDrivers(): RegistryDrivers {
  read ??= readRegistry();
  return read;
}

/**
 * Reads the registry, in a process of its own: native code has no place in this one. Never throws.
 * @param program what reads it
 */
export function readRegistry(program = join(__dirname, 'registry-main.js')): RegistryDrivers {
  const { error, status, stdout, stderr } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  try {
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(lastLine(stderr) || describeProcessEnd(status, null));
    return JSON.parse(stdout) as RegistryDrivers;
  } catch (reason) {
    const unreadable = reason instanceof Error ? reason.message : String(reason);
    return { manifests: [], disabled: [], elevated: false, unreadable };
  }
}

/** Of what Node.js prints of an error: its message, or else the last line. */
function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.filter((line) => line !== '').at(-1) ?? ''
  );
}
