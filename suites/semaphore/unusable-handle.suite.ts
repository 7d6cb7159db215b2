import {
  type CaseContext,
  type Endpoint,
  type ExternalHandle,
  exportable,
  exportableMemory,
  exportInState,
  type ForeignKind,
  foreignDevice,
  foreignDevices,
  gaveDescriptor,
  immediately,
  importable,
  mayTravel,
  memoryFor,
  milliseconds,
  type Need,
  operation,
  permanences,
  type Result,
  type Semaphore,
  type SemaphoreType,
  semaphoreIn,
  semaphoreOfType,
  semaphoreTypes,
  settledDescriptor,
  signalThrough,
  submitWait,
  suite,
  waitAcrossHold,
  waitThrough,
} from '../../harness/cases';

const unusable = suite(
  'semaphore.unusable-handle',
  'Imports of handles that hold no payload for the semaphore: refused, or taken without harm',
);

const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';
const kinds = [
  'closed',
  'pipe-read-end',
  'pipe-write-end',
  'null-device',
  'regular-file',
  'memory-file',
  'event',
  'unix-socket',
  'minus-one',
  'huge-number',
] as const satisfies readonly ForeignKind[];
/** Those with something open behind them, that a refused import must leave open. */
const openKinds = kinds.filter((kind) => !['minus-one', 'closed', 'huge-number'].includes(kind));
/** Nothing is pending, so that a wait on a copy that was taken must end at once. */
const atOnce = milliseconds(500);
/** Seconds for a case that a stalled queue keeps from cleaning up. */
const stallSeconds = 3;

const axes = {
  handleType: ['OPAQUE_FD', 'SYNC_FD'],
  type: semaphoreTypes,
  permanence: permanences,
} as const;

type Judging = Pick<CaseContext, 'expect' | 'control'>;

/** A semaphore of that type that has been signaled and waited for once, which shows that its waits are real. */
async function provenTarget(
  { control }: Pick<Judging, 'control'>,
  endpoint: Endpoint,
  type: SemaphoreType,
): Promise<Semaphore> {
  const target = await endpoint.semaphore({ type });
  const own = { ...operation(type, target), through: endpoint };
  const wait = await waitAcrossHold({ signal: own, wait: own });
  control('wait on the target while its signal is held', wait.held).toBe('VK_TIMEOUT');
  control('wait on the target behind its signal', wait.released).toBe('VK_SUCCESS');
  return target;
}

/** Shows that a semaphore can be signaled and waited for, and first, where a copy was taken, that its wait ends. */
async function showUsable(
  { expect }: Pick<Judging, 'expect'>,
  endpoint: Endpoint,
  type: SemaphoreType,
  target: Semaphore,
  tookCopy: boolean,
): Promise<void> {
  if (tookCopy) {
    const wait = await submitWait(endpoint, { semaphore: target });
    expect('wait on the copy that was taken', await wait.wait(atOnce)).toBe('VK_SUCCESS');
  }
  const next = type === 'timeline' ? (await target.counter()) + 1n : 1n;
  await signalThrough(endpoint, operation(type, target, next));
  expect(
    'wait on the target behind one more signal',
    await waitThrough(endpoint, operation(type, target, next)),
  ).toBe('VK_SUCCESS');
}

