import Table from 'cli-table3';
import pc from 'picocolors';
import type { ComparedColumn, MatrixRow } from './comparison-schema';
import { counted, groupTitle } from './comparison-wording';
import { wrapped } from './wrapped-text';

type Status = MatrixRow['statuses'][number];

/** Up to so many columns have the names of their outcomes, more of them a letter each. */
const mostWithNames = 6;

/** What stands for an outcome where there are many columns. */
export const statusLetters: Readonly<Record<NonNullable<Status>, string>> = {
  pass: 'p',
  fail: 'F',
  crash: 'C',
  timeout: 'T',
  warn: 'w',
  skip: 's',
  flake: 'K',
  missing: 'M',
};

const notThere = '-';

/** Outcomes that are not the same in all columns, a row for the instances of a case that differ alike. */
export function matrixTable(
  matrix: readonly MatrixRow[],
  columns: readonly ComparedColumn[],
  { width }: { readonly width: number },
  most: number,
): readonly string[] {
  if (matrix.length === 0) return [];
  const names = columns.length <= mostWithNames;
  const cell = (status: Status): string => {
    if (status === null) return notThere;
    return names ? status : statusLetters[status];
  };
  const table = new Table({
    head: [...columns.map(({ label }) => label), 'case'],
    style: { head: [], border: [], compact: true },
  });
  const told = matrix.slice(0, most);
  const cellWidths = columns.map(({ label }, index) =>
    Math.max(label.length, ...told.map(({ statuses }) => cell(statuses[index] ?? null).length)),
  );
  const rest = width - cellWidths.reduce((sum, one) => sum + one + 3, 0) - 4;
  const severalDevices = new Set(matrix.map(({ device }) => device)).size > 1;
  for (const row of told) {
    const [reference = null] = row.statuses;
    const title = severalDevices ? `${groupTitle(row)} on ${row.device}` : groupTitle(row);
    table.push([
      ...row.statuses.map((status) => coloured(status, reference, cell(status))),
      wrapped(title, rest).join('\n'),
    ]);
  }
  const legend = Object.entries(statusLetters).map(([status, letter]) => `${letter} ${status}`);
  const left = matrix.slice(told.length).reduce((sum, { instances }) => sum + instances.length, 0);
  const instances = matrix.reduce((sum, row) => sum + row.instances.length, 0);
  return [
    pc.bold(`Not the same in all columns: ${counted(instances, 'outcome')}`),
    table.toString(),
    ...(names ? [] : [pc.dim(`${legend.join(', ')}, ${notThere} not there`)]),
    ...(left > 0 ? [pc.dim(`... and ${counted(left, 'outcome')} more: --all`)] : []),
    '',
  ];
}

function coloured(status: Status, reference: Status, text: string): string {
  if (status === reference) return pc.dim(text);
  if (status === 'pass') return pc.green(text);
  return status === null || status === 'skip' || status === 'warn' ? pc.yellow(text) : pc.red(text);
}
