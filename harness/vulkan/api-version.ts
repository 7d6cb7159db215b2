/** The parts of an API version number. */
export interface ApiVersion {
  readonly variant: number;
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/**
 * The number of an API version, as VK_MAKE_API_VERSION makes it (variant 0).
 * Source: Vulkan specification, "Version Numbers".
 */
export function makeApiVersion(major: number, minor: number, patch = 0): number {
  return ((major << 22) | (minor << 12) | patch) >>> 0;
}

/** Takes an API version number apart. */
export function apiVersionParts(version: number): ApiVersion {
  return {
    variant: version >>> 29,
    major: (version >>> 22) & 0x7f,
    minor: (version >>> 12) & 0x3ff,
    patch: version & 0xfff,
  };
}

/** `1.3.275`. */
export function apiVersionText(version: number): string {
  const { major, minor, patch } = apiVersionParts(version);
  return `${major}.${minor}.${patch}`;
}
