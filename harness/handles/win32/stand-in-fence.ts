/**
 * What stands in for a shared fence of Direct3D where no device of Direct3D can be had: a page that says so, that names
 * the API in whose place it is, and that holds its value. A driver that is a model may take it for one. Words of 64 bits:
 * what the driver keeps of a fence may lie in those from the eighth on, around the value.
 */
import { randomBytes } from 'node:crypto';
import type { SharedFence } from '../face';
import { createSection } from './kernel-objects';
import { mapShared } from './memory';

const pageBytes = 4096;
/** `VKEXTFEN`, read as a little-endian integer. */
const magic = 0x4e45_4654_5845_4b56n;
const word = { magic: 0, creator: 1, id: 2, value: 16 } as const;
const pauseMs = 2;

/** Which version of Direct3D it stands for. */
export type StandInCreator = 11 | 12;

/** What a page tells of itself. */
export interface StandInFence {
  readonly creator: StandInCreator;
  /** Text that all views of one page have in common, and no others. */
  readonly id: string;
  /** The word that holds its value. */
  readonly valueWord: number;
}

/** What is known of the fence in a page; undefined where it is no such fence. */
export function readStandInFence(page: ArrayBuffer): StandInFence | undefined {
  const words = new BigInt64Array(page);
  if (words[word.magic] !== magic) return undefined;
  return {
    creator: words[word.creator] === 11n ? 11 : 12,
    id: `${words[word.id]} ${words[word.id + 1]}`,
    valueWord: word.value,
  };
}

/** A new one of the value 0. */
export function createStandInFence(creator: StandInCreator): SharedFence {
  const handle = createSection(pageBytes);
  const words = new BigInt64Array(mapShared(handle, pageBytes).buffer);
  words.set(new BigInt64Array(Uint8Array.from(randomBytes(16)).buffer), word.id);
  words[word.creator] = BigInt(creator);
  words[word.magic] = magic;
  const value = (): bigint => BigInt.asUintN(64, Atomics.load(words, word.value));
  const signal = (reached: bigint): void => {
    Atomics.store(words, word.value, BigInt.asIntN(64, reached));
  };
  const pending = new Set<NodeJS.Timeout>();
  return {
    handle,
    value,
    signal,
    signalBehind: (awaited, reached) => {
      const timer = setInterval(() => {
        if (value() < awaited) return;
        clearInterval(timer);
        pending.delete(timer);
        signal(reached);
      }, pauseMs);
      pending.add(timer);
    },
    dispose: () => {
      for (const timer of pending) clearInterval(timer);
      pending.clear();
    },
  };
}
