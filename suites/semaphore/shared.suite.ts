import {
  exportable,
  handlesOf,
  immediately,
  importable,
  mayTravel,
  milliseconds,
  operation,
  patience,
  reaches,
  type Semaphore,
  semaphoreOfType,
  semaphoreReferenceTypes,
  semaphoreTypes,
  submitCommand,
  submitCommands,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const sharing = suite(
  'semaphore.shared',
  'What sharers of a payload see of each other that use it at the same time',
);

/** Milliseconds are enough for a look at a counter between two others. */
const aMoment = milliseconds(1);

sharing
  .case(
    'concurrent-relay',
    'Threads that wait and signal through sharers of a timeline payload at once pass its value on without losing any',
  )
  .proves('semaphore.shared.concurrent-serializable')
  .over({
    handleType: semaphoreReferenceTypes,
    reach: ['device', 'instance', 'process'],
    threads: [2, 16],
    count: [5],
  })
  .needs(exportable('timeline semaphore'), importable('timeline semaphore'))
  .run(async ({ exporter, importer, handleType, threads, count, expect, control }) => {
    const source = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const handles = handlesOf(source, handleType);
    const sharers: Semaphore[] = [];
    for (let made = 0; made < threads; made += 1) {
      const sharer = await (made % 2 === 0 ? importer : exporter).semaphore({ type: 'timeline' });
      await sharer.import(await handles(), handleType, 'permanent');
      sharers.push(sharer);
    }
    const last = BigInt(threads * count) + 1n;
    const run = async (sharer: Semaphore, index: number): Promise<void> => {
      for (let lap = 0; lap < count; lap += 1) {
        const value = BigInt(lap * threads + index) + 1n;
        expect(`wait of thread ${index} for ${value}`, await sharer.wait(value, patience)).toBe('VK_SUCCESS');
        await sharer.signal(value + 1n);
      }
    };
    const watch = async (sharer: Semaphore): Promise<void> => {
      for (let seen = 0n; seen < last; ) {
        const before = seen;
        await sharer.wait(before + 1n, aMoment);
        seen = await sharer.counter();
        expect('counter, which only rises', seen).toBeAtLeast(before);
        expect('counter, which no one signals beyond its end', seen).toBeAtMost(last);
      }
    };
    control('wait for the first signal before it', await source.wait(1n, immediately)).toBe('VK_TIMEOUT');
    const runners = sharers.map(run);
    const relay = Promise.all(runners);
    relay.catch(() => {}); // it is looked at below
    await source.signal(1n);
    const watched = Promise.all([source, sharers[0] as Semaphore].map(watch));
    watched.catch(() => {});
    await relay;
    await watched;
    for (const sharer of [source, ...sharers])
      expect('counter behind the last signal', await sharer.counter()).toBe(last);
  });

sharing
  .case(
    'concurrent-submissions',
    'Queues that wait and signal through sharers of payloads at once take turns in the order of their operations',
  )
  .proves('semaphore.shared.concurrent-serializable')
  .over({
    handleType: semaphoreReferenceTypes,
    type: semaphoreTypes,
    reach: ['instance', 'process'],
    command: submitCommands,
    payloads: [4],
    count: [50],
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable), submitCommand)
  .run(async (context) => {
    const { exporter, importer, handleType, type, command, payloads, count, expect, control } = context;
    const pairs: { readonly here: Semaphore; readonly there: Semaphore }[] = [];
    for (let made = 0; made < 2 * payloads; made += 1) {
      const here = await exporter.semaphore({ type, exportAs: [handleType] });
      const there = await importer.semaphore({ type });
      await there.import(await here.export(handleType), handleType, 'permanent');
      pairs.push({ here, there });
    }
    const [outward, homeward] = [pairs.slice(0, payloads), pairs.slice(payloads)];
    const [queue, otherQueue] = [await exporter.queue(), await importer.queue()];
    // A wait on a binary semaphore may be submitted once its signal has been.
    const submitted = { outward: outward.map(() => gates(count)), homeward: outward.map(() => gates(count)) };
    const outwards = async (): Promise<void> => {
      for (let turn = 0; turn < count; turn += 1) {
        for (const [index, { here }] of outward.entries()) {
          const value = BigInt(turn) + 1n;
          if (turn > 0) await submitted.homeward[index]?.[turn - 1]?.opened;
          const back = (homeward[index] as (typeof pairs)[number]).here;
          const wait = turn > 0 ? [operation(type, back, value - 1n)] : [];
          await queue.submit({ wait, signal: [operation(type, here, value)], command });
          submitted.outward[index]?.[turn]?.open();
        }
      }
    };
    const homewards = async (): Promise<void> => {
      for (let turn = 0; turn < count; turn += 1) {
        for (const [index, { there }] of outward.entries()) {
          const value = BigInt(turn) + 1n;
          await submitted.outward[index]?.[turn]?.opened;
          const back = (homeward[index] as (typeof pairs)[number]).there;
          await otherQueue.submit({
            wait: [operation(type, there, value)],
            signal: [operation(type, back, value)],
            command,
          });
          submitted.homeward[index]?.[turn]?.open();
        }
      }
    };
    await Promise.all([outwards(), homewards()]);
    const done = await exporter.fence();
    const wait = homeward.map(({ here }) => operation(type, here, BigInt(count)));
    await queue.submit({ wait, fence: done, command });
    expect('wait behind the last turn of all', await done.wait(patience)).toBe('VK_SUCCESS');
    for (const [index, { here, there }] of pairs.entries()) {
      if (type === 'timeline') {
        expect(`counter of payload ${index}`, await here.counter()).toBe(BigInt(count));
        expect(`counter of payload ${index} at the other end`, await there.counter()).toBe(BigInt(count));
      }
      if (index > 0) continue;
      const next = await waitAcrossHold({
        signal: { ...operation(type, here, BigInt(count) + 1n), through: exporter },
        wait: { ...operation(type, there, BigInt(count) + 1n), through: importer },
        command,
      });
      control('wait behind all turns while one more signal is held', next.held).toBe('VK_TIMEOUT');
      expect('wait behind one more signal', next.released).toBe('VK_SUCCESS');
    }
  });

sharing
  .case(
    'concurrent-sharers',
    'Sharers come and go on several threads at once, exports and imports included, while others signal and wait, and each has the payload as it is',
  )
  .proves('semaphore.shared.concurrent-serializable')
  .over({
    handleType: semaphoreReferenceTypes,
    type: semaphoreTypes,
    reach: reaches,
    threads: [2, 8],
    count: [10],
  })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .run(async ({ exporter, importer, handleType, type, threads, count, expect, control }) => {
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const handles = handlesOf(source, handleType);
    const own = { ...operation(type, source), through: exporter };
    const alone = await waitAcrossHold({ signal: own, wait: own });
    control('wait for the first signal while it is held', alone.held).toBe('VK_TIMEOUT');
    // No export of a semaphore may be under way while a queue is given it, so the source does nothing else.
    const signaling = await exporter.semaphore({ type });
    await signaling.import(await handles(), handleType, 'permanent');
    let value = 1n;
    let turn: Promise<unknown> = Promise.resolve();
    /** A signal and the wait for it, of one thread at a time: what queues and payload permit. */
    const signalAndWait = (sharer: Semaphore, what: string): Promise<unknown> => {
      turn = turn.then(async () => {
        value += 1n;
        await (await exporter.queue()).submit({ signal: [operation(type, signaling, value)] });
        expect(`${what}: wait`, await waitThrough(importer, operation(type, sharer, value))).toBe(
          'VK_SUCCESS',
        );
      });
      return turn;
    };
    await Promise.all(
      Array.from({ length: threads }, async (_, thread) => {
        for (let lap = 0; lap < count; lap += 1) {
          const what = `lap ${lap} of thread ${thread}`;
          const sharer = await importer.semaphore({ type });
          const passing = await importer.semaphore({ type });
          const least = value - 1n;
          await sharer.import(await handles(), handleType, 'permanent');
          await passing.import(await handles(), handleType, 'permanent');
          if (type === 'timeline') {
            expect(`${what}: counter`, await sharer.counter()).toBeAtLeast(least);
            expect(`${what}: wait for what was signaled`, await passing.wait(least, patience)).toBe(
              'VK_SUCCESS',
            );
          }
          await passing.destroy();
          if (lap % 2 === thread % 2) await signalAndWait(sharer, what);
          await sharer.destroy();
        }
      }),
    );
    const last = await importer.semaphore({ type });
    await last.import(await handles(), handleType, 'permanent');
    if (type === 'timeline') expect('counter in the end', await last.counter()).toBe(value);
    const next = await waitAcrossHold({
      signal: { ...operation(type, source, value + 1n), through: exporter },
      wait: { ...operation(type, last, value + 1n), through: importer },
    });
    control('wait in the end while the signal is held', next.held).toBe('VK_TIMEOUT');
    expect('wait in the end', next.released).toBe('VK_SUCCESS');
  });

/** One for every turn: opened by one side, waited for by the other. */
function gates(count: number): readonly { readonly opened: Promise<void>; readonly open: () => void }[] {
  return Array.from({ length: count }, () => {
    let open: () => void = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { opened, open };
  });
}
