import {
  accessRights,
  allocations,
  asWritten,
  bind,
  contentSize,
  contentsPass,
  deleteAndWriteDac,
  destroyExporter,
  differenceFrom,
  exportableMemory,
  exporterParts,
  filledWith,
  freshPattern,
  handleKeepsMemory,
  lateClose,
  nameWatch,
  pickType,
  reaches,
  readControl,
  sharable,
  sharedResourceAccess,
  suite,
} from '../../harness/cases';

const exporting = suite('memory.export-win32', 'The NT handles that memory is exported as');

const handleType = 'OPAQUE_WIN32';
const ntHandles = [handleType] as const;
const bound = ['buffer', 'optimal-image'] as const;
/** Whether VkExportMemoryWin32HandleInfoKHR is chained; if so, without attributes and with the default rights. */
const structures = ['absent', 'no-attributes'] as const;
const withoutAttributes = { access: sharedResourceAccess };
/** Everyone may do anything, and guests (BG), whom no default knows, may read. */
const sddl = 'D:(A;;GA;;;WD)(A;;GR;;;BG)';
const guests = ';;;BG)';

exporting
  .case('not-inherited', 'Children do not inherit the handle of memory that was given no security attributes')
  .proves('memory.export-win32.default-security-access')
  .over({ handleType: ntHandles, structure: structures, resource: bound, allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, structure, resource, allocation, expect, control }) => {
    const { memory } = await exportableMemory(exporter, device, {
      handleType,
      resource,
      allocation,
      ...(structure === 'absent' ? {} : { win32: withoutAttributes }),
    });
    const handle = await memory.export(handleType);
    const inherited = handle.duplicate({ inheritable: true });
    control('HANDLE_FLAG_INHERIT of a duplicate that is made so', inherited.isInheritable()).toBe(true);
    control('whether a child finds that duplicate', inherited.seenByChild()).toBe(true);
    expect('HANDLE_FLAG_INHERIT', handle.isInheritable()).toBe(false);
    expect('whether a child finds the handle', handle.seenByChild()).toBe(false);
  });

exporting
  .case(
    'default-rights',
    'The handle of memory that was given no rights for it lets importers read and write',
  )
  .proves('memory.export-win32.default-security-access')
  .over({ handleType: ntHandles, resource: bound, allocation: allocations, reach: reaches })
  .where(({ resource, reach }) => resource === 'buffer' || reach !== 'device')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, resource, allocation, expect, control } = context;
    const access = resource === 'buffer' ? 'host' : 'device';
    const options = { handleType, resource, allocation, access } as const;
    const source = await exportableMemory(exporter, device, options);
    const handle = await source.memory.export(handleType);
    const asked = await exportableMemory(exporter, device, { ...options, win32: withoutAttributes });
    const more = await exportableMemory(exporter, device, {
      ...options,
      win32: { access: (sharedResourceAccess | deleteAndWriteDac) >>> 0 },
    });
    const rights = accessRights((await asked.memory.export(handleType)).access());
    control(
      'rights granted where more are asked for',
      accessRights((await more.memory.export(handleType)).access()),
    ).toDifferFrom(rights);
    expect('rights granted, as where reading and writing are asked for', accessRights(handle.access())).toBe(
      rights,
    );
    const target = await source.import(importer, handle);
    await contentsPass(context, source, target, 'from the exporter to the importer');
    await contentsPass(context, target, source, 'from the importer to the exporter');
  });

exporting
  .case('rights', 'The handle has the rights that were asked for, and of those that any object has no others')
  .proves('memory.export-win32.attributes-and-name')
  .over({
    handleType: ntHandles,
    allocation: allocations,
    asked: ['shared', 'more'],
    attributes: [false, true],
  })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, device, allocation, asked, attributes, expect, control, note } = context;
    const wanted = asked === 'more' ? deleteAndWriteDac : 0;
    const source = await exportableMemory(exporter, device, {
      handleType,
      allocation,
      win32: { access: (sharedResourceAccess | wanted) >>> 0, ...(attributes ? { attributes: {} } : {}) },
    });
    const handle = await source.memory.export(handleType);
    const granted = handle.access();
    note(`rights of the handle: ${accessRights(granted)}`);
    const fewer = handle.duplicate({ access: 0x8000_0000 });
    control('rights of a duplicate for reading alone', fewer.access() & deleteAndWriteDac).toBe(0);
    expect('DELETE and WRITE_DAC among the rights', accessRights(granted & deleteAndWriteDac)).toBe(
      accessRights(wanted),
    );
    const target = await source.import(exporter, handle);
    await contentsPass(context, target, source, 'from the importer to the exporter');
  });

exporting
  .case('inheritance', 'Children inherit the handle if the security attributes say so, and only then')
  .proves('memory.export-win32.attributes-and-name')
  .over({
    handleType: ntHandles,
    allocation: allocations,
    inheritable: [true, false],
    descriptor: [true, false],
  })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, allocation, inheritable, descriptor, expect, control }) => {
    const attributes = { inheritable, ...(descriptor ? { sddl } : {}) };
    const { memory } = await exportableMemory(exporter, device, {
      handleType,
      allocation,
      win32: { attributes, access: sharedResourceAccess },
    });
    const handle = await memory.export(handleType);
    const opposite = handle.duplicate({ inheritable: !inheritable });
    control('HANDLE_FLAG_INHERIT of a duplicate of the other kind', opposite.isInheritable()).toBe(
      !inheritable,
    );
    expect('HANDLE_FLAG_INHERIT', handle.isInheritable()).toBe(inheritable);
    expect('whether a child finds the handle', handle.seenByChild()).toBe(inheritable);
  });

