import {
  asWritten,
  bind,
  type CaseContext,
  type Content,
  contentSize,
  differenceFrom,
  type ExternalHandle,
  exportable,
  exportableMemory,
  filledWith,
  foreignDevice,
  foreignDevices,
  foreignKinds,
  freshPattern,
  freshPatterns,
  type MemoryHandleType,
  makeResource,
  memoryFor,
  memoryProperties,
  pickType,
  type SharedMemory,
  sharable,
  suballocatable,
  suite,
  usableTypes,
  when,
} from '../../harness/cases';

const unusable = suite(
  'memory.unusable-handles',
  'What an import makes of a descriptor that holds no payload for it; invalid use, in hosts of its own',
);

const handleTypes = ['OPAQUE_FD', 'DMA_BUF'] as const;
/** A driver that reads from a descriptor may wait for ever: an import that takes so long never ends. */
const stallSeconds = 2;
const notOpen: readonly string[] = ['closed', 'minus-one', 'huge-number'];

type Judging = Pick<CaseContext, 'exporter' | 'device' | 'expect' | 'note'>;

/** An allocation of what a buffer of that handle type needs, from a handle that may not suit. */
async function importAnything(
  { exporter, device }: Judging,
  handle: ExternalHandle,
  handleType: MemoryHandleType,
) {
  const buffer = await makeResource(exporter, 'buffer', [handleType]);
  const { size, memoryTypeBits } = await buffer.requirements();
  const memoryTypeIndex = pickType(device, memoryTypeBits, 'host');
  const attempt = await exporter.tryMemory({ size, memoryTypeIndex, import: { handle, handleType } });
  return { ...attempt, buffer };
}

/** Refused, the descriptor still the application's; or taken, and memory that can be bound, mapped, filled and freed. */
async function expectHarmless(
  context: Judging,
  handle: ExternalHandle,
  handleType: MemoryHandleType,
  what: string,
): Promise<void> {
  const { expect, note, exporter } = context;
  const identity = handle.identity();
  const open = handle.isOpen();
  const { result, memory, buffer } = await importAnything(context, handle, handleType);
  expect(`result of importing ${what} as ${handleType}`, result).toBeOneOf([
    'VK_ERROR_INVALID_EXTERNAL_HANDLE',
    'VK_SUCCESS',
  ]);
  if (memory === undefined) {
    expect('whether the descriptor is open behind the refusal', handle.isOpen()).toBe(open);
    if (open) expect('what it refers to', handle.identity()).toBe(identity);
    return;
  }
  note(`accepted ${what} as ${handleType}`);
  await bind(buffer, memory, 0n);
  const written = freshPattern();
  await memory.write(0, written.bytes);
  expect('what was written to the memory', differenceFrom(written, await memory.read(0, contentSize))).toBe(
    asWritten,
  );
  const queue = await exporter.queue();
  await queue.submit({ work: [{ do: 'fill', buffer, value: 0x5a5a5a5a }] });
  expect('result of vkQueueWaitIdle', await queue.waitIdle()).toBe('VK_SUCCESS');
  expect(
    'what a queue filled it with',
    differenceFrom(filledWith(0x5a), await memory.read(0, contentSize)),
  ).toBe(asWritten);
  await buffer.destroy();
  await memory.free();
}

unusable
  .case(
    'foreign',
    'A descriptor that no driver made is refused, or imported without harm, and a refusal leaves it open',
  )
  .proves('memory.import-fd.rejects-unusable')
  .over({ handleType: handleTypes, descriptor: foreignKinds })
  .needs(memoryFor('buffer', 'importable'))
  .deadline(stallSeconds)
  .run(async (context) => {
    const { foreign, handleType, descriptor, control } = context;
    const handle = foreign(descriptor);
    control('whether the descriptor is open', handle.isOpen()).toBe(!notOpen.includes(descriptor));
    await expectHarmless(context, handle, handleType, descriptor);
  });

