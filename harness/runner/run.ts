import { resolve } from 'node:path';
import type * as Jest from 'jest';
import type { RunEnd, RunListener, RunOptions } from '../results/run';
import { CurrentRun, currentRun, setCurrentRun } from './current-run';

/**
 * Jest, told while it loads that no one watches: it would write to a terminal on its own account, where the
 * progress of the run stands.
 */
function quietJest(): typeof Jest {
  const told = process.env.CI;
  process.env.CI = 'true';
  try {
    return require('jest') as typeof Jest;
  } finally {
    if (told === undefined) delete process.env.CI;
    else process.env.CI = told;
  }
}

/** The compiled Jest configuration: its conformance projects are the devices of the current run. */
const jestConfig = resolve(__dirname, '../../jest.config.js');

/**
 * Runs the selected cases on the devices, through Jest, and tells the listener what becomes of each.
 * @throws when the harness itself fails; what becomes of a case or a host is an outcome, never an exception
 */
export async function runConformance(options: RunOptions, listener: RunListener): Promise<RunEnd> {
  if (currentRun() !== undefined) throw new Error('a run is already going on in this process');
  const run = new CurrentRun(options, listener);
  setCurrentRun(run);
  const { runCLI } = quietJest();
  try {
    // Without a device there is no project for Jest to run.
    if (options.devices.length > 0)
      await runCLI(
        {
          $0: 'vkextern',
          _: [],
          config: jestConfig,
          passWithNoTests: true,
          useStderr: true,
          reporters: [],
          watchman: false,
        } as Parameters<typeof runCLI>[0],
        [resolve(__dirname, '../..')],
      );
    await run.planNothing();
    return run.end;
  } finally {
    setCurrentRun(undefined);
  }
}

/** Ends the current run at once: hosts are killed, what has no outcome yet gets none. */
export async function interruptRun(): Promise<void> {
  await currentRun()?.interrupt();
}
