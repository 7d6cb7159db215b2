import {
  accessRights,
  type CaseContext,
  deleteAndWriteDac,
  exportable,
  exportedHandleStays,
  type Fence,
  fenceStates,
  handleTrials,
  importable,
  nameWatch,
  patience,
  permanences,
  reaches,
  readControl,
  sharedResourceAccess,
  statusIn,
  suite,
} from '../../harness/cases';

const exporting = suite(
  'fence.export-win32',
  'Which handles a fence exports on Windows: their rights, names and inheritance, and whose they are',
);

const handleTypes = ['OPAQUE_WIN32'] as const;

/** To read and to write, and besides to read the security descriptor. */
const readable = (sharedResourceAccess | readControl) >>> 0;

/** Seconds for cases that start a program or two besides. */
const deadlineWithChildren = 30;

/** A descriptor that lets everyone do everything, and whom it speaks of. */
const everyone = { sddl: 'D:(A;;GA;;;WD)', trustees: ['WD'] } as const;

/** Whom a security descriptor, as text, gives or denies rights. */
function trusteesIn(sddl: string): readonly string[] {
  return [...sddl.matchAll(/;([^;()]+)\)/g)].map(([, trustee = '']) => trustee);
}

exporting
  .case(
    'default-no-inherit',
    'An NT handle of a fence that was created without security attributes is inherited by no child',
  )
  .proves('fence.export-win32.default-no-inherit')
  .over({ handleType: handleTypes, structure: ['absent', 'without-attributes'] })
  .needs(exportable('fence'))
  .deadline(deadlineWithChildren)
  .run(async ({ exporter, handleType, structure, expect, control }) => {
    const source = await exporter.fence({
      exportAs: [handleType],
      ...(structure === 'absent' ? {} : { win32: { access: sharedResourceAccess } }),
    });
    const handle = await source.export(handleType);
    const inherited = handle.duplicate({ inheritable: true });
    control('HANDLE_FLAG_INHERIT of a duplicate made with it', inherited.isInheritable()).toBe(true);
    control('whether a child finds that duplicate', inherited.seenByChild()).toBe(true);
    expect('HANDLE_FLAG_INHERIT of the exported handle', handle.isInheritable()).toBe(false);
    expect('whether a child finds the exported handle', handle.seenByChild()).toBe(false);
  });

