import type { DeviceCapabilities, HandleTypeCapability, OtherDevice } from './device-capabilities';
import { isAtLeast } from './extension-dependencies';
import type { HandleType, ObjectKind } from './handle-types';
import type { KnownKindName, ResourceKindName } from './resource-kinds';
import type { Need } from './suite';

type WithHandleType = { readonly handleType: string };

/** What the device said of a handle type for a kind of object; undefined where it said nothing. */
export function capabilityOf(
  device: DeviceCapabilities,
  kind: Exclude<ObjectKind, 'memory'>,
  handleType: string,
): HandleTypeCapability<string> | undefined {
  const answers: Readonly<Partial<Record<string, HandleTypeCapability<string>>>> =
    kind === 'fence'
      ? device.fence
      : kind === 'binary semaphore'
        ? device.binarySemaphore
        : device.timelineSemaphore;
  return answers[handleType];
}

/** The same for memory of a kind of resource. */
function memoryCapability(
  device: DeviceCapabilities,
  resource: KnownKindName,
  handleType: string,
): HandleTypeCapability<string> | undefined {
  const answers: Readonly<Partial<Record<string, HandleTypeCapability<string>>>> | undefined =
    device.memory.find(({ name }) => name === resource)?.handleTypes;
  return answers?.[handleType];
}

/** The device extension that gives a handle type its commands. */
export function extensionOf(kind: ObjectKind, handleType: string): string {
  if (handleType === 'DMA_BUF') return 'VK_EXT_external_memory_dma_buf';
  if (handleType.startsWith('HOST_')) return 'VK_EXT_external_memory_host';
  const object = kind === 'fence' ? 'fence' : kind === 'memory' ? 'memory' : 'semaphore';
  return `VK_KHR_external_${object}_${handleType.endsWith('_FD') ? 'fd' : 'win32'}`;
}

function lacksExtension(
  device: DeviceCapabilities,
  kind: ObjectKind,
  handleType: string,
): string | undefined {
  const extension = extensionOf(kind, handleType);
  return device.deviceExtensions.includes(extension) ? undefined : `the device does not offer ${extension}`;
}

/** A fence or semaphore of that kind can be exported as the axis `handleType` says. */
export function exportable(kind: Exclude<ObjectKind, 'memory'>): Need<WithHandleType> {
  return (device, { handleType }) => {
    const missing = lacksExtension(device, kind, handleType);
    if (missing !== undefined) return missing;
    if (capabilityOf(device, kind, handleType)?.exportable) return undefined;
    return `the device does not report ${handleType} exportable for a ${kind}`;
  };
}

/** A handle of the type that the axis `handleType` names can be imported into a fence or semaphore of that kind. */
export function importable(kind: Exclude<ObjectKind, 'memory'>): Need<WithHandleType> {
  return (device, { handleType }) => {
    const missing = lacksExtension(device, kind, handleType);
    if (missing !== undefined) return missing;
    if (capabilityOf(device, kind, handleType)?.importable) return undefined;
    return `the device does not report ${handleType} importable for a ${kind}`;
  };
}

/** The kind of object that the axis `type` (binary, timeline) names can be exported or imported as `handleType` says. */
export function semaphoreOfType(
  need: typeof exportable | typeof importable,
): Need<{ readonly type: string; readonly handleType: string }> {
  const binary = need('binary semaphore');
  const timeline = need('timeline semaphore');
  return (device, parameters) => {
    if (parameters.type === 'timeline' && !device.features.timelineSemaphore)
      return 'the device has no timelineSemaphore feature';
    return (parameters.type === 'timeline' ? timeline : binary)(device, parameters);
  };
}

/** A query can ask for the type of semaphore that the axis `type` names. */
export const semaphoreTypeKnown: Need<{ readonly type: string }> = (device, { type }) =>
  type === 'binary' || device.features.timelineSemaphore
    ? undefined
    : 'the device has no timelineSemaphore feature';

/** The type for a semaphore query; binary is the default where the device knows no structure to name it with. */
export function semaphoreTypeIn(
  device: DeviceCapabilities,
  type: 'binary' | 'timeline',
): { readonly type?: 'binary' | 'timeline' } {
  return device.features.timelineSemaphore ? { type } : {};
}

/**
 * Memory for a kind of resource can be exported or imported as the axis `handleType` says.
 * `resource` names one of the resource kinds.
 */
