import type { CaseOutcome } from '../cases/outcome';
import type { RecordedCase } from './recorded-case';
import { Uncovered } from './uncovered';

/** A program, and the outcome that it shows something of. */
export interface MadeProgram {
  readonly text: string;
  readonly outcome: CaseOutcome;
}

/** No attempt gave a program: what each one did that none can be made of, a line each; none where all passed. */
export interface NoProgram {
  readonly refused: readonly string[];
}

/**
 * Records a case until a program can be made of what it finds. What only warned serves where no attempt fails.
 * @param attempts how often it is recorded at most
 * @throws what recording or making does, but for Uncovered
 */
export async function programOfAttempts(
  attempts: number,
  record: () => Promise<RecordedCase>,
  make: (recorded: RecordedCase) => string,
): Promise<MadeProgram | NoProgram> {
  let warned: MadeProgram | undefined;
  const refused = new Set<string>();
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const recorded = await record();
    const { outcome } = recorded;
    if (outcome.status === 'pass') continue;
    try {
      const made = { text: make(recorded), outcome };
      if (outcome.status !== 'warn') return made;
      warned ??= made;
    } catch (error) {
      if (!(error instanceof Uncovered)) throw error;
      refused.add(error.message);
    }
  }
  return warned ?? { refused: [...refused] };
}
