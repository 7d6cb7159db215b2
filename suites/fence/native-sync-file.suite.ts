import {
  immediately,
  importAtOnce,
  importable,
  milliseconds,
  noTimeout,
  pairwise,
  patience,
  promptly,
  type Result,
  reaches,
  suite,
  syncFileSource,
  syncFileSources,
  timedWait,
  timedWaitFor,
  whilePending,
} from '../../harness/cases';

const native = suite(
  'fence.native-sync-file',
  'Fences with sync files that no Vulkan driver made: their status, and waits on them',
);

const axes = { handleType: ['SYNC_FD'], source: syncFileSources } as const;
const severalAxes = {
  ...axes,
  beside: ['minus-one', 'pending'],
  order: ['signals-first', 'signals-last'],
  reach: reaches,
} as const;
const mergedAxes = {
  ...axes,
  signaledFirst: ['first', 'second'],
  mergedBehind: ['no-signal', 'signal-of-a-third'],
  order: ['first-second', 'second-first'],
  reach: reaches,
} as const;
const errorAxes = {
  ...axes,
  source: ['sw_sync'],
  imported: ['before', 'behind'],
  merged: [false, true],
  reach: reaches,
} as const;
const timeouts = { zero: immediately, finite: milliseconds(50), infinite: noTimeout } as const;
/** Milliseconds behind which a wait is held to be without end; and how long one is watched that may not end. */
const [overdueMs, watchedMs] = [Number(patience) / 1e6, 20];
const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';

native
  .case(
    'accepts',
    'A sync file that the kernel made is imported, whatever its state and what it was merged of',
  )
  .proves('fence.sync-fd.accepts-any-native')
  .over({ ...axes, state: ['signaled', 'pending', 'merged'], reach: reaches })
  .needs(importable('fence'), syncFileSource)
  .run(async ({ importer, handleType, source, state, syncFile, mergedSyncFile, expect, control }) => {
    const target = await importer.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const file = syncFile(source);
    const other = state === 'merged' ? syncFile(source) : undefined;
    const handle = other === undefined ? file.handle : mergedSyncFile(file.handle, other.handle);
    if (state === 'signaled') file.signal();
    const result = await target.tryImport(handle, handleType, 'temporary');
    expect('result of the import', result).toBe('VK_SUCCESS');
    if (state !== 'signaled') {
      const status = await whilePending(file, 'the status', () => target.status());
      expect('status of the target before the signal', status).toBe('VK_NOT_READY');
      file.signal();
      other?.signal();
    }
    expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the target behind the signal', await target.status()).toBe('VK_SUCCESS');
  });

native
  .case(
    'pending-status',
    'A fence that imported a pending sync file is not ready until that signals, and every wait that is under way ends then',
  )
  .proves('fence.import.sync-pending-status')
  .over({ ...axes, reach: reaches, targetWas: ['signaled', 'unsignaled'], signaledBy: ['signal', 'closing'] })
  // Closing a timeline of sw_sync ends what is pending on it with an error.
  .where(({ source, signaledBy }) => signaledBy === 'signal' || source === 'vgem')
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { importer, handleType, source, targetWas, signaledBy, syncFile, expect, control } = context;
    const target = await importer.fence({ signaled: targetWas === 'signaled' });
    const file = syncFile(source);
    const polled = await whilePending(file, 'the sync file', () => file.handle.poll(0));
    control('state of the sync file before the import', polled).toBe('not-ready');
    await promptly(context, 'the import', () => target.import(file.handle, handleType, 'temporary'));
    const asked = () => promptly(context, 'the status', () => target.status());
    const status = await whilePending(file, 'the status', asked);
    expect('status of the target before the signal', status).toBe('VK_NOT_READY');
    for (const timeout of [immediately, milliseconds(watchedMs)]) {
      const waited = () => promptly(context, 'a wait that times out', () => target.wait(timeout));
      const wait = await whilePending(file, 'a wait', waited);
      expect('wait on the target before the signal', wait).toBe('VK_TIMEOUT');
    }
    const waits = [
      target.wait(patience),
      target.wait(patience),
      importer.waitForFences([target], true, patience),
    ];
    const last = await timedWaitFor(
      file,
      () => target.wait(patience),
      watchedMs,
      () => (signaledBy === 'signal' ? file.signal() : file.closeSource()),
    );
    expect('whether a wait ended only with the signal', last.neededSignal).toBe(true);
    for (const result of [last.result, ...(await Promise.all(waits))])
      expect('a wait that was under way', result).toBe('VK_SUCCESS');
    expect('status of the target behind the signal', await target.status()).toBe('VK_SUCCESS');
    expect('another wait on it', await target.wait(immediately)).toBe('VK_SUCCESS');
  });

