/** Why Windows ended a process, by its exit code: exceptions and states of ntstatus.h that a crash ends with. */
const exceptions: Readonly<Record<number, string>> = {
  1073741845: 'an abort',
  2147483649: 'a guard page violation',
  2147483651: 'a breakpoint',
  3221225477: 'an access violation',
  3221225478: 'an in-page error',
  3221225480: 'an invalid handle',
  3221225501: 'an illegal instruction',
  3221225506: 'a library that may not be loaded',
  3221225595: 'a library of another architecture',
  3221225620: 'an integer division by zero',
  3221225725: 'a stack overflow',
  3221225781: 'a library that is not there',
  3221225785: 'a function that a library does not have',
  3221225794: 'a library that failed to initialise',
  3221226356: 'heap corruption',
  3221226505: 'a fast-fail (abort, or a damaged stack)',
  3221226519: 'an invalid argument to the C library',
  3221226525: 'an exception in a callback of the system',
  3221226528: 'an assertion failure',
  3221227010: 'a fail-fast exception',
  3765269347: 'an uncaught C++ exception',
};
/** STATUS_CONTROL_C_EXIT. */
const controlC = 0xc000013a;

/** What abort() of the C library exits with. */
const abortCode = 134;

/** `died of SIGSEGV`, `died of an access violation (0xC0000005)`, `exited with code 1`. */
export function describeProcessEnd(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal !== null) return `died of ${signal}`;
  if (code === null) return 'ended without an exit code';
  const hexadecimal = `0x${code.toString(16).toUpperCase()}`;
  if (code === controlC) return `was interrupted (${hexadecimal})`;
  if (code === abortCode) return `was aborted (exit code ${code})`;
  const exception = exceptions[code];
  if (exception !== undefined) return `died of ${exception} (${hexadecimal})`;
  // Severity error of an NTSTATUS: no program exits with such a code of its own will.
  if (code >= 0xc0000000) return `died of an exception (${hexadecimal})`;
  return `exited with code ${code}`;
}
