import {
  deadlineOfHundreds,
  exportable,
  fenceIn,
  fenceParents,
  fenceStates,
  importable,
  patience,
  peerEnds,
  permanences,
  reaches,
  statusIn,
  suite,
  toleratedHandles,
} from '../../harness/cases';

const global = suite(
  'fence.kmt',
  'Global (KMT) handles of fences: they keep no payload, and last as long as one does',
);

/** Seconds for cases behind which another peer has to be started. */
const deadlineWithPeerEnd = 30;

global
  .case(
    'lasts-with-importer',
    'A global handle and the payload are still good behind the destruction of what exported it, as long as one fence has the payload',
  )
  .proves('fence.kmt.no-reference')
  .over({
    handleType: ['OPAQUE_WIN32_KMT'],
    destroyed: fenceParents,
    state: fenceStates,
    permanence: permanences,
    reach: reaches,
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ fresh, importer, handleType, destroyed, state, permanence, expect, control }) => {
    const endpoint = await fresh();
    const source = await fenceIn(endpoint, state, { exportAs: [handleType] });
    const handle = await source.fence.export(handleType);
    const target = await importer.fence({ signaled: state !== 'signaled' });
    control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
    await target.import(handle, handleType, permanence);
    expect('status of the target behind the import', await target.status()).toBe(statusIn[state]);
    await source.held?.release();
    await (await endpoint.queue()).waitIdle();
    if (destroyed === 'fence') await source.fence.destroy();
    if (destroyed === 'device') await endpoint.destroyDevice();
    if (destroyed === 'instance') await endpoint.destroyInstance();
    const now = state === 'unsignaled' ? 'unsignaled' : 'signaled';
    expect('status of the target behind the destruction', await target.status()).toBe(statusIn[now]);
    const other = await importer.fence({ signaled: now !== 'signaled' });
    expect(
      'result of another import behind the destruction',
      await other.tryImport(handle, handleType, permanence),
    ).toBe('VK_SUCCESS');
    expect('status of that fence', await other.status()).toBe(statusIn[now]);
    if (now === 'unsignaled') await (await importer.queue()).submit({ fence: target });
    expect('wait on that fence', await other.wait(patience)).toBe('VK_SUCCESS');
    expect('wait on the target', await target.wait(patience)).toBe('VK_SUCCESS');
  });

const cycles = 200;

global
  .case(
    'goes-with-last-fence',
    'Behind hundreds of fences that were exported as global handles, imported or not, and destroyed, the process has no handles left of them',
  )
  .proves('fence.kmt.no-reference')
  .over({ handleType: ['OPAQUE_WIN32_KMT'], imported: ['nowhere', 'permanent', 'temporary'] })
  .needs(exportable('fence'), importable('fence'))
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, device, handleType, imported, handleCount, ownHandles, expect, control }) => {
    const cycle = async (): Promise<void> => {
      const source = await exporter.fence({ exportAs: [handleType], signaled: true });
      const handle = await source.export(handleType);
      if (imported !== 'nowhere') {
        const target = await exporter.fence();
        await target.import(handle, handleType, imported);
        expect('status of the target behind the import', await target.status()).toBe('VK_SUCCESS');
        await target.destroy();
      }
      await source.destroy();
    };
    for (let warmUp = 0; warmUp < 4; warmUp += 1) await cycle();
    const tolerated = toleratedHandles(device, cycles, 20);
    const before = handleCount();
    const own = ownHandles(cycles);
    control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
    for (const handle of own) handle.close();
    for (let made = 0; made < cycles; made += 1) await cycle();
    expect(`handles that appeared over ${cycles} fences`, handleCount() - before).toBeAtMost(tolerated);
  });

global
  .case(
    'outlives-process',
    'A global handle and the payload are still good behind the end of the process that exported it, as long as one fence of another has the payload',
  )
  .proves('fence.kmt.no-reference')
  .over({
    handleType: ['OPAQUE_WIN32_KMT'],
    end: peerEnds,
    state: ['signaled', 'unsignaled'],
    permanence: permanences,
  })
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .deadline(deadlineWithPeerEnd)
  .run(
    async ({
      exporter: importer,
      endpoint,
      endPeer,
      handleType,
      end,
      state,
      permanence,
      expect,
      control,
    }) => {
      const peer = await endpoint('process');
      const source = await peer.fence({ exportAs: [handleType], signaled: state === 'signaled' });
      const handle = await source.export(handleType);
      const target = await importer.fence({ signaled: state !== 'signaled' });
      control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
      await target.import(handle, handleType, permanence);
      await endPeer(end);
      expect('status of the target behind the end of the process', await target.status()).toBe(
        statusIn[state],
      );
      const other = await importer.fence({ signaled: state !== 'signaled' });
      expect(
        'result of another import behind the end of the process',
        await other.tryImport(handle, handleType, permanence),
      ).toBe('VK_SUCCESS');
      expect('status of that fence', await other.status()).toBe(statusIn[state]);
      if (state === 'unsignaled') await (await importer.queue()).submit({ fence: other });
      expect('wait on the target', await target.wait(patience)).toBe('VK_SUCCESS');
    },
  );
