import { escapeXml, escapeXmlAttribute } from '../escape.js';

/** An XML element. Names are this program's own; values and text may come from anywhere. */
export interface Element {
  readonly name: string;
  /** Attributes in their order; undefined ones are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Elements, or text alone: mixed content is not needed. */
  readonly content: readonly Element[] | string;
}

/**
 * Makes an element.
 *
 * @param name its name
 * @param attributes its attributes
 * @param content its children, or its text
 */
export function element(name: string, attributes: Element['attributes'], content: Element['content'] = []): Element {
  return { name, attributes, content };
}

/**
 * Writes a document, one element per line; text stands as it is, without added space.
 *
 * @param root the root element
 */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes, content }: Element, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXmlAttribute(String(value))}"`],
  );
  const start = `${indent}<${name}${written.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escapeXml(content)}</${name}>\n`;
  return `${start}>\n${content.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}
