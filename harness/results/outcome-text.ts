import type { OutcomeEntry, Results } from './results-schema';

type Requirements = Results['requirements'];

/** How many of the last calls are told. */
const callsTold = 8;

/**
 * What a person needs to judge an outcome that is not a pass: what is required and where that is written, what was
 * expected and seen, the last calls into the driver, and the command that runs the case again.
 */
export function explain(outcome: OutcomeEntry, requirements: Requirements): readonly string[] {
  return [
    ...outcome.requirements.flatMap((id) => requirementLines(id, requirements)),
    ...judgementLines(outcome),
    ...attemptLines(outcome),
    ...deviationLines(outcome),
    ...outcome.notes.map((note) => `Note: ${note}`),
    ...kernelLines(outcome),
    ...callLines(outcome),
    ...(outcome.log === undefined ? [] : [`Log: ${outcome.log}`]),
    `Run again: ${outcome.rerun}`,
  ];
}

/** The requirements that a case proves, each with its place in the specification and its sentence. */
function requirementLines(id: string, requirements: Requirements): readonly string[] {
  const found = requirements[id];
  if (found === undefined) return [`Required by ${id}`];
  return [`Required by ${id} (${found.anchor}):`, `  ${found.obligation}`];
}

function judgementLines({ judgement }: OutcomeEntry): readonly string[] {
  if (judgement === undefined || judgement.why === '') return [];
  const { verdict, why, link } = judgement;
  return [`By the baseline ${verdict}: ${why}`, ...(link === undefined ? [] : [`  ${link}`])];
}

function attemptLines({ attempts }: OutcomeEntry): readonly string[] {
  if (attempts === undefined) return [];
  return [
    'Attempts:',
    ...attempts.map(({ status, message }, index) => {
      return `  ${index + 1}. ${status}${message === '' ? '' : `: ${oneLine(message)}`}`;
    }),
  ];
}

function deviationLines({ deviations, message, status }: OutcomeEntry): readonly string[] {
  if (deviations.length === 0) return [`${titles[status]}: ${message}`];
  return deviations.flatMap(({ what, expected, seen, control }) => [
    `${control ? 'control: ' : ''}${what}`,
    `  expected: ${expected}`,
    `  seen:     ${seen}`,
  ]);
}

/** What each status is called in running text. */
export const titles: Readonly<Record<OutcomeEntry['status'], string>> = {
  pass: 'Passed',
  fail: 'Failed',
  crash: 'Crashed',
  timeout: 'Timed out',
  warn: 'Warning',
  skip: 'Skipped',
  flake: 'Attempts disagreed',
  missing: 'Never ran',
};

/** How many lines of the kernel's log are told. */
const kernelLinesTold = 12;

function kernelLines({ kernelLog = [] }: OutcomeEntry): readonly string[] {
  if (kernelLog.length === 0) return [];
  const left = kernelLog.length - kernelLinesTold;
  return [
    'The kernel’s log meanwhile:',
    ...kernelLog.slice(0, kernelLinesTold).map((line) => `  ${line}`),
    ...(left > 0 ? [`  ... and ${left} more in results.json`] : []),
  ];
}

function callLines({ calls }: OutcomeEntry): readonly string[] {
  if (calls.length === 0) return [];
  const told = calls.slice(-callsTold);
  const left = calls.length - told.length;
  return [
    left > 0 ? `Last calls (${left} before them in results.json):` : 'Calls:',
    ...told.map(({ process, command, args, result, gave, microseconds }) => {
      const given = [result, gave].filter((one) => one !== null && one !== '').join(', ');
      const answer = result === null ? ' did not return' : given === '' ? '' : ` = ${given}`;
      const time = microseconds === null ? '' : `  [${microseconds.toFixed(1)} us]`;
      return `  ${process === 'peer' ? 'peer: ' : ''}${command}(${args})${answer}${time}`;
    }),
  ];
}

/** One line without control characters, for tables and attributes. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
