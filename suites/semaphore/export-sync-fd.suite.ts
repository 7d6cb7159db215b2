import {
  type ExternalHandle,
  exportable,
  exportInState,
  gaveDescriptor,
  importable,
  milliseconds,
  semaphoreIn,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  waitThrough,
  whileHeld,
} from '../../harness/cases';

const exporting = suite(
  'semaphore.export-sync-fd',
  'What a SYNC_FD export takes from a semaphore and hands out',
);

const shortly = milliseconds(20);
/** Milliseconds that a sync file gets to follow the work that it stands for. */
const patienceMs = 3000;

exporting
  .case(
    'sync-minus-one',
    'An export gives -1 for a payload that is signaled alone; a pending one gives a descriptor',
  )
  .proves('semaphore.export-fd.sync-minus-one')
  .over({ handleType: ['SYNC_FD'], state: ['signaled', 'pending'], command: submitCommands })
  .needs(exportable('binary semaphore'), importable('binary semaphore'), submitCommand)
  .run(async ({ exporter, handleType, state, command, expect, control, should }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const fence = await exporter.fence();
    const held = await (await exporter.queue()).hold({ signal: [{ semaphore: source }], fence, command });
    control('work of the signal while it is held', await fence.wait(shortly)).toBe('VK_TIMEOUT');
    let handle: ExternalHandle;
    if (state === 'signaled') {
      await held.release();
      control('work of the signal behind its release', await fence.wait(milliseconds(patienceMs))).toBe(
        'VK_SUCCESS',
      );
      handle = await source.export(handleType);
      if (!handle.isMinusOne) expect('state of the sync file', await handle.poll(patienceMs)).toBe('ready');
    } else {
      const made = await whileHeld(held, () => source.export(handleType));
      handle = made.value;
      should(
        'export while the signal is pending',
        made.neededRelease ? 'returned behind the work' : 'returned at once',
      ).toBe('returned at once');
      if (!made.neededRelease) {
        expect('what was exported while the signal is held', handle.isMinusOne ? '-1' : 'a descriptor').toBe(
          'a descriptor',
        );
        expect('state of the sync file while the signal is held', await handle.poll(0)).toBe('not-ready');
        await held.release();
      }
      if (!handle.isMinusOne)
        expect('state of the sync file behind the work', await handle.poll(patienceMs)).toBe('ready');
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
  .run(async ({ exporter, handleType, heldIn, command, expect, control, should }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const fence = await exporter.fence();
    const signal = [{ semaphore: source }];
    const held = await queue.hold(heldIn === 'same-batch' ? { signal, fence, command } : { fence, command });
    if (heldIn === 'earlier-batch') await queue.submit({ signal, command });
    control('held work', await fence.wait(shortly)).toBe('VK_TIMEOUT');
    const { value: handle, neededRelease } = await whileHeld(held, () => source.export(handleType));
    if (neededRelease) {
      should(
        'export of a pending payload',
        'returned behind the work, so that the rule could not be shown',
      ).toBe('returned at once');
    } else {
      if (!gaveDescriptor(handle, should)) return;
      expect('state of the sync file while the work is held', await handle.poll(20)).toBe('not-ready');
      await held.release();
    }
    if (!handle.isMinusOne)
      expect('state of the sync file behind the work', await handle.poll(patienceMs)).toBe('ready');
    expect('the work itself', await fence.wait(milliseconds(patienceMs))).toBe('VK_SUCCESS');
  });

exporting
  .case(
    'sync-native-usable',
    'A poll that blocks on an exported sync file is woken by the signal, through a duplicate as well',
  )
  .proves('semaphore.export-fd.sync-native-usable')
  .over({ handleType: ['SYNC_FD'], polled: ['original', 'duplicate'] })
  .needs(exportable('binary semaphore'))
  .run(async ({ exporter, handleType, polled, ownHandles, expect, control, should, note }) => {
    const [own] = ownHandles(1) as [ExternalHandle];
    control('poll of a file, which is always ready', await own.poll(0)).toBe('ready');
    const source = await semaphoreIn(exporter, 'pending', { handleType });
    const exported = await exportInState(source, handleType);
    if (!gaveDescriptor(exported, should)) return;
    note(`the driver exports a ${exported.kind()}`);
    const handle = polled === 'original' ? exported : exported.duplicate();
    control('poll while the signal is held', await handle.poll(20)).toBe('not-ready');
    const polling = handle.poll(patienceMs);
    await source.held?.release();
    expect('poll that began while the signal was held', await polling).toBe('ready');
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
  .run(async ({ exporter, handleType, count, command, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    for (let done = 0; done < count; done += 1) {
      await signalThrough(exporter, { semaphore: source }, command);
      const handle = await source.export(handleType);
      if (handle.isMinusOne) continue;
      expect(`state of sync file ${done}`, await handle.poll(patienceMs)).toBe('ready');
      handle.close();
    }
    const fence = await exporter.fence();
    const held = await (await exporter.queue()).hold({ signal: [{ semaphore: source }], fence, command });
    control('work of the next signal while it is held', await fence.wait(shortly)).toBe('VK_TIMEOUT');
    const next = await whileHeld(held, () => source.export(handleType));
    const pending =
      next.neededRelease || (!next.value.isMinusOne && (await next.value.poll(0)) === 'not-ready');
    expect('export while the next signal is held', pending ? 'pending' : 'signaled').toBe('pending');
    await held.release();
    expect('work of the next signal behind its release', await fence.wait(milliseconds(patienceMs))).toBe(
      'VK_SUCCESS',
    );
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
  .run(async ({ exporter, handleType, later, expect, control, should }) => {
    const source = await semaphoreIn(exporter, 'pending', { handleType });
    const queue = await exporter.queue();
    const fence = await exporter.fence();
    await queue.submit({ fence });
    control('work of the queue while it is held', await fence.wait(shortly)).toBe('VK_TIMEOUT');
    const handle = await exportInState(source, handleType);
    if (!gaveDescriptor(handle, should)) return;
    control('state of the sync file while its signal is held', await handle.poll(20)).toBe('not-ready');
    await source.held?.release();
    expect('state of the sync file behind its signal', await handle.poll(patienceMs)).toBe('ready');
    await queue.waitIdle();
    if (later === 'destroy') {
      await source.semaphore.destroy();
    } else if (later === 'signal') {
      await queue.hold({ signal: [{ semaphore: source.semaphore }] });
    } else {
      const other = await semaphoreIn(exporter, 'pending', { handleType });
      await source.semaphore.import(await exportInState(other, handleType), handleType, 'temporary');
    }
    expect(`state of the sync file behind the later ${later}`, await handle.poll(20)).toBe('ready');
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
    if (destroyed === 'object') await source.semaphore.destroy();
    else if (destroyed === 'device') await origin.destroyDevice();
    else await origin.destroyInstance();
    if (!handle.isMinusOne)
      expect('sync file behind the destruction', await handle.poll(patienceMs)).toBe('ready');
    const target = await exporter.semaphore();
    const side = { semaphore: target, through: exporter };
    const fence = await exporter.fence();
    const held = await (await exporter.queue()).hold({ fence });
    control('other work while it is held', await fence.wait(shortly)).toBe('VK_TIMEOUT');
    await held.release();
    await target.import(handle, handleType, 'temporary');
    expect(
      'wait on an import of the sync file',
      await waitThrough(exporter, { semaphore: side.semaphore }),
    ).toBe('VK_SUCCESS');
  });
