/** A frame of a stack that is an address alone, as Node.js prints them of itself where it has no symbols. */
const addressAlone = /^\s*(?:\d+:\s*)?(?:0x)?[0-9a-f]{6,}\s*$/i;
const heading = /^-{3,} .* -{3,}$/;
/** How much of what a host printed is kept at first, and how much of it is told. */
const [kept, told] = [20_000, 2000];

/** The end of what a host printed so far, and more. */
export function printedMore(before: string, text: string): string {
  return (before + text).slice(-kept);
}

/** What a host printed, for people: its end, without frames that are addresses alone and headings above nothing. */
export function printedText(printed: string): string {
  const lines = printed.split(/\r?\n/).filter((line) => !addressAlone.test(line));
  const kept = lines.filter((line, at) => !heading.test(line.trim()) || follows(lines.slice(at + 1)));
  return kept
    .filter((line, at) => line.trim() !== '' || kept[at - 1]?.trim() !== '')
    .join('\n')
    .trim()
    .slice(-told)
    .trim();
}

/** Whether anything stands below a heading. */
function follows(below: readonly string[]): boolean {
  const next = below.find((line) => line.trim() !== '');
  return next !== undefined && !heading.test(next.trim());
}
