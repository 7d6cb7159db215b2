import { createHash } from 'node:crypto';
import { nastyText, sampleOutcome, sampleResults } from '../results/results-sample';
import { printable } from '../results/xml-text';
import { reportPage } from './report-page';

const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';

function page(): string {
  const sample = sampleResults();
  const devices = sample.devices.map((device) => ({
    ...device,
    outcomes: [...device.outcomes, { ...sampleOutcome('fail', 'evil', evil), message: evil }],
  }));
  const results = { ...sample, devices, driver: { ...sample.driver, name: evil } };
  return reportPage([{ file: 'results.json', sha256: 'abc', results }], new Date(0));
}

test('nothing a driver says ends the element that it stands in', () => {
  const text = page();
  expect(text.match(/<script/g)).toHaveLength(3);
  expect(text.match(/<\/script>/g)).toHaveLength(3);
  expect(text).not.toContain('<img');
  const [, data = ''] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(text) ?? [];
  const { strings } = JSON.parse(data);
  expect(strings).toContain(evil);
  const [, details = ''] = /id="outcome-details">([\s\S]*?)<\/script>/.exec(text) ?? [];
  expect(JSON.parse(details).strings).toContain(printable(nastyText));
});

test('the page loads nothing, and its policy allows its own script and style alone', () => {
  const text = page();
  expect(text).not.toMatch(/<link|<script[^>]+src=|@import|url\(/);
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
  const hash = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${hash(script)};`);
  expect(policy).toContain(`style-src ${hash(style)};`);
});