native
  .case(
    'timeout-honoured',
    'A wait on a pending sync file ends with its timeout: at once, soon, or never before the signal',
  )
  .proves('fence.import.wait-timeout-honoured')
  .over({ ...axes, timeout: ['zero', 'finite', 'infinite'], reach: reaches })
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { importer, source, timeout, syncFile, expect, control, should } = context;
    const target = await importer.fence({ signaled: true });
    control('wait on the target before the import', await target.wait(timeouts[timeout])).toBe('VK_SUCCESS');
    const file = syncFile(source);
    await importAtOnce(context, target, file.handle);
    const endless = timeout === 'infinite';
    const wait = await timedWaitFor(
      file,
      () => target.wait(timeouts[timeout]),
      endless ? 5 * watchedMs : overdueMs,
    );
    expect('whether the wait ended only with the signal', wait.neededSignal).toBe(endless);
    expect('result of the wait', wait.result).toBe(endless ? 'VK_SUCCESS' : 'VK_TIMEOUT');
    if (timeout === 'finite')
      should('milliseconds that a wait with a timeout of 50 took', wait.ms).toBeAtLeast(25);
    if (!endless) file.signal();
    control('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

native
  .case(
    'any-all-mixed',
    'A wait for one or for all of several fences goes by the pending sync file of one of them, wherever it stands',
  )
  .proves('fence.import.wait-any-all-mixed')
  .over({ ...axes, condition: ['any', 'all'], position: ['first', 'middle', 'last'], count: [32] })
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { exporter, source, condition, position, count, syncFile, expect, control } = context;
    const target = await exporter.fence({ signaled: true });
    const fences = await Promise.all(
      Array.from({ length: count - 1 }, () => exporter.fence({ signaled: condition === 'all' })),
    );
    fences.splice({ first: 0, middle: count >> 1, last: count - 1 }[position], 0, target);
    const waited = (timeout: bigint) => exporter.waitForFences(fences, condition === 'all', timeout);
    control('wait before the import', await waited(immediately)).toBe('VK_SUCCESS');
    const file = syncFile(source);
    await importAtOnce(context, target, file.handle);
    for (const timeout of [milliseconds(watchedMs), immediately]) {
      const wait = await whilePending(file, 'a wait', () => waited(timeout));
      expect('wait before the signal', wait).toBe('VK_TIMEOUT');
    }
    const wait = await timedWaitFor(file, () => waited(patience), watchedMs);
    expect('whether a wait ended only with the signal', wait.neededSignal).toBe(true);
    expect('wait that was under way', wait.result).toBe('VK_SUCCESS');
  });

native
  .case(
    'several-files',
    'A wait for one of two fences with sync files ends with the first signal, one for both with the second; -1 beside a pending file is signaled',
  )
  .proves('fence.import.wait-any-all-mixed')
  .over(severalAxes)
  .where(pairwise(severalAxes, ['source']))
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { importer, handleType, source, beside, order, syncFile, minusOne, expect, control } = context;
    const [early, late] = [await importer.fence(), await importer.fence()];
    const fences = order === 'signals-first' ? [early, late] : [late, early];
    const any = (timeout: bigint) => importer.waitForFences(fences, false, timeout);
    const all = (timeout: bigint) => importer.waitForFences(fences, true, timeout);
    const file = syncFile(source);
    await importAtOnce(context, late, file.handle);
    if (beside === 'minus-one') {
      control('wait for one of them before the import of -1', await any(immediately)).toBe('VK_TIMEOUT');
      await early.import(minusOne(), handleType, 'temporary');
    } else {
      const first = syncFile(source);
      await importAtOnce(context, early, first.handle);
      const before = await whilePending([file, first], 'a wait', () => any(milliseconds(watchedMs)));
      control('wait for one of them while both are pending', before).toBe('VK_TIMEOUT');
      first.signal();
    }
    const behind = beside === 'minus-one' ? 'beside -1' : 'behind the first signal';
    const one = await whilePending(file, 'a wait', () => any(patience));
    expect(`wait for one of them ${behind}`, one).toBe('VK_SUCCESS');
    const both = await whilePending(file, 'a wait', () => all(milliseconds(watchedMs)));
    expect(`wait for both ${behind}`, both).toBe('VK_TIMEOUT');
    const states = await whilePending(file, 'the status', async () => [
      await early.status(),
      await late.status(),
    ]);
    expect(`status of both ${behind}`, states).toBe(['VK_SUCCESS', 'VK_NOT_READY']);
    file.signal();
    expect('wait for both behind the last signal', await all(patience)).toBe('VK_SUCCESS');
  });