unusable
  .case(
    'rejects-unusable',
    'An import of a handle that is no payload is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.rejects-unusable')
  .over({ ...axes, handle: kinds })
  .where(
    (parameters) =>
      mayTravel(parameters) && !(parameters.handleType === 'SYNC_FD' && parameters.handle === 'minus-one'),
  )
  .needs(semaphoreOfType(importable))
  .deadline(stallSeconds)
  .run(async ({ exporter, handleType, type, permanence, handle, foreign, note, expect, control }) => {
    const target = await provenTarget({ control }, exporter, type);
    const result = await target.tryImport(foreign(handle), handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    const taken = result === 'VK_SUCCESS';
    if (taken) note('the import was not refused');
    await showUsable({ expect }, exporter, type, target, taken && handleType === 'SYNC_FD');
  });

unusable
  .case(
    'failure-keeps-ownership',
    'A refused import leaves the descriptor open with the application, referring to what it did',
  )
  .proves('semaphore.import-fd.failure-keeps-ownership')
  .over({ ...axes, handle: openKinds })
  .where(mayTravel)
  .needs(semaphoreOfType(importable))
  .run(
    async ({
      exporter,
      handleType,
      type,
      permanence,
      handle,
      foreign,
      descriptors,
      should,
      expect,
      control,
    }) => {
      const target = await exporter.semaphore({ type });
      const passed = foreign(handle);
      const kept = passed.duplicate();
      const identity = passed.identity();
      control('whether the descriptor is open before the import', passed.isOpen()).toBe(true);
      const before = descriptors();
      const result = await target.tryImport(passed, handleType, permanence);
      expect('whether an unrelated descriptor is open behind the import', kept.isOpen()).toBe(true);
      if (result === 'VK_SUCCESS') {
        should<Result>('result of the import, which the case needs refused', result).toBe(refusal);
        return;
      }
      expect('descriptors that vanished', before.changes().vanished.length).toBe(0);
      expect('whether the descriptor is open', passed.isOpen()).toBe(true);
      expect('what it refers to', passed.identity()).toBe(identity);
      expect('whether it differs from a duplicate made before', passed.refersToSameAs(kept)).toDifferFrom(
        'different',
      );
    },
  );

/** What the target of an import may hold before; the last two are payloads that came by import. */
const holdings = ['signaled', 'unsignaled', 'shared', 'temporary'] as const;

/** Where the target is to hold an imported payload, that can be imported. */
const holdingOffered: Need<{ readonly held: (typeof holdings)[number]; readonly type: string }> = (
  device,
  { held, type },
) => {
  const shared = { handleType: 'OPAQUE_FD', type };
  if (held === 'shared')
    return semaphoreOfType(exportable)(device, shared) ?? semaphoreOfType(importable)(device, shared);
  return held === 'temporary' ? importable('binary semaphore')(device, { handleType: 'SYNC_FD' }) : undefined;
};

unusable
  .case(
    'failure-preserves-target',
    'A refused import leaves the semaphore with the payload and the state that it had',
  )
  .proves('semaphore.import.failure-preserves-target')
  .over({ ...axes, handle: ['closed', 'pipe-read-end', 'regular-file', 'event'], held: holdings })
  .where(
    (parameters) =>
      mayTravel(parameters) && !(parameters.type === 'timeline' && parameters.held === 'temporary'),
  )
  .needs(semaphoreOfType(importable), holdingOffered)
  .run(
    async ({
      exporter,
      handleType,
      type,
      permanence,
      handle,
      held,
      foreign,
      minusOne,
      should,
      expect,
      control,
    }) => {
      const target = await provenTarget({ control }, exporter, type);
      const signaled = operation(type, target, 2n);
      let signaling = signaled;
      if (held === 'signaled') await signalThrough(exporter, signaled);
      if (held === 'temporary') await target.import(minusOne(), 'SYNC_FD', 'temporary');
      if (held === 'shared') {
        const sharer = await exporter.semaphore({ type, exportAs: ['OPAQUE_FD'] });
        await target.import(await sharer.export('OPAQUE_FD'), 'OPAQUE_FD', 'permanent');
        signaling = operation(type, sharer, 2n);
      }
      const counter = type === 'timeline' ? await target.counter() : null;
      const result = await target.tryImport(foreign(handle), handleType, permanence);
      if (result === 'VK_SUCCESS') {
        should<Result>('result of the import, which the case needs refused', result).toBe(refusal);
        return;
      }
      if (counter !== null) expect('counter behind the refusal', await target.counter()).toBe(counter);
      if (held === 'shared' || held === 'unsignaled') {
        const own = await waitAcrossHold({
          signal: { ...signaling, through: exporter },
          wait: { ...signaled, through: exporter },
        });
        expect('wait behind the refusal while the signal of the payload is held', own.held).toBe(
          'VK_TIMEOUT',
        );
        expect('that wait behind the signal', own.released).toBe('VK_SUCCESS');
      } else {
        expect('wait on the signal from before the refusal', await waitThrough(exporter, signaled)).toBe(
          'VK_SUCCESS',
        );
      }
    },
  );

const payloads = ['opaque-memory', 'dma-buf', 'opaque-fence', 'opaque-semaphore', 'sync-file'] as const;
type Payload = (typeof payloads)[number];

/** The device exports the payload that the axis `payload` names. */
const payloadOffered: Need<{ readonly payload: Payload }> = (device, { payload }) => {
  const opaqueFd = { handleType: 'OPAQUE_FD' };
  return {
    'opaque-memory': () => memoryFor('buffer', 'exportable')(device, opaqueFd),
    'dma-buf': () => memoryFor('buffer', 'exportable')(device, { handleType: 'DMA_BUF' }),
    'opaque-fence': () => exportable('fence')(device, opaqueFd),
    'opaque-semaphore': () => exportable('binary semaphore')(device, opaqueFd),
    'sync-file': () => exportable('binary semaphore')(device, { handleType: 'SYNC_FD' }),
  }[payload]();
};

async function exportPayload(
  { exporter, device, should }: Pick<CaseContext, 'exporter' | 'device' | 'should'>,
  payload: Payload,
): Promise<ExternalHandle | null> {
  switch (payload) {
    case 'opaque-memory':
      return (await exportableMemory(exporter, device, { handleType: 'OPAQUE_FD' })).export();
    case 'dma-buf':
      return (await exportableMemory(exporter, device, { handleType: 'DMA_BUF' })).export();
    case 'opaque-fence':
      return settledDescriptor(exporter, 'OPAQUE_FD', should);
    case 'opaque-semaphore':
      return (await exporter.semaphore({ exportAs: ['OPAQUE_FD'] })).export('OPAQUE_FD');
    case 'sync-file': {
      const source = await semaphoreIn(exporter, 'pending', { handleType: 'SYNC_FD' });
      const handle = await exportInState(source, 'SYNC_FD');
      await source.held?.release();
      return gaveDescriptor(handle, should) ? handle : null;
    }
  }
}

unusable
  .case(
    'wrong-kind',
    'An import of a payload of another kind is refused as invalid, or leaves a semaphore that works; a refusal leaves the descriptor open',
  )
  .proves('semaphore.import-fd.wrong-kind')
  .over({ ...axes, payload: payloads })
  .where(
    (parameters) =>
      mayTravel(parameters) &&
      parameters.payload !== (parameters.handleType === 'SYNC_FD' ? 'sync-file' : 'opaque-semaphore'),
  )
  .needs(semaphoreOfType(importable), payloadOffered)
  .deadline(stallSeconds)
  .run(async ({ exporter, device, handleType, type, permanence, payload, should, note, expect, control }) => {
    const target = await provenTarget({ control }, exporter, type);
    const handle = await exportPayload({ exporter, device, should }, payload);
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
    await showUsable({ expect }, exporter, type, target, taken && handleType === 'SYNC_FD');
  });

unusable
  .case(
    'type-mismatch',
    'An import of the payload of a semaphore of the other type is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.type-mismatch')
  .over({ handleType: ['OPAQUE_FD'], type: semaphoreTypes, reach: ['device', 'instance'] })
  .needs(semaphoreOfType(exportable), (device) =>
    device.features.timelineSemaphore ? undefined : 'the device has no timelineSemaphore feature',
  )
  .run(async ({ exporter, importer, handleType, type, note, expect, control }) => {
    const other: SemaphoreType = type === 'binary' ? 'timeline' : 'binary';
    const source = await exporter.semaphore({ type, exportAs: [handleType] });
    const target = await provenTarget({ control }, importer, other);
    const result = await target.tryImport(await source.export(handleType), handleType, 'permanent');
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    if (result === 'VK_SUCCESS') note('the import was not refused');
    else await showUsable({ expect }, importer, other, target, false);
    if (type === 'timeline') {
      await source.signal(1n);
      expect('wait on the source', await source.wait(1n, immediately)).toBe('VK_SUCCESS');
    } else {
      await signalThrough(exporter, { semaphore: source });
      expect('wait on the source', await waitThrough(exporter, { semaphore: source })).toBe('VK_SUCCESS');
    }
  });

unusable
  .case(
    'foreign-device-opaque',
    'An import of an opaque handle that another device exported is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.foreign-device-opaque')
  .over({ handleType: ['OPAQUE_FD'], permanence: permanences })
  .needs(importable('binary semaphore'), foreignDevice('binary semaphore'))
  .deadline(stallSeconds)
  .run(async ({ exporter, otherDevice, device, handleType, permanence, note, expect, control }) => {
    for (const other of foreignDevices(device, 'binary semaphore', handleType)) {
      const target = await provenTarget({ control }, exporter, 'binary');
      const foreign = await otherDevice(other);
      const source = await foreign.semaphore({ exportAs: [handleType] });
      const result = await target.tryImport(await source.export(handleType), handleType, permanence);
      expect(`result of the import from ${other.deviceName}`, result).toBeOneOf([refusal, 'VK_SUCCESS']);
      if (result === 'VK_SUCCESS') note('the import was not refused');
      await showUsable({ expect }, exporter, 'binary', target, false);
    }
  });
