/**
 * All that is taken for granted of the headers of DXGI and Direct3D: identifiers of interfaces, places and parameters of
 * methods, structures, constants. `npm run check:layouts:win32` holds it against those headers.
 */

/**
 * What a function takes: pointers and handles as `p`, unsigned integers of 32 bits as `u`, of 64 bits as `q`, a LUID as `l`;
 * of a method, behind its object.
 */
export type Signature = string;

/** A method of a COM interface. */
export interface Method {
  /** `ID3D11Device::CreateTexture2D`. */
  readonly name: string;
  /** Its place in the table of the interface, those of the interfaces that it extends counted. */
  readonly place: number;
  readonly takes: Signature;
  /** What it gives: an HRESULT, an unsigned integer, or nothing. */
  readonly gives: 'result' | 'uint32' | 'uint64' | 'nothing';
}

export interface Interface<Name extends string = string> {
  readonly name: string;
  readonly id: string;
  readonly methods: Readonly<Record<Name, Method>>;
}

type Described = readonly [place: number, takes: Signature, gives?: Method['gives']];

function describe<Name extends string>(
  name: string,
  id: string,
  methods: Readonly<Record<Name, Described>>,
): Interface<Name> {
  const described = Object.entries<Described>(methods).map(([method, [place, takes, gives = 'result']]) => [
    method,
    { name: `${name}::${method}`, place, takes, gives },
  ]);
  return { name, id, methods: Object.fromEntries(described) };
}

export const IUnknown = describe('IUnknown', '00000000-0000-0000-c000-000000000046', {
  QueryInterface: [0, 'pp'],
  Release: [2, '', 'uint32'],
});
export const IDXGIFactory1 = describe('IDXGIFactory1', '770aae78-f26f-4dba-a829-253c83d1b387', {
  EnumAdapters1: [12, 'up'],
});
export const IDXGIFactory4 = describe('IDXGIFactory4', '1bc6ea02-ef36-464f-bf0c-21ca39e5168a', {
  EnumAdapterByLuid: [26, 'lpp'],
});
export const IDXGIAdapter1 = describe('IDXGIAdapter1', '29038f61-3839-4626-91fd-086879011a05', {
  GetDesc1: [10, 'p'],
});
export const IDXGIResource = describe('IDXGIResource', '035f3ab4-482e-4e50-b41f-8a7f8bd8960b', {
  GetSharedHandle: [8, 'p'],
});
export const IDXGIResource1 = describe('IDXGIResource1', '30961379-4609-4a41-998e-54fe567ee0c1', {
  CreateSharedHandle: [13, 'pupp'],
});
export const IDXGIKeyedMutex = describe('IDXGIKeyedMutex', '9d8e1289-d7b3-465f-8126-250e349af85d', {
  AcquireSync: [8, 'qu'],
  ReleaseSync: [9, 'q'],
});
export const ID3D11Device = describe('ID3D11Device', 'db6f6ddb-ac77-4e88-8253-819df9bbf140', {
  CreateTexture2D: [5, 'ppp'],
});
export const ID3D11DeviceContext = describe('ID3D11DeviceContext', 'c0bfa96c-e089-44fb-8eaf-26f8796190da', {
  Map: [14, 'puuup'],
  Unmap: [15, 'pu', 'nothing'],
  CopyResource: [47, 'pp', 'nothing'],
  UpdateSubresource: [48, 'puppuu', 'nothing'],
  Flush: [111, '', 'nothing'],
});
export const ID3D11Device5 = describe('ID3D11Device5', '8ffde202-a0e7-45df-9e01-e837801b5ea0', {
  CreateFence: [68, 'qupp'],
});
export const ID3D11DeviceContext4 = describe('ID3D11DeviceContext4', '917600da-f58c-4c33-98d8-3e15b390fa24', {
  Signal: [147, 'pq'],
  Wait: [148, 'pq'],
});
export const ID3D11Fence = describe('ID3D11Fence', 'affde9d1-1df7-4bb7-8a34-0f46251dab80', {
  CreateSharedHandle: [7, 'pupp'],
  GetCompletedValue: [8, '', 'uint64'],
});
export const ID3D12Device = describe('ID3D12Device', '189819f1-1db6-4b57-be54-1821339b85f7', {
  CreateCommandQueue: [8, 'ppp'],
  CreateSharedHandle: [31, 'ppupp'],
  CreateFence: [36, 'qupp'],
});
export const ID3D12CommandQueue = describe('ID3D12CommandQueue', '0ec870a6-5d7e-4c22-8cfc-5baae07616ed', {
  Signal: [14, 'pq'],
  Wait: [15, 'pq'],
});
export const ID3D12Fence = describe('ID3D12Fence', '0a753dcf-c4d8-4b91-adf6-be5a60d95a76', {
  GetCompletedValue: [8, '', 'uint64'],
  Signal: [10, 'q'],
});

