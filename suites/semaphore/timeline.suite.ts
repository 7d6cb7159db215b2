import {
  exportable,
  handlesOf,
  immediately,
  importable,
  milliseconds,
  noTimeout,
  patience,
  reaches,
  type Semaphore,
  semaphoreReferenceTypes,
  signalThrough,
  submitCommand,
  submitCommands,
  suite,
  timedWait,
  waitThrough,
  waitWhileHeld,
} from '../../harness/cases';

const sharing = suite('semaphore.timeline', 'What semaphores that share a timeline payload have in common');

const handleType = semaphoreReferenceTypes;
const transfer = [exportable('timeline semaphore'), importable('timeline semaphore')] as const;
const shortly = milliseconds(20);
/** Milliseconds in which a submission comes back that does not block until its signal comes. */
const returnMs = Number(patience) / 1e6;

sharing
  .case(
    'import-adopts-counter',
    'An importing semaphore has the counter of the payload, not its own initial value',
  )
  .proves('semaphore.timeline.import-adopts-counter')
  .over({
    handleType,
    reach: reaches,
    value: [0, 7, 2 ** 40],
    ownValue: [0, 100],
    reached: ['creation', 'signal'],
  })
  .where(({ value, ownValue, reached }) => value !== ownValue && (reached === 'creation' || value > 0))
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, value, ownValue, reached, expect, control }) => {
    const start = reached === 'creation' ? BigInt(value) : 0n;
    const source = await exporter.semaphore({
      type: 'timeline',
      exportAs: [handleType],
      initialValue: start,
    });
    if (reached === 'signal') await source.signal(BigInt(value));
    const target = await importer.semaphore({ type: 'timeline', initialValue: BigInt(ownValue) });
    control('counter of the importing semaphore before the import', await target.counter()).toBe(
      BigInt(ownValue),
    );
    await target.import(await source.export(handleType), handleType, 'permanent');
    expect('counter of the importing semaphore', await target.counter()).toBe(BigInt(value));
    expect('counter of the source', await source.counter()).toBe(BigInt(value));
  });

sharing
  .case(
    'shared-host-signal',
    'A host signal through one sharer is in the counter of every other when it returns',
  )
  .proves('semaphore.timeline.shared-host-signal')
  .over({ handleType, reach: reaches, signalBy: ['exporter', 'importer'], count: [1, 200] })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, signalBy, count, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const target = await importer.semaphore({ type: 'timeline' });
    await target.import(await source.export(handleType), handleType, 'permanent');
    const [signaling, watching] = signalBy === 'exporter' ? [source, target] : [target, source];
    control('counter before any signal', await watching.counter()).toBe(0n);
    control('wait for 1 before any signal', await watching.wait(1n, immediately)).toBe('VK_TIMEOUT');
    for (let value = 1n; value <= count; value += 1n) {
      await signaling.signal(value);
      expect(`counter of the other behind the signal of ${value}`, await watching.counter()).toBe(value);
      expect(`wait of the other for ${value}`, await watching.wait(value, immediately)).toBe('VK_SUCCESS');
    }
  });

sharing
  .case(
    'shared-host-wait',
    'A host that waits through one sharer is woken by a signal through another, and not before',
  )
  .proves('semaphore.timeline.shared-host-wait')
  .over({ handleType, reach: reaches, signalBy: ['exporter', 'importer'], signal: ['host', 'queue'] })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, signalBy, signal, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const target = await importer.semaphore({ type: 'timeline' });
    await target.import(await source.export(handleType), handleType, 'permanent');
    const [signaling, waiting, endpoint] =
      signalBy === 'exporter' ? [source, target, exporter] : [target, source, importer];
    control('counter before the signal', await waiting.counter()).toBe(0n);
    expect('wait with a timeout of zero before the signal', await waiting.wait(5n, immediately)).toBe(
      'VK_TIMEOUT',
    );
    expect('wait with a finite timeout before the signal', await waiting.wait(5n, shortly)).toBe(
      'VK_TIMEOUT',
    );
    const woken = waiting.wait(5n, patience);
    await signaling.signal(4n);
    expect('wait for 5 behind a signal of 4', await waiting.wait(5n, shortly)).toBe('VK_TIMEOUT');
    if (signal === 'host') await signaling.signal(5n);
    else await (await endpoint.queue()).submit({ signal: [{ semaphore: signaling, value: 5n }] });
    expect('wait that began before the signal', await woken).toBe('VK_SUCCESS');
    expect('wait for 5 behind it', await waiting.wait(5n, immediately)).toBe('VK_SUCCESS');
  });

