import { basename, join, relative, sep } from 'node:path';
import type { Driver } from '../drivers/driver';
import { defaultTimeoutSeconds, limitFactor } from './time-limits';

/** What shapes a run beside the case and the device. */
export interface RerunSettings {
  /** Whether the ICD was opened without the loader on demand. */
  readonly direct: boolean;
  readonly isolate: boolean;
  readonly timeoutSeconds: number;
  /** Absolute paths of the manifests named with `--icd`. */
  readonly icds: readonly string[];
  /** Whether it ran in a guest. */
  readonly inGuest: boolean;
  /** The folder that the reports are written to. */
  readonly reports: string;
}

/** Where a run of one case again writes: beside the reports that it comes from, which it must not replace. */
const againFolder = 'again';

/**
 * The command line that runs one case instance again on one device; the device is named only where its driver has
 * several. npx finds the command in a checkout and where it is installed alike.
 */
export function rerunCommand(
  instanceId: string,
  robustness: boolean,
  driver: Driver,
  onlyDeviceOfDriver: boolean,
  deviceKey: string,
  settings: RerunSettings,
): string {
  const words = ['npx', 'vkextern', 'run', instanceId];
  if (driver.manifest !== null && settings.icds.includes(driver.manifest))
    words.push('--icd', driver.manifest);
  else words.push('--driver', driver.name);
  if (!onlyDeviceOfDriver) words.push('--device', deviceKey);
  if (driver.validationLayer !== undefined) words.push('--validate');
  if (driver.fault !== undefined) words.push('--fault', driver.fault);
  if (settings.direct) words.push('--direct');
  if (settings.isolate) words.push('--isolate');
  if (settings.inGuest) words.push('--in-guest');
  if (settings.timeoutSeconds !== defaultTimeoutSeconds * limitFactor(settings.inGuest))
    words.push('--timeout', String(settings.timeoutSeconds));
  if (robustness) words.push('--strict-robustness');
  words.push('--reports', nearby(againBeside(settings.reports)));
  return words.map(quoteWord).join(' ');
}

/** Such a command of a run whose reports have come to lie in another folder. */
export function rerunBeside(command: string, reports: string): string {
  return `${withoutReports(command)} --reports ${quoteWord(nearby(againBeside(reports)))}`;
}

/** The command for another case instance on the device of this one. */
export function rerunLike(
  one: { readonly id: string; readonly rerun: string },
  id: string,
  robustness: boolean,
): string {
  const strict = ' --strict-robustness';
  const reports = one.rerun.slice(withoutReports(one.rerun).length);
  // The results may come from a machine with other shells.
  const quote = [quoteForPosix, quoteForWindows].find((as) => one.rerun.includes(as(one.id))) ?? quoteWord;
  const settings = withoutReports(one.rerun)
    .replace(quote(one.id), () => quote(id))
    .replace(strict, '');
  return `${settings}${robustness ? strict : ''}${reports}`;
}

const withoutReports = (command: string): string =>
  command.replace(/ --reports (\S+|'([^']|'\\'')*'|"[^"]*")$/, '');

/** What runs again from a run again replaces that, lest each leads a folder deeper. */
function againBeside(reports: string): string {
  return basename(reports) === againFolder ? reports : join(reports, againFolder);
}

function nearby(folder: string): string {
  const short = relative(process.cwd(), folder);
  return short.startsWith('..') ? folder : short;
}

/** A word as the shells of this machine take it. */
export function quoteWord(word: string): string {
  return sep === '\\' ? quoteForWindows(word) : quoteForPosix(word);
}

/** A word as the Windows prompt and PowerShell take it: to the prompt, only the double quote is one. Short names of folders have a `~`. */
export function quoteForWindows(word: string): string {
  return /^[\w./\\:@+-][\w./\\:@+~-]*$/.test(word) ? word : `"${word.replaceAll('"', '\\"')}"`;
}

/** A word as POSIX shells take it. */
export function quoteForPosix(word: string): string {
  return /^[\w./@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
