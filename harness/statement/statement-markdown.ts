import { printableLine } from '../results/xml-text';
import type { Statement } from './statement';
import { type Block, type Cell, statementBlocks } from './statement-text';

/** Statements as one Markdown document, one behind the other. */
export function statementsAsMarkdown(statements: readonly Statement[]): string {
  return `${statements.map((one) => statementBlocks(one).map(blockText).join('\n\n')).join('\n\n---\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'note':
      return `> ${escaped(block.text)}`;
    case 'verdict':
      return `**${escaped(block.strong)}** ${escaped(block.text)}`;
    case 'text':
      return block.strong === undefined
        ? escaped(block.text)
        : `**${escaped(block.strong)}** ${escaped(block.text)}`;
    case 'facts':
      return tableText(
        ['', ''],
        block.facts.map(([name, value]) => [{ text: name }, { text: value, code: true }]),
      );
    case 'table':
      return tableText(block.head, block.rows);
  }
}

function tableText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head.map(escaped)),
    line(head.map(() => '---')),
    ...rows.map((cells) => line(cells.map(cellText))),
  ].join('\n');
}

function cellText({ text, code, link, under }: Cell): string {
  const shown = code === true ? codeSpan(text) : escaped(text);
  const linked = link === undefined ? shown : `[${shown}](${link})`;
  return under === undefined ? linked : `${linked}<br>${escaped(under)}`;
}

/** A text that Markdown would take apart, within backquotes longer than any in it. */
function codeSpan(text: string): string {
  const line = printableLine(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([quotes]) => quotes.length));
  const fence = '`'.repeat(longest + 1);
  return line === '' ? '' : longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`;
}

/** Text that stays text: nothing in it becomes markup. */
function escaped(text: string): string {
  return printableLine(text).replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`);
}