unusable
  .case(
    'refusal-leaves-no-trace',
    'After refusals no descriptor is left open or closed, and a payload can still be imported',
  )
  .proves('memory.import-fd.rejects-unusable')
  .over({
    handleType: ['OPAQUE_FD', 'DMA_BUF'],
    descriptor: ['pipe-read-end', 'event', 'null-device', 'closed'],
  })
  .needs(sharable('exportable', 'importable'))
  .deadline(stallSeconds)
  .run(async (context) => {
    const { exporter, device, descriptors, foreign, handleType, descriptor, expect, control } = context;
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(first);
    const kept = await source.export();
    const handle = foreign(descriptor);
    const before = descriptors();
    control('whether the exported descriptor is open', before.hasNumberOf(kept)).toBe(true);
    const open = handle.isOpen();
    for (let tried = 0; tried < 16; tried += 1) {
      const { result, memory, buffer } = await importAnything(context, handle, handleType);
      await buffer.destroy();
      if (memory !== undefined) {
        context.note(`accepted ${descriptor} with ${result}`);
        await memory.free();
        break;
      }
      expect('whether the descriptor is open behind the refusal', handle.isOpen()).toBe(open);
    }
    expect('descriptors that appeared', before.changes().appeared).toBe([]);
    expect('descriptors replaced', before.changes().replaced).toBe([]);
    const target = await source.import(exporter, kept);
    expect('what a later import of a payload holds', differenceFrom(first, await target.read())).toBe(
      asWritten,
    );
  });

unusable
  .case('another-object', 'The descriptor of another kind of payload is refused, or imported without harm')
  .proves('memory.import-fd.wrong-kind')
  .over({
    handleType: handleTypes,
    payload: ['fence', 'binary-semaphore', 'timeline-semaphore', 'sync-file'],
  })
  .needs(
    memoryFor('buffer', 'importable'),
    when(
      ({ payload }) => payload === 'fence',
      (device) => exportable('fence')(device, { handleType: 'OPAQUE_FD' }),
    ),
    when(
      ({ payload }) => payload === 'binary-semaphore',
      (device) => exportable('binary semaphore')(device, { handleType: 'OPAQUE_FD' }),
    ),
    when(
      ({ payload }) => payload === 'timeline-semaphore',
      (device) => exportable('timeline semaphore')(device, { handleType: 'OPAQUE_FD' }),
    ),
    when(
      ({ payload }) => payload === 'sync-file',
      (device) => exportable('fence')(device, { handleType: 'SYNC_FD' }),
    ),
  )
  .run(async (context) => {
    const { exporter, handleType, payload, control } = context;
    const handle = await exportOther(context, payload);
    control('whether the other object is there', handle.isMinusOne || handle.isOpen()).toBe(true);
    await expectHarmless(context, handle, handleType, payload);
    await (await exporter.queue()).waitIdle();
  });

async function exportOther(
  { exporter }: Judging,
  payload: 'fence' | 'binary-semaphore' | 'timeline-semaphore' | 'sync-file',
): Promise<ExternalHandle> {
  if (payload === 'fence') return (await exporter.fence({ exportAs: ['OPAQUE_FD'] })).export('OPAQUE_FD');
  if (payload === 'sync-file')
    return (await exporter.fence({ exportAs: ['SYNC_FD'], signaled: true })).export('SYNC_FD');
  const type = payload === 'binary-semaphore' ? 'binary' : 'timeline';
  return (await exporter.semaphore({ exportAs: ['OPAQUE_FD'], type })).export('OPAQUE_FD');
}

unusable
  .case(
    'another-handle-type',
    'Memory exported as one handle type and imported as another is refused, or imported without harm',
  )
  .proves('memory.import-fd.wrong-kind')
  .over({ from: handleTypes, to: handleTypes })
  .where(({ from, to }) => from !== to)
  .needs(
    (device, { from }) => memoryFor('buffer', 'exportable')(device, { handleType: from }),
    (device, { to }) => memoryFor('buffer', 'importable')(device, { handleType: to }),
  )
  .run(async (context) => {
    const { exporter, device, from, to, control, expect } = context;
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, { handleType: from });
    await source.write(first);
    control('what the payload holds', differenceFrom(second, await source.read())).toDifferFrom(asWritten);
    await expectHarmless(context, await source.export(), to, `memory exported as ${from}`);
    await source.write(second);
    expect('what it holds behind a later write', differenceFrom(second, await source.read())).toBe(asWritten);
  });

unusable
  .case('too-large', 'An import that asks for far more bytes than the payload has is refused')
  .proves('memory.import-fd.oversize-request')
  .over({ handleType: handleTypes, times: [2, 64, 4096] })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, device, handleType, times, expect, control } = context;
    const first = freshPattern();
    const source = await exportableMemory(exporter, device, { handleType });
    await source.write(first);
    const handle = await source.export();
    control('whether the descriptor is open', handle.isOpen()).toBe(true);
    const identity = handle.identity();
    const size = source.memory.size * BigInt(times);
    const { result, shared } = await source.tryImport(exporter, handle, { size });
    expect(`result of importing ${source.memory.size} bytes as ${size}`, result).toBe(
      'VK_ERROR_INVALID_EXTERNAL_HANDLE',
    );
    if (shared === undefined) await expectUntouched(context, source, handle, identity, first);
  });

