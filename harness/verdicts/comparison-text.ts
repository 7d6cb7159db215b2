import Table from 'cli-table3';
import pc from 'picocolors';
import { type OutcomeStatus, outcomeStatuses } from '../cases/outcome';
import { type ChangeBlock, changeBlocks, worstFirst } from './change-blocks';
import type { Comparison, DeviceDifference, Difference } from './comparison-schema';
import {
  blockMessage,
  blockTitle,
  capabilityGroups,
  counted,
  deviceTitle,
  groupTitle,
  hasDetails,
  isAlike,
  kindTitles,
  lossLines,
  plain,
  remarkLines,
  seconds,
  someOf,
  transition,
  untoldInstances,
  verdictLine,
} from './comparison-wording';
import { durationRule } from './duration-changes';
import { matrixTable } from './matrix-table';
import type { ChangeKind } from './outcome-change';
import { columnWidths, wrapped } from './wrapped-text';

/** How a comparison is printed. */
export interface TextSettings {
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether everything is told, however much it is. */
  readonly all: boolean;
}

const most = { columns: 6, blocks: 10, rows: 15, lines: 6, rowLines: 3, extensions: 8 };

/** A comparison for people at a terminal; the last lines say what it comes to. */
export function comparisonText(comparison: Comparison, settings: TextSettings): string {
  const { columns, differences, matrix } = comparison;
  const single = differences.length === 1;
  return [
    ...columnLines(comparison, settings),
    ...matrixTable(matrix, columns, settings, settings.all ? matrix.length : most.rows),
    ...differences.flatMap((difference) =>
      isAlike(difference) && !single ? [] : differenceLines(difference, comparison, settings, single),
    ),
    ...differences.map((difference) => colouredVerdict(difference)),
  ].join('\n');
}

function colouredVerdict(difference: Difference): string {
  const line =
    isAlike(difference) && difference.devices.length > 0
      ? `${difference.column} against A: nothing to tell, ${verdictLine(difference).replace(/^.*, /, '')}`
      : verdictLine(difference);
  return difference.regressions > 0 ? pc.red(line) : pc.green(line);
}

/** Who is compared: a line or two for each column, what is to be known of them, their totals in a table. */
function columnLines(comparison: Comparison, { width }: TextSettings): readonly string[] {
  const { columns } = comparison;
  const many = columns.length > most.columns;
  const labelWidth = Math.max(...columns.map(({ label }) => label.length)) + 2;
  const lines = columns.flatMap(({ label, path, devices }) => {
    const told = devices.map(({ key, driverInfo, apiVersion }) =>
      plain(`${key}: ${driverInfo || 'driver unnamed'}, Vulkan ${apiVersion}`),
    );
    const head = `${pc.bold(label.padEnd(labelWidth))}${plain(path)}`;
    return [head, ...(many ? [] : told.map((line) => `${' '.repeat(labelWidth)}${line}`))];
  });
  const remarks = remarkLines(comparison).flatMap((line) => wrapped(line, width).map(pc.yellow));
  const all = columns.flatMap(({ label, devices }) =>
    devices.map(({ key, byStatus }) => ({ name: devices.length > 1 ? `${label} ${key}` : label, byStatus })),
  );
  const shown = outcomeStatuses.filter((status) => all.some(({ byStatus }) => byStatus[status] > 0));
  const table = new Table({
    head: ['', ...shown],
    style: { head: [], border: [], compact: true },
    colAligns: ['left', ...shown.map(() => 'right' as const)],
  });
  for (const { name, byStatus } of all) {
    table.push([name, ...shown.map((status) => String(byStatus[status] || ''))]);
  }
  return [...lines, ...remarks, ...(table.length > 0 ? [table.toString()] : []), ''];
}

function differenceLines(
  difference: Difference,
  comparison: Comparison,
  settings: TextSettings,
  single: boolean,
): readonly string[] {
  const { column, devices } = difference;
  const losses = lossLines(difference);
  const several = devices.length > 1;
  return [
    ...(single ? [] : [pc.bold(pc.underline(`${column} against A`)), '']),
    ...devices
      .filter(hasDetails)
      .flatMap((device) => [
        ...(several ? [pc.bold(deviceTitle(device)), ''] : []),
        ...identityTable(device, column, settings),
        ...capabilityTable(device, settings),
        ...durationTable(device, settings),
        ...changeTable(device, 'gone', settings),
        ...changeTable(device, 'new', settings),
        ...changeTable(device, 'changed', settings),
        ...changeTable(device, 'fix', settings),
        ...asideTable(device, settings),
        ...regressionLines(device, comparison, settings),
      ]),
    ...losses.others.map((line) => pc.yellow(line)),
    ...losses.regressions.map((line) => pc.red(line)),
    ...(losses.others.length + losses.regressions.length > 0 ? [''] : []),
  ];
}

function identityTable(
  { identity, matchedBy }: DeviceDifference,
  column: string,
  settings: TextSettings,
): readonly string[] {
  if (identity.length === 0) return [];
  const rows = identity.map(({ what, before, after }) => [what, plain(before), plain(after)]);
  return table(`Not the same (devices matched by ${matchedBy})`, ['', 'A', column], rows, settings);
}

function capabilityTable({ capabilities }: DeviceDifference, settings: TextSettings): readonly string[] {
  const rows = capabilityGroups(capabilities).map(({ change, about, what }) => [
    change === 'vanished' ? pc.red(change) : change,
    what.length > 1 ? `${plain(about)} (${what.length})` : plain(about),
    someOf(what, settings.all ? what.length : most.extensions)
      .map(plain)
      .join('\n'),
  ]);
  return table('Capabilities', ['', 'about', 'what'], rows, settings);
}

