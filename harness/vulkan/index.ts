/**
 * Typed Vulkan: commands under their C names, parameters in C order, outputs returned.
 *
 *     const vulkan = new Vulkan(openLoader());
 *     const { instance } = vulkan.commands.vkCreateInstance({ flags: [], pApplicationInfo: null,
 *       ppEnabledLayerNames: [], ppEnabledExtensionNames: [] }, null);
 *     const vki = vulkan.instanceCommands(instance);
 *     const { physicalDevices: [gpu] } = vki.vkEnumeratePhysicalDevices(instance);
 *     const { chain } = vki.vkGetPhysicalDeviceProperties2(gpu, { chain: ['VkPhysicalDeviceIDProperties'] });
 *     const vkd = vulkan.deviceCommands(device, instance);
 *     const { result, fence } = vkd.vkCreateFence(device, { flags: [],
 *       pNext: [{ struct: 'VkExportFenceCreateInfo', handleTypes: ['VK_EXTERNAL_FENCE_HANDLE_TYPE_SYNC_FD_BIT'] }] }, null);
 *     const { result: waited } = await vkd.async.vkWaitForFences(device, [fence], true, 1_000_000_000n);
 *
 * - Outputs are undefined when `result` is an error. Counts of arrays are never passed: they follow from
 *   the arrays. `sType`, `pNext` and counts are the only members that may be left out.
 * - Handles are `VulkanHandle`s, VK_NULL_HANDLE is null; enums are names (or a raw number on purpose); flags
 *   are arrays of names or a number, and decode to a number, or a bigint for 64 bits (`flagNames` spells
 *   them); 64-bit values take a safe integer or a bigint and decode to a bigint; addresses are bigints.
 * - What cannot be passed is an `EncodingError` that names structure and member. What a driver may not
 *   write is a `CorruptedOutput`. A command that it lacks is a `MissingEntryPoint`; ask `has` first.
 * - `.async` has every command as a promise; those that wait by nature exist only there.
 * - A driver written in TypeScript implements `NativeDriver` and reads the same structures by `DriverMemory`.
 */
export { type ApiVersion, apiVersionParts, apiVersionText, makeApiVersion } from './api-version';
export { type CallRecorder, cutBetweenWords, describeArguments, NO_RECORDER } from './call-recorder';
export type {
  AllocationCallbacks,
  ArrayRequest,
  ChainName,
  OutputRequest,
  ResultName,
} from './command-shapes';
export { type ChainLink, DriverMemory } from './driver-memory';
export {
  enumerationName,
  enumerationValue,
  enumerationValues,
  flagMask,
  flagNames,
  type Unlisted,
} from './enumerations';
export { CorruptedOutput, DriverNotOpened, EncodingError, MissingEntryPoint } from './errors';
export { type FailingAllocator, failingAllocator } from './failing-allocator';
export type * from './generated/command-types';
export { COMMANDS } from './generated/commands';
export type * as Decoded from './generated/decoded-types';
export type { DecodedStructures } from './generated/decoded-types';
export * from './generated/enumerations';
export * from './generated/handles';
export * from './generated/registry';
export type * from './generated/structure-types';
export { STRUCTURES } from './generated/structures';
export { type HandleRow, VulkanHandle } from './handle';
export { type CommandRow, type StructureLayout, structureLayout } from './layout';
export { type MemoryEvent, MemoryReport } from './memory-report';
export { type EntryPoint, entryPoint, type NativeDriver, type NativeNumber } from './native-driver';
export { openIcd, openLoader } from './native-library';
export { allocateHostMemory, type HostMemory, viewMemory } from './native-memory';
export { extensionRow, type ProviderRow } from './providers';
export type { Chain, Chained } from './structure-encoder';
export { describeAttributes } from './value-spelling';
export { type CommandLookup, Vulkan } from './vulkan';
