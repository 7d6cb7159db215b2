/** A value that cannot be passed to Vulkan as it is. The message names the structure or command, and the member. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';

  constructor(
    /** `VkImportFenceFdInfoKHR.fd`, or `vkCreateFence(createInfo)`. */
    readonly place: string,
    reason: string,
  ) {
    super(`${place}: ${reason}`);
  }
}

/** Memory that a driver wrote where it may not, or a value there that the specification does not allow. */
export class CorruptedOutput extends Error {
  override readonly name = 'CorruptedOutput';

  constructor(
    /** The command, or the structure when no command is known. */
    readonly place: string,
    reason: string,
  ) {
    super(`${place}: ${reason}`);
  }
}

/** A command that the driver has no entry point for. */
export class MissingEntryPoint extends Error {
  override readonly name = 'MissingEntryPoint';

  constructor(
    readonly command: string,
    providers: readonly string[],
  ) {
    super(
      `${command}: the driver has no entry point; ${providers.join(' or ')} provides it, so enable that first`,
    );
  }
}

/** A library that could not be opened, or that is not a Vulkan driver. */
export class DriverNotOpened extends Error {
  override readonly name = 'DriverNotOpened';
}