exporting
  .case('security-descriptor', 'What is behind the handle has the security descriptor that was given')
  .proves('memory.export-win32.attributes-and-name')
  .over({ handleType: ntHandles, resource: bound, allocation: allocations })
  .needs(sharable('exportable'))
  .run(async ({ exporter, device, resource, allocation, expect, control }) => {
    const options = { handleType, resource, allocation } as const;
    const access = (sharedResourceAccess | readControl) >>> 0;
    const plain = await exportableMemory(exporter, device, { ...options, win32: { access } });
    const given = await exportableMemory(exporter, device, {
      ...options,
      win32: { attributes: { sddl }, access },
    });
    const ordinary = (await plain.memory.export(handleType)).security();
    control('whether the default descriptor names guests', ordinary.includes(guests)).toBe(false);
    const security = (await given.memory.export(handleType)).security();
    expect(`whether the descriptor names guests: ${security}`, security.includes(guests)).toBe(true);
  });

exporting
  .case('name', 'The payload is found by the name that was given while a handle of it is open')
  .proves('memory.export-win32.attributes-and-name')
  .over({
    handleType: ntHandles,
    resource: bound,
    allocation: allocations,
    attributes: [false, true],
    reach: reaches,
  })
  .where(({ resource, reach }) => resource === 'buffer' || reach !== 'device')
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, uniqueName, isNameTaken } = context;
    const { resource, allocation, attributes, expect, should, control } = context;
    const name = uniqueName('memory');
    control('whether anything has the name before', isNameTaken(name)).toBe(false);
    const source = await exportableMemory(exporter, device, {
      handleType,
      resource,
      allocation,
      access: resource === 'buffer' ? 'host' : 'device',
      win32: { name, access: sharedResourceAccess, ...(attributes ? { attributes: { sddl } } : {}) },
    });
    const handle = await source.memory.export(handleType);
    // Where names lie and how they are spelled, the specification leaves open: the import shows what the name is worth.
    should('the name of what is behind the handle', handle.objectName().split('\\').at(-1)).toBe(name);
    should('whether anything has the name', isNameTaken(name)).toBe(true);
    const { result, shared: target } = await source.tryImport(importer, { name });
    expect('result of the import by name', result).toBe('VK_SUCCESS');
    if (target === undefined) return;
    await contentsPass(context, source, target, 'from the exporter to the import by name');
    await contentsPass(context, target, source, 'from the import by name to the exporter');
  });

exporting
  .case(
    'alone',
    'Without VkExportMemoryAllocateInfo, what is said of handles is ignored: the memory is an ordinary one, and the name unused',
  )
  .proves('memory.export-win32.info-ignored-alone')
  .over({ handleType: ntHandles, named: [true, false], attributes: [true, false], allocation: allocations })
  .needs(sharable('exportable'))
  .run(async (context) => {
    const { exporter, device, uniqueName, named, attributes, allocation, expect, control } = context;
    const name = uniqueName('memory');
    const free = await nameWatch(context, async (other) => {
      const win32 = { access: sharedResourceAccess, name: other };
      return (await exportableMemory(exporter, device, { handleType, win32 })).memory.export(handleType);
    });
    const win32 = {
      access: sharedResourceAccess,
      ...(named ? { name } : {}),
      ...(attributes ? { attributes: { sddl, inheritable: true } } : {}),
    };
    const buffer = await exporter.buffer({ size: contentSize });
    const { size, memoryTypeBits } = await buffer.requirements();
    const { result, memory } = await exporter.tryMemory({
      size,
      memoryTypeIndex: pickType(device, memoryTypeBits, 'host'),
      win32,
      ...(allocation === 'dedicated' ? { dedicatedTo: buffer } : {}),
    });
    expect('result of vkAllocateMemory', result).toBe('VK_SUCCESS');
    if (memory === undefined) return;
    await bind(buffer, memory, 0n);
    const first = freshPattern();
    await memory.write(0, first.bytes);
    control('what the host wrote', differenceFrom(first, await memory.read(0, contentSize))).toBe(asWritten);
    const queue = await exporter.queue();
    await queue.submit({ work: [{ do: 'fill', buffer, value: 0x5a5a5a5a }] });
    await queue.waitIdle();
    expect(
      'what the queue filled it with',
      differenceFrom(filledWith(0x5a), await memory.read(0, contentSize)),
    ).toBe(asWritten);
    if (named) free(name, 'behind all that');
  });

exporting
  .case(
    'application-owns',
    'An exported handle stays open when what it was exported from is destroyed, until it is closed',
  )
  .proves('memory.export-win32.nt-owned-and-referencing')
  .over({ handleType: ntHandles, resource: bound, allocation: allocations, destroyed: exporterParts })
  .needs(sharable('exportable'))
  .run(async ({ exporter, fresh, device, resource, allocation, destroyed, expect, control }) => {
    const endpoint = destroyed === 'memory' ? exporter : await fresh();
    const source = await exportableMemory(endpoint, device, { handleType, resource, allocation });
    const handle = await source.memory.export(handleType);
    const duplicate = handle.duplicate();
    await destroyExporter(source, destroyed);
    await lateClose();
    expect('whether the handle is open', handle.isOpen()).toBe(true);
    expect('whether it refers to what it referred to', handle.refersToSameAs(duplicate)).toBe('same');
    handle.close();
    control('whether its duplicate is open behind its closing', duplicate.isOpen()).toBe(true);
  });

exporting
  .case('keeps-payload', 'A handle alone keeps the payload and its contents when its exporter is gone')
  .proves('memory.export-win32.nt-owned-and-referencing')
  .over({
    handleType: ntHandles,
    destroyed: exporterParts,
    access: ['host', 'device'],
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(handleKeepsMemory);
