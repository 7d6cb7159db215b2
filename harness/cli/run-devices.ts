import type { Fault } from '../../fixtures/faults';
import { fetchDriver, fetchValidationLayer } from '../../fixtures/real-drivers/fetch-driver';
import { UnavailableDriver } from '../../fixtures/real-drivers/unavailable-driver';
import type { BrokenDriver, Device, DriverNote } from '../drivers/driver';
import { writeLayerSettings } from '../drivers/validation-layer';
import { wrongUsage } from './command-error';
import { type DriverArguments, driverChoice } from './driver-options';
import { hasWhatItNeeds } from './fault-needs';
import { tellSteps } from './fetch';
import { fixturesRunOn, requireFixtures } from './fixture-platform';
import { bootsGuest, type GuestArguments } from './in-guest';
import { hint } from './selection-options';

/** What the options of a run say of machines without a device. */
export interface RunDeviceArguments extends DriverArguments, GuestArguments {
  readonly fetchIfNone: boolean;
  readonly noReference: boolean;
  readonly fault?: string | undefined;
  readonly validate: boolean;
}

/** What a run runs on. */
export interface RunDevices {
  readonly devices: readonly Device[];
  readonly broken: readonly BrokenDriver[];
  readonly notes: readonly DriverNote[];
  /** Why drivers run that nobody named, a sentence each; empty where they were chosen or are this machine's. */
  readonly unasked: readonly string[];
}

/**
 * The devices chosen, or all of this machine. Where there are none and none was chosen: those of a fetched lavapipe
 * where `fetchIfNone` is given; else, where the machine has no driver at all, the reference driver's unless
 * `noReference` is given. There may be none in the end.
 * @throws UnavailableDriver where lavapipe is wanted and nothing can take its place; DriverChoiceError;
 * CommandError on an unknown fault
 */
export async function devicesFor(given: RunDeviceArguments): Promise<RunDevices> {
  const fault = given.fault === undefined ? undefined : await knownFault(given.fault);
  const found = await foundDevices(given, fault);
  refuseWhatDoesNothing(found, fault, given);
  return found;
}

async function foundDevices(given: RunDeviceArguments, fault: Fault | undefined): Promise<RunDevices> {
  const { findDevices } = await import('../drivers/find-devices.js');
  const choice = {
    ...driverChoice(given),
    fault: fault?.name,
    validationLayer: given.validate ? await validationLayer(given.direct === true) : undefined,
  };
  const { noDriver, ignored, ...found } = await findDevices(choice);
  const chosen = [...choice.icds, ...choice.drivers, ...choice.devices].length > 0;
  if (found.devices.length > 0) {
    if (ignored === undefined) return { ...found, unasked: [] };
    // As a remark it is told, too.
    return { ...found, notes: found.notes.filter(({ note }) => note !== ignored), unasked: [`${ignored}.`] };
  }
  const findInstead = async (driver: string, ...unasked: readonly string[]): Promise<RunDevices> => {
    const { devices, broken, notes } = await findDevices({ ...choice, drivers: [driver] });
    return {
      devices,
      broken: [...found.broken, ...broken],
      notes: [...found.notes, ...notes.filter((one) => !found.notes.some(({ note }) => note === one.note))],
      unasked,
    };
  };
  const standIn = noDriver && !given.noReference;
  if (given.fetchIfNone && !chosen && fixturesRunOn()) {
    try {
      await fetchLavapipe();
      return await findInstead(
        'lavapipe',
        'No Vulkan device was found on this machine: this is about lavapipe, Mesa on the CPU.',
      );
    } catch (error) {
      const recoverable = error instanceof UnavailableDriver && error.reason !== 'interrupted';
      if (!standIn || !recoverable) throw error;
      return findInstead('reference', noDriverFound, `Fetching a driver failed: ${error.message}.`);
    }
  }
  if (standIn) return findInstead('reference', noDriverFound);
  return { ...found, unasked: [] };
}

const noDriverFound = 'No Vulkan driver was found on this machine.';

async function fetchLavapipe(): Promise<void> {
  const { origin } = await fetchDriver('lavapipe', { onProgress: tellSteps() });
  if (!origin.cached) console.error(`lavapipe: fetched in ${origin.seconds.toFixed(0)} s`);
  console.error(
    'No Vulkan device here: running on lavapipe, Mesa on the CPU. What follows is about lavapipe.',
  );
}

/** A fault that there is, by its name. */
async function knownFault(name: string): Promise<Fault> {
  const { faults } = await import('../../fixtures/faults/index.js');
  const found = faults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  const names = faults.map((fault) => fault.name);
  throw wrongUsage(`there is no fault ${name}; ${hint(name, names)}`);
}

/** A fault, or a layer, that would change nothing of a driver must not seem to. */
function refuseWhatDoesNothing(
  { devices }: Pick<RunDevices, 'devices'>,
  fault: Fault | undefined,
  given: Pick<RunDeviceArguments, 'validate' | keyof GuestArguments>,
): void {
  for (const device of devices) {
    const { driver } = device;
    if (given.validate && driver.builtIn === true)
      throw wrongUsage(`--validate does nothing for ${driver.name}, which checks the usage by itself`);
    if (fault === undefined) continue;
    if (driver.builtIn !== true && 'alters' in fault)
      throw wrongUsage(
        `the fault ${fault.name} is one of the reference driver; ${driver.name} can't have it`,
      );
    if (driver.builtIn === true && (fault.build ?? driver.name) !== driver.name)
      throw wrongUsage(`the fault ${fault.name} shows on ${fault.build} alone`);
    if (!bootsGuest(given) && !hasWhatItNeeds(fault, device))
      throw wrongUsage(
        `the fault ${fault.name} needs ${fault.needs}, which ${device.key} does not have here`,
      );
  }
}

/** The folder of the validation layer, which is fetched where it is not there. */
async function validationLayer(direct: boolean): Promise<string> {
  requireFixtures('--validate', 'its layer is fetched there');
  if (direct) throw wrongUsage('--validate needs the Vulkan loader, and --direct leaves it out');
  const { folder } = await fetchValidationLayer({ onProgress: tellSteps() });
  writeLayerSettings(folder);
  return folder;
}
