/** The display adapters of this machine, by DXGI. */
import type { DisplayAdapter } from '../face';
import { ComObject, checkResult, interfaceId } from './com';
import { koffi } from './kernel';

const factory1 = interfaceId('770aae78-f26f-4dba-a829-253c83d1b387');
/** Places in the tables of IDXGIFactory1 and IDXGIAdapter1. */
const enumAdapters1 = 12;
const getDesc1 = 10;
const notFound = 0x887a0002;
/** DXGI_ADAPTER_DESC1, with the offsets of its members. */
const descriptionBytes = 312;
const at = { description: 0, vendorId: 256, deviceId: 260, luid: 296 } as const;

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
    const made = Buffer.alloc(8);
    for (;;) {
      const result = factory.call(enumAdapters1, 'up', found.length, made);
      if (result >>> 0 === notFound) return found;
      checkResult('IDXGIFactory1::EnumAdapters1', result);
      const adapter = new ComObject(made.readBigUInt64LE(0));
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

function openFactory(): ComObject | null {
  const made = Buffer.alloc(8);
  try {
    const create = koffi().load('dxgi.dll').func('CreateDXGIFactory1', 'int32', ['void *', 'void *']);
    if (create(factory1, made) < 0) return null;
  } catch {
    // Neither Server Core nor a trimmed Wine has the library.
    return null;
  }
  return new ComObject(made.readBigUInt64LE(0));
}

function describe(adapter: ComObject): DisplayAdapter {
  const into = Buffer.alloc(descriptionBytes);
  adapter.must('IDXGIAdapter1::GetDesc1', getDesc1, 'p', into);
  const name = into.toString('utf16le', at.description, at.vendorId);
  return {
    description: name.split('\0', 1)[0] ?? '',
    vendorId: into.readUInt32LE(at.vendorId),
    deviceId: into.readUInt32LE(at.deviceId),
    luid: into.toString('hex', at.luid, at.luid + 8),
  };
}
