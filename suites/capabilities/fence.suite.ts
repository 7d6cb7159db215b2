import {
  answersTo,
  askerOffered,
  askers,
  capabilityOf,
  claimed,
  claimedFeatures,
  distinct,
  exportable,
  extensionOf,
  fenceHandleTypeBit,
  fenceHandleTypes,
  fencePayloadTravels,
  platformOf,
  sentinels,
  spelledBy,
  spellings,
  suite,
  typesIn,
  writtenMasks,
} from '../../harness/cases';

const capabilitiesExtension = 'VK_KHR_external_fence_capabilities';
const fence = suite('capabilities.fence', 'What a device says of fence handle types, and whether it holds');

fence
  .case(
    'unsupported-is-zero',
    'A fence handle type has features only where its payloads can be created, exported and imported; none where it belongs to another platform',
  )
  .proves('capabilities.fence.unsupported-is-zero')
  .over({ queriedType: fenceHandleTypes, spelling: spellings })
  .needs(spelledBy(capabilitiesExtension))
  .run(async (context) => {
    const { exporter, device, queriedType, spelling, expect, control, should } = context;
    const bit = fenceHandleTypeBit[queriedType];
    const answer = await exporter.queries.fence(bit, { spelling, sentinel: sentinels.first });
    control('whether externalFenceFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    if (platformOf(queriedType) !== device.platform) {
      expect(`externalFenceFeatures of ${queriedType}, which this platform lacks`, answer.features).toBe(0);
      return;
    }
    const { exportable, importable } = claimedFeatures('fence', answer.features);
    if (!exportable && !importable) {
      should(`externalFenceFeatures of ${queriedType}, without a known bit`, answer.features).toBe(0);
      return;
    }
    const extension = extensionOf('fence', queriedType);
    const offered = device.deviceExtensions.includes(extension);
    should(`whether ${extension} is offered along with the features of ${queriedType}`, offered).toBe(true);
    if (!offered) return;
    await fencePayloadTravels(context, { handleType: queriedType, claimed: { exportable, importable } });
  });

fence
  .case(
    'any-integer',
    'With maintenance5 a fence query about a value that is no single known handle type tells of no feature',
  )
  .proves('capabilities.fence.any-integer-with-maintenance5')
  .over({
    value: ['0x0', '0x3', '0x9', '0xf', '0x40', '0x100', '0x10000', '0x40000000', '0x7fffffff'],
    spelling: spellings,
  })
  .needs(
    (device) => (device.features.maintenance5 ? undefined : 'the device has no maintenance5 feature'),
    spelledBy(capabilitiesExtension),
  )
  .run(async ({ exporter, value, spelling, expect, control }) => {
    const options = { spelling, sentinel: sentinels.first };
    const answer = await exporter.queries.fence(Number(value), options);
    control('whether externalFenceFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    expect(`externalFenceFeatures of the handle type ${value}`, answer.features).toBe(0);
  });

fence
  .case('self-compatible', 'A fence handle type with a feature is among the types that it is compatible with')
  .proves('capabilities.fence.self-compatible')
  .over({ handleType: fenceHandleTypes })
  .needs(claimed('fence'))
  .run(async ({ exporter, handleType, expect, control }) => {
    const bit = fenceHandleTypeBit[handleType];
    const answer = await exporter.queries.fence(bit, { sentinel: sentinels.first });
    control('masks that were left alone', answer.unwritten).toBe([]);
    expect(
      `whether compatibleHandleTypes of ${handleType} names it`,
      typesIn(answer.compatibleHandleTypes, fenceHandleTypeBit).includes(handleType),
    ).toBe(true);
  });

fence
  .case(
    'compatible-pairs-work',
    'A fence made for two handle types that are reported compatible exports as each of them',
  )
  .proves('capabilities.fence.compatible-pairs-work')
  .over({ handleType: fenceHandleTypes, with: fenceHandleTypes })
  .where((parameters) => parameters.handleType !== parameters.with)
  .needs(exportable('fence'), (device, { handleType, with: other }) =>
    capabilityOf(device, 'fence', handleType)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${handleType} and ${other} compatible`,
  )
  .run(async (context) => {
    const { exporter, device, handleType, with: other, expect, control, should } = context;
    const bit = fenceHandleTypeBit[handleType];
    const answer = await exporter.queries.fence(bit, { sentinel: sentinels.first });
    control('masks that were left alone', answer.unwritten).toBe([]);
    const own = claimedFeatures('fence', answer.features);
    expect(`whether ${handleType} is still exportable`, own.exportable).toBe(true);
    const pair = [handleType, other];
    await fencePayloadTravels(context, { handleType, claimed: own, exportAs: pair });
    const reverse = await exporter.queries.fence(fenceHandleTypeBit[other]);
    should(
      `whether ${other} is reported compatible with ${handleType} in turn`,
      typesIn(reverse.compatibleHandleTypes, fenceHandleTypeBit).includes(handleType),
    ).toBe(true);
    const others = claimedFeatures('fence', reverse.features);
    if (platformOf(other) === device.platform && others.exportable)
      await fencePayloadTravels(context, { handleType: other, claimed: others, exportAs: pair });
  });

fence
  .case(
    'export-from-imported-sane',
    'The types that a fence handle type can be exported from are importable, and there are none where it is not exportable',
  )
  .proves('capabilities.fence.export-from-imported-sane')
  .over({ handleType: fenceHandleTypes })
  .needs(claimed('fence'))
  .run(async ({ exporter, handleType, expect, control }) => {
    const bit = fenceHandleTypeBit[handleType];
    const answer = await exporter.queries.fence(bit, { sentinel: sentinels.first });
    control('masks that were left alone', answer.unwritten).toBe([]);
    const sources = typesIn(answer.exportFromImportedHandleTypes, fenceHandleTypeBit);
    if (!claimedFeatures('fence', answer.features).exportable)
      expect(`types that ${handleType}, which is not exportable, can be exported from`, sources).toBe([]);
    const useless: string[] = [];
    for (const source of sources) {
      const { features } = await exporter.queries.fence(fenceHandleTypeBit[source]);
      if (!claimedFeatures('fence', features).importable) useless.push(source);
    }
    expect(`types that ${handleType} can be exported from and that can't be imported`, useless).toBe([]);
  });

