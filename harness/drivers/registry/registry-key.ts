/** The registry of Windows through advapi32. Never loaded in a Jest sandbox: koffi must not enter one. */
import koffi from 'koffi';

/** HKEY_LOCAL_MACHINE, as a 64-bit program passes it. */
const localMachine = -0x7ffffffe;
/** KEY_READ. */
const read = 0x20019;
const longestName = 16384;
const kinds = { text: 1, number: 4, texts: 7 } as const;
const tokenQuery = 8;
const tokenIntegrityLevel = 25;
/** SECURITY_MANDATORY_HIGH_RID. */
const highIntegrity = 0x3000;
const thisProcess = -1;

const advapi32 = koffi.load('advapi32.dll');
const key = 'int64';
const pointer = 'void *';
type Native<R = number> = (...values: unknown[]) => R;
const bound = (name: string, parameters: string[], result = 'int32'): Native =>
  advapi32.func(name, result, parameters) as unknown as Native;
const openKey = bound('RegOpenKeyExW', [key, 'str16', 'uint32', 'uint32', pointer]);
const closeKey = bound('RegCloseKey', [key]);
const enumerateKey = bound('RegEnumKeyExW', [
  key,
  'uint32',
  ...[pointer, pointer, pointer, pointer, pointer, pointer],
]);
const enumerateValue = bound('RegEnumValueW', [
  key,
  'uint32',
  ...[pointer, pointer, pointer, pointer, pointer, pointer],
]);
const openToken = bound('OpenProcessToken', [key, 'uint32', pointer]);
const tokenInformation = bound('GetTokenInformation', [key, 'int', pointer, 'uint32', pointer]);

/** A value of a key: a number, texts, or null for any other kind. */
export interface RegistryValue {
  readonly name: string;
  readonly data: number | readonly string[] | null;
}

/** The values of a key below HKEY_LOCAL_MACHINE, in the order of the registry; none where it is not there. */
export function valuesOf(path: string): readonly RegistryValue[] {
  return withKey(path, (opened) => {
    const values: RegistryValue[] = [];
    for (let index = 0; ; index += 1) {
      const [name, nameLength] = [Buffer.alloc(2 * longestName), lengthOf(longestName)];
      const [kind, data, dataLength] = [Buffer.alloc(4), Buffer.alloc(1 << 16), lengthOf(1 << 16)];
      if (enumerateValue(opened, index, name, nameLength, null, kind, data, dataLength) !== 0) return values;
      values.push({
        name: name.toString('utf16le', 0, 2 * nameLength.readUInt32LE(0)),
        data: dataOf(kind.readUInt32LE(0), data.subarray(0, dataLength.readUInt32LE(0))),
      });
    }
  });
}

/** The names of the keys below a key, in the order of the registry; none where it is not there. */
export function keysOf(path: string): readonly string[] {
  return withKey(path, (opened) => {
    const names: string[] = [];
    for (let index = 0; ; index += 1) {
      const [name, length] = [Buffer.alloc(2 * longestName), lengthOf(longestName)];
      if (enumerateKey(opened, index, name, length, null, null, null, null) !== 0) return names;
      names.push(name.toString('utf16le', 0, 2 * length.readUInt32LE(0)));
    }
  });
}

/** Whether this process runs with the rights of an administrator (high integrity). */
export function isElevated(): boolean {
  const token = Buffer.alloc(8);
  if (openToken(thisProcess, tokenQuery, token) === 0) return false;
  const address = koffi.alloc('uint64', 16) as bigint;
  const bytes = Buffer.from(koffi.view(address, 128));
  const got = tokenInformation(
    Number(token.readBigInt64LE(0)),
    tokenIntegrityLevel,
    address,
    128,
    Buffer.alloc(4),
  );
  if (got === 0) return false;
  // TOKEN_MANDATORY_LABEL points to a SID behind it, whose last part is the level.
  const sid = Number(bytes.readBigUInt64LE(0) - address);
  const parts = bytes.readUInt8(sid + 1);
  return bytes.readUInt32LE(sid + 8 + 4 * (parts - 1)) >= highIntegrity;
}

function withKey<T>(path: string, action: (opened: number) => readonly T[]): readonly T[] {
  const into = Buffer.alloc(8);
  if (openKey(localMachine, path, 0, read, into) !== 0) return [];
  const opened = Number(into.readBigInt64LE(0));
  try {
    return action(opened);
  } finally {
    closeKey(opened);
  }
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}

function dataOf(kind: number, data: Buffer): RegistryValue['data'] {
  if (kind === kinds.number) return data.readUInt32LE(0);
  if (kind !== kinds.text && kind !== kinds.texts) return null;
  return data
    .toString('utf16le')
    .split('\0')
    .filter((text) => text !== '');
}
