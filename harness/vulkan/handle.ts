/** What the registry says of a handle type. */
export interface HandleRow {
  /** A pointer that the loader dispatches on; any other handle is a 64-bit number. */
  readonly dispatchable: boolean;
  /** The type of the object that this one is created from. */
  readonly parent?: string;
  /** The name in `VkObjectType`. */
  readonly objectType?: string;
}

/**
 * A Vulkan object handle that knows its type, so that neither the compiler nor the encoder takes one
 * type for another. VK_NULL_HANDLE is `null`, never an instance.
 */
export class VulkanHandle<Type extends string = string> {
  constructor(
    /** The C name of the type, such as `VkFence`. */
    readonly type: Type,
    /** The 64 bits of the handle. */
    readonly value: bigint,
  ) {}

  /** Whether both are the same handle; handles of distinct types never are. */
  equals(other: VulkanHandle | null): boolean {
    return other !== null && other.type === this.type && other.value === this.value;
  }

  toString(): string {
    return `${this.type} 0x${this.value.toString(16)}`;
  }
}
