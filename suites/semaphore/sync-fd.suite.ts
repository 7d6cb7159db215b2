import {
  exportInState,
  foreignDevice,
  foreignDevices,
  gaveDescriptor,
  importable,
  provenSemaphore,
  semaphoreIn,
  stillPending,
  suite,
  waitThrough,
  waitWhileHeld,
} from '../../harness/cases';

const syncFd = suite('semaphore.sync-fd', 'What a SYNC_FD is to devices other than the one that exported it');

syncFd
  .case(
    'cross-device',
    'A sync file of another device can be imported, and a queue waits for the work behind it',
  )
  .proves('semaphore.sync-fd.cross-device')
  .over({ handleType: ['SYNC_FD'], state: ['signaled', 'pending'] })
  .needs(importable('binary semaphore'), foreignDevice('binary semaphore'))
  .run(
    async ({ exporter, otherDevice, device, handleType, state, expect, control, should, behindMoreLoad }) => {
      for (const other of foreignDevices(device, 'binary semaphore', handleType)) {
        const target = await provenSemaphore({ control }, exporter, 'binary');
        const source = await semaphoreIn(await otherDevice(other), state, { handleType });
        const handle = await exportInState(source, handleType);
        if (state === 'pending' && !gaveDescriptor(handle, { should, behindMoreLoad })) continue;
        expect(
          `result of the import from ${other.deviceName}`,
          await target.tryImport(handle, handleType, 'temporary'),
        ).toBe('VK_SUCCESS');
        if (source.held === undefined) {
          expect('wait on the import', await waitThrough(exporter, { semaphore: target })).toBe('VK_SUCCESS');
          continue;
        }
        const waiting = await waitWhileHeld(exporter, { semaphore: target });
        if (await stillPending({ should, behindMoreLoad }, 'the wait', source.held))
          expect('wait on the import while its work is pending', waiting.held).toBe('VK_TIMEOUT');
        await source.held.release();
        expect('wait on the import behind its work', await waiting.result()).toBe('VK_SUCCESS');
      }
    },
  );
