import {
  accessRights,
  deleteAndWriteDac,
  destroySemaphoreParent,
  exportable,
  exportInState,
  genericAll,
  genericReadWrite,
  importable,
  lateClose,
  mayTravel,
  nameWatch,
  operation,
  reaches,
  readControl,
  type SemaphoreOptions,
  semaphoreIn,
  semaphoreOfType,
  semaphoreParents,
  semaphoreTypes,
  sharedResourceAccess,
  suite,
  waitAcrossHold,
} from '../../harness/cases';

const exporting = suite(
  'semaphore.export-win32',
  'The NT handles that a semaphore exports on Windows: their rights, names and inheritance, and whose they are',
);

const axes = { handleType: ['OPAQUE_WIN32', 'D3D12_FENCE'], type: semaphoreTypes } as const;

/** DXGI_SHARED_RESOURCE_READ, which is GENERIC_READ. */
const readAlone = 0x8000_0000;
/** Everyone has every right, and nobody else is spoken of. */
const everyone = { sddl: 'D:(A;;GA;;;WD)', trustees: ['WD'] } as const;

/** What all rights are for handles of that type. */
const fullAccess = { OPAQUE_WIN32: sharedResourceAccess, D3D12_FENCE: genericAll } as const;
/** Rights to use the payload, and to read the security descriptor. */
const readable = {
  OPAQUE_WIN32: (sharedResourceAccess | readControl) >>> 0,
  D3D12_FENCE: (genericReadWrite | readControl) >>> 0,
} as const;

/** Whom a security descriptor gives or denies rights, in its order. */
function trusteesIn(sddl: string): readonly string[] {
  return [...sddl.matchAll(/;([^;()]+)\)/g)].map(([, trustee = '']) => trustee);
}

exporting
  .case(
    'default-no-inherit',
    'An NT handle of a semaphore that was created without security attributes is inherited by no child',
  )
  .proves('semaphore.export-win32.default-no-inherit')
  .over({ ...axes, structure: ['absent', 'without-attributes'] })
  .needs(semaphoreOfType(exportable))
  .run(async ({ exporter, handleType, type, structure, expect, control }) => {
    const options: SemaphoreOptions = { type, exportAs: [handleType] };
    const access = fullAccess[handleType];
    const source = await exporter.semaphore(
      structure === 'absent' ? options : { ...options, win32: { access } },
    );
    const handle = await source.export(handleType);
    const inherited = handle.duplicate({ inheritable: true });
    control('HANDLE_FLAG_INHERIT of a duplicate made with it', inherited.isInheritable()).toBe(true);
    control('whether a child finds that duplicate', inherited.seenByChild()).toBe(true);
    expect('HANDLE_FLAG_INHERIT of the exported handle', handle.isInheritable()).toBe(false);
    expect('whether a child finds the exported handle', handle.seenByChild()).toBe(false);
    const plain = await exporter.semaphore({
      ...options,
      win32: { access, attributes: { inheritable: false } },
    });
    // The rights that are there without the structure need not be such that the descriptor may be read.
    const [ours, theirs] = [handle, await plain.export(handleType)].map((one) =>
      one.duplicate({ access: readControl }).security(),
    );
    expect('the security descriptor of the handle', ours).toBe(theirs);
  });

exporting
  .case(
    'default-access-opaque',
    'Whoever has an opaque NT handle of a semaphore that was created without attributes can signal the payload and wait for it',
  )
  .proves('semaphore.export-win32.default-access-opaque')
  .over({ handleType: ['OPAQUE_WIN32'], type: semaphoreTypes, reach: reaches })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, expect, control, note }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const handle = await source.export(handleType);
    note(`rights of the handle: ${accessRights(handle.access())}`);
    const target = await importer.semaphore({ type });
    expect('result of the import', await target.tryImport(handle, handleType, 'permanent')).toBe(
      'VK_SUCCESS',
    );
    const waited = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
    });
    control('wait on the import while the signal is held', waited.held).toBe('VK_TIMEOUT');
    expect('wait on the import behind the signal', waited.released).toBe('VK_SUCCESS');
    const signaled = await waitAcrossHold({
      signal: { ...operation(type, target, 2n), through: importer },
      wait: { ...operation(type, source, 2n), through: exporter },
    });
    control('wait on the source while a signal through the import is held', signaled.held).toBe('VK_TIMEOUT');
    expect('wait on the source behind a signal through the import', signaled.released).toBe('VK_SUCCESS');
  });

