import { outcomeStatuses } from '../cases/outcome';
import { type ChangeBlock, changeBlocks } from './change-blocks';
import type { Comparison, DeviceDifference, Difference } from './comparison-schema';
import {
  blockMessage,
  blockTitle,
  capabilityGroups,
  counted,
  deviceTitle,
  groupTitle,
  kindTitles,
  lossLines,
  remarkLines,
  requirementText,
  seconds,
  someOf,
  transition,
  untoldInstances,
  verdictLine,
} from './comparison-wording';
import { durationRule } from './duration-changes';
import { clipped, code, escaped, folded, tableLines } from './markdown-text';
import type { ChangeKind } from './outcome-change';

/** Merge-request comments end at 65 536 characters at the strictest of the usual hosts. */
const mostCharacters = 60_000;
const most = { rows: 20, blocks: 40, lines: 6, extensions: 12, summaryRows: 10 };

/** A part that stands or falls as a whole, when there is too much; those that come first are kept first. */
interface Part {
  readonly lines: readonly string[];
  /** What is said where it was cut. */
  readonly name: string;
}

/**
 * A comparison as Markdown fit for a merge-request comment: what it comes to, then details that unfold. What is too
 * long for one is cut, and what was cut is said.
 *
 * @param settings `all`: every change, however long that gets
 */
export function comparisonMarkdown(comparison: Comparison, { all }: { readonly all: boolean }): string {
  const limit = all ? Number.POSITIVE_INFINITY : mostCharacters;
  const parts: readonly Part[] = [
    { name: 'summary', lines: summaryLines(comparison) },
    ...comparison.differences.flatMap((difference) => differenceParts(difference, comparison, all)),
    { name: 'matrix', lines: matrixLines(comparison, all) },
  ].filter(({ lines }) => lines.length > 0);
  const kept: string[] = [];
  const cut: string[] = [];
  let length = 0;
  for (const { name, lines } of parts) {
    const text = lines.join('\n');
    if (length + text.length + 2 > limit) cut.push(name);
    else {
      kept.push(text);
      length += text.length + 2;
    }
  }
  if (cut.length > 0) {
    kept.push(
      `_Cut for length: ${someOf(cut, 12).join('; ')}. \`--all\`, \`--format html\` or \`--format json\` has it._`,
    );
  }
  return kept.join('\n\n');
}

function summaryLines(comparison: Comparison): readonly string[] {
  const { columns, differences } = comparison;
  const names = columns.map(({ drivers }) => drivers.join(', ')).join(' → ');
  const regressions = differences.reduce((sum, difference) => sum + difference.regressions, 0);
  const shown = outcomeStatuses.filter((status) =>
    columns.some(({ devices }) => devices.some(({ byStatus }) => byStatus[status] > 0)),
  );
  return [
    `### vkextern: ${regressions > 0 ? counted(regressions, 'regression') : 'no regression'} (${escaped(names)})`,
    '',
    ...differences.map((difference) => `- **${escaped(verdictLine(difference))}**`),
    ...differences.flatMap((difference) => {
      const losses = lossLines(difference);
      return [...losses.regressions, ...losses.others].map((line) => `- ${escaped(line)}`);
    }),
    '',
    ...tableLines(
      ['', 'device', 'driver', 'Vulkan', ...shown],
      columns.flatMap(({ label, devices }) =>
        devices.map(({ key, driverInfo, apiVersion, byStatus }) => [
          label,
          escaped(key),
          escaped(driverInfo),
          apiVersion,
          ...shown.map((status) => String(byStatus[status] || '')),
        ]),
      ),
    ),
    ...remarkLines(comparison).map((line) => `\n> ${escaped(line)}`),
    ...differences.flatMap((difference) => regressionSummary(difference)),
  ];
}

/** The regressions in a row each, above everything that has to be unfolded. */
function regressionSummary({ column, devices }: Difference): readonly string[] {
  const blocks = devices.flatMap((device) => changeBlocks(device, 'regression', true));
  if (blocks.length === 0) return [];
  const rows = blocks
    .slice(0, most.summaryRows)
    .map((block) => [transition(block), code(blockTitle(block)), clipped(escaped(blockMessage(block)), 200)]);
  const left = blocks.slice(rows.length).reduce((sum, { changes }) => sum + changes.length, 0);
  return [
    '',
    `**Regressions of ${column}**`,
    '',
    ...tableLines(['', 'case', 'message'], rows),
    ...(left > 0 ? ['', `... and ${counted(left, 'regression')} more below.`] : []),
  ];
}

function differenceParts(difference: Difference, comparison: Comparison, all: boolean): readonly Part[] {
  const { column, devices } = difference;
  return devices.flatMap((device) => {
    const of = devices.length > 1 ? `${column}, ${deviceTitle(device)}` : column;
    const part = (name: string, lines: readonly string[]): Part =>
      lines.length === 0
        ? { name, lines }
        : { name: `${name} (${of})`, lines: folded(`${name} (${of})`, lines) };
    const changes = (kind: ChangeKind, decides: boolean, title = kindTitles[kind]): readonly Part[] => {
      const blocks = changeBlocks(device, kind, decides);
      const size = blocks.reduce((sum, { changes: some }) => sum + some.length, 0);
      return [part(`${title}: ${size}`, blockTable(blocks, all))];
    };
    const aside = ', robustness and quality';
    return [
      ...regressionParts(device, comparison, all, part),
      part('Capabilities', capabilityLines(device, all)),
      part('Not the same', identityLines(device, column)),
      ...changes('fix', true),
      ...changes('changed', true),
      ...changes('new', true),
      ...changes('gone', true),
      ...changes('regression', false, `Regressions${aside}, which decide nothing`),
      ...changes('fix', false, `Fixes${aside}`),
      ...changes('changed', false, `Changed otherwise${aside}`),
      ...changes('new', false, `New${aside}`),
      ...changes('gone', false, `Gone${aside}`),
      part('Time inside the driver', durationLines(device)),
    ];
  });
}

