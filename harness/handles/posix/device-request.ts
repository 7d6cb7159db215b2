/** Requests (ioctl) whose structure has the size that their number names: <asm-generic/ioctl.h>. */
import { check, libc } from './libc';

/** _IOC_SIZESHIFT and _IOC_SIZEBITS of <asm-generic/ioctl.h>, which x86-64 and AArch64 take. */
const sizeShift = 16;
const sizeMask = 0x3fff;

/**
 * ioctl(2) with a structure that the kernel reads, and fills in where the request says so; its result.
 * Throws OsCallError where the kernel refuses, RangeError where the structure has another size than the number names.
 */
export function requestOf(descriptor: number, name: string, number: number, structure: Buffer): number {
  const size = (number >>> sizeShift) & sizeMask;
  if (structure.length !== size)
    throw new RangeError(`${name} takes ${size} bytes and was given ${structure.length}`);
  return check(`ioctl ${name}`, libc().ioctl(descriptor, number, structure), `descriptor ${descriptor}`);
}
