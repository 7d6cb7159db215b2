import type { CaseContext } from './context';
import { immediately, milliseconds, patience } from './durations';
import type { FenceHandleType, Permanence } from './handle-types';
import type { Endpoint, Fence, Result } from './objects';

/**
 * What a submission or a reset may give where sharers of a payload use it against each other; a device may be lost
 * besides, which a case declares with `mayLoseDevice`. Source: synchronization-fences-importing.
 */
export const resultsInRace: readonly Result[] = ['VK_SUCCESS', 'VK_ERROR_INITIALIZATION_FAILED'];

/** A fence that shares a payload, and the endpoint that it belongs to. */
export interface Sharer {
  /** For messages. */
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly fence: Fence;
  /** Whether a reset of the fence resets the payload and not the one that it had before. */
  readonly permanence: Permanence;
}

/** Two fences that share an unsignaled payload: the source, and one that imported it. */
export async function sharingPair(
  exporter: Endpoint,
  importer: Endpoint,
  handleType: FenceHandleType,
  permanence: Permanence = 'permanent',
): Promise<readonly [Sharer, Sharer]> {
  const source = await exporter.fence({ exportAs: [handleType] });
  const target = await importer.fence();
  await target.import(await source.export(handleType), handleType, permanence);
  return [
    { name: 'source', endpoint: exporter, fence: source, permanence: 'permanent' },
    { name: 'target', endpoint: importer, fence: target, permanence },
  ];
}

/** Waits until no queue of the sharers has anything pending. */
export async function sharersIdle(sharers: readonly Sharer[]): Promise<void> {
  for (const endpoint of new Set(sharers.map((sharer) => sharer.endpoint)))
    await (await endpoint.queue()).waitIdle();
}

/**
 * Shows that fences with nothing pending share one payload: each signals it for all and, unless its import is a
 * temporary one, resets it for all; and waits on it end with their timeouts.
 * @param sharers the first one shares for good
 */
export async function showSharing(
  { expect }: Pick<CaseContext, 'expect'>,
  sharers: readonly [Sharer, ...Sharer[]],
): Promise<void> {
  const [first] = sharers;
  await first.fence.reset();
  let reset = first;
  for (const { name, endpoint, fence, permanence } of sharers) {
    for (const other of sharers) {
      const behind = `the ${other.name} behind a reset through the ${reset.name}`;
      expect(`status of ${behind}`, await other.fence.status()).toBe('VK_NOT_READY');
      expect(`wait on ${behind}`, await other.fence.wait(milliseconds(1))).toBe('VK_TIMEOUT');
    }
    await (await endpoint.queue()).submit({ fence });
    for (const other of sharers) {
      const behind = `the ${other.name} behind a signal through the ${name}`;
      expect(`wait on ${behind}`, await other.fence.wait(patience)).toBe('VK_SUCCESS');
      expect(`status of ${behind}`, await other.fence.status()).toBe('VK_SUCCESS');
      expect(`another wait on ${behind}`, await other.fence.wait(immediately)).toBe('VK_SUCCESS');
    }
    await (await endpoint.queue()).waitIdle();
    if (permanence === 'permanent') reset = { name, endpoint, fence, permanence };
    await reset.fence.reset();
  }
}
