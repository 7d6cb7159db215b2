import {
  allocations,
  asWritten,
  differenceFrom,
  exportableMemory,
  patternOf,
  sharable,
  suite,
} from '../../harness/cases';

const descriptors = suite('memory.opaque-fd', 'What can be done with a descriptor between export and import');

const [first, second, third] = [patternOf(1), patternOf(2), patternOf(3)];

descriptors
  .case('duplicate', 'The original or a duplicate imports the payload when the other is closed')
  .proves('memory.opaque-fd.dup-family')
  .over({
    handleType: ['OPAQUE_FD'],
    call: ['dup', 'dup2', 'dup3', 'F_DUPFD_CLOEXEC'],
    imported: ['original', 'duplicate'],
    allocation: allocations,
  })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, handleType, call, imported, allocation, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const original = await source.export();
    const duplicate = original.duplicate(call);
    control('what the duplicate refers to', duplicate.identity()).toBe(original.identity());
    const [kept, closed] = imported === 'original' ? [original, duplicate] : [duplicate, original];
    closed.close();
    expect(`whether the ${imported} is open`, kept.isOpen()).toBe(true);
    const target = await source.import(exporter, kept);
    const seen = await target.read();
    expect('what it imports', differenceFrom(first, seen)).toBe(asWritten);
    control('the same against another pattern', differenceFrom(second, seen)).toDifferFrom(asWritten);
    await target.write(second);
    expect('what a write through it gives the exporter', differenceFrom(second, await source.read())).toBe(
      asWritten,
    );
  });

descriptors
  .case(
    'number-reused',
    'What a duplicate imports does not change when the number that was exported names another payload',
  )
  .proves('memory.opaque-fd.dup-family')
  .over({ handleType: ['OPAQUE_FD'] })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, device, handleType, expect, control }) => {
    const source = await exportableMemory(exporter, device, { handleType });
    const decoy = await exportableMemory(exporter, device, { handleType });
    await source.write(first);
    await decoy.write(second);
    const original = await source.export();
    const duplicate = original.duplicate();
    original.close();
    const numbers = [await decoy.export(), await decoy.export()];
    const other = await decoy.import(exporter, numbers[0] as (typeof numbers)[number]);
    control('what the other payload imports as', differenceFrom(second, await other.read())).toBe(asWritten);
    const target = await source.import(exporter, duplicate);
    expect('what the duplicate imports', differenceFrom(first, await target.read())).toBe(asWritten);
  });

descriptors
  .case(
    'another-process',
    'A descriptor sent over a Unix socket imports the payload in the process that receives it',
  )
  .proves('memory.opaque-fd.scm-rights')
  .over({
    handleType: ['OPAQUE_FD'],
    sent: ['original', 'duplicate'],
    from: ['host', 'peer'],
    allocation: allocations,
  })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, endpoint, device, handleType, sent, from, allocation, expect, control }) => {
    const peer = await endpoint('process');
    const [sender, receiver] = from === 'host' ? [exporter, peer] : [peer, exporter];
    const source = await exportableMemory(sender, device, { handleType, allocation });
    await source.write(first);
    const original = await source.export();
    const target = await source.import(receiver, sent === 'original' ? original : original.duplicate());
    const seen = await target.read();
    expect('what the receiver reads', differenceFrom(first, seen)).toBe(asWritten);
    control('the same against what is not yet written', differenceFrom(second, seen)).toDifferFrom(asWritten);
    await target.write(second);
    expect(
      'what the sender reads behind a write by the receiver',
      differenceFrom(second, await source.read()),
    ).toBe(asWritten);
    await source.write(third);
    expect(
      'what the receiver reads behind a write by the sender',
      differenceFrom(third, await target.read()),
    ).toBe(asWritten);
  });

descriptors
  .case('keeps-payload', 'A descriptor alone keeps the payload and its contents when its exporter is gone')
  .proves('memory.fd.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_FD', 'DMA_BUF'],
    destroyed: ['memory', 'device', 'instance'],
    access: ['host', 'device'],
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, fresh, device, handleType, destroyed, access, expect, control }) => {
    const endpoint = destroyed === 'memory' ? exporter : await fresh();
    const source = await exportableMemory(endpoint, device, { handleType, access });
    await source.write(first);
    await source.release();
    const handle = await source.export();
    await source.free();
    if (destroyed === 'device') await endpoint.destroyDevice();
    if (destroyed === 'instance') await endpoint.destroyInstance();
    const later = await exportableMemory(exporter, device, { handleType, access });
    await later.write(second);
    control('what memory allocated since then holds', differenceFrom(second, await later.read())).toBe(
      asWritten,
    );
    const target = await source.import(importer, handle);
    expect('what the descriptor imports', differenceFrom(first, await target.read())).toBe(asWritten);
  });