exporting
  .case(
    'default-access-d3d12',
    'A D3D12 fence handle of a semaphore that was created without attributes has every right',
  )
  .proves('semaphore.export-win32.default-access-d3d12')
  .over({ handleType: ['D3D12_FENCE'], type: semaphoreTypes })
  .needs(semaphoreOfType(exportable))
  .run(async ({ exporter, handleType, type, expect, control }) => {
    const made = async (options: SemaphoreOptions) =>
      (await exporter.semaphore({ type, exportAs: [handleType], ...options })).export(handleType);
    const every = accessRights((await made({ win32: { access: genericAll } })).access());
    const handle = await made({});
    const [reading, alike] = [
      handle.duplicate({ access: readAlone }),
      handle.duplicate({ access: genericAll }),
    ];
    control('rights of a duplicate for reading alone', accessRights(reading.access())).toDifferFrom(every);
    expect('rights of a duplicate made with GENERIC_ALL', accessRights(alike.access())).toBe(every);
    expect('rights of the handle', accessRights(handle.access())).toBe(every);
  });

exporting
  .case(
    'attributes-honoured',
    'Security attributes and access that a semaphore was created with are those of the NT handle that it exports',
  )
  .proves('semaphore.export-win32.attributes-and-name')
  .over({
    ...axes,
    inheritable: [true, false],
    descriptor: ['default', 'everyone'],
    asked: ['use', 'more'],
  })
  .needs(semaphoreOfType(exportable))
  .run(async ({ exporter, handleType, type, inheritable, descriptor, asked, expect, control, note }) => {
    const made = async (options: SemaphoreOptions) =>
      (await exporter.semaphore({ type, exportAs: [handleType], ...options })).export(handleType);
    const wanted = asked === 'more' ? deleteAndWriteDac : 0;
    const plain = await made({ win32: { access: readable[handleType] } });
    const handle = await made({
      win32: {
        attributes: { inheritable, ...(descriptor === 'everyone' ? { sddl: everyone.sddl } : {}) },
        access: (readable[handleType] | wanted) >>> 0,
      },
    });
    control('HANDLE_FLAG_INHERIT of a handle without attributes', plain.isInheritable()).toBe(false);
    expect('HANDLE_FLAG_INHERIT of the handle', handle.isInheritable()).toBe(inheritable);
    expect('whether a child finds the handle', handle.seenByChild()).toBe(inheritable);
    control('whom a default descriptor speaks of', trusteesIn(plain.security())).toDifferFrom(
      everyone.trustees,
    );
    const given = trusteesIn(handle.security());
    if (descriptor === 'everyone') expect('whom the descriptor speaks of', given).toBe(everyone.trustees);
    else expect('whom the descriptor speaks of', given).toBe(trusteesIn(plain.security()));
    // What the bits for reading and writing stand for is the driver's to say: other rights mean the same of any object.
    note(`rights of the handle: ${accessRights(handle.access())}`);
    expect('DELETE and WRITE_DAC among the rights', accessRights(handle.access() & deleteAndWriteDac)).toBe(
      accessRights(wanted),
    );
    expect('the other rights', accessRights(handle.access() & ~deleteAndWriteDac)).toBe(
      accessRights(plain.access() & ~deleteAndWriteDac),
    );
  });