/** For the check. */
export const interfaces: readonly Interface[] = [
  IUnknown,
  IDXGIFactory1,
  IDXGIFactory4,
  IDXGIAdapter1,
  IDXGIResource,
  IDXGIResource1,
  IDXGIKeyedMutex,
  ID3D11Device,
  ID3D11DeviceContext,
  ID3D11Device5,
  ID3D11DeviceContext4,
  ID3D11Fence,
  ID3D12Device,
  ID3D12CommandQueue,
  ID3D12Fence,
];

/** Functions that libraries export, each of which gives an HRESULT. */
export const functions = {
  CreateDXGIFactory1: { library: 'dxgi.dll', takes: 'pp' },
  D3D11CreateDevice: { library: 'd3d11.dll', takes: 'pupupuuppp' },
  D3D12CreateDevice: { library: 'd3d12.dll', takes: 'pupp' },
} as const satisfies Record<string, { readonly library: string; readonly takes: Signature }>;

/** Bytes of a structure, and the offset and bytes of each member that is written or read. */
export const structures = {
  DXGI_ADAPTER_DESC1: {
    size: 312,
    members: { Description: [0, 256], VendorId: [256, 4], DeviceId: [260, 4], AdapterLuid: [296, 8] },
  },
  D3D11_TEXTURE2D_DESC: {
    size: 44,
    members: {
      Width: [0, 4],
      Height: [4, 4],
      MipLevels: [8, 4],
      ArraySize: [12, 4],
      Format: [16, 4],
      'SampleDesc.Count': [20, 4],
      Usage: [28, 4],
      BindFlags: [32, 4],
      CPUAccessFlags: [36, 4],
      MiscFlags: [40, 4],
    },
  },
  D3D11_MAPPED_SUBRESOURCE: { size: 16, members: { pData: [0, 8], RowPitch: [8, 4] } },
  D3D12_COMMAND_QUEUE_DESC: { size: 16, members: { Type: [0, 4] } },
} as const satisfies Record<
  string,
  { readonly size: number; readonly members: Readonly<Record<string, readonly [at: number, bytes: number]>> }
>;

export const constants = {
  D3D11_SDK_VERSION: 7,
  D3D_DRIVER_TYPE_UNKNOWN: 0,
  D3D_FEATURE_LEVEL_11_0: 0xb000,
  D3D_FEATURE_LEVEL_11_1: 0xb100,
  DXGI_FORMAT_R8G8B8A8_UNORM: 28,
  D3D11_USAGE_DEFAULT: 0,
  D3D11_USAGE_STAGING: 3,
  D3D11_BIND_SHADER_RESOURCE: 0x8,
  D3D11_BIND_RENDER_TARGET: 0x20,
  D3D11_CPU_ACCESS_READ: 0x20000,
  D3D11_MAP_READ: 1,
  D3D11_RESOURCE_MISC_SHARED_KEYEDMUTEX: 0x100,
  D3D11_RESOURCE_MISC_SHARED_NTHANDLE: 0x800,
  D3D11_FENCE_FLAG_SHARED: 2,
  D3D12_FENCE_FLAG_SHARED: 1,
  D3D12_COMMAND_LIST_TYPE_DIRECT: 0,
  DXGI_SHARED_RESOURCE_READ: 0x8000_0000,
  DXGI_SHARED_RESOURCE_WRITE: 1,
  GENERIC_ALL: 0x1000_0000,
  WAIT_TIMEOUT: 0x102,
  DXGI_ERROR_NOT_FOUND: 0x887a_0002,
} as const;
