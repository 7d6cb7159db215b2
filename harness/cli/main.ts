#!/usr/bin/env node
import './colour';
import { wrongUsage } from './command-error';
import { commandLine } from './command-line';
import { reportFailure } from './failure';

/** Runs a command line; the exit code is left in `process.exitCode` by the command, or given by what it throws. */
async function main(words: readonly string[]): Promise<void> {
  if (words.includes('')) throw wrongUsage('an argument is empty: is a variable unset?');
  await commandLine(words).parseAsync();
}

/** Ends the process once everything printed has left it: a pipe may take its time. */
function end(exitCode: number): void {
  process.exitCode = exitCode;
  process.stderr.write('', () => process.stdout.write('', () => process.exit(exitCode)));
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough; the work itself goes on.
    if (error.code !== 'EPIPE') throw error;
  });
}
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => process.exit(reportFailure(error)));
}

main(process.argv.slice(2)).then(
  () => end(Number(process.exitCode ?? 0)),
  (error: unknown) => end(reportFailure(error)),
);
