import { resolve } from 'node:path';
import type { Driver } from './driver';

const folder = resolve(__dirname, '../../fixtures/reference-driver');

function builtIn(name: string, module: string): Driver {
  return {
    name,
    manifest: null,
    library: resolve(folder, module),
    loader: null,
    dynamicLinker: null,
    builtIn: true,
    origin: 'built in: a model of the specification, no hardware',
  };
}

/** The drivers that come with the suite; they are opened where they are named, and the first where a run finds no driver. */
export const builtInDrivers: readonly Driver[] = [
  builtIn('reference', 'driver.js'),
  // The same model, making the other choice wherever the specification leaves one.
  builtIn('reference-other-choices', 'other-choices-driver.js'),
  // The same model with two devices, for what must hold between devices of a driver.
  builtIn('reference-two-devices', 'two-devices-driver.js'),
];
