import { existsSync } from 'node:fs';
import picomatch from 'picomatch';
import { cachedDrivers, type FetchedDriver } from '../../fixtures/real-drivers/fetch-driver';
import { builtInDrivers } from './built-in-drivers';
import type { BrokenDriver, Device, Driver, DriverNote, FoundDevices } from './driver';
import { driverName, slug, uniquelyNamed } from './driver-name';
import {
  type DriverManifest,
  discoverDrivers,
  findLoader,
  InvalidManifest,
  loaderHeedsNoVariable,
  readManifest,
  UnusableLibrary,
} from './icd-discovery';
import { ProbeFailed, probe } from './probe';

/** Which drivers and devices a user asked for; empty lists ask for all of this machine. */
export interface DriverChoice {
  /** Absolute paths of manifests, taken instead of the machine's. */
  readonly icds: readonly string[];
  /** Globs over driver names: the machine's drivers, those fetched, and those built in. */
  readonly drivers: readonly string[];
  /** Globs over device names or keys, or deviceUUIDs. */
  readonly devices: readonly string[];
  /** Open ICDs without the Vulkan loader. */
  readonly direct: boolean;
  /** Folder of the validation layer to put between suite and driver. */
  readonly validationLayer?: string | undefined;
  /** The fault of `fixtures/faults` to open them under. */
  readonly fault?: string | undefined;
}

/** A choice of drivers or devices that can't be met as it stands. */
export class DriverChoiceError extends Error {
  override readonly name = 'DriverChoiceError';
}

/**
 * Finds the drivers chosen, and asks each in a probe process for its devices.
 * @throws DriverChoiceError where a manifest can't be used, or a name matches no driver or device; UnusableLibrary
 * where a manifest names a library that can't be loaded here
 */
export async function findDevices(choice: DriverChoice): Promise<FoundDevices> {
  const notes: DriverNote[] = [];
  const broken: BrokenDriver[] = [];
  const devices: Device[] = [];
  const { drivers, ...of } = await chosenDrivers(choice, notes);
  for (const chosen of drivers) {
    const validated =
      choice.validationLayer === undefined || chosen.manifest === null
        ? chosen
        : { ...chosen, validationLayer: choice.validationLayer };
    const driver = choice.fault === undefined ? validated : underFault(validated, choice.fault);
    try {
      devices.push(...(await devicesOf(driver, notes)));
    } catch (error) {
      if (!(error instanceof ProbeFailed)) throw error;
      const { status, message } = error;
      // Whether such a driver has the device that was asked for can't be known.
      if (choice.devices.length > 0 && choice.drivers.length === 0 && choice.icds.length === 0)
        notes.push({ driver: driver.name, note: message });
      else broken.push({ driver, problem: { status, message } });
    }
  }
  return { devices: chosenDevices(devices, choice.devices), broken, notes, ...of };
}

/** The driver, to be opened under a fault: what it then does says nothing of itself. */
export function underFault(driver: Driver, fault: string): Driver {
  return { ...driver, fault, origin: `${driver.origin}; under the fault ${fault}` };
}

interface ChosenDrivers extends Pick<FoundDevices, 'noDriver' | 'ignored'> {
  readonly drivers: readonly Driver[];
}

async function chosenDrivers(choice: DriverChoice, notes: DriverNote[]): Promise<ChosenDrivers> {
  const loader = choice.direct || loaderHeedsNoVariable() ? null : findLoader();
  const fetched = await cachedDrivers();
  const fetchedDriver = (one: FetchedDriver): Driver => ({
    name: one.name,
    manifest: one.manifest,
    library: one.library,
    loader: choice.direct ? null : one.loader,
    dynamicLinker: one.dynamicLinker,
    builtIn: false,
    origin: `${one.origin.suite}, ${one.version}`,
  });
  if (choice.icds.length > 0) {
    const named = choice.icds.map((file) => {
      const known = fetched.find(({ manifest }) => manifest === file);
      return known === undefined ? machineDriver(manifestAt(file), loader, '--icd') : fetchedDriver(known);
    });
    return { drivers: matching(uniquelyNamed(named), choice.drivers), noDriver: false };
  }
  const discovery = discoverDrivers();
  for (const { file, problem } of discovery.problems) notes.push({ driver: file, note: problem });
  for (const note of discovery.notes) notes.push({ driver: '', note });
  const machine = discovery.drivers.map((manifest) => machineDriver(manifest, loader, 'this machine'));
  if (choice.drivers.length === 0) {
    const noDriver = discovery.nothingThere && choice.devices.length === 0;
    const { ignored } = discovery;
    return { drivers: uniquelyNamed(machine), noDriver, ...(ignored === undefined ? {} : { ignored }) };
  }
  const known = uniquelyNamed([...machine, ...fetched.map(fetchedDriver), ...builtInDrivers]);
  return { drivers: matching(known, choice.drivers), noDriver: false };
}

