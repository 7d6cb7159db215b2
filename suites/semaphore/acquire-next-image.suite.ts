import {
  binarySemaphoreHandleTypes,
  binarySemaphoreReferenceTypes,
  exportable,
  exportedOnce,
  headlessSwapchain,
  importable,
  patience,
  signalThrough,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const acquiring = suite(
  'semaphore.acquire-next-image',
  'What becomes of the payload of a semaphore that is given to the acquisition of an image',
);

acquiring
  .case(
    'acts-temporary',
    'An image that is acquired gives its semaphore a payload for one wait; behind it the imported one is back, with its signal',
  )
  .proves('semaphore.acquire-next-image.acts-temporary')
  .over({ handleType: binarySemaphoreReferenceTypes, reach: ['instance', 'process'] }) // on one device a blocked queue could not be freed
  .needs(exportable('binary semaphore'), importable('binary semaphore'), headlessSwapchain)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    const target = await importer.semaphore();
    await target.import(await source.export(handleType), handleType, 'permanent');
    const shared = {
      signal: { semaphore: source, through: exporter },
      wait: { semaphore: target, through: importer },
    };
    const before = await waitAcrossHold(shared);
    control('wait on the import while the signal is held', before.held).toBe('VK_TIMEOUT');
    control('wait on the import behind the signal', before.released).toBe('VK_SUCCESS');

    const swapchain = await importer.swapchain();
    expect('result of the acquisition', await swapchain.acquire({ semaphore: target }, patience)).toBeOneOf([
      'VK_SUCCESS',
      'VK_SUBOPTIMAL_KHR',
    ]);
    await signalThrough(exporter, { semaphore: source });
    expect('wait for the acquired image', await waitThrough(importer, { semaphore: target })).toBe(
      'VK_SUCCESS',
    );
    const restored = await waitThrough(importer, { semaphore: target });
    if (restored !== 'VK_SUCCESS') await signalThrough(exporter, { semaphore: source }); // lets the queue go on
    expect('wait on the signal that the imported payload was given meanwhile', restored).toBe('VK_SUCCESS');
    const behind = await waitAcrossHold(shared);
    expect('wait on the import while the next signal is held', behind.held).toBe('VK_TIMEOUT');
    expect('wait on the import behind the next signal', behind.released).toBe('VK_SUCCESS');
  });

acquiring
  .case(
    'exports-behind-wait',
    'A semaphore that an image was acquired with exports behind its wait as it was created to',
  )
  .proves('semaphore.acquire-next-image.acts-temporary')
  .over({ handleType: binarySemaphoreHandleTypes, reach: ['instance', 'process'] }) // as above
  .where((parameters) => !exportedOnce(parameters.handleType))
  .needs(exportable('binary semaphore'), importable('binary semaphore'), headlessSwapchain)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.semaphore({ exportAs: [handleType] });
    await signalThrough(exporter, { semaphore: source });
    const before = await importer.semaphore();
    await before.import(await source.export(handleType), handleType, 'temporary');
    control(
      'wait on an import from before the acquisition',
      await waitThrough(importer, { semaphore: before }),
    ).toBe('VK_SUCCESS');

    const swapchain = await exporter.swapchain();
    expect('result of the acquisition', await swapchain.acquire({ semaphore: source }, patience)).toBeOneOf([
      'VK_SUCCESS',
      'VK_SUBOPTIMAL_KHR',
    ]);
    expect('wait for the acquired image', await waitThrough(exporter, { semaphore: source })).toBe(
      'VK_SUCCESS',
    );
    await signalThrough(exporter, { semaphore: source });
    const { result, handle } = await source.tryExport(handleType);
    expect('result of the export behind the wait', result).toBe('VK_SUCCESS');
    if (handle === undefined) return;
    const behind = await importer.semaphore();
    await behind.import(handle, handleType, 'temporary');
    expect('wait on that import', await waitThrough(importer, { semaphore: behind })).toBe('VK_SUCCESS');
  });
