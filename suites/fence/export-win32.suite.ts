import {
  type CaseContext,
  exportable,
  exportedHandleStays,
  type Fence,
  fenceStates,
  handleTrials,
  importable,
  patience,
  permanences,
  reaches,
  sharedResourceAccess,
  statusIn,
  suite,
} from '../../harness/cases';

const exporting = suite(
  'fence.export-win32',
  'Which handles a fence exports on Windows: their rights, names and inheritance, and whose they are',
);

const handleTypes = ['OPAQUE_WIN32'] as const;

/** DXGI_SHARED_RESOURCE_READ. */
const readAlone = 0x8000_0000;
const accessNamed = { 'read-write': sharedResourceAccess, 'read-alone': readAlone } as const;

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
    access: ['read-write', 'read-alone'],
  })
  .needs(exportable('fence'))
  .deadline(deadlineWithChildren)
  .run(async ({ exporter, handleType, inheritable, descriptor, access, expect, control }) => {
    const made = async (options: Parameters<typeof exporter.fence>[0]) =>
      (await exporter.fence({ exportAs: [handleType], ...options })).export(handleType);
    const plain = await made({});
    const handle = await made({
      win32: {
        attributes: { inheritable, ...(descriptor === 'everyone' ? { sddl: everyone.sddl } : {}) },
        access: accessNamed[access],
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
    const rights = await made({ win32: { access: sharedResourceAccess } });
    if (access === 'read-write') {
      expect('rights of the handle', handle.access()).toBe(rights.access());
      return;
    }
    expect('rights of a handle for reading alone', handle.access()).toDifferFrom(rights.access());
    expect(
      'those of them that a handle for reading and writing lacks',
      handle.access() & ~rights.access(),
    ).toBe(0);
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
    const [both, one] = [await made(sharedResourceAccess), await made(readAlone)];
    control('rights of a handle for reading alone', one.access()).toDifferFrom(both.access());
    const source = await exporter.fence({ exportAs: [handleType] });
    const handle = await source.export(handleType);
    expect('rights of the handle', handle.access()).toBe(both.access());
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
    const { expect, control } = context;
    const name = uniqueName('fence');
    control('whether anything has the name before', isNameTaken(name)).toBe(false);
    const source = await exporter.fence({
      exportAs: [handleType],
      signaled: state === 'signaled',
      win32: { name, access: sharedResourceAccess },
    });
    await source.export(handleType);
    expect('whether anything has the name behind the export', isNameTaken(name)).toBe(true);
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
  .run(
    async ({ exporter, handleType, named, attributes, state, uniqueName, isNameTaken, expect, control }) => {
      const [name, other] = [uniqueName('alone'), uniqueName('exported')];
      const exported = await exporter.fence({
        exportAs: [handleType],
        win32: { name: other, access: sharedResourceAccess },
      });
      await exported.export(handleType);
      control('whether anything has the name of a fence that exports', isNameTaken(other)).toBe(true);
      const fence = await exporter.fence({
        signaled: state === 'signaled',
        win32: {
          access: sharedResourceAccess,
          ...(named ? { name } : {}),
          ...(attributes ? { attributes: { inheritable: true, sddl: everyone.sddl } } : {}),
        },
      });
      expect('whether anything has the name', isNameTaken(name)).toBe(false);
      expect('status of the new fence', await fence.status()).toBe(statusIn[state]);
      if (state === 'signaled') await fence.reset();
      await (await exporter.queue()).submit({ fence });
      expect('wait on the fence behind a submit', await fence.wait(patience)).toBe('VK_SUCCESS');
      expect('whether anything has the name behind the submit', isNameTaken(name)).toBe(false);
    },
  );

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
