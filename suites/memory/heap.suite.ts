import {
  accesses,
  bind,
  type CaseContext,
  contentsPass,
  deviceExtension,
  exportableMemory,
  freshPattern,
  type HeapLoad,
  heapLoad,
  keepsPayload,
  memoryReferenceTypes,
  milliseconds,
  reaches,
  repeatedly,
  type SharedMemory,
  sharable,
  suballocatable,
  suite,
  toleratedHandles,
} from '../../harness/cases';

const heap = suite('memory.heap', 'What shared memory takes of the heap that it is of');
const orders = ['exporter-first', 'importer-first', 'descriptor-last'] as const;
const boundKinds = ['buffer', 'optimal-image'] as const;
/** Descriptors that a driver may come to hold for itself, however many payloads come and go. */
const descriptorsOfItsOwn = 8;
const seconds = 60;
const touchedBytes = 2n ** 26n;
const rounds = 3;
/** A heap of many gigabytes takes some drivers a minute, and each case of them as long as it. */
const whileFilling = milliseconds(4000);

heap
  .case('imports-take-none', 'A payload can be imported so often that copies of it would exceed the heap')
  .proves('memory.import.no-heap-growth')
  .over({ handleType: memoryReferenceTypes, access: accesses, reach: reaches })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .deadline(seconds)
  .run(async (context) => {
    const { exporter, importer, device, handleType, access } = context;
    const load = await heapLoad(context, handleType, access);
    const source = await exportableMemory(exporter, device, load.options);
    await source.write(freshPattern());
    const imports: SharedMemory[] = [];
    await asOftenAsFills(context, 'imports', load, async () => {
      imports.push(await source.import(importer, await source.export()));
    });
    const last = imports.at(-1) as SharedMemory;
    await contentsPass(context, source, last, 'from the exporter to the last import');
    await contentsPass(context, last, source, 'from the last import to the exporter');
  });

heap
  .case('of-its-type', 'Memory that can be exported is taken from the heap of its memory type')
  .proves('memory.allocate.parameters-exact')
  .over({ handleType: memoryReferenceTypes, access: accesses })
  .needs(
    sharable('exportable'),
    suballocatable('buffer'),
    deviceExtension('VK_EXT_memory_budget'),
    ({ memoryTypes }) =>
      new Set(memoryTypes.map(({ heap: of }) => of)).size < 2 ? 'the device has one heap' : undefined,
  )
  .run(async (context) => {
    const { exporter, device, handleType, access, expect, should, control } = context;
    const load = await heapLoad(context, handleType, access, 'buffer', touchedBytes);
    const used = async (): Promise<bigint> => (await load.usage(exporter)) ?? 0n;
    for (let round = 0; round < rounds; round += 1) {
      const idle = await used();
      const before = await used();
      control('what the usage rises by when nothing is allocated', before - idle).toBeAtMost(
        load.payloadBytes / 32n,
      );
      const source = await exportableMemory(exporter, device, load.options);
      await touchAll(source);
      const risen = (await used()) - before;
      // The usage is an estimate, which some devices spread over their heaps: this one has to take part.
      expect('what the usage of the heap rises by', risen).toBeAtLeast(load.payloadBytes / 16n);
      should('what the usage of the heap rises by', risen).toBeAtLeast(load.payloadBytes / 2n);
      await source.free();
    }
  });

heap
  .case(
    'imports-count-as-used',
    'What a process imports counts in its heap usage for as long as the memory object lives',
  )
  .proves('memory.import.counts-in-process-usage')
  .over({ handleType: memoryReferenceTypes, access: accesses, reach: ['instance', 'process'] })
  .needs(
    sharable('exportable', 'importable'),
    suballocatable('buffer'),
    deviceExtension('VK_EXT_memory_budget'),
  )
  .run(async (context) => {
    const { exporter, importer, device, handleType, access, reach, control } = context;
    // Whether a payload that its process has already is used twice over is a question of how one counts.
    const expect = reach === 'process' ? context.expect : context.should;
    const load = await heapLoad(context, handleType, access, 'buffer', touchedBytes);
    const used = async (): Promise<bigint> => (await load.usage(importer)) ?? 0n;
    const source = await exportableMemory(exporter, device, load.options);
    await touchAll(source);
    // What other processes do shows where a device counts the whole system: it does not do so every time.
    for (let round = 0; round < rounds; round += 1) {
      const idle = await used();
      const before = await used();
      control('what the usage rises by when nothing is imported', before - idle).toBeAtMost(
        load.payloadBytes / 2n,
      );
      const target = await source.import(importer, await source.export());
      await touchAll(target);
      const held = await used();
      expect('what the usage rises by with an import', held - before).toBeAtLeast(load.payloadBytes / 2n);
      await target.free();
      expect('what it falls by when the import is freed', held - (await used())).toBeAtLeast(
        load.payloadBytes / 2n,
      );
    }
  });

