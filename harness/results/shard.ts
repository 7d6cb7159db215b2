import { createHash } from 'node:crypto';

/** One of several parts that the case instances are split into. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

/** Reads `index/count`, such as `1/3`; `undefined` where it is not of that form. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/**
 * Whether an instance is one of a shard: by a hash of its id alone, so that no machine, selection or other case changes
 * it. Instances are split and not cases, of which some have hundreds: any host runs any instance, so that nothing is
 * gained by keeping those of a case together.
 */
export function isInShard(instanceId: string, { index, count }: Shard): boolean {
  const hash = createHash('sha256').update(instanceId).digest().readUInt32BE();
  return hash % count === index - 1;
}
