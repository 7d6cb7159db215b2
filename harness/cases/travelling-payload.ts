import type { CaseContext } from './context';
import { patience } from './durations';
import type { ExternalHandle } from './external-handle';
import type { ClaimedFeatures } from './external-masks';
import { type FenceHandleType, keepsPayload, type SemaphoreHandleType, transferenceOf } from './handle-types';
import type { Semaphore } from './objects';
import { fenceOperation, operation } from './semaphore-operations';
import type { SemaphoreOperation } from './work';

type Proving = Pick<CaseContext, 'exporter' | 'importer' | 'expect' | 'control' | 'note' | 'minusOne'>;

/** What a feature mask claims about the payloads of one handle type. */
export interface Travel<Type extends string> {
  readonly handleType: Type;
  readonly claimed: Pick<ClaimedFeatures, 'exportable' | 'importable'>;
  /** Handle types that the source is created with; `handleType` alone by default. */
  readonly exportAs?: readonly Type[];
}

/** A signaled fence does with that handle type what the device claims: it is created, exported and imported. */
export async function fencePayloadTravels(proving: Proving, travel: Travel<FenceHandleType>): Promise<void> {
  const { exporter, importer, expect, control } = proving;
  const { handleType, exportAs = [handleType] } = travel;
  const handle = await handleToImport(proving, travel, () => exporter.fence({ exportAs, signaled: true }));
  if (handle === undefined) return;
  const target = await importer.fence();
  control('status of the importing fence before the import', await target.status()).toBe('VK_NOT_READY');
  await target.import(handle, handleType, permanenceOf(handleType));
  expect(`wait on the fence with the imported ${handleType} payload`, await target.wait(patience)).toBe(
    'VK_SUCCESS',
  );
}

/** The same for a signaled binary semaphore, or a timeline semaphore with a value. */
export async function semaphorePayloadTravels(
  proving: Proving,
  type: 'binary' | 'timeline',
  travel: Travel<SemaphoreHandleType>,
): Promise<void> {
  if (type === 'binary') await binaryPayloadTravels(proving, travel);
  else await timelinePayloadTravels(proving, travel);
}

async function binaryPayloadTravels(proving: Proving, travel: Travel<SemaphoreHandleType>): Promise<void> {
  const { exporter, importer, expect, control } = proving;
  const { handleType, exportAs = [handleType] } = travel;
  // Of other payloads the value is ignored.
  const counts = [handleType, ...exportAs].includes('D3D12_FENCE');
  const operated = (semaphore: Semaphore): SemaphoreOperation =>
    counts ? fenceOperation('binary', semaphore, 1n) : operation('binary', semaphore);
  const handle = await handleToImport(proving, travel, async () => {
    const source = await exporter.semaphore({ exportAs });
    const queue = await exporter.queue();
    await queue.submit({ signal: [operated(source)] });
    await queue.waitIdle();
    return source;
  });
  if (handle === undefined) return;
  const target = await importer.semaphore();
  await target.import(handle, handleType, permanenceOf(handleType));
  const done = await importer.fence();
  control('status of the fence before the submit', await done.status()).toBe('VK_NOT_READY');
  await (await importer.queue()).submit({ wait: [operated(target)], fence: done });
  expect(`a submit that waits for the imported ${handleType} payload`, await done.wait(patience)).toBe(
    'VK_SUCCESS',
  );
}

async function timelinePayloadTravels(
  { exporter, importer, expect, control, note }: Proving,
  { handleType, claimed, exportAs = [handleType] }: Travel<SemaphoreHandleType>,
): Promise<void> {
  if (!claimed.exportable) {
    note(`nothing on this device makes a ${handleType} handle of a timeline that an import could be given`);
    return;
  }
  const source = await exporter.semaphore({ exportAs, type: 'timeline', initialValue: 7n });
  const handle = await source.export(handleType);
  expect(`whether the ${handleType} export gave -1`, handle.isMinusOne).toBe(false);
  if (!claimed.importable) return;
  const target = await importer.semaphore({ type: 'timeline' });
  control('counter of the importing semaphore before the import', await target.counter()).toBe(0n);
  await target.import(handle, handleType, 'permanent');
  expect(`counter behind the import of ${handleType}`, await target.counter()).toBe(7n);
}

/** What an import is given: an export of a signaled payload where the device claims one; undefined without import. */
async function handleToImport<Type extends FenceHandleType | SemaphoreHandleType>(
  { expect, note, minusOne }: Proving,
  { handleType, claimed }: Travel<Type>,
  signaled: () => Promise<{ export(handleType: Type): Promise<ExternalHandle> }>,
): Promise<ExternalHandle | undefined> {
  let handle: ExternalHandle | undefined;
  if (claimed.exportable) {
    handle = await (await signaled()).export(handleType);
    if (transferenceOf(handleType) === 'reference')
      expect(`whether the ${handleType} export gave -1`, handle.isMinusOne).toBe(false);
  } else if (handleType === 'SYNC_FD') handle = minusOne();
  if (claimed.importable) {
    if (handle === undefined)
      note(`nothing on this device makes a ${handleType} handle that an import could be given`);
    return handle;
  }
  if (handle !== undefined && !handle.isMinusOne && keepsPayload(handleType))
    expect(`whether the ${handleType} export is open`, handle.isOpen()).toBe(true);
  return undefined;
}

function permanenceOf(handleType: FenceHandleType | SemaphoreHandleType): 'permanent' | 'temporary' {
  return transferenceOf(handleType) === 'copy' ? 'temporary' : 'permanent';
}
