import {
  exportableMemory,
  feature,
  type MemoryEvent,
  memoryReferenceTypes,
  sharable,
  suite,
} from '../../harness/cases';

const report = suite('memory.report', 'What a device reports of imported memory');

report
  .case(
    'import-events',
    'Each import is reported once, with its size, and once more when it is freed, and never as an allocation',
  )
  .proves('memory.report.import-events')
  .over({ handleType: memoryReferenceTypes, count: [1, 16] })
  .needs(sharable('exportable', 'importable'), feature('deviceMemoryReport'))
  .run(async ({ exporter, fresh, device, handleType, count, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType });
    const reporting = await fresh({ memoryReport: true });
    const before = await reporting.memoryEvents();
    control('imports reported before there was one', ofType(before, 'IMPORT')).toBe([]);
    const imported = [];
    for (let made = 0; made < count; made += 1)
      imported.push(await source.import(reporting, await source.export()));
    const during = (await reporting.memoryEvents()).slice(before.length);
    const imports = ofType(during, 'IMPORT');
    expect(`imports reported of ${count}`, imports.length).toBe(count);
    for (const { size } of imports) expect('size of a reported import', size).toBeAtLeast(source.memory.size);
    expect('allocations reported of memory objects meanwhile', ofType(during, 'ALLOCATE').length).toBe(0);
    control('imports reported to be over before one was freed', ofType(during, 'UNIMPORT').length).toBe(0);
    for (const sharer of imported) await sharer.free();
    const after = (await reporting.memoryEvents()).slice(before.length + during.length);
    const ends = ofType(after, 'UNIMPORT');
    expect(`imports reported to be over of ${count}`, ends.length).toBe(count);
    expect('memory objects reported freed that were imported', ofType(after, 'FREE').length).toBe(0);
    expect('identities of the imports that are over', identities(ends)).toBe(identities(imports));
  });

/** Those of a type that are of a memory object of the application's, and not of memory of the driver's own. */
function ofType(events: readonly MemoryEvent[], type: MemoryEvent['type']): readonly MemoryEvent[] {
  return events.filter((event) => event.type === type && event.objectType === 'VK_OBJECT_TYPE_DEVICE_MEMORY');
}

function identities(events: readonly MemoryEvent[]): string {
  return events
    .map(({ memoryObjectId }) => memoryObjectId)
    .sort((one, other) => (one < other ? -1 : one > other ? 1 : 0))
    .join(', ');
}
