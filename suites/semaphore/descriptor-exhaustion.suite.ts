import {
  exportable,
  exportWithoutDescriptors,
  mayTravel,
  operation,
  pendingExport,
  type Result,
  semaphoreIn,
  semaphoreOfType,
  semaphoreTypes,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const exhausted = suite(
  'semaphore.descriptor-exhaustion',
  'An export in a process that can get no further descriptor',
);

exhausted
  .case('exhaustion-error', 'An export for which no descriptor is left fails with an error that says so')
  .proves('semaphore.export-fd.exhaustion-error')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], type: semaphoreTypes, state: ['signaled', 'pending'] })
  .where(({ handleType, type, state }) =>
    // -1, which a copy of a signaled payload may be, needs no descriptor
    handleType === 'SYNC_FD' ? type === 'binary' && state === 'pending' : true,
  )
  .needs(semaphoreOfType(exportable))
  .run(
    async ({
      exporter,
      handleType,
      type,
      state,
      withoutDescriptors,
      expect,
      control,
      should,
      behindMoreLoad,
    }) => {
      const before = await semaphoreIn(exporter, 'signaled', { handleType, type });
      control(
        'result of an export while descriptors are left',
        (await before.semaphore.tryExport(handleType)).result,
      ).toBe('VK_SUCCESS');
      const without = await exportWithoutDescriptors(
        { withoutDescriptors },
        () => semaphoreIn(exporter, state, { handleType, type }),
        ({ semaphore }) => semaphore.tryExport(handleType),
      );
      await without.source.held?.release();
      if (without.handle?.isMinusOne && !without.stillPending) behindMoreLoad(pendingExport, 'driver');
      if (without.handle?.isMinusOne && handleType === 'SYNC_FD') {
        // A driver that does the work first owes no descriptor any more.
        const judge = without.stillPending ? expect : should;
        judge<string>(
          'export of a pending payload while no descriptor is left',
          without.stillPending ? '-1, ahead of the work' : '-1, behind the work',
        ).toBe('an error');
      } else if (without.result === 'VK_ERROR_UNKNOWN') {
        should<string>('result while no descriptor is left', without.result).toBe(
          'VK_ERROR_TOO_MANY_OBJECTS',
        );
      } else {
        expect('result while no descriptor is left', without.result).toBeOneOf([
          'VK_ERROR_TOO_MANY_OBJECTS',
          'VK_ERROR_OUT_OF_HOST_MEMORY',
        ]);
      }
      const { semaphore: after } = await semaphoreIn(exporter, 'signaled', { handleType, type });
      expect('result of an export behind it', (await after.tryExport(handleType)).result).toBe('VK_SUCCESS');
    },
  );

exhausted
  .case('oom-leaves-intact', 'An export that fails for want of memory leaves the signal for the next wait')
  .proves('semaphore.export-fd.oom-leaves-intact')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], type: semaphoreTypes })
  .where(mayTravel)
  .needs(semaphoreOfType(exportable))
  .run(async ({ exporter, handleType, type, withoutDescriptors, expect, control, should, note }) => {
    const first = await exporter.semaphore({ type });
    const own = { ...operation(type, first), through: exporter };
    const before = await waitAcrossHold({ signal: own, wait: own });
    control('wait on a semaphore while its signal is held', before.held).toBe('VK_TIMEOUT');
    // A pending copy, since one of a signaled payload may be -1, which needs no descriptor.
    const state = handleType === 'SYNC_FD' ? 'pending' : 'signaled';
    const { source, result } = await exportWithoutDescriptors(
      { withoutDescriptors },
      () => semaphoreIn(exporter, state, { handleType, type }),
      ({ semaphore }) => semaphore.tryExport(handleType),
    );
    await source.held?.release();
    if (result === 'VK_ERROR_OUT_OF_HOST_MEMORY') {
      expect(
        'wait on the semaphore behind the export',
        await waitThrough(exporter, operation(type, source.semaphore)),
      ).toBe('VK_SUCCESS');
      return;
    }
    // Behind any other result the signal may be gone, and a wait for it would keep the queue for ever.
    should<Result>('result of the export', result).toBeOneOf([
      'VK_ERROR_OUT_OF_HOST_MEMORY',
      'VK_ERROR_TOO_MANY_OBJECTS',
    ]);
    note(`the export gave ${result}, which promises nothing of the signal`);
  });
