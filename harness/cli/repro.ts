import type { Argv, CommandModule } from 'yargs';
import { type CaseInstance, instancesOf } from '../cases/case-instance';
import { loadSuite, suiteFiles } from '../cases/suite-files';
import type { Device } from '../drivers/driver';
import { replaceFile } from '../results/results-file';
import { defaultTimeoutSeconds } from '../results/time-limits';
import { CommandError, exitCodes, wrongUsage } from './command-error';
import { noDevice } from './devices';
import { driverChoice, withDriverChoice } from './driver-options';
import { once, wholeNumber } from './option-values';
import { hint } from './selection-options';

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern repro`: a C program that shows what a case found, for a report to a driver's developers. */
export const reproCommand: CommandModule<object, Parsed> = {
  command: 'repro <case>',
  describe: 'write a C program that makes the calls of a case that fails and shows the same',
  builder: withOptions,
  handler: async (given) => {
    process.exitCode = await repro(given);
  },
};

function withOptions(parser: Argv<object>) {
  return withDriverChoice(parser)
    .positional('case', {
      describe: 'the id of a case instance, axes included, as reports tell it',
      type: 'string',
      demandOption: true,
    })
    .option('output', {
      alias: 'o',
      describe: 'the file to write',
      type: 'string',
      requiresArg: true,
      defaultDescription: 'stdout',
      coerce: once('--output'),
    })
    .option('attempts', {
      describe:
        'run the case up to so often until a program can show what it finds, for what a driver leaves to chance',
      type: 'string',
      requiresArg: true,
      default: 3,
      coerce: wholeNumber('--attempts'),
    });
}

/** @returns the exit code. */
async function repro(given: Parsed): Promise<number> {
  const { instance, file } = instanceOf(given.case);
  const device = await deviceOf(given);
  const { programOfAttempts } = await import('../reproducer/program-of-attempts.js');
  const { HostUnusable, recordCase } = await import('../reproducer/recorded-case.js');
  const { reproducer } = await import('../reproducer/reproducer.js');
  const { planFor } = await import('../runner/plan.js');
  const { deadlineMsOf } = await import('../runner/deadline.js');
  const { knownHeaders } = await import('../reproducer/program-files.js');
  const files = { source: given.output ?? 'repro.c', headers: knownHeaders() };
  const [planned] = planFor(device, [instance]);
  if (planned === undefined) throw notMade(`${instance.id} is of another platform than ${device.key}`);
  if (planned.skip !== null) throw notMade(`${instance.id} is skipped on ${device.key}: ${planned.skip}`);
  const deadlineMs = deadlineMsOf(instance.case, defaultTimeoutSeconds);
  const made = await programOfAttempts(
    given.attempts,
    () => recordCase(instance, file, device, deadlineMs),
    ({ outcome, lines }) => reproducer(instance, device, outcome, lines, files),
  ).catch((error: unknown) => {
    throw error instanceof HostUnusable ? new CommandError(exitCodes.noDevice, error.message) : error;
  });
  if ('refused' in made) {
    const [why] = made.refused;
    throw notMade(
      why === undefined
        ? `${instance.id} passes on ${device.key}: there is nothing to reproduce`
        : `no program can be made of ${instance.id}: not covered: ${made.refused.join('; ')}`,
    );
  }
  const { text, outcome } = made;
  if (given.output === undefined) process.stdout.write(text);
  else {
    replaceFile(given.output, text);
    console.error(`${given.output}: ${outcome.status}: ${outcome.message}`);
  }
  return exitCodes.asExpected;
}

function notMade(message: string): CommandError {
  return new CommandError(exitCodes.unexpectedOutcomes, message);
}

/** The case instance of that id, and the suite file that declares it. */
function instanceOf(id: string): { readonly instance: CaseInstance; readonly file: string } {
  const known: string[] = [];
  for (const file of suiteFiles()) {
    for (const owner of loadSuite(file).cases) {
      const instances = instancesOf(owner);
      const instance = instances.find((one) => one.id === id);
      if (instance !== undefined) return { instance, file };
      if (owner.id === id)
        throw wrongUsage(`${id} has ${instances.length} instances: name one, such as ${instances[0]?.id}`);
      known.push(...(id.includes(':') ? instances.map((one) => one.id) : [owner.id]));
    }
  }
  throw wrongUsage(`no case instance is called ${id}; ${hint(id, known)}`);
}

/** The one device that the arguments choose: the first of its driver. */
async function deviceOf(given: Parsed): Promise<Device> {
  const { findDevices } = await import('../drivers/find-devices.js');
  const { devices, broken, notes } = await findDevices(driverChoice(given));
  const [bad] = broken;
  if (bad !== undefined)
    throw new CommandError(exitCodes.noDevice, `${bad.driver.name}: ${bad.problem.message}`);
  const [device, another] = devices;
  if (device === undefined) throw await noDevice(notes);
  if (another !== undefined)
    throw wrongUsage(
      `${devices.map(({ key }) => key).join(' and ')} are chosen: name one with --driver or --device`,
    );
  if (device.driver.builtIn)
    throw wrongUsage(
      `${device.driver.name} is a model inside the suite, which no C program can load: name a real driver`,
    );
  return device;
}
