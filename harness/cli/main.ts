#!/usr/bin/env node
import yargs from 'yargs';
import { baselineCommand } from './baseline';
import { wrongUsage } from './command-error';
import { compareCommand } from './compare';
import { devicesCommand } from './devices';
import { reportFailure } from './failure';
import { faultsCommand } from './faults';
import { fetchCommand } from './fetch';
import { judgeCommand } from './judge';
import { listCommand } from './list';
import { mergeCommand } from './merge';
import { parserSettings } from './parser-settings';
import { reportCommand } from './report';
import { reproCommand } from './repro';
import { requirementsCommand } from './requirements';
import { runCommand } from './run';

const { version }: { version: string } = require('../../../package.json');

/** Runs a command line; the exit code is left in `process.exitCode` by the command, or given by what it throws. */
async function main(words: readonly string[]): Promise<void> {
  if (words.includes('')) throw wrongUsage('an argument is empty: is a variable unset?');
  await yargs([...words])
    .scriptName('vkextern')
    .usage('$0 [command]: does a Vulkan driver honour external fences, semaphores and memory?')
    .command(runCommand)
    .command(devicesCommand)
    .command(listCommand)
    .command(requirementsCommand)
    .command(compareCommand)
    .command(faultsCommand)
    .command(reportCommand)
    .command(reproCommand)
    .command(fetchCommand)
    .command(baselineCommand)
    .command(judgeCommand)
    .command(mergeCommand)
    .strict()
    .parserConfiguration(parserSettings)
    .version(version)
    .alias('help', 'h')
    .epilogue(
      'Exit codes: 0 as expected, 1 unexpected outcomes, 2 wrong usage, 3 no device, 4 the harness failed, 130 interrupted',
    )
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message, error) => {
      throw error ?? wrongUsage(`${message}; see vkextern --help`);
    })
    .parseAsync();
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
