import {
  descriptorFrom,
  descriptorWhileHeld,
  type ExternalHandle,
  expectSyncFd,
  exportable,
  fenceIn,
  immediately,
  importable,
  milliseconds,
  patience,
  statusIn,
  stillPending,
  submitCommand,
  submitCommands,
  suite,
  syncFileSource,
  syncFileSources,
  whileHeld,
  whilePending,
} from '../../harness/cases';

const exporting = suite('fence.export-sync-fd', 'What a SYNC_FD export takes from a fence and hands out');

/** Milliseconds that a sync file may take to follow its payload. */
const patienceMs = Number(patience) / 1e6;
/** Milliseconds that what must not become ready is watched. */
const watchedMs = 20;
const cycles = 5;

exporting
  .case('signaled-result', 'A signaled fence exports as -1 or as a sync file that is already signaled')
  .proves('fence.export-fd.sync-signaled-result')
  .over({ handleType: ['SYNC_FD'], signaledBy: ['creation', ...submitCommands] })
  .needs(exportable('fence'), (device, { signaledBy }) => submitCommand(device, { command: signaledBy }))
  .run(async ({ exporter, handleType, signaledBy, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: signaledBy === 'creation' });
    if (signaledBy !== 'creation') {
      control('status of the fence before the submit', await source.status()).toBe('VK_NOT_READY');
      await (await exporter.queue()).submit({ fence: source, command: signaledBy });
    }
    control('wait on the fence before the export', await source.wait(patience)).toBe('VK_SUCCESS');
    const handle = await source.export(handleType);
    await expectSyncFd({ expect }, 'what the export gave', handle, 'ready', 0);
  });

exporting
  .case(
    'minus-one-scope',
    'A SYNC_FD export gives a descriptor, not -1, where the payload is not signaled at the call',
  )
  .proves('fence.export-fd.sync-minus-one-scope')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, note, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence: source, command });
    control('wait on the fence while its work is held', await source.wait(milliseconds(20))).toBe(
      'VK_TIMEOUT',
    );
    const { value: handle, neededRelease } = await whileHeld(held, () => source.export(handleType));
    if (neededRelease) note('the export came back only behind the release of the work');
    expect('whether the export of a pending payload gave -1', handle.isMinusOne).toBe(false);
    if (!neededRelease)
      await expectSyncFd({ expect }, 'the sync file while the work is held', handle, 'not-ready', 0);
    await held.release();
    await expectSyncFd({ expect }, 'the sync file behind the release', handle, 'ready', patienceMs);
  });

exporting
  .case(
    'tracks-work',
    'A sync file of a pending payload is not ready while the work is held, and becomes ready once it is done',
  )
  .proves('fence.export-fd.sync-tracks-work')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, should, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence: source, command });
    control('status of the fence before the export', await source.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
    if (handle === null) return;
    await expectSyncFd({ expect }, 'the sync file while the work is held', handle, 'not-ready', 20);
    await held.release();
    await expectSyncFd({ expect }, 'the sync file behind the release', handle, 'ready', patienceMs);
    await expectSyncFd({ expect }, 'the sync file when asked again', handle, 'ready', 0);
  });

exporting
  .case(
    'covers-earlier-work',
    'A sync file of an empty submit is not ready before the work that was submitted to the queue earlier',
  )
  .proves('fence.export-fd.sync-covers-earlier-work')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, should, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const held = await queue.hold({ command });
    await queue.submit({ fence: source, command });
    control('wait on the fence while earlier work is held', await source.wait(milliseconds(20))).toBe(
      'VK_TIMEOUT',
    );
    const { value: handle, neededRelease } = await whileHeld(held, () => source.export(handleType));
    if (neededRelease) {
      should('export behind an empty submit', 'came back only behind the release of earlier work').toBe(
        'came back while earlier work was held',
      );
      return;
    }
    await expectSyncFd(
      { expect },
      'what the export gave while earlier work is held',
      handle,
      'not-ready',
      20,
    );
    await held.release();
    await expectSyncFd({ expect }, 'the sync file behind the release', handle, 'ready', patienceMs);
  });