sharing
  .case(
    'shared-wait-before-signal',
    'A wait of a queue may be submitted before the signal that another sharer brings',
  )
  .proves('semaphore.timeline.shared-wait-before-signal')
  .over({ handleType, reach: reaches, signal: ['host', 'queue'], command: submitCommands })
  .where(({ reach, signal }) => !(reach === 'device' && signal === 'queue')) // one queue would wait for itself
  .needs(...transfer, submitCommand)
  .run(async ({ exporter, importer, handleType, signal, command, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const target = await importer.semaphore({ type: 'timeline' });
    await target.import(await source.export(handleType), handleType, 'permanent');
    const waiting = await waitWhileHeld(importer, { semaphore: target, value: 3n }, command);
    control('counter before any signal', await target.counter()).toBe(0n);
    expect('wait before any signal', waiting.held).toBe('VK_TIMEOUT');
    expect(
      'whether the submission came back ahead of the signal',
      await waiting.returnsWithin(returnMs),
    ).toBe(true);
    if (signal === 'host') await source.signal(3n);
    else await (await exporter.queue()).submit({ signal: [{ semaphore: source, value: 3n }], command });
    expect('that wait behind the signal', await waiting.result()).toBe('VK_SUCCESS');
    expect('counter of the importing semaphore', await target.counter()).toBe(3n);
  });

sharing
  .case('shared-monotonic', 'The common counter only rises, whoever signals, and waits leave it as it is')
  .proves('semaphore.timeline.shared-monotonic')
  .over({ handleType, reach: reaches, count: [100] })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, count, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const target = await importer.semaphore({ type: 'timeline' });
    await target.import(await source.export(handleType), handleType, 'permanent');
    let most = 0n;
    const look = async () => {
      for (const sharer of [source, target]) {
        const seen = await sharer.counter();
        expect('counter, which only rises', seen).toBeAtLeast(most);
        most = seen;
      }
    };
    control('counter before any signal', await target.counter()).toBe(0n);
    for (let value = 1n; value <= count; value += 1n) {
      const [endpoint, semaphore] = value % 2n === 0n ? [exporter, source] : [importer, target];
      const queue = await endpoint.queue();
      if (value % 4n < 2n) await semaphore.signal(value);
      else await queue.submit({ signal: [{ semaphore, value }] });
      await look();
      const other: Semaphore = semaphore === source ? target : source;
      expect(`host wait for ${value}`, await other.wait(value, patience)).toBe('VK_SUCCESS');
      expect(`queue wait for ${value}`, await waitThrough(endpoint, { semaphore, value })).toBe('VK_SUCCESS');
      expect('counter behind the waits', await semaphore.counter()).toBe(value);
      await look();
    }
  });

sharing
  .case(
    'state-outlives-exporter',
    'The counter of a payload is there when all that it was exported from is gone',
  )
  .proves('semaphore.timeline.state-outlives-exporter')
  .over({
    handleType: ['OPAQUE_FD'],
    destroyed: ['object', 'device', 'instance'],
    to: ['instance', 'process'],
    signal: ['host', 'queue'],
  })
  .needs(...transfer)
  .withPeer()
  .run(async ({ fresh, endpoint, handleType, destroyed, to, signal, expect, control }) => {
    const origin = await fresh();
    const source = await origin.semaphore({ type: 'timeline', exportAs: [handleType], initialValue: 2n });
    if (signal === 'host') await source.signal(9n);
    else await signalThrough(origin, { semaphore: source, value: 9n });
    const handle = await source.export(handleType);
    if (destroyed === 'object') await source.destroy();
    else if (destroyed === 'device') await origin.destroyDevice();
    else await origin.destroyInstance();
    const importer = await endpoint(to);
    const target = await importer.semaphore({ type: 'timeline', initialValue: 100n });
    control('counter of the importing semaphore before the import', await target.counter()).toBe(100n);
    await target.import(handle, handleType, 'permanent');
    expect('counter behind the destruction', await target.counter()).toBe(9n);
    expect('wait for the next value', await target.wait(10n, shortly)).toBe('VK_TIMEOUT');
    await target.signal(10n);
    expect('counter behind one more signal', await target.counter()).toBe(10n);
    await signalThrough(importer, { semaphore: target, value: 11n });
    expect('counter behind a signal of the queue', await target.counter()).toBe(11n);
  });

