import type { Result } from './objects';

/**
 * What the commands that import fences and semaphores may return: what each lists, and the two errors that any command may.
 * Source: "Return Codes" of vkImportFenceFdKHR, vkImportFenceWin32HandleKHR, vkImportSemaphoreFdKHR and
 * vkImportSemaphoreWin32HandleKHR; fundamentals-errorcodes.
 */
export const importResults: readonly Result[] = [
  'VK_SUCCESS',
  'VK_ERROR_OUT_OF_HOST_MEMORY',
  'VK_ERROR_INVALID_EXTERNAL_HANDLE',
  'VK_ERROR_UNKNOWN',
  'VK_ERROR_VALIDATION_FAILED_EXT',
];
