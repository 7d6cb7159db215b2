import { basename } from 'node:path';
import type { Driver } from './driver';

/** `lvp` for `lvp_icd.x86_64.json`. */
export function driverName(manifest: string): string {
  const name = basename(manifest)
    .replace(/\.json$/, '')
    .replace(/[._](x86_64|i[3-6]86|aarch64|arm64|armv\d\w*|riscv64|ppc64le|amd64)$/, '')
    .replace(/_icd(?=$|[._-])/, '');
  const spelled = slug(name);
  return deviceOfDos.test(spelled) ? `${spelled}-driver` : spelled;
}

/** What Windows takes for a device in any folder: no reports could lie in a folder of that name. */
const deviceOfDos = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name in which nothing means anything to a shell, a glob or a path. */
export function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'driver';
}

/**
 * Gives drivers that are called the same a number each.
 * @param caseMatters whether names that differ in case alone are names of two folders here
 */
export function uniquelyNamed(
  drivers: readonly Driver[],
  caseMatters = process.platform !== 'win32',
): readonly Driver[] {
  const seen = new Map<string, number>();
  return drivers.map((driver) => {
    const key = caseMatters ? driver.name : driver.name.toLowerCase();
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? driver : { ...driver, name: `${driver.name}-${times}` };
  });
}
