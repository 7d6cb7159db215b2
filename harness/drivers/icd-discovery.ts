import { basename } from 'node:path';
import { filteredBy } from './icd-filter';
import { type DriverManifest, type ManifestProblem, parseManifest } from './icd-manifest';
import {
  type Environment,
  linuxSearchPath,
  manifestsIn,
  type SearchPath,
  windowsSearchPath,
} from './icd-search-path';
import { pathKey } from './path-key';
import { registryDrivers } from './registry/registry-drivers';

export { findLoader } from './icd-loader';
export {
  type DriverManifest,
  InvalidManifest,
  type ManifestProblem,
  readManifest,
  UnusableLibrary,
} from './icd-manifest';

/** What a search for drivers found. */
export interface Discovery {
  /** Drivers in the loader's order of search. */
  readonly drivers: readonly DriverManifest[];
  /** Manifests that no driver can be loaded from. They do not stop a run: the loader passes over them too. */
  readonly problems: readonly ManifestProblem[];
  /** One line each, for the user: what was left out on purpose and which setting did it. */
  readonly notes: readonly string[];
  /**
   * Whether the machine has no driver at all: every place was looked at, and there is no manifest, usable or not,
   * nor a variable that names where one should be.
   */
  readonly nothingThere: boolean;
  /** The note on variables that name drivers and are not heeded, where there are any. */
  readonly ignored?: string;
  /** Files and folders that were looked at, for telling a user who expected another driver. */
  readonly searched: readonly string[];
}

/** Stand-ins for the state of the process, for tests. */
export interface DiscoveryOptions {
  readonly environment?: Environment;
  readonly elevated?: boolean;
}

/** Finds the drivers that the Vulkan loader would find on this machine. Never throws. */
export function discoverDrivers(options: DiscoveryOptions = {}): Discovery {
  const environment = options.environment ?? process.env;
  const onWindows = process.platform === 'win32';
  const elevated = options.elevated ?? (onWindows ? registryDrivers().elevated : isElevated());
  const search = searchPath(environment, elevated);
  const drivers: DriverManifest[] = [];
  const problems: ManifestProblem[] = [];
  const notes = [...search.notes];
  const files = manifestsIn(search.places);
  for (const file of files) {
    const filter = elevated ? null : filteredBy(basename(file), environment);
    if (filter !== null) {
      notes.push(`${file} left out by ${filter}`);
      continue;
    }
    const parsed = parseManifest(file);
    if ('problem' in parsed) {
      if (parsed.otherArchitecture) notes.push(`${parsed.file} left out: ${parsed.problem}`);
      else problems.push(parsed);
    } else if (!drivers.some(({ file: other }) => pathKey(other) === pathKey(parsed.file)))
      drivers.push(parsed);
  }
  const { ignored } = search;
  const named = ignored !== undefined || (search.overriddenBy !== null && search.places.length > 0);
  const nothingThere = files.length === 0 && !named && search.complete;
  return {
    ...{ drivers, problems, notes, nothingThere },
    ...(ignored === undefined ? {} : { ignored }),
    searched: search.places,
  };
}

/**
 * Whether the loader heeds no variable here, so that it can't be told which driver to open: in an elevated process of
 * Windows, and in one of which that is not known.
 */
export function loaderHeedsNoVariable(): boolean {
  if (process.platform !== 'win32') return false;
  const { elevated, unreadable } = registryDrivers();
  return elevated || unreadable !== undefined;
}

function searchPath(environment: Environment, elevated: boolean): SearchPath {
  return process.platform === 'win32'
    ? windowsSearchPath(environment, { ...registryDrivers(), elevated })
    : linuxSearchPath(environment, elevated);
}

/** The loader trusts no variables in a process with the rights of a user other than the one who started it. */
function isElevated(): boolean {
  return process.getuid?.() !== process.geteuid?.() || process.getgid?.() !== process.getegid?.();
}
