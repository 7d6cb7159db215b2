import {
  capabilityOf,
  claimed,
  claimedFeatures,
  extensionOf,
  feature,
  platformOf,
  type SemaphoreHandleType,
  semaphoreHandleTypeBit,
  semaphoreHandleTypes,
  semaphoreOfType,
  semaphorePayloadTravels,
  semaphoreTypes,
  sentinels,
  suite,
  transferenceOf,
  writtenMasks,
} from '../../harness/cases';

/** A timeline can't be exported by copy at all (VUID-VkSemaphoreGetFdInfoKHR-handleType-03253). */
const isBarred = (type: string, handleType: SemaphoreHandleType): boolean =>
  type === 'timeline' && transferenceOf(handleType) === 'copy';

const typed = suite(
  'capabilities.semaphore-type',
  'How what a device says of semaphore handle types depends on the type of semaphore',
);

typed
  .case(
    'chain-respected',
    'The answer to a semaphore query holds for the type of semaphore that it names: that type is created, exported and imported as advertised',
  )
  .proves('capabilities.semaphore.type-chain-respected')
  .over({ type: semaphoreTypes, handleType: semaphoreHandleTypes })
  .needs(feature('timelineSemaphore'), (device, { type, handleType }) =>
    semaphoreOfType(claimed)(device, { type: isBarred(type, handleType) ? 'binary' : type, handleType }),
  )
  .run(async (context) => {
    const { exporter, device, type, handleType, expect, control } = context;
    const bit = semaphoreHandleTypeBit[handleType];
    const answer = await exporter.queries.semaphore(bit, { type, sentinel: sentinels.first });
    control('whether externalSemaphoreFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    const features = claimedFeatures('semaphore', answer.features);
    if (isBarred(type, handleType)) {
      expect(`whether ${handleType} is reported exportable for a timeline`, features.exportable).toBe(false);
      return;
    }
    const { exportable, importable } = features;
    const before = capabilityOf(device, `${type} semaphore`, handleType);
    expect(`features of ${handleType} for a ${type} semaphore`, { exportable, importable }).toBe({
      exportable: before?.exportable ?? false,
      importable: before?.importable ?? false,
    });
    await semaphorePayloadTravels(context, type, { handleType, claimed: features });
  });

typed
  .case('default-is-binary', 'A semaphore query that names no type of semaphore is answered for binary ones')
  .proves('capabilities.semaphore.default-is-binary')
  .over({ queriedType: semaphoreHandleTypes })
  .needs(feature('timelineSemaphore'))
  .run(async ({ exporter, queriedType, expect, control }) => {
    const bit = semaphoreHandleTypeBit[queriedType];
    const plain = await exporter.queries.semaphore(bit, { sentinel: sentinels.first });
    control('whether externalSemaphoreFeatures was left alone', plain.unwritten.includes('features')).toBe(
      false,
    );
    const binary = await exporter.queries.semaphore(bit, { type: 'binary', sentinel: sentinels.later });
    expect(`answer about ${queriedType} without a type`, writtenMasks(plain)).toBe(writtenMasks(binary));
  });

typed
  .case('timeline-no-sync-fd', 'SYNC_FD is neither exportable nor importable for timeline semaphores')
  .proves('capabilities.semaphore.timeline-no-sync-fd')
  .over({ type: ['timeline'], handleType: ['SYNC_FD'] })
  .needs(feature('timelineSemaphore'))
  .run(async ({ exporter, type, handleType, expect, control }) => {
    const bit = semaphoreHandleTypeBit[handleType];
    const answer = await exporter.queries.semaphore(bit, { type, sentinel: sentinels.first });
    control('whether externalSemaphoreFeatures was left alone', answer.unwritten.includes('features')).toBe(
      false,
    );
    const { exportable, importable } = claimedFeatures('semaphore', answer.features);
    expect('features of SYNC_FD for a timeline', { exportable, importable }).toBe({
      exportable: false,
      importable: false,
    });
  });

typed
  .case(
    'bit-numbering-distinct',
    'Semaphore queries know SYNC_FD by the bit of semaphores, and not by the bit that fences have for it',
  )
  .proves('capabilities.fence.bit-numbering-distinct')
  .over({ handleType: ['SYNC_FD'] })
  .run(async (context) => {
    const { exporter, device, handleType, expect, control } = context;
    const wrong = await exporter.queries.semaphore(0x8, { sentinel: sentinels.first });
    control('whether externalSemaphoreFeatures was left alone', wrong.unwritten.includes('features')).toBe(
      false,
    );
    if (platformOf('D3D12_FENCE') !== device.platform)
      expect('externalSemaphoreFeatures of 0x8, SYNC_FD among fences', wrong.features).toBe(0);
    const features = claimedFeatures('semaphore', (await exporter.queries.semaphore(0x10)).features);
    if (!device.deviceExtensions.includes(extensionOf('binary semaphore', handleType))) return;
    await semaphorePayloadTravels(context, 'binary', { handleType, claimed: features });
  });
