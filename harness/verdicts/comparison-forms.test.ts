import { stripVTControlCharacters } from 'node:util';
import { nastyText } from '../results/results-sample';
import { outcomeOf, resultsOf, runOf } from './compared-sample';
import { compareRuns } from './comparison';
import { comparisonHtml } from './comparison-html';
import { comparisonMarkdown } from './comparison-markdown';
import type { Comparison } from './comparison-schema';
import { comparisonText } from './comparison-text';

const settings = { takes: () => true, devices: [], strictRobustness: false, strictQuality: false };
const times = (count: number) => Array.from({ length: count }, (_, number) => number);

/** As many cases as asked for, with instances, that all fail in the second run. */
function failing(cases: number, instances: number, text = 'VK_TIMEOUT', columns = 2): Comparison {
  const run = (status: 'pass' | 'fail') =>
    runOf(
      resultsOf('sample', {
        outcomes: times(cases).flatMap((index) =>
          times(instances).map((number) => outcomeOf(status, `case-${index}`, number, text)),
        ),
      }),
    );
  return compareRuns([run('pass'), ...times(columns - 1).map(() => run('fail'))], settings);
}

function text(comparison: Comparison, width = 100, all = false): string {
  return stripVTControlCharacters(comparisonText(comparison, { width, all }));
}

const unchanged = () => {
  const run = runOf(resultsOf('sample', { outcomes: [outcomeOf('pass', 'one')] }));
  return compareRuns([run, run], settings);
};

describe('on a terminal', () => {
  test('instances that changed alike are counted, with one of their commands', () => {
    const lines = text(failing(1, 17));
    expect(lines).toContain('pass → fail  17 instances of fence.import.case-0');
    expect(lines).toMatch(/^ {2}message {2}fail: VK_TIMEOUT$/m);
    expect(lines).toMatch(/^ {2}requires fence\.import\.shared-signal \(a-section\)$/m);
    expect(lines).toMatch(
      /^ {2}first {4}npx vkextern run 'fence\.import\.case-0:handleType=OPAQUE_FD,number=0'/m,
    );
    expect(lines.split('\n').at(-1)).toBe('B against A: 17 regressions in 1 case, 0 as before.');
  });

  test('the same run twice is a line', () => {
    expect(text(unchanged()).split('\n').at(-1)).toBe('B against A: nothing to tell, 1 as before.');
  });

  test('a fix tells what it was', () => {
    const run = (status: 'pass' | 'fail') =>
      runOf(resultsOf('sample', { outcomes: [outcomeOf(status, 'one')] }));
    const lines = text(compareRuns([run('fail'), run('pass')], settings), 120);
    expect(lines).toMatch(/│ fail → pass │ fence\.import\.one:.* │ before: fail: VK_TIMEOUT +│/);
  });

  test('tables fit, however long an id is', () => {
    const name = `case-${'with-a-name-that-goes-on-'.repeat(10)}`;
    const run = (status: 'pass' | 'fail') =>
      runOf(resultsOf('sample', { outcomes: [outcomeOf(status, name)] }));
    const comparison = compareRuns([run('fail'), run('pass'), run('pass')], settings);
    const table = text(comparison, 90)
      .split('\n')
      .filter((line) => /[│┌└├]/.test(line));
    expect(table.length).toBeGreaterThan(10);
    expect(Math.max(...table.map(({ length }) => length))).toBeLessThanOrEqual(90);
  });

  test('much is cut with a word on how to have it all', () => {
    const [some, all] = [false, true].map((every) => text(failing(60, 1), 100, every));
    expect(some).toMatch(/\.\.\. and \d+ outcomes more: --all/);
    expect(all).not.toContain('--all');
    for (const number of times(60)) expect(all).toContain(`fence.import.case-${number}:`);
  });

  test('many columns have a letter for each outcome', () => {
    expect(text(failing(1, 2, 'VK_TIMEOUT', 9))).toMatch(
      /│ p │ F │ F │ F │ F │ F │ F │ F │ F │ 2 instances of fence\.import\.case-0/,
    );
  });

  test('control characters of a driver do not reach it', () => {
    const printed = comparisonText(failing(1, 1, nastyText), { width: 100, all: true });
    for (const character of ['\u0000', '\u0007', '\u001b[31m\u0007'])
      expect(printed).not.toContain(character);
    expect(printed).toContain('\\x07');
  });
});

describe('as Markdown', () => {
  test('what it comes to is first, details unfold', () => {
    const markdown = comparisonMarkdown(failing(2, 3), { all: false });
    expect(markdown.split('\n')[0]).toBe('### vkextern: 6 regressions (sample → sample)');
    expect(markdown).toContain('| pass → fail | `3 instances of fence.import.case-0` | fail: VK\\_TIMEOUT |');
    expect(markdown).toContain('<summary>Regressions in full (B)</summary>');
    expect(markdown).toContain(
      '  - requires fence.import.shared-signal (a-section): A &amp; B must \\<hold\\>.',
    );
  });

  test('it fits into a comment, keeps its form, and says what was cut', () => {
    const markdown = comparisonMarkdown(failing(2000, 1, 'x'.repeat(300)), { all: false });
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toMatch(/_Cut for length: Regressions in full, part \d+ \(B\)/);
    expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
    expect(comparisonMarkdown(failing(2000, 1, 'x'), { all: true })).toContain('fence.import.case-1999:');
  });

  test('messages are no markup, and end no cell', () => {
    const markdown = comparisonMarkdown(failing(1, 1, 'a | b <img> @someone #12 `x`'), { all: false });
    const row = markdown.split('\n').find((line) => line.startsWith('| pass → fail'));
    expect(row).toContain('a \\| b \\<img\\> @\u200bsomeone #\u200b12 \\`x\\`');
  });
});

describe('as HTML', () => {
  test('everything is in it, escaped, and nothing is loaded from elsewhere', () => {
    const html = comparisonHtml(failing(30, 2, nastyText, 3));
    for (const number of times(30)) expect(html).toContain(`<code>fence.import.case-${number}:`);
    expect(html).not.toContain('a <b>');
    expect(html).toContain('&lt;b&gt; &amp; &quot;q&quot;');
    expect(html).not.toMatch(/\b(src|href)=|<script|@import|url\(/);
    for (const tag of ['details', 'table', 'tr', 'td', 'ul', 'summary']) {
      expect(html.split(`<${tag}`).length).toBe(html.split(`</${tag}>`).length);
    }
  });
});
