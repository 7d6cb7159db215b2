import type { ExternalHandle } from './external-handle';
import type { SemaphoreHandleType } from './handle-types';
import { whileHeld } from './held-export';
import type { LoadJudgement } from './held-load';
import type { Endpoint, HeldWork, Semaphore } from './objects';
import { operation, type SemaphoreType, signalThrough } from './semaphore-operations';
import type { SubmitCommand } from './work';

/** Milliseconds of load that keep a binary signal pending: far more than a call takes that waits for nothing. */
const pendingMs = 80;

/** The states of a semaphore payload; a timeline payload is unsignaled at 0 and signaled at 1. */
export const semaphoreStates = ['signaled', 'unsignaled', 'pending'] as const;
export type SemaphoreState = (typeof semaphoreStates)[number];

/** A semaphore whose payload is in a known state. */
export interface SemaphoreInState {
  readonly semaphore: Semaphore;
  /** The work that a pending signal waits for. */
  readonly held?: HeldWork;
}

/** Submits a signal that stays pending for a while. */
export async function pendingSignal(
  endpoint: Endpoint,
  type: SemaphoreType,
  semaphore: Semaphore,
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<HeldWork> {
  const queue = await endpoint.queue();
  const signal = [operation(type, semaphore)];
  return queue.hold({ signal, command }, type === 'binary' ? { load: pendingMs } : 'host-signal');
}

/** Makes an exportable semaphore, unsignaled, and brings its payload into a state through the queue. */
export async function semaphoreIn(
  endpoint: Endpoint,
  state: SemaphoreState,
  {
    handleType,
    type = 'binary',
  }: { handleType: SemaphoreHandleType | readonly SemaphoreHandleType[]; type?: SemaphoreType },
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<SemaphoreInState> {
  const semaphore = await endpoint.semaphore({ type, exportAs: [handleType].flat() });
  if (state === 'signaled') await signalThrough(endpoint, operation(type, semaphore), command);
  if (state !== 'pending') return { semaphore };
  return { semaphore, held: await pendingSignal(endpoint, type, semaphore, command) };
}

/** What a load may be too short for, or a driver may end the work for. */
export const pendingExport = 'an export of a pending payload';

/** What an export gave that began while the signal of its payload was pending. */
export interface PendingExport {
  readonly handle: ExternalHandle;
  /** Whether the signal was pending still when the export came back. */
  readonly stillPending: boolean;
}

/**
 * Exports a payload whose signal is pending; a driver may block in it until the signal comes.
 * @param graceMs after how many milliseconds the work is released for it; fewer than a busy machine needs by default
 */
export async function exportWhilePending(
  semaphore: Semaphore,
  handleType: SemaphoreHandleType,
  held: HeldWork,
  graceMs?: number,
): Promise<PendingExport> {
  const { value, neededRelease } = await whileHeld(held, () => semaphore.export(handleType), graceMs);
  return { handle: value, stillPending: !neededRelease && (await held.isHeld()) };
}

/** Exports a payload in its state. */
export async function exportInState(
  { semaphore, held }: SemaphoreInState,
  handleType: SemaphoreHandleType,
): Promise<ExternalHandle> {
  if (held === undefined) return semaphore.export(handleType);
  return (await exportWhilePending(semaphore, handleType, held)).handle;
}

/**
 * Whether an export of a pending payload gave a descriptor that the case can look at. A driver that finished the
 * work first and gave -1 is judged by other cases: there the case warns that it could not show its rule,
 * once it has been made behind more load.
 */
export function gaveDescriptor(handle: ExternalHandle, { should, behindMoreLoad }: LoadJudgement): boolean {
  if (handle.isMinusOne) behindMoreLoad(pendingExport, 'driver');
  should(
    'what the export of a pending payload gave, which the rest of the case needs',
    handle.isMinusOne ? '-1' : 'a descriptor',
  ).toBe('a descriptor');
  return !handle.isMinusOne;
}

/**
 * A SYNC_FD copy of a payload that was pending and is signaled: a descriptor, or -1, with a warning, where the driver
 * gives that.
 */
export async function settledCopy(endpoint: Endpoint, judgement: LoadJudgement): Promise<ExternalHandle> {
  const source = await semaphoreIn(endpoint, 'pending', { handleType: 'SYNC_FD' });
  const handle = await exportInState(source, 'SYNC_FD');
  await source.held?.release();
  gaveDescriptor(handle, judgement);
  return handle;
}
