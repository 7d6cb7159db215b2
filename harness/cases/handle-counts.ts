import type { DeviceCapabilities } from './device-capabilities';

/**
 * How many handles a process may have more behind rounds of what leaves none open. Descriptors of POSIX are those that
 * somebody asked for; on Windows runtime and driver come to have threads, timers and caches at any time, which count, too.
 * @param descriptors how many a driver may come to keep for itself on POSIX
 */
export function toleratedHandles(
  { platform }: Pick<DeviceCapabilities, 'platform'>,
  rounds: number,
  descriptors: number,
): number {
  return platform === 'win32' ? Math.max(20, rounds / 4) : descriptors;
}
