import type { HandleTypeCapabilities } from '../cases/device-capabilities';
import type { DeviceResults } from '../results/results-schema';
import { withoutVersions } from './device-pairs';

type DeviceCapabilities = DeviceResults['capabilities'];

/** Something that a device says of itself and no longer says, says newly, or says otherwise. */
export interface CapabilityChange {
  /** What it is about: `device extension`, `fence`, `memory`, ... */
  readonly about: string;
  /** What of it, such as `SYNC_FD export`. */
  readonly what: string;
  readonly change: 'vanished' | 'appeared' | 'changed';
  /** Kinds of resource, for memory; `every kind` where it is all of them. */
  readonly of: readonly string[];
  /** For what changed: the values before and after; `''` otherwise. */
  readonly before: string;
  readonly after: string;
}

/** What a device offers, as facts that are there or not: about what, and for memory of which kinds of resource. */
type Facts = ReadonlyMap<string, { readonly about: string; readonly what: string; readonly of: Set<string> }>;

/** How the capabilities of a device differ between two runs. */
export function capabilityChanges(
  before: DeviceCapabilities,
  after: DeviceCapabilities,
): readonly CapabilityChange[] {
  const offered = factsOf(before, othersOf(after));
  const offers = factsOf(after, othersOf(before));
  const kinds = new Set([before, after].flatMap(({ memory }) => memory.map(({ name }) => name)));
  return [
    ...missingIn(offers, offered, kinds, 'vanished'),
    ...missingIn(offered, offers, kinds, 'appeared'),
    ...valueChanges(before, after),
  ];
}

/** The facts of `those` that `these` lack. */
function missingIn(
  these: Facts,
  those: Facts,
  kinds: ReadonlySet<string>,
  change: 'vanished' | 'appeared',
): readonly CapabilityChange[] {
  return [...those].flatMap(([key, { about, what, of }]) => {
    const others = these.get(key)?.of;
    const only = [...of].filter((kind) => others === undefined || !others.has(kind));
    if (others !== undefined && only.length === 0) return [];
    const told = only.length === kinds.size && only.length > 1 ? ['every kind'] : only;
    return [{ about, what, change, of: told, before: '', after: '' }];
  });
}

/** Names of the driver's other devices. */
function othersOf({ otherDevices }: DeviceCapabilities): ReadonlySet<string> {
  return new Set(otherDevices.map(({ deviceName }) => withoutVersions(deviceName)));
}

/** @param known other devices that both runs have: what others offer went or came with them. */
function factsOf(capabilities: DeviceCapabilities, known: ReadonlySet<string>): Facts {
  const facts = new Map<string, { about: string; what: string; of: Set<string> }>();
  const add = (about: string, what: string, kind?: string) => {
    const key = `${about}: ${what}`;
    const fact = facts.get(key) ?? { about, what, of: new Set<string>() };
    if (kind !== undefined) fact.of.add(kind);
    facts.set(key, fact);
  };
  const handleTypes = (about: string, offered: HandleTypeCapabilities<string>, kind?: string) => {
    for (const what of handleTypeFacts(offered)) add(about, what, kind);
  };
  const { fence, binarySemaphore, timelineSemaphore, memory } = capabilities;
  handleTypes('fence', fence);
  handleTypes('binary semaphore', binarySemaphore);
  handleTypes('timeline semaphore', timelineSemaphore);
  for (const kind of memory) handleTypes('memory', kind.handleTypes, kind.name);
  for (const [name, offered] of Object.entries(capabilities.features)) if (offered) add('feature', name);
  for (const name of capabilities.deviceExtensions) add('device extension', name);
  for (const name of capabilities.instanceExtensions) add('instance extension', name);
  for (const modifier of capabilities.dmaBufModifiers) add('DRM format modifier', modifier);
  for (const name of capabilities.dmaBufProducers) add('other maker of dma-bufs', name);
  if (capabilities.dmaBufsGiveFences) add('kernel', 'fences of dma-bufs as sync files');
  for (const name of capabilities.syncFileSources) add('other maker of sync files', name);
  for (const other of capabilities.otherDevices) {
    const name = withoutVersions(other.deviceName);
    add('other device', name);
    if (!known.has(name)) continue;
    handleTypes(`other device ${name}: fence`, other.fence);
    handleTypes(`other device ${name}: binary semaphore`, other.binarySemaphore);
    for (const kind of other.memory) handleTypes(`other device ${name}: memory`, kind.handleTypes, kind.name);
  }
  return facts;
}

function handleTypeFacts(offered: HandleTypeCapabilities<string>): readonly string[] {
  return Object.entries(offered).flatMap(([handleType, one]) => {
    if (one === undefined) return [];
    return [
      ...(one.exportable ? [`${handleType} export`] : []),
      ...(one.importable ? [`${handleType} import`] : []),
      ...(one.dedicatedOnly ? [`${handleType} in dedicated allocations only`] : []),
      ...one.compatible
        .filter((other) => other !== handleType)
        .map((other) => `${handleType} together with ${other}`),
      ...one.exportFromImported.map((other) => `${handleType} export from an imported ${other}`),
    ];
  });
}

/** What is one value and no list of facts. */
function valueChanges(before: DeviceCapabilities, after: DeviceCapabilities): readonly CapabilityChange[] {
  const values = (capabilities: DeviceCapabilities): Readonly<Record<string, string>> => ({
    'alignment of imported host pointers': String(
      capabilities.minImportedHostPointerAlignment ?? 'cannot be imported',
    ),
    'memory types': capabilities.memoryTypes.map(memoryTypeText).join('; '),
    'queue families': capabilities.queueFamilies
      .map(({ flags }) => flags.map((flag) => flag.replace(/^VK_QUEUE_|_BIT$/g, '')).join(' '))
      .join('; '),
  });
  const others = values(after);
  return Object.entries(values(before)).flatMap(([what, value]) => {
    const other = others[what] ?? '';
    if (other === value) return [];
    return [{ about: 'device', what, change: 'changed' as const, of: [], before: value, after: other }];
  });
}

function memoryTypeText({ index, heap, ...properties }: DeviceCapabilities['memoryTypes'][number]): string {
  const names = Object.entries(properties).filter(([, has]) => has === true);
  return `heap ${heap} ${names.map(([name]) => name).join(' ')}`.trim();
}
