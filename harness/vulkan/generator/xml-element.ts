import { XMLParser } from 'fast-xml-parser';

/** One XML element with its children in document order; text stands among them as strings. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/**
 * Parses a document and keeps mixed content in order, which C declarations in the registry need.
 * @throws Error when the text holds no element named `rootTag`
 */
export function parseXml(text: string, rootTag: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: true,
  });
  const nodes = (parser.parse(text) as unknown[]).map(toElement);
  const root = nodes.find((node): node is XmlElement => typeof node !== 'string' && node.tag === rootTag);
  if (root === undefined) throw new Error(`no <${rootTag}> element: is this a Vulkan registry?`);
  return root;
}

function toElement(node: unknown): XmlElement | string {
  const record = node as Record<string, unknown>;
  if ('#text' in record) return String(record['#text']);
  const attributes = (record[':@'] ?? {}) as Record<string, string>;
  const tag = Object.keys(record).find((key) => key !== ':@') ?? '';
  const children = record[tag];
  return { tag, attributes, children: Array.isArray(children) ? children.map(toElement) : [] };
}

/** The element children, those of one tag when it is given. */
export function childElements(element: XmlElement, tag?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (tag === undefined || child.tag === tag),
  );
}

/** The text of the first child of that tag, or undefined. */
export function childText(element: XmlElement, tag: string): string | undefined {
  const child = childElements(element, tag)[0];
  return child === undefined ? undefined : textOf(child).trim();
}

/** All text below an element, comments of the registry left out. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.tag === 'comment' ? '' : textOf(child)))
    .join('');
}
