/**
 * Parses command lines as `vkextern` does, and does nothing else: the command that each names, or what is wrong with it.
 * Reads a JSON list of lists of words from stdin, writes a JSON list of texts.
 */
import { readFileSync } from 'node:fs';
import { commandLine } from '../command-line';

async function answerTo(words: readonly string[]): Promise<string> {
  let called = '';
  try {
    await commandLine(words, (command) => ({
      ...command,
      handler: () => {
        called = String(command.command);
      },
    })).parseAsync();
    return called;
  } catch (error) {
    return (error as Error).message;
  }
}

async function main(): Promise<void> {
  const lines = JSON.parse(readFileSync(0, 'utf8')) as readonly (readonly string[])[];
  const answers: string[] = [];
  for (const words of lines) answers.push(await answerTo(words));
  console.log(JSON.stringify(answers));
}

void main();
