import {
  dmaBufFences,
  dmaBufProducer,
  dmaBufProducers,
  exportable,
  genuineSyncFiles,
  immediately,
  importable,
  milliseconds,
  pairwise,
  patience,
  reaches,
  suite,
  syncFileSource,
  syncFileSources,
  whileHeld,
  whilePending,
} from '../../harness/cases';

const fences = suite(
  'fence.dma-buf-fences',
  'Fences that imported what the kernel exports of the fences which a dma-buf carries for its users',
);

const axes = {
  handleType: ['SYNC_FD'],
  producer: dmaBufProducers.filter((producer) => producer !== 'memfd'),
} as const;
const busyAxes = { ...axes, source: syncFileSources, users: [1, 2], reach: reaches } as const;
const bytes = 65_536;
const patienceMs = Number(patience) / 1e6;

fences
  .case('idle', 'The sync file of a dma-buf that nobody uses is imported, and is signaled')
  .proves('fence.sync-fd.accepts-any-native')
  .over({ ...axes, reach: reaches })
  .needs(importable('fence'), dmaBufProducer, dmaBufFences)
  .run(async ({ importer, handleType, producer, foreignDmaBuf, expect, control }) => {
    const target = await importer.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const file = foreignDmaBuf(producer, bytes).fences();
    control('kind of the handle', file.kind()).toBe('sync_file');
    expect('result of the import', await target.tryImport(file, handleType, 'temporary')).toBe('VK_SUCCESS');
    expect('status of the target', await target.status()).toBe('VK_SUCCESS');
    expect('wait on the target', await target.wait(immediately)).toBe('VK_SUCCESS');
  });

fences
  .case(
    'busy',
    'The sync file of a dma-buf that others still use is imported, and is signaled when the last of them is done',
  )
  .proves('fence.sync-fd.accepts-any-native')
  .over(busyAxes)
  .where(pairwise(busyAxes, ['producer', 'source']))
  .needs(importable('fence'), dmaBufProducer, dmaBufFences, syncFileSource)
  .run(
    async ({ importer, handleType, producer, source, users, foreignDmaBuf, syncFile, expect, control }) => {
      const target = await importer.fence();
      const dmaBuf = foreignDmaBuf(producer, bytes);
      control('state of the dma-buf before anybody uses it', await dmaBuf.poll(0)).toBe('ready');
      const uses = Array.from({ length: users }, () => syncFile(source));
      for (const { handle } of uses)
        control('what giving the fence to the dma-buf gives', dmaBuf.attachSyncFile(handle)).toBe('accepted');
      const result = await target.tryImport(dmaBuf.fences(), handleType, 'temporary');
      expect('result of the import', result).toBe('VK_SUCCESS');
      for (const [done, use] of uses.entries()) {
        const [status, waited] = await whilePending(use, 'the target', async () => [
          await target.status(),
          await target.wait(milliseconds(20)),
        ]);
        expect(`status of the target when ${done} of ${users} users are done`, status).toBe('VK_NOT_READY');
        expect(`wait on it when ${done} of ${users} users are done`, waited).toBe('VK_TIMEOUT');
        use.signal();
      }
      expect('wait on the target when all are done', await target.wait(patience)).toBe('VK_SUCCESS');
      expect('status of the target then', await target.status()).toBe('VK_SUCCESS');
    },
  );

fences
  .case(
    'attached',
    'A dma-buf takes the sync file that a fence exports for one of its fences, and is ready once the payload is signaled',
  )
  .proves('fence.export-fd.sync-native-usable')
  .over({ ...axes, attached: ['before-signal', 'behind-signal'] })
  .needs(exportable('fence'), genuineSyncFiles, dmaBufProducer, dmaBufFences)
  .run(async ({ exporter, handleType, producer, attached, foreignDmaBuf, expect, control, should }) => {
    const dmaBuf = foreignDmaBuf(producer, bytes);
    control('state of the dma-buf before anybody uses it', await dmaBuf.poll(0)).toBe('ready');
    const fence = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence });
    const { value: file, neededRelease } = await whileHeld(held, () => fence.export(handleType));
    if (attached === 'behind-signal') await held.release();
    const isPending = attached === 'before-signal' && !neededRelease;
    should(
      'what the export of a pending payload gave, which the rest of the case needs',
      `${file.isMinusOne ? '-1' : 'a descriptor'}${attached === 'before-signal' && neededRelease ? ' behind the release of its work' : ''}`,
    ).toBe('a descriptor');
    if (file.isMinusOne) return;
    expect('what giving the sync file to the dma-buf gives', dmaBuf.attachSyncFile(file)).toBe('accepted');
    if (isPending)
      expect('state of the dma-buf while the payload is pending', await dmaBuf.poll(0)).toBe('not-ready');
    await held.release();
    expect('state of the dma-buf behind the signal', await dmaBuf.poll(patienceMs)).toBe('ready');
  });
