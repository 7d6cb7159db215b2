/** Handle types by the last part of their names in the specification, object by object. */
export const fenceHandleTypes = ['OPAQUE_FD', 'OPAQUE_WIN32', 'OPAQUE_WIN32_KMT', 'SYNC_FD'] as const;
export const semaphoreHandleTypes = [
  'OPAQUE_FD',
  'OPAQUE_WIN32',
  'OPAQUE_WIN32_KMT',
  'D3D12_FENCE',
  'SYNC_FD',
] as const;
export const memoryHandleTypes = [
  'OPAQUE_FD',
  'OPAQUE_WIN32',
  'OPAQUE_WIN32_KMT',
  'D3D11_TEXTURE',
  'D3D11_TEXTURE_KMT',
  'D3D12_HEAP',
  'D3D12_RESOURCE',
  'DMA_BUF',
  'HOST_ALLOCATION',
  'HOST_MAPPED_FOREIGN_MEMORY',
] as const;

/** Those that carry a fence payload by reference, of every platform. */
export const fenceReferenceTypes = ['OPAQUE_FD', 'OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'] as const;

/** Those that carry a semaphore payload by reference, of every platform: `mayTravel` has what each permits. */
export const semaphoreReferenceTypes = [
  'OPAQUE_FD',
  'OPAQUE_WIN32',
  'OPAQUE_WIN32_KMT',
  'D3D12_FENCE',
] as const;
/** Those that carry the payload of a binary semaphore whose submissions give no values: a D3D12 fence needs them. */
export const binarySemaphoreReferenceTypes = ['OPAQUE_FD', 'OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'] as const;
export const binarySemaphoreHandleTypes = [...binarySemaphoreReferenceTypes, 'SYNC_FD'] as const;

export type FenceHandleType = (typeof fenceHandleTypes)[number];
export type SemaphoreHandleType = (typeof semaphoreHandleTypes)[number];
export type MemoryHandleType = (typeof memoryHandleTypes)[number];
export type HandleType = FenceHandleType | SemaphoreHandleType | MemoryHandleType;

/** Handle types of memory that Vulkan itself makes and shares payloads by, on one platform or the other. */
export const memoryReferenceTypes = ['OPAQUE_FD', 'DMA_BUF', 'OPAQUE_WIN32', 'OPAQUE_WIN32_KMT'] as const;
/** Those of them that one memory object may be exported as more than once; see `exportedOnce`. */
export const memoryTypesExportedAgain = ['OPAQUE_FD', 'DMA_BUF', 'OPAQUE_WIN32_KMT'] as const;

/** Kinds of object that have external handles; a semaphore's kind is its semaphore type. */
export type ObjectKind = 'fence' | 'binary semaphore' | 'timeline semaphore' | 'memory';

/** How long an imported payload stays: until it is restored, or for good. */
export const permanences = ['permanent', 'temporary'] as const;
export type Permanence = (typeof permanences)[number];

/** What an import shares: the payload itself, or its state at that moment. */
export type Transference = 'reference' | 'copy';

/**
 * How a fence or semaphore handle type carries a payload.
 * Source: tables "Handle types supported by VkImportFenceFdInfoKHR", "... VkImportSemaphoreFdInfoKHR" and their
 * Win32 twins.
 */
export function transferenceOf(handleType: FenceHandleType | SemaphoreHandleType): Transference {
  return handleType === 'SYNC_FD' ? 'copy' : 'reference';
}

/** The handle type by which an object shares a payload for good beside one of the given type: itself where it can. */
export function referenceBeside<Type extends FenceHandleType | SemaphoreHandleType>(
  handleType: Type,
): Type | 'OPAQUE_FD' {
  return transferenceOf(handleType) === 'reference' ? handleType : 'OPAQUE_FD';
}

/**
 * Whether a payload of that handle type may be imported so: a copy temporarily alone.
 * Source: tables "Handle types supported by VkImportFenceFdInfoKHR" and "... VkImportSemaphoreFdInfoKHR".
 */
export function mayImport({
  handleType,
  permanence,
}: {
  readonly handleType: FenceHandleType | SemaphoreHandleType;
  readonly permanence: string;
}): boolean {
  return transferenceOf(handleType) === 'reference' || permanence === 'temporary';
}

/** The platform whose operating system makes handles of that type. */
export function platformOf(handleType: HandleType): 'posix' | 'win32' | 'any' {
  if (handleType.startsWith('HOST_')) return 'any';
  return handleType.endsWith('_FD') || handleType === 'DMA_BUF' ? 'posix' : 'win32';
}

/**
 * Whether a handle of that type keeps its payload. A global (KMT) one does not: it is good for as long as some Vulkan
 * object has the payload. Source: VkExternalFenceHandleTypeFlagBits and its siblings.
 */
export function keepsPayload(handleType: HandleType): boolean {
  return !handleType.endsWith('_KMT');
}

/**
 * Whether an object may be exported as that type once and not again: an NT handle.
 * Source: VUID-VkFenceGetWin32HandleInfoKHR-handleType-01449 and its siblings.
 */
export function exportedOnce(handleType: HandleType): boolean {
  return platformOf(handleType) === 'win32' && keepsPayload(handleType);
}

/** Whether two handle types are different ones that a device of some platform could offer together. */
export function mayBePaired(one: HandleType, other: HandleType): boolean {
  const platforms = new Set([platformOf(one), platformOf(other)]);
  platforms.delete('any');
  return one !== other && platforms.size <= 1;
}