export function memoryFor(
  resource: KnownKindName,
  ...abilities: readonly ('exportable' | 'importable')[]
): Need<WithHandleType> {
  return (device, { handleType }) => {
    const missing = lacksExtension(device, 'memory', handleType);
    if (missing !== undefined) return missing;
    const capability = memoryCapability(device, resource, handleType);
    for (const ability of abilities) {
      if (!capability?.[ability])
        return `the device does not report ${handleType} ${ability} for a ${resource}`;
    }
    return undefined;
  };
}

/** The device claims something of the axis `handleType` for that kind of resource, and offers its extension. */
export function memoryClaimed(resource: ResourceKindName): Need<WithHandleType> {
  return (device, { handleType }) =>
    lacksExtension(device, 'memory', handleType) ??
    (memoryCapability(device, resource, handleType) === undefined
      ? `the device reports no feature of ${handleType} for a ${resource}`
      : undefined);
}

/** The device claims something of the axis `handleType` for some kind of resource, and offers its extension. */
export const anywhereClaimed: Need<WithHandleType> = (device, { handleType }) =>
  lacksExtension(device, 'memory', handleType) ??
  (device.memory.some(({ name }) => memoryCapability(device, name, handleType) !== undefined)
    ? undefined
    : `the device reports no feature of ${handleType} for any resource`);

/** As `memoryClaimed`, for images of the axis `tiling`; with the type of the axis `with`, where there is one. */
export const memoryClaimedBy: Need<WithHandleType & { readonly tiling: string; readonly with?: string }> = (
  device,
  parameters,
) => {
  const resource = `${parameters.tiling}-image` as ResourceKindName;
  const { handleType, with: other = 'nothing' } = parameters;
  return (
    memoryClaimed(resource)(device, { handleType }) ??
    memoryCompatible(resource)(device, { handleType, with: other })
  );
};

/** The type that the axis `with` names, if any, is reported compatible with that of the axis `handleType`. */
export function memoryCompatible(
  resource: ResourceKindName,
): Need<WithHandleType & { readonly with: string }> {
  return (device, { handleType, with: other }) =>
    other === 'nothing' || memoryCapability(device, resource, handleType)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${handleType} and ${other} compatible for a ${resource}`;
}

/** A resource may use memory of the axis `handleType` without a dedicated allocation. */
export function suballocatable(resource: KnownKindName): Need<WithHandleType> {
  return (device, { handleType }) => {
    const capability = memoryCapability(device, resource, handleType);
    return capability?.dedicatedOnly
      ? `the device wants dedicated allocations for ${handleType} and a ${resource}`
      : undefined;
  };
}

/**
 * Memory can be shared as the axes say: `handleType`, `resource` (a buffer where there is no such axis), and
 * `allocation` where there is one.
 */
export function sharable(
  ...abilities: readonly ('exportable' | 'importable')[]
): Need<{ readonly handleType: string; readonly resource?: string; readonly allocation?: string }> {
  return (device, parameters) => {
    const resource = (parameters.resource ?? 'buffer') as KnownKindName;
    const reason = memoryFor(resource, ...abilities)(device, parameters);
    if (reason !== undefined || parameters.allocation !== 'suballocated') return reason;
    return suballocatable(resource)(device, parameters);
  };
}

/** Memory for a kind of resource can be exported as the axis `to` says, once it was imported as the axis `from` says. */
export function reexportable(
  resource: ResourceKindName,
): Need<{ readonly from: string; readonly to: string }> {
  return (device, { from, to }) => {
    const reason = memoryFor(resource, 'exportable', 'importable')(device, { handleType: from });
    if (reason !== undefined) return reason;
    const capability = memoryCapability(device, resource, to);
    if (!capability?.exportFromImported.includes(from))
      return `the device does not report ${to} exportable from an imported ${from} for a ${resource}`;
    if (from === to || capability.compatible.includes(from)) return undefined;
    return `the device does not report ${from} and ${to} compatible for a ${resource}`;
  };
}

/**
 * A payload that is imported as the axis `from` says can be exported as the axis `to` says. What it comes from must
 * then be exportable as both.
 */
export function passedOn(
  kind: Exclude<ObjectKind, 'memory'>,
): Need<{ readonly from: HandleType; readonly to: HandleType }> {
  return (device, { from, to }) =>
    exportable(kind)(device, { handleType: from }) ??
    importable(kind)(device, { handleType: from }) ??
    exportable(kind)(device, { handleType: to }) ??
    exportableFromImported(kind, from, to)(device, {}) ??
    (from === to ? undefined : compatible(kind, from, to)(device, {}));
}

/** Memory for a kind of resource can be exported as both handle types at once. */
export function exportableTogether(resource: ResourceKindName, one: string, other: string): Need<object> {
  return (device) => {
    for (const handleType of [one, other]) {
      const reason = memoryFor(resource, 'exportable', 'importable')(device, { handleType });
      if (reason !== undefined) return reason;
    }
    return memoryCapability(device, resource, one)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${one} and ${other} compatible for a ${resource}`;
  };
}