exporting
  .case(
    'native-usable',
    'A sync file and its duplicate can be polled natively: a poll under way ends when the work is done',
  )
  .proves('fence.export-fd.sync-native-usable')
  .over({ handleType: ['SYNC_FD'] })
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, should, note, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence: source });
    control('status of the fence before the export', await source.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
    if (handle === null) return;
    const duplicate = handle.duplicate('dup');
    expect('state of the sync file while the work is held', await handle.poll(0)).toBe('not-ready');
    expect('state of its duplicate while the work is held', await duplicate.poll(0)).toBe('not-ready');
    const info = handle.syncFileInfo();
    note(info === null ? `it is no Linux sync file but ${handle.describe()}` : `it is ${handle.describe()}`);
    if (info !== null) expect('status by SYNC_IOC_FILE_INFO while the work is held', info.status).toBe(0);
    const polling = [handle.poll(patienceMs), duplicate.poll(patienceMs)];
    await held.release();
    expect('the poll that was under way', await polling[0]).toBe('ready');
    expect('the poll of the duplicate', await polling[1]).toBe('ready');
    if (info !== null)
      expect('status by SYNC_IOC_FILE_INFO behind the release', handle.syncFileInfo()?.status).toBe(1);
  });

exporting
  .case(
    'natively-merged',
    'An exported sync file can be merged natively with one that no driver made: what comes of that is ready once both are',
  )
  .proves('fence.export-fd.sync-native-usable')
  .over({
    handleType: ['SYNC_FD'],
    source: syncFileSources,
    order: ['exported-first', 'exported-last'],
    signaledFirst: ['exported', 'other'],
  })
  .needs(exportable('fence'), syncFileSource)
  .run(async (context) => {
    const { exporter, handleType, source, order, signaledFirst, syncFile, mergedSyncFile } = context;
    const { should, note, expect, control } = context;
    const fence = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence });
    control('status of the fence before the export', await fence.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => fence.export(handleType), should);
    if (handle === null) return;
    const file = syncFile(source);
    const parts: [ExternalHandle, ExternalHandle] =
      order === 'exported-first' ? [handle, file.handle] : [file.handle, handle];
    // What is no sync file of the kernel's can't be merged: there it is judged beside the other one.
    const native = handle.syncFileInfo() !== null;
    if (!native) note(`it can't be merged, since it is no sync file of the kernel but ${handle.describe()}`);
    const seen = native ? mergedSyncFile(...parts) : handle;
    const what = native ? 'the merged sync file' : 'what the export gave';
    const before = await whilePending(file, what, () => seen.poll(0));
    if (!(await stillPending(context, what, held))) return;
    expect(`state of ${what} before either signal`, before).toBe('not-ready');
    if (signaledFirst === 'exported') {
      await held.release();
      await expectSyncFd({ expect }, 'what the export gave behind the work', handle, 'ready', patienceMs);
      if (native) {
        const between = await whilePending(file, what, () => seen.poll(watchedMs));
        expect(`state of ${what} behind the work`, between).toBe('not-ready');
      }
      file.signal();
    } else {
      file.signal();
      const between = await seen.poll(watchedMs);
      if (!(await stillPending(context, what, held))) return;
      expect(`state of ${what} behind the other signal`, between).toBe('not-ready');
      await held.release();
    }
    await expectSyncFd({ expect }, `${what} behind both signals`, seen, 'ready', patienceMs);
  });

exporting
  .case('resets-source', 'A SYNC_FD export leaves the fence unsignaled, as a reset would')
  .proves('fence.export.copy-resets-source')
  .over({ handleType: ['SYNC_FD'], signaledBy: ['creation', ...submitCommands] })
  .needs(exportable('fence'), (device, { signaledBy }) => submitCommand(device, { command: signaledBy }))
  .run(async ({ exporter, handleType, signaledBy, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: signaledBy === 'creation' });
    if (signaledBy !== 'creation')
      await (await exporter.queue()).submit({ fence: source, command: signaledBy });
    control('wait on the fence before the export', await source.wait(patience)).toBe('VK_SUCCESS');
    control('status of the fence before the export', await source.status()).toBe('VK_SUCCESS');
    await source.export(handleType);
    expect('status of the fence behind the export', await source.status()).toBe('VK_NOT_READY');
    expect('wait on the fence behind the export', await source.wait(immediately)).toBe('VK_TIMEOUT');
  });

