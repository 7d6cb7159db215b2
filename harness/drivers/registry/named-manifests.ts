import { win32 } from 'node:path';

/** A value of a key of the registry: a number, texts, or null for any other kind. */
export interface RegistryValue {
  readonly name: string;
  readonly data: number | readonly string[] | null;
}

/** The devices that are plugged in and started, each by a number of the system's. */
export interface DeviceTree {
  /** Display adapters, in the order of the system. */
  adapters(): readonly number[];
  /** Software components that belong to a device. */
  componentsOf(device: number): readonly number[];
  /** What the driver of a device wrote into its key; null where the key cannot be opened. */
  valuesOf(device: number): readonly RegistryValue[] | null;
}

/**
 * The manifests that present display adapters name, or else the first of their software components that names one, as the
 * Vulkan loader takes them.
 * @returns null where the system tells of no adapter, or opens the key of none: then nothing is known
 */
export function manifestsOfPresent(tree: DeviceTree): readonly string[] | null {
  let opened = false;
  const manifests = tree.adapters().flatMap((adapter) => {
    const values = tree.valuesOf(adapter);
    if (values !== null) opened = true;
    const named = manifestsIn(values ?? []);
    if (named.length > 0) return named;
    for (const component of tree.componentsOf(adapter)) {
      const further = manifestsIn(tree.valuesOf(component) ?? []);
      if (further.length > 0) return further;
    }
    return [];
  });
  return opened ? manifests : null;
}

/** The manifests that the values of a device's key name. */
export function manifestsIn(values: readonly RegistryValue[]): readonly string[] {
  return values.flatMap(({ name, data }) =>
    name.toLowerCase() === 'vulkandrivername' && Array.isArray(data) ? (data as string[]) : [],
  );
}

/**
 * Of the manifests in `SOFTWARE\Khronos\Vulkan\Drivers` those whose file name no manifest before them has: the loader
 * takes the others for what an older installation of the same driver left.
 */
export function withoutOlder(listed: readonly string[], named: readonly string[]): readonly string[] {
  const fileName = (file: string): string => win32.basename(file).toLowerCase();
  const seen = new Set(named.map(fileName));
  return listed.filter((file) => {
    const before = seen.has(fileName(file));
    seen.add(fileName(file));
    return !before;
  });
}
