import { resolve } from 'node:path';
import type { Argv } from 'yargs';
import { GuestError } from '../../fixtures/guest/guest-error';
import { runsInGuest } from '../../fixtures/guest/guest-mark';
import { runInGuest } from '../../fixtures/guest/run-in-guest';
import { ownerInGuest } from '../results/folder-hold';
import { wrongUsage } from './command-error';
import { tellSteps } from './fetch';
import { requireFixtures } from './fixture-platform';
import { Interruption } from './interruption';
import { seconds } from './option-values';

/** What the options below give. */
export interface GuestArguments {
  readonly inGuest: boolean;
  readonly guestLimit?: number | undefined;
}

/** Half an hour: a run of all cases on a CPU driver with time to spare. */
const usualLimitSeconds = 1800;

/** Adds the options that move a command into a guest. */
export function withGuestChoice<T>(parser: Argv<T>) {
  return parser
    .option('in-guest', {
      describe:
        'run in a small machine under software emulation, which has sync files and dma-bufs of the kernel: vgem, udmabuf, dma-heap',
      type: 'boolean',
      default: false,
    })
    .option('guest-limit', {
      describe: `with --in-guest: seconds until the run is told to end, boot included (${usualLimitSeconds} by default)`,
      type: 'string',
      requiresArg: true,
      coerce: seconds('--guest-limit'),
    });
}

/** Whether the command is to boot a guest: in one, the same command line means to run. Throws a CommandError. */
export function bootsGuest({ inGuest, guestLimit }: GuestArguments): boolean {
  if (!inGuest && guestLimit !== undefined) throw wrongUsage('--guest-limit does nothing without --in-guest');
  const boots = inGuest && !runsInGuest();
  if (boots) requireFixtures('--in-guest', 'the guest is fetched and boots there');
  return boots;
}

/**
 * Runs this command line in a guest, with its output passed through.
 *
 * @param writable folders that are there, and that the command writes to
 * @returns the exit code of the command there
 * @throws UnavailableDriver, GuestError; the console's last lines are told before
 */
export async function againInGuest(
  { guestLimit = usualLimitSeconds }: GuestArguments,
  writable: readonly string[],
): Promise<number> {
  const stop = new AbortController();
  const interruption = new Interruption('the run in the guest is told to end');
  interruption.listen();
  interruption.whileRunning(async () => stop.abort());
  try {
    const { exitCode } = await runInGuest(
      {
        command: [
          process.execPath,
          ...process.execArgv,
          resolve(__dirname, 'main.js'),
          ...process.argv.slice(2),
        ],
        cwd: process.cwd(),
        environment: { ...inherited(), ...ownerInGuest() },
        writable,
        limitSeconds: guestLimit,
        onOutput: (chunk) => process.stdout.write(chunk),
        onErrors: (chunk) => process.stderr.write(chunk),
        onRemark: (remark) => console.error(remark),
        interrupt: stop.signal,
      },
      { onProgress: tellSteps() },
    );
    return exitCode;
  } catch (error) {
    if (error instanceof GuestError) {
      if (error.console.length > 0) console.error('The last lines of the guest’s console:');
      for (const line of error.console) console.error(`  | ${line}`);
    }
    throw error;
  } finally {
    interruption.forget();
  }
}

/** The environment, and colours where this console shows them, which a command in the guest cannot know. */
function inherited(): Readonly<Record<string, string>> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const coloured = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  return { ...(coloured ? { FORCE_COLOR: '1' } : {}), ...Object.fromEntries(known) };
}
