import {
  type Endpoint,
  type ExternalHandle,
  exportable,
  type Fence,
  type FenceHandleType,
  fenceReferenceTypes,
  handlesOf,
  immediately,
  importable,
  milliseconds,
  noTimeout,
  patience,
  type Queue,
  type Result,
  reaches,
  resultsInRace,
  type Sharer,
  sharersIdle,
  sharingPair,
  showSharing,
  suite,
  timedWait,
} from '../../harness/cases';

const race = suite(
  'fence.shared-race',
  'Signals and resets of one payload that are called at the same time through several fences',
);

type Operation = 'signal' | 'reset';

/** What two sharers do at the same time, the source first; and the states that some order of it explains. */
const pairs: Readonly<
  Record<
    'signal-signal' | 'signal-reset' | 'reset-reset',
    { readonly operations: readonly [Operation, Operation]; readonly leave: readonly Result[] }
  >
> = {
  'signal-signal': { operations: ['signal', 'signal'], leave: ['VK_SUCCESS'] },
  'signal-reset': { operations: ['signal', 'reset'], leave: ['VK_SUCCESS', 'VK_NOT_READY'] },
  'reset-reset': { operations: ['reset', 'reset'], leave: ['VK_NOT_READY'] },
};

/** Signals or resets on a thread of its own. */
async function onThread({ endpoint, fence }: Sharer, operation: Operation): Promise<Result> {
  if (operation === 'reset') return endpoint.resetFences([fence], { thread: 'worker' });
  return (await endpoint.queue()).trySubmit({ fence, thread: 'worker' });
}

function sharerOf(name: string, endpoint: Endpoint, fence: Fence): Sharer {
  return { name, endpoint, fence, permanence: 'permanent' };
}

/** A new fence that imports the payload for good. */
async function importingSharer(
  name: string,
  endpoint: Endpoint,
  handleType: FenceHandleType,
  handles: () => Promise<ExternalHandle>,
): Promise<Sharer> {
  const fence = await endpoint.fence();
  await fence.import(await handles(), handleType, 'permanent');
  return sharerOf(name, endpoint, fence);
}

race
  .case(
    'concurrent-serializable',
    'Signals and resets that are called at the same time through two sharers leave the payload as some order of them would',
  )
  .proves('fence.shared.concurrent-serializable')
  .over({
    handleType: fenceReferenceTypes,
    reach: reaches,
    operations: ['signal-signal', 'signal-reset', 'reset-reset'],
    count: [100],
  })
  // A queue takes one submission at a time.
  .where(({ reach, operations }) => reach !== 'device' || operations !== 'signal-signal')
  .needs(exportable('fence'), importable('fence'))
  .mayLoseDevice()
  .run(async ({ exporter, importer, handleType, operations, count, expect, control }) => {
    const sharers = await sharingPair(exporter, importer, handleType);
    const [source, target] = sharers;
    const { operations: called, leave } = pairs[operations];
    const before = operations === 'reset-reset' ? 'VK_SUCCESS' : 'VK_NOT_READY';
    for (let round = 1; round <= count; round += 1) {
      if (before === 'VK_SUCCESS') await (await exporter.queue()).submit({ fence: source.fence });
      await sharersIdle(sharers);
      control(`round ${round}: status before`, await target.fence.status()).toBe(before);
      const results = await Promise.all([onThread(source, called[0]), onThread(target, called[1])]);
      for (const result of results)
        expect(`round ${round}: result of a submission or reset`, result).toBeOneOf(resultsInRace);
      await sharersIdle(sharers);
      const status = await source.fence.status();
      const refused = results.some((result) => result !== 'VK_SUCCESS');
      expect(`round ${round}: status of the source`, status).toBeOneOf(
        refused ? ['VK_SUCCESS', 'VK_NOT_READY'] : leave,
      );
      expect(`round ${round}: status of the target beside it`, await target.fence.status()).toBe(status);
      await source.fence.reset();
    }
    await showSharing({ expect }, sharers);
  });

const steps = ['signal', 'wait', 'reset', 'signal', 'query', 'signal', 'reset', 'import', 'replace'] as const;

/**
 * Uses fences of one endpoint in turn, each by itself validly, whatever others do to the payload meanwhile, and puts
 * new sharers in the place of some. No two of these may run on one queue at a time.
 * @param handles gives a handle of the payload for each import of it
 */
async function useInTurn(
  queue: Queue,
  sharers: Sharer[],
  count: number,
  handleType: FenceHandleType,
  handles: () => Promise<ExternalHandle>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let made = 0; made < count; made += 1) {
    const index = made % sharers.length;
    const sharer = sharers[index] as Sharer;
    const { endpoint, fence } = sharer;
    const step = steps[(made + Math.floor(made / steps.length)) % steps.length];
    if (step === 'wait') await fence.wait(milliseconds(1));
    else if (step === 'query') await fence.status();
    else {
      await queue.waitIdle(); // the fence may not be associated with a queue command any more
      if (step === 'reset') results.push(await endpoint.resetFences([fence], { thread: 'worker' }));
      if (step === 'signal') {
        const reset = await endpoint.resetFences([fence], { thread: 'worker' });
        results.push(reset);
        if (reset !== 'VK_SUCCESS') continue;
        results.push(await queue.trySubmit({ fence, thread: 'worker' }));
      }
      if (step === 'import') await fence.import(await handles(), handleType, 'permanent');
      if (step === 'replace') {
        const other = await endpoint.fence();
        sharers[index] = { ...sharer, fence: other };
        await fence.destroy();
        await other.import(await handles(), handleType, 'permanent');
      }
    }
  }
  return results;
}

