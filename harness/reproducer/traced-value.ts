import type { Traced } from '../hosts/call-trace';

/** Members of an object in a trace; empty for anything else. */
export function membersOf(value: Traced | undefined): Readonly<Record<string, Traced | undefined>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return value as Readonly<Record<string, Traced | undefined>>;
}

/** Elements of an array in a trace; undefined for anything else. */
export function elementsOf(value: Traced | undefined): readonly Traced[] | undefined {
  return Array.isArray(value) ? (value as readonly Traced[]) : undefined;
}

/** An integer, whichever width it has; undefined for anything else. */
export function integerOf(value: Traced | undefined): bigint | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  const { $integer } = membersOf(value);
  return typeof $integer === 'string' ? BigInt($integer) : undefined;
}

/** A Vulkan handle by type and value: `VkFence:1234`; undefined for anything else. */
export function handleKeyOf(value: Traced | undefined): string | undefined {
  const { $vulkan, value: number } = membersOf(value);
  return typeof $vulkan === 'string' ? `${$vulkan}:${String(number)}` : undefined;
}

/** Bytes; undefined for anything else. */
export function bytesOf(value: Traced | undefined): Uint8Array | undefined {
  const { $bytes } = membersOf(value);
  return typeof $bytes === 'string' ? new Uint8Array(Buffer.from($bytes, 'base64')) : undefined;
}
