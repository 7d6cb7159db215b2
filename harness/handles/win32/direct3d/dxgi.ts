/** The display adapters of this machine, by DXGI. */
import { type DisplayAdapter, OsCallError } from '../../face';
import { type ComObject, callFunction, checkResult, idOf, Made, References, structure } from './com';
import { constants, IDXGIAdapter1, IDXGIFactory1, IDXGIFactory4, structures } from './interfaces';

const { members } = structures.DXGI_ADAPTER_DESC1;

let known: readonly DisplayAdapter[] | undefined;

/** Those that DXGI lists, in its order; none where there is no DXGI, or it makes no factory. Asked once a process. */
export function displayAdapters(): readonly DisplayAdapter[] {
  known ??= readAdapters();
  return known;
}

function readAdapters(): readonly DisplayAdapter[] {
  const factory = openFactory();
  if (factory === null) return [];
  try {
    const found: DisplayAdapter[] = [];
    const made = new Made();
    for (;;) {
      const { EnumAdapters1 } = IDXGIFactory1.methods;
      const result = factory.call(EnumAdapters1, found.length, made.into);
      if (result >>> 0 === constants.DXGI_ERROR_NOT_FOUND) return found;
      checkResult(EnumAdapters1.name, result);
      const adapter = made.object;
      try {
        found.push(describe(adapter));
      } finally {
        adapter.release();
      }
    }
  } finally {
    factory.release();
  }
}

/**
 * The adapter that DXGI knows by a LUID, listed or not: one that only computes need not be; null where there is none.
 * @param luid its 8 bytes, as hexadecimal digits
 */
export function displayAdapterOf(luid: string): DisplayAdapter | null {
  return withAdapter(luid, (adapter) => (adapter === null ? null : describe(adapter)));
}

/**
 * What is made of the adapter with that LUID, which is the caller's for as long as that takes. Throws OsCallError where
 * DXGI knows none.
 */
export function onAdapter<T>(luid: string, use: (adapter: ComObject) => T): T {
  return withAdapter(luid, (adapter) => {
    if (adapter !== null) return use(adapter);
    throw new OsCallError(IDXGIFactory4.methods.EnumAdapterByLuid.name, 'no adapter of the LUID', 0);
  });
}

function withAdapter<T>(luid: string, use: (adapter: ComObject | null) => T): T {
  const factory = openFactory();
  if (factory === null) return use(null);
  const references = new References();
  try {
    const later = references.keep(references.keep(factory).as(IDXGIFactory4));
    const made = new Made();
    const value = Buffer.from(luid, 'hex').readBigUInt64LE(0);
    const { EnumAdapterByLuid } = IDXGIFactory4.methods;
    const found = later.call(EnumAdapterByLuid, value, idOf(IDXGIAdapter1), made.into) >= 0;
    return use(found ? references.keep(made.object) : null);
  } finally {
    references.release();
  }
}

function openFactory(): ComObject | null {
  const made = new Made();
  try {
    callFunction('CreateDXGIFactory1', idOf(IDXGIFactory1), made.into);
  } catch (error) {
    if (error instanceof OsCallError) return null;
    throw error;
  }
  return made.object;
}

function describe(adapter: ComObject): DisplayAdapter {
  const into = structure('DXGI_ADAPTER_DESC1', {});
  adapter.must(IDXGIAdapter1.methods.GetDesc1, into);
  const at = (name: keyof typeof members): number => members[name][0];
  const name = into.toString('utf16le', at('Description'), at('VendorId'));
  return {
    description: name.split('\0', 1)[0] ?? '',
    vendorId: into.readUInt32LE(at('VendorId')),
    deviceId: into.readUInt32LE(at('DeviceId')),
    luid: into.toString('hex', at('AdapterLuid'), at('AdapterLuid') + 8),
  };
}
