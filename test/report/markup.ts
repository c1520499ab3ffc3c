import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** An element of a page, with all that is below it. */
export interface Markup {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Reads a page as a browser does.
 *
 * @throws Error where the markup is not right, which a browser would repair
 */
export function readPage(html: string): Markup[] {
  const wrong: string[] = [];
  const document = parse(html, { onParseError: ({ code, startLine, startCol }) => wrong.push(`${code} at ${startLine}:${startCol}`) });
  if (wrong.length > 0) throw new Error(wrong.join(', '));
  return elementsIn(document).map((element) => ({
    name: element.tagName,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: textOf(element),
  }));
}

function elementsIn(node: Node): Element[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** What acts in a page, or leads away from it, besides its own script, style and links to the standard. */
export function actingIn(elements: readonly Markup[]): string[] {
  return elements.flatMap(({ name, attributes }) => [
    ...(/^(iframe|object|embed|img|link|form|base|video|audio|frame|portal|template)$/.test(name) ? [name] : []),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      if (/^on|^style$|^srcset$|^src$|^action$|^formaction$|^ping$/.test(key)) return [`${name} ${key}`];
      return key === 'href' && !/^(#|https:\/\/)/.test(value) ? [`${name} ${key}=${value}`] : [];
    }),
  ]);
}
