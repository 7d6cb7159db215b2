/** Seconds until the host of a case is killed, on a machine of hardware and unless `--timeout` says otherwise. */
export const defaultTimeoutSeconds = 10;

/** By what every limit of time is multiplied in a guest: software emulation is slower by far. */
const guestFactor = 3;

/** By what limits of time are multiplied that were chosen for a machine of hardware. */
export function limitFactor(inGuest: boolean): number {
  return inGuest ? guestFactor : 1;
}
