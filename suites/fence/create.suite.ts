import {
  compatible,
  exportable,
  exportFrom,
  type FenceHandleType,
  fenceHandleTypes,
  fenceIn,
  fenceStates,
  immediately,
  importable,
  milliseconds,
  patience,
  reaches,
  statusIn,
  submitCommand,
  submitCommands,
  suite,
  transferenceOf,
} from '../../harness/cases';

const creating = suite('fence.create', 'What a fence is that was created to be exported');

const bothTypes: readonly FenceHandleType[] = ['OPAQUE_FD', 'SYNC_FD'];

creating
  .case(
    'exportable-initial-state',
    'A fence that can be exported starts signaled or unsignaled, as its creation asked, for those that share its payload too',
  )
  .proves('fence.create.exportable-initial-state')
  .over({ handleType: fenceHandleTypes, state: ['signaled', 'unsignaled'], reach: reaches })
  .where(({ handleType, reach }) => transferenceOf(handleType) === 'reference' || reach === 'device')
  .needs(exportable('fence'), (device, { handleType }) =>
    transferenceOf(handleType) === 'reference' ? importable('fence')(device, { handleType }) : undefined,
  )
  .run(async ({ exporter, importer, handleType, state, expect, control }) => {
    const other = state === 'signaled' ? 'unsignaled' : 'signaled';
    const opposite = await exporter.fence({ signaled: state !== 'signaled' });
    control('status of a plain fence created the other way', await opposite.status()).toBe(statusIn[other]);
    const { fence } = await fenceIn(exporter, state, { exportAs: [handleType] });
    expect('status of the new fence', await fence.status()).toBe(statusIn[state]);
    expect('wait on the new fence', await fence.wait(immediately)).toBe(
      state === 'signaled' ? 'VK_SUCCESS' : 'VK_TIMEOUT',
    );
    if (transferenceOf(handleType) === 'reference') {
      const target = await importer.fence({ signaled: state !== 'signaled' });
      control('status of the target before the import', await target.status()).toBe(statusIn[other]);
      await target.import(await fence.export(handleType), handleType, 'permanent');
      expect('status of a fence that imported its payload', await target.status()).toBe(statusIn[state]);
    }
    if (state === 'signaled') await fence.reset();
    expect('status of the fence before its first submit', await fence.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence });
    expect('wait on the fence behind its first submit', await fence.wait(patience)).toBe('VK_SUCCESS');
  });

creating
  .case('zero-export-mask', 'An export structure that names no handle type changes nothing')
  .proves('fence.create.zero-export-mask')
  .over({ state: ['signaled', 'unsignaled'], command: submitCommands })
  .needs(submitCommand)
  .run(async ({ exporter, state, command, expect, control }) => {
    const { fence } = await fenceIn(exporter, state, { exportAs: [] });
    expect('status of the new fence', await fence.status()).toBe(statusIn[state]);
    if (state === 'signaled') await fence.reset();
    const queue = await exporter.queue();
    for (let round = 1; round <= 3; round += 1) {
      expect(`round ${round}: status before the submit`, await fence.status()).toBe('VK_NOT_READY');
      const held = await queue.hold({ fence, command });
      control(`round ${round}: wait while the work is held`, await fence.wait(milliseconds(20))).toBe(
        'VK_TIMEOUT',
      );
      await held.release();
      expect(`round ${round}: wait behind the release`, await fence.wait(patience)).toBe('VK_SUCCESS');
      expect(`round ${round}: status behind the wait`, await fence.status()).toBe('VK_SUCCESS');
      await fence.reset();
    }
  });

creating
  .case(
    'several-export-types',
    'A fence created for several handle types is exported as each of them, in either order',
  )
  .proves('fence.create.several-export-types')
  .over({ first: ['OPAQUE_FD', 'SYNC_FD'], state: fenceStates, reach: reaches })
  .where(({ first, state }) => transferenceOf(first) === 'reference' || state !== 'unsignaled')
  .needs(
    (device) =>
      bothTypes
        .map((handleType) => exportable('fence')(device, { handleType }))
        .find((reason) => reason !== undefined),
    compatible('fence', 'OPAQUE_FD', 'SYNC_FD'),
    (device) => importable('fence')(device, { handleType: 'OPAQUE_FD' }),
  )
  .run(async ({ exporter, importer, first, state, expect, control }) => {
    const made = await fenceIn(exporter, state, { exportAs: bothTypes });
    const { fence, held } = made;
    control('status of the fence before the exports', await fence.status()).toBe(statusIn[state]);
    const queue = await exporter.queue();
    const sharer = await importer.fence();
    const share = async () => sharer.import(await exportFrom(made, 'OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
    if (first === 'OPAQUE_FD') await share();
    if (state === 'unsignaled') await queue.submit({ fence });
    const copy = await exportFrom(made, 'SYNC_FD');
    await held?.release();
    expect('state of what SYNC_FD gave', await copy.poll(Number(patience) / 1e6)).toBe('ready');
    await queue.waitIdle();
    await fence.reset(); // whether the work may have signaled it again is not settled
    if (first === 'SYNC_FD') await share();
    control('status of the sharer before the next signal', await sharer.status()).toBe('VK_NOT_READY');
    await queue.submit({ fence });
    expect('wait on the fence that shares by OPAQUE_FD', await sharer.wait(patience)).toBe('VK_SUCCESS');
    const another = await fence.export('SYNC_FD');
    expect('state of what SYNC_FD gave once more', await another.poll(Number(patience) / 1e6)).toBe('ready');
  });
