/**
 * poll(2) on one descriptor. Waiting runs on a worker thread in slices, so that neither the event loop nor the end
 * of the process has to wait for a payload that never comes. Unlike libuv's polling it leaves O_NONBLOCK, which
 * belongs to the open file description and hence to the driver too, as it is.
 */
import type { PollOutcome } from '../face';
import { allocate, callError, free, libc, stableMemory, viewMemory } from './libc';

export const pollIn = 0x001;
export const pollOut = 0x004;
const pollErr = 0x008;
const pollHup = 0x010;
const pollNval = 0x020;
const eIntr = 4;
const sliceMs = 100;

let scratch: ReturnType<typeof stableMemory> | undefined;

/** struct pollfd: int fd, short events, short revents. */
function outcome(bytes: DataView, events: number): PollOutcome {
  const happened = bytes.getInt16(6, true);
  if (happened & pollNval) return 'invalid';
  if (happened & pollErr) return 'error';
  return happened & (events | pollHup) ? 'ready' : 'not-ready';
}

function request(bytes: DataView, fd: number, events: number): void {
  bytes.setInt32(0, fd, true);
  bytes.setInt16(4, events, true);
  bytes.setInt16(6, 0, true);
}

/** The state right now. `fd` must not be negative: poll ignores such entries. */
export function pollNow(fd: number, events = pollIn): PollOutcome {
  scratch ??= stableMemory(8);
  const bytes = new DataView(scratch.bytes.buffer, scratch.bytes.byteOffset, 8);
  for (;;) {
    request(bytes, fd, events);
    if (libc().poll(scratch.address, 1, 0) !== -1) return outcome(bytes, events);
    const error = callError('poll', `descriptor ${fd}`);
    if (error.errno !== eIntr) throw error;
  }
}

function pollSlice(fd: number, events: number, timeoutMs: number): Promise<PollOutcome> {
  const address = allocate(8);
  const bytes = new DataView(viewMemory(address, 8));
  request(bytes, fd, events);
  return new Promise((resolve, reject) => {
    libc().poll.async(address, 1, timeoutMs, (error: unknown, count: number) => {
      const failure = error === null && count === -1 ? callError('poll', `descriptor ${fd}`) : error;
      const result = outcome(bytes, events);
      free(address);
      if (failure === null || (failure as { errno?: number }).errno === eIntr) resolve(result);
      else reject(failure);
    });
  });
}

/**
 * Waits until `fd` has one of `events`. `goOn` is asked between slices; once it says no the outcome is `invalid`,
 * since the number may by then name another file. `timeoutMs` may be Infinity.
 */
export async function waitFor(
  fd: number,
  timeoutMs: number,
  goOn: () => boolean,
  events = pollIn,
): Promise<PollOutcome> {
  const deadline = performance.now() + timeoutMs;
  let result = pollNow(fd, events);
  while (result === 'not-ready') {
    const left = deadline - performance.now();
    if (left <= 0) return result;
    result = await pollSlice(fd, events, Math.ceil(Math.min(left, sliceMs)));
    if (!goOn()) return 'invalid';
  }
  return result;
}
