import {
  type DeviceCapabilities,
  deadlineOfHundreds,
  exportable,
  exportFrom,
  type FenceHandleType,
  fenceHandleTypes,
  fenceIn,
  fenceReferenceTypes,
  fenceStates,
  importAway,
  importable,
  milliseconds,
  patience,
  reaches,
  referenceBeside,
  statusIn,
  submitCommand,
  submitCommands,
  suite,
  toleratedHandles,
  transferenceOf,
} from '../../harness/cases';

const temporary = suite(
  'fence.temporary-payload',
  'What a fence with a temporary payload shares, and what leaves that payload in place',
);

const transfer = [exportable('fence'), importable('fence')] as const;

/** Whether a payload can be shared for good as that type. */
const sharable = (device: DeviceCapabilities, handleType: FenceHandleType): boolean =>
  transfer.every((need) => need(device, { handleType }) === undefined);

temporary
  .case('kept-until-reset', 'Waits, queries and signals leave a temporary import in place')
  .proves('fence.import.temporary-kept-until-reset')
  .over({
    handleType: fenceHandleTypes,
    reach: reaches,
    between: ['wait', 'expired-wait', 'query', 'signal'],
  })
  // A copy that can be waited for in vain is seldom had, and one that is signaled may not be signaled again.
  .where(
    ({ handleType, between }) =>
      transferenceOf(handleType) === 'reference' || between === 'wait' || between === 'query',
  )
  .needs(...transfer)
  .run(async ({ exporter, importer, handleType, between, expect, control }) => {
    const shared = transferenceOf(handleType) === 'reference';
    const source = await exporter.fence({ exportAs: [handleType], signaled: !shared });
    const target = await importer.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    await target.import(await source.export(handleType), handleType, 'temporary');
    const queue = await exporter.queue();
    for (let round = 1; round <= 3; round += 1) {
      if (between === 'expired-wait') {
        control(`wait ${round} that is not met`, await target.wait(milliseconds(1))).toBe('VK_TIMEOUT');
      }
      if (between === 'signal') await (await importer.queue()).submit({ fence: target });
      else if (shared) await queue.submit({ fence: source });
      if (between === 'query') {
        if (shared) control(`wait ${round} on the source`, await source.wait(patience)).toBe('VK_SUCCESS');
        expect(`query ${round} of the target`, await target.status()).toBe('VK_SUCCESS');
      } else expect(`wait ${round} on the target`, await target.wait(patience)).toBe('VK_SUCCESS');
      expect(`status of the target behind that, ${round}`, await target.status()).toBe('VK_SUCCESS');
      if (!shared) continue;
      expect(`wait ${round} on the source`, await source.wait(patience)).toBe('VK_SUCCESS');
      await source.reset();
      expect(`status of the target behind reset ${round} of the source`, await target.status()).toBe(
        'VK_NOT_READY',
      );
    }
  });

temporary
  .case(
    'shares-while-active',
    'As long as it lasts, a temporary import by reference shares signals, resets and waits both ways',
  )
  .proves('fence.import.temporary-shares-while-active')
  .over({ handleType: fenceReferenceTypes, reach: reaches, command: submitCommands })
  .needs(...transfer, submitCommand)
  .run(async ({ exporter, importer, handleType, command, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, 'temporary');
    for (let round = 1; round <= 2; round += 1) {
      const pairs = [
        { of: 'target', endpoint: importer, signaled: target, other: source },
        { of: 'source', endpoint: exporter, signaled: source, other: target },
      ];
      for (const { of, endpoint, signaled, other } of pairs) {
        control(`status of both before signal ${round} of the ${of}`, [
          await signaled.status(),
          await other.status(),
        ]).toBe(['VK_NOT_READY', 'VK_NOT_READY']);
        const waiting = other.wait(patience);
        await (await endpoint.queue()).submit({ fence: signaled, command });
        expect(`wait on the other fence, across signal ${round} of the ${of}`, await waiting).toBe(
          'VK_SUCCESS',
        );
        expect(`wait on the ${of} behind its signal ${round}`, await signaled.wait(patience)).toBe(
          'VK_SUCCESS',
        );
        await source.reset();
        expect(`status of the target behind a reset of the source`, await target.status()).toBe(
          'VK_NOT_READY',
        );
      }
    }
  });

temporary
  .case(
    'destroy-while-temporary',
    'A fence can be destroyed with a temporary payload: whoever shares either payload of it goes on, and nothing is left of it',
  )
  .proves('fence.import.destroy-while-temporary')
  .over({ handleType: fenceHandleTypes, state: fenceStates, count: [100] })
  // A copy of a pending payload cannot be had a hundred times of a driver that blocks in its export.
  .where(({ handleType, state }) => transferenceOf(handleType) === 'reference' || state === 'signaled')
  .needs(...transfer)
  .deadline(deadlineOfHundreds)
  .run(async ({ exporter, device, handleType, state, count, handleCount, ownHandles, expect, control }) => {
    const queue = await exporter.queue();
    const reference = referenceBeside(handleType);
    const shared = sharable(device, reference);
    const round = async () => {
      const target = await exporter.fence();
      const permanent = await exporter.fence(shared ? { exportAs: [reference] } : {});
      if (shared) await importAway(target, await permanent.export(reference), reference, 'permanent');
      const source = await fenceIn(exporter, state, { exportAs: [handleType] });
      await importAway(target, await exportFrom(source, handleType), handleType, 'temporary');
      expect('status of the target before its destruction', await target.status()).toBe(statusIn[state]);
      await target.destroy();
      await queue.submit({ fence: permanent });
      if (transferenceOf(handleType) === 'reference')
        expect('status of the fence that the temporary payload came from', await source.fence.status()).toBe(
          statusIn[state],
        );
      if (state === 'unsignaled') await queue.submit({ fence: source.fence });
      await source.held?.release();
      if (transferenceOf(handleType) === 'reference')
        expect('wait on that fence', await source.fence.wait(patience)).toBe('VK_SUCCESS');
      expect('wait on the fence that the permanent payload came from', await permanent.wait(patience)).toBe(
        'VK_SUCCESS',
      );
      await permanent.destroy();
      await source.fence.destroy();
    };
    await round();
    const tolerated = toleratedHandles(device, count, 1 + count / 10);
    const before = handleCount();
    const own = ownHandles(count);
    control('whether as many of our own would show', handleCount() - before > tolerated).toBe(true);
    for (const handle of own) handle.close();
    for (let done = 0; done < count; done += 1) await round();
    expect('open descriptors or handles behind it', handleCount() - before).toBeAtMost(tolerated);
  });
