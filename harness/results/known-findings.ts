import picomatch from 'picomatch';
import { type Finding, findings } from '../../fixtures/findings/findings';
import type { OutcomeEntry, Results } from './results-schema';
import { isBroken } from './totals';

/** A finding that accounts for an outcome. */
export interface KnownFinding {
  /** `lavapipe#descriptor-exhaustion-gives-vk_success-with--1`: the page and, on it, the anchor of the heading. */
  readonly id: string;
  readonly heading: string;
  /** Where it is written up, from the root of the project: `fixtures/findings/lavapipe.md#...`. */
  readonly place: string;
}

/** The findings that a run can show: those on its driver, in the guest or outside it. */
export function findingsOn({ driver, run }: Results): readonly Finding[] {
  return findings.filter(
    ({ drivers, inGuest = run.guest }) => drivers.includes(driver.name) && inGuest === run.guest,
  );
}

/**
 * Tells which finding accounts for an outcome of these results, where it is broken and one does. What a driver does
 * under a fault is no finding.
 */
export function knownFindings(
  results: Results,
): (outcome: Pick<OutcomeEntry, 'id' | 'status'>) => KnownFinding | undefined {
  if (results.driver.fault !== undefined) return () => undefined;
  const known = findingsOn(results).map(({ cases, file, heading }) => ({
    matches: picomatch([...cases]),
    finding: {
      id: `${file.replace(/\.md$/, '')}#${anchorOf(heading)}`,
      heading,
      place: `fixtures/findings/${file}#${anchorOf(heading)}`,
    },
  }));
  return ({ id, status }) =>
    isBroken(status) ? known.find(({ matches }) => matches(id))?.finding : undefined;
}

/** The anchor that Markdown readers give to a heading: lower case, hyphens for spaces, no other punctuation. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}
