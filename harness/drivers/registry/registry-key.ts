/** The registry of Windows through advapi32. Never loaded in a Jest sandbox: koffi must not enter one. */
import koffi from 'koffi';
import type { RegistryValue } from './named-manifests';

/** HKEY_LOCAL_MACHINE, as a 64-bit program passes it. */
const localMachine = -0x7ffffffe;
/** KEY_READ. */
const read = 0x20019;
const longestName = 16384;
/** What most values and names need, in bytes and characters; one that needs more is asked for again. */
const firstRoom = 256;
const mostRoom = 1 << 24;
/** ERROR_MORE_DATA. */
const moreData = 234;
/** ERROR_NO_MORE_ITEMS. */
const noMoreItems = 259;
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

/** The values of a key below HKEY_LOCAL_MACHINE, in the order of the registry; none where it is not there. */
export function valuesOf(path: string): readonly RegistryValue[] {
  const opened = open(path);
  return opened === null ? [] : valuesIn(opened);
}

/** The values of an open key, which is closed. */
export function valuesIn(opened: number): readonly RegistryValue[] {
  return closing(opened, () =>
    enumerated((index, room) => {
      const [name, nameLength] = [Buffer.alloc(2 * longestName), lengthOf(longestName)];
      const [kind, data, dataLength] = [Buffer.alloc(4), Buffer.alloc(room), lengthOf(room)];
      const result = enumerateValue(opened, index, name, nameLength, null, kind, data, dataLength);
      if (result !== 0) return result;
      return {
        name: name.toString('utf16le', 0, 2 * nameLength.readUInt32LE(0)),
        data: dataOf(kind.readUInt32LE(0), data.subarray(0, dataLength.readUInt32LE(0))),
      };
    }),
  );
}

/** The names of the keys below a key, in the order of the registry; none where it is not there. */
export function keysOf(path: string): readonly string[] {
  const opened = open(path);
  if (opened === null) return [];
  return closing(opened, () =>
    enumerated((index, room) => {
      const [name, length] = [Buffer.alloc(2 * room), lengthOf(room)];
      const result = enumerateKey(opened, index, name, length, null, null, null, null);
      return result === 0 ? name.toString('utf16le', 0, 2 * length.readUInt32LE(0)) : result;
    }),
  );
}

/**
 * What there is at each index, until there is no more.
 * @param at takes an index and how much room there is for what it finds; gives a number where the call failed
 */
function enumerated<T extends object | string>(
  at: (index: number, room: number) => T | number,
): readonly T[] {
  const all: T[] = [];
  for (let room = firstRoom; ; ) {
    const found = at(all.length, room);
    if (typeof found !== 'number') all.push(found);
    else if (found === moreData && room < mostRoom) room *= 2;
    else if (found === noMoreItems) return all;
    else throw new Error(`the registry could not be enumerated: error ${found}`);
  }
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

function open(path: string): number | null {
  const into = Buffer.alloc(8);
  return openKey(localMachine, path, 0, read, into) === 0 ? Number(into.readBigInt64LE(0)) : null;
}

function closing<T>(opened: number, action: () => T): T {
  try {
    return action();
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
