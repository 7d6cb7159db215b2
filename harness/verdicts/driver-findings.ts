import picomatch from 'picomatch';
import { findings } from '../../fixtures/findings/findings';
import { anchorOf } from '../results/known-findings';

/** What is known to be otherwise on a driver. */
export interface DriverFinding {
  /** Globs over the ids of the case instances that show it. */
  readonly cases: readonly string[];
  /** Whether a run may pass by it. */
  readonly sometimes: boolean;
  readonly heading: string;
  /** Where it is written up, from the root of the project. */
  readonly place: string;
  isAbout(id: string): boolean;
}

/** The findings on a driver, by its name. */
export function findingsOn(driver: string): readonly DriverFinding[] {
  return findings
    .filter(({ drivers }) => drivers.includes(driver))
    .map(({ cases, sometimes = false, heading, file }) => ({
      ...{ cases, sometimes, heading },
      place: `fixtures/findings/${file}#${anchorOf(heading)}`,
      isAbout: picomatch([...cases]),
    }));
}
