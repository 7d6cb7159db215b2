import type { Deviation } from '../cases/outcome';
import type { LedgerChange, LedgerSnapshot, OsHandles } from '../handles';

/**
 * The descriptors of the application that a case has lost: nothing that it had before may be gone or refer to
 * something else behind it.
 * @param beforeDriver numbers that were open before the driver was
 * @param before what was open when the case began
 */
export function lostDescriptors(
  system: OsHandles,
  beforeDriver: ReadonlySet<number>,
  before: LedgerSnapshot,
): readonly Deviation[] {
  const { vanished, replaced } = system.difference(before, system.snapshot());
  const owned = new Set(system.owned().map(({ value }) => value));
  const ours = ({ value }: LedgerChange): boolean => beforeDriver.has(value) || owned.has(value);
  return [...vanished, ...replaced].filter(ours).map(({ description }) => ({
    what: 'descriptors of the application behind the case',
    expected: 'as they were',
    seen: description,
    control: false,
  }));
}
