import { pauseFor } from './course';

/** Milliseconds that a thread of the driver has to close a descriptor behind the calls that a case made. */
const lateMs = 15;

/** Gives threads of the driver the time to close what is not theirs, before descriptors are looked at. */
export async function lateClose(): Promise<void> {
  await pauseFor(lateMs, 'threads of the driver may close a descriptor late');
}
