import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs made and run at once: compiling one takes a core, and the pauses of another leave it free. */
const atOnce = 2;

/** How often a program is made anew that did not do as it must. */
const moreTries = 3;

/**
 * Asks of each subject whether its program does as it must, two at a time. One that does not is asked a few times more,
 * alone: some of what a case looks at, such as the usage of a heap or a load, moves with the rest of the machine.
 * @param problemOf gets a folder of its own; gives what is wrong, or undefined
 * @param tell is told of each subject once it is settled, in the order in which they settle
 * @returns how many have a problem
 */
export async function problemsAmong<T>(
  subjects: readonly T[],
  problemOf: (subject: T, folder: string) => Promise<string | undefined>,
  tell: (subject: T, problem: string | undefined) => void,
): Promise<number> {
  const ask = async (subject: T): Promise<string | undefined> => {
    const folder = mkdtempSync(join(tmpdir(), 'vkextern-repro-'));
    try {
      return await problemOf(subject, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const left = [...subjects];
  const doubtful: T[] = [];
  const work = async (): Promise<void> => {
    for (let subject = left.shift(); subject !== undefined; subject = left.shift()) {
      if ((await ask(subject)) === undefined) tell(subject, undefined);
      else doubtful.push(subject);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  let wrong = 0;
  for (const subject of doubtful) {
    let problem = await ask(subject);
    for (let made = 1; problem !== undefined && made < moreTries; made += 1) {
      console.log(`  once more: ${problem}`);
      problem = await ask(subject);
    }
    if (problem !== undefined) wrong += 1;
    tell(subject, problem);
  }
  return wrong;
}
