import {
  allocations,
  asWritten,
  differenceFrom,
  eitherImports,
  exportableMemory,
  exporterParts,
  freshPatterns,
  handleKeepsMemory,
  importsInAnotherProcess,
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
  .run((context) => {
    const { call, imported, control } = context;
    return eitherImports(context, imported, (original) => {
      const duplicate = original.duplicate(call);
      control('what the duplicate refers to', duplicate.identity()).toBe(original.identity());
      return duplicate;
    });
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
  .run((context) => importsInAnotherProcess(context, context.sent, context.from));

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
  .run(handleKeepsMemory);