/** `to` can be requested together with `from`, and exported from a payload imported as `from`. */
export function exportableFromImported(
  kind: Exclude<ObjectKind, 'memory'>,
  from: HandleType,
  to: HandleType,
): Need<object> {
  return (device) =>
    capabilityOf(device, kind, to)?.exportFromImported.includes(from)
      ? undefined
      : `the device does not report ${to} exportable from an imported ${from} for a ${kind}`;
}

/** The two types can be requested together at creation of that kind of object. */
export function compatible(
  kind: Exclude<ObjectKind, 'memory'>,
  one: HandleType,
  other: HandleType,
): Need<object> {
  return (device) =>
    capabilityOf(device, kind, one)?.compatible.includes(other)
      ? undefined
      : `the device does not report ${one} and ${other} compatible for a ${kind}`;
}

/** Such an object can be created to be exported as both handle types, and handles of each can be imported. */
export function transferableAsBoth(
  kind: Exclude<ObjectKind, 'memory'>,
  one: HandleType,
  other: HandleType,
): Need<object> {
  return (device) => {
    for (const [handleType, partner] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const need of [exportable(kind), importable(kind), compatible(kind, handleType, partner)]) {
        const reason = need(device, { handleType });
        if (reason !== undefined) return reason;
      }
    }
    return undefined;
  };
}

/** The device claims something of the axis `handleType` for that kind of object, and offers its extension. */
export function claimed(kind: Exclude<ObjectKind, 'memory'>): Need<WithHandleType> {
  return (device, { handleType }) =>
    lacksExtension(device, kind, handleType) ??
    (capabilityOf(device, kind, handleType) === undefined
      ? `the device reports no feature of ${handleType} for a ${kind}`
      : undefined);
}

/** The device offers a device extension. */
export function deviceExtension(name: string): Need<object> {
  return (device) =>
    device.deviceExtensions.includes(name) ? undefined : `the device does not offer ${name}`;
}

/** An endpoint can make a swapchain on a headless surface. */
export const headlessSwapchain: Need<object> = (device) =>
  instanceExtension('VK_EXT_headless_surface')(device, {}) ?? deviceExtension('VK_KHR_swapchain')(device, {});

/** What the device exports as DMA_BUF is of the kernel: a model may say that memfds stand in for them. */
export const genuineDmaBufs: Need<object> = (device) =>
  device.deviceExtensions.includes('VK_VKEXTERN_stand_in_dma_buf')
    ? 'the driver is a model, whose dma-bufs are memfds'
    : undefined;

/** What the device exports as SYNC_FD is of the kernel: a model may say that eventfds stand in for sync files. */
export const genuineSyncFiles: Need<object> = (device) =>
  device.deviceExtensions.includes('VK_VKEXTERN_stand_in_sync_file')
    ? 'the driver is a model, whose sync files are eventfds'
    : undefined;

/** The instance offers an instance extension. */
export function instanceExtension(name: string): Need<object> {
  return (device) =>
    device.instanceExtensions.includes(name) ? undefined : `the driver does not offer ${name}`;
}

/** A query may be made under the spelling that the axis `spelling` names: KHR with that instance extension. */
export function spelledBy(extension: string): Need<{ readonly spelling: string }> {
  const offered = instanceExtension(extension);
  return (device, parameters) => (parameters.spelling === 'KHR' ? offered(device, parameters) : undefined);
}

/** The device is of that Vulkan version or a later one. */
export function apiVersion(major: number, minor: number): Need<object> {
  return (device) =>
    isAtLeast(device.apiVersion, major, minor)
      ? undefined
      : `the device offers Vulkan ${device.apiVersion}, and ${major}.${minor} is needed`;
}

