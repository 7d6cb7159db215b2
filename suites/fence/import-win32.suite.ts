import {
  type CaseContext,
  deadlineOfHundreds,
  type Endpoint,
  type ExternalHandle,
  exportable,
  type Fence,
  type FenceHandleType,
  importable,
  keepsPayload,
  type NamedPayload,
  patience,
  permanences,
  reaches,
  sharedResourceAccess,
  suite,
  toleratedHandles,
} from '../../harness/cases';

const importing = suite(
  'fence.import-win32',
  'What becomes of Windows handles that fences import, and payloads that are imported many times, by handle and by name',
);

const handleTypes = ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'] as const;
/** How an imported payload ends. */
const ends = ['destroy', 'reset', 'import'] as const;

importing
  .case(
    'handle-stays',
    'An NT handle is still the application’s and refers to the same object behind an import and behind the end of what was imported',
  )
  .proves('fence.import-win32.no-ownership')
  .over({ handleType: ['OPAQUE_WIN32'], permanence: permanences, endedBy: ends, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, endedBy, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const handle = await source.export(handleType);
    const duplicate = handle.duplicate();
    control('whether the handle is open before the import', handle.isOpen()).toBe(true);
    const target = await importer.fence();
    await target.import(handle, handleType, permanence);
    expect('whether the handle is open behind the import', handle.isOpen()).toBe(true);
    if (endedBy === 'import') {
      const other = await exporter.fence({ exportAs: [handleType] });
      await target.import(await other.export(handleType), handleType, permanence);
    }
    if (endedBy === 'reset') await target.reset();
    await target.destroy();
    expect('whether the handle is open behind the destruction', handle.isOpen()).toBe(true);
    expect('whether it refers to something else', handle.refersToSameAs(duplicate)).toDifferFrom('different');
    const another = await importer.fence();
    await another.import(handle, handleType, permanence);
    await (await exporter.queue()).submit({ fence: source });
    expect('wait on a fence that imported it then', await another.wait(patience)).toBe('VK_SUCCESS');
  });

importing
  .case(
    'closed-behind-import',
    'A fence that imported an NT handle goes on with the payload when the application closes the handle, whether or not the exporter is there',
  )
  .proves('fence.import-win32.no-ownership')
  .over({
    handleType: ['OPAQUE_WIN32'],
    permanence: permanences,
    source: ['kept', 'destroyed'],
    state: ['signaled', 'unsignaled'],
    reach: reaches,
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, source: left, state, expect, control }) => {
    const expected = state === 'signaled' ? 'VK_SUCCESS' : 'VK_NOT_READY';
    const source = await exporter.fence({ exportAs: [handleType], signaled: state === 'signaled' });
    const handle = await source.export(handleType);
    const [one, other] = [
      await importer.fence({ signaled: state !== 'signaled' }),
      await importer.fence({ signaled: state !== 'signaled' }),
    ];
    for (const target of [one, other]) {
      control('status of a target before the import', await target.status()).toDifferFrom(expected);
      await target.import(handle, handleType, permanence);
    }
    handle.close();
    if (left === 'destroyed') await source.destroy();
    expect('status of the target behind the close', await one.status()).toBe(expected);
    if (state === 'unsignaled') await (await importer.queue()).submit({ fence: one });
    expect('wait on another target', await other.wait(patience)).toBe('VK_SUCCESS');
    expect('wait on the target', await one.wait(patience)).toBe('VK_SUCCESS');
  });

const cycles = 200;

importing
  .case(
    'leaves-nothing',
    'Behind hundreds of imports no handle is left, whether the payload ended with the fence, a reset or another import',
  )
  .proves('fence.import-win32.no-ownership')
  .over({ handleType: handleTypes, permanence: permanences, endedBy: ends })
  .needs(exportable('fence'), importable('fence'))
  .deadline(deadlineOfHundreds)
  .run(
    async ({
      exporter,
      device,
      handleType,
      permanence,
      endedBy,
      handleCount,
      ownHandles,
      expect,
      control,
    }) => {
      const source = await exporter.fence({ exportAs: [handleType] });
      const handle = await source.export(handleType);
      const cycle = async (): Promise<void> => {
        const target = await exporter.fence();
        await target.import(handle, handleType, permanence);
        if (endedBy === 'import') await target.import(handle, handleType, permanence);
        if (endedBy === 'reset') await target.reset();
        await target.destroy();
      };
      for (let warmUp = 0; warmUp < 4; warmUp += 1) await cycle();
      const tolerated = toleratedHandles(device, cycles, 20);
      const before = handleCount();
      const own = ownHandles(cycles);
      control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
      for (const handle of own) handle.close();
      for (let made = 0; made < cycles; made += 1) await cycle();
      expect(`handles that appeared over ${cycles} imports`, handleCount() - before).toBeAtMost(tolerated);
      const target = await exporter.fence();
      await target.import(handle, handleType, permanence);
      await (await exporter.queue()).submit({ fence: source });
      expect('wait on one more fence that imported the handle', await target.wait(patience)).toBe(
        'VK_SUCCESS',
      );
    },
  );

