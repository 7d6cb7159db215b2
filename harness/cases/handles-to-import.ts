import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import { exportedOnce, type HandleType, type Permanence, platformOf } from './handle-types';

/** What can be exported as some handle types. */
interface Exported<Type extends HandleType> {
  export(handleType: Type): Promise<ExternalHandle>;
}

/**
 * Gives a handle of a payload for each of several imports: a new export; or the first one again, where an object may be
 * exported as that type once and imports leave the handle to the case.
 */
export function handlesOf<Type extends HandleType>(
  source: Exported<Type>,
  handleType: Type,
): () => Promise<ExternalHandle> {
  if (!exportedOnce(handleType)) return () => source.export(handleType);
  let first: Promise<ExternalHandle> | undefined;
  return () => {
    first ??= source.export(handleType);
    return first;
  };
}

/** What another import can be given of the payload of a handle: a duplicate, or itself where imports do not take it. */
export function forOneMoreImport(
  { minusOne }: Pick<CaseContext, 'minusOne'>,
  handle: ExternalHandle,
  handleType: HandleType,
): ExternalHandle {
  if (platformOf(handleType) === 'win32') return handle;
  return handle.isMinusOne ? minusOne() : handle.duplicate();
}

/** Has an object import a handle that the case needs no more: closed where the import does not take it. */
export async function importAway<Type extends HandleType>(
  target: { import(handle: ExternalHandle, handleType: Type, permanence: Permanence): Promise<void> },
  handle: ExternalHandle,
  handleType: Type,
  permanence: Permanence,
): Promise<void> {
  await target.import(handle, handleType, permanence);
  if (platformOf(handleType) === 'win32') handle.close();
}
