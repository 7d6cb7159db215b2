/** Names of the errors and states that calls on handles end with; winerror.h and ntstatus.h have the rest. */
const errors: Readonly<Record<number, string>> = {
  2: 'ERROR_FILE_NOT_FOUND',
  3: 'ERROR_PATH_NOT_FOUND',
  4: 'ERROR_TOO_MANY_OPEN_FILES',
  5: 'ERROR_ACCESS_DENIED',
  6: 'ERROR_INVALID_HANDLE',
  8: 'ERROR_NOT_ENOUGH_MEMORY',
  14: 'ERROR_OUTOFMEMORY',
  50: 'ERROR_NOT_SUPPORTED',
  87: 'ERROR_INVALID_PARAMETER',
  120: 'ERROR_CALL_NOT_IMPLEMENTED',
  122: 'ERROR_INSUFFICIENT_BUFFER',
  123: 'ERROR_INVALID_NAME',
  161: 'ERROR_BAD_PATHNAME',
  183: 'ERROR_ALREADY_EXISTS',
  487: 'ERROR_INVALID_ADDRESS',
  1305: 'ERROR_UNKNOWN_REVISION',
  1336: 'ERROR_INVALID_ACL',
  1337: 'ERROR_INVALID_SID',
  1338: 'ERROR_INVALID_SECURITY_DESCR',
  1450: 'ERROR_NO_SYSTEM_RESOURCES',
};

const states: Readonly<Record<number, string>> = {
  3221225474: 'STATUS_NOT_IMPLEMENTED',
  3221225475: 'STATUS_INVALID_INFO_CLASS',
  3221225476: 'STATUS_INFO_LENGTH_MISMATCH',
  3221225480: 'STATUS_INVALID_HANDLE',
  3221225506: 'STATUS_ACCESS_DENIED',
  3221225508: 'STATUS_OBJECT_TYPE_MISMATCH',
};

/** `ERROR_ACCESS_DENIED` for 5. */
export function errorName(number: number): string {
  return errors[number] ?? `error ${number}`;
}

/** `STATUS_INVALID_HANDLE` for 0xC0000008, signed or not. */
export function statusName(status: number): string {
  return states[status >>> 0] ?? `status 0x${(status >>> 0).toString(16).padStart(8, '0')}`;
}
