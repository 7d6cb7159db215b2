import {
  accesses,
  allocations,
  asWritten,
  contentSize,
  contentsPass,
  differenceFrom,
  exportableMemory,
  freshPattern,
  freshPatterns,
  mayBeWritten,
  memoryReferenceTypes,
  overlaid,
  pairwise,
  reaches,
  resourceKindNames,
  sharable,
  suballocatable,
  submitCommand,
  suite,
  variedKindNames,
  writings,
} from '../../harness/cases';

const sharing = suite('memory.sharing', 'What one sharer of a memory payload writes and another reads');

sharing
  .case(
    'mappings',
    'What the host writes through a mapping of either memory object is read through the other',
  )
  .proves('memory.import.aliases-consistent', 'memory.import.mappable')
  .over({ handleType: memoryReferenceTypes, allocation: allocations, reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, allocation, expect } = context;
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const target = await source.import(importer, await source.export());
    expect('what the importer reads', differenceFrom(first, await target.read())).toBe(asWritten);
    await contentsPass(context, source, target, 'from the exporter to the importer');
    await contentsPass(context, target, source, 'from the importer to the exporter');
  });

const transferred = {
  handleType: memoryReferenceTypes,
  resource: [...resourceKindNames, ...variedKindNames],
  written: writings,
  allocation: allocations,
  reach: ['instance', 'process'],
} as const;

sharing
  .case(
    'ownership-transfer',
    'Contents written on a queue and released to VK_QUEUE_FAMILY_EXTERNAL are what another instance acquires, both ways',
  )
  .proves(
    'memory.ownership.external-transfer-preserves',
    'memory.import.aliases-consistent',
    'memory.export.advertised-exportable',
    'memory.import.advertised-importable',
  )
  .over(transferred)
  .where(pairwise(transferred, ['handleType', 'resource', 'allocation'], mayBeWritten))
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, resource, written, allocation, expect } = context;
    const source = await exportableMemory(exporter, device, {
      handleType,
      resource,
      written,
      allocation,
      access: 'device',
    });
    const first = source.fresh();
    const target = await source.import(importer, await source.export());
    await source.write(first);
    expect('what the importer acquires', differenceFrom(first, await target.read())).toBe(asWritten);
    await contentsPass(context, target, source, 'from the importer to the exporter');
    await contentsPass(context, source, target, 'from the exporter to the importer');
  });

sharing
  .case(
    'host-and-queue',
    'Host and queues of both sharers see one content, where its memory type is host-visible',
  )
  .proves('memory.ownership.external-transfer-preserves', 'memory.import.aliases-consistent')
  .over({ handleType: memoryReferenceTypes, reach: ['instance', 'process'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType });
    const target = await source.import(importer, await source.export());
    const [first, second, third] = freshPatterns();
    await source.write(first, 'host');
    await source.release();
    const before = await target.read('device');
    expect('what the queue of the importer reads of a host write', differenceFrom(first, before)).toBe(
      asWritten,
    );
    control('the same before the second host write', differenceFrom(second, before)).toDifferFrom(asWritten);
    await takeBack();
    await source.write(second, 'host');
    await source.release();
    expect(
      'what the queue of the importer reads of the second host write',
      differenceFrom(second, await target.read('device')),
    ).toBe(asWritten);
    await target.write(third, 'device');
    await takeBack();
    expect(
      'what the host reads through the exporter behind a write by the queue of the importer',
      differenceFrom(third, await source.read('host')),
    ).toBe(asWritten);

    async function takeBack(): Promise<void> {
      await target.release();
      await source.read('device');
    }
  });

sharing
  .case('submit-commands', 'Ownership passes through either submit command, in memory of either visibility')
  .proves('memory.ownership.external-transfer-preserves')
  .over({
    handleType: memoryReferenceTypes,
    command: ['vkQueueSubmit', 'vkQueueSubmit2'],
    access: accesses,
  })
  .needs(sharable('exportable', 'importable'), submitCommand)
  .run(async (context) => {
    const { exporter, endpoint, device, handleType, command, access } = context;
    const importer = await endpoint('instance');
    const source = await exportableMemory(exporter, device, { handleType, access, command });
    const target = await source.import(importer, await source.export());
    await source.write(freshPattern(), 'device');
    await contentsPass(context, source, target, 'from the exporter to the importer', 'device');
  });

sharing
  .case('offsets', 'Buffers at one aligned offset on both sides name the same bytes')
  .proves('memory.import.suballocated-offsets')
  .over({ handleType: memoryReferenceTypes, offset: [1, 7, 64], reach: reaches })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, offset, reach, expect } = context;
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation: 'suballocated',
      offset: BigInt(offset),
      spare: BigInt(contentSize),
    });
    const whole = Number(source.memory.size);
    const around = freshPattern(whole);
    await source.memory.write(0, around.bytes);
    const target = await source.import(importer, await source.export());
    if (reach !== 'device') await source.release();
    const way = 'from the buffer of the exporter to that of the importer';
    const inner = await contentsPass(context, source, target, way, 'device');
    expect(
      'every byte of the memory, read by the host through the importer',
      differenceFrom(overlaid(around, inner, target.start), await target.memory.read(0, whole)),
    ).toBe(asWritten);
  });
