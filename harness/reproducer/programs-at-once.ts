import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs made and run at once: compiling one takes a core, and the pauses of another leave it free. */
const atOnce = 2;

/** How often a program is made anew that could not show what it must. */
const moreTries = 3;

/** What is wrong with a program. */
export interface ProgramProblem {
  readonly says: string;
  /** It said what is not so, which another try does not make good. */
  readonly isFalse: boolean;
}

/**
 * Asks of each subject whether its program does as it must, two at a time. One that could not show it is asked a few times
 * more, alone: some of what a case looks at, such as the usage of a heap or a load, moves with the rest of the machine.
 * One that says what is not so is wrong for good.
 * @param problemOf gets a folder of its own; gives what is wrong, or undefined
 * @param tell is told of each subject once it is settled, in the order in which they settle
 * @returns how many have a problem
 */
export async function problemsAmong<T>(
  subjects: readonly T[],
  problemOf: (subject: T, folder: string) => Promise<ProgramProblem | undefined>,
  tell: (subject: T, problem: string | undefined) => void,
): Promise<{ readonly wrong: number; readonly askedAgain: number }> {
  const ask = async (subject: T): Promise<ProgramProblem | undefined> => {
    const folder = mkdtempSync(join(tmpdir(), 'vkextern-repro-'));
    try {
      return await problemOf(subject, folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const left = [...subjects];
  const doubtful: T[] = [];
  let wrong = 0;
  const work = async (): Promise<void> => {
    for (let subject = left.shift(); subject !== undefined; subject = left.shift()) {
      const problem = await ask(subject);
      if (problem === undefined) tell(subject, undefined);
      else if (!problem.isFalse) doubtful.push(subject);
      else {
        wrong += 1;
        tell(subject, problem.says);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const subject of doubtful) {
    let problem = await ask(subject);
    for (let made = 1; problem !== undefined && !problem.isFalse && made < moreTries; made += 1) {
      console.log(`  once more: ${problem.says}`);
      problem = await ask(subject);
    }
    if (problem !== undefined) wrong += 1;
    tell(subject, problem?.says);
  }
  return { wrong, askedAgain: doubtful.length };
}
