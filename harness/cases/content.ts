/** Bytes of the buffers and images that memory cases share: 64 x 64 texels of four bytes. */
export const contentSize = 64 * 64 * 4;

/** What `differenceFrom` says where there is none. */
export const asWritten = 'as written';

/** Bytes that differ from those of every other seed nearly everywhere, and from zeros. */
export function patternOf(seed: number, length: number = contentSize): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = (seed * 0x9e37_79b9 + 0x7f4a_7c15) >>> 0;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** `as written`, or where the first difference lies and how many bytes differ. */
export function differenceFrom(wanted: Uint8Array, seen: Uint8Array): string {
  if (seen.length !== wanted.length) return `${seen.length} bytes instead of ${wanted.length}`;
  let first = -1;
  let differing = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    if (seen[at] === wanted[at]) continue;
    if (first === -1) first = at;
    differing += 1;
  }
  if (first === -1) return asWritten;
  return `${differing} of ${wanted.length} bytes differ, the first at ${first}: ${seen[first]} instead of ${wanted[first]}`;
}
