import type { FenceCreator } from '../handles/face';
import type { CaseContext } from './context';
import { pauseFor } from './course';
import { patience } from './durations';
import type { ExternalHandle } from './external-handle';
import { madeForDevice } from './foreign-texture';
import { LoadTooShort } from './held-load';
import type { Result } from './objects';
import { type FenceSide, fenceOperation, holdingsFor, waitWhileHeld } from './semaphore-operations';
import type { Need } from './suite';

/** A fence of Direct3D that no Vulkan driver made: a counter. */
export interface ForeignFence {
  /** An NT handle, which stays the case's. */
  readonly handle: ExternalHandle;
  /** The value that it has come to, as its creator sees it. */
  value(): bigint;
  /** Has the creator set its value. */
  signal(value: bigint): void;
  /** Has the queue of the creator wait until it has come to a value, and set it to another then. */
  signalBehind(awaited: bigint, value: bigint): void;
}

/** Fences of the axis `creator` can be made here, for the device. */
export const fenceCreator: Need<{ readonly creator: string }> = (device, { creator }) =>
  madeForDevice(device, creator, creator.endsWith('11') ? 'd3d11-fence' : 'd3d12-fence');

/** A fence on the adapter of the device under test. */
export async function makeFence(
  { exporter, foreignFence }: Pick<CaseContext, 'exporter' | 'foreignFence'>,
  creator: FenceCreator,
): Promise<ForeignFence> {
  const { deviceLUID } = await exporter.queries.identifiers();
  return foreignFence({ creator, adapter: deviceLUID });
}

const lookMs = 2;

/** The value that its creator sees as soon as that is high enough, or once patience is at an end. */
export async function valueOnceReached(fence: ForeignFence, awaited: bigint): Promise<bigint> {
  const end = performance.now() + Number(patience) / 1e6;
  while (fence.value() < awaited && performance.now() < end)
    await pauseFor(lookMs, 'the creator of a fence looks at it again');
  return fence.value();
}

/**
 * Submits a signal that is held; has the creator of the fence wait for that, and signal the next value then; submits a
 * wait for this value, and looks at it before and behind the release. Each signal that it waits for, and each that those
 * depend on, was submitted before it.
 * @param above the value that the fence has; each before it was reached
 */
export async function waitAcrossCreator({
  fence,
  signal,
  wait,
  above,
  renew,
}: {
  readonly fence: ForeignFence;
  readonly signal: FenceSide;
  readonly wait: FenceSide;
  readonly above: bigint;
  /** Brings back the payloads that a wait ended. */
  readonly renew: () => Promise<void>;
}): Promise<{ readonly held: Result; readonly released: Result; readonly reached: bigint }> {
  const queue = await signal.through.queue();
  for (const [attempt, by] of holdingsFor(signal.type, wait.type).entries()) {
    const awaited = above + 2n * BigInt(attempt) + 1n;
    const reached = awaited + 1n;
    const work = await queue.hold({ signal: [fenceOperation(signal.type, signal.semaphore, awaited)] }, by);
    fence.signalBehind(awaited, reached);
    const batch = await waitWhileHeld(wait.through, fenceOperation(wait.type, wait.semaphore, reached));
    const conclusive = await work.isHeld();
    await work.release();
    const released = await batch.result();
    if (conclusive || released !== 'VK_SUCCESS') return { held: batch.held, released, reached };
    await renew();
  }
  throw new LoadTooShort('a wait for what the creator signals behind it');
}
