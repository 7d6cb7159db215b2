import {
  type CaseContext,
  type Endpoint,
  type ExternalHandle,
  exportable,
  exportPayload,
  type Fence,
  type FenceHandleType,
  fenceHandleTypes,
  foreignDevice,
  foreignDevices,
  foreignKinds,
  importable,
  keepsPayload,
  mayBeGiven,
  mayImport,
  milliseconds,
  type Need,
  patience,
  payloadOffered,
  payloads,
  permanences,
  platformOf,
  type Result,
  referenceBeside,
  suite,
  transferenceOf,
} from '../../harness/cases';

const unusable = suite(
  'fence.unusable-handle',
  'Imports of handles that hold no fence payload: refused, or taken without harm',
);

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';
/** As SYNC_FD, -1 is no unusable handle; as OPAQUE_FD it has a case of its own. */
const kinds = foreignKinds.filter((kind) => kind !== 'minus-one');
/** Those with something open behind them, that a refused import must leave open. */
const openKinds = kinds.filter((kind) => kind !== 'closed' && kind !== 'huge-number');

/** Shows that every call on a fence returns and that it can be reset, submitted and waited for. */
async function showUsable(
  { expect }: Pick<CaseContext, 'expect'>,
  endpoint: Endpoint,
  fence: Fence,
): Promise<void> {
  const begun = performance.now();
  await fence.status();
  await fence.wait(milliseconds(20));
  expect('milliseconds that a status and a wait of 20 ms took', performance.now() - begun).toBeAtMost(
    Number(patience) / 1e6,
  );
  await fence.reset();
  expect('status of the fence behind a reset', await fence.status()).toBe('VK_NOT_READY');
  await (await endpoint.queue()).submit({ fence });
  expect('wait on the fence behind a submit with it', await fence.wait(patience)).toBe('VK_SUCCESS');
}

unusable
  .case(
    'rejects-unusable',
    'An import of a handle that is no payload is refused as invalid, or leaves a fence that works',
  )
  .proves('fence.import-fd.rejects-unusable')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences, handle: kinds })
  .where(mayImport)
  .needs(importable('fence'))
  .run(async ({ exporter, handleType, permanence, handle, foreign, note, expect, control }) => {
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const result = await target.tryImport(foreign(handle), handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    if (result === 'VK_SUCCESS') note(`taken, and reads as ${await target.status()}`);
    await showUsable({ expect }, exporter, target);
  });

unusable
  .case(
    'failure-keeps-ownership',
    'A refused import leaves the descriptor open with the application, referring to what it did',
  )
  .proves('fence.import-fd.failure-keeps-ownership')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences, handle: openKinds })
  .where(mayImport)
  .needs(importable('fence'))
  .run(async ({ exporter, handleType, permanence, handle, foreign, note, expect, control }) => {
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const passed = foreign(handle);
    const kept = passed.duplicate();
    const identity = passed.identity();
    control('whether the descriptor is open before the import', passed.isOpen()).toBe(true);
    const result = await target.tryImport(passed, handleType, permanence);
    expect('whether an unrelated descriptor is open behind the import', kept.isOpen()).toBe(true);
    if (result === 'VK_SUCCESS') {
      note('the import was not refused, so that the descriptor is the driver’s');
      return;
    }
    expect('whether the descriptor is open', passed.isOpen()).toBe(true);
    expect('what it refers to', passed.identity()).toBe(identity);
    expect('whether it differs from a duplicate made before', passed.refersToSameAs(kept)).toDifferFrom(
      'different',
    );
  });

/** What the target of an import may hold before; the last two are payloads that came by import. */
const holdings = ['signaled', 'unsignaled', 'shared', 'temporary'] as const;
type Holding = (typeof holdings)[number];

/** Where the target is to hold an imported payload, that can be imported. */
const holdingOffered: Need<{ readonly handleType: FenceHandleType; readonly held: Holding }> = (
  device,
  { handleType, held },
) => {
  const reference = { handleType: referenceBeside(handleType) };
  if (held === 'temporary' && platformOf(handleType) === 'posix')
    return importable('fence')(device, { handleType: 'SYNC_FD' });
  return held === 'shared' || held === 'temporary'
    ? (exportable('fence')(device, reference) ?? importable('fence')(device, reference))
    : undefined;
};

/** What stands for a payload that is signaled already: -1 where there are sync files, else one of an exported fence. */
async function signaledOffer(
  { exporter, minusOne }: Pick<CaseContext, 'exporter' | 'minusOne'>,
  handleType: FenceHandleType,
): Promise<{ readonly handle: ExternalHandle; readonly handleType: FenceHandleType }> {
  if (platformOf(handleType) === 'posix') return { handle: minusOne(), handleType: 'SYNC_FD' };
  const signaled = await exporter.fence({ signaled: true, exportAs: [handleType] });
  return { handle: await signaled.export(handleType), handleType };
}

