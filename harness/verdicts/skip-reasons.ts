/** So many reasons that differ in one word are told as one. */
const fewestAlike = 3;

/**
 * Reasons for skips with a `*` where several differ in one word, as in `the device does not report DMA_BUF exportable
 * for a *`; the others as they are.
 *
 * @returns for each reason the glob that stands for it.
 */
export function globsOfReasons(reasons: readonly string[]): ReadonlyMap<string, string> {
  const globs = new Map(reasons.map((reason) => [reason, reason]));
  const left = new Set(reasons.filter((reason) => /^[\w ,.-]+$/.test(reason)));
  for (;;) {
    const families = new Map<string, string[]>();
    for (const reason of left) {
      const words = reason.split(' ');
      for (const index of words.keys()) {
        const family = words.with(index, '*').join(' ');
        families.set(family, [...(families.get(family) ?? []), reason]);
      }
    }
    const [glob, members] = [...families].reduce<readonly [string, readonly string[]]>(
      (former, one) => (one[1].length > former[1].length ? one : former),
      ['', []],
    );
    if (members.length < fewestAlike) return globs;
    for (const reason of members) {
      globs.set(reason, glob);
      left.delete(reason);
    }
  }
}
