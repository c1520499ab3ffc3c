import type { Block } from './outline.js';

/** A placeholder may hold blanks: `https://<Your Domain>.example.com/scim`. */
const URL =
  /(?:https?:\/\/|(?=[{<]))(?:<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}|\[[^[\]\n]{1,60}\]|[^\s"'`,;|()<>{}[\]])*\/(?:<[^<>\n]{1,60}>|\{[^{}\n]{1,60}\}|\[[^[\]\n]{1,60}\]|[^\s"'`,;|()<>{}[\]])*/i;
/** Places where one signs in or reads on; no app answers SCIM there. */
const ELSEWHERE = /\b(?:microsoft\.com|microsoftonline\.com|azure\.com|azure\.net|windows\.net|wikipedia\.org)\b|\.(?:png|md|html?)\b/i;

/**
 * The tenant URL as the article states it: text in code type, or a plain URL, in a text that speaks of the tenant URL or
 * of SCIM. Placeholders stay as they are.
 *
 * @param blocks the document's texts, in order
 * @returns each URL once, the first being the likeliest
 */
export function tenantUrls(blocks: readonly Block[]): string[] {
  const found: { url: string; rank: number }[] = [];
  for (const { kind, text, codes } of blocks) {
    if (kind !== 'paragraph') continue;
    const named = /\btenant url\b/i.test(text);
    if (!named && !/\bscim\b.*\b(?:url|endpoint)\b|\b(?:base|endpoint) url\b/i.test(text)) continue;
    const candidates = [...codes.map((code) => ({ text: code, rank: 0 })), { text, rank: 2 }];
    for (const { text: candidate, rank } of candidates) {
      const url = URL.exec(candidate)?.[0].replace(/[.*]+$/, '');
      if (url === undefined || url.length > 500 || ELSEWHERE.test(url)) continue;
      if (rank === 2 && !/scim/i.test(url)) continue;
      found.push({ url, rank: rank + (named ? 0 : 1) });
    }
  }
  return [...new Set(found.sort((a, b) => a.rank - b.rank).map(({ url }) => url))].slice(0, 20);
}
