import { type NativeDriver, openIcd, openLoader } from '../vulkan';
import type { Driver } from './driver';

/** What a module that stands in for a driver exports. */
export interface DriverModule {
  openDriver(): NativeDriver;
}

/**
 * Opens a driver in this process: through the loader, directly, or from a module of this project.
 * @throws DriverNotOpened
 */
export function openDriver(driver: Driver): NativeDriver {
  if (driver.manifest === null) return (require(driver.library) as DriverModule).openDriver();
  return driver.loader === null ? openIcd(driver.library) : openLoader(driver.loader);
}
