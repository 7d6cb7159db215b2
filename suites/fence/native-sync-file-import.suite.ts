import {
  type ExternalHandle,
  exportable,
  type FenceHandleType,
  importAtOnce,
  importable,
  lateClose,
  milliseconds,
  type Need,
  pairwise,
  patience,
  promptly,
  ReusedNumbers,
  reaches,
  suite,
  syncFileSource,
  syncFileSources,
  whilePending,
} from '../../harness/cases';

const native = suite(
  'fence.native-sync-file-import',
  'Imports of sync files that no Vulkan driver made: how they end, what is shared, and whose the descriptor is',
);

const axes = { handleType: ['SYNC_FD'], source: syncFileSources } as const;
const restoredAxes = {
  ...axes,
  permanentWas: ['signaled', 'unsignaled'],
  permanentOrigin: ['native', 'imported'],
  reach: reaches,
} as const;
const reference: FenceHandleType = 'OPAQUE_FD';
/** A driver may open a few descriptors of its own and keep them; far fewer than one a cycle. */
const tolerated = 8;
const cycles = 64;
const patienceMs = Number(patience) / 1e6;

/** Where the permanent payload is to be an imported one, payloads can be shared by reference. */
const originOffered: Need<{ readonly permanentOrigin: string }> = (device, { permanentOrigin }) => {
  if (permanentOrigin === 'native') return undefined;
  const parameters = { handleType: reference };
  return exportable('fence')(device, parameters) ?? importable('fence')(device, parameters);
};

native
  .case(
    'restored-by-reset',
    'A reset of a fence with a pending sync file brings back its permanent payload, unsignaled, which that file no longer signals',
  )
  .proves('fence.import.temporary-restored-by-reset', 'fence.import.temporary-reset-hits-permanent')
  .over(restoredAxes)
  .where(pairwise(restoredAxes, ['source', 'permanentOrigin']))
  .needs(importable('fence'), syncFileSource, originOffered)
  .run(async (context) => {
    const { exporter, importer, source, permanentWas, permanentOrigin, syncFile, expect, control } = context;
    const signaled = permanentWas === 'signaled';
    const shared = permanentOrigin === 'imported';
    const target = await importer.fence({ signaled: signaled && !shared });
    const permanent = shared ? await exporter.fence({ exportAs: [reference], signaled }) : target;
    if (shared) await target.import(await permanent.export(reference), reference, 'permanent');
    const before = signaled ? 'VK_SUCCESS' : 'VK_NOT_READY';
    control('status of the target with its permanent payload', await target.status()).toBe(before);
    const file = syncFile(source);
    const other = await importer.fence();
    await importAtOnce(context, other, file.handle.duplicate());
    await importAtOnce(context, target, file.handle);
    const pending = await whilePending(file, 'the status', () => target.status());
    control('status of the target with the sync file', pending).toBe('VK_NOT_READY');
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
    file.signal();
    control('wait on another fence with that file, behind its signal', await other.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    expect('status of the target behind the signal of the file', await target.status()).toBe('VK_NOT_READY');
    expect('wait on it', await target.wait(milliseconds(20))).toBe('VK_TIMEOUT');
    await (await (shared ? exporter : importer).queue()).submit({ fence: permanent });
    expect('wait on the target behind a signal of its permanent payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });

native
  .case(
    'another-import',
    'A fence goes by the sync file that it imported last, and a reset brings back its permanent payload and none that was imported before',
  )
  .proves('fence.import.temporary-stacked', 'fence.import.replaces-signaled-local-state')
  .over({ ...axes, before: ['pending', 'signaled', 'minus-one'] })
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { importer, handleType, source, before, syncFile, minusOne, expect, control } = context;
    const target = await importer.fence();
    const [first, last] = [syncFile(source), syncFile(source)];
    if (before === 'signaled') first.signal();
    if (before === 'minus-one') await target.import(minusOne(), handleType, 'temporary');
    else await importAtOnce(context, target, first.handle.duplicate());
    const asked = () => target.status();
    control(
      'status of the target with the first payload',
      await (before === 'pending' ? whilePending(first, 'the status', asked) : asked()),
    ).toBe(before === 'pending' ? 'VK_NOT_READY' : 'VK_SUCCESS');
    await importAtOnce(context, target, last.handle);
    if (before === 'pending') first.signal();
    const pending = await whilePending(last, 'the status', () => target.status());
    expect('status of the target with the last payload', pending).toBe('VK_NOT_READY');
    const wait = await whilePending(last, 'a wait', () => target.wait(milliseconds(20)));
    expect('wait on the target with the last payload', wait).toBe('VK_TIMEOUT');
    last.signal();
    expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    expect('status of the target behind its reset', await target.status()).toBe('VK_NOT_READY');
  });

native
  .case(
    'duplicates',
    'Fences that imported duplicates of one sync file are signaled by it, each for itself: a reset or the destruction of one leaves the others alone',
  )
  .proves('fence.import-fd.multiple-imports', 'fence.import.copy-isolated')
  .over({ ...axes, ended: ['reset', 'destroy', 'import'], reach: reaches })
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { exporter, importer, handleType, source, ended, syncFile, minusOne, expect, control } = context;
    const fences = [await exporter.fence(), await importer.fence(), await importer.fence()] as const;
    const [first, second, third] = fences;
    const file = syncFile(source);
    await importAtOnce(context, first, file.handle.duplicate());
    await importAtOnce(context, second, file.handle.duplicate());
    await importAtOnce(context, third, file.handle);
    const endThird = async (): Promise<void> => {
      if (ended === 'reset') await third.reset();
      if (ended === 'destroy') await third.destroy();
      if (ended === 'import') await third.import(minusOne(), handleType, 'temporary');
    };
    for (const one of fences) {
      const status = await whilePending(file, 'the status', () => one.status());
      control('status of a fence with the sync file before its signal', status).toBe('VK_NOT_READY');
    }
    await whilePending(file, 'the end of an import', endThird);
    for (const one of [first, second]) {
      const status = await whilePending(file, 'the status', () => one.status());
      expect('status of a fence with the sync file behind the end of the third import', status).toBe(
        'VK_NOT_READY',
      );
    }
    file.signal();
    for (const one of [first, second])
      expect('wait on a fence with the sync file behind its signal', await one.wait(patience)).toBe(
        'VK_SUCCESS',
      );
    await first.reset();
    expect('status of the other one behind the reset of the first', await second.status()).toBe('VK_SUCCESS');
    expect('status of the first behind its reset', await first.status()).toBe('VK_NOT_READY');
  });

