/** What the process tells its caller. */
export const exitCodes = {
  asExpected: 0,
  unexpectedOutcomes: 1,
  wrongUsage: 2,
  noDevice: 3,
  harnessFailed: 4,
  interrupted: 130,
} as const;

/** A reason to end that the user can do something about: one line and an exit code, no stack trace. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** The command line asks for something that does not exist or makes no sense. */
export function wrongUsage(message: string): CommandError {
  return new CommandError(exitCodes.wrongUsage, message);
}
