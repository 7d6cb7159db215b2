/** The display adapters of this machine, by DXGI. */
import { type DisplayAdapter, OsCallError } from '../../face';
import { type ComObject, callFunction, checkResult, idOf, Made, References, structure } from './com';
import { constants, IDXGIAdapter1, IDXGIFactory1, IDXGIFactory4, structures } from './interfaces';

const { members } = structures.DXGI_ADAPTER_DESC1;

let known: readonly DisplayAdapter[] | undefined;

/** Those that DXGI lists, in its order; none where there is no DXGI, or it makes no factory. Asked once a process. */
export function displayAdapters(): readonly DisplayAdapter[] {
  known ??= eachAdapter((adapter, found: DisplayAdapter[] = []) => [...found, describe(adapter)]) ?? [];
  return known;
}

/**
 * The adapter that DXGI knows by a LUID, listed or not: one that only computes need not be; null where there is none.
 * @param luid its 8 bytes, as hexadecimal digits
 */
export function displayAdapterOf(luid: string): DisplayAdapter | null {
  const factory = openFactory();
  if (factory === null) return null;
  const references = new References();
  try {
    const later = references.keep(references.keep(factory).as(IDXGIFactory4));
    const made = new Made();
    const value = Buffer.from(luid, 'hex').readBigUInt64LE(0);
    const { EnumAdapterByLuid } = IDXGIFactory4.methods;
    if (later.call(EnumAdapterByLuid, value, idOf(IDXGIAdapter1), made.into) < 0) return null;
    return describe(references.keep(made.object));
  } finally {
    references.release();
  }
}

/**
 * What is made of the adapter with that LUID, which is the caller's for as long as that takes. Throws OsCallError where
 * DXGI lists none.
 */
export function onAdapter<T>(luid: string, use: (adapter: ComObject) => T): T {
  const made = eachAdapter<{ readonly value: T }>((adapter, found) =>
    found === undefined && describe(adapter).luid === luid ? { value: use(adapter) } : found,
  );
  if (made !== undefined) return made.value;
  throw new OsCallError(IDXGIFactory1.methods.EnumAdapters1.name, 'no adapter of the LUID', 0);
}

/** Goes through all adapters with what was made of those before; undefined where there is no factory. */
function eachAdapter<T>(visit: (adapter: ComObject, sofar: T | undefined) => T | undefined): T | undefined {
  const factory = openFactory();
  if (factory === null) return undefined;
  try {
    let sofar: T | undefined;
    const made = new Made();
    for (let index = 0; ; index += 1) {
      const { EnumAdapters1 } = IDXGIFactory1.methods;
      const result = factory.call(EnumAdapters1, index, made.into);
      if (result >>> 0 === constants.DXGI_ERROR_NOT_FOUND) return sofar;
      checkResult(EnumAdapters1.name, result);
      const adapter = made.object;
      try {
        sofar = visit(adapter, sofar);
      } finally {
        adapter.release();
      }
    }
  } finally {
    factory.release();
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
