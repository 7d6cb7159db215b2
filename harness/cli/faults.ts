import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import pc from 'picocolors';
import picomatch from 'picomatch';
import type { Argv, CommandModule } from 'yargs';
import type { Fault, ReferenceBuild } from '../../fixtures/faults';
import type { RequirementId } from '../../fixtures/requirements';
import type { Device } from '../drivers/driver';
import { operatingSystem } from '../handles';
import { limitFactor } from '../results/time-limits';
import { isPlatformNeed } from '../runner/case-platforms';
import { CommandError, exitCodes, wrongUsage } from './command-error';
import { noDevice } from './devices';
import { type DriverArguments, driverChoice, withDriverChoice } from './driver-options';
import { missingNeed } from './fault-needs';
import { faultPage, lastingOf } from './fault-page';
import { asOfRealDriver, FaultReport, needsText, resultText } from './fault-report';
import { againInGuest, bootsGuest, type GuestArguments, withGuestChoice } from './in-guest';
import { Interruption } from './interruption';
import { KeptPage, type PageArguments, withPage } from './kept-page';
import { counted } from './list';
import { seconds, wholeNumber } from './option-values';
import { hint } from './selection-options';
import { requireWorkingFolders } from './working-folders';

interface FaultsArguments extends DriverArguments, PageArguments, GuestArguments {
  readonly faults?: readonly string[] | undefined;
  readonly requirement?: readonly string[] | undefined;
  readonly list?: boolean | undefined;
  readonly allCases: boolean;
  readonly eachValue: boolean;
  readonly needing: boolean;
  readonly onlyHere: boolean;
  readonly jobs: number;
  readonly timeout?: number | undefined;
  readonly json?: boolean | undefined;
}

/** The limit of a case in seconds: a fault may leave a case waiting for ever, and the model needs far less. */
const faultTimeoutSeconds = 5;

type Parsed = ReturnType<typeof withOptions> extends Argv<infer Arguments> ? Arguments : never;

/** `vkextern faults`: which cases catch which misbehaviour of a driver. */
export const faultsCommand: CommandModule<object, Parsed> = {
  command: 'faults [faults..]',
  describe: 'prove the cases: run them on a driver that misbehaves in known ways',
  builder: withOptions,
  handler: async (given) => {
    process.exitCode = await faults(given);
  },
};

function withOptions(parser: Argv<object>) {
  return withPage(withGuestChoice(withDriverChoice(parser)))
    .positional('faults', { describe: 'globs over the names of faults', type: 'string', array: true })
    .option('requirement', {
      describe: 'only faults that break a requirement with an id like this glob; may be given again',
      type: 'string',
      array: true,
      requiresArg: true,
    })
    .option('list', { describe: 'only say which faults there are', type: 'boolean' })
    .option('all-cases', {
      describe: 'run every case under each fault, not only those that prove what it breaks',
      type: 'boolean',
      default: false,
    })
    .option('needing', {
      describe: 'only faults that take sync files or dma-bufs of the kernel to be shown',
      type: 'boolean',
      default: false,
    })
    .option('only-here', {
      describe: "only faults that show what another platform's handles cannot",
      type: 'boolean',
      default: false,
    })
    .option('each-value', {
      describe: 'of each case run only so many instances that each value of each of its axes is in one',
      type: 'boolean',
      default: false,
    })
    .option('jobs', {
      describe: 'faults tried at once',
      type: 'string',
      requiresArg: true,
      default: 2 * availableParallelism(),
      defaultDescription: 'twice the cores: trials mostly wait',
      coerce: wholeNumber('--jobs'),
    })
    .option('timeout', {
      describe: 'seconds until the host of a case is killed',
      type: 'string',
      requiresArg: true,
      defaultDescription: `${faultTimeoutSeconds}; in a guest ${faultTimeoutSeconds * limitFactor(true)}`,
      coerce: seconds('--timeout'),
    })
    .option('json', { describe: 'for a machine to read', type: 'boolean' });
}

