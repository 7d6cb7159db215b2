import {
  accesses,
  allocations,
  asWritten,
  type Content,
  contentsPass,
  deadlineOfHundreds,
  differenceFrom,
  exportableMemory,
  freshPattern,
  freshPatterns,
  headOf,
  keepsPayload,
  type MemoryHandleType,
  memoryReferenceTypes,
  reaches,
  repeatedly,
  resourceKindNames,
  type SharedMemory,
  sharable,
  suite,
} from '../../harness/cases';

const importing = suite('memory.import', 'What importing a payload makes, once and over again');

/**
 * Whether the imports may still be used behind the freeing: those by a global handle go with the memory that owns the
 * payload. Source: VkImportMemoryWin32HandleInfoKHR (note).
 */
function keepsOwner({
  handleType,
  freed,
}: {
  readonly handleType: MemoryHandleType;
  readonly freed: string;
}): boolean {
  return keepsPayload(handleType) || freed !== 'exporter';
}

importing
  .case(
    'contents-preserved',
    'Importing alters no byte of the payload, nor what the exporter has mapped or bound',
  )
  .proves('memory.import.preserves-content')
  .over({
    handleType: memoryReferenceTypes,
    resource: resourceKindNames,
    allocation: allocations,
    access: accesses,
    reach: reaches,
  })
  // A host mapping of an optimal image has no defined meaning; two images of one device have no owner to pass.
  .where(({ resource, access, reach }) =>
    access === 'host' ? resource !== 'optimal-image' : reach !== 'device' || !resource.endsWith('image'),
  )
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, resource, allocation, access, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    await source.write(second);
    control('contents before the write', differenceFrom(first, await source.read())).toDifferFrom(asWritten);
    await source.write(first);
    const one = await source.import(importer, await source.export());
    expect(
      'contents through the exporter behind the import',
      differenceFrom(first, await source.read()),
    ).toBe(asWritten);
    const other = await source.import(importer, await source.export());
    expect(
      'contents through the first import behind the second',
      differenceFrom(first, await one.read()),
    ).toBe(asWritten);
    if (access === 'device') await one.release();
    expect('contents through the second import', differenceFrom(first, await other.read())).toBe(asWritten);
  });

importing
  .case(
    'hundreds',
    'One payload can be imported hundreds of times at once, and thousands of times one after the other, each exported for it',
  )
  .proves('memory.import.multiple-imports')
  .over({ handleType: memoryReferenceTypes, freed: ['at-once', 'later'], reach: reaches, count: [250, 4096] })
  .where(({ freed, reach, count }) => count === 250 || (freed === 'at-once' && reach === 'device'))
  .needs(sharable('exportable', 'importable'))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, importer, device, handleType, freed, count, expect, control, note }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(first);
    const kept = await source.export();
    const probe = await source.import(importer, await source.export());
    control('contents before the last write', differenceFrom(second, await probe.read())).toDifferFrom(
      asWritten,
    );
    await probe.free();
    await source.write(second);
    const { memoryTypeIndex } = probe.memory;
    const imported: SharedMemory[] = [];
    const made = await repeatedly({ note }, 'imports', count, async (nth) => {
      // A global handle has no duplicates: it is the same number each time.
      const duplicated = nth % 2 === 0 && handleType !== 'OPAQUE_WIN32_KMT';
      const handle = duplicated ? kept.duplicate() : await source.export();
      const target = await source.import(importer, handle, { memoryTypeIndex });
      if (freed === 'later') imported.push(target);
      else {
        expect(`the first bytes through import ${nth}`, await headDifference(second, target)).toBe(asWritten);
        await target.free();
      }
    });
    for (const [nth, target] of imported.entries())
      expect(`the first bytes through import ${nth}`, await headDifference(second, target)).toBe(asWritten);
    const last = await source.import(importer, kept, { memoryTypeIndex });
    expect(
      `contents through an import behind ${made} others`,
      differenceFrom(second, await last.read()),
    ).toBe(asWritten);
    await last.write(first);
    expect('what a write through it gives the exporter', differenceFrom(first, await source.read())).toBe(
      asWritten,
    );
  });