/** Regressions in portions, so that a comment that is full has lost some and not all. */
function regressionParts(
  device: DeviceDifference,
  comparison: Comparison,
  all: boolean,
  part: (name: string, lines: readonly string[]) => Part,
): readonly Part[] {
  const blocks = changeBlocks(device, 'regression', true);
  const portions = Array.from({ length: Math.ceil(blocks.length / most.blocks) }, (_, index) =>
    blocks.slice(index * most.blocks, (index + 1) * most.blocks),
  );
  return portions.map((portion, index) =>
    part(
      portions.length > 1 ? `Regressions in full, part ${index + 1}` : 'Regressions in full',
      portion.flatMap((block) => regressionBlock(block, comparison, all)),
    ),
  );
}

function regressionBlock(block: ChangeBlock, comparison: Comparison, all: boolean): readonly string[] {
  const { changes, requirements } = block;
  const limit = all ? Number.POSITIVE_INFINITY : most.lines;
  return [
    `- **${transition(block)}** ${code(blockTitle(block))}`,
    ...blockInstances(block, limit).map((line) => `  - ${isCount(line) ? line : code(line)}`),
    `  - ${escaped(blockMessage(block))}`,
    ...someOf(requirements, limit).map((id) =>
      isCount(id) ? `  - ${id}` : `  - requires ${escaped(requirementText(id, comparison))}`,
    ),
    `  - ${changes.length > 1 ? 'the first of them again' : 'again'}: ${code(changes[0].rerun)}`,
  ];
}

function blockInstances({ groups }: ChangeBlock, limit: number): readonly string[] {
  const [first] = groups;
  if (first !== undefined && groups.length === 1) return someOf(untoldInstances(first), limit);
  return someOf(groups.map(groupTitle), limit);
}

const isCount = (line: string): boolean => line.startsWith('... and ');

function blockTable(blocks: readonly ChangeBlock[], all: boolean): readonly string[] {
  if (blocks.length === 0) return [];
  const told = blocks.slice(0, all ? blocks.length : most.rows);
  const rows = told.map((block) => [
    transition(block),
    [blockTitle(block), ...blockInstances(block, all ? Number.POSITIVE_INFINITY : most.lines)]
      .map((line) => (isCount(line) ? line : code(line)))
      .join('<br>'),
    clipped(escaped(blockMessage(block)), all ? Number.POSITIVE_INFINITY : 200),
  ]);
  const left = blocks.slice(told.length).reduce((sum, { changes }) => sum + changes.length, 0);
  return [
    ...tableLines(['', 'case', 'message'], rows),
    ...(left > 0 ? ['', `... and ${counted(left, 'outcome')} more; \`--all\` has them.`] : []),
  ];
}

function capabilityLines({ capabilities }: DeviceDifference, all: boolean): readonly string[] {
  const rows = capabilityGroups(capabilities).map(({ change, about, what }) => [
    change === 'vanished' ? '**vanished**' : change,
    escaped(what.length > 1 ? `${about} (${what.length})` : about),
    someOf(what, all ? what.length : most.extensions)
      .map(escaped)
      .join('<br>'),
  ]);
  return rows.length === 0 ? [] : tableLines(['', 'about', 'what'], rows);
}

function identityLines({ identity, matchedBy }: DeviceDifference, column: string): readonly string[] {
  if (identity.length === 0) return [];
  const rows = identity.map(({ what, before, after }) => [what, escaped(before), escaped(after)]);
  return [...tableLines(['', 'A', column], rows), '', `Devices matched by ${matchedBy}.`];
}

function durationLines({ durations }: DeviceDifference): readonly string[] {
  if (durations.length === 0) return [];
  const rows = durations.map(({ case: owner, change, instances, beforeMs, afterMs }) => [
    change,
    `${seconds(beforeMs)} → ${seconds(afterMs)}`,
    `${counted(instances, 'instance')} of ${code(owner)}`,
  ]);
  return [...tableLines(['', 'in all', 'case'], rows), '', durationRule];
}

function matrixLines({ matrix, columns }: Comparison, all: boolean): readonly string[] {
  if (matrix.length === 0) return [];
  const told = matrix.slice(0, all ? matrix.length : most.rows * 5);
  const severalDevices = new Set(matrix.map(({ device }) => device)).size > 1;
  const rows = told.map((row) => [
    code(groupTitle(row)) + (severalDevices ? ` on ${escaped(row.device)}` : ''),
    ...row.statuses.map((status) => status ?? ''),
  ]);
  const left = matrix.slice(told.length).reduce((sum, { instances }) => sum + instances.length, 0);
  return folded('Not the same in all columns', [
    ...tableLines(['case', ...columns.map(({ label }) => label)], rows),
    ...(left > 0 ? ['', `... and ${counted(left, 'outcome')} more; \`--all\` has them.`] : []),
  ]);
}
