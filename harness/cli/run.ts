import { resolve } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { fetchDriver } from '../../fixtures/real-drivers/fetch-driver';
import type { FoundDevices } from '../drivers/driver';
import type { RunOptions } from '../results/run';
import { wrongUsage } from './command-error';
import { noDevice, noteLine, problemLine } from './devices';
import { driverChoice } from './driver-options';
import { tellSteps } from './fetch';
import { Interruption } from './interruption';
import { runAndRecord } from './recorded-run';
import { type RunArguments, withRunOptions } from './run-options';
import { RunSummary } from './run-summary';
import { hint, selectInstances, selectionOf } from './selection-options';

type Parsed = ReturnType<typeof withRunOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern run`, also without its name: runs the selected cases on the chosen devices and writes the reports. */
export const runCommand: CommandModule<object, Parsed> = {
  command: ['run [cases..]', '$0'],
  describe: 'run cases on the Vulkan devices of this machine',
  builder: withRunOptions,
  handler: async (given) => {
    process.exitCode = await run(given);
  },
};

/** @returns the exit code. */
async function run(given: RunArguments): Promise<number> {
  const selection = selectionOf(given);
  const selected = selectInstances(selection, given.testNamePattern);
  const { devices, broken, notes } = await devicesFor(given);
  for (const note of notes) console.error(noteLine(note));
  for (const one of broken) console.error(problemLine(one));
  if (devices.length === 0 && broken.length === 0) throw await noDevice([]);
  const platforms = new Set(devices.map(({ capabilities }) => capabilities.platform as string));
  if (devices.length > 0 && !selected.some(({ platform }) => platform === 'any' || platforms.has(platform))) {
    throw wrongUsage(`every case selected is of another platform than ${[...platforms].join(', ')}`);
  }
  const options: RunOptions = {
    devices,
    selection,
    jobs: given.jobs,
    timeoutSeconds: given.timeout,
    isolate: given.isolate,
    ...(given.testNamePattern === undefined ? {} : { testNamePattern: given.testNamePattern }),
    ...(given.shard === undefined ? {} : { shard: given.shard }),
    ...(given.bail === undefined ? {} : { bail: given.bail }),
  };
  const interruption = new Interruption('what has not run is recorded as missing');
  interruption.listen();
  const { icds, direct } = driverChoice(given);
  const settings = {
    reports: resolve(given.reports),
    arguments: process.argv.slice(2),
    icds,
    direct,
    broken,
  };
  const { reports, end } = await runAndRecord(options, settings, interruption);
  const summary = new RunSummary(reports, end, given.strictRobustness, given.jobs);
  interruption.forget();
  if (given.json) console.log(JSON.stringify(summary.asJson(), null, 2));
  else console.log(summary.asText());
  return summary.exitCode;
}

/** The devices chosen; where there is none and it is wanted, those of a fetched lavapipe. */
async function devicesFor(given: RunArguments): Promise<FoundDevices> {
  const { findDevices } = await import('../drivers/find-devices.js');
  const choice = { ...driverChoice(given), fault: await knownFault(given.fault) };
  const found = await findDevices(choice);
  const anyChosen = [...choice.icds, ...choice.drivers, ...choice.devices].length > 0;
  if (found.devices.length > 0 || !given.fetchIfNone || anyChosen) return found;
  console.error(
    'No Vulkan device here: running on lavapipe, Mesa on the CPU. What follows is about lavapipe.',
  );
  const { origin } = await fetchDriver('lavapipe', { onProgress: tellSteps() });
  if (!origin.cached) console.error(`lavapipe: fetched in ${origin.seconds.toFixed(0)} s`);
  const fetched = await findDevices({ ...choice, drivers: ['lavapipe'] });
  return {
    devices: fetched.devices,
    broken: [...found.broken, ...fetched.broken],
    notes: [...found.notes, ...fetched.notes],
  };
}

/** A fault that there is, by its name. */
async function knownFault(name: string | undefined): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const { faults } = await import('../../fixtures/faults/index.js');
  const names = faults.map((fault) => fault.name);
  if (!names.includes(name)) throw wrongUsage(`there is no fault ${name}; ${hint(name, names)}`);
  return name;
}
