import { brokenLetters, type StatusLetter, statusLetters, statusNames } from '../view/statuses';
import { type Counts, countIn } from '../view/tree';
import { element } from './element';

/**
 * A status by its name, in its colour; with an outline only, where it is broken and decides nothing.
 * @param decides whether it is part of the conformance verdict
 */
export function statusMark(
  letter: StatusLetter,
  decides: boolean,
  text: string = statusNames[letter],
): HTMLElement {
  const apart = !decides && brokenLetters.has(letter);
  return element(
    'span',
    {
      class: `status ${statusNames[letter]}${apart ? ' apart' : ''}`,
      title: apart ? `${text}: robustness or quality, no part of the conformance verdict` : null,
    },
    text,
    apart && element('span', { class: 'unseen' }, ' apart from the verdict'),
  );
}

/** What one column counts, the gravest first: `3 fail`, `120 pass`. */
export function countMarks(counts: Counts, column: number): readonly HTMLElement[] {
  const marks = (decides: boolean, broken: boolean) =>
    statusLetters.flatMap((letter, status) => {
      if (brokenLetters.has(letter) !== broken) return [];
      const own = countIn(counts, column, status, decides);
      const count = broken ? own : own + countIn(counts, column, status, false);
      return count === 0 ? [] : [statusMark(letter, decides, `${count} ${statusNames[letter]}`)];
    });
  return [...marks(true, true), ...marks(false, true), ...marks(true, false)];
}

/** The same as text. */
export function countText(counts: Counts, column: number): string {
  return countMarks(counts, column)
    .map(({ textContent }) => textContent)
    .join(', ');
}
