import {
  accesses,
  allocations,
  asWritten,
  contentSize,
  differenceFrom,
  exportableMemory,
  patternOf,
  reaches,
  resourceKindNames,
  sharable,
  suballocatable,
  submitCommand,
  suite,
} from '../../harness/cases';

const sharing = suite('memory.sharing', 'What one sharer of a memory payload writes and another reads');

const [first, second, third] = [patternOf(1), patternOf(2), patternOf(3)];

sharing
  .case(
    'mappings',
    'What the host writes through a mapping of either memory object is read through the other',
  )
  .proves('memory.import.aliases-consistent', 'memory.import.mappable')
  .over({ handleType: ['OPAQUE_FD', 'DMA_BUF'], allocation: allocations, reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, allocation, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const target = await source.import(importer, await source.export());
    expect('what the importer reads', differenceFrom(first, await target.read())).toBe(asWritten);
    control(
      'what the importer reads, against what is not yet written',
      differenceFrom(second, await target.read()),
    ).toDifferFrom(asWritten);
    await source.write(second);
    expect('what the importer reads behind a later write', differenceFrom(second, await target.read())).toBe(
      asWritten,
    );
    await target.write(third);
    expect(
      'what the exporter reads behind a write by the importer',
      differenceFrom(third, await source.read()),
    ).toBe(asWritten);
  });

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
  .over({
    handleType: ['OPAQUE_FD', 'DMA_BUF'],
    resource: resourceKindNames,
    allocation: allocations,
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, resource, allocation, expect, control }) => {
    const access = 'device';
    const source = await exportableMemory(exporter, device, { handleType, resource, allocation, access });
    const target = await source.import(importer, await source.export());
    await source.write(first);
    const seen = await target.read();
    expect('what the importer acquires', differenceFrom(first, seen)).toBe(asWritten);
    control('the same against what is not yet written', differenceFrom(second, seen)).toDifferFrom(asWritten);
    await target.write(second);
    expect('what the exporter acquires', differenceFrom(second, await source.read())).toBe(asWritten);
    await source.write(third);
    expect('what the importer acquires the second time', differenceFrom(third, await target.read())).toBe(
      asWritten,
    );
  });

sharing
  .case(
    'host-and-queue',
    'Host and queues of both sharers see one content, where its memory type is host-visible',
  )
  .proves('memory.ownership.external-transfer-preserves', 'memory.import.aliases-consistent')
  .over({ handleType: ['OPAQUE_FD', 'DMA_BUF'], reach: ['instance', 'process'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType });
    const target = await source.import(importer, await source.export());
    await source.write(first, 'host');
    await source.release();
    const seen = await target.read('device');
    expect('what the queue of the importer reads of a host write', differenceFrom(first, seen)).toBe(
      asWritten,
    );
    control('the same against what is not yet written', differenceFrom(second, seen)).toDifferFrom(asWritten);
    await target.write(second, 'device');
    await target.release();
    await source.read('device');
    expect(
      'what the host reads through the exporter behind a write by the queue of the importer',
      differenceFrom(second, await source.read('host')),
    ).toBe(asWritten);
  });

sharing
  .case('submit-commands', 'Ownership passes through either submit command, in memory of either visibility')
  .proves('memory.ownership.external-transfer-preserves')
  .over({
    handleType: ['OPAQUE_FD', 'DMA_BUF'],
    command: ['vkQueueSubmit', 'vkQueueSubmit2'],
    access: accesses,
  })
  .needs(sharable('exportable', 'importable'), submitCommand)
  .run(async ({ exporter, endpoint, device, handleType, command, access, expect, control }) => {
    const importer = await endpoint('instance');
    const source = await exportableMemory(exporter, device, { handleType, access, command });
    const target = await source.import(importer, await source.export());
    await source.write(first, 'device');
    const seen = await target.read('device');
    expect('what the importer acquires', differenceFrom(first, seen)).toBe(asWritten);
    control('the same against another pattern', differenceFrom(second, seen)).toDifferFrom(asWritten);
  });

sharing
  .case('offsets', 'Buffers at one aligned offset on both sides name the same bytes')
  .proves('memory.import.suballocated-offsets')
  .over({ handleType: ['OPAQUE_FD', 'DMA_BUF'], offset: [1, 7, 64], reach: reaches })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .run(async ({ exporter, importer, device, handleType, offset, reach, expect, control }) => {
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation: 'suballocated',
      offset: BigInt(offset),
      spare: BigInt(contentSize),
    });
    const whole = Number(source.memory.size);
    await source.memory.write(0, patternOf(4, whole));
    const target = await source.import(importer, await source.export());
    await source.write(first, 'device');
    if (reach !== 'device') await source.release();
    const seen = await target.read('device');
    expect('what the buffer of the importer holds', differenceFrom(first, seen)).toBe(asWritten);
    control('the same against another pattern', differenceFrom(second, seen)).toDifferFrom(asWritten);
    const { start } = target;
    const around = patternOf(4, whole);
    around.set(first, start);
    expect(
      'every byte of the memory, read by the host through the importer',
      differenceFrom(around, await target.memory.read(0, whole)),
    ).toBe(asWritten);
  });
