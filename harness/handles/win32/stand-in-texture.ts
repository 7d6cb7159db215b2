/**
 * What stands in for a shared texture of Direct3D 11 where no device of Direct3D can be had: a section with its texels,
 * row by row, and behind them a page that says so and holds its keyed mutex. A driver that is a model may take it for one.
 */
import type { OsHandle, SharedTexture, TextureRequest } from '../face';
import { adoptGlobal } from './global-handle';
import { createSection } from './kernel-objects';
import { mapShared } from './memory';
import { isNameTaken } from './names';
import {
  drawNumber,
  freshSectionName,
  nameOfNumber,
  numberPageBytes,
  writeSectionName,
} from './stand-in-number';

/** Views of a section begin at multiples of this many bytes (dwAllocationGranularity). */
const granularity = 65_536;
const pageBytes = 4096;
/** `VKEXTD3D`, read as a little-endian integer. */
const magic = 0x4433_4454_5845_4b56n;
/** Words of 64 bits in the page behind the texels. */
const word = { magic: 0, size: 1, key: 2 } as const;
/** In the place of a key while somebody has the mutex: no key, since those that the suite uses are small. */
const acquired = -1n;
const pauseMs = 2;

/** A keyed mutex in memory that processes share: the key that it was released with, or that somebody has it. */
export class StandInMutex {
  constructor(private readonly words: BigInt64Array) {}

  /** Whether it was free under that key, and now is the caller's. */
  tryAcquire(key: bigint): boolean {
    return Atomics.compareExchange(this.words, word.key, key, acquired) === key;
  }

  release(key: bigint): void {
    Atomics.store(this.words, word.key, key);
  }
}

/** The bytes of the texels that the last page of a section tells of; undefined where it is of no such texture. */
export function standInTextureSize(lastPage: ArrayBuffer): bigint | undefined {
  const words = new BigInt64Array(lastPage);
  return words[word.magic] === magic ? words[word.size] : undefined;
}

/** The mutex in the last page of such a section. */
export function standInMutex(lastPage: ArrayBuffer): StandInMutex {
  return new StandInMutex(new BigInt64Array(lastPage));
}

/** A new one, zeroed, whose mutex is free under the key 0. */
export function createStandInTexture(bytes: number, shared: TextureRequest['shared']): SharedTexture {
  const start = Math.ceil(bytes / granularity) * granularity;
  const name = shared === 'global-handle' ? freshSectionName() : null;
  const section = createSection(start + pageBytes, name);
  const number = name === null ? undefined : numberOf(name);
  const { buffer } = mapShared(section, start + pageBytes);
  const words = new BigInt64Array(buffer, start);
  words[word.size] = BigInt(bytes);
  words[word.magic] = magic;
  const mutex = new StandInMutex(words);
  const texels = new Uint8Array(buffer, 0, bytes);
  return {
    handle: number?.handle ?? section,
    write: (written) => texels.set(written),
    read: () => texels.slice(),
    acquire: async (key, timeoutMs) => {
      const end = performance.now() + timeoutMs;
      while (!mutex.tryAcquire(key)) {
        if (performance.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
      return true;
    },
    release: (key) => mutex.release(key),
    dispose: () => {
      if (number === undefined) return;
      number.page.close();
      section.close();
    },
  };
}

/** A global handle for the section of that name, and the page that keeps it valid. */
function numberOf(name: string): { readonly handle: OsHandle; readonly page: OsHandle } {
  let number = drawNumber();
  while (isNameTaken(nameOfNumber(number))) number = drawNumber();
  const page = createSection(numberPageBytes, nameOfNumber(number));
  writeSectionName(mapShared(page, numberPageBytes).buffer, name);
  return { handle: adoptGlobal(number), page };
}
