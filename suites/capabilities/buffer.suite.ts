import {
  allocations,
  claimedFeatures,
  type DeviceCapabilities,
  type ExternalProperties,
  exportableAmong,
  extensionOf,
  feature,
  type MemoryHandleType,
  mayBePaired,
  mayBeQueried,
  memoryClaimed,
  memoryCompatible,
  memoryHandleTypeBit,
  memoryHandleTypes,
  memoryHoldsResources,
  platformOf,
  sentinels,
  someOf,
  spelledBy,
  spellings,
  suite,
  typesIn,
  useBuffer,
  usedBufferSize,
  writtenMasks,
} from '../../harness/cases';

const capabilitiesExtension = 'VK_KHR_external_memory_capabilities';
const buffer = suite(
  'capabilities.buffer',
  'What a device says of memory handle types for buffers, and whether it holds',
);

const usages = {
  transfer: [],
  uniform: ['UNIFORM_BUFFER'],
  storage: ['STORAGE_BUFFER'],
  texel: ['UNIFORM_TEXEL_BUFFER', 'STORAGE_TEXEL_BUFFER'],
  vertex: ['VERTEX_BUFFER', 'INDEX_BUFFER', 'INDIRECT_BUFFER'],
} as const;
const usageNames = Object.keys(usages) as (keyof typeof usages)[];

/** Bits of the usage and of transfers, so that what lies in the buffer can be seen. */
function usageBits(name: keyof typeof usages, stem = 'VK_BUFFER_USAGE'): readonly string[] {
  return ['TRANSFER_SRC', 'TRANSFER_DST', ...usages[name]].map((bit) => `${stem}_${bit}_BIT`);
}

/** Usages and creation flags that queries are asked with; sparse only where the device has sparse buffers. */
function parametersFor(device: DeviceCapabilities): readonly BufferParameters[] {
  return usageNames.flatMap((usage) => [
    { name: usage, usage: usageBits(usage), flags: [] },
    ...(device.features.sparseBinding
      ? [
          {
            name: `sparse ${usage}`,
            usage: usageBits(usage),
            flags: ['VK_BUFFER_CREATE_SPARSE_BINDING_BIT'],
          },
        ]
      : []),
  ]);
}

interface BufferParameters {
  readonly name: string;
  readonly usage: readonly string[];
  readonly flags: readonly string[];
}

buffer
  .case('includes-self', 'A buffer query names the handle type that it was asked about as compatible')
  .proves('capabilities.buffer.includes-self')
  .over({ queriedType: memoryHandleTypes })
  .needs(mayBeQueried)
  .run(async ({ exporter, device, queriedType, expect, control }) => {
    const lacking: string[] = [];
    let asked = 0;
    const unwritten = new Set<string>();
    const spelled = spellings.filter(
      (spelling) => spelledBy(capabilitiesExtension)(device, { spelling }) === undefined,
    );
    for (const spelling of spelled) {
      for (const { name, usage, flags } of parametersFor(device)) {
        const options = { usage, flags, spelling, sentinel: sentinels.first };
        const answer = await exporter.queries.buffer(memoryHandleTypeBit[queriedType], options);
        asked += 1;
        for (const mask of answer.unwritten) unwritten.add(mask);
        if (!typesIn(answer.compatibleHandleTypes, memoryHandleTypeBit).includes(queriedType))
          lacking.push(`${name}, by the ${spelling} name`);
      }
    }
    control('whether compatibleHandleTypes was left alone', unwritten.has('compatibleHandleTypes')).toBe(
      false,
    );
    expect(`buffers for which compatibleHandleTypes of ${queriedType} lacks it`, someOf(lacking, asked)).toBe(
      'none',
    );
  });

buffer
  .case(
    'unsupported-no-features',
    'A buffer query claims nothing exportable or importable of a handle type whose commands cannot be there',
  )
  .proves('capabilities.buffer.unsupported-no-features')
  .over({ queriedType: memoryHandleTypes, spelling: spellings })
  .needs(mayBeQueried, spelledBy(capabilitiesExtension), (device, { queriedType }) =>
    isForeign(device, queriedType) || !device.deviceExtensions.includes(extensionOf('memory', queriedType))
      ? undefined
      : `${queriedType} is not of another platform, and the device offers its extension`,
  )
  .run(async ({ exporter, device, queriedType, spelling, expect, control, should }) => {
    const claiming: string[] = [];
    const unwritten = new Set<string>();
    for (const { name, usage, flags } of parametersFor(device)) {
      const options = { usage, flags, spelling, sentinel: sentinels.first };
      const answer = await exporter.queries.buffer(memoryHandleTypeBit[queriedType], options);
      for (const mask of answer.unwritten) unwritten.add(mask);
      const { exportable, importable } = claimedFeatures('memory', answer.features);
      if (exportable || importable) claiming.push(name);
    }
    control('whether externalMemoryFeatures was left alone', unwritten.has('features')).toBe(false);
    const judge = isForeign(device, queriedType) ? expect : should;
    judge(`buffers that ${queriedType} is reported exportable or importable for`, claiming).toBe([]);
  });

