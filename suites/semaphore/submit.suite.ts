import {
  binarySemaphoreHandleTypes,
  exportable,
  exportWhilePending,
  feature,
  handlesOf,
  importable,
  mayImport,
  milliseconds,
  patience,
  permanences,
  submitCommand,
  submitCommands,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const submitting = suite('semaphore.submit', 'What a submission makes of a binary semaphore');

/** Values that mean something to a timeline semaphore alone: long reached, next, and never reached. */
const ignoredValues = [0n, 1n, 0xffff_ffff_ffff_fffen];

const shortly = milliseconds(20);

submitting
  .case(
    'values-ignored-for-binary',
    'The timeline values that a submission gives for binary semaphores change nothing, imported payloads included',
  )
  .proves('semaphore.submit.values-ignored-for-binary')
  .over({ handleType: binarySemaphoreHandleTypes, permanence: permanences, command: submitCommands })
  .where(mayImport)
  .needs(
    exportable('binary semaphore'),
    importable('binary semaphore'),
    submitCommand,
    feature('timelineSemaphore'),
  )
  .run(async ({ exporter, endpoint, handleType, permanence, command, expect, control }) => {
    const importer = await endpoint('instance');
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const target = await importer.semaphore();
    const handles = handlesOf(source, handleType);
    const link = async () => target.import(await handles(), handleType, permanence);
    const own = { semaphore: target, through: importer };
    const before = await waitAcrossHold({ signal: own, wait: own, command });
    control('wait without a value while its signal is held', before.held).toBe('VK_TIMEOUT');

    if (handleType !== 'SYNC_FD') await link();
    for (const value of ignoredValues) {
      const signal = { semaphore: source, value };
      if (handleType !== 'SYNC_FD') {
        const renew = async () => {
          if (permanence === 'temporary') await link();
        };
        const wait = await waitAcrossHold({
          signal: { semaphore: source, through: exporter },
          wait: { semaphore: target, through: importer },
          command,
          renew,
          ignoredValue: value,
        });
        expect(`wait with a value of ${value} while its signal is held`, wait.held).toBe('VK_TIMEOUT');
        expect(`wait with a value of ${value} behind its signal`, wait.released).toBe('VK_SUCCESS');
        await renew();
        continue;
      }
      const held = await (await exporter.queue()).hold({ signal: [signal], command }, { load: 40 });
      const { handle } = await exportWhilePending(source, handleType, held);
      await held.release();
      await target.import(handle, handleType, permanence);
      expect(
        `wait with a value of ${value} on a copy of its signal`,
        await waitThrough(importer, { semaphore: target, value }, command),
      ).toBe('VK_SUCCESS');
    }
  });

submitting
  .case(
    'values-beside-timeline',
    'Timeline semaphores of a submission have their own values beside those that are given for binary ones',
  )
  .proves('semaphore.submit.values-ignored-for-binary')
  .over({ handleType: binarySemaphoreHandleTypes, binary: ['first', 'last'], command: submitCommands })
  .needs(
    exportable('binary semaphore'),
    importable('binary semaphore'),
    submitCommand,
    feature('timelineSemaphore'),
  )
  .run(async ({ exporter, handleType, binary, command, expect, control }) => {
    const queue = await exporter.queue();
    const [source, target] = [
      await exporter.semaphore({ exportAs: [handleType] }),
      await exporter.semaphore(),
    ];
    const [gate, done] = [
      await exporter.semaphore({ type: 'timeline' }),
      await exporter.semaphore({ type: 'timeline' }),
    ];
    const permanence = handleType === 'SYNC_FD' ? 'temporary' : 'permanent';
    let reached = 0n;
    for (const value of ignoredValues) {
      await queue.submit({ signal: [{ semaphore: source, value }], command });
      if (handleType === 'SYNC_FD' || reached === 0n)
        await target.import(await source.export(handleType), handleType, permanence);
      const next = reached + 5n;
      const [wait, signal] = [
        [
          { semaphore: target, value },
          { semaphore: gate, value: next },
        ],
        [
          { semaphore: source, value },
          { semaphore: done, value: next },
        ],
      ];
      const submission = queue.submit({
        wait: binary === 'first' ? wait : wait.toReversed(),
        signal: binary === 'first' ? signal : signal.toReversed(),
        command,
      });
      submission.catch(() => {}); // it is looked at below
      control('counter that its batch waits for to rise', await gate.counter()).toBe(reached);
      expect(
        'timeline signal before the value that its batch waits for',
        await done.wait(next, shortly),
      ).toBe('VK_TIMEOUT');
      expect('counter of that timeline', await done.counter()).toBe(reached);
      await gate.signal(next);
      await submission;
      expect('timeline signal behind that value', await done.wait(next, patience)).toBe('VK_SUCCESS');
      expect('counter of that timeline behind it', await done.counter()).toBe(next);
      expect(
        `wait on the binary signal with a value of ${value} of that batch`,
        await waitThrough(exporter, { semaphore: source, value }, command),
      ).toBe('VK_SUCCESS');
      reached = next;
    }
  });
