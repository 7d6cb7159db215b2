import {
  asWritten,
  differenceFrom,
  exportableMemory,
  freshPattern,
  makeResource,
  mayBeGiven,
  pickType,
  type Result,
  sharable,
  suite,
  unusableOffer,
  unusableSources,
} from '../../harness/cases';

const unusable = suite(
  'memory.unusable-win32',
  'What an import makes of Windows handles and names that hold no payload for it; invalid use, in hosts of its own',
);

/** A driver that reads from what it is given may wait for ever: an import that takes so long never ends. */
const stallSeconds = 6;
const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';

unusable
  .case(
    'rejects-unusable',
    'An import of what is no payload is refused as invalid, or gives memory; the handle stays the application’s, and payloads can be imported behind it',
  )
  .proves('memory.import-win32.rejects-unusable')
  .over({ handleType: ['OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'], source: unusableSources })
  .where(mayBeGiven)
  .needs(sharable('exportable', 'importable'))
  .deadline(stallSeconds)
  .run(async (context) => {
    const { exporter, device, handleType, source, note, expect, control } = context;
    const first = freshPattern();
    const shared = await exportableMemory(exporter, device, { handleType });
    await shared.write(first);
    const kept = await shared.export();
    const offer = await unusableOffer(context, source, async () => {
      const gone = await exportableMemory(exporter, device, { handleType });
      const handle = await gone.export();
      await gone.free();
      return handle;
    });
    control('what became of the application’s handle before the import', offer.damage()).toBe(undefined);
    const buffer = await makeResource(exporter, 'buffer', [handleType]);
    const { size, memoryTypeBits } = await buffer.requirements();
    const memoryTypeIndex = pickType(device, memoryTypeBits, 'host');
    const { result, memory } = await exporter.tryMemory({
      size,
      memoryTypeIndex,
      import: { handle: offer.from, handleType },
    });
    expect(`result of importing ${source}`, result).toBeOneOf([refusal, 'VK_SUCCESS']);
    expect('what became of the application’s handle', offer.damage()).toBe(undefined);
    if (memory !== undefined) {
      note(`accepted ${source} as ${handleType}`);
      await memory.free();
    }
    const target = await shared.import(exporter, kept);
    expect('what a later import of a payload holds', differenceFrom(first, await target.read())).toBe(
      asWritten,
    );
  });
