import {
  exportable,
  exportFrom,
  fenceIn,
  fenceReferenceTypes,
  handlesOf,
  importable,
  patience,
  reaches,
  statusIn,
  suite,
} from '../../harness/cases';

const permanent = suite(
  'fence.permanent-import',
  'What a permanent import into a fence replaces, and how long it stays',
);

permanent
  .case(
    'permanent-replaces',
    'A permanent import puts the imported payload in the place of the one before, whose state never comes back',
  )
  .proves('fence.import.permanent-replaces')
  .over({
    handleType: fenceReferenceTypes,
    reach: reaches,
    before: ['own-signaled', 'own-unsignaled', 'imported-signaled', 'imported-pending'],
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, before, expect, control }) => {
    const target = await importer.fence({ signaled: before === 'own-signaled' });
    const former = await fenceIn(exporter, before === 'imported-pending' ? 'pending' : 'signaled', {
      exportAs: [handleType],
    });
    if (before.startsWith('imported'))
      await target.import(await exportFrom(former, handleType), handleType, 'permanent');
    const was = before.endsWith('-signaled') ? 'signaled' : 'unsignaled';
    const becomes = was === 'signaled' ? 'unsignaled' : 'signaled';
    const { fence: source } = await fenceIn(exporter, becomes, { exportAs: [handleType] });
    control('status of the target before the import', await target.status()).toBe(statusIn[was]);
    await target.import(await source.export(handleType), handleType, 'permanent');
    expect('status of the target behind the import', await target.status()).toBe(statusIn[becomes]);
    await target.reset();
    await former.held?.release();
    control('wait on the fence that had the payload before', await former.fence.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the target behind a reset', await target.status()).toBe('VK_NOT_READY');
    const queue = await exporter.queue();
    for (let round = 1; round <= 3; round += 1) {
      await queue.submit({ fence: source });
      expect(`wait ${round} on the target behind a signal of the source`, await target.wait(patience)).toBe(
        'VK_SUCCESS',
      );
      await target.reset();
      expect(`status of the source behind reset ${round} of the target`, await source.status()).toBe(
        'VK_NOT_READY',
      );
    }
  });

permanent
  .case(
    'permanent-leaves-old-set',
    'A fence that imported another payload has nothing to do any more with the signals and resets of its former sharers',
  )
  .proves('fence.import.permanent-leaves-old-set')
  .over({ handleType: fenceReferenceTypes, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const former = await exporter.fence({ exportAs: [handleType] });
    const handles = handlesOf(former, handleType);
    const [sharer, target] = [await importer.fence(), await importer.fence()];
    for (const fence of [sharer, target]) await fence.import(await handles(), handleType, 'permanent');
    const source = await exporter.fence({ exportAs: [handleType] });
    await target.import(await source.export(handleType), handleType, 'permanent');
    control('status of the target behind the import', await target.status()).toBe('VK_NOT_READY');

    await (await exporter.queue()).submit({ fence: former });
    control('wait on a former sharer behind a signal of its set', await sharer.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the target behind that signal', await target.status()).toBe('VK_NOT_READY');
    await target.reset();
    expect('status of a former sharer behind a reset of the target', await sharer.status()).toBe(
      'VK_SUCCESS',
    );

    await sharer.reset();
    await (await importer.queue()).submit({ fence: target });
    control('wait on the source behind a signal of the target', await source.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of a former sharer behind that signal', await sharer.status()).toBe('VK_NOT_READY');
    await former.reset();
    expect('status of the target behind a reset of its former set', await target.status()).toBe('VK_SUCCESS');
  });

permanent
  .case('permanent-survives-reset', 'Resets leave a permanent import in place, however many there are')
  .proves('fence.import.permanent-survives-reset')
  .over({ handleType: fenceReferenceTypes, reach: reaches, count: [1, 100] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, count, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, 'permanent');
    const queue = await exporter.queue();
    for (let round = 1; round <= 3; round += 1) {
      for (let made = 0; made < count; made += 1) await target.reset();
      control(`status of the target behind its resets, round ${round}`, await target.status()).toBe(
        'VK_NOT_READY',
      );
      await queue.submit({ fence: source });
      expect(
        `wait on the target behind a signal of the source, round ${round}`,
        await target.wait(patience),
      ).toBe('VK_SUCCESS');
    }
    await target.reset();
    expect('status of the source behind the last reset', await source.status()).toBe('VK_NOT_READY');
  });
