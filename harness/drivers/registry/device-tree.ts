/** The devices of Windows through cfgmgr32. Never loaded in a Jest sandbox: koffi must not enter one. */
import koffi from 'koffi';
import type { DeviceTree } from './named-manifests';
import { valuesIn } from './registry-key';

const displayAdapter = '{4d36e968-e325-11ce-bfc1-08002be10318}';
const softwareComponent = '{5c4c3332-344d-483c-8739-259e934c9cc8}';
/** CM_GETIDLIST_FILTER_PRESENT and CM_GETIDLIST_FILTER_CLASS. */
const presentOfClass = 0x300;
const bufferSmall = 0x1a;
/** DN_HAS_PROBLEM of a status, and CM_PROB_NEED_RESTART. */
const hasProblem = 0x400;
const needsRestart = 14;
/** CM_DRP_CLASSGUID. */
const classGuid = 9;
/** KEY_QUERY_VALUE, RegDisposition_OpenExisting, CM_REGISTRY_SOFTWARE. */
const [queryValue, openExisting, softwareKey] = [1, 1, 1];

/**
 * Asks the system for its devices. Wine 8 has these functions, lists no device and opens no key: what they give is
 * seen on real Windows alone.
 * @returns null where a function is not there
 */
export function systemDevices(): DeviceTree | null {
  try {
    return bindDevices();
  } catch {
    return null;
  }
}

function bindDevices(): DeviceTree {
  const cfgmgr32 = koffi.load('cfgmgr32.dll');
  const pointer = 'void *';
  const bound = (name: string, ...parameters: readonly string[]) =>
    cfgmgr32.func(name, 'uint32', [...parameters]) as unknown as (...values: unknown[]) => number;
  const listSize = bound('CM_Get_Device_ID_List_SizeW', pointer, 'str16', 'uint32');
  const list = bound('CM_Get_Device_ID_ListW', 'str16', pointer, 'uint32', 'uint32');
  const locate = bound('CM_Locate_DevNodeW', pointer, 'str16', 'uint32');
  const statusOf = bound('CM_Get_DevNode_Status', pointer, pointer, 'uint32', 'uint32');
  const openKey = bound(
    'CM_Open_DevNode_Key',
    ...['uint32', 'uint32', 'uint32', 'uint32', pointer, 'uint32'],
  );
  const child = bound('CM_Get_Child', pointer, 'uint32', 'uint32');
  const sibling = bound('CM_Get_Sibling', pointer, 'uint32', 'uint32');
  const property = bound(
    'CM_Get_DevNode_Registry_PropertyW',
    ...['uint32', 'uint32', pointer, pointer, pointer, 'uint32'],
  );

  /** The number that a call gives back; null where it fails. */
  const number = (call: (into: Buffer) => number): number | null => {
    const into = Buffer.alloc(4);
    return call(into) === 0 ? into.readUInt32LE(0) : null;
  };

  const adapterNames = (): readonly string[] => {
    for (;;) {
      const length = number((into) => listSize(into, displayAdapter, presentOfClass));
      if (length === null || length === 0) return [];
      const names = Buffer.alloc(2 * length);
      const result = list(displayAdapter, names, length, presentOfClass);
      if (result === bufferSmall) continue; // a device came meanwhile
      return result === 0 ? textsOf(names) : [];
    }
  };

  const isUsable = (device: number): boolean => {
    const [status, problem] = [Buffer.alloc(4), Buffer.alloc(4)];
    if (statusOf(status, problem, device, 0) !== 0) return false;
    return (status.readUInt32LE(0) & hasProblem) === 0 || problem.readUInt32LE(0) !== needsRestart;
  };

  const isComponent = (device: number): boolean => {
    const [guid, size] = [Buffer.alloc(128), Buffer.alloc(4)];
    size.writeUInt32LE(guid.length);
    if (property(device, classGuid, null, guid, size, 0) !== 0) return false;
    return textsOf(guid)[0]?.toLowerCase() === softwareComponent;
  };

  return {
    adapters: () =>
      adapterNames().flatMap((name) => {
        const device = number((into) => locate(into, name, 0));
        return device !== null && isUsable(device) ? [device] : [];
      }),
    componentsOf: (device) => {
      const components: number[] = [];
      let next = number((into) => child(into, device, 0));
      while (next !== null) {
        const one = next;
        if (isComponent(one)) components.push(one);
        next = number((into) => sibling(into, one, 0));
      }
      return components;
    },
    valuesOf: (device) => {
      const key = Buffer.alloc(8);
      if (openKey(device, queryValue, 0, openExisting, key, softwareKey) !== 0) return null;
      const opened = Number(key.readBigInt64LE(0));
      return opened === 0 ? null : valuesIn(opened); // Wine says that it did, and gives none
    },
  };
}

function textsOf(bytes: Buffer): readonly string[] {
  return bytes
    .toString('utf16le')
    .split('\0')
    .filter((text) => text !== '');
}
