import type { CaseContext } from './context';
import { milliseconds, patience } from './durations';
import type { Endpoint, Semaphore } from './objects';
import {
  operation,
  type SemaphoreType,
  signalThrough,
  submitWait,
  waitAcrossHold,
  waitThrough,
} from './semaphore-operations';

/** Nothing is pending, so that a wait on a copy that was taken must end at once. */
const atOnce = milliseconds(500);

/**
 * Seconds for a case that gives a semaphore an unusable handle: twice the two waits with patience that the case makes,
 * so that a wait which does not end is its failure and not a host that hung, however busy the machine is.
 */
export const unusableSeconds = Math.ceil((4 * Number(patience)) / 1e9);

/** A semaphore of that type that has been signaled and waited for once, which shows that its waits are real. */
export async function provenSemaphore(
  { control }: Pick<CaseContext, 'control'>,
  endpoint: Endpoint,
  type: SemaphoreType,
): Promise<Semaphore> {
  const target = await endpoint.semaphore({ type });
  const own = { ...operation(type, target), through: endpoint };
  const wait = await waitAcrossHold({ signal: own, wait: own });
  control('wait on the target while its signal is held', wait.held).toBe('VK_TIMEOUT');
  control('wait on the target behind its signal', wait.released).toBe('VK_SUCCESS');
  return target;
}

/** Shows that a semaphore can be signaled and waited for, and first, where a copy was taken, that its wait ends. */
export async function showSemaphoreUsable(
  { expect }: Pick<CaseContext, 'expect'>,
  endpoint: Endpoint,
  type: SemaphoreType,
  target: Semaphore,
  tookCopy: boolean,
): Promise<void> {
  if (tookCopy) {
    const wait = await submitWait(endpoint, { semaphore: target });
    expect('wait on the copy that was taken', await wait.wait(atOnce)).toBe('VK_SUCCESS');
  }
  const next = type === 'timeline' ? (await target.counter()) + 1n : 1n;
  await signalThrough(endpoint, operation(type, target, next));
  expect(
    'wait on the target behind one more signal',
    await waitThrough(endpoint, operation(type, target, next)),
  ).toBe('VK_SUCCESS');
}