exporting
  .case(
    'source-reusable',
    'A fence whose signal was exported can be submitted again without a reset, and is signaled by that submit alone',
  )
  .proves('fence.export.copy-source-reusable')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      control('status of the fence before the submit', await source.status()).toBe('VK_NOT_READY');
      const held = await queue.hold({ fence: source, command });
      expect('status of the fence while its work is held', await source.status()).toBe('VK_NOT_READY');
      await held.release();
      expect('wait on the fence behind the release', await source.wait(patience)).toBe('VK_SUCCESS');
      const handle = await source.export(handleType);
      expect('state of what the export gave', await handle.poll(patienceMs)).toBe('ready');
      handle.close();
    }
  });

exporting
  .case(
    'copy-independent',
    'What became of a copy is untouched by a later submit, reset, import or destruction of the fence that it came from',
  )
  .proves('fence.export.copy-independent')
  .over({
    handleType: ['SYNC_FD'],
    state: ['signaled', 'pending'],
    later: ['submit', 'reset', 'import', 'destroy'],
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, handleType, state, later, minusOne, should, expect, control }) => {
    const made = await fenceIn(exporter, state, { exportAs: [handleType] });
    const { fence: source, held } = made;
    control('status of the source before the export', await source.status()).toBe(statusIn[state]);
    // A signaled payload may give -1, which nothing can change: that of a pending one is a file.
    const handle =
      state === 'pending' ? await descriptorFrom(made, handleType, should) : await source.export(handleType);
    if (handle === null) return;
    const copy = () => (handle.isMinusOne ? minusOne() : handle.duplicate());
    const [before, behind] = [await exporter.fence(), await exporter.fence()];
    control('status of a fence before its import', await before.status()).toBe('VK_NOT_READY');
    await before.import(copy(), handleType, 'temporary');
    control('status of that fence with the copy', await before.status()).toBe(statusIn[state]);
    const queue = await exporter.queue();
    await held?.release();
    await queue.waitIdle();
    // Nobody looks at the copy between the end of its work and what comes later.
    // Whether the work may have signaled the source again is not settled, and a submit needs it unsignaled.
    if (later === 'submit') await source.reset();
    const heldLater = later === 'submit' ? await queue.hold({ fence: source }) : undefined;
    if (later === 'reset') await source.reset();
    if (later === 'import') await source.import(minusOne(), handleType, 'temporary');
    if (later === 'destroy') await source.destroy();
    expect('wait on the fence that imported the copy before', await before.wait(patience)).toBe('VK_SUCCESS');
    expect('state of the copy', await handle.poll(patienceMs)).toBe('ready');
    control('status of another fence before its import', await behind.status()).toBe('VK_NOT_READY');
    await behind.import(copy(), handleType, 'temporary');
    expect('status of a fence that imports the copy behind that', await behind.status()).toBe('VK_SUCCESS');
    await heldLater?.release();
  });

exporting
  .case(
    'cycle-no-stale',
    'Each of several submits gives a sync file of its own: it is not ready while that work is held, though those of earlier submits are',
  )
  .proves('fence.export.cycle-no-stale')
  .over({ handleType: ['SYNC_FD'], command: submitCommands })
  .needs(exportable('fence'), submitCommand)
  .run(async ({ exporter, handleType, command, should, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const earlier = [];
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const held = await queue.hold({ fence: source, command });
      control('status of the fence while its work is held', await source.status()).toBe('VK_NOT_READY');
      const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
      if (handle === null) return;
      await expectSyncFd({ expect }, 'the sync file while its work is held', handle, 'not-ready', 0);
      for (const one of earlier)
        await expectSyncFd({ expect }, 'an earlier sync file meanwhile', one, 'ready', 0);
      await held.release();
      await expectSyncFd({ expect }, 'the sync file behind the release', handle, 'ready', patienceMs);
      earlier.push(handle);
      await queue.waitIdle();
      await source.reset(); // whether the work may have signaled it again is not settled
    }
  });