unusable
  .case(
    'parameters-differ',
    'An opaque import of fewer bytes than the payload has, or in another memory type, does no harm',
  )
  .proves('memory.import-fd.parameter-mismatch')
  .over({ handleType: ['OPAQUE_FD'], differs: ['size', 'memory-type'] })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'), (device, { differs }) =>
    differs === 'size' || usableTypes(device, ~0).length > 1
      ? undefined
      : 'the device has one memory type only',
  )
  .run(async (context) => {
    const { exporter, device, handleType, differs, expect, control } = context;
    const [first, second] = freshPatterns();
    const source = await exportableMemory(exporter, device, {
      handleType,
      spare: differs === 'size' ? 65_536n : 0n,
    });
    await source.write(first);
    const handle = await source.export();
    const identity = handle.identity();
    control('contents before the import', differenceFrom(second, await source.read())).toDifferFrom(
      asWritten,
    );
    const { memoryTypeIndex } = source.memory;
    const another =
      usableTypes(device, ~0).find(({ index }) => index !== memoryTypeIndex)?.index ?? memoryTypeIndex;
    const { result, memory } = await exporter.tryMemory({
      size: source.memory.size - (differs === 'size' ? 65_536n : 0n),
      memoryTypeIndex: differs === 'size' ? memoryTypeIndex : another,
      import: { handle, handleType },
    });
    expect('result of the import', result).toBeOneOf(['VK_ERROR_INVALID_EXTERNAL_HANDLE', 'VK_SUCCESS']);
    if (memory === undefined) return expectUntouched(context, source, handle, identity, first);
    await memory.free();
    expect('what the exporter holds', differenceFrom(first, await source.read())).toBe(asWritten);
  });

unusable
  .case(
    'properties',
    'A query for the memory types of a descriptor that holds no payload gives an error and leaves it open',
  )
  .proves('memory.fd-properties.invalid-handle')
  .over({ handleType: ['DMA_BUF'], descriptor: foreignKinds })
  .needs(memoryFor('buffer', 'importable'))
  .run(async ({ exporter, foreign, handleType, descriptor, expect, control }) => {
    const handle = foreign(descriptor);
    const [open, identity] = [handle.isOpen(), handle.identity()];
    control('whether the descriptor is open', open).toBe(!notOpen.includes(descriptor));
    const { result } = await exporter.tryMemoryHandleProperties(handleType, handle);
    expect(`result for ${descriptor}`, result).toBe('VK_ERROR_INVALID_EXTERNAL_HANDLE');
    expect('whether the descriptor is open behind it', handle.isOpen()).toBe(open);
    if (open) expect('what it refers to', handle.identity()).toBe(identity);
  });

async function expectUntouched(
  { expect, exporter }: Judging,
  source: SharedMemory,
  handle: ExternalHandle,
  identity: string,
  written: Content,
): Promise<void> {
  expect('whether the descriptor is open behind the refusal', handle.isOpen()).toBe(true);
  expect('what it refers to', handle.identity()).toBe(identity);
  const target = await source.import(exporter, handle);
  expect('what a proper import of it holds', differenceFrom(written, await target.read())).toBe(asWritten);
}

unusable
  .case('foreign-device', 'Opaque memory that another device exported is refused, or imported without harm')
  .proves('memory.import-fd.foreign-device-opaque')
  .over({ handleType: ['OPAQUE_FD'] })
  .needs(memoryFor('buffer', 'importable'), foreignDevice('memory'))
  .run(async (context) => {
    const { device, handleType, otherDevice, control } = context;
    for (const other of foreignDevices(device, 'memory', handleType)) {
      const foreign = await otherDevice(other);
      const buffer = await makeResource(foreign, 'buffer', [handleType]);
      const { size, memoryTypeBits } = await buffer.requirements();
      const memoryTypes = (await foreign.queries.memoryTypes()).map(({ index, flags }) => ({
        index,
        ...memoryProperties(flags),
      }));
      const [usable] = usableTypes({ memoryTypes }, memoryTypeBits);
      const memory = await foreign.memory({
        size,
        memoryTypeIndex: usable?.index ?? 0,
        exportAs: [handleType],
      });
      const handle = await memory.export(handleType);
      control('whether the descriptor is open before the import', handle.isOpen()).toBe(true);
      await expectHarmless(context, handle, handleType, `memory of ${other.deviceName}`);
    }
  });
