import {
  bindWhileHeld,
  controlUnsignaled,
  expectDone,
  expectHeldBack,
  generous,
  importAtOnce,
  importable,
  type NativeSyncFile,
  pairwise,
  patience,
  promptly,
  type Result,
  reaches,
  resultsInRace,
  type Semaphore,
  seconds,
  submitCommand,
  submitCommands,
  suite,
  syncFileSource,
  syncFileSources,
  WorkBehindWait,
  waitCommand,
  waitStages,
  whilePending,
} from '../../harness/cases';

const waiting = suite(
  'semaphore.native-sync-file',
  'What a queue makes of waits for sync files that no driver made',
);

const handleType = ['SYNC_FD'] as const;
const source = syncFileSources;
const needed = [syncFileSource, importable('binary semaphore')] as const;

const held = {
  handleType,
  source,
  reach: reaches,
  command: submitCommands,
  stage: waitStages,
} as const;

waiting
  .case(
    'pending',
    'Work behind a wait for an unsignaled sync file is done once the file is signaled, and none of it before',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over(held)
  .where(pairwise(held, ['source'], ({ command, stage }) => stage !== 'COPY' || command === 'vkQueueSubmit2'))
  .needs(...needed, submitCommand)
  .run(async (context) => {
    const { importer, handleType, source, command, stage, syncFile } = context;
    const target = await importer.semaphore();
    const batch = await WorkBehindWait.prepare(context, importer, command);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await promptly(context, 'the import', () => target.import(file.handle, handleType, 'temporary'));
    batch.submit([{ semaphore: target, stage }]);
    await expectHeldBack(context, batch, file, 'before the signal');
    file.signal();
    await expectDone(context, batch, 'behind the signal');
  });

waiting
  .case(
    'sparse-binding',
    'A sparse binding that waits for an unsignaled sync file ends once the file is signaled, and not before',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over({ handleType, source })
  .needs(...needed, (device) => waitCommand(device, { command: 'vkQueueBindSparse' }))
  .run(async (context) => {
    const { exporter, device, source, syncFile, expect } = context;
    const target = await exporter.semaphore();
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await importAtOnce(context, target, file.handle);
    const binding = await whilePending(file, 'the binding', () =>
      bindWhileHeld(exporter, device, { semaphore: target }),
    );
    expect('wait for the binding before the signal', binding.held).toBe('VK_TIMEOUT');
    file.signal();
    expect('wait for the binding behind the signal', await binding.result()).toBe('VK_SUCCESS');
  });

const signaled = {
  handleType,
  source,
  reach: reaches,
  signaled: ['before-import', 'behind-import'],
} as const;

waiting
  .case(
    'signaled',
    'A wait for a sync file that was signaled before or behind its import is satisfied at once',
  )
  .proves('semaphore.sync-fd.accepts-any-native')
  .over(signaled)
  .where(pairwise(signaled, ['source']))
  .needs(...needed)
  .run(async (context) => {
    const { importer, handleType, source, signaled, syncFile, expect, control } = context;
    const target = await importer.semaphore();
    const batch = await WorkBehindWait.prepare(context, importer);
    const file = syncFile(source);
    const kept = file.handle.duplicate();
    await controlUnsignaled(context, file);
    if (signaled === 'before-import') file.signal();
    const result = await target.tryImport(file.handle, handleType, 'temporary');
    if (signaled === 'behind-import') file.signal();
    expect('result of the import', result).toBe('VK_SUCCESS');
    control('what poll says of the sync file', await kept.poll(0)).toBe('ready');
    batch.submit([{ semaphore: target }]);
    await expectDone(context, batch, 'behind the signal');
  });

waiting
  .case(
    'duplicates',
    'Each of the semaphores that imported duplicates of one sync file holds its own batch back until the signal',
  )
  .proves('semaphore.import.copy-isolated')
  .over({ handleType, source, reach: reaches, count: [3] })
  .needs(...needed)
  .run(async (context) => {
    const { importer, source, count, syncFile } = context;
    const targets: Semaphore[] = [];
    const batches: WorkBehindWait[] = [];
    for (let made = 0; made < count; made += 1) {
      targets.push(await importer.semaphore());
      batches.push(await WorkBehindWait.prepare(context, importer));
    }
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    for (const target of targets) await importAtOnce(context, target, file.handle.duplicate());
    const [first, ...others] = batches as [WorkBehindWait, ...WorkBehindWait[]];
    first.submit([{ semaphore: targets[0] as Semaphore }]);
    await expectHeldBack(context, first, file, 'of semaphore 0 before the signal');
    file.signal();
    await expectDone(context, first, 'of semaphore 0 behind the signal');
    await targets[0]?.destroy();
    for (const [index, batch] of others.entries()) {
      batch.submit([{ semaphore: targets[index + 1] as Semaphore }]);
      await expectDone(context, batch, `of semaphore ${index + 1} behind the signal`);
    }
  });

waiting
  .case(
    'duplicates-pending',
    'A wait for one duplicate of an unsignaled sync file leaves the others unsignaled',
  )
  .proves('semaphore.import.copy-isolated')
  .over({ handleType, source, reach: ['instance', 'process'] })
  .needs(...needed)
  .run(async (context) => {
    const { exporter, importer, source, syncFile } = context;
    const [near, far] = [await exporter.semaphore(), await importer.semaphore()];
    const here = await WorkBehindWait.prepare(context, exporter);
    const there = await WorkBehindWait.prepare(context, importer);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await importAtOnce(context, near, file.handle.duplicate());
    await importAtOnce(context, far, file.handle);
    here.submit([{ semaphore: near }]);
    await expectHeldBack(context, here, file, 'of the exporter before the signal');
    there.submit([{ semaphore: far }]);
    await expectHeldBack(context, there, file, 'of the importer before the signal');
    file.signal();
    await expectDone(context, here, 'of the exporter behind the signal');
    await expectDone(context, there, 'of the importer behind the signal');
  });

const merged = {
  handleType,
  source,
  reach: ['device', 'process'],
  signaled: ['first-to-last', 'last-to-first', 'one-before-merge'],
  count: [2, 4],
} as const;

waiting
  .case(
    'merged',
    'A wait for a merged sync file is satisfied once all that it was merged of is signaled, whatever comes first',
  )
  .proves('semaphore.sync-fd.accepts-any-native', 'semaphore.import.sync-pending-blocks-queue')
  .over(merged)
  // The kernel leaves what is signaled out of what it merges: two must be left.
  .where(
    pairwise(
      merged,
      ['source', 'signaled'],
      ({ signaled, count }) => signaled !== 'one-before-merge' || count > 2,
    ),
  )
  .needs(...needed)
  .run(async (context) => {
    const { importer, source, signaled, count, syncFile, mergedSyncFile } = context;
    const target = await importer.semaphore();
    const batch = await WorkBehindWait.prepare(context, importer);
    const files = Array.from({ length: count }, () => syncFile(source));
    await controlUnsignaled(context, ...files);
    const left = signaled === 'last-to-first' ? files.toReversed() : [...files];
    if (signaled === 'one-before-merge') left.shift()?.signal();
    const all = files.map(({ handle }) => handle).reduce((one, other) => mergedSyncFile(one, other));
    await importAtOnce(context, target, all);
    batch.submit([{ semaphore: target }]);
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await expectHeldBack(context, batch, [next, ...left], `with ${left.length + 1} of ${count} unsignaled`);
      next.signal();
    }
    await expectDone(context, batch, 'with all of them signaled');
  });

waiting
  .case(
    'other-descriptors',
    'What becomes of other descriptors of a sync file behind its import changes nothing for the wait',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over({ handleType, source, later: ['merge', 'close', 'next-file'] })
  .needs(...needed)
  .run(async (context) => {
    const { exporter, source, later, syncFile, mergedSyncFile, control } = context;
    const target = await exporter.semaphore();
    const batch = await WorkBehindWait.prepare(context, exporter);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    const kept = file.handle.duplicate();
    await importAtOnce(context, target, file.handle);
    const other = later === 'close' ? undefined : syncFile(source);
    const both = later === 'merge' && other !== undefined ? mergedSyncFile(kept, other.handle) : undefined;
    kept.close();
    batch.submit([{ semaphore: target }]);
    await expectHeldBack(context, batch, file, 'before the signal');
    file.signal();
    const ended = async (): Promise<void> => expectDone(context, batch, 'behind the signal');
    if (other === undefined) return ended();
    await whilePending(other, 'the batch behind the signal', ended);
    if (both !== undefined)
      control('what poll says of the merged sync file', await both.poll(0)).toBe('not-ready');
  });

const several = {
  handleType,
  source,
  command: submitCommands,
  signaled: ['first-to-last', 'last-to-first'],
  count: [3],
} as const;

waiting
  .case(
    'several',
    'A batch that waits for several sync files is held back until all of them are signaled, in whatever order',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over(several)
  .where(pairwise(several, ['source']))
  .needs(...needed, submitCommand)
  .run(async (context) => {
    const { exporter, source, command, signaled, count, syncFile } = context;
    const targets: Semaphore[] = [];
    for (let made = 0; made < count; made += 1) targets.push(await exporter.semaphore());
    const batch = await WorkBehindWait.prepare(context, exporter, command);
    const files: NativeSyncFile[] = targets.map(() => syncFile(source));
    await controlUnsignaled(context, ...files);
    for (const [index, target] of targets.entries())
      await importAtOnce(context, target, (files[index] as NativeSyncFile).handle);
    batch.submit(targets.map((semaphore) => ({ semaphore })));
    const left = signaled === 'last-to-first' ? files.toReversed() : [...files];
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      await expectHeldBack(context, batch, [next, ...left], `with ${left.length + 1} of ${count} unsignaled`);
      next.signal();
    }
    await expectDone(context, batch, 'with all of them signaled');
  });

waiting
  .case(
    'beside-minus-one',
    'A batch that waits for an import of -1 and for an unsignaled sync file is held back by the latter',
  )
  .proves('semaphore.import.sync-pending-blocks-queue', 'semaphore.import.sync-minus-one')
  .over({ handleType, source, command: submitCommands, minusOneIs: ['first', 'last'] })
  .needs(...needed, submitCommand)
  .run(async (context) => {
    const { exporter, handleType, source, command, minusOneIs, syncFile, minusOne, expect } = context;
    const [signaled, pending] = [await exporter.semaphore(), await exporter.semaphore()];
    const batch = await WorkBehindWait.prepare(context, exporter, command);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    expect('result of the import of -1', await signaled.tryImport(minusOne(), handleType, 'temporary')).toBe(
      'VK_SUCCESS',
    );
    await importAtOnce(context, pending, file.handle);
    const wait = [{ semaphore: signaled }, { semaphore: pending }];
    batch.submit(minusOneIs === 'first' ? wait : wait.toReversed());
    await expectHeldBack(context, batch, file, 'before the signal');
    file.signal();
    await expectDone(context, batch, 'behind the signal');
  });

waiting
  .case(
    'queue-order',
    'A wait for a sync file holds back what is submitted to its queue behind it, and not what was before',
  )
  .proves('semaphore.import.sync-pending-blocks-queue')
  .over({ handleType, source, command: submitCommands })
  .needs(...needed, submitCommand)
  .run(async (context) => {
    const { exporter, source, command, syncFile, should } = context;
    const target = await exporter.semaphore();
    const [before, waits, behind] = [
      await WorkBehindWait.prepare(context, exporter, command),
      await WorkBehindWait.prepare(context, exporter, command),
      await WorkBehindWait.prepare(context, exporter, command),
    ];
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await importAtOnce(context, target, file.handle);
    before.submit([]);
    waits.submit([{ semaphore: target }]);
    await whilePending(file, 'the batch before it', () => expectDone(context, before, 'before the wait'));
    // A queue that blocks in the submission takes no other from the application until it is through.
    const returned = await whilePending(file, 'the submission', () => waits.returned());
    should('whether the submission comes back before the signal, which the rest needs', returned).toBe(true);
    if (returned) {
      behind.submit([]);
      await expectHeldBack(context, behind, file, 'behind the wait, before the signal');
    }
    await expectHeldBack(context, waits, file, 'that waits, before the signal');
    file.signal();
    await expectDone(context, waits, 'that waits, behind the signal');
    if (returned) await expectDone(context, behind, 'behind the wait, behind the signal');
  });

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';
const permitted: readonly Result[] = [...resultsInRace, 'VK_ERROR_DEVICE_LOST'];

const ended = {
  handleType,
  source,
  ended: ['before-import', 'behind-import', 'behind-submission'],
  command: submitCommands,
} as const;

waiting
  .case(
    'ended-without-signal',
    'A wait for a sync file whose source is closed, which ends one of sw_sync with an error, ends: with an error, with the loss of the device, or as if it had been signaled',
  )
  .proves('semaphore.shared.violation-effects-bounded')
  .over(ended)
  .where(pairwise(ended, ['source', 'ended']))
  .needs(...needed, submitCommand)
  .mayLoseDevice()
  .deadline(60)
  .run(async (context) => {
    const { exporter, handleType, source, ended, command, syncFile, expect, control, should, note } = context;
    const target = await exporter.semaphore();
    const batch = await WorkBehindWait.prepare(context, exporter, command);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    const kept = file.handle.duplicate();
    if (ended === 'before-import') file.closeSource();
    const hasError = (kept.syncFileInfo()?.status ?? 0) < 0;
    const imported = await target.tryImport(file.handle, handleType, 'temporary');
    // Nothing says what an error is to an import; a file without one is like any other.
    expect<Result>('result of the import', imported).toBeOneOf(
      hasError ? ['VK_SUCCESS', refusal] : ['VK_SUCCESS'],
    );
    if (imported === refusal) {
      should<Result>('an import of a sync file that has ended with an error', imported).toBe('VK_SUCCESS');
      return;
    }
    if (ended === 'behind-import') file.closeSource();
    batch.submit([{ semaphore: target }]);
    if (ended === 'behind-submission') {
      await expectHeldBack(context, batch, file, 'before the end of the sync file');
      file.closeSource();
    }
    const status = kept.syncFileInfo()?.status;
    control('whether the kernel says that the sync file has ended', status !== 0).toBe(true);
    const { result, contents } = await batch.end(generous);
    expect(`wait for the batch within ${generous / seconds(1)} seconds`, result).toBeOneOf(permitted);
    note(
      `the status of the sync file is ${status}; the batch ended with ${result}, what it copied is ${contents}`,
    );
    if (result === 'VK_ERROR_DEVICE_LOST') return;
    if (status === 1) expect('wait for a sync file that its source signaled', result).toBe('VK_SUCCESS');
    const fence = await exporter.fence();
    await (await exporter.queue()).submit({ fence, command });
    expect('wait on what the queue does behind it', await fence.wait(patience)).toBe('VK_SUCCESS');
  });
