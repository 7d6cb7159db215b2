import { resolve } from 'node:path';
import { type NativeDriver, openIcd, openLoader } from '../vulkan';
import type { Driver } from './driver';

/** What a module that stands in for a driver exports. */
export interface DriverModule {
  openDriver(): NativeDriver;
}

/** What the module of the faults exports; it is loaded only where a fault is asked for. */
interface FaultModule {
  openWithFault(name: string, open: () => NativeDriver): NativeDriver;
}

const faultModule = resolve(__dirname, '../../fixtures/faults/open-with-fault.js');

/**
 * Opens a driver in this process: through the loader, directly, or from a module of this project; under its fault
 * where it has one.
 * @throws DriverNotOpened
 */
export function openDriver(driver: Driver): NativeDriver {
  if (driver.fault === undefined) return openItself(driver);
  const { openWithFault } = require(faultModule) as FaultModule;
  return openWithFault(driver.fault, () => openItself(driver));
}

function openItself(driver: Driver): NativeDriver {
  if (driver.manifest === null) return (require(driver.library) as DriverModule).openDriver();
  return driver.loader === null ? openIcd(driver.library) : openLoader(driver.loader);
}