function manifestAt(file: string): DriverManifest {
  if (!existsSync(file))
    throw new DriverChoiceError(`there is no file ${file}; --icd takes the manifest of a driver`);
  try {
    return readManifest(file);
  } catch (error) {
    if (error instanceof InvalidManifest && !(error instanceof UnusableLibrary))
      throw new DriverChoiceError(error.message);
    throw error;
  }
}

/** @param loader null where drivers are opened directly: the loader of an elevated Windows process takes no choice of them */
function machineDriver(manifest: DriverManifest, loader: string | null, origin: string): Driver {
  return {
    name: driverName(manifest.file),
    manifest: manifest.file,
    library: manifest.libraryPath,
    loader,
    dynamicLinker: null,
    builtIn: false,
    origin,
  };
}

const ofOthers =
  process.platform === 'win32'
    ? '--icd takes the manifest of another'
    : 'on Linux vkextern fetch gets others';

function matching(drivers: readonly Driver[], globs: readonly string[]): readonly Driver[] {
  for (const glob of globs) {
    const matches = picomatch(glob);
    if (!drivers.some(({ name }) => matches(name))) {
      const names = drivers.map(({ name }) => name).join(', ') || 'none';
      throw new DriverChoiceError(`no driver is called ${glob}; there are: ${names} (${ofOthers})`);
    }
  }
  if (globs.length === 0) return drivers;
  const wanted = globs.map((glob) => picomatch(glob));
  return drivers.filter(({ name }) => wanted.some((matches) => matches(name)));
}

/**
 * The devices of a driver, asked in a probe process; why it has none goes to the notes.
 * @throws ProbeFailed where the driver crashes, hangs or fails when it is asked
 */
export async function devicesOf(driver: Driver, notes: DriverNote[]): Promise<readonly Device[]> {
  const answer = await probe(driver);
  if (answer.kind === 'nothing') {
    notes.push({ driver: driver.name, note: answer.reason });
    return [];
  }
  const keys = new Map<string, number>();
  return answer.devices.flatMap(({ identity, capabilities }) => {
    if (capabilities === null) {
      const note = `${identity.deviceName} offers Vulkan ${identity.apiVersion}; the suite needs 1.1 or newer`;
      notes.push({ driver: driver.name, note });
      return [];
    }
    const key = `${driver.name}/${slug(identity.deviceName)}`;
    const times = (keys.get(key) ?? 0) + 1;
    keys.set(key, times);
    return [{ driver, key: times === 1 ? key : `${key}-${times}`, identity, capabilities }];
  });
}

function chosenDevices(devices: readonly Device[], globs: readonly string[]): readonly Device[] {
  if (globs.length === 0) return devices;
  const wanted = globs.map((glob) => {
    const matches = picomatch(glob);
    const uuid = glob.replaceAll('-', '').toLowerCase();
    return ({ key, identity }: Device): boolean =>
      matches(key) || matches(identity.deviceName) || identity.deviceUUID === uuid;
  });
  const chosen = devices.filter((device) => wanted.some((matches) => matches(device)));
  if (chosen.length === 0 && devices.length > 0) {
    const known = devices.map(({ key }) => key).join(', ');
    throw new DriverChoiceError(`no device matches ${globs.join(', ')}; there are: ${known}`);
  }
  return chosen;
}