/** What a payload is imported by: a handle of it, or the name that its fence was created with. */
const means = ['handle', 'name'] as const;

/** A fence that is exported to be imported by that means, and what its imports name. */
async function sourceFor(
  exporter: Endpoint,
  { uniqueName }: Pick<CaseContext, 'uniqueName'>,
  handleType: FenceHandleType,
  by: (typeof means)[number],
): Promise<{ readonly source: Fence; readonly from: ExternalHandle | NamedPayload }> {
  const exportAs = [handleType];
  if (by === 'handle') {
    const source = await exporter.fence({ exportAs });
    return { source, from: await source.export(handleType) };
  }
  const name = uniqueName('fence');
  const source = await exporter.fence({ exportAs, win32: { name, access: sharedResourceAccess } });
  // The name belongs to what the handle refers to, which is there once it was exported.
  await source.export(handleType);
  return { source, from: { name } };
}

importing
  .case(
    'multiple-imports',
    'One payload can be imported into several fences of an instance, its own one too, by handle or by name, and all of them track it',
  )
  .proves('fence.import-win32.multiple-imports')
  .over({
    handleType: handleTypes,
    by: means,
    permanence: permanences,
    reach: reaches,
    count: [2, 8],
  })
  .where(({ handleType, by }) => keepsPayload(handleType) || by === 'handle')
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, importer, handleType, by, permanence, count, expect, control } = context;
    const { source, from } = await sourceFor(exporter, context, handleType, by);
    const targets: Fence[] = [];
    for (let made = 0; made < count; made += 1) {
      const target = await importer.fence({ signaled: true });
      control('status of a target before its import', await target.status()).toBe('VK_SUCCESS');
      expect('result of an import', await target.tryImport(from, handleType, permanence)).toBe('VK_SUCCESS');
      targets.push(target);
    }
    for (const target of targets)
      expect('status of a target before the signal', await target.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence: source });
    expect('wait on all targets', await importer.waitForFences(targets, true, patience)).toBe('VK_SUCCESS');
    await source.reset();
    for (const target of targets)
      expect('status of a target behind a reset of the source', await target.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ fence: targets[0] as Fence });
    expect(
      'wait on all targets behind a signal of one',
      await importer.waitForFences(targets, true, patience),
    ).toBe('VK_SUCCESS');
    expect('wait on the source', await source.wait(patience)).toBe('VK_SUCCESS');
  });

importing
  .case(
    'hundreds-of-imports',
    'One payload can be imported hundreds of times, over two instances and another process, by both permanences, by handle or by name',
  )
  .proves('fence.import-win32.multiple-imports')
  .over({ handleType: handleTypes, by: means })
  .where(({ handleType, by }) => keepsPayload(handleType) || by === 'handle')
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .deadline(deadlineOfHundreds)
  .run(async (context) => {
    const { exporter, endpoint, handleType, by, expect, control } = context;
    const { source, from } = await sourceFor(exporter, context, handleType, by);
    const groups = await Promise.all(
      reaches.map(async (reach) => ({ reach, importer: await endpoint(reach), targets: [] as Fence[] })),
    );
    for (let round = 0; round < 100; round += 1) {
      for (const { importer, targets } of groups) {
        const target = await importer.fence();
        await target.import(from, handleType, round % 2 === 0 ? 'permanent' : 'temporary');
        targets.push(target);
      }
    }
    const plain = await exporter.fence();
    control('status of a fence that imported nothing', await plain.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence: source });
    for (const { reach, importer, targets } of groups) {
      expect(
        `wait on all targets at reach ${reach}`,
        await importer.waitForFences(targets, true, patience),
      ).toBe('VK_SUCCESS');
    }
  });

importing
  .case(
    'distinct-imports',
    'Every import makes a reference of its own: destroying one of several importing fences leaves the others with the payload',
  )
  .proves('fence.import-win32.multiple-imports')
  .over({
    handleType: handleTypes,
    by: means,
    permanence: permanences,
    reach: reaches,
    destroyed: ['first', 'last', 'source'],
  })
  .where(({ handleType, by }) => keepsPayload(handleType) || by === 'handle')
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, importer, handleType, by, permanence, destroyed, expect, control } = context;
    const { source, from } = await sourceFor(exporter, context, handleType, by);
    const targets: Fence[] = [];
    for (let made = 0; made < 3; made += 1) {
      const target = await importer.fence();
      await target.import(from, handleType, permanence);
      control('status of a target behind its import', await target.status()).toBe('VK_NOT_READY');
      targets.push(target);
    }
    const [first, middle, last] = targets as [Fence, Fence, Fence];
    await { first, last, source }[destroyed].destroy();
    const left = { first: [middle, last], last: [first, middle], source: [first, last] }[destroyed] as [
      Fence,
      Fence,
    ];
    await (await importer.queue()).submit({ fence: left[0] });
    expect('wait on a fence that is left', await left[1].wait(patience)).toBe('VK_SUCCESS');
    expect('wait on another that is left', await left[0].wait(patience)).toBe('VK_SUCCESS');
  });
