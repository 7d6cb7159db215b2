import type { CaseContext } from './context';
import { patience } from './durations';
import type { ExternalHandle } from './external-handle';
import { LoadTooShort } from './held-load';
import type { Fence, Result, Semaphore } from './objects';
import type { Need } from './suite';
import { type TimedWait, timedWait } from './timed-wait';

/**
 * A sync file that no driver made, unsignaled until the case signals it. vgem's are signaled by the kernel ten seconds
 * behind their making: a case makes one as late as it can, and looks at what is pending through `whilePending`.
 */
export interface NativeSyncFile {
  /** Goes to the driver, like any other; a duplicate is of the same payload. */
  readonly handle: ExternalHandle;
  /** Whether it is neither signaled nor ended otherwise; answers behind its import, too. */
  isPending(): boolean;
  /** Signals it; where it was not pending any more, the case is made again: by LoadTooShort, which it throws. */
  signal(): void;
  /** Ends it with an error and no signal; sw_sync alone. */
  fail(): void;
  /** Closes what it came from: one of vgem is signaled by that, one of sw_sync ends with an error. */
  closeSource(): void;
}

/** Sync files of the axis `source` can be made on this machine. */
export const syncFileSource: Need<{ readonly source: string }> = (device, { source }) =>
  device.syncFileSources.some((one) => one === source)
    ? undefined
    : `no sync file of ${source} can be had on this machine${source === 'vgem' ? ' (that takes the module vgem and Linux 6.0 or later)' : ''}; run --in-guest has it`;

/** Milliseconds that a call which need not wait may take: below the ten seconds behind which vgem signals by itself. */
const promptMs = Number(patience) / 1e6;

/**
 * What was seen while sync files were pending: where one had ended by then, the case is made again, and where that
 * does not help either, it warns that it could not show its rule. How long the look took is judged by `promptly`.
 * @param what is looked at, as in `the status`
 */
export async function whilePending<T>(
  files: NativeSyncFile | readonly NativeSyncFile[],
  what: string,
  look: () => Promise<T>,
): Promise<T> {
  const seen = await look();
  const all = 'handle' in files ? [files] : files;
  if (!all.every((file) => file.isPending())) throw new LoadTooShort(what, 'a sync file that is pending');
  return seen;
}

/**
 * Makes a call that need not wait for a signal, and expects it to come back before one that did.
 * @param what is called, as in `the import`
 */
export async function promptly<T>(
  { expect }: Pick<CaseContext, 'expect'>,
  what: string,
  call: () => Promise<T>,
): Promise<T> {
  const begun = performance.now();
  const value = await call();
  expect(`milliseconds that ${what} took`, performance.now() - begun).toBeAtMost(promptMs);
  return value;
}

/**
 * `timedWait` for the end of a pending sync file. A wait that needed no signal is told of only where the file is pending
 * behind it: where the kernel ended that meanwhile, the case is made again.
 * @param signal ends the file
 */
export async function timedWaitFor(
  file: NativeSyncFile,
  wait: () => Promise<Result>,
  signalAfterMs: number,
  signal: () => void = () => file.signal(),
): Promise<TimedWait> {
  const seen = await timedWait(wait, signalAfterMs, async () => signal());
  return seen.neededSignal ? seen : whilePending(file, 'the wait', async () => seen);
}

/**
 * Expects what a driver exported as SYNC_FD to be in a state: by poll and, where it is a sync file of the kernel's, by
 * SYNC_IOC_FILE_INFO too.
 * @param timeoutMs how long it is polled for, in milliseconds
 */
export async function expectSyncFd(
  { expect }: Pick<CaseContext, 'expect'>,
  what: string,
  handle: ExternalHandle,
  state: 'ready' | 'not-ready',
  timeoutMs: number,
): Promise<void> {
  expect(`state of ${what}`, await handle.poll(timeoutMs)).toBe(state);
  const info = handle.isMinusOne ? null : handle.syncFileInfo();
  if (info !== null)
    expect(`status of ${what} by SYNC_IOC_FILE_INFO`, info.status).toBe(state === 'ready' ? 1 : 0);
}

/**
 * Has a fence or a semaphore import a sync file. That the import comes back without the signal is for the cases of that
 * rule to expect, by `promptly`: here one that takes longer is a warning.
 */
export async function importAtOnce(
  { should }: Pick<CaseContext, 'should'>,
  target: Fence | Semaphore,
  handle: ExternalHandle,
): Promise<void> {
  const begun = performance.now();
  await target.import(handle, 'SYNC_FD', 'temporary');
  should('milliseconds that the import took', performance.now() - begun).toBeAtMost(promptMs);
}