sharing
  .case(
    'reimport-may-lower',
    'An import can bring a lower counter than the semaphore had, and waits go by it',
  )
  .proves('semaphore.timeline.reimport-may-lower')
  .over({ handleType, reach: reaches })
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType], initialValue: 3n });
    const target = await importer.semaphore({ type: 'timeline' });
    await target.signal(100n);
    control('counter before the import', await target.counter()).toBe(100n);
    control('wait for 4 before the import', await target.wait(4n, immediately)).toBe('VK_SUCCESS');
    await target.import(await source.export(handleType), handleType, 'permanent');
    expect('counter behind the import', await target.counter()).toBe(3n);
    expect('wait for 4 behind the import', await target.wait(4n, shortly)).toBe('VK_TIMEOUT');
    await source.signal(4n);
    expect('wait for 4 behind its signal', await target.wait(4n, patience)).toBe('VK_SUCCESS');
  });

const timeouts = { zero: immediately, finite: milliseconds(100), infinite: noTimeout } as const;
/** What a wait of zero or 100 ms has long ended before. */
const signalAfterMs = 1000;

sharing
  .case(
    'timeouts-behind-killed-peer',
    'A host wait for the signal of a process that is killed meanwhile ends with its timeout, an endless one with a signal by another sharer',
  )
  .proves('semaphore.timeline.shared-host-wait')
  .over({ handleType, begun: ['before', 'behind'], timeout: ['zero', 'finite', 'infinite'] })
  .where(({ begun, timeout }) => begun === 'behind' || timeout !== 'zero')
  .needs(...transfer)
  .withPeer()
  .mayLoseDevice()
  .run(async ({ exporter, endpoint, endPeer, handleType, begun, timeout, expect, control }) => {
    const peer = await endpoint('process');
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const [near, far] = [
      await exporter.semaphore({ type: 'timeline' }),
      await peer.semaphore({ type: 'timeline' }),
    ];
    const handles = handlesOf(source, handleType);
    for (const sharer of [near, far]) await sharer.import(await handles(), handleType, 'permanent');
    await far.signal(1n);
    control('wait for what the peer has signaled', await source.wait(1n, patience)).toBe('VK_SUCCESS');
    await (await peer.queue()).hold({ signal: [{ semaphore: far, value: 2n }] });
    control('counter while the next signal is pending', await source.counter()).toBe(1n);
    expect('wait for what the peer has pending', await source.wait(2n, immediately)).toBe('VK_TIMEOUT');
    const wait = () =>
      timedWait(
        () => source.wait(2n, timeouts[timeout]),
        timeout === 'infinite' ? 200 : signalAfterMs,
        () => near.signal(3n),
      );
    const waiting = begun === 'before' ? wait() : undefined;
    await endPeer('kill');
    const { result, neededSignal } = await (waiting ?? wait());
    const what = `wait with a timeout that is ${timeout}`;
    if (timeout === 'infinite') expect(what, result).toBe('VK_SUCCESS');
    else {
      expect(`whether a ${what} ended only with a signal`, neededSignal).toBe(false);
      // What a killed process had pending may come, or not.
      expect(what, result).toBeOneOf(['VK_SUCCESS', 'VK_TIMEOUT']);
    }
    if ((await source.counter()) < 3n) await near.signal(3n);
    expect('counter behind a signal by one that is left', await source.counter()).toBe(3n);
  });
