import {
  exportable,
  exportableFromImported,
  exportFrom,
  fenceHandleTypes,
  fenceIn,
  fenceReferenceTypes,
  fenceStates,
  immediately,
  importable,
  importResults,
  mayImport,
  milliseconds,
  patience,
  permanences,
  reaches,
  statusIn,
  submitCommand,
  submitCommands,
  suite,
} from '../../harness/cases';

const importing = suite('fence.import', 'What a fence becomes when it imports a payload');

importing
  .case('shared-signal', 'A signal through either fence of a sharing pair is seen through the other')
  .proves('fence.import.shared-signal')
  .over({
    handleType: fenceReferenceTypes,
    permanence: permanences,
    reach: reaches,
    signaledThrough: ['source', 'target'],
    command: submitCommands,
  })
  .needs(exportable('fence'), importable('fence'), submitCommand)
  .run(async ({ exporter, importer, handleType, permanence, signaledThrough, command, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, permanence);
    control('status of the source before any signal', await source.status()).toBe('VK_NOT_READY');
    control('status of the target before any signal', await target.status()).toBe('VK_NOT_READY');
    const throughSource = signaledThrough === 'source';
    const [endpoint, signaled, other] = throughSource
      ? [exporter, source, target]
      : [importer, target, source];
    await (await endpoint.queue()).submit({ fence: signaled, command });
    expect('wait on the fence that was not submitted', await other.wait(patience)).toBe('VK_SUCCESS');
    expect('status of that fence', await other.status()).toBe('VK_SUCCESS');
    expect('wait on the fence that was submitted', await signaled.wait(patience)).toBe('VK_SUCCESS');
  });

importing
  .case('shared-wait', 'A host wait on one fence of a sharing pair ends when the other one is signaled')
  .proves('fence.import.shared-wait')
  .over({
    handleType: fenceReferenceTypes,
    permanence: permanences,
    reach: reaches,
    waitOn: ['source', 'target'],
  })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, waitOn, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, permanence);
    const [endpoint, signaled, awaited] =
      waitOn === 'target' ? [exporter, source, target] : [importer, target, source];
    const begun = performance.now();
    const waiting = awaited.wait(patience);
    control(
      'wait on the other fence, beside the first wait and before any signal',
      await signaled.wait(milliseconds(20)),
    ).toBe('VK_TIMEOUT');
    await (await endpoint.queue()).submit({ fence: signaled });
    expect('the wait that was under way', await waiting).toBe('VK_SUCCESS');
    expect('whether it was over before its timeout', performance.now() - begun < Number(patience) / 1e6).toBe(
      true,
    );
  });

importing
  .case(
    'shared-reset',
    'A reset through either fence of a permanently sharing pair is seen through the other',
  )
  .proves('fence.import.shared-reset')
  .over({ handleType: fenceReferenceTypes, reach: reaches, resetThrough: ['source', 'target'] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, resetThrough, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: true });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, 'permanent');
    control('status of the source before the reset', await source.status()).toBe('VK_SUCCESS');
    control('status of the target before the reset', await target.status()).toBe('VK_SUCCESS');
    const [reset, other] = resetThrough === 'source' ? [source, target] : [target, source];
    await reset.reset();
    expect('status of the fence that was not reset', await other.status()).toBe('VK_NOT_READY');
    expect('wait on that fence', await other.wait(immediately)).toBe('VK_TIMEOUT');
    expect('status of the fence that was reset', await reset.status()).toBe('VK_NOT_READY');
  });

