import { peerEnds, suite } from '../../cases';

const ending = suite('self-test.peer', 'A case ends its peer, and the next finds another');

ending
  .case('ends', 'Ends the peer, behind which nothing of it answers')
  .proves('fence.create.exportable-initial-state')
  .over({ end: peerEnds, turn: [1, 2] })
  .withPeer()
  .run(async ({ endpoint, endPeer, end, expect, control }) => {
    const fence = await (await endpoint('process')).fence({ signaled: true });
    control('status of a fence of the peer', await fence.status()).toBe('VK_SUCCESS');
    await endPeer(end);
    const [asked] = await Promise.allSettled([fence.status()]);
    expect('what became of a question to the peer behind its end', asked?.status).toBe('rejected');
  });
