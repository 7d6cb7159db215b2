import {
  besideCalls,
  exportable,
  exportedOnce,
  type Fence,
  fenceIn,
  fenceReferenceTypes,
  fenceStates,
  importable,
  milliseconds,
  patience,
  statusIn,
  suite,
  whileHeld,
} from '../../harness/cases';

const concurrent = suite(
  'fence.concurrent-export',
  'Exports on several threads at once, and beside waits and queries: none of them needs a lock',
);

/** New fences that are exported in one case: what a driver makes at the first export is made so often. */
const rounds = 20;
/** Waits at a time: fewer than the worker threads, so that the export beside them has one too. */
const waits = 3;

concurrent
  .case(
    'exports',
    'Exports by reference on several threads at once, beside status queries, all give the one payload',
  )
  .proves('fence.export.concurrent')
  .over({ handleType: fenceReferenceTypes, state: fenceStates, count: [2, 8] })
  .where(({ handleType }) => !exportedOnce(handleType))
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, handleType, state, count, expect, control }) => {
    const queue = await exporter.queue();
    for (let round = 1; round <= rounds; round += 1) {
      const { fence, held } = await fenceIn(exporter, state, { exportAs: [handleType] });
      control(`round ${round}: status before the exports`, await fence.status()).toBe(statusIn[state]);
      const exports = () =>
        besideCalls(Promise.all(Array.from({ length: count }, () => fence.export(handleType))), () =>
          fence.status(),
        );
      const { value, neededRelease } =
        held === undefined
          ? { value: await exports(), neededRelease: false }
          : await whileHeld(held, exports);
      if (!neededRelease)
        expect(`round ${round}: statuses seen beside the exports`, value.seen).toBe([statusIn[state]]);
      const sharers: Fence[] = [];
      for (const handle of value.value) {
        const sharer = await exporter.fence({ signaled: state !== 'signaled' });
        await sharer.import(handle, handleType, 'permanent');
        sharers.push(sharer);
      }
      if (!neededRelease) {
        for (const sharer of sharers)
          expect(`round ${round}: status of a sharer`, await sharer.status()).toBe(statusIn[state]);
      }
      await held?.release();
      if (state === 'unsignaled') await queue.submit({ fence });
      for (const sharer of sharers)
        expect(`round ${round}: wait on a sharer`, await sharer.wait(patience)).toBe('VK_SUCCESS');
      await queue.waitIdle();
      await fence.reset();
      for (const sharer of sharers) {
        expect(`round ${round}: status of a sharer behind a reset`, await sharer.status()).toBe(
          'VK_NOT_READY',
        );
        await sharer.destroy();
      }
      await fence.destroy();
    }
  });

concurrent
  .case(
    'copy-beside-waits',
    'A SYNC_FD export beside waits and status queries on the same fence gives the signal, and every wait ends in time',
  )
  .proves('fence.export.copy-races-with-wait')
  .over({ handleType: ['SYNC_FD'], state: ['signaled', 'pending'], timeoutMs: [0, 1, 20] })
  .needs(exportable('fence'))
  .run(async ({ exporter, handleType, state, timeoutMs, note, expect, control }) => {
    const queue = await exporter.queue();
    for (let round = 1; round <= rounds; round += 1) {
      const { fence, held } = await fenceIn(exporter, state, { exportAs: [handleType] });
      control(`round ${round}: status before the export`, await fence.status()).toBe(statusIn[state]);
      const begun = performance.now();
      let ended = begun;
      const waiting = Promise.all(
        Array.from({ length: waits }, () => fence.wait(milliseconds(timeoutMs))),
      ).finally(() => {
        ended = performance.now();
      });
      const exports = () => besideCalls(fence.export(handleType), () => fence.status());
      const { value, neededRelease } =
        held === undefined
          ? { value: await exports(), neededRelease: false }
          : await whileHeld(held, exports);
      const { value: copy, seen } = value;
      for (const status of seen)
        expect(`round ${round}: a status beside the export`, status).toBeOneOf([
          'VK_SUCCESS',
          'VK_NOT_READY',
        ]);
      for (const result of await waiting)
        expect(`round ${round}: a wait beside the export`, result).toBeOneOf(['VK_SUCCESS', 'VK_TIMEOUT']);
      expect(`round ${round}: milliseconds until every wait had ended`, ended - begun).toBeAtMost(
        Number(patience) / 1e6,
      );
      if (state === 'signaled')
        expect(`round ${round}: status behind the export`, await fence.status()).toBe('VK_NOT_READY');
      await held?.release();
      expect(`round ${round}: state of the copy`, await copy.poll(Number(patience) / 1e6)).toBe('ready');
      await queue.waitIdle();
      copy.close();
      await fence.destroy();
      if (neededRelease) {
        note('the export came back only behind the release of the work: one round tells as much as more');
        return;
      }
    }
  });
