import {
  exportable,
  importable,
  mayBeGiven,
  mayTravel,
  operation,
  permanences,
  type Result,
  semaphoreOfType,
  semaphoreTypes,
  showSemaphoreUsable,
  signalThrough,
  suite,
  unusableOffer,
  unusableSeconds,
  unusableSources,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const unusable = suite(
  'semaphore.unusable-win32',
  'Imports of Windows handles and names that hold no payload for the semaphore: refused, or taken without harm',
);

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';

unusable
  .case(
    'rejects-unusable',
    'An import of what is no payload is refused as invalid and changes nothing, or leaves a semaphore that works; the handle stays the application’s either way',
  )
  .proves('semaphore.import-win32.rejects-unusable')
  .over({
    handleType: ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT', 'D3D12_FENCE'],
    type: semaphoreTypes,
    permanence: permanences,
    source: unusableSources,
  })
  .where((parameters) => mayTravel(parameters) && mayBeGiven(parameters))
  .needs(semaphoreOfType(exportable), semaphoreOfType(importable))
  .deadline(unusableSeconds)
  .run(async (context) => {
    const { exporter, handleType, type, permanence, source, note, expect, control } = context;
    const sharer = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await exporter.semaphore({ type });
    await target.import(await sharer.export(handleType), handleType, 'permanent');
    const shared = { ...operation(type, sharer), through: exporter };
    const wait = await waitAcrossHold({
      signal: shared,
      wait: { ...operation(type, target), through: exporter },
    });
    control('wait on the target while the signal of its payload is held', wait.held).toBe('VK_TIMEOUT');
    control('wait on the target behind it', wait.released).toBe('VK_SUCCESS');
    const offer = await unusableOffer(context, source, async () => {
      const gone = await exporter.semaphore({ type, exportAs: [handleType] });
      const handle = await gone.export(handleType);
      await gone.destroy();
      return handle;
    });
    control('what became of the application’s handle before the import', offer.damage()).toBe(undefined);
    const result = await target.tryImport(offer.from, handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    expect('what became of the application’s handle', offer.damage()).toBe(undefined);
    if (result === 'VK_SUCCESS') {
      note('the import was not refused');
      await showSemaphoreUsable({ expect }, exporter, type, target, false);
      return;
    }
    await signalThrough(exporter, operation(type, sharer, 2n));
    expect(
      'wait on the target behind one more signal of its payload',
      await waitThrough(exporter, operation(type, target, 2n)),
    ).toBe('VK_SUCCESS');
  });
