import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathKey } from './path-key';
import type { RegistryDrivers } from './registry/registry-drivers';

/** The environment variables that a search reads, or a stand-in for them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the manifests of a machine are looked for. */
export interface SearchPath {
  /** Files and folders in the order of the search. */
  readonly places: readonly string[];
  /** The variable that decided alone where to look, where one did. */
  readonly overriddenBy: 'VK_DRIVER_FILES' | 'VK_ICD_FILENAMES' | null;
  /** Whether a driver of this machine is found there if it has one. */
  readonly complete: boolean;
  /** Said of variables that name drivers and that the loader does not heed here, where there are any. */
  readonly ignored?: string;
  /** What the user may want to know of the choice; `ignored` is one of them. */
  readonly notes: readonly string[];
}

/**
 * Where the Vulkan loader looks for ICD manifests on Linux, in its order: `VK_DRIVER_FILES` alone where it is set,
 * else `VK_ICD_FILENAMES` alone, else `VK_ADD_DRIVER_FILES` before the standard folders. Source:
 * LoaderDriverInterface.md of Vulkan-Loader, "Driver Discovery on Linux" and the sections before it; what that
 * leaves open (a variable that is set but empty, empty list items) is as loader 1.4.364 was seen to do.
 *
 * @param elevated whether the process has privileges that its user lacks: then no variable is trusted.
 */
export function linuxSearchPath(environment: Environment, elevated: boolean): SearchPath {
  return searchPath(environment, elevated, (variables) => {
    const home = variables.HOME;
    const bases = [
      variables.XDG_CONFIG_HOME || (home === undefined ? undefined : join(home, '.config')),
      ...split(variables.XDG_CONFIG_DIRS || '/etc/xdg'),
      '/etc',
      variables.XDG_DATA_HOME || (home === undefined ? undefined : join(home, '.local/share')),
      ...split(variables.XDG_DATA_DIRS || '/usr/local/share:/usr/share'),
    ];
    return bases.filter((base) => base !== undefined).map((base) => join(base, 'vulkan/icd.d'));
  });
}

/**
 * The same on Windows, where the registry takes the place of the standard folders. Source: LoaderDriverInterface.md,
 * "Driver Discovery on Windows" and "Exception for Elevated Privileges".
 */
export function windowsSearchPath(environment: Environment, registry: RegistryDrivers): SearchPath {
  const search = searchPath(environment, registry.elevated, () => registry.manifests);
  if (search.overriddenBy !== null) return search;
  const { disabled, unreadable } = registry;
  const notes = [
    ...search.notes,
    ...disabled.map((file) => `${file} left out: the registry switches it off`),
  ];
  if (unreadable === undefined) return { ...search, notes };
  notes.push(`the drivers that the registry names were not found: it could not be read (${unreadable})`);
  return { ...search, complete: false, notes };
}

/** @param standard where to look unless a variable decides alone, from the variables that are trusted */
function searchPath(
  environment: Environment,
  elevated: boolean,
  standard: (variables: Environment) => readonly string[],
): SearchPath {
  const variables = elevated ? {} : environment;
  const notes: string[] = [];
  const naming = ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES', 'VK_ADD_DRIVER_FILES'].filter(
    (name) => environment[name],
  );
  const ignored =
    elevated && naming.length > 0
      ? `${naming.join(', ')} ignored: the Vulkan loader trusts no variable in a process with raised privileges`
      : undefined;
  if (ignored !== undefined) notes.push(ignored);
  for (const name of ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES'] as const) {
    const value = variables[name];
    if (value === undefined) continue;
    if (variables.VK_ADD_DRIVER_FILES) notes.push(`VK_ADD_DRIVER_FILES ignored: ${name} is set`);
    if (name === 'VK_ICD_FILENAMES')
      notes.push('VK_ICD_FILENAMES is deprecated; VK_DRIVER_FILES takes its place');
    else if (variables.VK_ICD_FILENAMES) notes.push('VK_ICD_FILENAMES ignored: VK_DRIVER_FILES is set');
    if (value === '')
      notes.push(`${name} is set and empty, so that no driver is looked for; unset it to look for all`);
    return { places: split(value), overriddenBy: name, complete: true, notes };
  }
  return {
    places: [...split(variables.VK_ADD_DRIVER_FILES ?? ''), ...standard(variables)],
    overriddenBy: null,
    complete: true,
    ...(ignored === undefined ? {} : { ignored }),
    notes,
  };
}

/**
 * The manifests in the places of a search path, each once, in order. As in the loader, a name that ends in `.json`
 * is a manifest and any other a folder of them. A folder's manifests come sorted by name, where the loader takes
 * the order of the file system, so that a run can be repeated. Folders that are not there are passed over.
 */
export function manifestsIn(places: readonly string[]): string[] {
  const files = new Map<string, string>();
  const add = (file: string): void => {
    const key = pathKey(file);
    if (!files.has(key)) files.set(key, file);
  };
  for (const place of places) {
    if (place.endsWith('.json')) add(place);
    else for (const name of listFolder(place)) add(join(place, name));
  }
  return [...files.values()];
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

function split(list: string): string[] {
  return list.split(delimiter).filter((item) => item !== '');
}
