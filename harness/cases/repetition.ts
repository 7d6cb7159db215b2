import type { CaseContext } from './context';
import { milliseconds, whileRepeating } from './durations';

/**
 * Does something so many times, or for as long as `whileRepeating` says where a driver is slow at it; how often it was
 * done is then noted.
 * @param what is repeated, as in `imports`
 * @param once is given how often it was done before
 * @param within the time for all of them
 * @returns how often it was done, once at least
 */
export async function repeatedly(
  { note }: Pick<CaseContext, 'note'>,
  what: string,
  count: number,
  once: (made: number) => Promise<void>,
  within = whileRepeating,
): Promise<number> {
  const begun = performance.now();
  for (let made = 0; made < count; made += 1) {
    await once(made);
    if (made + 1 < count && milliseconds(performance.now() - begun) > within) {
      note(`${what}: ${made + 1} of ${count}, which took all the time that there is for them`);
      return made + 1;
    }
  }
  return count;
}
