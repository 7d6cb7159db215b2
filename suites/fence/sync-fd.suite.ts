import {
  descriptorFrom,
  descriptorWhileHeld,
  type ExternalHandle,
  exportable,
  exportWhilePending,
  fenceIn,
  foreignDevice,
  foreignDevices,
  gaveDescriptor,
  type HeldWork,
  importable,
  milliseconds,
  patience,
  reaches,
  semaphoreIn,
  statusIn,
  stillPending,
  suite,
} from '../../harness/cases';

const syncFile = suite('fence.sync-fd', 'Sync files of pending payloads: imported, and outliving the fence');

syncFile
  .case(
    'keeps-primitive-alive',
    'A sync file becomes ready though the fence that it came from, its device or its instance is destroyed, and is imported with its state',
  )
  .proves('fence.sync-fd.keeps-primitive-alive')
  .over({ handleType: ['SYNC_FD'], destroyed: ['fence', 'device', 'instance'] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ fresh, exporter, handleType, destroyed, should, expect, control }) => {
    const endpoint = await fresh();
    const source = await endpoint.fence({ exportAs: [handleType] });
    const queue = await endpoint.queue();
    const held = await queue.hold({ fence: source });
    control('status of the source before the export', await source.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
    if (handle === null) return;
    const duplicate = handle.duplicate();
    control('state of the sync file while the work is held', await handle.poll(0)).toBe('not-ready');
    await held.release();
    await queue.waitIdle();
    if (destroyed === 'fence') await source.destroy();
    if (destroyed === 'device') await endpoint.destroyDevice();
    if (destroyed === 'instance') await endpoint.destroyInstance();
    expect('state of the sync file behind that', await handle.poll(Number(patience) / 1e6)).toBe('ready');
    expect('state of its duplicate', await duplicate.poll(0)).toBe('ready');
    const target = await exporter.fence();
    await target.import(handle, handleType, 'temporary');
    expect('wait on a fence that imported it behind that', await target.wait(patience)).toBe('VK_SUCCESS');
  });

syncFile
  .case(
    'pending-status',
    'A fence that imported a sync file is not ready until that signals, and a wait that is under way ends then',
  )
  .proves('fence.import.sync-pending-status')
  .over({ handleType: ['SYNC_FD'], reach: reaches, targetWas: ['signaled', 'unsignaled'] })
  .needs(exportable('fence'), importable('fence'))
  .run(async ({ exporter, importer, handleType, targetWas, should, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const held = await (await exporter.queue()).hold({ fence: source });
    control('status of the source before the export', await source.status()).toBe('VK_NOT_READY');
    const handle = await descriptorWhileHeld(held, () => source.export(handleType), should);
    if (handle === null) return;
    const target = await importer.fence({ signaled: targetWas === 'signaled' });
    await target.import(handle, handleType, 'temporary');
    expect('status of the target while the work is held', await target.status()).toBe('VK_NOT_READY');
    expect('wait on the target while the work is held', await target.wait(milliseconds(20))).toBe(
      'VK_TIMEOUT',
    );
    const waiting = target.wait(patience);
    await held.release();
    expect('the wait that was under way', await waiting).toBe('VK_SUCCESS');
    expect('status of the target', await target.status()).toBe('VK_SUCCESS');
  });

syncFile
  .case('accepts-any-native', 'A sync file is imported whatever kind of object it was exported from')
  .proves('fence.sync-fd.accepts-any-native')
  .over({
    handleType: ['SYNC_FD'],
    from: ['fence', 'semaphore'],
    state: ['signaled', 'pending'],
    reach: reaches,
  })
  .needs(importable('fence'), (device, parameters) =>
    exportable(parameters.from === 'fence' ? 'fence' : 'binary semaphore')(device, parameters),
  )
  .run(async ({ exporter, importer, handleType, from, state, should, behindMoreLoad, expect, control }) => {
    const target = await importer.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    let handle: ExternalHandle | null;
    let held: HeldWork | undefined;
    if (from === 'fence') {
      const source = await fenceIn(exporter, state, { exportAs: [handleType] });
      held = source.held;
      handle =
        held === undefined
          ? await source.fence.export(handleType)
          : await descriptorFrom(source, handleType, should);
    } else {
      const source = await semaphoreIn(exporter, state, { handleType });
      held = source.held;
      handle =
        held === undefined
          ? await source.semaphore.export(handleType)
          : (await exportWhilePending(source.semaphore, handleType, held)).handle;
      if (held !== undefined && !gaveDescriptor(handle, { should, behindMoreLoad })) return;
    }
    if (handle === null) return;
    expect('result of the import', await target.tryImport(handle, handleType, 'temporary')).toBe(
      'VK_SUCCESS',
    );
    const status = await target.status();
    if (held !== undefined && (await stillPending({ should, behindMoreLoad }, 'the status', held)))
      expect('status of the target while the signal is pending', status).toBe('VK_NOT_READY');
    await held?.release();
    expect('wait on the target behind the signal', await target.wait(patience)).toBe('VK_SUCCESS');
  });

syncFile
  .case(
    'cross-device',
    'A sync file that another physical device exported is imported, and the fence follows the work of that device',
  )
  .proves('fence.sync-fd.cross-device')
  .over({ handleType: ['SYNC_FD'], state: ['signaled', 'pending'] })
  .needs(importable('fence'), foreignDevice('fence'))
  .run(async ({ exporter, otherDevice, device, handleType, state, should, expect, control }) => {
    for (const other of foreignDevices(device, 'fence', handleType)) {
      const source = await fenceIn(await otherDevice(other), state, { exportAs: [handleType] });
      control(`status of the fence of ${other.deviceName}`, await source.fence.status()).toBe(
        statusIn[state],
      );
      const { fence, held } = source;
      const handle =
        held === undefined
          ? await fence.export(handleType)
          : await descriptorFrom(source, handleType, should);
      if (handle === null) continue;
      const target = await exporter.fence();
      control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
      const result = await target.tryImport(handle, handleType, 'temporary');
      expect(`result of the import from ${other.deviceName}`, result).toBe('VK_SUCCESS');
      if (held !== undefined)
        expect('status of the target while the work is held', await target.status()).toBe('VK_NOT_READY');
      await held?.release();
      expect('wait on the target behind the work', await target.wait(patience)).toBe('VK_SUCCESS');
    }
  });
