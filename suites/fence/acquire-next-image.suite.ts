import {
  exportable,
  exportedOnce,
  fenceHandleTypes,
  fenceReferenceTypes,
  headlessSwapchain,
  importable,
  patience,
  reaches,
  suite,
} from '../../harness/cases';

const acquiring = suite(
  'fence.acquire-next-image',
  'What becomes of the payload of a fence that is given to the acquisition of an image',
);

acquiring
  .case(
    'acts-temporary',
    'An image that is acquired gives its fence a payload until the next reset; behind it the imported one is back',
  )
  .proves('fence.acquire-next-image.acts-temporary')
  .over({ handleType: fenceReferenceTypes, reach: reaches })
  .needs(exportable('fence'), importable('fence'), headlessSwapchain)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const target = await importer.fence();
    await target.import(await source.export(handleType), handleType, 'permanent');
    const queue = await exporter.queue();
    await queue.submit({ fence: source });
    control('wait on the import behind a signal of the source', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
    control('wait on the source behind it', await source.wait(patience)).toBe('VK_SUCCESS');
    await target.reset();
    control('status of the import before the acquisition', await target.status()).toBe('VK_NOT_READY');
    control('status of the source before the acquisition', await source.status()).toBe('VK_NOT_READY');

    const swapchain = await importer.swapchain();
    expect('result of the acquisition', await swapchain.acquire({ fence: target }, patience)).toBeOneOf([
      'VK_SUCCESS',
      'VK_SUBOPTIMAL_KHR',
    ]);
    expect('wait for the acquired image', await target.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the source, whose payload the acquisition covers', await source.status()).toBe(
      'VK_NOT_READY',
    );
    await target.reset();
    expect('status of the fence behind its reset', await target.status()).toBe('VK_NOT_READY');
    const held = await queue.hold({ fence: source });
    expect('status of the fence while a signal of the source is held', await target.status()).toBe(
      'VK_NOT_READY',
    );
    await held.release();
    control('wait on the source behind that signal', await source.wait(patience)).toBe('VK_SUCCESS');
    expect('status of the fence behind that signal', await target.status()).toBe('VK_SUCCESS');
    await target.reset();
    expect('status of the source behind another reset of the fence', await source.status()).toBe(
      'VK_NOT_READY',
    );
  });

acquiring
  .case(
    'exports-behind-reset',
    'A fence that an image was acquired with exports behind its reset as it was created to',
  )
  .proves('fence.acquire-next-image.acts-temporary')
  .over({ handleType: fenceHandleTypes, reach: reaches })
  .where(({ handleType }) => !exportedOnce(handleType))
  .needs(exportable('fence'), importable('fence'), headlessSwapchain)
  .run(async ({ exporter, importer, handleType, expect, control }) => {
    const source = await exporter.fence({ exportAs: [handleType] });
    const queue = await exporter.queue();
    const before = await importer.fence();
    control('status of the importing fence before the import', await before.status()).toBe('VK_NOT_READY');
    await queue.submit({ fence: source });
    control('wait on the fence before the acquisition', await source.wait(patience)).toBe('VK_SUCCESS');
    await before.import(await source.export(handleType), handleType, 'temporary');
    control('wait on an import from before the acquisition', await before.wait(patience)).toBe('VK_SUCCESS');
    await source.reset();

    const swapchain = await exporter.swapchain();
    expect('result of the acquisition', await swapchain.acquire({ fence: source }, patience)).toBeOneOf([
      'VK_SUCCESS',
      'VK_SUBOPTIMAL_KHR',
    ]);
    expect('wait for the acquired image', await source.wait(patience)).toBe('VK_SUCCESS');
    await source.reset();
    expect('status of the fence behind its reset', await source.status()).toBe('VK_NOT_READY');
    await queue.submit({ fence: source });
    expect('wait on the fence behind a submit with it', await source.wait(patience)).toBe('VK_SUCCESS');
    const { result, handle } = await source.tryExport(handleType);
    expect('result of the export behind the reset', result).toBe('VK_SUCCESS');
    if (handle === undefined) return;
    const behind = await importer.fence();
    control('status of another importing fence', await behind.status()).toBe('VK_NOT_READY');
    await behind.import(handle, handleType, 'temporary');
    expect('wait on that import', await behind.wait(patience)).toBe('VK_SUCCESS');
  });
