/** The few types that vulkan_win32.h takes from Windows, with the sizes that they have there, for other compilers. */
export const windowsTypes = `
#include <stdint.h>
typedef void *HANDLE, *HINSTANCE, *HWND, *HMONITOR;
typedef uint32_t DWORD;
typedef const uint16_t *LPCWSTR;
typedef struct SECURITY_ATTRIBUTES SECURITY_ATTRIBUTES;
`;

/** What the binding and the handles take for granted of Windows itself. */
export const ofWindows: Readonly<Record<string, bigint>> = {
  'sizeof(HANDLE)': 8n,
  'sizeof(DWORD)': 4n,
  'sizeof(LPCWSTR)': 8n,
  'sizeof(WCHAR)': 2n,
  'sizeof(SECURITY_ATTRIBUTES)': 24n,
  'offsetof(SECURITY_ATTRIBUTES, nLength)': 0n,
  'offsetof(SECURITY_ATTRIBUTES, lpSecurityDescriptor)': 8n,
  'offsetof(SECURITY_ATTRIBUTES, bInheritHandle)': 16n,
  'sizeof(MEMORY_BASIC_INFORMATION)': 48n,
  'offsetof(MEMORY_BASIC_INFORMATION, AllocationBase)': 8n,
  'offsetof(MEMORY_BASIC_INFORMATION, RegionSize)': 24n,
  'offsetof(MEMORY_BASIC_INFORMATION, State)': 32n,
  'offsetof(MEMORY_BASIC_INFORMATION, Protect)': 36n,
  'offsetof(MEMORY_BASIC_INFORMATION, Type)': 40n,
  'sizeof(SYSTEM_INFO)': 48n,
  'offsetof(SYSTEM_INFO, dwPageSize)': 4n,
};
