import type { Fault } from '../../fixtures/faults';
import { genuineDmaBufs } from '../cases/needs';
import type { Device } from '../drivers/driver';

/** Whether a device, on this machine, has what a fault takes beside the driver. */
export function hasWhatItNeeds(
  { needs }: Pick<Fault, 'needs'>,
  { capabilities }: Pick<Device, 'capabilities'>,
): boolean {
  if (needs === undefined) return true;
  switch (needs) {
    case 'genuine dma-bufs':
      return genuineDmaBufs(capabilities, {}) === undefined;
    case 'a source of sync files':
      return capabilities.syncFileSources.length > 0;
    case 'sync files that end in errors':
      return capabilities.syncFileSources.includes('sw_sync');
  }
}