race
  .case(
    'no-crash',
    'Behind any number of signals, resets, waits, imports and destructions of sharers against each other the payload and new fences work as ever',
  )
  .proves('fence.shared.no-crash')
  .over({ handleType: fenceReferenceTypes, reach: ['instance', 'process'], sharers: [1, 4], count: [200] })
  .needs(exportable('fence'), importable('fence'))
  .mayLoseDevice()
  .run(async ({ exporter, importer, handleType, sharers, count, expect, control }) => {
    // No other call may be under way on a fence that is reset or submitted, so the source does nothing but export.
    const source = await exporter.fence({ exportAs: [handleType] });
    const handles = handlesOf(source, handleType);
    const [near, far]: [Sharer[], Sharer[]] = [[], []];
    for (let made = 1; made <= sharers; made += 1) {
      near.push(await importingSharer(`near sharer ${made}`, exporter, handleType, handles));
      far.push(await importingSharer(`far sharer ${made}`, importer, handleType, handles));
    }
    const all = (): readonly [Sharer, ...Sharer[]] => [sharerOf('source', exporter, source), ...near, ...far];
    for (const { name, fence } of all())
      control(`status of the ${name} before the race`, await fence.status()).toBe('VK_NOT_READY');
    const done = await Promise.all([
      useInTurn(await exporter.queue(), near, count, handleType, handles),
      useInTurn(await importer.queue(), far, count, handleType, handles),
    ]);
    for (const result of done.flat())
      expect('result of a submission or reset in the race', result).toBeOneOf(resultsInRace);
    await sharersIdle(all());
    await showSharing({ expect }, all());
    await showSharing({ expect }, await sharingPair(exporter, importer, handleType));
    const own = await exporter.fence();
    control('wait on a new fence before its signal', await own.wait(milliseconds(1))).toBe('VK_TIMEOUT');
    await (await exporter.queue()).submit({ fence: own });
    expect('wait on a new fence that shares nothing', await own.wait(patience)).toBe('VK_SUCCESS');
  });

const timeouts = { zero: immediately, finite: milliseconds(20), infinite: noTimeout } as const;
/** What a wait of zero or 20 ms has long ended before. */
const signalAfterMs = 1000;

race
  .case(
    'timeouts-effective',
    'Behind a race, and behind the death of a sharer, waits on those that are left end with their timeouts, and endless ones with a signal',
  )
  .proves('fence.shared.timeouts-effective')
  .over({
    handleType: fenceReferenceTypes,
    reach: ['instance', 'process'],
    behind: ['race', 'killed-peer'],
    timeout: ['zero', 'finite', 'infinite'],
  })
  .where(({ reach, behind }) => behind === 'race' || reach === 'process')
  .needs(exportable('fence'), importable('fence'))
  .mayLoseDevice()
  .run(async ({ exporter, importer, endPeer, handleType, behind, timeout, expect, control }) => {
    const source = sharerOf('source', exporter, await exporter.fence({ exportAs: [handleType] }));
    const handles = handlesOf(source.fence, handleType);
    const nearAtFirst = await importingSharer('near sharer', exporter, handleType, handles);
    const farAtFirst = await importingSharer('far sharer', importer, handleType, handles);
    control('status of the source before the race', await source.fence.status()).toBe('VK_NOT_READY');
    const [nears, fars] = [[nearAtFirst], [farAtFirst]];
    await Promise.all([
      useInTurn(await exporter.queue(), nears, 60, handleType, handles),
      useInTurn(await importer.queue(), fars, 60, handleType, handles),
    ]);
    const [near, far] = [...nears, ...fars] as [Sharer, Sharer];
    await sharersIdle([near, far]);
    await source.fence.reset();
    if (behind === 'killed-peer') {
      await (await importer.queue()).submit({ fence: far.fence });
      await endPeer('kill');
    }
    const left = behind === 'race' ? [source, near, far] : [source, near];
    for (const waiting of left) {
      const signaling = waiting === near ? source : near;
      const wait = await timedWait(
        () => waiting.fence.wait(timeouts[timeout]),
        timeout === 'infinite' ? 20 : signalAfterMs,
        async () => {
          const result = await (await signaling.endpoint.queue()).trySubmit({ fence: signaling.fence });
          expect('result of the submission that signals', result).toBeOneOf(resultsInRace);
        },
      );
      const what = `wait on the ${waiting.name} with a timeout that is ${timeout}`;
      // The signal that a killed process had pending may come, or not.
      const ends: readonly Result[] =
        behind === 'killed-peer' ? ['VK_SUCCESS', 'VK_TIMEOUT'] : ['VK_TIMEOUT'];
      if (timeout === 'infinite') expect(what, wait.result).toBe('VK_SUCCESS');
      else {
        expect(`whether a ${what} ended only with a signal`, wait.neededSignal).toBe(false);
        expect(what, wait.result).toBeOneOf(ends);
      }
      await sharersIdle(left);
      await source.fence.reset();
    }
  });
