import {
  allocationFor,
  asWritten,
  type DeviceCapabilities,
  differenceFrom,
  exportableMemory,
  freshPattern,
  type MemoryHandleType,
  makeResource,
  mayBeGiven,
  pickType,
  type Result,
  sharable,
  suite,
  unusableOffer,
  unusableSources,
  usualAllocation,
} from '../../harness/cases';

const unusable = suite(
  'memory.unusable-win32',
  'What an import makes of Windows handles and names that hold no payload for it; invalid use, in hosts of its own',
);

/** A driver that reads from what it is given may wait for ever: an import that takes so long never ends. */
const stallSeconds = 6;
const refusal: Result = 'VK_ERROR_INVALID_EXTERNAL_HANDLE';
const handleTypes = [
  'OPAQUE_WIN32',
  'OPAQUE_WIN32_KMT',
  'D3D11_TEXTURE',
  'D3D11_TEXTURE_KMT',
  'D3D12_HEAP',
  'D3D12_RESOURCE',
] as const;

/** What memory of a type is bound to, and by whom it is accessed: textures of Direct3D 11 are images. */
function useOf(handleType: MemoryHandleType) {
  if (handleType.startsWith('D3D11')) return { resource: 'optimal-image', access: 'device' } as const;
  return { resource: 'buffer', access: handleType.startsWith('D3D') ? 'device' : 'host' } as const;
}

/** As what a payload is shared to show that imports still work: as that type where a driver exports it, too. */
function sharedBeside(
  device: DeviceCapabilities,
  handleType: MemoryHandleType,
): MemoryHandleType | undefined {
  return [handleType, ...handleTypes].find(
    (one) =>
      sharable('exportable', 'importable')(device, {
        handleType: one,
        resource: useOf(one).resource,
      }) === undefined,
  );
}

unusable
  .case(
    'rejects-unusable',
    'An import of what is no payload is refused as invalid, or gives memory; the handle stays the application’s, and payloads can be imported behind it',
  )
  .proves('memory.import-win32.rejects-unusable')
  .over({ handleType: handleTypes, source: unusableSources })
  .where(mayBeGiven)
  .needs(
    (device, { handleType, source }) => {
      const abilities =
        source === 'global-of-the-gone' ? (['exportable', 'importable'] as const) : (['importable'] as const);
      return sharable(...abilities)(device, { handleType, resource: useOf(handleType).resource });
    },
    (device, { handleType }) =>
      sharedBeside(device, handleType) === undefined
        ? 'the device reports no handle type that memory can be shared as'
        : undefined,
  )
  .deadline(stallSeconds)
  .run(async (context) => {
    const { exporter, device, handleType, source, note, expect, control } = context;
    const first = freshPattern();
    const beside = sharedBeside(device, handleType) ?? handleType;
    const shared = await exportableMemory(exporter, device, { handleType: beside, ...useOf(beside) });
    await shared.write(first);
    if (useOf(beside).access === 'device') await shared.release();
    const kept = await shared.export();
    const offer = await unusableOffer(context, source, async () => {
      const gone = await exportableMemory(exporter, device, { handleType, ...useOf(handleType) });
      const handle = await gone.export();
      await gone.free();
      return handle;
    });
    control('what became of the application’s handle before the import', offer.damage()).toBe(undefined);
    const use = useOf(handleType);
    const resource = await makeResource(exporter, use.resource, [handleType]);
    const requirements = await resource.requirements();
    const usual = usualAllocation(device, use.resource, [handleType]);
    const { result, memory } = await exporter.tryMemory({
      size: requirements.size,
      memoryTypeIndex: pickType(device, requirements.memoryTypeBits, use.access),
      import: { handle: offer.from, handleType },
      ...(allocationFor(requirements, usual, true) === 'dedicated' ? { dedicatedTo: resource } : {}),
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
