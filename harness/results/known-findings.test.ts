import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findings } from '../../fixtures/findings/findings';
import { anchorOf, knownFindings } from './known-findings';
import { sampleResults } from './results-sample';

const onDriver = (name: string, fault?: string) => {
  const { driver, ...rest } = sampleResults();
  return { ...rest, driver: { ...driver, name, ...(fault === undefined ? {} : { fault }) } };
};
const id = 'memory.export-fd.exhaustion:handleType=OPAQUE_FD';

test('a finding on the driver accounts for a broken outcome that it names', () => {
  const finding = knownFindings(onDriver('lavapipe'))({ id, status: 'fail' });
  expect(finding?.id).toBe('lavapipe#descriptor-exhaustion-gives-vk_success-with--1');
  expect(finding?.place).toBe(`fixtures/findings/lavapipe.md#${finding?.id.split('#')[1]}`);
});

test('a pass, another driver, another case and a fault have none', () => {
  expect(knownFindings(onDriver('lavapipe'))({ id, status: 'pass' })).toBeUndefined();
  expect(knownFindings(onDriver('other'))({ id, status: 'fail' })).toBeUndefined();
  expect(knownFindings(onDriver('lavapipe'))({ id: 'memory.other', status: 'fail' })).toBeUndefined();
  expect(knownFindings(onDriver('lavapipe', 'some'))({ id, status: 'fail' })).toBeUndefined();
});

test('what a machine shows is none in the guest', () => {
  const crash = {
    id: 'memory.unusable-handles.another-handle-type:from=OPAQUE_FD,to=DMA_BUF',
    status: 'crash',
  } as const;
  const { run, ...rest } = onDriver('lavapipe');
  expect(knownFindings({ ...rest, run: { ...run, guest: false } })(crash)).toBeDefined();
  expect(knownFindings({ ...rest, run: { ...run, guest: true } })(crash)).toBeUndefined();
});

test('every finding has an id of its own, and its heading is in its file', () => {
  const ids = new Set(findings.map(({ file, heading }) => `${file}#${anchorOf(heading)}`));
  const headings = new Set(findings.map(({ file, heading }) => `${file} ${heading}`));
  expect(ids.size).toBe(headings.size);
  const folder = resolve(__dirname, '../../../fixtures/findings');
  for (const { file, heading } of findings)
    expect(readFileSync(resolve(folder, file), 'utf8')).toContain(`\n## ${heading}\n`);
});