function durationTable({ durations }: DeviceDifference, settings: TextSettings): readonly string[] {
  const rows = durations.map(({ case: owner, change, instances, beforeMs, afterMs }) => [
    change,
    `${seconds(beforeMs)} → ${seconds(afterMs)}`,
    `${counted(instances, 'instance')} of ${owner}`,
  ]);
  const lines = table('Time inside the driver', ['', 'in all', 'case'], rows, settings);
  return lines.length === 0
    ? []
    : [...lines.slice(0, -1), ...wrapped(durationRule, settings.width).map(pc.dim), ''];
}

/** Changes that need no more than a row. */
function changeTable(device: DeviceDifference, kind: ChangeKind, settings: TextSettings): readonly string[] {
  const blocks = [true, false].flatMap((decides) => changeBlocks(device, kind, decides));
  return blockTable(kindTitles[kind], worstFirst(blocks), settings);
}

/** Changes for the worse that decide nothing. */
function asideTable(device: DeviceDifference, settings: TextSettings): readonly string[] {
  const blocks = changeBlocks(device, 'regression', false);
  return blockTable('Regressions in robustness and quality, which decide nothing', blocks, settings);
}

function blockTable(
  title: string,
  blocks: readonly ChangeBlock[],
  settings: TextSettings,
): readonly string[] {
  const told = blocks.slice(0, settings.all ? blocks.length : most.rows);
  const rows = told.map((block) => [
    `${colour(block.after, transition(block))}${block.decides ? '' : `\n${pc.dim(block.changes[0].class)}`}`,
    blockCases(block, settings, most.rowLines).join('\n'),
    clipped(blockMessage(block), settings),
  ]);
  const instances = blocks.reduce((sum, { changes }) => sum + changes.length, 0);
  const left = blocks.slice(told.length).reduce((sum, { changes }) => sum + changes.length, 0);
  const lines = table(`${title}: ${counted(instances, 'outcome')}`, ['', 'case', 'message'], rows, settings);
  if (left === 0) return lines;
  return [...lines.slice(0, -1), pc.dim(`... and ${counted(left, 'outcome')} more: --all`), ''];
}

/** What a block is about and, where its title does not say, which cases or instances that are. */
function blockCases(block: ChangeBlock, { all }: TextSettings, lines: number): readonly string[] {
  const limit = all ? Number.POSITIVE_INFINITY : lines;
  const { groups } = block;
  const [first] = groups;
  if (first !== undefined && groups.length === 1) {
    return [groupTitle(first), ...someOf(untoldInstances(first), limit).map((id) => `  ${id}`)];
  }
  return [`${blockTitle(block)}:`, ...someOf(groups.map(groupTitle), limit).map((line) => `  ${line}`)];
}

/** Each regression with all that a person needs to go after it. */
function regressionLines(
  device: DeviceDifference,
  comparison: Comparison,
  settings: TextSettings,
): readonly string[] {
  const blocks = changeBlocks(device, 'regression', true);
  if (blocks.length === 0) return [];
  const told = blocks.slice(0, settings.all ? blocks.length : most.blocks);
  const instances = blocks.reduce((sum, { changes }) => sum + changes.length, 0);
  return [
    pc.bold(`Regressions: ${counted(instances, 'outcome')}`),
    ...told.flatMap((block) => ['', ...regressionBlock(block, comparison, settings)]),
    '',
    ...blockTable('Further regressions', blocks.slice(told.length), settings),
  ];
}

function regressionBlock(
  block: ChangeBlock,
  { requirements: texts }: Comparison,
  settings: TextSettings,
): readonly string[] {
  const [title = '', ...cases] = blockCases(block, settings, most.lines);
  const { changes, requirements } = block;
  const every = settings.all && block.reason === '' && block.messages.length > 0;
  const messages = every ? block.messages.map(plain) : [blockMessage(block)];
  const limit = settings.all ? Number.POSITIVE_INFINITY : most.lines;
  const field = (name: string, lines: readonly string[]) =>
    lines.map((line, index) => `  ${pc.dim((index === 0 ? name : '').padEnd(8))} ${line}`);
  return [
    `${colour(block.after, transition(block))}  ${pc.bold(title)}`,
    ...cases.map((line) => `  ${line}`),
    ...field(
      'message',
      messages.flatMap((message) => wrapped(message, settings.width - 11)),
    ),
    ...field(
      'requires',
      someOf(
        requirements.map((id) => `${id}${texts[id] === undefined ? '' : ` (${texts[id].anchor})`}`),
        limit,
      ),
    ),
    ...field(changes.length > 1 ? 'first' : 'again', [plain(changes[0].rerun)]),
  ];
}

const colours: Readonly<Partial<Record<OutcomeStatus, (text: string) => string>>> = {
  pass: pc.green,
  warn: pc.yellow,
  skip: pc.yellow,
  missing: pc.yellow,
};

function colour(status: OutcomeStatus | null, text: string): string {
  if (status === null) return pc.dim(text);
  return (colours[status] ?? pc.red)(text);
}

function clipped(text: string, { all }: TextSettings): string {
  return all || text.length <= 200 ? text : `${text.slice(0, 197)}...`;
}

/** A table that fits the terminal, under its title; nothing where it has no rows. */
function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { width }: TextSettings,
): readonly string[] {
  if (rows.length === 0) return [];
  const widths = columnWidths([head, ...rows], width - 3 * head.length - 1);
  const made = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) {
    made.push(
      row.map((cell, index) =>
        cell
          .split('\n')
          .flatMap((line) => wrapped(line, widths[index] ?? width))
          .join('\n'),
      ),
    );
  }
  return [pc.bold(title), made.toString(), ''];
}
