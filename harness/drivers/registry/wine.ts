/** Whether this is Wine, through ntdll. Never loaded in a Jest sandbox: koffi must not enter one. */
import koffi from 'koffi';
import type { Wine } from './registry-drivers';

/** What Wine tells of itself by functions that it adds to ntdll; undefined on Windows, which has none of that name. */
export function wineHere(): Wine | undefined {
  const ntdll = koffi.load('ntdll.dll');
  try {
    const version = ntdll.func('wine_get_version', 'str', []) as unknown as () => string;
    const host = ntdll.func('wine_get_host_version', 'void', [
      koffi.out('str *'),
      koffi.out('str *'),
    ]) as unknown as (system: [string | null], release: [string | null]) => void;
    const [system, release]: [[string | null], [string | null]] = [[null], [null]];
    host(system, release);
    return { version: version(), system: system[0] ?? 'unknown', release: release[0] ?? 'unknown' };
  } catch {
    return undefined;
  }
}
