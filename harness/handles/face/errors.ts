/** What goes wrong with handles. */

/** A call of the operating system failed. */
export class OsCallError extends Error {
  override readonly name = 'OsCallError';
  constructor(
    /** `dup2`, `fcntl F_GETFD` ... */
    readonly call: string,
    /** `EMFILE`. */
    readonly code: string,
    readonly errno: number,
    detail = '',
  ) {
    super(`${call}${detail === '' ? '' : ` (${detail})`} failed with ${code}`);
  }
}

/** A handle was used after it was closed or handed over, or in a way that its value does not allow. */
export class HandleUseError extends Error {
  override readonly name: string = 'HandleUseError';
}

/** Someone else closed a handle of the application, or gave out its value again. */
export class HandleLost extends HandleUseError {
  override readonly name = 'HandleLost';
}

/** Nothing arrived in time. */
export class HandleTimeoutError extends Error {
  override readonly name = 'HandleTimeoutError';
}
