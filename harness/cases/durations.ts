/** A time span in nanoseconds, as Vulkan's timeouts take it. */
export type Nanoseconds = bigint;

export const milliseconds = (count: number): Nanoseconds => BigInt(Math.round(count * 1e6));
export const seconds = (count: number): Nanoseconds => milliseconds(count * 1e3);

/** A timeout of zero: the state is told without blocking. */
export const immediately: Nanoseconds = 0n;

/** A timeout that never passes. Source: vkWaitForFences. */
export const noTimeout: Nanoseconds = 2n ** 64n - 1n;

/**
 * How long a case waits for what must come: far longer than any driver needs, well below the deadline of a
 * case, so that a lost signal is a failure with its call record and not a killed host.
 */
export const patience: Nanoseconds = seconds(3);
