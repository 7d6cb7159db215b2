import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { JunitForm } from './junit-form';
import type { JunitCase, JunitGroup } from './junit-groups';
import { escapeXml } from './xml-text';

/** An element as fast-xml-parser keeps it in order; texts and attributes stay as they stand in the document. */
type Node = Record<string, unknown>;

// Entities are neither resolved nor made, so that what is not mended stays as it was.
const settings = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
} as const;

/**
 * Puts into a document of jest-junit what that package cannot say: why a case was skipped, what kind of error it
 * was, warnings, remarks on the driver, and counts that take errors into account.
 *
 * @param groups what the document was made from, in the same order.
 * @param wallSeconds of the whole run.
 */
export function mendJunit(document: string, groups: readonly JunitGroup[], wallSeconds: number): string {
  const parser = new XMLParser({
    ...settings,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
  });
  const nodes: Node[] = parser.parse(document);
  const root = nodes.find((node) => nameOf(node) === 'testsuites');
  if (root === undefined) throw new Error('jest-junit wrote no testsuites element');
  const suites = elements(root, 'testsuite');
  if (suites.length !== groups.length) throw new Error('jest-junit left suites out');
  for (const [index, group] of groups.entries()) mendSuite(suites[index] as Node, group);
  const all = groups.flatMap(({ cases }) => cases);
  setAttributes(root, { ...countsOf(all), time: wallSeconds.toFixed(3) });
  return new XMLBuilder(settings).build(nodes);
}

function mendSuite(suite: Node, group: JunitGroup): void {
  const cases = elements(suite, 'testcase');
  if (cases.length !== group.cases.length) throw new Error(`jest-junit left cases of ${group.name} out`);
  setAttributes(suite, countsOf(group.cases));
  if (group.remarks !== '') childrenOf(suite).push(systemOut(group.remarks));
  for (const [index, of] of group.cases.entries()) mendCase(cases[index] as Node, of);
}

function mendCase(element: Node, { name, form, message, text }: JunitCase): void {
  const say = (tag: string, attributes: Record<string, string>) => {
    const [child] = elements(element, tag);
    if (child === undefined) throw new Error(`jest-junit wrote no ${tag} element for ${name}`);
    setAttributes(child, attributes);
  };
  const { kind, type } = form;
  if (kind === 'skipped' || kind === 'excused') say('skipped', { message });
  else if (kind === 'failure' || kind === 'error') say(kind, { message, type });
  // The other forms have a place for the text of their own.
  if (kind === 'told' || kind === 'excused') childrenOf(element).push(systemOut(text));
}

function systemOut(text: string): Node {
  return { 'system-out': [{ '#text': escapeXml(text) }] };
}

function countsOf(cases: readonly JunitCase[]): Record<string, string> {
  const count = (...wanted: readonly JunitForm['kind'][]) =>
    String(cases.filter(({ form }) => wanted.includes(form.kind)).length);
  return {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped', 'excused'),
  };
}

function nameOf(node: Node): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function childrenOf(node: Node): Node[] {
  return node[nameOf(node)] as Node[];
}

function elements(parent: Node, name: string): readonly Node[] {
  return childrenOf(parent).filter((node) => nameOf(node) === name);
}

function setAttributes(node: Node, attributes: Record<string, string>): void {
  const escaped = Object.entries(attributes).map(([name, value]) => [name, escapeXml(value)]);
  node[':@'] = { ...(node[':@'] as object | undefined), ...Object.fromEntries(escaped) };
}
