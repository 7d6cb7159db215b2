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

/**
 * How long a case waits for what may end in any way, but must end: an operation on a payload that another process left
 * unfit for it. What permits only an error, the loss of the device, or an operation that goes on behind a timeout
 * gives that timeout no number; it forbids a wait without end. The number rests on what systems do about work that
 * hangs: by default Windows gives it up behind 2 seconds, and the kernel's drivers for Intel's and AMD's GPUs behind 10
 * at most. That begins a reset and does not end it: the rest is for the reset.
 */
export const generous: Nanoseconds = seconds(12);

/**
 * How long a case repeats what shows more the oftener it is done, where that is done thousands of times or as often as
 * fills a heap: some drivers need tens of milliseconds for each, and what a case does behind it has to fit its deadline.
 */
export const whileRepeating: Nanoseconds = seconds(2);

/**
 * The deadline in seconds of a case that makes its call hundreds of times, each of which may take 100 ms while other
 * cases have the kernel's part of the driver fill a heap.
 */
export const deadlineOfHundreds = 30;