importing
  .case(
    'shared-adopts-state',
    'A fence that imports by reference is at once in the state of the payload, and follows a signal that was already pending',
  )
  .proves('fence.import.shared-adopts-state', 'fence.import.replaces-signaled-local-state')
  .over({ handleType: fenceReferenceTypes, state: fenceStates, permanence: permanences, reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, state, permanence, expect, control }) => {
    const source = await fenceIn(exporter, state, { exportAs: [handleType] });
    const target = await importer.fence({ signaled: state !== 'signaled' });
    const handle = await exportFrom(source, handleType);
    control('status of the source before the import', await source.fence.status()).toBe(statusIn[state]);
    control('status of the target before the import', await target.status()).toDifferFrom(statusIn[state]);
    await target.import(handle, handleType, permanence);
    expect('status of the target behind the import', await target.status()).toBe(statusIn[state]);
    if (state === 'signaled') return;
    expect('wait on the target before any signal', await target.wait(milliseconds(20))).toBe('VK_TIMEOUT');
    if (source.held !== undefined) await source.held.release();
    else await (await exporter.queue()).submit({ fence: source.fence });
    expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

importing
  .case(
    'shared-transitive',
    'A fence that imports what an importing fence exported shares the payload of the first, whether or not the one between is still there',
  )
  .proves('fence.import.shared-transitive')
  .over({ handleType: fenceReferenceTypes, reach: reaches, between: ['kept', 'destroyed'] })
  .needs(exportable('fence'), importable('fence'), (device, { handleType }) =>
    exportableFromImported('fence', handleType, handleType)(device, {}),
  )
  .run(async ({ exporter, importer, handleType, between, expect, control }) => {
    const first = await exporter.fence({ exportAs: [handleType] });
    const second = await importer.fence({ exportAs: [handleType] });
    await second.import(await first.export(handleType), handleType, 'permanent');
    const third = await exporter.fence();
    await third.import(await second.export(handleType), handleType, 'permanent');
    if (between === 'destroyed') await second.destroy();
    control('status of the first fence before any signal', await first.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence: third });
    expect('wait on the first fence behind a submit with the third', await first.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    if (between === 'kept')
      expect('wait on the fence between', await second.wait(patience)).toBe('VK_SUCCESS');
    await first.reset();
    expect('status of the third fence behind a reset of the first', await third.status()).toBe(
      'VK_NOT_READY',
    );
  });

importing
  .case('copy-adopts-signaled', 'A fence that imports a copy of a signaled payload is signaled')
  .proves('fence.import.replaces-signaled-local-state')
  .over({ handleType: ['SYNC_FD'], reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: true });
    const target = await importer.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    await target.import(await source.export(handleType), handleType, 'temporary');
    expect('wait on the target behind the import', await target.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the target', await target.status()).toBe('VK_SUCCESS');
  });

importing
  .case(
    'copy-isolated',
    'A reset of a fence that imported a copy reaches neither another copy nor the source, and no later signal or reset of the source reaches a copy',
  )
  .proves('fence.import.copy-isolated')
  .over({ handleType: ['SYNC_FD'], reach: reaches })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, minusOne, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    await queue.submit({ fence: source });
    control('wait on the source before the export', await source.wait(patience)).toBe('VK_SUCCESS');
    const handle = await source.export(handleType);
    const copy = handle.isMinusOne ? minusOne() : handle.duplicate();
    control('status of the source behind the export', await source.status()).toBe('VK_NOT_READY');
    const [near, far] = [await exporter.fence(), await importer.fence()];
    await near.import(handle, handleType, 'temporary');
    await far.import(copy, handleType, 'temporary');
    control('wait on the first copy', await near.wait(patience)).toBe('VK_SUCCESS');
    control('wait on the second copy', await far.wait(patience)).toBe('VK_SUCCESS');
    await queue.submit({ fence: source });
    control('wait on the source behind another submit', await source.wait(patience)).toBe('VK_SUCCESS');
    await far.reset();
    expect('status of the second copy behind its reset', await far.status()).toBe('VK_NOT_READY');
    expect('status of the first copy', await near.status()).toBe('VK_SUCCESS');
    expect('status of the source', await source.status()).toBe('VK_SUCCESS');
    await source.reset();
    expect('status of the first copy behind a reset of the source', await near.status()).toBe('VK_SUCCESS');
    await near.reset();
    await queue.submit({ fence: source });
    expect('wait on the source behind a third submit', await source.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the first copy behind it', await near.status()).toBe('VK_NOT_READY');
    expect('status of the second copy behind it', await far.status()).toBe('VK_NOT_READY');
  });

importing
  .case(
    'advertised-importable',
    'A handle type that is reported importable can be imported with every permanence that it allows',
  )
  .proves('fence.import.advertised-importable')
  .over({ handleType: fenceHandleTypes, permanence: permanences, reach: reaches })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, permanence, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType], signaled: true });
    const target = await importer.fence();
    const handle = await source.export(handleType);
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    expect('result of the import', await target.tryImport(handle, handleType, permanence)).toBe('VK_SUCCESS');
    expect('wait on the target', await target.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    await (await importer.queue()).submit({ fence: target });
    expect('wait on the target behind a submit with it', await target.wait(patience)).toBe('VK_SUCCESS');
  });

importing
  .case('return-codes', 'An import that is valid succeeds, or gives an error that the command lists')
  .proves('fence.import.return-codes')
  .over({ handleType: fenceHandleTypes, permanence: permanences })
  .where(mayImport)
  .needs(exportable('fence'), importable('fence'))
  .withoutControl('a result is looked at, and what the import did is judged by the other cases')
  .run(async ({ exporter, handleType, permanence, expect, should }) => {
    for (let count = 1; count <= 20; count += 1) {
      const source = await exporter.fence({ exportAs: [handleType], signaled: true });
      const target = await exporter.fence();
      const result = await target.tryImport(await source.export(handleType), handleType, permanence);
      expect(`result of import ${count}`, result).toBeOneOf(importResults);
      should(`result of import ${count}`, result).toBeOneOf(['VK_SUCCESS', 'VK_ERROR_OUT_OF_HOST_MEMORY']);
    }
  });
