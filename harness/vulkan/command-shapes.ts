import type { Unlisted } from './enumerations';
import type { DecodedStructures } from './generated/decoded-types';
import type { VkResult } from './generated/enumerations';
import type { Chainable } from './generated/structure-types';

/** A VkResult by name; one that the registry does not know reads `VkResult(-12345)`. */
export type ResultName = VkResult | Unlisted<'VkResult'>;

/** Address of a native VkAllocationCallbacks, or null for the driver's own allocator. */
export type AllocationCallbacks = bigint | null;

/** The structures that may be asked for along with an output structure. */
export type ChainName<Base extends string> = Base extends keyof Chainable
  ? Extract<Chainable[Base], keyof DecodedStructures>
  : never;

/** How an output structure is to be prepared. */
export interface OutputRequest<Chain extends readonly string[] = readonly string[]> {
  /** Structures to chain to it, in this order. */
  readonly chain?: Chain;
  /**
   * A byte to fill the output with before the call. Members that still hold nothing else afterwards are
   * left out of the result and named in `unwritten`.
   */
  readonly sentinel?: number;
  /**
   * Elements to make room for in every array that an output structure points to; without it such pointers
   * are null. A driver that ignores the structure leaves its count at this number.
   */
  readonly capacity?: number;
}

/** How an output array is to be asked for. */
export interface ArrayRequest {
  /** Ask once, with room for this many elements, instead of asking for the count first. */
  readonly limit?: number;
}

/** What comes with a single output structure: its chain, by structure name, and the members not written. */
export interface WithChain<Chain extends readonly (keyof DecodedStructures)[]> {
  chain: Pick<DecodedStructures, Chain[number]>;
  /** `VkPhysicalDeviceIDProperties.deviceLUID`: still the sentinel. Empty without a sentinel. */
  unwritten: string[];
}

/** What comes with an array of output structures: one chain for each element. */
export interface WithChains<Chain extends readonly (keyof DecodedStructures)[]> {
  chains: Pick<DecodedStructures, Chain[number]>[];
  unwritten: string[];
}
