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
  platformOf,
  type SemaphoreHandleType,
  semaphoreHandleTypeBit,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphorePayloadTravels,
  semaphoreTypeIn,
  semaphoreTypeKnown,
  semaphoreTypes,
  sentinels,
  spelledBy,
  spellings,
  suite,
  transferenceOf,
  typesIn,
  writtenMasks,
} from '../../harness/cases';

const capabilitiesExtension = 'VK_KHR_external_semaphore_capabilities';
/** Whether one of the types has copy transference, which VUIDs bar for timelines. */
const isCopied = (...types: readonly SemaphoreHandleType[]): boolean =>
  types.some((type) => transferenceOf(type) === 'copy');
const semaphore = suite(
  'capabilities.semaphore',
  'What a device says of semaphore handle types, and whether it holds',
);

semaphore
  .case(
    'unsupported-is-zero',
    'A semaphore handle type has features only where its payloads can be created, exported and imported; none where it belongs to another platform',
  )
  .proves('capabilities.semaphore.unsupported-is-zero')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes, spelling: spellings })
  .where(({ type, queriedType }) => type === 'binary' || !isCopied(queriedType))
  .needs(semaphoreTypeKnown, spelledBy(capabilitiesExtension))
  .run(async (context) => {
    const { exporter, device, type, queriedType, spelling, expect, control, should } = context;
    const bit = semaphoreHandleTypeBit[queriedType];
    const answer = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      spelling,
      sentinel: sentinels.first,
    });
    control('whether externalSemaphoreFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    if (platformOf(queriedType) !== device.platform) {
      expect(`externalSemaphoreFeatures of ${queriedType}, which this platform lacks`, answer.features).toBe(
        0,
      );
      return;
    }
    const { exportable, importable } = claimedFeatures('semaphore', answer.features);
    if (!exportable && !importable) {
      should(`externalSemaphoreFeatures of ${queriedType}, without a known bit`, answer.features).toBe(0);
      return;
    }
    const extension = extensionOf('binary semaphore', queriedType);
    const offered = device.deviceExtensions.includes(extension);
    should(`whether ${extension} is offered along with the features of ${queriedType}`, offered).toBe(true);
    if (!offered) return;
    await semaphorePayloadTravels(context, type, {
      handleType: queriedType,
      claimed: { exportable, importable },
    });
  });

semaphore
  .case(
    'any-integer',
    'With maintenance5 a semaphore query about a value that is no single known handle type tells of no feature',
  )
  .proves('capabilities.semaphore.any-integer-with-maintenance5')
  .over({
    value: ['0x0', '0x3', '0x11', '0x1f', '0x40', '0x100', '0x10000', '0x40000000', '0x7fffffff'],
    spelling: spellings,
  })
  .needs(
    (device) => (device.features.maintenance5 ? undefined : 'the device has no maintenance5 feature'),
    spelledBy(capabilitiesExtension),
  )
  .run(async ({ exporter, value, spelling, expect, control }) => {
    const options = { spelling, sentinel: sentinels.first };
    const answer = await exporter.queries.semaphore(Number(value), options);
    control('whether externalSemaphoreFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    expect(`externalSemaphoreFeatures of the handle type ${value}`, answer.features).toBe(0);
  });

semaphore
  .case(
    'self-compatible',
    'A semaphore handle type with a feature is among the types that it is compatible with',
  )
  .proves('capabilities.semaphore.self-compatible')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes })
  .needs(semaphoreOfType(claimed))
  .run(async ({ exporter, device, type, handleType, expect, control }) => {
    const bit = semaphoreHandleTypeBit[handleType];
    const answer = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      sentinel: sentinels.first,
    });
    control('masks that were left alone', answer.unwritten).toBe([]);
    expect(
      `whether compatibleHandleTypes of ${handleType} names it`,
      typesIn(answer.compatibleHandleTypes, semaphoreHandleTypeBit).includes(handleType),
    ).toBe(true);
  });