unusable
  .case(
    'failure-preserves-target',
    'A refused import leaves the fence with the payload, the state and the permanence that it had',
  )
  .proves('fence.import.failure-preserves-target')
  .over({
    handleType: fenceHandleTypes,
    permanence: permanences,
    handle: ['closed', 'pipe-read-end', 'regular-file', 'event'],
    held: holdings,
  })
  .where(
    (parameters) =>
      mayImport(parameters) &&
      (keepsPayload(parameters.handleType) || mayBeGiven({ ...parameters, source: parameters.handle })),
  )
  .needs(importable('fence'), holdingOffered)
  .run(async (context) => {
    const { exporter, handleType, permanence, handle, held, foreign, note, expect, control } = context;
    const reference = referenceBeside(handleType);
    const target = await exporter.fence({ signaled: held === 'signaled' });
    const sharer = await exporter.fence(held === 'shared' ? { exportAs: [reference] } : {});
    if (held === 'shared') await target.import(await sharer.export(reference), reference, 'permanent');
    if (held === 'temporary') {
      const offer = await signaledOffer(context, handleType);
      await target.import(offer.handle, offer.handleType, 'temporary');
    }
    const status = held === 'signaled' || held === 'temporary' ? 'VK_SUCCESS' : 'VK_NOT_READY';
    control('status of the target before the import', await target.status()).toBe(status);
    const result = await target.tryImport(foreign(handle), handleType, permanence);
    if (result === 'VK_SUCCESS') {
      note('the import was not refused, so that the target has another payload');
      if (permanence === 'permanent') return showUsable({ expect }, exporter, target);
    } else expect('status of the target behind the refusal', await target.status()).toBe(status);
    await target.reset();
    expect('status of the target behind a reset', await target.status()).toBe('VK_NOT_READY');
    await (await exporter.queue()).submit({ fence: held === 'shared' ? sharer : target });
    expect('wait on the target behind a signal of its payload', await target.wait(patience)).toBe(
      'VK_SUCCESS',
    );
  });

unusable
  .case(
    'wrong-kind',
    'An import of a payload of another kind is refused as invalid, or leaves a fence that works; a refusal leaves the descriptor open',
  )
  .proves('fence.import-fd.wrong-kind')
  .over({ handleType: ['OPAQUE_FD', 'SYNC_FD'], permanence: permanences, payload: payloads })
  .where(
    ({ handleType, permanence, payload }) =>
      mayImport({ handleType, permanence }) &&
      payload !== (transferenceOf(handleType) === 'copy' ? 'sync-file' : 'opaque-fence'),
  )
  .needs(importable('fence'), payloadOffered)
  .run(async (context) => {
    const { exporter, handleType, permanence, payload, note, expect, control } = context;
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    const handle = await exportPayload(context, payload);
    if (handle === null) return;
    const kept = handle.duplicate();
    const result = await target.tryImport(handle, handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    if (result === 'VK_SUCCESS') note(`taken, and reads as ${await target.status()}`);
    else {
      expect('whether the refused descriptor is open', handle.isOpen()).toBe(true);
      expect('whether it differs from a duplicate made before', handle.refersToSameAs(kept)).toDifferFrom(
        'different',
      );
    }
    await showUsable({ expect }, exporter, target);
  });

unusable
  .case('opaque-minus-one', 'An import of -1 as an opaque handle is refused, and the fence stays as it was')
  .proves('fence.import-fd.opaque-minus-one')
  .over({ handleType: ['OPAQUE_FD'], permanence: permanences })
  .needs(importable('fence'))
  .run(async ({ exporter, handleType, permanence, minusOne, expect, control }) => {
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    expect('result of the import', await target.tryImport(minusOne(), handleType, permanence)).toBe(refusal);
    expect('status of the target behind the refusal', await target.status()).toBe('VK_NOT_READY');
    await showUsable({ expect }, exporter, target);
  });

unusable
  .case(
    'foreign-device-opaque',
    'An import of an opaque handle that another device exported is refused as invalid, or leaves a fence that works',
  )
  .proves('fence.import-fd.foreign-device-opaque')
  .over({ handleType: ['OPAQUE_FD'], permanence: permanences })
  .needs(importable('fence'), foreignDevice('fence'))
  .run(async ({ exporter, otherDevice, device, handleType, permanence, note, expect, control }) => {
    const target = await exporter.fence();
    control('status of the target before the import', await target.status()).toBe('VK_NOT_READY');
    for (const other of foreignDevices(device, 'fence', handleType)) {
      const source = await (await otherDevice(other)).fence({ exportAs: [handleType] });
      const handle = await source.export(handleType);
      const result = await target.tryImport(handle, handleType, permanence);
      expect(`result of the import from ${other.deviceName}`, result).toBeOneOf([refusal, 'VK_SUCCESS']);
      if (result === 'VK_SUCCESS') note(`taken, and reads as ${await target.status()}`);
      await showUsable({ expect }, exporter, target);
    }
  });
