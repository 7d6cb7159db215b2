import type { Fault, FaultNeed } from '../../fixtures/faults';
import { genuineDmaBufs } from '../cases/needs';
import type { Device } from '../drivers/driver';
import type { CasePlatforms } from '../runner/case-platforms';

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
    case 'POSIX descriptors':
      return capabilities.platform === 'posix';
    case 'Windows handles':
      return capabilities.platform === 'win32';
  }
}

/** What it takes to try a fault and the device has not: handles of another platform, or what not every machine has. */
export function missingNeed(
  fault: Fault,
  { capabilities }: Pick<Device, 'capabilities'>,
  platforms: CasePlatforms,
): FaultNeed | undefined {
  return (
    platforms.missing(fault, capabilities.platform) ??
    (hasWhatItNeeds(fault, { capabilities }) ? undefined : fault.needs)
  );
}
