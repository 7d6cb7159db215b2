import { enumerationValue } from '../vulkan/enumerations';
import type { DeviceCapabilities } from './device-capabilities';
import { fenceBit, memoryBit, semaphoreBit } from './handle-type-bits';
import { type MemoryHandleType, platformOf } from './handle-types';

/** Objects whose external handle types are numbered on their own. */
export type NumberedObject = 'fence' | 'semaphore' | 'memory';

function valuesOf<Type extends string>(
  object: string,
  names: Readonly<Record<Type, string>>,
): Readonly<Record<Type, number>> {
  const enumeration = `VkExternal${object}HandleTypeFlagBits`;
  return Object.fromEntries(
    Object.entries<string>(names).map(([type, name]) => {
      const value = enumerationValue(enumeration, name);
      if (value === undefined) throw new Error(`${enumeration} has no ${name}`);
      return [type, Number(value)];
    }),
  ) as Record<Type, number>;
}

/** The bit of each handle type. Source: VkExternal{Fence,Semaphore,Memory}HandleTypeFlagBits. */
export const fenceHandleTypeBit = valuesOf('Fence', fenceBit);
export const semaphoreHandleTypeBit = valuesOf('Semaphore', semaphoreBit);
export const memoryHandleTypeBit = valuesOf('Memory', memoryBit);

/** The handle types that a mask names; bits that the suite does not know are left out. */
export function typesIn<Type extends string>(
  mask: number,
  bits: Readonly<Record<Type, number>>,
): readonly Type[] {
  return (Object.entries(bits) as [Type, number][]).filter(([, bit]) => mask & bit).map(([type]) => type);
}

/** What a feature mask claims; unknown bits claim nothing. */
export interface ClaimedFeatures {
  readonly exportable: boolean;
  readonly importable: boolean;
  /** Memory only. */
  readonly dedicatedOnly: boolean;
}

/** Reads a mask of VkExternal{Fence,Semaphore,Memory}FeatureFlags. */
export function claimedFeatures(object: NumberedObject, mask: number): ClaimedFeatures {
  const name = `${object.charAt(0).toUpperCase()}${object.slice(1)}`;
  const claims = (feature: string): boolean => {
    const bit = enumerationValue(
      `VkExternal${name}FeatureFlagBits`,
      `VK_EXTERNAL_${object.toUpperCase()}_FEATURE_${feature}_BIT`,
    );
    return (mask & Number(bit ?? 0)) !== 0;
  };
  return {
    exportable: claims('EXPORTABLE'),
    importable: claims('IMPORTABLE'),
    dedicatedOnly: claims('DEDICATED_ONLY'),
  };
}

/** Those of the memory handle types that this platform can export, by the feature masks that `ask` gives. */
export async function exportableAmong(
  types: readonly MemoryHandleType[],
  { platform }: Pick<DeviceCapabilities, 'platform'>,
  ask: (type: MemoryHandleType) => Promise<number>,
): Promise<readonly MemoryHandleType[]> {
  const found: MemoryHandleType[] = [];
  for (const type of types) {
    const { exportable } = claimedFeatures('memory', await ask(type));
    if (exportable && platformOf(type) === platform) found.push(type);
  }
  return found;
}
