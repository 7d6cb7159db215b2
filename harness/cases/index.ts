/**
 * The vocabulary that suites are written in. A suite file imports from here alone; nothing here touches a
 * driver, so that cases can be listed on any machine.
 */
export type { CaseContext, DescriptorSnapshot, ForeignKind } from './context';
export { foreignKinds } from './context';
export type { DeviceCapabilities } from './device-capabilities';
export { immediately, milliseconds, type Nanoseconds, patience, seconds } from './durations';
export * from './handle-types';
export * from './needs';
export * from './objects';
export type * from './queries';
export { type Axes, type Need, type Parameters, suite } from './suite';
