import type { Outline } from './outline.js';

/**
 * Tells whether an article is about provisioning into the directory, or writing back from it: no app is a target there.
 *
 * @param file path of the document
 * @param titles its titles
 */
export function isInbound(file: string, titles: readonly string[]): boolean {
  const words = [file.split(/[/\\]/).at(-1) ?? '', ...titles].join('\n');
  return /\binbound\b|\bwriteback\b|\bwrite-back\b|\bfrom (?:workday|successfactors|sap successfactors)\b|\bto (?:on-premises )?active directory\b|\bto microsoft entra (?:id )?user provisioning\b/i.test(
    words,
  );
}

/**
 * Why no mapping could be read from an article.
 *
 * @param text the document
 * @param outline its texts
 * @param inbound whether the article is about provisioning into the directory
 * @returns the message and the line that it is about
 */
export function whyNone(text: string, outline: Outline, inbound: boolean): { line: number; message: string } {
  if (inbound) {
    const message = 'this article is about inbound provisioning or writeback: the directory is the target, not a SCIM endpoint';
    return { line: 1, message };
  }
  if (outline.htmlTables.length > 0) {
    return {
      line: outline.htmlTables[0] ?? 1,
      message: 'the article has tables in HTML only, and those are not read; retype them as Markdown tables',
    };
  }
  const picture = pictureLine(text, outline);
  if (picture !== undefined) {
    return { line: picture, message: 'the mapping is shown as an image only; there is no table to read' };
  }
  const mentions = /attribute[\s-]*mapping|user attributes/i.test(text);
  return mentions
    ? { line: 1, message: 'the article speaks of attribute mappings but has no table of them' }
    : { line: 1, message: 'there is no table of attribute mappings (a header such as |Attribute|Type|) in this document' };
}

/** The line of an image that shows the mapping: described so, or standing below a text that introduces the mapping. */
function pictureLine(text: string, outline: Outline): number | undefined {
  const described = outline.blocks.find(({ kind, text: alt }) => kind === 'image' && /attribute|mapping/i.test(alt));
  if (described !== undefined) return described.line;
  const introduced = outline.blocks.findIndex(({ kind, text: said }) => kind === 'paragraph' && /review the .*attributes/i.test(said));
  const next = outline.blocks.slice(introduced + 1, introduced + 4).find(({ kind }) => kind === 'image');
  if (introduced !== -1 && next !== undefined) return next.line;
  // `:::image type="content" source="…" alt-text="…":::` is Microsoft's own notation.
  const at = text.split('\n').findIndex((line) => /:::image\b.*(?:attribute|mapping)/i.test(line));
  return at === -1 ? undefined : at + 1;
}
