import { availableParallelism } from 'node:os';
import type { Argv } from 'yargs';
import { parseShard } from '../results/shard';
import { defaultTimeoutSeconds, limitFactor } from '../results/time-limits';
import { type VerdictArguments, withVerdict } from './baseline-options';
import { wrongUsage } from './command-error';
import { withDriverChoice } from './driver-options';
import { type ExpectationArguments, withExpectedDriver } from './expected-driver';
import { type GuestArguments, withGuestChoice } from './in-guest';
import { type LogLinkArguments, withLogLink } from './log-link-option';
import { once, seconds, wholeNumber, wholeNumberOrNone } from './option-values';
import type { RunDeviceArguments } from './run-devices';
import { type SelectionArguments, withSelection } from './selection-options';
import { type StepSummaryArguments, withStepSummary } from './step-summary-option';

/** What the command line of a run gives. */
export interface RunArguments
  extends SelectionArguments,
    RunDeviceArguments,
    GuestArguments,
    VerdictArguments,
    ExpectationArguments,
    LogLinkArguments,
    StepSummaryArguments {
  readonly jobs: number;
  readonly timeout?: number | undefined;
  readonly isolate: boolean;
  readonly reports?: string | undefined;
  /** The reports of a run to go on with. */
  readonly resume?: string | undefined;
  readonly testNamePattern?: string | undefined;
  readonly eachValue: boolean;
  readonly shard?: string | undefined;
  readonly bail?: number | undefined;
  readonly repeat: number;
  readonly retries: number;
  readonly kmsg: boolean;
  readonly json: boolean;
}

/** Each host keeps a core busy, and more of them than this seldom make a run on one device shorter. */
const mostJobsUnasked = 4;

/** Adds everything that `vkextern run` takes. */
export function withRunOptions(parser: Argv<object>) {
  return withReporting(
    withVerdict(withGuestChoice(withExpectedDriver(withDriverChoice(withSelection(parser))))),
  )
    .option('jobs', {
      describe: 'host processes at work at once',
      type: 'string',
      requiresArg: true,
      default: Math.min(availableParallelism(), mostJobsUnasked),
      defaultDescription: `cores, at most ${mostJobsUnasked}`,
      coerce: wholeNumber('--jobs'),
    })
    .option('timeout', {
      describe:
        'seconds until the host of a case is killed; cases with a shorter limit of their own keep their share',
      type: 'string',
      requiresArg: true,
      defaultDescription: `${defaultTimeoutSeconds}; in a guest ${defaultTimeoutSeconds * limitFactor(true)}`,
      coerce: seconds('--timeout'),
    })
    .option('isolate', { describe: 'a host process for every case', type: 'boolean', default: false })
    .option('reports', {
      describe: 'where to write <driver>/results.json, junit.xml and ctrf.json',
      type: 'string',
      requiresArg: true,
      defaultDescription: 'reports; of a guest reports/in-guest; under a fault under-fault within',
      coerce: once('--reports'),
    })
    .option('resume', {
      describe:
        'go on with a run that did not come to its end, from its reports folder or reports/<driver>; what was asked for then counts',
      type: 'string',
      requiresArg: true,
      coerce: once('--resume'),
    })
    .option('test-name-pattern', {
      alias: 't',
      describe: 'only case instances whose id matches this regular expression',
      type: 'string',
      requiresArg: true,
      coerce: once('--test-name-pattern'),
    })
    .option('each-value', {
      describe:
        'of each case run only so many instances that each value of each of its axes is in one; for emulators and other slow devices',
      type: 'boolean',
      default: false,
    })
    .option('shard', {
      describe: 'run this part of the case instances, such as 1/3; vkextern merge joins the parts',
      type: 'string',
      requiresArg: true,
      coerce: shard,
    })
    .option('bail', {
      describe: 'stop after so many unexpected outcomes',
      type: 'string',
      requiresArg: true,
      coerce: wholeNumber('--bail'),
    })
    .option('repeat', {
      describe: 'run everything so often; a case whose attempts disagree is a flake',
      type: 'string',
      requiresArg: true,
      default: 1,
      coerce: wholeNumber('--repeat'),
    })
    .option('retries', {
      describe:
        'run what was unexpected again, in a host of its own, up to so often; a case whose attempts disagree is a flake',
      type: 'string',
      requiresArg: true,
      default: 0,
      coerce: wholeNumberOrNone('--retries'),
    })
    .option('fetch-if-none', {
      describe: 'where there is no Vulkan device, fetch lavapipe and run on it',
      type: 'boolean',
      default: false,
    })
    .option('fault', {
      describe: 'make the driver misbehave in this known way; vkextern faults --list says which there are',
      type: 'string',
      requiresArg: true,
      coerce: once('--fault'),
    })
    .option('no-reference', {
      describe:
        'where there is no Vulkan driver, end with exit code 3 and not with a run on the built-in model',
      type: 'boolean',
      default: false,
    })
    .option('validate', {
      describe: 'put the Khronos validation layer between suite and driver: a case that it objects to fails',
      type: 'boolean',
      default: false,
    })
    .option('kmsg', {
      describe: "keep what the kernel's log says during a case with its outcome",
      type: 'boolean',
      default: false,
    })
    .option('json', { describe: 'print the summary for a machine to read', type: 'boolean', default: false });
}

function withReporting<T>(parser: Argv<T>) {
  return withStepSummary(withLogLink(parser));
}

function shard(value: string | readonly string[]): string {
  if (parseShard(String(value)) !== undefined) return String(value);
  throw wrongUsage('--shard takes index/count, such as 1/3');
}
