import {
  allocations,
  asWritten,
  contentsPass,
  differenceFrom,
  exportableMemory,
  freshPattern,
  heapLoad,
  milliseconds,
  reaches,
  repeatedly,
  type SharedMemory,
  sharable,
  suballocatable,
  suite,
} from '../../harness/cases';

const global = suite('memory.kmt', 'What a global (KMT) handle of memory is good for, and what it keeps');

const handleTypes = ['OPAQUE_WIN32_KMT'] as const;
const seconds = 60;
const whileFilling = milliseconds(4000);

global
  .case(
    'valid-meanwhile',
    'For as long as the exporter lives, its handle imports the payload, whichever imports were freed',
  )
  .proves('memory.kmt.no-reference')
  .over({ handleType: handleTypes, allocation: allocations, access: ['host', 'device'], reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, allocation, access, expect } = context;
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    const handle = await source.memory.export(handleType);
    const kept = freshPattern();
    await source.write(kept);
    const imported: SharedMemory[] = [];
    for (let made = 0; made < 4; made += 1)
      imported.push(await source.import(importer, handle, { handleKept: true }));
    for (const target of imported) {
      expect('contents through an import', differenceFrom(kept, await target.read())).toBe(asWritten);
      await target.release();
    }
    for (const target of imported) await target.free();
    const last = await source.import(importer, handle, { handleKept: true });
    expect('contents when all imports were freed', differenceFrom(kept, await last.read())).toBe(asWritten);
    await contentsPass(context, source, last, 'from the exporter to the last import');
    await contentsPass(context, last, source, 'from the last import to the exporter');
  });

global
  .case(
    'no-reference',
    'Payloads that were exported come and go in such a number that the heap would be exhausted if their handles kept them',
  )
  .proves('memory.kmt.no-reference')
  .over({ handleType: handleTypes, imported: [false, true], reach: reaches })
  .where(({ imported, reach }) => imported || reach === 'device')
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .deadline(seconds)
  .run(async (context) => {
    const { exporter, importer, device, handleType, imported, should } = context;
    const load = await heapLoad(context, handleType, 'device');
    const source = await exportableMemory(exporter, device, { handleType });
    const target = await source.import(importer, await source.export());
    await contentsPass(context, source, target, 'through a handle that was exported');
    for (const sharer of [target, source]) await sharer.free();
    const once = async (): Promise<void> => {
      const exported = await exportableMemory(exporter, device, load.options);
      const handle = await exported.memory.export(handleType);
      if (imported) await (await exported.import(importer, handle)).free();
      await exported.free();
    };
    const made = await repeatedly(context, 'payloads', load.count, once, whileFilling);
    should('payloads that were made, of those that would fill the heap', made).toBe(load.count);
  });