/** @returns the exit code. */
async function faults(given: FaultsArguments): Promise<number> {
  const { faults: known, isWrapper } = await import('../../fixtures/faults/index.js');
  const chosen = select(known, given);
  if (given.list === true) {
    const listed = given.onlyHere ? await onlyOf(chosen) : chosen;
    const around = (fault: Fault) => (isWrapper(fault) ? 'any driver' : 'the reference driver');
    console.log(
      given.json === true
        ? JSON.stringify(
            listed.map((fault) => ({ ...fault, around: around(fault) })),
            null,
            2,
          )
        : listed.map((fault) => `${describe(fault)}\n  around ${around(fault)}`).join('\n'),
    );
    return exitCodes.asExpected;
  }
  const kept = new KeptPage(given);
  if (bootsGuest(given))
    return againInGuest(given, given.page === undefined ? [] : [dirname(resolve(given.page))]);
  requireWorkingFolders();
  const { FaultMatrix } = await import('../runner/fault-matrix.js');
  const { CasePlatforms } = await import('../runner/case-platforms.js');
  const platforms = new CasePlatforms();
  const devices = await devicesFor(given);
  const here = devices[0]?.device.capabilities.platform ?? 'posix';
  const selected = given.onlyHere ? chosen.filter((fault) => platforms.isOwnOf(fault, here)) : chosen;
  const leftOut = selected.flatMap((fault) => {
    const missing = devices.map(({ device }) => missingNeed(fault, device, platforms));
    const [needs] = missing;
    return needs === undefined || missing.includes(undefined) ? [] : [{ name: fault.name, needs }];
  });
  const trials = devices.flatMap(({ device, build }) =>
    selected
      .filter((fault) => (build === null ? isWrapper(fault) : (fault.build ?? 'reference') === build))
      .filter((fault) => missingNeed(fault, device, platforms) === undefined)
      .map((fault) => ({ fault, device })),
  );
  if (trials.length === 0 && leftOut.length === 0 && given.onlyHere) throw nothingOwn();
  if (trials.length === 0)
    throw wrongUsage(
      leftOut.length > 0
        ? `none of the faults selected can be tried there: ${needsText(leftOut).join('; ')}`
        : 'none of the faults selected can be tried there: those inside the model run on the reference driver alone, see --list',
    );
  const { devicesOf, underFault } = await import('../drivers/find-devices.js');
  const onReference = devices.some(({ build }) => build !== null);
  const unnarrowed = [given.faults, given.requirement].every((globs) => (globs ?? []).length === 0);
  const unchosen = unnarrowed && !given.needing && onReference && (given.driver ?? []).length === 0;
  const whole = unchosen && !given.onlyHere;
  const mustBeRight = new Set(devices.flatMap(({ device, build }) => (build === null ? [] : [device.key])));
  const say = (line: string): void => {
    if (given.json !== true) console.log(line);
  };
  const matrix = new FaultMatrix(
    {
      trials,
      jobs: given.jobs,
      timeoutSeconds: given.timeout ?? faultTimeoutSeconds * limitFactor(given.inGuest),
      limitFactor: limitFactor(given.inGuest),
      allCases: given.allCases,
      instances: given.eachValue ? 'each-value' : 'all',
      judges: (id, device) => platforms.judges(id, device.capabilities.platform),
      mayCatchNothing: ({ platform }) => given.onlyHere && platform !== here,
      everyCaseOn: whole ? devices.find(({ build }) => build === 'reference')?.device : undefined,
      underFault,
      askAgain: async ({ driver, key }) => (await devicesOf(driver, [])).find((device) => device.key === key),
    },
    {
      begun: (device, instances) =>
        console.error(`${device.key}: ${counted(instances, 'case instance')} without a fault first`),
      faultless: (device, outcomes) =>
        say(pc.dim(`${device.key} as it is: ${counted(outcomes, 'case instance')} run`)),
      finished: (result) => say(resultText(mustBeRight.has(result.device) ? result : asOfRealDriver(result))),
    },
  );
  const interruption = new Interruption('the faults that are left are not tried');
  interruption.listen();
  interruption.whileRunning(() => matrix.stop());
  const begun = performance.now();
  await matrix.run();
  interruption.forget();
  const report = new FaultReport(matrix, {
    mustBeRight,
    allFaults: unchosen && !interruption.happened ? selected : undefined,
    leftOut,
    judges: ({ id, platform }) =>
      platforms.judges(id as RequirementId, here) &&
      (whole || (platform === here && platforms.proves(id, here))),
    platform: here,
    onlyHere: given.onlyHere,
    wallMs: performance.now() - begun,
  });
  console.log(given.json === true ? JSON.stringify(report.asJson(), null, 2) : report.asText());
  if (interruption.happened) {
    console.error(`interrupted: ${matrix.results.length} of ${counted(trials.length, 'fault')} tried`);
    return exitCodes.interrupted;
  }
  return kept.keep(faultPage(report), lastingOf) && report.asWanted
    ? exitCodes.asExpected
    : exitCodes.unexpectedOutcomes;
}

