import { CommandError, exitCodes } from './command-error';

/** Exit codes of errors that other parts throw, by the name of their class, so that no part is loaded for it. */
const exitCodeByName: Readonly<Record<string, number>> = {
  DriverChoiceError: exitCodes.wrongUsage,
  FolderInUse: exitCodes.wrongUsage,
  MergeRefused: exitCodes.wrongUsage,
  ResumeRefused: exitCodes.wrongUsage,
  UnavailableDriver: exitCodes.noDevice,
  UnusableLibrary: exitCodes.noDevice,
  // What yargs throws, and makes of what a check of an option's value throws.
  YError: exitCodes.wrongUsage,
  GuestError: exitCodes.harnessFailed,
  ReportError: exitCodes.harnessFailed,
};

/**
 * Tells what went wrong in one line on stderr; the stack as well where `VKEXTERN_DEBUG` is `1`.
 *
 * @returns the exit code.
 */
export function reportFailure(error: unknown): number {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const known = error instanceof CommandError ? error.exitCode : exitCodeByName[name];
  const interrupted = (error as { reason?: unknown } | null)?.reason === 'interrupted';
  const line = message.replace(/\s+/g, ' ').trim();
  if (known !== undefined) console.error(`vkextern: ${line}`);
  else console.error(`vkextern: the harness failed: ${line} (VKEXTERN_DEBUG=1 shows where)`);
  if (process.env.VKEXTERN_DEBUG === '1') console.error(stack);
  return interrupted ? exitCodes.interrupted : (known ?? exitCodes.harnessFailed);
}
