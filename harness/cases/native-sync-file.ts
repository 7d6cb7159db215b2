import type { ExternalHandle } from './external-handle';
import { LoadTooShort } from './held-load';
import type { Need } from './suite';

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
    : `no sync file of ${source} can be had on this machine; run --in-guest has it`;

/**
 * What was seen while sync files were pending: where the kernel ended one before it was looked at, the case is made
 * again, and where that does not help either, it warns that it could not show its rule.
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
