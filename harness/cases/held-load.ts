import type { CaseContext } from './context';
import type { HeldWork } from './objects';

/**
 * Thrown where work that a load held was done before it could be looked at: that says nothing of the driver. The case
 * is made again behind more load; where that does not help either, it warns that it could not show its rule.
 */
export class LoadTooShort extends Error {
  override readonly name = 'LoadTooShort';

  /**
   * @param what was to be looked at while the work was pending
   * @param held what was pending, where it was no work behind a load
   */
  constructor(
    readonly what: string,
    readonly held = 'work that a load held',
  ) {
    super(`${held} was done before ${what} could be looked at`);
  }
}

/** The control that work is pending at this moment. */
export async function controlPending(
  { control }: Pick<CaseContext, 'control'>,
  what: string,
  held: HeldWork,
): Promise<void> {
  const pending = await held.isHeld();
  if (!pending && held.loadMs !== null) throw new LoadTooShort(`whether ${what} is pending`);
  control(`whether ${what} is pending`, pending).toBe(true);
}

/** What a case has where a load may have been too short. */
export type LoadJudgement = Pick<CaseContext, 'should' | 'behindMoreLoad'>;

/**
 * Whether work was pending behind what was looked at, so that it was seen of pending work. Where a load was over too
 * soon for that, the case is made again; behind the longest load the answer is false, with a warning.
 * @param what was looked at, as in `the wait`
 */
export async function stillPending(
  { should, behindMoreLoad }: LoadJudgement,
  what: string,
  held: HeldWork,
): Promise<boolean> {
  if (await held.isHeld()) return true;
  if (held.loadMs !== null) behindMoreLoad(what);
  should(`whether the work is pending behind ${what}, which the case needs`, false).toBe(true);
  return false;
}
