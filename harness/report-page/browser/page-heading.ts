import type { PageColumn } from '../page-data';
import type { PageModel } from '../view/page-model';
import { element } from './element';

/** What was tested, and what came out: remarks first, then a card for each column. */
export function pageHeading(
  model: PageModel,
  setHidden: (column: number, hidden: boolean) => void,
): readonly HTMLElement[] {
  const { columns, writtenBy, writtenAt } = model.data;
  return [
    element('h1', {}, 'External fences, semaphores and memory'),
    element(
      'p',
      { class: 'written' },
      `Conformance results, written by ${writtenBy} on ${writtenAt.slice(0, 16).replace('T', ' ')} UTC`,
    ),
    ...remarks(columns),
    element(
      'div',
      { class: columns.length > 6 ? 'cards compact' : 'cards' },
      ...columns.map((column, place) =>
        card(column, columns.length > 1, (hidden) => setHidden(place, hidden)),
      ),
    ),
  ];
}

function remarks(columns: readonly PageColumn[]): readonly HTMLElement[] {
  const labels = new Map<string, string[]>();
  for (const { remarks: own, label } of columns)
    for (const remark of own) labels.set(remark, [...(labels.get(remark) ?? []), label]);
  return [...labels].map(([remark, of]) =>
    element('p', { class: 'remark', role: 'note' }, element('b', {}, `${of.join(', ')}: `), remark),
  );
}

function card(column: PageColumn, several: boolean, setHidden: (hidden: boolean) => void): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    checked: true,
    change: () => setHidden(!box.checked),
    'data-column': column.label,
  });
  return element(
    'section',
    { class: `card ${column.verdictKind}` },
    element('h2', {}, column.label, several && element('label', { class: 'shown' }, box, ' shown')),
    element('p', { class: 'verdict' }, element('b', {}, 'Conformance: '), column.verdict),
    column.aside !== '' && element('p', { class: 'aside' }, column.aside),
    element(
      'details',
      {},
      element('summary', {}, 'What was tested with what'),
      element(
        'dl',
        { class: 'facts' },
        ...column.facts.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
      ),
    ),
  );
}
