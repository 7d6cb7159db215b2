import type { OutcomeStatus } from '../cases/outcome';
import type { Totals } from './results-schema';
import { verdictOf } from './totals';

/** What the outcomes of a device say of its conformance, in words: `2 deviations in 1540 that ran (97 skipped)`. */
export function verdictSentence(totals: Totals): string {
  const { conformance, 'legal-negative': negative } = totals.byClass;
  const sum = (...statuses: readonly OutcomeStatus[]) =>
    statuses.reduce((n, status) => n + conformance[status] + negative[status], 0);
  const ran = sum('pass', 'warn', 'fail', 'crash', 'timeout', 'flake');
  const deviations = sum('fail', 'crash', 'timeout', 'flake');
  const rest = [
    ...(sum('skip') > 0 ? [`${sum('skip')} skipped`] : []),
    ...(sum('missing') > 0 ? [`${sum('missing')} never ran`] : []),
  ].join(', ');
  const behind = rest === '' ? '' : ` (${rest})`;
  switch (verdictOf(totals)) {
    case 'deviates':
      return `${deviations} deviation${deviations === 1 ? '' : 's'} in ${ran} that ran${behind}`;
    case 'incomplete':
      return `no deviation in ${ran} that ran, but not all did${behind}`;
    case 'nothing ran':
      return `nothing ran that could tell${behind}`;
    case 'no deviation':
      return `no deviation in ${ran} that ran${behind}`;
  }
}
