import yargs, { type Argv, type CommandModule } from 'yargs';
import { baselineCommand } from './baseline';
import { wrongUsage } from './command-error';
import { compareCommand } from './compare';
import { devicesCommand } from './devices';
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

/** What becomes of a command before it is known to the parser. */
type Adapted = <T>(command: CommandModule<object, T>) => CommandModule<object, T>;

/**
 * Every command and option of `vkextern`, ready to parse these words.
 *
 * @param adapted what is made of each command; as it is by default
 */
export function commandLine(words: readonly string[], adapted: Adapted = (command) => command): Argv {
  return yargs([...words])
    .scriptName('vkextern')
    .usage('$0 [command]: does a Vulkan driver honour external fences, semaphores and memory?')
    .command(adapted(runCommand))
    .command(adapted(devicesCommand))
    .command(adapted(listCommand))
    .command(adapted(requirementsCommand))
    .command(adapted(compareCommand))
    .command(adapted(faultsCommand))
    .command(adapted(reportCommand))
    .command(adapted(fetchCommand))
    .command(adapted(baselineCommand))
    .command(adapted(judgeCommand))
    .command(adapted(mergeCommand))
    .command(adapted(reproCommand))
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
    });
}
