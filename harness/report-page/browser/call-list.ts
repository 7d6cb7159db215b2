import type { PageCall } from '../page-data';
import { type Content, element } from './element';

/**
 * The calls into the driver that led to an outcome, in their order; folded where nobody asked for them.
 * @param text gives the texts that calls name by their places
 */
export function callList(
  calls: readonly PageCall[],
  text: (place: number) => string,
  folded: boolean,
): readonly Content[] {
  if (calls.length === 0) return [];
  return [
    element(
      'details',
      { class: 'calls', open: !folded },
      element(
        'summary',
        {},
        calls.length === 1
          ? 'The last call into the driver'
          : `The last ${calls.length} calls into the driver`,
      ),
      element('ol', {}, ...calls.map((call) => callLine(call, text))),
    ),
  ];
}

function callLine(
  [command, args, result, gave, microseconds, peer]: PageCall,
  text: (place: number) => string,
): HTMLElement {
  const given = [result < 0 ? '' : text(result), text(gave)].filter(Boolean).join(', ');
  return element(
    'li',
    { class: result < 0 ? 'unreturned' : null },
    peer === 1 && element('span', { class: 'tag' }, 'peer'),
    element('b', {}, text(command)),
    element('span', { class: 'args' }, `(${text(args)})`),
    result < 0
      ? element('b', { class: 'wrong' }, ' did not return')
      : given !== '' && element('span', { class: 'gave' }, ` = ${given}`),
    microseconds >= 0 && element('small', {}, ` ${duration(microseconds)}`),
  );
}

function duration(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds.toFixed(1)} µs`;
  if (microseconds < 1e6) return `${(microseconds / 1000).toFixed(1)} ms`;
  return `${(microseconds / 1e6).toFixed(2)} s`;
}
