import {
  compatible,
  descriptorWhileHeld,
  exportable,
  exportFrom,
  type FenceHandleType,
  immediately,
  importable,
  importInto,
  type Need,
  passedOn,
  patience,
  permanences,
  reaches,
  statusIn,
  submitCommand,
  submitCommands,
  suite,
} from '../../harness/cases';

const copied = suite(
  'fence.copied-source',
  'What becomes of a fence whose payload is exported as a SYNC_FD copy',
);

const reference: FenceHandleType = 'OPAQUE_FD';
const patienceMs = Number(patience) / 1e6;

/** Payloads can be shared by reference. */
const sharable: Need<object> = (device) =>
  exportable('fence')(device, { handleType: reference }) ??
  importable('fence')(device, { handleType: reference });

copied
  .case(
    'pending-source-stays-unsignaled',
    'Work whose signal was exported while it was pending signals the sync file alone, and no longer the fence',
  )
  .proves('fence.export.copy-pending-source-stays-unsignaled')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, should, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const held = await queue.hold({ fence: source, command });
    control('status of the source before the export', await source.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
    if (handle === null) return;
    const behind = await exporter.fence();
    await queue.submit({ fence: behind, command });
    control('status of a fence submitted behind the held work', await behind.status()).toBe('VK_NOT_READY');
    await held.release();
    control('wait on that fence behind the release', await behind.wait(patience)).toBe('VK_SUCCESS');
    expect('state of the sync file behind the work', await handle.poll(patienceMs)).toBe('ready');
    expect('status of the source behind the work', await source.status()).toBe('VK_NOT_READY');
  });

copied
  .case(
    'restores-permanent',
    'A SYNC_FD export from a fence with a temporary payload brings its permanent payload back',
  )
  .proves('fence.export.copy-restores-permanent')
  .over({
    from: ['OPAQUE_FD', 'SYNC_FD'],
    to: ['SYNC_FD'],
    permanentOrigin: ['native', 'imported'],
    state: ['signaled', 'pending'],
  })
  .needs(passedOn('fence'), (device, { permanentOrigin }) =>
    permanentOrigin === 'imported' ? sharable(device, {}) : undefined,
  )
  .run(async (context) => {
    const { exporter, from, to, permanentOrigin, state, expect, control } = context;
    const target = await exporter.fence({ exportAs: [to] });
    const permanent = await exporter.fence({ exportAs: permanentOrigin === 'imported' ? [reference] : [] });
    if (permanentOrigin === 'imported')
      await target.import(await permanent.export(reference), reference, 'permanent');
    control('status of the target with its permanent payload', await target.status()).toBe('VK_NOT_READY');
    const payload = await importInto(target, context, state, {
      handleType: from,
      permanence: 'temporary',
      exportAs: from === to ? [to] : [from, to],
    });
    if (payload === null) return;
    control('status of the target with its temporary payload', await target.status()).toBe(statusIn[state]);
    const copy = await exportFrom(payload, to);
    await payload.held?.release();
    expect('state of what the export gave', await copy.poll(patienceMs)).toBe('ready');
    expect('status of the target behind the export', await target.status()).toBe('VK_NOT_READY');
    const signaled = permanentOrigin === 'imported' ? permanent : target;
    await (await exporter.queue()).submit({ fence: signaled });
    expect('wait on the target behind a signal of its permanent payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });

copied
  .case(
    'acts-on-shared-set',
    'The reset that a SYNC_FD export brings is seen by every fence that shares the payload by reference',
  )
  .proves('fence.export.copy-acts-on-shared-set')
  .over({
    handleType: ['SYNC_FD'],
    permanence: permanences,
    reach: reaches,
    exportedThrough: ['source', 'target'],
  })
  // Through a target with a temporary payload the export acts on what it then restores, too.
  .where(({ permanence, exportedThrough }) => permanence === 'permanent' || exportedThrough === 'source')
  .needs(
    exportable('fence'),
    sharable,
    compatible('fence', reference, 'SYNC_FD'),
    (device, { handleType, exportedThrough }) =>
      exportedThrough === 'target'
        ? passedOn('fence')(device, { from: reference, to: handleType })
        : undefined,
  )
  .run(async ({ exporter, importer, handleType, permanence, exportedThrough, expect, control }) => {
    const source = await exporter.fence({ exportAs: [reference, handleType], signaled: true });
    const target = await importer.fence();
    await target.import(await source.export(reference), reference, permanence);
    control('status of the source before the export', await source.status()).toBe('VK_SUCCESS');
    control('status of the target before the export', await target.status()).toBe('VK_SUCCESS');
    const [exported, other] = exportedThrough === 'source' ? [source, target] : [target, source];
    const copy = await exported.export(handleType);
    expect('status of the other fence behind the export', await other.status()).toBe('VK_NOT_READY');
    expect('wait on the other fence', await other.wait(immediately)).toBe('VK_TIMEOUT');
    expect('status of the fence that was exported', await exported.status()).toBe('VK_NOT_READY');
    expect('state of what the export gave', await copy.poll(patienceMs)).toBe('ready');
    await (await exporter.queue()).submit({ fence: source });
    expect('wait on the target behind a submit with the source', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });
