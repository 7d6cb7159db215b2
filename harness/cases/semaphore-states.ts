import type { SemaphoreHandleType } from './handle-types';
import { whileHeld } from './held-export';
import type { Endpoint, ExternalHandle, HeldWork, Semaphore } from './objects';
import { operation, type SemaphoreType, type SubmitCommand, signalThrough } from './semaphore-operations';

/** The states of a semaphore payload; a timeline payload is unsignaled at 0 and signaled at 1. */
export const semaphoreStates = ['signaled', 'unsignaled', 'pending'] as const;
export type SemaphoreState = (typeof semaphoreStates)[number];

/** A semaphore whose payload is in a known state. */
export interface SemaphoreInState {
  readonly semaphore: Semaphore;
  /** The work that a pending signal waits for. */
  readonly held?: HeldWork;
}

/** Makes an exportable semaphore, unsignaled, and brings its payload into a state through the queue. */
export async function semaphoreIn(
  endpoint: Endpoint,
  state: SemaphoreState,
  { handleType, type = 'binary' }: { handleType: SemaphoreHandleType; type?: SemaphoreType },
  command: SubmitCommand = 'vkQueueSubmit',
): Promise<SemaphoreInState> {
  const semaphore = await endpoint.semaphore({ type, exportAs: [handleType] });
  const signal = operation(type, semaphore);
  if (state === 'signaled') await signalThrough(endpoint, signal, command);
  if (state !== 'pending') return { semaphore };
  return { semaphore, held: await (await endpoint.queue()).hold({ signal: [signal], command }) };
}

/** Exports a payload in its state; held work is released where the driver does not return before. */
export async function exportInState(
  { semaphore, held }: SemaphoreInState,
  handleType: SemaphoreHandleType,
): Promise<ExternalHandle> {
  if (held === undefined) return semaphore.export(handleType);
  return (await whileHeld(held, () => semaphore.export(handleType))).value;
}