function isForeign(device: DeviceCapabilities, type: MemoryHandleType): boolean {
  return platformOf(type) !== 'any' && platformOf(type) !== device.platform;
}

buffer
  .case(
    'masks-usable',
    'Buffers of every usage that a handle type is reported for are created for it, alone and with a compatible type, and used in memory that is exported and imported',
  )
  .proves('capabilities.buffer.masks-usable')
  .over({
    handleType: memoryHandleTypes,
    with: ['nothing', ...memoryHandleTypes],
    allocation: allocations,
  })
  .where((parameters) => parameters.with === 'nothing' || mayBePaired(parameters.handleType, parameters.with))
  .where(({ handleType, allocation }) => allocation === 'suballocated' || !handleType.startsWith('HOST_'))
  .needs(memoryClaimed('buffer'), memoryCompatible('buffer'))
  .run(async (context) => {
    const { exporter, device, handleType, with: other, allocation, expect, control } = context;
    const unusable: string[] = [];
    for (const usage of usageNames) {
      const ask = (type: MemoryHandleType): Promise<ExternalProperties> =>
        exporter.queries.buffer(memoryHandleTypeBit[type], {
          usage: usageBits(usage),
          sentinel: sentinels.first,
        });
      const answer = await ask(handleType);
      control('whether externalMemoryFeatures was left alone', answer.unwritten.includes('features')).toBe(
        false,
      );
      const claimed = claimedFeatures('memory', answer.features);
      if (!claimed.exportable && !claimed.importable) {
        unusable.push(usage);
        continue;
      }
      const external: MemoryHandleType[] = [handleType];
      if (other !== 'nothing' && typesIn(answer.compatibleHandleTypes, memoryHandleTypeBit).includes(other))
        external.push(other);
      const exportAs = await exportableAmong(external, device, async (type) => (await ask(type)).features);
      await memoryHoldsResources(context, {
        handleType,
        claimed: { ...claimed, exportable: exportAs.includes(handleType) },
        external,
        exportAs,
        allocation: claimed.dedicatedOnly ? 'dedicated' : allocation,
        make: (endpoint, types) =>
          endpoint.buffer({ size: usedBufferSize, usage: usageBits(usage), external: types }),
        use: (endpoint, resource) => useBuffer(context, endpoint, resource),
      });
    }
    expect(`whether ${handleType} has lost its features for transfers`, unusable.includes('transfer')).toBe(
      false,
    );
  });

buffer
  .case(
    'usage2-chain',
    'A buffer query with the usage chained as VkBufferUsageFlags2CreateInfo is answered like one with the same usage in its own member',
  )
  .proves('capabilities.buffer.usage2-chain')
  .over({ queriedType: memoryHandleTypes, legacy: ['same', 'zero'], spelling: spellings })
  .needs(mayBeQueried, feature('maintenance5'), spelledBy(capabilitiesExtension))
  .run(async ({ exporter, queriedType, legacy, spelling, expect, control }) => {
    const bit = memoryHandleTypeBit[queriedType];
    for (const usage of usageNames) {
      const plain = await exporter.queries.buffer(bit, {
        usage: usageBits(usage),
        spelling,
        sentinel: sentinels.first,
      });
      control('whether externalMemoryFeatures was left alone', plain.unwritten.includes('features')).toBe(
        false,
      );
      const chained = await exporter.queries.buffer(bit, {
        usage: legacy === 'same' ? usageBits(usage) : [],
        usage2: usageBits(usage, 'VK_BUFFER_USAGE_2'),
        spelling,
        sentinel: sentinels.later,
      });
      expect(`answer about ${queriedType} with the usage ${usage} chained`, writtenMasks(chained)).toBe(
        writtenMasks(plain),
      );
    }
  });
