import {
  accessRights,
  exportable,
  fenceParents,
  fenceStates,
  handleKeepsPayload,
  importable,
  patience,
  payloadOutlivesProcess,
  peerEnds,
  permanences,
  reaches,
  suite,
} from '../../harness/cases';

const opaque = suite(
  'fence.opaque-win32',
  'Opaque NT handles of fences as handles: duplicated, compared, inherited, and outliving the fence',
);

/** Seconds for cases behind which another peer has to be started. */
const deadlineWithPeerEnd = 30;

opaque
  .case(
    'native-calls',
    'An opaque NT handle is one to the calls of the system; a duplicate refers to the same object and imports as well, whichever of them is left',
  )
  .proves('fence.opaque-win32.native-calls')
  .over({
    handleType: ['OPAQUE_WIN32'],
    imported: ['original', 'duplicate', 'duplicate-of-duplicate', 'both'],
    permanence: permanences,
    reach: reaches,
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, imported, permanence, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const unrelated = await (await exporter.fence({ exportAs: [handleType] })).export(handleType);
    const original = await source.export(handleType);
    expect('whether GetHandleInformation knows the handle', original.isOpen()).toBe(true);
    const duplicate = original.duplicate();
    expect('whether a duplicate refers to something else', original.refersToSameAs(duplicate)).toDifferFrom(
      'different',
    );
    control(
      'whether the handle of another fence refers to the same',
      original.refersToSameAs(unrelated),
    ).toDifferFrom('same');
    for (const on of [true, false]) {
      original.setInheritable(on);
      expect('HANDLE_FLAG_INHERIT as it was set', original.isInheritable()).toBe(on);
    }
    expect('rights of a duplicate made with the same access', accessRights(duplicate.access())).toBe(
      accessRights(original.access()),
    );
    const another = imported === 'duplicate-of-duplicate' ? duplicate.duplicate() : duplicate;
    if (imported === 'duplicate-of-duplicate') duplicate.close();
    if (imported === 'original') duplicate.close();
    else if (imported !== 'both') original.close();
    expect(
      'whether what is left is open',
      (imported === 'original' || imported === 'both' ? original : another).isOpen(),
    ).toBe(true);
    const handles =
      imported === 'both' ? [original, another] : [imported === 'original' ? original : another];
    const targets = [];
    for (const handle of handles) {
      const target = await importer.fence();
      await target.import(handle, handleType, permanence);
      control('status of the target before the signal', await target.status()).toBe('VK_NOT_READY');
      handle.close();
      targets.push(target);
    }
    await (await exporter.queue()).submit({ fence: source });
    for (const target of targets)
      expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'keeps-payload-alive',
    'An opaque NT handle keeps the payload and its state behind the destruction of the fence, its device and its instance',
  )
  .proves('fence.opaque-win32.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_WIN32'],
    destroyed: fenceParents,
    state: fenceStates,
    reach: ['device', 'process'],
  })
  .needs(exportable('fence'), importable('fence'))
  .run(handleKeepsPayload);

opaque
  .case(
    'outlives-process',
    'A payload lives on with its state, behind the end of the process that exported it, for those that import it before or after that',
  )
  .proves('fence.opaque-win32.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_WIN32'],
    end: peerEnds,
    imported: ['before', 'after'],
    state: ['signaled', 'unsignaled'],
    permanence: permanences,
  })
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .deadline(deadlineWithPeerEnd)
  .run(payloadOutlivesProcess);
