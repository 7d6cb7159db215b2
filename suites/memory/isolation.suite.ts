import {
  accesses,
  bind,
  type CaseContext,
  type Content,
  contentSize,
  type Endpoint,
  type ExternalHandle,
  exportableMemory,
  freshPattern,
  headOf,
  memoryReferenceTypes,
  nowhere,
  pickType,
  placeOf,
  repeated,
  sharable,
  suballocatable,
  suite,
} from '../../harness/cases';

const isolation = suite('memory.isolation', 'What a sharer of a memory payload must not come to see');
const secretBytes = 32;
/** Allocations on each side of the one that is shared. */
const neighbours = 24;

isolation
  .case(
    'neighbours',
    'An import shows nothing of the memory that the exporter allocated around the payload, nor does its dma-buf',
  )
  .proves('memory.import.isolation')
  .over({ handleType: memoryReferenceTypes, size: [64, 4096, 5000], reach: ['instance', 'process'] })
  .needs(sharable('exportable', 'importable'), suballocatable('buffer'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, size, expect, control } = context;
    const secret = headOf(freshPattern(), secretBytes);
    const shown = headOf(freshPattern(), secretBytes);
    const probe = await exporter.buffer({ size, external: [handleType] });
    const { memoryTypeBits, ...required } = await probe.requirements();
    const memoryTypeIndex = pickType(device, memoryTypeBits, 'host');
    const hide = async (): Promise<void> => {
      for (let made = 0; made < neighbours; made += 1) {
        const kept = await exporter.memory({
          size: BigInt(size),
          memoryTypeIndex,
          ...(made % 2 === 0 ? { exportAs: [handleType] } : {}),
        });
        await kept.write(0, repeated(secret, size).bytes);
        control(
          'where the secret lies in a neighbour',
          placeOf(secret, await kept.read(0, size)),
        ).toDifferFrom(nowhere);
      }
    };
    await hide();
    const source = await exporter.memory({ size: required.size, memoryTypeIndex, exportAs: [handleType] });
    await hide();
    await bind(probe, source, 0n);
    await source.write(0, shown.bytes);
    const handle = await source.export(handleType);
    expectNothingOf(context, secret, handle, handleType);
    const target = await importer.memory({
      size: required.size,
      memoryTypeIndex: await importTypeOf(context, importer, handleType, handle, memoryTypeIndex),
      import: { handle, handleType },
    });
    const seen = await target.read(0, Number(target.size));
    expect('where the secret lies in what the importer maps', placeOf(secret, seen)).toBe(nowhere);
    control('where the payload lies in what the importer maps', placeOf(shown, seen)).toDifferFrom(nowhere);
  });

isolation
  .case(
    'stale-data',
    'What nobody wrote of a payload shows nothing that the exporter had in memory which it freed before',
  )
  .proves('memory.import.no-stale-data')
  .over({
    handleType: memoryReferenceTypes,
    access: accesses,
    freed: [1, 16],
    reach: ['instance', 'process'],
  })
  .needs(sharable('exportable', 'importable'))
  .run(async (context) => {
    const { exporter, importer, device, handleType, access, freed, expect, control } = context;
    const secret = headOf(freshPattern(), secretBytes);
    const former = [];
    for (let made = 0; made < freed; made += 1) {
      const memory = await exportableMemory(exporter, device, { handleType, access });
      await memory.write(repeated(secret, contentSize));
      control('where the secret lies before the freeing', placeOf(secret, await memory.read())).toDifferFrom(
        nowhere,
      );
      former.push(memory);
    }
    for (const memory of former) await memory.free();
    for (let made = 0; made < freed; made += 1) {
      const source = await exportableMemory(exporter, device, { handleType, access });
      const handle = await source.export();
      expectNothingOf(context, secret, handle, handleType);
      const target = await source.import(importer, handle);
      const seen =
        access === 'host' ? await target.memory.read(0, Number(target.memory.size)) : await target.read();
      expect('where the secret lies in what the importer reads', placeOf(secret, seen)).toBe(nowhere);
    }
  });

/**
 * Whoever has a dma-buf may map all of it, what lies around the payload too. An OPAQUE_FD may be duplicated, passed on
 * and closed, and no more: what it refers to is seen by imports alone. Source: VkExternalMemoryHandleTypeFlagBits.
 */
function expectNothingOf(
  { expect }: Pick<CaseContext, 'expect'>,
  secret: Content,
  handle: ExternalHandle,
  handleType: (typeof memoryReferenceTypes)[number],
): void {
  const mapping = handleType === 'DMA_BUF' ? handle.mapped() : null;
  if (mapping === null) return;
  expect('where the secret lies in the dma-buf', placeOf(secret, mapping.read(0, mapping.size))).toBe(
    nowhere,
  );
}

async function importTypeOf(
  { device, expect }: Pick<CaseContext, 'device' | 'expect'>,
  importer: Endpoint,
  handleType: (typeof memoryReferenceTypes)[number],
  handle: ExternalHandle,
  exported: number,
): Promise<number> {
  if (handleType !== 'DMA_BUF') return exported;
  const { result, memoryTypeBits = 0 } = await importer.tryMemoryHandleProperties(handleType, handle);
  expect('result of vkGetMemoryFdPropertiesKHR', result).toBe('VK_SUCCESS');
  return pickType(device, memoryTypeBits, 'host');
}
