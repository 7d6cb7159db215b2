import { type ChildProcess, fork } from 'node:child_process';
import type { Driver } from './driver';
import { validationEnvironment } from './validation-layer';

/** Calls into a driver that may be under way at once in one process; those that block must starve no other. */
const workerThreads = 32;

/**
 * Environment of a process that opens a driver: the loader sees that driver alone, and no implicit layer that
 * could answer in its place or reorder its devices. Asynchronous calls have a worker thread each.
 */
export function environmentFor(driver: Driver): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of [
    'VK_ADD_DRIVER_FILES',
    'VK_LOADER_DRIVERS_SELECT',
    'VK_LOADER_DRIVERS_DISABLE',
    'NODE_OPTIONS',
  ]) {
    delete environment[name];
  }
  if (driver.manifest !== null) {
    environment.VK_DRIVER_FILES = driver.manifest;
    environment.VK_ICD_FILENAMES = driver.manifest;
  }
  environment.VK_LOADER_LAYERS_DISABLE = '~implicit~';
  if (driver.validationLayer !== undefined)
    Object.assign(environment, validationEnvironment(driver.validationLayer));
  environment.UV_THREADPOOL_SIZE = String(workerThreads);
  return environment;
}

/**
 * Starts a compiled script as a child with a message channel, under the driver's own dynamic linker where it
 * brings one. Further descriptors follow the message channel at slot 3.
 * @param output where standard output and error go: to pipes, or where those of this process do
 * @param changed variables of its environment that are replaced
 */
export function startScript(
  script: string,
  driver: Driver,
  descriptors: readonly number[],
  output: 'pipe' | 'inherit' = 'pipe',
  changed: Readonly<Record<string, string>> = {},
): ChildProcess {
  const linker = driver.dynamicLinker;
  return fork(script, [], {
    ...(linker === null
      ? { execArgv: [] }
      : { execPath: linker.path, execArgv: ['--library-path', linker.libraryPath, nodeBinary()] }),
    env: { ...environmentFor(driver), ...changed, VKEXTERN_NODE: nodeBinary() },
    serialization: 'advanced',
    stdio: ['ignore', output, output, 'ipc', ...descriptors],
  });
}

/** The node binary: under a private dynamic linker `process.execPath` is the linker. */
export function nodeBinary(): string {
  return process.env.VKEXTERN_NODE ?? process.execPath;
}
