import { enumerationValue } from '../vulkan/enumerations';
import {
  type FenceHandleType,
  fenceHandleTypes,
  type MemoryHandleType,
  memoryHandleTypes,
  type SemaphoreHandleType,
  semaphoreHandleTypes,
} from './handle-types';

/** Objects whose external handle types are numbered on their own. */
export type NumberedObject = 'fence' | 'semaphore' | 'memory';

function bitsOf<Type extends string>(object: string, types: readonly Type[]): Readonly<Record<Type, number>> {
  const enumeration = `VkExternal${object}HandleTypeFlagBits`;
  const stem = `VK_EXTERNAL_${object.toUpperCase()}_HANDLE_TYPE`;
  return Object.fromEntries(
    types.map((type) => {
      const core = enumerationValue(enumeration, `${stem}_${type}_BIT`);
      const value = core ?? enumerationValue(enumeration, `${stem}_${type}_BIT_EXT`);
      if (value === undefined) throw new Error(`the registry has no bit for ${type} of ${enumeration}`);
      return [type, Number(value)];
    }),
  ) as Record<Type, number>;
}

/** The bit of each handle type. Source: VkExternal{Fence,Semaphore,Memory}HandleTypeFlagBits. */
export const fenceHandleTypeBit = bitsOf<FenceHandleType>('Fence', fenceHandleTypes);
export const semaphoreHandleTypeBit = bitsOf<SemaphoreHandleType>('Semaphore', semaphoreHandleTypes);
export const memoryHandleTypeBit = bitsOf<MemoryHandleType>('Memory', memoryHandleTypes);

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
