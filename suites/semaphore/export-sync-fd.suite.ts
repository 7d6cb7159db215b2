import {
  controlPending,
  type ExternalHandle,
  exportable,
  exportInState,
  exportWhilePending,
  gaveDescriptor,
  importable,
  pendingExport,
  pendingSignal,
  semaphoreIn,
  signalThrough,
  stillPending,
  submitCommand,
  submitCommands,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const exporting = suite(
  'semaphore.export-sync-fd',
  'What a SYNC_FD export takes from a semaphore and hands out',
);

/** Milliseconds for a poll that begins ahead of the work, which takes as long as a busy machine makes it. */
const longPatienceMs = 20_000;
/** Milliseconds that a sync file gets to follow the work that it stands for. */
const patienceMs = 3000;
/** Milliseconds of load before a later signal: twice what a sync file gets to follow the one before it. */
const laterMs = 500;

exporting
  .case(
    'sync-minus-one',
    'An export gives -1 for a payload that is signaled alone; a pending one gives a descriptor',
  )
  .proves('semaphore.export-fd.sync-minus-one')
  .over({ handleType: ['SYNC_FD'], state: ['signaled', 'pending'], command: submitCommands })
  .needs(exportable('binary semaphore'), importable('binary semaphore'), submitCommand)
  .run(async ({ exporter, handleType, state, command, expect, control, should, behindMoreLoad }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const held = await pendingSignal(exporter, 'binary', source, command);
    await controlPending({ control }, 'the signal', held);
    let handle: ExternalHandle;
    if (state === 'signaled') {
      await held.release();
      handle = await source.export(handleType);
      if (!handle.isMinusOne) expect('state of the sync file', await handle.poll(patienceMs)).toBe('ready');
    } else {
      const made = await exportWhilePending(source, handleType, held);
      handle = made.handle;
      if (!made.stillPending) behindMoreLoad(pendingExport, 'driver');
      should('whether the signal is pending behind the export', made.stillPending).toBe(true);
      if (made.stillPending) {
        expect(
          'what was exported while the signal is pending',
          handle.isMinusOne ? '-1' : 'a descriptor',
        ).toBe('a descriptor');
      }
      await held.release();
      if (!handle.isMinusOne) {
        expect('state of the sync file behind the signal', await handle.poll(patienceMs)).toBe('ready');
      }
    }
    const target = await exporter.semaphore();
    await target.import(handle, handleType, 'temporary');
    expect(
      'wait on an import of what was exported',
      await waitThrough(exporter, { semaphore: target }, command),
    ).toBe('VK_SUCCESS');
  });

exporting
  .case(
    'sync-tracks-work',
    'A sync file of a pending signal becomes ready behind all work that the signal waits for',
  )
  .proves('semaphore.export-fd.sync-tracks-work')
  .over({ handleType: ['SYNC_FD'], heldIn: ['same-batch', 'earlier-batch'], command: submitCommands })
  .needs(exportable('binary semaphore'), submitCommand)
  .run(async ({ exporter, handleType, heldIn, command, expect, control, should, behindMoreLoad }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const signal = [{ semaphore: source }];
    const load = { load: 80 };
    const held = await queue.hold(heldIn === 'same-batch' ? { signal, command } : { command }, load);
    if (heldIn === 'earlier-batch') await queue.submit({ signal, command });
    await controlPending({ control }, 'the work', held);
    const { handle } = await exportWhilePending(source, handleType, held);
    const state = handle.isMinusOne ? 'ready' : await handle.poll(0);
    const pending = await held.isHeld();
    if (!pending) behindMoreLoad(pendingExport, 'driver');
    should('whether the work is pending behind the export, which the case needs', pending).toBe(true);
    if (pending) expect('state of what was exported while the work is pending', state).toBe('not-ready');
    await held.release();
    if (!handle.isMinusOne) {
      expect('state of the sync file behind the work', await handle.poll(patienceMs)).toBe('ready');
    }
  });

exporting
  .case(
    'sync-native-usable',
    'A poll on an exported sync file ends with the signal, through a duplicate as well',
  )
  .proves('semaphore.export-fd.sync-native-usable')
  .over({ handleType: ['SYNC_FD'], polled: ['original', 'duplicate'] })
  .needs(exportable('binary semaphore'))
  .run(async ({ exporter, handleType, polled, expect, control, should, behindMoreLoad, note }) => {
    const { semaphore, held } = await semaphoreIn(exporter, 'pending', { handleType });
    if (held === undefined) return;
    await controlPending({ control }, 'the signal', held);
    const { handle: exported } = await exportWhilePending(semaphore, handleType, held);
    if (!gaveDescriptor(exported, { should, behindMoreLoad })) return;
    note(`the driver exports a ${exported.kind()}`);
    const handle = polled === 'original' ? exported : exported.duplicate();
    const before = await handle.poll(0);
    if (await stillPending({ should, behindMoreLoad }, 'the poll', held))
      expect('poll while the signal is pending', before).toBe('not-ready');
    const ending = handle.poll(longPatienceMs);
    await held.release();
    expect('poll that ends with the signal', await ending).toBe('ready');
    expect('poll behind it', await handle.poll(0)).toBe('ready');
  });

exporting
  .case(
    'copy-acts-as-wait',
    'An export by copy consumes the signal, so that the source can be signaled anew, again and again',
  )
  .proves('semaphore.export.copy-acts-as-wait')
  .over({ handleType: ['SYNC_FD'], count: [1, 200], command: submitCommands })
  .needs(exportable('binary semaphore'), submitCommand)
  .run(async ({ exporter, handleType, count, command, expect, control, should, behindMoreLoad }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    for (let done = 0; done < count; done += 1) {
      await signalThrough(exporter, { semaphore: source }, command);
      const handle = await source.export(handleType);
      if (handle.isMinusOne) continue;
      expect(`state of sync file ${done}`, await handle.poll(patienceMs)).toBe('ready');
      handle.close();
    }
    const held = await pendingSignal(exporter, 'binary', source, command);
    await controlPending({ control }, 'the next signal', held);
    const { handle } = await exportWhilePending(source, handleType, held);
    const state = handle.isMinusOne ? 'ready' : await handle.poll(0);
    const pending = await held.isHeld();
    if (!pending) behindMoreLoad(pendingExport, 'driver');
    should('whether the next signal is pending behind the export, which the case needs', pending).toBe(true);
    if (pending)
      expect('state of what was exported while the next signal is pending', state).toBe('not-ready');
    await held.release();
    await signalThrough(exporter, { semaphore: source }, command);
    expect(
      'wait on the source behind one more signal',
      await waitThrough(exporter, { semaphore: source }, command),
    ).toBe('VK_SUCCESS');
  });

exporting
  .case('copy-independent', 'What happens to the source behind an export does not change the sync file')
  .proves('semaphore.export.copy-independent')
  .over({ handleType: ['SYNC_FD'], later: ['signal', 'import', 'destroy'] })
  .needs(exportable('binary semaphore'), importable('binary semaphore'))
  .run(async ({ exporter, handleType, later, expect, control, should, behindMoreLoad }) => {
    const other = await exportInState(await semaphoreIn(exporter, 'signaled', { handleType }), handleType);
    const { semaphore, held } = await semaphoreIn(exporter, 'pending', { handleType });
    if (held === undefined) return;
    await controlPending({ control }, 'the signal', held);
    const exported = await exportWhilePending(semaphore, handleType, held);
    const { handle } = exported;
    if (!gaveDescriptor(handle, { should, behindMoreLoad })) return;
    if (later === 'signal') {
      const next = await (await exporter.queue()).hold({ signal: [{ semaphore }] }, { load: laterMs });
      // Where the first signal came earlier, the sync file could not have been seen to wait for the next one.
      const judgement = { should, behindMoreLoad };
      if (
        exported.stillPending &&
        !(await stillPending(judgement, 'the submission of the next signal', held))
      )
        return;
      await held.release();
      const state = await handle.poll(laterMs / 2);
      if (!(await stillPending({ should, behindMoreLoad }, 'the look at the sync file', next))) return;
      expect('state of the sync file behind its signal, the next one pending', state).toBe('ready');
      return;
    }
    // No look at the sync file comes between its signal and what happens to the source: it may reach it late.
    await held.release();
    await (await exporter.queue()).waitIdle();
    if (later === 'destroy') await semaphore.destroy();
    else await semaphore.import(other, handleType, 'temporary');
    expect(`state of the sync file behind the later ${later}`, await handle.poll(patienceMs)).toBe('ready');
  });

exporting
  .case('keeps-primitive-alive', 'A sync file works on when its semaphore, device or instance is gone')
  .proves('semaphore.sync-fd.keeps-primitive-alive')
  .over({
    handleType: ['SYNC_FD'],
    destroyed: ['object', 'device', 'instance'],
    state: ['signaled', 'pending'],
  })
  .needs(exportable('binary semaphore'), importable('binary semaphore'))
  .run(async ({ exporter, fresh, handleType, destroyed, state, expect, control }) => {
    const origin = await fresh();
    const source = await semaphoreIn(origin, state, { handleType });
    const handle = await exportInState(source, handleType);
    await source.held?.release();
    await (await origin.queue()).waitIdle();
    // No look at the sync file comes between its signal and the destruction: it may reach it late.
    if (destroyed === 'object') await source.semaphore.destroy();
    else if (destroyed === 'device') await origin.destroyDevice();
    else await origin.destroyInstance();
    if (!handle.isMinusOne)
      expect('state of the sync file behind the destruction', await handle.poll(patienceMs)).toBe('ready');
    const target = await exporter.semaphore();
    const own = { semaphore: target, through: exporter };
    const before = await waitAcrossHold({ signal: own, wait: own });
    control('wait on another semaphore while its signal is held', before.held).toBe('VK_TIMEOUT');
    await target.import(handle, handleType, 'temporary');
    expect('wait on an import of the sync file', await waitThrough(exporter, { semaphore: target })).toBe(
      'VK_SUCCESS',
    );
  });
