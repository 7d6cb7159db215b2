import { oneLine } from '../results/outcome-text';
import { printable } from '../results/xml-text';

/** A table of Markdown; its cells are markup already. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Lines that unfold below a title. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return ['<details>', `<summary>${escaped(title)}</summary>`, '', ...lines, '', '</details>'];
}

/** Text that is neither markup, nor a mention of a person or an issue, nor the end of a cell. */
export function escaped(text: string): string {
  return printable(oneLine(text))
    .replace(/[\\`*_{}[\]<>|~]/g, (character) => `\\${character}`)
    .replaceAll('&', '&amp;')
    .replace(/[@#!](?=\w)/g, (character) => `${character}\u200b`);
}

/** Text in a code span, in a table too. */
export function code(text: string): string {
  const shown = printable(oneLine(text)).replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...(shown.match(/`+/g) ?? []).map(({ length }) => length)) + 1);
  return fence.length > 1 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** Markup cut to a length. */
export function clipped(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3).replace(/\\$/, '')}...`;
}
