import picomatch from 'picomatch';
import { layerMistakes } from '../../fixtures/findings/validation-layer';
import type { CaseInstance } from '../cases/case-instance';
import type { CaseOutcome } from '../cases/outcome';
import type { ValidationMessage } from './validation-log';

const mistakes = layerMistakes.map(({ rule, cases }) => ({
  rule,
  covers: cases.map((glob) => picomatch(glob)),
}));
const mostNotes = 10;

/**
 * The outcome of a case with what the validation layer said of its calls. A case that uses the API invalidly is wrong
 * itself, whatever the driver made of it; robustness cases do so on purpose, and some messages are the layer's mistake.
 */
export function withValidation(
  outcome: CaseOutcome,
  instance: CaseInstance,
  messages: readonly ValidationMessage[],
): CaseOutcome {
  const counted = messages.filter(
    ({ rule }) =>
      !mistakes.some((one) => one.rule === rule && one.covers.some((matches) => matches(instance.id))),
  );
  const [first] = counted;
  if (first === undefined || instance.case.class === 'robustness') return outcome;
  const told = [...new Set(counted.map(({ rule, text }) => `the validation layer: ${rule}: ${text}`))];
  const notes = [...outcome.notes, ...told.slice(0, mostNotes)];
  if (told.length > mostNotes) notes.push(`and ${told.length - mostNotes} more of its messages`);
  if (outcome.status !== 'pass' && outcome.status !== 'warn') return { ...outcome, notes };
  return {
    ...outcome,
    status: 'fail',
    message: `the suite itself failed, not the driver: it uses the API invalidly: ${first.rule}: ${first.text}`,
    deviations: [],
    notes,
  };
}
