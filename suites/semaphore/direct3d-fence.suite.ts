import {
  fenceCreator,
  fenceCreators,
  fenceOperation,
  importable,
  makeFence,
  permanences,
  semaphoreOfType,
  semaphoreTypes,
  signalThrough,
  suite,
  valueOnceReached,
  waitAcrossCreator,
  waitThrough,
  waitWhileHeld,
} from '../../harness/cases';

const fences = suite(
  'semaphore.direct3d-fence',
  'Semaphores with the payload of a fence that Direct3D 11 or 12 made',
);

fences
  .case(
    'import-from-either',
    'A fence of Direct3D 11 is imported as one of Direct3D 12 is: what either side signals the other waits for and sees',
  )
  .proves(
    'capabilities.semaphore.d3d11-alias',
    'semaphore.d3d12-fence.import-both-types',
    'semaphore.d3d12-fence.submit-values',
  )
  .over({
    handleType: ['D3D12_FENCE'],
    creator: fenceCreators,
    type: semaphoreTypes,
    permanence: permanences,
  })
  // A timeline semaphore takes no temporary payload.
  .where(({ type, permanence }) => type === 'binary' || permanence === 'permanent')
  .needs(semaphoreOfType(importable), fenceCreator)
  .run(async (context) => {
    const { exporter, endpoint, handleType, creator, type, permanence, expect, control } = context;
    const elsewhere = await endpoint('instance');
    const fence = await makeFence(context, creator);
    const here = await exporter.semaphore({ type });
    const there = await elsewhere.semaphore({ type });
    expect('result of the import', await here.tryImport(fence.handle, handleType, permanence)).toBe(
      'VK_SUCCESS',
    );
    await there.import(fence.handle, handleType, permanence);
    const renew = async (): Promise<void> => {
      if (permanence === 'temporary') await here.import(fence.handle, handleType, permanence);
    };
    control('value of the fence before any signal', fence.value()).toBe(0n);
    const first = fenceOperation(type, here, 3n);
    // Nobody may wait for a binary semaphore before the signal is submitted.
    if (type === 'timeline') {
      const early = await waitWhileHeld(exporter, first);
      expect('wait before the creator signals', early.held).toBe('VK_TIMEOUT');
      fence.signal(3n);
      expect('that wait behind the signal', await early.result()).toBe('VK_SUCCESS');
      expect('counter behind the signal', await here.counter()).toBe(3n);
    } else {
      fence.signal(3n);
      expect('wait behind the signal of the creator', await waitThrough(exporter, first)).toBe('VK_SUCCESS');
      await renew();
    }
    const far = 2n ** 40n;
    await signalThrough(exporter, fenceOperation(type, here, far));
    expect('value that the creator sees behind a signal', await valueOnceReached(fence, far)).toBe(far);
    const across = await waitAcrossCreator({
      fence,
      signal: { type, semaphore: there, through: elsewhere },
      wait: { type, semaphore: here, through: exporter },
      above: far,
      renew,
    });
    expect('wait for what the creator signals behind a signal that is held', across.held).toBe('VK_TIMEOUT');
    expect('that wait behind the release', across.released).toBe('VK_SUCCESS');
    expect('value of the fence at the end', await valueOnceReached(fence, across.reached)).toBe(
      across.reached,
    );
  });
