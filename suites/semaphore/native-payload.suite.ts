import {
  controlUnsignaled,
  type DeviceCapabilities,
  expectDone,
  expectHeldBack,
  exportable,
  importAtOnce,
  importable,
  lateClose,
  type NativeSyncFile,
  pairwise,
  ReusedNumbers,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  syncFileSource,
  syncFileSources,
  WorkBehindWait,
  waitAcrossHold,
  waitThrough,
  when,
  whilePending,
} from '../../harness/cases';

const importing = suite(
  'semaphore.native-payload',
  'How long a semaphore keeps a sync file that no driver made, and what it has behind it',
);

const handleType = ['SYNC_FD'] as const;
const source = syncFileSources;
const needed = [syncFileSource, importable('binary semaphore')] as const;

/** A permanent payload can be shared with another semaphore. */
const sharable = (device: DeviceCapabilities): string | undefined =>
  [exportable('binary semaphore'), importable('binary semaphore')]
    .map((need) => need(device, { handleType: 'OPAQUE_FD' }))
    .find((reason) => reason !== undefined);

const restored = {
  handleType,
  source,
  before: ['signaled', 'unsignaled'],
  seenBy: ['itself', 'sharer'],
  command: submitCommands,
} as const;

importing
  .case(
    'restored',
    'Behind the wait for a sync file a semaphore has the payload again that it had before the import, in its state',
  )
  .proves('semaphore.import.temporary-restores-prior-state')
  .over(restored)
  .where(pairwise(restored, ['source', 'seenBy', 'before']))
  .needs(
    ...needed,
    submitCommand,
    when(({ seenBy }: { readonly seenBy: string }) => seenBy === 'sharer', sharable),
  )
  .run(async (context) => {
    const { exporter, endpoint, source, before, seenBy, command, syncFile, expect } = context;
    const target = await exporter.semaphore(seenBy === 'sharer' ? { exportAs: ['OPAQUE_FD'] } : {});
    // A sharer of the permanent payload tells it from a temporary one that was left behind, and on a device of its own
    // it tells one that came back signaled: on the queue of the signal all that is behind the load waits for the load.
    const observer = seenBy === 'sharer' ? await endpoint('instance') : exporter;
    const seen = seenBy === 'sharer' ? await observer.semaphore() : target;
    if (seen !== target) await seen.import(await target.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
    if (before === 'signaled') await signalThrough(exporter, { semaphore: target }, command);
    const batch = await WorkBehindWait.prepare(context, exporter, command);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await importAtOnce(context, target, file.handle);
    batch.submit([{ semaphore: target }]);
    await expectHeldBack(context, batch, file, 'before the signal of the sync file');
    file.signal();
    await expectDone(context, batch, 'behind the signal of the sync file');
    if (before === 'signaled') {
      expect(
        'wait on the signal from before the import',
        await waitThrough(observer, { semaphore: seen }, command),
      ).toBe('VK_SUCCESS');
    }
    const next = await waitAcrossHold({
      signal: { semaphore: target, through: exporter },
      wait: { semaphore: seen, through: observer },
      command,
    });
    expect('wait on a new signal while that is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on a new signal behind it', next.released).toBe('VK_SUCCESS');
  });

importing
  .case(
    'restored-at-wait-submit',
    'The former payload is back as soon as a wait for a sync file is submitted, while the file is unsignaled',
  )
  .proves('semaphore.import.temporary-restored-at-wait-submit')
  .over({ handleType, source, command: submitCommands })
  .needs(...needed, sharable, submitCommand)
  .withPeer()
  .run(async (context) => {
    const { exporter, endpoint, source, command, syncFile, expect, should } = context;
    const observer = await endpoint('process');
    const target = await exporter.semaphore({ exportAs: ['OPAQUE_FD'] });
    await signalThrough(exporter, { semaphore: target }, command);
    const seen = await observer.semaphore();
    const batch = await WorkBehindWait.prepare(context, exporter, command);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    await importAtOnce(context, target, file.handle);
    batch.submit([{ semaphore: target }]);
    await expectHeldBack(context, batch, file, 'before the signal');
    // A semaphore may not be used on a second thread while a submission that names it is under way.
    const returned = await batch.returned();
    should('whether the submission comes back before the signal, which the rest needs', returned).toBe(true);
    if (returned) {
      const former = await whilePending(file, 'a wait beside it', async () => {
        await seen.import(await target.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
        return waitThrough(observer, { semaphore: seen }, command);
      });
      expect('wait on what the semaphore exports behind the submission', former).toBe('VK_SUCCESS');
    }
    file.signal();
    await expectDone(context, batch, 'behind the signal');
  });

const ends = ['wait', 'import', 'destroy'] as const;

importing
  .case(
    'descriptor-released',
    'The descriptor of a sync file is not left open behind the wait, the import or the destruction that ends its import',
  )
  .proves('semaphore.import-fd.takes-ownership')
  .over({ handleType, source, endedBy: ends, state: ['signaled', 'unsignaled'], count: [50] })
  .where(({ endedBy, state }) => endedBy !== 'wait' || state === 'signaled')
  .needs(...needed)
  .run(async (context) => {
    const { exporter, handleType, source, endedBy, state, count, descriptors, ownHandles } = context;
    const { syncFile, minusOne, expect, control } = context;
    // One file for all, of which the driver has many duplicates: those that are left open show.
    const round = async (file: NativeSyncFile): Promise<void> => {
      const target = await exporter.semaphore();
      await importAtOnce(context, target, file.handle.duplicate());
      if (endedBy === 'wait') {
        expect('wait on the import', await waitThrough(exporter, { semaphore: target })).toBe('VK_SUCCESS');
      } else if (endedBy === 'import') {
        await target.import(minusOne(), handleType, 'temporary');
        expect('wait on the import behind it', await waitThrough(exporter, { semaphore: target })).toBe(
          'VK_SUCCESS',
        );
      }
      await target.destroy();
    };
    const rounds = async (times: number): Promise<void> => {
      const file = syncFile(source);
      await controlUnsignaled(context, file);
      if (state === 'signaled') file.signal();
      for (let done = 0; done < times; done += 1) await round(file);
      if (state === 'unsignaled') await whilePending(file, 'what the imports left', async () => {});
      await lateClose();
      file.handle.close();
      file.closeSource();
    };
    await rounds(1);
    const before = descriptors().count;
    ownHandles(1);
    control('open descriptors with one more', descriptors().count).toBe(before + 1);
    await rounds(count);
    expect('open descriptors behind all imports', descriptors().count).toBeAtMost(before + 1 + count / 10);
  });

importing
  .case(
    'descriptor-closed-once',
    'A file of the application that got the number of an imported sync file is not closed by a wait, another import or the destruction of the semaphore',
  )
  .proves('semaphore.import-fd.closes-exactly-once')
  .over({ handleType, source, endedBy: ends })
  .needs(...needed)
  .run(async (context) => {
    const { exporter, handleType, source, endedBy, syncFile, minusOne, expect } = context;
    const target = await exporter.semaphore();
    const batch = await WorkBehindWait.prepare(context, exporter);
    const file = syncFile(source);
    await controlUnsignaled(context, file);
    const passed = file.handle.duplicate();
    const numbers = new ReusedNumbers(context, passed);
    await importAtOnce(context, target, passed);
    numbers.take();
    if (endedBy === 'import') await target.import(minusOne(), handleType, 'temporary');
    numbers.take();
    if (endedBy === 'wait') {
      batch.submit([{ semaphore: target }]);
      await expectHeldBack(context, batch, file, 'before the signal');
    }
    file.signal();
    if (endedBy === 'wait') await expectDone(context, batch, 'behind the signal');
    numbers.take();
    await target.destroy();
    numbers.take();
    await numbers.judge();
    expect('whether the duplicate that was not imported is open', file.handle.isOpen()).toBe(true);
  });
