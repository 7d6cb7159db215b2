import {
  exportable,
  fenceParents,
  fenceStates,
  handleKeepsPayload,
  importable,
  patience,
  payloadOutlivesProcess,
  peerEnds,
  permanences,
  suite,
} from '../../harness/cases';

const opaque = suite(
  'fence.opaque-fd',
  'Opaque fence descriptors as descriptors: duplicated, sent, and outliving the fence',
);

opaque
  .case(
    'dup-family',
    'A duplicate of an opaque descriptor imports as well as the original, whichever of them is left',
  )
  .proves('fence.opaque-fd.dup-family')
  .over({
    handleType: ['OPAQUE_FD'],
    call: ['dup', 'dup2', 'dup3', 'F_DUPFD_CLOEXEC'],
    imported: ['original', 'duplicate', 'both'],
    permanence: permanences,
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, handleType, call, imported, permanence, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const original = await source.export(handleType);
    const duplicate = original.duplicate(call);
    if (imported === 'original') duplicate.close();
    if (imported === 'duplicate') original.close();
    const handles = { original: [original], duplicate: [duplicate], both: [original, duplicate] }[imported];
    const targets = [];
    for (const handle of handles) {
      const target = await exporter.fence();
      await target.import(handle, handleType, permanence);
      control('status of the target before the signal', await target.status()).toBe('VK_NOT_READY');
      targets.push(target);
    }
    await (await exporter.queue()).submit({ fence: source });
    for (const target of targets)
      expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'scm-rights',
    'An opaque descriptor that was sent over a Unix socket, and closed by its sender, is imported by the receiver with the payload',
  )
  .proves('fence.opaque-fd.scm-rights')
  .over({
    handleType: ['OPAQUE_FD'],
    route: ['to-itself', 'to-peer', 'from-peer'],
    sent: ['original', 'duplicate'],
    permanence: permanences,
  })
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .run(async ({ endpoint, throughSocket, handleType, route, sent, permanence, expect, control }) => {
    const sender = await endpoint(route === 'from-peer' ? 'process' : 'device');
    const receiver = await endpoint(route === 'to-peer' ? 'process' : 'device');
    const source = await sender.fence({ exportAs: [handleType] });
    const target = await receiver.fence();
    const exported = await source.export(handleType);
    const handle = sent === 'duplicate' ? exported.duplicate('dup') : exported;
    if (sent === 'duplicate') exported.close();
    await target.import(route === 'to-itself' ? await throughSocket(handle) : handle, handleType, permanence);
    control('status of the target before the signal', await target.status()).toBe('VK_NOT_READY');
    await (await sender.queue()).submit({ fence: source });
    expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

opaque
  .case(
    'keeps-payload-alive',
    'An opaque descriptor keeps the payload and its state behind the destruction of the fence, its device and its instance',
  )
  .proves('fence.opaque-fd.keeps-payload-alive')
  .over({
    handleType: ['OPAQUE_FD'],
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
  .proves('fence.opaque-fd.outlives-process')
  .over({
    handleType: ['OPAQUE_FD'],
    end: peerEnds,
    imported: ['before', 'after'],
    state: ['signaled', 'unsignaled'],
    permanence: permanences,
  })
  .needs(exportable('fence'), importable('fence'))
  .withPeer()
  .run(payloadOutlivesProcess);