importing
  .case(
    'everywhere',
    'One payload can be imported at once into its own device, another instance and another process',
  )
  .proves('memory.import.multiple-imports')
  .over({ handleType: memoryReferenceTypes, allocation: allocations, access: accesses })
  .needs(sharable('exportable', 'importable'))
  .withPeer()
  .run(async ({ exporter, endpoint, device, handleType, allocation, access, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation, access });
    await source.write(freshPattern());
    const sharers = [{ name: 'the exporter', sharer: source }];
    for (const reach of reaches) {
      const there = reach === 'device' ? exporter : await endpoint(reach);
      for (const number of [1, 2])
        sharers.push({
          name: `import ${number} at reach ${reach}`,
          sharer: await source.import(there, await source.export()),
        });
    }
    for (const { name, sharer } of sharers) {
      const written = freshPattern();
      control(
        `contents before the write by ${name}`,
        differenceFrom(written, await sharer.read()),
      ).toDifferFrom(asWritten);
      await sharer.write(written);
      for (const other of sharers)
        expect(
          `what ${other.name} reads behind a write by ${name}`,
          differenceFrom(written, await other.sharer.read()),
        ).toBe(asWritten);
    }
  });

importing
  .case(
    'distinct',
    'Each import is a memory object of its own: freeing one leaves the others mapped, bound and usable',
  )
  .proves('memory.import.distinct-objects')
  .over({
    handleType: memoryReferenceTypes,
    freed: ['exporter', 'first', 'second'],
    access: accesses,
    reach: reaches,
  })
  .where(keepsOwner)
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, freed, access, expect, control }) => {
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, access });
    await source.write(first);
    const one = await source.import(importer, await source.export());
    const other = await source.import(importer, await source.export());
    for (const sharer of [source, one, other])
      control('contents before the freeing', differenceFrom(second, await sharer.read())).toDifferFrom(
        asWritten,
      );
    const [gone, left] =
      freed === 'exporter'
        ? [source, [one, other]]
        : freed === 'first'
          ? [one, [source, other]]
          : [other, [source, one]];
    await source.read();
    if (gone.endpoint === exporter) await source.release();
    await gone.free();
    for (const sharer of left) {
      expect('contents behind the freeing', differenceFrom(first, await sharer.read())).toBe(asWritten);
    }
    const [writer, reader] = left as [SharedMemory, SharedMemory];
    await writer.write(second);
    expect(
      'what one that is left reads of what the other writes',
      differenceFrom(second, await reader.read()),
    ).toBe(asWritten);
  });

importing
  .case(
    'freed-while-mapped',
    'Freeing an import that is mapped unmaps it alone: other mappings and contents stay',
  )
  .proves('memory.free.implicit-unmap')
  .over({ handleType: memoryReferenceTypes, freed: ['importer', 'exporter'], reach: reaches })
  .where(keepsOwner)
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, freed, expect } = context;
    const source = await exportableMemory(exporter, device, { handleType });
    const target = await source.import(importer, await source.export());
    const first = await contentsPass(context, source, target, 'from the exporter to the importer');
    const [gone, left] = freed === 'importer' ? [target, source] : [source, target];
    await gone.free();
    expect('contents through the mapping that is left', differenceFrom(first, await left.read())).toBe(
      asWritten,
    );
    const later = freshPattern();
    await left.write(later);
    expect('contents behind a write through it', differenceFrom(later, await left.read())).toBe(asWritten);
  });

importing
  .case('whole-size', 'Import and export cover the size that was asked for, to its last byte')
  .proves('memory.allocate.parameters-exact')
  .over({ handleType: memoryReferenceTypes, spare: [0, 1, 4095, 4097, 1_048_576], reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .needs((device, parameters) => sharable()(device, { ...parameters, allocation: 'suballocated' }))
  .run(async ({ exporter, importer, device, handleType, spare, expect, control }) => {
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation: 'suballocated',
      spare: BigInt(spare),
    });
    const size = Number(source.memory.size);
    const target = await source.import(importer, await source.export());
    const written = freshPattern(size);
    control(
      'every byte of the memory before the write',
      differenceFrom(written, await target.memory.read(0, size)),
    ).toDifferFrom(asWritten);
    await source.memory.write(0, written.bytes);
    expect(
      'every byte of the memory through the importer',
      differenceFrom(written, await target.memory.read(0, size)),
    ).toBe(asWritten);
  });

