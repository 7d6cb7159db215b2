import {
  binarySemaphoreReferenceTypes,
  type CaseContext,
  controlPending,
  type Endpoint,
  type ExternalHandle,
  exportable,
  generous,
  handlesOf,
  immediately,
  importable,
  milliseconds,
  type Nanoseconds,
  patience,
  type Result,
  resultsInRace,
  type Semaphore,
  type SemaphoreHandleType,
  type SubmitCommand,
  seconds,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  timedWait,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const violating = suite(
  'semaphore.violation',
  'What a sharer may cost that leaves a payload unfit for what another process does with it',
);

const violations = ['signal-stolen', 'signaled-twice'] as const;

/** Enough for an implementation whose timeout a case that goes on behind it can wait for. */
const brief = seconds(1);

/** Well above two generous waits. */
const caseSeconds = 60;

/** What the chapter on shared payloads permits of a submission; the device may be lost later as well. */
const permitted: readonly Result[] = [...resultsInRace, 'VK_ERROR_DEVICE_LOST'];

interface Sharers {
  readonly exporter: Endpoint;
  readonly peer: Endpoint;
  readonly source: Semaphore;
  readonly target: Semaphore;
  /** A handle of the payload for one more import. */
  readonly handles: () => Promise<ExternalHandle>;
}

/** Two processes that share a payload, which is first seen to work between them. */
async function sharers(
  { exporter, endpoint, control }: Pick<CaseContext, 'exporter' | 'endpoint' | 'control'>,
  handleType: SemaphoreHandleType,
): Promise<Sharers> {
  const peer = await endpoint('process');
  const source = await exporter.semaphore({ exportAs: [handleType] });
  const target = await peer.semaphore();
  const handles = handlesOf(source, handleType);
  await target.import(await handles(), handleType, 'permanent');
  const wait = await waitAcrossHold({
    signal: { semaphore: source, through: exporter },
    wait: { semaphore: target, through: peer },
  });
  control('wait of the peer while the signal is held', wait.held).toBe('VK_TIMEOUT');
  control('wait of the peer behind the signal', wait.released).toBe('VK_SUCCESS');
  return { exporter, peer, source, target, handles };
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** What the peer does for one violation, behind what it does for another: its queue takes one thread at a time. */
function inTurn<T>(action: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(action);
  lastTurn = turn.catch(() => {});
  return turn;
}

/**
 * Has the peer take the signal that this process is about to wait for, or signal what this process is about to
 * signal: each by itself keeps the rules of its semaphore.
 * @returns what came of the operation of this process: VK_TIMEOUT where it is pending still
 */
async function violate(
  { exporter, peer, source, target }: Pick<Sharers, 'exporter' | 'peer' | 'source' | 'target'>,
  violation: (typeof violations)[number],
  { command, within }: { readonly command: SubmitCommand; readonly within: Nanoseconds },
  { expect }: Pick<CaseContext, 'expect'>,
): Promise<Result> {
  const queue = await exporter.queue();
  const attempt = async (operation: string, kind: 'wait' | 'signal'): Promise<Result> => {
    const what = `${command}: ${operation}`;
    const fence = await exporter.fence();
    const submitted = await queue.trySubmit({ [kind]: [{ semaphore: source }], fence, command });
    expect(`${what}: result of the submission`, submitted).toBeOneOf(permitted);
    if (submitted !== 'VK_SUCCESS') return submitted;
    const result = await fence.wait(within);
    if (result === 'VK_SUCCESS') return result;
    if (result !== 'VK_TIMEOUT') return result;
    await inTurn<unknown>(() =>
      kind === 'wait' ? signalThrough(peer, { semaphore: target }) : waitThrough(peer, { semaphore: target }),
    );
    expect(`${what}, behind what the peer did to free it`, await fence.wait(patience)).toBe('VK_SUCCESS');
    return result;
  };
  if (violation === 'signal-stolen') {
    await signalThrough(exporter, { semaphore: source });
    expect('wait of the peer', await inTurn(() => waitThrough(peer, { semaphore: target }))).toBe(
      'VK_SUCCESS',
    );
    return attempt('wait for the signal that the peer has taken', 'wait');
  }
  await inTurn(() => signalThrough(peer, { semaphore: target }));
  const signaled = await attempt('signal of the payload that the peer has signaled', 'signal');
  if (signaled !== 'VK_SUCCESS') return signaled;
  return attempt('wait behind two signals', 'wait');
}

violating
  .case(
    'effects-bounded',
    'An operation on a payload that a peer has left unfit for it ends: with an error, with the loss of the device, or as if it had completed',
  )
  .proves('semaphore.shared.violation-effects-bounded')
  .over({ handleType: binarySemaphoreReferenceTypes, violation: violations })
  .needs(exportable('binary semaphore'), importable('binary semaphore'))
  .withPeer()
  .mayLoseDevice()
  .deadline(caseSeconds)
  .run(async (context) => {
    const { handleType, violation, device, endpoint, expect, note } = context;
    // A command and a device each, so that what does not end is waited for once.
    const violated: (Sharers & { readonly command: SubmitCommand })[] = [
      { command: submitCommands[0], ...(await sharers(context, handleType)) },
    ];
    if (device.features.synchronization2) {
      const other = { ...context, exporter: await endpoint('instance') };
      violated.push({ command: submitCommands[1], ...(await sharers(other, handleType)) });
    }
    const ended = violated.map(async ({ command, ...shared }) => {
      const result = await violate(shared, violation, { command, within: generous }, context);
      note(
        `${command}: ${result === 'VK_TIMEOUT' ? 'it was pending still when the peer freed it' : `it ended with ${result}`}`,
      );
      expect(
        `what the peer left unfit for ${command}, within ${generous / seconds(1)} seconds`,
        result,
      ).toBeOneOf(permitted);
      if (result === 'VK_ERROR_DEVICE_LOST') return;
      const fence = await shared.exporter.fence();
      await (await shared.exporter.queue()).submit({ fence, command });
      expect(`${command}: wait on what the queue does behind it`, await fence.wait(patience)).toBe(
        'VK_SUCCESS',
      );
    });
    await Promise.allSettled(ended); // what fails in one is not to leave the other on its way
    await Promise.all(ended);
  });

violating
  .case(
    'recover-by-reimport',
    'Behind such a violation an import of another payload, or a new semaphore, is well-defined again',
  )
  .proves('semaphore.shared.recover-by-reimport')
  .over({ handleType: binarySemaphoreReferenceTypes, violation: violations, recovery: ['import', 'destroy'] })
  .needs(exportable('binary semaphore'), importable('binary semaphore'))
  .withPeer()
  .mayLoseDevice()
  .deadline(caseSeconds)
  .run(async (context) => {
    const { handleType, violation, recovery, expect, note } = context;
    const { exporter, peer, ...poisoned } = await sharers(context, handleType);
    const result = await violate(
      { exporter, peer, ...poisoned },
      violation,
      { command: 'vkQueueSubmit', within: brief },
      context,
    );
    if (result !== 'VK_SUCCESS') {
      const how = result === 'VK_TIMEOUT' ? 'it was freed by the peer' : `it ended with ${result}`;
      note(`${how}, so that there is nothing to recover from`);
      if (result === 'VK_ERROR_DEVICE_LOST') return;
    }
    let { source, target } = poisoned;
    const fresh = await exporter.semaphore({ exportAs: [handleType] });
    const handles = handlesOf(fresh, handleType);
    if (recovery === 'destroy') {
      await source.destroy();
      await target.destroy();
      [source, target] = [fresh, await peer.semaphore()];
    } else await source.import(await handles(), handleType, 'permanent');
    await target.import(await handles(), handleType, 'permanent');
    for (let round = 1; round <= 3; round += 1) {
      const wait = await waitAcrossHold({
        signal: { semaphore: source, through: exporter },
        wait: { semaphore: target, through: peer },
      });
      expect(`round ${round}: wait of the peer while the signal is held`, wait.held).toBe('VK_TIMEOUT');
      expect(`round ${round}: wait of the peer behind the signal`, wait.released).toBe('VK_SUCCESS');
      await signalThrough(peer, { semaphore: target });
      expect(`round ${round}: wait on the way back`, await waitThrough(exporter, { semaphore: source })).toBe(
        'VK_SUCCESS',
      );
    }
  });

/** Milliseconds of work in front of the signal that never comes, because its process is killed in the midst of it. */
const peerLoadMs = 400;
/** What a wait of 20 ms has long ended before. */
const signalAfterMs = 1500;

violating
  .case(
    'killed-peer',
    'Host waits for a batch that waits for what a killed process was about to signal end with their timeouts, and another sharer can signal it still',
  )
  .proves('semaphore.shared.violation-effects-bounded')
  .over({ handleType: binarySemaphoreReferenceTypes, timeout: ['zero', 'finite'], command: submitCommands })
  .needs(exportable('binary semaphore'), importable('binary semaphore'), submitCommand)
  .withPeer()
  .mayLoseDevice()
  .deadline(caseSeconds)
  .run(async (context) => {
    const { handleType, timeout, command, endpoint, endPeer, expect, note } = context;
    const { exporter, peer, source, target, handles } = await sharers(context, handleType);
    const other = await endpoint('instance');
    const near = await other.semaphore();
    await near.import(await handles(), handleType, 'permanent');
    const held = await (await peer.queue()).hold(
      { signal: [{ semaphore: target }], command },
      { load: peerLoadMs },
    );
    const [queue, fence] = [await exporter.queue(), await exporter.fence()];
    const submission = queue.trySubmit({ wait: [{ semaphore: source }], fence, command });
    await controlPending(context, 'the work of the peer before its signal', held);
    await endPeer('kill');
    const submitted = await submission;
    expect('result of the submission', submitted).toBeOneOf(permitted);
    if (submitted !== 'VK_SUCCESS') return;
    // The queue that waits can not free itself.
    const freeing = () => signalThrough(other, { semaphore: near });
    const waited = await timedWait(
      () => fence.wait(timeout === 'zero' ? immediately : milliseconds(20)),
      signalAfterMs,
      freeing,
    );
    expect('whether a wait for the batch ended only with a signal', waited.neededSignal).toBe(false);
    expect('result of that wait', waited.result).toBeOneOf(['VK_SUCCESS', 'VK_TIMEOUT']);
    if (waited.result === 'VK_SUCCESS') {
      note('the batch went on without the signal');
      return;
    }
    await freeing();
    expect('the batch, behind a signal by another sharer', await fence.wait(patience)).toBe('VK_SUCCESS');
  });
