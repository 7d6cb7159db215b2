/** A number as it crosses into native code: bigint for 64 bits, handles and pointers, number for less. */
export type NativeNumber = number | bigint;

/**
 * One command of a driver, below all types. Arguments are in C order, counts and output pointers
 * included: `bigint` for pointers, handles and 64-bit integers, `number` for anything smaller; a null
 * pointer is `0n`. What it returns is of the same kind, `undefined` for void.
 */
export interface EntryPoint {
  /** Calls it on this thread. */
  call(...values: NativeNumber[]): NativeNumber | null | undefined;
  /** Calls it so that this thread goes on meanwhile: on a worker thread when the driver is native. */
  callAsync(...values: NativeNumber[]): Promise<NativeNumber | null | undefined>;
}

/**
 * A Vulkan driver by its entry points: a loader, an ICD opened without one, or a model written in
 * TypeScript that reads and writes the same native structures (see `DriverMemory`).
 */
export interface NativeDriver {
  /**
   * @param instance 0n for the commands that need none
   * @returns null when the driver does not offer the command there
   */
  instanceEntryPoint(instance: bigint, name: string): EntryPoint | null;
  /**
   * @param instance the one that the device was made from, and that is there still
   * @returns null when the driver does not offer the command on that device
   */
  deviceEntryPoint(device: bigint, name: string, instance: bigint): EntryPoint | null;
  /** Of a driver that misbehaves on purpose: whether it did so since this was last called. */
  misbehaved?(): boolean;
}

/**
 * An entry point written in TypeScript.
 * @param callAsync what to do when it may take its time; by default the same, within the turn
 */
export function entryPoint(
  call: EntryPoint['call'],
  callAsync: EntryPoint['callAsync'] = async (...values) => call(...values),
): EntryPoint {
  return { call, callAsync };
}
