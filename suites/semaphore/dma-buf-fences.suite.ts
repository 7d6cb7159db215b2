import {
  controlUnsignaled,
  dmaBufFences,
  dmaBufProducer,
  dmaBufProducers,
  expectDone,
  expectHeldBack,
  exportable,
  exportWhilePending,
  gaveDescriptor,
  genuineSyncFiles,
  importAtOnce,
  importable,
  pairwise,
  patience,
  reaches,
  semaphoreIn,
  stillPending,
  submitCommand,
  submitCommands,
  suite,
  syncFileSource,
  syncFileSources,
  WorkBehindWait,
} from '../../harness/cases';

const fences = suite(
  'semaphore.dma-buf-fences',
  'Semaphores that imported what the kernel exports of the fences which a dma-buf carries for its users',
);

const axes = {
  handleType: ['SYNC_FD'],
  producer: dmaBufProducers.filter((producer) => producer !== 'memfd'),
  command: submitCommands,
  reach: reaches,
} as const;
const busyAxes = { ...axes, source: syncFileSources, users: [1, 2] } as const;
const bytes = 65_536;
const patienceMs = Number(patience) / 1e6;

fences
  .case('idle', 'A queue that waits for the sync file of a dma-buf which nobody uses goes on')
  .proves('semaphore.sync-fd.accepts-any-native')
  .over(axes)
  .where(pairwise(axes, ['producer']))
  .needs(importable('binary semaphore'), submitCommand, dmaBufProducer, dmaBufFences)
  .run(async ({ importer, handleType, producer, command, foreignDmaBuf, expect, control }) => {
    const semaphore = await importer.semaphore();
    const done = await importer.fence();
    const file = foreignDmaBuf(producer, bytes).fences();
    control('kind of the handle', file.kind()).toBe('sync_file');
    const result = await semaphore.tryImport(file, handleType, 'temporary');
    expect('result of the import', result).toBe('VK_SUCCESS');
    control('status of the fence before the batch', await done.status()).toBe('VK_NOT_READY');
    await (await importer.queue()).submit({ wait: [{ semaphore }], fence: done, command });
    expect('wait on the fence of the batch', await done.wait(patience)).toBe('VK_SUCCESS');
  });

fences
  .case(
    'busy',
    'Work behind a wait for the sync file of a dma-buf which others still use is done once the last of them is done, and none of it before',
  )
  .proves('semaphore.sync-fd.accepts-any-native')
  .over(busyAxes)
  .where(pairwise(busyAxes, ['producer', 'source']))
  .needs(importable('binary semaphore'), submitCommand, dmaBufProducer, dmaBufFences, syncFileSource)
  .run(async (context) => {
    const { importer, producer, source, users, command, foreignDmaBuf, syncFile, control } = context;
    const semaphore = await importer.semaphore();
    const batch = await WorkBehindWait.prepare(context, importer, command);
    const dmaBuf = foreignDmaBuf(producer, bytes);
    const uses = Array.from({ length: users }, () => syncFile(source));
    await controlUnsignaled(context, ...uses);
    for (const { handle } of uses)
      control('what giving the fence to the dma-buf gives', dmaBuf.attachSyncFile(handle)).toBe('accepted');
    await importAtOnce(context, semaphore, dmaBuf.fences());
    batch.submit([{ semaphore }]);
    for (const [finished, use] of uses.entries()) {
      const left = uses.slice(finished);
      await expectHeldBack(context, batch, left, `when ${finished} of ${users} users are done`);
      use.signal();
    }
    await expectDone(context, batch, 'when all users are done');
  });

fences
  .case(
    'attached',
    'A dma-buf takes the sync file that a semaphore exports for one of its fences, and is ready once the payload is signaled',
  )
  .proves('semaphore.export-fd.sync-native-usable')
  .over({
    handleType: ['SYNC_FD'],
    producer: axes.producer,
    attached: ['before-signal', 'behind-signal'],
  })
  .needs(exportable('binary semaphore'), genuineSyncFiles, dmaBufProducer, dmaBufFences)
  .run(async (context) => {
    const { exporter, handleType, producer, attached, foreignDmaBuf, expect, control } = context;
    const dmaBuf = foreignDmaBuf(producer, bytes);
    control('state of the dma-buf before anybody uses it', await dmaBuf.poll(0)).toBe('ready');
    const { semaphore, held } = await semaphoreIn(exporter, 'pending', { handleType });
    if (held === undefined) return;
    const { handle: file } = await exportWhilePending(semaphore, handleType, held);
    if (attached === 'behind-signal') await held.release();
    if (!gaveDescriptor(file, context)) return;
    expect('what giving the sync file to the dma-buf gives', dmaBuf.attachSyncFile(file)).toBe('accepted');
    if (attached === 'before-signal') {
      const before = await dmaBuf.poll(0);
      if (await stillPending(context, 'the look at the dma-buf', held))
        expect('state of the dma-buf while the payload is pending', before).toBe('not-ready');
      await held.release();
    }
    expect('state of the dma-buf behind the signal', await dmaBuf.poll(patienceMs)).toBe('ready');
  });
