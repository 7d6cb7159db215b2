import { randomInt } from 'node:crypto';

/** Bytes of the buffers and images that memory cases share: 64 x 64 texels of four bytes. */
export const contentSize = 64 * 64 * 4;

/** What `differenceFrom` says where there is none. */
export const asWritten = 'as written';

/** Bytes to write and to look for, by a name from which they can be made again. */
export interface Content {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Bytes that differ from those of every other seed nearly everywhere, and from zeros. */
export function patternOf(seed: number, length: number = contentSize): Content {
  const bytes = new Uint8Array(length);
  let state = (Math.imul(seed, 0x9e37_79b9) + 0x7f4a_7c15) >>> 0;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return { name: `the pattern of seed ${seed}`, bytes };
}

const seeds = 2 ** 32;
let nextSeed = randomInt(seeds);

/** A pattern that memory which the driver recycles does not hold: no case before and no other process wrote it. */
export function freshPattern(length: number = contentSize): Content {
  const seed = nextSeed;
  nextSeed = (nextSeed + 1) % seeds;
  return patternOf(seed, length);
}

/** Three of them. */
export function freshPatterns(length: number = contentSize): readonly [Content, Content, Content] {
  return [freshPattern(length), freshPattern(length), freshPattern(length)];
}

/** The same byte all over. */
export function filledWith(byte: number, length: number = contentSize): Content {
  return { name: `bytes of 0x${byte.toString(16)}`, bytes: new Uint8Array(length).fill(byte) };
}

/** The first bytes of contents. */
export function headOf({ name, bytes }: Content, length: number): Content {
  return { name, bytes: bytes.subarray(0, length) };
}

/** `nowhere`, or where contents lie among bytes that must not hold them: `at byte 4096 of 8192`. */
export function placeOf({ bytes }: Content, among: Uint8Array): string {
  const at = Buffer.from(among.buffer, among.byteOffset, among.length).indexOf(bytes);
  return at === -1 ? nowhere : `at byte ${at} of ${among.length}`;
}

/** What `placeOf` says where there is none. */
export const nowhere = 'nowhere';

/** Contents over and over again. */
export function repeated({ name, bytes }: Content, length: number): Content {
  const all = new Uint8Array(length);
  for (let at = 0; at < length; at += bytes.length) all.set(bytes.subarray(0, length - at), at);
  return { name: `${name} over and over`, bytes: all };
}

/** Contents in which others lie, from that byte on. */
export function overlaid(around: Content, inner: Content, at: number): Content {
  const bytes = around.bytes.slice();
  bytes.set(inner.bytes, at);
  return { name: `${around.name} with ${inner.name} from byte ${at} on`, bytes };
}

/** `as written`, or where the first difference lies and how many bytes differ. */
export function differenceFrom({ name, bytes: wanted }: Content, seen: Uint8Array): string {
  if (seen.length !== wanted.length) return `${seen.length} bytes instead of ${wanted.length} of ${name}`;
  let first = -1;
  let differing = 0;
  for (let at = 0; at < wanted.length; at += 1) {
    if (seen[at] === wanted[at]) continue;
    if (first === -1) first = at;
    differing += 1;
  }
  if (first === -1) return asWritten;
  return `${differing} of ${wanted.length} bytes differ from ${name}, the first at ${first}: ${seen[first]} instead of ${wanted[first]}`;
}
