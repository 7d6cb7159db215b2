import {
  asWritten,
  contentSize,
  contentsPass,
  deviceExtension,
  differenceFrom,
  exportableMemory,
  freshPattern,
  freshPatterns,
  hostVisibleBuffer,
  memoryReferenceTypes,
  resourceKindNames,
  sharable,
  suite,
} from '../../harness/cases';

const ownership = suite(
  'memory.ownership',
  'Who owns the contents of shared memory, and how they change hands',
);
const apart = ['instance', 'process'] as const;
const access = 'device';

ownership
  .case(
    'bind-does-not-acquire',
    'The exporter goes on using contents that it owns when others import the payload and bind resources to it',
  )
  .proves('memory.ownership.bind-does-not-acquire')
  .over({ handleType: memoryReferenceTypes, resource: resourceKindNames, reach: apart })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, resource, expect, control }) => {
    const [first, second, third] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType, resource, access });
    await source.write(first);
    const one = await source.import(importer, await source.export());
    const kept = await source.read();
    expect('contents behind an import and its binding', differenceFrom(first, kept)).toBe(asWritten);
    control('the same before the next write', differenceFrom(second, kept)).toDifferFrom(asWritten);
    await source.write(second);
    const other = await source.import(importer, await source.export());
    expect('contents behind a second one', differenceFrom(second, await source.read())).toBe(asWritten);
    await one.free();
    await source.write(third);
    expect(
      'contents that were written when one of them was gone',
      differenceFrom(third, await source.read()),
    ).toBe(asWritten);
    expect('what the other acquires at last', differenceFrom(third, await other.read())).toBe(asWritten);
  });

ownership
  .case(
    'foreign-family',
    'Contents released to VK_QUEUE_FAMILY_FOREIGN_EXT are what another instance acquires from it, both ways',
  )
  .proves('memory.ownership.foreign-transfer')
  .over({ handleType: memoryReferenceTypes, resource: resourceKindNames, reach: apart })
  .needs(sharable('exportable', 'importable'), deviceExtension('VK_EXT_queue_family_foreign'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, resource } = context;
    const transfer = { other: 'foreign' } as const;
    const source = await exportableMemory(exporter, device, { handleType, resource, access, transfer });
    const target = await source.import(importer, await source.export());
    await source.write(freshPattern());
    await contentsPass(context, target, source, 'from the importer to the exporter');
    await contentsPass(context, source, target, 'from the exporter to the importer');
  });

ownership
  .case(
    'foreign-user',
    'Contents released to VK_QUEUE_FAMILY_FOREIGN_EXT lie in the dma-buf for those who map it, and theirs come back',
  )
  .proves('memory.ownership.foreign-transfer')
  .over({ handleType: ['DMA_BUF'] })
  .needs(sharable('exportable'), deviceExtension('VK_EXT_queue_family_foreign'))
  .run(async ({ exporter, device, handleType, expect, control, note }) => {
    const [first, second] = freshPatterns();
    const transfer = { other: 'foreign' } as const;
    const source = await exportableMemory(exporter, device, { handleType, access, transfer });
    await source.write(second);
    control('contents before the write', differenceFrom(first, await source.read())).toDifferFrom(asWritten);
    await source.write(first);
    const mapping = (await source.export()).mapped();
    await source.release();
    if (mapping === null) note('the dma-buf can not be mapped: nobody else uses what is released');
    else {
      expect('what lies in the dma-buf', differenceFrom(first, mapping.read(0, contentSize))).toBe(asWritten);
      mapping.write(0, second.bytes);
    }
    expect(
      'what the queue acquires back',
      differenceFrom(mapping === null ? first : second, await source.read()),
    ).toBe(asWritten);
  });

const unmodifiedHint = 'VK_EXT_external_memory_acquire_unmodified';

ownership
  .case(
    'acquire-modified',
    'An acquire that does not claim the contents to be unmodified gets what another instance wrote meanwhile',
  )
  .proves('memory.ownership.acquire-unmodified-ignored')
  .over({ handleType: memoryReferenceTypes, resource: resourceKindNames, reach: apart })
  .needs(sharable('exportable', 'importable'), deviceExtension(unmodifiedHint))
  .run(async (context) => {
    const { exporter, importer, device, handleType, resource } = context;
    const transfer = { unmodified: false };
    const source = await exportableMemory(exporter, device, { handleType, resource, access, transfer });
    const target = await source.import(importer, await source.export());
    await source.write(freshPattern());
    await contentsPass(context, target, source, 'from the importer to the exporter');
    await contentsPass(context, source, target, 'from the exporter to the importer');
    await contentsPass(context, target, source, 'from the importer to the exporter once more');
  });

ownership
  .case(
    'unmodified-in-ordinary-barrier',
    'A barrier that passes no ownership makes a write visible, whatever it says about unmodified contents',
  )
  .proves('memory.ownership.acquire-unmodified-ignored')
  .over({ handleType: memoryReferenceTypes, resource: resourceKindNames, unmodified: [true, false] })
  .needs(sharable('exportable'), deviceExtension(unmodifiedHint))
  .run(async ({ exporter, device, handleType, resource: kind, unmodified, expect, control }) => {
    const [former, written] = freshPatterns();
    const { resource } = await exportableMemory(exporter, device, { handleType, resource: kind, access });
    const [from, to] = [await hostVisibleBuffer(exporter, device), await hostVisibleBuffer(exporter, device)];
    const queue = await exporter.queue();
    for (const content of [former, written]) {
      await from.memory.write(0, content.bytes);
      control(
        'what the copy gave before',
        differenceFrom(content, await to.memory.read(0, contentSize)),
      ).toDifferFrom(asWritten);
      await queue.submit({
        work:
          resource.kind === 'image'
            ? [
                { do: 'buffer-to-image', image: resource, buffer: from.buffer },
                { do: 'barrier', resource, unmodified },
                { do: 'image-to-buffer', image: resource, buffer: to.buffer },
              ]
            : [
                { do: 'copy', from: from.buffer, to: resource, size: contentSize },
                { do: 'barrier', resource, unmodified },
                { do: 'copy', from: resource, to: to.buffer, size: contentSize },
              ],
      });
      await queue.waitIdle();
      expect(
        'what a copy behind the barrier gives of the write before it',
        differenceFrom(content, await to.memory.read(0, contentSize)),
      ).toBe(asWritten);
    }
  });
