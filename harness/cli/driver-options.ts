import { resolve } from 'node:path';
import type { Argv } from 'yargs';

/** What the options below give. */
export interface DriverArguments {
  readonly driver?: readonly string[] | undefined;
  readonly device?: readonly string[] | undefined;
  readonly icd?: readonly string[] | undefined;
  readonly direct?: boolean | undefined;
}

/** Adds the options that choose drivers and devices. */
export function withDriverChoice<T>(parser: Argv<T>) {
  return parser
    .option('driver', {
      describe:
        'drivers by name, as a glob: those of this machine, those fetched, and the built-in models; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('device', {
      describe: 'devices by name or key, as a glob, or by deviceUUID; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('icd', {
      describe: 'the manifest of a driver that is not installed; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('direct', { describe: 'open the driver itself, without the Vulkan loader', type: 'boolean' });
}

/** The choice that the arguments make, as `findDevices` takes it; manifests by absolute path. */
export function driverChoice(given: DriverArguments) {
  return {
    icds: (given.icd ?? []).map((file) => resolve(file)),
    drivers: given.driver ?? [],
    devices: given.device ?? [],
    direct: given.direct ?? false,
  };
}
