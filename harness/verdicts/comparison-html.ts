import { outcomeStatuses } from '../cases/outcome';
import { escapeXml } from '../results/xml-text';
import { type ChangeBlock, changeBlocks } from './change-blocks';
import type { Comparison, DeviceDifference, Difference, MatrixRow } from './comparison-schema';
import { comparisonStyle } from './comparison-style';
import {
  blockMessage,
  blockTitle,
  capabilityGroups,
  counted,
  deviceTitle,
  groupTitle,
  kindTitles,
  lossLines,
  plain,
  remarkLines,
  requirementText,
  seconds,
  transition,
  untoldInstances,
  verdictLine,
} from './comparison-wording';
import { durationRule } from './duration-changes';
import type { ChangeKind } from './outcome-change';

/** A comparison as one HTML page that needs nothing beside it, with everything in it. */
export function comparisonHtml(comparison: Comparison): string {
  const { columns, differences } = comparison;
  const title = `vkextern: ${columns.map(({ drivers }) => drivers.join(', ')).join(' → ')}`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(title)}</title>`,
    `<style>${comparisonStyle}</style>`,
    '</head>',
    '<body>',
    `<h1>${text(title)}</h1>`,
    ...differences.flatMap((difference) => verdictParts(difference)),
    ...remarkLines(comparison).map((line) => `<p class="remark">${text(line)}</p>`),
    columnTable(comparison),
    matrixSection(comparison),
    ...differences.map((difference) => differenceSection(difference, comparison)),
    '</body>',
    '</html>',
  ].join('\n');
}

function verdictParts(difference: Difference): readonly string[] {
  const { regressions, others } = lossLines(difference);
  return [
    `<p class="verdict ${difference.regressions > 0 ? 'bad' : 'good'}">${text(verdictLine(difference))}</p>`,
    ...regressions.map((line) => `<p class="verdict bad">${text(line)}</p>`),
    ...others.map((line) => `<p>${text(line)}</p>`),
  ];
}

function columnTable({ columns }: Comparison): string {
  const shown = outcomeStatuses.filter((status) =>
    columns.some(({ devices }) => devices.some(({ byStatus }) => byStatus[status] > 0)),
  );
  const rows = columns.flatMap(({ label, path, devices }) =>
    devices.map(({ key, driverInfo, apiVersion, byStatus }) => [
      `<b>${label}</b>`,
      text(key),
      text(driverInfo),
      text(apiVersion),
      text(path),
      ...shown.map((status) => String(byStatus[status] || '')),
    ]),
  );
  return table(['', 'device', 'driver', 'Vulkan', 'results', ...shown], rows);
}

function differenceSection(difference: Difference, comparison: Comparison): string {
  const { column, devices } = difference;
  const drivers = comparison.columns.find(({ label }) => label === column)?.drivers.join(', ') ?? '';
  const sections = devices.flatMap((device) => [
    ...(devices.length > 1 ? [`<h3>${text(deviceTitle(device))}</h3>`] : []),
    changeSection(device, 'regression', comparison, true),
    capabilitySection(device),
    identitySection(device, column),
    changeSection(device, 'fix', comparison, true),
    changeSection(device, 'changed', comparison, true),
    changeSection(device, 'new', comparison, true),
    changeSection(device, 'gone', comparison, true),
    ...(['regression', 'fix', 'changed', 'new', 'gone'] as const).map((kind) =>
      changeSection(device, kind, comparison, false),
    ),
    durationSection(device),
  ]);
  return [`<h2>${column} against A: ${text(drivers)}</h2>`, ...sections].join('\n');
}

/** Changes of one kind, each with its instances, messages, requirements and commands to unfold. */
function changeSection(
  device: DeviceDifference,
  kind: ChangeKind,
  comparison: Comparison,
  decides: boolean,
): string {
  const blocks = changeBlocks(device, kind, decides);
  const size = blocks.reduce((sum, { changes }) => sum + changes.length, 0);
  const aside = decides ? '' : ' in robustness and quality, which decide nothing';
  return section(
    `${kindTitles[kind]}${aside}: ${size}`,
    kind === 'regression' && decides,
    blocks.map((block) => changeBlock(block, comparison)),
  );
}

function changeBlock(block: ChangeBlock, comparison: Comparison): string {
  const rows = block.changes.map(({ id, message, messageBefore, judgement, rerun }) => [
    code(id),
    text(
      plain(message === '' ? messageBefore : message) +
        (judgement === '' ? '' : ` (by the baseline ${plain(judgement)})`),
    ),
    code(rerun),
  ]);
  return [
    '<details class="change">',
    `<summary><span class="to-${block.after ?? 'none'}">${text(transition(block))}</span> ` +
      `${code(blockTitle(block))}<span class="message">${text(blockMessage(block))}</span></summary>`,
    '<ul>',
    ...block.requirements.map((id) => `<li>${text(requirementText(id, comparison))}</li>`),
    '</ul>',
    table(['case instance', 'message', 'again'], rows),
    '</details>',
  ].join('\n');
}

function capabilitySection({ capabilities }: DeviceDifference): string {
  const rows = capabilityGroups(capabilities).map(({ change, about, what }) => [
    change === 'vanished' ? '<b>vanished</b>' : text(change),
    text(about),
    what.map((one) => text(plain(one))).join('<br>'),
  ]);
  if (rows.length === 0) return '';
  return section(`Capabilities: ${capabilities.length}`, true, [table(['', 'about', 'what'], rows)]);
}

function identitySection({ identity, matchedBy }: DeviceDifference, column: string): string {
  if (identity.length === 0) return '';
  const rows = identity.map(({ what, before, after }) => [text(what), text(before), text(after)]);
  return section('Not the same', true, [
    table(['', 'A', column], rows),
    `<p>Devices matched by ${text(matchedBy ?? '')}.</p>`,
  ]);
}

function durationSection({ durations }: DeviceDifference): string {
  if (durations.length === 0) return '';
  const rows = durations.map(({ case: owner, change, instances, beforeMs, afterMs }) => [
    change,
    text(`${seconds(beforeMs)} → ${seconds(afterMs)}`),
    `${counted(instances, 'instance')} of ${code(owner)}`,
  ]);
  return section('Time inside the driver', false, [
    table(['', 'in all', 'case'], rows),
    `<p>${text(durationRule)}</p>`,
  ]);
}

function matrixSection({ matrix, columns }: Comparison): string {
  if (matrix.length === 0) return '';
  const severalDevices = new Set(matrix.map(({ device }) => device)).size > 1;
  const cell = (status: MatrixRow['statuses'][number], first: MatrixRow['statuses'][number]) => ({
    class: status === first ? 'same' : `to-${status ?? 'none'}`,
    html: status ?? '',
  });
  const rows = matrix.map((row) => [
    matrixCase(row, severalDevices),
    ...row.statuses.map((status) => cell(status, row.statuses[0] ?? null)),
  ]);
  const size = matrix.reduce((sum, { instances }) => sum + instances.length, 0);
  return section(`Not the same in all columns: ${size}`, true, [
    table(['case', ...columns.map(({ label }) => label)], rows),
  ]);
}

function matrixCase(row: MatrixRow, severalDevices: boolean): string {
  const title = `${code(groupTitle(row))}${severalDevices ? ` on ${text(row.device)}` : ''}`;
  const ids = untoldInstances(row);
  if (ids.length === 0) return title;
  return `<details><summary>${title}</summary>${ids.map(code).join('<br>')}</details>`;
}

function section(title: string, open: boolean, parts: readonly string[]): string {
  if (parts.length === 0) return '';
  return [
    `<details class="section"${open ? ' open' : ''}>`,
    `<summary>${text(title)}</summary>`,
    ...parts,
    '</details>',
  ].join('\n');
}

type Cell = string | { readonly html: string; readonly class: string };

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (one: Cell): string => {
    if (typeof one === 'string') return `<td>${one}</td>`;
    return `<td class="${one.class}">${one.html}</td>`;
  };
  return [
    '<div class="wide"><table>',
    `<thead><tr>${head.map((one) => `<th>${text(one)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`),
    '</tbody></table></div>',
  ].join('\n');
}

function text(content: string): string {
  return escapeXml(plain(content));
}

function code(content: string): string {
  return `<code>${text(content)}</code>`;
}
