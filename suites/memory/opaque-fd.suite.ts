import {
  allocations,
  asWritten,
  contentsPass,
  destroyExporter,
  differenceFrom,
  exportableMemory,
  exporterParts,
  freshPattern,
  freshPatterns,
  overwriteFreedMemory,
  sharable,
  suite,
} from '../../harness/cases';

const descriptors = suite('memory.opaque-fd', 'What can be done with a descriptor between export and import');

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
  .run(async (context) => {
    const { exporter, device, handleType, call, imported, allocation, expect, control } = context;
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType, allocation });
    await source.write(first);
    const original = await source.export();
    const duplicate = original.duplicate(call);
    control('what the duplicate refers to', duplicate.identity()).toBe(original.identity());
    const [kept, closed] = imported === 'original' ? [original, duplicate] : [duplicate, original];
    closed.close();
    expect(`whether the ${imported} is open`, kept.isOpen()).toBe(true);
    const target = await source.import(exporter, kept);
    expect('what it imports', differenceFrom(first, await target.read())).toBe(asWritten);
    await contentsPass(context, target, source, `from the import of the ${imported} to the exporter`);
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
    const [first, second] = freshPatterns();
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
  .withPeer()
  .run(async (context) => {
    const { exporter, endpoint, device, handleType, sent, from, allocation, expect } = context;
    const peer = await endpoint('process');
    const [sender, receiver] = from === 'host' ? [exporter, peer] : [peer, exporter];
    const first = freshPattern();
    const source = await exportableMemory(sender, device, { handleType, allocation });
    await source.write(first);
    const original = await source.export();
    const target = await source.import(receiver, sent === 'original' ? original : original.duplicate());
    expect('what the receiver reads', differenceFrom(first, await target.read())).toBe(asWritten);
    await contentsPass(context, target, source, 'from the receiver to the sender');
    await contentsPass(context, source, target, 'from the sender to the receiver');
  });

descriptors
  .case('keeps-payload', 'A descriptor alone keeps the payload and its contents when its exporter is gone')
  .proves('memory.fd.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_FD', 'DMA_BUF'],
    destroyed: exporterParts,
    access: ['host', 'device'],
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, fresh, device, handleType, destroyed, access, expect } = context;
    const options = { handleType, access };
    const source = await exportableMemory(destroyed === 'memory' ? exporter : await fresh(), device, options);
    const kept = freshPattern();
    await source.write(kept);
    await source.release();
    const handle = await source.export();
    await destroyExporter(source, destroyed);
    for (const endpoint of [exporter, importer])
      await overwriteFreedMemory(context, endpoint, device, options, kept);
    const target = await source.import(importer, handle);
    expect('what the descriptor imports', differenceFrom(kept, await target.read())).toBe(asWritten);
  });