fence
  .case(
    'query-stable',
    'A fence query answers alike whoever asks, how often, and by which name of the command',
  )
  .proves('capabilities.fence.query-stable')
  .over({ queriedType: fenceHandleTypes, asker: askers })
  .needs(askerOffered(capabilitiesExtension))
  .withPeer()
  .run(async (context) => {
    const { exporter, queriedType, asker, expect, control } = context;
    const bit = fenceHandleTypeBit[queriedType];
    const first = await exporter.queries.fence(bit, { sentinel: sentinels.first });
    control('whether externalFenceFeatures was left alone', first.unwritten.includes('features')).toBe(false);
    const later = await answersTo(context, asker, (queries, options) => queries.fence(bit, options));
    expect(`answers about ${queriedType}`, distinct(later.map(writtenMasks))).toBe([writtenMasks(first)]);
  });

fence
  .case('same-before-devices', 'A fence query answers as it did before the driver had any device')
  .proves('capabilities.fence.query-stable')
  .over({ queriedType: fenceHandleTypes })
  .run(async ({ exporter, device, queriedType, expect, control }) => {
    const bit = fenceHandleTypeBit[queriedType];
    const answer = await exporter.queries.fence(bit, { sentinel: sentinels.first });
    control('whether externalFenceFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    const { exportable, importable } = claimedFeatures('fence', answer.features);
    const before = capabilityOf(device, 'fence', queriedType);
    expect(`features of ${queriedType}`, { exportable, importable }).toBe({
      exportable: before?.exportable ?? false,
      importable: before?.importable ?? false,
    });
    if (before === undefined) return;
    expect(`types compatible with ${queriedType}`, [
      ...typesIn<string>(answer.compatibleHandleTypes, fenceHandleTypeBit),
    ]).toBe([...before.compatible]);
  });

fence
  .case(
    'output-chain-intact',
    'A fence query overwrites the masks of its output structure, and neither sType, nor pNext, nor anything else',
  )
  .proves('capabilities.fence.output-chain-intact')
  .over({ queriedType: fenceHandleTypes, spelling: spellings })
  .needs(spelledBy(capabilitiesExtension))
  .withoutControl('what was there before the call is itself what a driver that does nothing would leave')
  .run(async ({ exporter, queriedType, spelling, expect, should }) => {
    const options = { spelling, sentinel: sentinels.first };
    const { unwritten, features } = await exporter.queries.fence(fenceHandleTypeBit[queriedType], options);
    expect('whether externalFenceFeatures was left alone', unwritten.includes('features')).toBe(false);
    if (features !== 0) expect('masks that were left alone', unwritten).toBe([]);
    else should('masks that were left alone', unwritten).toBe([]);
  });

fence
  .case(
    'bit-numbering-distinct',
    'Fence queries know SYNC_FD by the bit of fences, and not by the bit that semaphores have for it',
  )
  .proves('capabilities.fence.bit-numbering-distinct')
  .over({ handleType: ['SYNC_FD'] })
  .needs((device, parameters) =>
    device.features.maintenance5 ? undefined : exportable('fence')(device, parameters),
  )
  .run(async (context) => {
    const { exporter, device, handleType, expect, control } = context;
    const answer = await exporter.queries.fence(0x8, { sentinel: sentinels.first });
    control('whether externalFenceFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    const hasNvSci = device.deviceExtensions.some((name) => name.startsWith('VK_NV_external_sci_sync'));
    if (device.features.maintenance5 && !hasNvSci) {
      const wrong = await exporter.queries.fence(0x10, { sentinel: sentinels.first });
      expect('externalFenceFeatures of 0x10, SYNC_FD among semaphores', wrong.features).toBe(0);
    }
    const { exportable, importable } = claimedFeatures('fence', answer.features);
    const before = capabilityOf(device, 'fence', handleType);
    expect(`features of 0x8, ${handleType} among fences`, { exportable, importable }).toBe({
      exportable: before?.exportable ?? false,
      importable: before?.importable ?? false,
    });
    if (!device.deviceExtensions.includes(extensionOf('fence', handleType))) return;
    await fencePayloadTravels(context, { handleType, claimed: { exportable, importable } });
  });
