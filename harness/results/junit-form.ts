import type { FlakePolicy, OutcomeEntry } from './results-schema';

/** What an outcome is in junit.xml: `told` passes, and says something; `excused` is a skip that says something. */
export interface JunitForm {
  readonly kind: 'passed' | 'told' | 'skipped' | 'excused' | 'failure' | 'error';
  /** The type of a failure or an error, else empty. */
  readonly type: string;
}

/**
 * The form that an outcome has in junit.xml. By a baseline only what is unexpected is red: a deviation that is expected
 * is a skip, because CI systems know no other form that is neither red nor a pass.
 */
export function junitForm(
  { status, class: of, judgement }: Pick<OutcomeEntry, 'status' | 'class' | 'judgement'>,
  flakes: FlakePolicy,
): JunitForm {
  const plain = (kind: 'passed' | 'told' | 'skipped' | 'excused'): JunitForm => ({ kind, type: '' });
  if (
    judgement?.verdict === 'changed' ||
    (status === 'flake' && judgement === undefined && flakes === 'warn')
  )
    return plain('told');
  const held = status === 'pass' || status === 'warn' || status === 'skip';
  if (judgement?.verdict === 'expected' && !held) return plain('excused');
  switch (status) {
    case 'pass':
    case 'warn':
    case 'skip':
      if (judgement?.verdict === 'unexpected') return { kind: 'failure', type: `unexpected ${status}` };
      return plain(({ pass: 'passed', warn: 'told', skip: 'skipped' } as const)[status]);
    case 'fail':
      return { kind: 'failure', type: of };
    default:
      return { kind: 'error', type: status };
  }
}

/** The one line of a failure, an error or a skip, and of a warning. */
export function junitMessage({
  status,
  message,
  judgement,
}: Pick<OutcomeEntry, 'status' | 'message' | 'judgement'>): string {
  if (judgement === undefined || (status === 'skip' && judgement.verdict === 'expected')) return message;
  if (judgement.verdict === 'expected') return `expected ${status}: ${judgement.why || message}`;
  if (status === 'pass' || status === 'skip') return judgement.why;
  return `${judgement.why}: ${message}`;
}
