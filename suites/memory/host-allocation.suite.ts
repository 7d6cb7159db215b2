import {
  asWritten,
  bind,
  type CaseContext,
  type Content,
  contentSize,
  differenceFrom,
  filledWith,
  freshPattern,
  freshPatterns,
  type HostAllocation,
  type HostPages,
  type Memory,
  makeResource,
  memoryFor,
  pickType,
  type Resource,
  type Result,
  resourceKinds,
  suballocatable,
  suite,
  usableTypes,
} from '../../harness/cases';

const host = suite('memory.host-allocation', 'Memory imported from pages of the process');

const handleType = 'HOST_ALLOCATION';
const filled = filledWith(0x5a);

interface Imported {
  readonly pages: HostAllocation;
  readonly memory: Memory;
  readonly buffer: Resource;
}

/** What an import of pages may come to. */
const accepted: readonly Result[] = [
  'VK_SUCCESS',
  'VK_ERROR_INVALID_EXTERNAL_HANDLE',
  'VK_ERROR_OUT_OF_HOST_MEMORY',
  'VK_ERROR_OUT_OF_DEVICE_MEMORY',
];

/** Pages that a buffer of `contentSize` bytes fits in, of the alignment that the device asks for. */
async function pagesFor(
  { exporter, device }: CaseContext,
  pages = 0,
  kind?: HostPages,
): Promise<HostAllocation> {
  const alignment = device.minImportedHostPointerAlignment ?? 4096;
  const { size } = await (await makeResource(exporter, 'buffer', [handleType])).requirements();
  const needed = Math.ceil(Number(size) / alignment) + pages;
  return exporter.hostAllocation(needed * alignment, alignment, kind);
}

/** Host-visible memory types that the pointer and a buffer have in common, and how the query went. */
async function typesFor(context: CaseContext, pages: HostAllocation, buffer: Resource) {
  const { result, memoryTypeBits = 0 } = await context.exporter.tryHostPointerProperties(pages);
  const bits = memoryTypeBits & (await buffer.requirements()).memoryTypeBits;
  const types = usableTypes(context.device, bits).filter(({ hostVisible }) => hostVisible);
  return { result, memoryTypeBits, types };
}

/** Imports pages into the first memory type that suits, with a buffer bound at the start. */
async function importPages(context: CaseContext, pages: HostAllocation): Promise<Imported> {
  const { exporter, expect } = context;
  const buffer = await makeResource(exporter, 'buffer', [handleType]);
  const { result, types } = await typesFor(context, pages, buffer);
  expect('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
  expect('host-visible memory types for the pages and a buffer', types.length).toBeAtLeast(1);
  const memory = await exporter.memory({
    size: BigInt(pages.size),
    memoryTypeIndex: types[0]?.index ?? 0,
    importHostPointer: pages,
  });
  await bind(buffer, memory, 0n);
  return { pages, memory, buffer };
}

async function fill({ exporter }: CaseContext, buffer: Resource): Promise<void> {
  const queue = await exporter.queue();
  await queue.submit({ work: [{ do: 'fill', buffer, value: 0x5a5a5a5a }] });
  await queue.waitIdle();
}

host
  .case(
    'shares-content',
    'Pages and imported memory are one content: initial bytes, writes of a queue, writes of the host',
  )
  .proves('memory.host.import-shares-content')
  .over({ handleType: [handleType], spare: [0, 1, 255] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, device, spare, expect, control } = context;
    const [first, second] = freshPatterns();
    const pages = await pagesFor(context, spare);
    await pages.write(0, first.bytes);
    const { memory, buffer } = await importPages(context, pages);
    expect(
      'what the pages hold behind the import',
      differenceFrom(first, await pages.read(0, contentSize)),
    ).toBe(asWritten);
    const copy = await exporter.buffer({ size: contentSize, usage: resourceKinds.buffer.usage });
    const { size, memoryTypeBits } = await copy.requirements();
    const copied = await exporter.memory({
      size,
      memoryTypeIndex: pickType(device, memoryTypeBits, 'device'),
    });
    await bind(copy, copied, 0n);
    const queue = await exporter.queue();
    await queue.submit({ work: [{ do: 'copy', from: buffer, to: copy, size: contentSize }] });
    await queue.waitIdle();
    await pages.write(0, second.bytes);
    control(
      'what the pages hold before the queue copies in',
      differenceFrom(first, await pages.read(0, contentSize)),
    ).toDifferFrom(asWritten);
    await queue.submit({ work: [{ do: 'copy', from: copy, to: buffer, size: contentSize }] });
    await queue.waitIdle();
    expect(
      'what the pages hold when a queue has copied the first contents out and in again',
      differenceFrom(first, await pages.read(0, contentSize)),
    ).toBe(asWritten);
    await fill(context, buffer);
    expect(
      'what a queue fills the pages with',
      differenceFrom(filled, await pages.read(0, contentSize)),
    ).toBe(asWritten);
    await memory.free();
  });

host
  .case('free-leaves-pages', 'Freeing the memory object leaves the pages as they are')
  .proves('memory.host.free-leaves-allocation')
  .over({ handleType: [handleType], mapped: [false, true] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { mapped, expect, control } = context;
    const [first, second] = freshPatterns();
    const pages = await pagesFor(context);
    await pages.write(0, first.bytes);
    const { memory, buffer } = await importPages(context, pages);
    await fill(context, buffer);
    control(
      'what a queue fills the pages with',
      differenceFrom(filled, await pages.read(0, contentSize)),
    ).toBe(asWritten);
    if (mapped) await memory.write(0, second.bytes);
    await buffer.destroy();
    await memory.free();
    const left = mapped ? second : filled;
    expect(
      'what the pages hold behind the freeing',
      differenceFrom(left, await pages.read(0, contentSize)),
    ).toBe(asWritten);
    await pages.write(0, first.bytes);
    expect('what the host writes there later', differenceFrom(first, await pages.read(0, contentSize))).toBe(
      asWritten,
    );
  });

