import type { CaseContext, PeerEnd } from './context';
import type { SemaphoreHandleType } from './handle-types';
import type { Endpoint } from './objects';
import {
  operation,
  type SemaphoreType,
  signalThrough,
  waitAcrossHold,
  waitThrough,
} from './semaphore-operations';

/** What may go of that which a semaphore payload was exported from; values of an axis `destroyed`. */
export const semaphoreParents = ['object', 'device', 'instance'] as const;
export type SemaphoreParent = (typeof semaphoreParents)[number];

type Judging = Pick<CaseContext, 'expect' | 'control'>;

/** Destroys a semaphore, or its device or instance with it: those the case's own. */
export async function destroySemaphoreParent(
  { source, origin }: { readonly source: { destroy(): Promise<void> }; readonly origin: Endpoint },
  destroyed: SemaphoreParent,
): Promise<void> {
  if (destroyed === 'object') await source.destroy();
  else if (destroyed === 'device') await origin.destroyDevice();
  else await origin.destroyInstance();
}

/** A handle that keeps the payload does so behind the destruction of the semaphore, its device and its instance. */
export async function semaphoreHandleKeepsPayload({
  exporter,
  endpoint,
  fresh,
  handleType,
  type,
  destroyed,
  to,
  expect,
  control,
}: Judging &
  Pick<CaseContext, 'exporter' | 'endpoint' | 'fresh'> & {
    readonly handleType: SemaphoreHandleType;
    readonly type: SemaphoreType;
    readonly destroyed: SemaphoreParent;
    readonly to: 'instance' | 'process';
  }): Promise<void> {
  const origin = await fresh();
  const source = await origin.semaphore({ type, exportAs: [handleType] });
  await signalThrough(origin, operation(type, source, 1n));
  const handle = await source.export(handleType);
  const another = handle.duplicate();
  await destroySemaphoreParent({ source, origin }, destroyed);
  const importer = await endpoint(to);
  const target = await importer.semaphore({ type });
  await target.import(handle, handleType, 'permanent');
  expect(
    'wait on the signal from before the destruction',
    await waitThrough(importer, operation(type, target, 1n)),
  ).toBe('VK_SUCCESS');
  const sharer = await exporter.semaphore({ type });
  await sharer.import(another, handleType, 'permanent');
  const wait = await waitAcrossHold({
    signal: { ...operation(type, sharer, 2n), through: exporter },
    wait: { ...operation(type, target, 2n), through: importer },
  });
  control('wait on the payload while the next signal is held', wait.held).toBe('VK_TIMEOUT');
  expect('wait on the payload behind the next signal', wait.released).toBe('VK_SUCCESS');
}

/** A handle that keeps the payload does so behind the end of the process that exported it. */
export async function semaphorePayloadOutlivesProcess({
  exporter: importer,
  endpoint,
  endPeer,
  handleType,
  type,
  end,
  imported,
  expect,
  control,
}: Judging &
  Pick<CaseContext, 'exporter' | 'endpoint' | 'endPeer'> & {
    readonly handleType: SemaphoreHandleType;
    readonly type: SemaphoreType;
    readonly end: PeerEnd;
    readonly imported: 'before' | 'after';
  }): Promise<void> {
  const peer = await endpoint('process');
  const source = await peer.semaphore({ type, exportAs: [handleType] });
  const handle = await source.export(handleType);
  const another = handle.duplicate();
  const target = await importer.semaphore({ type });
  if (imported === 'before') await target.import(handle, handleType, 'permanent');
  else {
    const own = { ...operation(type, target, 1n), through: importer };
    const wait = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the target while its own signal is held', wait.held).toBe('VK_TIMEOUT');
  }
  await signalThrough(peer, operation(type, source, 7n));
  await endPeer(end);
  if (imported === 'after') await target.import(handle, handleType, 'permanent');
  if (type === 'timeline') expect('counter behind the end of the process', await target.counter()).toBe(7n);
  expect(
    'wait on the signal from before the end of the process',
    await waitThrough(importer, operation(type, target, 7n)),
  ).toBe('VK_SUCCESS');
  const sharer = await importer.semaphore({ type });
  await sharer.import(another, handleType, 'permanent');
  const next = await waitAcrossHold({
    signal: { ...operation(type, sharer, 8n), through: importer },
    wait: { ...operation(type, target, 8n), through: importer },
  });
  control('wait on the payload while the next signal is held', next.held).toBe('VK_TIMEOUT');
  expect('wait on the payload behind the next signal', next.released).toBe('VK_SUCCESS');
}
