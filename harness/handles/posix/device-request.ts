/** Requests (ioctl) whose structure has the size that their number names: <asm-generic/ioctl.h>. */
import { callError, errno, libc } from './libc';

/** _IOC_SIZESHIFT and _IOC_SIZEBITS of <asm-generic/ioctl.h>, which x86-64 and AArch64 take. */
const sizeShift = 16;
const sizeMask = 0x3fff;
const eIntr = 4;
const eAgain = 11;

/**
 * ioctl(2) with a structure that the kernel reads, and fills in where the request says so; its result. Made again where
 * the kernel was interrupted, as drmIoctl of libdrm does.
 * Throws OsCallError where the kernel refuses, RangeError where the structure has another size than the number names.
 */
export function requestOf(descriptor: number, name: string, number: number, structure: Buffer): number {
  const size = (number >>> sizeShift) & sizeMask;
  if (structure.length !== size)
    throw new RangeError(`${name} takes ${size} bytes and was given ${structure.length}`);
  for (;;) {
    const result = libc().ioctl(descriptor, number, structure);
    if (result !== -1) return result;
    const failed = errno();
    if (failed !== eIntr && failed !== eAgain)
      throw callError(`ioctl ${name}`, `descriptor ${descriptor}`, failed);
  }
}
