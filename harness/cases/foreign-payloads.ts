import type { CaseContext } from './context';
import type { ExternalHandle } from './external-handle';
import { settledDescriptor } from './fence-states';
import { exportable, memoryFor } from './needs';
import { settledCopy } from './semaphore-states';
import { exportableMemory } from './shared-memory';
import type { Need } from './suite';

/** The payloads that a device may export, by what holds them. */
export const payloads = [
  'opaque-memory',
  'dma-buf',
  'opaque-fence',
  'opaque-semaphore',
  'sync-file',
] as const;
export type Payload = (typeof payloads)[number];

const opaqueFd = { handleType: 'OPAQUE_FD' } as const;
const syncFd = { handleType: 'SYNC_FD' } as const;

/** The device exports the payload that the axis `payload` names; a sync file from a fence or from a semaphore. */
export const payloadOffered: Need<{ readonly payload: Payload }> = (device, { payload }) => {
  switch (payload) {
    case 'opaque-memory':
      return memoryFor('buffer', 'exportable')(device, opaqueFd);
    case 'dma-buf':
      return memoryFor('buffer', 'exportable')(device, { handleType: 'DMA_BUF' });
    case 'opaque-fence':
      return exportable('fence')(device, opaqueFd);
    case 'opaque-semaphore':
      return exportable('binary semaphore')(device, opaqueFd);
    case 'sync-file':
      return exportable('fence')(device, syncFd) && exportable('binary semaphore')(device, syncFd);
  }
};

/** Exports such a payload, with nothing pending on it; null, with a warning, where the driver gave no descriptor. */
export async function exportPayload(
  context: Pick<CaseContext, 'exporter' | 'device' | 'should' | 'behindMoreLoad'>,
  payload: Payload,
): Promise<ExternalHandle | null> {
  const { exporter, device, should } = context;
  switch (payload) {
    case 'opaque-memory':
      return (await exportableMemory(exporter, device, opaqueFd)).export();
    case 'dma-buf':
      return (await exportableMemory(exporter, device, { handleType: 'DMA_BUF' })).export();
    case 'opaque-fence':
      return settledDescriptor(exporter, 'OPAQUE_FD', should);
    case 'opaque-semaphore':
      return (await exporter.semaphore({ exportAs: ['OPAQUE_FD'] })).export('OPAQUE_FD');
    case 'sync-file': {
      if (exportable('fence')(device, syncFd) === undefined)
        return settledDescriptor(exporter, 'SYNC_FD', should);
      const handle = await settledCopy(exporter, context);
      return handle.isMinusOne ? null : handle;
    }
  }
}
