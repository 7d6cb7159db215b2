import {
  answerAbout,
  answersAlike,
  answersAsBeforeDevices,
  askerOffered,
  askers,
  capabilityOf,
  claimed,
  claimedFeatures,
  claimsOnlyWhatWorks,
  compatiblePairWorks,
  expectFeaturesOf,
  exportable,
  exportsFromImportable,
  extensionOf,
  fenceHandleTypes,
  fencePayloadTravels,
  fenceQuery,
  isSelfCompatible,
  mayBePaired,
  overwritesMasks,
  sentinels,
  spelledBy,
  spellings,
  suite,
  tellsOfNoFeature,
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
  .run((context) =>
    claimsOnlyWhatWorks(context, fenceQuery, context.queriedType, { spelling: context.spelling }),
  );

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
  .run((context) => tellsOfNoFeature(context, fenceQuery, context.value, { spelling: context.spelling }));

fence
  .case('self-compatible', 'A fence handle type with a feature is among the types that it is compatible with')
  .proves('capabilities.fence.self-compatible')
  .over({ handleType: fenceHandleTypes })
  .needs(claimed('fence'))
  .run((context) => isSelfCompatible(context, fenceQuery, context.handleType));

fence
  .case(
    'compatible-pairs-work',
    'A fence made for two handle types that are reported compatible exports as each of them',
  )
  .proves('capabilities.fence.compatible-pairs-work')
  .over({ handleType: fenceHandleTypes, with: fenceHandleTypes })
  .where((parameters) => mayBePaired(parameters.handleType, parameters.with))
  .needs(exportable('fence'), (device, { handleType, with: other }) =>
    capabilityOf(device, 'fence', handleType)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${handleType} and ${other} compatible`,
  )
  .run((context) => compatiblePairWorks(context, fenceQuery, context.handleType, context.with));

fence
  .case(
    'export-from-imported-sane',
    'The types that a fence handle type can be exported from are importable, and there are none where it is not exportable',
  )
  .proves('capabilities.fence.export-from-imported-sane')
  .over({ handleType: fenceHandleTypes })
  .needs(claimed('fence'))
  .run((context) => exportsFromImportable(context, fenceQuery, context.handleType));

fence
  .case(
    'query-stable',
    'A fence query answers alike whoever asks, how often, and by which name of the command',
  )
  .proves('capabilities.fence.query-stable')
  .over({ queriedType: fenceHandleTypes, asker: askers })
  .needs(askerOffered(capabilitiesExtension))
  .withPeer()
  .run((context) => answersAlike(context, fenceQuery, context.queriedType, context.asker));

fence
  .case('same-before-devices', 'A fence query answers as it did before the driver had any device')
  .proves('capabilities.fence.query-stable')
  .over({ queriedType: fenceHandleTypes })
  .run((context) => answersAsBeforeDevices(context, fenceQuery, context.queriedType));

fence
  .case(
    'output-chain-intact',
    'A fence query overwrites the masks of its output structure, and neither sType, nor pNext, nor anything else',
  )
  .proves('capabilities.fence.output-chain-intact')
  .over({ queriedType: fenceHandleTypes, spelling: spellings })
  .needs(spelledBy(capabilitiesExtension))
  .withoutControl('what was there before the call is itself what a driver that does nothing would leave')
  .run((context) =>
    overwritesMasks(context, fenceQuery, context.queriedType, { spelling: context.spelling }),
  );

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
    const { exporter, device, handleType, expect } = context;
    const answer = await answerAbout(context, fenceQuery, 0x8);
    const hasNvSci = device.deviceExtensions.some((name) => name.startsWith('VK_NV_external_sci_sync'));
    if (device.features.maintenance5 && !hasNvSci) {
      const wrong = await exporter.queries.fence(0x10, { sentinel: sentinels.first });
      expect('externalFenceFeatures of 0x10, SYNC_FD among semaphores', wrong.features).toBe(0);
    }
    expectFeaturesOf(context, fenceQuery, handleType, answer, `features of 0x8, ${handleType} among fences`);
    if (!device.deviceExtensions.includes(extensionOf('fence', handleType))) return;
    const claimed = claimedFeatures('fence', answer.features);
    await fencePayloadTravels(context, { handleType, claimed });
  });
