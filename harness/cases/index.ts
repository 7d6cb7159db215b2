/**
 * The vocabulary that suites are written in. A suite file imports from here alone; nothing here touches a
 * driver, so that cases can be listed on any machine.
 */
export { type ForeignKind, foreignKinds } from '../handles/face';
export * from './advertised-memory';
export { asWritten, contentSize, differenceFrom, patternOf } from './content';
export { type CaseContext, type DescriptorSnapshot, type Observer, observers } from './context';
export type { DeviceCapabilities, DeviceIdentity, OtherDevice } from './device-capabilities';
export { immediately, milliseconds, type Nanoseconds, patience, seconds } from './durations';
export * from './extension-dependencies';
export * from './external-masks';
export * from './fence-states';
export * from './handle-types';
export * from './held-export';
export { someOf } from './listing';
export * from './needs';
export * from './objects';
export * from './queried-images';
export * from './queries';
export { type ResourceKindName, resourceKindNames, resourceKinds } from './resource-kinds';
export * from './semaphore-operations';
export * from './semaphore-states';
export * from './shared-memory';
export * from './stable-answer';
export { type Axes, type Need, type Parameters, suite } from './suite';
export * from './travelling-payload';
