import {
  destroySemaphoreParent,
  exportable,
  importable,
  operation,
  semaphoreOfType,
  semaphoreParents,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const global = suite(
  'semaphore.kmt',
  'How long a global share handle is good, which keeps nothing: for as long as a semaphore has its payload',
);

global
  .case(
    'good-while-shared',
    'A global handle goes on to name the payload when all that it was exported from is gone and another semaphore has the payload',
  )
  .proves('semaphore.kmt.no-reference')
  .over({
    handleType: ['OPAQUE_WIN32_KMT'],
    type: semaphoreTypes,
    destroyed: semaphoreParents,
    kept: ['instance', 'process'],
    to: ['instance', 'process'],
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(async ({ fresh, endpoint, handleType, type, destroyed, kept, to, expect, control }) => {
    const origin = await fresh();
    const source = await origin.semaphore({ type, exportAs: [handleType] });
    const handle = await source.export(handleType);
    const keeper = await endpoint(kept);
    const keeping = await keeper.semaphore({ type });
    await keeping.import(handle, handleType, 'permanent');
    await signalThrough(origin, operation(type, source, 1n));
    await destroySemaphoreParent({ source, origin }, destroyed);
    expect(
      'wait of the sharer that is left on the signal from before the destruction',
      await waitThrough(keeper, operation(type, keeping, 1n)),
    ).toBe('VK_SUCCESS');
    const importer = await endpoint(to);
    const target = await importer.semaphore({ type });
    expect(
      'result of an import of the handle behind the destruction',
      await target.tryImport(handle, handleType, 'permanent'),
    ).toBe('VK_SUCCESS');
    const there = await waitAcrossHold({
      signal: { ...operation(type, keeping, 2n), through: keeper },
      wait: { ...operation(type, target, 2n), through: importer },
    });
    control('wait on that import while a signal of the other sharer is held', there.held).toBe('VK_TIMEOUT');
    expect('wait on that import behind the signal', there.released).toBe('VK_SUCCESS');
    const back = await waitAcrossHold({
      signal: { ...operation(type, target, 3n), through: importer },
      wait: { ...operation(type, keeping, 3n), through: keeper },
    });
    expect('wait of the other sharer behind a signal through that import', back.released).toBe('VK_SUCCESS');
  });

global
  .case(
    'outlives-exporting-process',
    'A global handle goes on to name the payload behind the end of the process that exported it while a semaphore of another has the payload',
  )
  .proves('semaphore.kmt.no-reference')
  .over({ handleType: ['OPAQUE_WIN32_KMT'], type: semaphoreTypes, end: ['exit', 'kill'] })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(async ({ exporter: importer, endpoint, endPeer, handleType, type, end, expect, control }) => {
    const peer = await endpoint('process');
    const source = await peer.semaphore({ type, exportAs: [handleType] });
    const handle = await source.export(handleType);
    const keeping = await importer.semaphore({ type });
    await keeping.import(handle, handleType, 'permanent');
    await signalThrough(peer, operation(type, source, 7n));
    await endPeer(end);
    expect(
      'wait on the signal from before the end of the process',
      await waitThrough(importer, operation(type, keeping, 7n)),
    ).toBe('VK_SUCCESS');
    const target = await importer.semaphore({ type });
    expect(
      'result of an import of the handle behind the end of the process',
      await target.tryImport(handle, handleType, 'permanent'),
    ).toBe('VK_SUCCESS');
    const next = await waitAcrossHold({
      signal: { ...operation(type, keeping, 8n), through: importer },
      wait: { ...operation(type, target, 8n), through: importer },
    });
    control('wait on that import while the next signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait on that import behind the next signal', next.released).toBe('VK_SUCCESS');
  });
