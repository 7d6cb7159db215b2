import type { Environment } from './icd-search-path';

/**
 * Whether the loader's filters let a manifest pass: `VK_LOADER_DRIVERS_SELECT` names the only drivers to take and
 * outweighs `VK_LOADER_DRIVERS_DISABLE`, which names drivers to leave. Both are lists of patterns joined by commas,
 * matched against the file name without regard to case. Source: LoaderDriverInterface.md of Vulkan-Loader, "Driver
 * Filtering"; the weight of the two as seen in loader 1.4.364.
 *
 * @param fileName the manifest's name without its folder.
 * @returns null when it passes, else the variable that holds it back.
 */
export function filteredBy(
  fileName: string,
  environment: Environment,
): 'VK_LOADER_DRIVERS_SELECT' | 'VK_LOADER_DRIVERS_DISABLE' | null {
  const select = patterns(environment.VK_LOADER_DRIVERS_SELECT);
  if (select.length > 0) return matchesAny(fileName, select) ? null : 'VK_LOADER_DRIVERS_SELECT';
  const disable = patterns(environment.VK_LOADER_DRIVERS_DISABLE);
  return matchesAny(fileName, disable) ? 'VK_LOADER_DRIVERS_DISABLE' : null;
}

function patterns(list: string | undefined): string[] {
  return (list ?? '').split(',').filter((pattern) => pattern !== '');
}

/** The loader knows a star at the start and at the end only; within a pattern it stands for itself. */
function matchesAny(fileName: string, list: readonly string[]): boolean {
  const name = fileName.toLowerCase();
  return list.some((pattern) => {
    const wanted = pattern.toLowerCase();
    if (['~all~', '*', '**'].includes(wanted)) return true;
    const open = wanted.startsWith('*');
    const close = wanted.endsWith('*');
    const core = wanted.slice(open ? 1 : 0, close ? -1 : undefined);
    if (open && close) return name.includes(core);
    if (open) return name.endsWith(core);
    return close ? name.startsWith(core) : name === core;
  });
}
