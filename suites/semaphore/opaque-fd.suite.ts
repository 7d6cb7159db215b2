import {
  type Endpoint,
  exportable,
  importable,
  operation,
  peerEnds,
  semaphoreOfType,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const opaque = suite(
  'semaphore.opaque-fd',
  'What the operating system may do to an OPAQUE_FD descriptor of a semaphore',
);

opaque
  .case('dup-family', 'A descriptor and its duplicates can each be imported, whichever of them is closed')
  .proves('semaphore.opaque-fd.dup-family')
  .over({
    handleType: ['OPAQUE_FD'],
    type: semaphoreTypes,
    how: ['dup', 'dup2', 'dup3', 'F_DUPFD_CLOEXEC'],
    imported: ['original', 'duplicate'],
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, endpoint, handleType, type, how, imported, expect, control }) => {
    const importer = await endpoint('instance');
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const original = await source.export(handleType);
    const duplicate = original.duplicate(how);
    const [kept, closed] = imported === 'original' ? [original, duplicate] : [duplicate, original];
    closed.close();
    const target = await importer.semaphore({ type });
    await target.import(kept, handleType, 'permanent');
    const wait = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
    });
    control(`wait on an import of the ${imported} while the signal is held`, wait.held).toBe('VK_TIMEOUT');
    expect(`wait on an import of the ${imported} behind the signal`, wait.released).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'scm-rights',
    'A descriptor that went over a Unix socket can be imported, and the payload is shared both ways',
  )
  .proves('semaphore.opaque-fd.scm-rights')
  .over({
    handleType: ['OPAQUE_FD'],
    type: semaphoreTypes,
    to: ['itself', 'peer'],
    passed: ['original', 'duplicate'],
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(async ({ exporter, endpoint, throughSocket, handleType, type, to, passed, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const exported = await source.export(handleType);
    const handle = passed === 'original' ? exported : exported.duplicate();
    const importer = await endpoint(to === 'peer' ? 'process' : 'instance');
    const target = await importer.semaphore({ type });
    await target.import(to === 'peer' ? handle : await throughSocket(handle), handleType, 'permanent');
    const there = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
    });
    control('wait at the receiver while the signal is held', there.held).toBe('VK_TIMEOUT');
    expect('wait at the receiver behind the signal', there.released).toBe('VK_SUCCESS');
    const back = await waitAcrossHold({
      signal: { ...operation(type, target, 2n), through: importer },
      wait: { ...operation(type, source, 2n), through: exporter },
    });
    control('wait at the sender while the signal is held', back.held).toBe('VK_TIMEOUT');
    expect('wait at the sender behind the signal', back.released).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'keeps-payload-alive',
    'A descriptor keeps the payload and its state when all that it was exported from is gone',
  )
  .proves('semaphore.opaque-fd.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_FD'],
    type: semaphoreTypes,
    destroyed: ['object', 'device', 'instance'],
    to: ['instance', 'process'],
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(async ({ exporter, endpoint, fresh, handleType, type, destroyed, to, expect, control }) => {
    const origin = await fresh();
    const source = await origin.semaphore({ type, exportAs: [handleType] });
    await signalThrough(origin, operation(type, source, 1n));
    const handle = await source.export(handleType);
    const another = handle.duplicate();
    if (destroyed === 'object') await source.destroy();
    else if (destroyed === 'device') await origin.destroyDevice();
    else await origin.destroyInstance();
    const importer: Endpoint = await endpoint(to);
    const target = await importer.semaphore({ type });
    await target.import(handle, handleType, 'permanent');
    expect(
      'wait on the signal from before the destruction',
      await waitThrough(importer, operation(type, target, 1n)),
    ).toBe('VK_SUCCESS');
    const sharer = await exporter.semaphore({ type });
    await sharer.import(another, handleType, 'permanent');
    const wait = await waitAcrossHold({
      signal: { ...operation(type, sharer, 2n), through: exporter },
      wait: { ...operation(type, target, 2n), through: importer },
    });
    control('wait on the payload while the next signal is held', wait.held).toBe('VK_TIMEOUT');
    expect('wait on the payload behind the next signal', wait.released).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'outlives-process',
    'A payload lives on with its state behind the end of the process that exported and signaled it',
  )
  .proves('semaphore.opaque-fd.outlives-process')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, end: peerEnds, imported: ['before', 'after'] })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(
    async ({ exporter: importer, endpoint, endPeer, handleType, type, end, imported, expect, control }) => {
      const peer = await endpoint('process');
      const source = await peer.semaphore({ type, exportAs: [handleType] });
      const handle = await source.export(handleType);
      const another = handle.duplicate();
      const target = await importer.semaphore({ type });
      if (imported === 'before') await target.import(handle, handleType, 'permanent');
      else {
        const own = { ...operation(type, target, 1n), through: importer };
        const wait = await waitAcrossHold({ signal: own, wait: own });
        control('wait on the target while its own signal is held', wait.held).toBe('VK_TIMEOUT');
      }
      await signalThrough(peer, operation(type, source, 7n));
      await endPeer(end);
      if (imported === 'after') await target.import(handle, handleType, 'permanent');
      if (type === 'timeline')
        expect('counter behind the end of the process', await target.counter()).toBe(7n);
      expect(
        'wait on the signal from before the end of the process',
        await waitThrough(importer, operation(type, target, 7n)),
      ).toBe('VK_SUCCESS');
      const sharer = await importer.semaphore({ type });
      await sharer.import(another, handleType, 'permanent');
      const next = await waitAcrossHold({
        signal: { ...operation(type, sharer, 8n), through: importer },
        wait: { ...operation(type, target, 8n), through: importer },
      });
      control('wait on the payload while the next signal is held', next.held).toBe('VK_TIMEOUT');
      expect('wait on the payload behind the next signal', next.released).toBe('VK_SUCCESS');
    },
  );
