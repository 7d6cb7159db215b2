import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml, printableLine } from '../results/xml-text';
import type { Statement } from './statement';
import { type Block, type Cell, statementBlocks } from './statement-text';

/** The style sheet, which the compiler leaves where it is. */
const styleSheet = join(__dirname, '../../../harness/statement/statement.css');

/** Statements as one HTML file that needs no other, each on a page of its own when it is printed. */
export function statementsAsHtml(statements: readonly Statement[]): string {
  const style = `\n${readFileSync(styleSheet, 'utf8')}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const devices = statements.map(({ device }) => device).join(', ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(`Qualification statement: ${devices}`)}</title>
<style>${style}</style>
</head>
<body>
${statements.map(articleText).join('\n')}
</body>
</html>
`;
}

function articleText(statement: Statement): string {
  const kind =
    statement.verdict === 'no deviation' ? 'good' : statement.verdict === 'deviates' ? 'bad' : 'open';
  return `<article class="${kind}">\n${statementBlocks(statement).map(blockText).join('\n')}\n</article>`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'note':
      return `<p class="note" role="note">${escaped(block.text)}</p>`;
    case 'verdict':
      return `<p class="verdict"><strong>${escaped(block.strong)}</strong> ${escaped(block.text)}</p>`;
    case 'text':
      return block.strong === undefined
        ? `<p>${escaped(block.text)}</p>`
        : `<p><strong>${escaped(block.strong)}</strong> ${escaped(block.text)}</p>`;
    case 'facts':
      return `<dl>\n${block.facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd><code>${escaped(value)}</code></dd></div>`).join('\n')}\n</dl>`;
    case 'table': {
      const head = block.head.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
      const rows = block.rows.map(
        (cells) =>
          `<tr>${cells.map((cell, place) => (place === 0 ? `<th scope="row">${cellText(cell)}</th>` : `<td>${cellText(cell)}</td>`)).join('')}</tr>`,
      );
      return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
    }
  }
}

function cellText({ text, code, link, under }: Cell): string {
  const shown = code === true ? `<code>${escaped(text)}</code>` : escaped(text);
  const linked = link === undefined ? shown : `<a href="${escaped(link)}" rel="noreferrer">${shown}</a>`;
  return under === undefined ? linked : `${linked}<br>${escaped(under)}`;
}

function escaped(text: string): string {
  return escapeXml(printableLine(text));
}
