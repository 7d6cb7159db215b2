import {
  type CaseContext,
  exportable,
  type ForeignKind,
  importable,
  keepsPayload,
  mayBeGiven,
  mayTravel,
  type Need,
  operation,
  platformOf,
  provenSemaphore,
  type Result,
  referenceBeside,
  type Semaphore,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
  semaphoreImports,
  semaphoreOfType,
  showSemaphoreUsable,
  signalThrough,
  suite,
  unusableSeconds,
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

unusable
  .case(
    'rejects-unusable',
    'An import of a handle that is no payload is refused as invalid, or leaves a semaphore that works',
  )
  .proves('semaphore.import-fd.rejects-unusable')
  .over({ ...semaphoreImports, handle: kinds })
  .where(
    (parameters) =>
      mayTravel(parameters) && !(parameters.handleType === 'SYNC_FD' && parameters.handle === 'minus-one'),
  )
  .needs(semaphoreOfType(importable))
  .deadline(unusableSeconds)
  .run(async ({ exporter, handleType, type, permanence, handle, foreign, note, expect, control }) => {
    const target = await provenSemaphore({ control }, exporter, type);
    const result = await target.tryImport(foreign(handle), handleType, permanence);
    expect('result of the import', result).toBeOneOf([refusal, 'VK_SUCCESS']);
    const taken = result === 'VK_SUCCESS';
    if (taken) note('the import was not refused');
    await showSemaphoreUsable({ expect }, exporter, type, target, taken && handleType === 'SYNC_FD');
  });

unusable
  .case(
    'failure-keeps-ownership',
    'A refused import leaves the descriptor open with the application, referring to what it did',
  )
  .proves('semaphore.import-fd.failure-keeps-ownership')
  .over({ ...semaphoreImports, handle: openKinds })
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
const holdingOffered: Need<{
  readonly handleType: SemaphoreHandleType;
  readonly held: (typeof holdings)[number];
  readonly type: string;
}> = (device, { handleType, held, type }) => {
  const shared = { handleType: referenceBeside(handleType), type };
  if (held === 'temporary' && platformOf(handleType) === 'posix')
    return importable('binary semaphore')(device, { handleType: 'SYNC_FD' });
  return held === 'shared' || held === 'temporary'
    ? (semaphoreOfType(exportable)(device, shared) ?? semaphoreOfType(importable)(device, shared))
    : undefined;
};

/** Gives a semaphore a temporary payload that is signaled: -1 where there are sync files, else one of another semaphore. */
async function importSignaled(
  { exporter, minusOne }: Pick<CaseContext, 'exporter' | 'minusOne'>,
  handleType: SemaphoreHandleType,
  target: Semaphore,
): Promise<void> {
  if (platformOf(handleType) === 'posix') return target.import(minusOne(), 'SYNC_FD', 'temporary');
  const source = await exporter.semaphore({ exportAs: [handleType] });
  await signalThrough(exporter, { semaphore: source });
  return target.import(await source.export(handleType), handleType, 'temporary');
}

unusable
  .case(
    'failure-preserves-target',
    'A refused import leaves the semaphore with the payload and the state that it had',
  )
  .proves('semaphore.import.failure-preserves-target')
  .over({
    ...semaphoreImports,
    handleType: semaphoreHandleTypes,
    handle: ['closed', 'pipe-read-end', 'regular-file', 'event'],
    held: holdings,
  })
  .where(
    (parameters) =>
      mayTravel(parameters) &&
      (keepsPayload(parameters.handleType) || mayBeGiven({ ...parameters, source: parameters.handle })) &&
      !(parameters.type === 'timeline' && parameters.held === 'temporary'),
  )
  .needs(semaphoreOfType(importable), holdingOffered)
  .run(async (context) => {
    const { exporter, handleType, type, permanence, handle, held, foreign, should, expect, control } =
      context;
    const reference = referenceBeside(handleType);
    const target = await provenSemaphore({ control }, exporter, type);
    const signaled = operation(type, target, 2n);
    let signaling = signaled;
    if (held === 'signaled') await signalThrough(exporter, signaled);
    if (held === 'temporary') await importSignaled(context, handleType, target);
    if (held === 'shared') {
      const sharer = await exporter.semaphore({ type, exportAs: [reference] });
      await target.import(await sharer.export(reference), reference, 'permanent');
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
      expect('wait behind the refusal while the signal of the payload is held', own.held).toBe('VK_TIMEOUT');
      expect('that wait behind the signal', own.released).toBe('VK_SUCCESS');
    } else {
      expect('wait on the signal from before the refusal', await waitThrough(exporter, signaled)).toBe(
        'VK_SUCCESS',
      );
    }
  });