heap
  .case(
    'references-released',
    'Payloads come and go in such a number that the heap would be exhausted if one reference were kept of each',
  )
  .proves('memory.free.releases-reference')
  .over({ handleType: memoryReferenceTypes, order: orders, reach: reaches })
  // A global handle is never closed.
  .where(({ handleType, order }) => keepsPayload(handleType) || order !== 'descriptor-last')
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .deadline(seconds)
  .run(async (context) => {
    const { exporter, importer, device, handleType, order } = context;
    const load = await heapLoad(context, handleType, 'device');
    await comesAndGoes(context, load, async (meanwhile) => {
      const source = await exportableMemory(exporter, device, load.options);
      const kept = await source.export();
      await meanwhile();
      const target = await source.import(importer, await source.export());
      if (order !== 'descriptor-last') kept.close();
      const gone = order === 'importer-first' ? [target, source] : [source, target];
      for (const sharer of gone) await sharer.free();
      if (order === 'descriptor-last') kept.close();
    });
  });

heap
  .case(
    'bound-resources-delay',
    'Memory that was freed with a resource bound to it is given back when that resource is destroyed',
  )
  .proves('memory.free.bound-resources-delay-only')
  .over({ handleType: memoryReferenceTypes, resource: boundKinds, reach: reaches })
  .needs(sharable('exportable', 'importable'), (device, { handleType, resource }) =>
    suballocatable(resource)(device, { handleType }),
  )
  .deadline(seconds)
  .run(async (context) => {
    const { exporter, importer, device, handleType, resource } = context;
    const load = await heapLoad(context, handleType, 'device', resource);
    await comesAndGoes(context, load, async (meanwhile) => {
      const source = await exportableMemory(exporter, device, load.options);
      const handle = await source.export();
      await meanwhile();
      const target = await source.import(importer, handle);
      for (const sharer of [source, target]) await sharer.freeMemory();
      for (const sharer of [target, source]) await sharer.resource.destroy();
    });
  });

/** Has a queue write every byte: the usage may be an estimate that counts what was touched. */
async function touchAll({ endpoint, memory, options }: SharedMemory): Promise<void> {
  const buffer = await endpoint.buffer({ size: Number(memory.size), external: [options.handleType] });
  await bind(buffer, memory, 0n);
  const queue = await endpoint.queue();
  await queue.submit({ work: [{ do: 'fill', buffer, value: 0 }] });
  await queue.waitIdle();
  await buffer.destroy();
}

/**
 * Repeats what must leave nothing behind until it would have exceeded the heap, and looks at what is left.
 * @param once calls what it is given while a descriptor or handle of the payload is open
 */
async function comesAndGoes(
  context: Pick<
    CaseContext,
    | 'exporter'
    | 'importer'
    | 'device'
    | 'descriptors'
    | 'handleCount'
    | 'ownHandles'
    | 'expect'
    | 'should'
    | 'control'
    | 'note'
  >,
  load: HeapLoad,
  once: (meanwhile: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { exporter, importer, device, descriptors, handleCount, ownHandles } = context;
  const { expect, should, control } = context;
  const endpoints = importer === exporter ? [exporter] : [exporter, importer];
  const nothing = async (): Promise<void> => undefined;
  await once(nothing);
  const open = descriptors();
  const handles = device.platform === 'win32' ? handleCount() : 0;
  const tolerated = toleratedHandles(device, load.count, descriptorsOfItsOwn);
  // The descriptors are those of the process, whoever has them; so are the handles only where they are counted.
  const more = (): number =>
    device.platform === 'win32' ? handleCount() - handles : open.changes().appeared.length;
  const before = await Promise.all(endpoints.map((endpoint) => load.usage(endpoint)));
  await once(async () => {
    if (device.platform !== 'win32')
      return control('descriptors that are open more while a payload is shared', more()).toBeAtLeast(1);
    const own = ownHandles(2 * tolerated);
    control('whether more handles than are tolerated would show', more() > tolerated).toBe(true);
    for (const handle of own) handle.close();
  });
  await asOftenAsFills(context, 'payloads', load, () => once(nothing));
  expect('descriptors or handles that are open behind them all', more()).toBeAtMost(tolerated);
  for (const [index, endpoint] of endpoints.entries()) {
    const usage = await load.usage(endpoint);
    const former = before[index];
    if (usage === null || former === null || former === undefined) continue;
    should('what the heap usage has risen by', usage - former).toBeAtMost(load.payloadBytes);
  }
}

/** Repeats what would fill the heap; a driver that is too slow for that leaves the rule half shown, which is a warning. */
async function asOftenAsFills(
  context: Pick<CaseContext, 'note' | 'should'>,
  what: string,
  load: HeapLoad,
  once: () => Promise<void>,
): Promise<void> {
  const made = await repeatedly(context, what, load.count, once, whileFilling);
  context.should(`${what} that were made, of those that would fill the heap`, made).toBe(load.count);
}
