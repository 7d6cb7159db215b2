import {
  descriptorFrom,
  exportable,
  type FenceHandleType,
  fenceHandleTypes,
  fenceIn,
  immediately,
  importable,
  mayImport,
  milliseconds,
  noTimeout,
  patience,
  permanences,
  reaches,
  suite,
  timedWait,
  transferenceOf,
} from '../../harness/cases';

const waiting = suite(
  'fence.wait',
  'Waits on fences with imported payloads: timeouts, and several fences at once',
);

const timeouts = { zero: immediately, finite: milliseconds(50), infinite: noTimeout } as const;

/** Milliseconds behind which a wait is held to be without end; and how long one without end is watched. */
const [overdueMs, watchedMs] = [Number(patience) / 1e6, 100];

/** The state that a wait is not met in, in which a handle type can be exported. */
const unmetState = (handleType: FenceHandleType) =>
  transferenceOf(handleType) === 'reference' ? 'unsignaled' : 'pending';

waiting
  .case(
    'timeout-honoured',
    'A wait on an imported payload that is not signaled ends with its timeout: at once, soon, or never before the signal',
  )
  .proves('fence.import.wait-timeout-honoured')
  .over({
    handleType: fenceHandleTypes,
    permanence: permanences,
    timeout: ['zero', 'finite', 'infinite'],
    reach: reaches,
  })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, timeout, expect, control, should }) => {
    const target = await importer.fence({ signaled: true });
    control('wait on the target before the import', await target.wait(timeouts[timeout])).toBe('VK_SUCCESS');
    const source = await fenceIn(exporter, unmetState(handleType), { exportAs: [handleType] });
    const handle = await descriptorFrom(source, handleType, should);
    if (handle === null) return;
    await target.import(handle, handleType, permanence);
    const queue = await exporter.queue();
    const signal = async () =>
      source.held === undefined ? queue.submit({ fence: source.fence }) : source.held.release();
    const endless = timeout === 'infinite';
    const wait = await timedWait(
      () => target.wait(timeouts[timeout]),
      endless ? watchedMs : overdueMs,
      signal,
    );
    expect('whether the wait ended only with the signal', wait.neededSignal).toBe(endless);
    expect('result of the wait', wait.result).toBe(endless ? 'VK_SUCCESS' : 'VK_TIMEOUT');
    if (timeout === 'finite')
      should('milliseconds that a wait with a timeout of 50 took', wait.ms).toBeAtLeast(25);
    if (!endless) await signal();
    control('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

waiting
  .case(
    'any-all-mixed',
    'A wait for one or for all of several fences goes by the imported payload of one of them, wherever it stands',
  )
  .proves('fence.import.wait-any-all-mixed')
  .over({
    handleType: fenceHandleTypes,
    permanence: permanences,
    condition: ['any', 'all'],
    position: ['first', 'middle', 'last'],
    imported: ['signaled', 'unsignaled'],
    count: [32],
  })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, handleType, permanence, condition, position, imported, count } = context;
    const { expect, control, should } = context;
    const met = imported === 'signaled';
    const target = await exporter.fence({ signaled: !met });
    const fences = await Promise.all(
      Array.from({ length: count - 1 }, () => exporter.fence({ signaled: condition === 'all' })),
    );
    fences.splice({ first: 0, middle: count >> 1, last: count - 1 }[position], 0, target);
    const waited = (timeout: bigint) => exporter.waitForFences(fences, condition === 'all', timeout);
    const [before, behind] = met
      ? (['VK_TIMEOUT', 'VK_SUCCESS'] as const)
      : (['VK_SUCCESS', 'VK_TIMEOUT'] as const);
    control('wait before the import', await waited(immediately)).toBe(before);
    const source = await fenceIn(exporter, met ? 'signaled' : unmetState(handleType), {
      exportAs: [handleType],
    });
    const handle = met
      ? await source.fence.export(handleType)
      : await descriptorFrom(source, handleType, should);
    if (handle === null) return;
    await target.import(handle, handleType, permanence);
    expect('wait behind the import', await waited(met ? patience : milliseconds(20))).toBe(behind);
    expect('the same without a timeout', await waited(immediately)).toBe(behind);
    if (met) return;
    if (source.held === undefined) await (await exporter.queue()).submit({ fence: source.fence });
    else await source.held.release();
    expect('wait behind the signal', await waited(patience)).toBe('VK_SUCCESS');
  });
