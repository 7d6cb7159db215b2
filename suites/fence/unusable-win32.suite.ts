import {
  exportable,
  importable,
  mayBeGiven,
  patience,
  permanences,
  type Result,
  suite,
  unusableOffer,
  unusableSources,
} from '../../harness/cases';

const unusable = suite(
  'fence.unusable-win32',
  'Imports of Windows handles and names that hold no fence payload: refused, or taken without harm',
);

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';

unusable
  .case(
    'rejects-unusable',
    'An import of what is no payload is refused as invalid and changes nothing, or leaves a fence that works; the handle stays the application’s either way',
  )
  .proves('fence.import-win32.rejects-unusable')
  .over({
    handleType: ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'],
    permanence: permanences,
    source: unusableSources,
  })
  .where(mayBeGiven)
  .needs(exportable('fence'), importable('fence'))
  .run(async (context) => {
    const { exporter, handleType, permanence, source, note, expect, control } = context;
    const sharer = await exporter.fence({ exportAs: [handleType] });
    const target = await exporter.fence();
    await target.import(await sharer.export(handleType), handleType, 'permanent');
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const offer = await unusableOffer(context, source, async () => {
      const gone = await exporter.fence({ exportAs: [handleType], signaled: true });
      const handle = await gone.export(handleType);
      await gone.destroy();
      return handle;
    });
    control('what became of the application’s handle before the import', offer.damage()).toBe(undefined);
    const result = await target.tryImport(offer.from, handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    expect('what became of the application’s handle', offer.damage()).toBe(undefined);
    const queue = await exporter.queue();
    if (result === 'VK_SUCCESS') {
      note(`taken, and reads as ${await target.status()}`);
      await target.reset();
      expect('status of the target behind a reset', await target.status()).toBe('VK_NOT_READY');
      await queue.submit({ fence: target });
    } else {
      expect('status of the target behind the refusal', await target.status()).toBe('VK_NOT_READY');
      await queue.submit({ fence: sharer });
    }
    expect('wait on the target behind a signal of its payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });
