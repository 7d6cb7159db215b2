import {
  binarySemaphoreReferenceTypes,
  exportable,
  exportPayload,
  foreignDevice,
  foreignDevices,
  immediately,
  importable,
  mayTravel,
  payloadOffered,
  payloads,
  permanences,
  provenSemaphore,
  type Result,
  type SemaphoreType,
  semaphoreImports,
  semaphoreOfType,
  semaphoreTypes,
  showSemaphoreUsable,
  signalThrough,
  suite,
  unusableSeconds,
  waitThrough,
} from '../../harness/cases';

const foreign = suite(
  'semaphore.foreign-payload',
  'Imports of payloads of another kind of object, another semaphore type or another device: refused, or taken without harm',
);

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';

foreign
  .case(
    'wrong-kind',
    'An import of a payload of another kind is refused as invalid, or leaves a semaphore that works; a refusal leaves the descriptor open',
  )
  .proves('semaphore.import-fd.wrong-kind')
  .over({ ...semaphoreImports, payload: payloads })
  .where(
    (parameters) =>
      mayTravel(parameters) &&
      parameters.payload !== (parameters.handleType === 'SYNC_FD' ? 'sync-file' : 'opaque-semaphore'),
  )
  .needs(semaphoreOfType(importable), payloadOffered)
  .deadline(unusableSeconds)
  .run(async (context) => {
    const { exporter, handleType, type, permanence, payload, note, expect, control } = context;
    const target = await provenSemaphore({ control }, exporter, type);
    const handle = await exportPayload(context, payload);
    if (handle === null) return;
    const kept = handle.duplicate();
    const result = await target.tryImport(handle, handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    const taken = result === 'VK_SUCCESS';
    if (taken) note('the import was not refused');
    else
      expect('whether the refused descriptor is another', handle.refersToSameAs(kept)).toDifferFrom(
        'different',
      );
    await showSemaphoreUsable({ expect }, exporter, type, target, taken && handleType === 'SYNC_FD');
  });

foreign
  .case(
    'type-mismatch',
    'An import of the payload of a semaphore of the other type is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.type-mismatch')
  .over({ handleType: binarySemaphoreReferenceTypes, type: semaphoreTypes, reach: ['device', 'instance'] })
  .needs(semaphoreOfType(exportable), (device) =>
    device.features.timelineSemaphore ? undefined : 'the device has no timelineSemaphore feature',
  )
  .run(async ({ exporter, importer, handleType, type, note, expect, control }) => {
    const other: SemaphoreType = type === 'binary' ? 'timeline' : 'binary';
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await provenSemaphore({ control }, importer, other);
    const result = await target.tryImport(await source.export(handleType), handleType, 'permanent');
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    if (result === 'VK_SUCCESS') note('the import was not refused');
    else await showSemaphoreUsable({ expect }, importer, other, target, false);
    if (type === 'timeline') {
      await source.signal(1n);
      expect('wait on the source', await source.wait(1n, immediately)).toBe('VK_SUCCESS');
    } else {
      await signalThrough(exporter, { semaphore: source });
      expect('wait on the source', await waitThrough(exporter, { semaphore: source })).toBe('VK_SUCCESS');
    }
  });

foreign
  .case(
    'foreign-device-opaque',
    'An import of an opaque handle that another device exported is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.foreign-device-opaque')
  .over({ handleType: ['OPAQUE_FD'], permanence: permanences })
  .needs(importable('binary semaphore'), foreignDevice('binary semaphore'))
  .deadline(unusableSeconds)
  .run(async ({ exporter, otherDevice, device, handleType, permanence, note, expect, control }) => {
    for (const other of foreignDevices(device, 'binary semaphore', handleType)) {
      const target = await provenSemaphore({ control }, exporter, 'binary');
      const source = await (await otherDevice(other)).semaphore({ exportAs: [handleType] });
      const result = await target.tryImport(await source.export(handleType), handleType, permanence);
      expect(`result of the import from ${other.deviceName}`, result).toBeOneOf([refusal, 'VK_SUCCESS']);
      if (result === 'VK_SUCCESS') note('the import was not refused');
      await showSemaphoreUsable({ expect }, exporter, 'binary', target, false);
    }
  });
