import { resolve } from 'node:path';

/**
 * What all spellings of a path have in common: on Windows neither the case of its letters nor the kind of its slashes
 * makes another file; elsewhere any other spelling is taken for another.
 * @param onWindows whether paths are those of Windows
 */
export function pathKey(path: string, onWindows = process.platform === 'win32'): string {
  return onWindows ? resolve(path).toLowerCase() : path;
}
