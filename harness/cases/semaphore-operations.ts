import { tellCourse, within } from './course';
import type { DeviceCapabilities } from './device-capabilities';
import { milliseconds, patience } from './durations';
import { mayImport, permanences, type SemaphoreHandleType } from './handle-types';
import { LoadTooShort } from './held-load';
import { sparseFamily } from './needs';
import type { Endpoint, Fence, Result, Semaphore } from './objects';
import type { Holding, SemaphoreOperation, SubmitCommand, WaitCommand } from './work';

export const semaphoreTypes = ['binary', 'timeline'] as const;
export type SemaphoreType = (typeof semaphoreTypes)[number];

/** Milliseconds that a wait which must not end is watched: long enough for a driver that ignores it to be seen. */
const watchedMs = 20;

/**
 * Whether a payload of that semaphore type may travel so: SYNC_FD takes binary semaphores and temporary imports
 * alone, and a timeline payload is never imported temporarily. The payload of a D3D12 fence goes by values, which
 * submissions give for timeline semaphores by every command: of binary ones the cases of that handle type have it.
 * Source: table "Handle types supported by VkImportSemaphoreFdInfoKHR" and its Win32 twin;
 * VUID-VkSemaphoreGetFdInfoKHR-handleType-03253, VUID-VkImportSemaphoreFdInfoKHR-handleType-07307,
 * VUID-VkImportSemaphoreFdInfoKHR-flags-03323 and its Win32 twin 03322; VkD3D12FenceSubmitInfoKHR.
 */
export function mayTravel({
  type = 'binary',
  handleType,
  permanence,
}: {
  readonly type?: string;
  readonly handleType: SemaphoreHandleType;
  readonly permanence?: string;
}): boolean {
  if (type === 'timeline') return handleType !== 'SYNC_FD' && permanence !== 'temporary';
  return handleType !== 'D3D12_FENCE' && (permanence === undefined || mayImport({ handleType, permanence }));
}

/** The axes of what an import into a semaphore may be, as far as `mayTravel` holds. */
export const semaphoreImports = {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  type: semaphoreTypes,
  permanence: permanences,
} as const;

/** A wait or signal of a semaphore: binary ones have no value. */
export function operation(type: SemaphoreType, semaphore: Semaphore, value = 1n): SemaphoreOperation {
  return type === 'timeline' ? { semaphore, value } : { semaphore };
}

/** The same of a semaphore whose payload is a D3D12 fence's: a binary one has the value by a structure of its own. */
export function fenceOperation(
  type: SemaphoreType,
  semaphore: Semaphore,
  fenceValue: bigint,
): SemaphoreOperation {
  return type === 'timeline' ? { semaphore, value: fenceValue } : { semaphore, fenceValue };
}

