import {
  allocations,
  eitherImports,
  exportableMemory,
  importsInAnotherProcess,
  reaches,
  sharable,
  suite,
} from '../../harness/cases';

const handles = suite('memory.opaque-win32', 'What can be done with an NT handle between export and import');

const ntHandles = ['OPAQUE_WIN32'] as const;

handles
  .case('duplicate', 'The original or a duplicate imports the payload when the other is closed')
  .proves('memory.opaque-win32.native-calls')
  .over({
    handleType: ntHandles,
    imported: ['original', 'duplicate'],
    allocation: allocations,
    reach: reaches,
  })
  .needs(sharable('exportable', 'importable'))
  .run((context) => {
    const { imported, control } = context;
    return eitherImports(context, imported, (original) => {
      const duplicate = original.duplicate();
      control('whether the duplicate is open', duplicate.isOpen()).toBe(true);
      return duplicate;
    });
  });

handles
  .case('another-process', 'A handle duplicated into another process imports the payload there')
  .proves('memory.opaque-win32.native-calls')
  .over({
    handleType: ntHandles,
    sent: ['original', 'duplicate'],
    from: ['host', 'peer'],
    allocation: allocations,
  })
  .needs(sharable('exportable', 'importable'))
  .withPeer()
  .run((context) => importsInAnotherProcess(context, context.sent, context.from));

handles
  .case(
    'comparison-and-information',
    'CompareObjectHandles, GetHandleInformation and SetHandleInformation take the handle, and what was set stays when it is imported',
  )
  .proves('memory.opaque-win32.native-calls')
  .over({ handleType: ntHandles, allocation: allocations, reach: reaches })
  .needs(sharable('exportable', 'importable'))
  .run(async ({ exporter, importer, device, handleType, allocation, expect, control }) => {
    const one = await exportableMemory(exporter, device, { handleType, allocation });
    const other = await exportableMemory(exporter, device, { handleType, allocation });
    const handle = await one.memory.export(handleType);
    expect('a duplicate compared with the original', handle.duplicate().refersToSameAs(handle)).toBe('same');
    const unlike = await other.memory.export(handleType);
    control('the handle of another payload compared with it', unlike.refersToSameAs(handle)).toBe(
      'different',
    );
    control('HANDLE_FLAG_INHERIT before it is set', handle.isInheritable()).toBe(false);
    handle.setInheritable(true);
    expect('HANDLE_FLAG_INHERIT once it is set', handle.isInheritable()).toBe(true);
    expect('whether a child finds the handle then', handle.seenByChild()).toBe(true);
    await (await one.import(importer, handle, { handleKept: true })).free();
    expect('HANDLE_FLAG_INHERIT behind an import', handle.isInheritable()).toBe(true);
    handle.setInheritable(false);
    expect('HANDLE_FLAG_INHERIT once it is cleared', handle.isInheritable()).toBe(false);
  });
