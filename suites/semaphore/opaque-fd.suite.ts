import {
  exportable,
  importable,
  operation,
  peerEnds,
  semaphoreHandleKeepsPayload,
  semaphoreOfType,
  semaphoreParents,
  semaphorePayloadOutlivesProcess,
  semaphoreTypes,
  suite,
  waitAcrossHold,
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
    destroyed: semaphoreParents,
    to: ['instance', 'process'],
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(semaphoreHandleKeepsPayload);

opaque
  .case(
    'outlives-process',
    'A payload lives on with its state behind the end of the process that exported and signaled it',
  )
  .proves('semaphore.opaque-fd.outlives-process')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, end: peerEnds, imported: ['before', 'after'] })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(semaphorePayloadOutlivesProcess);
