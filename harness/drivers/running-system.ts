import { type as osType, release } from 'node:os';
import { registryDrivers, type Wine } from './registry/registry-drivers';

/** The operating system as reports name it. */
export interface RunningSystem {
  readonly os: string;
  /** The release of its kernel. */
  readonly kernel: string;
  /** Whether it is Wine, which passes as Windows. */
  readonly isWine: boolean;
}

/** What this process runs on. On Windows it takes a process that reads the registry, once. */
export function runningSystem(): RunningSystem {
  const wine = process.platform === 'win32' ? registryDrivers().wine : undefined;
  return wine === undefined ? { os: osType(), kernel: release(), isWine: false } : systemUnderWine(wine);
}

/** Wine by its name: the kernel is that of the system below, not the one that Wine gives itself out as. */
export function systemUnderWine({ version, system, release: kernel }: Wine): RunningSystem {
  return { os: `Wine ${version} on ${system}`, kernel, isWine: true };
}