host
  .case('maps-same-pages', 'Imported host memory can be mapped, and the mapping shows the pages')
  .proves('memory.host.mappable-not-premapped')
  .over({ handleType: [handleType], spare: [0, 3] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { spare, expect, control } = context;
    const pages = await pagesFor(context, spare);
    const whole = pages.size;
    const [first, second, third] = freshPatterns(whole);
    await pages.write(0, first.bytes);
    const { memory } = await importPages(context, pages);
    expect('what the mapping shows of the pages', differenceFrom(first, await memory.read(0, whole))).toBe(
      asWritten,
    );
    control(
      'what the mapping shows before the host writes the pages',
      differenceFrom(second, await memory.read(0, whole)),
    ).toDifferFrom(asWritten);
    await pages.write(0, second.bytes);
    expect(
      'what the mapping shows of pages written behind it',
      differenceFrom(second, await memory.read(0, whole)),
    ).toBe(asWritten);
    await memory.write(0, third.bytes);
    expect(
      'what the pages hold behind a write through the mapping',
      differenceFrom(third, await pages.read(0, whole)),
    ).toBe(asWritten);
  });

host
  .case('memory-types', 'The memory types named for a host pointer exist, are host-visible, and import it')
  .proves('memory.host.properties-bits')
  .over({ handleType: [handleType] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, device, should, control } = context;
    const pages = await pagesFor(context);
    const { result, memoryTypeBits = 0 } = await exporter.tryHostPointerProperties(pages);
    should('result of vkGetMemoryHostPointerPropertiesEXT', result).toBe('VK_SUCCESS');
    control('memory types that the device has', device.memoryTypes.length).toBeAtLeast(1);
    const existing = 2 ** device.memoryTypes.length - 1;
    should('memory types named', memoryTypeBits).toDifferFrom(0);
    should('memory types named that the device does not have', (memoryTypeBits & ~existing) >>> 0).toBe(0);
    for (const { index, hostVisible } of usableTypes(device, memoryTypeBits)) {
      should(`whether memory type ${index} is host-visible`, hostVisible).toBe(true);
      const attempt = await exporter.tryMemory({
        size: BigInt(pages.size),
        memoryTypeIndex: index,
        importHostPointer: pages,
      });
      should(`result of importing into memory type ${index}`, attempt.result).toBe('VK_SUCCESS');
      await attempt.memory?.free();
    }
  });

host
  .case(
    'imported-again',
    'Pages that are imported already may be refused; neither way is the first import disturbed',
  )
  .proves('memory.host.repeat-import-may-fail')
  .over({ handleType: [handleType], by: ['device', 'instance'], times: [1, 8] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { by, times, endpoint, expect, control } = context;
    const [first, second] = freshPatterns();
    const pages = await pagesFor(context);
    await pages.write(0, second.bytes);
    const { memory, buffer } = await importPages(context, pages);
    control(
      'what the first import holds before the host writes the pages',
      differenceFrom(first, await memory.read(0, contentSize)),
    ).toDifferFrom(asWritten);
    await pages.write(0, first.bytes);
    const importer = await endpoint(by);
    const others: Memory[] = [];
    for (let made = 0; made < times; made += 1) {
      const again = await importer.tryMemory({
        size: BigInt(pages.size),
        memoryTypeIndex: memory.memoryTypeIndex,
        importHostPointer: pages,
      });
      expect('result of importing the same pages again', again.result).toBeOneOf(accepted);
      if (again.memory !== undefined) others.push(again.memory);
    }
    for (const other of others) await other.free();
    expect('what the first import holds', differenceFrom(first, await memory.read(0, contentSize))).toBe(
      asWritten,
    );
    await fill(context, buffer);
    expect(
      'what a queue fills the pages with',
      differenceFrom(filled, await pages.read(0, contentSize)),
    ).toBe(asWritten);
  });

host
  .case(
    'shared-pages',
    'Pages that other processes could map are imported, or refused with the result for pointers of the wrong kind',
  )
  .proves('memory.host.platform-refusal-code')
  .over({ handleType: [handleType], spare: [0, 3, 255] })
  .needs(memoryFor('buffer', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, spare, expect, control, note } = context;
    const pages = await pagesFor(context, spare, 'shared');
    const first = freshPattern();
    const holds = async (content: Content) => differenceFrom(content, await pages.read(0, contentSize));
    control('what the pages hold before the host writes them', await holds(first)).toDifferFrom(asWritten);
    await pages.write(0, first.bytes);
    const buffer = await makeResource(exporter, 'buffer', [handleType]);
    const { result: queried, types } = await typesFor(context, pages, buffer);
    expect('result of vkGetMemoryHostPointerPropertiesEXT', queried).toBeOneOf([
      'VK_SUCCESS',
      'VK_ERROR_INVALID_EXTERNAL_HANDLE',
    ]);
    const [type] = types;
    if (type === undefined) {
      note(`the driver names no host-visible memory type for shared pages: ${queried}`);
      return;
    }
    const { result, memory } = await exporter.tryMemory({
      size: BigInt(pages.size),
      memoryTypeIndex: type.index,
      importHostPointer: pages,
    });
    expect('result of importing the pages', result).toBeOneOf(accepted);
    expect('what the pages hold behind the import', await holds(first)).toBe(asWritten);
    if (memory === undefined) {
      note(`the driver refuses shared pages with ${result}`);
      return;
    }
    await bind(buffer, memory, 0n);
    await fill(context, buffer);
    expect('what a queue fills the pages with', await holds(filled)).toBe(asWritten);
  });
