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
    'comparison',
    'Handles of one payload compare as the same object, and those of different payloads do not',
  )
  .proves('memory.opaque-win32.native-calls')
  .over({ handleType: ntHandles, allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, handleType, allocation, expect, control }) => {
    const one = await exportableMemory(exporter, device, { handleType, allocation });
    const other = await exportableMemory(exporter, device, { handleType, allocation });
    const handle = await one.memory.export(handleType);
    expect('a duplicate beside the original', handle.duplicate().refersToSameAs(handle)).toBe('same');
    const unlike = await other.memory.export(handleType);
    control('the handle of another payload beside it', unlike.refersToSameAs(handle)).toBe('different');
  });

handles
  .case(
    'information',
    'SetHandleInformation has children inherit the handle or not, as GetHandleInformation tells then',
  )
  .proves('memory.opaque-win32.native-calls')
  .over({ handleType: ntHandles, allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, handleType, allocation, expect, control }) => {
    const { memory } = await exportableMemory(exporter, device, { handleType, allocation });
    const handle = await memory.export(handleType);
    control('HANDLE_FLAG_INHERIT before it is set', handle.isInheritable()).toBe(false);
    handle.setInheritable(true);
    expect('HANDLE_FLAG_INHERIT once it is set', handle.isInheritable()).toBe(true);
    expect('whether a child finds the handle then', handle.seenByChild()).toBe(true);
    handle.setInheritable(false);
    expect('HANDLE_FLAG_INHERIT once it is cleared', handle.isInheritable()).toBe(false);
  });
