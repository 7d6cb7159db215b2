import { stripVTControlCharacters } from 'node:util';

/**
 * Text in lines of at most `width` characters, indented as it is: broken between words, long ids behind a comma, colon,
 * dot, slash or dash, anything longer where it must be. A line that fits stays as it is, colours included.
 */
export function wrapped(text: string, width: number): readonly string[] {
  if (lengthOf(text) <= width) return [text];
  const [indent = ''] = /^ */.exec(text) ?? [];
  const most = Math.max(width - indent.length, 8);
  const pieces = stripVTControlCharacters(text)
    .trim()
    .split(/(?<=[\s,:;/=-])|(?<=\.)(?=\w)/)
    .flatMap((piece) => piece.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && lengthOf(line + piece.trimEnd()) > most) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return [...lines, line].map((one) => `${indent}${one.trimEnd()}`);
}

/** Widths that columns may have so that they fit side by side: the widest give way, the narrow keep theirs. */
export function columnWidths(rows: readonly (readonly string[])[], available: number): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const natural = Array.from({ length: count }, (_, index) =>
    Math.max(1, ...rows.flatMap((row) => (row[index] ?? '').split('\n').map(lengthOf))),
  );
  let shares = available;
  let left = count;
  const widths = new Array<number>(count).fill(1);
  const byWidth = natural
    .map((width, index) => ({ width, index }))
    .sort((one, other) => one.width - other.width);
  for (const { width, index } of byWidth) {
    const given = Math.min(width, Math.max(8, Math.floor(shares / left)));
    widths[index] = given;
    shares -= given;
    left -= 1;
  }
  return widths;
}

/** How many columns a text takes on a terminal, colours left aside. */
function lengthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
