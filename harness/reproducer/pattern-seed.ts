import { patternOf } from '../cases/content';

/** Seeds of patterns that stand beside one that is known. */
const nearSeeds = 256;
/** Bytes that tell a pattern from anything else. */
const tellingBytes = 16;
/** How often bytes are searched that no pattern begins with: each search takes some hundredths of a second. */
const mostSearches = 40;

/** Looked up once: the search takes it millions of times. */
const { imul } = Math;

const factor = 1_664_525;
const addend = 1_013_904_223;

/** Finds by which seeds the patterns that a case writes can be made again. */
export class PatternSeeds {
  private readonly known: number[] = [];
  private failed = 0;

  /** The seed of a pattern; undefined for other bytes. */
  seedOf(bytes: Uint8Array): number | undefined {
    if (bytes.length < tellingBytes) return undefined;
    const seed = this.near(bytes) ?? this.searched(bytes);
    if (seed === undefined || !same(patternOf(seed, bytes.length).bytes, bytes)) return undefined;
    if (!this.known.includes(seed)) this.known.push(seed);
    return seed;
  }

  /** A case takes one seed behind the other. */
  private near(bytes: Uint8Array): number | undefined {
    for (const known of this.known.toReversed())
      for (let by = 0; by <= nearSeeds; by += 1)
        for (const seed of [(known + by) >>> 0, (known - by) >>> 0]) if (begins(seed, bytes)) return seed;
    return undefined;
  }

  private searched(bytes: Uint8Array): number | undefined {
    if (this.failed >= mostSearches || bytes.every((byte) => byte === bytes[0])) return undefined;
    const [first = 0, second, third, fourth, fifth] = bytes;
    // The first byte is the highest of the state behind it; the next ones tell the rest.
    for (let low = 0; low < 1 << 24; low += 1) {
      let state = imul((first << 24) | low, factor) + addend;
      if (state >>> 24 !== second) continue;
      state = imul(state, factor) + addend;
      if (state >>> 24 !== third) continue;
      state = imul(state, factor) + addend;
      if (state >>> 24 !== fourth) continue;
      if ((imul(state, factor) + addend) >>> 24 !== fifth) continue;
      const seed = seedBefore((first << 24) | low);
      if (begins(seed, bytes)) return seed;
    }
    this.failed += 1;
    return undefined;
  }
}

/** The seed of the pattern whose state is this behind its first byte. */
function seedBefore(state: number): number {
  const start = imul(state - addend, inverseOf(factor));
  return imul(start - 0x7f4a_7c15, inverseOf(0x9e37_79b9)) >>> 0;
}

/** What an odd number times itself modulo 2^32 makes 1. */
function inverseOf(odd: number): number {
  let inverse = odd;
  for (let step = 0; step < 5; step += 1) inverse = imul(inverse, 2 - imul(odd, inverse));
  return inverse;
}

function begins(seed: number, bytes: Uint8Array): boolean {
  return same(patternOf(seed, tellingBytes).bytes, bytes.subarray(0, tellingBytes));
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
