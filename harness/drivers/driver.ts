import type { DeviceCapabilities, DeviceIdentity } from '../cases/device-capabilities';

/** A dynamic linker that a driver's own C library brings, and its library folder. */
export interface DynamicLinker {
  readonly path: string;
  readonly libraryPath: string;
}

/** A driver as a host process opens it. */
export interface Driver {
  /** Short and stable: from the name of its manifest, or of the fixture that it was fetched as. */
  readonly name: string;
  /** Absolute path of the ICD manifest; `null` for a driver that is a module of this project. */
  readonly manifest: string | null;
  /** Absolute path of the driver's library, or of the module. */
  readonly library: string;
  /** The Vulkan loader to go through; `null` opens the ICD directly. */
  readonly loader: string | null;
  /** The linker to start hosts under; `null` where the machine's own serves. */
  readonly dynamicLinker: DynamicLinker | null;
  /** Whether it is a model of the specification inside the suite: neither hardware nor a vendor's driver. */
  readonly builtIn: boolean;
  /** Where it came from, for people: `this machine`, `--icd`, or the fixture's package and version. */
  readonly origin: string;
  /** Absolute folder of the Khronos validation layer's manifest; absent where it runs without the layer. */
  readonly validationLayer?: string;
  /** The fault of `fixtures/faults` that it is opened under; none where it is tested as it is. */
  readonly fault?: string;
}

/** A physical device that a probe found. */
export interface Device {
  readonly driver: Driver;
  /** `driver/device-name`, made of characters that paths and JUnit class names take; unique in a run. */
  readonly key: string;
  readonly identity: DeviceIdentity;
  readonly capabilities: DeviceCapabilities;
}

/** A driver that gave no device, and why: a note, not a failure. */
export interface DriverNote {
  readonly driver: string;
  /** One line. */
  readonly note: string;
}

/** What became of a process that asked a driver for its devices. */
export interface DriverProblem {
  /** `crash`: it died or failed; `timeout`: it hung and was killed. */
  readonly status: 'crash' | 'timeout';
  /** One line. */
  readonly message: string;
}

/** A driver that crashes or hangs before it tells of any device: an unexpected outcome of its own. */
export interface BrokenDriver {
  readonly driver: Driver;
  readonly problem: DriverProblem;
}

export interface FoundDevices {
  /** Said of variables that name drivers and are not heeded, where that decided which these are; one of the notes. */
  readonly ignored?: string;
  /** Whether none was chosen and this machine has no driver at all: no manifest of one, usable or not. */
  readonly noDriver: boolean;
  readonly devices: readonly Device[];
  readonly broken: readonly BrokenDriver[];
  readonly notes: readonly DriverNote[];
}
