/**
 * The functions of Windows that this folder calls. Loaded on the first call only: koffi must never enter a Jest sandbox.
 * Handles go as 64-bit integers: the pseudo handles of a process and INVALID_HANDLE_VALUE are negative.
 */
import type { KoffiFunc } from 'koffi';
import { OsCallError } from '../face';
import { errorName, statusName } from './error-names';

type Koffi = typeof import('koffi');
/** A pointer for native code: an address, a Buffer whose bytes it may use during the call, or NULL. */
export type Pointer = bigint | Buffer | null;
type Native<A extends unknown[], R = number> = KoffiFunc<(...args: A) => R>;
type Handle = number;

export interface Kernel {
  readonly GetLastError: Native<[]>;
  readonly SetLastError: Native<[error: number], void>;
  readonly CloseHandle: Native<[handle: Handle]>;
  readonly DuplicateHandle: Native<
    [
      fromProcess: Handle,
      handle: Handle,
      toProcess: Handle,
      made: Pointer,
      access: number,
      inherit: number,
      options: number,
    ]
  >;
  readonly GetHandleInformation: Native<[handle: Handle, flags: Pointer]>;
  readonly SetHandleInformation: Native<[handle: Handle, mask: number, flags: number]>;
  readonly CreateEventW: Native<
    [attributes: Pointer, manualReset: number, initial: number, name: string | null]
  >;
  readonly CreateSemaphoreW: Native<
    [attributes: Pointer, initial: number, maximum: number, name: string | null]
  >;
  readonly CreateMutexW: Native<[attributes: Pointer, owned: number, name: string | null]>;
  readonly CreateFileMappingW: Native<
    [file: Handle, attributes: Pointer, protection: number, high: number, low: number, name: string | null]
  >;
  readonly OpenEventW: Native<[access: number, inherit: number, name: string]>;
  readonly OpenSemaphoreW: Native<[access: number, inherit: number, name: string]>;
  readonly OpenFileMappingW: Native<[access: number, inherit: number, name: string]>;
  readonly SetEvent: Native<[handle: Handle]>;
  readonly ResetEvent: Native<[handle: Handle]>;
  readonly WaitForSingleObject: Native<[handle: Handle, timeoutMs: number]>;
  readonly MapViewOfFile: Native<
    [handle: Handle, access: number, high: number, low: number, size: number],
    number | bigint
  >;
  readonly UnmapViewOfFile: Native<[address: bigint]>;
  readonly VirtualAlloc: Native<
    [address: Pointer, size: number, type: number, protection: number],
    number | bigint
  >;
  readonly VirtualFree: Native<[address: bigint, size: number, type: number]>;
  readonly VirtualQuery: Native<[address: bigint, into: Pointer, size: number], number | bigint>;
  readonly OpenProcess: Native<[access: number, inherit: number, processId: number]>;
  readonly GetProcessHandleCount: Native<[process: Handle, count: Pointer]>;
  readonly GetFileSizeEx: Native<[file: Handle, size: Pointer]>;
  readonly GetSystemInfo: Native<[into: Pointer], void>;
  readonly GetFileInformationByHandle: Native<[file: Handle, into: Pointer]>;
  readonly CreateFileW: Native<
    [
      path: string,
      access: number,
      share: number,
      attributes: Pointer,
      disposition: number,
      flags: number,
      template: Handle,
    ]
  >;
  readonly CreatePipe: Native<[readEnd: Pointer, writeEnd: Pointer, attributes: Pointer, size: number]>;
  readonly LocalFree: Native<[address: bigint], number | bigint>;
  readonly CompareObjectHandles: Native<[handle: Handle, other: Handle]> | null;
  readonly NtQueryObject: Native<
    [handle: Handle, what: number, into: Pointer, size: number, needed: Pointer]
  >;
  readonly NtQuerySection: Native<
    [handle: Handle, what: number, into: Pointer, size: number, needed: Pointer]
  >;
  readonly NtQueryEvent: Native<[handle: Handle, what: number, into: Pointer, size: number, needed: Pointer]>;
  readonly NtQuerySystemInformation: Native<[what: number, into: Pointer, size: number, needed: Pointer]>;
  readonly ConvertStringSecurityDescriptorToSecurityDescriptorW: Native<
    [text: string, revision: number, descriptor: Pointer, size: Pointer]
  >;
  readonly ConvertSecurityDescriptorToStringSecurityDescriptorW: Native<
    [descriptor: bigint, revision: number, parts: number, text: Pointer, length: Pointer]
  >;
  readonly GetKernelObjectSecurity: Native<
    [handle: Handle, parts: number, into: Pointer, size: number, needed: Pointer]
  >;
  /** Of libuv, which Node.js exports: the handle behind a descriptor of its C library. */
  readonly uv_get_osfhandle: Native<[descriptor: number]>;
}

const pointer = 'void *';
const handle = 'int64';