native
  .case(
    'merged',
    'A fence with a sync file that was merged of two, and of a third that was signaled before, is not ready before both are signaled, whichever comes first',
  )
  .proves('fence.import.sync-pending-status')
  .over(mergedAxes)
  .where(pairwise(mergedAxes, ['source']))
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { importer, source, signaledFirst, mergedBehind, order, syncFile, mergedSyncFile } = context;
    const { expect, control } = context;
    const target = await importer.fence({ signaled: true });
    control('status of the target before the import', await target.status()).toBe('VK_SUCCESS');
    const [first, second] = [syncFile(source), syncFile(source)];
    const [early, late] = signaledFirst === 'first' ? [first, second] : [second, first];
    const parts = [first.handle, second.handle];
    if (order === 'second-first') parts.reverse();
    if (mergedBehind === 'signal-of-a-third') {
      const third = syncFile(source);
      third.signal();
      parts.splice(1, 0, third.handle);
    }
    const merged = parts.reduce((one, other) => mergedSyncFile(one, other));
    const polled = await whilePending([early, late], 'the merged sync file', () => merged.poll(0));
    control('state of the merged sync file', polled).toBe('not-ready');
    // Its parts live on in it.
    for (const part of parts) part.close();
    await importAtOnce(context, target, merged);
    const before = await whilePending([early, late], 'the status', () => target.status());
    expect('status of the target before either signal', before).toBe('VK_NOT_READY');
    early.signal();
    const status = await whilePending(late, 'the status', () => target.status());
    expect('status of the target behind one signal', status).toBe('VK_NOT_READY');
    const wait = await whilePending(late, 'a wait', () => target.wait(milliseconds(watchedMs)));
    expect('wait on the target behind one signal', wait).toBe('VK_TIMEOUT');
    const last = await timedWaitFor(late, () => target.wait(patience), watchedMs);
    expect('whether a wait ended only with the last signal', last.neededSignal).toBe(true);
    expect('wait that was under way', last.result).toBe('VK_SUCCESS');
    expect('status of the target behind both signals', await target.status()).toBe('VK_SUCCESS');
  });

native
  .case(
    'ends-in-error',
    'A wait on a sync file that ends in an error ends within its timeout, and the fence can be reset and used again',
  )
  .proves('fence.import.wait-timeout-honoured')
  .over(errorAxes)
  .where(pairwise(errorAxes, ['source']))
  .needs(importable('fence'), syncFileSource)
  // What a payload that ends in an error says is not specified: every listed result is one.
  .mayLoseDevice()
  .run(async (context) => {
    const { importer, handleType, source, imported, merged, syncFile, mergedSyncFile, note } = context;
    const { expect, control, should } = context;
    const target = await importer.fence();
    const file = syncFile(source);
    const handle = merged ? mergedSyncFile(file.handle, syncFile(source).handle) : file.handle.duplicate();
    if (imported === 'behind') file.fail();
    if (imported === 'before') {
      await importAtOnce(context, target, handle);
      const status = await whilePending(file, 'the status', () => target.status());
      control('status of the target before the error', status).toBe('VK_NOT_READY');
    } else {
      control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
      const ended = (handle.syncFileInfo()?.status ?? 0) < 0;
      const result = await target.tryImport(handle, handleType, 'temporary');
      // Nothing says what an error is to an import; a merged one is pending still.
      expect<Result>('result of the import', result).toBeOneOf(
        ended ? ['VK_SUCCESS', refusal] : ['VK_SUCCESS'],
      );
      if (result === refusal) {
        should<Result>('an import of a sync file that has ended with an error', result).toBe('VK_SUCCESS');
        return;
      }
    }
    const wait = await timedWait(
      () => target.wait(milliseconds(1000)),
      watchedMs,
      async () => file.fail(),
    );
    expect('milliseconds that a wait with a timeout of 1000 took', wait.ms).toBeAtMost(overdueMs);
    const behind = await target.status();
    note(`behind the error the wait gives ${wait.result} and the status is ${behind}`);
    if ([wait.result, behind].includes('VK_ERROR_DEVICE_LOST')) return;
    // The other part of a merged one is pending still.
    if (!merged) should('result of the wait behind the error', wait.result).toBe('VK_SUCCESS');
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ fence: target });
    expect('wait on the target behind a submit with it', await target.wait(patience)).toBe('VK_SUCCESS');
  });
