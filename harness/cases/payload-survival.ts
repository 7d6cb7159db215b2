import { asWritten, type Content, differenceFrom, freshPattern } from './content';
import { contentsPass } from './content-passing';
import type { CaseContext } from './context';
import type { DeviceCapabilities } from './device-capabilities';

import { exportedOnce, type MemoryHandleType, platformOf } from './handle-types';
import type { Access } from './memory-types';
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

type Survival = Pick<CaseContext, 'exporter' | 'importer' | 'fresh' | 'device' | 'expect' | 'control'> & {
  readonly handleType: MemoryHandleType;
  readonly destroyed: ExporterPart;
  readonly access: Access;
};

/** A handle alone keeps a payload and its contents when its exporter is gone. */
export async function handleKeepsMemory(context: Survival): Promise<void> {
  const { exporter, importer, fresh, device, handleType, destroyed, access, expect } = context;
  const options = { handleType, access };
  const source = await exportableMemory(destroyed === 'memory' ? exporter : await fresh(), device, options);
  const kept = freshPattern();
  await source.write(kept);
  await source.release();
  const handle = await source.memory.export(handleType);
  await destroyExporter(source, destroyed);
  for (const endpoint of [exporter, importer])
    await overwriteFreedMemory(context, endpoint, device, options, kept);
  const target = await source.import(importer, handle);
  expect('what the handle imports', differenceFrom(kept, await target.read())).toBe(asWritten);
}

/** Imported memory keeps a payload and its contents when every handle and the exporter are gone. */
export async function importKeepsMemory(context: Survival): Promise<void> {
  const { exporter, importer, fresh, device, handleType, destroyed, access, expect } = context;
  const options = { handleType, access };
  const source = await exportableMemory(destroyed === 'memory' ? exporter : await fresh(), device, options);
  await source.write(freshPattern());
  const handle = await source.export();
  const target = await source.import(importer, handle, { handleKept: true });
  if (platformOf(handleType) === 'win32') {
    if (exportedOnce(handleType))
      expect('whether the handle is open behind its import', handle.isOpen()).toBe(true);
    handle.close();
  }
  const kept = await contentsPass(context, source, target, 'from the exporter to the importer');
  await destroyExporter(source, destroyed);
  for (const endpoint of [exporter, importer])
    await overwriteFreedMemory(context, endpoint, device, options, kept);
  expect('what the imported memory holds', differenceFrom(kept, await target.read())).toBe(asWritten);
  const later = freshPattern();
  await target.write(later);
  expect('what it holds behind a write', differenceFrom(later, await target.read())).toBe(asWritten);
}
