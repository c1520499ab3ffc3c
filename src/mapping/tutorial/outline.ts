import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { defined } from '../../base/defined.js';
import { proseOf } from './prose.js';

/** A piece of text with its place. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'image';
  /** Counted from 1. */
  readonly line: number;
  /** As the page shows it; for an image its description. */
  readonly text: string;
  /** Texts in code type that stand in it. */
  readonly codes: readonly string[];
  /** For an item: which list of the document it belongs to. */
  readonly list?: number;
}

/** What Markdown makes of a document, as far as the mapping needs it. */
export interface Outline {
  /** Headings, paragraphs, list items and images, in order. An item's text is that of its first paragraph. */
  readonly blocks: readonly Block[];
  /** Lines inside fenced code and comments, counted from 1. */
  readonly hidden: ReadonlySet<number>;
  /** Lines on which tables in HTML begin. */
  readonly htmlTables: readonly number[];
  /** The first line that was too long or nested too deeply to be parsed, counted from 1. */
  readonly cutAt?: number;
}

/**
 * Parses a document.
 *
 * @param text Markdown with its front matter blanked out
 */
export function outlineOf(text: string): Outline {
  const blocks: Block[] = [];
  const hidden = new Set<number>();
  const htmlTables: number[] = [];
  try {
    const prose = proseOf(text);
    // Tutorials indent tables and what stands around them by six blanks; that is no code.
    const tree = fromMarkdown(prose.text, { extensions: [{ disable: { null: ['codeIndented'] } }] });
    collect(tree, blocks, hidden, htmlTables);
    return { blocks, hidden, htmlTables, ...defined({ cutAt: prose.cutAt }) };
  } catch {
    // Thousands of nested quotations exhaust the stack: the lines can still be read.
    return { blocks: [], hidden: new Set(), htmlTables: [], cutAt: 1 };
  }
}

function collect(tree: Root, blocks: Block[], hidden: Set<number>, htmlTables: number[]): void {
  const open: Nodes[] = [tree];
  const lists = new Map<Nodes, number>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const line = node.position?.start.line ?? 1;
    const hide = (): void => {
      for (let at = line; at <= (node?.position?.end.line ?? line); at += 1) hidden.add(at);
    };
    switch (node.type) {
      case 'heading':
        blocks.push({ kind: 'heading', line, text: plain(node), codes: codesIn(node) });
        break;
      case 'paragraph':
        blocks.push({ kind: 'paragraph', line, text: plain(node), codes: codesIn(node) });
        open.push(...[...node.children].reverse());
        break;
      case 'listItem': {
        const first = node.children.find((child) => child.type === 'paragraph');
        const list = lists.get(node);
        if (first !== undefined) blocks.push({ kind: 'item', line, text: plain(first), codes: codesIn(first), ...defined({ list }) });
        open.push(...[...node.children].reverse());
        break;
      }
      case 'list':
        for (const item of node.children) lists.set(item, line);
        open.push(...[...node.children].reverse());
        break;
      case 'image':
        blocks.push({ kind: 'image', line, text: node.alt ?? '', codes: [] });
        break;
      case 'code':
        hide();
        break;
      case 'html':
        if (node.value.startsWith('<!--')) hide();
        if (/<table[\s>]/i.test(node.value)) htmlTables.push(line);
        break;
      default:
        if ('children' in node) open.push(...[...node.children].reverse());
    }
  }
}

function plain(node: Nodes): string {
  return textOf(node, { includeImageAlt: false }).replace(/\s+/g, ' ').trim();
}

function codesIn(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap((child) => codesIn(child)) : [];
}
