/** Outcomes by the letter that stands for them in `PageColumn.statuses`, the gravest first. */
export const statusNames = {
  c: 'crash',
  t: 'timeout',
  f: 'fail',
  k: 'flake',
  m: 'missing',
  w: 'warn',
  p: 'pass',
  s: 'skip',
} as const;

export type StatusLetter = keyof typeof statusNames;
export type StatusName = (typeof statusNames)[StatusLetter];

/** Every letter, the gravest first. */
export const statusLetters = Object.keys(statusNames) as readonly StatusLetter[];

/** The letter of a run that did not plan the instance. */
export const absent = '.';

/** What a baseline makes of an outcome, by the letter that stands for it in `PageColumn.judgements`. */
export const judgementLetters = { expected: 'e', changed: 'c', unexpected: 'u' } as const;

/** Outcomes that no requirement allows, or that leave the question open. */
export const brokenLetters: ReadonlySet<string> = new Set<StatusLetter>(['c', 't', 'f', 'k', 'm']);

/** The place of a letter in `statusLetters`, by its character code; -1 for any other character. */
export const placeOfLetter: Int8Array = (() => {
  const places = new Int8Array(128).fill(-1);
  for (const [place, letter] of statusLetters.entries()) places[letter.charCodeAt(0)] = place;
  return places;
})();
