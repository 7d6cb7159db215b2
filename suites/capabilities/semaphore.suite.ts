import {
  answersAlike,
  answersAsBeforeDevices,
  askerOffered,
  askers,
  capabilityOf,
  claimed,
  claimsOnlyWhatWorks,
  compatiblePairWorks,
  exportable,
  exportsFromImportable,
  isSelfCompatible,
  mayBePaired,
  overwritesMasks,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphoreQuery,
  semaphoreTypeKnown,
  semaphoreTypes,
  spelledBy,
  spellings,
  suite,
  tellsOfNoFeature,
  transferenceOf,
  untypedSemaphoreQuery,
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
  .run((context) =>
    claimsOnlyWhatWorks(context, semaphoreQuery(context.device, context.type), context.queriedType, {
      spelling: context.spelling,
    }),
  );

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
  .run((context) =>
    tellsOfNoFeature(context, untypedSemaphoreQuery, context.value, { spelling: context.spelling }),
  );

semaphore
  .case(
    'self-compatible',
    'A semaphore handle type with a feature is among the types that it is compatible with',
  )
  .proves('capabilities.semaphore.self-compatible')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes })
  .needs(semaphoreOfType(claimed))
  .run((context) =>
    isSelfCompatible(context, semaphoreQuery(context.device, context.type), context.handleType),
  );

semaphore
  .case(
    'compatible-pairs-work',
    'A semaphore made for two handle types that are reported compatible exports as each of them',
  )
  .proves('capabilities.semaphore.compatible-pairs-work')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes, with: semaphoreHandleTypes })
  .where((parameters) => mayBePaired(parameters.handleType, parameters.with))
  .where((parameters) => parameters.type === 'binary' || !isCopied(parameters.handleType, parameters.with))
  .needs(semaphoreOfType(exportable), (device, { type, handleType, with: other }) =>
    capabilityOf(device, `${type} semaphore`, handleType)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${handleType} and ${other} compatible`,
  )
  .run((context) =>
    compatiblePairWorks(
      context,
      semaphoreQuery(context.device, context.type),
      context.handleType,
      context.with,
    ),
  );

semaphore
  .case(
    'export-from-imported-sane',
    'The types that a semaphore handle type can be exported from are importable, and there are none where it is not exportable',
  )
  .proves('capabilities.semaphore.export-from-imported-sane')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes })
  .needs(semaphoreOfType(claimed))
  .run((context) =>
    exportsFromImportable(context, semaphoreQuery(context.device, context.type), context.handleType),
  );

semaphore
  .case(
    'query-stable',
    'A semaphore query answers alike whoever asks, how often, and by which name of the command',
  )
  .proves('capabilities.semaphore.query-stable')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes, asker: askers })
  .needs(semaphoreTypeKnown, askerOffered(capabilitiesExtension))
  .withPeer()
  .run((context) =>
    answersAlike(context, semaphoreQuery(context.device, context.type), context.queriedType, context.asker),
  );

semaphore
  .case('same-before-devices', 'A semaphore query answers as it did before the driver had any device')
  .proves('capabilities.semaphore.query-stable')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes })
  .needs(semaphoreTypeKnown)
  .run((context) =>
    answersAsBeforeDevices(context, semaphoreQuery(context.device, context.type), context.queriedType),
  );

semaphore
  .case(
    'output-chain-intact',
    'A semaphore query overwrites the masks of its output structure, and neither sType, nor pNext, nor anything else',
  )
  .proves('capabilities.semaphore.output-chain-intact')
  .over({ type: semaphoreTypes, queriedType: semaphoreHandleTypes, spelling: spellings })
  .needs(semaphoreTypeKnown, spelledBy(capabilitiesExtension))
  .withoutControl('what was there before the call is itself what a driver that does nothing would leave')
  .run((context) =>
    overwritesMasks(context, semaphoreQuery(context.device, context.type), context.queriedType, {
      spelling: context.spelling,
    }),
  );
