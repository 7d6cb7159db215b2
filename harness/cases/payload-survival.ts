import { asWritten, type Content, differenceFrom, freshPattern } from './content';
import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';
import type { Endpoint } from './objects';
import { exportableMemory, type SharedMemory, type SharedMemoryOptions } from './shared-memory';

/** What may go of that which a payload was exported from; values of an axis `destroyed`. */
export const exporterParts = ['memory', 'device', 'instance'] as const;
export type ExporterPart = (typeof exporterParts)[number];

/** Frees the memory that a payload comes from, and destroys its device or instance; those the case's own. */
export async function destroyExporter(source: SharedMemory, destroyed: ExporterPart): Promise<void> {
  await source.free();
  if (destroyed === 'device') await source.endpoint.destroyDevice();
  if (destroyed === 'instance') await source.endpoint.destroyInstance();
}

/** More than an endpoint has freed of the size in question. */
const allocationsMade = 4;

/**
 * Allocates like the exporter did, overwrites what a driver gives out again, and frees it: what a payload that was
 * not kept had held is then nowhere any more.
 */
export async function overwriteFreedMemory(
  { control }: Pick<CaseContext, 'control'>,
  endpoint: Endpoint,
  device: DeviceCapabilities,
  options: SharedMemoryOptions,
  kept: Content,
): Promise<void> {
  const made: SharedMemory[] = [];
  for (let number = 0; number < allocationsMade; number += 1)
    made.push(await exportableMemory(endpoint, device, options));
  for (const memory of made) {
    await memory.write(freshPattern());
    control('what memory allocated since then holds', differenceFrom(kept, await memory.read())).toDifferFrom(
      asWritten,
    );
  }
  for (const memory of made) await memory.free();
}