/**
 * A capability query may name the handle type of the axis `queriedType`: one of core Vulkan on every platform,
 * one of an extension with that extension or maintenance5. The axis is not called `handleType`, because a
 * query about another platform's type runs on this one.
 */
export const mayBeQueried: Need<{ readonly queriedType: string }> = (device, { queriedType }) => {
  if (device.features.maintenance5) return undefined;
  if (queriedType !== 'DMA_BUF' && !queriedType.startsWith('HOST_')) return undefined;
  return lacksExtension(device, 'memory', queriedType);
};

/** DXGI lists adapters on this machine, and the device says that it has a LUID. */
export const namedByLuid: Need<object> = ({ direct3d }) => {
  if (!direct3d?.displayAdapters) return 'DXGI lists no adapter on this machine';
  return direct3d.deviceLUIDValid ? undefined : 'the device reports no valid deviceLUID';
};

/** Dma-bufs of the axis `producer` can be made on this machine, for this device. */
export const dmaBufProducer: Need<{ readonly producer: string }> = (device, { producer }) =>
  device.dmaBufProducers.some((one) => one === producer)
    ? undefined
    : `no dma-buf of ${producer} can be had for the device on this machine`;

/** The fences that a dma-buf carries can be had as a sync file, and given to it as one. */
export const dmaBufFences: Need<object> = (device) =>
  device.dmaBufsGiveFences
    ? undefined
    : 'the kernel gives no fences of dma-bufs as sync files (Linux 6.0 and later do); run --in-guest has it';

/** An image of a DRM format modifier can be bound to an imported dma-buf. */
export const dmaBufModifier: Need<object> = (device) =>
  device.dmaBufModifiers.length > 0
    ? undefined
    : 'the device reports no DRM format modifier by which it imports a dma-buf';

/** The device has a feature of the capability snapshot. */
export function feature(name: keyof DeviceCapabilities['features']): Need<object> {
  return (device) => (device.features[name] ? undefined : `the device has no ${name} feature`);
}

/** The submit command that the axis `command` names is there. */
export const submitCommand: Need<{ readonly command: string }> = (device, { command }) =>
  command !== 'vkQueueSubmit2' || device.features.synchronization2
    ? undefined
    : 'the device has no synchronization2 feature';

/** The queue family whose queues take vkQueueBindSparse, or undefined where the device has none. */
export function sparseFamily(device: DeviceCapabilities): number | undefined {
  if (!device.features.sparseBinding) return undefined;
  return device.queueFamilies.find(({ flags }) => flags.includes('VK_QUEUE_SPARSE_BINDING_BIT'))?.index;
}

/** The command that the axis `command` names is there, to submit a wait with. */
export const waitCommand: Need<{ readonly command: string }> = (device, { command }) => {
  if (command !== 'vkQueueBindSparse') return submitCommand(device, { command });
  return sparseFamily(device) === undefined ? 'the device has no queue for vkQueueBindSparse' : undefined;
};

/** Every need holds where the condition does; elsewhere nothing is needed. */
export function when<P>(condition: (parameters: P) => boolean, ...needs: readonly Need<P>[]): Need<P> {
  return (device, parameters) => {
    if (!condition(parameters)) return undefined;
    for (const need of needs) {
      const reason = need(device, parameters);
      if (reason !== undefined) return reason;
    }
    return undefined;
  };
}

type OpaqueObject = 'fence' | 'binary semaphore' | 'memory';

/** The driver's other devices that export the handle type from such an object; from a buffer's memory. */
export function foreignDevices(
  device: DeviceCapabilities,
  object: OpaqueObject,
  handleType: HandleType,
): readonly OtherDevice[] {
  return device.otherDevices.filter((other) => {
    const types: Readonly<Partial<Record<string, HandleTypeCapability<string>>>> | undefined =
      object === 'fence'
        ? other.fence
        : object === 'memory'
          ? other.memory.find(({ name }) => name === 'buffer')?.handleTypes
          : other.binarySemaphore;
    return (
      other.deviceExtensions.includes(extensionOf(object, handleType)) && types?.[handleType]?.exportable
    );
  });
}

/** Another device of the driver exports the axis `handleType`: else there is nothing foreign to import. */
export function foreignDevice(object: OpaqueObject): Need<{ readonly handleType: HandleType }> {
  return (device, { handleType }) =>
    foreignDevices(device, object, handleType).length > 0
      ? undefined
      : `the driver has no other device that reports ${handleType} exportable for a ${object}`;
}
