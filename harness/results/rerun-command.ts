import type { Driver } from '../drivers/driver';

/** What shapes a run beside the case and the device. */
export interface RerunSettings {
  /** Whether the ICD was opened without the loader on demand. */
  readonly direct: boolean;
  readonly isolate: boolean;
  readonly timeoutSeconds: number;
  /** Absolute paths of the manifests named with `--icd`. */
  readonly icds: readonly string[];
}

/** Seconds until the host of a case is killed, unless `--timeout` says otherwise. */
export const defaultTimeoutSeconds = 10;

/**
 * The command line that runs one case instance again on one device; the device is named only where its driver has
 * several.
 */
export function rerunCommand(
  instanceId: string,
  driver: Driver,
  onlyDeviceOfDriver: boolean,
  deviceKey: string,
  settings: RerunSettings,
): string {
  const words = ['vkextern', 'run', instanceId];
  if (driver.manifest !== null && settings.icds.includes(driver.manifest))
    words.push('--icd', driver.manifest);
  else words.push('--driver', driver.name);
  if (!onlyDeviceOfDriver) words.push('--device', deviceKey);
  if (settings.direct) words.push('--direct');
  if (settings.isolate) words.push('--isolate');
  if (settings.timeoutSeconds !== defaultTimeoutSeconds)
    words.push('--timeout', String(settings.timeoutSeconds));
  return words.map(quoteWord).join(' ');
}

/** A word as POSIX shells and PowerShell take it. */
export function quoteWord(word: string): string {
  return /^[\w./@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
