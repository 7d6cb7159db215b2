import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import { exportedOnce, type HandleType } from './handle-types';
import type { NamedPayload } from './objects';

/** Handles of the application's that no driver made; there is something open behind each of them. */
export const strangers = [
  'event',
  'semaphore',
  'mutex',
  'section',
  'process',
  'regular-file',
  'directory',
  'null-device',
  'pipe-read-end',
  'pipe-write-end',
] as const;
/** Numbers with nothing behind them that could be anyone's: `minus-one` and `pseudo-thread` stand for the caller itself. */
const numbers = ['closed', 'minus-one', 'pseudo-thread', 'huge-number'] as const;
/** Names that nothing has, and that something else has. */
const names = ['unknown-name', 'name-of-an-event', 'name-of-a-section'] as const;

/** What an import on Windows may be given that is no payload. */
export const unusableSources = [
  ...strangers,
  ...numbers,
  ...names,
  'unknown-global',
  'global-of-the-gone',
] as const;
export type UnusableSource = (typeof unusableSources)[number];

/** Whether an import of that type could be given it: a global handle is a number and has no name. */
export function mayBeGiven({
  handleType,
  source,
}: {
  readonly handleType: HandleType;
  readonly source: UnusableSource;
}): boolean {
  const globals: readonly UnusableSource[] = ['unknown-global', 'global-of-the-gone'];
  if (exportedOnce(handleType)) return !globals.includes(source);
  return [...globals, 'event', 'section', 'closed', 'minus-one'].includes(source);
}

/** What such a source is, and whether the application still has what it had. */
export interface UnusableOffer {
  readonly from: ExternalHandle | NamedPayload;
  /** In words, where the application's handle is not any more what it was; else undefined. */
  damage(): string | undefined;
}

/**
 * Makes one for the running case.
 * @param exportOfTheGone exports an object and destroys everything that has its payload
 */
export async function unusableOffer(
  { foreign, namedObject, uniqueName }: Pick<CaseContext, 'foreign' | 'namedObject' | 'uniqueName'>,
  source: UnusableSource,
  exportOfTheGone: () => Promise<ExternalHandle>,
): Promise<UnusableOffer> {
  switch (source) {
    case 'unknown-name':
      return { from: { name: uniqueName('nothing') }, damage: () => undefined };
    case 'global-of-the-gone':
      return { from: await exportOfTheGone(), damage: () => undefined };
    case 'name-of-an-event':
    case 'name-of-a-section': {
      const name = uniqueName('stranger');
      const object = namedObject(source === 'name-of-an-event' ? 'event' : 'section', name);
      return { from: { name }, damage: damageTo(object) };
    }
    default: {
      const handle = foreign(source);
      const open = strangers.some((kind) => kind === source);
      return { from: handle, damage: open ? damageTo(handle) : () => undefined };
    }
  }
}

function damageTo(handle: ExternalHandle): () => string | undefined {
  const kept = handle.duplicate();
  const identity = handle.identity();
  return () => {
    if (!handle.isOpen()) return 'closed';
    if (handle.identity() !== identity) return `another object: ${handle.identity()}`;
    return handle.refersToSameAs(kept) === 'different' ? 'another object of the same kind' : undefined;
  };
}
