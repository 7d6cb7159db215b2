import { operatingSystem } from '../handles';
import { wrongUsage } from './command-error';

/** Whether what is fetched is of use on an operating system, which goes by its name in Node.js: not on Windows. */
export function fixturesRunOn(system: string = operatingSystem): boolean {
  return system !== 'win32';
}

/**
 * Refuses what takes something fetched where that is of no use.
 *
 * @param asked what the command line says
 * @param why what of it is for Linux
 * @throws CommandError
 */
export function requireFixtures(asked: string, why: string, system: string = operatingSystem): void {
  if (!fixturesRunOn(system)) throw wrongUsage(`${asked} is for Linux: ${why}`);
}
