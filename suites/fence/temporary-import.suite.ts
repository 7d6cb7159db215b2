import {
  exportable,
  type FenceHandleType,
  fenceHandleTypes,
  fenceReferenceTypes,
  handlesOf,
  immediately,
  importable,
  type Need,
  patience,
  permanences,
  reaches,
  referenceBeside,
  suite,
  transferenceOf,
} from '../../harness/cases';

const temporary = suite(
  'fence.temporary-import',
  'How a temporary import ends: the permanent payload comes back',
);

type WithType = { readonly handleType: FenceHandleType };
type WithOrigin = WithType & { readonly permanentOrigin: string };

/** A payload can be shared for good. */
const referenceOffered: Need<WithType> = (device, { handleType }) => {
  const parameters = { handleType: referenceBeside(handleType) };
  return exportable('fence')(device, parameters) ?? importable('fence')(device, parameters);
};

/** Where the permanent payload is to be an imported one, it can be imported. */
const originOffered: Need<WithOrigin> = (device, parameters) =>
  parameters.permanentOrigin === 'native' ? undefined : referenceOffered(device, parameters);

temporary
  .case(
    'restored-by-reset',
    'A reset of a fence with a temporary payload brings back its permanent payload and cuts it off from the temporary one',
  )
  .proves('fence.import.temporary-restored-by-reset')
  .over({ handleType: fenceHandleTypes, permanentOrigin: ['native', 'imported'], reach: reaches })
  .needs(exportable('fence'), importable('fence'), originOffered)
  .run(async ({ exporter, importer, handleType, permanentOrigin, expect, control }) => {
    const reference = referenceBeside(handleType);
    const target = await importer.fence();
    const permanent = await exporter.fence(permanentOrigin === 'imported' ? { exportAs: [reference] } : {});
    if (permanentOrigin === 'imported')
      await target.import(await permanent.export(reference), reference, 'permanent');
    control('status of the target before the temporary import', await target.status()).toBe('VK_NOT_READY');
    const other = await exporter.fence({ exportAs: [handleType], signaled: true });
    await target.import(await other.export(handleType), handleType, 'temporary');
    control('wait on the target behind the temporary import', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    const queue = await exporter.queue();
    await other.reset();
    await queue.submit({ fence: other });
    control('wait on the fence that the temporary payload came from', await other.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the target behind a signal of that fence', await target.status()).toBe('VK_NOT_READY');
    const held =
      permanentOrigin === 'imported'
        ? await queue.hold({ fence: permanent })
        : await (await importer.queue()).hold({ fence: target });
    expect(
      'status of the target while a signal of its permanent payload is held',
      await target.status(),
    ).toBe('VK_NOT_READY');
    await held.release();
    expect('wait on the target behind that signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'reset-hits-permanent',
    'A reset of a fence with a temporary payload leaves its permanent payload unsignaled',
  )
  .proves('fence.import.temporary-reset-hits-permanent')
  .over({ handleType: fenceHandleTypes, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const target = await importer.fence({ signaled: true });
    control('status of the target with its permanent payload', await target.status()).toBe('VK_SUCCESS');
    const other = await exporter.fence({ exportAs: [handleType], signaled: true });
    await target.import(await other.export(handleType), handleType, 'temporary');
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ fence: target });
    expect('wait on the target behind a submit with it', await target.wait(patience)).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'flag-effective',
    'Behind a reset a fence is still linked to a payload that it imported without the temporary flag, and no longer to one imported with it',
  )
  .proves('fence.import.temporary-flag-effective')
  .over({ handleType: fenceReferenceTypes, permanence: permanences, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, permanence);
    const queue = await exporter.queue();
    control('status of the target behind the import', await target.status()).toBe('VK_NOT_READY');
    await queue.submit({ fence: source });
    control('wait on the target before its reset', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    await source.reset();
    await queue.submit({ fence: source });
    control('wait on the source behind another submit', await source.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the target behind it', await target.status()).toBe(
      permanence === 'permanent' ? 'VK_SUCCESS' : 'VK_NOT_READY',
    );
  });

temporary
  .case('minus-one', 'An import of -1 as SYNC_FD succeeds and makes the fence signaled')
  .proves('fence.import.sync-minus-one')
  .over({ handleType: ['SYNC_FD'], reach: reaches, count: [1, 3] })
  .needs(importable('fence'))
  .run(async ({ importer, handleType, count, minusOne, expect, control }) => {
    const target = await importer.fence();
    for (let made = 0; made < count; made += 1) {
      control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
      expect('result of the import', await target.tryImport(minusOne(), handleType, 'temporary')).toBe(
        'VK_SUCCESS',
      );
      expect('status of the target', await target.status()).toBe('VK_SUCCESS');
      expect('wait on the target', await target.wait(0n)).toBe('VK_SUCCESS');
      await target.reset();
    }
  });

temporary
  .case(
    'minus-one-is-temporary',
    'An import of -1 as SYNC_FD leaves the permanent payload alone, and the next reset brings it back',
  )
  .proves('fence.import.sync-minus-one-is-temporary')
  .over({ handleType: ['SYNC_FD'], permanentOrigin: ['native', 'imported'], reach: reaches })
  .needs(importable('fence'), originOffered)
  .run(async ({ exporter, importer, handleType, permanentOrigin, minusOne, expect, control }) => {
    const reference = referenceBeside(handleType);
    const target = await importer.fence();
    const permanent = await exporter.fence(permanentOrigin === 'imported' ? { exportAs: [reference] } : {});
    if (permanentOrigin === 'imported')
      await target.import(await permanent.export(reference), reference, 'permanent');
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    await target.import(minusOne(), handleType, 'temporary');
    control('status of the target behind the import', await target.status()).toBe('VK_SUCCESS');
    if (permanentOrigin === 'imported')
      expect('status of the fence that shares the permanent payload', await permanent.status()).toBe(
        'VK_NOT_READY',
      );
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    if (permanentOrigin === 'imported') await (await exporter.queue()).submit({ fence: permanent });
    else await (await importer.queue()).submit({ fence: target });
    expect('wait on the target behind a signal of its permanent payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });

temporary
  .case(
    'payload-not-reset',
    'A reset that ends a temporary import leaves the payload that was imported as it is for those who share it',
  )
  .proves('fence.import.temporary-payload-not-reset')
  .over({ handleType: fenceReferenceTypes, reach: reaches, signaledBy: ['creation', 'submission'] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, signaledBy, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: signaledBy === 'creation' });
    const [sharer, target] = [await importer.fence(), await importer.fence()];
    const handles = handlesOf(source, handleType);
    await sharer.import(await handles(), handleType, 'permanent');
    await target.import(await handles(), handleType, 'temporary');
    if (signaledBy === 'submission') await (await exporter.queue()).submit({ fence: source });
    control('wait on the target before its reset', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    control('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    expect('status of the source behind the reset of the target', await source.status()).toBe('VK_SUCCESS');
    expect('status of a fence that shares it for good', await sharer.status()).toBe('VK_SUCCESS');
    expect('wait on that fence', await sharer.wait(immediately)).toBe('VK_SUCCESS');
  });

temporary
  .case(
    'temporary-stacked',
    'A later temporary import replaces the one before; one reset brings the permanent payload back',
  )
  .proves('fence.import.temporary-stacked')
  .over({
    handleType: fenceHandleTypes,
    permanentOrigin: ['native', 'imported'],
    reach: reaches,
    count: [2, 20],
  })
  .needs(exportable('fence'), importable('fence'), originOffered)
  .run(async ({ exporter, importer, handleType, permanentOrigin, count, expect, control }) => {
    const reference = referenceBeside(handleType);
    const target = await importer.fence();
    const permanent = await exporter.fence(permanentOrigin === 'imported' ? { exportAs: [reference] } : {});
    if (permanentOrigin === 'imported')
      await target.import(await permanent.export(reference), reference, 'permanent');
    control('status of the target before the imports', await target.status()).toBe('VK_NOT_READY');
    const sources = [];
    for (let made = 0; made < count; made += 1) {
      const source = await exporter.fence({ exportAs: [handleType], signaled: true });
      await target.import(await source.export(handleType), handleType, 'temporary');
      control(`status of the target behind import ${made + 1}`, await target.status()).toBe('VK_SUCCESS');
      sources.push(source);
    }
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    if (transferenceOf(handleType) === 'reference') {
      for (const [made, source] of sources.entries()) {
        const name = `the fence that import ${made + 1} came from`;
        expect(`status of ${name}, behind the reset`, await source.status()).toBe('VK_SUCCESS');
        await source.reset();
      }
    }
    const queue = await exporter.queue();
    if (permanentOrigin === 'imported') await queue.submit({ fence: permanent });
    else await (await importer.queue()).submit({ fence: target });
    expect('wait on the target behind a signal of its permanent payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    await target.reset();
    expect('status of the target behind another reset', await target.status()).toBe('VK_NOT_READY');
    for (const [made, source] of sources.entries()) {
      const name = `the fence that import ${made + 1} came from`;
      expect(`status of ${name}`, await source.status()).toBe('VK_NOT_READY');
      await queue.submit({ fence: source });
      control(`wait on ${name}`, await source.wait(patience)).toBe('VK_SUCCESS');
    }
    expect('status of the target behind signals of all these', await target.status()).toBe('VK_NOT_READY');
  });

temporary
  .case('permanent-over-temporary', 'A permanent import takes the place of a temporary one for good')
  .proves('fence.import.permanent-over-temporary')
  .over({ handleType: fenceHandleTypes, reach: reaches })
  .needs(exportable('fence'), importable('fence'), referenceOffered)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const reference = referenceBeside(handleType);
    const target = await importer.fence();
    const covered = await exporter.fence({ exportAs: [handleType], signaled: true });
    await target.import(await covered.export(handleType), handleType, 'temporary');
    control('wait on the target with its temporary payload', await target.wait(patience)).toBe('VK_SUCCESS');
    const source = await exporter.fence({ exportAs: [reference] });
    await target.import(await source.export(reference), reference, 'permanent');
    expect('status of the target behind the permanent import', await target.status()).toBe('VK_NOT_READY');
    const queue = await exporter.queue();
    for (let round = 1; round <= 3; round += 1) {
      await queue.submit({ fence: source });
      expect(`wait ${round} on the target behind a signal of the source`, await target.wait(patience)).toBe(
        'VK_SUCCESS',
      );
      await target.reset();
      expect(`status of the target behind reset ${round}`, await target.status()).toBe('VK_NOT_READY');
      expect(`status of the source behind reset ${round} of the target`, await source.status()).toBe(
        'VK_NOT_READY',
      );
    }
    if (transferenceOf(handleType) === 'reference')
      expect('status of the fence that the temporary payload came from', await covered.status()).toBe(
        'VK_SUCCESS',
      );
  });
