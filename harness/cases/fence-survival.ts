import type { CaseContext, PeerEnd } from './context';
import { patience } from './durations';
import type { ExternalHandle } from './external-handle';
import { descriptorFrom, exportFrom, type FenceState, fenceIn, statusIn } from './fence-states';
import type { FenceHandleType, Permanence } from './handle-types';
import { lateClose } from './late-close';

/** What may go of that which a fence payload was exported from; values of an axis `destroyed`. */
export const fenceParents = ['fence', 'device', 'instance'] as const;
export type FenceParent = (typeof fenceParents)[number];

type Judging = Pick<CaseContext, 'expect' | 'control'>;

/** A handle that keeps the payload does so behind the destruction of the fence, its device and its instance. */
export async function handleKeepsPayload({
  fresh,
  importer,
  handleType,
  destroyed,
  state,
  expect,
  control,
}: Judging &
  Pick<CaseContext, 'fresh' | 'importer'> & {
    readonly handleType: FenceHandleType;
    readonly destroyed: FenceParent;
    readonly state: FenceState;
  }): Promise<void> {
  const endpoint = await fresh();
  const source = await fenceIn(endpoint, state, { exportAs: [handleType] });
  control('status of the source before the export', await source.fence.status()).toBe(statusIn[state]);
  const handle = await exportFrom(source, handleType);
  await source.held?.release();
  await (await endpoint.queue()).waitIdle();
  if (destroyed === 'fence') await source.fence.destroy();
  if (destroyed === 'device') await endpoint.destroyDevice();
  if (destroyed === 'instance') await endpoint.destroyInstance();
  const [one, other] = [await importer.fence({ signaled: state === 'unsignaled' }), await importer.fence()];
  await one.import(handle.duplicate(), handleType, 'permanent');
  await other.import(handle, handleType, 'permanent');
  if (state === 'unsignaled') {
    expect('status of a fence that imported behind that', await one.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ fence: one });
  }
  expect('wait on a fence that imported behind that', await one.wait(patience)).toBe('VK_SUCCESS');
  expect('wait on another that imported it too', await other.wait(patience)).toBe('VK_SUCCESS');
}

/** A handle that keeps the payload does so behind the end of the process that exported it. */
export async function payloadOutlivesProcess({
  exporter: importer,
  endpoint,
  endPeer,
  handleType,
  end,
  imported,
  state,
  permanence,
  expect,
  control,
}: Judging &
  Pick<CaseContext, 'exporter' | 'endpoint' | 'endPeer'> & {
    readonly handleType: FenceHandleType;
    readonly end: PeerEnd;
    readonly imported: 'before' | 'after';
    readonly state: 'signaled' | 'unsignaled';
    readonly permanence: Permanence;
  }): Promise<void> {
  const source = await (await endpoint('process')).fence({
    exportAs: [handleType],
    signaled: state === 'signaled',
  });
  const handle = await source.export(handleType);
  const duplicate = handle.duplicate();
  const target = await importer.fence({ signaled: state !== 'signaled' });
  control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
  if (imported === 'after') await endPeer(end);
  await target.import(handle, handleType, permanence);
  if (imported === 'before') {
    control('status of the target behind the import', await target.status()).toBe(statusIn[state]);
    await endPeer(end);
  }
  expect('status of the target behind the end of the process', await target.status()).toBe(statusIn[state]);
  const other = await importer.fence();
  await other.import(duplicate, handleType, permanence);
  expect('status of another that imported behind it', await other.status()).toBe(statusIn[state]);
  const queue = await importer.queue();
  if (state === 'unsignaled') await queue.submit({ fence: target });
  expect('wait on the other', await other.wait(patience)).toBe('VK_SUCCESS');
  // The reset of a temporary payload would give the target its own one back.
  if (permanence === 'temporary') return;
  await target.reset();
  expect('status of the other behind a reset of the target', await other.status()).toBe('VK_NOT_READY');
  await queue.submit({ fence: other });
  expect('wait on the target behind a submit with the other', await target.wait(patience)).toBe('VK_SUCCESS');
}

/** Behind what an exported handle is still the application's; values of an axis `behind`. */
export const handleTrials = ['reset', ...fenceParents] as const;
export type HandleTrial = (typeof handleTrials)[number];

/** An exported handle stays open and refers to the same object, whatever becomes of that which it came from. */
export async function exportedHandleStays({
  fresh,
  descriptors,
  handleType,
  state,
  behind,
  should,
  expect,
  control,
}: Judging &
  Pick<CaseContext, 'fresh' | 'descriptors' | 'should'> & {
    readonly handleType: FenceHandleType;
    readonly state: FenceState;
    readonly behind: HandleTrial;
  }): Promise<ExternalHandle | null> {
  const endpoint = await fresh();
  const source = await fenceIn(endpoint, state, { exportAs: [handleType] });
  control('status of the fence before the export', await source.fence.status()).toBe(statusIn[state]);
  const handle = await descriptorFrom(source, handleType, should);
  if (handle === null) return null;
  const duplicate = handle.duplicate();
  const identity = handle.identity();
  control('whether the handle is open before', handle.isOpen()).toBe(true);
  await source.held?.release();
  await (await endpoint.queue()).waitIdle();
  if (behind === 'reset') await source.fence.reset();
  if (behind === 'fence') await source.fence.destroy();
  if (behind === 'device') await endpoint.destroyDevice();
  if (behind === 'instance') await endpoint.destroyInstance();
  await lateClose();
  expect('whether its number is open', descriptors().hasNumberOf(handle)).toBe(true);
  expect('whether the handle is open', handle.isOpen()).toBe(true);
  expect('what it refers to', handle.identity()).toBe(identity);
  expect(
    'whether a duplicate made before refers to something else',
    handle.refersToSameAs(duplicate),
  ).toDifferFrom('different');
  return handle;
}