semaphore
  .case(
    'compatible-pairs-work',
    'A semaphore made for two handle types that are reported compatible exports as each of them',
  )
  .proves('capabilities.semaphore.compatible-pairs-work')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes, with: semaphoreHandleTypes })
  .where((parameters) => parameters.handleType !== parameters.with)
  .where((parameters) => parameters.type === 'binary' || !isCopied(parameters.handleType, parameters.with))
  .needs(semaphoreOfType(exportable), (device, { type, handleType, with: other }) =>
    capabilityOf(device, `${type} semaphore`, handleType)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${handleType} and ${other} compatible`,
  )
  .run(async (context) => {
    const { exporter, device, type, handleType, with: other, expect, control, should } = context;
    const bit = semaphoreHandleTypeBit[handleType];
    const answer = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      sentinel: sentinels.first,
    });
    control('masks that were left alone', answer.unwritten).toBe([]);
    const own = claimedFeatures('semaphore', answer.features);
    expect(`whether ${handleType} is still exportable`, own.exportable).toBe(true);
    const pair = [handleType, other];
    await semaphorePayloadTravels(context, type, { handleType, claimed: own, exportAs: pair });
    const reverse = await exporter.queries.semaphore(
      semaphoreHandleTypeBit[other],
      semaphoreTypeIn(device, type),
    );
    should(
      `whether ${other} is reported compatible with ${handleType} in turn`,
      typesIn(reverse.compatibleHandleTypes, semaphoreHandleTypeBit).includes(handleType),
    ).toBe(true);
    const others = claimedFeatures('semaphore', reverse.features);
    if (platformOf(other) === device.platform && others.exportable)
      await semaphorePayloadTravels(context, type, { handleType: other, claimed: others, exportAs: pair });
  });

semaphore
  .case(
    'export-from-imported-sane',
    'The types that a semaphore handle type can be exported from are importable, and there are none where it is not exportable',
  )
  .proves('capabilities.semaphore.export-from-imported-sane')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes })
  .needs(semaphoreOfType(claimed))
  .run(async ({ exporter, device, type, handleType, expect, control }) => {
    const bit = semaphoreHandleTypeBit[handleType];
    const answer = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      sentinel: sentinels.first,
    });
    control('masks that were left alone', answer.unwritten).toBe([]);
    const sources = typesIn(answer.exportFromImportedHandleTypes, semaphoreHandleTypeBit);
    if (!claimedFeatures('semaphore', answer.features).exportable)
      expect(`types that ${handleType}, which is not exportable, can be exported from`, sources).toBe([]);
    const useless: string[] = [];
    for (const source of sources) {
      const { features } = await exporter.queries.semaphore(
        semaphoreHandleTypeBit[source],
        semaphoreTypeIn(device, type),
      );
      if (!claimedFeatures('semaphore', features).importable) useless.push(source);
    }
    expect(`types that ${handleType} can be exported from and that can't be imported`, useless).toBe([]);
  });

semaphore
  .case(
    'query-stable',
    'A semaphore query answers alike whoever asks, how often, and by which name of the command',
  )
  .proves('capabilities.semaphore.query-stable')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes, asker: askers })
  .needs(semaphoreTypeKnown, askerOffered(capabilitiesExtension))
  .withPeer()
  .run(async (context) => {
    const { exporter, device, type, queriedType, asker, expect, control } = context;
    const bit = semaphoreHandleTypeBit[queriedType];
    const first = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      sentinel: sentinels.first,
    });
    control('whether externalSemaphoreFeatures was left alone', first.unwritten.includes('features')).toBe(
      false,
    );
    const later = await answersTo(context, asker, (queries, options) =>
      queries.semaphore(bit, { ...semaphoreTypeIn(device, type), ...options }),
    );
    expect(`answers about ${queriedType}`, distinct(later.map(writtenMasks))).toBe([writtenMasks(first)]);
  });

semaphore
  .case('same-before-devices', 'A semaphore query answers as it did before the driver had any device')
  .proves('capabilities.semaphore.query-stable')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes })
  .needs(semaphoreTypeKnown)
  .run(async ({ exporter, device, type, queriedType, expect, control }) => {
    const bit = semaphoreHandleTypeBit[queriedType];
    const answer = await exporter.queries.semaphore(bit, {
      ...semaphoreTypeIn(device, type),
      sentinel: sentinels.first,
    });
    control('whether externalSemaphoreFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    const { exportable, importable } = claimedFeatures('semaphore', answer.features);
    const before = capabilityOf(device, `${type} semaphore`, queriedType);
    expect(`features of ${queriedType}`, { exportable, importable }).toBe({
      exportable: before?.exportable ?? false,
      importable: before?.importable ?? false,
    });
    if (before === undefined) return;
    expect(`types compatible with ${queriedType}`, [
      ...typesIn<string>(answer.compatibleHandleTypes, semaphoreHandleTypeBit),
    ]).toBe([...before.compatible]);
  });

semaphore
  .case(
    'output-chain-intact',
    'A semaphore query overwrites the masks of its output structure, and neither sType, nor pNext, nor anything else',
  )
  .proves('capabilities.semaphore.output-chain-intact')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes, spelling: spellings })
  .needs(semaphoreTypeKnown, spelledBy(capabilitiesExtension))
  .withoutControl('what was there before the call is itself what a driver that does nothing would leave')
  .run(async ({ exporter, device, type, queriedType, spelling, expect, should }) => {
    const options = { ...semaphoreTypeIn(device, type), spelling, sentinel: sentinels.first };
    const { unwritten, features } = await exporter.queries.semaphore(
      semaphoreHandleTypeBit[queriedType],
      options,
    );
    expect('whether externalSemaphoreFeatures was left alone', unwritten.includes('features')).toBe(false);
    if (features !== 0) expect('masks that were left alone', unwritten).toBe([]);
    else should('masks that were left alone', unwritten).toBe([]);
  });