const kernel32: Readonly<Record<string, readonly [result: string, parameters: string[]]>> = {
  GetLastError: ['uint32', []],
  SetLastError: ['void', ['uint32']],
  CloseHandle: ['int', [handle]],
  DuplicateHandle: ['int', [handle, handle, handle, pointer, 'uint32', 'int', 'uint32']],
  GetHandleInformation: ['int', [handle, pointer]],
  SetHandleInformation: ['int', [handle, 'uint32', 'uint32']],
  CreateEventW: [handle, [pointer, 'int', 'int', 'str16']],
  CreateSemaphoreW: [handle, [pointer, 'int32', 'int32', 'str16']],
  CreateMutexW: [handle, [pointer, 'int', 'str16']],
  CreateFileMappingW: [handle, [handle, pointer, 'uint32', 'uint32', 'uint32', 'str16']],
  OpenEventW: [handle, ['uint32', 'int', 'str16']],
  OpenSemaphoreW: [handle, ['uint32', 'int', 'str16']],
  OpenFileMappingW: [handle, ['uint32', 'int', 'str16']],
  SetEvent: ['int', [handle]],
  ResetEvent: ['int', [handle]],
  WaitForSingleObject: ['uint32', [handle, 'uint32']],
  MapViewOfFile: ['uint64', [handle, 'uint32', 'uint32', 'uint32', 'uint64']],
  UnmapViewOfFile: ['int', [pointer]],
  VirtualAlloc: ['uint64', [pointer, 'uint64', 'uint32', 'uint32']],
  VirtualFree: ['int', [pointer, 'uint64', 'uint32']],
  VirtualQuery: ['uint64', [pointer, pointer, 'uint64']],
  OpenProcess: [handle, ['uint32', 'int', 'uint32']],
  GetProcessHandleCount: ['int', [handle, pointer]],
  GetFileSizeEx: ['int', [handle, pointer]],
  GetSystemInfo: ['void', [pointer]],
  GetFileInformationByHandle: ['int', [handle, pointer]],
  CreateFileW: [handle, ['str16', 'uint32', 'uint32', pointer, 'uint32', 'uint32', handle]],
  CreatePipe: ['int', [pointer, pointer, pointer, 'uint32']],
  LocalFree: ['uint64', [pointer]],
};
const ntdll: typeof kernel32 = {
  NtQueryObject: ['int32', [handle, 'int', pointer, 'uint32', pointer]],
  NtQuerySection: ['int32', [handle, 'int', pointer, 'uint64', pointer]],
  NtQueryEvent: ['int32', [handle, 'int', pointer, 'uint32', pointer]],
  NtQuerySystemInformation: ['int32', ['int', pointer, 'uint32', pointer]],
};
const advapi32: typeof kernel32 = {
  ConvertStringSecurityDescriptorToSecurityDescriptorW: ['int', ['str16', 'uint32', pointer, pointer]],
  ConvertSecurityDescriptorToStringSecurityDescriptorW: [
    'int',
    [pointer, 'uint32', 'uint32', pointer, pointer],
  ],
  GetKernelObjectSecurity: ['int', [handle, 'uint32', pointer, 'uint32', pointer]],
};

let loadedKoffi: Koffi | undefined;
let loaded: Kernel | undefined;

/** Of what calls functions by their addresses; everything else goes through `kernel`. */
export function koffi(): Koffi {
  loadedKoffi ??= require('koffi') as Koffi;
  return loadedKoffi;
}

/** The functions of Windows that this folder calls. */
export function kernel(): Kernel {
  loaded ??= load(koffi());
  return loaded;
}

function load({ load: open }: Koffi): Kernel {
  const bound = (library: string, functions: typeof kernel32): Record<string, unknown> => {
    const opened = open(library);
    return Object.fromEntries(
      Object.entries(functions).map(([name, [result, parameters]]) => [
        name,
        opened.func(name, result, parameters),
      ]),
    );
  };
  let compare: unknown = null;
  try {
    // Of Windows 10 and later.
    compare = open('kernelbase.dll').func('CompareObjectHandles', 'int', [handle, handle]);
  } catch {}
  return {
    ...bound('kernel32.dll', kernel32),
    ...bound('ntdll.dll', ntdll),
    ...bound('advapi32.dll', advapi32),
    ...bound(process.execPath, { uv_get_osfhandle: [handle, ['int']] }),
    CompareObjectHandles: compare,
  } as unknown as Kernel;
}

/** Memory that neither moves nor goes away, with its bytes. Never freed: allocate once, at module level. */
export function stableMemory(size: number): { readonly address: bigint; readonly bytes: Buffer } {
  const address = koffi().alloc('uint64', Math.ceil(size / 8)) as bigint;
  const bytes = Buffer.from(koffi().view(address, size));
  bytes.fill(0);
  return { address, bytes };
}

/** A view without copy of `size` bytes of native memory. */
export function viewMemory(address: bigint, size: number): ArrayBuffer {
  return koffi().view(address, size);
}

/** An error for a call that failed just now. */
export function callError(call: string, detail = '', number = kernel().GetLastError()): OsCallError {
  return new OsCallError(call, errorName(number), number, detail);
}

/** The result of a call, unless it is 0: then throws OsCallError. */
export function check<R extends number | bigint>(call: string, result: R, detail = ''): R {
  if (Number(result) === 0) throw callError(call, detail);
  return result;
}

/** An error for a status that ntdll gave. */
export function statusError(call: string, status: number, detail = ''): OsCallError {
  return new OsCallError(call, statusName(status), status >>> 0, detail);
}
