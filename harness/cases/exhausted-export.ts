import type { CaseContext } from './context';
import { whileHeld } from './held-export';
import type { ExportAttempt, HeldWork } from './objects';

/** More than once in a row nobody closes a descriptor at the very moment of an export. */
const attempts = 5;

/** What is exported, and the work that it waits for, if any. */
interface Source {
  readonly held?: HeldWork;
}

/** What an export gave while no descriptor could be had. */
export interface ExhaustedExport<S extends Source> extends ExportAttempt {
  /** What it was exported from. */
  readonly source: S;
  /** Whether the work that its payload waits for was pending still when the export came back. */
  readonly stillPending: boolean;
}

/**
 * Exports while no further descriptor can be had. A thread of the driver may close one meanwhile, whose number the
 * export then gets rightfully: an export that got a descriptor is made again, from a new source and under a limit
 * that is measured anew. Held work is left held, unless the export came back only behind its release.
 * @param prepare makes a source; called once for every attempt, since an export by copy uses its source up
 */
export async function exportWithoutDescriptors<S extends Source>(
  { withoutDescriptors }: Pick<CaseContext, 'withoutDescriptors'>,
  prepare: () => Promise<S>,
  exporting: (source: S) => Promise<ExportAttempt>,
): Promise<ExhaustedExport<S>> {
  for (let made = 1; ; made += 1) {
    const source = await prepare();
    const { held } = source;
    const attempt = () => withoutDescriptors(() => exporting(source));
    const { value, neededRelease } =
      held === undefined ? { value: await attempt(), neededRelease: false } : await whileHeld(held, attempt);
    const stillPending = held !== undefined && !neededRelease && (await held.isHeld());
    const gaveDescriptor = value.handle !== undefined && !value.handle.isMinusOne;
    if (!gaveDescriptor || made === attempts) return { ...value, source, stillPending };
    value.handle?.close();
    await held?.release();
  }
}
