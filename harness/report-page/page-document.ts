import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '../results/xml-text';
import type { PageData, PageDetails } from './page-data';
import { pageScript } from './page-script';

/** The style sheet, which the compiler leaves where it is. */
const styleSheet = join(__dirname, '../../../harness/report-page/page.css');

/**
 * The page as one file that needs no other. Nothing in it can be loaded or run but its own script and style sheet: its
 * policy names them by their hashes, so that no text of a driver can become either.
 */
export function pageDocument(data: PageData, details: PageDetails): string {
  const style = `\n${readFileSync(styleSheet, 'utf8')}`;
  const script = `\n${pageScript()}\n`;
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const drivers = data.columns.map(({ label }) => label).join(', ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(`Conformance results: ${drivers}`)}</title>
<style>${style}</style>
</head>
<body>
<header id="about"></header>
<noscript><p class="remark">This page needs JavaScript; results.json holds the same.</p></noscript>
<div id="bar">
<div id="toolbar" role="search" aria-label="Filters"></div>
<div id="told"><p id="found" role="status"></p><p id="legend" hidden>Outlined: robustness or quality, no part of the verdict</p></div>
<div id="heads" aria-hidden="true"></div>
</div>
<main>
<div id="grid" role="treegrid" tabindex="0" aria-label="Outcomes by requirement; arrow keys move, Enter shows details" aria-readonly="true"></div>
</main>
<aside id="details" aria-label="Details" hidden>
<button type="button" id="close" aria-label="Close the details; key Escape">×</button>
<div id="details-content"></div>
</aside>
<div id="print"></div>
<script type="application/json" id="data">${embedded(data)}</script>
<script type="application/json" id="outcome-details">${embedded(details)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element that it stands in. */
function embedded(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
