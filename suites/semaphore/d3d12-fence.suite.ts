import {
  exportable,
  fenceWaitAcrossHold,
  handlesOf,
  importable,
  type Need,
  permanences,
  reaches,
  type SemaphoreOperation,
  type SemaphoreType,
  semaphoreTypes,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const fences = suite(
  'semaphore.d3d12-fence',
  'Semaphores of either type with the payload of a D3D12 fence, which counts, and the values that submissions give for them',
);

const handleType = ['D3D12_FENCE'] as const;

const kindOf = { binary: 'binary semaphore', timeline: 'timeline semaphore' } as const;

/** D3D12 fences can be exported and imported by semaphores of those types. */
const travels: Need<{
  readonly handleType: string;
  readonly from: SemaphoreType;
  readonly into: SemaphoreType;
}> = (device, { handleType, from, into }) =>
  device.features.timelineSemaphore
    ? (exportable(kindOf[from])(device, { handleType }) ?? importable(kindOf[into])(device, { handleType }))
    : 'the device has no timelineSemaphore feature';

fences
  .case(
    'import-both-types',
    'The payload of a D3D12 fence can be imported into semaphores of either type, which wait for its values and signal them',
  )
  .proves('semaphore.d3d12-fence.import-both-types')
  .over({
    handleType,
    from: semaphoreTypes,
    into: semaphoreTypes,
    permanence: permanences,
    reach: reaches,
  })
  // A timeline semaphore takes no temporary payload, and gives none.
  .where(
    ({ from, into, permanence }) => permanence === 'permanent' || (from === 'binary' && into === 'binary'),
  )
  .needs(travels)
  .run(async ({ exporter, importer, handleType, from, into, permanence, expect, control }) => {
    const source = await exporter.semaphore({ type: from, exportAs: [handleType] });
    const target = await importer.semaphore({ type: into });
    const handles = handlesOf(source, handleType);
    const link = async (): Promise<void> => target.import(await handles(), handleType, permanence);
    expect('result of the import', await target.tryImport(await handles(), handleType, permanence)).toBe(
      'VK_SUCCESS',
    );
    const renew = async (): Promise<void> => {
      if (permanence === 'temporary') await link();
    };
    const [here, there] = [
      { type: from, semaphore: source, through: exporter },
      { type: into, semaphore: target, through: importer },
    ];
    for (const start of [3n, 2n ** 40n]) {
      const outward = await fenceWaitAcrossHold({ signal: here, wait: there, above: start, renew });
      control(`wait above ${start} through the import while its signal is held`, outward.held).toBe(
        'VK_TIMEOUT',
      );
      expect(`wait above ${start} through the import behind its signal`, outward.released).toBe('VK_SUCCESS');
      await renew();
      const back = await fenceWaitAcrossHold({ signal: there, wait: here, above: outward.reached + 4n });
      expect('wait through the source while a signal through the import is held', back.held).toBe(
        'VK_TIMEOUT',
      );
      expect('wait through the source behind that signal', back.released).toBe('VK_SUCCESS');
      if (from === 'timeline') expect('counter of the source', await source.counter()).toBe(back.reached);
      if (into === 'timeline') expect('counter of the import', await target.counter()).toBe(back.reached);
    }
  });

/** Values that a binary semaphore signals, and which of the values that were reached then it waits for. */
const signalsAndWaits = [
  [1n, 1n],
  [5n, 5n],
  [6n, 5n],
  [2n ** 33n, 1n],
] as const;

fences
  .case(
    'submit-values',
    'The values that a submission gives for a semaphore with the payload of a D3D12 fence are those that it waits for and signals',
  )
  .proves('semaphore.d3d12-fence.submit-values')
  .over({ handleType, from: ['timeline'], into: ['binary'], permanence: permanences, reach: reaches })
  .where(({ permanence }) => permanence === 'permanent')
  .needs(travels)
  .run(async ({ exporter, importer, handleType, permanence, expect, control }) => {
    const clock = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const target = await importer.semaphore();
    await target.import(await clock.export(handleType), handleType, permanence);
    control('counter before any signal', await clock.counter()).toBe(0n);
    // A binary semaphore is signaled and waited for by turns, whatever its payload.
    for (const [value, waited] of signalsAndWaits) {
      await signalThrough(importer, { semaphore: target, fenceValue: value });
      expect(`counter behind a signal of ${value} through the import`, await clock.counter()).toBe(value);
      expect(
        `wait for ${waited} behind a signal of ${value}`,
        await waitThrough(importer, { semaphore: target, fenceValue: waited }),
      ).toBe('VK_SUCCESS');
      expect(`counter behind a wait for ${waited}`, await clock.counter()).toBe(value);
    }
    const next = await fenceWaitAcrossHold({
      signal: { type: 'timeline', semaphore: clock, through: exporter },
      wait: { type: 'binary', semaphore: target, through: importer },
      above: 2n ** 33n + 1n,
    });
    expect('wait for a value while the signal of it is held', next.held).toBe('VK_TIMEOUT');
    expect('wait for that value behind its signal', next.released).toBe('VK_SUCCESS');
  });

/** Values that would mean something to a payload that counts: long reached, next, and never reached. */
const ignoredValues = [0n, 1n, 0xffff_ffff_ffff_fffen];

fences
  .case(
    'values-ignored-for-others',
    'The values that a submission gives for semaphores with other payloads, beside one with that of a D3D12 fence or alone, change nothing',
  )
  .proves('semaphore.d3d12-fence.submit-values')
  .over({ handleType, other: semaphoreTypes, fence: ['first', 'last', 'none'] })
  .needs((device, { handleType }) => travels(device, { handleType, from: 'timeline', into: 'binary' }))
  .run(async ({ exporter, handleType, other, fence, expect, control }) => {
    const clock = await exporter.semaphore({ type: 'timeline', exportAs: [handleType] });
    const counting = await exporter.semaphore();
    await counting.import(await clock.export(handleType), handleType, 'permanent');
    const queue = await exporter.queue();
    const semaphore = await exporter.semaphore({ type: other });
    const done = await exporter.semaphore();
    const plainly = { semaphore: await exporter.semaphore(), through: exporter };
    const without = await waitAcrossHold({ signal: plainly, wait: plainly });
    control('wait for which no value is given while its signal is held', without.held).toBe('VK_TIMEOUT');
    let reached = 0n;
    const beside = (one: SemaphoreOperation, value: bigint): readonly SemaphoreOperation[] => {
      const counted = { semaphore: counting, fenceValue: value };
      return fence === 'none' ? [one] : fence === 'first' ? [counted, one] : [one, counted];
    };
    for (const ignored of ignoredValues) {
      const point = reached + 3n;
      const plain = other === 'timeline' ? { semaphore, value: point } : { semaphore };
      const wrong = { ...plain, fenceValue: ignored };
      const alone = await waitAcrossHold({
        signal: { ...wrong, through: exporter },
        wait: { ...wrong, through: exporter },
      });
      expect(`wait with a value of ${ignored} while its signal is held`, alone.held).toBe('VK_TIMEOUT');
      expect(`wait with a value of ${ignored} behind its signal`, alone.released).toBe('VK_SUCCESS');
      const next = other === 'timeline' ? { semaphore, value: point + 1n } : { semaphore };
      await queue.submit({ signal: beside({ ...next, fenceValue: ignored }, point) });
      await queue.submit({
        wait: beside({ ...next, fenceValue: ignored }, point),
        signal: [{ semaphore: done, fenceValue: ignored }],
      });
      expect(
        `wait behind a batch that waited with a value of ${ignored}`,
        await waitThrough(exporter, { semaphore: done, fenceValue: ignored }),
      ).toBe('VK_SUCCESS');
      if (other === 'timeline')
        expect('counter of the timeline with a payload of its own', await semaphore.counter()).toBe(
          point + 1n,
        );
      if (fence !== 'none') expect('counter of the D3D12 fence', await clock.counter()).toBe(point);
      reached = point;
    }
  });
