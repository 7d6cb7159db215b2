/**
 * The vocabulary that suites are written in. A suite file imports from here alone; nothing here touches a
 * driver, so that cases can be listed on any machine.
 */
export {
  type DmaBufProducer,
  dmaBufProducers,
  type FenceCreator,
  type ForeignKind,
  fenceCreators,
  foreignKinds,
  type SyncFileSource,
  syncFileSources,
  type TextureSource,
  textureSources,
} from '../handles/face';
export { accessRights } from '../vulkan/access-rights';
export * from './advertised-memory';
export * from './concurrent-calls';
export * from './content';
export * from './content-passing';
export {
  type CaseContext,
  type DescriptorSnapshot,
  type Observer,
  observers,
  type PeerEnd,
  peerEnds,
} from './context';
export type { DeviceCapabilities, DeviceIdentity, OtherDevice } from './device-capabilities';
export {
  deadlineOfHundreds,
  generous,
  immediately,
  milliseconds,
  type Nanoseconds,
  noTimeout,
  patience,
  seconds,
} from './durations';
export * from './exhausted-export';
export * from './extension-dependencies';
export * from './external-handle';
export * from './external-masks';
export * from './fence-states';
export * from './fence-survival';
export * from './foreign-fence';
export * from './foreign-memory';
export * from './foreign-payloads';
export * from './foreign-texture';
export * from './handle-counts';
export * from './handle-types';
export * from './handles-to-import';
export * from './heap-loads';
export * from './held-export';
export * from './held-load';
export * from './import-results';
export { lateClose } from './late-close';
export { someOf } from './listing';
export {
  type Allocation,
  allocated,
  allocationFor,
  allocations,
  bind,
  hostVisibleBuffer,
  makeResource,
  resolvedImage,
  usualAllocation,
} from './memory-allocation';
export * from './memory-handle-journeys';
export { type Access, accesses, memoryProperties, pickType, usableTypes } from './memory-types';
export * from './name-watch';
export * from './native-sync-file';
export * from './needs';
export * from './objects';
export { pairwise } from './pairwise';
export * from './payload-queries';
export * from './payload-survival';
export * from './queried-images';
export * from './queries';
export * from './queue-families';
export { repeatedly } from './repetition';
export * from './resource-contents';
export {
  featuredKinds,
  kindOf,
  type ResourceKindName,
  resourceKindNames,
  resourceKinds,
  type VariedKindName,
  variedKindNames,
} from './resource-kinds';
export * from './reused-numbers';
export * from './semaphore-operations';
export * from './semaphore-states';
export * from './semaphore-survival';
export * from './shared-memory';
export * from './shared-payload';
export * from './stable-answer';
export { type Axes, type Need, type Parameters, suite } from './suite';
export * from './timed-wait';
export * from './travelling-payload';
export * from './unusable-sources';
export * from './usable-semaphore';
export * from './work';
export * from './work-behind-wait';
