import Table from 'cli-table3';
import pc from 'picocolors';
import type { Argv, CommandModule } from 'yargs';
import { cachedDrivers } from '../../fixtures/real-drivers/fetch-driver';
import type { HandleTypeCapabilities } from '../cases/device-capabilities';
import { builtInDrivers } from '../drivers/built-in-drivers';
import type { BrokenDriver, Device, DriverNote } from '../drivers/driver';
import { operatingSystem } from '../handles';
import { CommandError, exitCodes } from './command-error';
import { driverChoice, withDriverChoice } from './driver-options';
import { fixturesRunOn } from './fixture-platform';
import { againInGuest, bootsGuest, withGuestChoice } from './in-guest';

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

function withOptions(parser: Argv<object>) {
  return withGuestChoice(withDriverChoice(parser)).option('json', {
    describe: 'for a machine to read',
    type: 'boolean',
  });
}

/** `vkextern devices`: which drivers and devices there are and what they say of themselves. */
export const devicesCommand: CommandModule<object, Parsed> = {
  command: 'devices',
  describe: 'the Vulkan devices of this machine and what they offer of external handles',
  builder: withOptions,
  handler: async (given) => {
    if (bootsGuest(given)) {
      process.exitCode = await againInGuest(given, []);
      return;
    }
    const { findDevices } = await import('../drivers/find-devices.js');
    const { devices, broken, notes } = await findDevices(driverChoice(given));
    if (given.json === true)
      console.log(JSON.stringify({ devices, broken, notes, builtIn: builtInNames() }, null, 2));
    else {
      for (const device of devices) console.log(`${describe(device)}\n`);
      for (const one of broken) console.log(problemLine(one));
      for (const note of notes) console.log(noteLine(note));
      if (given.driver === undefined) console.log(builtInLine());
    }
    if (broken.length > 0) {
      process.exitCode = exitCodes.unexpectedOutcomes;
      return;
    }
    if (devices.length === 0) throw await noDevice(given.json === true ? notes : []);
    process.exitCode = exitCodes.asExpected;
  },
};

function builtInNames(): readonly string[] {
  return builtInDrivers.map(({ name }) => name);
}

function builtInLine(): string {
  return pc.dim(
    `Built in, models of the specification and no hardware: ${builtInNames().join(', ')}; --driver names one`,
  );
}

/** The error for a machine or a choice without any device. */
export async function noDevice(notes: readonly DriverNote[]): Promise<CommandError> {
  const told = notes.map((note) => ` (${noteText(note)})`).join('');
  const fetched = (await cachedDrivers()).map(({ name }) => name);
  const advice =
    fetched.length > 0
      ? `fetched before: ${fetched.join(', ')}; name one with --driver`
      : `${otherDriversOn()}; --driver reference is built in`;
  return new CommandError(exitCodes.noDevice, `no Vulkan device here${told}; ${advice}`);
}

/** Where a driver comes from that this machine does not have, by the name of the operating system in Node.js. */
export function otherDriversOn(system: string = operatingSystem): string {
  return fixturesRunOn(system)
    ? 'on Linux vkextern fetch gets a driver that needs no GPU, and --driver names it'
    : '--icd takes the manifest of a driver that the registry does not name';
}

/** One line on a driver without a device. */
export function noteLine(note: DriverNote): string {
  return pc.dim(noteText(note));
}

/** One line on a driver that could not tell of its devices. */
export function problemLine({ driver, problem }: Pick<BrokenDriver, 'driver' | 'problem'>): string {
  return pc.red(
    `${problem.status.toUpperCase()} of ${driver.name}, asked for its devices: ${problem.message}`,
  );
}

/** A note that is about no driver in particular names none. */
function noteText({ driver, note }: DriverNote): string {
  return driver === '' ? note : `${driver}: ${note}`;
}

function describe({ key, driver, identity, capabilities }: Device): string {
  const hex = (id: number) => `0x${id.toString(16).padStart(4, '0')}`;
  const features = Object.entries(capabilities.features).filter(([, offered]) => offered);
  const { direct3d, minImportedHostPointerAlignment: alignment } = capabilities;
  const facts: readonly (readonly [string, string])[] = [
    [
      'device',
      `${identity.deviceName}, ${identity.deviceType}, ${hex(identity.vendorID)}:${hex(identity.deviceID)}`,
    ],
    ['deviceUUID', identity.deviceUUID],
    ...(direct3d === undefined ? [] : [['deviceLUID', direct3d.deviceLUID ?? 'not valid'] as const]),
    ['driver', `${identity.driverName} ${identity.driverInfo}`.trim() || 'does not say'],
    ['Vulkan', `${identity.apiVersion}, conformance ${identity.conformanceVersion}`],
    ['library', driver.library],
    ['opened', driver.loader === null ? 'directly' : `through ${driver.loader}`],
    ['from', driver.origin],
    ['features', features.map(([name]) => name).join(', ') || 'none'],
    ['host pointers', alignment === null ? 'cannot be imported' : `aligned to ${alignment} bytes`],
  ];
  const lines = facts.map(([name, value]) => `  ${name.padEnd(14)}${value}`);
  return [pc.bold(key), ...lines, handleTypeTable(capabilities)].join('\n');
}

function handleTypeTable(capabilities: Device['capabilities']): string {
  const table = new Table({
    head: ['payload', 'handle type', 'export', 'import', 'with', 'export from imported'],
    style: { head: [], border: [], compact: true },
  });
  const add = (payload: string, handleTypes: HandleTypeCapabilities<string>) => {
    for (const [handleType, offered] of Object.entries(handleTypes)) {
      if (offered === undefined) continue;
      table.push([
        payload,
        offered.dedicatedOnly ? `${handleType} (dedicated)` : handleType,
        yesOrNo(offered.exportable),
        yesOrNo(offered.importable),
        offered.compatible.filter((other) => other !== handleType).join(' '),
        offered.exportFromImported.join(' '),
      ]);
    }
  };
  add('fence', capabilities.fence);
  add('binary semaphore', capabilities.binarySemaphore);
  add('timeline semaphore', capabilities.timelineSemaphore);
  for (const { name, handleTypes } of capabilities.memory) add(`memory: ${name}`, handleTypes);
  return table.length === 0 ? '  no external handle type' : table.toString();
}

const yesOrNo = (offered: boolean): string => (offered ? 'yes' : 'no');
