import {
  accessRights,
  exportable,
  importable,
  operation,
  peerEnds,
  reaches,
  semaphoreHandleKeepsPayload,
  semaphoreOfType,
  semaphoreParents,
  semaphorePayloadOutlivesProcess,
  semaphoreTypes,
  suite,
  waitAcrossHold,
} from '../../harness/cases';

const opaque = suite(
  'semaphore.opaque-win32',
  'Opaque NT handles of semaphores as handles: duplicated, compared, and outliving the semaphore',
);

opaque
  .case(
    'native-calls',
    'An opaque NT handle is one to the calls of the system; a duplicate refers to the same object and imports as well, whichever of them is left',
  )
  .proves('semaphore.opaque-win32.native-calls')
  .over({
    handleType: ['OPAQUE_WIN32'],
    type: semaphoreTypes,
    imported: ['original', 'duplicate', 'duplicate-of-duplicate'],
    reach: reaches,
  })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, imported, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const unrelated = await (await exporter.semaphore({ type, exportAs: [handleType] })).export(handleType);
    const original = await source.export(handleType);
    expect('whether GetHandleInformation knows the handle', original.isOpen()).toBe(true);
    const duplicate = original.duplicate();
    expect('what a duplicate refers to, compared', original.refersToSameAs(duplicate)).toDifferFrom(
      'different',
    );
    control(
      'what the handle of another semaphore refers to, compared',
      original.refersToSameAs(unrelated),
    ).toDifferFrom('same');
    for (const on of [true, false]) {
      original.setInheritable(on);
      expect(`HANDLE_FLAG_INHERIT behind SetHandleInformation of ${on}`, original.isInheritable()).toBe(on);
    }
    expect('rights of a duplicate made with the same access', accessRights(duplicate.access())).toBe(
      accessRights(original.access()),
    );
    const another = imported === 'duplicate-of-duplicate' ? duplicate.duplicate() : duplicate;
    if (another !== duplicate) duplicate.close();
    const [kept, closed] = imported === 'original' ? [original, another] : [another, original];
    closed.close();
    expect('whether the handle that is left is open', kept.isOpen()).toBe(true);
    const target = await importer.semaphore({ type });
    await target.import(kept, handleType, 'permanent');
    kept.close();
    const wait = await waitAcrossHold({
      signal: { ...operation(type, source, 1n), through: exporter },
      wait: { ...operation(type, target, 1n), through: importer },
    });
    control(`wait on an import of the ${imported} while the signal is held`, wait.held).toBe('VK_TIMEOUT');
    expect(`wait on an import of the ${imported} behind the signal`, wait.released).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'keeps-payload-alive',
    'An opaque NT handle keeps the payload and its state when all that it was exported from is gone',
  )
  .proves('semaphore.opaque-win32.native-calls')
  .over({
    handleType: ['OPAQUE_WIN32'],
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
  .proves('semaphore.opaque-win32.native-calls')
  .over({ handleType: ['OPAQUE_WIN32'], type: semaphoreTypes, end: peerEnds, imported: ['before', 'after'] })
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .withPeer()
  .run(semaphorePayloadOutlivesProcess);
