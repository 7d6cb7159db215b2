const shown = 4;

/** `none`, or how many of `total` there are and the first of them, for expectations over long lists. */
export function someOf(names: readonly string[], total: number): string {
  if (names.length === 0) return 'none';
  const first = names.slice(0, shown).join(', ');
  return `${names.length} of ${total}: ${first}${names.length > shown ? ', ...' : ''}`;
}