exporting
  .case(
    'attributes-honoured',
    'Security attributes and access that a fence was created with are those of the NT handle that it exports',
  )
  .proves('fence.export-win32.attributes-honoured')
  .over({
    handleType: handleTypes,
    inheritable: [true, false],
    descriptor: ['default', 'everyone'],
    asked: ['shared', 'more'],
  })
  .needs(exportable('fence'))
  .deadline(deadlineWithChildren)
  .run(async ({ exporter, handleType, inheritable, descriptor, asked, expect, control, note }) => {
    const made = async (options: Parameters<typeof exporter.fence>[0]) =>
      (await exporter.fence({ exportAs: [handleType], ...options })).export(handleType);
    const wanted = asked === 'more' ? deleteAndWriteDac : 0;
    const plain = await made({ win32: { access: readable } });
    const handle = await made({
      win32: {
        attributes: { inheritable, ...(descriptor === 'everyone' ? { sddl: everyone.sddl } : {}) },
        access: (readable | wanted) >>> 0,
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

/** Either fence sees what is signaled through the other. */
async function expectShared(
  { expect }: Pick<CaseContext, 'expect'>,
  { exporter, importer }: Pick<CaseContext, 'exporter' | 'importer'>,
  [source, target]: readonly [Fence, Fence],
): Promise<void> {
  await (await exporter.queue()).submit({ fence: source });
  expect('wait on the target behind a signal of the source', await target.wait(patience)).toBe('VK_SUCCESS');
  await source.reset();
  expect('status of the target behind a reset of the source', await target.status()).toBe('VK_NOT_READY');
  await (await importer.queue()).submit({ fence: target });
  expect('wait on the source behind a signal of the target', await source.wait(patience)).toBe('VK_SUCCESS');
}

exporting
  .case(
    'default-access',
    'An NT handle of a fence that was created without attributes has the rights to read and to write: whoever imports it waits and signals',
  )
  .proves('fence.export-win32.default-access')
  .over({ handleType: handleTypes, permanence: permanences, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, importer, handleType, permanence, expect, control } = context;
    const made = async (access: number) =>
      (await exporter.fence({ exportAs: [handleType], win32: { access } })).export(handleType);
    const both = await made(sharedResourceAccess);
    const more = await made((sharedResourceAccess | deleteAndWriteDac) >>> 0);
    const rights = accessRights(both.access());
    control('rights of a handle that more are asked for', accessRights(more.access())).toDifferFrom(rights);
    const source = await exporter.fence({ exportAs: [handleType] });
    const handle = await source.export(handleType);
    expect('rights of the handle', accessRights(handle.access())).toBe(rights);
    const target = await importer.fence();
    await target.import(handle, handleType, permanence);
    control('status of the target before any signal', await target.status()).toBe('VK_NOT_READY');
    await expectShared(context, context, [source, target]);
  });

exporting
  .case(
    'name-bound',
    'A fence that was created with a name can be imported by that name, from wherever it is',
  )
  .proves('fence.export-win32.name-bound')
  .over({
    handleType: handleTypes,
    permanence: permanences,
    reach: reaches,
    state: ['signaled', 'unsignaled'],
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, importer, handleType, permanence, state, uniqueName, isNameTaken } = context;
    const { expect, should, control } = context;
    const name = uniqueName('fence');
    control('whether anything has the name before', isNameTaken(name)).toBe(false);
    const source = await exporter.fence({
      exportAs: [handleType],
      signaled: state === 'signaled',
      win32: { name, access: sharedResourceAccess },
    });
    await source.export(handleType);
    // Where names lie, the specification leaves open: the import shows what the name is worth.
    should('whether anything has the name behind the export', isNameTaken(name)).toBe(true);
    const target = await importer.fence({ signaled: state !== 'signaled' });
    control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
    expect('result of the import by name', await target.tryImport({ name }, handleType, permanence)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the target behind the import', await target.status()).toBe(statusIn[state]);
    if (state === 'signaled') await source.reset();
    expect('status of the target with an unsignaled payload', await target.status()).toBe('VK_NOT_READY');
    await expectShared(context, context, [source, target]);
  });

exporting
  .case(
    'info-ignored-alone',
    'Attributes, access and a name for handles of a fence that is created to export none change nothing, and nothing gets the name',
  )
  .proves('fence.export-win32.info-ignored-alone')
  .over({
    handleType: handleTypes,
    named: [true, false],
    attributes: [true, false],
    state: ['signaled', 'unsignaled'],
  })
  .needs(exportable('fence'))
  .run(async (context) => {
    const { exporter, handleType, named, attributes, state, uniqueName, expect } = context;
    const name = uniqueName('alone');
    const free = await nameWatch(context, async (other) => {
      const exported = await exporter.fence({
        exportAs: [handleType],
        win32: { name: other, access: sharedResourceAccess },
      });
      return exported.export(handleType);
    });
    const fence = await exporter.fence({
      signaled: state === 'signaled',
      win32: {
        access: sharedResourceAccess,
        ...(named ? { name } : {}),
        ...(attributes ? { attributes: { inheritable: true, sddl: everyone.sddl } } : {}),
      },
    });
    if (named) free(name, 'behind its creation');
    expect('status of the new fence', await fence.status()).toBe(statusIn[state]);
    if (state === 'signaled') await fence.reset();
    await (await exporter.queue()).submit({ fence });
    expect('wait on the fence behind a submit', await fence.wait(patience)).toBe('VK_SUCCESS');
    if (named) free(name, 'behind the submit');
  });

exporting
  .case(
    'app-owns-nt',
    'An exported NT handle stays open and refers to the same object behind a reset of the fence and the destruction of fence, device and instance, until the application closes it',
  )
  .proves('fence.export-win32.app-owns-nt')
  .over({ handleType: handleTypes, state: fenceStates, behind: handleTrials })
  .needs(exportable('fence'))
  .run(async (context) => {
    const handle = await exportedHandleStays(context);
    // A close that the system refuses ends the case.
    handle?.close();
  });