/** Submits a signal of the semaphore, and returns once the queue has done it. */
export async function signalThrough(
  endpoint: Endpoint,
  signal: SemaphoreOperation,
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<void> {
  const queue = await endpoint.queue();
  await queue.submit({ signal: [signal], command });
  await queue.waitIdle();
}

/** Submits a batch that waits for the semaphore, or for several; its fence is signaled once the wait is satisfied. */
export async function submitWait(
  endpoint: Endpoint,
  wait: SemaphoreOperation | readonly SemaphoreOperation[],
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<Fence> {
  const fence = await endpoint.fence();
  await (await endpoint.queue()).submit({ wait: [wait].flat(), fence, command });
  return fence;
}

/** Submits a batch that waits for the semaphore: VK_SUCCESS when the wait is satisfied within `patience`. */
export async function waitThrough(
  endpoint: Endpoint,
  wait: SemaphoreOperation,
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<Result> {
  return settled(await submitWait(endpoint, wait, command));
}

/** As `waitThrough`, by any command that submits a wait to a queue. */
export async function waitBy(
  command: WaitCommand,
  endpoint: Endpoint,
  device: DeviceCapabilities,
  wait: SemaphoreOperation,
): Promise<Result> {
  if (command !== 'vkQueueBindSparse') return waitThrough(endpoint, wait, command);
  return settled(await bindBehind(endpoint, device, wait));
}

/** Submits a sparse binding that waits for the semaphore; its fence is signaled once the wait is satisfied. */
async function bindBehind(
  endpoint: Endpoint,
  device: DeviceCapabilities,
  wait: SemaphoreOperation,
): Promise<Fence> {
  const fence = await endpoint.fence();
  await (await endpoint.queue(sparseFamily(device))).bindNothing({ wait: [wait], fence });
  return fence;
}

/** Waits for a batch with patience; its fence goes with it, since fences too may hold descriptors. */
async function settled(fence: Fence): Promise<Result> {
  const result = await fence.wait(patience);
  if (result === 'VK_SUCCESS') await fence.destroy();
  return result;
}

/** A wait that was submitted while the signal that it needs is held. */
export interface WaitingBatch {
  /** VK_TIMEOUT where it was not satisfied in a time that shows that it waits. */
  readonly held: Result;
  /** Whether the submission comes back in so many milliseconds: a driver may block in one that waits. */
  returnsWithin(ms: number): Promise<boolean>;
  /** To be asked behind the release: VK_SUCCESS where the signal reached it. */
  result(): Promise<Result>;
}

/**
 * Submits a wait while the signal that it needs is held, and looks at it. A driver may block in the submission
 * until the signal comes: then the wait is as unsatisfied as one whose fence is not signaled.
 */
export async function waitWhileHeld(
  endpoint: Endpoint,
  wait: SemaphoreOperation | readonly SemaphoreOperation[],
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<WaitingBatch> {
  return watched(submitWait(endpoint, wait, command));
}

/** As `waitWhileHeld`, by vkQueueBindSparse. */
export async function bindWhileHeld(
  endpoint: Endpoint,
  device: DeviceCapabilities,
  wait: SemaphoreOperation,
): Promise<WaitingBatch> {
  return watched(bindBehind(endpoint, device, wait));
}

async function watched(submission: Promise<Fence>): Promise<WaitingBatch> {
  submission.catch(() => {}); // its error is seen by `result`
  const fence = await within(submission, watchedMs, 'a submission that waits does not come back');
  return {
    held: fence === undefined ? 'VK_TIMEOUT' : await fence.wait(milliseconds(watchedMs)),
    returnsWithin: async (ms) => {
      const returned = submission.then(() => true);
      return (await within(returned, ms, 'the submission has so long to come back')) ?? false;
    },
    result: async () => settled(await submission),
  };
}

/** Milliseconds of load to hold a binary semaphore's signal with: the next where one was over too soon. */
const loads = [40, 160, 640, 2500] as const;

/**
 * Submits a signal that is held, then a wait that it must satisfy, and looks at the wait before and behind the
 * release. What both act on must be unsignaled, with nothing pending.
 */
export async function waitAcrossHold({
  signal,
  wait,
  command = 'vkQueueSubmit',
  renew = async () => {},
  ignoredValue,
}: {
  readonly signal: SemaphoreOperation & { readonly through: Endpoint };
  readonly wait: SemaphoreOperation & { readonly through: Endpoint };
  readonly command?: SubmitCommand;
  /** Brings back what the wait ended, a temporary import, where it has to be repeated behind a longer load. */
  readonly renew?: () => Promise<void>;
  /** A value that both operations carry, which for binary semaphores is ignored. */
  readonly ignoredValue?: bigint;
}): Promise<{ readonly held: Result; readonly released: Result }> {
  const { through: signaling, ...signaled } = signal;
  const { through: waiting, ...awaited } = wait;
  const queue = await signaling.queue();
  const ignored = ignoredValue === undefined ? {} : { value: ignoredValue };
  const holdings: readonly Holding[] =
    signaled.value === undefined ? loads.map((load) => ({ load })) : ['host-signal'];
  for (const by of holdings) {
    tellCourse({ action: 'tries' });
    const work = await queue.hold({ signal: [{ ...signaled, ...ignored }], command }, by);
    const batch = await waitWhileHeld(waiting, { ...awaited, ...ignored }, command);
    const conclusive = await work.isHeld();
    await work.release();
    const released = await batch.result();
    if (conclusive || released !== 'VK_SUCCESS') return { held: batch.held, released };
    await renew();
    tellCourse({ action: 'tried-in-vain' });
  }
  throw new LoadTooShort('a wait for the signal behind it');
}

/** A semaphore of either type whose payload is a D3D12 fence's, and where it is used. */
export interface FenceSide {
  readonly type: SemaphoreType;
  readonly semaphore: Semaphore;
  readonly through: Endpoint;
}

/** What holds a signal that is waited for, one after the other, where the one before was over too soon. */
export function holdingsFor(signal: SemaphoreType, wait: SemaphoreType): readonly Holding[] {
  return signal === 'timeline' && wait === 'timeline' ? ['host-signal'] : loads.map((load) => ({ load }));
}

/**
 * As `waitAcrossHold`, for payloads of D3D12 fences: each attempt signals the next value and waits for it, since one
 * that was reached once is reached for good.
 * @param above the value that the payload has; each before it was reached
 */
export async function fenceWaitAcrossHold({
  signal,
  wait,
  above,
  renew = async () => {},
}: {
  readonly signal: FenceSide;
  readonly wait: FenceSide;
  readonly above: bigint;
  readonly renew?: () => Promise<void>;
}): Promise<{ readonly held: Result; readonly released: Result; readonly reached: bigint }> {
  const queue = await signal.through.queue();
  for (const [attempt, by] of holdingsFor(signal.type, wait.type).entries()) {
    const reached = above + BigInt(attempt) + 1n;
    const held = await queue.hold({ signal: [fenceOperation(signal.type, signal.semaphore, reached)] }, by);
    const batch = await waitWhileHeld(wait.through, fenceOperation(wait.type, wait.semaphore, reached));
    const conclusive = await held.isHeld();
    await held.release();
    const released = await batch.result();
    if (conclusive || released !== 'VK_SUCCESS') return { held: batch.held, released, reached };
    await renew();
    // A binary semaphore is signaled again behind a wait for it alone, and of the two sides it has none yet.
    if (signal.type === 'binary' && wait.type === 'timeline')
      await waitThrough(signal.through, fenceOperation(signal.type, signal.semaphore, reached));
  }
  throw new LoadTooShort('a wait for the signal behind it');
}