exporting
  .case(
    'name-bound',
    'An import by the name that a semaphore was created with shares the payload, from wherever it is',
  )
  .proves('semaphore.export-win32.attributes-and-name')
  .over({ ...axes, reach: reaches })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async (context) => {
    const { exporter, importer, handleType, type, uniqueName, isNameTaken } = context;
    const { expect, should, control } = context;
    const name = uniqueName('semaphore');
    control('whether something has the name before', isNameTaken(name)).toBe(false);
    const source = await exporter.semaphore({
      type,
      exportAs: [handleType],
      win32: { access: fullAccess[handleType], name },
    });
    const handle = await source.export(handleType);
    // Where names lie and how they are spelled, the specification leaves open: the import shows what the name is worth.
    should('whether something has the name', isNameTaken(name)).toBe(true);
    should('the end of the name of what the handle refers to', leafOf(handle.objectName())).toBe(name);
    const target = await importer.semaphore({ type });
    expect('result of the import by name', await target.tryImport({ name }, handleType, 'permanent')).toBe(
      'VK_SUCCESS',
    );
    const waited = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
    });
    control('wait on the import by name while the signal is held', waited.held).toBe('VK_TIMEOUT');
    expect('wait on the import by name behind the signal', waited.released).toBe('VK_SUCCESS');
    const signaled = await waitAcrossHold({
      signal: { ...operation(type, target, 2n), through: importer },
      wait: { ...operation(type, source, 2n), through: exporter },
    });
    expect('wait on the source behind a signal through the import', signaled.released).toBe('VK_SUCCESS');
  });

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}

exporting
  .case(
    'info-ignored-alone',
    'Attributes and a name for NT handles have no effect on a semaphore that is created to export none',
  )
  .proves('semaphore.export-win32.info-ignored-alone')
  .over({ ...axes, name: ['present', 'absent'] })
  .needs(semaphoreOfType(exportable))
  .run(async (context) => {
    const { exporter, handleType, type, name: named, uniqueName, expect, control } = context;
    const win32 = {
      access: fullAccess[handleType],
      attributes: { sddl: everyone.sddl, inheritable: true },
    };
    const name = uniqueName('alone');
    const free = await nameWatch(context, async (other) =>
      (await exporter.semaphore({ type, exportAs: [handleType], win32: { ...win32, name: other } })).export(
        handleType,
      ),
    );
    const semaphore = await exporter.semaphore({
      type,
      win32: { ...win32, ...(named === 'present' ? { name } : {}) },
    });
    if (named === 'present') free(name, 'behind its creation');
    for (let round = 1n; round <= 2n; round += 1n) {
      const own = { ...operation(type, semaphore, round), through: exporter };
      const wait = await waitAcrossHold({ signal: own, wait: own });
      control(`round ${round}: wait while the signal is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`round ${round}: wait behind the signal`, wait.released).toBe('VK_SUCCESS');
    }
    if (named === 'present') free(name, 'behind its use');
  });

exporting
  .case(
    'app-owns-nt',
    'An exported NT handle stays open until the application closes it, whatever becomes of the semaphore, its device and its instance',
  )
  .proves('semaphore.export-win32.app-owns-nt')
  .over({ ...axes, state: ['signaled', 'pending'], destroyed: semaphoreParents })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable))
  .run(async ({ fresh, handleType, type, state, destroyed, expect, control }) => {
    const origin = await fresh();
    const source = await semaphoreIn(origin, state, { handleType, type });
    const handle = await exportInState(source, handleType);
    const duplicate = handle.duplicate();
    const before = handle.identity();
    control('whether the handle is open before', handle.isOpen()).toBe(true);
    await source.held?.release();
    await (await origin.queue()).waitIdle();
    await destroySemaphoreParent({ source: source.semaphore, origin }, destroyed);
    await lateClose();
    expect('whether the handle is open behind the destruction', handle.isOpen()).toBe(true);
    expect('what the handle refers to', handle.identity()).toBe(before);
    expect(
      'whether it refers to something else than its duplicate',
      handle.refersToSameAs(duplicate),
    ).toDifferFrom('different');
    // A close that the system refuses ends the case.
    handle.close();
    expect('whether its duplicate is open behind its close', duplicate.isOpen()).toBe(true);
  });