native
  .case(
    'destroyed-while-pending',
    'A fence with a pending sync file can be destroyed at once, which leaves the file, a fence with a duplicate of it, and a sharer of its permanent payload alone',
  )
  .proves('fence.import.destroy-while-temporary')
  .over({ ...axes, permanentOrigin: ['native', 'imported'], reach: reaches })
  .needs(importable('fence'), syncFileSource, originOffered)
  .run(async (context) => {
    const { exporter, importer, source, permanentOrigin, syncFile, expect, control } = context;
    const shared = permanentOrigin === 'imported';
    const sharer = await exporter.fence({ exportAs: shared ? [reference] : [] });
    const target = await importer.fence();
    if (shared) await target.import(await sharer.export(reference), reference, 'permanent');
    const other = await importer.fence();
    const file = syncFile(source);
    const kept = file.handle.duplicate();
    await importAtOnce(context, other, file.handle.duplicate());
    await importAtOnce(context, target, file.handle);
    const status = await whilePending(file, 'the status', () => target.status());
    control('status of the target with the sync file', status).toBe('VK_NOT_READY');
    await promptly(context, 'the destruction', () => target.destroy());
    const polled = await whilePending(file, 'the sync file', () => kept.poll(0));
    expect('state of the sync file behind it', polled).toBe('not-ready');
    const remaining = await whilePending(file, 'the status', () => other.status());
    expect('status of the fence with a duplicate behind it', remaining).toBe('VK_NOT_READY');
    expect('status of the sharer behind it', await sharer.status()).toBe('VK_NOT_READY');
    file.signal();
    expect('state of the sync file behind its signal', await kept.poll(patienceMs)).toBe('ready');
    expect('wait on the fence with a duplicate', await other.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the sharer behind that signal', await sharer.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence: sharer });
    expect('wait on the sharer behind a submit with it', await sharer.wait(patience)).toBe('VK_SUCCESS');
  });

native
  .case(
    'takes-ownership',
    'Behind hundreds of imports of pending sync files no descriptor is left, whether the payload ended with the fence, a reset or another import',
  )
  .proves('fence.import-fd.takes-ownership')
  .over({ ...axes, endedBy: ['destroy', 'reset', 'import'] })
  .needs(importable('fence'), syncFileSource)
  .run(
    async ({ exporter, handleType, source, endedBy, syncFile, descriptors, ownHandles, expect, control }) => {
      const file = syncFile(source);
      const { handle } = file;
      const cycle = async (): Promise<void> => {
        const target = await exporter.fence();
        await target.import(handle.duplicate(), handleType, 'temporary');
        await target.wait(1n);
        if (endedBy === 'import') await target.import(handle.duplicate(), handleType, 'temporary');
        if (endedBy === 'reset') await target.reset();
        await target.destroy();
      };
      for (let warmUp = 0; warmUp < 4; warmUp += 1) await cycle();
      const before = descriptors();
      const [own] = ownHandles(1) as [ExternalHandle];
      control('descriptors that appeared with one of our own', before.changes().appeared.length).toBe(1);
      own.close();
      for (let made = 0; made < cycles; made += 1) await cycle();
      await whilePending(file, 'what the imports left', lateClose);
      expect(`descriptors that appeared over ${cycles} imports`, before.changes().appeared.length).toBeAtMost(
        tolerated,
      );
    },
  );

native
  .case(
    'closes-exactly-once',
    'A file of the application that got the number of a pending sync file that was imported is not closed by a reset, another import, the signal or the destruction of the fence',
  )
  .proves('fence.import-fd.closes-exactly-once')
  .over({ ...axes, endedBy: ['destroy', 'reset', 'import', 'signal'] })
  .needs(importable('fence'), syncFileSource)
  .run(async (context) => {
    const { exporter, handleType, source, endedBy, syncFile, expect, control } = context;
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const file = syncFile(source);
    const passed = file.handle.duplicate();
    const numbers = new ReusedNumbers(context, passed);
    await importAtOnce(context, target, passed);
    numbers.take();
    if (endedBy === 'import') await target.import(file.handle.duplicate(), handleType, 'temporary');
    if (endedBy === 'reset') await target.reset();
    if (endedBy === 'signal') {
      file.signal();
      expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
    }
    numbers.take();
    if (endedBy !== 'signal') await whilePending(file, 'the end of the import', async () => {});
    await target.destroy();
    numbers.take();
    await numbers.judge();
    expect('whether the descriptor that was not imported is open', file.handle.isOpen()).toBe(true);
  });