/** Those of them that show what handles of no other platform than this one can. */
async function onlyOf(chosen: readonly Fault[]): Promise<readonly Fault[]> {
  const { CasePlatforms } = await import('../runner/case-platforms.js');
  const platforms = new CasePlatforms();
  const here = operatingSystem === 'win32' ? 'win32' : 'posix';
  const own = chosen.filter((fault) => platforms.isOwnOf(fault, here));
  if (own.length === 0) throw nothingOwn();
  return own;
}

function nothingOwn(): CommandError {
  return wrongUsage("each of the faults selected shows the same with another platform's handles");
}

/** The faults that are selected. */
function select(known: readonly Fault[], given: FaultsArguments): readonly Fault[] {
  const named = (given.faults ?? []).map((glob) => picomatch(glob));
  const breaking = (given.requirement ?? []).map((glob) => picomatch(glob));
  const names = known.map(({ name }) => name);
  for (const [index, matches] of named.entries()) {
    const glob = given.faults?.[index] ?? '';
    if (!names.some((name) => matches(name)))
      throw wrongUsage(`no fault matches ${glob}; ${hint(glob, names)}`);
  }
  const selected = known.filter(
    ({ name, breaks, needs }) =>
      (!given.needing || (needs !== undefined && !isPlatformNeed(needs))) &&
      (named.length === 0 || named.some((matches) => matches(name))) &&
      (breaking.length === 0 || breaks.some((id) => breaking.some((matches) => matches(id)))),
  );
  if (selected.length === 0) throw wrongUsage('no fault breaks a requirement like that');
  return selected;
}

function describe(fault: Fault): string {
  const seen = fault.seenIn === undefined ? [] : [`  seen in: ${fault.seenIn}`];
  return [pc.bold(fault.name), `  ${fault.what}`, `  breaks ${fault.breaks.join(', ')}`, ...seen].join('\n');
}

/** The devices to try them on: the builds of the reference driver, or those of the drivers that are named. */
async function devicesFor(
  given: FaultsArguments,
): Promise<readonly { readonly device: Device; readonly build: ReferenceBuild | null }[]> {
  const { findDevices } = await import('../drivers/find-devices.js');
  const { builtInDrivers } = await import('../drivers/built-in-drivers.js');
  const choice = driverChoice(given);
  const builds = new Set(builtInDrivers.map(({ name }) => name));
  const drivers = anyChosen(given) ? choice.drivers : [...builds];
  const { devices, broken, notes } = await findDevices({ ...choice, drivers });
  for (const { driver, problem } of broken)
    throw new CommandError(exitCodes.noDevice, `${driver.name}: ${problem.message}`);
  if (devices.length === 0) throw await noDevice(notes);
  const first = devices.filter(
    ({ driver }, index) => devices.findIndex((other) => other.driver.name === driver.name) === index,
  );
  const tried = anyChosen(given) && (given.device ?? []).length > 0 ? devices : first;
  return tried.map((device) => ({
    device,
    build: builds.has(device.driver.name) ? (device.driver.name as ReferenceBuild) : null,
  }));
}

function anyChosen({ driver, device, icd }: FaultsArguments): boolean {
  return [...(driver ?? []), ...(device ?? []), ...(icd ?? [])].length > 0;
}