/** How the first bytes through the mapping of one sharer differ from what was written. */
async function headDifference(written: Content, sharer: SharedMemory): Promise<string> {
  return differenceFrom(headOf(written, 16), await sharer.memory.read(0, 16));
}

importing
  .case(
    'concurrent',
    'One payload is imported, used and freed on several threads at once, beside its exports, and each import holds it',
  )
  .proves('memory.import.multiple-imports')
  .over({
    handleType: memoryReferenceTypes,
    allocation: allocations,
    reach: reaches,
    threads: [2, 8],
    count: [12],
  })
  .where(({ allocation, threads }) => (allocation === 'dedicated') === (threads === 8))
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, allocation, threads, count, expect, control }) => {
    const around = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(around);
    const probe = await source.import(importer, await source.export());
    const { memoryTypeIndex } = probe.memory;
    const bytes = around.bytes.length / threads;
    /** What each thread wrote last, in a part of its own. */
    const contents: Content[] = [];
    const sharers = Array.from({ length: threads }, async (_, thread) => {
      for (let lap = 0; lap < count; lap += 1) {
        const what = `lap ${lap} of thread ${thread}`;
        const own = freshPattern(bytes);
        const handle = await source.export('worker');
        const shared = await source.import(importer, handle, { memoryTypeIndex, thread: 'worker' });
        const start = shared.start + thread * bytes;
        const before = await shared.memory.read(start, bytes);
        control(`${what}: contents before the write`, differenceFrom(own, before)).toDifferFrom(asWritten);
        const last = contents[thread] ?? partOf(around, thread * bytes, bytes);
        expect(`${what}: contents of the lap before`, differenceFrom(last, before)).toBe(asWritten);
        await shared.memory.write(start, own.bytes);
        expect(
          `${what}: what another import shows of the write`,
          differenceFrom(own, await probe.memory.read(probe.start + thread * bytes, bytes)),
        ).toBe(asWritten);
        contents[thread] = own;
        await shared.free();
      }
    });
    await Promise.all(sharers);
    for (const [thread, content] of contents.entries())
      expect(
        `what the exporter has of thread ${thread} in the end`,
        differenceFrom(content, await source.memory.read(source.start + thread * bytes, bytes)),
      ).toBe(asWritten);
  });

/** Imports that begin together: more than the host has threads for, so that some wait and some overlap. */
const together = 8;

importing
  .case(
    'at-once',
    'Imports of one payload that begin together, each of an export of its own, all succeed and hold it',
  )
  .proves('memory.import.multiple-imports')
  .over({ handleType: memoryReferenceTypes, reach: ['device', 'instance'], count: [100] })
  .needs(sharable('exportable', 'importable'))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, importer, device, handleType, count, expect, control }) => {
    const [content, other] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(other);
    control('contents before the write', differenceFrom(content, await source.read())).toDifferFrom(
      asWritten,
    );
    await source.write(content);
    for (let round = 0; round < count; round += 1) {
      const handles = await Promise.all(Array.from({ length: together }, () => source.export()));
      const imports = handles.map((handle) => source.import(importer, handle, { thread: 'worker' }));
      await Promise.allSettled(imports); // what one import fails with is not to leave others on their way
      for (const [made, shared] of (await Promise.all(imports)).entries()) {
        if (round === 0)
          expect('contents through an import', differenceFrom(content, await shared.read())).toBe(asWritten);
        else if (made === round % together)
          expect(
            `the first bytes through import ${made} of round ${round}`,
            await headDifference(content, shared),
          ).toBe(asWritten);
        await shared.free();
      }
    }
    expect('contents through the exporter in the end', differenceFrom(content, await source.read())).toBe(
      asWritten,
    );
  });

/** So many bytes of contents, from that one on. */
function partOf({ name, bytes }: Content, start: number, length: number): Content {
  return { name: `${name} from byte ${start} on`, bytes: bytes.subarray(start, start + length) };
}
