import {
  controlPending,
  type DeviceCapabilities,
  exportable,
  exportInState,
  exportWhilePending,
  gaveDescriptor,
  importable,
  reaches,
  type Semaphore,
  semaphoreIn,
  signalThrough,
  stillPending,
  submitCommand,
  submitCommands,
  suite,
  waitAcrossHold,
  waitThrough,
  waitWhileHeld,
  when,
} from '../../harness/cases';

const importing = suite(
  'semaphore.import-sync-fd',
  'What a semaphore becomes when it imports a SYNC_FD copy',
);

const handleType = ['SYNC_FD'] as const;
const transfer = [exportable('binary semaphore'), importable('binary semaphore')] as const;

const seenBySharer = ({ seenBy }: { readonly seenBy: string }): boolean => seenBy === 'sharer';

/** A permanent payload can be shared with another semaphore. */
const sharable = (device: DeviceCapabilities): string | undefined =>
  transfer.map((need) => need(device, { handleType: 'OPAQUE_FD' })).find((reason) => reason !== undefined);

importing
  .case('sync-minus-one', 'An import of -1 succeeds, and the next wait of a queue is satisfied at once')
  .proves('semaphore.import.sync-minus-one')
  .over({ handleType, command: submitCommands, count: [1, 100] })
  .needs(importable('binary semaphore'), submitCommand)
  .run(async ({ exporter, handleType, command, count, minusOne, expect, control }) => {
    const target = await exporter.semaphore();
    const own = { semaphore: target, through: exporter };
    const wait = await waitAcrossHold({ signal: own, wait: own, command });
    control('wait on the semaphore while its signal is held', wait.held).toBe('VK_TIMEOUT');
    for (let done = 1; done <= count; done += 1) {
      expect(`result of import ${done}`, await target.tryImport(minusOne(), handleType, 'temporary')).toBe(
        'VK_SUCCESS',
      );
      expect(`wait on import ${done}`, await waitThrough(exporter, { semaphore: target }, command)).toBe(
        'VK_SUCCESS',
      );
    }
  });

importing
  .case(
    'sync-minus-one-is-temporary',
    'The payload that -1 stands for goes with the next wait, and the one before it is back',
  )
  .proves('semaphore.import.sync-minus-one-is-temporary')
  .over({
    handleType,
    command: submitCommands,
    before: ['signaled', 'unsignaled'],
    seenBy: ['itself', 'sharer'],
  })
  .needs(importable('binary semaphore'), submitCommand, when(seenBySharer, sharable))
  .run(async ({ exporter, handleType, command, before, seenBy, minusOne, expect, control }) => {
    const target = await exporter.semaphore(seenBy === 'sharer' ? { exportAs: ['OPAQUE_FD'] } : {});
    const seen = seenBy === 'sharer' ? await exporter.semaphore() : target;
    // A sharer of the permanent payload tells it from a temporary one that was left behind.
    if (seen !== target) await seen.import(await target.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
    if (before === 'signaled') await signalThrough(exporter, { semaphore: target }, command);
    await target.import(minusOne(), handleType, 'temporary');
    expect('wait on the import', await waitThrough(exporter, { semaphore: target }, command)).toBe(
      'VK_SUCCESS',
    );
    if (before === 'signaled') {
      expect(
        'wait on the signal from before the import',
        await waitThrough(exporter, { semaphore: seen }, command),
      ).toBe('VK_SUCCESS');
    }
    const next = await waitAcrossHold({
      signal: { semaphore: target, through: exporter },
      wait: { semaphore: seen, through: exporter },
      command,
    });
    control('wait that needs a new signal, which is held', next.held).toBe('VK_TIMEOUT');
    expect('that wait behind its signal', next.released).toBe('VK_SUCCESS');
  });

importing
  .case('copy-isolated', 'Copies of one payload are consumed one by one, and none of them touches the source')
  .proves('semaphore.import.copy-isolated')
  .over({ handleType, reach: reaches, state: ['signaled', 'pending'], count: [2, 100] })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, state, count, minusOne, expect, control }) => {
    const source = await semaphoreIn(exporter, state, { handleType });
    const exported = await exportInState(source, handleType);
    const targets: Semaphore[] = [];
    for (let made = 0; made < count; made += 1) {
      const target = await importer.semaphore();
      await target.import(exported.isMinusOne ? minusOne() : exported.duplicate(), handleType, 'temporary');
      targets.push(target);
    }
    await source.held?.release();
    for (const [index, target] of targets.entries()) {
      expect(`wait on copy ${index}`, await waitThrough(importer, { semaphore: target })).toBe('VK_SUCCESS');
    }
    const own = { semaphore: source.semaphore, through: exporter };
    const next = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the source while its next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on the source behind its next signal', next.released).toBe('VK_SUCCESS');
  });

importing
  .case(
    'sync-pending-blocks-queue',
    'A wait on an imported sync file is satisfied behind its work, not before',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over({ handleType, reach: reaches, command: submitCommands })
  .needs(...transfer, submitCommand)
  .run(async ({ exporter, importer, handleType, command, expect, control, should, behindMoreLoad }) => {
    const { semaphore, held } = await semaphoreIn(exporter, 'pending', { handleType }, command);
    if (held === undefined) return;
    await controlPending({ control }, 'the signal', held);
    const { handle } = await exportWhilePending(semaphore, handleType, held);
    if (!gaveDescriptor(handle, { should, behindMoreLoad })) return;
    const target = await importer.semaphore();
    await target.import(handle, handleType, 'temporary');
    const waiting = await waitWhileHeld(importer, { semaphore: target }, command);
    if (await stillPending({ should, behindMoreLoad }, 'the wait', held)) {
      expect('wait on the import while the signal is pending', waiting.held).toBe('VK_TIMEOUT');
    }
    await held.release();
    expect('that wait behind the signal', await waiting.result()).toBe('VK_SUCCESS');
  });

importing
  .case('accepts-any-native', 'A sync file is imported whatever kind of object it was exported from')
  .proves('semaphore.sync-fd.accepts-any-native')
  .over({ handleType, reach: reaches, from: ['fence', 'semaphore'] })
  .needs(...transfer, (device, { from }) =>
    from === 'semaphore' || device.fence.SYNC_FD?.exportable
      ? undefined
      : 'the device does not report SYNC_FD exportable for a fence',
  )
  .run(async ({ exporter, importer, handleType, from, expect, control }) => {
    const target = await importer.semaphore();
    const own = { semaphore: target, through: importer };
    const before = await waitAcrossHold({ signal: own, wait: own });
    control('wait on the semaphore while its own signal is held', before.held).toBe('VK_TIMEOUT');
    const queue = await exporter.queue();
    const fence = await exporter.fence({ exportAs: from === 'fence' ? [handleType] : [] });
    const source = await exporter.semaphore({ exportAs: [handleType] });
    await queue.submit({ signal: [{ semaphore: source }], fence });
    const handle = await (from === 'fence' ? fence : source).export(handleType);
    expect('result of the import', await target.tryImport(handle, handleType, 'temporary')).toBe(
      'VK_SUCCESS',
    );
    expect('wait on the import', await waitThrough(importer, { semaphore: target })).toBe('VK_SUCCESS');
  });
